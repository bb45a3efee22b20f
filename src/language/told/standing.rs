//! How a name stands in a text: as where something is or takes place, *in Ambon*, *di Ambon*, アンボンに.

use std::ops::Range;

use crate::language::{is_cjk, is_one_of};

/// What stands right before it in Latin letters.
const BEFORE: [&str; 4] = ["in", "at", "di", "within"];
/// What may stand between, *in the city of Ambon*, the last first.
const BETWEEN: [&str; 4] = ["of", "city", "the", "kota"];
/// What stands right behind it in Japanese, and what makes something else of that: アンボンについて, アンボンによると.
const BEHIND_JA: [&str; 2] = ["に", "で"];
const OTHERWISE_JA: [&str; 6] = ["につ", "によ", "にと", "に関", "に対", "です"];
/// What a city is called behind its name.
const CITIES_JA: [char; 3] = ['市', '町', '県'];

/// Does the name at `range` of `text` stand as where something is.
#[must_use]
pub fn stands_where(text: &str, range: &Range<usize>) -> bool {
    let name = &text[range.clone()];
    if name.contains(is_cjk) || text[range.end..].starts_with(is_cjk) {
        let behind = text[range.end..].trim_start_matches(CITIES_JA);
        let begins = |listed: &[&str]| listed.iter().any(|it| behind.starts_with(it));
        return begins(&BEHIND_JA) && !begins(&OTHERWISE_JA);
    }
    // What is Ambon's may be elsewhere: *in Ambon's sister city*.
    if name.ends_with("'s") || name.ends_with("’s") {
        return false;
    }
    let mut before = text[..range.start].split_whitespace().rev();
    let is = |word: &str, listed: &[&str]| listed.iter().any(|it| it.eq_ignore_ascii_case(word));
    before.find(|word| !is(word, &BETWEEN)).is_some_and(|word| is(word, &BEFORE))
}

/// What stands right before where something is from, in Latin letters, and right behind it in Japanese.
const FROM: [&str; 4] = ["from", "dari", "dr", "asal"];
const FROM_JA: [&str; 2] = ["出身", "から"];
/// What makes of that where somebody was before: *habis dari Hamamatsu*, *back from Ambon*.
#[rustfmt::skip]
const LEFT: [&str; 14] = [
    "habis", "abis", "sehabis", "selesai", "setelah", "sesudah", "sepulang", "pulang", "balik", "kembali", "back", "returned", "returning", "home",
];

/// Does the name at `range` of `text` stand as where something is from.
#[must_use]
pub fn is_origin(text: &str, range: &Range<usize>) -> bool {
    let behind = text[range.end..].trim_start_matches(CITIES_JA);
    if text[range.clone()].contains(is_cjk) || behind.starts_with(is_cjk) {
        return FROM_JA.iter().any(|it| behind.starts_with(it));
    }
    let mut before = text[..range.start].split_whitespace().rev();
    before.next().is_some_and(|word| is_one_of(word, &FROM))
        && !before.next().is_some_and(|word| is_one_of(word, &LEFT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_stands_where_something_is_from() {
        for (text, name, expect) in [
            ("instrument makers from Ambon", "Ambon", true),
            ("produsen dari Ambon", "Ambon", true),
            ("アンボン出身の歌手", "アンボン", true),
            ("アンボンからの手紙", "アンボン", true),
            ("habis dari Ambon ke mana", "Ambon", false),
            ("the group back from Ambon", "Ambon", false),
            ("makers in Ambon", "Ambon", false),
            ("アンボンの歌手", "アンボン", false),
        ] {
            let start = text.find(name).expect("it is there");
            assert_eq!(is_origin(text, &(start..start + name.len())), expect, "{text}");
        }
    }

    #[test]
    fn a_name_stands_where_something_is() {
        for (text, name, expect) in [
            ("the makers with headquarters in Ambon", "Ambon", true),
            ("in the city of Ambon", "Ambon", true),
            ("yang ada di Kota Ambon", "Ambon", true),
            ("アンボン市に本社がある", "アンボン", true),
            ("アンボンで開かれた", "アンボン", true),
            ("アンボンについて", "アンボン", false),
            ("アンボンの姉妹都市に", "アンボン", false),
            ("in Ambon's sister city", "Ambon's", false),
            ("the mayor of Ambon", "Ambon", false),
            ("dari Ambon", "Ambon", false),
            ("Ambon", "Ambon", false),
        ] {
            let start = text.find(name).expect("it is there");
            assert_eq!(stands_where(text, &(start..start + name.len())), expect, "{text}");
        }
    }
}
