//! What people ask passages with, matched with a question: for one passage, or at once for each of few. Phrases have few terms
//! and there are many of them: where passages are few, those that hold a term of the question are found by it, not by a look at
//! each.

use std::ops::Range;

use crate::answer::ranking::fit::refilled;
use crate::answer::understanding::{Alternative, Concept, Query};
use crate::index::{Field, Holding, Index, Ordinal, Phrases, PhrasesByTerm, TermId};

/// Hands over, of those of `phrases` that name any concept, the place among them, and how close each comes to every concept.
fn each_phrase(
    query: &Query,
    field: Field,
    phrases: Phrases<'_>,
    in_phrase: &mut Vec<f32>,
    mut take: impl FnMut(usize, &[f32]),
) {
    let (concepts, matcher) = (query.concepts(field), query.matcher(field));
    if !matcher.may_begin_any(phrases.terms()) {
        return;
    }
    for (place, terms) in phrases.iter().enumerate() {
        if matcher.named(concepts, terms, in_phrase) {
            take(place, in_phrase);
        }
    }
}

/// The most that one of `phrases` holds of the question, each concept counted as `counts` says; and, kept in `in_asked`, how
/// close the closest of them comes to each concept.
pub(in crate::answer) fn best_phrase<'a>(
    query: &Query,
    field: Field,
    phrases: Phrases<'_>,
    counts: &[f32],
    in_phrase: &mut Vec<f32>,
    in_asked: &'a mut Vec<f32>,
) -> (f32, &'a [f32]) {
    let in_asked = refilled(in_asked, counts.len());
    let mut best: f32 = 0.0;
    each_phrase(query, field, phrases, in_phrase, |_, closeness| {
        let held = counts.iter().zip(closeness).map(|(counts, closeness)| counts * closeness).sum();
        best = best.max(held);
        for (closest, closeness) in in_asked.iter_mut().zip(closeness) {
            *closest = closest.max(*closeness);
        }
    });
    (best, in_asked)
}

/// The greatest share of the question's weight that one phrase of `passage` holds, of those whose places among its phrases
/// `are_meant`.
pub(super) fn best_phrase_of(
    query: &Query,
    field: Field,
    (passage, index): (Ordinal, &Index),
    are_meant: impl Fn(usize) -> bool,
) -> f32 {
    let concepts = query.concepts(field);
    let weight: f32 = concepts.iter().map(|concept| concept.weight).sum();
    let mut held = vec![0.0_f32; index.asked(field, passage).places().len()];
    let counts = |place: usize, closeness| concepts[place].weight * closeness;
    each_held_of(query, field, (passage, index), counts, |phrase, counts| held[phrase] += counts);
    let meant = held.iter().enumerate().filter(|(phrase, _)| are_meant(*phrase));
    let best = meant.map(|(_, held)| *held).fold(0.0, f32::max);
    if weight > 0.0 { best / weight } else { 0.0 }
}

/// For each concept, how close the closest phrase of `passage` comes to it, 0 to 1.
pub(in crate::answer) fn closest_phrases(query: &Query, field: Field, passage: Ordinal, index: &Index) -> Vec<f32> {
    let mut closest = vec![0.0_f32; query.concepts(field).len()];
    each_held_of(
        query,
        field,
        (passage, index),
        |place, closeness| (place, closeness),
        |_, (place, closeness): (usize, f32)| closest[place] = closest[place].max(closeness),
    );
    closest
}

/// Hands over which phrases of `passage` hold which concept: the phrase's place among those of the passage, and what that is
/// by `value`, which is told the concept's place and how close the phrase comes. Those of one phrase come in the order of the
/// concepts.
fn each_held_of<V: Copy>(
    query: &Query,
    field: Field,
    (passage, index): (Ordinal, &Index),
    value: impl Fn(usize, f32) -> V,
    mut take: impl FnMut(usize, V),
) {
    let phrases = index.asked(field, passage);
    if let Some(by_term) = index.phrases_by_term(field) {
        let names: Vec<Vec<&Alternative>> = query.concepts(field).iter().map(closest_first).collect();
        each_held(&names, by_term, &phrases.places(), value, take);
        return;
    }
    each_phrase(query, field, phrases, &mut Vec::new(), |phrase, in_phrase| {
        for (place, closeness) in in_phrase.iter().enumerate().filter(|(_, closeness)| **closeness > 0.0) {
            take(phrase, value(place, *closeness));
        }
    });
}

/// The phrases of all passages of a small corpus in one field, matched with a question.
pub(in crate::answer) struct AllAsking {
    /// For each passage, the most that one of its phrases holds of the question.
    best: Vec<f32>,
    /// For each passage and in it each concept, how close the closest of its phrases comes to the concept.
    closest: Vec<f32>,
    concepts: usize,
}

impl AllAsking {
    /// Matches all phrases, each concept counted as `counts` says, at least 0. `None` where there are many passages.
    pub(in crate::answer) fn new(query: &Query, field: Field, index: &Index, counts: &[f32]) -> Option<Self> {
        let phrases = index.phrases_by_term(field)?;
        let passages = phrases.passages();
        let concepts = query.concepts(field);
        let mut all = Self {
            best: vec![0.0; index.len()],
            closest: vec![0.0; index.len() * concepts.len()],
            concepts: concepts.len(),
        };
        if concepts.iter().all(|concept| concept.alternatives.is_empty()) {
            return Some(all);
        }
        // For each phrase, what it holds of the concepts so far.
        let mut held = vec![0.0_f32; passages.len()];
        let all_phrases = 0..u32::try_from(passages.len()).unwrap_or(u32::MAX);
        let names: Vec<Vec<&Alternative>> = concepts.iter().map(closest_first).collect();
        let value = |place: usize, closeness| counts[place] * closeness;
        each_held(&names, phrases, &all_phrases, value, |phrase, value| held[phrase] += value);
        let each_name = names.iter().enumerate().flat_map(|(place, names)| names.iter().map(move |name| (place, name)));
        for (place, alternative) in each_name {
            let mut take = |passage: Ordinal| {
                let closest = &mut all.closest[passage as usize * all.concepts + place];
                *closest = closest.max(alternative.closeness);
            };
            // Of a single word it is known which passages' phrases hold it.
            match &alternative.terms[..] {
                [term] => phrases.asked(*term).for_each(take),
                terms => each_holding(phrases, terms, &all_phrases, |phrase| take(passages[phrase])),
            }
        }
        for (passage, best) in (0..).zip(&mut all.best) {
            let phrases = index.asked(field, passage).places();
            *best = greatest(&held[phrases.start as usize..phrases.end as usize]);
        }
        Some(all)
    }

    /// The most that one phrase of the passage holds of the question; and how close the closest comes to each concept.
    pub(in crate::answer) fn of(&self, passage: Ordinal) -> (f32, &[f32]) {
        let passage = passage as usize;
        (self.best[passage], &self.closest[passage * self.concepts..][..self.concepts])
    }
}

/// The greatest of `numbers`, at least 0. Runs of them are compared side by side.
pub(super) fn greatest(numbers: &[f32]) -> f32 {
    let greater = |a: f32, b: f32| if b > a { b } else { a };
    let (runs, rest) = numbers.as_chunks::<8>();
    let mut most = [0.0; 8];
    for run in runs {
        for at in 0..run.len() {
            most[at] = greater(most[at], run[at]);
        }
    }
    for (most, number) in most.iter_mut().zip(rest) {
        *most = greater(*most, *number);
    }
    most.into_iter().fold(0.0, greater)
}

/// Hands over, for each concept in order, told by the `names` that may stand for it, the closest first, which of the phrases at the
/// places `within` hold it: the phrase's place counted from the first of these, and what that is by `value`, which is told the
/// concept's place and how close the phrase comes.
fn each_held<V: Copy>(
    names: &[Vec<&Alternative>],
    phrases: PhrasesByTerm<'_>,
    within: &Range<u32>,
    value: impl Fn(usize, f32) -> V,
    mut take: impl FnMut(usize, V),
) {
    // For each phrase, the last concept that it was handed over for, counted from 1, where that has several names.
    let mut told: Vec<u32> = Vec::new();
    for ((place, names), number) in names.iter().enumerate().zip(1..) {
        if let [name] = &names[..] {
            let value = value(place, name.closeness);
            each_holding(phrases, &name.terms, within, |phrase| take(phrase, value));
            continue;
        }
        told.resize(within.len(), 0);
        // A phrase comes as close as its closest name, and is handed over once.
        for name in names {
            let value = value(place, name.closeness);
            each_holding(phrases, &name.terms, within, |phrase| {
                if std::mem::replace(&mut told[phrase], number) != number {
                    take(phrase, value);
                }
            });
        }
    }
}

/// What may stand for a concept, the closest first, without those that hold all of one before: a phrase with *kota
/// Ambon* has *Ambon*.
fn closest_first(concept: &Concept) -> Vec<&Alternative> {
    let mut all: Vec<&Alternative> = concept.alternatives.iter().collect();
    all.sort_by(|a, b| b.closeness.total_cmp(&a.closeness));
    let mut telling: Vec<&Alternative> = Vec::with_capacity(all.len());
    for alternative in all {
        let is_part = |before: &&Alternative| before.terms.iter().all(|term| alternative.terms.contains(term));
        if !telling.iter().any(is_part) {
            telling.push(alternative);
        }
    }
    telling
}

/// Hands over the phrases at the places `within` that hold all of `terms`, counted from the first of these; they are looked
/// for among those of the rarest term.
fn each_holding(phrases: PhrasesByTerm<'_>, terms: &[TermId], within: &Range<u32>, mut take: impl FnMut(usize)) {
    let Some(rarest) = terms.iter().min_by_key(|term| phrases.holding(**term).len()) else { return };
    let all = phrases.holding(*rarest);
    // Mostly all of them lie within, or none.
    let before = |place: u32| match all {
        [] => 0,
        [first, ..] if *first >= place => 0,
        [.., last] if *last < place => all.len(),
        _ => all.partition_point(|phrase| *phrase < place),
    };
    let found = &all[before(within.start)..before(within.end)];
    let take = |phrase: &u32| take((phrase - within.start) as usize);
    // Most names are one word.
    if terms.len() == 1 {
        found.iter().for_each(take);
        return;
    }
    let others = terms.iter().filter(|term| *term != rarest);
    let others: Vec<Holding<'_>> = others.map(|term| phrases.holding_or_not(*term)).collect();
    let holds_all = |phrase: &&u32| others.iter().all(|other| other.contains(**phrase));
    found.iter().filter(holds_all).for_each(take);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::ranking::Weights;
    use crate::answer::understanding::Names;
    use crate::corpus::{Glossary, Source};
    use crate::language::Language;

    #[test]
    fn phrases_are_matched_by_their_terms_like_each_by_itself() {
        let index = Index::build(&Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let names = Names::new(&Glossary::default(), &index);
        let (mut in_phrase, mut in_asked) = (Vec::new(), Vec::new());
        for (text, language) in
            [("kapan kotanya ambom jadi kerjasama musik", Language::Id), ("浜松市の市長は誰", Language::Ja)]
        {
            let query = Query::new(text, 0, language, &index, &names, &Weights::default());
            for field in Field::ALL {
                let counts: Vec<f32> = query.concepts(field).iter().map(|concept| concept.weight).collect();
                let all = AllAsking::new(&query, field, &index, &counts).expect("few passages");
                for passage in (0..).take(index.len()) {
                    let phrases = index.asked(field, passage);
                    let best = best_phrase(&query, field, phrases, &counts, &mut in_phrase, &mut in_asked);
                    assert_eq!(all.of(passage), best, "{text} {field:?} {passage}");
                    let closest = closest_phrases(&query, field, passage, &index);
                    assert_eq!(closest, best.1, "{text} {field:?} {passage}");
                    let weight: f32 = counts.iter().sum();
                    let share = best_phrase_of(&query, field, (passage, &index), |_| true);
                    let expect = if weight > 0.0 { best.0 / weight } else { 0.0 };
                    assert!((share - expect).abs() < f32::EPSILON, "{text} {field:?} {passage}");
                    assert!(best_phrase_of(&query, field, (passage, &index), |_| false) == 0.0, "{text}");
                }
            }
        }
    }
}
