//! The numbers that ranking turns on.

/// How close a word that means nearly the same comes to the asker's, 0 to 1.
pub(in crate::answer) const SYNONYM: f32 = 0.5;

/// What counts how much. Tuned on one half of the question sets (`docs/finding.md` says how).
#[derive(Debug, Clone)]
pub(in crate::answer) struct Weights {
    /// How many passages get a second look.
    pub(super) candidates: usize,
    /// From how many passages on a known word finds its candidates by itself.
    pub(in crate::answer) large: usize,
    /// BM25's saturation of term frequency.
    pub(super) k1: f32,
    /// BM25's share of length normalisation, 0 to 1.
    pub(super) b: f32,
    /// What a word such as `nama` or `year` counts of its rarity, 0 to 1.
    pub(in crate::answer) weak_word: f32,
    /// What a word counts of its rarity that people put around a question, where the corpus holds it.
    pub(in crate::answer) chatter: f32,
    /// What the words of the question before count in a follow-up that has no, one, two known words of its own, and so on.
    pub(in crate::answer) before: [f32; 3],
    /// What a passage of the document that answered before gains in a follow-up, in parts of its score.
    pub(in crate::answer) same_document: f32,
    /// The shortest word that may stand for another one, in characters.
    pub(in crate::answer) alike_shortest: usize,
    /// How close another name of the same thing comes to the asker's, 0 to 1.
    pub(in crate::answer) glossary: f32,
    /// How close a word that means nearly the same comes to the asker's, 0 to 1.
    pub(in crate::answer) synonym: f32,
    /// What a matched word counts, in parts of its weight.
    pub(super) matched: f32,
    /// What BM25 counts, in which a word weighs the square of its share of the heaviest one.
    pub(super) bm25: f32,
    /// What such a word counts in the title of the passage's document.
    pub(super) title: f32,
    /// What it counts in one phrase that people ask the passage with.
    pub(super) asked: f32,
    /// What it counts in a passage without phrases among others with them.
    pub(super) stand_in: f32,
    /// How close a word of such a phrase comes to a word of the passage itself, 0 to 1.
    pub(super) asked_closeness: f32,
    /// What it counts at the very beginning of a passage.
    pub(super) lead: f32,
    /// After how many words that has halved.
    pub(super) lead_length: f32,
    /// What a passage gains that holds the kind of thing that is asked for, in parts of the heaviest word's weight.
    pub(super) kind: f32,
    /// What is left of the score of one that does not, once it is looked into.
    pub(super) kind_missing: f32,
    /// How much of the best passage's score one has to have to stand before it, where that tells of another place, year or
    /// thing.
    pub(super) not_elsewhere: f32,
    /// What a passage gains that one phrase asks for the same kind of thing in all words of the question, in parts of its score.
    pub(super) asked_so: f32,
    /// What a passage gains that one phrase asks for in the very wording of the question, in parts of its score.
    pub(super) worded_so: f32,
    /// What a passage gains that all phrases together say the question is asked for, in parts of its score.
    pub(super) likely: f32,
    /// What a passage gains whose phrases are worded as a follow-up is by itself, in parts of its score.
    pub(super) own_worded_so: f32,
    /// What it gains besides where that is likely asked of it.
    pub(super) own_likely: f32,
    /// What a passage loses that is *e* times as long as the average, in parts of the heaviest word's weight.
    pub(super) length: f32,
    /// What a term that is alike counts beside a known word.
    pub(in crate::answer) alike_known: f32,
    /// The least similarity (Dice) at which a term stands for an unknown word.
    pub(in crate::answer) alike_unknown_least: f32,
    /// What such a term counts.
    pub(in crate::answer) alike_unknown: f32,
    /// What a passage loses that does not name the place that is asked about, in parts of the heaviest word's weight.
    pub(super) place: f32,
    /// What Japanese character pairs count beside words.
    pub(super) bigrams: f32,
    /// What they count in finding candidates.
    pub(super) bigrams_candidates: f32,
    /// What a word counts in a field of another language that holds nothing like it, in parts of its rarity.
    pub(in crate::answer) untranslated: f32,
    /// What a language other than the question's counts.
    pub(super) other_language: f32,
}

impl Default for Weights {
    fn default() -> Self {
        Self {
            candidates: 60,
            large: 20_000,
            k1: 3.0,
            b: 0.6,
            weak_word: 0.4,
            chatter: 0.8,
            before: [1.0, 0.7, 0.35],
            same_document: 0.1,
            alike_shortest: 4,
            glossary: 0.9,
            synonym: SYNONYM,
            matched: 0.53,
            bm25: 0.18,
            title: 0.73,
            asked: 0.6,
            stand_in: 1.3,
            asked_closeness: 0.9,
            lead: 0.40,
            lead_length: 4.0,
            kind: 0.26,
            kind_missing: 0.85,
            not_elsewhere: 0.5,
            asked_so: 0.3,
            worded_so: 0.8,
            likely: 0.8,
            own_worded_so: 0.8,
            own_likely: 1.0,
            length: 0.09,
            alike_known: 0.68,
            alike_unknown_least: 0.4,
            alike_unknown: 0.9,
            place: 1.0,
            bigrams: 0.35,
            bigrams_candidates: 0.35,
            untranslated: 0.2,
            other_language: 0.6,
        }
    }
}
