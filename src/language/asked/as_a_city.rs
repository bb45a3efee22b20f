//! Whether a question asks of a city as such, since when it is one or how old it is: *when did Ambon become a city*, *sejak kapan Ambon
//! jadi kota*. What tells when it became a city of music is no answer.

use crate::language::{AnswerKind, is_one_of, word_ranges};

/// What stands before a city that something becomes or is.
const BECOMES: [&str; 10] =
    ["jadi", "menjadi", "sebagai", "berstatus", "status", "statusnya", "dijadikan", "a", "jd", "bentuk"];
/// What asks how old one is, or of its birthday.
const AGE: [&str; 7] = ["umur", "umurnya", "usia", "ultah", "hut", "tahun", "jadi"];
/// What stands before the last two of these: *ulang tahun*, *hari jadi*.
const BEFORE_AGE: [&str; 2] = ["ulang", "hari"];
/// What makes another thing of a city that is told to be so old.
#[rustfmt::skip]
const KINDS: [&str; 9] = ["musik", "kembar", "kreatif", "mitra", "saudara", "bersaudara", "sister", "unesco", "kembaran"];
/// What may follow a city that is nothing else.
#[rustfmt::skip]
const BEHIND: [&str; 24] = [
    "sejak", "tahun", "thn", "taun", "kapan", "kpn", "pada", "tanggal", "tgl", "bulan", "dari", "mulai", "sih", "ya", "dong", "otonom",
    "resmi", "itu", "tuh", "since", "in", "on", "when", "officially",
];

/// Does `text` ask so.
#[must_use]
pub fn asks_of_it_as_a_city(text: &str) -> bool {
    let mut before = ["", ""];
    let mut words = word_ranges(text).peekable();
    while let Some(range) = words.next() {
        let word = &text[range.clone()];
        let next = words.peek().map_or("", |next| &text[next.clone()]);
        // *Kota Ambon ultah kapan*.
        let is_age = is_one_of(word, &AGE[..5]) || is_one_of(word, &BEFORE_AGE) && is_one_of(next, &AGE[5..]);
        if is_age && is_one_of(before[0], &["kota"]) && !is_one_of(before[1], &KINDS) {
            return true;
        }
        // *The capital of Maluku* by itself is another word for Ambon.
        let is_capital =
            is_one_of(word, &["ibukota", "kotamadya"]) || is_one_of(word, &["ibu"]) && is_one_of(next, &["kota"]);
        if is_capital && is_one_of(before[1], &BECOMES[..2]) {
            return AnswerKind::of_question(text) == Some(AnswerKind::Date);
        }
        if is_one_of(word, &["kota", "city"]) {
            // *A city, of music*.
            let ends = next.is_empty() || is_one_of(next, &BEHIND);
            let is_old =
                is_one_of(before[1], &AGE[..5]) || is_one_of(before[1], &AGE[5..]) && is_one_of(before[0], &BEFORE_AGE);
            if is_old && !is_one_of(next, &KINDS) {
                return true;
            }
            if ends && is_one_of(before[1], &BECOMES) {
                return AnswerKind::of_question(text) == Some(AnswerKind::Date);
            }
        }
        before = [before[1], word];
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_as_such_is_told_from_one_of_music() {
        for (text, expect) in [
            ("sejak kapan ambon jadi kota?", true),
            ("Hamamatsu menjadi kota tahun berapa", true),
            ("kapan darwin berdiri sebagai kota", true),
            ("ulang tahun kota ambon tanggal berapa", true),
            ("hari jadi kota ambon", true),
            ("umur kota ambon", true),
            ("kota ambon ultah kapan", true),
            ("kapan kota hamamatsu ulang tahun", true),
            ("kapan ambon jadi ibu kota maluku", true),
            ("sejak kapan ambon bersahabat dengan ibu kota jepang", false),
            ("kota kembar ulang tahun ke berapa", false),
            ("Since when is Ambon a city?", true),
            ("when did Ambon become a city", true),
            ("sejak kapan ambon jadi kota musik", false),
            ("kapan hamamatsu menjadi kota kreatif", false),
            ("umur kota kembar ambon vlissingen", false),
            ("kapan ambon jadi kota apa", false),
            ("apakah hamamatsu sebuah kota", false),
            ("tahun berapa kota ambon masuk unesco", false),
            ("when did Ambon become a city of music", false),
            ("is Hamamatsu a city", false),
            ("", false),
        ] {
            assert_eq!(asks_of_it_as_a_city(text), expect, "{text}");
        }
    }
}
