//! The numbers that ranking turns on.

/// What counts how much. Tuned on one half of the question sets (`docs/finding.md` says how).
#[derive(Debug, Clone)]
pub(super) struct Weights {
    pub(super) candidates: usize,
    pub(super) k1: f32,
    pub(super) b: f32,
    pub(super) weak_word: f32,
    pub(super) alike_shortest: usize,
    pub(super) glossary: f32,
    pub(super) lead: f32,
    pub(super) lead_length: f32,
    pub(super) near_tokens: usize,
    pub(super) alike_known_least: f32,
    pub(super) alike_known: f32,
    pub(super) alike_unknown_least: f32,
    pub(super) alike_unknown: f32,
    pub(super) alike_most: usize,
    pub(super) pair: f32,
    pub(super) near: f32,
    pub(super) sentence: f32,
    pub(super) bigrams: f32,
    pub(super) other_language: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            candidates: 30,
            k1: 1.2,
            b: 0.5,
            weak_word: 0.6,
            alike_shortest: 4,
            glossary: 0.9,
            lead: 0.2,
            lead_length: 10.0,
            near_tokens: 4,
            alike_known_least: 0.5,
            alike_known: 0.6,
            alike_unknown_least: 0.4,
            alike_unknown: 0.9,
            alike_most: 6,
            pair: 0.4,
            near: 0.1,
            sentence: 1.0,
            bigrams: 0.35,
            other_language: 0.6,
        }
    }
}

impl Weights {
    pub(super) fn from_env() -> Self {
        let mut weights = Self::default();
        for part in std::env::var("W").unwrap_or_default().split(',').filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=').expect("name=value");
            let v: f32 = value.parse().expect("number");
            match name {
                "candidates" => weights.candidates = v as usize,
                "k1" => weights.k1 = v,
                "b" => weights.b = v,
                "weak_word" => weights.weak_word = v,
                "alike_shortest" => weights.alike_shortest = v as usize,
                "lead" => weights.lead = v,
                "lead_length" => weights.lead_length = v,
                "near_tokens" => weights.near_tokens = v as usize,
                "alike_known_least" => weights.alike_known_least = v,
                "alike_known" => weights.alike_known = v,
                "alike_unknown_least" => weights.alike_unknown_least = v,
                "alike_unknown" => weights.alike_unknown = v,
                "alike_most" => weights.alike_most = v as usize,
                "pair" => weights.pair = v,
                "near" => weights.near = v,
                "sentence" => weights.sentence = v,
                "bigrams" => weights.bigrams = v,
                "other_language" => weights.other_language = v,
                _ => panic!("no weight {name}"),
            }
        }
        weights
    }
}
