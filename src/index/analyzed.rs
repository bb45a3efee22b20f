//! A passage as a list of terms, each with its place and its sentence.

use std::ops::Range;

use super::{TermId, Vocabulary};
use crate::language::{AnswerKind, Language, Term, sentences};

/// One term of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token {
    /// What.
    pub term: TermId,
    /// Where it begins in the passage, in bytes.
    pub start: u32,
    /// Where it ends.
    pub end: u32,
    /// In which sentence of the passage it begins, from 0.
    pub sentence: u16,
}

impl Token {
    /// The bytes of the passage that it covers.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// A passage's terms in one field, in order, and its sentences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Analyzed {
    tokens: Box<[Token]>,
    sentences: Box<[Range<u32>]>,
    /// For each sentence: does it hold a date, does it hold a number.
    kinds: Box<[[bool; 2]]>,
}

impl Analyzed {
    /// Analyses `text`, of which `terms` are the terms in order; new ones go into `vocabulary`, where the passage is
    /// counted for each of its terms.
    pub(super) fn new(language: Language, text: &str, terms: &[Term], vocabulary: &mut Vocabulary) -> Self {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let sentences = sentences(text);
        let mut current = 0;
        let tokens: Box<[Token]> = terms
            .iter()
            .map(|term| {
                while current + 1 < sentences.len() && sentences[current].end <= term.range.start {
                    current += 1;
                }
                Token {
                    term: vocabulary.intern(&term.stem),
                    start: narrow(term.range.start),
                    end: narrow(term.range.end),
                    sentence: u16::try_from(current).unwrap_or(u16::MAX),
                }
            })
            .collect();
        let mut distinct: Vec<TermId> = tokens.iter().map(|token| token.term).collect();
        distinct.sort_unstable();
        distinct.dedup();
        for term in distinct {
            vocabulary.count_passage(term);
        }
        let holds = |range: &Range<usize>| {
            [AnswerKind::Date, AnswerKind::Number].map(|kind| kind.is_in(language, &text[range.clone()]))
        };
        let kinds = sentences.iter().map(holds).collect();
        let sentences = sentences.into_iter().map(|range| narrow(range.start)..narrow(range.end)).collect();
        Self { tokens, sentences, kinds }
    }

    /// The terms in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// How many sentences there are; at least one where the text is not blank.
    #[must_use]
    pub fn sentence_count(&self) -> usize {
        self.sentences.len()
    }

    /// Does the sentence hold a thing of that kind; of a person or a place that is not known, and taken to be so.
    #[must_use]
    pub fn holds(&self, sentence: usize, kind: AnswerKind) -> bool {
        self.kinds[sentence].get(kind as usize).is_none_or(|held| *held)
    }

    /// Where the sentence stands in the passage, in bytes.
    #[must_use]
    pub fn sentence(&self, sentence: usize) -> Range<usize> {
        let range = &self.sentences[sentence];
        range.start as usize..range.end as usize
    }
}
