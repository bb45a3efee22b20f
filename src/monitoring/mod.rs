//! What a monitor may ask of a running bot, over HTTP: `/healthz`, is it fit to answer, and `/metrics`, its counts.
//!
//! Both are read only, and neither holds what was asked or who did. Whoever reaches the port may ask: it is for this
//! machine or for a network of one's own.

mod metrics;

use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use http_body_util::Full;
use hyper::body::{Bytes, Incoming};
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HeaderValue};
use hyper::server::conn::http1;
use hyper::service::service_fn;
use hyper::{Method, Request, Response, StatusCode};
use hyper_util::rt::{TokioIo, TokioTimer};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;

use crate::discord::Service;

/// How many connections are open at once; more wait.
const CONNECTIONS: usize = 32;
/// How long one may take, from its first byte to its last: whoever is slower is cut off.
const PATIENCE: Duration = Duration::from_secs(10);
/// A pause where no connection can be taken, as with no file to be had.
const BEFORE_ACCEPTING_ANEW: Duration = Duration::from_millis(100);

const TEXT: HeaderValue = HeaderValue::from_static("text/plain; charset=utf-8");

/// The address cannot be listened on.
#[derive(Debug, thiserror::Error)]
#[error("KEMBAR_HTTP: {address} cannot be listened on: {reason}")]
pub struct BindError {
    /// The address that was asked for.
    pub address: SocketAddr,
    /// Why.
    #[source]
    pub reason: io::Error,
}

/// Tells monitors how the bot is.
pub struct Monitor {
    listener: TcpListener,
    /// The bot, once its corpus is loaded.
    service: Arc<OnceLock<Arc<Service>>>,
}

impl Monitor {
    /// Listens on `address`; with port 0 on a free one.
    ///
    /// # Errors
    /// Where the port is taken or the address is not this machine's.
    pub async fn bind(address: SocketAddr) -> Result<Self, BindError> {
        let listener = TcpListener::bind(address).await.map_err(|reason| BindError { address, reason })?;
        Ok(Self { listener, service: Arc::default() })
    }

    /// The address that it listens on.
    ///
    /// # Errors
    /// Where the system does not say.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Where to put the bot once it is there. Until then the answer is that no corpus is loaded.
    #[must_use]
    pub fn service(&self) -> Arc<OnceLock<Arc<Service>>> {
        Arc::clone(&self.service)
    }

    /// Answers whoever asks. Never resolves.
    pub async fn run(self) {
        let open = Arc::new(Semaphore::new(CONNECTIONS));
        loop {
            let Ok(permit) = Arc::clone(&open).acquire_owned().await else { return };
            match self.listener.accept().await {
                Ok((connection, _)) => {
                    let service = Arc::clone(&self.service);
                    tokio::spawn(async move {
                        // Whoever asked is gone or too slow: nothing is owed.
                        let _ = tokio::time::timeout(PATIENCE, serve(connection, &service)).await;
                        drop(permit);
                    });
                }
                Err(error) => {
                    tracing::warn!(%error, "a monitor's connection could not be taken");
                    tokio::time::sleep(BEFORE_ACCEPTING_ANEW).await;
                }
            }
        }
    }
}

/// One request, one connection.
async fn serve(connection: TcpStream, service: &OnceLock<Arc<Service>>) -> Result<(), hyper::Error> {
    let answer =
        service_fn(async |request: Request<Incoming>| Ok::<_, Infallible>(answer(&request, service.get()).await));
    let mut http = http1::Builder::new();
    http.keep_alive(false).timer(TokioTimer::new()).header_read_timeout(PATIENCE);
    http.serve_connection(TokioIo::new(connection), answer).await
}

async fn answer(request: &Request<Incoming>, service: Option<&Arc<Service>>) -> Response<Full<Bytes>> {
    if !matches!(request.method(), &Method::GET | &Method::HEAD) {
        let mut response = text(StatusCode::METHOD_NOT_ALLOWED, "Only GET and HEAD.\n".to_owned());
        response.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return response;
    }
    match (request.uri().path(), service) {
        ("/healthz", service) => health(service).await,
        ("/metrics", Some(service)) => {
            let mut response = text(StatusCode::OK, metrics::text(service).await);
            response.headers_mut().insert(CONTENT_TYPE, metrics::CONTENT);
            response
        }
        ("/metrics", None) => text(StatusCode::SERVICE_UNAVAILABLE, format!("{NO_INDEX}\n")),
        _ => text(StatusCode::NOT_FOUND, "Here are /healthz and /metrics.\n".to_owned()),
    }
}

const NO_INDEX: &str = "index: not loaded yet";

/// Can questions be heard and answered; else what is missing, a line each.
async fn health(service: Option<&Arc<Service>>) -> Response<Full<Bytes>> {
    let missing = match service {
        None => vec![NO_INDEX.to_owned()],
        Some(service) => missing(service).await,
    };
    if missing.is_empty() {
        return text(StatusCode::OK, "ok\n".to_owned());
    }
    text(StatusCode::SERVICE_UNAVAILABLE, missing.join("\n") + "\n")
}

async fn missing(service: &Service) -> Vec<String> {
    let shards = service.gateway().shards().await;
    if shards.is_empty() {
        return vec!["gateway: not connected yet".to_owned()];
    }
    let lost = shards.iter().filter(|shard| !shard.is_connected);
    lost.map(|shard| format!("gateway: shard {} is not connected", shard.id)).collect()
}

fn text(status: StatusCode, body: String) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(body)));
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, TEXT);
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}
