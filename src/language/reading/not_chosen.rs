//! What was not chosen in the stead of what is asked why of, *why Hamamatsu* ***and not Tokyo***, *kenapa Hamamatsu* ***bukan Osaka***,
//! なんで***東京じゃなくて***浜松, and that it was chosen: *why* ***was*** *Hamamatsu* ***chosen***.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{Want, is_cjk, is_hiragana, is_one_of, spliced, word_ranges};

/// What stands before it in Latin letters, words that follow each other.
#[rustfmt::skip]
const BEFORE: [&[&str]; 12] = [
    &["and", "not"], &["but", "not"], &["instead", "of"], &["rather", "than"], &["why", "not"], &["kok", "bukan"], &["dan", "bukan"],
    &["kenapa", "bukan"], &["knp", "bukan"], &["kenapa", "seng"], &["bukan"], &["bkn"],
];
/// What ends it there.
const ENDS: [char; 7] = [',', ';', '.', '?', '!', '\n', '。'];
/// What stands behind it in Japanese, and between two of it.
const BEHIND_JA: [&str; 6] = ["じゃなくて", "ではなくて", "ではなく", "じゃなく", "でなくて", "でなく"];
const BETWEEN_JA: [&str; 4] = ["とか", "や", "か", "・"];
/// What asks why in Latin letters, and how it is asked why a place, `{}`, was chosen.
const WHY: [(&[&str], &str); 2] =
    [(&["why"], "why was {} chosen"), (&["kenapa", "mengapa", "knp", "napa", "kok"], "kenapa pilih {}")];
/// What is said beside it and says nothing.
#[rustfmt::skip]
const BESIDE: [&str; 22] = [
    "of", "all", "places", "exactly", "even", "though", "tho", "then", "just", "harus", "musti", "mesti", "sih", "ya", "dong", "emang", "memang", "itu",
    "tu", "lah", "kok", "malah",
];
/// The most words before it.
const LEAD: usize = 4;
/// The fewest words, in Latin letters, and characters of what is left.
const LEAST: usize = 2;

/// `text` without what was not chosen, where it asks for a reason.
#[must_use]
pub fn without_what_was_not_chosen(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_japanese = text.contains(is_cjk);
    let Some(range) = (if is_japanese { in_japanese(&text) } else { in_latin(&text) }) else { return text };
    let rest = spliced(Cow::Borrowed(&*text), [(range, "")]).into_owned();
    let is_enough = || {
        if is_japanese {
            rest.chars().filter(|it| it.is_alphanumeric()).nth(LEAST).is_some()
        } else {
            word_ranges(&rest).nth(LEAST - 1).is_some()
        }
    };
    let asks_why = |it: &str| Want::of_question(it) == Some(Want::Reason);
    if asks_why(&text) && is_enough() && asks_why(&rest) { Cow::Owned(rest) } else { text }
}

/// `text` with a verb, where it asks in Latin letters why and of a place alone, as `is_place` tells it: *why Hamamatsu of all places*.
#[must_use]
pub fn with_choice_named(text: Cow<'_, str>, is_place: impl Fn(&str) -> bool) -> Cow<'_, str> {
    choice_named(&text, is_place).map_or(text, Cow::Owned)
}

/// Why the place was chosen that `text` asks why of; `None` where it asks otherwise, or of more.
fn choice_named(text: &str, is_place: impl Fn(&str) -> bool) -> Option<String> {
    let mut words = word_ranges(text).map(|word| &text[word]);
    let asks = |word: &str| WHY.iter().find(|(why, _)| is_one_of(word, why)).map(|(_, chosen)| chosen);
    let chosen = words.by_ref().take(LEAD + 1).find_map(asks)?;
    let of = words.filter(|word| !is_one_of(word, &BESIDE)).collect::<Vec<_>>().join(" ");
    is_place(&of).then(|| chosen.replace("{}", &of))
}

/// Where it stands in Latin letters, with what stands before it.
fn in_latin(text: &str) -> Option<Range<usize>> {
    let words: Vec<_> = word_ranges(text).collect();
    let stands_at = |place: usize, before: &[&str]| {
        let here = words.get(place..place + before.len())?;
        here.iter().zip(before).all(|(word, it)| is_one_of(&text[word.clone()], &[it])).then_some(place + before.len())
    };
    // *Why Hamamatsu, not Tokyo*; *why is it not held there* denies what is asked.
    let is_apart = |place: usize| text[words[place - 1].end..words[place].start].contains([',', '-', '–']);
    let (first, behind) = (1..words.len()).find_map(|place| {
        let apart = || stands_at(place, &["not"]).filter(|_| is_apart(place));
        let behind = BEFORE.iter().find_map(|before| stands_at(place, before)).or_else(apart)?;
        (behind < words.len()).then_some((place, behind))
    })?;
    let rest = &text[words[behind].start..];
    let end = words[behind].start + rest.find(ENDS).unwrap_or(rest.len());
    Some(words[first].start..end)
}

/// Where it stands in Japanese, with what stands behind it.
fn in_japanese(text: &str) -> Option<Range<usize>> {
    let (at, behind) = BEHIND_JA.iter().find_map(|behind| Some((text.find(behind)?, behind)))?;
    let mut start = start_of_name(text, at);
    while let Some(between) = BETWEEN_JA.iter().find(|between| text[..start].ends_with(**between)) {
        let before = start - between.len();
        let other = start_of_name(text, before);
        if other == before {
            break;
        }
        start = other;
    }
    (start < at).then(|| start..at + behind.len())
}

/// Where the name begins that ends at byte `end` of Japanese `text`, `end` where none does: kanji or katakana.
fn start_of_name(text: &str, end: usize) -> usize {
    let is_of_it = |it: &(usize, char)| is_cjk(it.1) && !is_hiragana(it.1) && it.1 != '・';
    text[..end].char_indices().rev().take_while(is_of_it).last().map_or(end, |(start, _)| start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn why_a_place_alone_asks_why_it_was_chosen() {
        let is_place = |name: &str| is_one_of(name, &["hamamatsu"]);
        for (text, expect) in [
            ("why hamamatsu?", "why was hamamatsu chosen"),
            ("ok so why Hamamatsu of all places", "why was Hamamatsu chosen"),
            ("kenapa musti hamamatsu sih", "kenapa pilih hamamatsu"),
            ("why hamamatsu is called so", "why hamamatsu is called so"),
            ("why did they meet the mayor of hamamatsu", "why did they meet the mayor of hamamatsu"),
            ("hamamatsu", "hamamatsu"),
            ("why", "why"),
            ("", ""),
        ] {
            assert_eq!(with_choice_named(Cow::Borrowed(text), is_place), expect);
        }
    }

    #[test]
    fn what_was_not_chosen_is_no_part_of_why_another_was() {
        for (text, expect) in [
            ("why hamamatsu and not tokyo or osaka?", "why hamamatsu ?"),
            ("why hamamatsu instead of tokyo", "why hamamatsu "),
            ("why hamamatsu tho, not like nagoya", "why hamamatsu tho, "),
            ("why hamamatsu, why not osaka", "why hamamatsu, "),
            ("kenapa hamamatsu bukan tokyo", "kenapa hamamatsu "),
            ("kenapa musti hamamatsu? kenapa seng tokyo atau osaka", "kenapa musti hamamatsu? "),
            ("なんで東京じゃなくて浜松なの", "なんで浜松なの"),
            ("なぜ東京や大阪ではなく浜松なんですか", "なぜ浜松なんですか"),
            // Nothing was chosen, or nothing is left.
            ("why not osaka", "why not osaka"),
            ("kenapa bukan osaka", "kenapa bukan osaka"),
            ("why is it not held in hamamatsu", "why is it not held in hamamatsu"),
            ("who is the mayor of ambon, and not of hamamatsu", "who is the mayor of ambon, and not of hamamatsu"),
            ("東京じゃなくて浜松の市長は", "東京じゃなくて浜松の市長は"),
            ("なんで", "なんで"),
            ("", ""),
        ] {
            assert_eq!(without_what_was_not_chosen(Cow::Borrowed(text)), expect);
        }
    }
}
