//! How likely the best passage answers: a calibrated probability, by logistic regression over a few signals.
//!
//! Each signal can be explained to a reader of the answer: how much of the question is there, what is missing, does the
//! passage speak of the same city, does it hold a date where a date is asked for, how far behind is the next passage.

use super::query::{Query, idf};
use super::ranking::{Fit, occurrences};
use crate::index::{Field, Index};

/// From here on an answer is given as found.
pub(super) const FOUND: f32 = 0.4;
/// From here on the nearest passages are shown, said to be perhaps no answer.
pub(super) const UNSURE: f32 = 0.25;

/// How close a word has to come to be taken for the very name: other forms of it do, another name does not.
const AS_WRITTEN: f32 = 0.8;

/// What is known of the best passage; numbers are 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Signals {
    /// The share of the question's weight that is matched in the passage.
    pub(super) coverage: f32,
    /// The share of the question's weight that is matched in its best sentence.
    pub(super) sentence_coverage: f32,
    /// A name or a number of the question is not in the passage as it is written.
    pub(super) name_missing: f32,
    /// How closely the words that are matched are matched, on average; 1 is to the letter.
    pub(super) closeness: f32,
    /// How far the next passage is behind, in parts of the best one's score.
    pub(super) margin: f32,
    /// A kind of thing is asked for, and the best sentence holds none.
    pub(super) kind_missing: f32,
    /// A word that titles are made of is in the question, and neither in the passage nor in its title.
    pub(super) other_subject: bool,
    /// How much there is to go by: the question's weight, in parts of that of three words as rare as can be.
    pub(super) substance: f32,
}

impl Signals {
    /// What is known of the passage of `fit`, the next one of which has `next_score`. `is_subject` tells of a word whether
    /// titles are made of it, `in_title` whether the passage's own has it.
    pub(super) fn of(
        query: &Query,
        fit: &Fit,
        next_score: f32,
        index: &Index,
        is_subject: impl Fn(&str) -> bool,
        in_title: impl Fn(&str) -> bool,
    ) -> Option<Self> {
        let field = Field::Words(fit.language);
        let concepts = query.concepts(field);
        let analyzed = index.analyzed(field, fit.passage)?;
        let heaviest = idf(0, index.holders(field));
        let (mut closeness, mut matched) = (0.0, 0_u16);
        let (mut other_subject, mut name_missing) = (false, false);
        for concept in concepts {
            let found = occurrences(concept, analyzed.tokens());
            let closest = found.iter().map(|occurrence| occurrence.closeness).fold(0.0, f32::max);
            if closest > 0.0 {
                closeness += closest;
                matched += 1;
            }
            name_missing |= concept.is_name && closest < AS_WRITTEN && !concept.words().all(&in_title);
            let is_named = closest > 0.0 || concept.words().filter(|word| is_subject(word)).all(&in_title);
            other_subject |= !is_named;
        }
        let kind_missing = query
            .kind()
            .is_some_and(|kind| !(0..analyzed.sentence_count()).any(|sentence| analyzed.holds(sentence, kind)));
        let weight: f32 = concepts.iter().map(|concept| concept.weight).sum();
        Some(Self {
            coverage: fit.coverage.clamp(0.0, 1.0),
            sentence_coverage: fit.sentence_coverage.clamp(0.0, 1.0),
            name_missing: f32::from(u8::from(name_missing)),
            closeness: if matched == 0 { 0.0 } else { closeness / f32::from(matched) },
            margin: (1.0 - next_score / fit.score).clamp(0.0, 1.0),
            kind_missing: f32::from(u8::from(kind_missing)),
            other_subject,
            substance: (weight / (3.0 * heaviest)).min(1.0),
        })
    }

    /// The probability that the passage answers, 0 to 1. A passage about another subject, or without the date or
    /// the number that is asked for, is at most perhaps an answer.
    pub(super) fn confidence(self) -> f32 {
        let log_odds = INTERCEPT
            + 4.34 * self.coverage
            + 1.19 * self.sentence_coverage
            + 2.67 * self.closeness
            + 2.26 * self.margin
            + 1.35 * self.substance
            - 1.01 * self.name_missing
            - 1.13 * self.kind_missing;
        let probability = 1.0 / (1.0 + (-log_odds).exp());
        let probability = if self.other_subject { probability * OF_ANOTHER_SUBJECT } else { probability };
        if self.kind_missing > 0.0 { probability.min(FOUND - 0.01) } else { probability }
    }
}

/// What is left of the probability where the passage is about another subject.
const OF_ANOTHER_SUBJECT: f32 = 0.35;

/// The log odds with no signal at all. It and the weights above are fitted on one half of the question sets, see
/// `docs/finding.md`.
const INTERCEPT: f32 = -7.85;

#[cfg(test)]
mod tests {
    use super::*;

    const ALL_THERE: Signals = Signals {
        coverage: 1.0,
        sentence_coverage: 1.0,
        name_missing: 0.0,
        closeness: 1.0,
        margin: 0.3,
        kind_missing: 0.0,
        other_subject: false,
        substance: 0.6,
    };

    #[test]
    fn more_of_the_question_is_more_confidence() {
        let half = Signals { coverage: 0.5, sentence_coverage: 0.5, ..ALL_THERE };
        let little = Signals { coverage: 0.2, sentence_coverage: 0.2, closeness: 0.7, ..ALL_THERE };
        assert!(ALL_THERE.confidence() >= FOUND);
        assert!(half.confidence() < FOUND && half.confidence() > little.confidence());
        assert!(little.confidence() < UNSURE);
    }

    #[test]
    fn another_subject_is_never_found_and_a_missing_name_or_kind_costs() {
        assert!(Signals { other_subject: true, ..ALL_THERE }.confidence() < FOUND);
        assert!(Signals { name_missing: 1.0, ..ALL_THERE }.confidence() < ALL_THERE.confidence());
        assert!(Signals { kind_missing: 1.0, ..ALL_THERE }.confidence() < ALL_THERE.confidence());
    }
}
