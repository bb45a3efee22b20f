//! Who did it, where it was no person: *who gave Ambon the title?* UNESCO did.

use crate::answer::understanding::{Mention, Names, Query};
use crate::language::{names_a_role, sentences};

/// What stands before whoever did what a sentence tells.
const BY: [&str; 2] = [" by ", " oleh "];

/// Does a sentence of `text`, in Latin letters, begin with a place or a body that `query` does not name, or tell that something was
/// done by one. Who holds an office is a person: never where `question`, of which `query` was made, names one.
pub(super) fn another_acts(query: &Query, question: &str, text: &str, names: &Names) -> bool {
    if names_a_role(question) {
        return false;
    }
    sentences(text).into_iter().any(|sentence| {
        let sentence = &text[sentence];
        let acts = |told: &Mention| {
            let before = &sentence[..told.range.start];
            before.is_empty() || BY.iter().any(|by| before.ends_with(by))
        };
        let is_a_body = |told: &Mention| {
            let name = &sentence[told.range.clone()];
            names.is_somewhere(told.term) || name.len() > 2 && name.chars().all(char::is_uppercase)
        };
        let told = names.mentions(sentence);
        told.iter().any(|it| acts(it) && is_a_body(it) && !query.named().contains(&it.term))
    })
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn a_body_and_a_city_do_things_too() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("siapa yang memberi ambon gelar kota kreatif?", Some("antara-2024-ambon-hamamatsu#9")),
            (
                "siapa yang akan membantu ambon dengan peralatan pemadam kebakaran?",
                Some("republika-2013-kyoto-ambon#2"),
            ),
            ("who offered ambon fire equipment", Some("republika-2013-kyoto-ambon#2")),
            ("who gave ambon the title", Some("antara-2024-ambon-hamamatsu#9")),
            ("who signed the darwin agreement", None),
            ("who launched the candidacy", None),
            ("siapa yang menandatangani MoU", None),
            ("who paid for the eye clinic", None),
            ("who is the mayor of kyoto", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages().first().filter(|_| answer.is_found());
            let best = best.map(|best| best.citation.passage.to_string());
            assert_eq!(best.as_deref(), expect, "{question}");
        }
    }
}
