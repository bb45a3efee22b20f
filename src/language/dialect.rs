//! Words that are spelt otherwise where people chat: Ambonese Malay, *barapa* for *berapa*, and English that is typed fast, *wat* for
//! *what*.

use std::borrow::Cow;

use super::{spliced, word_ranges};

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

/// The text with each such word as it is meant.
#[must_use]
pub fn in_plain_words(text: Cow<'_, str>) -> Cow<'_, str> {
    let standard = |word: &str| WORDS.iter().find(|(dialect, _)| dialect.eq_ignore_ascii_case(word));
    let found: Vec<_> =
        word_ranges(&text).filter_map(|range| Some((range.clone(), standard(&text[range])?.1))).collect();
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
            ("", ""),
        ] {
            assert_eq!(in_plain_words(Cow::Borrowed(text)), expect);
        }
    }
}
