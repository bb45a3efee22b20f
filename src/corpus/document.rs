//! What the corpus is made of: cited pages, and their paragraphs.

use std::fmt;
use std::num::NonZeroU32;
use std::str::FromStr;

use super::PartialDate;
use crate::language::{ByLanguage, is_digits};

/// The name of a document, permanent: the stem of its file. 1 to 80 of `a`–`z`, `0`–`9`, `-`, `_` and `.`; it starts
/// with a letter or digit, and is not `glossary`, whose file is no document.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DocumentId(Box<str>);

impl DocumentId {
    /// The longest id, in characters: a citation has to fit beside others into a button's 100.
    pub const MAX_LENGTH: usize = 80;
    /// The stem of the glossary's file, which no document can have.
    const GLOSSARY: &str = "glossary";

    /// The id as written.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The text is no document id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "a document id is 1 to 80 of a-z, 0-9, '-', '_' and '.', starts with a letter or digit, and is not `glossary`, the \
     glossary's own name"
)]
pub struct BadDocumentId;

impl FromStr for DocumentId {
    type Err = BadDocumentId;

    fn from_str(text: &str) -> Result<Self, BadDocumentId> {
        let plain = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit();
        let fits = text.len() <= Self::MAX_LENGTH
            && text != Self::GLOSSARY
            && text.bytes().next().is_some_and(plain)
            && text.bytes().all(|byte| plain(byte) || matches!(byte, b'-' | b'_' | b'.'));
        if fits { Ok(Self(text.into())) } else { Err(BadDocumentId) }
    }
}

/// The place of a passage in its document: 1, 2, 3 …
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PassageNumber(NonZeroU32);

impl PassageNumber {
    /// The number, or `None` for 0.
    #[must_use]
    pub fn new(number: u32) -> Option<Self> {
        NonZeroU32::new(number).map(Self)
    }

    /// The number of the passage at `index`, which counts from 0.
    ///
    /// # Panics
    /// With 4 294 967 295 passages or more before it.
    #[must_use]
    pub fn from_index(index: usize) -> Self {
        let number = u32::try_from(index).ok().and_then(|index| index.checked_add(1)).and_then(NonZeroU32::new);
        Self(number.expect("a document has fewer than 2^32 passages"))
    }

    /// The number, from 1.
    #[must_use]
    pub const fn get(self) -> u32 {
        self.0.get()
    }

    /// The place in `Document::passages`, from 0.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0.get() as usize - 1
    }
}

impl fmt::Display for PassageNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// The permanent name of a passage, written `antara-2024-ambon-hamamatsu#9`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PassageId {
    /// The document it stands in.
    pub document: DocumentId,
    /// Its place there.
    pub number: PassageNumber,
}

impl fmt::Display for PassageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}#{}", self.document, self.number)
    }
}

/// The text names no passage.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a passage is written DOCUMENT#NUMBER, as in antara-2024-ambon-hamamatsu#9")]
pub struct BadPassageId;

impl FromStr for PassageId {
    type Err = BadPassageId;

    fn from_str(text: &str) -> Result<Self, BadPassageId> {
        let (document, number) = text.rsplit_once('#').ok_or(BadPassageId)?;
        let number = is_digits(number).then(|| number.parse().ok()).flatten().and_then(PassageNumber::new);
        Ok(Self { document: document.parse().map_err(|_| BadPassageId)?, number: number.ok_or(BadPassageId)? })
    }
}

/// Whose words a document holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Our own words about what the page reports.
    Digest,
    /// The publisher's text, kept by who runs the bot.
    Verbatim,
}

impl Kind {
    /// As it is written in a corpus file.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Digest => "digest",
            Self::Verbatim => "verbatim",
        }
    }
}

/// One paragraph, in one or more languages.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Passage {
    /// Its place in its document.
    pub number: PassageNumber,
    /// What it says. At least one language, never empty.
    pub text: ByLanguage<String>,
    /// What people ask that it answers, in their words, not its own: searched beside the text, never shown. In languages
    /// of the text alone.
    pub asked: ByLanguage<Vec<String>>,
}

/// One cited page.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Document {
    /// Its permanent name.
    pub id: DocumentId,
    /// Its title. At least one language.
    pub title: ByLanguage<String>,
    /// Who published the page.
    pub publisher: String,
    /// When, where that is known.
    pub published: Option<PartialDate>,
    /// The page's address, `http` or `https`.
    pub url: String,
    /// Whose words the passages are.
    pub kind: Kind,
    /// The page's copyright line, where it has one.
    pub rights: Option<String>,
    /// Its paragraphs, numbered 1, 2, 3 … in this order. At least one.
    pub passages: Vec<Passage>,
    /// Questions that the page answers, as people would ask them: shown to readers and compared with what they ask, never
    /// searched.
    pub questions: ByLanguage<Vec<String>>,
    /// What people ask near the page's subject that the corpus does not tell, in their words: never shown. A question that
    /// comes nearer to these than to what is told is answered with more doubt.
    pub untold: ByLanguage<Vec<String>>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_id_reads_as_it_is_written() {
        let text = "antara-2024-ambon-hamamatsu#9";
        let id: PassageId = text.parse().unwrap();
        assert_eq!((id.document.as_str(), id.number.get(), id.number.index()), ("antara-2024-ambon-hamamatsu", 9, 8));
        assert_eq!(id.to_string(), text);
    }

    #[test]
    fn what_names_no_passage_is_refused() {
        for text in ["", "#", "a#", "a#0", "a#-1", "a#+1", "a#1x", "A#1", "a b#1", "#1", "-a#1", "a#99999999999", "a"] {
            assert_eq!(text.parse::<PassageId>(), Err(BadPassageId), "{text:?}");
        }
    }

    #[test]
    fn a_document_id_is_at_most_80_characters() {
        assert!("a".repeat(80).parse::<DocumentId>().is_ok());
        assert_eq!("a".repeat(81).parse::<DocumentId>(), Err(BadDocumentId));
    }

    #[test]
    fn the_glossarys_name_is_no_document_id() {
        assert_eq!("glossary".parse::<DocumentId>(), Err(BadDocumentId));
        assert!("glossary-of-music".parse::<DocumentId>().is_ok());
    }
}
