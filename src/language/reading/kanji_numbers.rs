//! Numbers that are written in kanji, as digits, which dates and what is counted are read by: 二〇一九年十二月 as 2019年12月.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::spliced;

/// The digits, from 0, and what multiplies the one before it.
const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const UNITS: [(char, u32); 3] = [('十', 10), ('百', 100), ('千', 1000)];
/// What is behind a number, which a name of the same characters is not, 五十嵐.
#[rustfmt::skip]
const COUNTERS: [&str; 21] = [
    "年", "月", "日", "人", "名", "つ", "点", "台", "校", "回", "歳", "都市", "か国", "カ国", "か所", "個", "本", "周年", "万", "の", "パーセント",
];

/// `text` with these numbers in digits.
#[must_use]
pub fn with_digits(text: Cow<'_, str>) -> Cow<'_, str> {
    if !text.contains(is_of_a_number) {
        return text;
    }
    let found: Vec<_> = numbers(&text).into_iter().map(|(range, number)| (range, number.to_string())).collect();
    spliced(text, found.iter().map(|(range, number)| (range.clone(), &**number)))
}

fn is_of_a_number(character: char) -> bool {
    DIGITS.contains(&character) || UNITS.iter().any(|(unit, _)| *unit == character)
}

/// Where such a number stands in `text`, in bytes, and what it says.
fn numbers(text: &str) -> Vec<(Range<usize>, u32)> {
    let mut found = Vec::new();
    let mut rest = 0;
    while let Some(start) = text[rest..].find(is_of_a_number).map(|start| rest + start) {
        let end = text[start..].find(|it| !is_of_a_number(it)).map_or(text.len(), |length| start + length);
        let (before, written, behind) = (&text[..start], &text[start..end], &text[end..]);
        let number = number(written).filter(|_| is_told(before, written, behind));
        found.extend(number.map(|number| (start..end, number)));
        rest = end;
    }
    found
}

/// Is what is `written` between `before` and `behind` a number, and not a part of a word: one of one character is within a date.
fn is_told(before: &str, written: &str, behind: &str) -> bool {
    if written.chars().nth(1).is_some() {
        return COUNTERS.iter().any(|counter| behind.starts_with(counter));
    }
    let is_day = before.ends_with('月') && behind.starts_with('日');
    let is_month = |behind: &str| before.ends_with('年') || behind.starts_with(is_of_a_number);
    is_day || behind.strip_prefix('月').is_some_and(is_month)
}

/// What is `written`: digit by digit, or by units.
fn number(written: &str) -> Option<u32> {
    let digit = |it: char| (0..).zip(DIGITS).find(|(_, digit)| *digit == it).map(|(number, _)| number);
    let (mut whole, mut last, mut before) = (0_u32, None::<u32>, u32::MAX);
    for character in written.chars() {
        if let Some(digit) = digit(character) {
            last = Some(last.unwrap_or(0).checked_mul(10)?.checked_add(digit)?);
        } else {
            let (_, unit) = UNITS.iter().find(|(unit, _)| *unit == character)?;
            // Each is smaller than the one before it, and has one digit.
            if *unit >= before || last.is_some_and(|last| !(1..10).contains(&last)) {
                return None;
            }
            whole = whole.checked_add(last.take().unwrap_or(1) * unit)?;
            before = *unit;
        }
    }
    let is_sound = before == u32::MAX || last.is_none_or(|last| last < 10);
    is_sound.then(|| whole.checked_add(last.unwrap_or(0)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_kanji_are_digits() {
        for (text, expect) in [
            ("二〇一九年十二月十三日に何がありましたか", "2019年12月13日に何がありましたか"),
            ("二〇一四年一月一日", "2014年1月1日"),
            ("十月三十一日は何の日", "10月31日は何の日"),
            ("五つの柱", "五つの柱"),
            ("二十二の保健所", "22の保健所"),
            ("三千三百点の楽器", "3300点の楽器"),
            ("七十万ドル", "70万ドル"),
            ("百二十人", "120人"),
            ("平成二十六年", "平成26年"),
            ("拠点の一つ", "拠点の一つ"),
            ("二人とも", "二人とも"),
            ("五十嵐さん", "五十嵐さん"),
            ("第二次世界大戦", "第二次世界大戦"),
            ("七番目の音楽都市", "七番目の音楽都市"),
            ("十分な説明", "十分な説明"),
            ("十二百人", "十二百人"),
            ("三重の人", "三重の人"),
            ("九九九九九九九九九九九九年", "九九九九九九九九九九九九年"),
            ("", ""),
        ] {
            assert_eq!(with_digits(Cow::Borrowed(text)), expect);
        }
    }
}
