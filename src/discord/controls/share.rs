//! **Share**: a private answer, posted for all to see, once.

use super::{Audience, Click, View};
use crate::discord::sending::Patience;
use crate::language::Language;

/// Takes the control away, then posts the answer: a second click finds nothing to share.
pub(super) async fn run(click: &Click<'_>, from: u8, language: Language) {
    let Some(given) = click.answer(language) else {
        return click.tell("question-gone").await;
    };
    // Clicks that were on their way when the control went.
    if !click.bot.memory.shares(click.component.message.id) {
        return click.tell("shared-before").await;
    }
    let before = click.private_view(from);
    let rateable = matches!(before.audience, Audience::Asker { rateable: true, .. });
    let after = View { audience: Audience::Asker { shareable: false, rateable }, ..before };
    if !click.change(&given.shown(&after)).await {
        return click.bot.memory.shares_not(click.component.message.id);
    }
    let followup = given.shown(&click.view(Audience::All, from)).followup();
    let posted =
        click.send(Patience::Once, || click.component.create_followup(&click.bot.interactions, followup.clone())).await;
    if let Err(error) = posted {
        tracing::warn!(%error, "an answer could not be shared");
        // Its acknowledgement may have been lost: shared again, it would stand twice.
        if error.leaves_doubt() {
            return;
        }
        click.bot.memory.shares_not(click.component.message.id);
        let edit = given.shown(&before).response_edit();
        let restored = click
            .send(Patience::Interaction, || click.component.edit_response(&click.bot.interactions, edit.clone()))
            .await;
        if let Err(error) = restored {
            tracing::warn!(%error, "a private answer could not be restored");
        }
    }
}
