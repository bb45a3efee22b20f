//! Names in Japanese, which has no capitals: what stands before an honorific, or right before the office.

use std::ops::Range;

use super::{SHORTEST_JAPANESE, Told};
use crate::language::{FORMER_JA, is_cjk, is_hiragana};

const HONORIFICS: [&str; 3] = ["氏", "さん", "様"];
/// What may stand between an office and its holder.
const JOINING: [&str; 26] = [
    "を務める",
    "を務めた",
    "に就任した",
    "に就任",
    "に選ばれた",
    "となった",
    "になった",
    "である",
    "だった",
    "氏",
    "さん",
    "様",
    "は",
    "が",
    "の",
    "、",
    "・",
    "市",
    "町",
    "県",
    "州",
    "現",
    "新",
    "現在",
    "今",
    "いまの",
];
/// Behind this stands another office; behind [`FORMER_JA`] who held it before.
const DEPUTY: &str = "副";
/// Behind these stands who held it when the sentence tells of.
const THEN: [&str; 2] = ["当時の", "当時"];
/// What may stand between a place and an office there.
const OF_PLACES: [&str; 6] = ["", "市", "町", "県", "州", "の"];
/// How many bytes a name has at most.
const LONGEST: usize = 60;

/// The names that are joined to what is told.
pub(super) fn names(told: &Told<'_>) -> Vec<Range<usize>> {
    let honoured = HONORIFICS.iter().flat_map(|honorific| told.text.match_indices(honorific)).map(|(at, _)| at);
    let ends = honoured.chain([begin_of_office(told)]);
    let names = ends.map(|end| name_before(told, end)).filter(|name| is_a_name(told, name));
    names.filter(|name| is_joined(told, name) && !is_over(told, name)).collect()
}

/// Where an office begins, with the place before it: of 浜松市長 before 浜松.
fn begin_of_office(told: &Told<'_>) -> usize {
    let start = told.range.start;
    let is_its = |place: &Range<usize>| OF_PLACES.contains(&&told.text[place.end..start]);
    told.places(&(0..start)).find(|place| is_its(place)).map_or(start, |place| place.start)
}

/// The letters that names are written with and that end at byte `end`; none of the office itself.
fn name_before(told: &Told<'_>, end: usize) -> Range<usize> {
    let is_of_names = |character: char| {
        is_cjk(character) && !is_hiragana(character) && character != '氏' || matches!(character, '・' | '＝')
    };
    let start = told.text[..end].trim_end_matches(is_of_names).len();
    if (start..end).contains(&told.range.start) { told.range.end.min(end)..end } else { start..end }
}

fn is_a_name(told: &Told<'_>, name: &Range<usize>) -> bool {
    name.len() <= LONGEST && told.text[name.clone()].chars().count() >= SHORTEST_JAPANESE
}

/// Do only words that join stand between.
fn is_joined(told: &Told<'_>, name: &Range<usize>) -> bool {
    let between = told.between(name);
    let places: Vec<_> = told.places(&between).collect();
    let mut at = between.start;
    while at < between.end {
        let rest = &told.text[at..between.end];
        let place = places.iter().find(|place| place.start == at).map(|place| place.len());
        let joining = JOINING.iter().find(|joining| rest.starts_with(**joining)).map(|joining| joining.len());
        let Some(length) = place.or(joining) else { return false };
        at += length;
    }
    true
}

/// Is it told that somebody held it before, or another office: 当時, 前市長, 副市長.
fn is_over(told: &Told<'_>, name: &Range<usize>) -> bool {
    let is_behind = |start: usize| {
        let mut over = FORMER_JA.iter().chain([&DEPUTY]).chain(told.held.over(&THEN));
        over.any(|word| told.text[..start].ends_with(word))
    };
    [begin_of_office(told), told.range.start, name.start].into_iter().any(is_behind)
}
