//! What a question leaves out of what it asks for: *besides Metz*, *selain Metz*, メス以外.

use crate::language::{Folded, find_word};

/// What stands before it.
const BEFORE: [&str; 10] = [
    "besides",
    "beside from",
    "apart from",
    "aside from",
    "other than",
    "except for",
    "except",
    "excluding",
    "selain",
    "kecuali",
];
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
        let folded = Folded::new(question);
        let found = BEFORE.iter().find_map(|before| find_word(folded.as_str(), before))?;
        Some(Self::Behind(folded.origin(found).end))
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
