//! The language that somebody asks to be answered in: *in English please*, *jawab pakai bahasa Jepang*, 日本語でお願いします.

use std::ops::Range;

use crate::language::{Folded, Language, range_in, words_of};

/// Names of the languages.
const NAMES: [(&str, Language); 12] = [
    ("indonesia", Language::Id),
    ("indonesian", Language::Id),
    ("indo", Language::Id),
    ("inggris", Language::En),
    ("english", Language::En),
    ("jepang", Language::Ja),
    ("japanese", Language::Ja),
    ("nihongo", Language::Ja),
    ("indonesianya", Language::Id),
    ("inggrisnya", Language::En),
    ("jepangnya", Language::Ja),
    ("eigo", Language::En),
];

/// What stands before the name of a language.
const INTO: [&str; 15] = [
    "in",
    "into",
    "to",
    "using",
    "bahasa",
    "bhs",
    "bahasanya",
    "dalam",
    "dlm",
    "pakai",
    "pake",
    "pk",
    "ke",
    "versi",
    "dengan",
];

/// What asks for it, so that a question's own words may stand beside it.
const ASKS: [&str; 21] = [
    "please",
    "pls",
    "plz",
    "answer",
    "reply",
    "respond",
    "translate",
    "tolong",
    "jawab",
    "jawabnya",
    "jawabannya",
    "balas",
    "terjemahkan",
    "terjemahin",
    "translatekan",
    "dong",
    "donk",
    "mohon",
    "onegai",
    "kudasai",
    "bilang",
];

/// What else may stand around it.
const AROUND: [&str; 27] = [
    "can", "could", "you", "u", "say", "it", "that", "this", "tell", "me", "again", "write", "speak", "now", "version",
    "kamu", "bisa", "coba", "itu", "ini", "ya", "yah", "aja", "saja", "nya", "kak", "min",
];

/// What may stand before it, too, where a language is named and not a country: *and in English?*.
const BEFORE_A_LANGUAGE: [&str; 9] = ["and", "what", "how", "about", "dan", "kalau", "kalo", "terus", "trus"];

/// The same in Japanese: the names, what follows them, and what asks then.
const JA_NAMES: [(&str, Language); 3] =
    [("インドネシア語", Language::Id), ("英語", Language::En), ("日本語", Language::Ja)];
const JA_INTO: [&str; 4] = ["では", "で", "に", "版"];
const JA_ASKS: [&str; 16] = [
    "お願いします",
    "おねがいします",
    "お願い",
    "答えて",
    "教えて",
    "回答して",
    "返事して",
    "翻訳して",
    "訳して",
    "言って",
    "説明して",
    "話して",
    "書いて",
    "見せて",
    "どうぞ",
    "頼む",
];
const JA_ENDS: [&str; 8] = ["いただけますか", "もらえますか", "くれますか", "ください", "下さい", "くれる", "ね", "よ"];

/// The language that `text` asks to be answered in, and where it does so: the bytes of the wish, which may be all of it. `None`
/// where it asks for none, as where the name of a language is what a question is about.
#[must_use]
pub fn wished_language(text: &str) -> Option<(Language, Range<usize>)> {
    let folded = Folded::new(text);
    let (language, range) = in_words(folded.as_str()).or_else(|| in_japanese(folded.as_str()))?;
    Some((language, folded.origin(range)))
}

fn in_words(text: &str) -> Option<(Language, Range<usize>)> {
    if !NAMES.iter().any(|(name, _)| text.contains(name)) {
        return None;
    }
    let words: Vec<&str> = words_of(text).collect();
    let named =
        |place: usize| NAMES.iter().find(|(name, _)| *name == words[place]).map(|(_, language)| (place, *language));
    // The last one: *say in English what Indonesian music is, in English please*.
    let (place, language) = (0..words.len()).rev().find_map(named)?;
    let into = words[..place].iter().rev().take_while(|word| INTO.contains(word)).count();
    let is_around = |word: &&&str| ASKS.contains(*word) || AROUND.contains(*word);
    let is_a_country = matches!(words[place], "indonesia" | "indo" | "jepang");
    let may_be_a_country =
        is_a_country && !words[place - into..place].iter().any(|word| matches!(*word, "bahasa" | "bhs" | "bahasanya"));
    let is_before = |word: &&&str| is_around(word) || !may_be_a_country && BEFORE_A_LANGUAGE.contains(*word);
    let before = words[..place - into].iter().rev().take_while(is_before).count();
    let start = place - into - before;
    let end = place + 1 + words[place + 1..].iter().take_while(is_around).count();
    let is_all = start == 0 && end == words.len();
    let asks = words[start..end].iter().any(|word| ASKS.contains(word));
    let is_at_an_end = start == 0 || end == words.len();
    // A language alone is one's own, a country is not.
    let is_told = into > 0 || asks && !matches!(words[place], "indonesia" | "jepang");
    let is_name_alone = is_all && !is_a_country;
    ((is_all && is_told) || is_name_alone || (is_told && asks && is_at_an_end))
        .then(|| (language, range_in(text, words[start]).start..range_in(text, words[end - 1]).end))
}

fn in_japanese(text: &str) -> Option<(Language, Range<usize>)> {
    let named =
        |(name, language): &(&str, Language)| text.rfind(name).map(|start| (start, start + name.len(), *language));
    let (start, mut end, language) = JA_NAMES.iter().filter_map(named).max()?;
    let mut take = |endings: &[&str]| {
        let taken = endings.iter().find(|ending| text[end..].starts_with(**ending)).map_or(0, |ending| ending.len());
        end += taken;
        taken > 0
    };
    let is_into = take(&JA_INTO);
    let asks = is_into && take(&JA_ASKS);
    while asks && take(&JA_ENDS) {}
    let is_end = |text: &str| !text.contains(char::is_alphanumeric);
    let is_all = is_end(&text[..start]) && is_end(&text[end..]);
    // 日本語で教えている学校は: the clause goes on.
    let closes = text[end..].chars().next().is_none_or(|next| !next.is_alphanumeric());
    (is_all || asks && closes).then_some((language, start..end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wish_for_a_language_is_known_and_a_question_about_one_is_not() {
        use Language::{En, Id, Ja};
        let check = |text: &str, expect: Option<(Language, &str)>| {
            let found = wished_language(text)
                .map(|(language, range)| (language, format!("{}|{}", &text[..range.start], &text[range.end..])));
            assert_eq!(found, expect.map(|(language, rest)| (language, rest.to_owned())), "{text}");
        };
        check("and in English?", Some((En, "|?")));
        check("dan bahasa indonesia?", Some((Id, "|?")));
        check("what about in japanese", Some((Ja, "|")));
        check("and in Indonesia?", None);
        check("kalau di jepang?", None);
        check("in English please", Some((En, "|")));
        check("English", Some((En, "|")));
        check("english pls!", Some((En, "|!")));
        check("say that in indonesian", Some((Id, "|")));
        check("can you translate it to Japanese?", Some((Ja, "|?")));
        check("tolong terjemahkan ke bahasa inggris", Some((En, "|")));
        check("bahasa jepang dong", Some((Ja, "|")));
        check("bahasa jepangnya", Some((Ja, "|")));
        check("pakai bahasa Indonesia aja ya", Some((Id, "|")));
        check("英語で", Some((En, "|")));
        check("日本語でお願いします。", Some((Ja, "|。")));
        check("インドネシア語で教えてください", Some((Id, "|")));
        check("siapa wali kota hamamatsu? answer in english", Some((En, "siapa wali kota hamamatsu? |")));
        check("who is the mayor of hamamatsu? (in japanese please)", Some((Ja, "who is the mayor of hamamatsu? (|)")));
        check("jawab dalam bahasa jepang: siapa wali kota hamamatsu", Some((Ja, "|: siapa wali kota hamamatsu")));
        check("浜松市長は誰？ in English please", Some((En, "浜松市長は誰？ |")));
        check("浜松市長は誰？英語で教えて", Some((En, "浜松市長は誰？|")));
        check("apa bahasa jepang dari kota", None);
        check("apa arti ambon dalam bahasa jepang", None);
        check("Indonesia", None);
        check("jepang", None);
        check("where in Indonesia is Ambon", None);
        check("do they teach english in ambon", None);
        check("日本語で教えている学校は？", None);
        check("インドネシア語の学校は", None);
        check("日本語教室", None);
        check("", None);
    }
}
