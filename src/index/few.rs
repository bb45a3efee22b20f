//! A corpus of few passages: which of them hold a term is told by one number, and they need no searching.

use super::columns::{Rows, RowsBuilder};
use super::field_data::FieldData;
use super::{Field, Ordinal, TermId, WeightedTerm};

/// What is known of each term of each field.
pub(super) struct Few {
    /// The passages that hold it in their text, their title or their phrases, a bit each.
    holders: [Vec<u64>; 4],
    /// The phrases that hold it, in order.
    phrases: [Rows; 4],
    /// The passage of each phrase.
    passages: [Vec<Ordinal>; 4],
}

impl Few {
    /// How many passages are few.
    const MOST: usize = 64;

    /// Are so many passages few.
    pub(super) const fn are(passages: usize) -> bool {
        passages <= Self::MOST
    }

    /// The passages of which `documents` tells the document.
    pub(super) fn new(fields: &[FieldData; 4], documents: &[(u32, u32)]) -> Self {
        let of = |field: Field| &fields[field.place()];
        Self {
            holders: Field::ALL.map(|field| holders(of(field), documents)),
            phrases: Field::ALL.map(|field| by_term(of(field), documents.len())),
            passages: Field::ALL.map(|field| passages_of_phrases(of(field), documents.len())),
        }
    }

    /// The passages that hold any of these terms, in the order of the corpus.
    pub(super) fn holding(&self, wanted: &[WeightedTerm]) -> impl Iterator<Item = Ordinal> {
        let of_term = |field: Field, term: TermId| self.holders[field.place()][term as usize];
        let any = wanted.iter().fold(0, |any, term| any | of_term(term.field, term.term));
        (0..u64::BITS).filter(move |ordinal| any >> ordinal & 1 == 1)
    }
}

/// What people ask the passages with in one field, by the terms of the phrases. Phrases are counted through all passages.
#[derive(Clone, Copy)]
pub(crate) struct PhrasesByTerm<'i> {
    pub(super) few: &'i Few,
    pub(super) field: Field,
}

impl<'i> PhrasesByTerm<'i> {
    /// The phrases that hold `term`, in order.
    pub(crate) fn holding(self, term: TermId) -> &'i [u32] {
        self.few.phrases[self.field.place()].row(term as usize)
    }

    /// The passage of each phrase.
    pub(crate) fn passages(self) -> &'i [Ordinal] {
        &self.few.passages[self.field.place()]
    }
}

fn holders(data: &FieldData, documents: &[(u32, u32)]) -> Vec<u64> {
    let mut holders = vec![0; data.vocabulary.len()];
    for (ordinal, (document, _)) in (0..).zip(documents) {
        let Some(analyzed) = data.analyzed(ordinal) else { continue };
        let title = data.title(*document as usize);
        for term in analyzed.terms().iter().chain(title).chain(data.asked(ordinal).terms()) {
            holders[*term as usize] |= 1 << ordinal;
        }
    }
    holders
}

fn by_term(data: &FieldData, passages: usize) -> Rows {
    let all = (0..).take(passages).flat_map(|ordinal| data.asked(ordinal).iter());
    let mut held: Vec<(TermId, u32)> =
        (0..).zip(all).flat_map(|(phrase, terms)| terms.iter().map(move |term| (*term, phrase))).collect();
    held.sort_unstable();
    let mut rows = RowsBuilder::default();
    let mut rest = held.as_slice();
    for term in (0..).take(data.vocabulary.len()) {
        let (of_term, behind) = rest.split_at(rest.partition_point(|(of, _)| *of <= term));
        rows.push(of_term.iter().map(|(_, phrase)| *phrase));
        rest = behind;
    }
    rows.finish()
}

fn passages_of_phrases(data: &FieldData, passages: usize) -> Vec<Ordinal> {
    let of_passage = |ordinal| data.asked(ordinal).iter().map(move |_| ordinal);
    (0..).take(passages).flat_map(of_passage).collect()
}
