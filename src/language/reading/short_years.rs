//! Years that are typed with two digits: *thn 89*, *in '09*, 09年.

use std::borrow::Cow;

use crate::language::{Language, is_stop_word, words_of};

/// Words that a year stands behind.
const YEAR: [&str; 6] = ["tahun", "thn", "th", "taun", "tahunnya", "year"];

/// Two digits below this are of this century, the others of the last one.
const CENTURY_BEGINS: u8 = 40;

/// The text with each year of two digits in full, where it surely is one: behind a word for a year, *thn 89*, behind an
/// apostrophe, *'89*, or in Japanese with a 0 before it, 09年. How many years there were, *ulang tahun 25*, *25 tahun*, stays.
#[must_use]
pub fn with_whole_years(text: Cow<'_, str>) -> Cow<'_, str> {
    let found: Vec<(usize, u8)> = short_years(&text).collect();
    if found.is_empty() {
        return text;
    }
    let (mut whole, mut end) = (String::with_capacity(text.len() + 2 * found.len()), 0);
    for (start, year) in found {
        whole.push_str(text[end..start].trim_end_matches(['\'', '’', '‘']));
        whole.push_str(if year < CENTURY_BEGINS { "20" } else { "19" });
        end = start;
    }
    whole.push_str(&text[end..]);
    Cow::Owned(whole)
}

/// Does what stands behind two digits make something else of them: a decade, *30-an*, *'90's*, or, where *year* stands before them, whoever
/// is in it, *Year 12 students*.
fn is_no_year(before: &str, behind: &str) -> bool {
    const DECADES: [&str; 6] = ["-an", "‐an", "–an", " an", "'s", "’s"];
    let is_decade = DECADES.iter().any(|end| {
        behind.get(..end.len()).is_some_and(|it| it.eq_ignore_ascii_case(end))
            && !behind[end.len()..].starts_with(char::is_alphanumeric)
    });
    let is_grade = || {
        let last = words_of(before).last().is_some_and(|word| word.eq_ignore_ascii_case("year"));
        let next = behind.strip_prefix(' ').and_then(|behind| behind.split(|it: char| !it.is_alphabetic()).next());
        last && next.is_some_and(|next| !next.is_empty() && !is_stop_word(Language::En, &next.to_lowercase()))
    };
    is_decade || is_grade()
}

/// Where the two digits begin, and what they say.
fn short_years(text: &str) -> impl Iterator<Item = (usize, u8)> {
    let is_digit = |character: char| character.is_ascii_digit();
    let starts = text.match_indices(is_digit).map(|(start, _)| start);
    starts.filter_map(move |start| {
        let (before, digits) = text.split_at(start);
        let behind = digits.get(2..)?;
        let year: u8 = digits[..2].parse().ok()?;
        let is_whole = !before.ends_with(char::is_alphanumeric) && !before.ends_with(['.', ',', '-', '–']);
        if !is_whole
            || behind.starts_with(is_digit)
            || behind.starts_with(['.', ',']) && behind[1..].starts_with(is_digit)
        {
            return None;
        }
        let mut words = before.split_whitespace().rev();
        let is_behind_a_word = before.ends_with(' ')
            && words.next().is_some_and(|word| YEAR.contains(&word.to_lowercase().as_str()))
            && words.next().is_none_or(|word| !word.eq_ignore_ascii_case("ulang"));
        let ends_here = !behind.starts_with(|next: char| next.is_alphanumeric()) && !is_no_year(before, behind);
        let is_short = before.ends_with(['\'', '’', '‘']) || is_behind_a_word;
        let is_japanese = digits.starts_with('0') && behind.starts_with('年');
        (is_short && ends_here || is_japanese).then_some((start, year))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_are_a_year_where_they_surely_are() {
        for (text, expect) in [
            ("wali kota yg datang thn 89", "wali kota yg datang thn 1989"),
            ("tahun 09 siapa?", "tahun 2009 siapa?"),
            ("in '89 or ’14?", "in 1989 or 2014?"),
            ("09年の訪問", "2009年の訪問"),
            ("ulang tahun 25", "ulang tahun 25"),
            ("25 tahun", "25 tahun"),
            ("tahun 2009", "tahun 2009"),
            ("10年間", "10年間"),
            ("tahun 10,5 dan 7", "tahun 10,5 dan 7"),
            ("tahun 89an", "tahun 89an"),
            ("tahun 30-an ambon kayak gimana", "tahun 30-an ambon kayak gimana"),
            ("di tahun 80 an", "di tahun 80 an"),
            ("tahun 89 Ambon dan Hamamatsu", "tahun 1989 Ambon dan Hamamatsu"),
            ("the '90s, the '90's", "the '90s, the '90's"),
            ("Year 12 students from Darwin", "Year 12 students from Darwin"),
            ("in year 14 who joined, in year 14?", "in year 2014 who joined, in year 2014?"),
            ("89", "89"),
            ("", ""),
        ] {
            assert_eq!(with_whole_years(Cow::Borrowed(text)), expect, "{text}");
        }
    }
}
