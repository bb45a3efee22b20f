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

/// The words of a folded question, each with a space before and after it, for [`has_phrase`]. Indonesian *berapakah* and
/// *siapakah* lose their ending. An apostrophe belongs to a word where `with_apostrophes`.
pub(super) fn spaced_words(folded: &str, with_apostrophes: bool) -> String {
    let is_part = |character: char| character.is_alphanumeric() || with_apostrophes && character == '\'';
    let mut spaced = String::with_capacity(folded.len() + 2);
    spaced.push(' ');
    for word in folded.split(|character: char| !is_part(character)).filter(|word| !word.is_empty()) {
        spaced.push_str(word.strip_suffix("kah").filter(|stem| stem.len() > 3).unwrap_or(word));
        spaced.push(' ');
    }
    spaced
}

/// Does `phrase` stand among words, as [`spaced_words`] gives them.
pub(super) fn has_phrase(spaced: &str, phrase: &str) -> bool {
    let mut found = spaced.match_indices(phrase);
    found.any(|(at, _)| spaced[..at].ends_with(' ') && spaced[at + phrase.len()..].starts_with(' '))
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
