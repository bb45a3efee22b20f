//! What is said where nothing is found: what was looked for, what was perhaps meant, and what there is near it.

use std::ops::Range;

use super::answerer::{Answerer, Ranking, citation};
use super::{Answer, NotFound, Outcome, Question, Reason};
use crate::corpus::PassageNumber;
use crate::index::Field;
use crate::language::{Folded, Language, edit_distance, has_question_word};

impl Answerer {
    /// The words that `question` looks for, as asked, in order, each once.
    #[must_use]
    pub fn sought(&self, question: &Question) -> Vec<String> {
        self.ranking(question).sought()
    }

    /// The answer without a passage that is told by `reason` alone: to a greeting and the like.
    pub(super) fn nothing_but(&self, question: &Question, reason: Reason, language: Language) -> Answer {
        // Who is done is asked nothing more.
        let is_done = matches!(reason, Reason::Thanks | Reason::Understood | Reason::Farewell);
        let suggestions = if is_done { Vec::new() } else { self.suggestions(language, &[]) };
        let not_found = NotFound { reason, sought: Vec::new(), did_you_mean: None, covered: Vec::new(), suggestions };
        let (outcome, corpus) = (Outcome::NotFound(not_found), self.corpus().hash());
        Answer { question: question.clone(), language, outcome, confidence: 0.0, corpus }
    }

    /// The answer where no passage is one.
    pub(super) fn not_found(&self, ranking: &Ranking<'_>) -> NotFound {
        let concepts = ranking.query.concepts(Field::Words(ranking.asked_in));
        let topic = self.topic(ranking);
        let reason = if !ranking.text.chars().any(char::is_alphanumeric) {
            Reason::Empty
        } else if topic.is_some() {
            Reason::Topic
        } else if concepts.iter().all(|concept| !concept.known) {
            Reason::UnknownWords
        } else {
            Reason::NothingFits
        };
        let mut near: Vec<usize> = Vec::new();
        for fit in ranking.fits.iter().filter(|fit| fit.coverage >= NEAR) {
            let (document, _) = self.index().place(fit.passage);
            if !near.contains(&document) {
                near.push(document);
            }
        }
        near.truncate(OFFERED);
        let first = PassageNumber::from_index(0);
        NotFound {
            reason,
            sought: topic.map_or_else(|| ranking.sought(), |topic| vec![topic]),
            did_you_mean: self.did_you_mean(ranking),
            covered: near
                .iter()
                .map(|place| &self.corpus().documents()[*place])
                .map(|document| citation(document, first, ranking.language))
                .collect(),
            suggestions: self.suggestions(ranking.language, &near),
        }
    }

    /// What the glossary calls the one thing of it that a question is, where nothing is asked about that.
    fn topic(&self, ranking: &Ranking<'_>) -> Option<String> {
        let asks = ranking.query.kind().is_some() || ranking.query.want().is_some() || has_question_word(&ranking.text);
        let [only] = ranking.query.concepts(Field::Words(ranking.asked_in)) else { return None };
        let term =
            self.names().term_at(&ranking.text, &only.range).filter(|_| !asks && only.known && !only.is_aspect)?;
        let names = &self.corpus().glossary().terms()[term].names;
        Some(names.get(ranking.language)?.first()?.clone())
    }

    /// Up to three of the corpus's own questions, those of the documents at these places first.
    fn suggestions(&self, language: Language, near: &[usize]) -> Vec<String> {
        let documents = self.corpus().documents();
        let near = near.iter().filter_map(|place| documents[*place].questions.get(language)?.first());
        let mut suggestions: Vec<String> = Vec::new();
        for question in near.map(String::as_str).chain(self.sample_questions(language, OFFERED)) {
            if suggestions.len() < OFFERED && !suggestions.iter().any(|known| known == question) {
                suggestions.push(question.to_owned());
            }
        }
        suggestions
    }

    /// A word of the question that the corpus does not hold, and the nearest one that stands in a passage near the question.
    fn did_you_mean(&self, ranking: &Ranking<'_>) -> Option<(String, String)> {
        let language = ranking.asked_in;
        let field = Field::Words(language);
        let unknown = ranking.query.concepts(field).iter().filter(|concept| !concept.known);
        let nearest = unknown.filter_map(|concept| Some((concept, concept.alternatives.first()?)));
        let (concept, alternative) = nearest
            .filter(|(_, alternative)| alternative.closeness >= NEAR_MISS)
            .max_by(|a, b| a.1.closeness.total_cmp(&b.1.closeness))?;
        ranking.fits.iter().find_map(|fit| {
            let analyzed = self.index().analyzed(field, fit.passage)?;
            let place = analyzed.terms().iter().position(|term| *term == alternative.terms[0])?;
            let known = &self.text(fit.passage, language)?[analyzed.range(place)];
            let typed = &ranking.text[concept.range.clone()];
            let apart = edit_distance(Folded::new(typed).as_str(), Folded::new(known).as_str());
            (apart <= most_slips(typed)).then(|| (typed.to_owned(), known.to_owned()))
        })
    }
}

impl Ranking<'_> {
    /// Is it the name of a place and nothing else: nothing is asked about it.
    pub(super) fn is_a_place_alone(&self) -> bool {
        let [only] = self.query.concepts(Field::Words(self.asked_in)) else { return false };
        let mut beside = self.text[..only.range.start].chars().chain(self.text[only.range.end..].chars());
        only.is_place && !beside.any(char::is_alphanumeric)
    }

    /// The words that are looked for, as asked, each once; what stands together in the question, *Wi-Fi*, *優勝者*, is one.
    fn sought(&self) -> Vec<String> {
        let mut sought: Vec<Range<usize>> = Vec::new();
        for concept in self.query.concepts(Field::Words(self.asked_in)) {
            let Range { start, end } = concept.range;
            match sought.last_mut() {
                Some(last) if start <= last.end || self.text[last.end..start].chars().all(joins_words) => {
                    last.end = last.end.max(end);
                }
                _ => sought.push(start..end),
            }
        }
        let mut seen: Vec<Folded<'_>> = Vec::new();
        sought.retain(|range| {
            let word = Folded::new(&self.text[range.clone()]);
            let is_new = seen.iter().all(|other| other.as_str() != word.as_str());
            seen.extend(is_new.then_some(word));
            is_new
        });
        sought.into_iter().map(|range| self.text[range].to_owned()).collect()
    }
}

/// From which share of the question's weight on a passage is near it, though no answer.
const NEAR: f32 = 0.2;

/// How many documents and how many questions are offered where nothing was found.
const OFFERED: usize = 3;

/// How close a known word has to be for the bot to ask whether it was meant.
const NEAR_MISS: f32 = 0.5;

/// How many slips of the finger, at most, make another word of the one that was typed.
fn most_slips(typed: &str) -> usize {
    (typed.chars().count() / 4).max(1)
}

/// Does a character between two words of a question make one of them.
fn joins_words(character: char) -> bool {
    matches!(character, '-' | '‐' | '–' | '\'' | '’')
}
