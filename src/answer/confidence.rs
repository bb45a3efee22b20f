//! How likely the best passage answers: a first, honest rule.
//!
//! A passage that holds most of what the question tells, and most of that in one sentence, probably answers it. A word
//! that the corpus has never seen weighs as the rarest of all, so a question about something else stays unanswered.

use super::query::Query;
use super::ranking::Fit;
use crate::index::{Field, Index};

/// From here on an answer is given as found.
pub(super) const FOUND: f32 = 0.6;
/// From here on the nearest passages are shown, said to be perhaps no answer.
pub(super) const UNSURE: f32 = 0.4;

/// The confidence in the passage of `fit`, 0 to 1: the mean of what is matched in the passage and in its best sentence.
pub(super) fn of(query: &Query, fit: &Fit, index: &Index) -> f32 {
    let concepts = query.concepts(Field::Words(fit.language));
    if concepts.is_empty() || index.is_empty() {
        return 0.0;
    }
    f32::midpoint(fit.coverage, fit.sentence_coverage).clamp(0.0, 1.0)
}
