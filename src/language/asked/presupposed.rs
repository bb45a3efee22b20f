//! Whether a question takes what it tells of for so, and asks for more of it: *what did Ambon send to Kyoto*, and not *did
//! Ambon send anything to Kyoto*.

use super::want::Want;
use crate::language::{Folded, is_cjk, words_of};

/// Words that ask for more, beside those for a kind of thing.
const ASKS: [&str; 13] = [
    "what",
    "whats",
    "which",
    "how",
    "apa",
    "apaan",
    "mana",
    "bagaimana",
    "gimana",
    "gmn",
    "seberapa",
    "whose",
    "whom",
];
const ASKS_JA: [&str; 7] = ["何", "なに", "どの", "どんな", "どう", "どれ", "どちら"];
/// What makes *apa* at the beginning ask for something, where alone it asks whether.
const BEHIND_APA: [&str; 8] = ["yang", "yg", "saja", "aja", "sj", "nama", "isi", "hasil"];

/// Does `question`, which `wants` to know so much, ask for more of what it takes for so.
#[must_use]
pub fn takes_for_so(question: &str, wants: Option<Want>) -> bool {
    if wants.is_some() {
        return true;
    }
    let folded = Folded::new(question);
    let said = folded.as_str();
    if said.contains(is_cjk) {
        // A name that is only mentioned asks what is to be said of it: 楽器メーカーは？
        let is_topic = said.trim_end_matches(|it: char| !it.is_alphanumeric()).ends_with('は');
        return is_topic || ASKS_JA.iter().any(|asks| said.contains(asks));
    }
    let mut words = words_of(said).peekable();
    if words.next_if_eq(&"apa").is_some() && words.peek().is_some_and(|next| BEHIND_APA.contains(next)) {
        return true;
    }
    words.any(|word| ASKS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_for_more_takes_the_rest_for_so() {
        for (question, expect) in [
            ("What equipment did Ambon send to Kyoto?", true),
            ("when did it begin", true),
            ("apa yang diberikan ambon ke kyoto", true),
            ("gelar apa yang diberikan ambon", true),
            ("アンボンに本社がある楽器メーカーは？", true),
            ("なぜ提携したいの", true),
            ("Did Ambon send anything to Kyoto?", false),
            ("apakah ambon mengirim alat ke kyoto", false),
            ("apa ambon mengirim alat ke kyoto", false),
            ("アンボンがメスに協力を希望した？", false),
            ("kerja sama ambon hamamatsu", false),
            ("", false),
        ] {
            assert_eq!(takes_for_so(question, Want::of_question(question)), expect, "{question}");
        }
    }
}
