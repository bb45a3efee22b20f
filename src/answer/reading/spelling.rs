//! Words typed with a slip of the finger, as people ask them: *pnduduk* as *penduduk*, *whne* as *when*.
//!
//! Words that passages hold are found with slips in them by the index. What is compared beside that, the words that ask and the
//! phrases that people ask with, is compared as it is written: there a slip hides what is asked. So a word that nothing here knows is
//! read as the most usual word that lies one slip from it, where the corpus carries phrases to take words from.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;
use std::sync::OnceLock;

use compact_str::{CompactString, ToCompactString};
use rustc_hash::FxHashMap;

use crate::answer::ranges::is_within;
use crate::answer::understanding::Names;
use crate::corpus::Corpus;
use crate::index::{Field, Index};
use crate::language::{Language, is_chatter, is_everyday, is_stop_word, spliced, terms, word_ranges};

/// The languages whose words are told by letters that fingers slip on one by one.
const LANGUAGES: [Language; 2] = [Language::Id, Language::En];
/// The shortest word that is read as another, in letters.
const SHORTEST: usize = 4;
/// How often phrases hold the word that another is read as, at least; a short one lies near many.
const OFTEN: u32 = 3;
const OFTEN_SHORT: u32 = 12;
/// From this length on, in letters, a word is no short one.
const LONG: usize = 5;

/// The words that people ask a corpus with; made ready once a word is met that is not known without.
#[derive(Default)]
pub(in crate::answer) struct Spelling(OnceLock<Words>);

/// The words of phrases.
#[derive(Default)]
struct Words {
    /// How often each stands there.
    often: FxHashMap<CompactString, u32>,
    /// Those that another one may be read as, by their first letters, *a* to *z*.
    by_first: [Vec<(CompactString, u32)>; 26],
}

/// The place of a letter in the alphabet, *a* being 0.
fn place_of(letter: u8) -> usize {
    usize::from(letter.wrapping_sub(b'a'))
}

impl Spelling {
    /// Makes the words of `corpus` ready.
    pub(in crate::answer) fn prepare(&self, corpus: &Corpus) {
        self.words(corpus);
    }

    fn words(&self, corpus: &Corpus) -> &Words {
        self.0.get_or_init(|| Words::of(corpus))
    }

    /// `text`, a question to `corpus`, with each word that has a slip in it as it is meant.
    pub(super) fn corrected<'t>(
        &self,
        text: Cow<'t, str>,
        corpus: &Corpus,
        index: &Index,
        names: &Names,
    ) -> Cow<'t, str> {
        let mentions = LazyCell::new(|| names.mentions(&text));
        let is_named = |range: &Range<usize>| mentions.iter().any(|mention| is_within(range, &mention.range));
        let meant = |(place, range): (usize, Range<usize>)| {
            let word = &text[range.clone()];
            if word.len() < SHORTEST || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
                return None;
            }
            // A capital within the question is a name's.
            let is_name = place > 0 && word.starts_with(|first: char| first.is_ascii_uppercase());
            let word = word.to_ascii_lowercase();
            if is_name || self.is_known(&word, corpus, index) || is_named(&range) {
                return None;
            }
            Some((range, self.words(corpus).meant(&word)?))
        };
        let corrected: Vec<_> = word_ranges(&text).enumerate().filter_map(meant).collect();
        spliced(text, corrected)
    }

    /// Is the folded `word` one that phrases or passages hold, or of everyday.
    fn is_known(&self, word: &str, corpus: &Corpus, index: &Index) -> bool {
        let is_common = |language| is_stop_word(language, word) || is_chatter(language, word);
        if LANGUAGES.into_iter().any(is_common) {
            return true;
        }
        // The index knows most words, and is ready.
        let is_indexed = |language| {
            let vocabulary = index.vocabulary(Field::Words(language));
            terms(language, word).iter().any(|term| vocabulary.get(&term.stem).is_some())
        };
        self.0.get().is_some_and(|words| words.often.contains_key(word))
            || LANGUAGES.into_iter().any(is_indexed)
            || self.words(corpus).often.contains_key(word)
            || is_everyday(word)
    }
}

impl Words {
    fn of(corpus: &Corpus) -> Self {
        let mut words = Self::default();
        for (document, language) in corpus.documents().iter().flat_map(|it| LANGUAGES.map(|language| (it, language))) {
            let untold = document.untold.get(language).into_iter().flatten();
            let asked = document.passages.iter().filter_map(|passage| passage.asked.get(language)).flatten();
            untold.chain(asked).for_each(|phrase| words.add(phrase));
        }
        for (word, often) in &words.often {
            if let Some(alike) = words.by_first.get_mut(place_of(word.as_bytes()[0])).filter(|_| *often >= OFTEN) {
                alike.push((word.clone(), *often));
            }
        }
        words
    }

    /// Counts the words of `text`.
    fn add(&mut self, text: &str) {
        for range in word_ranges(text).filter(|range| range.len() >= SHORTEST) {
            let mut word = text[range].to_compact_string();
            word.make_ascii_lowercase();
            *self.often.entry(word).or_default() += 1;
        }
    }

    /// The most usual word that one slip makes `word` of, which is in small letters, behind the same first letter.
    fn meant(&self, word: &str) -> Option<&str> {
        let is_meant = |(known, often): &&(CompactString, u32)| {
            let least = if word.len() < LONG || known.len() < LONG { OFTEN_SHORT } else { OFTEN };
            *often >= least && is_slip(known.as_bytes(), word.as_bytes())
        };
        let meant = self.by_first.get(place_of(word.as_bytes()[0]))?.iter().filter(is_meant);
        meant.max_by_key(|(known, often)| (*often, std::cmp::Reverse(known.as_str()))).map(|(known, _)| known.as_str())
    }
}

/// From this length on, in letters, a word is told by the others whatever stands for one.
const TELLING: usize = 8;

/// May a slip of the finger make `typed` of `meant`: a letter left out, two swapped, one struck twice, or with or in place of one the
/// key beside it; in a long word any. The first letter is always struck.
fn is_slip(meant: &[u8], typed: &[u8]) -> bool {
    let same = meant.iter().zip(typed).take_while(|(a, b)| a == b).count();
    if same == 0 || meant.len().abs_diff(typed.len()) > 1 {
        return false;
    }
    let (rest_meant, rest_typed) = (&meant[same..], &typed[same..]);
    let any = meant.len() >= TELLING;
    match (rest_meant, rest_typed) {
        ([_, rest @ ..], _) if rest == rest_typed => true,
        (_, [struck, rest @ ..]) if rest == rest_meant => {
            let beside = [meant.get(same - 1), meant.get(same)];
            any || beside.into_iter().flatten().any(|key| key == struck || are_neighbours(*key, *struck))
        }
        ([a, b, rest_meant @ ..], [c, d, rest_typed @ ..]) if a == d && b == c && rest_meant == rest_typed => true,
        ([a, rest_meant @ ..], [b, rest_typed @ ..]) => rest_meant == rest_typed && (any || are_neighbours(*a, *b)),
        _ => false,
    }
}

/// Do two keys lie side by side, as keyboards have letters: each row stands half a key to the right of the one above.
fn are_neighbours(a: u8, b: u8) -> bool {
    const ROWS: [&[u8]; 3] = [b"qwertyuiop", b"asdfghjkl", b"zxcvbnm"];
    let place = |key: u8| {
        let mut rows = (0_usize..).zip(ROWS);
        rows.find_map(|(row, keys)| Some((row, keys.iter().position(|it| *it == key)?)))
    };
    let (Some((row, key)), Some((other_row, other))) = (place(a), place(b)) else { return false };
    match other_row.abs_diff(row) {
        0 => key.abs_diff(other) == 1,
        1 => {
            let (upper, lower) = if row < other_row { (key, other) } else { (other, key) };
            upper == lower || upper == lower + 1
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn a_slip_is_one_key_away() {
        for (meant, typed, expect) in [
            ("penduduk", "pnduduk", true),
            ("siapa", "siaap", true),
            ("museum", "musseum", true),
            ("where", "whefe", true),
            ("where", "whepe", false),
            ("where", "wjere", true),
            ("where", "wherre", true),
            ("where", "whrte", false),
            ("race", "rice", false),
            ("once", "ounce", false),
            ("hamamatsu", "hamamqtsu", true),
            ("hamamatsu", "hamamatxsu", true),
            ("ambon", "smbon", false),
            ("ambon", "ambon", false),
            ("ambon", "ambo", true),
            ("ambon", "am", false),
            ("", "a", false),
        ] {
            assert_eq!(is_slip(meant.as_bytes(), typed.as_bytes()), expect, "{meant} {typed}");
        }
    }

    #[test]
    fn words_with_a_slip_are_read_as_they_are_meant_and_names_and_other_words_stay() {
        let corpus = Source::Embedded.read().expect("a sound corpus");
        let index = Index::build(&corpus).expect("its index");
        let (spelling, names) = (Spelling::default(), Names::new(corpus.glossary(), &index));
        for (text, expect) in [
            ("pnduduk ambon brapa", "penduduk ambon brapa"),
            ("whne did ambon beccome a city of music?", "when did ambon become a city of music?"),
            ("how do i cook rice", "how do i cook rice"),
            ("who is Rio Hayat", "who is Rio Hayat"),
            ("museum di Lyno", "museum di Lyno"),
            ("wali kota osaka", "wali kota osaka"),
            ("浜松の市長", "浜松の市長"),
            ("", ""),
        ] {
            assert_eq!(spelling.corrected(Cow::Borrowed(text), &corpus, &index, &names), expect);
        }
    }

    #[test]
    fn a_slip_hides_neither_what_is_asked_nor_that_it_is_asked_in_vain() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("pnduduk ambon", true),
            ("amobn population?", true),
            ("how many pillrs", true),
            ("tikcet price of the museum in hamamatsu", false),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), expect, "{question}");
        }
    }
}
