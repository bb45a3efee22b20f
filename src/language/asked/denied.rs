//! A question for what is not so: *which makers are not from there*, *kota mana yang bukan*, 本社がないメーカーは.

use crate::language::{Folded, is_cjk, words_with_apostrophes};

/// What asks for something, in Latin letters, and may be asked of what is not.
const ASKS: [&str; 13] = [
    "which",
    "who",
    "what",
    "when",
    "where",
    "whose",
    "many",
    "much",
    "percentage",
    "mana",
    "siapa",
    "berapa",
    "kapan",
];
/// What denies.
#[rustfmt::skip]
const DENIES: [&str; 33] = [
    "not", "never", "no", "cannot", "cant", "can't", "isnt", "isn't", "arent", "aren't", "wasnt", "wasn't", "werent", "weren't", "didnt",
    "didn't", "doesnt", "doesn't", "hasnt", "hasn't", "havent", "haven't", "without", "bukan", "bkn", "tidak", "tdk", "gak", "ga", "nggak",
    "enggak", "tak", "belum",
];
/// What leads to what is said of a thing, the word of being behind it or not: *fields that are not covered*.
const LEADS: [&str; 5] = ["that", "which", "who", "yang", "yg"];
const IS: [&str; 8] = ["are", "is", "were", "was", "do", "does", "did", "have"];
/// What stands before one of these that denies nothing which is asked for: *or not*, *kalau bukan*.
const BEFORE: [&str; 10] = ["or", "if", "why", "atau", "apa", "kalau", "kalo", "klo", "kenapa", "mengapa"];
/// The same behind it: *not sure*, *no idea*, *at no charge*, *tidak tahu*.
#[rustfmt::skip]
const BEHIND: [&str; 24] = [
    "know", "remember", "recall", "think", "sure", "idea", "only", "just", "clue", "mind", "matter", "tahu", "tau", "ingat", "inget", "ngerti",
    "paham", "salah", "usah", "perlu", "hanya", "cuma", "charge", "cost",
];
/// How what is not so ends in Japanese, and what may be asked for so right behind it.
const DENIES_JA: [&str; 5] = ["ない", "なかった", "ません", "なく", "ぬ"];
#[rustfmt::skip]
const BEHIND_JA: [&str; 19] = [
    "姉妹都市", "都市", "街", "町", "市", "国", "人", "会社", "企業", "メーカー", "楽器", "分野", "歌手", "団体", "のは", "のって", "年は", "の誰", "のどこ",
];
/// What tells that something is not so.
const TOLD: [&str; 3] = ["rather than", "daripada", "alih-alih"];
const TOLD_JA: [&str; 4] = ["ない", "ません", "なかった", "ではなく"];

/// Does the clause `asked` ask for what is not so.
#[must_use]
pub fn asks_for_what_is_not(asked: &str) -> bool {
    if asked.contains(is_cjk) {
        let is_there =
            |denies: &str| asked.match_indices(denies).any(|(at, _)| names_a_thing(&asked[at + denies.len()..]));
        return DENIES_JA.into_iter().any(is_there);
    }
    let folded = Folded::new(asked);
    let words: Vec<&str> = words_with_apostrophes(folded.as_str()).collect();
    let asks = words.iter().position(|word| ASKS.contains(word));
    let is = |place: usize, listed: &[&str]| words.get(place).is_some_and(|word| listed.contains(word));
    // *The fields that are not covered*.
    let leads = |place: usize| leads(place, is);
    let denies = |place: usize| {
        is(place, &DENIES)
            && (asks.is_some_and(|asks| asks < place) || leads(place - 1))
            && !is(place - 1, &BEFORE)
            && place + 1 < words.len()
            && !is(place + 1, &BEHIND)
    };
    (1..words.len()).any(denies)
}

/// Leads the word at `place` to what is said of a thing. `is` tells whether the word at a place is one of some.
pub(super) fn leads(place: usize, is: impl Fn(usize, &[&str]) -> bool) -> bool {
    is(place, &LEADS) || place > 0 && is(place, &IS) && is(place - 1, &LEADS)
}

/// Does what follows a denial in Japanese name a thing that is asked for: ...ない***都市***.
pub(super) fn names_a_thing(behind: &str) -> bool {
    BEHIND_JA.iter().any(|thing| behind.starts_with(thing))
}

/// Does a passage's `text` tell of anything that it is not so.
#[must_use]
pub fn tells_of_what_is_not(text: &str) -> bool {
    let folded = Folded::new(text);
    let text = folded.as_str();
    if text.contains(is_cjk) {
        return TOLD_JA.iter().any(|told| text.contains(told));
    }
    words_with_apostrophes(text).any(|word| DENIES.contains(&word)) || TOLD.iter().any(|told| text.contains(told))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_so_is_asked_for() {
        for (asked, expect) in [
            ("which companies have no headquarters in Hamamatsu", true),
            ("Who is not the mayor?", true),
            ("how many people can't sing", true),
            ("kota mana yang bukan kota kembar ambon", true),
            ("berapa persen yang tidak bisa bernyanyi", true),
            ("浜松に本社がない楽器メーカーは", true),
            ("認定されなかったのはいつ", true),
            ("bidang yang tidak dijajaki ambon", true),
            ("fields that are not covered by it", true),
            ("when was it, not sure", false),
            ("which operations were at no charge", false),
            ("is it official or not", false),
            ("what year was it, no idea", false),
            ("siapa lagi kalau bukan dia", false),
            ("kota mana ada ga", false),
            ("isn't Darwin the first", false),
            ("why did they not come", false),
            ("わからないのですが、市長は誰", false),
            ("市長じゃないですか", false),
            ("who is the mayor", false),
            ("", false),
        ] {
            assert_eq!(asks_for_what_is_not(asked), expect, "{asked}");
        }
    }

    #[test]
    fn a_text_tells_that_something_is_not_so() {
        for (text, expect) in [
            ("Kyoto preferred it rather than a sister city.", true),
            ("It was not held.", true),
            ("姉妹都市ではなくパートナー都市", true),
            ("The race was stopped in 1999.", false),
            ("", false),
        ] {
            assert_eq!(tells_of_what_is_not(text), expect, "{text}");
        }
    }
}
