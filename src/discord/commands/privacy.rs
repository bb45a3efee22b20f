//! `/privacy`: what is kept, and for how long.

use serenity::all::{CommandInteraction, Context, CreateCommand};

use super::page::Page;
use super::{language_of_reader, localized};
use crate::discord::bot::Bot;
use crate::phrases::phrase;

pub(super) const NAME: &str = "privacy";

pub(super) fn command() -> CreateCommand {
    localized(NAME)
}

pub(super) async fn run(bot: &Bot, ctx: &Context, command: &CommandInteraction) {
    let language = language_of_reader(&command.locale);
    let corpus = bot.service.answerer().corpus().hash();
    let page = Page::new(phrase(language, "privacy-heading"), phrase(language, "privacy-text"), corpus);
    bot.respond(ctx, command, page.reply(Bot::form_for(command.app_permissions)), true).await;
}
