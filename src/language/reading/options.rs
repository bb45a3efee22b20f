//! What a quiz lets one choose from behind its question: *when did it join? a) 2013 b) 2014*, どの国？ ア 韓国 イ ブラジル.

use crate::language::{asks_something, is_long_enough};

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
