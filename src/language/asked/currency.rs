//! In which currency a sum is to be told: *in yen*, *kalau rupiah*, 円だと.

use crate::language::{find_word, is_one_of, words_of};

/// A currency, by its names in lower case, as questions and texts write them.
#[derive(Debug, PartialEq, Eq)]
pub struct Currency(&'static [&'static str]);

const CURRENCIES: [Currency; 4] = [
    Currency(&["rupiah", "rp", "idr", "ルピア"]),
    Currency(&["yen", "jpy", "円", "¥", "￥"]),
    Currency(&["euro", "euros", "eur", "€", "ユーロ"]),
    Currency(&["dollar", "dollars", "dolar", "usd", "us$", "$", "ドル"]),
];

/// What stands before its name where a sum is to be told in it.
const BEFORE: [&str; 13] =
    ["in", "into", "to", "dalam", "ke", "kalau", "kalo", "klo", "kl", "jadi", "jd", "pakai", "pake"];
/// What stands behind it in Japanese.
const BEHIND: [&str; 8] = ["だと", "換算", "に直", "にする", "にした", "でいう", "で言う", "でいくら"];

impl Currency {
    /// That in which `question` asks to be told; `None` where it asks for none.
    #[must_use]
    pub fn asked_for(question: &str) -> Option<&'static Self> {
        let is_asked_for = |name: &&str| {
            let mut rest = question;
            while let Some((_, behind)) = rest.split_once(*name) {
                if BEHIND.iter().any(|it| behind.starts_with(it)) {
                    return true;
                }
                rest = behind;
            }
            false
        };
        let mut before = "";
        for word in words_of(question) {
            if is_one_of(before, &BEFORE)
                && let Some(currency) = CURRENCIES.iter().find(|currency| is_one_of(word, currency.0))
            {
                return Some(currency);
            }
            before = word;
        }
        CURRENCIES.iter().find(|Currency(names)| names.iter().filter(|name| !name.is_ascii()).any(is_asked_for))
    }

    /// Does `text` name it, also right before a sum: *Rp50.000*.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        let lower = text.to_lowercase();
        let Self(names) = self;
        let is_word = |name: &str| name.ends_with(|last: char| last.is_ascii_alphabetic());
        let holds_word = |name: &str| find_word(&lower, name).is_some() || is_before_a_sum(&lower, name);
        names.iter().any(|name| if is_word(name) { holds_word(name) } else { lower.contains(name) })
    }
}

/// Does `name` begin a word of `text` that goes on with digits.
fn is_before_a_sum(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(start, _)| {
        let begins = !text[..start].ends_with(char::is_alphanumeric);
        begins && text[start + name.len()..].starts_with(|next: char| next.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_is_asked_for_in_a_currency() {
        let told = "over US$700,000 a year";
        for (question, is_asked, is_told) in [
            ("how much is that in yen?", true, false),
            ("kalo rupiah berapa", true, false),
            ("円だといくら？", true, false),
            ("ユーロ換算で", true, false),
            ("how much in dollars", true, true),
            ("ドルでいくら", true, true),
            ("berapa rupiah musik menyumbang", false, false),
            ("円滑に進んだ？", false, false),
            ("in 2019", false, false),
            ("", false, false),
        ] {
            let currency = Currency::asked_for(question);
            let told = currency.is_some_and(|currency| currency.is_in(told));
            assert_eq!((currency.is_some(), told), (is_asked, is_told), "{question}");
        }
    }

    #[test]
    fn a_currency_may_stand_right_before_its_sum() {
        for (question, text, expect) in [
            ("kalau rupiah berapa", "Tiketnya Rp50.000.", true),
            ("kalau rupiah berapa", "Tiketnya Rp 50.000.", true),
            ("kalau rupiah berapa", "Korp50 dan tiket $8", false),
            ("円だといくら", "入場料は￥500です。", true),
            ("how much in dollars", "It costs Rp50.000.", false),
        ] {
            assert_eq!(Currency::asked_for(question).map(|it| it.is_in(text)), Some(expect), "{question}: {text}");
        }
    }
}
