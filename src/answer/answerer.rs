//! The one who answers.

use std::collections::HashSet;
use std::ops::Range;

use tantivy::TantivyError;

use super::confidence::{self, Signals};
use super::glossary::Names;
use super::query::Query;
use super::ranking::{Fit, occurrences, rank};
use super::span;
use super::weights::Weights;
use super::{Answer, Citation, CitedPassage, NotFound, Outcome, Question, RankedPassages, Reason};
use crate::corpus::{Corpus, PassageId};
use crate::index::{Analyzed, Field, Index};
use crate::language::{ByLanguage, Language, detect, terms};

/// Answers questions from one corpus. Cheap to share behind an `Arc`, safe to ask from any number of threads.
pub struct Answerer {
    corpus: Corpus,
    index: Index,
    names: Names,
    /// The words of each document's title, folded, in the order of the corpus.
    title_words: Vec<HashSet<String>>,
    /// The words that titles are made of: those of all documents.
    subjects: HashSet<String>,
    weights: Weights,
}

impl Answerer {
    /// Builds the index of `corpus` in memory.
    ///
    /// # Errors
    /// Where the index cannot be built, as with no memory to be had.
    pub fn new(corpus: Corpus) -> Result<Self, TantivyError> {
        let index = Index::build(&corpus)?;
        let names = Names::new(corpus.glossary());
        let title_words: Vec<HashSet<String>> =
            corpus.documents().iter().map(|document| title_words(&document.title).collect()).collect();
        let subjects = title_words.iter().flatten().cloned().collect();
        Ok(Self { title_words, subjects, corpus, index, names, weights: Weights::default() })
    }

    /// What it answers from.
    #[must_use]
    pub const fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Up to `limit` of the corpus's own questions in `language`, one a document, the same every time.
    #[must_use]
    pub fn sample_questions(&self, language: Language, limit: usize) -> Vec<&str> {
        self.corpus
            .documents()
            .iter()
            .filter_map(|document| document.questions.get(language)?.first().map(String::as_str))
            .take(limit)
            .collect()
    }

    /// The answer. The same question on the same corpus gives the same answer.
    #[must_use]
    pub fn answer(&self, question: &Question) -> Answer {
        let ranking = self.ranking(question);
        let Ranking { language, fits, .. } = &ranking;
        let confidence = self.confidence(&ranking).unwrap_or(0.0);
        // A passage far behind the best one is noise to a reader.
        let worth_showing = |fit: &&Fit| fit.score >= fits[0].score * LEAST_OF_BEST;
        let shown = (confidence >= confidence::UNSURE)
            .then(|| self.cite(&ranking, fits.iter().filter(worth_showing)))
            .and_then(RankedPassages::new);
        let outcome = match shown {
            Some(passages) if confidence >= confidence::FOUND => {
                let span = ranking.span(passages.best(), &fits[0]);
                Outcome::Found { passages, span }
            }
            Some(passages) => Outcome::Unsure { passages },
            None => Outcome::NotFound(self.not_found(&ranking)),
        };
        Answer { question: question.clone(), language: *language, outcome, confidence, corpus: self.corpus.hash() }
    }

    /// The passages in order of fit, the best first, whether they answer or not: what ranking is measured by.
    #[must_use]
    pub fn rank(&self, question: &Question) -> Vec<CitedPassage> {
        let ranking = self.ranking(question);
        self.cite(&ranking, ranking.fits.iter())
    }

    fn ranking<'q>(&self, question: &'q Question) -> Ranking<'q> {
        let text = read_part(&question.text);
        let detected = detect(text);
        let language = question.language.or(detected).unwrap_or(question.fallback);
        let asked_in = detected.unwrap_or(language);
        let query = Query::new(text, asked_in, &self.index, &self.names, &self.weights);
        let fits = rank(&query, asked_in, &self.index, &self.weights);
        let limit = question.limit.clamp(1, Question::MAX_PASSAGES);
        Ranking { text, language, asked_in, query, fits, limit }
    }

    fn cite<'f>(&self, ranking: &Ranking<'_>, fits: impl Iterator<Item = &'f Fit>) -> Vec<CitedPassage> {
        fits.take(ranking.limit).map(|fit| self.cited(fit, ranking.language, &ranking.query)).collect()
    }

    /// How likely the best passage answers; `None` where there is no passage.
    fn confidence(&self, ranking: &Ranking<'_>) -> Option<f32> {
        let best = ranking.fits.first()?;
        let next = ranking.fits.get(1).map_or(0.0, |next| next.score);
        let own = &self.title_words[self.index.place(best.passage).0];
        let is_subject = |word: &str| self.subjects.contains(word);
        let signals = Signals::of(&ranking.query, best, next, &self.index, is_subject, |word| own.contains(word))?;
        Some(signals.confidence())
    }

    fn not_found(&self, ranking: &Ranking<'_>) -> NotFound {
        let text = ranking.text;
        let concepts = ranking.query.concepts(Field::Words(ranking.asked_in));
        let reason = if !text.chars().any(char::is_alphanumeric) {
            Reason::Empty
        } else if concepts.iter().all(|concept| !concept.known) {
            Reason::UnknownWords
        } else {
            Reason::NothingFits
        };
        NotFound {
            reason,
            sought: concepts.iter().map(|concept| text[concept.range.clone()].to_owned()).collect(),
            did_you_mean: None,
            covered: Vec::new(),
            suggestions: self.sample_questions(ranking.language, 3).into_iter().map(str::to_owned).collect(),
        }
    }

    fn cited(&self, fit: &Fit, reader: Language, query: &Query) -> CitedPassage {
        let (document, passage) = self.index.place(fit.passage);
        let document = &self.corpus.documents()[document];
        let passage = &document.passages[passage];
        let (language, text) = passage.text.for_reader(reader).expect("a passage has text in at least one language");
        let (_, title) = document.title.for_reader(language).expect("a document has a title");
        let analyzed =
            self.index.analyzed(Field::Words(fit.language), fit.passage).expect("the passage was matched there");
        let sentence = if language == fit.language { analyzed.sentence(fit.sentence) } else { 0..text.len() };
        CitedPassage {
            citation: Citation {
                passage: PassageId { document: document.id.clone(), number: passage.number },
                title: title.clone(),
                publisher: document.publisher.clone(),
                published: document.published,
                url: document.url.clone(),
            },
            language,
            text: text.clone(),
            matches: if language == fit.language { matches(query, analyzed, language) } else { Vec::new() },
            sentence,
            score: fit.score,
        }
    }
}

/// A question as it was understood, and the passages that fit it.
struct Ranking<'q> {
    /// The part of the question that is read.
    text: &'q str,
    /// The reader's language.
    language: Language,
    /// The question's own.
    asked_in: Language,
    query: Query,
    /// The best first.
    fits: Vec<Fit>,
    /// How many to show at most.
    limit: usize,
}

impl Ranking<'_> {
    /// The words of the best passage that answer, where they are likely right.
    fn span(&self, best: &CitedPassage, fit: &Fit) -> Option<Range<usize>> {
        let kind = self.query.kind()?;
        let sentence = best.sentence.clone();
        span::find(kind, self.text, best.language, &best.text, sentence, &best.matches, fit.sentence_coverage)
    }
}

/// A passage whose score is less than this part of the best one's is not shown.
const LEAST_OF_BEST: f32 = 0.35;

/// The words of a title in all its languages, folded.
fn title_words(title: &ByLanguage<String>) -> impl Iterator<Item = String> {
    title.iter().flat_map(|(language, title)| terms(language, title)).map(|term| term.word)
}

/// The part of a question that is read.
fn read_part(text: &str) -> &str {
    text.char_indices().nth(Question::MAX_LENGTH).map_or(text, |(end, _)| &text[..end])
}

/// Where the words of the question stand in a passage, in order, apart from each other.
fn matches(query: &Query, analyzed: &Analyzed, language: Language) -> Vec<Range<usize>> {
    let tokens = analyzed.tokens();
    let concepts = query.concepts(Field::Words(language)).iter();
    let mut found: Vec<Range<usize>> = concepts
        .flat_map(|concept| occurrences(concept, tokens).into_iter().map(|occurrence| occurrence.range(tokens)))
        .collect();
    found.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}
