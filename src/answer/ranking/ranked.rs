//! A question as it was understood, and the passages in the order in which they fit it.

use std::borrow::Cow;
use std::cell::OnceCell;

use super::asking::Compared;
use super::fit::{Fit, rank};
use crate::answer::follow_up::Alone;
use crate::answer::judging::happened;
use crate::answer::understanding::Query;
use crate::answer::{Answerer, Question};
use crate::language::{Language, detect, spliced};

/// A question as it was understood, and the passages that fit it.
pub(in crate::answer) struct Ranking<'q> {
    /// The part of the question that is read; in a follow-up, the question before it and a line break stand before, or it is
    /// the question before with another place or year in it, or of who held the office before.
    pub(in crate::answer) text: Cow<'q, str>,
    /// The byte of it that the question itself begins at.
    pub(in crate::answer) own: usize,
    /// The questions before it, as they were asked.
    pub(in crate::answer) talk: Option<String>,
    /// The reader's language.
    pub(in crate::answer) language: Language,
    /// The question's own.
    pub(in crate::answer) asked_in: Language,
    pub(in crate::answer) query: Query,
    /// The question as phrases are compared with it; `None` where it is none, and where the corpus does not say what people
    /// ask in vain.
    pub(in crate::answer) compared: Option<Compared<'q>>,
    /// The same of a follow-up's own words.
    pub(in crate::answer) own_compared: Option<Compared<'q>>,
    /// A follow-up without the question before it; `None` for another question, and where the corpus does not say what people
    /// ask in vain.
    pub(in crate::answer) alone: Option<Alone<'q>>,
    /// The best first.
    pub(in crate::answer) fits: Vec<Fit>,
    /// How many to show at most.
    pub(in crate::answer) limit: usize,
    /// How likely the best one answers, once that is told.
    pub(in crate::answer) confidence: OnceCell<Option<f32>>,
}

impl Ranking<'_> {
    /// The same, where it is known how likely the best one answers.
    pub(in crate::answer) fn judged_as(self, confidence: Option<f32>) -> Self {
        Self { confidence: OnceCell::from(confidence), ..self }
    }
}

impl Answerer {
    pub(in crate::answer) fn ranking<'q>(&'q self, question: &'q Question) -> Ranking<'q> {
        let read = self.read_part(&question.text);
        self.ranking_of(self.spelt(read), question)
    }

    /// The same of `asked`, the part of `question` that is read.
    pub(in crate::answer) fn ranking_of<'q>(&'q self, asked: Cow<'q, str>, question: &'q Question) -> Ranking<'q> {
        let asked = self.names().in_usual_letters(asked);
        let read = |text| self.spelt(self.read_part(text));
        let previous = question.previous.as_deref().map(|text| self.names().in_usual_letters(read(text)));
        match previous {
            Some(previous) => self.following(&previous, &asked, question),
            None => self.ranked(asked, 0, question),
        }
    }

    /// The passages that fit `text`, of which what stands before byte `own` was asked before.
    pub(in crate::answer) fn ranked<'q>(&'q self, text: Cow<'q, str>, own: usize, question: &Question) -> Ranking<'q> {
        self.ranked_as(None, text, own, question)
    }

    /// The same, where `compared` is how the text is compared with phrases, if that is known.
    pub(in crate::answer) fn ranked_as<'q>(
        &'q self,
        compared: Option<Compared<'q>>,
        text: Cow<'q, str>,
        own: usize,
        question: &Question,
    ) -> Ranking<'q> {
        let mut ranking = self.fitting(text, own, question);
        let wording = |text: &str| self.untold().compared(text, ranking.asked_in, self.corpus(), self.names());
        // Whether a passage tells of nothing but what is left out is looked into by itself.
        let exception = ranking.query.narrowed().exception.clone().map(|range| (range, ""));
        // So is whether a year is within bounds.
        let mut apart: Vec<_> = ranking.query.bounded_years().iter().map(|it| (it.range.clone(), "")).collect();
        apart.extend(exception);
        apart.sort_unstable_by_key(|(range, _)| range.start);
        let compared = compared.or_else(|| wording(&spliced(Cow::Borrowed(&*ranking.text), apart)));
        let own_compared = if own > 0 { wording(&ranking.text[own..]) } else { None };
        (ranking.compared, ranking.own_compared) = (compared, own_compared);
        self.reorder(&ranking.query, ranking.compared.as_ref(), ranking.own_compared.as_ref(), &mut ranking.fits);
        // Elsewhere questions of a year ask for more than that.
        if !self.wants().is_empty() && ranking.asks_what_happened(question.previous.is_none()) {
            let is_told = self.bring_forward_what_happened(&mut ranking);
            return ranking.judged_as(Some(if is_told { happened::TOLD } else { 0.0 }));
        }
        ranking
    }

    /// The places that the questions before that of `ranking` name.
    pub(in crate::answer) fn places_talked_of(&self, ranking: &Ranking<'_>) -> Vec<usize> {
        ranking.talk.as_deref().map_or_else(Vec::new, |talk| self.names().which_places(talk))
    }

    /// The same as they fit alone, be it a question or not.
    pub(in crate::answer) fn fitting<'q>(&self, text: Cow<'q, str>, own: usize, question: &Question) -> Ranking<'q> {
        let detected = detect(&text[own..]).or_else(|| detect(&text));
        let language = question.language.or(detected).unwrap_or(question.fallback);
        let asked_in = detected.unwrap_or(language);
        let query = Query::new(&text, own, asked_in, self.index(), self.names(), self.weights());
        let fits = rank(&query, asked_in, question.previous.is_some(), self.index(), self.weights());
        let limit = question.passages();
        Ranking {
            text,
            own,
            talk: question.previous.clone(),
            language,
            asked_in,
            query,
            compared: None,
            own_compared: None,
            alone: None,
            fits,
            limit,
            confidence: OnceCell::new(),
        }
    }
}
