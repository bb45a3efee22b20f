//! `/sources`: the documents of the corpus, each with who published it, when and where; a select opens one, page by page.

use serenity::all::CreateSelectMenuOption;
use serenity::all::{CommandInteraction, CreateActionRow, CreateCommand, CreateSelectMenu, CreateSelectMenuKind};

use super::localized;
use super::page::{Length, Page, ROOM, Turn, body, post_button, text_room};
use crate::answer::{Answerer, CitedPassage};
use crate::corpus::{Document, DocumentId};
use crate::discord::bot::Bot;
use crate::discord::custom_id::CustomId;
use crate::discord::limits::{self, cut, length};
use crate::discord::reader_of;
use crate::discord::rendering::Form;
use crate::discord::rendering::parts::{address, is_linkable, line, link_button, linked, passage_text, plain};
use crate::discord::reply::Reply;
use crate::language::Language;
use crate::phrases::{date, phrase, phrase_with, punctuation};

pub(super) const NAME: &str = "sources";

/// How many documents stand on a page.
const DOCUMENTS: usize = 8;
/// The room of a title and of a publisher where the documents of a page have no room together.
const SHORT_TITLE: usize = 80;
/// See [`SHORT_TITLE`].
const SHORT_PUBLISHER: usize = 50;
/// The room of a passage on a page.
const PASSAGE: usize = 1200;

pub(super) fn command() -> CreateCommand {
    localized(NAME)
}

pub(super) async fn run(bot: &Bot, command: &CommandInteraction) {
    let language = reader_of(&command.locale);
    let form = Bot::form_for(command.app_permissions);
    let reply = bot.asking(|| list(&bot.service.answerer(), 0, language, form));
    bot.respond(command, reply, true).await;
}

/// A page of the list of documents.
pub(super) fn list(answerer: &Answerer, page: u16, language: Language, form: Form) -> Reply {
    let corpus = answerer.corpus();
    let count = corpus.documents().len();
    let turn = Turn::of(page, count, DOCUMENTS);
    let shown = &corpus.documents()[turn.entries.clone()];
    let heading = phrase_with(language, "sources-heading", [("count", count.into())]);
    let body = body(form, "\n", |length| shown.iter().map(|document| entry(document, length, language)).collect());
    let mut rows: Vec<CreateActionRow> = Vec::new();
    let options: Vec<CreateSelectMenuOption> = shown.iter().map(|document| option(document, language)).collect();
    if !options.is_empty() {
        let custom_id = CustomId::Sources { page: turn.page, language };
        let select = CreateSelectMenu::new(custom_id.to_string(), CreateSelectMenuKind::String { options });
        rows.push(CreateActionRow::SelectMenu(select.placeholder(phrase(language, "sources-open"))));
    }
    // The select has this page's own id; the buttons name others.
    rows.extend(turn.row(language, |page| CustomId::Sources { page, language }));
    Page { heading, body, footer: turn.footer(corpus.hash(), language), picture: None }.reply(form).with_rows(rows)
}

/// A page of a document; `None` where the corpus has no such document.
pub(super) fn document(
    answerer: &Answerer,
    id: &DocumentId,
    page: u16,
    language: Language,
    form: Form,
) -> Option<Reply> {
    let document = answerer.corpus().document(id)?;
    let passages = answerer.passages_of(id, language);
    let (_, title) = document.title.for_reader(language)?;
    let heading = line(title);
    let mut published = published(document, &line(&document.publisher), language);
    // Where no button can open the page, its address is shown.
    if !is_linkable(&document.url) {
        published.extend(address(&document.url).map(|address| format!(" · <{address}>")));
    }
    let (published, rights) = (format!("-# {published}\n"), rights(document));
    let room = match form {
        Form::Embed => ROOM,
        Form::Text => ROOM.min(text_room(&heading, length(&published) + length(&rights))),
    };
    let entry = |passage: &CitedPassage| {
        let id = &passage.citation.passage;
        let (number, name) = (format!("**{}.** ", id.number), format!("\n-# `{id}`"));
        let room = room.saturating_sub(length(&number) + length(&name));
        format!("{number}{}{name}", passage_text(passage, PASSAGE.min(room)))
    };
    let entries: Vec<String> = passages.iter().map(entry).collect();
    let turn = Turn::to(page, &entries, room);
    let body = format!("{published}{}{rights}", entries[turn.entries.clone()].join("\n"));
    let row = turn.row(language, |page| CustomId::Document { document: id.clone(), page, language });
    let mut rows: Vec<CreateActionRow> = row.into_iter().collect();
    let mut buttons: Vec<_> = link_button(&document.url, phrase(language, "open-source")).into_iter().collect();
    buttons.push(post_button(language));
    rows.push(CreateActionRow::Buttons(buttons));
    let footer = turn.footer(answerer.corpus().hash(), language);
    Some(Page { heading, body, footer, picture: None }.reply(form).with_rows(rows))
}

fn entry(document: &Document, long: Length, language: Language) -> String {
    let (_, title) = document.title.for_reader(language).expect("a document has a title");
    let (title, publisher) = match long {
        Length::Usual => (linked(&line(title), &document.url), line(&document.publisher)),
        Length::Short => (plain(title, SHORT_TITLE), plain(&document.publisher, SHORT_PUBLISHER)),
    };
    format!("**{title}**\n-# {}", published(document, &publisher, language))
}

/// Publisher, escaped already, date and how many paragraphs.
fn published(document: &Document, publisher: &str, language: Language) -> String {
    let count = phrase_with(language, "paragraphs", [("count", document.passages.len().into())]);
    format!("{publisher}{} · {count}", on(document, language))
}

/// A line with the page's copyright, small; nothing where it has none.
pub(super) fn rights(document: &Document) -> String {
    document.rights.as_deref().map(|rights| format!("\n-# {}", line(rights))).unwrap_or_default()
}

/// When it was published, behind its publisher; nothing where that is not known.
fn on(document: &Document, language: Language) -> String {
    let on = |day| format!("{}{}", punctuation(language).comma, date(language, day));
    document.published.map(on).unwrap_or_default()
}

fn option(document: &Document, language: Language) -> CreateSelectMenuOption {
    let (_, title) = document.title.for_reader(language).expect("a document has a title");
    let short = |text: &str| cut(text, limits::OPTION).to_string();
    let published = format!("{}{}", document.publisher, on(document, language));
    CreateSelectMenuOption::new(short(title), document.id.as_str()).description(short(&published))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::corpus::{Corpus, Glossary, Kind, Passage, PassageNumber};
    use crate::language::ByLanguage;

    /// So many documents with a title, a publisher and an address as long as these.
    fn answerer(count: usize, title: usize, address: usize) -> Answerer {
        let only = |text: String| [(Language::Id, text)].into_iter().collect::<ByLanguage<String>>();
        let document = |place: usize| Document {
            id: format!("d{place:02}").parse().expect("an id"),
            title: only(format!("Judul{place:02}{}", "*".repeat(title))),
            publisher: "_".repeat(title),
            published: Some("2024-11-20".parse().expect("a date")),
            url: format!("https://example.org/{}", "a".repeat(address)),
            kind: Kind::Digest,
            rights: None,
            passages: vec![Passage {
                number: PassageNumber::from_index(0),
                text: only("Satu.".to_owned()),
                asked: ByLanguage::default(),
            }],
            questions: ByLanguage::default(),
            untold: ByLanguage::default(),
        };
        Answerer::new(Corpus::new((0..count).map(document).collect(), Glossary::default())).expect("its index is built")
    }

    #[test]
    fn in_plain_text_each_page_of_a_document_has_its_passages_names_and_its_copyright_line() {
        let only = |text: String| [(Language::Id, text)].into_iter().collect::<ByLanguage<String>>();
        for long in [10, 200] {
            let passage = |index: usize| Passage {
                number: PassageNumber::from_index(index),
                text: only("Kereta gantung dibuka. ".repeat(1 + index * long / 5)),
                asked: ByLanguage::default(),
            };
            let id: DocumentId = "d".repeat(DocumentId::MAX_LENGTH).parse().expect("an id");
            let document = Document {
                id: id.clone(),
                title: only("J*".repeat(long)),
                publisher: "P_".repeat(long),
                published: Some("2024-11-20".parse().expect("a date")),
                url: format!("http://wiki/{}", "a".repeat(long)),
                kind: Kind::Verbatim,
                rights: Some("R*".repeat(long)),
                passages: (0..6).map(passage).collect(),
                questions: ByLanguage::default(),
                untold: ByLanguage::default(),
            };
            let answerer = Answerer::new(Corpus::new(vec![document], Glossary::default())).expect("its index is built");
            let mut all = BTreeSet::new();
            for page in 0..6 {
                let reply = super::document(&answerer, &id, page, Language::Id, Form::Text).expect("it is there");
                let shown = serde_json::to_value(reply.message()).expect("JSON")["content"].clone();
                let shown = shown.as_str().expect("text");
                assert!(
                    length(shown) <= limits::CONTENT && shown.contains("-# R\\*") && shown.contains("<http"),
                    "{shown}"
                );
                let named: Vec<bool> = (1..=6).map(|number| shown.contains(&format!("`{id}#{number}`"))).collect();
                let texts: Vec<bool> = (1..=6).map(|number| shown.contains(&format!("**{number}.** Kereta"))).collect();
                assert_eq!(named, texts, "{shown}");
                all.extend((1..=6).filter(|number| named[number - 1]));
            }
            assert_eq!(all.len(), 6, "{all:?}");
        }
    }

    #[test]
    fn a_page_holds_as_many_documents_however_long_their_lines_are() {
        for (title, address) in [(10, 10), (10, 250), (200, 250), (200, 1000)] {
            let answerer = answerer(DOCUMENTS + 1, title, address);
            for form in [Form::Embed, Form::Text] {
                let pages = [0, 1, 9].map(|page| format!("{:?}", list(&answerer, page, Language::Id, form)));
                let shown = |page: &str| {
                    (0..=DOCUMENTS).filter(|place| page.contains(&format!("Judul{place:02}"))).collect::<Vec<_>>()
                };
                assert_eq!(shown(&pages[0]), (0..DOCUMENTS).collect::<Vec<_>>(), "{title} {address}");
                assert_eq!(shown(&pages[1]), [DOCUMENTS], "{title} {address}");
                assert_eq!(pages[1], pages[2], "past the end is the last page");
            }
        }
    }
}
