//! The numbers that ranking turns on.

/// What counts how much. Tuned on one half of the question sets (`docs/finding.md` says how).
#[derive(Debug, Clone)]
pub(super) struct Weights {
    /// How many passages get a second look.
    pub(super) candidates: usize,
    /// BM25's saturation of term frequency.
    pub(super) k1: f32,
    /// BM25's share of length normalisation, 0 to 1.
    pub(super) b: f32,
    /// What a word such as `nama` or `year` counts of its rarity, 0 to 1.
    pub(super) weak_word: f32,
    /// The shortest word that may stand for another one, in characters.
    pub(super) alike_shortest: usize,
    /// How close another name of the same thing comes to the asker's, 0 to 1.
    pub(super) glossary: f32,
    /// What a word in the title of the passage's document adds, in parts of its weight.
    pub(super) title: f32,
    /// What a word near the beginning of a passage adds, in parts of its weight.
    pub(super) lead: f32,
    /// What a passage gains that holds the kind of thing that is asked for, in parts of its score.
    pub(super) kind: f32,
    /// After how many words that has halved.
    pub(super) lead_length: f32,
    /// Within how many words two neighbours of the question count as near.
    pub(super) near_tokens: usize,
    /// The least similarity (Dice) at which a term stands beside a known word.
    pub(super) alike_known_least: f32,
    /// What such a term counts.
    pub(super) alike_known: f32,
    /// The least similarity (Dice) at which a term stands for an unknown word.
    pub(super) alike_unknown_least: f32,
    /// What such a term counts.
    pub(super) alike_unknown: f32,
    /// How many terms may stand for one word.
    pub(super) alike_most: usize,
    /// What neighbours of the question add where they are neighbours in the passage.
    pub(super) pair: f32,
    /// What they add where they are only near.
    pub(super) near: f32,
    /// What the best sentence adds, in parts of the weight that it matches.
    pub(super) sentence: f32,
    /// What Japanese character pairs count beside words.
    pub(super) bigrams: f32,
    /// What a word counts in a field of another language that holds nothing like it, in parts of its rarity.
    pub(super) untranslated: f32,
    /// What a language other than the question's counts.
    pub(super) other_language: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            candidates: 30,
            k1: 1.6,
            b: 0.65,
            weak_word: 0.4,
            alike_shortest: 4,
            glossary: 0.9,
            title: 0.8,
            lead: 0.35,
            kind: 0.4,
            lead_length: 10.0,
            near_tokens: 6,
            alike_known_least: 0.5,
            alike_known: 0.75,
            alike_unknown_least: 0.4,
            alike_unknown: 0.9,
            alike_most: 6,
            pair: 0.25,
            near: 0.1,
            sentence: 1.0,
            bigrams: 0.35,
            untranslated: 0.2,
            other_language: 0.6,
        }
    }
}
