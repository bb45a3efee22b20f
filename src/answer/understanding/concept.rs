//! A word of a question in one field, with all that may stand for it there.

use std::ops::Range;

use compact_str::CompactString;

use crate::answer::ranges::overlap;
use crate::answer::ranking::Weights;
use crate::index::{Field, Index, TermId, Vocabulary};
use crate::language::{Language, Term, has_digit, is_weak_word};

/// Terms that together stand for a word of the question: one, or a name of several words.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::answer) struct Alternative {
    /// The terms, in order; at least one.
    pub(in crate::answer) terms: Vec<TermId>,
    /// How close they come to the word, 0 to 1; 1 is the word itself.
    pub(in crate::answer) closeness: f32,
}

/// One word of the question in one field, with everything that it may stand as there.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(in crate::answer) struct Concept {
    /// The word as folded; of a name of several words, all of them with a space between.
    pub(in crate::answer) word: CompactString,
    /// Where it stands in the question.
    pub(in crate::answer) range: Range<usize>,
    /// What stands for it, the closest first; none where the field holds nothing like it.
    pub(in crate::answer) alternatives: Vec<Alternative>,
    /// How much it tells: its inverse document frequency, less for words that are in half of all questions.
    pub(in crate::answer) weight: f32,
    /// Is it written as a name, with a capital within the question, or a number.
    pub(in crate::answer) is_name: bool,
    /// Does the field hold the very word (its stem), one that means nearly the same, or a name for it in the glossary.
    pub(in crate::answer) known: bool,
    /// Is it what is asked about a thing, *price*, *winner*, rather than the thing.
    pub(in crate::answer) is_aspect: bool,
    /// Is it a place of the glossary.
    pub(in crate::answer) is_place: bool,
    /// Is it a name of the glossary with function words in it, which mean something there: *mulai lagi*, *go on*. Japanese cuts
    /// words too finely to tell.
    pub(in crate::answer) is_phrase: bool,
}

impl Concept {
    /// Do both cover some of the same part of the question.
    pub(super) fn overlaps(&self, other: &Self) -> bool {
        overlap(&self.range, &other.range)
    }
}

/// BM25's inverse document frequency: of `total` passages `holding` have the term.
#[expect(clippy::cast_precision_loss, reason = "a logarithm of counts needs no more than 24 bits")]
pub(super) fn idf(holding: u32, total: u32) -> f32 {
    let (holding, total) = (holding as f32, total.max(holding) as f32);
    (1.0 + (total - holding + 0.5) / (holding + 0.5)).ln()
}

/// What a word of the question is in one field; where it may be a slip, with the terms that are written like it.
pub(super) fn concept(
    text: &str,
    term: Term,
    field: Field,
    index: &Index,
    weights: &Weights,
    may_be_a_slip: bool,
) -> Concept {
    let vocabulary = index.vocabulary(field);
    let exact = vocabulary.get(&term.stem);
    let single = |term, closeness| Alternative { terms: vec![term], closeness };
    let mut alternatives: Vec<Alternative> = exact.map(|id| single(id, 1.0)).into_iter().collect();
    if let Field::Words(language) = field {
        let synonyms = vocabulary.synonyms(&term.stem, language).iter();
        alternatives.extend(synonyms.map(|synonym| single(*synonym, weights.synonym)));
    }
    let is_known = !alternatives.is_empty();
    let is_spelled = field.language() != Language::Ja && !has_digit(&term.stem);
    if may_be_a_slip && is_spelled && term.stem.chars().count() >= weights.alike_shortest {
        let found;
        let (similar, factor) = match exact {
            Some(known) => (vocabulary.alike(known), weights.alike_known),
            // A word of which a synonym is there is no slip.
            None if is_known => (&[][..], 0.0),
            None => {
                found = vocabulary.similar(&term.stem, weights.alike_unknown_least, Vocabulary::ALIKE_MOST);
                (found.as_slice(), weights.alike_unknown)
            }
        };
        alternatives.extend(similar.iter().map(|similar| single(similar.term, factor * similar.similarity)));
    }
    if !is_known && is_spelled {
        alternatives.extend(split(&term.stem, field, index).map(|terms| Alternative { terms, closeness: 0.9 }));
    }
    let holding = alternatives
        .first()
        .map_or(0, |first| first.terms.iter().map(|term| vocabulary.passages(*term)).min().unwrap_or_default());
    let mut weight = idf(holding, index.holders(field));
    if is_weak_word(&term.word) {
        weight *= weights.weak_word;
    }
    let is_name = is_name(&text[term.range.clone()], text[..term.range.start].chars().any(char::is_alphanumeric));
    Concept {
        word: term.word,
        range: term.range,
        alternatives,
        weight,
        is_name,
        known: is_known,
        is_place: false,
        is_aspect: false,
        is_phrase: false,
    }
}

/// Is a word of a question, the first one or a later one, written as a name or a number.
fn is_name(word: &str, is_later: bool) -> bool {
    let starts = |test: fn(char) -> bool| word.chars().next().is_some_and(test);
    starts(|first| first.is_ascii_digit()) || is_later && starts(char::is_uppercase)
}

/// Two known words that make up an unknown one, as in `kerjasama`: of several ways, the one whose parts are rarest.
fn split(word: &str, field: Field, index: &Index) -> Option<Vec<TermId>> {
    let vocabulary = index.vocabulary(field);
    word.char_indices()
        .map(|(at, _)| word.split_at(at))
        .filter(|(first, second)| first.chars().count() >= 3 && second.chars().count() >= 3)
        .filter_map(|(first, second)| Some(vec![vocabulary.get(first)?, vocabulary.get(second)?]))
        .min_by_key(|parts| parts.iter().map(|part| vocabulary.passages(*part)).max())
}
