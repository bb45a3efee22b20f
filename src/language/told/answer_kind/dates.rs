//! Dates, as each language writes them.

use std::ops::Range;

use super::numbers::NUMBER_WORDS;
use super::{Word, digit_runs, is_counted, is_year};
use crate::language::{is_digits, month};

/// Dates as Indonesian and English write them: `31 Oktober 2019`, `October 31, 2019`, `Oktober 2019`, `1990s`, `2019`.
pub(super) fn latin(words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut place = 0;
    while place < words.len() {
        if let Some(last) = last_of_date(words, place) {
            found.push(words[part_of_date(words, place)].range.start..words[last].range.end);
            place = last;
        }
        place += 1;
    }
    found
}

/// The last word of the date that begins at `place`.
fn last_of_date(words: &[Word<'_>], place: usize) -> Option<usize> {
    let word = &words[place];
    let is_next = |place: usize, fits: fn(&Word<'_>) -> bool| words.get(place + 1).is_some_and(fits);
    let last = if is_month(word) {
        let has_day = is_next(place, is_day);
        (has_day || is_next(place, |next| is_year(next.text))).then_some(place + usize::from(has_day))
    } else if is_day(word) && is_next(place, is_month) {
        Some(place + 1)
    } else if is_year_or_decade(word) && !(is_year(word.text) && is_counted(words, place))
        || word.is_number() && is_next(place, |next| is_era(next) && next.text.chars().all(char::is_uppercase))
    {
        Some(place)
    } else {
        ago(words, place).or_else(|| century(words, place))
    }?;
    let lacks_year = !is_year_or_decade(&words[last]) && !words[last].is(&CENTURY);
    let last = last + usize::from(lacks_year && is_next(last, |next| is_year(next.text)));
    Some(last + usize::from(is_next(last, is_era)))
}

/// One day, or the first and the last of some: 17–19.
fn is_day(word: &Word<'_>) -> bool {
    let is_one = |day: &str| matches!(day.len(), 1 | 2) && is_digits(day);
    word.text.splitn(2, ['–', '-']).all(is_one)
}

pub(super) fn is_month(word: &Word<'_>) -> bool {
    word.is_capital() && month(&word.text.to_lowercase()).is_some()
}

fn is_year_or_decade(word: &Word<'_>) -> bool {
    is_year(word.text.trim_end_matches('s'))
}

fn is_era(word: &Word<'_>) -> bool {
    word.is(&["bc", "ad", "bce", "ce", "sm", "masehi", "bp"])
}

/// Which part of a month or a year is told, *akhir Januari*, *the end of 2019*: the word that it begins with, where the date begins
/// at `place`.
fn part_of_date(words: &[Word<'_>], place: usize) -> usize {
    let is_before = |back: usize, among: &[&str]| {
        place.checked_sub(back).is_some_and(|before| !words[before].ends && words[before].is(among))
    };
    if is_before(1, &["awal", "pertengahan", "akhir", "early", "mid", "late"]) {
        place - 1
    } else if is_before(1, &["of", "tahun"]) && is_before(2, &["beginning", "start", "middle", "end", "awal", "akhir"])
    {
        place - 2
    } else {
        place
    }
}

/// The last word of how long ago it is that begins at `place`: `22,000 years ago`, `2 juta tahun yang lalu`.
fn ago(words: &[Word<'_>], place: usize) -> Option<usize> {
    if !words[place].is_number() && !words[place].is(&NUMBER_WORDS) {
        return None;
    }
    let is_scale = |word: &Word<'_>| word.is(&["million", "billion", "thousand", "juta", "miliar", "ribu"]);
    let years = place + 1 + usize::from(words.get(place + 1).is_some_and(is_scale));
    if !words.get(years)?.is(&["years", "year", "tahun"]) {
        return None;
    }
    let last = years + 1 + usize::from(words.get(years + 1)?.is(&["yang"]));
    words.get(last)?.is(&["ago", "lalu", "silam"]).then_some(last)
}

const CENTURY: [&str; 3] = ["century", "centuries", "abad"];

/// The last word of the century that begins at `place`: `19th century`, `nineteenth century`, `abad ke-19`.
fn century(words: &[Word<'_>], place: usize) -> Option<usize> {
    let (word, next) = (words.get(place)?, words.get(place + 1)?);
    let ordinal = |text: &str| {
        let text = text.to_lowercase();
        text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_lowercase())
            || [
                "first", "second", "third", "teenth", "tieth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
                "elfth",
            ]
            .iter()
            .any(|end| text.ends_with(end))
    };
    let of_century = next.is(&CENTURY) && ordinal(word.text);
    let abad = word.is(&["abad"]) && next.text.trim_start_matches("ke-").starts_with(|c: char| c.is_ascii_digit());
    (of_century || abad).then_some(place + 1)
}

/// Dates as Japanese writes them: `2019年10月31日`, `1991年`, `7月17日`, `2009年7月16日から22日`.
pub(super) fn japanese(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let runs = digit_runs(text);
    let unit_of = |run: &Range<usize>| text[run.end..].chars().next().filter(|unit| matches!(unit, '年' | '月' | '日'));
    for (place, run) in runs.iter().enumerate() {
        let Some(unit) = unit_of(run) else { continue };
        let end = run.end + unit.len_utf8();
        let has_day = || runs.get(place + 1).is_some_and(|next| next.start == end && unit_of(next) == Some('日'));
        match found.last_mut() {
            Some(last) if last.end == run.start && unit != '年' => last.end = end,
            Some(last) if unit == '日' && text[..last.end].ends_with('日') && &text[last.end..run.start] == "から" =>
            {
                last.end = end;
            }
            _ if unit == '年' && !text[end..].starts_with('間') && is_a_year(text, run)
                || unit == '月' && has_day() =>
            {
                found.push(run.start..end);
            }
            _ => {}
        }
    }
    for date in &mut found {
        let part = PARTS_JA.iter().find(|part| text[date.end..].starts_with(**part));
        date.end += part.map_or(0, |part| part.len());
    }
    found
}

/// Is the number at `run`, before 年, a year, and not how many: 2014年, 平成26年, not 25年.
fn is_a_year(text: &str, run: &Range<usize>) -> bool {
    /// How the names of eras end.
    const ERAS: [char; 5] = ['和', '成', '正', '治', '暦'];
    text[run.clone()].chars().count() > 2 || text[..run.start].ends_with(ERAS)
}

/// Which part of a month or a year is told.
const PARTS_JA: [&str; 8] = ["上旬", "中旬", "下旬", "初め", "初頭", "半ば", "末", "頃"];
