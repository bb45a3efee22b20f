//! Years as Japan's eras count them: 平成26年 and H26 are 2014, 令和元年 is 2019.

use std::borrow::Cow;
use std::ops::Range;

use super::analyzer::is_cjk;
use super::fold::spliced;
use crate::language::is_digits;

/// An era.
struct Era {
    name: &'static str,
    letter: char,
    /// The year before its first.
    before: u16,
    /// How many years it has.
    years: u16,
}

/// The eras since 1868; the last one goes on.
const ERAS: [Era; 5] = [
    Era { name: "明治", letter: 'M', before: 1867, years: 45 },
    Era { name: "大正", letter: 'T', before: 1911, years: 15 },
    Era { name: "昭和", letter: 'S', before: 1925, years: 64 },
    Era { name: "平成", letter: 'H', before: 1988, years: 31 },
    Era { name: "令和", letter: 'R', before: 2018, years: 81 },
];

impl Era {
    /// Its year of this `number`, from 1; `None` where it has none.
    fn year(&self, number: u16) -> Option<u16> {
        (1..=self.years).contains(&number).then_some(self.before + number)
    }
}

/// The year that the `number` of an era says whose name ends what is written `before` it; `None` where none does.
pub(super) fn western_year(before: &str, number: &str) -> Option<u16> {
    let number = number.parse().ok()?;
    ERAS.iter().find(|era| before.ends_with(era.name))?.year(number)
}

/// `text` with each year of an era in digits as the year that it is, where 年 stands behind it, a number of one digit or two behind
/// the name of the era, or a month and a day, R1.10.31: 平成26年度 as 2014年度. The letter of an era, H26年, is one in Japanese alone,
/// and without 年 or a day it names a model or a terminal.
#[must_use]
pub fn with_western_years(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains(is_cjk) {
        return text;
    }
    let found = years_of_eras(&text);
    spliced(text, found.iter().map(|(range, year)| (range.clone(), &**year)))
}

/// The years of eras in `text`, each with where its era and its number stand, in bytes, with its day where one follows.
fn years_of_eras(text: &str) -> Vec<(Range<usize>, String)> {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    for (start, first) in text.char_indices() {
        if found.last().is_some_and(|(range, _)| start < range.end) {
            continue;
        }
        let is_letter =
            |era: &Era| era.letter == first && !text[..start].ends_with(|it: char| it.is_ascii_alphanumeric());
        let Some(era) = ERAS.iter().find(|era| text[start..].starts_with(era.name) || is_letter(era)) else { continue };
        let is_name = era.letter != first;
        let name = if is_name { era.name.len() } else { era.letter.len_utf8() };
        let Some((number, length)) = number(&text[start + name..]) else { continue };
        let Some(year) = era.year(number) else { continue };
        let end = start + name + length;
        let behind = &text[end..];
        if let Some((month, day, length)) = day_behind(behind) {
            found.push((start..end + length, format!("{year}年{month}月{day}日")));
            continue;
        }
        let ends = !behind.starts_with(|it: char| it.is_ascii_alphanumeric() || it == '.');
        let has_unit = behind.starts_with('年');
        // Written otherwise than in digits it may be anything, without its unit.
        let is_year = has_unit || is_name && text[..end].ends_with(|it: char| it.is_ascii_digit());
        if ends && is_year {
            found.push((start..end, format!("{year}{}", if has_unit { "" } else { "年" })));
        }
    }
    found
}

/// The month and the day that `text` begins with behind a year, .10.31 or /10/31, and how long they are, in bytes.
fn day_behind(text: &str) -> Option<(u8, u8, usize)> {
    let separator = text.chars().next().filter(|it| matches!(it, '.' | '/'))?;
    let (month, rest) = text[1..].split_once(separator)?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let part = |digits: &str, most: u8| {
        let is_short = (1..=2).contains(&digits.len()) && is_digits(digits);
        digits.parse().ok().filter(|it| is_short && (1..=most).contains(it))
    };
    let ends = !rest[digits..].starts_with(|it: char| it.is_ascii_alphanumeric() || it == separator);
    let (month, day) = (part(month, 12)?, part(&rest[..digits], 31).filter(|_| ends)?);
    Some((month, day, text.len() - rest.len() + digits))
}

/// The number below 100 that `text` begins with, in digits of either kind, or 元, the first; with its length in bytes.
fn number(text: &str) -> Option<(u16, usize)> {
    const DIGITS: [char; 9] = ['一', '二', '三', '四', '五', '六', '七', '八', '九'];
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return Some((text[..digits].parse().ok()?, digits));
    }
    if text.starts_with('元') {
        return Some((1, '元'.len_utf8()));
    }
    let (mut value, mut length, mut last) = (0, 0, None);
    for character in text.chars() {
        if character == '十' && value < 10 {
            value = last.take().unwrap_or(1) * 10;
        } else if let Some(digit) = DIGITS.iter().position(|it| *it == character).filter(|_| last.is_none()) {
            last = u16::try_from(digit + 1).ok();
        } else {
            break;
        }
        length += character.len_utf8();
    }
    (length > 0).then(|| (value + last.unwrap_or_default(), length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_of_eras_are_written_as_they_are_counted_elsewhere() {
        for (text, expect) in [
            ("平成26年に加盟", "2014年に加盟"),
            ("平成26年度の予算", "2014年度の予算"),
            ("平成21に何人", "2009年に何人"),
            ("令和元年10月", "2019年10月"),
            ("平成二十一年の訪問団", "2009年の訪問団"),
            ("昭和五十四年から", "1979年から"),
            ("昭和十年", "1935年"),
            ("H21年のインドネシア訪問、H26年度も", "2009年のインドネシア訪問、2014年度も"),
            ("R1.10.31に加盟、R1/10/31", "2019年10月31日に加盟、2019年10月31日"),
            ("平成26.12.1に加盟", "2014年12月1日に加盟"),
            ("ヤマハR1はいつ発売", "ヤマハR1はいつ発売"),
            ("アンボンとT2ターミナル", "アンボンとT2ターミナル"),
            ("M1はいつの曲", "M1はいつの曲"),
            ("S23の発表", "S23の発表"),
            ("R1.10の型番、R1.13.1版、R1/2/3/4", "R1.10の型番、R1.13.1版、R1/2/3/4"),
            ("S63年", "1988年"),
            ("昭和51年と平成19年", "1976年と2007年"),
            ("平成32年", "平成32年"),
            ("平成の大合併", "平成の大合併"),
            ("大正琴は何台", "大正琴は何台"),
            ("昭和一の歌手", "昭和一の歌手"),
            ("USH26の型番", "USH26の型番"),
            ("H2.5の楽器", "H2.5の楽器"),
            ("H264で録画", "H264で録画"),
            ("in H21", "in H21"),
            ("", ""),
        ] {
            assert_eq!(with_western_years(Cow::Borrowed(text)), expect, "{text}");
        }
    }

    #[test]
    fn the_number_of_an_era_is_a_year_behind_its_name_alone() {
        assert_eq!(western_year("平成", "26"), Some(2014));
        assert_eq!(western_year("浜松市は令和", "1"), Some(2019));
        assert_eq!(western_year("平成", "32"), None);
        assert_eq!(western_year("浜松", "26"), None);
        assert_eq!(western_year("", "26"), None);
    }
}
