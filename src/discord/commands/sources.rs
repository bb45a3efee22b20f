//! `/sources`: the documents of the corpus, each with who published it, when and where; a select opens one, page by page.

use serenity::all::{CommandInteraction, CreateActionRow, CreateCommand, CreateSelectMenu, CreateSelectMenuKind};
use serenity::all::{CreateButton, CreateSelectMenuOption};

use super::localized;
use super::page::{Page, Turn, post_button};
use crate::answer::Answerer;
use crate::corpus::{Document, DocumentId};
use crate::discord::bot::Bot;
use crate::discord::custom_id::CustomId;
use crate::discord::escape::link_target;
use crate::discord::limits::{self, cut, length};
use crate::discord::reader_of;
use crate::discord::rendering::Form;
use crate::discord::rendering::parts::{ADDRESS, line, passage_text};
use crate::discord::reply::Reply;
use crate::language::Language;
use crate::phrases::{date, phrase, phrase_with, punctuation};

pub(super) const NAME: &str = "sources";

/// How many documents stand on a page.
const DOCUMENTS: usize = 8;
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
    let entries: Vec<String> = corpus.documents().iter().map(|document| entry(document, language)).collect();
    let turn = Turn::to(page, &entries, DOCUMENTS);
    let count = corpus.documents().len();
    let heading = phrase_with(language, "sources-heading", [("count", count.into())]);
    let body = entries[turn.entries.clone()].join("\n");
    let mut rows: Vec<CreateActionRow> = Vec::new();
    let options: Vec<CreateSelectMenuOption> =
        corpus.documents()[turn.entries.clone()].iter().map(|document| option(document, language)).collect();
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
    let entries: Vec<String> = passages
        .iter()
        .map(|passage| {
            let id = &passage.citation.passage;
            format!("**{}.** {}\n-# `{id}`", id.number, passage_text(passage, PASSAGE))
        })
        .collect();
    let turn = Turn::to(page, &entries, usize::MAX);
    let (_, title) = document.title.for_reader(language)?;
    let body = format!("-# {}\n{}", published(document, language), entries[turn.entries.clone()].join("\n"));
    let row = turn.row(language, |page| CustomId::Document { document: id.clone(), page, language });
    let mut rows: Vec<CreateActionRow> = row.into_iter().collect();
    let mut buttons = Vec::new();
    if length(&document.url) <= limits::BUTTON_ADDRESS {
        buttons.push(CreateButton::new_link(&document.url).label(phrase(language, "open-source")));
    }
    buttons.push(post_button(language));
    rows.push(CreateActionRow::Buttons(buttons));
    let footer = turn.footer(answerer.corpus().hash(), language);
    Some(Page { heading: line(title), body, footer, picture: None }.reply(form).with_rows(rows))
}

fn entry(document: &Document, language: Language) -> String {
    let (_, title) = document.title.for_reader(language).expect("a document has a title");
    let title = line(title);
    let address = link_target(&document.url);
    let linked = if length(&address) <= ADDRESS { format!("[{title}]({address})") } else { title };
    format!("**{linked}**\n-# {}", published(document, language))
}

/// Publisher, date and how many paragraphs.
fn published(document: &Document, language: Language) -> String {
    let count = phrase_with(language, "paragraphs", [("count", document.passages.len().into())]);
    format!("{}{} · {count}", line(&document.publisher), on(document, language))
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
