//! What a question says that only some of the passages that hold its words may tell: that something ended, that an office is over,
//! that it was the first.

use std::ops::Range;

use super::glossary::Names;
use crate::language::{Language, Order, asks_of_a_former, asks_who_says_so, counted, tells_of_an_end};

/// It, of a question.
#[derive(Debug, Clone)]
pub(super) struct Narrowed {
    /// Where the question says what is counted, where its number is asked for.
    pub(super) counted: Option<Range<usize>>,
    /// Something ends.
    pub(super) ends: bool,
    /// Somebody held an office before.
    pub(super) was_before: bool,
    /// Somebody says so; of a follow-up that asks nothing else.
    pub(super) said: bool,
    /// Which of several in a row; of a follow-up, where it does not say, the question before it.
    pub(super) order: Option<Order>,
    /// The place, as that of its term in the glossary, of which it was the first.
    pub(super) first_of: Option<usize>,
}

impl Narrowed {
    /// What `text`, which is in `language` and asks in these clauses, says from byte `own` on.
    pub(super) fn of(text: &str, own: usize, clauses: &[Range<usize>], language: Language, names: &Names) -> Self {
        let asked = &text[own..];
        let ends = |clause: &Range<usize>| clause.end > own && tells_of_an_end(&text[clause.clone()]);
        let in_order = Order::find(asked);
        let before = || if own > 0 { Order::find(text) } else { None };
        let order = in_order.clone().or_else(before);
        let counted = counted(asked, language).map(|range| own + range.start..own + range.end);
        Self {
            counted,
            ends: clauses.iter().any(ends),
            was_before: asks_of_a_former(asked),
            said: own > 0 && asks_who_says_so(asked),
            order: order.as_ref().map(|(order, _)| *order),
            first_of: in_order.and_then(|order| names.first_of(asked, order, language)?.place),
        }
    }
}
