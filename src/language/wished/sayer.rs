//! That somebody wishes to know who says what was just answered, or doubts it: *who said that?*, *kata siapa?*, 本当に？

use crate::language::{Folded, words_with_apostrophes};

/// What asks so.
#[rustfmt::skip]
const ASKS: [&str; 42] = [
    "who said", "who says", "says who", "said who", "who told", "who claims", "who claimed", "who reported", "according to whom",
    "according to who", "siapa yang bilang", "siapa yg bilang", "siapa bilang", "siapa yang ngomong", "siapa yg ngomong",
    "siapa yang mengatakan", "siapa yg mengatakan", "siapa yang berkata", "siapa yg berkata", "kata siapa", "kt siapa",
    "menurut siapa", "sumbernya", "sumber", "source", "sources", "that from", "number from", "numbers from", "figure from",
    "figures from", "number come from", "figure come from", "how do you know", "how do u know", "tau dari mana", "tahu dari mana",
    "link", "links", "linknya", "url", "urlnya",
];
/// What doubts it.
#[rustfmt::skip]
const DOUBTS: [&str; 12] = [
    "are you sure", "are u sure", "r u sure", "you sure", "really", "is that true", "is that right", "yakin",
    "serius", "seriusan", "beneran", "masa sih",
];
/// What may stand around both.
#[rustfmt::skip]
const AROUND: [&str; 28] = [
    "that", "so", "it", "this", "and", "really", "but", "you", "ok", "that's", "dan", "trus", "terus", "itu", "gitu", "begitu", "tu", "tuh",
    "sih", "emang", "memang", "ya", "yah", "kak", "min", "lho",
    "nih", "deh",
];
/// What may stand around what asks who says so.
#[rustfmt::skip]
const AROUND_ASKS: [&str; 38] = [
    "where's", "wheres", "does", "did", "angka", "angkanya", "apa", "mana", "dari", "dr", "what", "what's", "whats", "which",
    "where", "is", "are", "your", "the", "for", "from", "ada", "pls", "please", "plz", "dong", "minta", "kasih", "kasi", "send",
    "give", "share", "me", "can", "i", "get", "have", "boleh",
];
/// The same in Japanese.
#[rustfmt::skip]
const ASKS_JA: [&str; 20] = [
    "言ってるの誰", "言ってるのは誰", "言ったの誰", "言ったのは誰", "誰が言った",
    "だれが言った", "誰が言って", "だれが言って", "誰が話して", "誰が話した", "誰がそう言",
    "誰の発言", "誰の話", "ソース", "出典", "情報源", "どこ情報", "その数字", "リンク", "url",
];
const DOUBTS_JA: [&str; 5] = ["本当", "ほんと", "間違いない", "確かな", "確かです"];
/// Longer ones first.
#[rustfmt::skip]
const AROUND_JA: [&str; 18] = [
    "なんですか", "なのですか", "んですか", "のですか", "教えて", "ですか", "それは", "それを",
    "それ", "そう", "これ", "いるの", "なの", "の", "た", "ください", "下さい", "お願いします",
];
const AROUND_ASKS_JA: [&str; 4] = ["本当に", "どこから", "どこ", "何"];
const PARTICLES_JA: [&str; 4] = ["は", "に", "か", "を"];

/// Does `text` ask nothing but who says so, or whether it is so.
#[must_use]
pub fn asks_who_says_so(text: &str) -> bool {
    let folded = Folded::new(text);
    let words: Vec<&str> = words_with_apostrophes(folded.as_str()).collect();
    if words.iter().any(|word| !word.is_ascii()) {
        let said = words.concat();
        let says_no_more = |asks: &[&str], around: &[&str]| {
            let asked = asks.iter().find(|asks| said.contains(*asks));
            asked.is_some_and(|asks| {
                let around = around.iter().chain(&AROUND_JA).chain(&PARTICLES_JA);
                around.fold(said.replace(asks, ""), |rest, around| rest.replace(around, "")).is_empty()
            })
        };
        return says_no_more(&ASKS_JA, &AROUND_ASKS_JA) || says_no_more(&DOUBTS_JA, &[]);
    }
    let said = format!(" {} ", words.join(" "));
    let says_no_more = |asks: &[&str], around: &[&str]| {
        let asked = asks.iter().find_map(|asks| said.split_once(&format!(" {asks} ")));
        asked.is_some_and(|(before, behind)| {
            let mut rest = before.split_whitespace().chain(behind.split_whitespace());
            rest.all(|word| AROUND.contains(&word) || around.contains(&word))
        })
    };
    says_no_more(&ASKS, &AROUND_ASKS) || says_no_more(&DOUBTS, &[])
}

/// Does `text` tell who says what it tells.
#[must_use]
pub fn tells_who_says_so(text: &str) -> bool {
    #[rustfmt::skip]
    const TOLD: [&str; 14] = [
        " said ", " says ", "according to", "reported", "kata ", "menurut ", "ujar ", "によると", "によれば", "述べ", "と話", "語り", "語っ", "としてい",
    ];
    let folded = Folded::new(text);
    TOLD.iter().any(|said| folded.as_str().contains(said))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_says_so_is_told() {
        for (text, expect) in [
            ("It is a wish, said Rico Hayat.", true),
            ("menurut laman UNESCO", true),
            ("浜松市によると7番目です。", true),
            ("It began in 1976.", false),
            ("", false),
        ] {
            assert_eq!(tells_who_says_so(text), expect, "{text}");
        }
    }

    #[test]
    fn who_says_so_is_asked_of_the_last_answer() {
        for (text, expect) in [
            ("who said that?", true),
            ("really? says who", true),
            ("Who said so", true),
            ("siapa yg bilang gitu?", true),
            ("kata siapa sih", true),
            ("誰が言ったの？", true),
            ("それ誰が言ったの？", true),
            ("誰が言ってた？", true),
            ("そう言ってるの誰？", true),
            ("sumbernya dari mana?", true),
            ("linknya mana dong", true),
            ("can you send me the link please", true),
            ("リンクをください", true),
            ("URLは？", true),
            ("link the two cities", false),
            ("what's your source for that", true),
            ("what's the source?", true),
            ("where's that number from", true),
            ("how do you know that?", true),
            ("angka itu tau dari mana", true),
            ("その数字はどこから？", true),
            ("where is that band from?", false),
            ("ソースは？", true),
            ("are you sure?", true),
            ("yakin nih?", true),
            ("本当に？", true),
            ("本当ですか？", true),
            ("本当なんですか", true),
            ("それ誰が言ったんですか？", true),
            ("誰が言ったのですか", true),
            ("ソースはどこですか", true),
            ("where is it really?", false),
            ("本当は何？", false),
            ("それほんと？", true),
            ("本当に90%歌えるの", false),
            ("are you sure it was 2019", false),
            ("sumber daya manusia", false),
            ("who said that Ambon has five pillars", false),
            ("who is the mayor", false),
            ("siapa bilang ambon sudah jadi", false),
            ("アンボンが音楽都市だと誰が言ったの", false),
            ("", false),
        ] {
            assert_eq!(asks_who_says_so(text), expect, "{text}");
        }
    }
}
