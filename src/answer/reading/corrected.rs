//! Who corrects themselves while they ask: *the museum in Ambon, no sorry, in Hamamatsu*, 浜松じゃなくてアンボンの人口は.

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::understanding::Names;
use crate::language::{Want, finds_any, is_cjk, is_one_of, spliced, word_ranges};

/// Words that say so between what was said and what is meant, of which there has to be one.
#[rustfmt::skip]
const CORRECTS: [&str; 12] = [
    "no", "nope", "sorry", "wait", "oops", "eh", "salah", "maksudnya", "maksudku", "sori", "ralat", "eits",
];
/// Several that do together.
#[rustfmt::skip]
const TOGETHER: [&str; 8] = [
    "i mean", "i meant", "or rather", "maksud saya", "maksud beta", "maksud gw", "maksud gue", "maksud aku",
];
/// What else may stand there.
#[rustfmt::skip]
const BESIDE: [&str; 31] = [
    "i", "uh", "um", "er", "actually", "not", "in", "of", "from", "to", "at", "the", "its", "it's", "was", "bukan", "beta", "saya", "aku", "gw", "gue",
    "di", "ke", "dari", "itu", "or", "mean", "meant", "rather", "maksud", "maaf",
];
/// What says in Japanese, right behind a place, that it is not meant.
const NOT_MEANT_JA: [&str; 9] =
    ["じゃなくて", "じゃなくって", "ではなくて", "ではなく", "じゃない、", "いや", "、いや", "あ違う", "、違う"];
/// The same before and behind it: *not Ambon but Darwin*, *bukan Ambon tapi Darwin*.
const NOT_BUT: [(&str, &[&str]); 2] = [("not", &["but"]), ("bukan", &["tapi", "tetapi", "melainkan"])];
/// What joins two places to a pair.
const JOINS: [&str; 7] = ["sama", "dan", "dengan", "dgn", "and", "with", "&"];

impl Names {
    /// `text` without a place that is taken back, for another one that follows.
    pub(super) fn without_what_was_taken_back<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        if !may_be_corrected(&text) {
            return text;
        }
        let places = self.places(&text);
        let taken_back = if text.contains(is_cjk) {
            // Why the one and not the other asks of both.
            let asks_why = Want::of_question(&text) == Some(Want::Reason);
            places.windows(2).find_map(|pair| not_meant(&text, &pair[0], &pair[1])).filter(|_| !asks_why)
        } else {
            let back = |second: usize| {
                let back = taken_back(&text, &places[second - 1], &places[second])?;
                Some(pair_taken_back(&text, &places, second).unwrap_or(back))
            };
            (1..places.len()).find_map(back)
        };
        spliced(text, taken_back.map(|range| (range, "")))
    }
}

/// Is there a word that corrects, which few questions have.
fn may_be_corrected(text: &str) -> bool {
    if text.contains(is_cjk) {
        return NOT_MEANT_JA.iter().any(|said| text.contains(said));
    }
    let is_one = |word: &str| {
        is_one_of(word, &CORRECTS)
            || is_one_of(word, &["mean", "meant", "rather", "maksud"])
            || NOT_BUT.iter().any(|(not, _)| word.eq_ignore_ascii_case(not))
    };
    word_ranges(text).any(|word| is_one(&text[word]))
}

/// The place with what says that it is not meant, where `another` follows.
fn not_meant(text: &str, place: &Range<usize>, another: &Range<usize>) -> Option<Range<usize>> {
    let behind = text[place.end..].trim_start_matches('市');
    let said = NOT_MEANT_JA.iter().find(|said| behind.starts_with(**said))?;
    let end = text.len() - behind.len() + said.len();
    (end <= another.start).then_some(place.start..end)
}

/// What goes where the `first` place is taken back for the `second`.
fn taken_back(text: &str, first: &Range<usize>, second: &Range<usize>) -> Option<Range<usize>> {
    let between = first.end..second.start;
    // A name may be that of two places.
    if between.end < between.start {
        return None;
    }
    let words: Vec<String> = words(text, &between).map(|(_, word)| word).collect();
    let joined = words.join(" ");
    let corrects = words.iter().any(|word| CORRECTS.contains(&word.as_str()));
    if (corrects || finds_any(&joined, &TOGETHER))
        && words.iter().all(|word| CORRECTS.contains(&word.as_str()) || BESIDE.contains(&word.as_str()))
    {
        return Some(first.start..second.start);
    }
    let (not, before) = self::words(text, &(0..first.start)).last()?;
    let (_, but) = NOT_BUT.iter().find(|(not, _)| *not == before)?;
    matches!(&words[..], [word] if but.contains(&word.as_str())).then_some(not.start..second.start)
}

/// What goes where a pair of `places` is taken back for another, which the `second` begins: *Ambon sama Metz, eh Darwin sama Metz*.
fn pair_taken_back(text: &str, places: &[Range<usize>], second: usize) -> Option<Range<usize>> {
    let joined = |first: &Range<usize>, second: &Range<usize>| {
        let between = text.get(first.end..second.start).map(str::trim);
        between.is_some_and(|between| is_one_of(between, &JOINS))
    };
    let before = places.get(second.checked_sub(2)?)?;
    (joined(before, &places[second - 1]) && joined(&places[second], places.get(second + 1)?))
        .then_some(before.start..places[second].start)
}

/// The words within `range`, in lower case, and where they stand.
fn words<'t>(text: &'t str, range: &Range<usize>) -> impl Iterator<Item = (Range<usize>, String)> + 't {
    let (start, part) = (range.start, &text[range.clone()]);
    word_ranges(part).map(move |word| (start + word.start..start + word.end, part[word].to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use crate::index::Index;

    #[test]
    fn what_is_taken_back_is_not_asked_of() {
        let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
        let names = Names::new(corpus.glossary(), &Index::build(&corpus).expect("it is indexed"));
        for (text, expect) in [
            ("does the museum in ambon no sorry in hamamatsu have", "does the museum in hamamatsu have"),
            ("how many live in hamamatsu no wait ambon", "how many live in ambon"),
            ("who is the mayor of ambon, i mean hamamatsu", "who is the mayor of hamamatsu"),
            ("from tokyo no kyoto for its firemen", "from kyoto for its firemen"),
            ("kapan kyoto eh salah hamamatsu teken", "kapan hamamatsu teken"),
            ("kapan kyoto, eh maksud gw hamamatsu teken", "kapan hamamatsu teken"),
            ("ambon sama metz, eh darwin sama metz, kapan", "darwin sama metz, kapan"),
            ("is ambon and kyoto, i mean hamamatsu and kyoto, old", "is hamamatsu and kyoto, old"),
            ("ambon sama metz, eh darwin, kapan", "ambon sama darwin, kapan"),
            ("not Ambon but Darwin, when did it sign", "Darwin, when did it sign"),
            ("bukan hamamatsu tapi ambon, penduduknya", "ambon, penduduknya"),
            ("浜松じゃなくてアンボンの人口は", "アンボンの人口は"),
            ("アンボンの人口です、浜松市ではなくアンボンです", "アンボンの人口です、アンボンです"),
            // Nothing is taken back.
            ("what does Darwin mean to Ambon", "what does Darwin mean to Ambon"),
            ("kenapa Kyoto maaf ke Ambon", "kenapa Kyoto maaf ke Ambon"),
            ("なぜ京都ではなくアンボン", "なぜ京都ではなくアンボン"),
            ("浜松いやあ人口は", "浜松いやあ人口は"),
            ("ambon bukan hamamatsu", "ambon bukan hamamatsu"),
            ("is Ambon not in Japan", "is Ambon not in Japan"),
            ("ambon and hamamatsu", "ambon and hamamatsu"),
            ("no, Ambon", "no, Ambon"),
            ("アンボンじゃなくて", "アンボンじゃなくて"),
            ("", ""),
        ] {
            assert_eq!(names.without_what_was_taken_back(Cow::Borrowed(text)), expect);
        }
    }
}
