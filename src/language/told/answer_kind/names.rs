//! Names in Latin letters, of people, places and organisations, told by their capitals.

use std::ops::Range;

use super::dates::is_month;
use super::{Language, Word, is_country};
use crate::language::{Folded, has_digit, is_stop_word};

/// Small words within a name.
const WITHIN_NAMES: [&str; 14] =
    ["bin", "binti", "ibn", "al", "de", "da", "van", "von", "der", "den", "of", "the", "la", "du"];

/// Runs of capitalised words, which names are made of; a single one at the start of a sentence tells nothing.
pub(super) fn all(language: Language, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let mut end = place;
        if word.is_capital() && !word.is_number() {
            while !words[end].ends {
                let Some(next) = words.get(end + 1) else { break };
                if next.is_capital() {
                    end += 1;
                } else if next.is(&WITHIN_NAMES) && words.get(end + 2).is_some_and(Word::is_capital) && !next.ends {
                    end += 2;
                } else {
                    break;
                }
            }
            // The first word of a sentence has its capital from there.
            let first = if place == 0 && is_stop_word(language, &word.text.to_lowercase()) { 1 } else { place };
            if !(is_month(word) || place == 0 && end == 0) && first <= end {
                found.push(words[first].range.start..words[end].range.end);
            }
        }
        place = end + 1;
    }
    found
}

/// Words that introduce a person's name.
#[rustfmt::skip]
const INTRODUCE: [&str; 24] = [
    "oleh", "bernama", "yaitu", "yakni", "adalah", "karya", "sutradara", "penyanyi", "by", "named", "is",
    "was", "said", "kata", "lain", "include", "includes", "as", "musisi", "aktor", "aktris", "presiden",
    "ialah", "gubernur",
];

/// Words that follow a person's name at the beginning of a sentence.
#[rustfmt::skip]
const IS: [&str; 14] = [
    "adalah", "ialah", "merupakan", "memerankan", "menjadi", "menulis", "mendirikan", "menciptakan",
    "dikenal", "is", "was", "founded", "wrote", "became",
];

/// Words that places, peoples, wars, offices and foundations are named with.
#[rustfmt::skip]
const NO_PERSON: [&str; 84] = [
    "perang", "dunia", "kota", "pulau", "provinsi", "universitas", "republik", "kerajaan", "kabupaten",
    "amerika", "serikat", "indonesia", "jepang", "inggris", "belanda", "eropa", "asia", "selatan", "utara",
    "barat", "timur", "tengah", "jawa", "sumatera", "kalimantan", "new", "york", "united", "states",
    "kingdom", "university", "war", "city", "island", "south", "north", "east", "west", "american", "british",
    "french", "german", "church", "league", "cup", "house", "council", "street", "park", "river", "lake",
    "royal", "national", "sungai", "gunung", "laut", "abad", "partai", "liga", "office", "department", "ministry", "directorate",
    "embassy", "agency", "bureau", "foundation", "association", "institute", "committee", "commission", "dinas", "kantor",
    "kementerian", "departemen", "direktorat", "kedutaan", "badan", "biro", "yayasan", "asosiasi", "institut", "komite", "komisi",
];

/// Names of two words and more, in English of one too, each of letters alone, none of which is a word that places, peoples and
/// offices are named with, and none of what somebody has: *Ambon's Tourism*.
///
/// In Indonesian a name counts only where its sentence introduces it, *oleh Rico Hayat*, or begins with it, *Rico Hayat adalah*:
/// capitals alone tell people too poorly from all else that has a name. Names in a row are one.
pub(super) fn people(language: Language, text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found = all(language, words);
    found.retain(|range| {
        let of_name = words.iter().filter(|word| word.range.start >= range.start && word.range.end <= range.end);
        (language == Language::En || of_name.clone().count() > 1)
            && !["'s ", "’s "].iter().any(|has| text[range.clone()].contains(has))
            && of_name.clone().all(|word| !word.is(&NO_PERSON) && !has_digit(word.text))
    });
    let mut rows = rows(text, &found);
    if language == Language::Id {
        rows.retain(|row| {
            let before = words.iter().rev().find(|word| word.range.end <= row.start);
            let mut after = words.iter().filter(|word| word.range.start >= row.end).take(3);
            let introduced = before.is_some_and(|word| word.is(&INTRODUCE));
            introduced || before.is_none() && after.any(|word| word.is(&IS))
        });
    }
    rows
}

/// Things in `text`, in order, those in a row as one: *Rico Hayat and Nakano Yusuke*.
fn rows(text: &str, things: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::with_capacity(things.len());
    for thing in things {
        match rows.last_mut() {
            Some(last) if is_joint(&text[last.end..thing.start]) => last.end = thing.end,
            _ => rows.push(thing.clone()),
        }
    }
    rows
}

fn is_joint(between: &str) -> bool {
    between == ", " || closes_list(between)
}

fn closes_list(between: &str) -> bool {
    matches!(between, " dan " | " and " | ", dan " | ", and " | " & ")
}

/// Things in `text`, in order, those of a list that an *and* closes as one: *Yamaha, Kawai and Roland*, and not *Hamamatsu,
/// Japan*.
#[must_use]
pub fn lists(text: &str, things: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::with_capacity(things.len());
    for row in rows(text, things) {
        let of_row: Vec<_> = things.iter().filter(|it| row.start <= it.start && it.end <= row.end).collect();
        let is_closed =
            matches!(of_row[..], [.., last_but_one, last] if closes_list(&text[last_but_one.end..last.start]));
        if is_closed {
            found.push(row);
        } else {
            found.extend(of_row.into_iter().cloned());
        }
    }
    found
}

/// Names behind a word that says where: `di Ambon`, `in Hamamatsu`, those of countries behind its article too: `in the Netherlands`.
pub(super) fn places(language: Language, text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    #[rustfmt::skip]
    const WHERE: [&str; 15] = [
        "di", "dari", "ke", "in", "at", "near", "from", "to", "kota", "pulau", "desa", "provinsi",
        "kabupaten", "city", "of",
    ];
    /// What a name begins with that is a time rather than a place: *dari Perang Dunia Kedua*.
    const TIMES: [&str; 3] = ["Perang", "Revolusi", "Konferensi"];
    let before = |start: usize| words.iter().rev().find(|word| word.range.end <= start);
    // What else has an article mostly stands before what it says more of: in the Hamamatsu museum.
    let is_with_article = |word: &Word<'_>, name: &Range<usize>| {
        language == Language::En && word.is(&["the"]) && is_country(Folded::new(&text[name.clone()]).as_str())
    };
    let names = all(language, words);
    let mut found = names.clone();
    found.retain(|range| {
        if TIMES.iter().any(|time| text[range.clone()].starts_with(time)) {
            return false;
        }
        let next_to_it = before(range.start);
        let article = next_to_it.filter(|word| !word.ends && is_with_article(word, range));
        let says_where = article.map_or(next_to_it, |article| before(article.range.start));
        says_where.is_some_and(|word| !word.ends && word.is(&WHERE))
    });
    // What lies in another place is told with it: Oak Park, Illinois.
    for place in &mut found {
        while let Some(next) = names
            .iter()
            .find(|next| text[place.end..].strip_prefix(", ").is_some_and(|rest| next.start == text.len() - rest.len()))
        {
            place.end = next.end;
        }
    }
    found
}
