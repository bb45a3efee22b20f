//! What a question says that only some of the passages that hold its words may tell: that something ended, that an office is over,
//! that it was the first.

use std::ops::Range;

use super::glossary::Names;
use crate::language::{
    AnswerKind, Language, Order, asks_of_a_former, asks_of_now, asks_who_says_so, counted, names_a_role,
    tells_of_an_end, told_to_return,
};

/// Who of those who held an office one after the other is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::answer) enum HolderAsked {
    /// One who held it before.
    Former,
    /// The one who holds it now.
    Present,
}

/// It, of a question.
#[derive(Debug, Clone)]
pub(in crate::answer) struct Narrowed {
    /// Where the question says what is counted, where its number is asked for.
    pub(in crate::answer) counted: Option<Range<usize>>,
    /// Something ends.
    pub(in crate::answer) ends: bool,
    /// When something came back is asked.
    pub(in crate::answer) returns: bool,
    /// When an office is held, where a word says it.
    pub(in crate::answer) holder: Option<HolderAsked>,
    /// Somebody says so; of a follow-up that asks nothing else.
    pub(in crate::answer) said: bool,
    /// Which of several in a row; of a follow-up, where it does not say, the question before it.
    pub(in crate::answer) order: Option<Order>,
    /// The place, as that of its term in the glossary, of which it was the first.
    pub(in crate::answer) first_of: Option<usize>,
}

impl Narrowed {
    /// What `text`, which is in `language` and asks in these clauses, says from byte `own` on.
    pub(super) fn of(text: &str, own: usize, clauses: &[Range<usize>], language: Language, names: &Names) -> Self {
        let asked = &text[own..];
        let ends = |clause: &Range<usize>| clause.end > own && tells_of_an_end(&text[clause.clone()]);
        let returns = |clause: &Range<usize>| {
            let clause = clause.start.max(own)..clause.end.max(own);
            told_to_return(&text[clause.clone()]).is_some()
                && AnswerKind::of_question(&text[clause]) == Some(AnswerKind::Date)
        };
        let in_order = Order::find(asked);
        let before = || if own > 0 { Order::find(text) } else { None };
        let order = in_order.clone().or_else(before);
        let counted = counted(asked, language).map(|range| own + range.start..own + range.end);
        Self {
            counted,
            ends: clauses.iter().any(ends),
            returns: clauses.iter().any(returns),
            holder: if asks_of_a_former(asked) {
                Some(HolderAsked::Former)
            } else {
                (asks_of_now(asked) && names_a_role(text)).then_some(HolderAsked::Present)
            },
            said: own > 0 && asks_who_says_so(asked),
            order: order.as_ref().map(|(order, _)| *order),
            first_of: in_order.and_then(|order| names.first_of(asked, order, language)?.place),
        }
    }
}
