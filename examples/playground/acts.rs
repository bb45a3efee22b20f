//! What people do on the page.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Json, Router};
use discord_sandbox::{Attempt, Channel, Interaction, Message, Ping, ResponseKind, User};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::stage::Stage;

/// How long Discord waits for an answer to an interaction.
const PATIENCE: Duration = Duration::from_secs(3);

pub fn routes() -> Router<Arc<Stage>> {
    Router::new().route("/act", post(act)).route("/connection", post(connection))
}

/// Someone, somewhere, does something.
#[derive(Deserialize)]
struct Deed {
    person: String,
    channel: String,
    #[serde(flatten)]
    act: Act,
}

#[derive(Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
enum Act {
    Say { text: String, reply_to: Option<String>, ping: Option<bool> },
    Edit { message: String, text: String },
    Delete { message: String },
    Locale { locale: String },
    Command { name: String, options: Value },
    Complete { name: String, option: String, typed: String, others: Value },
    MessageCommand { message: String, name: String },
    Press { message: String, custom_id: String },
    Choose { message: String, custom_id: String, values: Vec<String> },
}

/// Why something was not done, in a sentence for the page's developer.
struct Refusal(String);

impl From<String> for Refusal {
    fn from(why: String) -> Self {
        Self(why)
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        (StatusCode::UNPROCESSABLE_ENTITY, Json(json!({ "refused": self.0 }))).into_response()
    }
}

async fn act(State(stage): State<Arc<Stage>>, Json(deed): Json<Deed>) -> Result<Json<Value>, Refusal> {
    let user = stage.person(&deed.person).ok_or_else(|| Refusal("no such person".to_owned()))?;
    let channel = deed.channel.parse().ok().and_then(|id| stage.channel(id, &deed.person));
    let channel = channel.ok_or_else(|| Refusal("no such channel".to_owned()))?;
    let scene = Scene { stage: &stage, user, channel };
    scene.perform(deed.act).await.map(Json)
}

/// Whether the bot can reach Discord: `false` ends its connection, and leaves new ones waiting.
#[derive(Deserialize)]
struct Connection {
    allowed: bool,
}

async fn connection(State(stage): State<Arc<Stage>>, Json(wanted): Json<Connection>) -> StatusCode {
    let gateway = stage.sandbox.gateway();
    gateway.hold_connections(!wanted.allowed);
    if !wanted.allowed {
        gateway.drop_connections();
    }
    StatusCode::NO_CONTENT
}

/// Who acts, and where.
struct Scene<'s> {
    stage: &'s Stage,
    user: User,
    channel: &'s Channel,
}

impl Scene<'_> {
    async fn perform(&self, act: Act) -> Result<Value, Refusal> {
        match act {
            Act::Say { text, reply_to, ping } => {
                let ping = if ping == Some(false) { Ping::No } else { Ping::Yes };
                match reply_to {
                    Some(id) => self.user.replies(&self.message(&id)?, &text, ping).await,
                    None => self.user.says(self.channel, &text).await,
                };
            }
            Act::Edit { message, text } => {
                self.user.edits(&self.own_message(&message)?, &text).await;
            }
            Act::Delete { message } => self.user.deletes(&self.own_message(&message)?).await,
            Act::Locale { locale } => {
                let _ = self.user.clone().locale(&locale);
            }
            Act::Command { name, options } => {
                let attempt =
                    Attempt::Slash { channel: self.channel, name: &name, options: &options, user_install: false };
                return self.attempt(attempt).await;
            }
            Act::Complete { name, option, typed, others } => {
                let (channel, others) = (self.channel, &others);
                return self
                    .attempt(Attempt::Type { channel, name: &name, option: &option, typed: &typed, others })
                    .await;
            }
            Act::MessageCommand { message, name } => {
                let message = self.message(&message)?;
                return self.attempt(Attempt::MessageCommand { message: &message, name: &name }).await;
            }
            Act::Press { message, custom_id } => {
                let message = self.message(&message)?;
                return self.attempt(Attempt::Press { message: &message, custom_id: &custom_id }).await;
            }
            Act::Choose { message, custom_id, values } => {
                let message = self.message(&message)?;
                let values: Vec<&str> = values.iter().map(String::as_str).collect();
                let attempt = Attempt::Choose { message: &message, custom_id: &custom_id, values: &values };
                return self.attempt(attempt).await;
            }
        }
        Ok(json!({}))
    }

    /// A message that this person sees here.
    fn message(&self, id: &str) -> Result<Message, Refusal> {
        let message = id.parse().ok().and_then(|id| self.stage.sandbox.message(id));
        let is_here = |message: &Message| {
            let is_theirs = !message.is_ephemeral() || message.asker_id() == Some(self.user.id());
            message.channel().id() == self.channel.id() && !message.is_deleted() && is_theirs
        };
        message.filter(is_here).ok_or_else(|| Refusal("no such message".to_owned()))
    }

    fn own_message(&self, id: &str) -> Result<Message, Refusal> {
        let message = self.message(id)?;
        if message.author_id() == self.user.id() {
            Ok(message)
        } else {
            Err(Refusal("the message is someone else's".to_owned()))
        }
    }

    /// Waits for the first answer as long as Discord does. Messages come by the events; this tells of the rest.
    async fn attempt(&self, attempt: Attempt<'_>) -> Result<Value, Refusal> {
        let interaction: Interaction = self.user.attempts(attempt).await?;
        let id = interaction.id().to_string();
        let Some(response) = interaction.response_within(PATIENCE).await else {
            return Ok(json!({ "interaction": id, "answer": "failed" }));
        };
        let answer = match response.kind {
            ResponseKind::Choices => "choices",
            ResponseKind::DeferredMessage => "deferred",
            ResponseKind::Message => "message",
            ResponseKind::Update | ResponseKind::DeferredUpdate => "update",
            ResponseKind::Modal => "form",
        };
        Ok(json!({ "interaction": id, "answer": answer, "data": response.data }))
    }
}
