//! Answers to parts of one question, as one: each passage once, with the words in it that answer any of them.

use std::ops::Range;

use crate::answer::ranges::is_within;
use crate::answer::{Answer, CitedPassage, Outcome, Question, RankedPassages};
use crate::language::AnswerKind;

impl Answer {
    /// The same, where one passage answers all that was asked as `whole`, which it leads, has it besides.
    pub(super) fn or_with_more_of(mut self, whole: Self) -> Self {
        let (Outcome::Found { passages, spans, .. }, Outcome::Found { passages: of_whole, spans: spans_of_whole, .. }) =
            (&mut self.outcome, whole.outcome)
        else {
            return self;
        };
        let [only] = passages.as_slice() else { return self };
        if only.language != of_whole.best().language {
            return self;
        }
        add(&mut spans[0], spans_of_whole.into_iter().flatten().filter(|span| is_within(span, &only.sentence)));
        let further = of_whole.as_slice().iter().skip(1).cloned();
        if let Some(all) = RankedPassages::new(std::iter::once(only.clone()).chain(further).collect()) {
            *passages = all;
        }
        Self { confidence: whole.confidence, ..self }
    }
}

/// The answers to the parts of `question` as one, with the best passage of each; `None` where one of them is not found, as an
/// answer to half of it would pass for one to all.
pub(super) fn together(question: &Question, answers: Vec<Answer>) -> Option<Answer> {
    let confidence = answers.iter().map(|answer| answer.confidence).fold(1.0, f32::min);
    let (first, corpus) = answers.first().map(|first| (first.language, first.corpus))?;
    let (mut passages, mut marked) = (Vec::<CitedPassage>::new(), Vec::<Vec<Marked>>::new());
    for answer in answers {
        let kind = AnswerKind::of_question(&answer.question.text);
        let Outcome::Found { passages: of_part, spans, .. } = answer.outcome else { return None };
        let best = of_part.best();
        let new = spans.into_iter().next()?.into_iter().map(|span| (kind, span));
        // What points into a text points into that of its language alone.
        let is_best =
            |other: &CitedPassage| other.citation.passage == best.citation.passage && other.language == best.language;
        if let Some(place) = passages.iter().position(is_best) {
            passages[place].show_also(&best.sentence);
            marked[place].extend(new);
        } else {
            passages.push(best.clone());
            marked.push(new.collect());
        }
    }
    let spans = passages.iter().zip(&marked).map(|(passage, marked)| spans_of(passage, marked)).collect();
    let outcome = Outcome::Found { passages: RankedPassages::new(passages)?, spans, differing: Vec::new() };
    let language = question.language.unwrap_or(first);
    Some(Answer { question: question.clone(), language, outcome, confidence, corpus, unanswered: Vec::new() })
}

/// Words that answer, with the kind of thing that they are asked for.
type Marked = (Option<AnswerKind>, Range<usize>);

/// The spans of `passage`, in order and apart from each other. A place that is told with another date than the one that answers is
/// of that: *signed in Ambon on 28 October and in Darwin on* **21 July**.
fn spans_of(passage: &CitedPassage, marked: &[Marked]) -> Vec<Range<usize>> {
    let has_date_between = |a: &Range<usize>, b: &Range<usize>| {
        let between = passage.text.get(a.end.min(b.end)..a.start.max(b.start));
        between.is_some_and(|between| AnswerKind::Date.is_in(passage.language, between))
    };
    let dates = || marked.iter().filter(|(kind, _)| *kind == Some(AnswerKind::Date));
    let is_of_another = |(kind, span): &&Marked| {
        *kind == Some(AnswerKind::Place) && dates().any(|(_, date)| has_date_between(span, date))
    };
    let mut spans = Vec::new();
    add(&mut spans, marked.iter().filter(|it| !is_of_another(it)).map(|(_, span)| span.clone()));
    spans
}

/// Adds to `spans`, which stand in order and apart from each other, those of `more` that stand apart from them.
fn add(spans: &mut Vec<Range<usize>>, more: impl Iterator<Item = Range<usize>>) {
    for span in more {
        let place = spans.partition_point(|it| it.end <= span.start);
        if spans.get(place).is_none_or(|next| span.end <= next.start) {
            spans.insert(place, span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_stand_in_order_and_apart() {
        let mut spans = Vec::new();
        add(&mut spans, [5..9, 0..3, 8..12, 20..22].into_iter());
        assert_eq!(spans, [0..3, 5..9, 20..22]);
    }
}
