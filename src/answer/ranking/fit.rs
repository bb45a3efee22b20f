//! How well a passage fits a question: BM25 over concepts, and what BM25 does not see.
//!
//! The candidates that BM25 finds are looked at again, and scored by a sum of a few terms that can be named: how much of the
//! question is there at all, how often (BM25, in which the rarest words decide), in the title, where a paragraph says what
//! it is about, and whether the passage holds the kind of thing that is asked for. The weights are fitted
//! (`docs/finding.md`).

use std::ops::Range;

use super::asking::{AllAsking, best_phrase};
use super::weights::Weights;
use crate::answer::ranges::overlap;
use crate::answer::understanding::{Concept, Query};
use crate::index::{Analyzed, Field, Index, Ordinal};
use crate::language::Language;

/// How a passage fits, in the language in which it fits best.
#[derive(Debug, Clone)]
pub(in crate::answer) struct Fit {
    /// Which passage.
    pub(in crate::answer) passage: Ordinal,
    /// The language.
    pub(in crate::answer) language: Language,
    /// How well; greater than 0, on a scale of its own.
    pub(in crate::answer) score: f32,
    /// The same in parts of the question's weight, whatever the language: about 1 for a good fit.
    pub(in crate::answer) strength: f32,
    /// The share of the question's weight that is matched in the passage, 0 to 1.
    pub(in crate::answer) coverage: f32,
    /// The share of the question's weight that is matched in the best sentence, 0 to 1.
    pub(in crate::answer) sentence_coverage: f32,
}

/// The passages that fit best, the best first; equal ones in the order of the corpus. `language` is the question's; of a follow-up,
/// what was asked before may be in another.
pub(in crate::answer) fn rank(
    query: &Query,
    language: Language,
    is_follow_up: bool,
    index: &Index,
    weights: &Weights,
) -> Vec<Fit> {
    let field_weight = |field: Field| {
        let own = if field.language() == language { 1.0 } else { weights.other_language };
        own * if field == Field::Bigrams { weights.bigrams_candidates } else { 1.0 }
    };
    let is_large = index.len() > weights.large;
    let wanted = query.wanted(language, is_large, field_weight);
    let candidates = index.candidates(&wanted, weights.candidates);
    if candidates.is_empty() {
        return Vec::new();
    }
    let is_sought = |other: Language| {
        may_match(query, other) && (is_follow_up || other == language || is_worth_it(query, other, language, index))
    };
    let matchable: Vec<Language> = Language::ALL.into_iter().filter(|it| is_sought(*it)).collect();
    let sought =
        |field: Field| matchable.contains(&field.language()).then(|| Sought::new(query, field, index, weights));
    let fields = Field::ALL.map(sought);
    for sought in fields.iter().flatten() {
        index.read_ahead(sought.field, &candidates);
    }
    let mut scratch = Scratch::default();
    let best_of = |passage| {
        let fits = matchable.iter().filter_map(|language| fit(&fields, *language, passage, &mut scratch));
        let weighted = fits.map(|fit| Fit { score: fit.score * field_weight(Field::Words(fit.language)), ..fit });
        weighted.filter(|fit| fit.score > 0.0).max_by(|a, b| a.score.total_cmp(&b.score))
    };
    let mut fits: Vec<Fit> = candidates.into_iter().filter_map(best_of).collect();
    best_first(&mut fits);
    fits
}

/// Puts the best first; equal ones in the order of the corpus.
pub(in crate::answer) fn best_first(fits: &mut [Fit]) {
    fits.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.passage.cmp(&b.passage)));
}

/// What is brought forward stands this much above what it stood behind.
const ABOVE: f32 = 1.001;

/// Puts the one of `fits` at this place before all others, with a score above theirs.
pub(in crate::answer) fn bring_forward(fits: &mut [Fit], place: usize) {
    if let Some((best, others)) = fits[..=place].split_first_mut()
        && let Some(fit) = others.last_mut()
    {
        fit.score = best.score * ABOVE;
        fits[..=place].rotate_right(1);
    }
}

/// What is sought in one field, told once for all passages.
struct Sought<'q> {
    query: &'q Query,
    field: Field,
    index: &'q Index,
    weights: &'q Weights,
    /// The weight of the heaviest concept, and of all together.
    heaviest: f32,
    weight: f32,
    /// For each concept, what it counts: the rarest words of a question say what it is about, and one half as heavy counts a
    /// quarter.
    decisive: Vec<f32>,
    /// Do passages of the field carry phrases.
    others_asked: bool,
    /// Of few passages, how the question is held by what people ask them with.
    asking: Option<AllAsking>,
}

impl<'q> Sought<'q> {
    fn new(query: &'q Query, field: Field, index: &'q Index, weights: &'q Weights) -> Self {
        let concepts = query.concepts(field);
        let heaviest = heaviest(concepts);
        let decisive = |concept: &Concept| concept.weight * concept.weight / heaviest.max(f32::MIN_POSITIVE);
        let decisive: Vec<f32> = concepts.iter().map(decisive).collect();
        let asking = AllAsking::new(query, field, index, &decisive);
        let weight = concepts.iter().map(|concept| concept.weight).sum();
        let others_asked = index.carries_phrases(field);
        Self { query, field, index, weights, heaviest, weight, decisive, others_asked, asking }
    }
}

/// May anything of the question be matched in texts of `language`.
fn may_match(query: &Query, language: Language) -> bool {
    let mut of_language = Field::ALL.into_iter().filter(|field| field.language() == language);
    of_language.any(|field| query.concepts(field).iter().any(|it| !it.alternatives.is_empty()))
}

/// Is a question in `language` to be matched in texts of an `other` one: where that knows a word of it better, and where not all
/// passages are in its own.
fn is_worth_it(query: &Query, other: Language, language: Language, index: &Index) -> bool {
    let own = query.concepts(Field::Words(language));
    let known_in_own = |range: &Range<usize>| {
        own.iter().filter(|it| overlap(&it.range, range)).map(how_well_known).max().unwrap_or_default()
    };
    (index.holders(Field::Words(language)) as usize) < index.len()
        || query.concepts(Field::Words(other)).iter().any(|it| how_well_known(it) > known_in_own(&it.range))
}

/// Whether a field holds nothing like a concept, something, or it: 0, 1 or 2.
fn how_well_known(concept: &Concept) -> u8 {
    if concept.known { 2 } else { u8::from(!concept.alternatives.is_empty()) }
}

/// How the passage fits in `language`, whatever that counts.
fn fit(fields: &[Option<Sought<'_>>; 4], language: Language, passage: Ordinal, scratch: &mut Scratch) -> Option<Fit> {
    let words = fields[Field::Words(language).place()].as_ref()?;
    let Sought { query, index, weights, .. } = words;
    let analyzed = index.analyzed(words.field, passage)?;
    let matched = Matched::new(words, analyzed, passage, scratch);
    let (mut score, mut stand_in) = (matched.words + matched.whole, matched.stand_in);
    if language == Language::Ja
        && let Some(pairs) = &fields[Field::Bigrams.place()]
        && let Some(analyzed) = index.analyzed(pairs.field, passage)
    {
        let matched = Matched::new(pairs, analyzed, passage, scratch);
        score += matched.words * weights.bigrams;
        stand_in += matched.stand_in * weights.bigrams;
    }
    if query.kind().is_some_and(|kind| (0..analyzed.sentence_count()).any(|sentence| analyzed.holds(sentence, kind))) {
        score += weights.kind * words.heaviest;
    }
    let strength = if words.weight > 0.0 { score / words.weight } else { 0.0 };
    let score = score + stand_in;
    let Matched { coverage, sentence_coverage, .. } = matched;
    Some(Fit { passage, language, score, strength, coverage, sentence_coverage })
}

struct Matched {
    /// What the words add to the score, in the unit of their weights.
    words: f32,
    /// What the passage as a whole adds: where its words stand, and how long it is.
    whole: f32,
    /// What stands in for the phrases that the passage lacks and others carry, to be ranked fairly among them: no sign that it
    /// answers.
    stand_in: f32,
    coverage: f32,
    sentence_coverage: f32,
}

/// Room for what is counted of one passage, used again for the next.
#[derive(Default)]
struct Scratch {
    /// For each field, how close the title comes that was looked at last.
    in_title: [InTitle; 4],
    /// How close the phrase in hand does.
    in_phrase: Vec<f32>,
    /// How close the closest phrase does.
    in_asked: Vec<f32>,
    /// For each concept, how it stands in the text.
    in_text: Vec<InText>,
    /// For each sentence, the weight of what it holds.
    sentences: Vec<f32>,
    /// For each concept and in it each sentence, how close the sentence comes to the concept.
    in_sentences: Vec<f32>,
}

/// How close the title of a document comes to each concept; its passages follow each other.
#[derive(Default)]
struct InTitle {
    /// Of which document.
    document: Option<usize>,
    closeness: Vec<f32>,
}

/// How a concept stands in a text.
#[derive(Debug, Clone, Copy, Default)]
struct InText {
    /// The place of the first term that names it.
    first: usize,
    /// How close the closest one comes to it.
    closest: f32,
    /// How close all of them come to it together.
    total: f32,
}

impl Matched {
    #[expect(clippy::cast_precision_loss, reason = "lengths of passages are small")]
    fn new(sought: &Sought<'_>, analyzed: Analyzed<'_>, passage: Ordinal, scratch: &mut Scratch) -> Self {
        let Scratch { in_title, in_phrase, in_asked, in_text, sentences, in_sentences } = scratch;
        let &Sought { query, field, index, weights, heaviest, .. } = sought;
        let relative_length = analyzed.terms().len() as f32 / index.average_length(field);
        let norm = weights.k1 * (1.0 - weights.b + weights.b * relative_length);
        let concepts = query.concepts(field);
        let InTitle { document: last, closeness: in_title } = &mut in_title[field.place()];
        let (document, _) = index.place(passage);
        if last.replace(document) != Some(document) {
            query.matcher(field).named(concepts, index.title(field, passage), in_title);
        }
        let (best_phrase, in_asked) = if let Some(asking) = &sought.asking {
            asking.of(passage)
        } else {
            let phrases = index.asked(field, passage);
            best_phrase(query, field, phrases, &sought.decisive, in_phrase, in_asked)
        };
        let count = analyzed.sentence_count();
        let sentences = refilled(sentences, count);
        let in_sentences = refilled(in_sentences, count * concepts.len());
        let in_text = refilled(in_text, concepts.len());
        query.matcher(field).each_occurrence(concepts, analyzed, |place, occurrence| {
            let (text, closeness) = (&mut in_text[place], occurrence.closeness);
            if text.closest == 0.0 {
                text.first = occurrence.token;
            }
            text.closest = text.closest.max(closeness);
            text.total += closeness;
            let best = &mut in_sentences[place * count + analyzed.sentence_of(occurrence.token)];
            *best = best.max(closeness);
        });
        let (mut words, mut whole, mut matched) = (0.0, 0.0, 0.0);
        for (place, concept) in concepts.iter().enumerate() {
            let InText { first, closest, total } = in_text[place];
            let in_title = in_title[place];
            let decisive = sought.decisive[place];
            words += weights.title * decisive * in_title;
            matched += concept.weight * in_title.max(closest).max(weights.asked_closeness * in_asked[place]);
            if concept.is_place && in_title.max(closest) == 0.0 {
                whole -= weights.place * heaviest;
            }
            if closest > 0.0 {
                let frequency = total / closest;
                words += weights.bm25 * decisive * closest * (weights.k1 + 1.0) * frequency / (frequency + norm);
                whole += weights.lead * decisive * closest * weights.lead_length / (weights.lead_length + first as f32);
                for (sentence, closeness) in sentences.iter_mut().zip(&in_sentences[place * count..]) {
                    *sentence += concept.weight * closeness;
                }
            }
        }
        // Where others carry phrases and this one none, its own words stand in for them.
        let in_its_words = |(place, counts): (usize, &f32)| counts * in_title[place].max(in_text[place].closest);
        let is_bare = sought.others_asked && index.asked(field, passage).is_empty();
        let stand_in = if is_bare { sought.decisive.iter().enumerate().map(in_its_words).sum() } else { 0.0 };
        words += weights.matched * matched + weights.asked * best_phrase;
        whole -= weights.length * heaviest * relative_length.max(LEAST_LENGTH).ln();
        let best = sentences.iter().copied().fold(0.0, f32::max);
        let share = |part: f32| if sought.weight > 0.0 { part / sought.weight } else { 0.0 };
        Self {
            words,
            whole,
            stand_in: weights.stand_in * stand_in,
            coverage: share(matched),
            sentence_coverage: share(best),
        }
    }
}

/// The least length, in parts of the average one, that still makes a difference: shorter passages are headings.
const LEAST_LENGTH: f32 = 0.05;

/// The weight of the heaviest concept; 0 where there is none.
pub(in crate::answer) fn heaviest(concepts: &[Concept]) -> f32 {
    concepts.iter().map(|concept| concept.weight).fold(0.0, f32::max)
}

/// So many default values in `list`, which keeps its room.
pub(super) fn refilled<T: Copy + Default>(list: &mut Vec<T>, length: usize) -> &mut [T] {
    if list.len() < length {
        list.resize(length, T::default());
    }
    let values = &mut list[..length];
    values.fill(T::default());
    values
}
