//! `/about`: which version answers, and from what.

use serenity::all::{CommandInteraction, CreateCommand};

use super::localized;
use super::page::Page;
use crate::discord::bot::Bot;
use crate::discord::reader_of;
use crate::language::Language;
use crate::phrases::{phrase, phrase_with};

pub(super) const NAME: &str = "about";

pub(super) fn command() -> CreateCommand {
    localized(NAME)
}

pub(super) async fn run(bot: &Bot, command: &CommandInteraction) {
    let language = reader_of(&command.locale);
    let answerer = bot.service.answerer();
    let corpus = answerer.corpus();
    let facts = [
        ("version", env!("CARGO_PKG_VERSION").into()),
        ("documents", corpus.documents().len().into()),
        ("passages", corpus.passage_count().into()),
        ("corpus", corpus.hash().to_string().into()),
    ];
    let mut said = vec![phrase_with(language, "about-text", facts), passages_by_language(corpus, language)];
    said.extend(
        bot.service.source_url.as_deref().map(|url| phrase_with(language, "about-source", [("url", url.into())])),
    );
    let page = Page::new(phrase(language, "about-heading"), said.join("\n"), corpus.hash());
    bot.respond(command, page.reply(Bot::form_for(command.app_permissions)), true).await;
}

/// How many passages there are in each language.
pub(super) fn passages_by_language(corpus: &crate::corpus::Corpus, language: Language) -> String {
    let [id, en, ja] = Language::ALL.map(|of| corpus.passages_in(of));
    phrase_with(language, "passages-by-language", [("id", id.into()), ("en", en.into()), ("ja", ja.into())])
}
