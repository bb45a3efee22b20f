//! The very words of the best sentence that answer, where the question asks for a kind of thing that can be recognised.
//!
//! Pointing at the wrong words is worse than at none: a span is given only where the sentence holds most of what the
//! question tells, and where it holds something of the kind that the question has not named itself.

use std::ops::Range;

use crate::language::{AnswerKind, Folded, Language, Measure};

/// The least share of the question's weight that the sentence has to hold, 0 to 1, for each kind. A date is told by its
/// form; a person or a place only by its capitals, so there more has to fit.
const fn least_coverage(kind: AnswerKind) -> f32 {
    match kind {
        AnswerKind::Date | AnswerKind::Number => 0.5,
        AnswerKind::Person | AnswerKind::Place | AnswerKind::Organisation => 0.6,
    }
}

/// The bytes of `text` that answer a question for a thing of `kind`: of the things of that kind in `sentence`, the one that
/// is nearest to a matched word. `coverage` is the share of the question's weight that the sentence holds.
pub(super) fn find(
    kind: AnswerKind,
    question: &str,
    language: Language,
    text: &str,
    sentence: Range<usize>,
    matches: &[Range<usize>],
    coverage: f32,
) -> Option<Range<usize>> {
    if coverage < least_coverage(kind) {
        return None;
    }
    let found = new_things(kind, question, language, &text[sentence.clone()]).into_iter();
    found
        .map(|range| sentence.start + range.start..sentence.start + range.end)
        .filter(|range| kind != AnswerKind::Person || is_person(text, range, matches))
        .min_by_key(|range| matches.iter().map(|matched| distance(range, matched)).min().unwrap_or(usize::MAX))
}

/// A name of one word is a person's where it does what is asked: *who sailed*, *Wattimena sailed*.
fn is_person(text: &str, name: &Range<usize>, matches: &[Range<usize>]) -> bool {
    let of_one_word = !text[name.clone()].contains(' ');
    let acts = || matches.iter().any(|matched| matched.start == name.end + 1);
    !of_one_word || text[..name.start].ends_with("by ") || acts()
}

/// Where `sentence` holds things of `kind` that the question has not named itself.
pub(super) fn new_things(kind: AnswerKind, question: &str, language: Language, sentence: &str) -> Vec<Range<usize>> {
    let asked = Folded::new(question);
    let measure = if kind == AnswerKind::Number { Measure::of_question(question) } else { None };
    let mut found = kind.find_in(language, sentence);
    found.retain(|range| {
        let candidate = Folded::new(&sentence[range.clone()]);
        let mut words = candidate.as_str().split_whitespace();
        match kind {
            AnswerKind::Date => words.any(|word| !asked.as_str().contains(word)),
            AnswerKind::Number => {
                measure.is_none_or(|measure| measure.fits(candidate.as_str()))
                    && words.any(|word| !asked.as_str().contains(word))
            }
            // A name that shares a word with the question is the question's own.
            AnswerKind::Person | AnswerKind::Place | AnswerKind::Organisation => {
                words.all(|word| !asked.as_str().contains(word))
            }
        }
    });
    found
}

/// How far `found` stands from a matched word, in bytes: what stands before it counts twice, since what is told of a thing
/// mostly follows it (*born in 1118*).
const fn distance(found: &Range<usize>, matched: &Range<usize>) -> usize {
    if found.end <= matched.start { 2 * (matched.start - found.end) } else { found.start.saturating_sub(matched.end) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_span_is_the_nearest_of_its_kind_that_was_not_asked_with() {
        let text = "One. The race began in 1976, and in 1999 it stopped.";
        let place_of = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
        let check = |kind, question, matches: &[&str], coverage, expect: Option<&str>| {
            let ranges: Vec<_> = matches.iter().map(|word| place_of(word)).collect();
            let span = find(kind, question, Language::En, text, 5..text.len(), &ranges, coverage);
            assert_eq!(span.map(|span| &text[span]), expect, "{question}");
        };
        check(AnswerKind::Date, "when did the race begin", &["race", "began"], 1.0, Some("1976"));
        check(AnswerKind::Date, "when did it stop", &["stopped"], 1.0, Some("1999"));
        check(AnswerKind::Date, "when did the race of 1976 stop", &["race"], 1.0, Some("1999"));
        check(AnswerKind::Date, "when did the race begin", &["race"], 0.3, None);
        check(AnswerKind::Number, "how many", &["race"], 1.0, None);
    }
}
