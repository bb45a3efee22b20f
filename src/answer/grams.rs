//! What phrases are compared by: characters in threes, in Japanese alone and in twos; and longer grams, words and pairs of
//! words, in Japanese characters in threes.
//!
//! Short grams forgive a slip, long ones tell what short ones mix up.

use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHasher;

use crate::language::{Folded, Language};

/// Up to three characters that stand together, 21 bits each, the first one highest, what is missing being [`EDGE`], or the
/// hash of a word or of two that follow each other. The highest bit says that it is a long one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Gram(u64);

/// The bit of a long gram.
const LONG: u64 = 1 << 63;

impl Gram {
    const fn short([first, second, third]: [char; 3]) -> Self {
        Self((first as u64) << 42 | (second as u64) << 21 | third as u64)
    }

    const fn long(characters: [char; 3]) -> Self {
        Self(Self::short(characters).0 | LONG)
    }

    fn words(words: [&str; 2]) -> Self {
        let mut hasher = FxHasher::default();
        words.hash(&mut hasher);
        Self(hasher.finish() | LONG)
    }

    pub(super) const fn is_long(self) -> bool {
        self.0 & LONG != 0
    }
}

/// What stands before and behind a word.
const EDGE: char = '\u{1}';

/// The grams of a text in `language`, sorted, each with how often it stands there.
pub(super) fn counted_grams(language: Language, text: &str) -> Vec<(Gram, usize)> {
    let folded = Folded::new(text);
    let mut grams: Vec<Gram> = Vec::with_capacity(3 * text.len());
    let mut word_before = "";
    for word in folded.as_str().split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let mut last = [EDGE; 2];
        for character in word.chars() {
            match language {
                Language::Ja => {
                    grams.push(Gram::short([character, EDGE, EDGE]));
                    grams.extend((last[1] != EDGE).then_some(Gram::short([last[1], character, EDGE])));
                    grams.extend((last[0] != EDGE).then_some(Gram::long([last[0], last[1], character])));
                }
                // A letter alone is no three yet.
                _ => grams.extend((last[1] != EDGE).then_some(Gram::short([last[0], last[1], character]))),
            }
            last = [last[1], character];
        }
        if language != Language::Ja {
            grams.push(Gram::short([last[0], last[1], EDGE]));
            grams.push(Gram::words([word, ""]));
            grams.extend((!word_before.is_empty()).then(|| Gram::words([word_before, word])));
            word_before = word;
        }
    }
    grams.sort_unstable();
    grams.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The short ones, as text, and how many long ones there are.
    fn grams(language: Language, text: &str) -> (Vec<String>, usize) {
        let character =
            |bits: u64| char::from_u32(u32::try_from(bits & 0x1f_ffff).expect("21 bits")).expect("a character");
        let plain = |(gram, count): (Gram, usize)| {
            let characters = [gram.0 >> 42, gram.0 >> 21, gram.0].map(character);
            let shown = characters.map(|character| if character == EDGE { '_' } else { character });
            shown.into_iter().chain(count.to_string().chars()).collect()
        };
        let (long, short): (Vec<_>, Vec<_>) =
            counted_grams(language, text).into_iter().partition(|(gram, _)| gram.is_long());
        (short.into_iter().map(plain).collect(), long.into_iter().map(|(_, count)| count).sum())
    }

    #[test]
    fn a_text_is_cut_into_threes_and_words_and_a_japanese_one_into_ones_to_threes() {
        let cut = |short: &[&str], long: usize| (short.iter().map(ToString::to_string).collect(), long);
        assert_eq!(grams(Language::Id, "Kota a"), cut(&["_a_1", "_ko1", "kot1", "ota1", "ta_1"], 3));
        assert_eq!(grams(Language::En, "to to"), cut(&["_to2", "to_2"], 3));
        assert_eq!(grams(Language::Ja, "市の市、X"), cut(&["x__1", "の__1", "の市_1", "市__2", "市の_1"], 1));
        assert_eq!(grams(Language::En, " ?! "), cut(&[], 0));
    }

    #[test]
    fn words_are_told_from_their_pairs_and_from_their_order() {
        let long = |text| -> Vec<Gram> {
            let grams = counted_grams(Language::En, text).into_iter().map(|(gram, _)| gram);
            grams.filter(|gram| gram.is_long()).collect()
        };
        let shared = |a, b| long(a).iter().filter(|gram| long(b).contains(gram)).count();
        assert_eq!(long("who signed it").len(), 5);
        assert_eq!(shared("who signed it", "who signed when"), 3);
        assert_eq!(shared("it signed who", "who signed it"), 3);
        assert_eq!(shared("whosigned", "who signed"), 0);
    }
}
