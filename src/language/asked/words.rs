//! The words of a question as they are looked for: written out, where people type short forms.

use crate::language::{Folded, words_with_apostrophes};

/// Short forms that people type, and the word that each stands for in a question.
#[rustfmt::skip]
const SHORT_FORMS: [(&str, &str); 32] = [
    ("brp", "berapa"), ("brpa", "berapa"), ("thn", "tahun"), ("taun", "tahun"), 
    ("tgl", "tanggal"), ("knapa", "kenapa"), ("knp", "kenapa"),
    ("tggl", "tanggal"), ("bln", "bulan"), ("dmn", "dimana"), ("dmana", "dimana"), ("kmn", "kemana"),
    ("kpn", "kapan"), ("mn", "mana"), ("sp", "siapa"), ("kapn", "kapan"), ("nmr", "nomor"), ("yr", "year"), ("yrs", "years"),
    ("ppl", "people"), ("who's", "who"), ("whos", "who"), ("when's", "when"), ("whens", "when"), ("when'd", "when"),
    ("where's", "where"), ("wheres", "where"), ("what's", "what"), ("whats", "what"), ("how's", "how"), ("hows", "how"),
    ("jam", "pukul"),
];

/// Words that ask, or are asked with, spelt otherwise where people chat, and what each is meant for: they are read so in what was not put
/// into plain words, too.
#[rustfmt::skip]
pub(in crate::language) const ASKING_OTHERWISE: [(&str, &str); 19] = [
    ("brapa", "berapa"), ("barapa", "berapa"), ("kanapa", "kenapa"), ("sapa", "siapa"), ("taon", "tahun"), ("taong", "tahun"),
    ("wich", "which"), ("piro", "berapa"), ("sopo", "siapa"), ("opo", "apa"), ("kenopo", "kenapa"), ("ngopo", "kenapa"),
    ("nomer", "nomor"), ("jml", "jumlah"), ("jmlh", "jumlah"), ("saha", "siapa"), ("sabaraha", "berapa"), ("iraha", "kapan"), ("naon", "apa"),
];

/// The `word` of a question, folded, as it is looked for: written out, and without the -kah of Indonesian *berapakah*, *siapakah*.
pub(super) fn long_form(word: &str) -> &str {
    let word = word.strip_suffix("kah").filter(|stem| stem.len() > 3).unwrap_or(word);
    let is_it = |(short, _): &&(&str, &str)| short.as_bytes()[0] == word.as_bytes()[0] && *short == word;
    SHORT_FORMS.iter().chain(&ASKING_OTHERWISE).find(is_it).map_or(word, |(_, long)| long)
}

/// The words of a question, folded and with short forms written out, to look for phrases among.
pub(super) struct Words {
    pub(super) folded: String,
    pub(super) in_order: Vec<String>,
    /// Which characters stand there, a bit for each value of their hashes: most phrases hold one that does not.
    characters: [u64; 8],
    /// Which letters of ASCII words begin with, a bit each.
    beginnings: u128,
}

impl Words {
    pub(super) fn of(question: &str) -> Self {
        let folded = Folded::new(question);
        let folded = folded.as_str();
        let in_order: Vec<String> = words_with_apostrophes(folded).map(|word| long_form(word).to_owned()).collect();
        let mut characters = [0; 8];
        for character in folded.chars() {
            let (word, bit) = place_of(character);
            characters[word] |= bit;
        }
        let beginning = |word: &String| word.bytes().next().filter(u8::is_ascii).map_or(0, |first| 1 << first);
        let beginnings = in_order.iter().map(beginning).fold(0, std::ops::BitOr::bitor);
        Self { in_order, folded: folded.to_owned(), characters, beginnings }
    }

    /// Does `phrase` stand there: as whole words in Latin letters, anywhere in Japanese.
    pub(super) fn hold(&self, phrase: &str) -> bool {
        let Some(first) = phrase.bytes().next() else { return false };
        if !first.is_ascii() || !phrase.is_ascii() {
            let is_there = |character| {
                let (word, bit) = place_of(character);
                self.characters[word] & bit != 0
            };
            return phrase.chars().all(is_there) && self.folded.contains(phrase);
        }
        if self.beginnings >> first & 1 == 0 {
            return false;
        }
        self.in_order.iter().enumerate().any(|(place, word)| {
            // Most words begin otherwise, which is told sooner than whether they are the same.
            if word.as_bytes()[0] != first {
                return false;
            }
            let Some(rest) = phrase.strip_prefix(word.as_str()) else { return false };
            // The rest of the phrase follows, word for word.
            let mut behind = self.in_order[place + 1..].iter();
            rest.is_empty()
                || rest.starts_with(' ')
                    && rest[1..].split(' ').all(|wanted| behind.next().is_some_and(|word| word == wanted))
        })
    }

    /// Does the first *when* ask, or does it join: *how many were there when it began*.
    pub(super) fn ask_when(&self) -> bool {
        const OTHERS: [&str; 8] = ["what", "how", "which", "who", "whom", "whose", "why", "where"];
        const JOINED: [&str; 5] = ["can", "could", "may", "might", "must"];
        const BEFORE: [&str; 7] = ["and", "or", "since", "until", "till", "by", "exactly"];
        let Some(place) = self.in_order.iter().position(|word| word == "when") else { return false };
        let before = &self.in_order[..place];
        if before.last().is_some_and(|word| BEFORE.contains(&word.as_str())) {
            return true;
        }
        // When groups boycott a system, it can be called what?
        let joins = place == 0 && self.in_order.iter().skip(3).any(|word| JOINED.contains(&word.as_str()));
        let is_later = joins || before.iter().any(|word| OTHERS.contains(&word.as_str()));
        !is_later && (place == 0 || !self.hold("how many") && !self.hold("how much"))
    }

    pub(super) fn hold_any(&self, phrases: &[&str]) -> bool {
        phrases.iter().any(|phrase| self.hold(phrase))
    }
}

/// The word and the bit of a character's hash (D. Knuth, multiplicative hashing) among 512.
const fn place_of(character: char) -> (usize, u64) {
    let hash = (character as u32).wrapping_mul(0x9e37_79b1) >> 23;
    (hash as usize / 64, 1 << (hash % 64))
}
