//! What is said to a bot without asking it anything: greetings, thanks, and who it is.

use super::Reason;
use crate::language::{Folded, Language, is_cjk};

/// Whole utterances, folded, for each reason in each language.
const UTTERANCES: [(Reason, Option<Language>, &[&str]); 18] = [
    (
        Reason::Greeting,
        Some(Language::Id),
        &[
            "halo",
            "hallo",
            "hai",
            "hei",
            "permisi",
            "selamat pagi",
            "selamat siang",
            "selamat sore",
            "selamat malam",
            "pagi",
            "siang",
            "sore",
            "malam",
            "met pagi",
            "assalamualaikum",
            "salam",
            "apa kabar",
            "halo apa kabar",
            "tes",
            "test",
        ],
    ),
    (
        Reason::Greeting,
        Some(Language::En),
        &[
            "hi",
            "hello",
            "hey",
            "good morning",
            "good afternoon",
            "good evening",
            "good day",
            "greetings",
            "how are you",
            "hi how are you",
            "hello how are you",
            "howdy",
            "yo",
        ],
    ),
    (
        Reason::Greeting,
        Some(Language::Ja),
        &[
            "こんにちは",
            "こんにちわ",
            "こんばんは",
            "おはよう",
            "おはようございます",
            "はじめまして",
            "初めまして",
            "もしもし",
            "やあ",
            "どうも",
            "よろしく",
            "よろしくお願いします",
            "お疲れ様です",
            "ハロー",
            "元気",
            "元気ですか",
            "お元気ですか",
        ],
    ),
    (
        Reason::Thanks,
        Some(Language::Id),
        &[
            "terima kasih",
            "terimakasih",
            "makasih",
            "makasi",
            "trims",
            "tks",
            "mksh",
            "tengkyu",
            "oke makasih",
            "ok makasih",
            "ok terima kasih",
            "oke terima kasih",
            "makasih infonya",
            "terima kasih infonya",
            "oke makasih infonya",
            "terima kasih informasinya",
        ],
    ),
    (
        Reason::Thanks,
        Some(Language::En),
        &["thank you", "ty", "tysm", "cheers", "ok thanks", "ok thank you", "great thanks", "thanks for the info"],
    ),
    (
        Reason::Thanks,
        Some(Language::Ja),
        &[
            "ありがとう",
            "ありがとうございます",
            "ありがとうございました",
            "有難う",
            "有難うございます",
            "サンキュー",
            "感謝します",
            "助かりました",
        ],
    ),
    (
        Reason::Understood,
        Some(Language::Id),
        &[
            "oke",
            "okee",
            "siap",
            "sip",
            "baik",
            "baiklah",
            "paham",
            "mengerti",
            "mantap",
            "oh begitu",
            "oh gitu",
            "wah",
        ],
    ),
    (Reason::Understood, Some(Language::En), &["i see", "got it", "great", "nice", "oh i see"]),
    (
        Reason::Understood,
        Some(Language::Ja),
        &[
            "なるほど",
            "了解",
            "了解です",
            "わかりました",
            "分かりました",
            "わかった",
            "オッケー",
            "へえ",
            "そうなんだ",
            "そうですか",
        ],
    ),
    // Said in all of them.
    (
        Reason::Understood,
        None,
        &["ok", "okay", "noted", "cool", "lol", "haha", "hahaha", "hehe", "hmm", "wkwk", "wkwkwk", "gg", "wow"],
    ),
    (Reason::Thanks, None, &["thx", "thanks"]),
    (Reason::Farewell, None, &["bye", "bye bye"]),
    (
        Reason::Farewell,
        Some(Language::Id),
        &["dadah", "dah", "sampai jumpa", "sampai nanti", "selamat tinggal", "selamat tidur", "pamit dulu"],
    ),
    (Reason::Farewell, Some(Language::En), &["goodbye", "good bye", "see you", "see ya", "good night"]),
    (
        Reason::Farewell,
        Some(Language::Ja),
        &[
            "さようなら",
            "さよなら",
            "バイバイ",
            "ばいばい",
            "またね",
            "ではまた",
            "じゃあまた",
            "おやすみ",
            "おやすみなさい",
            "失礼します",
        ],
    ),
    (
        Reason::Identity,
        Some(Language::Id),
        &[
            "siapa kamu",
            "siapa anda",
            "kamu siapa",
            "anda siapa",
            "kamu itu siapa",
            "siapa kamu itu",
            "ini siapa",
            "siapa ini",
            "siapa namamu",
            "siapa nama kamu",
            "namamu siapa",
            "nama kamu siapa",
            "kamu bisa apa",
            "bisa apa",
            "apa yang bisa kamu lakukan",
            "kamu apa",
            "kamu itu apa",
            "kamu robot",
            "bantuan",
            "tolong bantuan",
            "cara pakai",
            "cara pakainya gimana",
            "sumbernya dari mana",
            "sumber datanya dari mana",
            "datanya dari mana",
            "infonya dari mana",
        ],
    ),
    (
        Reason::Identity,
        Some(Language::En),
        &[
            "who are you",
            "what are you",
            "whats your name",
            "what's your name",
            "what is your name",
            "what can you do",
            "who made you",
            "are you a bot",
            "are you human",
            "who is this",
            "what do you do",
            "help",
            "help me",
            "how do i use this",
            "where do you get this from",
            "where do you get your information",
            "where does this information come from",
            "what are your sources",
        ],
    ),
    (
        Reason::Identity,
        Some(Language::Ja),
        &[
            "あなたは誰",
            "あなたは誰ですか",
            "君は誰",
            "だれですか",
            "誰ですか",
            "お名前は",
            "名前は",
            "名前は何ですか",
            "何ができますか",
            "何ができるの",
            "何者ですか",
            "ロボットですか",
            "自己紹介して",
            "使い方",
            "使い方を教えて",
            "ヘルプ",
            "この情報はどこから",
            "情報源は",
            "情報源は何ですか",
            "出典はどこですか",
        ],
    ),
];

/// Words that may stand around such an utterance: whom it is said to, and how much.
const AROUND: [&str; 27] = [
    "min", "kak", "bot", "kembar", "gan", "bang", "mas", "mbak", "bro", "sis", "guys", "all", "semua", "there",
    "everyone", "ya", "yah", "dong", "sih", "nih", "banyak", "banget", "sekali", "very", "much", "so", "again",
];

/// Why `text` is no question, and in which language it is said where that tells; `None` where it may be one.
pub(super) fn reason(text: &str) -> Option<(Reason, Option<Language>)> {
    let folded = Folded::new(text);
    let words = folded
        .as_str()
        .split(|character: char| !(character.is_alphanumeric() || matches!(character, '\'' | 'ー')))
        .filter(|word| !word.is_empty() && !AROUND.contains(word));
    let words: Vec<&str> = words.collect();
    let between = if words.iter().all(|word| word.chars().all(is_cjk)) { "" } else { " " };
    let said = words.join(between);
    let is_said = |utterances: &[&str]| utterances.contains(&said.as_str());
    UTTERANCES.iter().find(|(.., utterances)| is_said(utterances)).map(|(reason, language, _)| (*reason, *language))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_without_asking_is_known() {
        use Language::{En, Id, Ja};
        let check = |text: &str, expect: Option<(Reason, Option<Language>)>| assert_eq!(reason(text), expect, "{text}");
        check("Halo!", Some((Reason::Greeting, Some(Id))));
        check("halo min 👋", Some((Reason::Greeting, Some(Id))));
        check("Selamat pagi kak", Some((Reason::Greeting, Some(Id))));
        check("Hello there", Some((Reason::Greeting, Some(En))));
        check("こんにちは！", Some((Reason::Greeting, Some(Ja))));
        check("makasih banyak ya", Some((Reason::Thanks, Some(Id))));
        check("Thank you so much!", Some((Reason::Thanks, Some(En))));
        check("ありがとうございます。", Some((Reason::Thanks, Some(Ja))));
        check("kamu siapa?", Some((Reason::Identity, Some(Id))));
        check("What's your name?", Some((Reason::Identity, Some(En))));
        check("あなたは誰ですか？", Some((Reason::Identity, Some(Ja))));
        check("oke makasih infonya kak", Some((Reason::Thanks, Some(Id))));
        check("I see", Some((Reason::Understood, Some(En))));
        check("なるほど！", Some((Reason::Understood, Some(Ja))));
        check("bye!", Some((Reason::Farewell, None)));
        check("ok", Some((Reason::Understood, None)));
        check("Sampai jumpa ya", Some((Reason::Farewell, Some(Id))));
        check("おやすみなさい。", Some((Reason::Farewell, Some(Ja))));
        check("sumber datanya dari mana?", Some((Reason::Identity, Some(Id))));
        check("この情報はどこから？", Some((Reason::Identity, Some(Ja))));
        check("halo kapan ambon jadi kota musik", None);
        check("siapa rico hayat", None);
        check("浜松市長は誰ですか", None);
        check("", None);
        check("?", None);
        check("kembar", None);
    }
}
