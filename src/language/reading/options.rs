//! What a quiz lets one choose from: behind its question, *when did it join? a) 2013 b) 2014*, どの国？ ア 韓国 イ ブラジル, or of a
//! statement, *T/F: it joined in 2013*, ○か×か.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{asks_something, is_cjk, is_long_enough, spliced};

/// How a quiz asks whether a statement is true, in lower case, and what asks so in words.
const TRUE_OR_FALSE: [&str; 6] = ["true or false", "true/false", "t or f", "t/f", "right or wrong", "b/s"];
const TRUE_OR_FALSE_JA: [&str; 8] =
    ["○か×か", "〇か×か", "○×クイズ", "〇×クイズ", "○×", "〇×", "マルかバツか", "まるかばつか"];
const IN_WORDS: &str = "true or false?";
const IN_WORDS_JA: &str = "正しいか。";

/// `text` with it asked in words, as a sentence by itself, whether what stands before or behind it is true.
#[must_use]
pub fn with_truth_in_words(text: Cow<'_, str>) -> Cow<'_, str> {
    let stands_apart = |range: &Range<usize>| {
        !text[..range.start].ends_with(char::is_alphanumeric) && !text[range.end..].starts_with(char::is_alphanumeric)
    };
    let is_at_an_end = |range: &Range<usize>| {
        let has_words = |part: &str| part.contains(char::is_alphanumeric);
        has_words(&text[..range.start]) != has_words(&text[range.end..])
    };
    let with_its_mark = |range: Range<usize>| {
        let behind = text[range.end..].trim_start_matches([':', '?', '.', ',', ')', '：', '？', '。', '、', '）']);
        range.start..text.len() - behind.len()
    };
    let find = |text: &str, listed: &[&str]| {
        listed.iter().find_map(|asks| text.find(asks).map(|start| start..start + asks.len()))
    };
    let found = if text.contains(is_cjk) {
        find(&text, &TRUE_OR_FALSE_JA).map(|range| (range, IN_WORDS_JA))
    } else {
        find(&text.to_ascii_lowercase(), &TRUE_OR_FALSE).filter(stands_apart).map(|range| (range, IN_WORDS))
    };
    let found = found.filter(|(range, _)| is_at_an_end(range));
    let found = found.map(|(range, words)| (with_its_mark(range), words));
    spliced(text, found)
}

/// How the first and the second of them are marked, and what stands behind a mark.
const LETTERS: [(&str, &str); 5] = [("a", "b"), ("A", "B"), ("1", "2"), ("ア", "イ"), ("あ", "い")];
const BEHIND: [char; 6] = [')', '）', '.', '．', ':', '：'];
/// The same of those that are marks by themselves.
const RINGED: (&str, &str) = ("①", "②");
/// `text` without the options behind its question, which ask nothing themselves; all of it where there are no two of them.
#[must_use]
pub fn without_options(text: &str) -> &str {
    let first_two = |(first, second): &(&str, &str)| {
        let first_at = mark_in(text, first)?;
        mark_in(&text[first_at + first.len()..], second).map(|_| first_at)
    };
    let Some(start) = LETTERS.iter().chain([&RINGED]).filter_map(first_two).min() else { return text };
    let (question, options) = text.split_at(start);
    let question = question.trim_end_matches(|it: char| it.is_whitespace() || matches!(it, '(' | '（'));
    if is_long_enough(question) && !asks_something(options) { question } else { text }
}

/// Where `mark` stands by itself in `text`, as that of an option.
fn mark_in(text: &str, mark: &str) -> Option<usize> {
    let is_ringed = mark == RINGED.0 || mark == RINGED.1;
    let is_kana = !mark.is_ascii();
    let is_mark = |at: &usize| {
        let behind = text[at + mark.len()..].chars().next();
        let stands_apart = !text[..*at].ends_with(char::is_alphanumeric);
        is_ringed || stands_apart && behind.is_some_and(|it| BEHIND.contains(&it) || is_kana && it.is_whitespace())
    };
    text.match_indices(mark).map(|(at, _)| at).find(is_mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whether_it_is_true_is_asked_in_words() {
        for (text, expect) in [
            ("T/F: Kawai was founded in Tokyo.", "true or false? Kawai was founded in Tokyo."),
            ("true or false Kawai is in Tokyo", "true or false? Kawai is in Tokyo"),
            ("Kawai is in Tokyo. T or F?", "Kawai is in Tokyo. true or false?"),
            ("Kawai is in Tokyo (True/False)", "Kawai is in Tokyo (true or false?"),
            ("○か×か。カワイは東京で創業した", "正しいか。カワイは東京で創業した"),
            ("カワイは東京で創業した。マルかバツか", "カワイは東京で創業した。正しいか。"),
            ("is it true or false that it is there", "is it true or false that it is there"),
            ("what about RT/FM Ambon", "what about RT/FM Ambon"),
            ("true or false", "true or false"),
            ("", ""),
        ] {
            assert_eq!(with_truth_in_words(Cow::Borrowed(text)), expect);
        }
    }

    #[test]
    fn what_may_be_chosen_is_no_part_of_the_question() {
        for (text, expect) in [
            ("When did Ambon join? a) 2013 b) 2014", "When did Ambon join?"),
            ("Ambon joined UNESCO's network in A. 2018 B. 2019 C. 2020", "Ambon joined UNESCO's network in"),
            ("the race began in (a) 1976 (b) 1986", "the race began in"),
            ("lomba layar mulai tahun 1) 1976 2) 1986", "lomba layar mulai tahun"),
            ("会議が開かれた国は? ア 韓国 イ ブラジル", "会議が開かれた国は?"),
            ("楽器博物館の楽器の数は①3,300②5,000", "楽器博物館の楽器の数は"),
            ("どちらの市長ですか。Ａ）", "どちらの市長ですか。Ａ）"),
            ("a) who signed it b) when was it", "a) who signed it b) when was it"),
            ("please tell me: a) who signed it b) when was it", "please tell me: a) who signed it b) when was it"),
            ("is it a) 2018 b) 2019", "is it a) 2018 b) 2019"),
            ("it is a) 18", "it is a) 18"),
            ("Mr. A. Rahman and B. Silooy came", "Mr. A. Rahman and B. Silooy came"),
            ("アンボン イベント", "アンボン イベント"),
            ("", ""),
        ] {
            assert_eq!(without_options(text), expect);
        }
    }
}
