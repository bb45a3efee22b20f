//! **Remove**: the answer, gone.

use serenity::all::{CreateInteractionResponse, Permissions, UserId};

use super::Click;
use crate::discord::sending::{Patience, SendError};

/// Deletes the message for who asked, or who may manage messages.
pub(super) async fn run(click: &Click<'_>, asker: UserId) {
    let permissions = click.component.member.as_ref().and_then(|member| member.permissions);
    if click.component.user.id != asker && !permissions.is_some_and(Permissions::manage_messages) {
        return click.tell("remove-refused").await;
    }
    if click.respond(CreateInteractionResponse::Acknowledge).await.is_err() {
        return;
    }
    let deleted = click.send(Patience::Change, || click.component.delete_response(&click.bot.interactions)).await;
    // Someone else's click may have been sooner.
    if let Err(error) = deleted.or_else(SendError::unless_gone) {
        tracing::warn!(%error, "an answer could not be removed");
    }
}
