//! The United States by their initials, which are written as *us* is: *sister cities in the US*.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{is_one_of, spliced, word_ranges};

/// How they are named where nothing else is meant.
const NAME: &str = "USA";
/// What makes a sum of the initials: *US dollars*.
const SUMS: [&str; 2] = ["dollar", "dollars"];

/// The text with the United States as they are named, where that `is_place`: behind *the*, or in capitals that all of the text has not.
#[must_use]
pub fn with_states_named(text: Cow<'_, str>, is_place: impl Fn(&str) -> bool) -> Cow<'_, str> {
    if !(text.contains("US") || text.contains("the us")) || !is_place(NAME) {
        return text;
    }
    let words: Vec<_> = word_ranges(&text).collect();
    let found: Vec<_> = (0..words.len())
        .filter(|place| is_meant(&text, &words, *place))
        .map(|place| (words[place].clone(), NAME))
        .collect();
    spliced(text, found)
}

fn is_meant(text: &str, words: &[Range<usize>], place: usize) -> bool {
    let is = |place: Option<usize>, listed: &[&str]| {
        place.and_then(|place| words.get(place)).is_some_and(|range| is_one_of(&text[range.clone()], listed))
    };
    let range = &words[place];
    let (word, behind) = (&text[range.clone()], &text[range.end..]);
    let is_written_so = || word == "US" && text.bytes().any(|byte| byte.is_ascii_lowercase());
    is_one_of(word, &["us"])
        && !behind.starts_with('$')
        && !is(Some(place + 1), &SUMS)
        && (is_written_so() || is(place.checked_sub(1), &["the"]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_states_are_told_from_us() {
        for (text, expect) in [
            ("sister citys in the US", "sister citys in the USA"),
            ("which US cities work with ambon", "which USA cities work with ambon"),
            ("any in the us?", "any in the USA?"),
            ("did they help us", "did they help us"),
            ("is it over US$700,000", "is it over US$700,000"),
            ("how many US dollars", "how many US dollars"),
            ("TELL US MORE", "TELL US MORE"),
            ("", ""),
        ] {
            assert_eq!(with_states_named(Cow::Borrowed(text), |_| true), expect);
            assert_eq!(with_states_named(Cow::Borrowed(text), |_| false), text);
        }
    }
}
