//! Whether something is said to come back: *resumed*, *mulai lagi*, 再開. What tells of a beginning alone is no answer to when it came
//! back.

use std::ops::Range;

use crate::language::{is_cjk, word_ranges, words_of};

/// How words that say so by themselves begin, in English.
const STEMS: [&str; 6] = ["resum", "restart", "reviv", "relaunch", "reopen", "rejoin"];
/// Words that say so behind what is done, in both languages that have Latin letters.
const AGAIN: [&str; 6] = ["again", "lagi", "lg", "lai", "kembali", "ulang"];
/// What is done again, for *again*: somewhere before it.
#[rustfmt::skip]
const DONE: [&str; 22] = [
    "start", "started", "starting", "begin", "began", "begun", "held", "hold", "sail", "sailed", "sailing", "run", "running",
    "open", "opened", "taken", "take", "took", "pick", "picked", "going", "went",
];
/// The same in Indonesian, right before it: *siapa lagi* is who else, *sebutkan kembali* is said to the bot.
#[rustfmt::skip]
const DONE_ID: [&str; 24] = [
    "mulai", "dimulai", "memulai", "digelar", "gelar", "diadakan", "diselenggarakan", "jalan", "berjalan", "hidup", "dihidupkan",
    "aktif", "diaktifkan", "dibuka", "buka", "berlangsung", "berlayar", "lanjut", "dilanjutkan", "bergulir", "bangkit", "ada", "balik",
    "dilaksanakan",
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
    let (mut before, mut is_done) = (String::new(), false);
    for range in word_ranges(text) {
        let word = text[range.clone()].to_lowercase();
        let is_again = AGAIN.contains(&word.as_str())
            && if word == "again" { is_done } else { DONE_ID.contains(&before.as_str()) };
        let is_again = is_again && !(word == "ulang" && is_of_a_birthday(&text[range.end..]));
        let is_back = word == "back" && BACK.contains(&before.as_str());
        if STEMS.iter().any(|stem| word.starts_with(stem)) || is_again || is_back {
            return Some(range);
        }
        is_done |= DONE.contains(&word.as_str());
        before = word;
    }
    None
}

/// Does what is `behind` *ulang* make a birthday of it, which is held and not held again; *mulai ulang tahun berapa* is no birthday.
fn is_of_a_birthday(behind: &str) -> bool {
    const ASKS: [&str; 4] = ["berapa", "brapa", "barapa", "brp"];
    let mut words = words_of(behind);
    words.next() == Some("tahun")
        && words.next().is_none_or(|next| !ASKS.contains(&next) && !next.starts_with(|it: char| it.is_ascii_digit()))
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
            ("when did Ambon join UNESCO again", None),
            ("sebutkan kembali kapan hamamatsu bergabung", None),
            ("lomba yg lagi rame", None),
            ("Kapan lomba digelar kembali", Some("kembali")),
            ("lomba mulai lg kapan", Some("lg")),
            ("lomba mulai ulang tahun berapa", Some("ulang")),
            ("festival dimulai ulang 2007", Some("ulang")),
            ("kapan diadakan ulang tahun kota", None),
            ("lomba jalan lai taong barapa", Some("lai")),
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
