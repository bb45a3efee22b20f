//! A corpus of few passages: which of them hold a term is told by one number, and they need no searching.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::columns::{Rows, RowsBuilder};
use super::field_data::FieldData;
use super::{Field, Ordinal, TermId, WeightedTerm};

/// What is known of each term of each field.
pub(super) struct Few {
    /// The passages that hold it in their text, their title or their phrases, a bit each.
    holders: [Vec<u64>; 4],
    /// The phrases that hold it, in order.
    phrases: [Rows; 4],
    /// Of those that so many hold that their list is no shorter, a bit for each phrase.
    often: [HashMap<TermId, Box<[u64]>, FxBuildHasher>; 4],
    /// The passages that hold it in their phrases, a bit each.
    asked: [Vec<u64>; 4],
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
        let phrases = Field::ALL.map(|field| by_term(of(field), documents.len()));
        let passages = Field::ALL.map(|field| passages_of_phrases(of(field), documents.len()));
        Self {
            holders: Field::ALL.map(|field| holders(of(field), documents)),
            often: Field::ALL.map(|field| {
                let (place, terms) = (field.place(), of(field).vocabulary.len());
                often(&phrases[place], terms, passages[place].len())
            }),
            phrases,
            asked: Field::ALL.map(|field| asked(of(field), documents.len())),
            passages,
        }
    }

    /// The passages that hold any of these terms, in the order of the corpus.
    pub(super) fn holding(&self, wanted: &[WeightedTerm]) -> impl Iterator<Item = Ordinal> {
        let of_term = |field: Field, term: TermId| self.holders[field.place()][term as usize];
        let any = wanted.iter().fold(0, |any, term| any | of_term(term.field, term.term));
        of_bits(any)
    }
}

/// The passages of which the bits are set, in order.
fn of_bits(mut bits: u64) -> impl Iterator<Item = Ordinal> {
    std::iter::from_fn(move || {
        let first = bits.trailing_zeros();
        bits &= bits.checked_sub(1)?;
        Some(first)
    })
}

/// What people ask the passages with in one field, by the terms of the phrases. Phrases are counted through all passages.
#[derive(Clone, Copy)]
pub(crate) struct PhrasesByTerm<'i> {
    pub(super) few: &'i Few,
    pub(super) field: Field,
}

/// The phrases that hold a term, to be asked for each whether it is one of them.
pub(crate) enum Holding<'i> {
    /// A bit for each phrase.
    Bits(&'i [u64]),
    /// Those that do, in order.
    Few(&'i [u32]),
}

impl Holding<'_> {
    /// Is `phrase` one of them.
    #[inline]
    pub(crate) fn contains(&self, phrase: u32) -> bool {
        match self {
            Self::Bits(bits) => bits[phrase as usize / 64] >> (phrase % 64) & 1 == 1,
            Self::Few(phrases) => phrases.binary_search(&phrase).is_ok(),
        }
    }
}

impl<'i> PhrasesByTerm<'i> {
    /// The phrases that hold `term`, in order.
    pub(crate) fn holding(self, term: TermId) -> &'i [u32] {
        self.few.phrases[self.field.place()].row(term as usize)
    }

    /// The passages of which a phrase holds `term`, in order.
    pub(crate) fn asked(self, term: TermId) -> impl Iterator<Item = Ordinal> {
        of_bits(self.few.asked[self.field.place()][term as usize])
    }

    /// The same, to be asked for each phrase.
    pub(crate) fn holding_or_not(self, term: TermId) -> Holding<'i> {
        let often = self.few.often[self.field.place()].get(&term);
        often.map_or_else(|| Holding::Few(self.holding(term)), |bits| Holding::Bits(bits))
    }

    /// The passage of each phrase.
    pub(crate) fn passages(self) -> &'i [Ordinal] {
        &self.few.passages[self.field.place()]
    }
}

/// For each term, the passages that hold it in their text, their title or their phrases, a bit each.
fn holders(data: &FieldData, documents: &[(u32, u32)]) -> Vec<u64> {
    let of_passage = |ordinal: Ordinal, document: u32| {
        let analyzed = data.analyzed(ordinal)?;
        Some(analyzed.terms().iter().chain(data.title(document as usize)).chain(data.asked(ordinal).terms()))
    };
    let passages = (0..).zip(documents);
    by_bits(
        data,
        passages.map(|(ordinal, (document, _))| (ordinal, of_passage(ordinal, *document).into_iter().flatten())),
    )
}

/// The same of their phrases alone.
fn asked(data: &FieldData, passages: usize) -> Vec<u64> {
    by_bits(data, (0..).take(passages).map(|ordinal| (ordinal, data.asked(ordinal).terms().iter())))
}

/// For each term of `data`, a bit for each of the `passages` among whose terms it is.
fn by_bits<'t>(
    data: &FieldData,
    passages: impl Iterator<Item = (Ordinal, impl Iterator<Item = &'t TermId>)>,
) -> Vec<u64> {
    let mut bits = vec![0; data.vocabulary.len()];
    for (ordinal, terms) in passages {
        for term in terms {
            bits[*term as usize] |= 1 << ordinal;
        }
    }
    bits
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

/// The bits of those terms that are held by one of 32 of so many phrases or more: as many bits take no more room than the list.
fn often(by_term: &Rows, terms: usize, phrases: usize) -> HashMap<TermId, Box<[u64]>, FxBuildHasher> {
    let bits = |holding: &[u32]| {
        let mut bits = vec![0_u64; phrases.div_ceil(64)];
        for phrase in holding {
            bits[*phrase as usize / 64] |= 1 << (phrase % 64);
        }
        bits.into()
    };
    let rows = (0..).take(terms).map(|term| (term, by_term.row(term as usize)));
    let often = rows.filter(|(_, holding)| !holding.is_empty() && holding.len() * 32 >= phrases);
    often.map(|(term, holding)| (term, bits(holding))).collect()
}

fn passages_of_phrases(data: &FieldData, passages: usize) -> Vec<Ordinal> {
    let of_passage = |ordinal| data.asked(ordinal).iter().map(move |_| ordinal);
    (0..).take(passages).flat_map(of_passage).collect()
}
