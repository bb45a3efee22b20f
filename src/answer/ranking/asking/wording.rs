//! How near a question is to phrases in wording, and to which of some groups of them it belongs.
//!
//! The first is the cosine of their short grams but for the commonest, weighed by tf-idf (G. Salton and C. Buckley,
//! "Term-weighting approaches in automatic text retrieval", Information Processing & Management 24, 1988): question words
//! count, and a slip costs little. Phrases that ask of different places are not near at all, however alike they are.

use std::ops::Range;

use super::bayes::{MOST_CLASSES, NaiveBayes, Training};
use super::cutting::{Counted, Cut, Row, TF, most};
use super::grams::{Gram, counted_grams};
use super::named_places::Places;
use super::phrases::greatest;
use crate::answer::understanding::Names;
use crate::index::{Ordinal, Rows, RowsBuilder};
use crate::language::Language;

/// A gram that stands in more than one of so many phrases does not make them near.
const COMMON: usize = 4;
/// One that stands in no more than these does.
const FEW: usize = 100;

/// The sums of the squares of a text's weights: of the grams that are compared, and of all.
#[derive(Debug, Clone, Copy, Default)]
struct Squares {
    compared: f32,
    all: f32,
}

impl Squares {
    fn add(&mut self, weight: f32, is_compared: bool) {
        let square = weight * weight;
        self.all += square;
        if is_compared {
            self.compared += square;
        }
    }

    /// One divided by the length of the vector of what is compared; 0 where that is nothing.
    fn per_length(self) -> f32 {
        if self.compared > 0.0 { self.compared.sqrt().recip() } else { 0.0 }
    }
}

/// A question, compared with phrases.
pub(super) struct Question {
    /// The cosine with each phrase.
    cosines: Vec<f32>,
    /// Which places it names.
    places: Vec<usize>,
    /// How likely it belongs to each group of phrases.
    groups: Vec<f32>,
}

/// The phrases of a passage.
struct OfPassage {
    /// Where they end among all.
    end: usize,
    /// Which group they are, if there are any.
    group: Option<usize>,
}

/// Phrases in one language, to be compared with questions: those of each passage that it answers, those of each document that
/// are asked in vain.
pub(super) struct Phrases {
    language: Language,
    /// Those that are known, sorted: each is called by its place.
    grams: Vec<Gram>,
    /// What each weighs, and one that is not known.
    idf: Vec<f32>,
    unknown: f32,
    /// For each phrase, a group's behind those of the one before, the passages' before the documents': one divided by the length of
    /// its vector of those grams that are compared; 0 where it has none, which is near nothing.
    per_length: Vec<f32>,
    /// For each phrase, which places it names.
    places: Vec<Places>,
    passages: Vec<OfPassage>,
    /// For each gram that is compared, in which phrases it stands once; nothing for another one.
    once: Rows,
    /// The same where it stands more often: [`Counted`].
    more: Rows,
    /// Of the groups that have phrases.
    groups: NaiveBayes,
    /// How many of these are passages.
    told: usize,
}

impl Phrases {
    /// Of the phrases that each passage answers, and of those of each document that are asked in vain. `None` where there is
    /// none of the latter, or where so many passages carry some that they cannot be told from each other.
    #[expect(clippy::cast_precision_loss, reason = "a logarithm of counts needs no more than 24 bits")]
    pub(super) fn new<'p>(
        language: Language,
        told: impl Iterator<Item: Iterator<Item = &'p str>> + Clone,
        in_vain: impl Iterator<Item: Iterator<Item = &'p str>> + Clone,
    ) -> Option<Self> {
        let bytes = told.clone().flatten().chain(in_vain.clone().flatten()).map(str::len).sum();
        let mut cut = Cut::new(language, bytes);
        let mut groups: Vec<usize> = Vec::new();
        let mut passages = Vec::new();
        for phrases in told {
            let found = cut.group(phrases);
            passages.push(OfPassage { end: cut.count(), group: found.map(|_| groups.len()) });
            groups.extend(found);
        }
        let told = groups.len();
        for phrases in in_vain {
            groups.extend(cut.group(phrases));
        }
        if groups.len() == told || groups.len() > MOST_CLASSES {
            return None;
        }
        let count = cut.count();
        let group_of: Vec<u32> =
            (0..).zip(&groups).flat_map(|(group, phrases)| std::iter::repeat_n(group, *phrases)).collect();
        let inverted = cut.invert();
        let idf = |holding: usize| ((1.0 + count as f32) / (1.0 + holding as f32)).ln() + 1.0;
        let is_compared = |row: Row<'_>| !row.gram().is_long() && (row.len() <= FEW || COMMON * row.len() <= count);
        let mut squares = vec![Squares::default(); count];
        for row in inverted.rows() {
            let (idf, is_compared) = (idf(row.len()), is_compared(row));
            for standing in row.standing() {
                squares[standing.place()].add(standing.tf() * idf, is_compared);
            }
        }
        let lengths: Vec<f32> = squares.iter().map(|squares| squares.all.sqrt()).collect();
        // Room that is taken once is not taken again and again, larger each time, and left behind.
        let (known, standing) = (inverted.rows().count(), inverted.standing());
        let mut training = Training::new(groups.len(), known, standing);
        let (mut once, mut more) = (RowsBuilder::with_capacity(known, standing), RowsBuilder::default());
        let (mut grams, mut weights) = (Vec::with_capacity(known), Vec::with_capacity(known));
        for row in inverted.rows() {
            let (idf, is_compared) = (idf(row.len()), is_compared(row));
            grams.push(row.gram());
            weights.push(idf);
            training.push(row.standing().map(|standing| {
                let phrase = standing.place();
                (group_of[phrase], standing.tf() * idf / lengths[phrase])
            }));
            let compared = || row.standing().filter(|_| is_compared);
            once.push(compared().filter_map(Counted::once));
            more.push(compared().filter(|standing| standing.once().is_none()).map(|standing| standing.0));
        }
        Some(Self {
            language,
            grams,
            idf: weights,
            unknown: idf(0),
            per_length: squares.iter().map(|squares| squares.per_length()).collect(),
            places: (0..count).map(|_| Places::new()).collect(),
            passages,
            once: once.finish(),
            more: more.finish(),
            groups: training.finish(&groups),
            told,
        })
    }

    /// A question, compared with these phrases.
    pub(super) fn question(&self, text: &str, names: &Names) -> Question {
        let (mut grams, mut squares) = (Vec::new(), Squares::default());
        for (gram, count) in counted_grams(self.language, text) {
            let id = self.grams.binary_search(&gram).ok();
            let idf = id.map_or(self.unknown, |id| self.idf[id]);
            let weight = idf * TF[usize::from(most(count))];
            let is_held = |id| !self.once.row(id).is_empty() || !self.more.row(id).is_empty();
            let is_compared = id.map_or(!gram.is_long(), is_held);
            squares.add(weight, is_compared);
            grams.extend(id.map(|id| (id, weight)));
        }
        let per_length = squares.per_length();
        let mut cosines = vec![0.0_f32; self.per_length.len()];
        for (gram, weight) in &mut grams {
            let in_short = *weight * self.idf[*gram] * per_length;
            for phrase in self.once.row(*gram) {
                cosines[*phrase as usize] += in_short;
            }
            for standing in self.more.row(*gram).iter().copied().map(Counted) {
                cosines[standing.place()] += in_short * standing.tf();
            }
            *weight /= squares.all.sqrt();
        }
        for (cosine, per_length) in cosines.iter_mut().zip(&self.per_length) {
            *cosine *= per_length;
        }
        Question { cosines, places: names.which_places(text), groups: self.groups.probabilities(&grams) }
    }

    /// How likely the question is one that is asked in vain, 0 to 1.
    pub(super) fn likely_in_vain(&self, question: &Question) -> f32 {
        question.groups[self.told..].iter().sum()
    }

    /// How likely it is one that the passage answers, 0 to 1.
    pub(super) fn likely_told(&self, question: &Question, passage: Ordinal) -> f32 {
        let group = self.passages.get(passage as usize).and_then(|passage| passage.group);
        group.map_or(0.0, |group| question.groups[group])
    }

    /// How near the question is to the nearest phrase that is asked in vain, 0 to 1. `text` is that of the phrase with this
    /// place among those.
    pub(super) fn nearest_in_vain<'t>(
        &self,
        question: &Question,
        names: &Names,
        text: impl Fn(usize) -> Option<&'t str>,
    ) -> f32 {
        self.nearest(question, self.end_of_told()..self.per_length.len(), names, text)
    }

    /// How near it is to the nearest phrase that the passage answers, 0 to 1. `text` is that of the phrase with this place
    /// among those of the passage.
    pub(super) fn nearest_told<'t>(
        &self,
        question: &Question,
        passage: Ordinal,
        names: &Names,
        text: impl Fn(usize) -> Option<&'t str>,
    ) -> f32 {
        let end = |passage: usize| self.passages.get(passage).map_or_else(|| self.end_of_told(), |of| of.end);
        let passage = passage as usize;
        self.nearest(question, passage.checked_sub(1).map_or(0, end)..end(passage), names, text)
    }

    fn end_of_told(&self) -> usize {
        self.passages.last().map_or(0, |last| last.end)
    }

    /// The greatest cosine with one of `phrases` that asks of the same places; 0 where there is none.
    fn nearest<'t>(
        &self,
        question: &Question,
        phrases: Range<usize>,
        names: &Names,
        text: impl Fn(usize) -> Option<&'t str>,
    ) -> f32 {
        let mut nearest = 0.0;
        let (cosines, places) = (&question.cosines[phrases.clone()], &self.places[phrases]);
        for (block, cosines) in cosines.chunks(BLOCK).enumerate() {
            // Few are nearer than what was found, and of many at once that is soon told.
            if greatest(cosines) <= nearest {
                continue;
            }
            for (at, cosine) in cosines.iter().enumerate().filter(|(_, cosine)| **cosine > 0.0) {
                let place = block * BLOCK + at;
                let tell = || names.which_places(text(place).unwrap_or_default());
                // Else each names a place that the other does not.
                if *cosine > nearest && places[place].agree_with(&question.places, tell) {
                    nearest = *cosine;
                }
            }
        }
        nearest
    }
}

/// So many cosines are compared at once.
const BLOCK: usize = 16;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use crate::index::Index;

    /// The names of the shipped glossary.
    fn names() -> Names {
        let corpus = Source::Embedded.read().expect("a sound corpus");
        Names::new(corpus.glossary(), &Index::build(&corpus).expect("its index"))
    }

    /// English phrases that are asked in vain, and those that each passage answers.
    fn of(in_vain: &[&str], told: &[&[&str]]) -> Option<Phrases> {
        let told = told.iter().map(|phrases| phrases.iter().copied());
        Phrases::new(Language::En, told, [in_vain.iter().copied()].into_iter())
    }

    #[test]
    fn the_same_words_are_as_near_as_can_be_and_other_ones_further_the_fewer_they_share() {
        let names = names();
        let known = ["which doctor operated in ambon", "ticket price of the festival", "weather in hamamatsu"];
        let phrases = of(&known, &[]).expect("there are some");
        let nearest = |text: &str| {
            phrases.nearest_in_vain(&phrases.question(text, &names), &names, |place| known.get(place).copied())
        };
        assert!((nearest("Which doctor operated in Ambon?") - 1.0).abs() < 1e-5);
        let (slip, half, none) = (nearest("wich docter operated ambon"), nearest("who operated"), nearest("piyano"));
        assert!(1.0 > slip && slip > half && half > none, "{slip} {half} {none}");
        assert_eq!((none, nearest("")), (0.0, 0.0));
        assert!(of(&[], &[&known]).is_none());
    }

    #[test]
    fn both_ways_to_compare_agree() {
        let names = names();
        let known = ["which doctor operated in ambon", "why did the doctor come to ambon", "mayors of darwin"];
        let phrases = of(&known, &[&[], &known]).expect("some");
        for text in ["doctor in ambon", "the mayor of ambon came", "who", "the doctor of darwin", "xyz"] {
            let question = phrases.question(text, &names);
            let wording = |place: usize| known.get(place).copied();
            let told = |passage| phrases.nearest_told(&question, passage, &names, wording);
            let in_vain = phrases.nearest_in_vain(&question, &names, wording);
            assert!((in_vain - told(1)).abs() < 1e-5, "{text}: {in_vain} {}", told(1));
            assert_eq!((told(0), told(2)), (0.0, 0.0), "{text}");
        }
    }

    #[test]
    fn what_is_asked_of_another_place_is_another_question() {
        let names = names();
        let known = ["who is the mayor of ambon", "which cities are twinned with ambon and darwin"];
        let phrases = of(&known, &[]).expect("there are some");
        let nearest = |text: &str| {
            phrases.nearest_in_vain(&phrases.question(text, &names), &names, |place| known.get(place).copied())
        };
        assert!(nearest("who is the mayor of ambon now") > 0.8);
        assert!(nearest("who is the mayor of hamamatsu now") < 0.3);
        assert!(nearest("who is the mayor now") > 0.5, "it may be that of Ambon");
        assert!(nearest("which cities are twinned with darwin") > 0.7, "Darwin is one of both");
    }
}
