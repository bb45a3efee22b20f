//! What asks to be exact: *where exactly?*, *persisnya kapan*, 具体的にはどこ.

use std::borrow::Cow;

use crate::language::{asks_something, is_cjk, is_one_of, words_of};

/// Words that ask for no more than that.
const EXACTLY: [&str; 8] =
    ["exactly", "precisely", "specifically", "persisnya", "tepatnya", "pastinya", "spesifiknya", "detailnya"];
/// The same in Japanese, the longer before what it begins with.
const EXACTLY_JA: [&str; 6] = ["具体的には", "具体的に", "正確には", "正確に", "詳しくは", "詳しく"];
/// The most characters that are left in Japanese.
const CHARACTERS: usize = 6;

/// The short question `asked` without what asks to be exact: *where exactly?* as *where*, for it asks nothing else.
#[must_use]
pub fn without_exactly(asked: &str) -> Cow<'_, str> {
    let is_left = |rest: &str| rest.contains(char::is_alphanumeric);
    if asked.contains(is_cjk) {
        let rest = EXACTLY_JA.iter().find_map(|exactly| asked.trim_start().strip_prefix(exactly));
        let rest = rest.map(|rest| rest.trim_start_matches('、'));
        return match rest {
            Some(rest) if is_left(rest) && rest.chars().count() <= CHARACTERS => Cow::Borrowed(rest),
            _ => Cow::Borrowed(asked),
        };
    }
    let rest: Vec<&str> = words_of(asked).filter(|word| !is_one_of(word, &EXACTLY)).collect();
    let is_left_out = rest.len() < words_of(asked).count();
    // A word that asks, *di mana* being one.
    let asks_alone = || matches!(rest[..], [_] | ["di" | "Di", _]) && asks_something(asked);
    if is_left_out && asks_alone() { Cow::Owned(rest.join(" ")) } else { Cow::Borrowed(asked) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_to_be_exact_is_left_out_of_a_short_question() {
        for (asked, expect) in [
            ("where exactly?", "where"),
            ("Exactly when", "when"),
            ("di mana persisnya?", "di mana"),
            ("tepatnya kapan", "kapan"),
            ("具体的にはどこ？", "どこ？"),
            ("正確には、いつ", "いつ"),
            ("kota mana persisnya", "kota mana persisnya"),
            ("when exactly did Ambon join", "when exactly did Ambon join"),
            ("exactly", "exactly"),
            ("具体的には", "具体的には"),
            ("詳しく教えてください、お願いします", "詳しく教えてください、お願いします"),
            ("where?", "where?"),
            ("", ""),
        ] {
            assert_eq!(without_exactly(asked), expect);
        }
    }
}
