//! A day, a month or a year that a question is nothing but, and whether a text tells of it.

use super::{AnswerKind, WrittenDate, month, written_date, years};
use crate::language::{Folded, Language, is_cjk, is_digits, words_of};

/// What may stand beside a date that is all of a question.
#[rustfmt::skip]
const BESIDE: [&str; 16] = [
    "in", "on", "the", "of", "year", "tahun", "thn", "taun", "tahunnya", "pada", "di", "tanggal", "tgl", "bulan", "hari", "date",
];
/// The same in Japanese, with what a date is written with.
const BESIDE_JA: [&str; 8] = ["年", "月", "日", "のこと", "には", "は", "に", "の"];
/// What stands between the numbers of a date.
const BETWEEN: [char; 3] = ['/', '-', '.'];

/// Numbers from here on are years.
const FIRST_YEAR: u16 = 1900;

/// Is `text` nothing but a year, or a date in one.
#[must_use]
pub fn is_a_date_alone(text: &str) -> bool {
    if years(text).len() != 1 {
        return false;
    }
    let folded = Folded::new(text);
    words_of(folded.as_str()).all(|word| {
        let is_written = BESIDE.contains(&word) || month(word).is_some() || is_digits(word);
        is_written || word.contains(is_cjk) && is_written_ja(word)
    })
}

/// Is a Japanese `word` nothing but what dates are written with.
fn is_written_ja(word: &str) -> bool {
    let mut rest = word;
    while !rest.is_empty() {
        let digits = rest.trim_start_matches(|it: char| it.is_ascii_digit());
        let unit = BESIDE_JA.iter().find_map(|beside| digits.strip_prefix(beside));
        match unit {
            Some(behind) => rest = behind,
            None if digits.len() < rest.len() => rest = digits,
            None => return false,
        }
    }
    true
}

/// The dates that a question may mean: 1/12/2014 is the first of December, or the twelfth of January.
#[must_use]
pub fn dates_asked(text: &str) -> Vec<WrittenDate> {
    let is_of_it = |it: char| it.is_ascii_digit() || BETWEEN.contains(&it);
    let runs = text.split(|it| !is_of_it(it));
    let in_numbers = runs.filter_map(|run| {
        let parts: Vec<u16> = run.split(BETWEEN).map(str::parse).collect::<Result<_, _>>().ok()?;
        let small = |number: u16| u8::try_from(number).ok().filter(|it| (1..=31).contains(it));
        let (year, one, other) = match parts[..] {
            [one, other, year] if year >= FIRST_YEAR => (year, small(one)?, small(other)?),
            [year, one, other] if year >= FIRST_YEAR => (year, small(other)?, small(one)?),
            _ => return None,
        };
        let either = [(other, one), (one, other)].into_iter().filter(|(month, _)| *month <= 12);
        Some(either.map(move |(month, day)| (year, Some(month), Some(day))))
    });
    let mut found: Vec<WrittenDate> = in_numbers.flatten().collect();
    found.dedup();
    if found.is_empty() {
        found.extend(written_date(text));
    }
    found
}

/// Does `text`, in `language`, tell one of these dates, as far as it is asked of: not for a day by its month alone.
#[must_use]
pub fn tells_one_of(dates: &[WrittenDate], language: Language, text: &str) -> bool {
    let may_be = |said: &str, (year, month, day): WrittenDate, asked: &WrittenDate| {
        let agree = |told: Option<u8>, asked: Option<u8>| asked.is_none() || told == asked;
        // Of some days the first is told.
        let is_span = said.contains(['–', '-']) || said.contains("から");
        year == asked.0 && agree(month, asked.1) && (is_span || agree(day, asked.2))
    };
    AnswerKind::Date.find_in(language, text).into_iter().any(|range| {
        let said = &text[range];
        written_date(said).is_some_and(|told| dates.iter().any(|asked| may_be(said, told, asked)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_may_be_all_of_a_question() {
        for (text, expect) in [
            ("1979", true),
            ("tahun 1999?", true),
            ("in 1999", true),
            ("1999年", true),
            ("1/12/2014", true),
            ("21-7-1989", true),
            ("31 october 2019", true),
            ("2019年10月31日は？", true),
            ("ambon 2019", false),
            ("2019年の会合", false),
            ("1999 2007", false),
            ("3300", false),
            ("", false),
        ] {
            assert_eq!(is_a_date_alone(text), expect, "{text}");
        }
    }

    #[test]
    fn a_date_is_told_as_far_as_it_is_asked_of() {
        use Language::{En, Id, Ja};
        for (question, language, text, expect) in [
            ("1/12/2014", En, "It joined on 1 December 2014.", true),
            ("21-7-1989", Id, "pada 21 Juli 1989", true),
            ("2014/12/1", Ja, "2014年12月1日に加盟", true),
            ("2019年10月30日に何があった", Ja, "2019年10月31日に認定", false),
            ("30 October 2019", En, "in October 2019", false),
            ("October 2019", En, "on 31 October 2019", true),
            ("18 July 2009", En, "on 16–22 July 2009", true),
            ("2019", En, "in October 2019", true),
            ("2018", En, "in October 2019", false),
        ] {
            assert_eq!(tells_one_of(&dates_asked(question), language, text), expect, "{question}");
        }
    }
}
