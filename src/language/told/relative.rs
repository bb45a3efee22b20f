//! Times that are told from today on: *last year*, *bulan depan*, 来年.

use crate::language::{AnswerKind, is_cjk, is_one_of, words_of, years};

/// The units of such a time.
#[rustfmt::skip]
const UNITS: [&str; 16] = [
    "year", "month", "week", "summer", "winter", "spring", "tahun", "taun", "taon", "thn", "th", "bulan", "bln", "minggu", "mggu", "pekan",
];
/// What stands before one in English.
const BEFORE: [&str; 3] = ["last", "this", "next"];
/// What stands behind one in Indonesian.
const BEHIND: [&str; 8] = ["lalu", "kemarin", "kmrn", "kemaren", "ini", "depan", "dpn", "mendatang"];
const JA: [&str; 10] = ["去年", "昨年", "今年", "来年", "先月", "今月", "来月", "先週", "今週", "来週"];

/// What comes again and again, of which the next one is asked for: *the next race*.
#[rustfmt::skip]
const EVENTS: [&str; 13] = [
    "anniversary", "competition", "concert", "conference", "contest", "delegation", "delegations", "edition", "festival", "race", "regatta",
    "renewal", "summit",
];
/// What asks for it, and how many words may stand between.
const NEXT: [&str; 2] = ["next", "upcoming"];
const BETWEEN: usize = 3;

/// What tells that somebody is going there then, and asks of no such time.
#[rustfmt::skip]
const GOING: [&str; 27] = [
    "will", "join", "ikut", "going", "go", "visit", "visiting", "travel", "travelling", "traveling", "trip", "accompany", "accompanying", "fly",
    "flying", "attend", "attending", "berkunjung", "berangkat", "liburan", "main", "mau", "rencana", "menemani", "mendampingi", "mengantar",
    "terbang",
];
const GOING_JA: [&str; 8] = ["行く", "行き", "行こ", "旅", "見学", "出張", "引率", "お邪魔"];

/// Does `text` ask of a time that is told from today on, and not say that somebody goes there then. What is so this year is mostly so
/// for long: of that only a date is asked.
#[must_use]
pub fn asks_of_a_relative_time(text: &str) -> bool {
    let goes = || GOING_JA.iter().any(|goes| text.contains(goes)) || words_of(text).any(|word| is_one_of(word, &GOING));
    let asks_when = || AnswerKind::of_question(text) == Some(AnswerKind::Date);
    let is_asked = || match relative_time(text) {
        None => false,
        Some(Time::Present) => asks_when(),
        Some(Time::Other) => true,
    };
    is_asked() && years(text).is_empty() && !goes()
}

/// A time that is told from today on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Time {
    /// *This year*, or the next one of its kind.
    Present,
    /// *Last year*, *next year*.
    Other,
}

/// Does `word`, an Indonesian one, make a time from today on of the unit `before` it: *taun lalu*.
pub(crate) fn ends_a_relative_time(before: &str, word: &str) -> bool {
    is_one_of(word, &BEHIND) && is_one_of(before, &UNITS)
}

/// That which `text` names.
fn relative_time(text: &str) -> Option<Time> {
    let of = |is_now: bool| if is_now { Time::Present } else { Time::Other };
    if text.contains(is_cjk) {
        return JA.iter().find(|time| text.contains(**time)).map(|time| of(time.starts_with('今')));
    }
    // *The last year* of something is none.
    let (mut before_that, mut before) = ("", "");
    let mut behind_next = BETWEEN + 1;
    for word in text.split(|it: char| !it.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let is_english = is_one_of(before, &BEFORE) && is_one_of(word, &UNITS) && !is_one_of(before_that, &["the"]);
        if is_english || ends_a_relative_time(before, word) {
            return Some(of(is_one_of(before, &["this"]) || is_one_of(word, &["ini"])));
        }
        if behind_next <= BETWEEN && is_one_of(word, &EVENTS) {
            return Some(Time::Present);
        }
        behind_next = match behind_next {
            // Beside it, and not behind it.
            0 if is_one_of(word, &["to"]) => BETWEEN + 1,
            _ if is_one_of(word, &NEXT) => 0,
            words => words + 1,
        };
        (before_that, before) = (before, word);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_somebody_goes_there_is_not_asked() {
        assert!(asks_of_a_relative_time("who won last year?"));
        assert!(asks_of_a_relative_time("when is it this year?"));
        assert!(!asks_of_a_relative_time("who is the mayor this year?"));
        assert!(asks_of_a_relative_time("next world conference of music cities, when?"));
        assert!(!asks_of_a_relative_time("what is raced for at the next conference"));
        assert!(!asks_of_a_relative_time("the last year of the race"));
        assert!(!asks_of_a_relative_time("what was planned for next year, 2022"));
        assert!(!asks_of_a_relative_time("we are going there next year, how many live there?"));
        assert!(!asks_of_a_relative_time("next month I accompany a choir to Japan. How many live there?"));
        assert!(!asks_of_a_relative_time("来月行くけど、何人いる"));
        assert!(!asks_of_a_relative_time("来月、博物館を見学する予定です。楽器は何点ありますか"));
    }

    #[test]
    fn a_time_from_today_on_is_told() {
        for (text, expect) in [
            ("who won last year?", true),
            ("juara taun lalu siapa", true),
            ("来年はいつ", true),
            ("the next yacht race", true),
            ("upcoming world conference of music cities", true),
            ("the office next to the race", false),
            ("the next step that they take before the race", false),
            ("the next city", false),
            ("the last of the year", false),
            ("setiap tahun", false),
            ("tahun 2019", false),
            ("2019年", false),
            ("", false),
        ] {
            assert_eq!(relative_time(text).is_some(), expect, "{text}");
        }
    }
}
