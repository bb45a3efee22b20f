//! From a text to the terms it is found by.
//!
//! One analysis serves the index, the question and the marking of matched words, so that the three cannot disagree.

use std::ops::Range;

use compact_str::{CompactString, ToCompactString};
use icu_segmenter::options::WordBreakInvariantOptions;
use icu_segmenter::{WordSegmenter, WordSegmenterBorrowed};
use unicode_segmentation::UnicodeSegmentation;

use super::eras::western_year;
use super::stem::stem;
use crate::language::{Folded, Language, has_digit, is_digits};

/// A word of a text, as it is looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// What is compared: the folded word's stem.
    pub stem: CompactString,
    /// The folded word itself.
    pub word: CompactString,
    /// Where the word stands in the text: byte offsets at character boundaries.
    pub range: Range<usize>,
}

/// The longest word that is a term, in bytes; what is longer is no word that anybody types.
const MAX_WORD: usize = 60;

/// The words of `text` as `language` cuts and stems them, in order. Function words are among them.
#[must_use]
pub fn terms(language: Language, text: &str) -> Vec<Term> {
    let mut found = Vec::new();
    each_plain(language, &Folded::new(text), |word, range| {
        found.push(Term { stem: stem(language, &word), word, range });
    });
    found
}

/// The words of the folded text as English cuts them, and where each stands in the text itself: those of the terms, not stemmed.
pub(crate) fn plain_words(folded: &Folded<'_>) -> Vec<(CompactString, Range<usize>)> {
    let mut found = Vec::new();
    each_plain(Language::En, folded, |word, range| found.push((word, range)));
    found
}

/// Hands over the folded words that are terms, each with where it stands in the text itself.
fn each_plain(language: Language, folded: &Folded<'_>, mut take: impl FnMut(CompactString, Range<usize>)) {
    each_word(language, folded.as_str(), |word| {
        let text = folded.as_str();
        let plain = match of_an_era(language, &text[..word.start], &text[word.clone()]) {
            Some(year) => year.to_compact_string(),
            None => number(&text[word.clone()]),
        };
        if plain.len() <= MAX_WORD {
            take(plain, folded.origin(word));
        }
    });
}

/// The pairs of neighbouring characters in the Chinese and Japanese parts of `text`, in order. A single such character
/// between others stands alone.
#[must_use]
pub fn bigrams(text: &str) -> Vec<Term> {
    let folded = Folded::new(text);
    let text = folded.as_str();
    let mut found = Vec::new();
    let mut push = |range: Range<usize>| {
        let word = CompactString::new(&text[range.clone()]);
        found.push(Term { stem: word.clone(), word, range: folded.origin(range) });
    };
    let mut previous: Option<(Range<usize>, bool)> = None;
    for (start, character) in text.char_indices() {
        let here = start..start + character.len_utf8();
        let is_part = is_cjk(character);
        if let Some((before, paired)) = previous.take() {
            if is_part {
                push(before.start..here.end);
            } else if !paired {
                push(before);
            }
            previous = is_part.then_some((here, true));
        } else if is_part {
            previous = Some((here, false));
        }
    }
    if let Some((before, false)) = previous {
        push(before);
    }
    found
}

/// Is it kana, a Chinese character, or one of the marks written within words of them.
#[must_use]
pub const fn is_cjk(character: char) -> bool {
    is_kana(character)
        || matches!(character, '々' | '〆' | '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{323af}')
}

/// Is it of the block of hiragana, with its marks.
#[must_use]
pub const fn is_hiragana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{309f}')
}

/// Is it of the block of katakana, with the mark that lengthens a sound.
#[must_use]
pub const fn is_katakana(character: char) -> bool {
    matches!(character, '\u{30a1}'..='\u{30fa}' | '\u{30fc}')
}

/// Is it a letter or a digit. That those of Japanese are, which are the most but for those of Latin, is told without looking into tables.
pub(crate) fn is_of_a_word(character: char) -> bool {
    character.is_ascii_alphanumeric()
        || matches!(character, '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fa}' | '\u{4e00}'..='\u{9fff}')
        || !character.is_ascii() && character.is_alphanumeric()
}

/// The words of `text`, in order, whatever its language: letters and digits side by side.
pub(crate) fn words_of(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|character: char| !is_of_a_word(character)).filter(|word| !word.is_empty())
}

/// The words of `text`, in order, those of them whole that have an apostrophe: *what's*.
pub(crate) fn words_with_apostrophes(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|character: char| !(is_of_a_word(character) || character == '\'')).filter(|word| !word.is_empty())
}

/// Where the words of `text` stand, in order, in bytes.
pub(crate) fn word_ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    words_of(text).map(|word| range_in(text, word))
}

/// Where `part`, a slice of `text`, stands in it, in bytes.
pub(crate) fn range_in(text: &str, part: &str) -> Range<usize> {
    let start = part.as_ptr() as usize - text.as_ptr() as usize;
    start..start + part.len()
}

/// Where `text` first holds `word`, which may be several, both in lower case: as a whole word, or in Japanese as it stands.
pub(crate) fn find_word(text: &str, word: &str) -> Option<Range<usize>> {
    let is_edge = |beside: Option<char>| !word.is_ascii() || !beside.is_some_and(|it| it.is_ascii_alphanumeric());
    let is_whole = |start: &usize| {
        is_edge(text[..*start].chars().next_back()) && is_edge(text[start + word.len()..].chars().next())
    };
    let first = *word.as_bytes().first()?;
    // The texts are short: to look at each byte takes less than to prepare a search.
    let begins = |(_, byte): &(usize, &u8)| **byte == first;
    let starts = text.as_bytes().iter().enumerate().filter(begins).map(|(start, _)| start);
    let is_there = |start: &usize| text.as_bytes()[*start..].starts_with(word.as_bytes());
    starts.filter(is_there).find(is_whole).map(|start| start..start + word.len())
}

/// Does `text` hold one of the `words`, as [`find_word`] finds them.
pub(crate) fn finds_any(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| find_word(text, word).is_some())
}

/// Does one of these words stand in `said`, which is folded, or, where that is Japanese, one of these anywhere.
pub(crate) fn holds_one_of(said: &str, words: &[&str], in_japanese: &[&str]) -> bool {
    if said.contains(is_cjk) {
        return in_japanese.iter().any(|word| said.contains(word));
    }
    words_of(said).any(|word| words.contains(&word))
}

/// What stands behind `begins` where `text` begins with that, whatever the case of its Latin letters.
pub(crate) fn behind_beginning<'t>(text: &'t str, begins: &str) -> Option<&'t str> {
    let (first, behind) = text.split_at_checked(begins.len())?;
    first.eq_ignore_ascii_case(begins).then_some(behind)
}

/// Is `word` one of those that are `listed`, whatever the case of its Latin letters.
pub(crate) fn is_one_of(word: &str, listed: &[&str]) -> bool {
    listed.iter().any(|it| word.eq_ignore_ascii_case(it))
}

/// Does a word of `text` begin with `word`, both in lower case, or, in Japanese, does it stand there: *Japanese* with *japan*, and
/// *brands* not with *and*. What is short, and what is a number, is a whole word.
pub(crate) fn holds_word(text: &str, word: &str) -> bool {
    /// From this length on, in bytes, something may follow.
    const LONG: usize = 4;
    if word.len() < LONG || has_digit(word) {
        return find_word(text, word).is_some();
    }
    let begins = |start: usize| text[..start].chars().next_back().is_none_or(|before| !before.is_ascii_alphanumeric());
    text.match_indices(word).any(|(start, _)| !word.is_ascii() || begins(start))
}

/// Is it hiragana or katakana.
#[must_use]
pub const fn is_kana(character: char) -> bool {
    matches!(character, '\u{3041}'..='\u{3096}' | '\u{309d}'..='\u{309f}' | '\u{30a1}'..='\u{30fa}' | '\u{30fc}'..='\u{30ff}')
}

fn each_word(language: Language, text: &str, mut take: impl FnMut(Range<usize>)) {
    // An underscore joins words for segmenters; for people it stands between them.
    let mut take_parts = |range: Range<usize>| {
        let mut start = range.start;
        for part in text[range].split('_') {
            if part.contains(is_of_a_word) {
                take(start..start + part.len());
            }
            start += part.len() + 1;
        }
    };
    if language == Language::Ja {
        const SEGMENTER: fn() -> WordSegmenterBorrowed<'static> =
            || WordSegmenter::new_dictionary(WordBreakInvariantOptions::default());
        let mut start = 0;
        for end in SEGMENTER().segment_str(text) {
            take_parts(start..end);
            start = end;
        }
    } else {
        // What is behind the apostrophe of *1980's* is no word.
        let is_ending = |(start, word): &(usize, &str)| *word == "s" && text[..*start].ends_with('\'');
        for (start, word) in text.unicode_word_indices().filter(|it| !is_ending(it)) {
            take_parts(start..start + word.len());
        }
    }
}

/// The year that `word` says in Japanese behind the name of an era.
fn of_an_era(language: Language, before: &str, word: &str) -> Option<u16> {
    let may_be = language == Language::Ja && word.len() < 3 && word.starts_with(|first: char| first.is_ascii_digit());
    if may_be { western_year(before, word) } else { None }
}

/// The word without the separators of thousands: `3.300` and `3,300` are both `3300`.
fn number(word: &str) -> CompactString {
    const SEPARATORS: [char; 2] = ['.', ','];
    let mut groups = word.split(SEPARATORS);
    let first_fits = groups.next().is_some_and(|first| first.len() <= 3 && is_digits(first));
    if first_fits && word.len() > 3 && groups.all(|group| group.len() == 3 && is_digits(group)) {
        return word.split(SEPARATORS).collect();
    }
    word.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stems(language: Language, text: &str) -> Vec<CompactString> {
        terms(language, text).into_iter().map(|term| term.stem).collect()
    }

    #[test]
    fn a_text_holds_the_words_that_begin_in_it() {
        for (text, word, expect) in [
            ("japanese brands", "japan", true),
            ("japanese brands", "and", false),
            ("brands and firms", "and", true),
            ("it was claimed", "aim", false),
            ("pagar", "agar", false),
            ("180 words", "18", false),
            ("in 2018", "2018", true),
            ("in 20180", "2018", false),
            ("2018年の横浜市", "2018", true),
            ("2018年の横浜市", "浜市", true),
            ("", "and", false),
        ] {
            assert_eq!(holds_word(text, word), expect, "{text}: {word}");
        }
    }

    #[test]
    fn what_is_of_a_word_is_a_letter_or_a_digit() {
        for character in '\0'..=char::MAX {
            assert_eq!(is_of_a_word(character), character.is_alphanumeric(), "{character:?}");
        }
    }

    #[test]
    fn words_are_found_whatever_their_form() {
        use Language::{En, Id, Ja};
        let check = |language, text: &str, expect: &[&str]| assert_eq!(stems(language, text), expect, "{text}");
        check(Id, "Penjajakan kerja-sama musiknya", &["jajak", "kerja", "sama", "musik"]);
        check(En, "Cities signed agreements.", &["citi", "sign", "agreement"]);
        check(En, "Ambon's music", &["ambon", "music"]);
        check(En, "_Music_ of the 1980's: city_of_music", &["music", "of", "the", "1980", "citi", "of", "music"]);
        check(Id, "3.300 alat; US$700.000", &["3300", "alat", "us", "700000"]);
        check(En, "3,300 items, 87.88%", &["3300", "item", "87.88"]);
        check(Ja, "浜松市は2014年に加盟しました。", &["浜松", "市", "は", "2014", "年", "に", "加盟", "しま", "した"]);
        check(Ja, "平成26年に加盟", &["平成", "2014", "年", "に", "加盟"]);
        check(Id, "", &[]);
        check(Id, "?!… 🎵", &[]);
    }

    #[test]
    fn a_term_knows_where_it_stands() {
        let text = "Zürich, ＵＮＥＳＣＯ!";
        let found: Vec<&str> = terms(Language::En, text).into_iter().map(|term| &text[term.range]).collect();
        assert_eq!(found, ["Zürich", "ＵＮＥＳＣＯ"]);
    }

    #[test]
    fn bigrams_stay_within_a_run() {
        let words = |text| bigrams(text).into_iter().map(|term| term.word).collect::<Vec<_>>();
        assert_eq!(words("浜松市 AI 音楽"), ["浜松", "松市", "音楽"]);
        assert_eq!(words("A市B"), ["市"]);
        assert_eq!(words("ﾋﾟｱﾉ"), ["ピア", "アノ"]);
        assert_eq!(words("Ambon"), Vec::<String>::new());
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_cut_at_character_boundaries(text in "\\PC{0,40}") {
            for language in Language::ALL {
                for term in terms(language, &text).into_iter().chain(bigrams(&text)) {
                    proptest::prop_assert!(text.get(term.range).is_some());
                }
            }
        }
    }
}
