//! What somebody said, as Indonesian asks for it: *apa kata wali kota soal …*. *Kata* is a word, too, and says little by itself.

use crate::language::{Folded, is_cjk, words_of};

/// Words that tell that somebody says something, in Latin letters.
#[rustfmt::skip]
const TOLD: [&str; 15] = [
    "kata", "katanya", "ujar", "ujarnya", "tutur", "ungkap", "berkata", "mengatakan", "menyebut", "menyatakan", "menurut", "said", "says",
    "told", "according",
];

/// Does `text` ask so: *apa kata*, or *kata* … *apa*.
#[must_use]
pub fn asks_what_was_said(text: &str) -> bool {
    let folded = Folded::new(text);
    let words: Vec<&str> = words_of(folded.as_str()).collect();
    words.windows(2).any(|pair| pair == ["apa", "kata"])
        || words.first() == Some(&"kata") && words.last() == Some(&"apa")
}

/// Does `text` tell that somebody says something; Japanese text may.
#[must_use]
pub fn tells_what_was_said(text: &str) -> bool {
    text.contains(is_cjk) || words_of(Folded::new(text).as_str()).any(|word| TOLD.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_said_is_asked_and_told() {
        for (text, asked, told) in [
            ("apa kata rico hayat soal kerja sama", true, true),
            ("kata rico hayat apa", true, true),
            ("siapa kepala dinas", false, false),
            ("Tujuannya membangun jaringan, kata Rico Hayat.", false, true),
            ("Penyanyi dari Maluku antara lain Glenn Fredly.", false, false),
            ("", false, false),
        ] {
            assert_eq!((asks_what_was_said(text), tells_what_was_said(text)), (asked, told), "{text}");
        }
    }
}
