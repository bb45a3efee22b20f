//! A line that is a date and nothing else, as a page puts it under its title.

use crate::corpus::PartialDate;
use crate::language::{Folded, month};

/// What may stand beside a date: days of the week, times of the day and their zones, and what says that it is a date.
const BESIDE: [&str; 61] = [
    "senin",
    "selasa",
    "rabu",
    "kamis",
    "jumat",
    "jum'at",
    "sabtu",
    "minggu",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "wib",
    "wita",
    "wit",
    "jst",
    "utc",
    "gmt",
    "am",
    "pm",
    "pukul",
    "jam",
    "at",
    "on",
    "published",
    "posted",
    "updated",
    "date",
    "diterbitkan",
    "dipublikasikan",
    "diperbarui",
    "tanggal",
    "terbit",
    "公開",
    "公開日",
    "更新",
    "更新日",
    "掲載",
    "配信",
    "投稿日",
    "日付",
    "月曜日",
    "火曜日",
    "水曜日",
    "木曜日",
    "金曜日",
    "土曜日",
    "日曜日",
    "午前",
    "午後",
    "付",
];

/// What a line tells that holds nothing but dates and what stands beside them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// The first date that exists.
    Date(PartialDate),
    /// What is written like a date and is none, such as 2025-02-31.
    NoDate,
}

impl Told {
    /// The date, where it exists.
    pub(super) fn date(self) -> Option<PartialDate> {
        match self {
            Self::Date(date) => Some(date),
            Self::NoDate => None,
        }
    }
}

/// What the line tells; `None` where it holds anything else than dates and what stands beside them.
pub(super) fn whole_line(line: &str) -> Option<Told> {
    if line.chars().count() > 80 {
        return None;
    }
    let folded = Folded::new(line);
    let spaced = spaced(folded.as_str());
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut found = None;
    let mut at = 0;
    while at < words.len() {
        if let Some((told, taken)) = date_at(&words[at..]) {
            found = found.filter(|it| *it != Told::NoDate).or(Some(told));
            at += taken;
        } else if BESIDE.contains(&words[at]) || is_time(words[at]) || is_weekday_sign(words[at]) {
            at += 1;
        } else {
            return None;
        }
    }
    found
}

/// The words of a line apart: `2024年11月20日(水)` is `2024年 11月 20日 水`.
fn spaced(line: &str) -> String {
    let mut spaced = String::with_capacity(line.len() + 16);
    for character in line.chars() {
        match character {
            ',' | '(' | ')' | '|' | '/' | '（' | '）' | '「' | '」' | '、' | '・' => spaced.push(' '),
            '年' | '月' | '日' | '時' | '分' => {
                spaced.push(character);
                if spaced.trim_end_matches(character).ends_with(|before: char| before.is_ascii_digit()) {
                    spaced.push(' ');
                }
            }
            _ => spaced.push(character),
        }
    }
    spaced.replace(": ", " ")
}

/// What the words begin with that is written like a date, and how many of them it takes.
fn date_at(words: &[&str]) -> Option<(Told, usize)> {
    let word = |at: usize| words.get(at).copied().unwrap_or_default();
    let month = |word: &str| month(word.trim_end_matches('.'));
    let small = |word: &str| word.parse::<u8>().ok();
    let ordinal = |word: &str| small(word.trim_end_matches(|c: char| c.is_ascii_alphabetic()));
    let year = |word: &str| (word.len() == 4).then(|| word.parse::<u16>().ok()).flatten();
    let told = |date: Option<PartialDate>| date.map_or(Told::NoDate, Told::Date);
    let date = |year, month, day| told(PartialDate::new(year, Some(month), Some(day)));
    // 2024-11-20, with or without a time behind a T.
    let day_of_iso = word(0).split('t').next().unwrap_or_default();
    if is_iso_day(day_of_iso) {
        return Some((told(day_of_iso.parse().ok()), 1));
    }
    // 20 November 2024.
    if let (Some(day), Some(month), Some(year)) = (ordinal(word(0)), month(word(1)), year(word(2))) {
        return Some((date(year, month, day), 3));
    }
    // November 20 2024, the comma being gone.
    if let (Some(month), Some(day), Some(year)) = (month(word(0)), ordinal(word(1)), year(word(2))) {
        return Some((date(year, month, day), 3));
    }
    // 2024年11月20日.
    let counted = |word: &str, sign: char| word.strip_suffix(sign).map(str::to_owned);
    let japanese = (counted(word(0), '年')?, counted(word(1), '月')?, counted(word(2), '日')?);
    Some((date(year(&japanese.0)?, small(&japanese.1)?, small(&japanese.2)?), 3))
}

/// Is it written as 2024-11-20 is.
fn is_iso_day(word: &str) -> bool {
    let is_at = |(at, byte): (usize, u8)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() };
    word.len() == 10 && word.bytes().enumerate().all(is_at)
}

fn is_time(word: &str) -> bool {
    let word = word.trim_end_matches(['時', '分']).trim_end_matches("am").trim_end_matches("pm");
    !word.is_empty() && word.len() <= 14 && word.bytes().all(|byte| byte.is_ascii_digit() || b":.+-".contains(&byte))
}

fn is_weekday_sign(word: &str) -> bool {
    matches!(word, "月" | "火" | "水" | "木" | "金" | "土" | "日")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_a_date_is_read_and_no_other() {
        let check = |line: &str, expect: Option<&str>| {
            let date = whole_line(line).and_then(Told::date);
            assert_eq!(date.map(|date| date.to_string()).as_deref(), expect, "{line:?}");
        };
        check("Rabu, 20 November 2024 14:05 WIT", Some("2024-11-20"));
        check("Selasa, 3 Des 2019 | 09.15 WIB", Some("2019-12-03"));
        check("November 20, 2024", Some("2024-11-20"));
        check("Published: Wed, 20th Nov 2024 at 2:05 pm", Some("2024-11-20"));
        check("2024年11月20日(水) 14時05分", Some("2024-11-20"));
        check("公開日: 2024-11-20T14:05:00+09:00", Some("2024-11-20"));
        check("2024-11-20 14:05", Some("2024-11-20"));
        check("Published 31 November 2024, updated 1 December 2024", Some("2024-12-01"));
        check("Ambon, 20 November 2024", None);
        check("Pada 20 November 2024 museum dibuka.", None);
        check("2024", None);
        check("", None);
        check("14:05", None);
    }

    #[test]
    fn what_is_written_like_a_date_and_is_none_is_told_apart() {
        for line in ["31 November 2024", "2025-02-31", "Rabu, 31 Februari 2025 14:05 WIT", "2024年13月1日"] {
            assert_eq!(whole_line(line), Some(Told::NoDate), "{line}");
        }
        for line in ["Pada 31 November 2024 museum dibuka.", "2025-02-31-1", "2025/02/31"] {
            assert_eq!(whole_line(line), None, "{line}");
        }
    }
}
