//! Where the clauses of a question end: at a mark, but for those within a number, an abbreviation or an address.

use std::ops::Range;

use crate::language::{SENTENCE_ENDS, is_no_end};

/// How the names of hosts end, which tells an address, *ambon.go.id*, from two sentences without a space between, *guru.kapan*.
const DOMAINS: [&str; 16] =
    ["com", "org", "net", "edu", "gov", "int", "info", "io", "co", "id", "jp", "nl", "au", "uk", "eu", "tv"];

/// Is it one of the marks that a clause may end with.
pub(super) const fn is_mark(character: char) -> bool {
    matches!(character, ',' | '.' | '!' | '?' | ';' | '\n' | '、' | '。' | '！' | '？' | '，' | '；')
}

/// The clauses of `text` in order, in bytes, each with the mark that ends it.
pub(super) fn clauses(text: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = text.char_indices().filter(|(at, mark)| is_mark(*mark) && ends_clause(text, *at, *mark));
    let ends = ends.map(|(at, mark)| at + mark.len_utf8()).chain(std::iter::once(text.len()));
    ends.scan(0, |start, end| Some(std::mem::replace(start, end)..end)).filter(|clause| !clause.is_empty())
}

/// The last of the clauses of `text`; `None` where there is none.
#[must_use]
pub fn last_clause(text: &str) -> Option<&str> {
    clauses(text).last().map(|clause| &text[clause])
}

/// What stands in `text` before its last sentence, and that, however it is written: as in messages, no capital need begin it. `None` where
/// it is one.
#[must_use]
pub fn before_last_sentence(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let says_something = |part: &str| part.contains(char::is_alphanumeric);
    let ends = clauses(text).map(|clause| clause.end).filter(|end| text[..*end].ends_with(SENTENCE_ENDS));
    let end = ends.filter(|end| says_something(&text[*end..])).last()?;
    let (before, last) = (text[..end].trim(), text[end..].trim());
    says_something(before).then_some((before, last))
}

/// Does the `mark` at `at` of `text` end a clause.
fn ends_clause(text: &str, at: usize, mark: char) -> bool {
    let (before, behind) = (&text[..at], &text[at + mark.len_utf8()..]);
    let stands_within = before.ends_with(is_of_token) && behind.starts_with(is_of_token);
    match mark {
        // 3,300 and 3.300.
        ',' | '.' if is_between_digits(before, behind) => false,
        '.' | ',' | '?' | ';' if stands_within && is_address(token_at(text, at)) => false,
        '.' => !(is_no_end(before, behind.trim_start()) || stands_within && ends_with_one_letter(before)),
        _ => true,
    }
}

fn is_between_digits(before: &str, behind: &str) -> bool {
    before.ends_with(|it: char| it.is_ascii_digit()) && behind.starts_with(|it: char| it.is_ascii_digit())
}

/// Is the last word of `before` one letter, as in *a.m.*
fn ends_with_one_letter(before: &str) -> bool {
    let mut letters = before.chars().rev();
    letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none_or(|it| !it.is_alphanumeric())
}

/// Is it of what is written without a space between, in Latin letters: a word, an address.
const fn is_of_token(character: char) -> bool {
    character.is_ascii_graphic()
}

/// What is written without a space around the character at `at` of `text`.
fn token_at(text: &str, at: usize) -> &str {
    let is_outside = |character: char| !is_of_token(character);
    let start = text[..at].rfind(is_outside).map_or(0, |before| text.ceil_char_boundary(before + 1));
    let end = text[at..].find(is_outside).map_or(text.len(), |behind| at + behind);
    &text[start..end]
}

/// Is `token` the address of a page or of a mailbox: *https://…*, *www.unesco.org*, *ambon.go.id/musik*.
fn is_address(token: &str) -> bool {
    let host = token.split(['/', ':', '?', '#']).next().unwrap_or_default();
    let last = host.trim_end_matches(is_mark).rsplit('.').next().unwrap_or_default();
    token.contains("://") || DOMAINS.iter().any(|domain| last.eq_ignore_ascii_case(domain))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clause_ends_at_a_mark_that_ends_something() {
        for (text, expect) in [
            ("saya guru. kapan dibuka? ya", &["saya guru.", " kapan dibuka?", " ya"][..]),
            ("saya guru.kapan dibuka", &["saya guru.", "kapan dibuka"]),
            ("halo,siapa dia", &["halo,", "siapa dia"]),
            ("宿題です。人口は何人？", &["宿題です。", "人口は何人？"]),
            ("how many of the 3.300 or 3,300", &["how many of the 3.300 or 3,300"]),
            ("since 2014. who came", &["since 2014.", " who came"]),
            ("when did Dr. Lee come", &["when did Dr. Lee come"]),
            ("Ambon vs. Hamamatsu, which is it", &["Ambon vs. Hamamatsu,", " which is it"]),
            ("jl. Pattimura no. 5 di mana", &["jl. Pattimura no. 5 di mana"]),
            ("is it open at 9 a.m. or e.g. at ten", &["is it open at 9 a.m. or e.g. at ten"]),
            ("what is ambon.go.id, please", &["what is ambon.go.id,", " please"]),
            ("https://a.example/b?c=d,e.f asks what", &["https://a.example/b?c=d,e.f asks what"]),
            ("info@ambon.go.idは誰ですか", &["info@ambon.go.idは誰ですか"]),
            ("ambon.go.id. what is it", &["ambon.go.id.", " what is it"]),
            ("wait... what", &["wait.", ".", ".", " what"]),
            ("", &[]),
        ] {
            let found: Vec<_> = clauses(text).map(|range| &text[range]).collect();
            assert_eq!(found, expect, "{text}");
        }
    }
}
