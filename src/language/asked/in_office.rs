//! Since when somebody holds an office: *sejak kapan … jadi wali kota*, *when did … become mayor*, いつから市長.

use crate::language::{Folded, finds_any, holds_one_of, is_cjk, is_role, words_of};

/// What stands before the office where it begins, and what may stand between.
#[rustfmt::skip]
const BEFORE: [&str; 17] = [
    "become", "became", "becomes", "been", "being", "elected", "appointed", "as", "jadi", "jd", "menjadi", "menjabat", "dilantik", "terpilih",
    "diangkat", "sebagai", "mulai",
];
const BETWEEN: [&str; 6] = ["the", "a", "an", "seorang", "as", "sebagai"];
/// The most words behind the office up to what asks since when.
const BEHIND: usize = 4;
const SINCE: [&str; 3] = ["sejak", "since", "mulai"];
const JA: [&str; 8] = [
    "市長になっ",
    "市長になり",
    "市長に就任",
    "市長に当選",
    "市長はいつから",
    "市長をいつから",
    "いつから市長",
    "局長になっ",
];

/// What tells that an office was taken.
#[rustfmt::skip]
const TAKEN: [&str; 12] = [
    "became", "elected", "appointed", "inaugurated", "sworn", "office", "dilantik", "terpilih", "diangkat", "menjabat", "pelantikan", "jabatan",
];
const TAKEN_JA: [&str; 5] = ["就任", "当選", "着任", "市長になり", "在任"];

/// Does `text`, which asks when something was, ask since when somebody holds an office.
#[must_use]
pub fn asks_since_when_in_office(text: &str) -> bool {
    let folded = Folded::new(text);
    let said = folded.as_str();
    if said.contains(is_cjk) {
        return finds_any(said, &JA);
    }
    let words: Vec<&str> = words_of(said).collect();
    let begins = |role: usize| {
        let before = words[..role].iter().rev().find(|word| !BETWEEN.contains(word));
        let is_since = || words[role..].iter().take(BEHIND).any(|word| SINCE.contains(word));
        before.is_some_and(|before| BEFORE.contains(before)) || is_since()
    };
    (0..words.len()).any(|place| is_role(words[place]) && begins(place))
}

/// Does `text` tell that an office was taken.
#[must_use]
pub fn tells_of_taking_office(text: &str) -> bool {
    holds_one_of(Folded::new(text).as_str(), &TAKEN, &TAKEN_JA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn since_when_an_office_is_held_is_asked() {
        for (text, expect) in [
            ("sejak kapan suzuki yasutomo jadi wali kota", true),
            ("kapan dia dilantik sebagai walikota", true),
            ("nakano yusuke wali kota hamamatsu sejak kapan", true),
            ("since when has Wattimena been mayor", true),
            ("when did Nakano become the mayor of Hamamatsu", true),
            ("鈴木康友はいつから市長ですか", true),
            ("中野さんが市長になったのはいつ", true),
            ("when did the mayor visit Jakarta", false),
            ("kapan hamamatsu jadi kota musik", false),
            ("市長が訪れたのはいつ", false),
            ("", false),
        ] {
            assert_eq!(asks_since_when_in_office(text), expect, "{text}");
        }
    }

    #[test]
    fn that_an_office_was_taken_is_told() {
        for (text, expect) in [
            ("He took office in 2007.", true),
            ("Ia dilantik pada 2007.", true),
            ("2007年に就任しました。", true),
            ("Suzuki Yasutomo, then mayor of Hamamatsu, took part on 17–19 July.", false),
            ("", false),
        ] {
            assert_eq!(tells_of_taking_office(text), expect, "{text}");
        }
    }
}
