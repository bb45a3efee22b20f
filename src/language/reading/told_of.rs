//! What is to be told of, where that alone is asked: *can you give me some info on* **the yacht race**, *tolong jelaskan soal* **AMO**,
//! **ヨットレース** の概要を教えてください.

use std::ops::Range;

use crate::language::{Language, is_one_of, word_ranges};

/// Words that ask to be told of something, or say what is told: of what stands behind one of [`ABOUT`].
#[rustfmt::skip]
const TELLS: [&str; 46] = [
    "tell", "know", "known", "learn", "hear", "information", "details", "detail", "facts", "something", "smth", "sth",
    "anything", "everything", "more", "overview", "summary", "description", "explanation", "background", "have", "tahu",
    "tau", "mengetahui", "diketahui", "ketahui", "cerita", "kabari", "keterangan", "rincian", "menjelaskan", "menceritakan",
    "fact", "fun", "news", "article", "articles", "source", "sources", "link", "links", "quote", "fakta", "berita", "artikel",
    "sumber",
];
/// Those behind which it may stand by itself, too.
#[rustfmt::skip]
const TELLS_BY_ITSELF: [&str; 25] = [
    "explain", "describe", "summarise", "summarize", "outline", "introduce",
    "jelaskan", "jelasin", "jelasken", "terangkan", "terangin", "ceritakan", "ceritain", "rangkum", "rangkumkan", "ringkas", "info", "informasi", "penjelasan", "ringkasan",
    "rangkuman", "gambaran", "deskripsi", "profil", "umum",
];
/// What leads to it.
#[rustfmt::skip]
const ABOUT: [&str; 14] = [
    "about", "on", "of", "regarding", "concerning", "abt", "tentang", "soal", "mengenai", "ttg", "perihal", "seputar", "terkait", "tentangnya",
];
/// For whom it is told, and what begins its name.
const FOR_WHOM: [&str; 6] = ["to", "for", "me", "us", "the", "dong"];
/// What may stand beside all of these.
#[rustfmt::skip]
const BESIDE: [&str; 77] = [
    "please", "pls", "plz", "can", "could", "would", "will", "you", "u", "kindly", "just", "i", "we", "want", "wanna", "like",
    "love", "need", "d", "get", "find", "out", "looking", "give", "show", "send", "share", "what", "do", "does", "got", "any",
    "some", "a", "an", "brief", "short", "quick", "little", "bit", "further", "tolong", "coba", "mohon", "minta", "bagi", "kasih",
    "kasi", "beri", "berikan", "bisa", "boleh", "saya", "aku", "gue", "gw", "kami", "mau", "ingin", "pengen", "pingin", "apa",
    "yang", "yg", "kamu", "anda", "ada", "sedikit", "dikit", "singkat", "lengkap", "unik", "menarik", "interesting",
    "all", "aja", "saja",
];
/// What is pointed to by its first word is what was told: *info itu dari mana*.
const POINTS: [&str; 5] = ["itu", "ini", "dari", "dr", "them"];
/// The most words that lead to it so.
const LONGEST: usize = 12;
/// What may stand behind it.
const BEHIND: [&str; 11] =
    [" is there", " do you have", " to me", " for me", " to us", " for us", " please", " pls", " plz", " dong", " ya"];

/// What alone is to be told of in `text`, in Latin letters, without *the* before it and marks behind it; `None` where that is not asked.
#[must_use]
pub fn told_of(text: &str) -> Option<&str> {
    let words: Vec<Range<usize>> = word_ranges(text).take(LONGEST + 2).collect();
    let is = |word: &Range<usize>, lists: &[&[&str]]| lists.iter().any(|listed| is_one_of(&text[word.clone()], listed));
    let leads = |word: &&Range<usize>| is(word, &[&TELLS, &TELLS_BY_ITSELF, &ABOUT, &FOR_WHOM, &BESIDE]);
    let led = words.iter().take(LONGEST + 1).take_while(leads).count();
    // Something is said beside what leads to it.
    words.get(led)?;
    let is_led_to = |end: &usize| {
        let led = &words[..*end];
        let last = led.iter().rfind(|word| !is(word, &[&FOR_WHOM]));
        last.is_some_and(|last| {
            is(last, &[&TELLS_BY_ITSELF])
                || is(last, &[&ABOUT]) && led.iter().any(|word| is(word, &[&TELLS, &TELLS_BY_ITSELF]))
        })
    };
    let first = &words[(1..=led).rev().find(is_led_to)?];
    if is(first, &[&POINTS]) {
        return None;
    }
    let told = text[first.start..].trim_end_matches(|it: char| !it.is_alphanumeric());
    Some(BEHIND.iter().find_map(|behind| told.strip_suffix(behind)).unwrap_or(told))
}

/// What asks to be told of a `city`, in the words of the phrases that do.
#[must_use]
pub fn tell_of(language: Language, city: &str) -> String {
    match language {
        Language::Id => format!("ceritakan tentang {city}"),
        Language::En => format!("tell me about {city}"),
        Language::Ja => format!("{city}について教えて"),
    }
}

/// What stands in Japanese behind what is to be told of.
const ABOUT_JA: [&str; 9] =
    ["について", "に関して", "に関する", "のこと", "の概要", "の情報", "の詳細", "の説明", "を"];
/// What asks there to be told, and what may stand beside that, the longer before what it begins with.
#[rustfmt::skip]
const TELLS_JA: [&str; 24] = [
    "お聞かせ", "聞かせて", "聞きたい", "お教え", "教えて", "ご説明", "説明して", "説明", "解説して", "解説", "ご紹介", "紹介して", "紹介", "話して", "まとめて", "知りたい", "知って", "ご存知",
    "ご存じ", "調べて", "詳し", "詳細", "概要", "情報",
];
#[rustfmt::skip]
const BESIDE_JA: [&str; 41] = [
    "くださいませんか", "ください", "下さい", "ほしい", "欲しい", "くれますか", "くれませんか", "くれる", "もらえますか", "もらえませんか", "いただけますか", "いただけませんか", "頂けますか", "お願いします",
    "お願い", "いますか", "います", "いる", "ますか", "ます", "こと", "る", "く", "ありますか", "あります", "ある", "のですが", "んですが", "んだけど", "ですか", "です", "もっと",
    "簡単に", "少し", "何か", "の", "を", "は", "が", "よ", "ね",
];
/// What a verb alone asks to be told so, as a noun may be its very object: 人口を教えて asks how many live there.
const TELLS_OF_IT_JA: [&str; 5] = ["説明", "解説", "紹介", "まとめて", "詳し"];
/// The shortest, in characters, that says what is to be told of.
const LEAST_SAID_JA: usize = 2;

/// The same of Japanese `text`, without marks at its end.
#[must_use]
pub fn told_of_in_japanese(text: &str) -> Option<&str> {
    let is_all = |noun: &str| {
        let is_apart = |it: char| it.is_whitespace() || matches!(it, '、' | '。');
        noun.chars().count() >= LEAST_SAID_JA && !noun.contains(is_apart)
    };
    ABOUT_JA.iter().find_map(|about| {
        let (noun, behind) = text.rsplit_once(about)?;
        let is_object = *about == "を" && !TELLS_OF_IT_JA.iter().any(|tells| behind.contains(tells));
        // The noun is itself what is asked to be told: の概要.
        let asks = if about.starts_with('の') && *about != "のこと" {
            &text[noun.len() + 'の'.len_utf8()..]
        } else {
            behind
        };
        (is_all(noun) && !is_object && only_asks_to_tell(asks)).then_some(noun)
    })
}

/// Is `asks` made of words that ask to be told, and of nothing else.
fn only_asks_to_tell(asks: &str) -> bool {
    let (mut rest, mut tells) = (asks, false);
    while !rest.is_empty() {
        let behind = |pieces: &[&str]| pieces.iter().find_map(|piece| rest.strip_prefix(piece));
        let Some(next) = behind(&TELLS_JA).inspect(|_| tells = true).or_else(|| behind(&BESIDE_JA)) else {
            return false;
        };
        rest = next;
    }
    tells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_told_of_stands_behind_what_asks_for_it() {
        for (text, expect) in [
            ("tell me about the yacht race", Some("yacht race")),
            ("can you give me some information about the museum?", Some("museum")),
            ("Give me details of the piano competition", Some("piano competition")),
            ("i'd like to learn more about the museum of instruments", Some("museum of instruments")),
            ("what do you know about the clinic", Some("clinic")),
            ("got any info on AMO", Some("AMO")),
            ("what info on the museum do you have?", Some("museum")),
            ("is there something about fish in the deal", None),
            ("brief summary of the agreement please", Some("agreement")),
            ("Explain the SSVA to me", Some("SSVA")),
            ("explain why it was stopped", Some("why it was stopped")),
            ("please describe to us the clinic", Some("clinic")),
            ("details please: about amo", Some("amo")),
            ("tolong kasih info soal AMO", Some("AMO")),
            ("fun fact about AMO", Some("AMO")),
            ("show me the source about the eye clinic", Some("eye clinic")),
            ("ada berita soal lomba layar", Some("lomba layar")),
            ("who wrote the article about Metz", None),
            ("minta info lomba layar dong", Some("lomba layar")),
            ("saya ingin mengetahui tentang lomba layar", Some("lomba layar")),
            ("kasih tau dong soal yayasan Vlissingen", Some("yayasan Vlissingen")),
            ("gambaran umum kota musik", Some("kota musik")),
            ("apa yang kamu tahu tentang SSVA", Some("SSVA")),
            ("rangkum kerja sama itu", Some("kerja sama itu")),
            ("what about the museum", None),
            ("what is the population of Ambon", None),
            ("give me the population of Ambon", None),
            ("who told you about it", None),
            ("i read on ig that most can sing", None),
            ("all of them are in one town", None),
            ("info itu dari mana", None),
            ("jelasin singkat aja", None),
            ("do you have a piano", None),
            ("is there a museum of instruments", None),
            ("tell me when it began", None),
            ("ada berapa soal di ujian", None),
            ("apa ada lomba layar", None),
            ("tell me about", None),
            ("explain", None),
            ("info", None),
            ("", None),
        ] {
            assert_eq!(told_of(text), expect, "{text}");
        }
    }

    #[test]
    fn what_is_to_be_told_of_in_japanese_stands_before_it() {
        for (text, expect) in [
            ("ヨットレースのこと教えてください", Some("ヨットレース")),
            ("ヨットレースについてもっと詳しく教えて", Some("ヨットレース")),
            ("ヨットレースについて何か知っていますか", Some("ヨットレース")),
            ("ヨットレースの概要を教えてください", Some("ヨットレース")),
            ("ヨットレースの概要", Some("ヨットレース")),
            ("ヨットレースの情報をください", Some("ヨットレース")),
            ("ヨットレースを簡単に説明してください", Some("ヨットレース")),
            ("ヨットレースを説明してください", Some("ヨットレース")),
            ("ピアノコンクールについての説明をお願いします", Some("ピアノコンクール")),
            ("ピアノコンクールに関して詳しく", Some("ピアノコンクール")),
            ("ピアノコンクールに関する情報はありますか", Some("ピアノコンクール")),
            ("ピアノコンクールについて調べています", Some("ピアノコンクール")),
            ("ピアノコンクールについて知ってることある", Some("ピアノコンクール")),
            ("アンボンの人口を教えて", None),
            ("アンボンの音楽についてどう思いますか", None),
            ("浜松の代表団について誰が教えてくれた", None),
            ("こないだの、ヨットレースのこと教えて", None),
            ("歌について教えて", None),
            ("協定について教えて", Some("協定")),
            ("アンボンのこと", None),
            ("", None),
        ] {
            assert_eq!(told_of_in_japanese(text), expect, "{text}");
        }
    }
}
