//! How near two phrases are in wording.
//!
//! The cosine of their characters in threes (Japanese: ones and twos), weighed by tf-idf (G. Salton and C. Buckley,
//! "Term-weighting approaches in automatic text retrieval", Information Processing & Management 24, 1988): question words
//! count, and a slip costs little. Phrases that ask of different places are not near at all, however alike they are.

use std::collections::HashMap;
use std::sync::OnceLock;

use rustc_hash::FxBuildHasher;

use super::glossary::Names;
use crate::index::{Ordinal, Rows, RowsBuilder};
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

/// What stands somewhere, and how often, in one number: its place in the upper 24 bits, the count in the lower 8.
#[derive(Clone, Copy)]
struct Counted(u32);

impl Counted {
    /// A count of more than 255 is taken for 255.
    ///
    /// # Panics
    /// With the place 2^24 or a later one.
    fn new(place: u32, count: usize) -> Self {
        assert!(place < 1 << 24, "fewer than 2^24 grams and phrases");
        Self(place << 8 | u32::from(u8::try_from(count).unwrap_or(u8::MAX)))
    }

    const fn place(self) -> u32 {
        self.0 >> 8
    }

    /// How much the count weighs.
    fn weight(self) -> f32 {
        weight_of_count(self.0 & 0xff)
    }
}

/// How much it weighs that a gram stands so often in a text.
#[expect(clippy::cast_precision_loss, reason = "texts are short")]
fn weight_of_count(count: u32) -> f32 {
    if count == 1 { 1.0 } else { 1.0 + (count as f32).ln() }
}

/// A phrase, but for its grams and its text, which stands in the corpus.
struct Phrase {
    /// The length of its vector.
    length: f32,
    /// Which places it names, once it comes near enough to a question to matter.
    places: OnceLock<Box<[usize]>>,
}

impl Phrase {
    /// Does it ask of the places that the question names, or that of its own: else each names one that the other does not.
    fn agrees_with<'t>(&self, question: &Question, names: &Names, text: impl FnOnce() -> Option<&'t str>) -> bool {
        let places = || names.which_places(text().unwrap_or_default()).into();
        is_part(&question.places, self.places.get_or_init(places))
    }
}

/// A question, to be compared with phrases.
pub(super) struct Question {
    /// Its known grams.
    grams: Vec<GramId>,
    /// For each known gram, what it adds to the cosine with a phrase of length 1 in which it stands once.
    weights: Vec<f32>,
    /// Which places it names.
    places: Vec<usize>,
}

/// Phrases in one language, to be compared with questions.
pub(super) struct Phrases {
    language: Language,
    ids: HashMap<Gram, GramId, FxBuildHasher>,
    /// What each known gram weighs, and one that is not.
    idf: Vec<f32>,
    unknown: f32,
    /// Those that are asked in vain, and for each gram, where among them it stands.
    in_vain: Vec<Phrase>,
    holding: Rows,
    /// Those that passages answer, one passage's behind those of the one before, and the grams of each.
    told: Vec<Phrase>,
    grams: Rows,
    /// For each passage, where its phrases end among these.
    ends: Vec<usize>,
}

impl Phrases {
    /// Of those that are asked in vain, and for each passage of those that it answers. `None` where nothing is asked in vain.
    #[expect(clippy::cast_precision_loss, reason = "a logarithm of counts needs no more than 24 bits")]
    pub(super) fn new<'p>(
        language: Language,
        in_vain: impl Iterator<Item = &'p str>,
        told: impl Iterator<Item: Iterator<Item = &'p str>>,
    ) -> Option<Self> {
        let mut ids: HashMap<Gram, GramId, FxBuildHasher> = HashMap::default();
        let mut cut = |phrase: &str| -> Vec<(GramId, usize)> {
            let counted = counted_grams(language, phrase).into_iter().map(|(gram, count)| {
                let next = GramId::try_from(ids.len()).expect("fewer than 2^32 grams");
                (*ids.entry(gram).or_insert(next), count)
            });
            counted.collect()
        };
        // For each gram: in which of the phrases that are asked in vain it stands.
        let mut holding: Vec<Vec<u32>> = Vec::new();
        let mut asked_in_vain = 0;
        for phrase in in_vain {
            for (gram, count) in cut(phrase) {
                holding.resize_with(holding.len().max(gram as usize + 1), Vec::new);
                holding[gram as usize].push(Counted::new(asked_in_vain, count).0);
            }
            asked_in_vain += 1;
        }
        if asked_in_vain == 0 {
            return None;
        }
        let (mut grams, mut ends) = (RowsBuilder::default(), Vec::new());
        for phrases in told {
            for phrase in phrases {
                grams.push(cut(phrase).into_iter().map(|(gram, count)| Counted::new(gram, count).0));
            }
            ends.push(grams.len() as usize);
        }
        holding.resize_with(ids.len(), Vec::new);
        let idf = |holding: usize| ((1.0 + asked_in_vain as f32) / (1.0 + holding as f32)).ln() + 1.0;
        let unknown = idf(0);
        let idf: Vec<f32> = holding.iter().map(|phrases| idf(phrases.len())).collect();
        let mut squares = vec![0.0; asked_in_vain as usize];
        let mut rows = RowsBuilder::default();
        for (phrases, idf) in holding.into_iter().zip(&idf) {
            for phrase in phrases.iter().copied().map(Counted) {
                squares[phrase.place() as usize] += (phrase.weight() * idf).powi(2);
            }
            rows.push(phrases);
        }
        let grams = grams.finish();
        let weight = |gram: &u32| Counted(*gram).weight() * idf[Counted(*gram).place() as usize];
        let square = |phrase| grams.row(phrase).iter().map(|gram| weight(gram).powi(2)).sum();
        let told = (0..ends.last().copied().unwrap_or_default()).map(square);
        let phrase = |squares: f32| Phrase { length: squares.sqrt(), places: OnceLock::new() };
        Some(Self {
            language,
            told: told.map(phrase).collect(),
            in_vain: squares.into_iter().map(phrase).collect(),
            holding: rows.finish(),
            ids,
            idf,
            unknown,
            grams,
            ends,
        })
    }

    /// A question, to be compared with these phrases.
    pub(super) fn question(&self, text: &str, names: &Names) -> Question {
        let (mut grams, mut squares) = (Vec::new(), 0.0);
        let mut weights = vec![0.0; self.idf.len()];
        for (gram, count) in counted_grams(self.language, text) {
            let id = self.ids.get(&gram).copied();
            let idf = id.map_or(self.unknown, |id| self.idf[id as usize]);
            let weight = idf * weight_of_count(u32::try_from(count).unwrap_or(u32::MAX));
            squares += weight * weight;
            if let Some(id) = id {
                weights[id as usize] = weight * idf;
                grams.push(id);
            }
        }
        for gram in &grams {
            weights[*gram as usize] /= squares.sqrt();
        }
        Question { grams, weights, places: names.which_places(text) }
    }

    /// How near the question is to the nearest phrase that is asked in vain, 0 to 1. `text` is that of the phrase with this
    /// place among those.
    pub(super) fn nearest_in_vain<'t>(
        &self,
        question: &Question,
        names: &Names,
        text: impl Fn(usize) -> Option<&'t str>,
    ) -> f32 {
        let mut products = vec![0.0_f32; self.in_vain.len()];
        for gram in &question.grams {
            let weight = question.weights[*gram as usize];
            for phrase in self.holding.row(*gram as usize).iter().copied().map(Counted) {
                products[phrase.place() as usize] += weight * phrase.weight();
            }
        }
        nearest(question, products.into_iter().zip(&self.in_vain), names, text)
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
        let end = |passage: usize| self.ends.get(passage).copied().unwrap_or(self.told.len());
        let passage = passage as usize;
        let phrases = passage.checked_sub(1).map_or(0, end)..end(passage);
        let weight = |gram: &u32| question.weights[Counted(*gram).place() as usize] * Counted(*gram).weight();
        let product = |phrase| self.grams.row(phrase).iter().map(weight).sum();
        nearest(question, phrases.map(|phrase| (product(phrase), &self.told[phrase])), names, text)
    }
}

/// The greatest cosine of a question and a phrase that asks of the same places; 0 where there is none. Of each phrase there is
/// its product with the question.
fn nearest<'p, 't>(
    question: &Question,
    phrases: impl Iterator<Item = (f32, &'p Phrase)>,
    names: &Names,
    text: impl Fn(usize) -> Option<&'t str>,
) -> f32 {
    let mut nearest = 0.0;
    for (place, (product, phrase)) in phrases.enumerate() {
        // A phrase of no gram has no length, and no product either.
        let cosine = product / phrase.length;
        if cosine > nearest && phrase.agrees_with(question, names, || text(place)) {
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

    /// English phrases that are asked in vain, and those that each passage answers.
    fn of(in_vain: &[&str], told: &[&[&str]]) -> Option<Phrases> {
        let told = told.iter().map(|phrases| phrases.iter().copied());
        Phrases::new(Language::En, in_vain.iter().copied(), told)
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
