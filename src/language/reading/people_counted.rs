//! People who are counted and not named, or by a word that says too little: *how many live there*, *berapa orang di Ambon*.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{Language, counted, spliced, word_ranges};

/// `text` with the people who are counted where it names nobody: *how many live there* as *how many people live there*; and those of
/// a city, as `is_city` tells, as its inhabitants.
#[must_use]
pub fn with_people_counted(text: Cow<'_, str>, is_city: impl Fn(&str) -> bool) -> Cow<'_, str> {
    const LIVE: [&str; 6] = ["live", "lives", "living", "reside", "dwell", "are living"];
    /// Other words for people, *orang* as Indonesians mix it in.
    const PEOPLE: [&str; 4] = ["orang", "folk", "folks", "souls"];
    let lower = text.to_ascii_lowercase();
    if let Some(people) = people_of_a_city(&lower, is_city) {
        return spliced(text, [(people, "penduduk")]);
    }
    let Some(asks) = lower.find(MANY).map(|start| start..start + MANY.len()) else { return text };
    let behind = lower[asks.end..].trim_start();
    let is_it = |word: &&str| {
        let rest = behind.strip_prefix(*word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    // *Folk songs* are no people.
    let is_counted = |word: &&&str| is_it(word) && (**word != "folk" || counts(&lower, word));
    if let Some(people) = PEOPLE.iter().find(is_counted) {
        let start = lower.len() - behind.len();
        return spliced(text, [(start..start + people.len(), "people")]);
    }
    if !LIVE.iter().any(is_it) {
        return text;
    }
    spliced(text, [(asks.end..asks.end, " people")])
}

/// Is `word` by itself what is counted in English.
fn counts(lower: &str, word: &str) -> bool {
    counted(lower, Language::En).is_some_and(|range| &lower[range] == word)
}

/// Where *orang* stands in Indonesian that asks how many of them there are in a city, and nothing else.
fn people_of_a_city(lower: &str, is_city: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    let words: Vec<_> = word_ranges(lower).collect();
    let said = |place: usize| words.get(place).map(|range| &lower[range.clone()]);
    let asks = usize::from(said(0) == Some("ada"));
    let people = asks + 1 + usize::from(said(asks + 1) == Some("banyak"));
    let place = people + 1 + usize::from(said(people + 1) == Some("ada"));
    let city = place + 1 + usize::from(said(place + 1) == Some("kota"));
    let is_asked = said(asks) == Some("berapa") && said(people) == Some("orang") && said(place) == Some("di");
    let is_of_a_city = words.len() == city + 1 && said(city).is_some_and(is_city);
    (is_asked && is_of_a_city).then(|| words[people].clone())
}

/// What asks for the number of them.
const MANY: &str = "how many";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_lives_somewhere_is_people() {
        for (text, expect) in [
            ("How many live in ambon?", "How many people live in ambon?"),
            ("and how many live there", "and how many people live there"),
            ("how many lived through it", "how many lived through it"),
            ("how many people live there", "how many people live there"),
            ("how many cities live on music", "how many cities live on music"),
            ("how many", "how many"),
            ("how many orang live in Ambon btw", "how many people live in Ambon btw"),
            ("how many orangutans live there", "how many orangutans live there"),
            ("how many folk live in ambon", "how many people live in ambon"),
            ("how many folk songs are sung in ambon", "how many folk songs are sung in ambon"),
            ("how many souls has ambon", "how many people has ambon"),
            ("berapa orang di ambon", "berapa penduduk di ambon"),
            ("Ada berapa banyak orang ada di kota Ambon?", "Ada berapa banyak penduduk ada di kota Ambon?"),
            ("berapa orang di ambon yang bisa menyanyi", "berapa orang di ambon yang bisa menyanyi"),
            ("berapa orang yang datang", "berapa orang yang datang"),
            ("berapa orang di", "berapa orang di"),
            ("berapa orang di delegasi hamamatsu", "berapa orang di delegasi hamamatsu"),
            ("berapa orang di sana", "berapa orang di sana"),
        ] {
            assert_eq!(with_people_counted(Cow::Borrowed(text), |name| name == "ambon"), expect);
        }
    }
}
