//! What someone sees, as server-sent events: each message as it comes and as it changes, and the state of the bot.

use std::collections::BTreeMap;
use std::convert::Infallible;
use std::sync::Arc;

use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::routing::get;
use discord_sandbox::{Channel, User};
use futures_util::{Stream, stream};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::stage::Stage;

pub fn routes() -> Router<Arc<Stage>> {
    Router::new().route("/events", get(events))
}

#[derive(Deserialize)]
struct View {
    person: String,
    channel: u64,
}

async fn events(
    State(stage): State<Arc<Stage>>,
    Query(view): Query<View>,
) -> Result<Sse<impl Stream<Item = Result<Event, Infallible>>>, StatusCode> {
    let user = stage.person(&view.person).ok_or(StatusCode::NOT_FOUND)?;
    let channel = stage.channel(view.channel, &view.person).ok_or(StatusCode::NOT_FOUND)?.clone();
    let changes = stage.sandbox.changes();
    let watcher = Watcher { stage, user, channel, changes, shown: BTreeMap::new(), state: Value::Null, is_new: true };
    let events = stream::unfold(watcher, |mut watcher| async move {
        let change = watcher.next().await?;
        let event = Event::default().data(change.to_string());
        Some((Ok(event), watcher))
    });
    Ok(Sse::new(events).keep_alive(KeepAlive::default()))
}

/// What one page has been shown so far.
struct Watcher {
    stage: Arc<Stage>,
    user: User,
    channel: Channel,
    changes: watch::Receiver<u64>,
    shown: BTreeMap<u64, Value>,
    state: Value,
    is_new: bool,
}

impl Watcher {
    /// What has changed since the last time, once something has: `messages` that came or changed, ids that are `gone`,
    /// and the `state` of the bot where it is another. `None` where the sandbox has ended.
    async fn next(&mut self) -> Option<Value> {
        loop {
            self.changes.mark_unchanged();
            let change = self.look();
            if self.is_new || change != json!({}) {
                self.is_new = false;
                return Some(change);
            }
            self.changes.changed().await.ok()?;
        }
    }

    fn look(&mut self) -> Value {
        let now = self.channel.messages_seen_by(&self.user);
        let now: BTreeMap<u64, Value> = now.iter().map(|message| (message.id(), message.json())).collect();
        let gone: Vec<String> = self.shown.keys().filter(|id| !now.contains_key(id)).map(u64::to_string).collect();
        let news = now.iter().filter(|(id, message)| self.shown.get(id) != Some(message));
        let news: Vec<&Value> = news.map(|(_, message)| message).collect();
        let mut change = json!({});
        if !news.is_empty() {
            change["messages"] = json!(news);
        }
        if !gone.is_empty() {
            change["gone"] = json!(gone);
        }
        self.shown = now;
        let sandbox = &self.stage.sandbox;
        let state = json!({ "online": sandbox.gateway().is_ready(), "commands": sandbox.commands() });
        if state != self.state {
            change["state"] = state.clone();
            self.state = state;
        }
        change
    }
}
