//! Letters that people stretch: *siapaaa*, *makasihhh*, おしえてー.

use std::borrow::Cow;

use crate::language::is_hiragana;

/// How many of one letter on end no word of ours has.
const TOO_MANY: usize = 3;

/// The text with each run of three and more of one Latin letter as that letter alone. A word of nothing else (*www*, *AAA*)
/// stays, and so does a Roman number. And without what draws a Japanese word out at its end.
#[must_use]
pub fn unstretched(text: &str) -> Cow<'_, str> {
    let text = without_drawl(text);
    let is_long = |run: &[u8]| run.len() >= TOO_MANY && run[0].is_ascii_alphabetic();
    if !text.as_bytes().chunk_by(u8::eq_ignore_ascii_case).any(is_long) {
        return text;
    }
    let mut short = String::with_capacity(text.len());
    for word in text.split_inclusive(|letter: char| !letter.is_alphabetic()) {
        let characters: Vec<char> = word.chars().collect();
        let is_letter = |letter: &&char| letter.is_alphabetic();
        let is_digit = |letter: &char| "ivxlcdm".contains(letter.to_ascii_lowercase());
        let is_one_letter =
            characters.iter().filter(is_letter).all(|letter| letter.eq_ignore_ascii_case(&characters[0]));
        if is_one_letter || characters.iter().filter(is_letter).all(is_digit) {
            short.push_str(word);
            continue;
        }
        for run in characters.chunk_by(char::eq_ignore_ascii_case) {
            let is_long = run.len() >= TOO_MANY && run[0].is_ascii_alphabetic();
            short.extend(if is_long { &run[..1] } else { run });
        }
    }
    Cow::Owned(short)
}

/// The text without what draws a Japanese word out at its end: *おしえてー*, *ですかーー？*
fn without_drawl(text: &str) -> Cow<'_, str> {
    let is_drawl = |character: char| matches!(character, 'ー' | '〜' | '～');
    if !text.contains(is_drawl) {
        return Cow::Borrowed(text);
    }
    let (mut short, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(start) = rest.find(is_drawl) {
        let behind = rest[start..].trim_start_matches(is_drawl);
        let is_word = |beside: Option<char>| beside.is_some_and(char::is_alphanumeric);
        let ends_word = rest[..start].ends_with(is_hiragana) && !is_word(behind.chars().next());
        let kept = if ends_word { start } else { rest.len() - behind.len() };
        short.push_str(&rest[..kept]);
        rest = behind;
    }
    short.push_str(rest);
    Cow::Owned(short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stretched_letter_is_one_and_numbers_and_doubled_letters_stay() {
        for (text, expect) in [
            ("siapaaa walikotaaa", "siapa walikota"),
            ("MAKASIHhh!!!", "MAKASIH!!!"),
            ("good, www.a.id, AAA, XVIII, xxx", "good, www.a.id, AAA, XVIII, xxx"),
            ("1000 浜松ーーー ッッッ", "1000 浜松ーーー ッッッ"),
            ("ッッッ siapaaa ッッッ", "ッッッ siapa ッッッ"),
            ("人口おしえてー", "人口おしえて"),
            ("いつですかーー？ねえ〜！", "いつですか？ねえ！"),
            ("らーめん、ヨットレース、7〜8月", "らーめん、ヨットレース、7〜8月"),
            ("浜松aaaa", "浜松a"),
            ("iniii MCCC", "ini MCCC"),
            ("", ""),
        ] {
            assert_eq!(unstretched(text), expect);
        }
    }
}
