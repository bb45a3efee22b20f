//! The words that ask, beside those for a date, a number, a person or a place.

use std::ops::Range;

use super::indefinite::asks_definitely;
use crate::language::{Folded, is_one_of, word_ranges, words_of, words_with_apostrophes};

#[rustfmt::skip]
const ASKS: [&str; 15] = [
    "mana", "mengapa", "kenapa", "knp", "bagaimana", "gimana", "gmn", "ngapain", "seberapa", "what", "whats", "what's", "which", "why", "how",
];
/// Those that may ask no more than whether.
const MAY_ASK_WHETHER: [&str; 3] = ["apa", "apakah", "apaan"];
/// Verbs that ask where they stand before their subject, and state where they stand behind it.
const VERBS: [&str; 3] = ["is", "did", "does"];
/// What may stand before one that asks, at the beginning of a clause.
const BEFORE_A_VERB: [&str; 5] = ["and", "or", "but", "so", "then"];
const ASKS_JA: [&str; 6] = ["何", "なに", "なん", "なぜ", "どの", "どんな"];
/// The one of which forms that ask for nothing open a message: どうも, どうぞ.
const HOW_JA: &str = "どう";

/// Does `text` hold a word that asks for something else than a date, a number, a name.
#[must_use]
pub fn has_question_word(text: &str) -> bool {
    let folded = Folded::new(text);
    asks_by_a_word(folded.as_str()) || words_with_apostrophes(folded.as_str()).any(is_verb)
}

/// Does what is folded hold such a word that asks wherever it stands.
fn asks_by_a_word(folded: &str) -> bool {
    words_with_apostrophes(folded).any(|word| ASKS.contains(&word) || MAY_ASK_WHETHER.contains(&word))
        || asks_in_japanese(folded)
        || asks_definitely(folded, HOW_JA)
}

/// Does `text` hold a word that asks for more than whether something is so, wherever it stands.
#[must_use]
pub(crate) fn asks_for_more_than_whether(text: &str) -> bool {
    words_of(text).any(|word| is_one_of(word, &ASKS)) || asks_in_japanese(text)
}

/// Does `text` hold a Japanese word that asks wherever it stands. 防災などの協力 has no どの.
fn asks_in_japanese(text: &str) -> bool {
    let asks = |word: &str| {
        let mut found = text.match_indices(word).map(|(at, _)| &text[..at]);
        found.any(|before| word != "どの" || !before.ends_with('な'))
    };
    ASKS_JA.iter().any(|word| asks(word))
}

/// The same as [`has_question_word`], where a verb asks only as the first word of a clause: *is it a city of music*, not *it is a city of
/// music*.
#[must_use]
pub fn asks_in_its_order(text: &str) -> bool {
    let folded = Folded::new(text);
    let begins = |clause: &str| words_with_apostrophes(clause).find(|word| !BEFORE_A_VERB.contains(word)).map(is_verb);
    asks_by_a_word(folded.as_str())
        || folded.as_str().split([',', '.', '!', '?', ';', ':', '\n']).filter_map(begins).any(|is_verb| is_verb)
}

fn is_verb(word: &str) -> bool {
    VERBS.contains(&word)
}

/// Does `question` ask for several of a kind: *kota mana saja*, *which countries*, どことどこ.
#[must_use]
pub fn asks_for_several(question: &str) -> bool {
    // In Latin letters between spaces, as whole words.
    #[rustfmt::skip]
    const ALL: [&str; 27] = [
        " apa aja ", " apa saja ", " apa sj ", " apa2 ", " siapa aja ", " siapa saja ", " siapa2 ", " mana aja ", " mana saja ",
        " what are ", " who are ", " name the ", " list the ", " list all ", " list of ", " all the ", " sebutkan ", " sebutin ", "リスト", "全部", "すべて", "一覧", "どことどこ", "何と何", "誰と誰", "それぞれ",
        "をいくつか",
    ];
    const NO_PLURAL: [&str; 4] = ["does", "this", "whats", "focus"];
    let folded = Folded::new(question);
    let words: Vec<&str> = words_of(folded.as_str()).collect();
    let is_plural =
        |word: &str| word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !NO_PLURAL.contains(&word);
    let mut pairs = words.windows(2);
    let joined = format!(" {} ", words.join(" "));
    ALL.iter().any(|all| joined.contains(all))
        // Elsewhere it is how to enrol.
        || joined.starts_with(" daftar ")
        || pairs.any(|pair| matches!(pair[0], "which" | "what") && is_plural(pair[1]))
}

/// Does `question` ask what happened.
#[must_use]
pub fn asks_what_happened(question: &str) -> bool {
    #[rustfmt::skip]
    const ASKS: [&str; 22] = [
        "what happened", "what happen", "what happend", "what took place", "happened what", "ada apa", "apa yang terjadi", "apa yg terjadi",
        "terjadi apa", "kejadian apa", "peristiwa apa", "kejadian", "peristiwa", "terjadi", "happened", "何があった", "何がありま", "何が起き", "何が起こ",
        "何かあった", "どんなことがあ", "出来事",
    ];
    let folded = Folded::new(question);
    ASKS.iter().any(|asks| folded.as_str().contains(asks))
}

/// Where `question` says after what something was, in bytes: *after the unrest*, *abis kerusuhan*; three words at most. `None` where
/// it does not, and in Japanese.
#[must_use]
pub fn said_after(question: &str) -> Option<Range<usize>> {
    const AFTER: [&str; 9] = ["after", "setelah", "stlh", "sesudah", "abis", "habis", "sehabis", "pasca", "seusai"];
    const WORDS: usize = 3;
    let is_after = |range: &Range<usize>| is_one_of(&question[range.clone()], &AFTER);
    let mut words = word_ranges(question).skip_while(|range| !is_after(range));
    let start = words.next()?.end;
    let mut end = start;
    for word in words.take(WORDS) {
        // Up to the end of the clause.
        if question[end..word.start].contains([',', '.', '?', '!', ';']) {
            break;
        }
        end = word.end;
    }
    (end > start).then_some(start..end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_it_was_after_is_no_more_than_a_few_words() {
        for (text, expect) in [
            ("when did the race restart after the unrest", Some(" the unrest")),
            ("Abis kerusuhan, kapan lomba mulai", Some(" kerusuhan")),
            ("setelah perang dunia kedua selesai kapan", Some(" perang dunia kedua")),
            ("after?", None),
            ("when did it begin", None),
            ("騒乱の後いつ", None),
        ] {
            assert_eq!(said_after(text).map(|range| &text[range]), expect, "{text}");
        }
    }

    #[test]
    fn a_word_that_asks_stands_in_no_other_one() {
        for (text, expect) in [
            ("どの都市ですか", true),
            ("防災などの協力は2020年ですか", false),
            ("防災などのどの協力ですか", true),
            ("何ですか", true),
            ("それはいつですか", false),
        ] {
            assert_eq!(has_question_word(text), expect, "{text}");
        }
    }

    #[test]
    fn what_asks_for_several_is_told_from_what_asks_for_one() {
        for (text, expect) in [
            ("kota kembar ambon apa aja kak", true),
            ("Siapa saja penyanyinya?", true),
            ("which countries are they in", true),
            ("what are the fields", true),
            ("姉妹都市はどことどこ", true),
            ("which city is it", false),
            ("what does it do", false),
            ("kota kembar ambon apa", false),
            ("姉妹都市はどこ", false),
            ("", false),
        ] {
            assert_eq!(asks_for_several(text), expect, "{text}");
        }
    }

    #[test]
    fn a_verb_asks_before_its_subject() {
        for (text, expect) in [
            ("is Ambon a city of music", true),
            ("Ambon is a city of music, is it", true),
            ("so did they meet", true),
            ("Ambon is a city of music", false),
            ("the mayor did come", false),
            ("what Ambon is", true),
            ("Ambon itu kota apa", true),
            ("アンボンは何の街", true),
            ("", false),
        ] {
            assert_eq!(asks_in_its_order(text), expect, "{text}");
        }
    }

    #[test]
    fn a_word_that_asks_is_known() {
        for (text, expect) in [
            ("kenapa?", true),
            ("and why", true),
            ("どうして", true),
            ("アンボンはどうですか", true),
            ("どうもありがとう", false),
            ("どうぞよろしくお願いします", false),
            ("dan hamamatsu?", false),
            ("and hamamatsu?", false),
            ("ハバナは", false),
            ("", false),
        ] {
            assert_eq!(has_question_word(text), expect, "{text}");
        }
    }
}
