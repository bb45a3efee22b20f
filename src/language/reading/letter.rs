//! What frames a letter: its salutation, *Dear Sir or Madam*, *Kepada Yth. Bapak Wali Kota*, 拝啓, and its close, *Thank you in advance.
//! Kind regards, J. de Visser*, *Hormat kami*, よろしくお願いいたします.

use crate::language::{asks_something, behind_beginning, is_cjk, is_long_enough, word_ranges};

/// How a salutation begins.
#[rustfmt::skip]
const SALUTES: [&str; 15] = [
    "dear ", "to whom it may concern", "to the editor", "to the team", "to the kind", "to the person", "kepada", "yth", "yang terhormat",
    "yang saya hormati", "yang kami hormati", "dengan hormat", "assalamu", "ass. wr", "salam sejahtera",
];
/// The one of them that has a word that asks.
const TO_WHOM: &str = "to whom";
/// The most words of one.
const LONGEST_SALUTATION: usize = 9;
/// Where one ends.
const SALUTATION_ENDS: [char; 5] = [',', '.', '!', ':', '\n'];
/// What a letter's first sentence begins with in Japanese, where that is no more than a greeting.
#[rustfmt::skip]
const SALUTES_JA: [&str; 12] = [
    "拝啓", "前略", "謹啓", "冠省", "はじめてご連絡", "初めてご連絡", "初めてメール", "はじめてメール", "突然の", "お世話になって", "いつもお世話", "平素より",
];
/// Of these, the ones that are a sentence by themselves.
const ALONE_JA: [&str; 4] = ["拝啓", "前略", "謹啓", "冠省"];

/// How the close of a letter begins, in lower case.
#[rustfmt::skip]
const CLOSES: [&str; 48] = [
    "best regards", "kind regards", "kindest regards", "warm regards", "warmest regards", "regards", "with kind", "with best", "with warm",
    "best wishes", "all the best", "greetings", "yours", "sincerely", "respectfully", "cheers", "many thanks", "with thanks", "thanks",
    "thank you", "i look forward", "we look forward", "looking forward", "god bless", "hugs", "love from", "have a nice", "have a good",
    "terima kasih", "terimakasih", "makasih", "trims", "trimakasih", "atas perhatian", "atas bantuan", "atas kesediaan", "atas jawaban",
    "atas informasi", "atas waktu", "demikian", "hormat saya", "hormat kami", "salam", "wassalam", "wasalam", "tuhan memberkati", "sekian",
    "sebelumnya terima",
];
#[rustfmt::skip]
const CLOSES_JA: [&str; 19] = [
    "敬具", "草々", "かしこ", "よろしくお願", "宜しくお願", "どうぞよろしく", "どうか", "何卒", "お手数", "ご多忙", "ご多用", "お忙しい", "お返事", "ご返信", "ご返事", "ご回答をお待ち",
    "失礼いたし", "失礼しま", "以上",
];
/// What a close in Japanese has nothing of: what asks, or asks to be told.
const ASKS_JA: [&str; 7] = ["？", "?", "教え", "知り", "伺", "ですか", "ますか"];
/// The most words of a close, and characters in Japanese.
const LONGEST_CLOSE: usize = 30;
const LONGEST_CLOSE_JA: usize = 90;

/// `text` without the salutation and the close of a letter; all of it where too little stands between.
#[must_use]
pub fn without_letter(text: &str) -> &str {
    let text = text.trim();
    let (salutation, close) = if text.contains(is_cjk) {
        (length_of_salutation_ja(text), start_of_close(text, closes_ja))
    } else {
        (length_of_salutation(text), start_of_close(text, closes))
    };
    let letter = text.get(salutation..close).map_or("", str::trim);
    if is_long_enough(letter) { letter } else { text }
}

/// How long the salutation is that `text` begins with, in bytes.
fn length_of_salutation(text: &str) -> usize {
    if !SALUTES.iter().any(|salutes| behind_beginning(text, salutes).is_some()) {
        return 0;
    }
    // A title's full stop is none of the salutation: *Yth. Bapak*, *Dear Mr. Sato*.
    let ends = text.char_indices().filter(|(at, it)| {
        SALUTATION_ENDS.contains(it) && (*it != '.' || word_ranges(&text[..*at]).last().is_some_and(|it| it.len() > 4))
    });
    let within = |end: &usize| {
        let said = &text[..*end];
        word_ranges(said).count() <= LONGEST_SALUTATION
            && (behind_beginning(said, TO_WHOM).is_some() || !asks_something(said))
    };
    ends.map(|(at, it)| at + it.len_utf8()).next().filter(within).unwrap_or(0)
}

/// The same of Japanese: a word of opening, or the first sentence.
fn length_of_salutation_ja(text: &str) -> usize {
    if let Some(alone) = ALONE_JA.iter().find(|alone| text.starts_with(**alone)) {
        return alone.len();
    }
    if !SALUTES_JA.iter().any(|salutes| text.starts_with(salutes)) {
        return 0;
    }
    let sentence = text.find('。').map(|at| &text[..at + '。'.len_utf8()]);
    sentence.filter(|it| !ASKS_JA.iter().any(|asks| it.contains(asks))).map_or(0, str::len)
}

/// Where the close of `text` begins, as `closes` tells of all that stands from the beginning of a sentence on.
fn start_of_close(text: &str, closes: impl Fn(&str) -> bool) -> usize {
    const ENDS: [char; 6] = ['.', '!', '?', '。', '？', '\n'];
    let mut behind_ends = text.match_indices(ENDS).map(|(at, end)| at + end.len());
    behind_ends.find(|start| closes(text[*start..].trim_start())).unwrap_or(text.len())
}

fn closes(behind: &str) -> bool {
    let begins = CLOSES.iter().any(|close| {
        behind_beginning(behind, close)
            .is_some_and(|rest| close.contains(' ') || !rest.starts_with(char::is_alphanumeric))
    });
    begins && word_ranges(behind).count() <= LONGEST_CLOSE && !behind.contains('?') && !asks_something(behind)
}

fn closes_ja(behind: &str) -> bool {
    CLOSES_JA.iter().any(|close| behind.starts_with(close))
        && behind.chars().count() <= LONGEST_CLOSE_JA
        && !ASKS_JA.iter().any(|asks| behind.contains(asks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_read_without_its_frame() {
        for (text, expect) in [
            (
                "Dear all, in which year was the race first held? Best regards, Ibu Tania",
                "in which year was the race first held?",
            ),
            (
                "To whom it may concern, we wonder who founded Yamaha. Thank you beforehand, kind regards, Joke de Visser",
                "we wonder who founded Yamaha.",
            ),
            ("Dear Mr. Sato, when did Hamamatsu join? Thanks. Greetings, J.", "when did Hamamatsu join?"),
            (
                "Kepada Yth. Pengelola kanal, kapan Ambon bergabung? Atas kesediaannya kami ucapkan terima kasih.",
                "kapan Ambon bergabung?",
            ),
            ("Dengan hormat, mohon info jumlah pilar. Hormat kami, Budi", "mohon info jumlah pilar."),
            ("前略 楽器は何点ありますか。草々", "楽器は何点ありますか。"),
            (
                "初めてご連絡いたします。楽器は何点あるか教えてください。お手数ですがよろしくお願いいたします。",
                "楽器は何点あるか教えてください。",
            ),
            // Nothing frames it.
            ("thank you for what did Kyoto give", "thank you for what did Kyoto give"),
            ("when was it. thanks to whom?", "when was it. thanks to whom?"),
            (
                "Kepada siapa surat itu dikirim, dan kapan dikirim?",
                "Kepada siapa surat itu dikirim, dan kapan dikirim?",
            ),
            ("To the east of Ambon, what lies there?", "To the east of Ambon, what lies there?"),
            ("dear is the price of music in Ambon", "dear is the price of music in Ambon"),
            ("Hi. Thanks", "Hi. Thanks"),
            ("お忙しいところすみません、楽器は何点ですか", "お忙しいところすみません、楽器は何点ですか"),
            ("", ""),
        ] {
            assert_eq!(without_letter(text), expect);
        }
    }
}
