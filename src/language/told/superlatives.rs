//! Whether something is said to be the most of all: *the most famous*, *terbesar*, 一番新しい. What tells of it without that does not tell
//! which is. The last one and the latest are told by dates.

use crate::language::asked::FIRST_BY_PALING;
use crate::language::{Folded, is_cjk, words_of};

/// English words that end like one, and are none or a noun.
#[rustfmt::skip]
const NONE: [&str; 34] = [
    "contest", "request", "interest", "forest", "west", "northwest", "southwest", "test", "guest", "rest", "harvest", "honest", "invest",
    "protest", "arrest", "suggest", "nest", "chest", "quest", "modest", "digest", "manifest", "conquest", "pest", "vest", "everest",
    "budapest", "bucharest", "latest", "midwest", "fest", "crest", "zest", "bequest",
];
/// What stands before *most* where it is one, and what follows where it is none.
const BEFORE_MOST: [&str; 4] = ["the", "s", "its", "their"];
const OF_MOST: [&str; 2] = ["of", "recent"];
/// Indonesian ones, as *ter-* makes other words as well.
#[rustfmt::skip]
const IN_INDONESIAN: [&str; 29] = [
    "terbesar", "terkecil", "tertua", "termuda", "terbaik", "terburuk", "terpopuler", "terbanyak", "tertinggi", "terendah", "terpanjang",
    "terpendek", "terdekat", "terjauh", "termahal", "termurah", "terlama", "tercepat", "terpenting", "terindah", "terkuat", "terlaris",
    "terkaya", "termiskin", "terluas", "terpadat", "teramai", "tercantik", "terhebat",
];
/// *Satu-satunya*, by its two words: which is the only one is told as little by what does not say it. *Satunya lagi* is the other one.
const ONE_ID: &str = "satu";
const ONLY_ID: &str = "satunya";
/// What makes one of the word behind it, and those of which it makes none: *paling lambat* is a bound, *paling dulu* the first.
const PALING: &str = "paling";
const OF_PALING: [&str; 5] = ["lambat", "sedikit", "tidak", "baru", "akhir"];
/// Japanese ones; 一番目 is a place in a row.
#[rustfmt::skip]
const IN_JAPANESE: [&str; 12] = [
    "唯一", "最大", "最小", "最古", "最高", "最多", "最長", "最短", "最強", "最年少", "最年長", "最良",
];
const MOST_JA: [&str; 4] = ["一番", "いちばん", "最も", "もっとも"];
/// What follows these where they say nothing but the first.
const OF_MOST_JA: [&str; 10] = ["さき", "さいしょ", "はじめ", "はや", "目", "最初", "初め", "先", "早", "の"];

/// How many characters behind *most* tell of what, in Japanese.
const TELLING_JA: usize = 2;

/// What is said first in `text` to be the most of all, by the word that says so, folded: *oldest*, of *most famous* the second.
#[must_use]
pub fn superlative(text: &str) -> Option<String> {
    let folded = Folded::new(text);
    let said = folded.as_str();
    if said.contains(is_cjk) {
        let of_most = |most: &&str| {
            let mut found = said.match_indices(*most).map(|(start, _)| &said[start + most.len()..]);
            let behind = found.find(|it| !it.is_empty() && !OF_MOST_JA.iter().any(|of| it.starts_with(of)))?;
            Some(behind.chars().take(TELLING_JA).collect())
        };
        let alone = IN_JAPANESE.iter().find(|most| said.contains(**most)).map(|most| (*most).to_owned());
        return MOST_JA.iter().find_map(of_most).or(alone);
    }
    let mut words = words_of(said).peekable();
    let mut before = "";
    while let Some(word) = words.next() {
        let next = words.peek().copied();
        let of_next = match word {
            "most" if BEFORE_MOST.contains(&before) => next.filter(|next| !OF_MOST.contains(next)),
            PALING => next.filter(|next| !OF_PALING.contains(next) && !FIRST_BY_PALING.contains(next)),
            "best" | "worst" => Some(word),
            ONLY_ID if before == ONE_ID => Some(word),
            "only" if BEFORE_MOST.contains(&before) => Some(word),
            _ => Some(word)
                .filter(|it| it.len() > 4 && it.ends_with("est") && !NONE.contains(it) || IN_INDONESIAN.contains(it)),
        };
        if let Some(most) = of_next {
            return Some(most.to_owned());
        }
        before = word;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_most_of_all_is_told_from_other_words() {
        for (text, expect) in [
            ("Who is the most famous singer from Maluku?", Some("famous")),
            ("the best singer", Some("best")),
            ("which is the oldest sister city", Some("oldest")),
            ("perusahaan alat musik terbesar di hamamatsu", Some("terbesar")),
            ("penyanyi paling terkenal", Some("terkenal")),
            ("アンボンの一番新しい姉妹都市は", Some("新し")),
            ("世界最大の博物館", Some("最大")),
            ("most people can sing", None),
            ("when was the most recent renewal", None),
            ("at most 5 pillars", None),
            ("the latest contest in the west", None),
            ("satu-satunya kota kembar", Some("satunya")),
            ("apa satunya lagi", None),
            ("terletak di mana", None),
            ("kapan terakhir diperbarui", None),
            ("paling lambat kapan", None),
            ("siapa yang paling dulu datang", None),
            ("一番目の姉妹都市", None),
            ("浜松の一番最初の姉妹都市", None),
            ("", None),
        ] {
            assert_eq!(superlative(text).as_deref(), expect, "{text}");
        }
    }
}
