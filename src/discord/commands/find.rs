//! The message command *Find sources*: the passages that bear on somebody's message. It never says whether that is true.

use serenity::all::{CommandInteraction, CommandType, CreateActionRow, CreateCommand, ResolvedTarget};

use super::page::{Page, post_button, text_room};
use super::{ask, sources, unexplained};
use crate::answer::{Answerer, CitedPassage};
use crate::corpus::CorpusHash;
use crate::discord::addressing::words;
use crate::discord::bot::Bot;
use crate::discord::limits::length;
use crate::discord::markup::without_markup;
use crate::discord::reader_of;
use crate::discord::rendering::Form;
use crate::discord::rendering::parts::{link, named, other_language, passage_text, source};
use crate::discord::reply::Reply;
use crate::language::Language;
use crate::phrases::{phrase, phrase_with};

/// How many passages are shown.
const PASSAGES: usize = 4;
/// The room of one.
const PASSAGE: usize = 300;
/// The least of one beside a link to its page: where there is less room, it has no link.
const LEAST: usize = 150;

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
        Some(ResolvedTarget::Message(message)) => without_markup(&words(message)),
        _ => String::new(),
    };
    if text.trim().is_empty() {
        bot.respond(command, Reply::text(phrase(language, "find-no-text")), true).await;
        return;
    }
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
    (!passages.is_empty()).then(|| shown(&passages, answerer.corpus().hash(), language, form))
}

fn shown(passages: &[CitedPassage], corpus: CorpusHash, language: Language, form: Form) -> Reply {
    let (heading, note) = (phrase(language, "find-heading"), phrase(language, "find-note"));
    let room = match form {
        Form::Embed => usize::MAX,
        Form::Text => text_room(&heading, length(&note) + 1),
    };
    let body = format!("{note}\n{}", entries(passages, language, room).join("\n"));
    let page = Page::new(heading, body, corpus);
    page.reply(form).with_rows(vec![CreateActionRow::Buttons(vec![post_button(language)])])
}

/// Each passage with its citation, all of them in `room`: what is said of a passage is shortened before it is left without its
/// source.
fn entries(passages: &[CitedPassage], language: Language, room: usize) -> Vec<String> {
    let around = |passage: &CitedPassage, place: usize, is_linked: bool| {
        let source = source(&passage.citation, language);
        let cited = if is_linked { link(&passage.citation, &source) } else { named(&passage.citation, &source) };
        (format!("**{}.**{} ", place + 1, other_language(passage, language)), format!("\n-# {cited}"))
    };
    let framed = |is_linked| {
        let framed: Vec<_> =
            passages.iter().enumerate().map(|(place, passage)| around(passage, place, is_linked)).collect();
        let taken: usize = framed.iter().map(|(head, cited)| length(head) + length(cited) + 1).sum();
        (framed, room.saturating_sub(taken) / passages.len().max(1))
    };
    let linked = framed(true);
    let (framed, room) = if linked.1 < LEAST { framed(false) } else { linked };
    let entry = |((head, cited), passage)| format!("{head}{}{cited}", passage_text(passage, PASSAGE.min(room)));
    framed.into_iter().zip(passages).map(entry).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Document, DocumentId, Glossary, Kind, Passage, PassageNumber};
    use crate::discord::limits;
    use crate::language::ByLanguage;

    #[test]
    fn in_plain_text_each_passage_is_shown_with_its_source() {
        let only = |text: &str| [(Language::Id, text.to_owned())].into_iter().collect::<ByLanguage<String>>();
        for (id, long) in [(10, 10), (DocumentId::MAX_LENGTH, 60), (DocumentId::MAX_LENGTH, 200)] {
            let document = |place: usize| Document {
                id: format!("{place}{}", "d".repeat(id - 1)).parse().expect("an id"),
                title: only("Judul"),
                publisher: format!("P{place}{}", "_".repeat(long)),
                published: Some("2024-11-20".parse().expect("a date")),
                url: format!("https://example.org/{}", "a".repeat(long)),
                kind: Kind::Digest,
                rights: None,
                passages: vec![Passage {
                    number: PassageNumber::from_index(0),
                    text: only(&format!("Kereta gantung Ambon nomor {place} dibuka di kota. ").repeat(20)),
                    asked: ByLanguage::default(),
                }],
                questions: ByLanguage::default(),
                untold: ByLanguage::default(),
            };
            let corpus = Corpus::new((0..6).map(document).collect(), Glossary::default());
            let answerer = Answerer::new(corpus).expect("its index is built");
            let documents = answerer.corpus().documents().iter().take(PASSAGES);
            let passages: Vec<_> =
                documents.flat_map(|document| answerer.passages_of(&document.id, Language::En)).collect();
            let reply = super::shown(&passages, answerer.corpus().hash(), Language::En, Form::Text);
            let shown = serde_json::to_value(reply.message()).expect("JSON")["content"].clone();
            let shown = shown.as_str().expect("text");
            assert!(length(shown) <= limits::CONTENT && shown.contains("\n-# Kembar"), "{shown}");
            let cited = shown.lines().filter(|line| line.starts_with("-# ") && line.ends_with("#1`")).count();
            let told = (1..=PASSAGES).filter(|number| shown.contains(&format!("**{number}.** (in Indonesian) Kereta")));
            assert_eq!((told.count(), cited), (PASSAGES, PASSAGES), "{shown}");
        }
    }
}
