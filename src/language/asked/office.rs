//! Which office of a city or a state a question names by what it is for: *dinas pendidikan*, *kementerian pariwisata*. Another one is not
//! meant.

use std::ops::Range;

use crate::language::{is_one_of, word_ranges};

/// What such an office is called in Indonesian, before what it is for.
const OFFICES: [&str; 3] = ["dinas", "kementerian", "direktorat"];

/// What stands behind it and does not say what it is for.
#[rustfmt::skip]
const SAYS_NOT_WHAT: [&str; 16] = [
    "soal", "itu", "tu", "ini", "yang", "yg", "apa", "apaan", "mana", "di", "ke", "dari", "dan", "untuk", "tentang", "minta",
];

/// What the office is called that `text` names first, and the bytes of the word behind that, for what it is for.
#[must_use]
pub fn office(text: &str) -> Option<(&'static str, Range<usize>)> {
    let mut words = word_ranges(text);
    let called = words.find_map(|word| OFFICES.into_iter().find(|office| is_one_of(&text[word.clone()], &[office])))?;
    // *Kementerian soal itu* does not say what it is for.
    let of = words.next().filter(|of| !is_one_of(&text[of.clone()], &SAYS_NOT_WHAT))?;
    Some((called, of))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_office_is_named_by_what_it_is_for() {
        for (text, expect) in [
            ("siapa kepala Dinas Pendidikan ambon", Some(("dinas", "Pendidikan"))),
            ("surat ke kementerian pariwisata", Some(("kementerian", "pariwisata"))),
            ("surat ke kementerian soal hamamatsu", None),
            ("kepala dinas", None),
            ("kedinasan ambon", None),
            ("", None),
        ] {
            assert_eq!(office(text).map(|(called, of)| (called, &text[of])), expect, "{text}");
        }
    }
}
