//! The passages in order, the best first.
//!
//! In the order in which to read them: `ranked` is what comes of a question; `fit` finds the candidates and scores them, by
//! `matching`, the words of the question that stand in each, and by `weights`; `reordering` looks into the best of them again;
//! `held` tells how closely one holds what is asked of.
//! [`asking`] is what people ask passages with, and what they ask in vain.

pub(super) mod asking;
mod fit;
mod held;
mod matching;
mod ranked;
mod reordering;
mod weights;

pub(super) use fit::{Fit, best_first, bring_forward, heaviest};
pub(super) use held::Held;
pub(super) use matching::{Matcher, Occurrence, Occurrences};
pub(super) use ranked::Ranking;
pub(super) use weights::{SYNONYM, Weights};
