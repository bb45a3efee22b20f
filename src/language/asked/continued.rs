//! Whether something still goes on: *is the festival still on*, *masih ada lombanya*, まだやってる？ What tells that it was once tells no more.

use super::next::tells_of_the_next;
use crate::language::{
    AnswerKind, Folded, Language, holds_one_of, is_chatter, is_cjk, is_hiragana, is_stop_word, names_a_role,
    told_to_return, words_of, years,
};

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

/// What says plainly that it does, also of what is told with its year.
#[rustfmt::skip]
const SAYS: [&str; 15] = [
    "still", "ongoing", "continue", "continues", "renewed", "extended", "regularly", "every", "masih", "berlanjut", "diperbarui", "diperpanjang",
    "setiap", "tiap", "rutin",
];
const SAYS_JA: [&str; 6] = ["現在も", "続いて", "更新され", "毎年", "年ごと", "延長"];

/// What tells it beside that.
#[rustfmt::skip]
const TOLD: [&str; 20] = [
    "since", "now", "continued", "continuing", "regular", "runs", "is", "are", "has", "have", "sejak", "kini", "sekarang", "terus", "adalah",
    "merupakan", "memiliki", "punya", "ada", "berlangsung",
];
const TOLD_JA: [&str; 9] = ["現在", "以来", "続", "更新", "てい", "あります", "います", "です", "行われます"];

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

/// Does `text` say that something goes on, or came back.
#[must_use]
pub fn says_that_it_goes_on(text: &str) -> bool {
    told_to_return(text).is_some() || holds_one_of(Folded::new(text).as_str(), &SAYS, &SAYS_JA)
}

/// Does `text` tell that something goes on, comes back, or is so: what is told of no year may be so now.
#[must_use]
pub fn tells_that_it_goes_on(text: &str) -> bool {
    years(text).is_empty()
        || tells_of_the_next(text)
        || says_that_it_goes_on(text)
        || holds_one_of(Folded::new(text).as_str(), &TOLD, &TOLD_JA)
}

/// What stands beside that where nothing else is said: what goes on is what was talked of.
#[rustfmt::skip]
const BESIDE: [&str; 24] = [
    "exist", "exists", "valid", "going", "running", "run", "held", "happen", "happening", "happens", "active", "alive", "thing", "around",
    "berlaku", "jalan", "berjalan", "aktif", "digelar", "diadakan", "berlangsung", "lanjut", "berlanjut", "hidup",
];
/// The same in Japanese, as it is written with kanji, and the most characters of such a question.
const BESIDE_JA: &str = "今現在続行開催有効";
const MOST_JA: usize = 14;

/// Does `text` ask whether what was talked of still goes on, and name nothing: *is it still on?*, *masih jalan?*, まだやってる？
#[must_use]
pub fn asks_only_whether_it_goes_on(text: &str) -> bool {
    let folded = Folded::new(text);
    let said = folded.as_str();
    let names_nothing = if said.contains(is_cjk) {
        let says_nothing = |it: char| !is_cjk(it) || is_hiragana(it) || BESIDE_JA.contains(it);
        said.chars().count() <= MOST_JA && said.chars().all(says_nothing)
    } else {
        let says_nothing = |word: &str| {
            let of = |language| is_stop_word(language, word) || is_chatter(language, word);
            STILL.contains(&word) || BESIDE.contains(&word) || of(Language::En) || of(Language::Id)
        };
        words_of(said).all(says_nothing)
    };
    names_nothing && asks_whether_it_goes_on(text)
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
    fn what_goes_on_is_what_was_talked_of_where_nothing_is_named() {
        for (text, expect) in [
            ("is it still on?", true),
            ("Still a thing?", true),
            ("masih jalan ga", true),
            ("masih berlaku?", true),
            ("今も続いてる？", true),
            ("まだやってる？", true),
            ("is the festival still on", false),
            ("masih ada tukar pelajar?", false),
            ("まだ音楽祭やってる？", false),
            ("is it on?", false),
        ] {
            assert_eq!(asks_only_whether_it_goes_on(text), expect, "{text}");
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
