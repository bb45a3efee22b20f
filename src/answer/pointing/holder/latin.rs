//! Names by their capitals, in Indonesian and English.

use std::ops::Range;

use super::Told;
use crate::answer::ranges::is_within;
use crate::language::{AnswerKind, FORMER, Folded, Language, THEN, find_word, is_deed, word_ranges};

/// Words that may stand between an office and its holder, folded.
#[rustfmt::skip]
const JOINING: [&str; 49] = [
    "of", "the", "city", "town", "is", "was", "became", "as", "a", "current", "present", "new", "now", "since", "named",
    "called", "then", "former", "who", "s", "in", "by", "kota", "pemkot", "dari", "van", "di", "itu", "saat", "ini",
    "kala", "ketika", "waktu", "sekarang", "kini", "adalah", "ialah", "yaitu", "yakni", "menjadi", "sebagai", "bernama",
    "dijabat", "oleh", "baru", "mantan", "yang", "tahun", "pada",
];
/// Titles, which may stand there too and are no names.
const TITLES: [&str; 14] =
    ["mr", "mrs", "ms", "dr", "prof", "pak", "bapak", "ibu", "bu", "drs", "dra", "ir", "sir", "haji"];
/// Words that make another office of the one behind them.
const OTHER: [&str; 8] = ["wakil", "deputy", "vice", "acting", "pj", "plt", "penjabat", "assistant"];
/// Words before the name of a source: *according to ANTARA, the mayor*.
const OF_SOURCES: [&str; 5] = ["to", "menurut", "per", "via", "from"];
/// How many words behind an office and its holder may tell that it is over: *wali kota Ambon saat itu*.
const BEHIND: usize = 3;

/// The names that are joined to what is told.
pub(super) fn names(told: &Told<'_>, language: Language) -> Vec<Range<usize>> {
    let found = AnswerKind::Organisation.find_in(language, told.text).into_iter();
    // Mayor of Ambon Louhenapessy is written as one name: it is an office, a place, then somebody.
    let parts = found.map(|name| {
        let is_apart = name.end <= told.range.start || told.range.end <= name.start;
        if is_apart { name } else { told.range.end.min(name.end)..name.end }
    });
    let names = parts.filter_map(|part| trimmed(told, part));
    names.filter(|name| if is_of_a_deed(told) { did_it(told, name, language) } else { holds_it(told, name) }).collect()
}

/// The part of a name that is somebody's: without places and joining words before it. `None` where nothing is left.
fn trimmed(told: &Told<'_>, name: Range<usize>) -> Option<Range<usize>> {
    let places = told.places(&name);
    let words = words(told.text, &name);
    let begins = words.iter().position(|word| {
        !is_of_any(&places, word) && !is_one_of(told, word, &JOINING) && !is_one_of(told, word, &TITLES)
    });
    let (first, last) = (&words[begins?], words.last()?);
    Some(first.start..last.end)
}

fn is_of_a_deed(told: &Told<'_>) -> bool {
    is_deed(Folded::new(&told.text[told.range.clone()]).as_str())
}

/// *Kawai founded*, or *founded in 1927 by Kawai*; what stands before *didirikan* was founded itself.
fn did_it(told: &Told<'_>, name: &Range<usize>, language: Language) -> bool {
    let between = told.between(name);
    let words = words(told.text, &between);
    let is_by = |word: &Range<usize>| is_one_of(told, word, &["by", "oleh"]);
    let is_passive = language == Language::Id && Folded::new(&told.text[told.range.clone()]).as_str().starts_with("di");
    let acts = !is_passive && name.end <= told.range.start && told.text[between.clone()].trim().is_empty();
    acts || told.range.end <= name.start && words.iter().any(is_by) && is_joined(told, &between)
}

/// *The mayor of Ambon is Wattimena*, or *Wattimena, mayor of Ambon*: now, and no deputy.
fn holds_it(told: &Told<'_>, name: &Range<usize>) -> bool {
    let is_behind = |start: usize, among: &[&str]| {
        words(told.text, &(0..start)).pop().is_some_and(|word| is_one_of(told, &word, among))
    };
    let is_it = !is_behind(told.range.start, &OTHER) && !is_behind(name.start, &OF_SOURCES);
    is_it && is_joined(told, &told.between(name)) && !is_over(told, name)
}

/// Do only words that join stand there.
fn is_joined(told: &Told<'_>, between: &Range<usize>) -> bool {
    let text = &told.text[between.clone()];
    if text.contains([';', '(', '!', '?', '"']) || text.contains(". ") {
        return false;
    }
    let places = told.places(between);
    let is_number = |word: &Range<usize>| told.text[word.clone()].bytes().all(|byte| byte.is_ascii_digit());
    let joins = |word: &Range<usize>| is_one_of(told, word, &JOINING) || is_one_of(told, word, &TITLES);
    words(told.text, between).iter().all(|word| joins(word) || is_number(word) || is_of_any(&places, word))
}

/// Is it told that somebody held it before, *former*, or, where it is asked for now, then, *saat itu*.
fn is_over(told: &Told<'_>, name: &Range<usize>) -> bool {
    let (start, end) = (name.start.min(told.range.start), name.end.max(told.range.end));
    let start = words(told.text, &(0..start)).last().map_or(start, |word| word.start);
    let behind = words(told.text, &(end..told.text.len()));
    let end = behind.get(..BEHIND).unwrap_or(&behind).last().map_or(end, |word| word.end);
    let around: Vec<&str> = words(told.text, &(start..end)).into_iter().map(|word| &told.text[word]).collect();
    let around = Folded::new(&around.join(" ")).as_str().to_owned();
    FORMER.iter().chain(told.held.over(&THEN)).any(|former| find_word(&around, former).is_some())
}

fn is_one_of(told: &Told<'_>, word: &Range<usize>, among: &[&str]) -> bool {
    among.contains(&Folded::new(&told.text[word.clone()]).as_str())
}

fn is_of_any(places: &[Range<usize>], word: &Range<usize>) -> bool {
    places.iter().any(|place| is_within(word, place))
}

/// The words of `text` within `range`, in order, without what stands around them.
fn words(text: &str, range: &Range<usize>) -> Vec<Range<usize>> {
    word_ranges(&text[range.clone()]).map(|word| range.start + word.start..range.start + word.end).collect()
}
