//! Questions that tests ask of the shipped corpus.

use crate::answer::{Answerer, CitedPassage, Question};
use crate::corpus::Source;

/// Asks each question of `cases`, and holds that what is shown of the best passage that is found contains what stands beside it; that nothing
/// is found where nothing does; and that the answer is to the question as it was asked.
pub(in crate::answer) fn are_told(shown: fn(&CitedPassage) -> &str, cases: &[(&str, Option<&str>)]) {
    let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
    for (question, expect) in cases {
        let answer = answerer.answer(&Question::new(*question));
        let told = answer.passages().first().filter(|_| answer.is_found()).map(shown);
        assert_eq!(told.is_some(), expect.is_some(), "{question}: {told:?}");
        assert!(expect.is_none_or(|expect| told.is_some_and(|told| told.contains(expect))), "{question}: {told:?}");
        assert_eq!(answer.question.text, *question);
    }
}
