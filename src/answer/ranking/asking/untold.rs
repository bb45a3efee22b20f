//! Whether a question comes nearer to what people ask in vain than to what the passage is asked for.
//!
//! A passage on an operation holds nearly every word of *which doctor operated*, and does not tell. Documents carry such
//! questions (`untold`), as passages carry those that they answer (`asked`).

use std::sync::OnceLock;

use super::wording::{Phrases, Question};
use crate::answer::understanding::Names;
use crate::corpus::{Corpus, Document, Passage};
use crate::index::Ordinal;
use crate::language::Language;

/// How near a question is to two kinds of phrases; each number is 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::answer) struct Nearness {
    /// To the nearest phrase that the passage answers, or question that its document does by it alone.
    pub(in crate::answer) told: f32,
    /// To the nearest phrase of any document that the corpus does not answer.
    pub(in crate::answer) untold: f32,
    /// How likely it is asked for what the passage answers, as all phrases together tell.
    pub(in crate::answer) likely_told: f32,
    /// The same for what is asked in vain.
    pub(in crate::answer) likely_in_vain: f32,
}

/// What people ask of a corpus in vain: for each language, its phrases, once a question in it is asked; `None` where none is
/// asked in vain.
#[derive(Default)]
pub(in crate::answer) struct Untold([OnceLock<Option<Phrases>>; 3]);

/// A question, compared with what is asked in vain.
pub(in crate::answer) struct Compared<'u> {
    phrases: &'u Phrases,
    texts: Texts<'u>,
    names: &'u Names,
    question: Question,
    /// How near it is to the nearest of that.
    untold: f32,
    /// How likely it is one of that.
    likely_in_vain: f32,
}

impl Untold {
    /// Makes the phrases of each language ready to be compared.
    pub(in crate::answer) fn prepare(&self, corpus: &Corpus) {
        for language in Language::ALL {
            self.phrases(Texts { corpus, language });
        }
    }

    fn phrases(&self, texts: Texts<'_>) -> Option<&Phrases> {
        let new = || Phrases::new(texts.language, texts.told(), texts.in_vain());
        self.0[texts.language as usize].get_or_init(new).as_ref()
    }

    /// A question to `corpus`, asked in `language`. `None` where the corpus does not say what people ask in vain in that.
    pub(in crate::answer) fn compared<'u>(
        &'u self,
        question: &str,
        language: Language,
        corpus: &'u Corpus,
        names: &'u Names,
    ) -> Option<Compared<'u>> {
        let texts = Texts { corpus, language };
        let phrases = self.phrases(texts)?;
        let question = phrases.question(question, names);
        let untold = phrases.nearest_in_vain(&question, names, |place| texts.in_vain().flatten().nth(place));
        let likely_in_vain = phrases.likely_in_vain(&question);
        Some(Compared { phrases, texts, names, question, untold, likely_in_vain })
    }
}

impl Compared<'_> {
    /// How near the question is to what the passage with this ordinal, this one of that document, is asked for, and to what
    /// is asked in vain.
    pub(in crate::answer) fn compare(&self, ordinal: Ordinal, (document, passage): (usize, usize)) -> Nearness {
        let text = |phrase| {
            let document = self.texts.corpus.documents().get(document)?;
            self.texts.of_passage(document, document.passages.get(passage)?).nth(phrase)
        };
        let told = self.phrases.nearest_told(&self.question, ordinal, self.names, text);
        let likely_told = self.phrases.likely_told(&self.question, ordinal);
        Nearness { told, untold: self.untold, likely_told, likely_in_vain: self.likely_in_vain }
    }
}

/// The phrases of a corpus in one language.
#[derive(Clone, Copy)]
struct Texts<'c> {
    corpus: &'c Corpus,
    language: Language,
}

impl<'c> Texts<'c> {
    /// Those of each document that are asked in vain.
    fn in_vain(self) -> impl Iterator<Item = impl Iterator<Item = &'c str>> + Clone {
        let of = move |document: &'c Document| document.untold.get(self.language);
        self.corpus.documents().iter().filter_map(of).map(|phrases| phrases.iter().map(String::as_str))
    }

    /// For each passage, those that it answers.
    fn told(self) -> impl Iterator<Item = impl Iterator<Item = &'c str>> + Clone {
        let of = move |document: &'c Document| {
            document.passages.iter().map(move |passage| self.of_passage(document, passage))
        };
        self.corpus.documents().iter().flat_map(of)
    }

    /// Those that this passage answers, with the questions of its document where that has no other passage; of several nobody
    /// says which one answers.
    fn of_passage(self, document: &'c Document, passage: &'c Passage) -> impl Iterator<Item = &'c str> {
        let questions = (document.passages.len() == 1).then_some(&document.questions);
        let of_passage = [Some(&passage.asked), questions].into_iter().flatten();
        of_passage.filter_map(move |phrases| phrases.get(self.language)).flatten().map(String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Glossary, Source};
    use crate::index::Index;
    use crate::language::ByLanguage;

    #[test]
    fn a_passage_tells_what_it_is_asked_for_and_not_what_is_asked_in_vain() {
        let corpus = Source::Embedded.read().expect("a sound corpus");
        let index = Index::build(&corpus).expect("its index");
        let (untold, names) = (Untold::default(), Names::new(corpus.glossary(), &index));
        for language in Language::ALL {
            let first = |phrases: &ByLanguage<Vec<String>>| phrases.get(language).expect("it has some")[0].clone();
            let document = &corpus.documents()[0];
            let passage = &document.passages[0];
            let compare = |question: &str| {
                untold.compared(question, language, &corpus, &names).expect("it has both").compare(0, (0, 0))
            };
            let answered = compare(&first(&passage.asked));
            assert!(answered.told > 0.99 && answered.untold < 0.99, "{answered:?}");
            let in_vain = compare(&first(&document.untold));
            assert!(in_vain.untold > 0.99 && in_vain.told < 0.99, "{in_vain:?}");
        }
        let silent = Document { untold: ByLanguage::default(), ..corpus.documents()[0].clone() };
        let silent = Corpus::new(vec![silent], Glossary::default());
        let of_silent = Untold::default();
        assert!(of_silent.compared("ambon", Language::En, &silent, &names).is_none());
    }
}
