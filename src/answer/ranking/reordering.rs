//! What is looked into among the best passages before their order stands: do they hold the kind of thing that is asked for,
//! are they asked for it, do they tell where a place lies.

use super::asking::Compared;
use super::fit::{Fit, best_first, bring_forward};
use crate::answer::Answerer;
use crate::answer::judging::whereabouts;
use crate::answer::pointing::span;
use crate::answer::understanding::Query;
use crate::index::Field;
use crate::language::{AnswerKind, Want, tells_a_reason};

/// What is left of a passage's score where a reason is asked for and it tells none.
const REASON_MISSING: f32 = 0.75;

/// The same where it is asked how many there are of a thing, and it counts other ones.
const COUNTS_OTHER_THINGS: f32 = 0.8;

/// How many of the best passages are looked into for the kind of thing that is asked for.
const LOOKED_INTO: usize = 6;

impl Answerer {
    /// Looks into the best of `fits` for `query`, worded as `compared` says, and puts them in order anew. Does it go on from another,
    /// whose words are in it, too, `own` is how it is worded without these.
    pub(in crate::answer) fn reorder(
        &self,
        query: &Query,
        compared: Option<&Compared<'_>>,
        own: Option<&Compared<'_>>,
        fits: &mut [Fit],
    ) {
        self.put_back_what_lacks_the_kind(query, fits);
        self.put_back_what_counts_other_things(query, fits);
        self.put_back_what_tells_no_reason(query, fits);
        self.bring_forward_what_is_asked_so(query, fits);
        if let Some(compared) = compared {
            self.bring_forward_what_is_worded_so(query, compared, own, fits);
        }
        self.bring_forward_what_is_not_elsewhere(query, fits);
        if query.kind() == Some(AnswerKind::Place) {
            self.bring_forward_what_tells_where(query, fits);
        }
    }

    /// Where the best passage tells of another place, year or thing than are asked about, or of no year within the bounds that are,
    /// the first that does not and fits nearly as well stands before it.
    fn bring_forward_what_is_not_elsewhere(&self, query: &Query, fits: &mut [Fit]) {
        let fits = looked_into(fits);
        let is_not_it = |best: &&Fit| self.is_elsewhere(query, best) || self.lacks_a_year_within_bounds(query, best);
        let Some(best) = fits.first().filter(is_not_it).map(|best| best.score) else {
            return;
        };
        let nearly = |fit: &Fit| fit.score >= best * self.weights().not_elsewhere && self.names_the_year(query, fit);
        if let Some(place) = fits.iter().position(|fit| nearly(fit) && !self.is_elsewhere(query, fit)) {
            bring_forward(fits, place);
        }
    }

    /// A passage without a date or a number where one is asked for stands behind one that fits nearly as well and has it.
    fn put_back_what_lacks_the_kind(&self, query: &Query, fits: &mut [Fit]) {
        let Some(kind @ (AnswerKind::Date | AnswerKind::Number)) = query.kind() else { return };
        // How long is told in many ways: from 1870 to 1939, for the rest of the term.
        if query.asked_for().is_how_long() {
            return;
        }
        let has_none =
            |fit: &Fit| span::new_things(kind, query.asked_for(), fit.language, self.text_of(fit)).is_empty();
        put_back(fits, self.weights().kind_missing, has_none);
    }

    /// A passage that tells the number of other things than are counted, or no sum where that is asked for, stands behind one that
    /// fits nearly as well and does.
    fn put_back_what_counts_other_things(&self, query: &Query, fits: &mut [Fit]) {
        let lacks_it = |fit: &Fit| self.counts_other_things(query, fit) || self.tells_no_total(query, fit);
        put_back(fits, COUNTS_OTHER_THINGS, lacks_it);
    }

    /// A passage that tells no reason where one is asked for stands behind one that fits nearly as well and does.
    fn put_back_what_tells_no_reason(&self, query: &Query, fits: &mut [Fit]) {
        if query.want() == Some(Want::Reason) {
            let tells_none = |fit: &Fit| !tells_a_reason(self.text_of(fit));
            put_back(fits, REASON_MISSING, tells_none);
        }
    }

    /// A passage that people ask in these words for the same kind of thing stands before one that fits nearly as well. Where
    /// a passage carries no phrases and others do, what it holds itself stands in for them.
    fn bring_forward_what_is_asked_so(&self, query: &Query, fits: &mut [Fit]) {
        let Some(best) = fits.first().map(|best| best.score).filter(|_| !self.wants().is_empty()) else { return };
        let gain = self.weights().asked_so;
        for fit in fits.iter_mut().take(LOOKED_INTO).take_while(|fit| fit.score * (1.0 + gain) > best) {
            fit.score *= 1.0 + gain * self.of_phrases(query, fit, false).map_or(fit.coverage, |phrases| phrases.share);
        }
        best_first(fits);
    }

    /// A passage that people ask in nearly the words of the question, or in words like these, stands before others, unless it holds
    /// nothing of the kind that is asked for; where it carries no phrases, what it holds stands in for them. All phrases together
    /// would tell the question before, where it goes on from one: there its `own` words say more. How well the passages fit in all
    /// stays as it was: they only change places.
    fn bring_forward_what_is_worded_so(
        &self,
        query: &Query,
        compared: &Compared<'_>,
        own: Option<&Compared<'_>>,
        fits: &mut [Fit],
    ) {
        let weights = self.weights();
        let fits = looked_into(fits);
        let scores: Vec<f32> = fits.iter().map(|fit| fit.score).collect();
        for fit in fits.iter_mut() {
            let has_phrases = self.wants().has_phrases(fit.passage);
            let nearness = has_phrases.then(|| self.nearness(compared, fit));
            let (near, likely) = nearness.map_or((fit.coverage, fit.coverage), |it| (it.told, it.likely_told));
            let likely = if own.is_some() { 0.0 } else { weights.likely * likely };
            fit.score *= 1.0 + weights.worded_so * near + likely;
            if let Some(own) = own.filter(|_| has_phrases) {
                let own = self.nearness(own, fit);
                fit.score *= 1.0 + own.told * (weights.own_worded_so + weights.own_likely * own.likely_told);
            }
        }
        best_first(fits);
        self.put_back_what_lacks_the_kind(query, fits);
        self.put_back_what_counts_other_things(query, fits);
        for (fit, score) in fits.iter_mut().zip(scores) {
            fit.score = score;
        }
    }

    /// Where it is asked where a place lies and nothing else, passages that tell it stand first, as they fit.
    fn bring_forward_what_tells_where(&self, query: &Query, fits: &mut [Fit]) {
        let tells = |fit: &Fit| {
            let analyzed = self.index().analyzed(Field::Words(fit.language), fit.passage);
            analyzed.is_some_and(|analyzed| {
                whereabouts::is_asked(query, fit.language)
                    && whereabouts::are_told(query, fit.language, analyzed, self.text_of(fit))
            })
        };
        if let Some(first) = fits.iter().position(tells).filter(|first| *first > 0) {
            fits[first].score = fits[0].score * (1.0 + self.weights().asked_so);
            best_first(fits);
        }
    }
}

/// Leaves that `part` of their scores to the best of `fits` before the first that does not lack what is asked for, as `lacks_it` tells.
/// Those behind that one stay behind it.
fn put_back(fits: &mut [Fit], part: f32, lacks_it: impl Fn(&Fit) -> bool) {
    let fits = looked_into(fits);
    for fit in fits.iter_mut().take_while(|fit| lacks_it(fit)) {
        fit.score *= part;
    }
    best_first(fits);
}

/// Those of `fits` that are looked into.
fn looked_into(fits: &mut [Fit]) -> &mut [Fit] {
    let count = fits.len().min(LOOKED_INTO);
    &mut fits[..count]
}
