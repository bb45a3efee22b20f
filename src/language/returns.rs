//! Whether something is said to come back: *resumed*, *mulai lagi*, 再開. What tells of a beginning alone is no answer to when it came
//! back.

use std::ops::Range;

use super::{is_cjk, word_ranges};

/// How words that say so by themselves begin, in English.
const STEMS: [&str; 6] = ["resum", "restart", "reviv", "relaunch", "reopen", "rejoin"];
/// Words that say so behind what is done, in both languages that have Latin letters.
const AGAIN: [&str; 4] = ["again", "lagi", "lg", "kembali"];
/// What such a word stands behind where it asks for something else: *siapa lagi*, who else.
#[rustfmt::skip]
const ELSE: [&str; 14] = [
    "apa", "siapa", "mana", "kapan", "berapa", "brp", "ada", "apalagi", "satu", "what", "who", "when", "that", "sekali",
];
/// What *back* stands behind: *came back*.
const BACK: [&str; 9] = ["come", "comes", "came", "bring", "brought", "get", "got", "bounce", "bounced"];
/// The same in Japanese.
const JA: [&str; 8] = ["再開", "復活", "再び", "ふたたび", "再スタート", "再始動", "また始", "またやる"];

/// Where `text` says that something came back, in bytes; the first such word.
#[must_use]
pub fn told_to_return(text: &str) -> Option<Range<usize>> {
    if text.contains(is_cjk) {
        let found = JA.iter().filter_map(|returns| Some((text.find(returns)?, returns.len())));
        return found.min().map(|(start, length)| start..start + length);
    }
    let mut before = String::new();
    for range in word_ranges(text) {
        let word = text[range.clone()].to_lowercase();
        let is_behind = |others: &[&str]| others.contains(&before.as_str());
        let is_again = AGAIN.contains(&word.as_str()) && !before.is_empty() && !is_behind(&ELSE);
        if STEMS.iter().any(|stem| word.starts_with(stem)) || is_again || word == "back" && is_behind(&BACK) {
            return Some(range);
        }
        before = word;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_comes_back_is_told_by_its_words() {
        for (text, expect) in [
            ("When did the race start up again?", Some("again")),
            ("It was stopped in 1999 and resumed in 2007.", Some("resumed")),
            ("when did the festival come back", Some("back")),
            ("how far back does it go", None),
            ("when was that again", None),
            ("Kapan lomba digelar kembali", Some("kembali")),
            ("lomba mulai lg kapan", Some("lg")),
            ("siapa lagi yang ikut", None),
            ("kapan lagi", None),
            ("lagi cari info", None),
            ("2007年に再開されました", Some("再開")),
            ("復活した年", Some("復活")),
            ("いつ始まった", None),
            ("", None),
        ] {
            assert_eq!(told_to_return(text).map(|range| &text[range]), expect, "{text}");
        }
    }
}
