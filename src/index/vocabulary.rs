//! Every term of one field, and which terms are written alike.
//!
//! Alike is measured by shared character trigrams: that covers a slip of the finger (`hamamtsu`), a form that the stemmer
//! leaves apart (`penduduk`, `berpenduduk`) and another spelling, without a list of any of them.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io;
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;
use tantivy::directory::OwnedBytes;

use super::columns::{Numbers, Rows, RowsBuilder, Slots, hash_number, hash_text};
use super::files::{Opener, Saver};
use crate::language::{Language, synonym_groups};

/// The place of a term in its vocabulary.
pub type TermId = u32;

/// A term that is written like another.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Similar {
    /// Which.
    pub term: TermId,
    /// How alike, 0 to 1: the Dice coefficient of the two sets of trigrams (L. R. Dice, "Measures of the amount of
    /// ecologic association between species", Ecology 26, 1945).
    pub similarity: f32,
}

/// The terms of one field, as they are gathered.
#[derive(Default)]
pub(super) struct VocabularyBuilder {
    ids: HashMap<Box<str>, TermId, FxBuildHasher>,
    passages: Vec<u32>,
}

impl VocabularyBuilder {
    /// The term's id; a new one where it is new.
    ///
    /// # Panics
    /// With 2^31 terms or more before it.
    pub(super) fn intern(&mut self, term: &str) -> TermId {
        if let Some(id) = self.ids.get(term) {
            return *id;
        }
        let id = TermId::try_from(self.passages.len()).expect("fewer than 2^31 terms");
        self.passages.push(0);
        self.ids.insert(term.into(), id);
        id
    }

    /// Counts one more passage that holds the term.
    pub(super) fn count_passage(&mut self, term: TermId) {
        self.passages[term as usize] += 1;
    }

    /// The vocabulary of what was gathered.
    pub(super) fn finish(self) -> Vocabulary {
        let mut terms: Vec<(TermId, Box<str>)> = self.ids.into_iter().map(|(text, id)| (id, text)).collect();
        terms.sort_unstable();
        let (mut texts, mut ends) = (String::new(), Vec::with_capacity(terms.len()));
        let mut sizes = Vec::with_capacity(terms.len());
        let mut holders: Vec<(Trigram, TermId)> = Vec::new();
        let mut found = Vec::new();
        for (id, text) in &terms {
            texts.push_str(text);
            ends.push(u32::try_from(texts.len()).expect("fewer than 2^32 bytes of terms"));
            trigrams(text, &mut found);
            sizes.push(u32::try_from(found.len()).unwrap_or(u32::MAX));
            holders.extend(found.iter().map(|trigram| (*trigram, *id)));
        }
        holders.sort_unstable();
        let (mut trigrams, mut by_trigram) = (Vec::new(), RowsBuilder::default());
        for of_one in holders.chunk_by(|a, b| a.0 == b.0) {
            trigrams.push(of_one[0].0);
            by_trigram.push(of_one.iter().map(|(_, term)| *term));
        }
        Vocabulary {
            slots: Slots::new(terms.iter().map(|(_, text)| hash_text(text))),
            trigram_slots: Slots::new(trigrams.iter().map(|trigram| hash(*trigram))),
            texts: OwnedBytes::new(texts.into_bytes()),
            ends: ends.into(),
            passages: self.passages.into(),
            sizes: sizes.into(),
            trigrams: trigrams.into_iter().flatten().map(u32::from).collect::<Vec<_>>().into(),
            by_trigram: by_trigram.finish(),
            alike: not_yet(terms.len()),
            synonyms: OnceLock::new(),
        }
    }
}

/// Room for the terms alike of so many terms.
fn not_yet(terms: usize) -> Box<[OnceLock<Box<[Similar]>>]> {
    std::iter::repeat_with(OnceLock::new).take(terms).collect()
}

/// The terms of one field.
pub struct Vocabulary {
    /// The texts of the terms, one behind the other, in UTF-8, and where each ends.
    texts: OwnedBytes,
    ends: Numbers,
    slots: Slots,
    /// In how many passages each term stands.
    passages: Numbers,
    /// How many different trigrams each term has.
    sizes: Numbers,
    /// The trigrams, three characters each, and for each the terms that have it.
    trigrams: Numbers,
    trigram_slots: Slots,
    by_trigram: Rows,
    /// For each term, those alike, once they were asked for.
    alike: Box<[OnceLock<Box<[Similar]>>]>,
    /// For each stem of which terms mean nearly the same, these, once any was asked for.
    synonyms: OnceLock<HashMap<&'static str, Vec<TermId>, FxBuildHasher>>,
}

type Trigram = [char; 3];

/// What stands before the first and after the last letter of a word, so that its ends weigh more than its middle.
const EDGE: char = '\u{1}';

impl Vocabulary {
    /// The least similarity at which a term is alike to another.
    pub const ALIKE_LEAST: f32 = 0.5;
    /// How many terms are alike to one at most.
    pub const ALIKE_MOST: usize = 6;

    pub(super) fn save(&self, saver: &Saver<'_>, name: &str) -> io::Result<()> {
        let named = |part: &str| format!("{name}.{part}");
        saver.bytes(&named("texts"), &self.texts)?;
        self.ends.save(saver, &named("texts.ends"))?;
        self.slots.save(saver, &named("slots"))?;
        self.passages.save(saver, &named("passages"))?;
        self.sizes.save(saver, &named("sizes"))?;
        self.trigrams.save(saver, &named("trigrams"))?;
        self.trigram_slots.save(saver, &named("trigrams.slots"))?;
        self.by_trigram.save(saver, &named("by_trigram"))
    }

    pub(super) fn open(opener: &Opener, name: &str) -> io::Result<Self> {
        let numbers = |part: &str| Numbers::open(opener, &format!("{name}.{part}"));
        let slots = |part: &str| Slots::open(opener, &format!("{name}.{part}"));
        let passages = numbers("passages")?;
        Ok(Self {
            texts: opener.bytes(&format!("{name}.texts"))?,
            ends: numbers("texts.ends")?,
            slots: slots("slots")?,
            alike: not_yet(passages.len()),
            synonyms: OnceLock::new(),
            passages,
            sizes: numbers("sizes")?,
            trigrams: numbers("trigrams")?,
            trigram_slots: slots("trigrams.slots")?,
            by_trigram: Rows::open(opener, &format!("{name}.by_trigram"))?,
        })
    }

    /// The term's id, where the field holds it.
    #[must_use]
    pub fn get(&self, term: &str) -> Option<TermId> {
        self.slots.find(hash_text(term), |place| self.bytes(place) == term.as_bytes())
    }

    /// The term's text.
    #[must_use]
    pub fn text(&self, term: TermId) -> &str {
        std::str::from_utf8(self.bytes(term)).unwrap_or_default()
    }

    fn bytes(&self, term: TermId) -> &[u8] {
        let (ends, term) = (&*self.ends, term as usize);
        let start = term.checked_sub(1).map_or(0, |before| ends[before]);
        &self.texts[start as usize..ends[term] as usize]
    }

    /// In how many passages the term stands.
    #[must_use]
    pub fn passages(&self, term: TermId) -> u32 {
        self.passages[term as usize]
    }

    /// How many terms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.passages.len()
    }

    /// Is there no term.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.passages.is_empty()
    }

    /// Up to [`Self::ALIKE_MOST`] terms at least as alike to `term` as [`Self::ALIKE_LEAST`], the most alike first. They are looked for
    /// once: words come back from question to question.
    #[must_use]
    pub fn alike(&self, term: TermId) -> &[Similar] {
        let find = || self.similar(self.text(term), Self::ALIKE_LEAST, Self::ALIKE_MOST).into();
        self.alike[term as usize].get_or_init(find)
    }

    /// The terms that mean nearly the same as the word of `stem`, be it a term itself or not, in `language`, the one of the
    /// field.
    #[must_use]
    pub fn synonyms(&self, stem: &str, language: Language) -> &[TermId] {
        let gather = || {
            let mut synonyms: HashMap<&'static str, Vec<TermId>, FxBuildHasher> = HashMap::default();
            for group in synonym_groups(language) {
                for (stem, term) in group.split(' ').filter_map(|stem| Some((stem, self.get(stem)?))) {
                    for other in group.split(' ').filter(|other| *other != stem) {
                        let of_other = synonyms.entry(other).or_default();
                        // Two groups of one word may share another.
                        if !of_other.contains(&term) {
                            of_other.push(term);
                        }
                    }
                }
            }
            synonyms
        };
        self.synonyms.get_or_init(gather).get(stem).map_or(&[], Vec::as_slice)
    }

    /// Up to `limit` terms at least as alike to `word` as `least` (0 to 1), the most alike first; `word` itself is not
    /// among them.
    #[must_use]
    pub fn similar(&self, word: &str, least: f32, limit: usize) -> Vec<Similar> {
        thread_local! {
            static SCRATCH: RefCell<Scratch> = RefCell::default();
        }
        SCRATCH.with_borrow_mut(|scratch| {
            let least_shared = scratch.count(self, word, least);
            let length = |count: u32| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
            let wanted = length(u32::try_from(scratch.trigrams.len()).unwrap_or(u32::MAX));
            let sizes = &*self.sizes;
            let Scratch { shared, sharing, .. } = scratch;
            let mut found: Vec<Similar> = sharing
                .drain(..)
                .map(|term| (term, std::mem::take(&mut shared[term as usize])))
                .filter(|(_, shared)| usize::from(*shared) >= least_shared)
                .map(|(term, shared)| {
                    let both = wanted + length(sizes[term as usize]);
                    Similar { term, similarity: 2.0 * f32::from(shared) / both }
                })
                .filter(|similar| similar.similarity >= least && self.bytes(similar.term) != word.as_bytes())
                .collect();
            found.sort_unstable_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.term.cmp(&b.term)));
            found.truncate(limit);
            found
        })
    }

    /// The terms that have `trigram`.
    fn having(&self, trigram: Trigram) -> &[TermId] {
        let trigrams = &*self.trigrams;
        let place = self
            .trigram_slots
            .find(hash(trigram), |place| trigrams[place as usize * 3..][..3] == trigram.map(u32::from));
        place.map_or(&[], |place| self.by_trigram.row(place as usize))
    }
}

/// Room to count in, kept from word to word.
#[derive(Default)]
struct Scratch {
    /// The trigrams of the word.
    trigrams: Vec<Trigram>,
    /// How many of them each term has, no more than 255; all 0 between two words.
    shared: Vec<u8>,
    /// The terms that have any.
    sharing: Vec<TermId>,
}

impl Scratch {
    /// Counts the trigrams that terms share with `word`, and tells how many a term has to share to be as alike as `least`.
    /// Terms that share fewer may be left out. (A. Arasu, V. Ganti and R. Kaushik, "Efficient exact set-similarity joins",
    /// VLDB 2006: of so many trigrams at least one is not among the most common ones, one fewer than have to be shared.)
    fn count(&mut self, vocabulary: &Vocabulary, word: &str, least: f32) -> usize {
        trigrams(word, &mut self.trigrams);
        if self.shared.len() < vocabulary.len() {
            self.shared.resize(vocabulary.len(), 0);
        }
        self.trigrams.sort_by_cached_key(|trigram| vocabulary.having(*trigram).len());
        let least_shared = least_shared(self.trigrams.len(), least);
        let (rare, common) = self.trigrams.split_at(self.trigrams.len() + 1 - least_shared);
        for trigram in rare {
            for term in vocabulary.having(*trigram) {
                let shared = &mut self.shared[*term as usize];
                if *shared == 0 {
                    self.sharing.push(*term);
                }
                *shared = shared.saturating_add(1);
            }
        }
        for trigram in common {
            for term in vocabulary.having(*trigram) {
                let shared = &mut self.shared[*term as usize];
                // No branch: which terms share is as good as random.
                *shared = shared.saturating_add(u8::from(*shared > 0));
            }
        }
        least_shared
    }
}

/// How many of `trigrams` another word has to share, at least 1, for a Dice coefficient of `least` or more: with a word of
/// only those it comes to 2 *s* / (*n* + *s*).
#[expect(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "words are short"
)]
fn least_shared(trigrams: usize, least: f32) -> usize {
    // What rounding may add is taken off again.
    let shared = least * trigrams as f32 / (2.0 - least) - 0.01;
    (shared.ceil() as usize).clamp(1, trigrams.max(1))
}

const fn hash(trigram: Trigram) -> u64 {
    let [a, b, c] = trigram;
    hash_number((a as u64) << 42 | (b as u64) << 21 | c as u64)
}

/// The distinct trigrams of a word with its edges.
fn trigrams(word: &str, found: &mut Vec<Trigram>) {
    found.clear();
    let mut last = [EDGE, EDGE];
    for character in word.chars().chain([EDGE]) {
        found.push([last[0], last[1], character]);
        last = [last[1], character];
    }
    found.sort_unstable();
    found.dedup();
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut vocabulary = VocabularyBuilder::default();
        for word in words {
            let id = vocabulary.intern(word);
            vocabulary.count_passage(id);
        }
        vocabulary.finish()
    }

    #[test]
    fn a_slip_finds_the_word_that_was_meant() {
        let words = vocabulary(&["hamamatsu", "ambon", "musik", "vlissingen", "persampahan", "sampah"]);
        for (slip, meant) in [
            ("hamamtsu", "hamamatsu"),
            ("hamamatu", "hamamatsu"),
            ("abmon", "ambon"),
            ("musick", "musik"),
            ("vlisingen", "vlissingen"),
            ("vlissengen", "vlissingen"),
        ] {
            let similar = words.similar(slip, 0.2, 1);
            assert_eq!(similar.first().map(|similar| words.text(similar.term)), Some(meant), "{slip}");
        }
    }

    #[test]
    fn nothing_is_like_an_empty_or_a_foreign_word() {
        let words = vocabulary(&["hamamatsu", "ambon"]);
        assert!(words.similar("", 0.3, 5).is_empty());
        assert!(words.similar("xyzzy", 0.3, 5).is_empty());
    }

    #[test]
    fn terms_alike_are_those_similar_each_time() {
        let words = vocabulary(&["penduduk", "berpenduduk", "pendudukan", "hamamatsu", "hamamtsu", "musik"]);
        for word in ["penduduk", "hamamatsu", "musik"] {
            let similar = words.similar(word, Vocabulary::ALIKE_LEAST, Vocabulary::ALIKE_MOST);
            let term = words.get(word).unwrap();
            for _ in 0..2 {
                assert_eq!(words.alike(term), similar, "{word}");
            }
            assert_eq!(similar.is_empty(), word == "musik");
        }
    }

    #[test]
    fn terms_of_one_meaning_are_found_where_the_field_holds_them() {
        let words = vocabulary(&["determin", "help", "music", "decid", "aid"]);
        let synonyms = |word| {
            let of = words.synonyms(word, Language::En);
            of.iter().map(|term| words.text(*term)).collect::<Vec<_>>()
        };
        assert_eq!(synonyms("music"), [""; 0]);
        assert_eq!((synonyms("decid"), synonyms("help")), (vec!["determin"], vec!["aid"]));
        assert_eq!(synonyms("assist"), ["help", "aid"]);
    }

    #[test]
    fn a_word_is_not_like_itself_and_twice_is_once() {
        let words = vocabulary(&["ambon", "ambon"]);
        assert_eq!(words.len(), 1);
        assert!(words.similar("ambon", 0.1, 5).is_empty());
        let id = words.get("ambon").unwrap();
        assert_eq!((words.passages(id), words.text(id)), (2, "ambon"));
        assert!(!words.is_empty());
        assert!(vocabulary(&[]).similar("ambon", 0.1, 5).is_empty());
    }
}
