//! A request as handlers see it, and what they give back.

use std::collections::HashMap;

use axum::body::Bytes;
use axum::extract::{FromRequest, Multipart};
use axum::http::{Method, Request, Uri};
use serde_json::Value;

use super::error::ApiError;

/// A file that came with a request.
#[derive(Clone, Debug)]
pub(crate) struct Upload {
    /// The number in `files[0]`.
    pub(crate) number: u64,
    pub(crate) filename: String,
    pub(crate) content_type: String,
    pub(crate) content: Vec<u8>,
}

/// A request that has found its route.
#[derive(Debug)]
pub(crate) struct Call {
    pub(crate) method: Method,
    pub(crate) parameters: HashMap<&'static str, String>,
    pub(crate) query: HashMap<String, String>,
    pub(crate) body: Value,
    pub(crate) files: Vec<Upload>,
}

/// What a handler gives back: a body or none, or a refusal.
pub(crate) type Answer = Result<Option<Value>, ApiError>;

impl Call {
    /// A parameter of the route, as it stands.
    pub(crate) fn parameter(&self, name: &str) -> &str {
        self.parameters.get(name).map_or("", String::as_str)
    }

    /// A parameter of the route that is an id; 0, which is no one's id, where it is no number.
    pub(crate) fn id(&self, name: &str) -> u64 {
        self.parameter(name).parse().unwrap_or_default()
    }

    /// Whether the query asks for something.
    pub(crate) fn asks(&self, name: &str) -> bool {
        self.query.get(name).is_some_and(|value| value == "true" || value == "1")
    }
}

/// The query's names and values.
pub(crate) fn query(uri: &Uri) -> HashMap<String, String> {
    let pairs = url::form_urlencoded::parse(uri.query().unwrap_or_default().as_bytes());
    pairs.into_owned().collect()
}

/// Reads a body: JSON, or multipart with `payload_json` and files.
pub(crate) async fn read_body(content_type: &str, bytes: Bytes) -> Result<(Value, Vec<Upload>), ApiError> {
    if content_type.starts_with("multipart/form-data") {
        return read_multipart(content_type, bytes).await;
    }
    if bytes.is_empty() {
        return Ok((Value::Null, Vec::new()));
    }
    let body = serde_json::from_slice(&bytes).map_err(|_| ApiError::invalid_json())?;
    Ok((body, Vec::new()))
}

async fn read_multipart(content_type: &str, bytes: Bytes) -> Result<(Value, Vec<Upload>), ApiError> {
    let invalid = || ApiError::new(400, 50035, "Invalid Form Body");
    let request = Request::builder().header("content-type", content_type).body(axum::body::Body::from(bytes));
    let request = request.map_err(|_| invalid())?;
    let mut parts = Multipart::from_request(request, &()).await.map_err(|_| invalid())?;
    let (mut body, mut files) = (Value::Null, Vec::new());
    while let Some(part) = parts.next_field().await.map_err(|_| invalid())? {
        let name = part.name().unwrap_or_default().to_owned();
        let filename = part.file_name().unwrap_or_default().to_owned();
        let content_type = part.content_type().unwrap_or("application/octet-stream").to_owned();
        let content = part.bytes().await.map_err(|_| invalid())?;
        if name == "payload_json" {
            body = serde_json::from_slice(&content).map_err(|_| ApiError::invalid_json())?;
            continue;
        }
        let number = name.strip_prefix("files[").and_then(|rest| rest.strip_suffix(']'));
        let number = number.and_then(|digits| digits.parse().ok()).unwrap_or(files.len() as u64);
        files.push(Upload { number, filename, content_type, content: content.to_vec() });
    }
    Ok((body, files))
}
