//! Years as Japan's eras count them: 平成26年 and H26 are 2014, 令和元年 is 2019.

use std::borrow::Cow;
use std::ops::Range;

use super::analyzer::is_cjk;

/// The eras since 1868, each with its letter, the year before its first and how many it has; the last one goes on.
const ERAS: [(&str, char, u16, u16); 5] = [
    ("明治", 'M', 1867, 45),
    ("大正", 'T', 1911, 15),
    ("昭和", 'S', 1925, 64),
    ("平成", 'H', 1988, 31),
    ("令和", 'R', 2018, 81),
];

/// The year that the `number` of an era says whose name ends what is written `before` it; `None` where none does.
pub(super) fn western_year(before: &str, number: &str) -> Option<u16> {
    let number: u16 = number.parse().ok()?;
    let (.., before_it, years) = ERAS.iter().find(|(name, ..)| before.ends_with(name))?;
    (1..=*years).contains(&number).then(|| before_it + number)
}

/// `text` with each year of an era in digits as the year that it is, where 年 stands behind it, or a number of one digit or two
/// behind the name of the era: 平成26年度 as 2014年度. The letter of an era, H26, is one in Japanese alone.
#[must_use]
pub fn with_western_years(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_japanese = text.contains(is_cjk);
    let found: Vec<(Range<usize>, u16)> = if is_japanese { years_of_eras(&text) } else { Vec::new() };
    if found.is_empty() {
        return text;
    }
    let (mut made, mut end) = (String::with_capacity(text.len()), 0);
    for (range, year) in found {
        made.push_str(&text[end..range.start]);
        made.push_str(&year.to_string());
        if !text[range.end..].starts_with('年') {
            made.push('年');
        }
        end = range.end;
    }
    made.push_str(&text[end..]);
    Cow::Owned(made)
}

/// The years of eras in `text`, each with where its era and its number stand, in bytes.
fn years_of_eras(text: &str) -> Vec<(Range<usize>, u16)> {
    let mut found: Vec<(Range<usize>, u16)> = Vec::new();
    for (start, first) in text.char_indices() {
        if found.last().is_some_and(|(range, _)| start < range.end) {
            continue;
        }
        let era = ERAS.iter().find(|(name, letter, ..)| {
            let is_letter = || *letter == first && !text[..start].ends_with(|it: char| it.is_ascii_alphanumeric());
            text[start..].starts_with(name) || is_letter()
        });
        let Some((name, letter, before, years)) = era else { continue };
        let name = if *letter == first { letter.len_utf8() } else { name.len() };
        let Some((number, length)) = number(&text[start + name..]) else { continue };
        let end = start + name + length;
        let ends = !text[end..].starts_with(|it: char| it.is_ascii_alphanumeric() || it == '.');
        // Written otherwise than in digits it may be anything, without its unit.
        let is_year = text[end..].starts_with('年') || text[..end].ends_with(|it: char| it.is_ascii_digit());
        if (1..=*years).contains(&number) && ends && is_year {
            found.push((start..end, before + number));
        }
    }
    found
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
            ("H21のインドネシア訪問、H26年も", "2009年のインドネシア訪問、2014年も"),
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
