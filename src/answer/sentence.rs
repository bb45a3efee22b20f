//! Which sentence of a passage bears most on the question.
//!
//! The rarest word of a question says which passage it is about, and stands all over it; among its sentences the other
//! words decide, the more so the fewer sentences hold them, and whether a sentence holds the kind of thing that is asked
//! for. The weights are fitted (`docs/finding.md`).

use super::query::Query;
use super::ranking::{Fit, heaviest};
use super::span::new_things;
use crate::index::{Field, Index};
use crate::language::Language;

/// What a matched word counts, in parts of its share of the question's weight.
const MATCHED: f32 = 8.0;
/// What it loses where it is the heaviest; one half as heavy loses half as much.
const HEAVIEST: f32 = 2.8;
/// What it counts more where no other sentence holds it; of two that hold it, each gets half.
const ALONE: f32 = 4.1;
/// What the heaviest word counts where not this sentence holds it but the one before: what was just named is still spoken of.
/// One half as heavy counts half as much.
const BEFORE: f32 = 5.5;
/// What a sentence gains that holds the kind of thing that is asked for, and not from the question.
const KIND: f32 = 3.5;
/// What the first sentence gains.
const FIRST: f32 = 0.7;
/// What a sentence gains that is *e* times as long.
const LENGTH: f32 = 0.1;

/// The place, from 0, of the best sentence of the passage of `fit`, the text of which is `text`; the first of equal ones.
#[expect(clippy::cast_precision_loss, reason = "sentences and words are few")]
pub(super) fn best(query: &Query, fit: &Fit, index: &Index, text: &str) -> usize {
    let words = Field::Words(fit.language);
    let Some(analyzed) = index.analyzed(words, fit.passage) else { return 0 };
    let count = analyzed.sentence_count();
    if count < 2 {
        return 0;
    }
    let mut scores = vec![0.0_f32; count];
    let mut lengths = vec![1.0_f32; count];
    for place in 0..analyzed.terms().len() {
        lengths[analyzed.sentence_of(place)] += 1.0;
    }
    for (place, score) in scores.iter_mut().enumerate() {
        let sentence = &text[analyzed.sentence(place)];
        let holds =
            |kind| analyzed.holds(place, kind) && !new_things(kind, query.asked(), fit.language, sentence).is_empty();
        let holds = query.kind().is_some_and(holds);
        *score = KIND * f32::from(u8::from(holds)) + LENGTH * lengths[place].ln();
    }
    scores[0] += FIRST;
    let fields = [words, Field::Bigrams];
    let fields = if fit.language == Language::Ja { &fields[..] } else { &fields[..1] };
    for field in fields {
        let Some(analyzed) = index.analyzed(*field, fit.passage) else { continue };
        let concepts = query.concepts(*field);
        let asked: f32 = concepts.iter().map(|concept| concept.weight).sum();
        let part = if *field == Field::Bigrams { PAIRS } else { 1.0 };
        let heaviest = heaviest(concepts);
        let occurrences = query.occurrences(*field, analyzed);
        let mut closest = vec![0.0_f32; count];
        for (place, concept) in concepts.iter().enumerate().filter(|(_, concept)| concept.weight > 0.0) {
            closest.fill(0.0);
            for occurrence in occurrences.of(place) {
                let closest = &mut closest[analyzed.sentence_of(occurrence.token)];
                *closest = closest.max(occurrence.closeness);
            }
            let holding = closest.iter().filter(|closest| **closest > 0.0).count().max(1) as f32;
            let heavy = concept.weight / heaviest;
            let counts = MATCHED - HEAVIEST * heavy + ALONE / holding;
            let mut before = 0.0;
            for (score, closest) in scores.iter_mut().zip(&closest) {
                let held = if *closest > 0.0 { counts * closest } else { BEFORE * heavy * before };
                *score += part * held * concept.weight / asked;
                before = *closest;
            }
        }
    }
    (0..count).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a))).unwrap_or_default()
}

/// What Japanese character pairs count beside words.
const PAIRS: f32 = 0.3;
