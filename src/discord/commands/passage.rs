//! `/passage`: a passage by its document and its number, so that a citation can be looked up and quoted.

use serenity::all::{
    AutocompleteChoice, CommandInteraction, CommandOptionType, CreateActionRow, CreateButton, CreateCommand,
};

use super::page::{Page, post_button};
use super::{localized, localized_option, number, sources, text};
use crate::answer::{Answerer, CitedPassage, name_as_written};
use crate::corpus::{DocumentId, PassageId, PassageNumber};
use crate::discord::bot::Bot;
use crate::discord::custom_id::CustomId;
use crate::discord::limits::{self, cut, length};
use crate::discord::reader_of;
use crate::discord::rendering::Form;
use crate::discord::rendering::parts::{line, link, link_button, passage_text, source};
use crate::discord::reply::Reply;
use crate::language::Language;
use crate::phrases::{phrase, phrase_with};

pub(super) const NAME: &str = "passage";
const DOCUMENT: &str = "document";
const NUMBER: &str = "number";

/// The room of the passage.
const PASSAGE: usize = 1200;

pub(super) fn command() -> CreateCommand {
    let document = localized_option(CommandOptionType::String, "passage-document").required(true);
    let number = localized_option(CommandOptionType::Integer, "passage-number").min_int_value(1);
    let number = number.max_int_value(u32::MAX.into());
    localized(NAME).add_option(document.set_autocomplete(true)).add_option(number.set_autocomplete(true))
}

pub(super) async fn run(bot: &Bot, command: &CommandInteraction) {
    let language = reader_of(&command.locale);
    let form = Bot::form_for(command.app_permissions);
    let answerer = bot.service.answerer();
    let reply = named(text(command, DOCUMENT), number(command, NUMBER))
        .and_then(|id| answerer.by_id(&id, language))
        .map_or_else(|| unknown(bot, language), |it| shown(&answerer, &it, language, form));
    bot.respond(command, reply, true).await;
}

/// What is said where there is no such passage.
pub(super) fn unknown(bot: &Bot, language: Language) -> Reply {
    let sources = bot.service.names.of(sources::NAME, language);
    Reply::text(phrase_with(language, "passage-unknown", [("sources", sources.into())]))
}

/// What a person names: a document's id with a number, the first without one, or the passage's own name. No passage has a number
/// that is too large to be one.
fn named(document: &str, number: Option<i64>) -> Option<PassageId> {
    let document = name_as_written(document);
    let passage: Option<PassageId> = document.parse().ok();
    let passage = passage.or_else(|| {
        let document: DocumentId = document.parse().ok()?;
        Some(PassageId { document, number: PassageNumber::from_index(0) })
    })?;
    let number = number.map_or(Some(passage.number), |number| PassageNumber::new(u32::try_from(number).ok()?))?;
    Some(PassageId { number, ..passage })
}

fn shown(answerer: &Answerer, passage: &CitedPassage, language: Language, form: Form) -> Reply {
    let citation = &passage.citation;
    let cited = link(citation, &source(citation, passage.language));
    let rights = answerer.corpus().document(&citation.passage.document).map(sources::rights).unwrap_or_default();
    let body = format!("{}\n-# {cited}{rights}", passage_text(passage, PASSAGE - length(&rights)));
    let mut buttons: Vec<_> = link_button(&citation.url, phrase(language, "open-source")).into_iter().collect();
    let document = CustomId::Document { document: citation.passage.document.clone(), page: 0, language };
    buttons.push(CreateButton::new(document.to_string()).label(phrase(language, "whole-document")));
    buttons.push(post_button(language));
    let page = Page::new(line(&citation.title), body, answerer.corpus().hash());
    page.reply(form).with_rows(vec![CreateActionRow::Buttons(buttons)])
}

/// The documents that go on from what is typed; the paragraphs of the document that is given, or those whose number does.
pub(super) fn complete(answerer: &Answerer, command: &CommandInteraction) -> Vec<AutocompleteChoice> {
    let language = reader_of(&command.locale);
    let Some(focused) = command.data.autocomplete() else { return Vec::new() };
    if focused.name == DOCUMENT {
        let documents = answerer.complete_document(focused.value, limits::CHOICES).into_iter();
        return documents
            .filter_map(|document| {
                let (_, title) = document.title.for_reader(language)?;
                let name = format!("{title} · {}", document.publisher);
                Some(AutocompleteChoice::new(short(&name), document.id.as_str()))
            })
            .collect();
    }
    let Some(id) = named(text(command, DOCUMENT), None) else { return Vec::new() };
    let passages = answerer.passages_of(&id.document, language).into_iter();
    passages
        .filter(|passage| passage.citation.passage.number.to_string().starts_with(focused.value.trim()))
        .take(limits::CHOICES)
        .map(|passage| {
            let number = passage.citation.passage.number;
            AutocompleteChoice::new(short(&format!("{number}. {}", passage.text)), number.get())
        })
        .collect()
}

/// As much as the name of a choice has room for.
fn short(text: &str) -> String {
    cut(text, limits::CHOICE).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_named_by_its_number_and_none_by_one_that_is_too_large() {
        let check = |document: &str, number, expect: Option<&str>| {
            assert_eq!(named(document, number).map(|id| id.to_string()).as_deref(), expect, "{document} {number:?}");
        };
        check("kereta", None, Some("kereta#1"));
        check("kereta", Some(9), Some("kereta#9"));
        check("kereta#3", None, Some("kereta#3"));
        check("(Kereta＃３)", None, Some("kereta#3"));
        check("kereta#3", Some(9), Some("kereta#9"));
        for none in [0, -1, i64::from(u32::MAX) + 1, 5_000_000_000] {
            check("kereta", Some(none), None);
        }
        let command = serde_json::to_value(command()).expect("JSON");
        assert_eq!(command["options"][1]["max_value"], u32::MAX);
    }
}
