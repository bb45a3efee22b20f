//! How near two phrases are in wording.
//!
//! The cosine of their characters in threes (Japanese: ones and twos), weighed by tf-idf (G. Salton and C. Buckley,
//! "Term-weighting approaches in automatic text retrieval", Information Processing & Management 24, 1988): question words
//! count, and a slip costs little. Phrases that ask of different places are not near at all, however alike they are.

use std::collections::HashMap;
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;

use super::glossary::Names;
use crate::index::Ordinal;
use crate::language::{Folded, Language};

/// Up to three characters that stand together, 21 bits each, the first one highest; what is missing is [`EDGE`].
type Gram = u64;

const fn gram(characters: [char; 3]) -> Gram {
    let [first, second, third] = characters;
    (first as u64) << 42 | (second as u64) << 21 | third as u64
}

/// What stands before and behind a word.
const EDGE: char = '\u{1}';

/// The place of a gram among all that are known.
type GramId = u32;

/// The known grams of a text, each with its weight; the squares of all weights, those of unknown ones too, sum up to 1.
type Vector = Vec<(GramId, f32)>;

/// Which places a phrase names, once it comes near enough to a question to matter.
struct Places {
    phrase: Box<str>,
    named: OnceLock<Vec<usize>>,
}

impl Places {
    fn of(phrase: &str) -> Self {
        Self { phrase: phrase.into(), named: OnceLock::new() }
    }

    /// Are those of `question` among them, or they among those: else each names a place that the other does not.
    fn agree_with(&self, question: &Question, names: &Names) -> bool {
        is_part(&question.places, self.named.get_or_init(|| names.which_places(&self.phrase)))
    }
}

/// A question, to be compared with phrases.
pub(super) struct Question {
    vector: Vector,
    /// Which places it names.
    places: Vec<usize>,
    /// For each known gram, what it weighs in the question.
    weights: Vec<f32>,
}

/// Phrases in one language, to be compared with questions.
pub(super) struct Phrases {
    language: Language,
    ids: HashMap<Gram, GramId, FxBuildHasher>,
    /// What each known gram weighs, and one that is not.
    idf: Vec<f32>,
    unknown: f32,
    /// For each gram, in which of the phrases that are asked in vain it stands, and with which weight.
    in_vain: Vec<Vec<(u32, f32)>>,
    /// For each of these, which places it names.
    places: Vec<Places>,
    /// For each passage, the phrases that it answers.
    told: Vec<Vec<(Vector, Places)>>,
}

impl Phrases {
    /// Of those that are asked in vain, and for each passage of those that it answers. `None` where nothing is asked in vain.
    #[expect(clippy::cast_precision_loss, reason = "a logarithm of counts needs no more than 24 bits")]
    pub(super) fn new<'p>(
        language: Language,
        in_vain: &[&str],
        told: impl IntoIterator<Item = Vec<&'p str>>,
    ) -> Option<Self> {
        if in_vain.is_empty() {
            return None;
        }
        let mut ids: HashMap<Gram, GramId, FxBuildHasher> = HashMap::default();
        let mut holding: Vec<usize> = Vec::new();
        let mut known = |phrase: &str, counts: usize| -> Vec<(Option<GramId>, usize)> {
            let grams = counted_grams(language, phrase).into_iter().map(|(gram, count)| {
                let id = *ids.entry(gram).or_insert_with(|| {
                    holding.push(0);
                    GramId::try_from(holding.len() - 1).expect("fewer than 2^32 grams")
                });
                holding[id as usize] += counts;
                (Some(id), count)
            });
            grams.collect()
        };
        let of_in_vain: Vec<_> = in_vain.iter().map(|phrase| known(phrase, 1)).collect();
        let mut known = |phrase: &str| (known(phrase, 0), Places::of(phrase));
        let of_told: Vec<Vec<_>> =
            told.into_iter().map(|phrases| phrases.into_iter().map(&mut known).collect()).collect();
        let idf = |holding: usize| ((1.0 + in_vain.len() as f32) / (1.0 + holding as f32)).ln() + 1.0;
        let mut all = Self {
            language,
            ids,
            unknown: idf(0),
            in_vain: vec![Vec::new(); holding.len()],
            idf: holding.into_iter().map(idf).collect(),
            places: in_vain.iter().map(|phrase| Places::of(phrase)).collect(),
            told: Vec::with_capacity(of_told.len()),
        };
        for (place, grams) in (0..).zip(of_in_vain) {
            for (gram, weight) in all.vector(grams) {
                all.in_vain[gram as usize].push((place, weight));
            }
        }
        all.in_vain.iter_mut().for_each(Vec::shrink_to_fit);
        for phrases in of_told {
            let phrases = phrases.into_iter().map(|(grams, places)| (all.vector(grams), places)).collect();
            all.told.push(phrases);
        }
        Some(all)
    }

    /// A question, to be compared with these phrases.
    pub(super) fn question(&self, text: &str, names: &Names) -> Question {
        let grams = counted_grams(self.language, text).into_iter();
        let vector = self.vector(grams.map(|(gram, count)| (self.ids.get(&gram).copied(), count)));
        let mut weights = vec![0.0; self.idf.len()];
        for (gram, weight) in &vector {
            weights[*gram as usize] = *weight;
        }
        Question { vector, places: names.which_places(text), weights }
    }

    /// Of the grams of a text, each with how often it stands there; `None` for unknown ones.
    #[expect(clippy::cast_precision_loss, reason = "texts are short")]
    fn vector(&self, grams: impl IntoIterator<Item = (Option<GramId>, usize)>) -> Vector {
        let mut vector = Vec::new();
        let mut squares = 0.0;
        for (id, count) in grams {
            let weight = (1.0 + (count as f32).ln()) * id.map_or(self.unknown, |id| self.idf[id as usize]);
            squares += weight * weight;
            vector.extend(id.map(|id| (id, weight)));
        }
        for (_, weight) in &mut vector {
            *weight /= squares.sqrt();
        }
        // What is kept has no room to grow.
        vector.shrink_to_fit();
        vector
    }

    /// How near the question is to the nearest phrase that is asked in vain, 0 to 1.
    pub(super) fn nearest_in_vain(&self, question: &Question, names: &Names) -> f32 {
        let mut cosines = vec![0.0_f32; self.places.len()];
        for (gram, weight) in &question.vector {
            for (phrase, other) in &self.in_vain[*gram as usize] {
                cosines[*phrase as usize] += weight * other;
            }
        }
        nearest(question, cosines.into_iter().zip(&self.places), names)
    }

    /// How near it is to the nearest phrase that the passage answers, 0 to 1.
    pub(super) fn nearest_told(&self, question: &Question, passage: Ordinal, names: &Names) -> f32 {
        let phrases = self.told.get(passage as usize).into_iter().flatten();
        let weight = |(gram, weight): &(GramId, f32)| question.weights[*gram as usize] * weight;
        let cosines = phrases.map(|(vector, places)| (vector.iter().map(weight).sum(), places));
        nearest(question, cosines, names)
    }
}

/// The greatest cosine of a question and a phrase that asks of the same places; 0 where there is none.
fn nearest<'p>(question: &Question, phrases: impl Iterator<Item = (f32, &'p Places)>, names: &Names) -> f32 {
    let mut nearest = 0.0;
    for (cosine, places) in phrases {
        if cosine > nearest && places.agree_with(question, names) {
            nearest = cosine;
        }
    }
    nearest
}

/// Is one of two lists part of the other.
fn is_part(a: &[usize], b: &[usize]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().all(|place| many.contains(place))
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
                    grams.push(gram([character, EDGE, EDGE]));
                    grams.extend((last[1] != EDGE).then_some(gram([last[1], character, EDGE])));
                }
                // A letter alone is no three yet.
                _ => grams.extend((last[1] != EDGE).then_some(gram([last[0], last[1], character]))),
            }
            last = [last[1], character];
        }
        if language != Language::Ja {
            grams.push(gram([last[0], last[1], EDGE]));
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
        let character =
            |bits: u64| char::from_u32(u32::try_from(bits & 0x1f_ffff).expect("21 bits")).expect("a character");
        let plain = |(gram, count): (Gram, usize)| {
            let characters = [gram >> 42, gram >> 21, gram].map(character);
            let shown = characters.map(|character| if character == EDGE { '_' } else { character });
            shown.into_iter().chain(count.to_string().chars()).collect()
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
        let known = ["which doctor operated in ambon", "ticket price of the festival", "weather in hamamatsu"];
        let phrases = Phrases::new(Language::En, &known, []).expect("there are some");
        let nearest = |text: &str| phrases.nearest_in_vain(&phrases.question(text, &names), &names);
        assert!((nearest("Which doctor operated in Ambon?") - 1.0).abs() < 1e-5);
        let (slip, half, none) = (nearest("wich docter operated ambon"), nearest("who operated"), nearest("piyano"));
        assert!(1.0 > slip && slip > half && half > none, "{slip} {half} {none}");
        assert_eq!((none, nearest("")), (0.0, 0.0));
        assert!(Phrases::new(Language::En, &[], [known.to_vec()]).is_none());
    }

    #[test]
    fn both_ways_to_compare_agree() {
        let names = names();
        let known = ["which doctor operated in ambon", "why did the doctor come to ambon", "mayors of darwin"];
        let phrases = Phrases::new(Language::En, &known, [Vec::new(), known.to_vec()]).expect("some");
        for text in ["doctor in ambon", "the mayor of ambon came", "who", "the doctor of darwin", "xyz"] {
            let question = phrases.question(text, &names);
            let (in_vain, told) =
                (phrases.nearest_in_vain(&question, &names), phrases.nearest_told(&question, 1, &names));
            assert!((in_vain - told).abs() < 1e-5, "{text}: {in_vain} {told}");
            assert!([0, 2].iter().all(|passage| phrases.nearest_told(&question, *passage, &names) == 0.0), "{text}");
        }
    }

    #[test]
    fn what_is_asked_of_another_place_is_another_question() {
        let names = names();
        let known = ["who is the mayor of ambon", "which cities are twinned with ambon and darwin"];
        let phrases = Phrases::new(Language::En, &known, []).expect("there are some");
        let nearest = |text: &str| phrases.nearest_in_vain(&phrases.question(text, &names), &names);
        assert!(nearest("who is the mayor of ambon now") > 0.8);
        assert!(nearest("who is the mayor of hamamatsu now") < 0.3);
        assert!(nearest("who is the mayor now") > 0.5, "it may be that of Ambon");
        assert!(nearest("which cities are twinned with darwin") > 0.7, "Darwin is one of both");
    }
}
