//! Words that are spelt otherwise where people chat: Ambonese Malay, *barapa* for *berapa*, and English that is typed fast, *wat* for
//! *what*.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{spliced, word_ranges};

/// Words that are none of Indonesian, English or a name otherwise, and what each is meant for.
#[rustfmt::skip]
const WORDS: [(&str, &str); 44] = [
    ("ambong", "ambon"), ("bagemana", "bagaimana"), ("bakudapa", "bertemu"), ("balajar", "belajar"),
    ("balanda", "belanda"), ("barapa", "berapa"), ("barenti", "berhenti"),
    ("brapa", "berapa"), ("brenti", "berhenti"), ("carita", "cerita"), ("dapa", "dapat"), ("dolo", "dulu"),
    ("kamareng", "kemarin"), ("kanapa", "kenapa"), ("kapala", "kepala"), ("laeng", "lain"),
    ("maeng", "main"), ("manyanyi", "menyanyi"), ("parahu", "perahu"), ("parampuang", "perempuan"), ("sabarapa", "seberapa"),
    ("sakarang", "sekarang"), ("sakola", "sekolah"), ("samua", "semua"), ("sanang", "senang"), ("sapa", "siapa"),
    ("setaun", "setahun"), ("skarang", "sekarang"), ("tampa", "tempat"), ("taon", "tahun"), ("taong", "tahun"),
    ("adn", "and"), ("hwo", "who"), ("teh", "the"), ("waht", "what"), ("wat", "what"), ("wats", "what's"), ("wehn", "when"), ("wen", "when"),
    ("wher", "where"), ("whn", "when"), ("wich", "which"), ("wut", "what"), ("wuts", "what's"),
];

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
/// The fewest letters of one that ends so: *makan* is none.
const SHORTEST_APART: usize = 6;

/// The text with each such word as it is meant, and with *di batalkan* as one word.
#[must_use]
pub fn in_plain_words(text: Cow<'_, str>) -> Cow<'_, str> {
    let standard = |word: &str| WORDS.iter().find(|(dialect, _)| dialect.eq_ignore_ascii_case(word));
    let is_of_di = |word: &str| {
        word.ends_with("kan") && word.len() >= SHORTEST_APART && word.bytes().all(|letter| letter.is_ascii_lowercase())
            || APART_FROM_DI.contains(&word)
    };
    let mut before: Option<Range<usize>> = None;
    let mut found = Vec::new();
    for range in word_ranges(&text) {
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
            ("", ""),
        ] {
            assert_eq!(in_plain_words(Cow::Borrowed(text)), expect);
        }
    }
}
