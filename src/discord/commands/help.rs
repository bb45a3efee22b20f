//! `/help`: what there is to do, and questions to try.

use serenity::all::{CommandInteraction, CreateCommand};

use super::page::Page;
use super::{about, ask, doctor, localized, passage, privacy, sources, timeline};
use crate::discord::bot::Bot;
use crate::discord::reader_of;
use crate::discord::rendering::parts::{line, list};
use crate::phrases::{phrase, phrase_with};

pub(super) const NAME: &str = "help";

/// How many questions to try are shown.
const QUESTIONS: usize = 4;

pub(super) fn command() -> CreateCommand {
    localized(NAME)
}

pub(super) async fn run(bot: &Bot, command: &CommandInteraction) {
    let language = reader_of(&command.locale);
    let answerer = bot.service.answerer();
    let questions = answerer.sample_questions(language, QUESTIONS);
    let questions = list(language, "try-asking", questions.iter().map(|question| line(question)));
    let commands = [ask::NAME, sources::NAME, passage::NAME, timeline::NAME, about::NAME, privacy::NAME, doctor::NAME];
    let named = commands.map(|name| (name, bot.service.names.of(name, language).into()));
    let body = format!("{}\n\n{questions}", phrase_with(language, "help-text", named));
    let page = Page::new(phrase(language, "help-heading"), body, answerer.corpus().hash());
    bot.respond(command, page.reply(Bot::form_for(command.app_permissions)), true).await;
}
