//! That somebody wishes to know who says what was just answered, or doubts it: *who said that?*, *kata siapa?*, 本当に？

use crate::language::Folded;

/// What asks so.
#[rustfmt::skip]
const ASKS: [&str; 38] = [
    "who said", "who says", "says who", "said who", "who told", "who claims", "who claimed", "who reported", "according to whom", "according to who",
    "siapa yang bilang", "siapa yg bilang", "siapa bilang", "siapa yang ngomong", "siapa yg ngomong", "siapa yang mengatakan",
    "siapa yg mengatakan", "siapa yang berkata", "siapa yg berkata", "kata siapa", "kt siapa", "menurut siapa",
    "sumbernya", "sumber", "source", "sources",
    // Doubts.
    "are you sure", "are u sure", "r u sure", "you sure", "really", "is that true", "is that right", "yakin",
    "serius", "seriusan", "beneran", "masa sih",
];
/// What may stand around it.
#[rustfmt::skip]
const AROUND: [&str; 44] = [
    "that", "so", "it", "this", "and", "really", "but", "you", "ok", "that's", "dan", "trus", "terus", "itu", "gitu", "begitu", "tu", "tuh",
    "sih", "emang", "memang", "ya", "yah", "kak", "min", "lho",
    "nih", "deh", "apa", "mana", "dari", "dr", "what", "what's", "whats", "which", "where", "is", "are", "your", "the", "for", "from", "ada",
];
/// The same in Japanese.
const ASKS_JA: [&str; 18] = [
    "本当",
    "ほんと",
    "間違いない",
    "確かな",
    "確かです",
    "誰が言った",
    "だれが言った",
    "誰が言って",
    "だれが言って",
    "誰が話して",
    "誰が話した",
    "誰がそう言",
    "誰の発言",
    "誰の話",
    "ソース",
    "出典",
    "情報源",
    "どこ情報",
];
const AROUND_JA: [&str; 18] = [
    "なの",
    "に",
    "か",
    "教えて",
    "どこ",
    "何",
    "それは",
    "は",
    "それを",
    "それ",
    "これ",
    "本当に",
    "んですか",
    "のですか",
    "ですか",
    "いるの",
    "の",
    "た",
];

/// Does `text` ask nothing but who says so, or whether it is so.
#[must_use]
pub fn asks_who_says_so(text: &str) -> bool {
    let folded = Folded::new(text);
    let words: Vec<&str> =
        folded.as_str().split(|it: char| !it.is_alphanumeric() && it != '\'').filter(|word| !word.is_empty()).collect();
    if words.iter().any(|word| !word.is_ascii()) {
        let said = words.concat();
        let Some(asks) = ASKS_JA.iter().find(|asks| said.contains(*asks)) else { return false };
        let rest = AROUND_JA.iter().fold(said.replace(asks, ""), |rest, around| rest.replace(around, ""));
        return rest.is_empty();
    }
    let said = format!(" {} ", words.join(" "));
    let asks = ASKS.iter().find_map(|asks| said.split_once(&format!(" {asks} ")));
    asks.is_some_and(|(before, behind)| {
        before.split_whitespace().chain(behind.split_whitespace()).all(|word| AROUND.contains(&word))
    })
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
            ("sumbernya dari mana?", true),
            ("what's your source for that", true),
            ("what's the source?", true),
            ("ソースは？", true),
            ("are you sure?", true),
            ("yakin nih?", true),
            ("本当に？", true),
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
