//! What a date that stands in a text says: its year, month and day, as far as they are written.

use std::borrow::Cow;

use crate::language::{Folded, RECENT, with_western_years, year_in_digits};

/// A year with its month and its day, where they are known. Not checked against the calendar.
pub type WrittenDate = (u16, Option<u8>, Option<u8>);

/// The months, January first, as Indonesian and English write them, in lower case, in full and short.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "pebruari", "february", "feb"],
    &["maret", "march", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["agustus", "august", "agu", "ags", "agt", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nopember", "nov", "nop"],
    &["desember", "december", "des", "dec"],
];

/// Which month `name` is, 1 to 12, as Indonesian and English write it, in lower case.
#[must_use]
pub fn month(name: &str) -> Option<u8> {
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&name)).map(|(month, _)| month)
}

/// What `date` says, as [`AnswerKind::Date`](super::AnswerKind::Date) finds it: `31 Oktober 2019`, `October 31, 2019`,
/// `2019年10月31日`, `March 1996`, `1990s`. `None` where it tells no year, as a century or a day alone does.
#[must_use]
pub fn written_date(date: &str) -> Option<WrittenDate> {
    let date = with_western_years(Cow::Borrowed(date));
    let folded = Folded::new(&date);
    let text = folded.as_str();
    if ["bc", "bce", "sm", "century", "centuries", "abad", "世紀"].iter().any(|word| has_word(text, word)) {
        return None;
    }
    let mut numbers = numbers(text);
    let year_at = numbers.iter().position(|(number, _)| (1000..=2999).contains(number))?;
    let (year, year_unit) = numbers.remove(year_at);
    if year_unit == Some('年') {
        let of =
            |unit: char| numbers.iter().find(|(_, found)| *found == Some(unit)).and_then(|(number, _)| small(*number));
        let month = of('月');
        return Some((year, month, month.and(of('日'))));
    }
    let month = text.split(|character: char| !character.is_alphabetic()).find_map(month);
    let day = month.and_then(|_| numbers.first()).and_then(|(number, _)| small(*number));
    Some((year, month, day))
}

/// The years of the last century and this one that stand in `text`, in digits: numbers of four digits, 1900 to 2099, or of an era, 平成26年.
#[must_use]
pub fn years(text: &str) -> Vec<u16> {
    let text = with_western_years(Cow::Borrowed(text));
    let folded = Folded::new(&text);
    let numbers = folded.as_str().split(|character: char| !character.is_ascii_digit());
    numbers.filter_map(year_in_digits).filter(|year| RECENT.contains(year)).collect()
}

fn small(number: u16) -> Option<u8> {
    u8::try_from(number).ok().filter(|number| (1..=31).contains(number))
}

fn has_word(text: &str, word: &str) -> bool {
    if word.is_ascii() {
        text.split(|character: char| !character.is_ascii_alphabetic()).any(|part| part == word)
    } else {
        text.contains(word)
    }
}

/// The numbers of up to four digits in order, each with the character behind it.
fn numbers(text: &str) -> Vec<(u16, Option<char>)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(|character: char| character.is_ascii_digit()) {
        let run = &rest[start..];
        let length = run.find(|character: char| !character.is_ascii_digit()).unwrap_or(run.len());
        if let Some(number) = run[..length].parse().ok().filter(|_| length <= 4) {
            found.push((number, run[length..].chars().next()));
        }
        rest = &run[length..];
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_numbers_of_four_digits() {
        assert_eq!(years("in 1976, 2007年に, ２０２４, 12345, 1500 people, 2019"), [1976, 2007, 2024, 2019]);
        assert_eq!(years("平成26年と昭和54年、R1.10.31"), [2014, 1979, 2019]);
        assert_eq!(years("ヤマハR1とT2ターミナル"), [0_u16; 0]);
        assert_eq!(years("394.415, no. 47"), [0_u16; 0]);
    }

    #[test]
    fn a_date_says_as_much_as_is_written() {
        for (text, expect) in [
            ("31 Oktober 2019", Some((2019, Some(10), Some(31)))),
            ("October 31, 2019", Some((2019, Some(10), Some(31)))),
            ("2019年10月31日", Some((2019, Some(10), Some(31)))),
            ("平成26年12月1日", Some((2014, Some(12), Some(1)))),
            ("R1年10月31日", Some((2019, Some(10), Some(31)))),
            ("T2ターミナル", None),
            ("２０１９年１０月", Some((2019, Some(10), None))),
            ("Maret 1996", Some((1996, Some(3), None))),
            ("May 1991", Some((1991, Some(5), None))),
            ("Mei 1991", Some((1991, Some(5), None))),
            ("28 Pebruari 1988", Some((1988, Some(2), Some(28)))),
            ("1990s", Some((1990, None, None))),
            ("2014", Some((2014, None, None))),
            ("2014年", Some((2014, None, None))),
            ("5 Mei", None),
            ("19th century", None),
            ("abad ke-19", None),
            ("1200 BC", None),
            ("", None),
        ] {
            assert_eq!(written_date(text), expect, "{text}");
        }
    }
}
