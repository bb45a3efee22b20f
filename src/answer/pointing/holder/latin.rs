//! Names by their capitals, in Indonesian and English.

use std::borrow::Cow;
use std::ops::Range;

use super::{Told, Word};
use crate::answer::ranges::is_within;
use crate::language::{AnswerKind, FORMER, Folded, Language, THEN, find_word, is_deed, is_digits};

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
    let names = parts.filter_map(|part| trimmed(told, &part));
    let what = Folded::new(&told.text[told.range.clone()]);
    // What stands before *didirikan* was founded itself.
    let is_passive = language == Language::Id && what.as_str().starts_with("di");
    let is_of_a_deed = is_deed(what.as_str());
    names.filter(|name| if is_of_a_deed { did_it(told, name, is_passive) } else { holds_it(told, name) }).collect()
}

/// The part of a name that is somebody's: without places and joining words before it. `None` where nothing is left.
fn trimmed(told: &Told<'_>, name: &Range<usize>) -> Option<Range<usize>> {
    let begins = told.words(name).find(|word| !joins(word) && !is_of_a_place(told, word, name))?;
    Some(begins.range.start..told.words(name).next_back()?.range.end)
}

/// *Kawai founded*, or *founded in 1927 by Kawai*.
fn did_it(told: &Told<'_>, name: &Range<usize>, is_passive: bool) -> bool {
    let between = told.between(name);
    let acts = !is_passive && name.end <= told.range.start && told.text[between.clone()].trim().is_empty();
    let is_by = |word: Cow<'_, Word<'_>>| word.is_one_of(&["by", "oleh"]);
    acts || told.range.end <= name.start && told.words(&between).any(is_by) && is_joined(told, &between)
}

/// *The mayor of Ambon is Wattimena*, or *Wattimena, mayor of Ambon*: now, and no deputy.
fn holds_it(told: &Told<'_>, name: &Range<usize>) -> bool {
    let is_behind =
        |start: usize, among: &[&str]| told.words(&(0..start)).next_back().is_some_and(|word| word.is_one_of(among));
    let is_it = !is_behind(told.range.start, &OTHER) && !is_behind(name.start, &OF_SOURCES);
    is_it && is_joined(told, &told.between(name)) && !is_over(told, name)
}

/// Do only words that join stand there.
fn is_joined(told: &Told<'_>, between: &Range<usize>) -> bool {
    let text = &told.text[between.clone()];
    if text.contains([';', '(', '!', '?', '"']) || text.contains(". ") {
        return false;
    }
    let is_number = |word: &Word<'_>| is_digits(&told.text[word.range.clone()]);
    told.words(between).all(|word| joins(&word) || is_number(&word) || is_of_a_place(told, &word, between))
}

/// Is it told that somebody held it before, *former*, or, where it is asked for now, then, *saat itu*.
fn is_over(told: &Told<'_>, name: &Range<usize>) -> bool {
    let (start, end) = (name.start.min(told.range.start), name.end.max(told.range.end));
    let start = told.words(&(0..start)).next_back().map_or(start, |word| word.range.start);
    let behind = told.words(&(end..told.text.len())).take(BEHIND).last();
    let end = behind.map_or(end, |word| word.range.end);
    let around: Vec<_> = told.words(&(start..end)).map(|word| word.folded.clone()).collect();
    let around = around.join(" ");
    FORMER.iter().chain(told.held.over(&THEN)).any(|former| find_word(&around, former).is_some())
}

/// May the word stand between an office and its holder.
fn joins(word: &Word<'_>) -> bool {
    word.is_one_of(&JOINING) || word.is_one_of(&TITLES)
}

/// Is the word of a place that is named within `range`.
fn is_of_a_place(told: &Told<'_>, word: &Word<'_>, range: &Range<usize>) -> bool {
    told.places(range).any(|place| is_within(&word.range, place))
}
