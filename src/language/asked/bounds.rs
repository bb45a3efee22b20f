//! Spans of years that something is asked of: *before 2000*, *antara 2015 dan 2020*, 1980年代. A year inside of one fits, and need not
//! be written there.

use std::ops::{Range, RangeInclusive};

use crate::language::{RECENT, has_digit, is_cjk, is_digits, is_one_of, month, word_ranges, year_in_digits};

/// A span of years, and where a question tells it, in bytes, with the words that bound it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BoundedYears {
    /// The first year and the last.
    pub years: RangeInclusive<u16>,
    /// Where it stands.
    pub range: Range<usize>,
}

/// Words before a year that it, and what follows, is too late for; and those that what is before it is too early for. Some have two.
const BEFORE: [&str; 5] = ["before", "sebelum", "sblm", "sebelom", "pre"];
const AFTER: [&str; 8] = ["after", "setelah", "stlh", "sesudah", "ssdh", "abis", "pasca", "post"];
/// Words that may stand before a bound *than*, *to*: *earlier than 2000*, *lebih awal dari 2000*.
const THAN: [&str; 5] = ["than", "to", "dari", "daripada", "dr"];
const EARLIER: [&str; 3] = ["earlier", "prior", "awal"];
const LATER: [&str; 2] = ["later", "akhir"];
/// What the year itself still belongs to.
const BY: [&str; 1] = ["by"];
/// What stands before the first of two years, and what between them.
const BETWEEN: [&str; 3] = ["between", "antara", "antra"];
const AND: [&str; 11] = ["and", "to", "until", "till", "dan", "sampai", "sampe", "hingga", "s", "d", "sd"];
/// What stands between such a word and its year: *before the end of 2020*.
#[rustfmt::skip]
const OF_A_YEAR: [&str; 13] =
    ["the", "year", "end", "beginning", "start", "of", "tahun", "thn", "taun", "th", "akhir", "awal", "bulan"];
/// What stands before a decade in two digits, and behind one in Indonesian.
const BEFORE_DECADES: [&str; 7] = ["the", "tahun", "thn", "taun", "era", "dekade", "dasawarsa"];
const AN: &str = "an";

/// What bounds a year behind it in Japanese: which years are meant, told from that one.
const BEHIND_JA: [(&str, Side); 13] = [
    ("よりも前", Side::Before),
    ("より前", Side::Before),
    ("より以前", Side::Before),
    ("以前", Side::Until),
    ("までに", Side::Until),
    ("の前", Side::Before),
    ("以降", Side::From),
    ("以後", Side::From),
    ("よりも後", Side::After),
    ("より後", Side::After),
    ("の後", Side::After),
    ("のまえ", Side::Before),
    ("のあと", Side::After),
];
/// What stands between two years there, and behind the second.
const BETWEEN_JA: [(&str, &[&str]); 2] = [("から", &["までの間", "の間", "まで", "にかけて"]), ("と", &["の間"])];

/// The last of the century's years that two digits are not of.
const CENTURY_BEGINS: u16 = 40;

/// On which side of a year.
#[derive(Debug, Clone, Copy)]
enum Side {
    Before,
    Until,
    From,
    After,
}

impl Side {
    /// The same with the year itself, of which a part is on that side.
    const fn with_the_year(self) -> Self {
        match self {
            Self::Before | Self::Until => Self::Until,
            Self::From | Self::After => Self::From,
        }
    }

    const fn of(self, year: u16) -> RangeInclusive<u16> {
        match self {
            Self::Before => 0..=year - 1,
            Self::Until => 0..=year,
            Self::From => year..=u16::MAX,
            Self::After => year + 1..=u16::MAX,
        }
    }
}

/// The spans of years in `text`, in order.
#[must_use]
pub fn bounded_years(text: &str) -> Vec<BoundedYears> {
    if !has_digit(text) {
        return Vec::new();
    }
    if text.contains(is_cjk) { japanese(text) } else { latin(text) }
}

/// Words in Latin letters, with where each stands.
struct Words<'t> {
    text: &'t str,
    ranges: Vec<Range<usize>>,
}

impl Words<'_> {
    fn is(&self, place: usize, listed: &[&str]) -> bool {
        self.ranges.get(place).is_some_and(|range| is_one_of(&self.text[range.clone()], listed))
    }

    fn year(&self, place: usize) -> Option<u16> {
        year(&self.text[self.ranges.get(place)?.clone()])
    }

    /// The decade at `place`, and its last word: *1980s*, *the 80s*, *tahun 80-an*.
    fn decade(&self, place: usize) -> Option<(RangeInclusive<u16>, usize)> {
        let range = &self.ranges[place];
        let word = &self.text[range.clone()];
        let has_an = self.is(place + 1, &[AN]) && self.text[range.end..].starts_with(['-', ' ']);
        let digits = if has_an { word } else { word.strip_suffix(AN).or_else(|| word.strip_suffix('s'))? };
        let is_told = digits.len() == 4
            || self.text[..range.start].ends_with(['\'', '’'])
            || place.checked_sub(1).is_some_and(|before| self.is(before, &BEFORE_DECADES));
        let years = decade(digits).filter(|_| is_told)?;
        Some((years, place + usize::from(has_an)))
    }

    /// What bounds the year at `place`, and its first word.
    fn side(&self, place: usize) -> Option<(Side, usize)> {
        let is_month = |place: usize| month(&self.text[self.ranges[place].clone()].to_lowercase()).is_some();
        let is_of_it = |place: usize| {
            let word = &self.text[self.ranges[place].clone()];
            is_month(place) || is_one_of(word, &OF_A_YEAR) || word.len() <= 2 && is_digits(word)
        };
        let first = (0..place).rev().take_while(|place| is_of_it(*place)).last().unwrap_or(place);
        // *After the 1999 unrest*, *after the December 2014 intake* name what happened then.
        let date = place.checked_sub(1).filter(|before| is_month(*before)).unwrap_or(place);
        if date > 0 && self.is(date - 1, &["the"]) {
            return None;
        }
        let bound = first.checked_sub(1)?;
        let is_than = self.is(bound, &THAN);
        let says = if is_than { bound.checked_sub(1)? } else { bound };
        let is = |words: &[&str]| self.is(says, words);
        // A part of the year is told.
        let is_within = (first..place).any(|place| {
            self.is(place, &["end", "akhir", "awal", "start", "beginning"])
                || month(&self.text[self.ranges[place].clone()].to_lowercase()).is_some()
        });
        let side = if is(if is_than { &EARLIER } else { &BEFORE }) {
            Side::Before
        } else if is(if is_than { &LATER } else { &AFTER }) {
            Side::After
        } else if !is_than && is(&BY) {
            Side::Until
        } else {
            return None;
        };
        Some((if is_within { side.with_the_year() } else { side }, says))
    }

    /// The last of the two years that stand between words for that, where the first is at `place`, and the first word.
    fn between(&self, place: usize) -> Option<(u16, usize, usize)> {
        let is_of_it = |place: &usize| self.is(*place, &OF_A_YEAR);
        let first = (0..place).rev().take_while(is_of_it).last().unwrap_or(place).checked_sub(1)?;
        let behind = (place + 1..self.ranges.len()).find(|place| !self.is(*place, &AND) && !is_of_it(place))?;
        let last = self.year(behind).filter(|_| behind > place + 1 && self.is(first, &BETWEEN))?;
        Some((last, first, behind))
    }
}

fn latin(text: &str) -> Vec<BoundedYears> {
    let words = Words { text, ranges: word_ranges(text).collect() };
    let mut found = Vec::new();
    let mut place = 0;
    while place < words.ranges.len() {
        let mut take = |years: RangeInclusive<u16>, first: usize, last: usize| {
            found.push(BoundedYears { years, range: words.ranges[first].start..words.ranges[last].end });
            last
        };
        if let Some(year) = words.year(place) {
            if let Some((last, first, behind)) = words.between(place) {
                place = take(year..=last, first, behind);
            } else if let Some((side, first)) = words.side(place) {
                place = take(side.of(year), first, place);
            }
        }
        if let Some((years, last)) = words.decade(place) {
            place = take(years, place, last);
        }
        place += 1;
    }
    found
}

fn japanese(text: &str) -> Vec<BoundedYears> {
    let mut found: Vec<BoundedYears> = Vec::new();
    for (at, unit) in text.match_indices('年') {
        let start = text[..at].trim_end_matches(|it: char| it.is_ascii_digit()).len();
        let (digits, end) = (&text[start..at], at + unit.len());
        if found.last().is_some_and(|last| start < last.range.end) {
            continue;
        }
        let mut take = |years, end| found.push(BoundedYears { years, range: start..end });
        if text[end..].starts_with('代') {
            if let Some(years) = decade(digits) {
                take(years, end + '代'.len_utf8());
            }
        } else if let Some(year) = year(digits) {
            let end = end_of_day(text, end);
            if let Some((last, end)) = second_year(text, end) {
                take(year..=last, end);
            } else if let Some((words, side)) = BEHIND_JA.iter().find(|(words, _)| text[end..].starts_with(words)) {
                // *Until* asks with its particle, which stays.
                let words = words.strip_suffix('に').unwrap_or(words);
                take(side.of(year), end + words.len());
            }
        }
    }
    found
}

/// Where the month and the day behind a year end that ends at `end`.
fn end_of_day(text: &str, end: usize) -> usize {
    let behind = |end: usize, unit: char| {
        let rest = text[end..].trim_start_matches(|it: char| it.is_ascii_digit());
        (rest.len() < text.len() - end && rest.starts_with(unit)).then(|| text.len() - rest.len() + unit.len_utf8())
    };
    let month = behind(end, '月').unwrap_or(end);
    behind(month, '日').unwrap_or(month)
}

/// The second of two years of which the first ends at `end`, and where what bounds them ends.
fn second_year(text: &str, end: usize) -> Option<(u16, usize)> {
    BETWEEN_JA.iter().find_map(|(between, behind)| {
        let rest = text[end..].strip_prefix(between)?;
        let (digits, rest) = rest.split_once('年')?;
        let last = year(digits)?;
        let behind = behind.iter().find(|words| rest.starts_with(**words))?;
        Some((last, text.len() - rest.len() + behind.len()))
    })
}

fn year(digits: &str) -> Option<u16> {
    year_in_digits(digits).filter(|year| RECENT.contains(year))
}

/// The years of a decade in four digits or two.
fn decade(digits: &str) -> Option<RangeInclusive<u16>> {
    if !digits.ends_with('0') || !is_digits(digits) {
        return None;
    }
    let number: u16 = digits.parse().ok()?;
    let first = match digits.len() {
        4 => number,
        2 if number < CENTURY_BEGINS => 2000 + number,
        2 => 1900 + number,
        _ => return None,
    };
    RECENT.contains(&first).then(|| first..=first + 9)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_is_a_span_of_years() {
        for (text, expect) in [
            ("the sister cities before 2000", Some((0..=1999, "before 2000"))),
            ("prior to the year 1990?", Some((0..=1989, "prior to the year 1990"))),
            ("signed before October 2019", Some((0..=2019, "before October 2019"))),
            ("after 2010", Some((2011..=u16::MAX, "after 2010"))),
            ("a city of music by the end of 2020?", Some((0..=2020, "by the end of 2020"))),
            ("renewed between 2015 and 2020?", Some((2015..=2020, "between 2015 and 2020"))),
            ("what began in the 1980s", Some((1980..=1989, "1980s"))),
            ("what began in the 80s", Some((1980..=1989, "80s"))),
            ("MoU apa yang dibuat sebelum 2000", Some((0..=1999, "sebelum 2000"))),
            ("sebelum tahun 1990", Some((0..=1989, "sebelum tahun 1990"))),
            ("lebih awal dari tahun 1990", Some((0..=1989, "awal dari tahun 1990"))),
            ("antara tahun 2015 sampai tahun 2020", Some((2015..=2020, "antara tahun 2015 sampai tahun 2020"))),
            ("tahun 80-an", Some((1980..=1989, "80-an"))),
            ("era 1980an", Some((1980..=1989, "1980an"))),
            ("2000年より前に署名された協定は？", Some((0..=1999, "2000年より前"))),
            ("2000年以前に", Some((0..=2000, "2000年以前"))),
            ("2020年12月までに", Some((0..=2020, "2020年12月まで"))),
            ("2010年以降に", Some((2010..=u16::MAX, "2010年以降"))),
            ("2009年のあとも", Some((2010..=u16::MAX, "2009年のあと"))),
            ("1980年代に", Some((1980..=1989, "1980年代"))),
            ("70年代に", Some((1970..=1979, "70年代"))),
            ("2015年から2020年までに", Some((2015..=2020, "2015年から2020年まで"))),
            ("2015年と2020年の間に", Some((2015..=2020, "2015年と2020年の間"))),
            ("after the 1999 unrest", None),
            ("after the december 2014 intake", None),
            ("sejak tahun 1979", None),
            ("in 2019", None),
            ("the 3300 instruments before the mayor", None),
            ("2019年10月", None),
            ("90s", None),
            ("before 90", None),
            ("", None),
        ] {
            let found = bounded_years(text);
            assert!(found.len() < 2, "{text}: {found:?}");
            let found = found.into_iter().next().map(|it| (it.years, &text[it.range]));
            assert_eq!(found, expect, "{text}");
        }
    }
}
