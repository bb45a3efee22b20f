//! Which words of a question stand among some terms: asked of every candidate, so prepared once a question.

use std::ops::Range;

use super::query::Concept;
use crate::index::{TermId, Token};

/// The concepts of one field by the terms of their alternatives.
#[derive(Debug, Clone, Default)]
pub(super) struct Matcher {
    /// Which terms may be among the entries, by their last ten bits: most terms of a passage are told from these here.
    bits: Bits,
    /// Sorted by term; those of one term in the order of the concepts and their alternatives.
    entries: Vec<Entry>,
    concepts: usize,
}

/// An alternative that begins with a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    term: TermId,
    concept: usize,
    alternative: usize,
}

/// A set of small numbers.
type Bits = [u64; 16];

const fn bit(term: TermId) -> (usize, u64) {
    (((term >> 6) & 15) as usize, 1 << (term & 63))
}

/// A place where a concept stands in a passage.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occurrence {
    /// The first of its tokens.
    pub(super) token: usize,
    /// How many tokens it covers, with what stands between.
    length: usize,
    /// How close it comes to what is asked, 0 to 1.
    pub(super) closeness: f32,
}

impl Occurrence {
    /// The bytes of the passage that it covers.
    pub(super) fn range(self, tokens: &[Token]) -> Range<usize> {
        tokens[self.token].range().start..tokens[self.token + self.length - 1].range().end
    }
}

/// How many other tokens may stand between two words of one name.
const GAP: usize = 1;

/// Where each concept stands in a passage, in order.
#[derive(Debug, Default)]
pub(super) struct Occurrences(Vec<(usize, Occurrence)>);

impl Occurrences {
    /// Those of the concept at that place of its query.
    pub(super) fn of(&self, concept: usize) -> impl Iterator<Item = &Occurrence> + Clone {
        let start = self.0.partition_point(|(of, _)| *of < concept);
        self.0[start..].iter().take_while(move |(of, _)| *of == concept).map(|(_, occurrence)| occurrence)
    }

    /// All of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Occurrence> {
        self.0.iter().map(|(_, occurrence)| occurrence)
    }
}

impl Matcher {
    pub(super) fn new(concepts: &[Concept]) -> Self {
        let mut bits = Bits::default();
        let mut entries = Vec::new();
        for (concept, of) in concepts.iter().enumerate() {
            for (alternative, named) in of.alternatives.iter().enumerate() {
                entries.push(Entry { term: named.terms[0], concept, alternative });
                for term in &named.terms {
                    let (word, bit) = bit(*term);
                    bits[word] |= bit;
                }
            }
        }
        entries.sort_unstable();
        Self { bits, entries, concepts: concepts.len() }
    }

    /// May it be a term of an alternative.
    fn may_hold(&self, term: TermId) -> bool {
        let (word, bit) = bit(term);
        self.bits[word] & bit != 0
    }

    /// The alternatives that begin with `term`, in the order of the concepts.
    fn entries(&self, term: TermId) -> &[Entry] {
        let start = self.entries.partition_point(|entry| entry.term < term);
        let length = self.entries[start..].iter().take_while(|entry| entry.term == term).count();
        &self.entries[start..start + length]
    }

    /// Where the concepts, of which this is made, stand among `tokens`.
    pub(super) fn occurrences(&self, concepts: &[Concept], tokens: &[Token]) -> Occurrences {
        let mut found: Vec<(usize, Occurrence)> = Vec::new();
        let tokens = if self.entries.is_empty() { &[] } else { tokens };
        for (place, token) in tokens.iter().enumerate().filter(|(_, token)| self.may_hold(token.term)) {
            for entry in self.entries(token.term) {
                let alternative = &concepts[entry.concept].alternatives[entry.alternative];
                let Some(length) = length(&alternative.terms, &tokens[place..]) else { continue };
                let occurrence = Occurrence { token: place, length, closeness: alternative.closeness };
                match found.last_mut() {
                    Some((concept, last)) if *concept == entry.concept && last.token == place => {
                        if last.closeness < occurrence.closeness {
                            *last = occurrence;
                        }
                    }
                    _ => found.push((entry.concept, occurrence)),
                }
            }
        }
        found.sort_by_key(|(concept, _)| *concept);
        Occurrences(found)
    }

    /// For each concept, how close `terms` come to naming it, 0 to 1: the closeness of the closest of its alternatives all
    /// of whose terms are among them. Is any above 0 is told.
    pub(super) fn named(&self, concepts: &[Concept], terms: &[TermId], closeness: &mut Vec<f32>) -> bool {
        closeness.clear();
        closeness.resize(self.concepts, 0.0);
        let mut any = false;
        if self.entries.is_empty() {
            return any;
        }
        for term in terms.iter().filter(|term| self.may_hold(**term)) {
            for entry in self.entries(*term) {
                let alternative = &concepts[entry.concept].alternatives[entry.alternative];
                if alternative.terms[1..].iter().all(|term| terms.contains(term)) {
                    let best = &mut closeness[entry.concept];
                    *best = best.max(alternative.closeness);
                    any = true;
                }
            }
        }
        any
    }
}

/// How many of the tokens, from the first on, `terms` cover: the first stands first, the others behind it in order.
fn length(terms: &[TermId], tokens: &[Token]) -> Option<usize> {
    let mut end = 1;
    for term in &terms[1..] {
        end += tokens[end..].iter().take(1 + GAP).position(|token| token.term == *term)? + 1;
    }
    Some(end)
}
