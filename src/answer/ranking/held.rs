//! How closely a passage holds what a question asks of: in its text, in its title, and in what people ask it with.

use std::cell::OnceCell;
use std::ops::Range;

use super::asking::closest_phrases;
use super::{Fit, Occurrences};
use crate::answer::ranges::overlap;
use crate::answer::understanding::{Concept, Query};
use crate::index::{Analyzed, Field, Index};

/// How close a word of a phrase comes to a word of the passage itself, 0 to 1.
const OF_A_PHRASE: f32 = 0.9;

/// That of one passage, for each concept of the question in the language of the fit, by its place among them. All are 0, not there, to
/// 1, the very word.
pub(in crate::answer) struct Held<'a> {
    query: &'a Query,
    index: &'a Index,
    fit: &'a Fit,
    /// Where the concepts stand in the text.
    pub(in crate::answer) occurrences: Occurrences,
    /// The text, analysed.
    pub(in crate::answer) analyzed: Analyzed<'a>,
    in_title: Vec<f32>,
    in_phrases: OnceCell<Vec<f32>>,
}

impl<'a> Held<'a> {
    /// What the passage of `fit` holds of `query`; `None` where it has no text in the language of the fit.
    pub(in crate::answer) fn of(query: &'a Query, fit: &'a Fit, index: &'a Index) -> Option<Self> {
        let field = Field::Words(fit.language);
        let analyzed = index.analyzed(field, fit.passage)?;
        let mut in_title = Vec::new();
        query.matcher(field).named(query.concepts(field), index.title(field, fit.passage), &mut in_title);
        let occurrences = query.occurrences(field, analyzed);
        Some(Self { query, index, fit, occurrences, analyzed, in_title, in_phrases: OnceCell::new() })
    }

    /// The concepts.
    pub(in crate::answer) fn concepts(&self) -> &'a [Concept] {
        self.query.concepts(Field::Words(self.fit.language))
    }

    /// How close its text comes.
    pub(in crate::answer) fn in_text(&self, place: usize) -> f32 {
        self.occurrences.of(place).map(|found| found.closeness).fold(0.0, f32::max)
    }

    /// How close its text or its title comes.
    pub(in crate::answer) fn named(&self, place: usize) -> f32 {
        self.in_text(place).max(self.in_title[place])
    }

    /// How close its text, its title or a phrase that people ask it with comes.
    pub(in crate::answer) fn anywhere(&self, place: usize) -> f32 {
        let field = Field::Words(self.fit.language);
        let in_phrases = || closest_phrases(self.query, field, self.fit.passage, self.index);
        self.named(place).max(OF_A_PHRASE * self.in_phrases.get_or_init(in_phrases)[place])
    }

    /// The same of what stands at `range` of the question: of the closest of its concepts; `None` where it is none.
    pub(in crate::answer) fn anywhere_of(&self, range: &Range<usize>) -> Option<f32> {
        let its = self.concepts().iter().enumerate().filter(|(_, it)| overlap(&it.range, range));
        its.map(|(place, _)| self.anywhere(place)).reduce(f32::max)
    }
}
