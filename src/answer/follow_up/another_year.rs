//! The same question of another year: *and in 2019?*, *kalau 2019?*, 2019年は？

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
    /// where it is surely told; `None` where that has none.
    pub(super) fn of_another_year(&self, previous: &str, asked: &str, question: &Question) -> Option<Ranking<'_>> {
        let year = year_alone(asked)?;
        let mut earlier = previous.rsplit(Question::BETWEEN);
        let text = with_year(earlier.find(|part| year_alone(part).is_none())?, year)?;
        let ranking = self.ranked(Cow::Owned(text), 0, question);
        // What is told of another year may be told of another thing.
        let is_doubtful = self.is_sure(&ranking, FOUND) && !self.is_sure(&ranking, SURE);
        Some(if is_doubtful { ranking.judged_as(Some(JUST_UNSURE)) } else { ranking })
    }
}

/// The year that `text` is, where it says nothing else.
fn year_alone(text: &str) -> Option<u16> {
    let [year] = years(text)[..] else { return None };
    let folded = Folded::new(text);
    let rest = folded.as_str().replacen(&year.to_string(), " ", 1);
    let mut words = words_of(&rest);
    let is_beside = |word: &str| {
        BESIDE.contains(&word)
            || !word.is_ascii()
                && BESIDE_JA.iter().fold(word.to_owned(), |rest, said| rest.replacen(said, "", 1)).is_empty()
    };
    words.all(is_beside).then_some(year)
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
