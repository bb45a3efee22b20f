//! How well a passage fits a question: BM25 over concepts, and what BM25 does not see.
//!
//! The candidates that BM25 finds are looked at again, and scored by a sum of a few terms that can be named: how much of the
//! question is there at all, how often (BM25, in which the rarest words decide), in the title, where a paragraph says what
//! it is about, and whether the passage holds the kind of thing that is asked for. The weights are fitted
//! (`docs/finding.md`).

use std::ops::Range;

use super::query::{Concept, Query};
use super::weights::Weights;
use crate::index::{Field, Index, Ordinal, TermId, Token};
use crate::language::Language;

/// How a passage fits, in the language in which it fits best.
#[derive(Debug, Clone)]
pub(super) struct Fit {
    /// Which passage.
    pub(super) passage: Ordinal,
    /// The language.
    pub(super) language: Language,
    /// How well; greater than 0, on a scale of its own.
    pub(super) score: f32,
    /// The same in parts of the question's weight, whatever the language: about 1 for a good fit.
    pub(super) strength: f32,
    /// The share of the question's weight that is matched in the passage, 0 to 1.
    pub(super) coverage: f32,
    /// The share of the question's weight that is matched in the best sentence, 0 to 1.
    pub(super) sentence_coverage: f32,
}

/// The passages that fit best, the best first; equal ones in the order of the corpus. `language` is the question's.
pub(super) fn rank(query: &Query, language: Language, index: &Index, weights: &Weights) -> Vec<Fit> {
    let field_weight = |field: Field| {
        let own = if field.language() == language { 1.0 } else { weights.other_language };
        own * if field == Field::Bigrams { weights.bigrams_candidates } else { 1.0 }
    };
    let mut fits: Vec<Fit> = index
        .candidates(&query.wanted(field_weight), weights.candidates)
        .iter()
        .filter_map(|candidate| {
            Language::ALL
                .into_iter()
                .filter_map(|language| fit(query, language, candidate.passage, index, weights, &field_weight))
                .max_by(|a, b| a.score.total_cmp(&b.score))
        })
        .collect();
    fits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.passage.cmp(&b.passage)));
    fits
}

fn fit(
    query: &Query,
    language: Language,
    passage: Ordinal,
    index: &Index,
    weights: &Weights,
    field_weight: &impl Fn(Field) -> f32,
) -> Option<Fit> {
    let words = Field::Words(language);
    let analyzed = index.analyzed(words, passage)?;
    let matched = Matched::new(query, words, passage, index, weights)?;
    let mut score = matched.words + matched.whole;
    if language == Language::Ja
        && let Some(pairs) = Matched::new(query, Field::Bigrams, passage, index, weights)
    {
        score += pairs.words * weights.bigrams;
    }
    if query.kind().is_some_and(|kind| (0..analyzed.sentence_count()).any(|sentence| analyzed.holds(sentence, kind))) {
        score += weights.kind * heaviest(query.concepts(words));
    }
    let weight: f32 = query.concepts(words).iter().map(|concept| concept.weight).sum();
    let strength = if weight > 0.0 { score / weight } else { 0.0 };
    score *= field_weight(words);
    (score > 0.0).then_some(Fit {
        passage,
        language,
        score,
        strength,
        coverage: matched.coverage,
        sentence_coverage: matched.sentence_coverage,
    })
}

/// A place where a concept stands in a passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence {
    /// The first of its tokens.
    pub(super) token: usize,
    /// How many tokens it covers, with what stands between.
    length: usize,
    /// How close it comes to what is asked, 0 to 1.
    pub(super) closeness: f32,
}

impl Occurrence {
    /// The bytes of the passage that it covers.
    pub(super) fn range(self, tokens: &[Token]) -> Range<usize> {
        tokens[self.token].range().start..tokens[self.token + self.length - 1].range().end
    }
}

/// How many other tokens may stand between two words of one name.
const GAP: usize = 1;

/// Where `concept` stands among `tokens`, in order.
pub(super) fn occurrences(concept: &Concept, tokens: &[Token]) -> Vec<Occurrence> {
    let mut found = Vec::new();
    for (place, token) in tokens.iter().enumerate() {
        let mut best: Option<Occurrence> = None;
        for alternative in concept.alternatives.iter().filter(|alternative| alternative.terms[0] == token.term) {
            let mut end = place + 1;
            let all_there = alternative.terms[1..].iter().all(|term| {
                let next = tokens[end..].iter().take(1 + GAP).position(|token| token.term == *term);
                end += next.map_or(0, |skipped| skipped + 1);
                next.is_some()
            });
            if all_there && best.is_none_or(|best| best.closeness < alternative.closeness) {
                best = Some(Occurrence { token: place, length: end - place, closeness: alternative.closeness });
            }
        }
        found.extend(best);
    }
    found
}

struct Matched {
    /// What the words add to the score, in the unit of their weights.
    words: f32,
    /// What the passage as a whole adds: where its words stand, and how long it is.
    whole: f32,
    coverage: f32,
    sentence_coverage: f32,
}

impl Matched {
    #[expect(clippy::cast_precision_loss, reason = "lengths of passages are small")]
    fn new(query: &Query, field: Field, passage: Ordinal, index: &Index, weights: &Weights) -> Option<Self> {
        let analyzed = index.analyzed(field, passage)?;
        let title = index.title(field, passage);
        let asked_with = index.asked(field, passage);
        let mut phrases = vec![0.0; asked_with.len()];
        let tokens = analyzed.tokens();
        let relative_length = tokens.len() as f32 / index.average_length(field);
        let norm = weights.k1 * (1.0 - weights.b + weights.b * relative_length);
        let concepts = query.concepts(field);
        let heaviest = heaviest(concepts);
        let mut sentences = vec![0.0; analyzed.sentence_count()];
        let mut in_sentence = vec![0.0_f32; sentences.len()];
        let (mut words, mut whole, mut asked, mut matched) = (0.0, 0.0, 0.0, 0.0);
        for concept in concepts {
            asked += concept.weight;
            let found = occurrences(concept, tokens);
            let closest = found.iter().map(|occurrence| occurrence.closeness).fold(0.0, f32::max);
            let in_title = in_set(concept, |term| title.contains(&term));
            // The rarest words of a question say what it is about: a word half as heavy counts a quarter.
            let decisive = concept.weight * concept.weight / heaviest.max(f32::MIN_POSITIVE);
            words += weights.title * decisive * in_title;
            let mut in_asked: f32 = 0.0;
            for (phrase, terms) in phrases.iter_mut().zip(asked_with) {
                let closeness = in_set(concept, |term| terms.binary_search(&term).is_ok());
                *phrase += decisive * closeness;
                in_asked = in_asked.max(closeness);
            }
            matched += concept.weight * in_title.max(closest).max(weights.asked_closeness * in_asked);
            if concept.is_place && in_title.max(closest) == 0.0 {
                whole -= weights.place * heaviest;
            }
            if closest > 0.0 {
                let frequency = found.iter().map(|occurrence| occurrence.closeness).sum::<f32>() / closest;
                words += weights.bm25 * decisive * closest * (weights.k1 + 1.0) * frequency / (frequency + norm);
                let first = found[0].token as f32;
                whole += weights.lead * decisive * closest * weights.lead_length / (weights.lead_length + first);
                in_sentence.fill(0.0);
                for occurrence in &found {
                    let best = &mut in_sentence[usize::from(tokens[occurrence.token].sentence)];
                    *best = best.max(occurrence.closeness);
                }
                for (sentence, closeness) in sentences.iter_mut().zip(&in_sentence) {
                    *sentence += concept.weight * closeness;
                }
            }
        }
        words += weights.matched * matched + weights.asked * phrases.into_iter().fold(0.0, f32::max);
        whole -= weights.length * heaviest * relative_length.max(LEAST_LENGTH).ln();
        let best = sentences.iter().copied().fold(0.0, f32::max);
        let share = |part: f32| if asked > 0.0 { part / asked } else { 0.0 };
        Some(Self { words, whole, coverage: share(matched), sentence_coverage: share(best) })
    }
}

/// The least length, in parts of the average one, that still makes a difference: shorter passages are headings.
const LEAST_LENGTH: f32 = 0.05;

/// The weight of the heaviest concept; 0 where there is none.
pub(super) fn heaviest(concepts: &[Concept]) -> f32 {
    concepts.iter().map(|concept| concept.weight).fold(0.0, f32::max)
}

/// How close some terms come to naming `concept`, 0 to 1: the closeness of the closest of its names all of whose terms are
/// among them.
pub(super) fn in_set(concept: &Concept, holds: impl Fn(TermId) -> bool) -> f32 {
    let named = concept.alternatives.iter().filter(|name| name.terms.iter().all(|term| holds(*term)));
    named.map(|name| name.closeness).fold(0.0, f32::max)
}
