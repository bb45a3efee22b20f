//! **Context**: the passage between its neighbours, for who clicked alone.

use super::{Asked, Bot, Click};
use crate::corpus::PassageId;
use crate::discord::rendering;
use crate::language::Language;

/// Opens the passage, or changes the message where that shows it already, in another language.
pub(super) async fn run(click: &Click<'_>, passage: &PassageId, language: Language) {
    let answerer = click.bot.service.answerer();
    let Some(around) = answerer.around(passage, rendering::REACH, language) else {
        return click.tell("passage-gone").await;
    };
    let reply = rendering::context(&around, language, Bot::form_for(click.component.app_permissions));
    if click.is_private() && Asked::read(&click.component.message).is_none() {
        click.change(&reply).await;
    } else {
        click.open(&reply).await;
    }
}
