//! Questions that begin by denying what they ask: *wasn't Darwin the first?* asks the same as *was Darwin the first?*

use std::borrow::Cow;

use crate::language::has_digit;

/// How they begin, without an apostrophe, and what that is without the denial.
#[rustfmt::skip]
const BEGINS: [(&str, &str); 16] = [
    ("wasnt", "was"), ("werent", "were"), ("isnt", "is"), ("arent", "are"), ("didnt", "did"), ("doesnt", "does"), ("dont", "do"),
    ("hasnt", "has"), ("havent", "have"), ("hadnt", "had"), ("couldnt", "could"), ("wouldnt", "would"), ("bukankah", "apakah"),
    ("bukannya", "apakah"), ("bukanya", "apakah"), ("bkannya", "apakah"),
];

/// `text` without the denial that it begins with, as one that asks to be confirmed where there is a number in it.
#[must_use]
pub fn without_denial(text: Cow<'_, str>) -> Cow<'_, str> {
    let first = 0..text.find(|it: char| !(it.is_alphabetic() || matches!(it, '\'' | '’'))).unwrap_or(text.len());
    let plain: String = text[first.clone()].to_lowercase().chars().filter(|it| !matches!(it, '\'' | '’')).collect();
    let Some((_, meant)) = BEGINS.iter().find(|(denied, _)| *denied == plain) else { return text };
    let tag = if *meant == "apakah" { "kan" } else { "right" };
    let said = text[first.end..].trim_end_matches(|it: char| !it.is_alphanumeric());
    // A number that is denied is held to be so, and asked for: *wasn't it in 2001?*
    if !has_digit(said) {
        return Cow::Owned(format!("{meant}{}", &text[first.end..]));
    }
    Cow::Owned(format!("{meant}{said}, {tag}?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_by_denying_is_asked_without() {
        for (text, expect) in [
            ("Wasn't Tokyo the first?", "was Tokyo the first?"),
            ("Wasn't it in 2001?", "was it in 2001, right?"),
            ("Doesn’t Roland come from Osaka?", "does Roland come from Osaka?"),
            ("isnt he the mayor", "is he the mayor"),
            ("Bukankah Darwin kota pertama?", "apakah Darwin kota pertama?"),
            ("bukannya 1989?", "apakah 1989, kan?"),
            ("which city didn't join", "which city didn't join"),
            ("bukan itu", "bukan itu"),
            ("浜松市ではないですか", "浜松市ではないですか"),
            ("", ""),
        ] {
            assert_eq!(without_denial(Cow::Borrowed(text)), expect);
        }
    }
}
