//! **Not helpful**: noted for the operator, once for each person and message.

use super::{Audience, Click, View};
use crate::discord::reply::Reply;
use crate::discord::sending::Patience;
use crate::language::Language;
use crate::phrases::phrase;

/// Notes it and says thanks. A private answer loses the control; under a public one it stays, for others.
pub(super) async fn run(click: &Click<'_>, from: u8, language: Language) {
    let Some(question) = click.question(language) else {
        return click.tell("question-gone").await;
    };
    let is_first = click.bot.memory.rates(click.component.message.id, click.component.user.id);
    if is_first {
        click.bot.asking(|| click.bot.service.not_helpful(language, &question));
    }
    let thanks = if is_first { "noted" } else { "noted-before" };
    if !click.is_private() {
        return click.tell(thanks).await;
    }
    let before = click.private_view(from);
    let (Some(given), Audience::Asker { shareable, .. }) = (click.answer(language), before.audience) else {
        return click.tell(thanks).await;
    };
    let after = View { audience: Audience::Asker { shareable, rateable: false }, ..before };
    if click.change(&given.shown(&after)).await {
        let followup = Reply::text(phrase(click.reader(), thanks)).followup().ephemeral(true);
        let said = click
            .send(Patience::Once, || click.component.create_followup(&click.bot.interactions, followup.clone()))
            .await;
        if let Err(error) = said {
            tracing::warn!(%error, "thanks could not be said");
        }
    }
}
