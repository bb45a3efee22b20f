//! A question as the index understands it: for each word, in each field, the terms that may stand for it.

use std::ops::Range;

use super::asked_for::AskedFor;
use super::concept::{Concept, concept};
use super::glossary::{Mention, Names};
use super::narrowed::Narrowed;
use crate::answer::ranges::overlap;
use crate::answer::ranking::{Matcher, Occurrences, Weights};
use crate::index::{Analyzed, Field, Index};
use crate::language::{
    AnswerKind, BoundedYears, Language, Term, Want, asking_clauses, asks_to_confirm, asks_whether, aspects, bigrams,
    bounded_years, has_question_word, is_chatter, is_origin, is_stop_word, is_weak_word, stands_where, takes_for_so,
    terms, years,
};

/// Words that ask for a beginning, and say nothing of what began.
pub(in crate::answer) const OF_BEGINNINGS: [&str; 2] = ["since", "mulai"];

/// The concepts of a question, by field, in the order of the question. Function words are not among them.
#[derive(Debug, Clone)]
pub(in crate::answer) struct Query {
    fields: [Vec<Concept>; 4],
    matchers: [Matcher; 4],
    kind: Option<AnswerKind>,
    want: Option<Want>,
    for_so: bool,
    asks_nothing: bool,
    years: Vec<u16>,
    bounded: Vec<BoundedYears>,
    narrowed: Narrowed,
    set_apart: Vec<Mention>,
    places: Vec<PlaceNamed>,
    regions: Vec<usize>,
    /// The terms of the glossary that it names.
    named: Vec<usize>,
    /// What its clauses that ask name.
    asked_of: Vec<Mention>,
    asked_for: AskedFor,
}

/// A place that a question asks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::answer) struct PlaceNamed {
    /// The place of its term in the glossary.
    pub(in crate::answer) term: usize,
    /// Is something asked that is in it or takes place there.
    pub(in crate::answer) is_where: bool,
    /// Is something asked that is from there.
    pub(in crate::answer) is_origin: bool,
}

/// A text as it is read, before its words are looked for in each field.
struct Read {
    language: Language,
    /// The terms of each field, in the order of [`Field::ALL`]; none where the index holds none.
    terms: [Vec<Term>; 4],
    /// The names of the glossary that it mentions.
    mentions: Vec<Mention>,
    /// Where words stand that the text's own language knows, among many passages: such a one is no slip for one of another language.
    known: Vec<Range<usize>>,
    /// The clauses that ask.
    clauses: Vec<Range<usize>>,
    /// Where words stand that say what is asked about a thing, in a clause that asks: they say so whatever the language of the passage.
    aspects: Vec<Range<usize>>,
    /// Are there passages that are not in the text's language.
    has_foreign: bool,
}

impl Read {
    fn new(text: &str, language: Language, index: &Index, names: &Names, weights: &Weights) -> Self {
        let terms_of = Field::ALL.map(|field| match field {
            _ if index.holders(field) == 0 => Vec::new(),
            Field::Words(words) => terms(words, text),
            Field::Bigrams => bigrams(text),
        });
        let mentions = names.mentions(text);
        let own = Field::Words(language);
        let is_known = |term: &&Term| index.vocabulary(own).get(&term.stem).is_some();
        let known = if index.len() > weights.large {
            terms_of[own.place()].iter().filter(is_known).map(|term| term.range.clone()).collect()
        } else {
            Vec::new()
        };
        let clauses = asking_clauses(text);
        let all = || Field::ALL.into_iter().zip(&terms_of).filter(|(field, _)| *field != Field::Bigrams);
        let aspects = all()
            .flat_map(|(field, terms)| aspects(field.language(), terms))
            .map(|term| term.range.clone())
            .filter(|range| begins_in(&clauses, range))
            .collect();
        let has_foreign = (index.holders(own) as usize) < index.len();
        Self { language, terms: terms_of, mentions, known, clauses, aspects, has_foreign }
    }

    /// What the words of `text` are in `field`, without function words.
    fn concepts(&self, field: Field, text: &str, index: &Index, weights: &Weights) -> Vec<Concept> {
        let language = self.language;
        let is_of_words = field != Field::Bigrams;
        let is_function = |term: &Term| {
            is_of_words && (is_stop_word(field.language(), &term.word) || is_stop_word(language, &term.word))
        };
        let of_term = |term: &Term| {
            let may_be_a_slip = field == Field::Words(language) || !self.known.contains(&term.range);
            let mut concept = concept(text, term.clone(), field, index, weights, may_be_a_slip);
            concept.is_aspect = self.aspects.contains(&concept.range);
            concept
        };
        let terms = self.terms[field.place()].iter().filter(|term| !is_function(term));
        let mut concepts: Vec<Concept> = terms.map(of_term).collect();
        concepts.retain_mut(|concept| {
            let is_chatter = is_of_words && is_chatter(language, &concept.word);
            if is_chatter {
                concept.weight *= weights.chatter;
            }
            !is_chatter || concept.known
        });
        if field.language() != language && self.has_foreign {
            // To a passage in another language alone, the absence of a word that no name stands for tells little.
            for concept in concepts.iter_mut().filter(|concept| concept.alternatives.is_empty()) {
                concept.weight *= weights.untranslated;
            }
        }
        concepts
    }
}

/// Does what stands at `range` begin in one of these `clauses`.
fn begins_in(clauses: &[Range<usize>], range: &Range<usize>) -> bool {
    clauses.iter().any(|clause| clause.contains(&range.start))
}

/// Lets what stands before byte `own`, asked before, count the less the more words of the rest are known; not at all where they are many.
fn count_less_what_was_before(concepts: &mut Vec<Concept>, own: usize, weights: &Weights) {
    let said = concepts.iter().filter(|concept| concept.range.start >= own && concept.known).count();
    let factor = weights.before.get(said).copied().unwrap_or(0.0);
    concepts.retain_mut(|concept| {
        let is_own = concept.range.start >= own;
        if !is_own {
            concept.weight *= factor;
        }
        is_own || factor > 0.0
    });
}

impl Query {
    /// Analyses `text`, which is in `language`. What stands before byte `own` was asked before: it counts the less the more
    /// the rest says by itself.
    pub(in crate::answer) fn new(
        text: &str,
        own: usize,
        language: Language,
        index: &Index,
        names: &Names,
        weights: &Weights,
    ) -> Self {
        let read = Read::new(text, language, index, names, weights);
        let bounded = bounded_years(text);
        let narrowed = Narrowed::of(text, own, &read.clauses, language, names, &read.mentions);
        let fields = Field::ALL.map(|field| {
            let mut concepts = read.concepts(field, text, index, weights);
            if field != Field::Bigrams {
                for mention in &read.mentions {
                    names.apply(mention, field, index, weights, &mut concepts);
                }
            }
            let is_meant =
                |place: &Concept| own > 0 && place.range.start >= own || begins_in(&read.clauses, &place.range);
            leave_where_one_comes_from(&mut concepts, is_meant, weights.chatter);
            // A passage on another place does not name the one that is left out.
            let is_left_out = |it: &Concept| narrowed.excepted.iter().any(|place| overlap(&place.range, &it.range));
            concepts.retain(|it| !it.is_place || !is_left_out(it));
            // A year within the bounds need not be one of them.
            concepts.retain(|it| !bounded.iter().any(|bounds| overlap(&bounds.range, &it.range)));
            if own > 0 {
                count_less_what_was_before(&mut concepts, own, weights);
            }
            concepts
        });
        let Read { mentions, clauses, .. } = read;
        let kind = AnswerKind::of_question(&text[own..]).or_else(|| {
            let asks = has_question_word(&text[own..]);
            AnswerKind::of_question(&text[..own]).filter(|_| !asks)
        });
        let matchers = std::array::from_fn(|place| Matcher::new(&fields[place]));
        let asked_for = AskedFor::new(text, kind);
        let want = Want::of(&text[own..], kind, asked_for.measure());
        let for_so = takes_for_so(&text[own..], want);
        let own_text = &text[own..];
        let asks_nothing =
            !for_so && !has_question_word(own_text) && !asks_whether(own_text) && !asks_to_confirm(own_text);
        let terms = mentions.iter().map(|mention| mention.term).collect();
        let is_asked = |mention: &Mention| mention.range.start >= own && !narrowed.excepted.contains(mention);
        let is_in_what_asks = |mention: &&Mention| is_asked(mention) && begins_in(&clauses, &mention.range);
        let asked_of = mentions.iter().filter(is_in_what_asks).cloned().collect();
        let regions = names.regions_among(text, mentions.iter().filter(is_in_what_asks));
        let places = mentions.iter().filter(|it| names.is_place(it.term)).filter(is_in_what_asks);
        let places = places
            .map(|it| PlaceNamed {
                term: it.term,
                is_where: stands_where(text, &it.range),
                is_origin: is_origin(text, &it.range),
            })
            .collect();
        // A follow-up asks by its own words: *and Korg*.
        let may_be_meant = |mention: &&Mention| is_asked(mention) && (own > 0 || begins_in(&clauses, &mention.range));
        let set_apart = names.set_apart(mentions.iter().filter(may_be_meant).cloned());
        let years = clauses.into_iter().flat_map(|clause| years_apart_from(&bounded, text, clause)).collect();
        Self {
            fields,
            matchers,
            kind,
            want,
            for_so,
            asks_nothing,
            years,
            bounded,
            narrowed,
            set_apart,
            places,
            regions,
            named: terms,
            asked_of,
            asked_for,
        }
    }

    /// The kind of thing that is asked for, where the question tells.
    pub(in crate::answer) const fn kind(&self) -> Option<AnswerKind> {
        self.kind
    }

    /// What the question wants to know, where it tells.
    pub(in crate::answer) const fn want(&self) -> Option<Want> {
        self.want
    }

    /// Does it ask for more of what it takes for so, *what did Ambon send to Kyoto*; of a follow-up, its own words.
    pub(in crate::answer) const fn takes_for_so(&self) -> bool {
        self.for_so
    }

    /// Does it ask nothing, as keywords do: *instrument makers from Ambon*; of a follow-up, its own words.
    pub(in crate::answer) const fn asks_nothing(&self) -> bool {
        self.asks_nothing
    }

    /// The years that stand in its clauses that ask, but those that bound others.
    pub(in crate::answer) fn years(&self) -> &[u16] {
        &self.years
    }

    /// The spans of years that it asks of: *before 2000*.
    pub(in crate::answer) fn bounded_years(&self) -> &[BoundedYears] {
        &self.bounded
    }

    /// Does it ask of a year, or of a span of them.
    pub(in crate::answer) fn asks_of_years(&self) -> bool {
        !self.years.is_empty() || !self.bounded.is_empty()
    }

    /// Is this year one that it asks of.
    pub(in crate::answer) fn asks_of_year(&self, year: u16) -> bool {
        self.years.contains(&year) || self.bounded.iter().any(|bounds| bounds.years.contains(&year))
    }

    /// What it says beside its words that only some passages may tell.
    pub(in crate::answer) const fn narrowed(&self) -> &Narrowed {
        &self.narrowed
    }

    /// What it names, as the places of the terms in the glossary.
    pub(in crate::answer) fn named(&self) -> &[usize] {
        &self.named
    }

    /// What its clauses that ask name; of a follow-up, its own.
    pub(in crate::answer) fn asked_of(&self) -> &[Mention] {
        &self.asked_of
    }

    /// Where it names one of the things that the glossary says are not each other; of a follow-up, where it does itself.
    pub(in crate::answer) fn set_apart(&self) -> &[Mention] {
        &self.set_apart
    }

    /// The places that its clauses that ask name; of a follow-up, its own.
    pub(in crate::answer) fn places(&self) -> &[PlaceNamed] {
        &self.places
    }

    /// The countries and continents that its clauses that ask name, as the places of their terms in the glossary; of a follow-up, its
    /// own.
    pub(in crate::answer) fn regions(&self) -> &[usize] {
        &self.regions
    }

    /// What the question says itself.
    pub(in crate::answer) const fn asked_for(&self) -> &AskedFor {
        &self.asked_for
    }

    /// The concepts in `field`.
    pub(in crate::answer) fn concepts(&self, field: Field) -> &[Concept] {
        &self.fields[field.place()]
    }

    /// Finds the concepts of `field` among terms.
    pub(in crate::answer) const fn matcher(&self, field: Field) -> &Matcher {
        &self.matchers[field.place()]
    }

    /// Does it hold no word that tells what it is about in `language`: *since when?*, *dan siapa?*
    pub(in crate::answer) fn says_nothing(&self, language: Language) -> bool {
        self.concepts(Field::Words(language))
            .iter()
            .all(|it| it.alternatives.is_empty() || asks_alone(language, &it.word))
    }

    /// Does it hold nothing but what asks in `language`: *since when?*, and no word that is unknown either.
    pub(in crate::answer) fn is_bare(&self, language: Language) -> bool {
        self.concepts(Field::Words(language)).iter().all(|it| asks_alone(language, &it.word))
    }

    /// Where the concepts of `field` stand in `passage`, which is analysed in it.
    pub(in crate::answer) fn occurrences(&self, field: Field, passage: Analyzed<'_>) -> Occurrences {
        self.matcher(field).occurrences(self.concepts(field), passage)
    }
}

/// Does a folded `word` tell nothing of what is asked about.
fn asks_alone(language: Language, word: &str) -> bool {
    is_weak_word(word) || OF_BEGINNINGS.contains(&word) || is_chatter(language, word)
}

/// The years in this `clause` of `text` that none of the spans is told with.
fn years_apart_from(bounded: &[BoundedYears], text: &str, clause: Range<usize>) -> Vec<u16> {
    let mut rest = clause.start;
    let bounds = bounded.iter().map(|it| &it.range).filter(|range| overlap(range, &clause));
    let mut found: Vec<u16> = Vec::new();
    for range in bounds {
        found.extend(years(&text[rest..range.start.max(rest)]));
        rest = range.end;
    }
    found.extend(years(&text[rest.min(clause.end)..clause.end]));
    found
}

/// *I'm from Nagoya, when did Ambon …* asks nothing of Nagoya. Where places stand in what asks, one elsewhere is none that is
/// asked about: it counts less by `factor`, and one that no passage names is left out. Where none does, such a one is left
/// out beside another that passages name.
fn leave_where_one_comes_from(concepts: &mut Vec<Concept>, is_meant: impl Fn(&Concept) -> bool, factor: f32) {
    let is_any_meant = concepts.iter().any(|it| it.is_place && is_meant(it));
    if is_any_meant || concepts.iter().any(|it| it.is_place && !it.alternatives.is_empty()) {
        concepts.retain(|it| !it.is_place || is_meant(it) || !it.alternatives.is_empty());
    }
    if is_any_meant {
        for place in concepts.iter_mut().filter(|it| it.is_place && !is_meant(it)) {
            place.is_place = false;
            place.weight *= factor;
        }
    }
}
