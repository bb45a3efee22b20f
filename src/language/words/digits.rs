//! Which texts are digits, and which of these a year.

use std::ops::RangeInclusive;

/// The years of which passages are mostly told and asked: a number beyond them is as often none.
pub(in crate::language) const RECENT: RangeInclusive<u16> = 1900..=2099;
/// Those that four digits may stand for.
const YEARS: RangeInclusive<u16> = 1000..=2099;

/// Is `text` one ASCII digit or more and nothing else.
pub(crate) fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Is there an ASCII digit in `text`.
pub(crate) fn has_digit(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// The year, 1000 to 2099, that `text` is in four digits and nothing else.
pub(crate) fn year_in_digits(text: &str) -> Option<u16> {
    let is_one = text.len() == 4 && is_digits(text);
    text.parse().ok().filter(|year| is_one && YEARS.contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_has_four_digits_and_is_of_this_millennium_or_the_last() {
        for (text, expect) in [
            ("1985", Some(1985)),
            ("1000", Some(1000)),
            ("2099", Some(2099)),
            ("0985", None),
            ("2100", None),
            ("985", None),
            ("19855", None),
            ("+985", None),
            ("1985s", None),
            ("１９８５", None),
            ("", None),
        ] {
            assert_eq!(year_in_digits(text), expect, "{text}");
        }
    }

    #[test]
    fn digits_are_told_from_what_has_some_and_from_nothing() {
        for (text, expect) in
            [("25", (true, true)), ("25k", (false, true)), ("k", (false, false)), ("", (false, false))]
        {
            assert_eq!((is_digits(text), has_digit(text)), expect, "{text}");
        }
    }
}
