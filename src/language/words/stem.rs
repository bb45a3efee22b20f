//! From a folded word to what all its forms have in common.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::FxBuildHasher;
use tantivy_stemmers::algorithms::english_porter_2;

use super::analyzer::{is_cjk, is_kana};
use super::indonesian;
use crate::language::{Language, has_digit, is_digits};

/// The stem of the folded `word`; a word with a digit is its own, the *1980s* aside, which are *1980*.
pub(in crate::language) fn stem(language: Language, word: &str) -> CompactString {
    if has_digit(word) {
        let year = word.strip_suffix('s').filter(|year| is_digits(year));
        return year.unwrap_or(word).into();
    }
    // Neither language writes words without Latin letters.
    let is_latin = word.bytes().any(|byte| byte.is_ascii_alphabetic());
    match language {
        Language::Id | Language::En if !is_latin => word.into(),
        Language::Id => indonesian::stem(word),
        Language::En => english_porter_2(&american(regular(word))).into(),
        Language::Ja => japanese(word).into(),
    }
}

/// Forms that no rule leads to their word, and words that are spelt in two ways: a word a line, behind it what stands for it.
const IRREGULAR: &str = include_str!("forms/en.txt");

/// The word that an irregular English form belongs to: *write* for *wrote*.
fn regular(word: &str) -> &str {
    static WORDS: LazyLock<HashMap<&str, &str, FxBuildHasher>> = LazyLock::new(|| {
        let of_line = |line: &'static str| {
            let (word, forms) = line.split_once(' ')?;
            Some(forms.split(' ').map(move |form| (form, word)))
        };
        IRREGULAR.lines().filter_map(of_line).flatten().collect()
    });
    WORDS.get(word).copied().unwrap_or(word)
}

/// An English word in American spelling, as far as endings tell: *color*, *organize*. *surprize*, which nobody writes, is as
/// good, since it is compared with its like alone.
fn american(word: &str) -> Cow<'_, str> {
    const ISE: [&str; 8] = ["ise", "ises", "ised", "ising", "iser", "isers", "isation", "isations"];
    const BEHIND_OUR: [&str; 12] =
        ["", "s", "ed", "ing", "ful", "less", "able", "ably", "ite", "ites", "hood", "hoods"];
    /// The shortest beginning before *-ise* or *-our*: *wise* and *tour* are words of their own.
    const BEGINNING: usize = 3;
    let ise = ISE.iter().find_map(|ending| word.strip_suffix(ending));
    if let Some(beginning) = ise.filter(|beginning| beginning.len() >= BEGINNING) {
        return Cow::Owned(format!("{beginning}iz{}", &word[beginning.len() + "is".len()..]));
    }
    let our = word.rfind("our").filter(|at| *at >= BEGINNING && BEHIND_OUR.contains(&&word[at + "our".len()..]));
    match our {
        Some(at) => Cow::Owned(format!("{}or{}", &word[..at], &word[at + "our".len()..])),
        None => Cow::Borrowed(word),
    }
}

/// A Japanese word without what its inflection changes, 始まっ and 始まり both 始: the hiragana behind its Chinese characters;
/// and without the long-vowel mark that loan words are written with or without.
fn japanese(word: &str) -> &str {
    let root = word.trim_end_matches(|character| matches!(character, '\u{3041}'..='\u{3096}'));
    let is_inflected =
        root.len() < word.len() && root.chars().last().is_some_and(|last| is_cjk(last) && !is_kana(last));
    if is_inflected {
        return root;
    }
    if word.chars().count() > 3 { word.strip_suffix('ー').unwrap_or(word) } else { word }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_one_english_word_have_one_stem() {
        for forms in [
            "write wrote written writing writes",
            "naturalise naturalized naturalising naturalizes",
            "color colours coloured colour",
            "neighbor neighbours",
            "harbour harbors",
            "centre centers",
            "favourite favorite favorites",
            "organisation organization",
            "win won winning",
            "child children",
            "travelled traveled",
            "surprise surprising",
            "theatre theaters",
        ] {
            let mut stems: Vec<CompactString> = forms.split(' ').map(|word| stem(Language::En, word)).collect();
            stems.dedup();
            assert_eq!(stems.len(), 1, "{forms}: {stems:?}");
        }
        for (one, other) in [("found", "find"), ("tour", "tor"), ("four", "for"), ("wise", "wiz"), ("left", "leave")] {
            assert_ne!(stem(Language::En, one), stem(Language::En, other), "{one} {other}");
        }
    }
}
