//! Whether a question comes nearer to what people ask in vain than to what the passage is asked for.
//!
//! A passage on an operation holds nearly every word of *which doctor operated*, and does not tell. Documents carry such
//! questions (`untold`), as passages carry those that they answer (`asked`).

use std::sync::OnceLock;

use super::glossary::Names;
use super::wording::{Phrases, Wording};
use crate::corpus::{Corpus, Document, Passage};
use crate::index::{Index, Ordinal};
use crate::language::Language;

/// How near a question is to two kinds of phrases, each 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Nearness {
    /// To the nearest phrase that the passage answers, or question that its document does by it alone.
    pub(super) told: f32,
    /// To the nearest phrase of any document that the corpus does not answer.
    pub(super) untold: f32,
}

/// What people ask of a corpus in vain.
pub(super) struct Untold {
    /// For each language, its phrases, once a question in it is asked; `None` where it has none.
    in_vain: [OnceLock<Option<Phrases>>; 3],
    /// For each passage and language, the phrases that it answers, once they are compared; of no passage where nothing is
    /// said to be asked in vain.
    told: Vec<[OnceLock<Vec<Wording>>; 3]>,
}

/// A question, compared with what is asked in vain.
pub(super) struct Asked {
    language: Language,
    wording: Wording,
    /// How near it is to the nearest of that.
    untold: f32,
}

impl Untold {
    pub(super) fn new(corpus: &Corpus, index: &Index) -> Self {
        let carries_any = corpus.documents().iter().any(|document| document.untold.languages().next().is_some());
        let passages = if carries_any { index.len() } else { 0 };
        let told = std::iter::repeat_with(Default::default).take(passages).collect();
        Self { in_vain: Default::default(), told }
    }

    /// A question to `corpus`, asked in `language`. `None` where the corpus does not say what people ask in vain in that.
    pub(super) fn asked(&self, question: &str, language: Language, corpus: &Corpus, names: &Names) -> Option<Asked> {
        if self.told.is_empty() {
            return None;
        }
        let in_vain = self.in_vain[language as usize].get_or_init(|| {
            let all = corpus.documents().iter().filter_map(|document| document.untold.get(language));
            Phrases::new(language, all.flatten().map(String::as_str), names)
        });
        let in_vain = in_vain.as_ref()?;
        let wording = in_vain.wording(question, names);
        let untold = in_vain.nearest(&wording);
        Some(Asked { language, wording, untold })
    }

    /// How near the question is to the phrases of the passage with this ordinal and to the questions of its document that can
    /// but be its own, and to what is asked in vain.
    pub(super) fn compare(
        &self,
        asked: &Asked,
        (ordinal, passage, document): (Ordinal, &Passage, &Document),
        names: &Names,
    ) -> Nearness {
        let told = self.told[ordinal as usize][asked.language as usize].get_or_init(|| {
            // Of several passages nobody says which one answers.
            let questions = (document.passages.len() == 1).then_some(&document.questions);
            let phrases = [Some(&passage.asked), questions].into_iter().flatten();
            let phrases = phrases.filter_map(|phrases| phrases.get(asked.language)).flatten();
            let in_vain = self.in_vain[asked.language as usize].get().and_then(Option::as_ref);
            in_vain.map(|as_in| phrases.map(|phrase| as_in.wording(phrase, names)).collect()).unwrap_or_default()
        });
        let told = told.iter().map(|phrase| asked.wording.nearness(phrase)).fold(0.0, f32::max);
        Nearness { told, untold: asked.untold }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Glossary, Source};
    use crate::language::ByLanguage;

    #[test]
    fn a_passage_tells_what_it_is_asked_for_and_not_what_is_asked_in_vain() {
        let corpus = Source::Embedded.read().expect("a sound corpus");
        let index = Index::build(&corpus).expect("its index");
        let (untold, names) = (Untold::new(&corpus, &index), Names::new(corpus.glossary(), &index));
        for language in Language::ALL {
            let first = |phrases: &ByLanguage<Vec<String>>| phrases.get(language).expect("it has some")[0].clone();
            let document = &corpus.documents()[0];
            let passage = &document.passages[0];
            let compare = |question: &str| {
                untold.compare(
                    &untold.asked(question, language, &corpus, &names).expect("it has both"),
                    (0, passage, document),
                    &names,
                )
            };
            let answered = compare(&first(&passage.asked));
            assert!(answered.told > 0.99 && answered.untold < 0.99, "{answered:?}");
            let in_vain = compare(&first(&document.untold));
            assert!(in_vain.untold > 0.99 && in_vain.told < 0.99, "{in_vain:?}");
        }
        let silent = Document { untold: ByLanguage::default(), ..corpus.documents()[0].clone() };
        let silent = Corpus::new(vec![silent], Glossary::default());
        let of_silent = Untold::new(&silent, &Index::build(&silent).expect("its index"));
        assert!(of_silent.asked("ambon", Language::En, &silent, &names).is_none());
    }
}
