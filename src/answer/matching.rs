//! Which words of a question stand among some terms: asked of every candidate, so prepared once a question.

use std::ops::Range;

use super::query::{Alternative, Concept};
use crate::index::{Analyzed, TermId};

/// The concepts of one field by the terms of their alternatives.
#[derive(Debug, Clone, Default)]
pub(super) struct Matcher {
    /// Which terms may be among the entries, by their last ten bits: most terms of a passage are told from these here.
    bits: Bits,
    /// Sorted by term; those of one term in the order of the concepts and their alternatives.
    entries: Vec<Entry>,
}

/// An alternative that begins with a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Entry {
    term: TermId,
    /// The place of its concept.
    concept: u16,
    /// Its own place in the concept.
    alternative: u16,
}

impl Entry {
    fn of(self, concepts: &[Concept]) -> &Alternative {
        &concepts[usize::from(self.concept)].alternatives[usize::from(self.alternative)]
    }
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
    pub(super) const fn range(self, passage: Analyzed<'_>) -> Range<usize> {
        passage.range(self.token).start..passage.range(self.token + self.length - 1).end
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
        // A question has at most 500 words, and a word a few alternatives.
        for (concept, of) in (0..).zip(concepts) {
            for (alternative, named) in (0..).zip(&of.alternatives) {
                entries.push(Entry { term: named.terms[0], concept, alternative });
                for term in &named.terms {
                    let (word, bit) = bit(*term);
                    bits[word] |= bit;
                }
            }
        }
        entries.sort_unstable();
        Self { bits, entries }
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

    /// Where the concepts, of which this is made, stand in `passage`.
    pub(super) fn occurrences(&self, concepts: &[Concept], passage: Analyzed<'_>) -> Occurrences {
        let mut found: Vec<(usize, Occurrence)> = Vec::new();
        self.each_occurrence(concepts, passage, |concept, occurrence| found.push((concept, occurrence)));
        found.sort_by_key(|(concept, _)| *concept);
        Occurrences(found)
    }

    /// Hands over where the concepts stand in `passage`, in order, each with the place of its concept.
    pub(super) fn each_occurrence(
        &self,
        concepts: &[Concept],
        passage: Analyzed<'_>,
        mut take: impl FnMut(usize, Occurrence),
    ) {
        let terms = if self.entries.is_empty() { &[] } else { passage.terms() };
        for (place, term) in terms.iter().enumerate().filter(|(_, term)| self.may_hold(**term)) {
            // Of the alternatives of one concept that stand here, the closest.
            let mut best: Option<(usize, Occurrence)> = None;
            for entry in self.entries(*term) {
                let alternative = entry.of(concepts);
                let Some(length) = length(&alternative.terms, &terms[place..]) else { continue };
                let (concept, closeness) = (usize::from(entry.concept), alternative.closeness);
                let occurrence = Occurrence { token: place, length, closeness };
                match &mut best {
                    Some((of, last)) if *of == concept => {
                        if last.closeness < closeness {
                            *last = occurrence;
                        }
                    }
                    _ => {
                        if let Some((concept, last)) = best.replace((concept, occurrence)) {
                            take(concept, last);
                        }
                    }
                }
            }
            if let Some((concept, last)) = best {
                take(concept, last);
            }
        }
    }

    /// May one of `terms` be a term of an alternative.
    pub(super) fn may_hold_any(&self, terms: &[TermId]) -> bool {
        !self.entries.is_empty() && terms.iter().any(|term| self.may_hold(*term))
    }

    /// For each concept, how close `terms` come to naming it, 0 to 1: the closeness of the closest of its alternatives all
    /// of whose terms are among them. Is any above 0 is told.
    pub(super) fn named(&self, concepts: &[Concept], terms: &[TermId], closeness: &mut Vec<f32>) -> bool {
        closeness.clear();
        closeness.resize(concepts.len(), 0.0);
        let mut any = false;
        let looked_at = if self.entries.is_empty() { &[] } else { terms };
        for term in looked_at.iter().filter(|term| self.may_hold(**term)) {
            for entry in self.entries(*term) {
                let alternative = entry.of(concepts);
                if alternative.terms[1..].iter().all(|term| terms.contains(term)) {
                    let best = &mut closeness[usize::from(entry.concept)];
                    *best = best.max(alternative.closeness);
                    any = true;
                }
            }
        }
        any
    }
}

/// How many of the terms of a passage, from the first on, `terms` cover: the first stands first, the others behind it in
/// order.
fn length(terms: &[TermId], passage: &[TermId]) -> Option<usize> {
    let mut end = 1;
    for term in &terms[1..] {
        end += passage[end..].iter().take(1 + GAP).position(|other| other == term)? + 1;
    }
    Some(end)
}
