//! What is said with a statement that may be mistaken: *kalau tidak salah*, *if I'm not mistaken*, という理解でよろしいでしょうか.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{
    AnswerKind, Language, asks_in_its_order, asks_to_confirm, behind_beginning, detect, find_word, is_cjk, spliced,
};

/// What says so in Latin letters, as whole words, the longer before what it begins with.
#[rustfmt::skip]
const HEDGES: [&str; 60] = [
    "kalau tidak salah ingat", "kalau tidak salah", "kalau tak salah", "kalau nggak salah", "kalau ngga salah", "kalau enggak salah",
    "kalau gak salah", "kalau ga salah", "kalau tidak keliru", "kalo tidak salah", "kalo nggak salah", "kalo ngga salah",
    "kalo gak salah", "kalo ga salah", "kalo seng salah", "kalau seng salah", "klo tidak salah", "klo gak salah", "klo ga salah",
    "klo tdk salah", "kl gak salah", "kl ga salah", "kl tdk salah", "seingat saya", "seingatku", "seinget gue", "seinget gw", "setahu saya",
    "setahuku", "setau saya", "setauku", "setau gue", "setau gw", "sepengetahuan saya", "cmiiw",
    "if i am not mistaken", "if i'm not mistaken", "if im not mistaken", "if i'm not wrong", "if im not wrong", "if i remember correctly",
    "if i remember right", "if i remember rightly", "if i recall correctly", "if i recall", "if memory serves me right",
    "if memory serves", "correct me if i'm wrong", "correct me if im wrong", "as far as i know", "as far as i remember", "iirc", "afaik",
    "or am i wrong", "or am i mistaken", "am i wrong", "am i mistaken", "i was told that", "i was told", "i believe",
];
/// How a question begins whether something is true, in Indonesian and in English, the longer before what it begins with.
#[rustfmt::skip]
const TRUE_ID: [&str; 9] = [
    "apakah benar", "apakah betul", "apa benar", "apa betul", "apa bener", "apa iya", "bener gak", "bener nggak", "benar tidak",
];
const TRUE_EN: [&str; 4] = ["is it true that", "is it correct that", "is it right that", "is it true"];
/// What one of them at least is of each, to be looked for first.
#[rustfmt::skip]
const OF_EACH: [&str; 16] = [
    "salah", "keliru", "seing", "seta", "sepeng", "cmiiw", "mistaken", "wrong", "rememb", "recall", "memory", "far as i", "iirc", "afaik", "i was told", "i believe",
];
/// The same in Japanese, at the end of what is said; all behind it goes with it.
#[rustfmt::skip]
const HEDGES_JA: [&str; 20] = [
    "という理解で", "との理解で", "って理解で", "という認識で", "との認識で", "って認識で", "という解釈で", "ということでよろしい", "ということで間違い", "ということで合って", "ってことで合って",
    "でよろしいでしょうか", "でよろしいですか", "で宜しいでしょうか", "で宜しいですか", "と記憶しています", "と記憶してい", "と聞いたのですが", "と聞いたんですが", "と聞きましたが",
];
/// The most characters that it has there, with all that goes with it.
const BEHIND_JA: usize = 24;

/// `text` asked plainly where it begins with what asks whether something is true: *apa benar …* as *apakah …*, *is it true that …* as a
/// statement to be confirmed.
#[must_use]
pub fn with_truth_asked(text: Cow<'_, str>) -> Cow<'_, str> {
    let behind = |listed: &[&str]| {
        let is_apart = |rest: &&str| rest.starts_with([' ', ',']);
        let rest = listed.iter().find_map(|begins| behind_beginning(&text, begins).filter(is_apart))?;
        Some(rest.trim_start_matches([' ', ','])).filter(|rest| !rest.is_empty())
    };
    if let Some(rest) = behind(&TRUE_ID) {
        return Cow::Owned(format!("apakah {rest}"));
    }
    let Some(rest) = behind(&TRUE_EN) else { return text };
    let said = rest.trim_end_matches(|it: char| !it.is_alphanumeric());
    Cow::Owned(format!("{said}, right?"))
}

/// `text` without what says that it may be mistaken, as a statement that asks to be confirmed where it asks nothing else.
#[must_use]
pub fn without_hedge(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_japanese = text.contains(is_cjk);
    let found = if is_japanese { hedge_in_japanese(&text) } else { hedge_in_latin(&text) };
    let Some(range) = found.filter(|range| range.len() < text.trim().len()) else { return text };
    // What a comma parted stays apart.
    let parts = if text[range.clone()].contains(',') { ", " } else { " " };
    let said = spliced(Cow::Borrowed(&*text), [(range, parts)]).trim_matches([' ', ',']).to_owned();
    if !said.contains(char::is_alphanumeric) {
        return text;
    }
    if asks_to_confirm(&said) || AnswerKind::of_question(&said).is_some() || asks_in_its_order(&said) {
        return Cow::Owned(said);
    }
    let said = said.trim_end_matches(|it: char| !it.is_alphanumeric());
    Cow::Owned(match detect(said) {
        Some(Language::Ja) => format!("{said}だよね"),
        Some(Language::Id) => format!("{said}, kan?"),
        _ => format!("{said}, right?"),
    })
}

/// Where the first such words stand, with the comma beside them.
fn hedge_in_latin(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    if !OF_EACH.iter().any(|part| lower.contains(part)) {
        return None;
    }
    // Phones write the one apostrophe or the other.
    let has_curled = lower.contains('’');
    let curled = |hedge: &str| if has_curled { find_word(&lower, &hedge.replace('\'', "’")) } else { None };
    let range = HEDGES.iter().find_map(|hedge| find_word(&lower, hedge).or_else(|| curled(hedge)))?;
    let (before, behind) = (&text[..range.start], &text[range.end..]);
    let is_between = [',', ' '];
    Some(before.trim_end_matches(is_between).len()..text.len() - behind.trim_start_matches(is_between).len())
}

/// The same in Japanese: from such words to the end.
fn hedge_in_japanese(text: &str) -> Option<Range<usize>> {
    let start = HEDGES_JA.iter().filter_map(|hedge| text.rfind(hedge)).min()?;
    (text[start..].chars().count() <= BEHIND_JA).then_some(start..text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whether_it_is_true_is_asked_plainly() {
        for (text, expect) in [
            ("apa benar ambon masuk unesco tahun 2017", "apakah ambon masuk unesco tahun 2017"),
            ("Apakah betul, ambon kota musik?", "apakah ambon kota musik?"),
            ("Is it true that Ambon joined in 2017?", "Ambon joined in 2017, right?"),
            ("apa benarnya", "apa benarnya"),
            ("is it true", "is it true"),
            ("apa bidangnya", "apa bidangnya"),
            ("本当ですか", "本当ですか"),
            ("", ""),
        ] {
            assert_eq!(with_truth_asked(Cow::Borrowed(text)), expect, "{text}");
        }
    }

    #[test]
    fn each_hedge_has_one_of_the_parts_that_are_looked_for_first() {
        assert!(HEDGES.iter().all(|hedge| OF_EACH.iter().any(|part| hedge.contains(part))));
    }

    #[test]
    fn what_may_be_mistaken_is_to_be_confirmed() {
        for (text, expect) in [
            ("Kalau tidak salah Ambon jadi kota musik tahun 2018", "Ambon jadi kota musik tahun 2018, kan?"),
            ("kalo ga salah, ambon jadi kota musik 2019 ya?", "ambon jadi kota musik 2019 ya?"),
            ("Ambon klo ga salah kota musik ke berapa", "Ambon kota musik ke berapa"),
            ("the MoU was first signed in 1998 I believe.", "the MoU was first signed in 1998, right?"),
            ("if i'm not mistaken, Ambon is a city of music since 2014", "Ambon is a city of music since 2014, right?"),
            ("if i'm not mistaken, is Ambon a city of music?", "is Ambon a city of music?"),
            ("kalau tidak salah, Ambon itu kota apa", "Ambon itu kota apa"),
            ("If I’m not mistaken, Darwin was the first", "Darwin was the first, right?"),
            ("it was Tokyo. am i wrong?", "it was Tokyo, right?"),
            ("Saya dari Ambon, seingat saya dimulai 1987. Betulkah?", "Saya dari Ambon, dimulai 1987. Betulkah?"),
            ("浜松はアジアで2番目という理解でよろしいでしょうか", "浜松はアジアで2番目だよね"),
            ("姉妹都市は2006年からでよろしいですか", "姉妹都市は2006年からだよね"),
            (
                "という理解でいいのなら、市長の名前と市役所の場所を教えてください",
                "という理解でいいのなら、市長の名前と市役所の場所を教えてください",
            ),
            ("am i wrong?", "am i wrong?"),
            ("who is the mayor", "who is the mayor"),
            ("", ""),
        ] {
            assert_eq!(without_hedge(Cow::Borrowed(text)), expect);
        }
    }
}
