//! What a question leaves out of what it asks for: *besides Metz*, *selain Metz*, メス以外.

use std::ops::Range;

use crate::language::{is_one_of, word_ranges};

/// What stands before it, a word or two.
const BEFORE: [&str; 5] = ["besides", "except", "excluding", "selain", "kecuali"];
const BEFORE_TOO: [(&str, &str); 5] =
    [("except", "for"), ("apart", "from"), ("aside", "from"), ("beside", "from"), ("other", "than")];
/// What stands behind it in Japanese. アンボンの他の都市 may be Ambon's.
const BEHIND: [&str; 8] = ["以外", "のほかに", "のほか、", "の他に", "を除い", "を除く", "じゃないほう", "じゃない方"];

/// What says that something is not asked for, where it stands in bytes of the question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Excepted {
    /// Right behind it that something is named.
    Behind(Range<usize>),
    /// Right before it.
    Before(Range<usize>),
}

impl Excepted {
    /// What says in `question` that something is left out; `None` where nothing is.
    #[must_use]
    pub fn find(question: &str) -> Option<Self> {
        let in_japanese = BEHIND.iter().find_map(|behind| Some((question.find(behind)?, behind)));
        if let Some((at, behind)) = in_japanese {
            return Some(Self::Before(at..at + behind.len()));
        }
        let mut words = word_ranges(question).peekable();
        while let Some(word) = words.next() {
            let next = words.peek().map(|next| &question[next.clone()]).unwrap_or_default();
            let is = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
            let is_two = |(first, second): &(&str, &str)| is(&question[word.clone()], first) && is(next, second);
            if BEFORE_TOO.iter().any(is_two) {
                return words.next().map(|second| Self::Behind(word.start..second.end));
            }
            if is_one_of(&question[word.clone()], &BEFORE) {
                return Some(Self::Behind(word));
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_asked_for_is_told() {
        for (question, expect) in [
            ("which cities besides Metz", Some(Excepted::Behind(13..20))),
            ("Selain Metz, kota apa", Some(Excepted::Behind(0..6))),
            ("メス以外の都市は", Some(Excepted::Before(6..12))),
            ("メスのほかにどこ", Some(Excepted::Before(6..18))),
            ("メスの他の都市", None),
            ("who is beside him", None),
            ("kota apa", None),
            ("", None),
        ] {
            assert_eq!(Excepted::find(question), expect, "{question}");
        }
    }
}
