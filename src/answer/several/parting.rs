//! What a message asks one after the other, told apart. Text in, its parts out.

use crate::language::{AND, ask_line_by_line, asks_something, ends_a_relative_time, has_digit, is_one_of};

/// The most questions of one message that are answered.
pub(super) const MOST: usize = 5;

/// What joins two questions by a word that stands beside *and* elsewhere.
const ALSO: [&str; 2] = ["also", "juga"];
/// What joins two in Japanese.
const AND_JA: [&str; 3] = ["それと", "そして", "あと"];

/// The questions that `text` asks one after the other, parted at commas or else at the ends of sentences and lines and at words
/// alone; `None` where it asks one.
pub(super) fn parts(text: &str, at_commas: bool) -> Option<Vec<&str>> {
    let mut parts: Vec<&str> = Vec::new();
    let mut start = 0;
    for (end, begin) in joints(text, at_commas) {
        // Each has to ask something: *Ambon and Hamamatsu* is one thing.
        let asks_behind = || asks(beginning(&text[begin..]));
        if asks(&text[start..end]) && asks_behind() {
            parts.push(text[start..end].trim());
            start = begin;
        } else if text[start..end].trim_end().ends_with([':', '：']) && asks_behind() {
            // *My questions:* leads to them.
            start = begin;
        }
    }
    parts.push(text[start..].trim());
    let parts: Vec<&str> = parts.into_iter().map(without_number).filter(|part| !part.is_empty()).collect();
    (parts.len() > 1).then_some(parts)
}

/// A part of a list without its number or its dash: *2. Who is the mayor?*
fn without_number(part: &str) -> &str {
    /// The most digits of such a number: *1991.* ends a sentence.
    const DIGITS: usize = 2;
    let part = part.trim_start_matches(['-', '*', '•', '・', '‣', ' ']);
    let rest = part.trim_start_matches(|it: char| it.is_ascii_digit());
    let is_number = (1..=DIGITS).contains(&(part.len() - rest.len()));
    let numbered = rest.strip_prefix(['.', ')']).filter(|_| is_number);
    numbered.map_or(part, str::trim_start)
}

/// A part of a question as it is told that it has no answer: without what joined it to others.
pub(super) fn as_asked(part: &str) -> String {
    const JOINS: [&str; 9] = ["and", "also", "then", "dan", "terus", "trs", "trus", "lalu", "juga"];
    let joins_ja = || ["それから"].into_iter().chain(AND_JA);
    let words: Vec<&str> = part.trim_start_matches(|it: char| !it.is_alphanumeric()).split_whitespace().collect();
    let joins = words.iter().take_while(|word| is_one_of(word.trim_end_matches(','), &JOINS)).count();
    let mut said = words[joins..].join(" ");
    if let Some(rest) = joins_ja().find_map(|joins| said.strip_prefix(joins)) {
        said = rest.trim_start_matches('、').to_owned();
    }
    let asked = said.trim_end_matches(|it: char| !it.is_alphanumeric());
    let mark = said[asked.len()..].chars().find(|it| matches!(it, '?' | '？'));
    asked.chars().chain(mark).collect()
}

/// Where one question may end and the next begin, in bytes.
fn joints(text: &str, at_commas: bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let (mut at, mut before) = (0, "");
    for word in text.split_inclusive(char::is_whitespace) {
        let (start, end) = (at, at + word.len());
        let joint = word.trim_end();
        // *1. Who is the mayor 2. when did it join*.
        let is_number = start > 0 && without_number(joint).is_empty();
        // *Taun lalu* is last year.
        let is_and = is_one_of(joint, &AND) && !ends_a_relative_time(before, joint);
        if is_and || is_one_of(joint, &ALSO) || is_number {
            found.push((start, end));
        }
        (at, before) = (end, joint);
    }
    let is_joint =
        |mark: char| matches!(mark, '?' | '？' | '。' | '\n') || at_commas && matches!(mark, ',' | '、' | '，');
    let said = text.trim_end_matches(|it: char| !it.is_alphanumeric());
    let parts = |(at, mark): &(usize, char)| is_joint(*mark) && (*mark != '\n' || is_between_questions(text, *at));
    for (at, mark) in said.char_indices().filter(parts) {
        let end = at + mark.len_utf8();
        let joined =
            AND_JA.iter().find_map(|and| text[end..].strip_prefix(*and)).map_or(end, |rest| text.len() - rest.len());
        found.push((end, joined));
    }
    found.sort_unstable();
    found
}

/// Does what ends at `end` of a line of `text` ask something, and the next line something else.
fn is_between_questions(text: &str, end: usize) -> bool {
    let before = text[..end].trim_end().rsplit('\n').next().unwrap_or_default();
    let behind = text[end..].trim_start().split('\n').next().unwrap_or_default();
    before.trim_end().ends_with([':', '：']) || ask_line_by_line(without_number(before), without_number(behind))
}

/// How many characters of a question tell whether it begins one.
const BEGINNING: usize = 30;

fn beginning(text: &str) -> &str {
    text.char_indices().nth(BEGINNING).map_or(text, |(end, _)| &text[..end])
}

fn asks(text: &str) -> bool {
    text.contains(char::is_alphanumeric) && asks_something(text) && !tells_a_number(text)
}

/// Does a Japanese sentence tell how many there are: アンボンの人口は394,415人です。
fn tells_a_number(text: &str) -> bool {
    const ENDS: [&str; 4] = ["です。", "ます。", "した。", "ある。"];
    let said = text.trim_end();
    ENDS.iter().any(|end| said.ends_with(end)) && has_digit(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn questions_in_one_are_told_apart() {
        for (text, expect) in [
            (
                "who is the mayor of hamamatsu and when did ambon become a city of music?",
                Some(&["who is the mayor of hamamatsu", "when did ambon become a city of music?"][..]),
            ),
            (
                "siapa wali kota hamamatsu dan berapa penduduk ambon",
                Some(&["siapa wali kota hamamatsu", "berapa penduduk ambon"]),
            ),
            (
                "浜松市長は誰ですか？アンボンの人口は何人ですか？",
                Some(&["浜松市長は誰ですか？", "アンボンの人口は何人ですか？"]),
            ),
            ("浜松市長は誰？あとアンボンの人口は？", Some(&["浜松市長は誰？", "アンボンの人口は？"])),
            ("- who is the mayor\n- when did it join", Some(&["who is the mayor", "when did it join"])),
            ("1) who?\n2) when?\n3) where?\n4) why?", Some(&["who?", "when?", "where?", "why?"])),
            ("浜松市長は誰\nアンボンの人口は何人", Some(&["浜松市長は誰", "アンボンの人口は何人"])),
            ("hello all\nwho is the mayor\nof hamamatsu", None),
            ("Two questions:\n1. who is he\n2. when was it", Some(&["who is he", "when was it"])),
            ("Pertanyaan: 1. siapa dia? 2. kapan?", Some(&["siapa dia?", "kapan?"])),
            ("how many people live in ambon and hamamatsu", None),
            ("what do ambon and hamamatsu plan and do", None),
            ("siapa ketua dan wakilnya", None),
            ("アンボンの人口は394,415人です。浜松市長は誰ですか", None),
            ("Lomba itu mulai tahun 1976. Siapa wali kota Hamamatsu?", None),
            ("who? when? where? why? how? who?", Some(&["who?", "when?", "where?", "why?", "how?", "who?"])),
            ("", None),
        ] {
            assert_eq!(parts(text, false).as_deref(), expect, "{text}");
        }
    }

    #[test]
    fn a_part_is_told_as_it_would_be_asked() {
        for (part, expect) in [
            ("also who is the mayor of ambon?", "who is the mayor of ambon?"),
            ("????アンボン市長は誰ですか?????", "アンボン市長は誰ですか?"),
            ("それからアンボン市長は誰", "アンボン市長は誰"),
            ("- dan  berapa penduduknya,", "berapa penduduknya"),
            ("who won?", "who won?"),
            ("", ""),
        ] {
            assert_eq!(as_asked(part), expect, "{part}");
        }
    }
}
