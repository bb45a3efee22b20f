//! Passages by their names, without a question: what a citation points at, and what stands around it.

use crate::answer::{Answer, Answerer, CitedPassage, NotFound, Outcome, Question, RankedPassages, Reason, citation};
use crate::corpus::{Document, DocumentId, Passage, PassageId, PassageNumber};
use crate::language::{Folded, Language, is_digits, sentences};

/// A passage with its neighbours in its document.
#[derive(Debug, Clone, PartialEq)]
pub struct Surroundings {
    /// The passages before it, in order; none at the document's beginning.
    pub before: Vec<CitedPassage>,
    /// The passage itself.
    pub passage: CitedPassage,
    /// The passages after it, in order; none at the document's end.
    pub after: Vec<CitedPassage>,
}

impl Answerer {
    /// The passage of that permanent name, for a reader of `reader`; `None` where the corpus has none. What is looked up
    /// has no matched words, its first sentence for the best one, and the score 0.
    #[must_use]
    pub fn by_id(&self, id: &PassageId, reader: Language) -> Option<CitedPassage> {
        let (document, passage) = self.corpus().passage(id)?;
        Some(looked_up(document, passage, reader))
    }

    /// The passage of that number in a document.
    #[must_use]
    pub fn passage(&self, document: &DocumentId, number: PassageNumber, reader: Language) -> Option<CitedPassage> {
        self.by_id(&PassageId { document: document.clone(), number }, reader)
    }

    /// All passages of a document, in order; none where the corpus has no such document.
    #[must_use]
    pub fn passages_of(&self, document: &DocumentId, reader: Language) -> Vec<CitedPassage> {
        let document = self.corpus().document(document);
        let passages = document.into_iter().flat_map(|document| document.passages.iter().map(move |it| (document, it)));
        passages.map(|(document, passage)| looked_up(document, passage, reader)).collect()
    }

    /// The passage with up to `reach` passages before and after it.
    #[must_use]
    pub fn around(&self, id: &PassageId, reach: usize, reader: Language) -> Option<Surroundings> {
        let (document, passage) = self.corpus().passage(id)?;
        let place = id.number.index();
        let all = |passages: &[Passage]| passages.iter().map(|it| looked_up(document, it, reader)).collect();
        let end = document.passages.len().min(place.saturating_add(reach).saturating_add(1));
        Some(Surroundings {
            before: all(&document.passages[place.saturating_sub(reach)..place]),
            passage: looked_up(document, passage, reader),
            after: all(&document.passages[place + 1..end]),
        })
    }

    /// The answer to a question that is a passage's name and nothing else: that passage. `None` where it names no document
    /// of the corpus.
    pub(in crate::answer) fn named(&self, question: &Question) -> Option<Answer> {
        if !question.text.contains(['#', '＃']) {
            return None;
        }
        let (document, number) = document_and_number(&name_as_written(&question.text))?;
        let document = self.corpus().document(&document)?;
        let language = question.language.unwrap_or(question.fallback);
        let passage = number.and_then(|number| self.passage(&document.id, number, language));
        let passages = passage.and_then(|passage| RankedPassages::new(vec![passage]));
        let (outcome, confidence) = match passages {
            Some(passages) => (Outcome::Found { passages, spans: vec![Vec::new()], differing: Vec::new() }, 1.0),
            None => (Outcome::NotFound(no_such_passage(document, language)), 0.0),
        };
        let corpus = self.corpus().hash();
        Some(Answer { question: question.clone(), language, outcome, confidence, corpus, unanswered: Vec::new() })
    }
}

/// A name as the corpus writes it, of one as people type or copy it: without the brackets and the full stop around it, a phone's
/// capital or a Japanese keyboard's wide characters.
#[must_use]
pub fn name_as_written(typed: &str) -> String {
    Folded::new(typed).as_str().trim_matches(|it: char| !it.is_alphanumeric()).to_owned()
}

/// The document that a passage's `name` is of, and its number there; no number where no passage can have that one, as 0.
fn document_and_number(name: &str) -> Option<(DocumentId, Option<PassageNumber>)> {
    let (document, number) = name.rsplit_once('#')?;
    let (document, number) = (document.trim_end().parse().ok()?, number.trim_start());
    let is_number = is_digits(number);
    is_number.then(|| (document, number.parse().ok().and_then(PassageNumber::new)))
}

fn no_such_passage(document: &Document, reader: Language) -> NotFound {
    NotFound {
        reason: Reason::NoSuchPassage,
        sought: Vec::new(),
        did_you_mean: None,
        covered: vec![citation(document, PassageNumber::from_index(0), reader)],
        suggestions: Vec::new(),
    }
}

pub(super) fn looked_up(document: &Document, passage: &Passage, reader: Language) -> CitedPassage {
    let (language, text) = passage.text.for_reader(reader).expect("a passage has text in at least one language");
    let sentence = sentences(text).into_iter().next().unwrap_or(0..text.len());
    CitedPassage {
        citation: citation(document, passage.number, language),
        language,
        text: text.clone(),
        matches: Vec::new(),
        sentence,
        score: 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    fn answerer() -> Answerer {
        Answerer::new(Source::Embedded.read().expect("the embedded corpus is sound")).expect("its index is built")
    }

    fn id(text: &str) -> PassageId {
        text.parse().unwrap()
    }

    #[test]
    fn a_passage_is_found_by_its_name_in_the_readers_language() {
        let answerer = answerer();
        let nine = id("antara-2024-ambon-hamamatsu#9");
        for language in Language::ALL {
            let passage = answerer.by_id(&nine, language).unwrap();
            assert_eq!((passage.citation.passage.clone(), passage.language), (nine.clone(), language));
            assert!(!passage.best_sentence().is_empty() && passage.matches.is_empty());
            assert_eq!(answerer.passage(&nine.document, nine.number, language), Some(passage));
        }
        assert_eq!(answerer.by_id(&id("antara-2024-ambon-hamamatsu#99"), Language::En), None);
        assert_eq!(answerer.by_id(&id("no-such-page#1"), Language::En), None);
    }

    #[test]
    fn a_document_is_all_of_its_passages_in_order() {
        let answerer = answerer();
        let passages = answerer.passages_of(&"antara-2024-ambon-hamamatsu".parse().unwrap(), Language::Ja);
        let numbers: Vec<u32> = passages.iter().map(|passage| passage.citation.passage.number.get()).collect();
        assert_eq!(numbers, (1..=11).collect::<Vec<_>>());
        assert!(answerer.passages_of(&"no-such-page".parse().unwrap(), Language::Ja).is_empty());
    }

    #[test]
    fn around_a_passage_are_its_neighbours_as_far_as_there_are_any() {
        let answerer = answerer();
        let check = |name: &str, reach, before: &[u32], after: &[u32]| {
            let around = answerer.around(&id(name), reach, Language::Id).unwrap();
            let numbers = |passages: &[CitedPassage]| -> Vec<u32> {
                passages.iter().map(|passage| passage.citation.passage.number.get()).collect()
            };
            assert_eq!((numbers(&around.before), numbers(&around.after)), (before.to_vec(), after.to_vec()), "{name}");
            assert_eq!(around.passage.citation.passage, id(name));
        };
        check("antara-2024-ambon-hamamatsu#9", 1, &[8], &[10]);
        check("antara-2024-ambon-hamamatsu#1", 2, &[], &[2, 3]);
        check("antara-2024-ambon-hamamatsu#11", 1, &[10], &[]);
        check("antara-2024-ambon-hamamatsu#5", usize::MAX, &[1, 2, 3, 4], &[6, 7, 8, 9, 10, 11]);
        check("creative-hamamatsu-about#1", 1, &[], &[]);
        assert_eq!(answerer.around(&id("antara-2024-ambon-hamamatsu#12"), 1, Language::Id), None);
    }

    #[test]
    fn a_question_that_is_a_passages_name_is_answered_with_that_passage() {
        let answerer = answerer();
        let ask = |text: &str| answerer.answer(&Question::new(text).for_reader(Some(Language::Id)));
        let answer = ask(" antara-2024-ambon-hamamatsu#9 ");
        assert!(answer.is_found() && answer.passages().len() == 1);
        assert_eq!(answer.passages()[0].citation.passage, id("antara-2024-ambon-hamamatsu#9"));
        assert!(
            matches!(ask("antara-2024-ambon-hamamatsu#99").outcome, Outcome::NotFound(NotFound { reason: Reason::NoSuchPassage, covered, .. }) if covered.len() == 1)
        );
        for name in [
            "(antara-2024-ambon-hamamatsu#9)",
            "Antara-2024-Ambon-Hamamatsu#9",
            "antara-2024-ambon-hamamatsu＃9",
            "antara-2024-ambon-hamamatsu#９",
            "antara-2024-ambon-hamamatsu#9.",
            "「antara-2024-ambon-hamamatsu#9」。",
            "`antara-2024-ambon-hamamatsu #9`?",
        ] {
            let answer = ask(name);
            let shown: Vec<_> = answer.passages().iter().map(|passage| passage.citation.passage.to_string()).collect();
            assert_eq!(shown, ["antara-2024-ambon-hamamatsu#9"], "{name}");
        }
        for name in ["antara-2024-ambon-hamamatsu#0", "antara-2024-ambon-hamamatsu#99999999999"] {
            assert_eq!(ask(name).reason(), Some(Reason::NoSuchPassage), "{name}");
        }
        for question in
            ["antara-2024-ambon-hamamatsu#", "#9", "lagu #1 di ambon", "siapa antara-2024-ambon-hamamatsu#9"]
        {
            assert_ne!(ask(question).confidence.to_bits(), 1.0_f32.to_bits(), "{question}");
            assert_ne!(ask(question).reason(), Some(Reason::NoSuchPassage), "{question}");
        }
        let no_document = ask("c#4");
        assert!(no_document.passages().iter().all(|passage| passage.score > 0.0), "searched, not looked up");
        assert!(!matches!(no_document.outcome, Outcome::NotFound(NotFound { reason: Reason::NoSuchPassage, .. })));
    }
}
