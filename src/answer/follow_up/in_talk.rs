//! A line of a talk, which may go on from what was asked before or ask for itself.

use crate::answer::judging::SURE;
use crate::answer::{Answer, Answerer, Question, Reason};

impl Answerer {
    /// The answer to `question` as one that goes on from `previous`, where it asks nothing by itself, is found so as surely as alone or
    /// in few words, or is not found alone and shown something so; or else alone.
    #[must_use]
    pub fn answer_in_talk(&self, question: Question, previous: Option<&str>) -> Answer {
        let alone = self.answer(&question);
        let Some(previous) = previous else { return alone };
        let is_wish = question.is_wish();
        // *Who?* asks of what was answered, *thanks* of nothing.
        let is_done = |reason: Reason| reason.is_small_talk() && reason != Reason::Identity;
        if !is_wish && alone.reason().is_some_and(is_done) {
            return alone;
        }
        let asks = alone.reason().is_none_or(|reason| reason.is_silence() || reason == Reason::Topic);
        let question = question.after(Some(previous.to_owned()));
        if is_wish || self.goes_on(&question) {
            return self.answer(&question);
        }
        let following = asks.then(|| self.answer(&question));
        // What few words ask is asked of what was talked of.
        let is_of_it = self.lacks_words(&alone.question.text);
        let best = |answer: &Answer| answer.passages().first().map(|best| best.citation.passage.clone());
        // What asks for itself, and is told the same, goes on from nothing.
        let needs_it = |it: &Answer| alone.confidence < SURE || best(it) != best(&alone);
        let is_surer = |it: &Answer| is_of_it || !alone.is_found() || it.confidence >= alone.confidence && needs_it(it);
        let is_better = |it: &Answer| {
            it.is_found() && is_surer(it) || alone.passages().is_empty() && (!it.passages().is_empty() || is_of_it)
        };
        following.filter(is_better).unwrap_or(alone)
    }
}

impl Answer {
    /// May the next line of a talk go on from what was asked: something was shown, or it asked by itself for what is not told of
    /// something that is known here. What was asked in vain of an answer goes on from that, and leaves it to the next line.
    #[must_use]
    pub fn may_be_gone_on_from(&self) -> bool {
        let is_refused = || self.reason() == Some(Reason::NothingFits) && self.question.previous.is_none();
        !self.passages().is_empty() || self.reason() == Some(Reason::Topic) || is_refused()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn a_line_goes_on_from_the_one_before_or_asks_for_itself() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let goes_on = |text: &str, previous: &str| {
            let answer = answerer.answer_in_talk(Question::new(text), Some(previous));
            assert!(answer.is_found(), "{text}");
            answer.question.previous.is_some()
        };
        assert!(goes_on("and when?", "when did Ambon become a city of music"));
        assert!(goes_on("in English please", "siapa wali kota hamamatsu"));
        assert!(goes_on("siapa wali kotanya?", "kapan hamamatsu jadi kota musik"));
        assert!(!goes_on("what percentage of people in Ambon can sing?", "who is the mayor of Hamamatsu?"));
        let thanks = answerer.answer_in_talk(Question::new("thanks"), Some("who is the mayor of Hamamatsu?"));
        assert!(thanks.reason().is_some_and(Reason::is_small_talk));
    }

    #[test]
    fn what_was_asked_in_vain_by_itself_is_gone_on_from() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (text, previous, expect) in [
            ("Who won the piano competition?", None, true),
            ("berapa harga tiket museum alat musik hamamatsu", Some("siapa wali kota hamamatsu"), true),
            ("ダーウィンの市長は誰？", None, true),
            ("how old is he?", Some("who is the mayor of Hamamatsu?"), false),
            ("thanks", None, false),
            ("zxcv qwer", None, false),
        ] {
            let answer = answerer.answer_in_talk(Question::new(text), previous);
            assert!(!answer.is_found(), "{text}");
            assert_eq!(answer.may_be_gone_on_from(), expect, "{text}");
        }
    }
}
