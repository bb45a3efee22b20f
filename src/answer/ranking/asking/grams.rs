//! What phrases are compared by: characters in threes, in Japanese alone and in twos; and longer grams, words and pairs of
//! words, in Japanese characters in threes.
//!
//! Short grams forgive a slip, long ones tell what short ones mix up.

use std::borrow::Cow;
use std::hash::{Hash as _, Hasher as _};

use rustc_hash::FxHasher;

use crate::index::hash_number;
use crate::language::{Folded, Language, rewritten, words_of};

/// Up to three characters that stand together, or a word or two that follow each other, as a hash of 31 bits: two that share
/// one, a few in ten thousand, are taken for one. The highest bit says that it is a long one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Gram(u32);

/// The bit of a long gram.
const LONG: u32 = 1 << 31;

impl Gram {
    /// What is missing of three characters is [`EDGE`].
    fn short([first, second, third]: [char; 3]) -> Self {
        let characters = u64::from(first) << 42 | u64::from(second) << 21 | u64::from(third);
        Self(halves(hash_number(characters)).0 & !LONG)
    }

    fn long(characters: [char; 3]) -> Self {
        Self(Self::short(characters).0 | LONG)
    }

    fn words(words: [&str; 2]) -> Self {
        let mut hasher = FxHasher::default();
        words.hash(&mut hasher);
        Self(halves(hash_number(hasher.finish())).0 | LONG)
    }

    pub(super) const fn is_long(self) -> bool {
        self.0 & LONG != 0
    }

    /// The gram as a number, from which [`from_number`](Self::from_number) tells it.
    pub(super) const fn number(self) -> u32 {
        self.0
    }

    pub(super) const fn from_number(number: u32) -> Self {
        Self(number)
    }
}

/// The upper and the lower half of a number.
#[expect(clippy::cast_possible_truncation, reason = "halves are meant")]
pub(super) const fn halves(number: u64) -> (u32, u32) {
    ((number >> 32) as u32, number as u32)
}

/// What stands before and behind a word.
const EDGE: char = '\u{1}';

/// The grams of a text in `language`, sorted, each with how often it stands there.
pub(super) fn counted_grams(language: Language, text: &str) -> Vec<(Gram, usize)> {
    let mut grams = grams(language, text);
    grams.sort_unstable();
    let mut counted = Vec::with_capacity(grams.len());
    counted.extend(grams.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())));
    counted
}

/// The grams of a text in `language`, as they follow each other.
pub(super) fn grams(language: Language, text: &str) -> Vec<Gram> {
    let folded = Folded::new(text);
    let folded = if language == Language::Ja { in_usual_letters(folded.as_str()) } else { folded.as_str().into() };
    let mut grams: Vec<Gram> = Vec::with_capacity(3 * text.len());
    let mut word_before = "";
    for word in words_of(&folded) {
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
    grams
}

/// The Japanese words that ask, as they are mostly written: *だれ* as *誰*.
fn in_usual_letters(text: &str) -> Cow<'_, str> {
    const USUAL: [(&str, &str); 3] = [("だれ", "誰"), ("どなた", "誰"), ("なに", "何")];
    rewritten(Cow::Borrowed(text), USUAL)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_cut_into_threes_and_words_and_a_japanese_one_into_ones_to_threes() {
        let short = |gram: &str| {
            let mut characters = gram.chars().map(|character| if character == '_' { EDGE } else { character });
            Gram::short(std::array::from_fn(|_| characters.next().expect("three characters")))
        };
        let check = |language, text: &str, expected: &[(&str, usize)], expected_long: usize| {
            let (long, found): (Vec<_>, Vec<_>) =
                counted_grams(language, text).into_iter().partition(|(gram, _)| gram.is_long());
            let mut expected: Vec<_> = expected.iter().map(|(gram, count)| (short(gram), *count)).collect();
            expected.sort_unstable();
            assert_eq!(found, expected, "{text}");
            assert_eq!(long.into_iter().map(|(_, count)| count).sum::<usize>(), expected_long, "{text}");
        };
        check(Language::Id, "Kota a", &[("_ko", 1), ("kot", 1), ("ota", 1), ("ta_", 1), ("_a_", 1)], 3);
        check(Language::En, "to to", &[("_to", 2), ("to_", 2)], 3);
        check(Language::Ja, "市の市、X", &[("x__", 1), ("の__", 1), ("の市_", 1), ("市__", 2), ("市の_", 1)], 1);
        check(Language::En, " ?! ", &[], 0);
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
