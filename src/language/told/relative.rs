//! Times that are told from today on: *last year*, *bulan depan*, 来年.

use crate::language::{Folded, is_cjk, words_of};

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

/// What tells that somebody is going there then, and asks of no such time.
const GOING: [&str; 14] = [
    "going",
    "go",
    "visit",
    "visiting",
    "travel",
    "travelling",
    "traveling",
    "trip",
    "berkunjung",
    "berangkat",
    "liburan",
    "main",
    "mau",
    "rencana",
];
const GOING_JA: [&str; 4] = ["行く", "行き", "行こ", "旅"];

/// Does `text` ask of a time that is told from today on, and not say that somebody goes there then.
#[must_use]
pub fn asks_of_a_relative_time(text: &str) -> bool {
    let goes = || {
        GOING_JA.iter().any(|goes| text.contains(goes)) || words_of(&text.to_lowercase()).any(|it| GOING.contains(&it))
    };
    names_a_relative_time(text) && !goes()
}

/// Does `text` name a time that is told from today on.
#[must_use]
pub fn names_a_relative_time(text: &str) -> bool {
    let folded = Folded::new(text);
    let text = folded.as_str();
    if text.contains(is_cjk) {
        return JA.iter().any(|time| text.contains(time));
    }
    let mut before = "";
    words_of(text).any(|word| {
        let is_time =
            BEFORE.contains(&before) && UNITS.contains(&word) || UNITS.contains(&before) && BEHIND.contains(&word);
        before = word;
        is_time
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_somebody_goes_there_is_not_asked() {
        assert!(asks_of_a_relative_time("who won last year?"));
        assert!(!asks_of_a_relative_time("we are going there next year, how many live there?"));
        assert!(!asks_of_a_relative_time("来月行くけど、何人いる"));
    }

    #[test]
    fn a_time_from_today_on_is_told() {
        for (text, expect) in [
            ("who won last year?", true),
            ("juara taun lalu siapa", true),
            ("来年はいつ", true),
            ("the last of the year", false),
            ("setiap tahun", false),
            ("tahun 2019", false),
            ("2019年", false),
            ("", false),
        ] {
            assert_eq!(names_a_relative_time(text), expect, "{text}");
        }
    }
}
