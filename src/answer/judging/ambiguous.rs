//! Whether a question that names no place may as well be of another one: *when was the agreement signed*, with Darwin or with
//! Hanover? The best passage is one of several then, and perhaps not the one that is meant.

use std::cell::LazyCell;

use crate::answer::Answerer;
use crate::answer::ranking::{Fit, Ranking};
use crate::index::Field;
use crate::language::AnswerKind;

/// How many of the best passages are looked at: what is shown.
const LOOKED_AT: usize = 5;
/// The least score of another passage, in parts of the best one's.
const AS_GOOD: f32 = 0.5;
/// How near the question is to what another passage is asked for, at least, in parts of how near it is to what the best one is.
const AS_NEAR: f32 = 0.6;
/// How much of the question another passage holds, at least, in parts of what the best one does.
const AS_MUCH: f32 = 0.8;

impl Answerer {
    /// Does the question of `ranking` name no place and ask for none, and is it asked nearly so of another document's passage, which is of
    /// another place than that of `best`, and holds nearly as much of it. Where the corpus does not say what people ask, nobody knows.
    pub(in crate::answer) fn may_be_of_another_place(&self, ranking: &Ranking<'_>, best: &Fit) -> bool {
        let Some(compared) = &ranking.compared else { return false };
        let concepts = ranking.query.concepts(Field::Words(best.language));
        let asks_for_a_place =
            ranking.query.kind() == Some(AnswerKind::Place) || ranking.query.asked_for().place_asked().is_some();
        if asks_for_a_place
            || concepts.iter().any(|concept| concept.is_place)
            || !self.names().which_places(&ranking.text).is_empty()
        {
            return false;
        }
        let near = |fit: &Fit| self.nearness(compared, fit).told;
        let (first, told) = (LazyCell::new(|| near(best)), LazyCell::new(|| self.places_told(best)));
        let talked_of = LazyCell::new(|| self.places_talked_of(ranking));
        let is_level = |fit: &Fit| {
            self.document_of(fit) != self.document_of(best)
                && fit.score >= AS_GOOD * best.score
                && fit.coverage >= AS_MUCH * best.coverage
                && !self.is_of_another_year(&ranking.query, fit)
                && near(fit) >= AS_NEAR * *first
                && numbers(&ranking.text)
                    .all(|number| !self.text_of(best).contains(number) || self.text_of(fit).contains(number))
        };
        let is_of_another = |fit: &Fit| {
            let other = self.places_told(fit);
            // Of the place that was talked of more is asked.
            if talked_of.iter().any(|place| told.contains(place) && !other.contains(place)) {
                return false;
            }
            told.iter().any(|place| !other.contains(place)) && other.iter().any(|place| !told.contains(place))
        };
        ranking.fits.iter().take(LOOKED_AT).any(|fit| is_level(fit) && is_of_another(fit))
    }
}

/// The numbers in `text`, as they are written. Of two passages, the one that holds such a number is meant.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|it: char| !it.is_ascii_digit()).filter(|digits| !digits.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Outcome, Question};
    use crate::corpus::Source;

    #[test]
    fn what_may_be_asked_of_several_places_is_perhaps_of_this_one() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, is_sure) in [
            ("kapan perjanjiannya ditandatangani?", false),
            ("when was the agreement signed", false),
            ("is the sister city agreement signed already?", false),
            ("どの分野で協力しますか", false),
            ("which field is the cooperation?", false),
            ("when was the agreement with Darwin signed", true),
            ("kapan lomba layarnya dimulai lagi", true),
            ("28都市が加わったのはいつ", true),
            ("what does AMO do", true),
            ("delegasi berapa orang", true),
            ("音楽交流の相手は", true),
            ("浜松の市長は誰", true),
        ] {
            let outcome = answerer.answer(&Question::new(question)).outcome;
            assert_eq!(matches!(outcome, Outcome::Found { .. }), is_sure, "{question}");
            assert_eq!(matches!(outcome, Outcome::Unsure { .. }), !is_sure, "{question}");
        }
    }

    #[test]
    fn of_several_places_the_one_that_was_talked_of_is_meant() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let talk = "since when does hamamatsu have city of music as a policy? / which mayor started it";
        for (previous, is_sure) in [(talk, true), ("which mayor started it", false)] {
            let question = Question::new("and when did unesco come in").after(Some(previous.to_owned()));
            assert_eq!(answerer.answer(&question).is_found(), is_sure, "{previous}");
        }
    }
}
