//! A guess that follows a question: *where are they, is it Tokyo?*

use crate::language::{Folded, asks_something, word_ranges};

/// `text` without a guess behind what asks: *where are they, is it Tokyo?*
#[must_use]
pub fn without_guess(text: &str) -> &str {
    const GUESSES: [&str; 9] = [
        "is it ",
        "isn't it ",
        "is that ",
        "was it ",
        "was that ",
        "apa di ",
        "apakah di ",
        "apa dari ",
        "apakah dari ",
    ];
    /// The most words of a guess.
    const WORDS: usize = 5;
    let Some((asks, guess)) = text.trim_end().rsplit_once([',', '?', '.', '…']).and_then(|(before, last)| {
        // The question mark at the end is no end of what asks.
        if last.is_empty() { before.rsplit_once([',', '?', '.', '…']) } else { Some((before, last)) }
    }) else {
        return text;
    };
    let folded = Folded::new(guess);
    let is_guess = GUESSES.iter().any(|begins| folded.as_str().trim_start().starts_with(begins));
    if is_guess && word_ranges(guess).count() <= WORDS && asks_something(asks) { asks } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guess_behind_a_question_is_left_out() {
        for (text, expect) in [
            ("where do yamaha n roland have their HQ, is it tokyo?", "where do yamaha n roland have their HQ"),
            ("where is it? is it in Tokyo", "where is it"),
            ("kantor pusat yamaha di mana, apa di tokyo?", "kantor pusat yamaha di mana"),
            ("is it tokyo?", "is it tokyo?"),
            ("Hamamatsu, is it in Tokyo?", "Hamamatsu, is it in Tokyo?"),
            ("when did it begin, and who won?", "when did it begin, and who won?"),
            ("", ""),
        ] {
            assert_eq!(without_guess(text), expect);
        }
    }
}
