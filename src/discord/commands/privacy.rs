//! `/privacy`: what is kept, and for how long.

use serenity::all::{CommandInteraction, CreateCommand};

use super::localized;
use super::page::Page;
use crate::discord::bot::Bot;
use crate::discord::reader_of;
use crate::phrases::{phrase, phrase_with};

pub(super) const NAME: &str = "privacy";

pub(super) fn command() -> CreateCommand {
    localized(NAME)
}

pub(super) async fn run(bot: &Bot, command: &CommandInteraction) {
    let language = reader_of(&command.locale);
    let corpus = bot.service.answerer().corpus().hash();
    let gaps = match bot.service.gaps() {
        Some(gaps) => phrase_with(language, "privacy-gaps-on", [("days", gaps.days().into())]),
        None => phrase(language, "privacy-gaps-off"),
    };
    let text = phrase_with(language, "privacy-text", [("gaps", gaps.into())]);
    let page = Page::new(phrase(language, "privacy-heading"), text, corpus);
    bot.respond(command, page.reply(Bot::form_for(command.app_permissions)), true).await;
}
