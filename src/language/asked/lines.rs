//! Lines that ask one thing each, and one question that is broken into lines.

use super::kind::asks_something;
use crate::language::{is_cjk, is_one_of, words_of};

/// The fewest words of a line that is a question, and the fewest characters in Japanese: *who* goes on in the next one.
const WORDS: usize = 3;
const CHARACTERS: usize = 5;

/// What a question does not end with that has no mark behind it.
#[rustfmt::skip]
const GOES_ON: [&str; 24] = [
    "and", "or", "the", "of", "in", "to", "for", "a", "who", "when", "where", "why", "dan", "atau", "yang", "yg", "di", "ke", "dari",
    "kapan", "siapa", "kenapa", "mengapa", "bahwa",
];
/// What begins a question, or goes on with one: *which city joined*, *the city / which joined*.
const RELATIVE: [&str; 7] = ["who", "which", "whom", "whose", "that", "when", "where"];
/// What stands behind it where it asks.
#[rustfmt::skip]
const ASKS: [&str; 18] = [
    "is", "are", "was", "were", "did", "does", "do", "had", "will", "would", "can", "could", "should", "s", "city", "cities", "year", "exactly",
];

/// Do the lines `before` and `behind` each ask something by themselves, and not one of them together.
pub(crate) fn ask_line_by_line(before: &str, behind: &str) -> bool {
    asks_something(before) && asks_something(behind) && !goes_on(before.trim()) && !is_relative(behind)
}

/// Does the question in `line` end in the next one.
fn goes_on(line: &str) -> bool {
    if line.ends_with(['?', '？', '.', '。', '!', '！']) {
        return false;
    }
    if line.contains(is_cjk) {
        const PARTICLES: [char; 9] = ['は', 'が', 'を', 'に', 'で', 'と', 'も', 'へ', '、'];
        return line.chars().count() < CHARACTERS || line.ends_with(PARTICLES) || line.ends_with("いつ");
    }
    words_of(line).count() < WORDS || words_of(line).last().is_some_and(|last| is_one_of(last, &GOES_ON))
}

/// May `line` say of what was named before which one it is: *when Hamamatsu joined*.
fn is_relative(line: &str) -> bool {
    let mut words = words_of(line);
    words.next().is_some_and(|first| is_one_of(first, &RELATIVE))
        && words.next().is_none_or(|next| !is_one_of(next, &ASKS))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_ask_are_told_from_one_question_in_lines() {
        for (before, behind, expect) in [
            ("siapa wali kota hamamatsu", "berapa penduduk ambon", true),
            ("who is the mayor of hamamatsu", "when did ambon join", true),
            ("浜松市長は誰", "アンボンの人口は何人", true),
            ("浜松市長は誰ですか", "いつから", true),
            ("Who?", "When did it begin?", true),
            ("who", "is the mayor of Hamamatsu", false),
            ("siapa nama", "siapa wali kota hamamatsu", false),
            ("Who is the mayor of Hamamatsu and when", "did the piano competition begin?", false),
            ("What are the names of the cities", "which Ambon has as sister cities", false),
            ("Tell me the year", "when Hamamatsu joined UNESCO", false),
            ("ヨットレースはいつ", "中断し、いつ再開されましたか", false),
            ("誰が", "浜松市長ですか", false),
            ("浜松市長は", "誰ですか", false),
            ("hello all", "who is the mayor", false),
            ("", "who is the mayor", false),
        ] {
            assert_eq!(ask_line_by_line(before, behind), expect, "{before} / {behind}");
        }
    }
}
