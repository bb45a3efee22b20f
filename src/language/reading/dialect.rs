//! Words that are spelt otherwise where people chat: Ambonese Malay, *barapa* for *berapa*, and English that is typed fast, *wat* for
//! *what*.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{is_one_of, spliced, word_ranges};

/// Words that hardly anybody types here for anything else, and what each is meant for.
#[rustfmt::skip]
const WORDS: [(&str, &str); 47] = [
    ("ambong", "ambon"), ("bagemana", "bagaimana"), ("bakudapa", "bertemu"), ("balajar", "belajar"),
    ("balanda", "belanda"), ("bhs", "bahasa"), ("jpg", "jepang"), ("barapa", "berapa"), ("barenti", "berhenti"),
    ("brapa", "berapa"), ("brenti", "berhenti"), ("carita", "cerita"), ("dapa", "dapat"), ("dolo", "dulu"),
    ("kamareng", "kemarin"), ("kanapa", "kenapa"), ("kapala", "kepala"), ("laeng", "lain"),
    ("maeng", "main"), ("msk", "masuk"), ("manyanyi", "menyanyi"), ("parahu", "perahu"), ("parampuang", "perempuan"), ("sabarapa", "seberapa"),
    ("sakarang", "sekarang"), ("sakola", "sekolah"), ("samua", "semua"), ("sanang", "senang"), ("sapa", "siapa"),
    ("setaun", "setahun"), ("skarang", "sekarang"), ("tampa", "tempat"), ("taon", "tahun"), ("taong", "tahun"),
    ("adn", "and"), ("hwo", "who"), ("teh", "the"), ("waht", "what"), ("wat", "what"), ("wats", "what's"), ("wehn", "when"), ("wen", "when"),
    ("wher", "where"), ("whn", "when"), ("wich", "which"), ("wut", "what"), ("wuts", "what's"),
];

/// Words that ask in English, and what is said behind one of them for emphasis alone: *where even is*, *who the heck is*.
const ASKS: [&str; 7] = ["where", "what", "who", "when", "why", "how", "which"];
const EMPHATIC: [&str; 2] = ["even", "tf"];
/// The same behind *the*.
const EMPHATIC_TOO: [&str; 5] = ["heck", "hell", "fuck", "actual", "devil"];

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
    let standard = |word: &str| WORDS.iter().find(|(dialect, _)| dialect.eq_ignore_ascii_case(word));
    let is_of_di = |word: &str| {
        word.ends_with("kan")
            && word.len() >= SHORTEST_APART
            && word.bytes().all(|letter| letter.is_ascii_lowercase())
            && !NOUNS.contains(&word)
            || APART_FROM_DI.contains(&word)
    };
    let mut before: Option<Range<usize>> = None;
    let mut found = Vec::new();
    let mut asks: Option<Range<usize>> = None;
    for range in word_ranges(&text) {
        let word = &text[range.clone()];
        if let Some(asked) = asks.take() {
            let between = &text[asked.end..range.start];
            if between == " " && is_one_of(word, &EMPHATIC) || between == " the " && is_one_of(word, &EMPHATIC_TOO) {
                found.push((asked.end..range.end, ""));
            } else if between == " " && is_one_of(word, &["the"]) {
                asks = Some(asked);
            }
        }
        if is_one_of(word, &ASKS) {
            asks = Some(range.clone());
        }
        if let Some((_, meant)) = standard(&text[range.clone()]) {
            found.push((range.clone(), *meant));
        } else if let Some(di) = before.filter(|before| text[before.clone()].eq_ignore_ascii_case("di"))
            && &text[di.end..range.start] == " "
            && is_of_di(&text[range.clone()])
        {
            found.push((di.end..range.start, ""));
        }
        before = Some(range);
    }
    spliced(text, found)
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
            ("what the council said", "what the council said"),
            ("how even the teams are", "how the teams are"),
            ("", ""),
        ] {
            assert_eq!(in_plain_words(Cow::Borrowed(text)), expect);
        }
    }
}
