//! What leads to a question and asks nothing itself: *may I ask how many*, *boleh tahu kapan*, *tell me about the two*.

use crate::language::{asks_something, is_one_of, word_ranges};

/// What leads to a question.
#[rustfmt::skip]
const LEADS: [&str; 50] = [
    "may i ask ", "can i ask ", "could i ask ", "i need to know ", "i want to know ", "i wanna know ", "i'd like to know ", "id like to know ",
    "i would like to know ", "can you tell me ", "could you tell me ", "can u tell me ", "could u tell me ", "please tell me ",
    "pls tell me ", "do you know ", "do u know ", "does anyone know ", "anyone know ", "just wondering ", "i was wondering ",
    "i wonder ", "boleh tau ", "boleh tahu ", "mau tau ", "mau tahu ", "pengen tau ", "pengen tahu ", "ingin tahu ", "saya ingin tahu ",
    "saya mau tahu ", "saya mau tau ", "tolong kasih tau ", "ada yang tau ", "ada yg tau ", "ada yang tahu ", "ada yg tahu ",
    "sorry i mean ", "sorry i meant ", "i mean ", "i meant ", "sorry, i mean ", "sorry, i meant ", "quick question ", "maksud saya ",
    "maksudku ", "maksud aku ", "mau tanya ", "mau nanya ", "numpang tanya ",
];
/// What leads to what is to be told of.
#[rustfmt::skip]
const LEADS_TO_ALL: [&str; 14] = [
    "tell me about ", "what can you tell me about ", "can you tell me about ", "can u tell me about ", "could you tell me about ", "info on ",
    "info about ", "information about ", "ceritakan tentang ", "ceritain tentang ", "ceritain soal ", "info tentang ", "info soal ",
    "jelaskan tentang ",
];

/// Words of who looks for an answer, and what may stand between one of them and the question: *disuruh cari tahu kapan*, *told to find out
/// when*.
#[rustfmt::skip]
const SEEKS: [&str; 40] = [
    "cari", "nyari", "mencari", "cariin", "carikan", "tahu", "tau", "tanya", "nanya", "bertanya", "ditanya", "nanyain", "menanyakan", "ingat", "inget",
    "lupa", "penasaran", "bingung", "jelaskan", "jelasin", "tulis", "nulis", "catat", "find", "figure", "look", "know", "wonder", "wondering", "ask",
    "asked", "asks", "asking", "remember", "recall", "check", "forgot", "forget", "curious", "write",
];
#[rustfmt::skip]
const BETWEEN: [&str; 16] = [
    "tahu", "tau", "soal", "tentang", "sudah", "udah", "out", "up", "down", "about", "me", "us", "him", "her", "saya", "itu",
];
/// The most words that lead to it so.
const LONGEST: usize = 14;

/// The part of `text` that asks, in Latin letters, behind a word of who looks for an answer to it: *my son has to find out* **when it
/// began**; `None` where no such word leads to what asks.
#[must_use]
pub fn sought(text: &str) -> Option<&str> {
    let words: Vec<_> = word_ranges(text).collect();
    let is = |place: usize, listed: &[&str]| is_one_of(&text[words[place].clone()], listed);
    let mut seeks = (0..words.len().min(LONGEST)).filter(|place| is(*place, &SEEKS));
    seeks.find_map(|seeks| {
        let first = (seeks + 1..words.len()).find(|place| !is(*place, &BETWEEN))?;
        // *Di mana* and *how many* are two words, *tahun berapa* ends in the one that asks.
        let asks = (first..words.len().min(first + 2))
            .any(|place| asks_something(&text[words[first].start..words[place].end]));
        asks.then(|| &text[words[first].start..])
    })
}

/// `text` without what leads to a question, or to two things and more that are to be told of; of one alone that is what is asked.
#[must_use]
pub fn without_lead(text: &str) -> &str {
    let behind = |lead: &&str| {
        let (begins, rest) = text.split_at_checked(lead.len())?;
        begins.eq_ignore_ascii_case(lead).then_some(rest)
    };
    let asks = |rest: &&str| asks_something(rest);
    let all = LEADS_TO_ALL.iter().find_map(behind).map(|rest| rest.strip_prefix("the ").unwrap_or(rest));
    let all = all.filter(|rest| word_ranges(rest).count() > 1);
    all.or_else(|| LEADS.iter().find_map(behind).filter(asks)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_sought_stands_behind_the_word_for_it() {
        for (text, expect) in [
            ("anak saya disuruh cari tahu kapan lombanya mulai", Some("kapan lombanya mulai")),
            ("my son was told to look up when it began", Some("when it began")),
            ("bu guru nanya tahun berapa lombanya mulai", Some("tahun berapa lombanya mulai")),
            ("kids asked me how many cities there are", Some("how many cities there are")),
            ("who asked for it when it began", None),
            ("saya cari wali kota hamamatsu", Some("wali kota hamamatsu")),
            ("saya cari kamar", None),
            ("kapan lombanya mulai", None),
            ("it is well known", None),
            ("cari", None),
            ("", None),
        ] {
            assert_eq!(sought(text), expect, "{text}");
        }
    }

    #[test]
    fn what_leads_to_a_question_is_no_part_of_it() {
        for (text, expect) in [
            ("may I ask how many people came", "how many people came"),
            ("i need to know when ambon became a city of music", "when ambon became a city of music"),
            ("Boleh tahu kapan lombanya mulai?", "kapan lombanya mulai?"),
            ("tell me about vlissingen and ambon", "vlissingen and ambon"),
            ("tell me about the yacht race", "yacht race"),
            ("tell me about hamamatsu", "tell me about hamamatsu"),
            ("i need to know the price", "the price"),
            ("i need to know you", "i need to know you"),
            ("sorry i mean how many people live there", "how many people live there"),
            ("maksud saya kapan mulainya", "kapan mulainya"),
            ("i mean ambon", "i mean ambon"),
            ("who may i ask", "who may i ask"),
            ("教えて", "教えて"),
            ("", ""),
        ] {
            assert_eq!(without_lead(text), expect);
        }
    }
}
