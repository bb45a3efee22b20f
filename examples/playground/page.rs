//! The page's files, which are part of the program.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Json, Router};
use include_dir::{Dir, include_dir};
use serde_json::Value;

use crate::stage::Stage;

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/examples/playground/page");

/// Nothing is loaded from anywhere else but the pictures that the sandbox keeps, and no text can become a script.
const POLICY: &str =
    "default-src 'self'; img-src 'self' data: http://127.0.0.1:*; frame-ancestors 'none'; base-uri 'none'";

pub fn routes() -> Router<Arc<Stage>> {
    Router::new()
        .route("/", get(async || file("index.html")))
        .route("/page/{*path}", get(async |Path(path): Path<String>| file(&path)))
        .route("/stage", get(stage))
}

async fn stage(State(stage): State<Arc<Stage>>) -> Json<Value> {
    Json(stage.json())
}

fn file(path: &str) -> Response {
    let Some(file) = FILES.get_file(path) else { return StatusCode::NOT_FOUND.into_response() };
    let kind = match path.rsplit_once('.').map(|(_, ending)| ending) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "application/octet-stream",
    };
    let headers = [
        (header::CONTENT_TYPE, kind),
        (header::CONTENT_SECURITY_POLICY, POLICY),
        (header::CACHE_CONTROL, "no-store"),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    ];
    (headers, file.contents()).into_response()
}
