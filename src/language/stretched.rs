//! Letters that people stretch: *siapaaa*, *makasihhh*.

use std::borrow::Cow;

/// How many of one letter on end no word of ours has.
const TOO_MANY: usize = 3;

/// The text with each run of three and more of one Latin letter as that letter alone. A word of nothing else (*www*, *AAA*)
/// stays, and so do *i* and *x*, of which Roman numbers are made.
#[must_use]
pub fn unstretched(text: &str) -> Cow<'_, str> {
    let is_long =
        |run: &[u8]| run.len() >= TOO_MANY && run[0].is_ascii_alphabetic() && !matches!(run[0] | 0x20, b'i' | b'x');
    let runs = || text.as_bytes().chunk_by(u8::eq_ignore_ascii_case);
    if !runs().any(is_long) {
        return Cow::Borrowed(text);
    }
    let touches = |letter: Option<char>| letter.is_some_and(char::is_alphabetic);
    let (mut short, mut at, mut kept) = (String::with_capacity(text.len()), 0, 0);
    for run in runs() {
        let end = at + run.len();
        // A run of letters of ASCII begins and ends between characters; other runs may be parts of one.
        if is_long(run) && (touches(text[..at].chars().next_back()) || touches(text[end..].chars().next())) {
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
            ("", ""),
        ] {
            assert_eq!(unstretched(text), expect);
        }
    }
}
