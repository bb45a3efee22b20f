//! A request's way: read, find its route, disturb as a test has asked for, check, handle, record.

use std::sync::Arc;
use std::time::Instant;

use axum::body::{Body, Bytes};
use axum::extract::{FromRequestParts, WebSocketUpgrade};
use axum::http::{HeaderMap, Method, Request, Response, StatusCode, header};
use axum::response::IntoResponse;
use futures_util::stream;
use serde_json::{Value, json};

use super::call::{self, Call, Upload};
use super::error::ApiError;
use super::routes::{self, Route};
use crate::faults::Fault;
use crate::gateway::connection;
use crate::limits;
use crate::world::World;
use crate::world::record::{RecordedRequest, Violation};
use crate::world::shared::Shared;

/// The connection is to be dropped instead of answered.
#[derive(Debug)]
pub(crate) struct Dropped;

impl std::fmt::Display for Dropped {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("dropped, as a fault asks for")
    }
}

impl std::error::Error for Dropped {}

/// Answers one request.
pub(crate) async fn answer<B>(shared: Arc<Shared>, request: Request<B>) -> Result<Response<Body>, Dropped>
where
    B: axum::body::HttpBody<Data = Bytes> + Send + 'static,
    B::Error: Into<Box<dyn std::error::Error + Send + Sync>>,
{
    let (mut parts, body) = request.into_parts();
    if parts.headers.contains_key(header::UPGRADE) {
        if shared.read(|world| world.gateway.refuses) {
            return Err(Dropped);
        }
        shared.until(|world| (!world.gateway.holds).then_some(())).await;
        return Ok(match WebSocketUpgrade::from_request_parts(&mut parts, &()).await {
            Ok(upgrade) => upgrade.on_upgrade(move |socket| connection::serve(shared, socket)),
            Err(refusal) => refusal.into_response(),
        });
    }
    let path = parts.uri.path().to_owned();
    if path.starts_with("/attachments/") && parts.method == Method::GET {
        return Ok(file(&shared, &path));
    }
    let bytes = axum::body::to_bytes(Body::new(body), limits::BODY_BYTES).await;
    let content_type = parts.headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    let read = match bytes {
        Ok(bytes) => call::read_body(content_type.unwrap_or_default(), bytes).await,
        Err(_) => Err(ApiError::too_large()),
    };
    let api_path = path.strip_prefix("/api/v10");
    let found = api_path.and_then(|path| routes::find(&parts.method, path));
    let query = call::query(&parts.uri);
    let (body, files, refusal) = match read {
        Ok((body, files)) => (body, files, None),
        Err(refusal) => (Value::Null, Vec::new(), Some(refusal)),
    };
    let shown_path = parts.uri.path_and_query().map_or(path.as_str(), |it| it.as_str());
    let shown_path = shown_path.strip_prefix("/api/v10").unwrap_or(shown_path).to_owned();
    let (route, parameters) = found.unzip();
    let call = Call { method: parts.method, parameters: parameters.unwrap_or_default(), query, body, files };
    let progress = Progress::begin(shared, &call, route, shown_path, parts.headers);
    progress.run(&call, refusal).await
}

/// A request under way. However it ends, it counts as under way no more.
struct Progress {
    shared: Arc<Shared>,
    number: usize,
    route: Option<&'static Route>,
    headers: HeaderMap,
    path: String,
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.shared.write(|world| world.in_flight -= 1);
    }
}

impl Progress {
    fn begin(
        shared: Arc<Shared>,
        call: &Call,
        route: Option<&'static Route>,
        path: String,
        headers: HeaderMap,
    ) -> Self {
        let record = RecordedRequest {
            method: call.method.clone(),
            path: path.clone(),
            route: route.map_or("", |route| route.path).to_owned(),
            headers: headers.clone(),
            body: call.body.clone(),
            status: None,
            at: Instant::now(),
        };
        let number = shared.write(|world| {
            world.in_flight += 1;
            world.requests.push(record);
            world.requests.len() - 1
        });
        Self { shared, number, route, headers, path }
    }

    async fn run(&self, call: &Call, refusal: Option<ApiError>) -> Result<Response<Body>, Dropped> {
        let fault = self.route.and_then(|route| self.shared.write(|world| world.faults.take(&call.method, route.path)));
        if self.shared.read(|world| world.faults.is_down) {
            return Err(Dropped);
        }
        match &fault {
            Some(Fault::DropBefore) => return Err(Dropped),
            Some(Fault::Hang) => std::future::pending::<()>().await,
            Some(Fault::Status(status)) => return Ok(self.respond(*status, Some(&failure(*status)), None)),
            Some(Fault::Refuse(status, code)) => {
                let body = json!({ "message": "Refused", "code": code });
                return Ok(self.respond(*status, Some(&body), None));
            }
            Some(Fault::RateLimit { retry_after, global }) => {
                let body = json!({ "message": "You are being rate limited.", "retry_after": retry_after.as_secs_f64(),
                    "global": global });
                return Ok(self.respond(429, Some(&body), Some(*global)));
            }
            _ => {}
        }
        let result = match refusal {
            Some(refusal) => Err(refusal),
            None => self.handle(call),
        };
        let (status, body) = match result {
            Ok(Some(body)) => (200, Some(body)),
            Ok(None) => (204, None),
            Err(error) => (error.status, Some(error.body())),
        };
        if status == 400 {
            self.violation(call, body.as_ref().map(Value::to_string).unwrap_or_default());
        }
        match fault {
            Some(Fault::DropAfter) => Err(Dropped),
            Some(Fault::HangAfter) => std::future::pending().await,
            Some(Fault::StatusAfter(status)) => Ok(self.respond(status, Some(&failure(status)), None)),
            Some(Fault::Cut) => Ok(self.cut(status, body.as_ref())),
            _ => Ok(self.respond(status, body.as_ref(), None)),
        }
    }

    fn handle(&self, call: &Call) -> Result<Option<Value>, ApiError> {
        let Some(route) = self.route else {
            self.violation(call, "no such route in the sandbox".to_owned());
            return Err(ApiError::not_found());
        };
        if let Some(schema) = self.shared.schema
            && let Err(what) = schema.check(&call.method, route.path, &call.body)
        {
            self.violation(call, what);
        }
        self.shared.write(|world| {
            let token = self.headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
            let is_bot = token.is_some_and(|token| token.starts_with("Bot ") && world.is_token(&json!(token)));
            if !route.is_open && !is_bot {
                return Err(ApiError::unauthorized());
            }
            (route.handler)(world, call)
        })
    }

    fn violation(&self, call: &Call, what: String) {
        let (method, path, body) = (call.method.clone(), self.path.clone(), call.body.clone());
        self.shared.write(|world| world.violations.push(Violation { method, path, what, body }));
    }

    fn respond(&self, status: u16, body: Option<&Value>, limited: Option<bool>) -> Response<Body> {
        self.shared.write(|world| world.requests[self.number].status = Some(status));
        let mut response = Response::builder().status(status);
        if let Some(body) = body.filter(|_| limited.is_some()) {
            let scope = if limited == Some(true) { "global" } else { "user" };
            response = response.header("x-ratelimit-scope", scope);
            response = response.header("retry-after", body["retry_after"].as_f64().unwrap_or(0.0).ceil().to_string());
        }
        if limited == Some(true) {
            response = response.header("x-ratelimit-global", "true");
        } else {
            let reset_after = body.filter(|_| limited.is_some()).and_then(|body| body["retry_after"].as_f64());
            let now = self.shared.read(World::now);
            let reset = std::time::Duration::from_millis(now).as_secs_f64() + reset_after.unwrap_or(1.0);
            let remaining = if limited.is_some() { "0" } else { "49" };
            response = response
                .header("x-ratelimit-limit", "50")
                .header("x-ratelimit-remaining", remaining)
                .header("x-ratelimit-reset", format!("{reset:.3}"))
                .header("x-ratelimit-reset-after", format!("{:.3}", reset_after.unwrap_or(1.0)))
                .header("x-ratelimit-bucket", bucket(self.route.map_or("", |route| route.path)));
        }
        let content = body.map(Value::to_string).unwrap_or_default();
        if body.is_some() {
            response = response.header(header::CONTENT_TYPE, "application/json");
        }
        response.body(Body::from(content)).unwrap_or_default()
    }

    /// Half an answer, with the length of a whole one.
    fn cut(&self, status: u16, body: Option<&Value>) -> Response<Body> {
        let whole = self.respond(status, body, None);
        let content = body.map_or_else(|| "…".to_owned(), Value::to_string).into_bytes();
        let half = Bytes::copy_from_slice(&content[..content.len() / 2]);
        let parts: [Result<Bytes, Dropped>; 2] = [Ok(half), Err(Dropped)];
        let (mut head, _) = whole.into_parts();
        head.headers.insert(header::CONTENT_LENGTH, content.len().into());
        Response::from_parts(head, Body::from_stream(stream::iter(parts)))
    }
}

/// The body of an answer that says no more than its status.
fn failure(status: u16) -> Value {
    let reason = StatusCode::from_u16(status).ok().and_then(|status| status.canonical_reason());
    json!({ "message": format!("{status}: {}", reason.unwrap_or("Error")), "code": 0 })
}

/// A name for a route's rate limit; Discord's are hashes too.
fn bucket(route: &str) -> String {
    let hash = route
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")
}

/// A file that was sent, as Discord's content network serves it.
fn file(shared: &Shared, path: &str) -> Response<Body> {
    let id = path.split('/').nth(3).and_then(|id| id.parse::<u64>().ok());
    let found = id.and_then(|id| shared.read(|world| world.files.get(&id).cloned()));
    match found {
        Some((content_type, content)) => {
            let headers = [(header::CONTENT_TYPE, content_type)];
            (headers, content).into_response()
        }
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Keeps the files of a call, and gives the attachment objects that stand for them.
pub(crate) fn keep_files(world: &mut World, channel: u64, call: &Call) -> Vec<Value> {
    let described = call.body["attachments"].as_array().or_else(|| call.body["data"]["attachments"].as_array());
    let description = |upload: &Upload| {
        let number = upload.number.to_string();
        let same = |it: &&Value| it["id"] == json!(upload.number) || it["id"] == number;
        described.and_then(|list| list.iter().find(same)).map(|it| it["description"].clone())
    };
    let mut attachments = Vec::new();
    for upload in &call.files {
        let id = world.next_id();
        let url = format!("{}/attachments/{channel}/{id}/{}", world.base_url, upload.filename);
        attachments.push(json!({ "id": id.to_string(), "filename": upload.filename, "size": upload.content.len(),
            "url": url, "proxy_url": url, "content_type": upload.content_type, "description": description(upload) }));
        world.files.insert(id, (upload.content_type.clone(), upload.content.clone()));
    }
    attachments
}
