//! What kind of place a question asks for: *which German city*, *negara mana*, どの街. Of several, *which cities*, none is the answer.

use super::words::Words;

/// What kind of place a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceAsked {
    /// A city or a town.
    City,
    /// A country.
    Country,
}

/// How many words may stand between what asks and what is asked for: *which other German city*.
const BETWEEN: usize = 2;

/// What does not stand between them: *what does the city do*, *what kind of city*, *kota itu apa*.
#[rustfmt::skip]
const APART: [&str; 39] = [
    "is", "was", "are", "were", "does", "do", "did", "has", "had", "have", "will", "would", "can", "could", "a", "an", "the", "of", "in",
    "kind", "kinds", "type", "types", "sort", "s", "itu", "ini", "di", "ke", "dari", "yang", "yg", "ada", "punya", "adalah", "ialah",
    "dan", "and", "jadi",
];
/// The words for each of them, in English, Indonesian and Japanese.
const CITIES: [&[&str]; 3] = [&["city", "town"], &["kota", "kotanya"], &["都市", "街", "町", "市"]];
const COUNTRIES: [&[&str]; 3] = [&["country"], &["negara", "negaranya"], &["国"]];
/// How it is asked for in Japanese, with the thing behind it.
const WHICH_JA: [&str; 3] = ["どの", "どこの", "何という"];
/// What makes several of what is asked for before it: *kota kembar mana saja*.
const SEVERAL: [&str; 3] = ["saja", "aja", "sj"];

impl PlaceAsked {
    /// Is a city asked for, or a country, by that word.
    #[must_use]
    pub fn of_question(question: &str) -> Option<Self> {
        let words = Words::of(question);
        if asks(&words, COUNTRIES, BETWEEN) {
            Some(Self::Country)
        } else {
            asks(&words, CITIES, BETWEEN).then_some(Self::City)
        }
    }
}

/// Is it a place that the words ask for, as one is told: *in …*. Which one of some kind it is, *which sister city*, *kota kembar mana*, is
/// told by what it does as well, but where something lies: *which European country*.
pub(super) fn is_asked_for(words: &Words) -> bool {
    asks(words, COUNTRIES, 0) || asks(words, CITIES, 0) || asks_in_english(&words.in_order, COUNTRIES[0], BETWEEN)
}

/// Do the words ask for one of `listed`, in any language, with so many words `between` them.
fn asks(words: &Words, [english, indonesian, japanese]: [&[&str]; 3], between: usize) -> bool {
    asks_in_english(&words.in_order, english, between)
        || asks_in_indonesian(&words.in_order, indonesian, between)
        || asks_in_japanese(words, japanese)
}

/// *Which*, then perhaps what kind of one, then the thing.
fn asks_in_english(words: &[String], listed: &[&str], between: usize) -> bool {
    words.iter().enumerate().filter(|(_, word)| matches!(word.as_str(), "which" | "what")).any(|(place, _)| {
        let behind = words[place + 1..].iter().map(String::as_str).take(between + 1);
        behind.take_while(|word| !APART.contains(word)).any(|word| listed.contains(&word))
    })
}

/// The thing, then *mana* or *apa*; behind what kind of one it is, *mana* alone: *kota kembar apa* may ask what it is.
fn asks_in_indonesian(words: &[String], listed: &[&str], between: usize) -> bool {
    words.iter().enumerate().filter(|(_, word)| listed.contains(&word.as_str())).any(|(place, _)| {
        let behind = || words[place + 1..].iter().map(String::as_str);
        let of_its_kind = behind().take(between + 1).take_while(|word| !APART.contains(word));
        let asks = of_its_kind.zip(behind().skip(1).chain([""])).find(|(word, _)| *word == "mana");
        matches!(behind().next(), Some("mana" | "apa")) || asks.is_some_and(|(_, next)| !SEVERAL.contains(&next))
    })
}

fn asks_in_japanese(words: &Words, listed: &[&str]) -> bool {
    let asked = WHICH_JA.iter().filter(|which| words.hold(which));
    let mut found = asked.flat_map(|which| words.folded.match_indices(which));
    found.any(|(at, which)| listed.iter().any(|thing| words.folded[at + which.len()..].starts_with(thing)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_asked_for_where_it_lies() {
        for (question, expect) in [
            ("which European country is it in", true),
            ("which city is it", true),
            ("which sister city was the first", false),
            ("kota mana", true),
            ("kota kembar mana yang pertama", false),
            ("どの国ですか", true),
            ("", false),
        ] {
            assert_eq!(is_asked_for(&Words::of(question)), expect, "{question}");
        }
    }

    #[test]
    fn a_city_or_a_country_is_asked_for() {
        use PlaceAsked::{City, Country};
        for (question, expect) in [
            ("which city is it", Some(City)),
            ("which German city did they meet", Some(City)),
            ("what other music city is there", Some(City)),
            ("what other music cities are there", None),
            ("which European country is it in", Some(Country)),
            ("in what year did which city join", Some(City)),
            ("what does the city do", None),
            ("what is a city of music", None),
            ("what kind of city is it", None),
            ("kota mana", Some(City)),
            ("di kota apa", Some(City)),
            ("kota kembar mana yang pertama", Some(City)),
            ("kota kembar mana saja", None),
            ("kota musik itu apa", None),
            ("kota ini di mana", None),
            ("di negara Eropa mana", Some(Country)),
            ("negaranya mana", Some(Country)),
            ("どの街ですか", Some(City)),
            ("何という都市", Some(City)),
            ("どこの国の街", Some(Country)),
            ("この街は何", None),
            ("", None),
        ] {
            assert_eq!(PlaceAsked::of_question(question), expect, "{question}");
        }
    }
}
