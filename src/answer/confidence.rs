//! How likely the best passage answers: a first, honest rule.
//!
//! A passage that holds most of what the question tells, and most of that in one sentence, probably answers it. A word
//! that the corpus has never seen weighs as the rarest of all, so a question about something else stays unanswered. And
//! a passage about Ambon is no answer about Hamamatsu: a word that titles are made of has to be in it, or in its title.

use super::query::Query;
use super::ranking::{Fit, occurrences};
use crate::index::{Field, Index};

/// From here on an answer is given as found.
pub(super) const FOUND: f32 = 0.6;
/// From here on the nearest passages are shown, said to be perhaps no answer.
pub(super) const UNSURE: f32 = 0.4;

/// The confidence in the passage of `fit`, 0 to 1: the mean of what is matched in the passage and in its best sentence;
/// less than [`FOUND`] where the passage does not name what the question is about, or holds nothing of the kind that is
/// asked for. `is_subject` tells of a word whether titles are made of it, `in_title` whether the passage's own has it.
pub(super) fn of(
    query: &Query,
    fit: &Fit,
    index: &Index,
    is_subject: impl Fn(&str) -> bool,
    in_title: impl Fn(&str) -> bool,
) -> f32 {
    let concepts = query.concepts(Field::Words(fit.language));
    if concepts.is_empty() || index.is_empty() {
        return 0.0;
    }
    let Some(analyzed) = index.analyzed(Field::Words(fit.language), fit.passage) else { return 0.0 };
    let names_subject = concepts.iter().filter(|concept| concept.words().any(&is_subject)).all(|concept| {
        let named = concept.words().filter(|word| is_subject(word)).all(&in_title);
        named || !occurrences(concept, analyzed.tokens()).is_empty()
    });
    let sentences = 0..analyzed.sentence_count();
    let holds_kind = query.kind().is_none_or(|kind| sentences.clone().any(|sentence| analyzed.holds(sentence, kind)));
    let matched = f32::midpoint(fit.coverage, fit.sentence_coverage).clamp(0.0, 1.0);
    if names_subject && holds_kind { matched } else { matched.min(FOUND - 0.01) }
}
