//! What people ask passages with, matched with a question: for one passage, or at once for each of few.

use super::query::Query;
use super::ranking::refill;
use crate::index::{Field, Index, Ordinal, Phrases, PhrasesByTerm, TermId};

/// Hands over, of those of `phrases` that `is_meant` by their place and that name any concept, how close each comes to every
/// concept.
pub(super) fn each_phrase(
    query: &Query,
    field: Field,
    phrases: Phrases<'_>,
    in_phrase: &mut Vec<f32>,
    is_meant: impl Fn(usize) -> bool,
    mut take: impl FnMut(&[f32]),
) {
    let (concepts, matcher) = (query.concepts(field), query.matcher(field));
    if !matcher.may_begin_any(phrases.terms()) {
        return;
    }
    for (place, terms) in phrases.iter().enumerate() {
        if is_meant(place) && matcher.named(concepts, terms, in_phrase) {
            take(in_phrase);
        }
    }
}

/// Raises each of `closest` to what stands in its place in `closeness`.
pub(super) fn keep_closest(closest: &mut [f32], closeness: &[f32]) {
    for (closest, closeness) in closest.iter_mut().zip(closeness) {
        *closest = closest.max(*closeness);
    }
}

/// The most that one of `phrases` holds of the question, each concept counted as `counts` says; and into `in_asked`, how
/// close the closest of them comes to each concept.
pub(super) fn best_phrase(
    query: &Query,
    field: Field,
    phrases: Phrases<'_>,
    counts: &[f32],
    in_phrase: &mut Vec<f32>,
    in_asked: &mut Vec<f32>,
) -> f32 {
    refill(in_asked, counts.len());
    let mut best: f32 = 0.0;
    each_phrase(
        query,
        field,
        phrases,
        in_phrase,
        |_| true,
        |closeness| {
            let held = counts.iter().zip(closeness).map(|(counts, closeness)| counts * closeness).sum();
            best = best.max(held);
            keep_closest(in_asked, closeness);
        },
    );
    best
}

/// The greatest share of the question's weight that one of `phrases` holds, of those at the places that `are_meant`.
pub(super) fn best_phrase_of(
    query: &Query,
    field: Field,
    phrases: Phrases<'_>,
    are_meant: impl Fn(usize) -> bool,
) -> f32 {
    let concepts = query.concepts(field);
    let weight: f32 = concepts.iter().map(|concept| concept.weight).sum();
    let mut best: f32 = 0.0;
    each_phrase(query, field, phrases, &mut Vec::new(), are_meant, |closeness| {
        let held = concepts.iter().zip(closeness).map(|(concept, closeness)| concept.weight * closeness).sum();
        best = best.max(held);
    });
    if weight > 0.0 { best / weight } else { 0.0 }
}

/// The phrases of all passages of a small corpus in one field, matched with a question. Phrases have few terms and there are
/// many of them: those that hold a term of the question are found by it, not by a look at each.
pub(super) struct AllAsking {
    /// For each passage, the most that one of its phrases holds of the question.
    best: Vec<f32>,
    /// For each passage and in it each concept, how close the closest of its phrases comes to the concept.
    closest: Vec<f32>,
    concepts: usize,
}

impl AllAsking {
    /// Matches all phrases, each concept counted as `counts` says, at least 0. `None` where there are many passages.
    pub(super) fn new(query: &Query, field: Field, index: &Index, counts: &[f32]) -> Option<Self> {
        let phrases = index.phrases_by_term(field)?;
        let passages = phrases.passages();
        let concepts = query.concepts(field);
        let mut all = Self {
            best: vec![0.0; index.len()],
            closest: vec![0.0; index.len() * concepts.len()],
            concepts: concepts.len(),
        };
        // For each phrase, what it holds of the concepts so far.
        let mut held = vec![0.0_f32; passages.len()];
        // The same of the concept in hand, and which phrases hold that, where it has several names.
        let mut closeness: Vec<f32> = Vec::new();
        let mut holding: Vec<u32> = Vec::new();
        for (place, (concept, counts)) in concepts.iter().zip(counts).enumerate() {
            let mut take = |phrase: u32, closeness: f32| {
                let held = &mut held[phrase as usize];
                *held += counts * closeness;
                let passage = passages[phrase as usize] as usize;
                let (best, closest) = (&mut all.best[passage], &mut all.closest[passage * all.concepts + place]);
                *best = best.max(*held);
                *closest = closest.max(closeness);
            };
            if let [alternative] = &concept.alternatives[..] {
                each_holding(phrases, &alternative.terms, |phrase| take(phrase, alternative.closeness));
                continue;
            }
            closeness.resize(passages.len(), 0.0);
            for alternative in &concept.alternatives {
                each_holding(phrases, &alternative.terms, |phrase| {
                    let closeness = &mut closeness[phrase as usize];
                    if *closeness == 0.0 {
                        holding.push(phrase);
                    }
                    *closeness = closeness.max(alternative.closeness);
                });
            }
            for phrase in holding.drain(..) {
                take(phrase, std::mem::take(&mut closeness[phrase as usize]));
            }
        }
        Some(all)
    }

    /// The most that one phrase of the passage holds of the question; and how close the closest comes to each concept.
    pub(super) fn of(&self, passage: Ordinal) -> (f32, &[f32]) {
        let passage = passage as usize;
        (self.best[passage], &self.closest[passage * self.concepts..][..self.concepts])
    }
}

/// Hands over the phrases that hold all of `terms`, looked for among those of the rarest.
fn each_holding(phrases: PhrasesByTerm<'_>, terms: &[TermId], take: impl FnMut(u32)) {
    let Some(rarest) = terms.iter().min_by_key(|term| phrases.holding(**term).len()) else { return };
    let others = terms.iter().filter(|term| *term != rarest);
    let holds = |phrase: &u32| others.clone().all(|term| phrases.holding(*term).binary_search(phrase).is_ok());
    phrases.holding(*rarest).iter().copied().filter(holds).for_each(take);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::glossary::Names;
    use crate::answer::weights::Weights;
    use crate::corpus::{Glossary, Source};
    use crate::language::Language;

    #[test]
    fn all_passages_at_once_are_matched_like_each_by_itself() {
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
                    assert_eq!(all.of(passage), (best, in_asked.as_slice()), "{text} {field:?} {passage}");
                }
            }
        }
    }
}
