//! Whether a question asks of a city as such, since when it is one or how old it is: *when did Ambon become a city*, *sejak kapan Ambon
//! jadi kota*. What tells when it became a city of music is no answer.

use crate::language::{AnswerKind, is_one_of, word_ranges};

/// What stands before a city that something becomes or is.
const BECOMES: [&str; 10] =
    ["jadi", "menjadi", "sebagai", "berstatus", "status", "statusnya", "dijadikan", "a", "jd", "bentuk"];
/// What becomes a capital.
const BECOMES_A_CAPITAL: [&str; 2] = ["jadi", "menjadi"];
/// What asks how old one is, or of its birthday, in one word or two: *ulang tahun*.
const AGE: [&str; 5] = ["umur", "umurnya", "usia", "ultah", "hut"];
const BIRTHDAY: [(&str, &str); 2] = [("ulang", "tahun"), ("hari", "jadi")];
/// What makes another thing of a city that is told to be so old.
#[rustfmt::skip]
const KINDS: [&str; 9] = ["musik", "kembar", "kreatif", "mitra", "saudara", "bersaudara", "sister", "unesco", "kembaran"];
/// What may follow a city that is nothing else.
#[rustfmt::skip]
const BEHIND: [&str; 22] = [
    "sejak", "tahun", "thn", "taun", "kapan", "kpn", "pada", "tanggal", "tgl", "bulan", "dari", "mulai", "sih", "ya", "dong", "otonom",
    "resmi", "itu", "tuh", "since", "when", "officially",
];

/// Does `text` ask so.
#[must_use]
pub fn asks_of_it_as_a_city(text: &str) -> bool {
    // The three words before one, the last one last.
    let mut before = ["", "", ""];
    let is_birthday = |one: &str, other: &str| {
        BIRTHDAY.iter().any(|(first, second)| first.eq_ignore_ascii_case(one) && second.eq_ignore_ascii_case(other))
    };
    let mut words = word_ranges(text).peekable();
    while let Some(range) = words.next() {
        let word = &text[range.clone()];
        let next = words.peek().map_or("", |next| &text[next.clone()]);
        // *Kota Ambon ultah kapan*, and not *wali kota Ambon*.
        let is_age = is_one_of(word, &AGE) || is_birthday(word, next);
        let is_of_a_city =
            || is_one_of(before[1], &["kota"]) && !is_one_of(before[2], &KINDS) && !is_one_of(before[0], &["wali"]);
        if is_age && is_of_a_city() {
            return true;
        }
        // *The capital of Maluku* by itself is another word for Ambon.
        let is_capital =
            is_one_of(word, &["ibukota", "kotamadya"]) || is_one_of(word, &["ibu"]) && is_one_of(next, &["kota"]);
        if is_capital && is_one_of(before[2], &BECOMES_A_CAPITAL) {
            return AnswerKind::of_question(text) == Some(AnswerKind::Date);
        }
        if is_one_of(word, &["kota", "city"]) {
            // *A city, of music*.
            let ends = next.is_empty() || is_one_of(next, &BEHIND);
            let is_old = is_one_of(before[2], &AGE) || is_birthday(before[1], before[2]);
            if is_old && !is_one_of(next, &KINDS) {
                return true;
            }
            if ends && is_one_of(before[2], &BECOMES) {
                return AnswerKind::of_question(text) == Some(AnswerKind::Date);
            }
        }
        before = [before[1], before[2], word];
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
            ("when did a city in Japan join UNESCO", false),
            ("wali kota Ambon ultah kapan", false),
            ("wali kota Ambon umurnya berapa", false),
            ("", false),
        ] {
            assert_eq!(asks_of_it_as_a_city(text), expect, "{text}");
        }
    }
}
