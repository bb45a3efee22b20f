//! The words that ask, beside those for a date, a number, a person or a place.

use super::Folded;

const ASKS: [&str; 20] = [
    "apa",
    "apakah",
    "mana",
    "mengapa",
    "kenapa",
    "knp",
    "bagaimana",
    "gimana",
    "gmn",
    "seberapa",
    "what",
    "whats",
    "what's",
    "which",
    "why",
    "how",
    "apaan",
    "is",
    "did",
    "does",
];
const ASKS_JA: [&str; 8] = ["何", "なに", "なん", "なぜ", "どう", "どの", "どんな", "か？"];

/// Does `text` hold a word that asks for something else than a date, a number, a name.
#[must_use]
pub fn has_question_word(text: &str) -> bool {
    let folded = Folded::new(text);
    let mut words = folded.as_str().split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words.any(|word| ASKS.contains(&word)) || ASKS_JA.iter().any(|word| folded.as_str().contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_asks_is_known() {
        for (text, expect) in [
            ("kenapa?", true),
            ("and why", true),
            ("どうして", true),
            ("dan hamamatsu?", false),
            ("and hamamatsu?", false),
            ("ハバナは", false),
            ("", false),
        ] {
            assert_eq!(has_question_word(text), expect, "{text}");
        }
    }
}
