//! What the benches ask, and what they ask it of.

pub mod generator;

use std::fs;
use std::path::PathBuf;

use kembar::corpus::{Corpus, Document, Glossary, Kind, Passage, PassageNumber, Source};
use kembar::language::{ByLanguage, Language};

/// A corpus, and questions of it.
pub struct Material {
    /// How it is called in a table.
    pub name: String,
    pub corpus: Corpus,
    /// The questions with the readers' languages.
    pub questions: Vec<(Language, String)>,
}

impl Material {
    /// The corpus that is shipped, with the questions of `tests/questions/`.
    pub fn shipped() -> Self {
        const ASKED: [(Language, &[&str]); 3] = [
            (
                Language::Id,
                &[
                    include_str!("../../tests/questions/fitted/answerable_id.txt"),
                    include_str!("../../tests/questions/held_out/answerable_id.txt"),
                    include_str!("../../tests/questions/fitted/unanswerable_id.txt"),
                ],
            ),
            (
                Language::En,
                &[
                    include_str!("../../tests/questions/fitted/answerable_en.txt"),
                    include_str!("../../tests/questions/held_out/answerable_en.txt"),
                    include_str!("../../tests/questions/fitted/unanswerable_en.txt"),
                ],
            ),
            (
                Language::Ja,
                &[
                    include_str!("../../tests/questions/fitted/answerable_ja.txt"),
                    include_str!("../../tests/questions/held_out/answerable_ja.txt"),
                    include_str!("../../tests/questions/fitted/unanswerable_ja.txt"),
                ],
            ),
        ];
        let of_language = |(language, files): (Language, &'static [&str])| {
            let lines = files.iter().flat_map(|file| file.lines());
            let text = |line: &str| line.split(" | ").next().unwrap_or_default().to_owned();
            lines.map(move |line| (language, text(line))).collect::<Vec<_>>()
        };
        Self {
            name: "shipped".to_owned(),
            corpus: Source::Embedded.read().expect("the embedded corpus is sound"),
            questions: ASKED.into_iter().flat_map(of_language).collect(),
        }
    }

    /// The paragraphs and questions of a language in `../shared/retrieval`, where that folder is.
    pub fn retrieval(language: Language) -> Option<Self> {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/retrieval").join(language.code());
        let lines = |file: &str| -> Option<Vec<serde_json::Value>> {
            let text = fs::read_to_string(folder.join(file)).ok()?;
            text.lines().map(|line| serde_json::from_str(line).ok()).collect()
        };
        let text = |value: &serde_json::Value, key: &str| value[key].as_str().unwrap_or_default().to_owned();
        let paragraphs = lines("paragraphs.jsonl")?;
        let documents = paragraphs.iter().enumerate().map(|(place, paragraph)| {
            document(place, language, text(paragraph, "title"), vec![text(paragraph, "text")])
        });
        Some(Self {
            name: format!("{} {language}", paragraphs.len()),
            corpus: Corpus::new(documents.collect(), Glossary::default()),
            questions: lines("questions.jsonl")?.iter().map(|asked| (language, text(asked, "text"))).collect(),
        })
    }

    /// Up to `limit` of the questions in `language`, evenly from all of them.
    pub fn questions_in(&self, language: Language, limit: usize) -> Vec<&str> {
        let all: Vec<&str> =
            self.questions.iter().filter(|(of, _)| *of == language).map(|(_, text)| text.as_str()).collect();
        all.iter().copied().step_by((all.len() / limit.max(1)).max(1)).take(limit).collect()
    }
}

/// A document with these passages, in one language.
pub fn document(place: usize, language: Language, title: String, passages: Vec<String>) -> Document {
    let only = |text: String| [(language, text)].into_iter().collect::<ByLanguage<String>>();
    let passage = |(place, text)| Passage {
        number: PassageNumber::from_index(place),
        text: only(text),
        asked: ByLanguage::default(),
    };
    Document {
        id: format!("p{place:09}").parse().expect("an id"),
        title: only(title),
        publisher: "Bench".to_owned(),
        published: None,
        url: "https://example.org/".to_owned(),
        kind: Kind::Verbatim,
        rights: None,
        passages: passages.into_iter().enumerate().map(passage).collect(),
        questions: ByLanguage::default(),
        untold: ByLanguage::default(),
    }
}
