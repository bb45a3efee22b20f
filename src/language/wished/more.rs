//! That somebody wishes to be told more of what was just answered: *tell me more*, *ada lagi?*, もっと教えて。

use crate::language::{Folded, words_of};

/// What wishes for more.
#[rustfmt::skip]
const MORE: [&str; 36] = [
    "more", "lebih", "lbh", "else", "further", "continue", "elaborate", "details", "detail", "lagi", "lg", "lanjut", "lanjutkan",
    "lanjutan", "lanjutannya", "selengkapnya", "lengkapnya", "lengkap", "detil", "detailnya", "detilnya", "lainnya",
    "selanjutnya", "berikutnya", "rinci", "terus", "trus", "lanjutin", "sambung", "next", "then", "after", "lalu", "kemudian",
    "others", "lain",
];

/// What may stand around it.
#[rustfmt::skip]
const AROUND: [&str; 75] = [
    "tell", "me", "us", "about", "it", "that", "this", "them", "please", "pls", "plz", "can", "could", "would", "you",
    "u", "i", "want", "to", "know", "like", "give", "show", "some", "any", "anything", "what", "is", "there", "are", "in",
    "and", "info", "information", "much", "say", "read", "ok", "okay", "yes", "with", "go", "on", "ada", "apa",
    "banyak", "byk", "dong", "donk", "ya", "yah", "kak", "min", "tolong", "coba", "ceritakan", "ceritain", "cerita", "jelaskan", "jelasin",
    "itu", "ini", "yang", "yg", "secara", "mau", "tahu", "tau", "informasi", "happened", "came", "come", "setelah", "sesudah", "habis",
];

/// The most words of such a wish.
const LONGEST: usize = 9;

/// The same in Japanese: what wishes for more, and what may stand around it, the longer ones first.
const JA_MORE: [&str; 18] = [
    "その他には",
    "その後",
    "そのあと",
    "それから",
    "次",
    "もっと",
    "もう少し",
    "詳しく",
    "くわしく",
    "続き",
    "つづき",
    "他には",
    "ほかには",
    "他に",
    "ほかに",
    "他は",
    "ほかは",
    "その他",
];
#[rustfmt::skip]
const JA_AROUND: [&str; 25] = [
    "どうなりました", "どうなった", "何があった",
    "教えてください", "教えて下さい", "おしえてください", "教えてほしい", "教えてくれる", "話してください", "お願いします",
    "知りたいです", "説明して", "ください", "お願い", "おしえて",
    "教えて", "知りたい", "話して", "は何", "ありますか", "ある", "それ", "何か", "を", "は",
];

/// Of these, those that ask for the one behind in a row, where there is one.
#[rustfmt::skip]
const NEXT: [&str; 9] = [
    "next", "then", "after", "selanjutnya", "berikutnya", "terus", "trus", "lalu", "kemudian",
];
/// The same in Japanese.
const NEXT_JA: [&str; 4] = ["次", "その後", "そのあと", "それから"];

/// Of these, those that ask for others of what was told.
const OTHERS: [&str; 3] = ["others", "lain", "lainnya"];
/// The same in Japanese.
const OTHERS_JA: [&str; 2] = ["他", "ほか"];

/// Does `text` wish for nothing but more, by a word for others of the same: *any others?*, *yang lain?*, ほかには？
#[must_use]
pub fn wishes_others(text: &str) -> bool {
    wishes_more(text) && holds_one(text, &OTHERS, &OTHERS_JA)
}

/// Does `text` wish for nothing but more, by a word that may ask for the next in a row: *and next?*, 次は？
#[must_use]
pub fn wishes_the_next(text: &str) -> bool {
    wishes_more(text) && holds_one(text, &NEXT, &NEXT_JA)
}

/// Does `text` hold one of those `words`, or of these in Japanese.
fn holds_one(text: &str, words: &[&str], in_japanese: &[&str]) -> bool {
    let folded = Folded::new(text);
    words_of(folded.as_str()).any(|word| words.contains(&word))
        || in_japanese.iter().any(|word| folded.as_str().contains(word))
}

/// Does `text` wish for nothing but more.
#[must_use]
pub fn wishes_more(text: &str) -> bool {
    let folded = Folded::new(text);
    let words = || words_of(folded.as_str());
    if words().count() > LONGEST {
        return false;
    }
    if !words().any(|word| !word.is_ascii()) {
        let is_more = |word: &str| MORE.contains(&word);
        let goes_on = words().eq(["go", "on"]);
        return goes_on || words().any(is_more) && words().all(|word| is_more(word) || AROUND.contains(&word));
    }
    let mut rest: String = words().collect();
    let is_wished = JA_MORE.iter().any(|more| rest.contains(more));
    for part in JA_MORE.iter().chain(&JA_AROUND) {
        rest = rest.replace(part, "");
    }
    is_wished && rest.chars().all(|left| matches!(left, 'に' | 'も' | 'と' | 'ね' | 'よ' | 'か' | 'の' | 'で' | 'す'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_in_a_row_is_wished_for_by_a_word_for_it() {
        for (text, expect) in [
            ("and next?", true),
            ("trus berikutnya?", true),
            ("lalu apa", true),
            ("次は？", true),
            ("more", false),
            ("もっと教えて", false),
            ("the next mayor", false),
            ("", false),
        ] {
            assert_eq!(wishes_the_next(text), expect, "{text}");
        }
    }

    #[test]
    fn others_of_the_same_are_wished_for_by_a_word_for_them() {
        for (text, expect) in [
            ("any others?", true),
            ("yang lain?", true),
            ("ada lainnya?", true),
            ("ほかには？", true),
            ("ほかは？", true),
            ("他にありますか", true),
            ("what else?", false),
            ("tell me more", false),
            ("kota lain", false),
            ("他の都市は", false),
            ("", false),
        ] {
            assert_eq!(wishes_others(text), expect, "{text}");
        }
    }

    #[test]
    fn a_wish_for_more_says_nothing_else() {
        for wish in [
            "tell me more",
            "more",
            "More please!",
            "what else?",
            "anything else",
            "go on",
            "can you tell me more about it",
            "lagi",
            "ada lagi?",
            "apa lagi",
            "selengkapnya dong",
            "ceritakan lebih lanjut",
            "ceritakan lebih banyak",
            "jelaskan lebih detail ya",
            "もっと",
            "もっと教えて",
            "もっと詳しく教えてください。",
            "続きを",
            "他にはありますか？",
            "その他には？",
            "もう少し詳しく",
        ] {
            assert!(wishes_more(wish), "{wish}");
        }
        for other in [
            "",
            "?",
            "ok",
            "and when?",
            "tell me about it",
            "tell me more about Darwin",
            "what is there",
            "who else came",
            "one more question: who is the mayor",
            "kapan lomba dimulai lagi",
            "siapa lagi",
            "apa itu",
            "教えて",
            "それは何",
            "もっと前はいつ",
            "他の都市は",
            "続いているのはどこ",
            "more or less how many people live there",
        ] {
            assert!(!wishes_more(other), "{other}");
        }
    }
}
