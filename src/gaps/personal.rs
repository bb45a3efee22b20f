//! What of a question may name a person: addresses and long numbers.
//!
//! They are told in the question itself: the words that it is looked up by are cut at `@`, at spaces and at hyphens, and of
//! *0812 3456 7890* each is a number like any other.

use std::cmp::Reverse;
use std::collections::HashSet;

use crate::language::{Folded, is_cjk, year_in_digits};

/// A number of so many digits may be a person's, a date aside.
const DIGITS: usize = 6;

/// How the names of hosts mostly end, where no path behind them tells that they are such.
const ENDINGS: [&str; 9] = ["co", "com", "id", "info", "io", "jp", "me", "net", "org"];

/// The words of a question that stand in its addresses and long numbers alone.
pub(super) struct Personal(HashSet<String>);

impl Personal {
    /// Those of `asked`.
    pub(super) fn of(asked: &str) -> Self {
        let folded = Folded::new(asked).as_str().replace(" @ ", "@").replace("@ ", "@");
        let mut addresses: Vec<&str> = folded.split(ends_address).filter(|it| is_address(it)).collect();
        // Of two of which one holds the other, the whole.
        addresses.sort_by_key(|it| Reverse(it.len()));
        let rest = without(&folded, &addresses);
        let numbers: Vec<&str> = long_numbers(&rest).collect();
        let others = without(&rest, &numbers);
        let others: HashSet<&str> = words(&others).collect();
        let personal = addresses.iter().chain(&numbers).flat_map(|it| words(it));
        Self(personal.filter(|word| !others.contains(word)).map(str::to_owned).collect())
    }

    /// Does `word`, one or several that the question is looked up by, hold any of them, or a long number by itself.
    pub(super) fn is_in(&self, word: &str) -> bool {
        let folded = Folded::new(word);
        let holds_one = words(folded.as_str()).any(|word| self.0.contains(word));
        holds_one || long_numbers(folded.as_str()).next().is_some()
    }
}

/// `text` with something that is in no word in place of each of `parts`.
fn without(text: &str, parts: &[&str]) -> String {
    parts.iter().fold(text.to_owned(), |text, part| text.replace(part, ";"))
}

/// The words of `text` but for Chinese and Japanese ones, which are in no address.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_alphanumeric() || is_cjk(it)).filter(|word| !word.is_empty())
}

/// Does an address end before `character`.
fn ends_address(character: char) -> bool {
    const BRACKETS_AND_STOPS: &str = "<>()[]{}\"'`,;|«»“”";
    character.is_whitespace() || is_cjk(character) || BRACKETS_AND_STOPS.contains(character)
}

/// Is `part`, folded and without a space, the address of somebody's mail, of an account or of a page.
fn is_address(part: &str) -> bool {
    if part.contains('@') {
        return part.contains(char::is_alphanumeric);
    }
    let host = part.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let labels: Vec<&str> = host.trim_matches(|it: char| !it.is_alphanumeric()).split('.').collect();
    let has_path = part[host.len()..].starts_with('/') && part[host.len() + 1..].contains(char::is_alphanumeric);
    let is_label = |label: &&str| !label.is_empty() && label.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');
    let last = labels.last().filter(|last| last.len() > 1 && last.bytes().all(|it| it.is_ascii_lowercase()));
    let is_host = labels.len() > 1 && labels.iter().all(is_label);
    part.contains("://")
        || part.starts_with("www.")
        || is_host && last.is_some_and(|last| has_path || ENDINGS.contains(last))
}

/// The long numbers of `text`, folded, also those written in groups: *+62 812-3456-7890*, *(0911) 352.100*.
fn long_numbers(text: &str) -> impl Iterator<Item = &str> {
    let is_within = |it: char| it.is_ascii_digit() || it.is_whitespace() || "-.+()/_~‐‑–—―−・ー".contains(it);
    let runs = text.split(move |it| !is_within(it)).map(|run| run.trim_matches(|it: char| !it.is_ascii_digit()));
    runs.filter(|run| run.bytes().filter(u8::is_ascii_digit).count() >= DIGITS && !is_of_dates(run))
}

/// Is `run` years and dates and nothing else: *2019-10-31*, *2018 2019*.
fn is_of_dates(run: &str) -> bool {
    let groups = || run.split(|it: char| !it.is_ascii_digit()).filter(|group| !group.is_empty());
    let is_in = |group: &str, range: std::ops::RangeInclusive<u16>| group.parse().is_ok_and(|it| range.contains(&it));
    let is_year = |group: &&str| year_in_digits(group).is_some();
    let is_day = |group: &&str| group.len() <= 2 && is_in(group, 1..=31);
    let (years, days) = (groups().filter(is_year).count(), groups().filter(is_day).count());
    years + days == groups().count() && days <= 2 * years
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stands_in_addresses_and_long_numbers_alone_is_personal() {
        let check = |asked: &str, personal: &[&str], other: &[&str]| {
            let found = Personal::of(asked);
            for word in personal {
                assert!(found.is_in(word), "{word} of {asked:?}");
            }
            for word in other {
                assert!(!found.is_in(word), "{word} of {asked:?}");
            }
        };
        check("alamat ani.wijaya@gmail.com?", &["ani.wijaya", "gmail.com"], &["alamat"]);
        check("alamat ani @ gmail.com dan @budi", &["ani", "gmail.com", "budi"], &["alamat", "dan"]);
        check("ani@x.jpに送る、ＡＮＩ＠Ｙ．ＪＰ", &["ani", "x.jp", "y.jp"], &["に", "送る"]);
        check("x@ani @ani", &["x", "ani"], &[]);
        check(
            "lihat https://t.me/s/ani, www.budi.xyz facebook.com/citra?a=b dewi.com.",
            &["t.me", "ani", "budi", "citra", "dewi.com"],
            &["lihat"],
        );
        check("Dr.Amin of PT.Timah and/or St. Petersburg", &[], &["dr.amin", "pt.timah", "and", "st", "petersburg"]);
        // What is asked for besides may be asked for.
        check("who is Ani, ani@x.id", &["x", "id"], &["Ani"]);
        for number in
            ["0812 3456 7890", "+62-812-3456-7890", "(0911) 352.100", "０９０－１２３４－５６７８", "053–457–2111"]
        {
            let groups: Vec<&str> = number.split([' ', '-', '－', '–', '.', '(', ')', '+']).collect();
            let groups: Vec<&str> = groups.into_iter().filter(|group| !group.is_empty()).collect();
            check(&format!("telepon {number}に"), &groups, &["telepon", "2019"]);
        }
        check("id80351110224678912番", &["id80351110224678912", "80351110224678912番"], &["番"]);
        check("2019, 31/10/2019, 2019-10-31 2020", &[], &["2019", "31/10/2019", "2019-10-31", "2020"]);
        check("2018-2019 atau 47 dari 12.500, 1945 17 8", &[], &["2018-2019", "47", "12.500", "1945"]);
    }
}
