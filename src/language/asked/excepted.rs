//! What a question leaves out of what it asks for: *besides Metz*, *selain Metz*, メス以外; *cities that are not in France*, フランスではない都市.

use std::ops::Range;

use super::denied::{leads, names_a_thing};
use crate::language::{is_one_of, word_ranges};

/// What stands before it, a word or two.
const BEFORE: [&str; 6] = ["besides", "except", "excluding", "outside", "selain", "kecuali"];
const BEFORE_TOO: [(&str, &str); 7] = [
    ("except", "for"),
    ("apart", "from"),
    ("aside", "from"),
    ("beside", "from"),
    ("other", "than"),
    ("outside", "of"),
    ("di", "luar"),
];
/// What denies, said of what is asked for where what stands before it leads to it: *yang bukan Metz*, *that are not in France*.
const DENIES: [&str; 8] = ["not", "aren't", "isn't", "bukan", "bkn", "tidak", "tdk", "gak"];
/// What may stand behind *not* where nothing leads to it: *cities not in France*. Behind these it is of a whole sentence.
const PLACED: [&str; 3] = ["in", "from", "of"];
const OF_A_SENTENCE: [&str; 11] = ["is", "are", "was", "were", "it", "he", "she", "they", "there", "this", "do"];
/// What stands before a place that was behind what is asked for: *before Metz*.
const EARLIER: [&str; 2] = ["before", "sebelum"];
/// The most words that follow: more are a clause, *before Ambon turned to Hamamatsu*, whose places are told of as well.
const BEHIND_EARLIER: usize = 3;
/// What stands behind it in Japanese. アンボンの他の都市 may be Ambon's.
const BEHIND: [&str; 8] = ["以外", "のほかに", "のほか、", "の他に", "を除い", "を除く", "じゃないほう", "じゃない方"];
/// The same, where a thing that is asked for follows: フランスではない都市.
const DENIES_JA: [&str; 4] = ["ではない", "じゃない", "でない", "にない"];

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

    /// What says in `question` that what is asked for was before something: *before Metz*. It leaves that out where it is a place. `None`
    /// where nothing says so.
    #[must_use]
    pub fn later(question: &str) -> Option<Self> {
        let before = word_ranges(question).find(|word| is_one_of(&question[word.clone()], &EARLIER))?;
        let clause = question[before.end..].split([',', ';', '?', '!']).next().unwrap_or_default();
        (word_ranges(clause).count() <= BEHIND_EARLIER).then_some(Self::Behind(before))
    }

    /// What says in `question` that what is asked for is not so of something: *yang bukan Metz*, *not from Metz*, メスではない都市. It leaves
    /// that out where it is a place. `None` where nothing says so.
    #[must_use]
    pub fn denied(question: &str) -> Option<Self> {
        let in_japanese = |denies: &str| {
            let mut found = question.match_indices(denies).map(|(at, _)| at..at + denies.len());
            found.find(|range| names_a_thing(&question[range.end..]))
        };
        if let Some(range) = DENIES_JA.iter().find_map(|denies| in_japanese(denies)) {
            return Some(Self::Before(range));
        }
        let words: Vec<Range<usize>> = word_ranges(question).collect();
        let is = |place: usize, listed: &[&str]| {
            words.get(place).is_some_and(|word| is_one_of(&question[word.clone()], listed))
        };
        let is_of_a_sentence =
            |place: usize| is(0, &OF_A_SENTENCE) || is(place - 1, &OF_A_SENTENCE) && !is(0, &["which", "what"]);
        let denies = (1..words.len()).find(|place| {
            is(*place, &DENIES) && (leads(place - 1, is) || is(place + 1, &PLACED) && !is_of_a_sentence(*place))
        })?;
        Some(Self::Behind(words[denies].clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_something_is_not_is_left_out() {
        for (question, expect) in [
            ("kota kembar yang bukan Metz", Some(Excepted::Behind(17..22))),
            ("kota yg tidak di Perancis", Some(Excepted::Behind(8..13))),
            ("cities that are not in France", Some(Excepted::Behind(16..19))),
            ("singers not from France", Some(Excepted::Behind(8..11))),
            ("メスではない都市は", Some(Excepted::Before(6..18))),
            ("フランスにない都市は", Some(Excepted::Before(12..21))),
            ("メスではないですか", None),
            ("メスじゃないの？", None),
            ("which cities are not in France", Some(Excepted::Behind(17..20))),
            ("is Metz not in France", None),
            ("why is it not in France", None),
            ("apakah tidak di Metz", None),
            ("not in France", None),
            ("", None),
        ] {
            assert_eq!(Excepted::denied(question), expect, "{question}");
        }
    }

    #[test]
    fn what_was_before_a_place_leaves_that_out_and_what_was_before_a_deed_none() {
        for (question, expect) in [
            ("which sister city was before Darwin", Some(Excepted::Behind(22..28))),
            ("sebelum dengan darwin, ambon kembaran sama kota mana", Some(Excepted::Behind(0..7))),
            ("where was the conference before Ambon turned to Hamamatsu", None),
            ("", None),
        ] {
            assert_eq!(Excepted::later(question), expect, "{question}");
        }
    }

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
