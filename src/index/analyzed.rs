//! A passage as a list of terms, each with its place and its sentence.

use std::io;
use std::ops::Range;

use super::TermId;
use super::columns::{Numbers, Rows, RowsBuilder, read_ahead};
use super::files::{Opener, Saver};
use super::vocabulary::VocabularyBuilder;
use crate::language::{AnswerKind, Language, Term, sentences};

/// A passage's terms in one field, in order, and its sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Analyzed<'i> {
    terms: &'i [TermId],
    /// Where each term begins and ends in the passage, in bytes.
    spans: &'i [u32],
    /// Where each sentence begins and ends, and what it holds.
    sentences: &'i [u32],
}

/// How many numbers a sentence is kept in.
const OF_A_SENTENCE: usize = 3;

impl<'i> Analyzed<'i> {
    /// The terms in order.
    #[must_use]
    pub const fn terms(self) -> &'i [TermId] {
        self.terms
    }

    /// The bytes of the passage that the term at `place` covers.
    #[must_use]
    pub const fn range(self, place: usize) -> Range<usize> {
        self.spans[2 * place] as usize..self.spans[2 * place + 1] as usize
    }

    /// In which sentence of the passage, from 0, the term at `place` begins.
    #[must_use]
    pub fn sentence_of(self, place: usize) -> usize {
        let start = self.spans[2 * place];
        let last = self.sentence_count().saturating_sub(1);
        (0..last).find(|sentence| self.sentences[sentence * OF_A_SENTENCE + 1] > start).unwrap_or(last)
    }

    /// How many sentences there are; at least one where the text is not blank.
    #[must_use]
    pub const fn sentence_count(self) -> usize {
        self.sentences.len() / OF_A_SENTENCE
    }

    /// Does the sentence hold a thing of that kind; of a person or a place that is not known, and taken to be so.
    #[must_use]
    pub const fn holds(self, sentence: usize, kind: AnswerKind) -> bool {
        let held = self.sentences[sentence * OF_A_SENTENCE + 2];
        match kind {
            AnswerKind::Date | AnswerKind::Number => held & bit(kind) != 0,
            AnswerKind::Person | AnswerKind::Place | AnswerKind::Organisation => true,
        }
    }

    /// Where the sentence stands in the passage, in bytes.
    #[must_use]
    pub const fn sentence(self, sentence: usize) -> Range<usize> {
        let place = sentence * OF_A_SENTENCE;
        self.sentences[place] as usize..self.sentences[place + 1] as usize
    }
}

const fn bit(kind: AnswerKind) -> u32 {
    1 << kind as u32
}

/// The passages of one field, by their ordinals; those that lack the field have no sentence.
#[derive(Default)]
pub(super) struct Passages {
    terms: Rows,
    spans: Numbers,
    sentences: Rows,
}

impl Passages {
    pub(super) fn save(&self, saver: &Saver<'_>, name: &str) -> io::Result<()> {
        self.terms.save(saver, &format!("{name}.terms"))?;
        self.spans.save(saver, &format!("{name}.spans"))?;
        self.sentences.save(saver, &format!("{name}.sentences"))
    }

    pub(super) fn open(opener: &Opener, name: &str) -> io::Result<Self> {
        Ok(Self {
            terms: Rows::open(opener, &format!("{name}.terms"))?,
            spans: Numbers::open(opener, &format!("{name}.spans"))?,
            sentences: Rows::open(opener, &format!("{name}.sentences"))?,
        })
    }

    /// Asks the memory for all of some passages at once.
    pub(super) fn read_ahead(&self, ordinals: &[u32]) {
        let (terms, sentences) = (self.terms.ranges(ordinals), self.sentences.ranges(ordinals));
        let spans: Vec<Range<usize>> = terms.iter().map(|range| 2 * range.start..2 * range.end).collect();
        self.terms.read_ahead(&terms);
        self.sentences.read_ahead(&sentences);
        read_ahead(&self.spans, &spans);
    }

    pub(super) fn get(&self, ordinal: u32) -> Option<Analyzed<'_>> {
        let sentences = self.sentences.row(ordinal as usize);
        let range = self.terms.range(ordinal as usize);
        (!sentences.is_empty()).then(|| Analyzed {
            terms: self.terms.row(ordinal as usize),
            spans: &self.spans[2 * range.start..2 * range.end],
            sentences,
        })
    }
}

/// The passages as they are gathered, one after the other.
#[derive(Default)]
pub(super) struct PassagesBuilder {
    terms: RowsBuilder,
    spans: Vec<u32>,
    sentences: RowsBuilder,
}

impl PassagesBuilder {
    /// Adds a passage of `text`, of which `terms` are the terms in order. New ones go into `vocabulary`, where the passage
    /// is counted for each of its terms. Its distinct terms are given back, sorted.
    pub(super) fn push(
        &mut self,
        language: Language,
        text: &str,
        terms: &[Term],
        vocabulary: &mut VocabularyBuilder,
    ) -> Vec<TermId> {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let mut ids: Vec<TermId> = terms.iter().map(|term| vocabulary.intern(&term.stem)).collect();
        self.terms.push(ids.iter().copied());
        self.spans.extend(terms.iter().flat_map(|term| [narrow(term.range.start), narrow(term.range.end)]));
        ids.sort_unstable();
        ids.dedup();
        for term in &ids {
            vocabulary.count_passage(*term);
        }
        let kinds = [AnswerKind::Date, AnswerKind::Number];
        self.sentences.push(sentences(text).into_iter().flat_map(|range| {
            let held = kinds.into_iter().filter(|kind| kind.is_in(language, &text[range.clone()])).map(bit);
            [narrow(range.start), narrow(range.end), held.sum()]
        }));
        ids
    }

    /// Adds a passage that lacks the field.
    pub(super) fn push_none(&mut self) {
        self.terms.push([]);
        self.sentences.push([]);
    }

    pub(super) fn finish(self) -> Passages {
        Passages { terms: self.terms.finish(), spans: self.spans.into(), sentences: self.sentences.finish() }
    }
}
