//! Where something is said to have happened, that may have happened elsewhere: *was Roland founded in Tokyo?*

use std::borrow::Cow;
use std::ops::Range;

use super::confidence::FOUND;
use super::{Answerer, Question};
use crate::language::{asks_to_confirm, has_question_word, is_cjk, spliced, word_ranges};

/// The most words of such a question.
const WORDS: usize = 10;
/// How it begins where no tag behind it asks.
const BEGINS: [&str; 8] = ["was", "were", "is", "are", "did", "does", "apakah", "apa"];
/// What asks whether there is something, behind that.
const THERE_IS: [&str; 2] = ["there", "ada"];
/// What stands before the place, and what asks for that.
const JOINS: [(&str, &str); 6] =
    [("in", "where"), ("from", "where"), ("at", "where"), ("di", "mana"), ("dari", "mana"), ("ke", "mana")];
/// What stands behind it in Japanese.
const BEHIND_JA: [&str; 6] = ["で", "の", "に", "だ", "から", "か"];

impl Answerer {
    /// `text` with the place where something is said to have happened in place of a question for it, where nothing is found with that
    /// place, and another one without.
    pub(super) fn with_guessed_place_asked<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        let Some((place, asks)) = self.guessed_place(&text) else { return text };
        let asked = spliced(Cow::Borrowed(&*text), [(place, asks)]).into_owned();
        let is_told = self.tells_another_place(&text, &asked);
        if is_told { Cow::Owned(asked) } else { text }
    }

    /// The place that a short question says something to be in, and what asks for it.
    fn guessed_place(&self, text: &str) -> Option<(Range<usize>, &'static str)> {
        if text.contains(is_cjk) {
            let asks = || asks_to_confirm(text) || text.trim_end().ends_with(['か', 'の', '?', '？']);
            let place = self.names().places(text).into_iter().find(|place| text[..place.start].ends_with('は'))?;
            let is_joined = BEHIND_JA.iter().any(|behind| text[place.end..].starts_with(behind));
            return (is_joined && asks() && !has_question_word(text)).then_some((place, "どこ"));
        }
        let words: Vec<&str> = word_ranges(text).map(|range| &text[range]).collect();
        let begins = BEGINS.iter().any(|begins| words.first().is_some_and(|first| first.eq_ignore_ascii_case(begins)));
        // Whether there is one here asks for none elsewhere.
        let is_whether = words.get(1).is_some_and(|second| THERE_IS.iter().any(|it| second.eq_ignore_ascii_case(it)));
        if words.len() > WORDS || is_whether || !begins && !asks_to_confirm(text) {
            return None;
        }
        let place = self.names().places(text).pop()?;
        let before = word_ranges(&text[..place.start]).last()?;
        let (_, asks) = JOINS.iter().find(|(join, _)| text[before.clone()].eq_ignore_ascii_case(join))?;
        Some((place, asks))
    }

    /// Is `said` not found, and `asked`, which asks for a place in it, found with one that it does not name.
    fn tells_another_place(&self, said: &str, asked: &str) -> bool {
        let question = Question::new(asked);
        let is_found = |text: &str| {
            let ranking = self.ranked(Cow::Owned(text.to_owned()), 0, &question);
            self.confidence(&ranking).filter(|sure| *sure >= FOUND)?;
            let best = ranking.fits.first()?;
            Some(self.cited(best, ranking.asked_in, &ranking.query).best_sentence().to_owned())
        };
        let known = self.names().which_places(said);
        let names_another =
            |sentence: String| self.names().which_places(&sentence).iter().any(|place| !known.contains(place));
        is_found(said).is_none() && is_found(asked).is_some_and(names_another)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn where_it_was_is_told_to_who_guesses_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("was Roland founded in Tokyo", Some("founded in Hamamatsu")),
            ("Roland was founded in Kyoto, right?", Some("founded in Hamamatsu")),
            ("apakah roland didirikan di tokyo", Some("didirikan di Hamamatsu")),
            ("ヤマハの本社は東京だよね", Some("浜松市に本社")),
            ("was the MoU with Vlissingen signed in Jakarta", None),
            ("did the delegation go to Kyoto in 2009", None),
            ("Is there a piano competition in Ambon?", None),
            ("apakah ada kompetisi piano di ambon", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best =
                answer.passages().first().map(|best| best.best_sentence().to_owned()).filter(|_| answer.is_found());
            match expect {
                Some(expect) => {
                    assert!(best.as_ref().is_some_and(|best| best.contains(expect)), "{question}: {best:?}");
                }
                None => assert_eq!(best, None, "{question}"),
            }
        }
    }
}
