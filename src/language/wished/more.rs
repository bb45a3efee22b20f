//! That somebody wishes to be told more of what was just answered: *tell me more*, *ada lagi?*, もっと教えて。

use crate::language::{Folded, words_of};

/// What wishes for more.
#[rustfmt::skip]
const MORE: [&str; 33] = [
    "more", "lebih", "lbh", "else", "further", "continue", "elaborate", "details", "detail", "lagi", "lg", "lanjut", "lanjutkan",
    "lanjutan", "lanjutannya", "selengkapnya", "lengkapnya", "lengkap", "detil", "detailnya", "detilnya", "lainnya",
    "selanjutnya", "rinci", "terus", "trus", "lanjutin", "sambung", "next", "then", "after", "lalu", "kemudian",
];

/// What may stand around it.
#[rustfmt::skip]
const AROUND: [&str; 80] = [
    "tell", "me", "us", "soal", "tentang", "tersebut", "tadi", "mengenai", "about", "it", "that", "this", "them", "please", "pls", "plz", "can", "could", "would", "you",
    "u", "i", "want", "to", "know", "like", "give", "show", "some", "any", "anything", "what", "is", "there", "are", "in",
    "and", "info", "information", "much", "say", "read", "ok", "okay", "yes", "with", "go", "on", "ada", "apa",
    "banyak", "byk", "dong", "donk", "ya", "yah", "kak", "min", "tolong", "coba", "ceritakan", "ceritain", "cerita", "jelaskan", "jelasin",
    "itu", "ini", "yang", "yg", "secara", "mau", "tahu", "tau", "informasi", "happened", "came", "come", "setelah", "sesudah", "habis",
];

/// What points at something that was told of: one word behind it names that, *more about that trip*.
const POINTS: [&str; 2] = ["that", "this"];
/// The same where that word stands before it: *soal kunjungan itu*.
const POINTS_BACK: [&str; 3] = ["itu", "tersebut", "tadi"];

/// The most words of such a wish.
const LONGEST: usize = 9;

/// The same in Japanese: what wishes for more, and what may stand around it, the longer ones first.
const JA_MORE: [&str; 14] = [
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
    "その他",
];
#[rustfmt::skip]
const JA_AROUND: [&str; 25] = [
    "どうなりました", "どうなった", "何があった",
    "教えてください", "教えて下さい", "おしえてください", "教えてほしい", "教えてくれる", "話してください", "お願いします",
    "知りたいです", "説明して", "ください", "お願い", "おしえて",
    "教えて", "知りたい", "話して", "は何", "ありますか", "ある", "それ", "何か", "を", "は",
];

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
        let says_it = |word: &str| is_more(word) || AROUND.contains(&word);
        let words: Vec<&str> = words().collect();
        // *Selain itu* asks for something else.
        let is_pointed_at = |place: usize| {
            words[place] != "selain"
                && (place.checked_sub(1).is_some_and(|before| POINTS.contains(&words[before]))
                    || words.get(place + 1).is_some_and(|behind| POINTS_BACK.contains(behind)))
        };
        let mut others = (0..words.len()).filter(|place| !says_it(words[*place]));
        let says_no_more = others.next().is_none_or(is_pointed_at) && others.next().is_none();
        return goes_on || words.iter().any(|word| is_more(word)) && says_no_more;
    }
    let mut rest: String = words().collect();
    if let Some((_, wish)) = rest.strip_prefix("その").and_then(|rest| rest.split_once("について")) {
        rest = wish.to_owned();
    }
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
            "tell me more about that trip",
            "ceritakan lebih lanjut soal kunjungan itu",
            "その訪問についてもっと教えて",
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
            "tell me more about that trip to Darwin",
            "is that museum older",
            "selain itu ada apa lagi",
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
