//! The same question of another thing of a list of things that are not each other: *and Roland?*, カワイは？

use std::borrow::Cow;

use super::another_place::without_what_about;
use crate::answer::understanding::Query;
use crate::answer::{Answerer, Question, Ranking, Talk};
use crate::index::Field;
use crate::language::{detect, has_question_word, spliced};

impl Answerer {
    /// Where nothing but a thing is asked, and the last question before it names one other of its list, that question with the one in
    /// place of the other.
    pub(super) fn of_another_thing(&self, previous: &str, asked: &str, question: &Question) -> Option<Ranking<'_>> {
        let mut things = self.names().listed_things(asked);
        let (thing, list) = things.next().filter(|_| things.next().is_none())?;
        let previous = Talk::of(previous).last;
        let mut before = self.names().listed_things(previous).filter(|(_, of)| *of == list);
        let (other, _) = before.next().filter(|(other, _)| other.term != thing.term && before.next().is_none())?;
        let detected = detect(asked);
        let language = detected.or_else(|| detect(previous)).unwrap_or(question.fallback);
        let query = Query::new(asked, 0, language, self.index(), self.names(), self.weights());
        let concepts = query.concepts(Field::Words(language));
        if has_question_word(&without_what_about(asked))
            || !concepts.iter().all(|it| thing.range.contains(&it.range.start))
        {
            return None;
        }
        let text = spliced(Cow::Borrowed(previous), [(other.range, &asked[thing.range])]).into_owned();
        Some(self.asked_anew(text, detected, question))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn a_thing_alone_stands_for_the_one_of_its_list_that_was_asked_about() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (previous, asked, expect) in [
            ("what year was Yamaha founded", "and roland", Some("what year was roland founded")),
            ("ヤマハの創業は何年", "カワイは？", Some("カワイの創業は何年")),
            ("di mana kantor pusat yamaha", "kalau kawai?", Some("di mana kantor pusat kawai")),
            ("where is Yamaha / in which year was it founded", "what about Kawai", None),
            ("is there a piano to play", "and guitar?", Some("is there a guitar to play")),
            ("who founded Yamaha and Kawai", "and Roland?", None),
            ("who is the mayor", "and Roland?", None),
            ("where is Yamaha", "and Yamaha?", None),
            ("where is Yamaha", "who founded Roland?", None),
            ("where is Yamaha", "does Roland sell drums?", None),
        ] {
            let question = Question::new(asked).after(Some(previous.to_owned()));
            let read = answerer.of_another_thing(previous, asked, &question).map(|ranking| ranking.text.into_owned());
            assert_eq!(read.as_deref(), expect, "{asked}");
        }
        let reply = Question::new("and roland").after(Some("what year was Yamaha founded".to_owned()));
        assert!(!answerer.answer(&reply).is_found(), "nothing tells when it was founded");
    }
}
