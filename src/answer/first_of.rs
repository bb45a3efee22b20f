//! What was first, and of which place: *Ambon's first sister city* is neither Hamamatsu's nor the first step.

use std::ops::Range;

use super::glossary::Names;
use crate::language::{Folded, Language, Order, is_cjk, word_ranges};

/// What joins a place to what was first of it, where the place stands before.
const BEFORE: [&str; 7] = ["", "'s", "’s", "の", "市の", "の一番", "市の一番"];
/// What stands before a place that is not the one.
const APART: [&str; 12] =
    ["di", "ke", "dari", "adalah", "ialah", "yaitu", "dengan", "dgn", "sama", "dan", "untuk", "yang"];
/// How many words at most stand between what was first and the place behind it.
const BETWEEN: usize = 3;
/// As many letters tell a word, and as many Japanese characters: its endings differ.
const LETTERS: usize = 5;
const CHARACTERS: usize = 2;

/// Something that is the first of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct FirstOf {
    /// What: how the word for it begins, as folded.
    what: String,
    /// Of which place, as the place of its term in the glossary; `None` where that is not told.
    place: Option<usize>,
}

impl FirstOf {
    /// The place that it is the first of; `None` where that is not told.
    pub(super) const fn place(&self) -> Option<usize> {
        self.place
    }

    /// May a text that tells this tell what `asked` asks for.
    pub(super) fn may_be(&self, asked: &Self) -> bool {
        self.what == asked.what && (self.place.is_none() || self.place == asked.place)
    }
}

impl Names {
    /// What `text`, which is in `language`, tells or asks to be the first; `None` where it does not.
    pub(super) fn first_of(&self, text: &str, language: Language) -> Option<FirstOf> {
        let (Order::First, first) = Order::find(text)? else { return None };
        let place = self.mentioned_places(text).find(|place| is_joined(text, &first, &place.range));
        Some(FirstOf { what: what_is_first(text, &first, language)?, place: place.map(|place| place.term) })
    }
}

/// How the word begins that says what is the first at `first`.
fn what_is_first(text: &str, first: &Range<usize>, language: Language) -> Option<String> {
    let (before, behind) = (&text[..first.start], &text[first.end..]);
    let word = match language {
        Language::Id => &before[word_ranges(before).last()?],
        Language::En => &behind[word_ranges(behind).next()?],
        Language::Ja => behind.trim_start_matches('の'),
    };
    let length = if word.starts_with(is_cjk) { CHARACTERS } else { LETTERS };
    Some(Folded::new(word).as_str().chars().take(length).collect())
}

/// Does the place at `place` stand where it says of what it is that is the first, at `first`.
fn is_joined(text: &str, first: &Range<usize>, place: &Range<usize>) -> bool {
    if place.end <= first.start {
        return BEFORE.contains(&text[place.end..first.start].trim());
    }
    if place.start < first.end {
        return false;
    }
    let between = &text[first.end..place.start];
    let mut words: Vec<&str> = word_ranges(between).map(|range| &between[range]).collect();
    match words.pop() {
        Some("of") => words.len() < BETWEEN,
        // In Indonesian the place follows.
        Some(word) => words.is_empty() && !APART.contains(&word),
        None => between == " ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use crate::index::Index;

    #[test]
    fn what_was_first_is_of_the_place_that_is_joined_to_it() {
        use Language::{En, Id, Ja};
        let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
        let names = Names::new(corpus.glossary(), &Index::build(&corpus).expect("it is indexed"));
        for (language, text, expect) in [
            (En, "what was hamamatsu's first sister city", Some(("siste", Some("Hamamatsu")))),
            (En, "the first sister city of Darwin", Some(("siste", Some("Darwin")))),
            (Id, "Kota kembar pertama Ambon adalah Vlissingen", Some(("kemba", Some("Ambon")))),
            (Ja, "アンボン市の最初の姉妹都市はフリシンゲン市", Some(("姉妹", Some("Ambon")))),
            (Ja, "浜松の一番最初の姉妹都市", Some(("姉妹", Some("Hamamatsu")))),
            (En, "The first step towards a link between Ambon and Hamamatsu", Some(("step", None))),
            (Id, "kota pertama adalah Vlissingen", Some(("kota", None))),
            (En, "who came first", None),
            (En, "Ambon is a city", None),
        ] {
            let expect = expect.map(|(what, place)| FirstOf {
                what: what.to_owned(),
                place: place.map(|place| names.which_places(place)[0]),
            });
            assert_eq!(names.first_of(text, language), expect, "{text}");
        }
    }

    #[test]
    fn what_is_first_of_another_place_or_another_thing_is_not_it() {
        let first = |what: &str, place| FirstOf { what: what.to_owned(), place };
        let asked = first("siste", Some(1));
        for (told, expect) in [
            (first("siste", Some(1)), true),
            (first("siste", None), true),
            (first("siste", Some(2)), false),
            (first("step", Some(1)), false),
        ] {
            assert_eq!(told.may_be(&asked), expect, "{told:?}");
        }
    }
}
