//! Any text as a question, and the one before it: answered, the same each time, every range inside its text.
#![no_main]

use std::sync::LazyLock;

use kembar::answer::{Answerer, Outcome, Question};
use kembar::corpus::Source;
use libfuzzer_sys::fuzz_target;

static ANSWERER: LazyLock<Answerer> =
    LazyLock::new(|| Answerer::new(Source::Embedded.read().expect("a corpus")).expect("an index"));

fuzz_target!(|texts: (String, Option<String>)| {
    let (text, previous) = texts;
    let question = Question::new(text).after(previous);
    let answer = ANSWERER.answer(&question);
    if let Outcome::Found { passages, .. } | Outcome::Unsure { passages } = &answer.outcome {
        for passage in passages.as_slice() {
            assert!(passage.text.contains(passage.best_sentence()));
            for range in &passage.matches {
                assert!(!passage.text[range.clone()].is_empty());
            }
        }
    }
    assert_eq!(format!("{:?}", ANSWERER.answer(&question)), format!("{answer:?}"));
});
