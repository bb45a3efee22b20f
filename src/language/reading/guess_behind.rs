//! A guess that follows a question, *where are they, is it Tokyo?*, *when did it join? not 2016?*, and what who asks held or wishes to
//! do: *is he from Maluku? I thought he was from Jakarta*, 楽器見れるとこある？ライブのついでに寄りたい.

use crate::language::{Folded, asks_something, is_cjk, is_digits, is_one_of, word_ranges, words_of, years};

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

/// What says that who asks held something to be so, and in Japanese at its end.
#[rustfmt::skip]
const HELD: [&str; 11] = [
    "i thought ", "i always thought ", "thought ", "kirain ", "kukira ", "kupikir ", "aku kira ", "saya kira ", "gue kira ", "gw kira ",
    "tak kirain ",
];
#[rustfmt::skip]
const HELD_JA: [&str; 9] = [
    "と思ってた", "と思っていた", "と思ってました", "と思っていました", "と思ってたけど", "と思ってたんだけど", "と思ってたわ", "と思った", "と思ってたのに",
];
/// How one wishes to do something in Japanese, what may stand behind that, and what is wished for in a question itself.
const WISHES: &str = "たい";
const BEHIND_A_WISH: [&str; 10] =
    ["", "です", "な", "なあ", "なぁ", "んだ", "んです", "んだけど", "と思って", "と思ってます"];
#[rustfmt::skip]
const WISHES_TO_KNOW: [&str; 10] =
    ["知り", "しり", "聞き", "訊き", "きき", "伺い", "調べ", "確かめ", "確認し", "教わり"];
/// The most characters of either in Japanese.
const LONGEST_JA: usize = 24;

/// Does `clause`, which asks nothing, say what who asks held to be so.
fn tells_what_was_held(clause: &str) -> bool {
    let clause = clause.trim_matches(|it: char| !it.is_alphanumeric());
    let holds = || {
        if clause.contains(is_cjk) {
            return HELD_JA.iter().any(|end| clause.ends_with(end));
        }
        let folded = Folded::new(clause);
        HELD.iter().any(|begins| folded.as_str().starts_with(begins))
    };
    holds() && !asks_something(clause)
}

/// Does Japanese `clause` say what who asks wishes to do, and not to know.
fn tells_a_wish(clause: &str) -> bool {
    let Some((wish, behind)) = clause.rsplit_once(WISHES) else { return false };
    let behind = behind.trim_matches(|it: char| !it.is_alphanumeric());
    BEHIND_A_WISH.contains(&behind)
        && !WISHES_TO_KNOW.iter().any(|knows| wish.ends_with(knows))
        && !asks_something(clause)
}

/// Does `text` ask by its end alone, as a question to be confirmed or denied does, or by a word.
fn asks_at_its_end(text: &str, mark: Option<char>) -> bool {
    matches!(mark, Some('?' | '？')) || text.ends_with("っけ") || asks_something(text)
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

/// `text` without a guess behind what asks, *where are they, is it Tokyo?*, or what who asks held or wishes to do, where that
/// `names_no_place`, which may be that of what is asked.
#[must_use]
pub fn without_guess(text: &str, names_no_place: impl Fn(&str) -> bool) -> &str {
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
    /// The most words of a guess, and of what was held where the question before it ends as one.
    const WORDS: usize = 6;
    const HELD_WORDS: usize = 12;
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
    if is_guess && word_ranges(guess).count() <= WORDS && asks_something(asks) {
        return asks;
    }
    let mark = text[asks.len()..].chars().next();
    let is_short = || {
        if guess.contains(is_cjk) {
            return guess.chars().count() <= LONGEST_JA;
        }
        word_ranges(guess).count() <= if mark == Some('?') { HELD_WORDS } else { WORDS }
    };
    let is_beside = || tells_what_was_held(guess) || tells_a_wish(guess) && names_no_place(guess);
    if is_short() && is_beside() && asks_at_its_end(asks, mark) { asks } else { text }
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
            assert_eq!(without_guess(text, |_| true), expect);
        }
    }

    #[test]
    fn what_was_held_or_is_wished_behind_a_question_is_left_out() {
        let names_no_place = |part: &str| !part.contains("浜松");
        for (text, expect) in [
            ("歌手のグレンってマルクの人？ジャカルタの人だと思ってた", "歌手のグレンってマルクの人"),
            ("市長は誰ですか。鈴木さんかと思ってました。", "市長は誰ですか"),
            ("アンボンはマルク、ジャワだと思ってた", "アンボンはマルク、ジャワだと思ってた"),
            ("ここは何、どこだと思ってた？", "ここは何、どこだと思ってた？"),
            ("is Glenn from Maluku? I thought he was from Jakarta", "is Glenn from Maluku"),
            ("Glenn orang Maluku? kirain orang Jakarta", "Glenn orang Maluku"),
            ("is darwin one of them? thought it was only a sister city with ambon", "is darwin one of them"),
            (
                "is darwin one of them, i thought it was only a sister city with ambon",
                "is darwin one of them, i thought it was only a sister city with ambon",
            ),
            ("nice weather, I thought it would rain", "nice weather, I thought it would rain"),
            ("楽器見れるとこあるっけ、ライブのついでに寄りたい", "楽器見れるとこあるっけ"),
            ("博物館はある？今度行ってみたいなあ", "博物館はある"),
            ("博物館はある？浜松に行きたい", "博物館はある？浜松に行きたい"),
            ("博物館はある？場所も知りたいです", "博物館はある？場所も知りたいです"),
            ("博物館はある？どこに行きたい？", "博物館はある？どこに行きたい？"),
            ("博物館、行きたい", "博物館、行きたい"),
        ] {
            assert_eq!(without_guess(text, names_no_place), expect);
        }
    }
}
