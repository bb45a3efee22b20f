//! A question that goes on from what is told before it: *I sing in a choir from Hannover. When did our city sign with Hamamatsu?*

use super::introduced::{is_joined, speaks_of_us};
use super::stated::tells_when;
use crate::answer::judging::{FOUND, SURE};
use crate::answer::{Answer, Answerer, Question};
use crate::language::{asks_something, before_last_sentence, is_cjk, points_back, years};

/// What stands in Japanese behind a place that something is told of, with 市 before it or not.
const SUBJECTS_JA: [&str; 6] = ["は", "には", "が", "市は", "市には", "市が"];

impl Answerer {
    /// The answer to the last sentence of `question` as it would go on from those before it, of which none asks, where that is sure, or
    /// found and of the passage that all of it is nearest to; `answer`, to all of it, where it is not, or is found, or where `question`
    /// goes on from another.
    pub(in crate::answer) fn or_after_what_is_told(&self, question: &Question, answer: Answer) -> Answer {
        if answer.is_found() || question.previous.is_some() {
            return answer;
        }
        let Some((told, asked)) = told_before(&question.text) else { return answer };
        let after = Question { text: asked.to_owned(), ..question.clone() }.after(Some(told.to_owned()));
        let other = self.answer_as_asked(&after).0;
        let Some(best) = other.passages().first().filter(|best| self.may_be_of(told, asked, &best.text)) else {
            return answer;
        };
        let is_same = answer.passages().first().is_some_and(|of_all| of_all.citation.passage == best.citation.passage);
        let least = if is_same { FOUND } else { SURE };
        let is_told = other.is_found() && other.confidence >= least;
        if is_told { Answer { question: question.clone(), ..other } } else { answer }
    }

    /// May a passage of this `text` be of what is `told` before what is `asked`: it names one of the places of that, where what is asked
    /// may be of them, and one of its years, where that is past.
    fn may_be_of(&self, told: &str, asked: &str, text: &str) -> bool {
        let places = self.names().which_places(told);
        let of_text =
            self.names().all_named(text).into_iter().filter(|it| self.names().is_place(*it)).collect::<Vec<_>>();
        let lies_there = |place: &usize| of_text.iter().any(|of| self.names().lies_in(*place, *of));
        let is_there = places.is_empty() || places.iter().any(lies_there) || !self.may_ask_of_places(told, asked);
        let of_then = years(text);
        let is_then = || !tells_when(told, asked) || years(told).iter().any(|year| of_then.contains(year));
        is_there && is_then()
    }

    /// May what is `asked` be of the places that are `told` of before it: they are what is told of, or it speaks of *us*, of a tie, or
    /// of *it* where nothing else is named.
    fn may_ask_of_places(&self, told: &str, asked: &str) -> bool {
        let told_places = self.names().places(told);
        let begins = told_places.first().is_some_and(|first| {
            let behind = &told[first.end..];
            first.start == 0 && (!behind.starts_with(is_cjk) || SUBJECTS_JA.iter().any(|it| behind.starts_with(it)))
        });
        let names_places_alone = || self.names().mentions(told).len() == told_places.len();
        let asked_places = self.names().places(asked);
        begins
            || speaks_of_us(asked)
            || matches!(&asked_places[..], [one] if is_joined(asked, one))
            || points_back(asked) && names_places_alone()
    }
}

/// What is told in `text` before its last sentence, which alone asks, and that; `None` where nothing is.
fn told_before(text: &str) -> Option<(&str, &str)> {
    let (told, asked) = before_last_sentence(text)?;
    let asks = asks_something(asked) || asked.ends_with(['?', '？']);
    (asks && !told.contains(['?', '？'])).then_some((told, asked))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn what_is_told_before_a_question_says_what_it_is_of() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("My band is from Hannover. When did our city sign up with Hamamatsu?", Some("2016")),
            ("my brother drives a bus in Metz. which embassy did the Ambon group meet?", Some("KBRI Tokyo")),
            (
                "I sit in the council of Vlissingen and speak on Monday. When was our paper with Ambon renewed?",
                Some("2019"),
            ),
            ("Istri saya perawat. siapa wali kota hamamatsu?", Some("Nakano Yusuke")),
            (
                "Tante saya tinggal di Vlissingen sejak kecil. Hubungan dengan Ambon itu mulai tahun berapa menurut ANTARA?",
                Some("2006"),
            ),
            ("眼科の医者です。アンボンで無料の手術を手伝ったのはどこの街ですか", Some("フリシンゲン")),
            // Nothing of it is told, or not of that place.
            ("Nagoya has a museum. How many instruments are there?", None),
            ("My band is from Hannover. Who is our mayor?", None),
            ("my brother drives a bus in Metz. how long does the trip to Ambon take?", None),
            ("Istri saya perawat. berapa gaji wali kota hamamatsu?", None),
            ("眼科の医者です。アンボンに病院はいくつありますか", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let told = answer.passages().first().filter(|_| answer.is_found()).map(|best| best.text.as_str());
            assert_eq!(told.is_some(), expect.is_some(), "{question}: {told:?}");
            assert!(expect.is_none_or(|expect| told.is_some_and(|told| told.contains(expect))), "{question}: {told:?}");
            assert_eq!(answer.question.text, question);
        }
    }

    #[test]
    fn only_what_asks_goes_on_from_what_asks_nothing() {
        for (text, expect) in [
            ("I'm a nurse. who helped?", Some(("I'm a nurse.", "who helped?"))),
            (
                "I'm a nurse! I work on 3.5 wards. is it free?",
                Some(("I'm a nurse! I work on 3.5 wards.", "is it free?")),
            ),
            ("看護師です。誰が手伝いましたか", Some(("看護師です。", "誰が手伝いましたか"))),
            ("Is it free? who helped?", None),
            ("I'm a nurse. My sister too.", None),
            ("who helped?", None),
            ("...who helped?", None),
            ("", None),
        ] {
            assert_eq!(told_before(text), expect, "{text}");
        }
    }

    #[test]
    fn why_is_no_surer_after_anything_told() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let why = Question::new("アンボンの人はなぜ歌が上手いのですか");
        assert!(!answerer.answer(&why).is_found());
        assert!(!answerer.answer(&why.after(Some("アンボンの人は歌が上手いのですか".to_owned()))).is_found());
    }
}
