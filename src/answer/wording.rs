//! How near two phrases are in wording.
//!
//! The cosine of their characters in threes (Japanese: ones and twos), weighed by tf-idf (G. Salton and C. Buckley,
//! "Term-weighting approaches in automatic text retrieval", Information Processing & Management 24, 1988): question words
//! count, and a slip costs little. Phrases that ask of different places are not near at all, however alike they are.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::glossary::Names;
use crate::language::{Folded, Language};

/// How a phrase is worded.
pub(super) struct Wording {
    vector: Vector,
    /// Which places it names.
    places: Vec<usize>,
}

impl Wording {
    /// How near it is to another one, 0 to 1: 0 where each names a place that the other does not.
    pub(super) fn nearness(&self, other: &Self) -> f32 {
        if is_part(&self.places, &other.places) { cosine(&self.vector, &other.vector) } else { 0.0 }
    }
}

/// Is one of two lists part of the other.
fn is_part(a: &[usize], b: &[usize]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().all(|place| many.contains(place))
}

/// Characters that stand together; shorter ones end in [`EDGE`].
type Gram = [char; 3];

/// What stands before and behind a word.
const EDGE: char = '\u{1}';

/// A text's grams, sorted, each with its weight; the squares of the weights sum up to 1.
type Vector = Vec<(Gram, f32)>;

/// What a gram weighs, and in which phrases it stands with which weight.
type Weighed = (f32, Vec<(u32, f32)>);

/// Phrases in one language, to be compared with others.
pub(super) struct Phrases {
    language: Language,
    grams: HashMap<Gram, Weighed, FxBuildHasher>,
    /// What a gram weighs that none of them has.
    unknown: f32,
    /// For each of them, which places it names.
    places: Vec<Vec<usize>>,
}

impl Phrases {
    /// `None` where there are none.
    #[expect(clippy::cast_precision_loss, reason = "a logarithm of counts needs no more than 24 bits")]
    pub(super) fn new<'p>(language: Language, phrases: impl Iterator<Item = &'p str>, names: &Names) -> Option<Self> {
        let phrases: Vec<&str> = phrases.collect();
        let mut holding: HashMap<Gram, usize, FxBuildHasher> = HashMap::default();
        for phrase in &phrases {
            for (gram, _) in counted_grams(language, phrase) {
                *holding.entry(gram).or_default() += 1;
            }
        }
        let idf = |holding: usize| ((1.0 + phrases.len() as f32) / (1.0 + holding as f32)).ln() + 1.0;
        let grams = holding.into_iter().map(|(gram, holding)| (gram, (idf(holding), Vec::with_capacity(holding))));
        let places = phrases.iter().map(|phrase| names.which_places(phrase)).collect();
        let mut all = Self { language, grams: grams.collect(), unknown: idf(0), places };
        for (place, phrase) in (0..).zip(&phrases) {
            for (gram, weight) in all.vector(phrase) {
                if let Some((_, phrases)) = all.grams.get_mut(&gram) {
                    phrases.push((place, weight));
                }
            }
        }
        (!phrases.is_empty()).then_some(all)
    }

    /// How `text` is worded, to be compared with these phrases, and with others that are worded by them.
    pub(super) fn wording(&self, text: &str, names: &Names) -> Wording {
        Wording { vector: self.vector(text), places: names.which_places(text) }
    }

    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    fn vector(&self, text: &str) -> Vector {
        let idf = |gram: &Gram| self.grams.get(gram).map_or(self.unknown, |(idf, _)| *idf);
        let weigh = |(gram, count): (Gram, usize)| (gram, (1.0 + (count as f32).ln()) * idf(&gram));
        let mut vector: Vector = counted_grams(self.language, text).into_iter().map(weigh).collect();
        let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
        for (_, weight) in &mut vector {
            *weight /= length;
        }
        vector
    }

    /// How near the nearest phrase is, 0 to 1.
    pub(super) fn nearest(&self, wording: &Wording) -> f32 {
        let mut cosines = vec![0.0_f32; self.places.len()];
        for (gram, weight) in &wording.vector {
            for (phrase, other) in self.grams.get(gram).into_iter().flat_map(|(_, phrases)| phrases) {
                cosines[*phrase as usize] += weight * other;
            }
        }
        let of_places = cosines.into_iter().zip(&self.places).filter(|(_, places)| is_part(&wording.places, places));
        of_places.map(|(cosine, _)| cosine).fold(0.0, f32::max)
    }
}

/// The cosine of two vectors.
fn cosine(a: &Vector, b: &Vector) -> f32 {
    let (mut sum, mut others) = (0.0, b.iter().peekable());
    for (gram, weight) in a {
        while others.next_if(|(other, _)| other < gram).is_some() {}
        sum += others.peek().filter(|(other, _)| other == gram).map_or(0.0, |(_, other)| weight * other);
    }
    sum
}

/// The grams of a text in `language`, sorted, each with how often it stands there.
fn counted_grams(language: Language, text: &str) -> Vec<(Gram, usize)> {
    let folded = Folded::new(text);
    let mut grams: Vec<Gram> = Vec::with_capacity(2 * text.len());
    for word in folded.as_str().split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let mut last = [EDGE; 2];
        for character in word.chars() {
            match language {
                Language::Ja => {
                    grams.push([character, EDGE, EDGE]);
                    grams.extend((last[1] != EDGE).then_some([last[1], character, EDGE]));
                }
                // A letter alone is no three yet.
                _ => grams.extend((last[1] != EDGE).then_some([last[0], last[1], character])),
            }
            last = [last[1], character];
        }
        if language != Language::Ja {
            grams.push([last[0], last[1], EDGE]);
        }
    }
    grams.sort_unstable();
    grams.chunk_by(|a, b| a == b).map(|same| (same[0], same.len())).collect()
}

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

    fn grams(language: Language, text: &str) -> Vec<String> {
        let plain = |(gram, count): (Gram, usize)| {
            gram.iter()
                .map(|character| if *character == EDGE { '_' } else { *character })
                .chain(count.to_string().chars())
                .collect()
        };
        counted_grams(language, text).into_iter().map(plain).collect()
    }

    #[test]
    fn a_text_is_cut_into_threes_and_a_japanese_one_into_ones_and_twos() {
        assert_eq!(grams(Language::Id, "Kota a"), ["_a_1", "_ko1", "kot1", "ota1", "ta_1"]);
        assert_eq!(grams(Language::En, "to to"), ["_to2", "to_2"]);
        assert_eq!(grams(Language::Ja, "市の市、X"), ["x__1", "の__1", "の市_1", "市__2", "市の_1"]);
        assert!(grams(Language::En, " ?! ").is_empty());
    }

    #[test]
    fn the_same_words_are_as_near_as_can_be_and_other_ones_further_the_fewer_they_share() {
        let names = names();
        let phrases = ["which doctor operated in ambon", "ticket price of the festival", "weather in hamamatsu"];
        let phrases = Phrases::new(Language::En, phrases.into_iter(), &names).expect("there are some");
        let nearest = |text: &str| phrases.nearest(&phrases.wording(text, &names));
        assert!((nearest("Which doctor operated in Ambon?") - 1.0).abs() < 1e-5);
        let (slip, half, none) = (nearest("wich docter operated ambon"), nearest("who operated"), nearest("piyano"));
        assert!(1.0 > slip && slip > half && half > none, "{slip} {half} {none}");
        assert_eq!((none, nearest("")), (0.0, 0.0));
        assert!(Phrases::new(Language::En, std::iter::empty(), &names).is_none());
    }

    #[test]
    fn both_ways_to_compare_agree() {
        let names = names();
        let known = ["which doctor operated in ambon", "why did the doctor come to ambon"];
        let phrases = Phrases::new(Language::En, known.into_iter(), &names).expect("there are some");
        for text in ["doctor in ambon", "the mayor of ambon came", "who"] {
            let wording = phrases.wording(text, &names);
            let each =
                known.iter().map(|phrase| wording.nearness(&phrases.wording(phrase, &names))).fold(0.0, f32::max);
            assert!((phrases.nearest(&wording) - each).abs() < 1e-5, "{text}");
        }
    }

    #[test]
    fn what_is_asked_of_another_place_is_another_question() {
        let names = names();
        let phrases = ["who is the mayor of ambon", "which cities are twinned with ambon and darwin"];
        let phrases = Phrases::new(Language::En, phrases.into_iter(), &names).expect("there are some");
        let nearest = |text: &str| phrases.nearest(&phrases.wording(text, &names));
        assert!(nearest("who is the mayor of ambon now") > 0.8);
        assert!(nearest("who is the mayor of hamamatsu now") < 0.3);
        assert!(nearest("who is the mayor now") > 0.5, "it may be that of Ambon");
        assert!(nearest("which cities are twinned with darwin") > 0.7, "Darwin is one of both");
    }
}
