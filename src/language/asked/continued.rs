//! Whether something still goes on: *is the festival still on*, *masih ada lombanya*, まだやってる？ What tells that it was once tells no more.

use super::next::tells_of_the_next;
use crate::language::{AnswerKind, Folded, holds_one_of, is_cjk, names_a_role, told_to_return, words_of, years};

/// What asks so, in Latin letters; of an office it asks who holds it.
const STILL: [&str; 5] = ["still", "masih", "msh", "msih", "masi"];
/// The same in Japanese; the first asks so only of what is being done.
const STILL_JA: [&str; 7] = ["まだ", "今も", "いまも", "今でも", "いまでも", "現在も", "今なお"];
const BEING_JA: [&str; 6] = ["てる", "てま", "てい", "続", "ある", "あり"];
/// What asks whether it has begun.
const BEGUN: [&str; 8] = [
    "has it started",
    "have they started",
    "sudah mulai",
    "udah mulai",
    "sudah jalan",
    "udah jalan",
    "もう始ま",
    "すでに始ま",
];

/// What tells that it does.
#[rustfmt::skip]
const TOLD: [&str; 31] = [
    "still", "since", "now", "ongoing", "continue", "continues", "continued", "continuing", "renewed", "extended", "regular", "regularly", "runs",
    "is", "are", "has", "have", "masih", "sejak", "kini", "sekarang", "diperbarui", "diperpanjang", "terus", "berlanjut", "adalah", "merupakan",
    "memiliki", "punya", "ada", "berlangsung",
];
const TOLD_JA: [&str; 10] = ["現在", "以来", "続", "更新", "延長", "てい", "あります", "います", "です", "行われます"];

/// Does `text` ask whether something still goes on, or has begun, and for nothing else; nor who still holds an office.
#[must_use]
pub fn asks_whether_it_goes_on(text: &str) -> bool {
    let folded = Folded::new(text);
    let said = folded.as_str();
    let is_still = || {
        if said.contains(is_cjk) {
            let is_being = || BEING_JA.iter().any(|being| said.contains(being));
            return STILL_JA.iter().any(|still| said.contains(still)) && is_being();
        }
        words_of(said).any(|word| STILL.contains(&word))
    };
    (BEGUN.iter().any(|begun| said.contains(begun)) || is_still())
        && !names_a_role(said)
        && AnswerKind::of_question(text).is_none()
}

/// Does `text` tell that something goes on, comes back, or is so: what is told of no year may be so now.
#[must_use]
pub fn tells_that_it_goes_on(text: &str) -> bool {
    years(text).is_empty()
        || tells_of_the_next(text)
        || told_to_return(text).is_some()
        || holds_one_of(Folded::new(text).as_str(), &TOLD, &TOLD_JA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whether_it_goes_on_is_asked() {
        for (text, expect) in [
            ("is the festival still on each year", true),
            ("masih ada lombanya?", true),
            ("いまも毎年やってるの、そのジャズ", true),
            ("もう始まってる？防災", true),
            ("まだです", false),
            ("is Suzuki still mayor", false),
            ("when did it start", false),
            ("saya masih bingung, kapan ambon jadi kota musik", false),
            ("", false),
        ] {
            assert_eq!(asks_whether_it_goes_on(text), expect, "{text}");
        }
    }

    #[test]
    fn what_was_once_need_not_go_on() {
        for (text, expect) in [
            ("Ambon was launched as a city of music at the festival in 2011.", false),
            ("Four fields were discussed in 2015.", false),
            ("The race was stopped in 1999 and resumed in 2007.", true),
            ("They have annual delegations.", true),
            ("Ambon dan Darwin bertukar siswa dan guru.", true),
            ("The link has run since 2006.", true),
            ("2015年に4つの分野で協力が検討されました。", false),
            ("毎年代表団が行き来しています。", true),
        ] {
            assert_eq!(tells_that_it_goes_on(text), expect, "{text}");
        }
    }
}
