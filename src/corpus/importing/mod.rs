//! A raw article, as text or as a saved page, to a document of the corpus: what a scraper leaves is mended, and told.
//!
//! Values in, values out: it reads no file, asks no network and writes nothing.
//!
//! The steps, each in a file of its own: bytes to text ([`decoding`]), a saved page to lines and what it says about
//! itself ([`nesting`], [`page`], [`place`], [`metadata`]), lines to paragraphs ([`lines`]), what is none of the article
//! ([`noise`]), what stands twice ([`copies`]), quotes ([`quotes`]); and the document to TOML ([`writing`]).

mod beginnings;
mod copies;
mod dates;
mod decoding;
mod lines;
mod metadata;
mod nesting;
mod noise;
mod page;
mod place;
mod quotes;
mod report;
mod writing;

use super::reading::{self, Read};
use super::{Document, DocumentId, Fault, Kind, PartialDate, Passage, PassageNumber};
use crate::language::{ByLanguage, Language, detect, sentences};
use metadata::Metadata;
use noise::Line;

pub use report::{Detail, Noise, Origin, QuoteMend, Report};
pub use writing::to_toml;

/// What is known of an article beside its file. What is given wins over what the file says.
#[derive(Debug, Clone)]
pub struct Given {
    /// The document's id.
    pub id: DocumentId,
    /// Its title.
    pub title: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When.
    pub published: Option<PartialDate>,
    /// The page's address.
    pub url: Option<String>,
    /// The language that it is in.
    pub language: Option<Language>,
}

/// A document that was made of an article.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The document, of [`Kind::Verbatim`].
    pub document: Document,
    /// The language that it is in.
    pub language: Language,
    /// Its corpus file.
    pub toml: String,
    /// What was found and mended.
    pub report: Report,
}

/// Why no document could be made of an article.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// The bytes are no text in an encoding that is known.
    #[error("the file is no text that can be read ({0}): save it as UTF-8")]
    NotText(&'static str),
    /// The file is of another kind, which is named.
    #[error("the file is {0}, which is not read: save the page as HTML or text")]
    NoArticle(&'static str),
    /// The file is what an import writes.
    #[error("the file is a corpus file already, and no article: save the page as HTML or text to import it")]
    CorpusFile,
    /// The page nests its elements deeper than any that a person wrote.
    #[error("the page's elements lie too deep in each other to be read: copy its text into a file, and import that")]
    TooDeep,
    /// Nothing was left that could be a paragraph.
    #[error("there is no paragraph of an article in the file: copy its text into a file, and import that")]
    NoParagraph,
    /// These are neither given nor in the file; each is the name of an option.
    #[error("the file does not say it, so it has to be given: {}", options(.0))]
    Missing(Vec<&'static str>),
    /// What would be written is no good corpus file.
    #[error("the document would have faults: {}", faults(.0))]
    Faulty(Vec<Fault>),
}

fn options(names: &[&str]) -> String {
    names.iter().map(|name| format!("--{name}")).collect::<Vec<_>>().join(", ")
}

fn faults(faults: &[Fault]) -> String {
    faults.iter().map(|fault| format!("{} ({})", fault.message, fault.hint)).collect::<Vec<_>>().join("; ")
}

/// Makes a document of an article: plain text, or HTML as a browser saves it.
///
/// # Errors
/// Where the bytes are no text or no article, hold no paragraph, or leave something open that only a person can tell.
pub fn import(raw: &[u8], given: &Given) -> Result<Imported, ImportError> {
    let mut report = Report::default();
    if let Some(kind) = decoding::no_article(raw) {
        return Err(ImportError::NoArticle(kind));
    }
    let text = decoding::text(raw, &mut report)?;
    if decoding::is_corpus_file(&text) {
        return Err(ImportError::CorpusFile);
    }
    let (lines, mut found) = if page::is_html(&text) {
        if nesting::is_too_deep(&text) {
            return Err(ImportError::TooDeep);
        }
        page::article(&text, &mut report)
    } else {
        (lines::paragraphs(&text, &mut report), Metadata::default())
    };
    let paragraphs = body(lines, given, &mut found, &mut report);
    if paragraphs.is_empty() {
        return Err(ImportError::NoParagraph);
    }
    let document = document(paragraphs, given, found, &mut report)?;
    checked(document, report)
}

/// The paragraphs of the article itself. What else the lines tell goes into `found`, the rest into the report.
fn body(lines: Vec<String>, given: &Given, found: &mut Metadata, report: &mut Report) -> Vec<String> {
    let mut parts: Vec<Vec<String>> = vec![Vec::new()];
    let mut rights: Vec<String> = Vec::new();
    for (line, kind) in noise::sorted(lines) {
        match kind {
            Line::Text => {
                let (kept, asides) = noise::without_asides(&line);
                report.left_out.extend(asides.into_iter().map(|aside| (Noise::ReadAlso, aside)));
                parts.last_mut().into_iter().for_each(|part| part.push(kept.clone()));
            }
            Line::Rights => {
                parts.push(Vec::new());
                report.rights_lines += 1;
                if !rights.contains(&line) {
                    rights.push(line);
                }
            }
            Line::Noise(noise) => {
                found.note(noise, &line);
                report.left_out.push((noise, line));
            }
        }
    }
    found.note_rights(&rights);
    let mut paragraphs = copies::once(parts, report);
    let title = given.title.clone().or_else(|| found.title.as_ref().map(|(title, _)| title.clone()));
    match title {
        Some(title) => without_title(&mut paragraphs, &title, report),
        None => found.title = heading(&mut paragraphs).map(|heading| (heading, Origin::Heading)),
    }
    quotes::mend(&mut paragraphs, report);
    paragraphs
}

/// Takes the title out of the paragraphs, where it stands among them once more.
fn without_title(paragraphs: &mut Vec<String>, title: &str, report: &mut Report) {
    let title = copies::key(title);
    paragraphs.retain(|paragraph| {
        let is_title = copies::key(paragraph) == title;
        if is_title {
            report.left_out.push((Noise::Title, paragraph.clone()));
        }
        !is_title
    });
}

/// The first line as a title: where it ends no sentence, and most of the others do.
fn heading(paragraphs: &mut Vec<String>) -> Option<String> {
    let (first, rest) = paragraphs.split_first()?;
    let sentences = rest.iter().filter(|paragraph| lines::ends_a_sentence(paragraph)).count();
    let is_heading = !lines::ends_a_sentence(first) && first.chars().count() <= 200 && sentences * 2 > rest.len();
    is_heading.then(|| paragraphs.remove(0))
}

fn document(
    paragraphs: Vec<String>,
    given: &Given,
    found: Metadata,
    report: &mut Report,
) -> Result<(Document, Language), ImportError> {
    let text = paragraphs.join("\n");
    let language = match (given.language, detect(&text), found.language) {
        (Some(language), ..) => Some(report.take(Detail::Language, language, Origin::Given)),
        (None, Some(language), _) => Some(report.take(Detail::Language, language, Origin::Words)),
        (None, None, Some(language)) => Some(report.take(Detail::Language, language, Origin::Page("lang"))),
        (None, None, None) => None,
    };
    let title = report
        .choose(Detail::Title, given.title.clone(), found.title)
        .unwrap_or_else(|| report.take(Detail::Title, first_sentence(&paragraphs[0]), Origin::FirstSentence));
    let publisher = report.choose(Detail::Publisher, given.publisher.clone(), found.publisher);
    // A year that the copyright line names is not the day that the page meant.
    let is_told = found.published.as_ref().is_some_and(|(_, from)| *from != Origin::RightsLine);
    report.no_date = found.no_date.filter(|_| given.published.is_none() && !is_told);
    let date = report.choose(Detail::Published, given.published, found.published);
    let url = report.choose(Detail::Url, given.url.as_deref().map(|url| url.trim().to_owned()), found.url);
    let rights = found.rights.map(|rights| report.take(Detail::Rights, rights, Origin::RightsLine));
    let (Some(language), Some(publisher), Some(url)) = (language, &publisher, &url) else {
        let needed = [("language", language.is_some()), ("publisher", publisher.is_some()), ("url", url.is_some())];
        let missing = needed.into_iter().filter_map(|(option, is_known)| (!is_known).then_some(option));
        return Err(ImportError::Missing(missing.collect()));
    };
    let in_language = |text: String| ByLanguage::from_iter([(language, text)]);
    let passage = |(index, text)| Passage {
        number: PassageNumber::from_index(index),
        text: in_language(text),
        asked: ByLanguage::default(),
    };
    let document = Document {
        id: given.id.clone(),
        title: in_language(reading::squeezed(&title)),
        publisher: reading::squeezed(publisher),
        published: date,
        url: url.clone(),
        kind: Kind::Verbatim,
        rights,
        passages: paragraphs.into_iter().enumerate().map(passage).collect(),
        questions: ByLanguage::default(),
        untold: ByLanguage::default(),
    };
    Ok((document, language))
}

fn first_sentence(paragraph: &str) -> String {
    let first = sentences(paragraph).into_iter().next();
    first.map_or(paragraph, |range| &paragraph[range]).trim_end_matches(['.', '。']).to_owned()
}

/// The document with its file, of which it is sure that it reads back as the same document.
fn checked((document, language): (Document, Language), report: Report) -> Result<Imported, ImportError> {
    let toml = to_toml(&document);
    let Read { value, faults } = reading::document(&format!("{}.toml", document.id), toml.as_bytes());
    match value {
        Some(read) if read == document => Ok(Imported { document, language, toml, report }),
        Some(read) => Ok(Imported { toml: to_toml(&read), document: read, language, report }),
        None => Err(ImportError::Faulty(faults)),
    }
}
