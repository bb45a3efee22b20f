//! The same question of another year: *and in 2019?*, *kalau 2019?*, 2019年は？ Of a time from today on, *and this year?*, no passage
//! tells.

use std::borrow::Cow;

use crate::answer::judging::{FOUND, JUST_UNSURE, SURE};
use crate::answer::{Answerer, Question, Ranking};
use crate::language::{Folded, words_of, years};

/// What may stand beside the year.
#[rustfmt::skip]
const BESIDE: [&str; 26] = [
    "and", "in", "what", "about", "how", "for", "the", "year", "then", "ok", "dan", "kalau", "kalo", "klo", "tahun", "thn", "taun", "pada",
    "di", "gimana", "bagaimana", "terus", "trus", "lalu", "yang", "yg",
];
/// The same in Japanese, longer ones first.
const BESIDE_JA: [&str; 13] =
    ["年の場合", "年のとき", "年の時", "では", "だと", "じゃあ", "には", "なら", "年", "は", "に", "の", "で"];

impl Answerer {
    /// Where nothing but a year is asked, the question before it with that year in place of its own, unsure but
    /// where it is surely told; `None` where that has none. Where nothing but this year or another one from today on is, no answer.
    pub(super) fn of_another_year(&self, previous: &str, asked: &str, question: &Question) -> Option<Ranking<'_>> {
        if asks_of_a_time_alone(asked) {
            return Some(self.ranked(Cow::Owned(previous.to_owned()), 0, question).judged_as(Some(0.0)));
        }
        let year = year_alone(asked)?;
        let mut earlier = previous.rsplit(Question::BETWEEN);
        let text = with_year(earlier.find(|part| year_alone(part).is_none())?, year)?;
        let ranking = self.ranked(Cow::Owned(text), 0, question);
        // What is told of another year may be told of another thing.
        let is_doubtful = self.is_sure(&ranking, FOUND) && !self.is_sure(&ranking, SURE);
        Some(if is_doubtful { ranking.judged_as(Some(JUST_UNSURE)) } else { ranking })
    }
}

/// Does `text` name a time from today on, and say nothing else: *and this year?*, 去年は？ No passage knows which day it is.
fn asks_of_a_time_alone(text: &str) -> bool {
    const JA: [&str; 4] = ["今年", "去年", "昨年", "来年"];
    const TIMES: [&str; 6] = ["this", "last", "next", "ini", "lalu", "depan"];
    const YEAR: [&str; 4] = ["year", "tahun", "thn", "taun"];
    let folded = Folded::new(text);
    let said = folded.as_str();
    if let Some(time) = JA.iter().find(|time| said.contains(**time)) {
        let rest = said.replacen(time, "", 1);
        return words_of(&rest).all(is_beside);
    }
    let is = |listed: &[&str]| words_of(said).any(|word| listed.contains(&word));
    is(&TIMES) && is(&YEAR) && words_of(said).all(|word| TIMES.contains(&word) || is_beside(word))
}

/// The year that `text` is, where it says nothing else.
fn year_alone(text: &str) -> Option<u16> {
    let [year] = years(text)[..] else { return None };
    let folded = Folded::new(text);
    let rest = folded.as_str().replacen(&year.to_string(), " ", 1);
    let mut words = words_of(&rest);
    words.all(is_beside).then_some(year)
}

/// Says a folded word no more than that a time is meant.
fn is_beside(word: &str) -> bool {
    BESIDE.contains(&word)
        || !word.is_ascii()
            && BESIDE_JA.iter().fold(word.to_owned(), |rest, said| rest.replacen(said, "", 1)).is_empty()
}

/// `text` with this year in place of the one that it has; `None` where it has none or several, or that one.
fn with_year(text: &str, year: u16) -> Option<String> {
    let [other] = years(text)[..] else { return None };
    let (before, behind) = text.split_once(&other.to_string()).filter(|_| other != year)?;
    Some(format!("{before}{year}{behind}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn a_year_alone_is_told() {
        for (text, expect) in [
            ("and in 2019?", Some(2019)),
            ("2019?", Some(2019)),
            ("kalo tahun 2019 gimana", Some(2019)),
            ("2019年は？", Some(2019)),
            ("じゃあ2019年の場合は", Some(2019)),
            ("who came in 2009", None),
            ("2011 or 2019?", None),
            ("2009年の市長は", None),
            ("and Darwin?", None),
            ("", None),
        ] {
            assert_eq!(year_alone(text), expect, "{text}");
        }
    }

    #[test]
    fn a_time_from_today_on_is_told_by_no_passage() {
        for (text, expect) in [
            ("and this year?", true),
            ("last year?", true),
            ("kalo tahun ini", true),
            ("今年は？", true),
            ("じゃあ去年は", true),
            ("who was it last year", false),
            ("this", false),
            ("and in 2019?", false),
            ("", false),
        ] {
            assert_eq!(asks_of_a_time_alone(text), expect, "{text}");
        }
    }

    #[test]
    fn the_same_is_asked_of_the_other_year() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (previous, asked, expect) in [
            ("how many cities joined unesco in 2014", "and 2019?", "66"),
            ("brp kota masuk jejaring unesco tahun 2014", "kalo 2019?", "66"),
            ("2014年に何都市が加盟した？", "2019年は？", "66"),
        ] {
            let answer = answerer.answer(&Question::new(asked).after(Some(previous.to_owned())));
            let text = answer.passages().first().map(|best| best.text.as_str()).unwrap_or_default();
            assert!(answer.is_found() && text.contains(expect), "{previous}: {text}");
        }
        assert_eq!(with_year("who came in 2009?", 2019).as_deref(), Some("who came in 2019?"));
        assert_eq!(with_year("who came in 𝟐𝟎𝟎𝟗?", 2019), None);
        assert_eq!(with_year("who came", 2019), None);
        assert_eq!(with_year("who came in 2019", 2019), None);
    }
}
