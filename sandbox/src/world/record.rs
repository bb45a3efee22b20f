//! What the sandbox writes down: each request, and each breach of Discord's rules.

use std::time::Instant;

use axum::http::{HeaderMap, Method};
use serde_json::Value;

/// One request that a client made.
#[derive(Clone, Debug)]
pub struct RecordedRequest {
    /// Its method.
    pub method: Method,
    /// Its path without `/api/v10`, and its query.
    pub path: String,
    /// The route it matched, as Discord names it: `/channels/{channel_id}/messages`; empty where none did.
    pub route: String,
    /// Its headers.
    pub headers: HeaderMap,
    /// Its JSON body (of a multipart body its `payload_json`); null where there is none.
    pub body: Value,
    /// What was answered; `None` while it is under way, and where a fault left it unanswered.
    pub status: Option<u16>,
    /// When it came.
    pub at: Instant,
}

/// Something that Discord would not have accepted from a client.
#[derive(Clone, Debug)]
pub struct Violation {
    /// The request's method.
    pub method: Method,
    /// The request's path.
    pub path: String,
    /// What was wrong with it.
    pub what: String,
    /// The body that was sent.
    pub body: Value,
}
