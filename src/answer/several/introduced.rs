//! A question beside which somebody tells of another place: *I'm a student from Surabaya. Who is the mayor of Hamamatsu?*

use std::borrow::Cow;
use std::ops::Range;

use super::in_one::DENIES;
use super::where_one_is::begins_with_a_work;
use crate::answer::reading::small_talk;
use crate::answer::{Answerer, Question};
use crate::language::{
    AnswerKind, SENTENCE_ENDS, asking_clauses, asks_in_its_order, asks_of_a_tie, is_one_of, points_back, without_lead,
    words_of, years,
};

impl Answerer {
    /// `question` without who its asker is and where they are from, or without what else is told beside the sentence that asks: the
    /// town hides what is asked of another. `None` where nothing is, and where what is asked may be of that town: it names no other,
    /// speaks of *us* or *there*, or asks what joins one place, *with Ambon*, *how far*, to one that it does not name.
    pub(in crate::answer) fn without_origin(&self, question: &Question) -> Option<Question> {
        let text = question.text.trim();
        let asked = small_talk::without(text, |_| true);
        let names_no_place = |part: &str| self.names().mentioned_places(part).next().is_none();
        let tells_origin = asked.len() < text.len() && asked.len() < small_talk::without(text, names_no_place).len();
        if let Some(asked) = self.against_where_one_was(text) {
            return Some(Question { text: asked.to_owned(), ..question.clone() });
        }
        let behind = self.behind_where_one_is(asked);
        let is_of_a_work = behind.is_some() && begins_with_a_work(asked);
        let asked = match behind {
            Some(behind) => behind,
            None if tells_origin => asked,
            None => sentence_that_asks(text)?,
        };
        let places = self.names().places(asked);
        let may_be_of_it = match &places[..] {
            [] => true,
            [one] => is_joined(asked, one) && !is_of_a_work,
            _ => false,
        };
        // *Their agreement* is that of the two.
        let points_to_it = || points_back(asked) && !(behind.is_some() && places.len() > 1);
        if may_be_of_it || points_to_it() || speaks_of_us(&without_lead(Cow::Borrowed(asked), |_| false)) {
            return None;
        }
        Some(Question { text: asked.to_owned(), ..question.clone() })
    }
}

/// The one sentence of `text` that asks, where what stands beside it says neither when nor what not.
fn sentence_that_asks(text: &str) -> Option<&str> {
    // *My wife is from Perth* asks nothing.
    let asks = |clause: &Range<usize>| {
        let clause = &text[clause.clone()];
        AnswerKind::of_question(clause).is_some() || asks_in_its_order(clause)
    };
    let clauses = asking_clauses(text);
    if clauses.first().is_some_and(|first| first.len() == text.len()) {
        return None;
    }
    let clauses: Vec<_> = clauses.into_iter().filter(asks).collect();
    let [clause] = &clauses[..] else { return None };
    let asked = text[clause.clone()].trim();
    let (before, behind) = (&text[..clause.start], &text[clause.end..]);
    let is_sentence = before.trim_end().is_empty() || before.trim_end_matches(' ').ends_with(SENTENCE_ENDS);
    let is_apart = |around: &str| years(around).is_empty() && !words_of(around).any(denies);
    (is_sentence && is_apart(before) && is_apart(behind)).then_some(asked)
}

/// Does `word`, beside what asks, say what is not asked or how it is meant: *not*, *besides*, *I meant*.
pub(super) fn denies(word: &str) -> bool {
    const MEANS: [&str; 3] = ["mean", "meant", "besides"];
    is_one_of(word, &DENIES) || is_one_of(word, &MEANS)
}

/// Does `asked` speak of who asks, or of where they are: *our city*, *di sini*, 当市.
pub(super) fn speaks_of_us(asked: &str) -> bool {
    const US: [&str; 11] = ["we", "us", "our", "ours", "my", "here", "kami", "kita", "katong", "sini", "disini"];
    const OWN: [&str; 6] = ["kota", "daerah", "kampung", "negara", "tempat", "asal"];
    const ME: [&str; 4] = ["saya", "sy", "aku", "beta"];
    const JAPANESE: [&str; 11] =
        ["私", "わたし", "僕", "俺", "我々", "うちの", "当市", "当地", "こちら", "ここ", "地元"];
    let mut before = "";
    let mut is_of_us = |word| {
        let is_own = is_one_of(word, &ME) && is_one_of(before, &OWN);
        before = word;
        is_own || is_one_of(word, &US) || is_one_of(word, &["kotaku"])
    };
    words_of(asked).any(&mut is_of_us) || JAPANESE.iter().any(|word| asked.contains(word))
}

/// Is the place that `asked` names at `place` joined to another: *linked with Ambon*, *kota kembar Ambon*, アンボンとの協定, or ask how
/// far it is.
pub(super) fn is_joined(asked: &str, place: &Range<usize>) -> bool {
    const TO: [&str; 6] = ["with", "to", "dengan", "dgn", "sama", "ke"];
    /// What may stand between the two: *with the city of Ambon*.
    const BETWEEN: [&str; 5] = ["the", "city", "town", "of", "kota"];
    const TO_JA: [&str; 3] = ["と", "へ", "まで"];
    let before = asked[..place.start].split_whitespace().rev().find(|word| !is_one_of(word, &BETWEEN));
    let behind = asked[place.end..].trim_start_matches('市');
    before.is_some_and(|word| is_one_of(word, &TO))
        || TO_JA.iter().any(|to| behind.starts_with(to))
        || asks_of_a_tie(&asked.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::cases::are_told;

    #[test]
    fn where_one_is_from_hides_no_answer_about_another_place() {
        are_told(
            |best| &best.text,
            &[
                ("Halo, saya mahasiswa dari Surabaya. Siapa wali kota Hamamatsu?", Some("Nakano Yusuke")),
                (
                    "I am a student from Surabaya and I am writing my thesis on music cities. Who is the mayor of Hamamatsu?",
                    Some("Nakano Yusuke"),
                ),
                ("札幌の大学生です。浜松市長は誰ですか？", Some("中野祐介")),
                ("I'm a student from Ambon. Who is the mayor of Hamamatsu?", Some("Nakano Yusuke")),
                ("Siapa wali kota Hamamatsu? Saya mahasiswa dari Surabaya.", Some("Nakano Yusuke")),
                ("アンボン出身です。浜松市長は誰ですか？", Some("中野祐介")),
                ("Kami dari Kyoto. Berapa penduduk Ambon?", Some("394.415")),
                ("ダーウィンの市民です。アンボンとはいつから姉妹都市ですか？", Some("1988年")),
                ("I live in Jakarta. Who is the mayor of Hamamatsu?", Some("Nakano Yusuke")),
                ("横浜に住んでいます。浜松市長は誰ですか？", Some("中野祐介")),
                ("Halo, saya dari Jakarta. Siapa wali kota Hamamatsu? Berapa penduduk Ambon?", Some("Nakano Yusuke")),
                ("My wife is from Perth. How many people live in Ambon?", Some("394,415")),
                ("My daughter is 7 years old. What is the population of Ambon?", Some("394,415")),
                ("My cousin was in Darwin in 1988. Who was the mayor of Hamamatsu?", None),
                ("I'm from Kyoto. When was the partnership with Ambon signed?", None),
                ("Saya dari Kyoto. Kapan kerja sama dengan Ambon ditandatangani?", None),
                ("Saya dari Surabaya. Apakah kota kami bermitra dengan Hamamatsu?", None),
                ("I'm from Surabaya. How far is Hamamatsu?", None),
                ("札幌の者です。浜松と姉妹都市ですか？", None),
                ("I'm from Tokyo. Who is the mayor?", None),
                ("I am from Surabaya. Who is the mayor of Ambon?", None),
            ],
        );
    }

    #[test]
    fn what_may_be_asked_of_where_one_is_from_is_told() {
        for (asked, expect) in [
            ("is our city twinned", true),
            ("apakah kota saya ikut", true),
            ("当市との関係は", true),
            ("boleh saya tahu siapa wali kota Hamamatsu", false),
            ("who is the mayor of Hamamatsu", false),
            ("浜松市長は誰", false),
        ] {
            assert_eq!(speaks_of_us(asked), expect, "{asked}");
        }
        for (asked, place, expect) in [
            ("when was the agreement signed with the city of Ambon", "Ambon", true),
            ("berapa jam ke Ambon", "Ambon", true),
            ("sejak kapan jadi kota kembar Ambon", "Ambon", true),
            ("浜松市とはいつから", "浜松", true),
            ("who is the mayor of the city of Ambon", "Ambon", false),
            ("kapan kota Ambon jadi kota musik", "Ambon", false),
            ("浜松市長は誰", "浜松", false),
        ] {
            let start = asked.find(place).expect("it is named");
            assert_eq!(is_joined(asked, &(start..start + place.len())), expect, "{asked}");
        }
    }
}
