//! Letters that people stretch: *siapaaa*, *makasihhh*.

use std::borrow::Cow;

/// How many of one letter on end no word of ours has.
const TOO_MANY: usize = 3;

/// The text with each run of three and more of one Latin letter as that letter alone. A word of nothing else (*www*, *AAA*)
/// stays, and so does a Roman number.
#[must_use]
pub fn unstretched(text: &str) -> Cow<'_, str> {
    let is_long = |run: &[u8]| run.len() >= TOO_MANY && run[0].is_ascii_alphabetic();
    let runs = || text.as_bytes().chunk_by(u8::eq_ignore_ascii_case);
    if !runs().any(is_long) {
        return Cow::Borrowed(text);
    }
    let letters = |letters: &mut dyn Iterator<Item = char>| -> String {
        letters.take_while(|letter| letter.is_alphabetic()).collect()
    };
    // Of the letters around a run, is any no Roman digit.
    let is_of_a_word = |at: usize, end: usize| {
        let around = letters(&mut text[..at].chars().rev()) + &letters(&mut text[end..].chars());
        let is_digit = |letter: char| "ivxlcdm".contains(letter.to_ascii_lowercase());
        let is_roman = is_digit(char::from(text.as_bytes()[at])) && around.chars().all(is_digit);
        !around.is_empty() && !is_roman
    };
    let (mut short, mut at, mut kept) = (String::with_capacity(text.len()), 0, 0);
    for run in runs() {
        let end = at + run.len();
        // A run of letters of ASCII begins and ends between characters; other runs may be parts of one.
        if is_long(run) && is_of_a_word(at, end) {
            short.push_str(&text[kept..=at]);
            kept = end;
        }
        at = end;
    }
    short.push_str(&text[kept..]);
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
            ("浜松aaaa", "浜松a"),
            ("iniii MCCC", "ini MCCC"),
            ("", ""),
        ] {
            assert_eq!(unstretched(text), expect);
        }
    }
}
