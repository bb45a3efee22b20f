//! `/ask`: a question, answered to all or to the asker alone.

use std::time::Instant;

use serenity::all::{AutocompleteChoice, CommandInteraction, CommandOptionType, CreateCommand};

use super::{flag, localized, localized_option, text};
use crate::answer::{Answerer, question_on_one_line};
use crate::discord::asked::Asked;
use crate::discord::bot::Bot;
use crate::discord::limits::{self, length};
use crate::discord::markup::without_markup;
use crate::discord::reader_of;
use crate::discord::rendering::{Audience, View};
use crate::language::Language;

pub(in crate::discord) const NAME: &str = "ask";
const QUESTION: &str = "question";
const PRIVATE: &str = "private";

pub(super) fn command() -> CreateCommand {
    let question = localized_option(CommandOptionType::String, "ask-question").required(true).set_autocomplete(true);
    localized(NAME).add_option(question).add_option(localized_option(CommandOptionType::Boolean, "ask-private"))
}

pub(super) async fn run(bot: &Bot, command: &CommandInteraction) {
    let start = Instant::now();
    let private = flag(command, PRIVATE).unwrap_or(false);
    let asked = Asked::new(&question_on_one_line(&without_markup(text(command, QUESTION))));
    let question = asked.question().for_reader(Language::of_locale(&command.locale));
    let given = bot.answer(&question, command.guild_id);
    let form = Bot::form_for(command.app_permissions);
    let view = View::new(form, command.user.id, Audience::of(private));
    let reply = given.shown(&view);
    if bot.respond(command, reply, private).await {
        bot.service.health().note_reply(start.elapsed());
    }
}

/// The corpus's own questions and titles that go on from what is typed.
pub(super) fn complete(answerer: &Answerer, command: &CommandInteraction) -> Vec<AutocompleteChoice> {
    let Some(focused) = command.data.autocomplete() else { return Vec::new() };
    let offered = answerer.complete(focused.value, reader_of(&command.locale), limits::CHOICES);
    // One that a choice has no room for would be asked cut short.
    let whole = offered.into_iter().filter(|text| length(text) <= limits::CHOICE);
    whole.map(|text| AutocompleteChoice::new(text, text)).collect()
}
