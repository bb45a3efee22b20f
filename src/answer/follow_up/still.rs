//! Whether what was told of still goes on: *is it still on?*, *masih ada?*, まだやってる？ Asked so shortly, it is told by the passage that
//! answered the question before, where that says so, and by no other.

use crate::answer::judging::FOUND;
use crate::answer::{Answerer, Question, Ranking};
use crate::language::{asks_only_whether_it_goes_on, says_that_it_goes_on};

impl Answerer {
    /// Where nothing is asked but whether it still goes on, the passage that answered the last question, as sure as it was; `None` where
    /// nothing did, or that does not say that it goes on.
    pub(super) fn still_so(&self, previous: &str, asked: &str, question: &Question) -> Option<Ranking<'_>> {
        if !asks_only_whether_it_goes_on(asked) {
            return None;
        }
        let before = self.answered_last(previous, question);
        let says_so = before.fits.first().is_some_and(|best| says_that_it_goes_on(self.text_of(best)));
        (says_so && self.is_sure(&before, FOUND)).then(|| self.by_what_answered(&before, asked, question))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn what_still_goes_on_is_told_by_what_says_so() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (previous, asked, expect) in [
            ("when did the Darwin to Ambon yacht race start?", "is it still on?", Some("2007")),
            ("when did the Darwin to Ambon yacht race start?", "is it still a thing", Some("2007")),
            ("kapan lomba layar Darwin Ambon dimulai", "masih jalan ga", Some("2007")),
            ("ダーウィンとアンボンのヨットレースはいつ始まった？", "まだやってる？", Some("2007")),
            ("when was the memorandum of Ambon and Vlissingen signed?", "still valid?", Some("renewed")),
            ("アンボンとフリシンゲンの覚書はいつ結ばれた？", "今も続いてる？", Some("5年ごと")),
            ("when was Ambon launched as a city of music?", "is it still on?", None),
            ("at which festival was Ambon launched as a city of music?", "masih ada?", None),
        ] {
            let answer = answerer.answer(&Question::new(asked).after(Some(previous.to_owned())));
            let told =
                answer.passages().first().filter(|_| answer.is_found()).map(|best| best.best_sentence().to_owned());
            assert_eq!(told.is_some(), expect.is_some(), "{previous} {asked}: {told:?}");
            assert!(expect.is_none_or(|it| told.as_ref().is_some_and(|told| told.contains(it))), "{asked}: {told:?}");
        }
    }
}
