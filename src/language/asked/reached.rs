//! How somebody or something is reached: *what's the address of the clinic*, *nomor telepon AMO*, 診療所の住所わかる？

use crate::language::{finds_any, is_one_of, words_of};

/// What is asked for so in Latin letters, whatever stands around it.
const WORDS: [&str; 4] = ["alamat", "alamatnya", "postcode", "kodepos"];
/// The same of two words, the first before the second: *address* alone may be a deed, and what is read *in an email* asks for none.
#[rustfmt::skip]
const PAIRS: [(&[&str], &[&str]); 3] = [
    (&["the", "an", "its", "their", "street", "postal", "exact", "what", "email", "mail"], &["address"]),
    (&["phone", "telephone", "contact", "whatsapp"], &["number", "numbers"]),
    (&["nomor", "nomer", "no"], &["telepon", "telpon", "telp", "hp", "wa", "kontak"]),
];
const JAPANESE: [&str; 6] = ["住所", "電話番号", "連絡先", "メールアドレス", "所在地", "郵便番号"];

/// Is it asked how to reach somebody or something, or told.
#[must_use]
pub fn tells_how_to_reach(text: &str) -> bool {
    let mut before = "";
    let is_it = |word| {
        let is_pair = PAIRS.iter().any(|(first, second)| is_one_of(before, first) && is_one_of(word, second));
        before = word;
        is_pair || is_one_of(word, &WORDS)
    };
    words_of(text).any(is_it) || finds_any(text, &JAPANESE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_something_is_reached_is_told_from_what_is_done() {
        for (text, expect) in [
            ("what is the address of the clinic", true),
            ("Alamat kantor AMO dimana", true),
            ("no hp pak wali", true),
            ("診療所の住所わかる？", true),
            ("phone number of the museum", true),
            ("read it in an email on my phone", false),
            ("I have to address an invitation to him", false),
            ("kapan lombanya", false),
            ("市長は誰ですか", false),
            ("", false),
        ] {
            assert_eq!(tells_how_to_reach(text), expect, "{text}");
        }
    }
}
