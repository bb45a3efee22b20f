//! The message command *Find sources*: the passages that bear on somebody's message. It never says whether that is true.

use serenity::all::{CommandInteraction, CommandType, CreateActionRow, CreateCommand, ResolvedTarget};

use super::page::{Page, post_button};
use super::{ask, sources, unexplained};
use crate::answer::Answerer;
use crate::discord::bot::Bot;
use crate::discord::markup::without_markup;
use crate::discord::reader_of;
use crate::discord::rendering::Form;
use crate::discord::rendering::parts::{link, other_language, passage_text, source};
use crate::discord::reply::Reply;
use crate::language::Language;
use crate::phrases::{phrase, phrase_with};

/// How many passages are shown.
const PASSAGES: usize = 4;
/// The room of one.
const PASSAGE: usize = 300;

/// The name that Discord sends, whatever the reader's language.
pub(super) fn name() -> String {
    phrase(Language::En, "find-name")
}

pub(super) fn command() -> CreateCommand {
    unexplained("find").kind(CommandType::Message)
}

pub(super) async fn run(bot: &Bot, command: &CommandInteraction) {
    let language = reader_of(&command.locale);
    let text = match command.data.target() {
        Some(ResolvedTarget::Message(message)) => without_markup(&message.content),
        _ => String::new(),
    };
    let form = Bot::form_for(command.app_permissions);
    let found = bot.asking(|| found(&bot.service.answerer(), &text, language, form));
    let reply = found.unwrap_or_else(|| {
        let named = |name| bot.service.names.of(name, language).into();
        Reply::text(phrase_with(
            language,
            "find-nothing",
            [("ask", named(ask::NAME)), ("sources", named(sources::NAME))],
        ))
    });
    bot.respond(command, reply, true).await;
}

/// The passages, or `None` where there are none.
fn found(answerer: &Answerer, text: &str, language: Language, form: Form) -> Option<Reply> {
    let passages = answerer.bearing_on(text, language, PASSAGES);
    if passages.is_empty() {
        return None;
    }
    let entries = passages.iter().enumerate().map(|(place, passage)| {
        let cited = link(&passage.citation, &source(&passage.citation, language));
        let (other, text) = (other_language(passage, language), passage_text(passage, PASSAGE));
        format!("**{}.**{other} {text}\n-# {cited}", place + 1)
    });
    let entries: Vec<String> = entries.collect();
    let body = format!("{}\n{}", phrase(language, "find-note"), entries.join("\n"));
    let page = Page::new(phrase(language, "find-heading"), body, answerer.corpus().hash());
    Some(page.reply(form).with_rows(vec![CreateActionRow::Buttons(vec![post_button(language)])]))
}
