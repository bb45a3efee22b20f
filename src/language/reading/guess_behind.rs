//! A guess that follows a question: *where are they, is it Tokyo?*, *when did it join? not 2016?*

use crate::language::{Folded, asks_something, is_digits, is_one_of, word_ranges, words_of, years};

/// What says that a year was guessed.
#[rustfmt::skip]
const GUESSES_A_YEAR: [&str; 11] =
    ["not", "wasn", "isn", "wasnt", "isnt", "thought", "bukan", "bukannya", "bkn", "kirain", "kukira"];
/// What may stand around both.
const AROUND_A_YEAR: [&str; 13] =
    ["t", "i", "it", "that", "was", "in", "kira", "aku", "saya", "tahun", "thn", "taun", "pada"];
/// What stands behind the year in Japanese.
const BEHIND_A_YEAR: [&str; 5] =
    ["年じゃないの", "年じゃないんですか", "年ではないのですか", "年じゃなくて", "年だと思ってた"];

/// Does a clause with one year in it say nothing but that something was held to be of that: it is of another one then.
fn guesses_a_year(clause: &str) -> bool {
    let clause = clause.trim_matches(|it: char| !it.is_alphanumeric());
    if years(clause).len() != 1 {
        return false;
    }
    if let Some(behind) = clause.find('年').map(|at| &clause[at..]) {
        return BEHIND_A_YEAR.contains(&behind);
    }
    let (guesses, others): (Vec<&str>, Vec<&str>) = words_of(clause).partition(|word| is_one_of(word, &GUESSES_A_YEAR));
    !guesses.is_empty() && others.into_iter().all(|word| is_digits(word) || is_one_of(word, &AROUND_A_YEAR))
}

/// What leads to numbers that are guessed, and what may stand among them.
const LIKE: &str = " like ";
#[rustfmt::skip]
const AMONG_NUMBERS: [&str; 12] = ["or", "maybe", "whatever", "something", "smth", "sth", "idk", "dunno", "what", "the", "about", "around"];

/// Is `word` a number, as one of a row may have it: *5*, *3rd*.
fn is_place_in_a_row(word: &str) -> bool {
    const ENDS: [&str; 5] = ["st", "nd", "rd", "th", ""];
    ENDS.iter().any(|end| word.strip_suffix(end).is_some_and(is_digits))
}

/// `text` without the numbers that are guessed at its end: *which number was it* ***like 3rd, 5th or whatever***; `None` where it ends in none.
fn without_numbers_guessed(text: &str) -> Option<&str> {
    let (asks, guess) = text.rsplit_once(LIKE)?;
    let (numbers, others): (Vec<&str>, Vec<&str>) = words_of(guess).partition(|word| is_place_in_a_row(word));
    let are_guessed = !numbers.is_empty()
        && years(guess).is_empty()
        && others.into_iter().all(|word| is_one_of(word, &AMONG_NUMBERS))
        && asks_something(asks);
    are_guessed.then_some(asks)
}

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
    const WORDS: usize = 6;
    const ENDS: [char; 7] = [',', '?', '.', '…', '？', '。', '、'];
    let text = without_numbers_guessed(text).unwrap_or(text);
    let Some((asks, guess)) = text.trim_end().rsplit_once(ENDS).and_then(|(before, last)| {
        // The question mark at the end is no end of what asks.
        if last.is_empty() { before.rsplit_once(ENDS) } else { Some((before, last)) }
    }) else {
        return text;
    };
    let folded = Folded::new(guess);
    let is_guess =
        guesses_a_year(guess) || GUESSES.iter().any(|begins| folded.as_str().trim_start().starts_with(begins));
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
            ("kapan ambon jadi kota musik? bukan 2016?", "kapan ambon jadi kota musik"),
            ("when did ambon join unesco, i thought 2016", "when did ambon join unesco"),
            ("when did it start? wasn't it 2001?", "when did it start"),
            ("アンボンはいつ加盟したの？2016年じゃないの？", "アンボンはいつ加盟したの"),
            ("what number was it like 3rd 5th whatever", "what number was it"),
            ("how many are there, like 20 or something?", "how many are there,"),
            ("is it a place like 7th heaven", "is it a place like 7th heaven"),
            ("were there others like 2014", "were there others like 2014"),
            ("kapan lombanya, tahun 2016?", "kapan lombanya, tahun 2016?"),
            ("when did ambon join, not hamamatsu in 2014", "when did ambon join, not hamamatsu in 2014"),
            ("not 1987?", "not 1987?"),
            ("is it tokyo?", "is it tokyo?"),
            ("Hamamatsu, is it in Tokyo?", "Hamamatsu, is it in Tokyo?"),
            ("when did it begin, and who won?", "when did it begin, and who won?"),
            ("", ""),
        ] {
            assert_eq!(without_guess(text), expect);
        }
    }
}
