//! Which of two it is, asked with one that is so and one that may be anything: *is Yamaha from Hamamatsu or from Tokyo?*

use std::ops::Range;

use crate::answer::{Answer, Answerer, Question};
use crate::language::{AnswerKind, asks_for_more_than_whether, holds_word, is_cjk, word_ranges, words_of};

/// What stands between two of which one is chosen.
const OR: [&str; 3] = [" or ", " atau ", " ato "];
/// The same in Japanese, and how a question ends before it or by itself.
const OR_JA: &str = "それとも";
const ENDS_JA: [&str; 3] = ["ですか", "なのか", "なの"];
/// The most words of the second, and the fewest before the joint.
const LONGEST: usize = 4;
const SHORTEST: usize = 3;

impl Answerer {
    /// The answer to `question` without the second of the two of which it asks which one is so, where that is found and its passage
    /// names one of them; `answer`, to all of it, where that is found, and where it does not ask so.
    pub(in crate::answer) fn or_of_the_first(&self, question: &Question, answer: Answer) -> Answer {
        if answer.is_found() {
            return answer;
        }
        let Some((first, second)) = either(&question.text) else { return answer };
        let other = self.answer_as_asked(&Question { text: first.to_owned(), ..question.clone() }).0;
        let told = other.passages().first().map_or("", |best| &best.text);
        let is_told = other.is_found() && self.names_one(first, second, told);
        if is_told { Answer { question: question.clone(), ..other } } else { answer }
    }

    /// Does `told` name what `first` ends with, or `second`, and not both: it would not tell which one it is.
    fn names_one(&self, first: &str, second: &str, told: &str) -> bool {
        let named = self.names().all_named(told);
        let told = told.to_lowercase();
        let is_named = |text: &str| {
            let ends = |range: &Range<usize>| text.contains(is_cjk) || !text[range.end..].contains(char::is_whitespace);
            let last = self.names().mentions(text).pop().filter(|last| ends(&last.range));
            let last_word = || words_of(text).last().filter(|_| !text.contains(is_cjk));
            match last {
                Some(last) => named.contains(&last.term),
                None => last_word().is_some_and(|last| holds_word(&told, &last.to_lowercase())),
            }
        };
        is_named(first) != is_named(second)
    }
}

/// What `text` asks up to the first of two of which one is so, and the second; `None` where it asks for something by a word, and where more
/// than the second stands behind the joint.
fn either(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end_matches(|it: char| !it.is_alphanumeric());
    let (first, second) = if text.contains(is_cjk) { either_ja(text)? } else { either_latin(text)? };
    let asks_for_more = asks_for_more_than_whether(text) || AnswerKind::of_question(first).is_some();
    (!asks_for_more).then_some((first, second))
}

fn either_latin(text: &str) -> Option<(&str, &str)> {
    let lower = text.to_ascii_lowercase();
    let (at, or) = OR.iter().find_map(|or| Some((lower.rfind(or)?, or)))?;
    let (first, second) = (text[..at].trim_end_matches([',', ' ']), &text[at + or.len()..]);
    let is_one = (1..=LONGEST).contains(&word_ranges(second).count()) && word_ranges(first).count() >= SHORTEST;
    (is_one && !second.contains([',', '?', '.'])).then_some((first, second))
}

fn either_ja(text: &str) -> Option<(&str, &str)> {
    if let Some((first, second)) = text.split_once(OR_JA) {
        let is_mark = |it: char| !it.is_alphanumeric();
        return Some((first.trim_end_matches(is_mark), second.trim_matches(is_mark)));
    }
    let second_ends = ENDS_JA.iter().find_map(|end| text.strip_suffix(end).map(|rest| (rest, *end)));
    let (rest, end) = second_ends?;
    let (first, second) = rest.rsplit_once(end)?;
    (!second.is_empty()).then_some((first, second))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn two_of_which_one_is_so_are_told_apart() {
        for (text, expect) in [
            ("is Yamaha from Hamamatsu or from Tokyo?", Some(("is Yamaha from Hamamatsu", "from Tokyo"))),
            ("apakah ambon kota musik atau kota film", Some(("apakah ambon kota musik", "kota film"))),
            ("フリシンゲンはオランダですかベルギーですか", Some(("フリシンゲンはオランダ", "ベルギー"))),
            ("ヤマハは浜松の会社？それとも東京？", Some(("ヤマハは浜松の会社", "東京"))),
            ("which is older, Yamaha or Kawai", None),
            ("who founded it, Yamaha or Kawai", None),
            ("Ambon or Hamamatsu", None),
            ("is it from Hamamatsu or does it come from Tokyo maybe", None),
            ("ヤマハは浜松ですか", None),
            ("", None),
        ] {
            assert_eq!(either(text), expect, "{text}");
        }
    }

    #[test]
    fn one_of_two_is_told_by_the_passage_that_names_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (text, expect) in [
            ("Is Yamaha from Hamamatsu or from Tokyo?", Some("Hamamatsu")),
            ("Is Ambon a city of music or a city of film?", Some("City of Music")),
            ("is Nakano Yusuke the mayor of Hamamatsu or of Ambon", Some("Nakano Yusuke")),
            ("museum itu di hamamatsu atau tokyo", Some("Hamamatsu")),
            ("ダーウィンはオーストラリアですかニュージーランドですか", Some("オーストラリア")),
            ("is the instrument museum free or paid", None),
            ("does the mayor of Hamamatsu speak English or Indonesian", None),
            ("wali kota hamamatsu orang jepang atau amerika", None),
            ("is Ambon mostly Christian or Muslim", None),
        ] {
            let answer = answerer.answer(&Question::new(text));
            let told = answer.passages().first().filter(|_| answer.is_found()).map(|best| best.text.as_str());
            assert!(told.is_some() == expect.is_some(), "{text}: {told:?}");
            assert!(expect.is_none_or(|expect| told.is_some_and(|told| told.contains(expect))), "{text}: {told:?}");
        }
    }
}
