//! What a question asks the number of: *how many* ***music cities*** *are there*, *berapa* ***kota musik***.

use std::ops::Range;

use super::words::long_form;
use crate::language::{Language, is_one_of, word_ranges};

/// What asks for a number of something.
pub(super) const ASKS: [&str; 4] = ["berapa", "jumlah", "many", "number"];
/// What may stand between it and the thing.
pub(super) const BETWEEN: [&str; 12] =
    ["of", "the", "different", "other", "more", "banyak", "jumlah", "total", "buah", "ekor", "unit", "byk"];
/// What ends it in English: what is said of the thing.
#[rustfmt::skip]
const ENDS: [&str; 52] = [
    "are", "is", "were", "was", "did", "do", "does", "have", "has", "had", "can", "could", "will", "would", "in", "of", "from", "for", "to",
    "at", "on", "by", "with", "there", "that", "who", "which", "came", "joined", "exist", "live", "per", "and", "now",
    "the", "a", "an", "this", "these", "those", "its", "their",
    "worldwide", "globally", "again", "nowadays", "currently", "today", "altogether", "overall", "please", "pls",
];
/// More than one of something, without an *s*.
const PLURALS: [&str; 4] = ["people", "children", "men", "women"];
/// The most words of it in English.
const MOST: usize = 3;

/// Where the word stands that says what is counted, in bytes, in a question in `language`; `None` where none is, and in Japanese, where
/// it is told by what the number is written with.
#[must_use]
pub fn counted(question: &str, language: Language) -> Option<Range<usize>> {
    let is = |range: &Range<usize>, listed: &[&str]| is_one_of(&question[range.clone()], listed);
    let asks = |range: &Range<usize>| ASKS.contains(&long_form(&question[range.clone()].to_ascii_lowercase()));
    let mut words = word_ranges(question).skip_while(|word| !asks(word));
    let asks = words.next()?;
    let mut words = words.skip_while(|word| is(word, &BETWEEN));
    match language {
        // The thing itself stands first.
        Language::Id => words
            .next()
            .filter(|word| question[asks.end..word.start].chars().all(|it| it.is_alphanumeric() || it == ' ')),
        // What is said of it may follow: more than one of it is told by its plural.
        Language::En => {
            let before_the_end: Vec<_> = words.take_while(|word| !is(word, &ENDS)).take(MOST).collect();
            let is_plural = |word: &&Range<usize>| question[(*word).clone()].ends_with('s') || is(word, &PLURALS);
            before_the_end.iter().rfind(is_plural).or(before_the_end.last()).cloned()
        }
        Language::Ja => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_counted_stands_behind_what_asks() {
        use Language::{En, Id, Ja};
        for (language, text, expect) in [
            (En, "how many music cities are there", Some("cities")),
            (En, "and how many different action plans does Ambon have", Some("plans")),
            (En, "the number of creative cities", Some("cities")),
            (En, "how many twin towns worldwide has it", Some("towns")),
            (En, "how many delegates visited Ambon", Some("delegates")),
            (En, "how many nations control this region", Some("nations")),
            (En, "how many people joined the race", Some("people")),
            (En, "how many are there", None),
            (En, "how many action plans again", Some("plans")),
            (Id, "berapa kota musik di dunia", Some("kota")),
            (Id, "ada brp banyak pilar", Some("pilar")),
            (Id, "jumlah kota kreatif?", Some("kota")),
            (Id, "tahun berapa", None),
            (Id, "tahun berapa, kota mana", None),
            (Ja, "何都市ですか", None),
            (En, "", None),
        ] {
            assert_eq!(counted(text, language).map(|range| &text[range]), expect, "{text}");
        }
    }
}
