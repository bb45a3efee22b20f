//! One web socket: frames in, frames out. It knows nothing of what they mean.

use std::sync::Arc;

use axum::extract::ws::{CloseFrame, Message, WebSocket};
use tokio::sync::mpsc;

use super::state::Frame;
use crate::world::shared::Shared;

/// Serves a web socket until either side ends it.
pub(crate) async fn serve(shared: Arc<Shared>, mut socket: WebSocket) {
    let (out, mut frames) = mpsc::unbounded_channel();
    let id = shared.write(|world| world.gateway.open(out));
    let mut client_code = None;
    loop {
        tokio::select! {
            frame = frames.recv() => match frame {
                Some(Frame::Text(text)) => {
                    if socket.send(Message::Text(text.into())).await.is_err() {
                        break;
                    }
                }
                Some(Frame::Close(code, reason)) => {
                    // The session ends being connected before the client can know, so that it cannot come back sooner.
                    shared.write(|world| world.gateway.end(id, None, world.clock.now_ms()));
                    let frame = CloseFrame { code, reason: reason.into() };
                    let _ = socket.send(Message::Close(Some(frame))).await;
                    // Read on until the client has answered the close.
                    while let Some(Ok(_)) = socket.recv().await {}
                    break;
                }
                Some(Frame::Drop) | None => break,
            },
            message = socket.recv() => match message {
                Some(Ok(Message::Text(text))) => shared.write(|world| world.receive(id, &text)),
                Some(Ok(Message::Binary(bytes))) => {
                    let text = String::from_utf8_lossy(&bytes);
                    shared.write(|world| world.receive(id, &text));
                }
                Some(Ok(Message::Close(frame))) => {
                    client_code = Some(frame.map_or(1005, |frame| frame.code));
                    // One more read sends our answer to the close.
                    let _ = socket.recv().await;
                    break;
                }
                Some(Ok(_)) => {}
                Some(Err(_)) | None => break,
            },
        }
    }
    shared.write(|world| world.gateway.end(id, client_code, world.clock.now_ms()));
}
