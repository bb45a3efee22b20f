//! Dates as people type them, in a writing that is read: 28.10.1988 as 28/10/1988, *the 28th of October* as *28 October*.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{has_digit, is_hiragana, is_one_of, month, spliced, word_ranges};

/// How an English day ends.
const ENDINGS: [&str; 4] = ["st", "nd", "rd", "th"];

/// What stands behind the digits of a date in Japanese, in hiragana and as it is mostly written.
const UNITS_JA: [(&str, &str); 3] = [("ねん", "年"), ("がつ", "月"), ("にち", "日")];

/// `text` with its dates in such a writing.
#[must_use]
pub fn with_plain_dates(text: Cow<'_, str>) -> Cow<'_, str> {
    if !has_digit(&text) {
        return text;
    }
    let mut found: Vec<(Range<usize>, &str)> = dots_of_dates(&text).map(|at| (at..at + 1, "/")).collect();
    let words: Vec<_> = word_ranges(&text).collect();
    found.extend(ordinals(&text, &words).into_iter().map(|range| (range, "")));
    found.extend(small_months(&text, &words));
    if text.contains(is_hiragana) {
        found.extend(units_in_hiragana(&text));
    }
    found.sort_unstable_by_key(|(range, _)| range.start);
    spliced(text, found)
}

/// The first letters of months among the `words` beside a number, in bytes, where they are small, each as a capital: 28 **O**ctober.
fn small_months(text: &str, words: &[Range<usize>]) -> Vec<(Range<usize>, &'static str)> {
    const CAPITALS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let begins_with_digit = |word: &Range<usize>| text[word.clone()].starts_with(|it: char| it.is_ascii_digit());
    let capital = |(place, word): (usize, &Range<usize>)| {
        let letter = usize::from(text.as_bytes()[word.start].checked_sub(b'a')?);
        let capital = CAPITALS.get(letter..=letter)?;
        let mut beside = [place.checked_sub(1), Some(place + 1)].into_iter().flatten();
        let is_month =
            beside.any(|place| words.get(place).is_some_and(begins_with_digit)) && month(&text[word.clone()]).is_some();
        is_month.then_some((word.start..word.start + 1, capital))
    };
    words.iter().enumerate().filter_map(capital).collect()
}

/// The units of dates in hiragana behind digits, each as it is mostly written: 2009**ねん**.
fn units_in_hiragana(text: &str) -> impl Iterator<Item = (Range<usize>, &'static str)> {
    UNITS_JA.iter().flat_map(move |(kana, unit)| {
        let found = text.match_indices(kana).filter(|(at, _)| text[..*at].ends_with(|it: char| it.is_ascii_digit()));
        found.map(move |(at, _)| (at..at + kana.len(), *unit))
    })
}

/// The dots within dates, in bytes: two between a day, a month and a year of four digits, or in the other order.
fn dots_of_dates(text: &str) -> impl Iterator<Item = usize> {
    let is_of_it = |it: char| it.is_ascii_digit() || it == '.';
    let mut rest = 0;
    let runs = std::iter::from_fn(move || {
        let start = rest + text[rest..].find(is_of_it)?;
        let end = text[start..].find(|it| !is_of_it(it)).map_or(text.len(), |length| start + length);
        rest = end;
        Some(start..end)
    });
    runs.flat_map(|run| {
        let run = run.start..run.start + text[run.clone()].trim_end_matches('.').len();
        let parts: Vec<&str> = text[run.clone()].split('.').collect();
        let is_date = match parts[..] {
            [first, second, third] => {
                let is_short = |part: &str| matches!(part.len(), 1 | 2);
                is_short(second) && (is_short(first) && third.len() == 4 || first.len() == 4 && is_short(third))
            }
            _ => false,
        };
        let dots = text[run.clone()].match_indices('.').map(move |(at, _)| run.start + at);
        dots.filter(move |_| is_date).collect::<Vec<_>>()
    })
}

/// What makes ordinals of the days before a month among the `words`, in bytes: **the** 28**th of** October.
fn ordinals(text: &str, words: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let digits = text[word.clone()].bytes().take_while(u8::is_ascii_digit).count();
        let is_day = matches!(digits, 1 | 2) && is_one_of(&text[word.start + digits..word.end], &ENDINGS);
        let of = place + 1;
        let is_of = words.get(of).is_some_and(|next| is_one_of(&text[next.clone()], &["of"]));
        let Some(next) = words.get(if is_of { of + 1 } else { of }).filter(|_| is_day) else { continue };
        if month(&text[next.clone()].to_lowercase()).is_none() {
            continue;
        }
        let before = place.checked_sub(1).map(|before| &words[before]);
        if let Some(the) = before.filter(|before| is_one_of(&text[(*before).clone()], &["the"])) {
            found.push(the.start..word.start);
        }
        found.push(word.start + digits..if is_of { words[of].end } else { word.end });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_one_writing() {
        for (text, expect) in [
            ("what happened on 28.10.1988", "what happened on 28/10/1988"),
            ("on 1.12.2014.", "on 1/12/2014."),
            ("2014.12.1に何があった", "2014/12/1に何があった"),
            ("2014ねん12がつ1にちの ことし", "2014年12月1日の ことし"),
            ("18にん なんねんねん", "18にん なんねんねん"),
            ("on the 28th of October 1988?", "on 28 October 1988?"),
            ("13th December 2019", "13 December 2019"),
            ("on 30 october 2018 or in december 2021", "on 30 October 2018 or in December 2021"),
            ("it may be 28, in october", "it may be 28, in october"),
            ("3.300 instruments", "3.300 instruments"),
            ("394.415.000", "394.415.000"),
            ("version 1.2.3", "version 1.2.3"),
            ("the 7th music city", "the 7th music city"),
            ("no digits", "no digits"),
            ("", ""),
        ] {
            assert_eq!(with_plain_dates(Cow::Borrowed(text)), expect);
        }
    }
}
