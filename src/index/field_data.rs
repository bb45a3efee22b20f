//! Everything that is known of one field: its vocabulary, its passages, and what else they are found by.

use std::collections::HashSet;
use std::io;
use std::ops::Range;

use super::analyzed::{Analyzed, Passages, PassagesBuilder};
use super::columns::{Numbers, Rows, RowsBuilder};
use super::files::{Opener, Saver};
use super::vocabulary::{Vocabulary, VocabularyBuilder};
use super::{Ordinal, TermId};
use crate::language::{Language, Term};

/// What people ask that a passage answers: phrases, each a list of terms, sorted, none twice.
#[derive(Clone, Copy)]
pub struct Phrases<'i> {
    all: &'i Rows,
    first: usize,
    end: usize,
}

impl<'i> Phrases<'i> {
    /// Is there none.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.first == self.end
    }

    /// Their places among the phrases of all passages.
    #[expect(clippy::cast_possible_truncation, reason = "where phrases end is kept in 32 bits")]
    pub(crate) const fn places(self) -> Range<u32> {
        self.first as u32..self.end as u32
    }

    /// The terms of all phrases, those of one behind those of the one before.
    #[must_use]
    pub fn terms(self) -> &'i [TermId] {
        self.all.rows(self.first..self.end)
    }

    /// The terms of each phrase.
    pub fn iter(self) -> impl Iterator<Item = &'i [TermId]> {
        (self.first..self.end).map(move |phrase| self.all.row(phrase))
    }
}

/// One field.
pub(super) struct FieldData {
    pub(super) vocabulary: Vocabulary,
    passages: Passages,
    /// For each passage, where its phrases end among all.
    asked: Numbers,
    phrases: Rows,
    /// The terms of each document's title, in order.
    titles: Rows,
    /// How many terms all passages hold.
    tokens: u64,
    /// How many passages have the field.
    pub(super) holders: u32,
}

impl FieldData {
    pub(super) fn save(&self, saver: &Saver<'_>, name: &str) -> io::Result<()> {
        let named = |part: &str| format!("{name}.{part}");
        self.vocabulary.save(saver, &named("vocabulary"))?;
        self.passages.save(saver, &named("passages"))?;
        self.asked.save(saver, &named("asked"))?;
        self.phrases.save(saver, &named("phrases"))?;
        self.titles.save(saver, &named("titles"))?;
        let counts = [self.tokens, u64::from(self.holders)].map(u64::to_le_bytes);
        saver.bytes(&named("counts"), counts.as_flattened())
    }

    pub(super) fn open(opener: &Opener, name: &str) -> io::Result<Self> {
        let named = |part: &str| format!("{name}.{part}");
        let counts = opener.bytes(&named("counts"))?;
        let count = |place: usize| counts.chunks_exact(8).nth(place)?.try_into().ok().map(u64::from_le_bytes);
        Ok(Self {
            vocabulary: Vocabulary::open(opener, &named("vocabulary"))?,
            passages: Passages::open(opener, &named("passages"))?,
            asked: Numbers::open(opener, &named("asked"))?,
            phrases: Rows::open(opener, &named("phrases"))?,
            titles: Rows::open(opener, &named("titles"))?,
            tokens: count(0).unwrap_or_default(),
            holders: count(1).and_then(|count| u32::try_from(count).ok()).unwrap_or_default(),
        })
    }

    pub(super) fn analyzed(&self, passage: Ordinal) -> Option<Analyzed<'_>> {
        self.passages.get(passage)
    }

    /// Asks the memory for all of some passages, which stand in these documents, at once.
    pub(super) fn read_ahead(&self, passages: &[Ordinal], documents: &[u32]) {
        self.passages.read_ahead(passages);
        self.titles.read_ahead(&self.titles.ranges(documents));
    }

    pub(super) fn carries_phrases(&self) -> bool {
        self.asked.last().is_some_and(|end| *end > 0)
    }

    pub(super) fn asked(&self, passage: Ordinal) -> Phrases<'_> {
        let ends = &*self.asked;
        let first = (passage as usize).checked_sub(1).map_or(0, |before| ends[before]);
        Phrases { all: &self.phrases, first: first as usize, end: ends[passage as usize] as usize }
    }

    pub(super) fn title(&self, document: usize) -> &[TermId] {
        self.titles.row(document)
    }

    #[expect(clippy::cast_precision_loss, reason = "an average of token counts needs no more than 24 bits")]
    pub(super) fn average_length(&self) -> f32 {
        if self.holders == 0 { 1.0 } else { (self.tokens as f32 / self.holders as f32).max(1.0) }
    }
}

/// One field, as it is gathered: passage by passage, and after those of a document, its title.
#[derive(Default)]
pub(super) struct FieldBuilder {
    vocabulary: VocabularyBuilder,
    passages: PassagesBuilder,
    asked: Vec<u32>,
    phrases: RowsBuilder,
    titles: RowsBuilder,
    tokens: u64,
    holders: u32,
}

impl FieldBuilder {
    /// Adds a passage of `text`, of which `terms` are the terms in order, and which people ask about with these phrases.
    pub(super) fn push(&mut self, language: Language, text: &str, terms: &[Term], asked: &[Vec<Term>]) {
        let held = self.passages.push(language, text, terms, &mut self.vocabulary);
        self.tokens += terms.len() as u64;
        self.holders += 1;
        // A passage counts for those terms of its phrases that its text does not hold, too: it is found by them.
        let mut new: HashSet<TermId> = HashSet::new();
        for phrase in asked {
            let mut terms: Vec<TermId> = phrase.iter().map(|term| self.vocabulary.intern(&term.stem)).collect();
            terms.sort_unstable();
            terms.dedup();
            new.extend(terms.iter().filter(|term| held.binary_search(term).is_err()));
            self.phrases.push(terms);
        }
        for term in new {
            self.vocabulary.count_passage(term);
        }
        self.asked.push(self.phrases.len());
    }

    /// Adds a passage that lacks the field.
    pub(super) fn push_none(&mut self) {
        self.passages.push_none();
        self.asked.push(self.phrases.len());
    }

    /// Ends a document whose title has these terms, none where it lacks the field.
    pub(super) fn end_document(&mut self, title: &[Term]) {
        self.titles.push(title.iter().map(|term| self.vocabulary.intern(&term.stem)));
    }

    pub(super) fn finish(self) -> FieldData {
        FieldData {
            vocabulary: self.vocabulary.finish(),
            passages: self.passages.finish(),
            asked: self.asked.into(),
            phrases: self.phrases.finish(),
            titles: self.titles.finish(),
            tokens: self.tokens,
            holders: self.holders,
        }
    }
}
