//! What a question leaves out of what it asks for: *besides Metz*, *selain Metz*, メス以外.

use crate::language::{is_one_of, word_ranges};

/// What stands before it, a word or two.
const BEFORE: [&str; 5] = ["besides", "except", "excluding", "selain", "kecuali"];
const BEFORE_TOO: [(&str, &str); 5] =
    [("except", "for"), ("apart", "from"), ("aside", "from"), ("beside", "from"), ("other", "than")];
/// What stands behind it in Japanese. アンボンの他の都市 may be Ambon's.
const BEHIND: [&str; 8] = ["以外", "のほかに", "のほか、", "の他に", "を除い", "を除く", "じゃないほう", "じゃない方"];

/// Where what is not asked for is named, in bytes of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Excepted {
    /// Right behind this byte.
    Behind(usize),
    /// Right before this byte.
    Before(usize),
}

impl Excepted {
    /// Where `question` says what it leaves out; `None` where it leaves out nothing.
    #[must_use]
    pub fn find(question: &str) -> Option<Self> {
        if let Some(at) = BEHIND.iter().find_map(|behind| question.find(behind)) {
            return Some(Self::Before(at));
        }
        let mut words = word_ranges(question).peekable();
        while let Some(word) = words.next() {
            let next = words.peek().map(|next| &question[next.clone()]).unwrap_or_default();
            let is = |one: &str, other: &str| one.eq_ignore_ascii_case(other);
            let is_two = |(first, second): &(&str, &str)| is(&question[word.clone()], first) && is(next, second);
            if BEFORE_TOO.iter().any(is_two) {
                return words.next().map(|second| Self::Behind(second.end));
            }
            if is_one_of(&question[word.clone()], &BEFORE) {
                return Some(Self::Behind(word.end));
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
            ("which cities besides Metz", Some(Excepted::Behind(20))),
            ("Selain Metz, kota apa", Some(Excepted::Behind(6))),
            ("メス以外の都市は", Some(Excepted::Before(6))),
            ("メスのほかにどこ", Some(Excepted::Before(6))),
            ("メスの他の都市", None),
            ("who is beside him", None),
            ("kota apa", None),
            ("", None),
        ] {
            assert_eq!(Excepted::find(question), expect, "{question}");
        }
    }
}
