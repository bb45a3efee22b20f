//! A number that something is asked to have, and that may be another one: *are there 50 cities of music?*, *at least 3000*, 柱は4つ？

use std::borrow::Cow;
use std::ops::Range;

use super::start_of_words_before;
use crate::answer::Answerer;
use crate::language::{
    AnswerKind, Language, asks_whether, detect, has_digit, has_question_word, is_cjk, spliced, years,
};

/// What says before a number that it need not be the very one, with *more than* and the like as words of their own.
#[rustfmt::skip]
const HEDGES: [&str; 32] = [
    "at", "least", "most", "over", "above", "under", "below", "more", "less", "fewer", "than", "up", "to", "about", "around", "exactly",
    "only", "some", "nearly", "almost", "lebih", "kurang", "dari", "sekitar", "kira", "setidaknya", "minimal", "maksimal", "cuma", "hanya",
    "hampir", "sampai",
];
/// The same behind it in Japanese.
#[rustfmt::skip]
const HEDGES_JA: [&str; 17] = [
    "いかないくらい", "いかないぐらい", "いかない", "届かないくらい", "届かない", "行かないくらい", "行かない", "以上", "以下", "未満", "より多い", "くらい", "ぐらい", "ほど",
    "足らず", "ちょっと", "も",
];
/// What multiplies the number before it in Japanese.
const SCALES_JA: [char; 3] = ['万', '億', '千'];

impl Answerer {
    /// `text` with the number, where it asks whether that is so, in place of a question for it, where that alone is surely told.
    pub(super) fn with_guessed_number_asked<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        let Some(parts) = guessed_number(&text) else { return text };
        let asked = spliced(Cow::Borrowed(&*text), parts).into_owned();
        if !self.is_surely_told(&text) && self.is_surely_told(&asked) { Cow::Owned(asked) } else { text }
    }
}

/// Where the only number stands in a question whether something is so, with what hedges it, and what asks for it instead.
fn guessed_number(text: &str) -> Option<Vec<(Range<usize>, &'static str)>> {
    if !has_digit(text) || !years(text).is_empty() {
        return None;
    }
    let is_japanese = text.contains(is_cjk);
    let language = if is_japanese { Language::Ja } else { detect(text).unwrap_or(Language::En) };
    let [number] = &AnswerKind::Number.find_in(language, text)[..] else { return None };
    let digits = number.start..number.end - text[number.clone()].trim_start_matches(is_of_digits).len();
    if is_japanese {
        return guessed_in_japanese(text, digits, number.end);
    }
    let start = start_of_words_before(text, number.start, &HEDGES);
    let asks = if language == Language::Id { "berapa" } else { "how many" };
    asks_whether(text).then(|| vec![(start..digits.end, asks)])
}

/// The same of a number in Japanese that has these `digits` and its counter up to `end`.
fn guessed_in_japanese(text: &str, digits: Range<usize>, end: usize) -> Option<Vec<(Range<usize>, &'static str)>> {
    let scale = text[digits.end..].chars().next().filter(|it| SCALES_JA.contains(it)).map_or(0, char::len_utf8);
    let scaled = digits.start..digits.end + scale;
    let end = end.max(scaled.end);
    let hedge = HEDGES_JA.iter().find(|hedge| text[end..].starts_with(**hedge)).map_or(0, |it| it.len());
    let ends = !text[end + hedge..].contains(char::is_alphanumeric) && text[..digits.start].ends_with('は');
    if !(asks_whether(text) || ends && !has_question_word(text)) {
        return None;
    }
    match &text[scaled.end..end] {
        "" if scale == 0 => None,
        "" => Some(vec![(scaled.start..end + hedge, "どのくらい")]),
        "つ" => Some(vec![(scaled.start..end + hedge, "いくつ")]),
        // What is counted stays behind what asks.
        _ => Some(vec![(scaled, "何"), (end..end + hedge, "")]),
    }
}

fn is_of_digits(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '.' | ',')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::CitedPassage;
    use crate::answer::cases::are_told;

    #[test]
    fn a_number_that_may_be_another_one_is_asked_for() {
        for (text, expect) in [
            ("Are there 50 cities of music?", Some("Are there how many cities of music?")),
            ("are there at least 3000 instruments here?", Some("are there how many instruments here?")),
            ("Does Ambon have over 300,000 inhabitants?", Some("Does Ambon have how many inhabitants?")),
            ("apakah ada lebih dari 40 kota musik", Some("apakah ada berapa kota musik")),
            ("訪問団は20人ですか", Some("訪問団は何人ですか")),
            ("アンボンの柱は4つ？", Some("アンボンの柱はいくつ？")),
            ("人口は40万いかないくらい？", Some("人口はどのくらい？")),
            ("楽器は3000点以上ありますか", Some("楽器は何点ありますか")),
            ("人口は40万足らず？", Some("人口はどのくらい？")),
            ("訪問団は20人ほど？", Some("訪問団は何人？")),
            ("40万ですか", Some("どのくらいですか")),
            ("4ですか", None),
            ("how many of the 50 cities are there", None),
            ("Was it signed in 1987?", None),
            ("are there 5 pillars and 25 plans", None),
            ("20人の訪問団はどこへ", None),
            ("3300点の楽器", None),
            ("", None),
        ] {
            let asked = guessed_number(text).map(|parts| spliced(Cow::Borrowed(text), parts));
            assert_eq!(asked.as_deref(), expect, "{text}");
        }
    }

    #[test]
    fn another_number_than_is_guessed_is_told() {
        are_told(
            CitedPassage::best_sentence,
            &[
                ("Are there 50 cities of music?", Some("47")),
                ("are there at least 3000 instruments in the museum?", Some("3,300")),
                ("Were there 20 people in the Hamamatsu delegation?", Some("18")),
                ("apakah ambon punya 4 pilar", Some("5 pilar")),
                ("アンボンの柱は4つ？", Some("5つ")),
                ("アンボンの人口 50万いかないくらい？", Some("394,415")),
                ("博物館の楽器 3500点いかないくらい？", Some("3,300")),
                ("アンポンの人口 50万いかないくらい？", Some("394,415")),
                ("アンボンのホテル 50軒いかないくらい？", None),
                ("Did 20 people die in the unrest?", None),
                ("Are there 50 hotels in Ambon?", None),
            ],
        );
    }
}
