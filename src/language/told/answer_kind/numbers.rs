//! Numbers and sums, as each language writes them.

use std::ops::Range;

use super::dates::is_month;
use super::{Word, digit_runs, is_counted, is_year};
use crate::language::{has_digit, is_one_of};

/// Words that multiply the number before them, or say of what it is.
#[rustfmt::skip]
const SCALES: [&str; 40] = [
    "ribu", "juta", "miliar", "milyar", "triliun", "persen", "thousand", "million", "billion", "trillion",
    "percent", "per", "cent", "km", "km²", "km2", "m", "cm", "mm", "kg", "meter", "metres", "meters",
    "kilometer", "kilometers", "kilometres", "miles", "mil", "feet", "ha", "hektar", "hektare", "acres",
    "persegi", "square", "tahun", "years", "rupiah", "dolar", "dollars",
];
pub(super) const NUMBER_WORDS: [&str; 36] = [
    "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas", "belas", "puluh",
    "ratus", "seratus", "seribu", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "hundred", "dozen",
];
/// The others, which are said, *eighty-nine*, and hardly ever what answers: as answers they point at wrong words more often.
const OTHER_NUMBER_WORDS: [&str; 7] = ["sixteen", "seventeen", "eighteen", "nineteen", "seventy", "eighty", "ninety"];

/// Currencies by the words that stand before a sum: `Rp 50.000`.
const BEFORE_SUMS: [&str; 6] = ["rp", "idr", "usd", "us$", "eur", "jpy"];
/// The same by signs.
const SIGNS: [char; 6] = ['$', '＄', '€', '£', '¥', '￥'];

/// Is `word` a number that is spelt out: *tiga*, *ninety*.
pub(crate) fn is_number_word(word: &str) -> bool {
    is_one_of(word, &NUMBER_WORDS) || is_one_of(word, &OTHER_NUMBER_WORDS)
}

/// Numbers with what belongs to them: `US$700,000`, `394.415`, `2,5 juta`, `90%`, `tiga`. A year is none, unless it counts something.
pub(super) fn latin(words: &[Word<'_>]) -> Vec<Range<usize>> {
    let digits = |word: &Word<'_>| has_digit(word.text);
    // Six, or six-time.
    let is_number_word = |word: &Word<'_>| {
        let folded = word.text.to_lowercase();
        NUMBER_WORDS.contains(&folded.split('-').next().unwrap_or(&folded))
    };
    let is_amount = |place: usize, word: &Word<'_>| {
        let is_year = || is_year(word.text) && !is_counted(words, place);
        let figures = word.text.trim_start_matches(|c: char| !c.is_ascii_digit());
        (digits(word) && !is_year() && word.text.len() - figures.len() <= 4) || is_number_word(word)
    };
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let mut end = place;
        if is_amount(place, word) {
            while let Some(next) = words.get(end + 1)
                && !words[end].ends
                && (next.is(&SCALES) || next.is(&NUMBER_WORDS))
            {
                end += 1;
            }
            // A day is no amount.
            let is_day = words.get(end + 1).is_some_and(is_month);
            if !is_day {
                let currency = place.checked_sub(1).map(|before| &words[before]).filter(|it| it.is(&BEFORE_SUMS));
                found.push(currency.unwrap_or(word).range.start..words[end].range.end);
            }
        }
        place = end + 1;
    }
    found
}

/// Numbers with their counter as Japanese writes them: `394,415人`, `47都市`, `70万米ドル`.
pub(super) fn japanese(text: &str) -> Vec<Range<usize>> {
    #[rustfmt::skip]
    const COUNTERS: [&str; 26] = [
        "人", "点", "都市", "本", "つ", "台", "か国", "カ国", "％", "%", "パーセント", "万人", "万米ドル",
        "億円", "万円", "円", "キロ", "メートル", "番目", "か所", "種類", "回", "年間", "年ごと", "日間", "か月",
    ];
    // How long something is, which is no date.
    const SPANS: [&str; 3] = ["年間", "年ごと", "日間"];
    digit_runs(text)
        .into_iter()
        .filter(|range| {
            let behind = &text[range.end..];
            !behind.starts_with(['年', '月', '日']) || SPANS.iter().any(|span| behind.starts_with(span))
        })
        .map(|range| {
            let counter =
                COUNTERS.iter().filter(|counter| text[range.end..].starts_with(**counter)).map(|c| c.len()).max();
            let sign = text[..range.start].chars().next_back().filter(|before| SIGNS.contains(before));
            range.start - sign.map_or(0, char::len_utf8)..range.end + counter.unwrap_or(0)
        })
        .collect()
}
