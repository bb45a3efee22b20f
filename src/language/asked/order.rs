//! Which of several in a row is asked for or told: *the first*, *yang kedua*, 2番目.

use std::ops::Range;

use crate::language::{Folded, holds_one_of, is_cjk, is_one_of, word_ranges};

/// A place in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Order {
    /// The first.
    First,
    /// The one behind it.
    Second,
}

/// Words for it in Latin letters; *pertama kali*, the first time, is said of what happened more than once.
const FIRST: [&str; 5] = ["first", "1st", "pertama", "perdana", "pertamanya"];
const SECOND: [&str; 4] = ["second", "2nd", "ke2", "kedua"];
/// The same in Japanese.
const FIRST_JA: [&str; 9] = ["1個目", "一個目", "一つ目", "最初", "一番目", "1番目", "1つ目", "一番古い", "最も古い"];
const SECOND_JA: [&str; 6] = ["2番目", "二番目", "2つ目", "二つ目", "ふたつ目", "2個目"];
/// Of each of these, one character.
const IN_JA: [char; 3] = ['最', '目', '番'];
/// How the words of both lists begin.
const BEGINNINGS: [char; 10] = ['f', 'F', 'p', 'P', 's', 'S', 'k', 'K', '1', '2'];
/// What follows *kedua* where it is both that are meant.
const BOTH: [&str; 13] = [
    "pemerintah",
    "kota",
    "kotanya",
    "negara",
    "negaranya",
    "pihak",
    "belah",
    "wali",
    "walikota",
    "orang",
    "tempat",
    "tanggal",
    "bidang",
];

impl Order {
    /// Which is asked for or told in `text`, and where, in bytes; the first that is.
    #[must_use]
    pub fn find(text: &str) -> Option<(Self, Range<usize>)> {
        if text.contains(is_cjk) {
            if !text.contains(IN_JA) {
                return None;
            }
            let listed = [(Self::First, &FIRST_JA[..]), (Self::Second, &SECOND_JA[..])];
            let all = listed.into_iter().flat_map(|(order, words)| words.iter().map(move |word| (order, *word)));
            let found = all.filter_map(|(order, word)| Some((order, text.find(word)?, word.len())));
            return found
                .min_by_key(|(_, start, _)| *start)
                .map(|(order, start, length)| (order, start..start + length));
        }
        let is = |range: &Range<usize>, listed: &[&str]| is_one_of(&text[range.clone()], listed);
        let mut words = word_ranges(text).peekable();
        let mut is_first_word = true;
        while let Some(word) = words.next() {
            let begins = std::mem::replace(&mut is_first_word, false);
            if !text[word.clone()].starts_with(BEGINNINGS) {
                continue;
            }
            let next = words.peek();
            let is_before = |listed: &[&str]| next.is_some_and(|next| is(next, listed));
            if is(&word, &FIRST) && !is_before(&["kali", "time", "place"]) {
                return Some((Self::First, word));
            }
            // *Kedua kota* is both of them.
            let is_both = is(&word, &["kedua"]) && (begins || is_before(&BOTH));
            if is(&word, &SECOND) && !is_both {
                return Some((Self::Second, word));
            }
        }
        None
    }

    /// Is this the one that `text` asks for or tells.
    #[must_use]
    pub fn is_in(self, text: &str) -> bool {
        Self::find(text).is_some_and(|(order, _)| order == self)
    }
}

/// The places in a row from the third on, each as it is written.
#[rustfmt::skip]
const LATER: [(u8, [&str; 8]); 8] = [
    (3, ["third", "3rd", "ketiga", "ke3", "三番目", "3番目", "三つ目", "3つ目"]),
    (4, ["fourth", "4th", "keempat", "ke4", "四番目", "4番目", "四つ目", "4つ目"]),
    (5, ["fifth", "5th", "kelima", "ke5", "五番目", "5番目", "五つ目", "5つ目"]),
    (6, ["sixth", "6th", "keenam", "ke6", "六番目", "6番目", "六つ目", "6つ目"]),
    (7, ["seventh", "7th", "ketujuh", "ke7", "七番目", "7番目", "七つ目", "7つ目"]),
    (8, ["eighth", "8th", "kedelapan", "ke8", "八番目", "8番目", "八つ目", "8つ目"]),
    (9, ["ninth", "9th", "kesembilan", "ke9", "九番目", "9番目", "九つ目", "9つ目"]),
    (10, ["tenth", "10th", "kesepuluh", "ke10", "十番目", "10番目", "十個目", "10個目"]),
];

/// Which place in a row behind the second, 3 to 10, `text` asks for or tells; *ketiga kota* is all three, *a third one* one more.
#[must_use]
pub fn later_place(text: &str) -> Option<u8> {
    if text.contains(is_cjk) {
        let is_in = |words: &[&str]| words.iter().any(|word| !word.is_ascii() && text.contains(word));
        return LATER.iter().find(|(_, words)| text.contains('目') && is_in(words)).map(|(place, _)| *place);
    }
    let mut words = word_ranges(text).peekable();
    let mut is_one_more = false;
    while let Some(word) = words.next() {
        let was_one_more = std::mem::replace(&mut is_one_more, is_one_of(&text[word.clone()], &["a", "any"]));
        let next = words.peek().cloned();
        // *Ke-6*.
        let joined =
            next.as_ref().filter(|next| is_one_of(&text[word.clone()], &["ke"]) && text[word.end..next.start] == *"-");
        let is_apart =
            |(place, _): &&(u8, [&str; 8])| joined.is_some_and(|next| text[next.clone()].parse() == Ok(*place));
        let found = LATER.iter().find(|it| is_one_of(&text[word.clone()], &it.1) || is_apart(it));
        let is_all = text[word].starts_with(['k', 'K']) && next.is_some_and(|next| is_one_of(&text[next], &BOTH));
        if let Some((place, _)) = found.filter(|_| !is_all && !was_one_more) {
            return Some(*place);
        }
    }
    None
}

/// Words for the last one, and the newest where no date tells it.
const LAST: [&str; 5] = ["last", "latest", "final", "terakhir", "terbaru"];
const LAST_JA: [&str; 3] = ["最後の", "最新の", "最終の"];

/// Does `text` name the last of several; *last year* is a time, *at last* none.
#[must_use]
pub fn names_the_last(text: &str) -> bool {
    if text.contains(is_cjk) {
        return LAST_JA.iter().any(|last| text.contains(last));
    }
    let words: Vec<&str> = word_ranges(text).map(|range| &text[range]).collect();
    let is_time = |place: usize| {
        let next = words.get(place + 1);
        place > 0 && is_one_of(words[place - 1], &["at"])
            || next.is_some_and(|next| is_one_of(next, &["year", "month", "week", "night", "time", "kali"]))
    };
    (0..words.len()).any(|place| is_one_of(words[place], &LAST) && !is_time(place))
}

/// Words that tell when something began.
#[rustfmt::skip]
const BEGUN: [&str; 20] = [
    "began", "begin", "begun", "started", "start", "since", "launched", "founded", "opened", "origin", "back", "mulai", "dimulai", "sejak",
    "berawal", "bermula", "diluncurkan", "dicanangkan", "didirikan", "awal",
];
const BEGUN_JA: [&str; 6] = ["始ま", "始め", "から続", "初めて", "創業", "以来"];

/// Does `text` tell when something began, which is when it was first.
#[must_use]
pub fn tells_a_beginning(text: &str) -> bool {
    holds_one_of(Folded::new(text).as_str(), &BEGUN, &BEGUN_JA)
}

/// `question`, which asks for the first in a row, asked for the second; `None` where it does not.
#[must_use]
pub fn asked_for_the_second(question: &str) -> Option<String> {
    let (Order::First, range) = Order::find(question)? else { return None };
    let second = match question[range.clone()].chars().next()? {
        _ if question.contains(is_cjk) => "2番目",
        'p' | 'P' => "kedua",
        _ => "second",
    };
    let mut asked = question.to_owned();
    asked.replace_range(range, second);
    Some(asked)
}

/// Does `text` ask for nothing but the second: *and the second one?*, *yang kedua?*, 2番目は？
#[must_use]
pub fn asks_for_the_second_alone(text: &str) -> bool {
    const AROUND: [&str; 15] = [
        "and", "the", "one", "what", "about", "was", "is", "dan", "kalau", "kalo", "klo", "yang", "yg", "apa", "terus",
    ];
    const AROUND_JA: [&str; 8] = ["じゃあ", "では", "それで", "のは", "は", "の", "どこ", "何"];
    let Some((Order::Second, range)) = Order::find(text) else { return false };
    if text.contains(is_cjk) {
        let around = [&text[..range.start], &text[range.end..]].concat();
        let rest = AROUND_JA.iter().fold(around, |rest, around| rest.replace(around, ""));
        return !rest.contains(char::is_alphanumeric);
    }
    word_ranges(text).filter(|word| *word != range).all(|word| is_one_of(&text[word], &AROUND))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_alone_is_told() {
        for (text, expect) in [
            ("and the second?", true),
            ("the second one?", true),
            ("yang kedua?", true),
            ("kalau yg kedua apa?", true),
            ("2番目は？", true),
            ("じゃあ二つ目は", true),
            ("the second mayor", false),
            ("2番目の市長は", false),
            ("the first?", false),
            ("and?", false),
            ("", false),
        ] {
            assert_eq!(asks_for_the_second_alone(text), expect, "{text}");
        }
    }

    #[test]
    fn each_japanese_word_has_one_of_the_characters_that_are_looked_for_first() {
        assert!(FIRST_JA.iter().chain(&SECOND_JA).all(|word| word.contains(IN_JA)));
    }

    #[test]
    fn the_last_is_named() {
        for (text, expect) in [
            ("what was the last step", true),
            ("penyanyi maluku terakhir siapa", true),
            ("kota kembar yang terbaru", true),
            ("アンボンの最後の姉妹都市", true),
            ("who came last year", false),
            ("at last, who is it", false),
            ("terakhir kali", false),
            ("最初の姉妹都市", false),
            ("", false),
        ] {
            assert_eq!(names_the_last(text), expect, "{text}");
        }
    }

    #[test]
    fn later_places_are_told() {
        for (text, expect) in [
            ("What was the third step?", Some(3)),
            ("kota kembar kelima ambon", Some(5)),
            ("アンボンの4番目の姉妹都市は？", Some(4)),
            ("the seventh music city", Some(7)),
            ("kota musik ke-6 di mana", Some(6)),
            ("ke 6 kota", None),
            ("ketiga kota itu", None),
            ("there is a third one, which", None),
            ("the second step", None),
            ("2番目", None),
            ("", None),
        ] {
            assert_eq!(later_place(text), expect, "{text}");
        }
    }

    #[test]
    fn the_second_is_asked_for_as_the_first_was() {
        for (question, expect) in [
            ("what was ambon's first sister city", Some("what was ambon's second sister city")),
            ("what was Ambon’s first sister city", Some("what was Ambon’s second sister city")),
            ("the 1st café in ambon", Some("the second café in ambon")),
            ("kota kembar pertama ambon", Some("kota kembar kedua ambon")),
            ("kota kembar pertama “ambon”", Some("kota kembar kedua “ambon”")),
            ("アンボンの1番目の姉妹都市", Some("アンボンの2番目の姉妹都市")),
            ("アンボンの最初の姉妹都市どこ？", Some("アンボンの2番目の姉妹都市どこ？")),
            ("the second one", None),
            ("", None),
        ] {
            assert_eq!(asked_for_the_second(question).as_deref(), expect, "{question}");
        }
    }

    #[test]
    fn which_of_a_row_is_told() {
        for (text, expect) in [
            ("what was ambon's First sister city", Some((Order::First, "First"))),
            ("the second one?", Some((Order::Second, "second"))),
            ("kota kembar pertama ambon", Some((Order::First, "pertama"))),
            ("yg kedua?", Some((Order::Second, "kedua"))),
            ("kota kembar kedua ambon", Some((Order::Second, "kedua"))),
            ("pertemuan kedua negara", None),
            ("アンボンの二番目の姉妹都市は？", Some((Order::Second, "二番目"))),
            ("アンボンの最初の姉妹都市", Some((Order::First, "最初"))),
            ("pertama kali kapan", None),
            ("kedua kota itu", None),
            ("two seconds", None),
            ("", None),
        ] {
            assert_eq!(Order::find(text).map(|(order, range)| (order, &text[range])), expect, "{text}");
        }
    }
}
