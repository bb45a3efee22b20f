//! Words that are spelt otherwise where people chat: Ambonese Malay, *barapa* for *berapa*, and English that is typed fast, *wat* for
//! *what*.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{is_cjk, is_one_of, rewritten, spliced, word_ranges};

/// Words that hardly anybody types here for anything else, and what each is meant for.
#[rustfmt::skip]
const WORDS: [(&str, &str); 52] = [
    ("ambong", "ambon"), ("bagemana", "bagaimana"), ("bakudapa", "bertemu"), ("balajar", "belajar"),
    ("balanda", "belanda"), ("bhs", "bahasa"), ("jpg", "jepang"), ("barapa", "berapa"), ("barenti", "berhenti"),
    ("brapa", "berapa"), ("brenti", "berhenti"), ("carita", "cerita"), ("dapa", "dapat"), ("dolo", "dulu"),
    ("kamareng", "kemarin"), ("kanapa", "kenapa"), ("kapala", "kepala"), ("laeng", "lain"),
    ("maeng", "main"), ("msk", "masuk"), ("manyanyi", "menyanyi"), ("parahu", "perahu"), ("parampuang", "perempuan"), ("pemasukan", "pendapatan"), ("sabarapa", "seberapa"),
    ("sakarang", "sekarang"), ("sakola", "sekolah"), ("samua", "semua"), ("sanang", "senang"), ("sapa", "siapa"),
    ("setaun", "setahun"), ("skarang", "sekarang"), ("tampa", "tempat"), ("taon", "tahun"), ("taong", "tahun"),
    ("adn", "and"), ("hwo", "who"), ("teh", "the"), ("waht", "what"), ("wat", "what"), ("wats", "what's"), ("wehn", "when"), ("wen", "when"),
    ("abt", "about"), ("gonna", "going to"), ("tryna", "trying to"), ("wanna", "want to"),
    ("wher", "where"), ("whn", "when"), ("wich", "which"), ("wut", "what"), ("wuts", "what's"),
];

/// Words that ask in English, and what is said behind one of them for emphasis alone: *where even is*, *who the heck is*.
const ASKS: [&str; 7] = ["where", "what", "who", "when", "why", "how", "which"];
const EMPHATIC: [&str; 2] = ["even", "tf"];
/// The same behind *the*.
const EMPHATIC_TOO: [&str; 5] = ["heck", "hell", "fuck", "actual", "devil"];

/// A word that only stresses the one behind it: *the very first*.
const STRESSES: [(&str, &str); 4] = [("very", "first"), ("very", "last"), ("paling", "pertama"), ("paling", "awal")];
/// The same in Japanese, with what is meant.
const STRESSES_JA: [(&str, &str); 4] =
    [("一番最初", "最初"), ("いちばん最初", "最初"), ("一番初め", "初め"), ("一番はじめ", "はじめ")];

/// A letter for a word, *y did*, where one of these stands behind it, and *what r*, where one stands before it.
const BEHIND_Y: [&str; 9] = ["did", "does", "do", "is", "are", "was", "were", "r", "cant"];
const BEFORE_R: [&str; 9] = ["what", "where", "who", "when", "how", "why", "y", "which", "there"];

/// Indonesian verbs that do not end in *-kan* and are often written apart from the *di-* before them.
const APART_FROM_DI: [&str; 12] = [
    "tandatangani",
    "teken",
    "mulai",
    "buka",
    "tutup",
    "tunda",
    "akui",
    "kunjungi",
    "hadiri",
    "ikuti",
    "danai",
    "biayai",
];
/// Nouns that end as such a verb does: *di pendidikan*.
const NOUNS: [&str; 7] = ["pendidikan", "perbankan", "kebijakan", "pergerakan", "gerakan", "tindakan", "kerusakan"];
/// The fewest letters of one that ends so: *makan* is none.
const SHORTEST_APART: usize = 6;

/// The text with each such word as it is meant, without what is there for emphasis alone, and with *di batalkan* as one word.
#[must_use]
pub fn in_plain_words(text: Cow<'_, str>) -> Cow<'_, str> {
    let text = if text.contains(is_cjk) { rewritten(text, STRESSES_JA) } else { text };
    let words: Vec<_> = word_ranges(&text).collect();
    let found: Vec<_> = (0..words.len()).filter_map(|place| meant(&text, &words, place)).collect();
    spliced(text, found)
}

/// What is meant by the one of `words` at this place, and where it stands with what it belongs to; `None` where it means itself.
fn meant(text: &str, words: &[Range<usize>], place: usize) -> Option<(Range<usize>, &'static str)> {
    let is = |place: Option<usize>, listed: &[&str]| {
        place.and_then(|place| words.get(place)).is_some_and(|range| is_one_of(&text[range.clone()], listed))
    };
    let (range, before, next) = (&words[place], place.checked_sub(1), Some(place + 1));
    let word = &text[range.clone()];
    let is_apart = |place: Option<usize>| place.is_some_and(|place| &text[words[place].end..range.start] == " ");
    if let Some((_, meant)) = WORDS.iter().find(|(dialect, _)| dialect.eq_ignore_ascii_case(word)) {
        return Some((range.clone(), meant));
    }
    if is_one_of(word, &["y"]) && is(next, &BEHIND_Y) {
        return Some((range.clone(), "why"));
    }
    if is_one_of(word, &["r"]) && is(before, &BEFORE_R) {
        return Some((range.clone(), "are"));
    }
    if STRESSES.iter().any(|(stress, of)| stress.eq_ignore_ascii_case(word) && is(next, &[of])) {
        return Some((range.start..words[place + 1].start, ""));
    }
    if is(before, &["di"]) && is_apart(before) && is_of_di(word) {
        return Some((words[place - 1].end..range.start, ""));
    }
    let asks = if is(before, &["the"]) && is_one_of(word, &EMPHATIC_TOO) { place.checked_sub(2) } else { before };
    let is_for_emphasis = asks != before || is_one_of(word, &EMPHATIC);
    (is_for_emphasis && is(asks, &ASKS) && is_apart(before)).then(|| (words[asks.unwrap_or(place)].end..range.end, ""))
}

/// Is it an Indonesian verb that belongs to the *di* before it.
fn is_of_di(word: &str) -> bool {
    word.ends_with("kan")
        && word.len() >= SHORTEST_APART
        && word.bytes().all(|letter| letter.is_ascii_lowercase())
        && !NOUNS.contains(&word)
        || APART_FROM_DI.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_ambon_are_written_as_sources_write_them() {
        for (text, expect) in [
            ("taong barapa ambon jadi kota musik", "tahun berapa ambon jadi kota musik"),
            ("Sapa kapala kota?", "siapa kepala kota?"),
            ("lomba parahu layar, barenti kanapa e", "lomba perahu layar, berhenti kenapa e"),
            ("ambong pung kota kembar", "ambon pung kota kembar"),
            ("wat is teh AMO adn wher", "what is the AMO and where"),
            ("who is rico hayat", "who is rico hayat"),
            ("何年ですか", "何年ですか"),
            ("kenapa di batalkan", "kenapa dibatalkan"),
            ("kapan MoU di teken di ambon", "kapan MoU diteken di ambon"),
            ("ada di Tarakan", "ada di Tarakan"),
            ("di ikan", "di ikan"),
            ("kerja sama di pendidikan", "kerja sama di pendidikan"),
            ("where even is ambon lol", "where is ambon lol"),
            ("who the heck is rico hayat", "who is rico hayat"),
            ("what was the very first one", "what was the first one"),
            ("kota kembar paling pertama", "kota kembar pertama"),
            ("一番最初の姉妹都市", "最初の姉妹都市"),
            ("y did they stop, what r they tryna do", "why did they stop, what are they trying to do"),
            ("y tho", "y tho"),
            ("it is very nice", "it is very nice"),
            ("what the council said", "what the council said"),
            ("how even the teams are", "how the teams are"),
            ("", ""),
        ] {
            assert_eq!(in_plain_words(Cow::Borrowed(text)), expect);
        }
    }
}
