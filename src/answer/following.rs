//! A question that goes on from the one before it: *and when?*, *what about Darwin?*

use std::borrow::Cow;
use std::ops::Range;

use super::answerer::{Answerer, Ranking};
use super::confidence::FollowUp;
use super::query::{Concept, Query};
use super::question::Question;
use super::ranking::best_first;
use super::untold::Asked;
use crate::index::{Field, Ordinal};
use crate::language::{AnswerKind, detect, has_question_word, is_cjk};

/// A follow-up without the question before it.
pub(super) struct ByItself<'q> {
    /// As phrases are compared with it; `None` where the corpus does not say what people ask in vain.
    pub(super) asked: Option<Asked<'q>>,
    /// How likely its best passage answers; `None` where no passage fits.
    confidence: Option<f32>,
}

impl Ranking<'_> {
    /// What is known of a follow-up by itself, judged by this passage at that place of the corpus; `None` for another question,
    /// and where the corpus does not say what people ask in vain.
    pub(super) fn follow_up(&self, passage: Ordinal, place: (usize, usize)) -> Option<FollowUp> {
        let by_itself = self.by_itself.as_ref()?;
        let nearness = by_itself.asked.as_ref()?.compare(passage, place);
        Some(FollowUp { nearness, confidence: by_itself.confidence, asks: self.own_words_ask() })
    }

    /// Does a follow-up ask anything: not *lol*, without a question word, a question mark or a word that tells something here.
    fn own_words_ask(&self) -> bool {
        let own = &self.text[self.own..];
        let mut concepts = self.query.concepts(Field::Words(self.asked_in)).iter();
        has_question_word(own)
            || AnswerKind::of_question(own).is_some()
            || own.contains(['?', '？'])
            || concepts.any(|concept| concept.range.start >= self.own && concept.known)
    }
}

impl Answerer {
    /// The passages that fit `asked`, which goes on from `previous`.
    pub(super) fn following(&self, previous: &str, asked: &str, question: &Question) -> Ranking<'_> {
        if let Some(ranking) = self.of_another_place(previous, asked, question) {
            return ranking;
        }
        // What was asked before, and the answer to it, say what a follow-up is about.
        let before = self.ranked(Cow::Borrowed(previous), 0, question);
        let mut ranking = self.ranked(Cow::Owned(format!("{previous}\n{asked}")), previous.len() + 1, question);
        let alone = self.ranked(Cow::Owned(asked.to_owned()), 0, question);
        ranking.by_itself = Some(ByItself { confidence: self.confidence(&alone), asked: alone.asked });
        if let Some((answered, _)) = before.fits.first().map(|best| self.index().place(best.passage)) {
            for fit in &mut ranking.fits {
                if self.index().place(fit.passage).0 == answered {
                    fit.score *= 1.0 + self.weights().same_document;
                }
            }
            best_first(&mut ranking.fits);
        }
        ranking
    }

    /// Where nothing but a place is asked, *what about Darwin?*, the question before it with that place in it; of several
    /// places that it may stand for, where the answer is the surest.
    fn of_another_place(&self, previous: &str, asked: &str, question: &Question) -> Option<Ranking<'_>> {
        let (names, detected) = (self.names(), detect(asked));
        let [place] = &names.mentioned_places(asked).collect::<Vec<_>>()[..] else { return None };
        let before: Vec<_> = names.mentioned_places(previous).collect();
        let language = detected.or_else(|| detect(previous)).unwrap_or(question.fallback);
        let query = Query::new(asked, 0, language, self.index(), names, self.weights());
        // 浜松市は is no more than 浜松は.
        let is_of_it = |concept: &Concept| concept.range.start == place.range.end && is_one_cjk(&concept.word);
        let mut concepts = query.concepts(Field::Words(language)).iter();
        let asks_nothing_else = concepts.all(|concept| concept.is_place || is_of_it(concept));
        let asks_alike = query.kind().is_none_or(|kind| AnswerKind::of_question(previous) == Some(kind));
        if !asks_nothing_else || !asks_alike || before.iter().any(|other| other.term == place.term) {
            return None;
        }
        let mut terms: Vec<usize> = before.iter().map(|other| other.term).collect();
        terms.dedup();
        let of_another = |term: &usize| {
            let ranges = before.iter().filter(|other| other.term == *term).map(|other| other.range.clone());
            let text = replaced(previous, ranges, &asked[place.range.clone()]);
            let mut ranking = self.ranked(Cow::Owned(text), 0, question);
            ranking.language = question.language.or(detected).unwrap_or(ranking.language);
            (self.confidence(&ranking).unwrap_or(0.0), ranking)
        };
        let surest = terms.iter().map(of_another).reduce(|best, other| if other.0 > best.0 { other } else { best });
        surest.map(|(_, ranking)| ranking)
    }
}

/// Is it one Japanese character.
fn is_one_cjk(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(is_cjk) && letters.next().is_none()
}

/// The text with `new` in place of what stands at `ranges`, which are in order.
fn replaced(text: &str, ranges: impl Iterator<Item = Range<usize>>, new: &str) -> String {
    let (mut made, mut end) = (String::with_capacity(text.len() + new.len()), 0);
    for range in ranges {
        made.push_str(&text[end..range.start]);
        made.push_str(new);
        end = range.end;
    }
    made.push_str(&text[end..]);
    made
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Outcome;
    use crate::corpus::Source;

    #[test]
    fn a_place_alone_stands_for_the_one_that_was_asked_about() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let read = |previous: &str, asked: &str| {
            let question = Question::new(asked).after(Some(previous.to_owned()));
            Some(answerer.of_another_place(previous, asked, &question)?.text.into_owned())
        };
        let is = |text: &str| Some(text.to_owned());
        assert_eq!(read("how many people live in Ambon?", "and Hamamatsu?"), is("how many people live in Hamamatsu?"));
        assert_eq!(read("Berapa penduduk Ambon", "kalau hamamatsu berapa"), is("Berapa penduduk hamamatsu"));
        assert_eq!(read("アンボン市の人口は何人ですか", "浜松市は？"), is("浜松市の人口は何人ですか"));
        assert_eq!(
            read("does metz want to work with ambon", "what about havana"),
            is("does havana want to work with ambon")
        );
        for (previous, asked) in [
            ("how many people live in Ambon?", "and where is Hamamatsu?"),
            ("how many people live in Ambon?", "and the mayor of Hamamatsu?"),
            ("how many people live in Ambon?", "and Ambon?"),
            ("how many pillars are there?", "and Hamamatsu?"),
            ("how many people live in Ambon?", "since when?"),
        ] {
            assert_eq!(read(previous, asked), None, "{asked}");
        }
        let question = Question::new("浜松は？").after(Some("how many people live in Ambon?".to_owned()));
        let answer = answerer.answer(&question);
        assert!(matches!(answer.outcome, Outcome::NotFound(_)), "nothing tells how many live there: {answer:?}");
        assert_eq!(answer.language, crate::language::Language::Ja);
    }
}
