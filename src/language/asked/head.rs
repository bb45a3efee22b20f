//! The thing itself that is asked for, apart from what it is of: *what* ***language*** *was used*, ***bahasa*** *apa*, ***写真***は.

use std::ops::Range;

use crate::language::{AnswerKind, Language, is_one_of, is_stop_word, word_ranges};

/// What stands before it in English, *there* behind a verb.
const BEFORE: [&str; 5] = ["what", "which", "whats", "many", "who"];
const THERE: [&str; 1] = ["there"];
const BEFORE_THERE: [&str; 2] = ["are", "is"];
/// What may stand between.
const BETWEEN: [&str; 11] = ["kind", "kinds", "sort", "sorts", "type", "of", "the", "a", "an", "any", "is"];
/// What stands before it in Indonesian, and behind it.
const BEFORE_ID: [&str; 5] = ["ada", "berapa", "brp", "apa", "siapa"];
/// What may stand between who did it and what was done.
const WHO_ID: [&str; 2] = ["yang", "yg"];
const BEHIND_ID: [&str; 3] = ["apa", "brp", "berapa"];
/// What stands behind it in Japanese.
const BEHIND_JA: [&str; 10] =
    ["した", "しました", "は", "って", "を教えて", "をおしえて", "がある", "はある", "が見", "を見"];

/// What asks in which tongue something is, whatever stands behind it: 何語で.
const WHICH_TONGUE_JA: &str = "何語";

/// Is what stands at `range` of `text`, a question in `language`, the thing that is asked for.
#[must_use]
pub fn is_asked_for(text: &str, range: &Range<usize>, language: Language) -> bool {
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let is = |word: &str, listed: &[&str]| is_one_of(word, listed);
    match language {
        Language::Ja => {
            let is_end = !behind.contains(char::is_alphanumeric);
            let is_tongue = || text[..range.end].ends_with(WHICH_TONGUE_JA);
            // When something was of it is asked, not it itself.
            let is_dated = || AnswerKind::of_question(behind) == Some(AnswerKind::Date);
            is_end || is_tongue() || BEHIND_JA.iter().any(|it| behind.starts_with(it)) && !is_dated()
        }
        Language::En => {
            let words: Vec<&str> = word_ranges(before).map(|word| &before[word]).collect();
            let Some(asks) = words.iter().rposition(|word| !is(word, &BETWEEN)) else { return false };
            let is_there = || asks > 0 && is(words[asks], &THERE) && is(words[asks - 1], &BEFORE_THERE);
            is(words[asks], &BEFORE) || is_there()
        }
        Language::Id => {
            let words: Vec<&str> = word_ranges(before).map(|word| &before[word]).collect();
            // *Siapa yang hadir*; *yang lahir* alone tells which one is meant.
            let asks = match words[..] {
                [.., who, that] if is(that, &WHO_ID) => is(who, &["siapa", "ada"]),
                [.., last] => is(last, &BEFORE_ID),
                [] => false,
            };
            let rest: Vec<&str> = word_ranges(behind).map(|word| &behind[word]).collect();
            // *Hasil … apa*: it stands first, and what asks last.
            let around = || {
                let is_first = word_ranges(before).all(|word| is_stop_word(Language::Id, &before[word]));
                is_first && rest.last().is_some_and(|word| is(word, &["apa"]))
            };
            asks || rest.first().is_some_and(|word| is(word, &BEHIND_ID)) || around()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_thing_that_is_asked_for_is_told_from_what_it_is_of() {
        use Language::{En, Id, Ja};
        for (language, text, word, expect) in [
            (En, "what language was used at the launch", "language", true),
            (En, "what kind of language is it", "language", true),
            (En, "are there any photos of the visit", "photos", true),
            (En, "are there photos of the visit", "photos", true),
            (En, "how many staff does the museum have", "staff", true),
            (En, "I teach grade 5, are there student swaps", "grade", false),
            (En, "who draws up the game plan for music", "game", false),
            (Id, "peluncuran itu pakai bahasa apa", "bahasa", true),
            (Id, "ada foto kunjungannya", "foto", true),
            (Id, "hasil seminar itu apa", "hasil", true),
            (Id, "museum punya berapa pegawai", "pegawai", true),
            (Id, "siapa yang hadir di sana", "hadir", true),
            (Id, "penyanyi mana yang lahir di Maluku", "lahir", false),
            (Id, "suami saya fanatik roland, kantornya di mana", "suami", false),
            (Ja, "訪問の写真はありますか", "写真", true),
            (Ja, "ヤマハの所蔵数は", "所蔵数", true),
            (Ja, "交流の書類ってサインしたのいつ", "書類", false),
            (Ja, "中止になった理由って何", "中止", false),
            (Ja, "会談は何語で行われましたか", "語", true),
        ] {
            let start = text.find(word).expect("it stands there");
            assert_eq!(is_asked_for(text, &(start..start + word.len()), language), expect, "{text}");
        }
    }
}
