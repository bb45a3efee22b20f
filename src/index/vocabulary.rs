//! Every term of one field, and which terms are written alike.
//!
//! Alike is measured by shared character trigrams: that covers a slip of the finger (`hamamtsu`), a form that the stemmer
//! leaves apart (`penduduk`, `berpenduduk`) and another spelling, without a list of any of them.

use std::collections::HashMap;

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

struct Entry {
    text: Box<str>,
    passages: u32,
    trigrams: u16,
}

/// The terms of one field.
#[derive(Default)]
pub struct Vocabulary {
    entries: Vec<Entry>,
    ids: HashMap<Box<str>, TermId>,
    by_trigram: HashMap<Trigram, Vec<TermId>>,
}

type Trigram = [char; 3];

/// What stands before the first and after the last letter of a word, so that its ends weigh more than its middle.
const EDGE: char = '\u{1}';

impl Vocabulary {
    /// The term's id; a new one where it is new.
    ///
    /// # Panics
    /// With 2^32 terms or more before it.
    pub fn intern(&mut self, term: &str) -> TermId {
        if let Some(id) = self.ids.get(term) {
            return *id;
        }
        let id = TermId::try_from(self.entries.len()).expect("fewer than 2^32 terms");
        let trigrams = trigrams(term);
        for trigram in &trigrams {
            self.by_trigram.entry(*trigram).or_default().push(id);
        }
        let trigrams = u16::try_from(trigrams.len()).unwrap_or(u16::MAX);
        self.entries.push(Entry { text: term.into(), passages: 0, trigrams });
        self.ids.insert(term.into(), id);
        id
    }

    /// Counts one more passage that holds the term.
    pub fn count_passage(&mut self, term: TermId) {
        self.entries[term as usize].passages += 1;
    }

    /// The term's id, where the field holds it.
    #[must_use]
    pub fn get(&self, term: &str) -> Option<TermId> {
        self.ids.get(term).copied()
    }

    /// The term's text.
    #[must_use]
    pub fn text(&self, term: TermId) -> &str {
        &self.entries[term as usize].text
    }

    /// In how many passages the term stands.
    #[must_use]
    pub fn passages(&self, term: TermId) -> u32 {
        self.entries[term as usize].passages
    }

    /// How many terms there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// Is there no term.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Up to `limit` terms at least as alike to `word` as `least` (0 to 1), the most alike first; `word` itself is not
    /// among them.
    #[must_use]
    pub fn similar(&self, word: &str, least: f32, limit: usize) -> Vec<Similar> {
        let wanted = trigrams(word);
        let mut shared: HashMap<TermId, u16> = HashMap::new();
        for trigram in &wanted {
            for term in self.by_trigram.get(trigram).into_iter().flatten() {
                *shared.entry(*term).or_default() += 1;
            }
        }
        let length = |count: usize| f32::from(u16::try_from(count).unwrap_or(u16::MAX));
        let mut found: Vec<Similar> = shared
            .into_iter()
            .map(|(term, shared)| {
                let both = length(wanted.len()) + f32::from(self.entries[term as usize].trigrams);
                Similar { term, similarity: 2.0 * f32::from(shared) / both }
            })
            .filter(|similar| similar.similarity >= least && self.text(similar.term) != word)
            .collect();
        found.sort_by(|a, b| b.similarity.total_cmp(&a.similarity).then(a.term.cmp(&b.term)));
        found.truncate(limit);
        found
    }
}

/// The distinct trigrams of a word with its edges.
fn trigrams(word: &str) -> Vec<Trigram> {
    let characters: Vec<char> = [EDGE, EDGE].into_iter().chain(word.chars()).chain([EDGE]).collect();
    let mut found: Vec<Trigram> = characters.windows(3).map(|window| [window[0], window[1], window[2]]).collect();
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn vocabulary(words: &[&str]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for word in words {
            vocabulary.intern(word);
        }
        vocabulary
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
    fn a_word_is_not_like_itself_and_twice_is_once() {
        let mut words = vocabulary(&["ambon", "ambon"]);
        assert_eq!(words.len(), 1);
        assert!(words.similar("ambon", 0.1, 5).is_empty());
        let id = words.get("ambon").unwrap();
        words.count_passage(id);
        assert_eq!(words.passages(id), 1);
        assert!(!words.is_empty());
    }
}
