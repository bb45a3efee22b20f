//! A corpus of few passages: which of them hold a term is told by one number, and they need no searching.

use super::field_data::FieldData;
use super::{Field, Ordinal, TermId, WeightedTerm};

/// For each term of each field, the passages that hold it in their text, their title or their phrases, a bit each.
pub(super) struct Few([Vec<u64>; 4]);

impl Few {
    /// How many passages are few.
    const MOST: usize = 64;

    /// Are so many passages few.
    pub(super) const fn are(passages: usize) -> bool {
        passages <= Self::MOST
    }

    /// The passages of which `documents` tells the document.
    pub(super) fn new(fields: &[FieldData; 4], documents: &[(u32, u32)]) -> Self {
        Self(Field::ALL.map(|field| {
            let data = &fields[field.place()];
            let mut holders = vec![0; data.vocabulary.len()];
            for (ordinal, (document, _)) in (0..).zip(documents) {
                let Some(analyzed) = data.analyzed(ordinal) else { continue };
                let title = data.title(*document as usize);
                for term in analyzed.terms().iter().chain(title).chain(data.asked(ordinal).terms()) {
                    holders[*term as usize] |= 1 << ordinal;
                }
            }
            holders
        }))
    }

    /// The passages that hold any of these terms, in the order of the corpus.
    pub(super) fn holding(&self, wanted: &[WeightedTerm]) -> impl Iterator<Item = Ordinal> {
        let of_term = |field: Field, term: TermId| self.0[field.place()][term as usize];
        let any = wanted.iter().fold(0, |any, term| any | of_term(term.field, term.term));
        (0..u64::BITS).filter(move |ordinal| any >> ordinal & 1 == 1)
    }
}
