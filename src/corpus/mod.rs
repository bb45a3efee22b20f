//! What Kembar knows: cited pages and their paragraphs, read from TOML files and checked.
//!
//! This module reads and checks; it never searches, and knows nothing of questions. What it hands over is right: the
//! other modules check nothing again.

mod date;
mod document;
mod fault;
mod glossary;
pub mod importing;
mod reading;
mod source;
mod walk;

use sha2::{Digest, Sha256};
use std::fmt;

pub use date::{BadDate, PartialDate};
pub use document::{BadDocumentId, BadPassageId, Document, DocumentId, Kind, Passage, PassageId, PassageNumber};
pub use fault::{Excerpt, Fault, Faults};
pub use glossary::{Glossary, Term};
pub(crate) use reading::squeezed;
pub use source::{CorpusFile, Source};
pub use walk::link_target;

use crate::language::Language;

/// Documents in the order of their ids, no id twice, and the glossary beside them.
#[derive(Debug, Clone)]
pub struct Corpus {
    documents: Vec<Document>,
    glossary: Glossary,
    fingerprint: [u8; 32],
}

impl Corpus {
    /// A corpus of these documents, of which no two may share an id.
    ///
    /// # Panics
    /// Where two documents share an id: who reads files reports that as a fault before.
    #[must_use]
    pub fn new(mut documents: Vec<Document>, glossary: Glossary) -> Self {
        documents.sort_by(|a, b| a.id.cmp(&b.id));
        assert!(documents.windows(2).all(|pair| pair[0].id != pair[1].id), "document ids are unique");
        let fingerprint = fingerprint(&documents, &glossary);
        Self { documents, glossary, fingerprint }
    }

    /// Reads and checks files as one corpus, wherever they come from.
    ///
    /// # Errors
    /// Every fault in every file, where there is one.
    pub fn read(files: Vec<CorpusFile>) -> Result<Self, Faults> {
        source::read_files(files)
    }

    /// The documents, in the order of their ids.
    #[must_use]
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Terms of the field in each language.
    #[must_use]
    pub const fn glossary(&self) -> &Glossary {
        &self.glossary
    }

    /// The document of that id.
    #[must_use]
    pub fn document(&self, id: &DocumentId) -> Option<&Document> {
        let place = self.documents.binary_search_by(|document| document.id.cmp(id)).ok()?;
        Some(&self.documents[place])
    }

    /// The passage of that id, with its document.
    #[must_use]
    pub fn passage(&self, id: &PassageId) -> Option<(&Document, &Passage)> {
        let document = self.document(&id.document)?;
        Some((document, document.passages.get(id.number.index())?))
    }

    /// How many passages there are, in whatever language.
    #[must_use]
    pub fn passage_count(&self) -> usize {
        self.documents.iter().map(|document| document.passages.len()).sum()
    }

    /// How many passages there are in `language`.
    #[must_use]
    pub fn passages_in(&self, language: Language) -> usize {
        self.documents
            .iter()
            .flat_map(|document| &document.passages)
            .filter(|passage| passage.text.get(language).is_some())
            .count()
    }

    /// A short hash of everything in it: two corpora with the same hash give the same answers.
    #[must_use]
    pub const fn hash(&self) -> CorpusHash {
        let [a, b, c, d, ..] = self.fingerprint;
        CorpusHash(u32::from_be_bytes([a, b, c, d]))
    }

    /// The SHA-256 of all that is searched and shown.
    #[must_use]
    pub const fn fingerprint(&self) -> &[u8; 32] {
        &self.fingerprint
    }
}

/// The first 32 bits of the SHA-256 of a corpus's content, written as eight hexadecimal digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct CorpusHash(u32);

/// The SHA-256 of what is searched and shown.
fn fingerprint(documents: &[Document], glossary: &Glossary) -> [u8; 32] {
    let mut sha = Sha256::new();
    let mut feed = |text: &str| {
        sha.update(text.len().to_le_bytes());
        sha.update(text.as_bytes());
    };
    for document in documents {
        // Field by field, so that a new one is not forgotten.
        let Document { id, title, publisher, published, url, kind, rights, passages, questions, untold } = document;
        feed(id.as_str());
        feed(publisher);
        feed(&published.map(|date| date.to_string()).unwrap_or_default());
        feed(url);
        feed(kind.name());
        feed(rights.as_deref().unwrap_or_default());
        for (language, title) in title.iter() {
            feed(language.code());
            feed(title);
        }
        for passage in passages {
            feed("passage");
            for (language, text) in passage.text.iter() {
                feed(language.code());
                feed(text);
            }
            for (language, asked) in passage.asked.iter() {
                feed(language.code());
                for asked in asked {
                    feed(asked);
                }
            }
        }
        for (language, questions) in questions.iter() {
            feed(language.code());
            for question in questions {
                feed(question);
            }
        }
        for (language, untold) in untold.iter() {
            feed("untold");
            feed(language.code());
            for untold in untold {
                feed(untold);
            }
        }
    }
    for term in glossary.terms() {
        feed(if term.is_place { "place" } else { "term" });
        if let Some(list) = term.apart {
            feed("apart");
            feed(&list.to_string());
        }
        for region in &term.within {
            feed("within");
            feed(&region.to_string());
        }
        for (language, names) in term.names.iter() {
            feed(language.code());
            for name in names {
                feed(name);
            }
        }
    }
    sha.finalize().into()
}

impl fmt::Display for CorpusHash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:08x}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_of_every_key_of_a_file() {
        let hash = |toml: &str| {
            let file = CorpusFile { name: "a.toml".to_owned(), content: Ok(toml.as_bytes().to_vec().into()) };
            Corpus::read(vec![file]).unwrap().hash()
        };
        let toml = "title = { en = \"T1\" }\npublisher = \"P1\"\npublished = \"2021\"\nurl = \"https://u1.example/\"\n\
                    kind = \"digest\"\nrights = \"R1\"\n[[passage]]\nen = \"One1.\"\nasked.en = [\"A1\"]\n\
                    [questions]\nen = [\"Q1\"]\n[untold]\nen = [\"N1\"]\n";
        assert_eq!(hash(toml), hash(&toml.replace("\n[", "\n\n[")), "a blank line is no content");
        for (part, other) in [
            ("T1", "T2"),
            ("P1", "P2"),
            ("2021", "2022"),
            ("u1", "u2"),
            ("digest", "verbatim"),
            ("R1", "R2"),
            ("rights = \"R1\"\n", ""),
            ("One1", "One2"),
            ("A1", "A2"),
            ("Q1", "Q2"),
            ("N1", "N2"),
        ] {
            assert_ne!(hash(toml), hash(&toml.replacen(part, other, 1)), "{part}");
        }
    }
}
