//! A click on one of the bot's controls, and the ways to answer it.

use serenity::all::{ComponentInteraction, CreateInteractionResponse, MessageFlags};

use super::bot::Bot;
use super::reader_of;
use super::reply::Reply;
use super::sending::{Patience, SendError};
use crate::language::Language;
use crate::phrases::phrase;

/// Someone pressed a button, or chose in a select.
pub(super) struct Click<'c> {
    pub(super) bot: &'c Bot,
    pub(super) component: &'c ComponentInteraction,
}

impl Click<'_> {
    /// The language of who clicked.
    pub(super) fn reader(&self) -> Language {
        reader_of(&self.component.locale)
    }

    /// Does the message that was clicked on show to one person alone.
    pub(super) fn is_private(&self) -> bool {
        self.component.message.flags.is_some_and(|flags| flags.contains(MessageFlags::EPHEMERAL))
    }

    /// Says a phrase to who clicked, in their language.
    pub(super) async fn tell(&self, id: &str) {
        self.open(&Reply::text(phrase(self.reader(), id))).await;
    }

    /// Opens a message for who clicked alone.
    pub(super) async fn open(&self, reply: &Reply) {
        let _ = self.respond(CreateInteractionResponse::Message(reply.response().ephemeral(true))).await;
    }

    /// Changes the message that was clicked on. Whether that went well.
    pub(super) async fn change(&self, reply: &Reply) -> bool {
        self.respond(CreateInteractionResponse::UpdateMessage(reply.update(&self.component.message))).await.is_ok()
    }

    /// Answers the click, which Discord takes once. What goes wrong is logged.
    pub(super) async fn respond(&self, response: CreateInteractionResponse) -> Result<(), SendError> {
        let request = || self.component.create_response(&self.bot.interactions, response.clone());
        let sent = self.send(Patience::Interaction, request).await.or_else(SendError::unless_answered);
        sent.inspect_err(|error| tracing::warn!(%error, "a click could not be answered"))
    }

    /// Sends a request, as every request is sent.
    pub(super) async fn send<T, F>(&self, patience: Patience, request: impl Fn() -> F) -> Result<T, SendError>
    where
        F: Future<Output = Result<T, serenity::Error>>,
    {
        self.bot.service.requests.send(patience, request).await
    }
}
