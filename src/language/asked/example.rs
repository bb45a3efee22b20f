//! Whether an example is asked for: *an example of soft diplomacy*, *contohnya apa*, 例えば？ What names none is no answer.

use crate::language::{AnswerKind, Folded, finds_any};

/// What asks so, anywhere; in Japanese at the end.
const ASKS: [&str; 8] =
    ["example of", "examples of", "any example", "an example", "some examples", "contoh", "contohnya", "具体例"];
const ENDS_JA: [&str; 4] = ["例えば", "たとえば", "例えば何", "例えばどんな"];
/// What names one.
const TOLD: [&str; 12] = [
    "such as",
    "among them",
    "including",
    "for example",
    "e.g.",
    "antara lain",
    "seperti",
    "misalnya",
    "termasuk",
    "di antaranya",
    "など",
    "例えば",
];

/// Does `text` ask for an example, and for nothing else.
#[must_use]
pub fn asks_for_an_example(text: &str) -> bool {
    let folded = Folded::new(text);
    let said = folded.as_str().trim_end_matches(|it: char| !it.is_alphanumeric());
    let is_named = finds_any(folded.as_str(), &ASKS) || ENDS_JA.iter().any(|end| said.ends_with(end));
    is_named && AnswerKind::of_question(text).is_none()
}

/// Does `text` name one.
#[must_use]
pub fn tells_an_example(text: &str) -> bool {
    finds_any(Folded::new(text).as_str(), &TOLD)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_example_is_asked_for_and_named() {
        for (text, expect) in [
            ("an example of soft diplomacy?", true),
            ("contoh diplomasi lunak negara lain apa", true),
            ("ソフト外交って…例えば？", true),
            ("for example, who came?", false),
            ("buat contoh di kelas, kapan ambon jadi kota musik", false),
            ("", false),
        ] {
            assert_eq!(asks_for_an_example(text), expect, "{text}");
        }
        for (text, expect) in [
            ("Singers from Maluku, among them Glenn Fredly", true),
            ("Penyanyi dari Maluku antara lain Glenn Fredly.", true),
            ("It is hoped to strengthen soft diplomacy.", false),
            ("", false),
        ] {
            assert_eq!(tells_an_example(text), expect, "{text}");
        }
    }
}
