//! What came of something: *what came out of the agreement*. What tells that it took place tells no more.

use crate::language::{Folded, finds_any, is_cjk};

/// What asks so, where no noun for it does.
const ASKS: [&str; 10] = [
    "what came of",
    "what came out of",
    "what has come of",
    "what has come out of",
    "what did it lead to",
    "what resulted from",
    "what was achieved",
    "what became of",
    "その後どうな",
    "その後の進捗",
];
/// What tells it.
#[rustfmt::skip]
const TOLD: [&str; 14] = [
    "brought", "led to", "resulted", "result of", "outcome", "followed", "arose", "achieved", "menghasilkan", "hasil", "membawa", "muncul",
    "berkat", "terwujud",
];
const TOLD_JA: [&str; 6] = ["により", "成果", "結果", "実現", "できま", "生まれ"];

/// Does `text` ask what came of something.
#[must_use]
pub fn asks_what_came_of_it(text: &str) -> bool {
    finds_any(Folded::new(text).as_str(), &ASKS)
}

/// Does `text` tell what came of something.
#[must_use]
pub fn tells_what_came_of_it(text: &str) -> bool {
    let folded = Folded::new(text);
    let said = folded.as_str();
    if said.contains(is_cjk) { finds_any(said, &TOLD_JA) } else { finds_any(said, &TOLD) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_of_it_is_asked_and_told() {
        for (text, asked, told) in [
            ("what came out of the agreement", true, false),
            ("and what came of it?", true, false),
            ("what happened in 1999", false, false),
            ("The cooperation brought an eye clinic.", false, true),
            ("Kerja sama menghasilkan klinik mata.", false, true),
            ("協力により、診療所ができました。", false, true),
            ("It was signed in 1988.", false, false),
            ("", false, false),
        ] {
            assert_eq!((asks_what_came_of_it(text), tells_what_came_of_it(text)), (asked, told), "{text}");
        }
    }
}
