//! What leads to a question and asks nothing itself: *may I ask how many*, *boleh tahu kapan*, *tell me about the two*.

use crate::language::{asks_something, word_ranges};

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
