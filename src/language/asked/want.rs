//! What a question wants to know: a kind of thing and what it measures, or a reason.

use super::words::Words;
use crate::language::{AnswerKind, Folded, Measure, holds_word};

/// What a question wants to know.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Want {
    /// A thing of this kind; of a number, what it measures where that is told.
    Thing(AnswerKind, Option<Measure>),
    /// Why something is so.
    Reason,
}

/// How a reason is asked for.
const REASONS: [&str; 15] = [
    "mengapa",
    "kenapa",
    "alasan",
    "alasannya",
    "sebab",
    "sebabnya",
    "penyebab",
    "gara gara apa",
    "why",
    "how come",
    "reason",
    "なぜ",
    "なんで",
    "どうして",
    "理由",
];

impl Want {
    /// What `question` wants to know, where its words tell.
    #[must_use]
    pub fn of_question(question: &str) -> Option<Self> {
        let kind = AnswerKind::of_question(question);
        let measure = (kind == Some(AnswerKind::Number)).then(|| Measure::of_question(question)).flatten();
        Self::of(question, kind, measure)
    }

    /// The same, of a question that is known to ask for `kind` and to measure so.
    #[must_use]
    pub fn of(question: &str, kind: Option<AnswerKind>, measure: Option<Measure>) -> Option<Self> {
        let words = Words::of(question);
        // なんですか asks what.
        let asks_why = REASONS.iter().any(|phrase| words.hold(phrase) && !(*phrase == "なんで" && asks_what(question)));
        if asks_why { Some(Self::Reason) } else { kind.map(|kind| Self::Thing(kind, measure)) }
    }
}

/// Does `text` tell a reason or an aim.
#[must_use]
pub fn tells_a_reason(text: &str) -> bool {
    #[rustfmt::skip]
    const TOLD: [&str; 33] = [
        "because", "so that", "in order", "aim", "aims", "aimed", "goal", "due to", "karena", "sebab", "disebab", "menyebab", "penyebab", "dikarena", "mengakibat", "diakibat", "agar", "supaya",
        "tujuan", "bertujuan", "demi ", "akibat", "ため", "ので", "目的", "目標", "狙い", "で中断", "で中止", "で延期", "により", "stopped by", "caused by",
    ];
    let folded = Folded::new(text);
    TOLD.iter().any(|reason| holds_word(folded.as_str(), reason))
}

/// Does a Japanese question ask *what is it* by なんです, and not *why* by なんで.
fn asks_what(question: &str) -> bool {
    ["なんです", "なんでし", "なんでも"].iter().any(|what| question.contains(what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wanted_is_told_by_the_words() {
        let number = |measure| Some(Want::Thing(AnswerKind::Number, measure));
        for (question, expect) in [
            ("kenapa lombanya berhenti", Some(Want::Reason)),
            ("why did it stop in 1999", Some(Want::Reason)),
            ("なんで中断したの", Some(Want::Reason)),
            ("how many cities", number(None)),
            ("how many people live there", number(Some(Measure::People))),
            ("how often is it renewed", number(Some(Measure::Frequency))),
            ("urutan ke berapa", number(Some(Measure::Rank))),
            ("nmr urut brp", number(Some(Measure::Rank))),
            ("siapa walikotanya", Some(Want::Thing(AnswerKind::Person, None))),
            ("tell me about ambon", None),
        ] {
            assert_eq!(Want::of_question(question), expect, "{question}");
        }
    }
}
