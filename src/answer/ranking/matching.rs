//! Which words of a question stand among some terms: asked of every candidate, so prepared once a question.

use std::ops::Range;

use crate::answer::understanding::Concept;
use crate::index::{Analyzed, TermId};

/// The concepts of one field by the terms of their alternatives.
#[derive(Debug, Clone)]
pub(in crate::answer) struct Matcher {
    /// For each value of a term's last bits, where its entries begin, counted from 1; 0 where there is none, which most terms
    /// of a passage are told from.
    firsts: Box<[u16; SLOTS]>,
    /// Sorted by slot, then by term; those of one term in the order of the concepts and their alternatives.
    entries: Vec<Entry>,
}

/// How many slots there are, a power of two.
const SLOTS: usize = 1024;

const fn slot(term: TermId) -> usize {
    term as usize & (SLOTS - 1)
}

/// An alternative that begins with a term.
#[derive(Debug, Clone, Copy)]
struct Entry {
    term: TermId,
    /// The place of its concept.
    concept: u16,
    /// Its own place in the concept.
    alternative: u16,
    closeness: f32,
    /// Is the term all of it.
    is_single: bool,
}

impl Entry {
    /// The terms behind the first.
    fn others(self, concepts: &[Concept]) -> &[TermId] {
        if self.is_single {
            return &[];
        }
        &concepts[usize::from(self.concept)].alternatives[usize::from(self.alternative)].terms[1..]
    }
}

/// A place where a concept stands in a passage.
#[derive(Debug, Clone, Copy)]
pub(in crate::answer) struct Occurrence {
    /// The first of its tokens.
    pub(in crate::answer) token: usize,
    /// How many tokens it covers, with what stands between.
    length: usize,
    /// How close it comes to what is asked, 0 to 1.
    pub(in crate::answer) closeness: f32,
}

impl Occurrence {
    /// The bytes of the passage that it covers.
    pub(in crate::answer) const fn range(self, passage: Analyzed<'_>) -> Range<usize> {
        passage.range(self.token).start..passage.range(self.token + self.length - 1).end
    }

    /// How many tokens further the later of two begins than the earlier ends: 1 where they are neighbours.
    pub(in crate::answer) const fn tokens_apart(self, other: Self) -> usize {
        let (first, second) = if self.token <= other.token { (self, other) } else { (other, self) };
        (second.token + 1).saturating_sub(first.token + first.length)
    }
}

/// How many other tokens may stand between two words of one name.
const GAP: usize = 1;

/// Where each concept stands in a passage, in order.
#[derive(Debug, Default)]
pub(in crate::answer) struct Occurrences(Vec<(usize, Occurrence)>);

impl Occurrences {
    /// Those of the concept at that place of its query.
    pub(in crate::answer) fn of(&self, concept: usize) -> impl Iterator<Item = &Occurrence> + Clone {
        let start = self.0.partition_point(|(of, _)| *of < concept);
        self.0[start..].iter().take_while(move |(of, _)| *of == concept).map(|(_, occurrence)| occurrence)
    }

    /// All of them.
    pub(in crate::answer) fn iter(&self) -> impl Iterator<Item = &Occurrence> {
        self.0.iter().map(|(_, occurrence)| occurrence)
    }
}

impl Matcher {
    pub(in crate::answer) fn new(concepts: &[Concept]) -> Self {
        let mut entries = Vec::new();
        // A question and those before it have some thousand words at most, and a word a few alternatives.
        for (concept, of) in (0..).zip(concepts) {
            for (alternative, named) in (0..).zip(&of.alternatives) {
                let (closeness, is_single) = (named.closeness, named.terms.len() == 1);
                entries.push(Entry { term: named.terms[0], concept, alternative, closeness, is_single });
            }
        }
        entries.sort_unstable_by_key(|entry| (slot(entry.term), entry.term, entry.concept, entry.alternative));
        let mut firsts = Box::new([0; SLOTS]);
        for (place, entry) in (1..).zip(&entries) {
            let first = &mut firsts[slot(entry.term)];
            if *first == 0 {
                *first = place;
            }
        }
        Self { firsts, entries }
    }

    /// May `term` begin an alternative.
    const fn may_begin(&self, term: TermId) -> bool {
        self.firsts[slot(term)] != 0
    }

    /// The alternatives that begin with `term`, in the order of the concepts.
    fn entries(&self, term: TermId) -> impl Iterator<Item = &Entry> {
        let first = usize::from(self.firsts[slot(term)]).checked_sub(1).unwrap_or(self.entries.len());
        let of_slot = self.entries[first..].iter().take_while(move |entry| slot(entry.term) == slot(term));
        of_slot.filter(move |entry| entry.term == term)
    }

    /// Where the concepts, of which this is made, stand in `passage`.
    pub(in crate::answer) fn occurrences(&self, concepts: &[Concept], passage: Analyzed<'_>) -> Occurrences {
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
        for (place, term) in terms.iter().enumerate().filter(|(_, term)| self.may_begin(**term)) {
            // Of the alternatives of one concept that stand here, the closest.
            let mut best: Option<(usize, Occurrence)> = None;
            for entry in self.entries(*term) {
                let Some(length) = length(entry.others(concepts), &terms[place..]) else { continue };
                let (concept, closeness) = (usize::from(entry.concept), entry.closeness);
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

    /// May one of `terms` begin an alternative.
    pub(super) fn may_begin_any(&self, terms: &[TermId]) -> bool {
        !self.entries.is_empty() && terms.iter().any(|term| self.may_begin(*term))
    }

    /// For each concept, how close `terms` come to naming it, 0 to 1: the closeness of the closest of its alternatives all
    /// of whose terms are among them. Is any above 0 is told.
    pub(in crate::answer) fn named(&self, concepts: &[Concept], terms: &[TermId], closeness: &mut Vec<f32>) -> bool {
        closeness.clear();
        closeness.resize(concepts.len(), 0.0);
        let mut any = false;
        let looked_at = if self.entries.is_empty() { &[] } else { terms };
        for term in looked_at.iter().filter(|term| self.may_begin(**term)) {
            for entry in self.entries(*term) {
                if entry.others(concepts).iter().all(|term| terms.contains(term)) {
                    let best = &mut closeness[usize::from(entry.concept)];
                    *best = best.max(entry.closeness);
                    any = true;
                }
            }
        }
        any
    }
}

/// How many terms of a passage a name covers of which the first is its first, and `others` follow in order.
fn length(others: &[TermId], passage: &[TermId]) -> Option<usize> {
    let mut end = 1;
    for term in others {
        end += passage[end..].iter().take(1 + GAP).position(|other| other == term)? + 1;
    }
    Some(end)
}
