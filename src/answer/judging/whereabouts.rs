//! Does a passage tell where a place lies: *Hamamatsu in Japan*, *Vlissingen in the Netherlands*, オランダのフリシンゲン市.

use std::ops::Range;

use crate::answer::understanding::Query;
use crate::index::{Analyzed, Field};
use crate::language::{AnswerKind, Language, begins_with_a_country, is_cjk, is_hiragana, is_weak_word};

/// What a place is, and what it lies in: *ambon itu kota di negara mana*.
const KINDS: [&str; 16] = [
    "kota",
    "kotanya",
    "negara",
    "negaranya",
    "city",
    "cities",
    "town",
    "towns",
    "country",
    "countries",
    "国",
    "街",
    "町",
    "都市",
    "市",
    "まち",
];

/// Does `query` ask where a place lies and nothing else, in the words of `language`.
pub(in crate::answer) fn is_asked(query: &Query, language: Language) -> bool {
    let concepts = query.concepts(Field::Words(language));
    query.kind() == Some(AnswerKind::Place)
        && concepts.iter().any(|concept| concept.is_place)
        && concepts.iter().all(|it| it.is_place || is_weak_word(&it.word) || KINDS.contains(&it.word.as_str()))
}

/// Does `text`, which is in `language` and analysed so, tell where the places of `query` lie.
pub(in crate::answer) fn are_told(query: &Query, language: Language, analyzed: Analyzed<'_>, text: &str) -> bool {
    let field = Field::Words(language);
    let occurrences = query.occurrences(field, analyzed);
    let places = query.concepts(field).iter().enumerate().filter(|(_, concept)| concept.is_place);
    places.map(|(place, _)| place).any(|place| occurrences.of(place).any(|found| is_told(text, &found.range(analyzed))))
}

/// Does what stands beside `place` say where it lies.
fn is_told(text: &str, place: &Range<usize>) -> bool {
    const BESIDE: [&str; 4] = [" in ", " di ", ", ", " ("];
    let (before, behind) = (&text[..place.start], &text[place.end..]);
    // Of what has an article, only a country surely lies around a place.
    let names = |rest: &str| {
        rest.starts_with(char::is_uppercase) || rest.strip_prefix("the ").is_some_and(begins_with_a_country)
    };
    if BESIDE.iter().any(|beside| behind.strip_prefix(beside).is_some_and(names)) {
        return true;
    }
    // What ends in 年 or 月 is a time.
    let is_name = |c: char| (is_cjk(c) || c == 'ー') && !is_hiragana(c) && !matches!(c, '年' | '月' | '日');
    before.strip_suffix('の').is_some_and(|rest| rest.ends_with(is_name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn where_a_place_lies_is_told_by_a_passage_that_says_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("アンボンってどこの国の街", "インドネシア"),
            ("アンボンはどこの国の都市ですか", "インドネシア"),
            ("ambon itu kota di negara mana", "Indonesia"),
            ("which country is Ambon a city of", "Indonesia"),
            ("フリシンゲンはどこの国の街", "オランダ"),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages().first().filter(|_| answer.is_found());
            assert!(best.is_some_and(|best| best.best_sentence().contains(expect)), "{question}: {best:?}");
        }
    }

    #[test]
    fn where_a_place_lies_is_told_beside_it() {
        for (text, place, expect) in [
            ("Ambon in Indonesia and others", "Ambon", true),
            ("didirikan di Hamamatsu, Jepang.", "Hamamatsu", true),
            ("Vlissingen (Netherlands) and Ambon", "Vlissingen", true),
            ("Vlissingen in the Netherlands and others", "Vlissingen", true),
            ("Vlissingen in the UNESCO network", "Vlissingen", false),
            ("Vlissingen (Netherlands) and Ambon", "Ambon", false),
            ("Kota Ambon dan Kota Hamamatsu di Jepang", "Hamamatsu", true),
            ("Ambon, which sings", "Ambon", false),
            ("signed in Ambon in 1988", "Ambon", false),
            ("オランダのフリシンゲン市", "フリシンゲン", true),
            ("2016年の浜松市", "浜松", false),
            ("ほかの浜松", "浜松", false),
            ("アンボン市", "アンボン", false),
        ] {
            let start = text.find(place).expect("the place is in the text");
            assert_eq!(is_told(text, &(start..start + place.len())), expect, "{text}: {place}");
        }
    }
}
