//! **More**, **Back** and the languages: the same answer, shown otherwise.

use serenity::all::UserId;

use super::{Audience, Click};
use crate::language::Language;

/// Changes the message for who asked, and for who sees it alone; opens a private view for anybody else.
pub(super) async fn run(click: &Click<'_>, asker: UserId, from: u8, language: Language) {
    let Some(given) = click.answer(language) else {
        return click.tell("question-gone").await;
    };
    let is_private = click.is_private();
    if is_private || click.component.user.id == asker {
        let view = if is_private { click.private_view(from) } else { click.view(Audience::All, from) };
        click.change(&given.shown(&view)).await;
    } else {
        click.open(&given.shown(&click.private_view(from))).await;
    }
}
