//! Whether something is so: *was it signed in 1987?*, *apakah dibuat tahun 1995*, 1995年に始まったの？

use std::ops::Range;

use super::earlier::{EITHER, WHICH};
use super::indefinite::asks_definitely;
use crate::language::{AnswerKind, finds_any, has_question_word, is_cjk, is_one_of, word_ranges};

/// How such a question begins, in Latin letters.
#[rustfmt::skip]
const BEGINS: [&str; 17] = [
    "was", "were", "is", "are", "did", "does", "do", "has", "have", "had", "will", "apakah", "apakh", "benarkah", "betulkah", "sudahkah",
    "adakah",
];
/// The same behind the few words that say that it is wondered, and how many at most.
const WHETHER: [&str; 4] = ["whether", "if", "apakah", "apakh"];
const BEFORE_WHETHER: usize = 6;
/// What asks for something else behind that.
#[rustfmt::skip]
const ASKS: [&str; 21] = [
    "what", "which", "why", "how", "when", "where", "who", "whom", "whose", "apa", "mana", "kenapa", "mengapa", "bagaimana", "kapan", "siapa",
    "berapa", "brp", "dimana", "kemana", "know",
];
/// The same in Japanese, beside the words for *what* and *how*. Not いくら, which stands in ないくらい.
const ASKS_JA: [&str; 7] = ["どこ", "いつ", "誰", "だれ", "いくつ", "どちら", "どっち"];
/// How it ends in Japanese, and how what is wished for ends.
const ENDS_JA: [&str; 12] = ["か", "の", "た", "る", "す", "い", "よね", "だ", "ん", "かな", "かね", "っけ"];
const WISHES_JA: [&str; 4] = ["ください", "下さい", "たい", "欲しい"];

/// Does `text` ask whether something is so, and for nothing else.
#[must_use]
pub fn asks_whether(text: &str) -> bool {
    if text.contains(is_cjk) {
        let said = text.trim_end_matches(|it: char| !it.is_alphanumeric());
        let ends = |listed: &[&str]| listed.iter().any(|end| said.ends_with(end));
        let asks_for_more = || has_question_word(text) || ASKS_JA.iter().any(|asks| asks_definitely(text, asks));
        return ends(&ENDS_JA) && !ends(&WISHES_JA) && !asks_for_more();
    }
    let words: Vec<&str> = word_ranges(text).map(|range| &text[range]).collect();
    let begins = words.first().is_some_and(|first| is_one_of(first, &BEGINS));
    let wondered = || words.iter().take(BEFORE_WHETHER + 1).position(|word| is_one_of(word, &WHETHER));
    let asks = if begins { Some(0) } else { wondered() };
    asks.is_some_and(|asks| !words[asks + 1..].iter().any(|word| is_one_of(word, &ASKS)))
}

/// What says that cities are linked with each other, as it is written in lower case.
#[rustfmt::skip]
const LINKED: [&str; 12] = [
    "姉妹", "友好都市", "双子都市", "sister cit", "sister-cit", "sister town", "twin cit", "twin town", "twinned", "kota kembar", "kota bersaudara",
    "kota saudara",
];

/// Where `text` first says that cities are linked, in bytes; `None` where it does not.
#[must_use]
pub(crate) fn linked(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let found = LINKED.iter().filter_map(|linked| Some((lower.find(linked)?, linked.len())));
    found.min().map(|(start, length)| start..start + length)
}

/// How much may follow that at the end of what asks so, in bytes: *gak*, ですか.
const BEHIND_LINKED: usize = 24;

/// Does `text` ask whether cities are linked with each other, and for nothing else.
#[must_use]
pub fn asks_whether_linked(text: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let Some(at) = LINKED.iter().filter_map(|linked| lower.rfind(linked)).max() else { return false };
    let ends = || text.len() - at <= BEHIND_LINKED && !has_question_word(text);
    // One of the two is asked for, and not both.
    let is_for_one = || finds_any(&lower, &WHICH) || finds_any(&lower, &EITHER);
    (asks_whether(text) || ends()) && !is_for_one() && AnswerKind::of_question(text).is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_asked_whether_something_is_so() {
        for (text, expect) in [
            ("Was the Darwin agreement signed before 1990?", true),
            ("apakah pencalonan ambon diluncurkan 2017", true),
            ("浜松国際ピアノコンクールは1981年に始まったの？", true),
            ("訪問団は20人ですか", true),
            ("2010年に訪問団はどこへ行きましたか", false),
            ("2010年にどこかへ行きましたか", true),
            ("is it known when it began", false),
            ("I wonder if six cities came before", true),
            ("can you say whether it began in 2014", true),
            ("saya ingin tahu apakah itu tahun 2023", true),
            ("do you know if it was held and when", false),
            ("復活したのは2015年だったかな", true),
            ("who came in 2009", false),
            ("apakah yang dibuat siapa", false),
            ("2000年より前の協定を教えてください", false),
            ("2000年より前に署名された協定は？", false),
            ("1995年に始まったのは何ですか", false),
            ("1990年代に始まったコンクール", false),
            ("", false),
        ] {
            assert_eq!(asks_whether(text), expect, "{text}");
        }
    }

    #[test]
    fn it_is_asked_whether_cities_are_linked() {
        for (text, expect) in [
            ("フリシンゲンとダーウィンは姉妹都市？", true),
            ("Are Vlissingen and Darwin twinned?", true),
            ("vlissingen dan darwin itu kota kembar kan", true),
            ("apakah vlissingen dan darwin kota kembar", true),
            ("yang duluan vlissingen atau darwin jadi kota kembar", false),
            ("bidang kota kembar vlissingen sama darwin", false),
            ("when did vlissingen and darwin become sister cities", false),
            ("which sister city came first", false),
            ("フリシンゲンとダーウィン、どちらが先に姉妹都市になった？", false),
            ("Do Vlissingen and Darwin play music?", false),
            ("", false),
        ] {
            assert_eq!(asks_whether_linked(text), expect, "{text}");
        }
    }

    #[test]
    fn what_links_cities_is_found_where_it_stands() {
        assert_eq!(linked("their Sister-City link, no sister city"), Some(6..16));
        assert_eq!(linked("姉妹都市の数"), Some(0..6));
        assert_eq!(linked("47 creative cities"), None);
    }
}
