//! Several questions in one: *who is the mayor of Hamamatsu, and when did Ambon become a city of music?*

use super::{Answer, Answerer, CitedPassage, Outcome, Question, RankedPassages, Reason};
use crate::language::{AnswerKind, asking_clauses, has_question_word};

/// The most questions that one is taken for.
const MOST: usize = 3;

/// What joins two questions, as words.
const AND: [&str; 11] = ["and", "&", "also", "plus", "dan", "terus", "trus", "lalu", "serta", "juga", "sama"];
/// The same in Japanese.
const AND_JA: [&str; 3] = ["それと", "そして", "あと"];

/// The questions that `text` asks one after the other; `None` where it asks one, or too many.
fn parts(text: &str) -> Option<Vec<&str>> {
    let mut parts: Vec<&str> = Vec::new();
    let mut start = 0;
    for (end, begin) in joints(text) {
        // Each has to ask something: *Ambon and Hamamatsu* is one thing.
        if asks(&text[start..end]) && asks(beginning(&text[begin..])) {
            parts.push(text[start..end].trim());
            start = begin;
        }
    }
    parts.push(text[start..].trim());
    (2..=MOST).contains(&parts.len()).then_some(parts)
}

/// Where one question may end and the next begin, in bytes.
fn joints(text: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    for word in text.split_inclusive(char::is_whitespace) {
        let (start, end) = (at, at + word.len());
        if AND.contains(&word.trim_end().to_lowercase().as_str()) {
            found.push((start, end));
        }
        at = end;
    }
    for (mark, _) in text.char_indices().filter(|(_, mark)| matches!(mark, '?' | '？' | '。')) {
        let behind = &text[mark..];
        let end = mark + behind.chars().next().map_or(0, char::len_utf8);
        let joined =
            AND_JA.iter().find_map(|and| text[end..].strip_prefix(*and)).map_or(end, |rest| text.len() - rest.len());
        found.push((end, joined));
    }
    found.sort_unstable();
    found
}

/// How many characters of a question tell whether it begins one.
const BEGINNING: usize = 30;

fn beginning(text: &str) -> &str {
    text.char_indices().nth(BEGINNING).map_or(text, |(end, _)| &text[..end])
}

fn asks(text: &str) -> bool {
    AnswerKind::of_question(text).is_some() || has_question_word(text)
}

impl Answerer {
    /// The answer to the questions that `question` asks one after the other, each understood with the one before it; `None`
    /// where it asks one alone, or where one of them is not found.
    pub(super) fn answer_to_several(&self, question: &Question) -> Option<Answer> {
        let mut previous = question.previous.clone();
        let mut answers: Vec<Answer> = Vec::new();
        for part in parts(&question.text)? {
            let part = Question { text: part.to_owned(), previous: previous.take(), ..question.clone() };
            previous = Some(part.text.clone());
            answers.push(self.answer_to_one(&part));
        }
        together(question, answers)
    }

    /// The answer, or that of each of two places that are compared, or where it is silent that to each of the questions in one.
    pub(super) fn answer_to_all(&self, question: &Question) -> Answer {
        if let Some(answer) = self.of_both_places(question) {
            return answer;
        }
        let answer = self.answer_to_one(question);
        let is_silent = answer.reason().is_some_and(Reason::is_silence);
        let several = if is_silent { self.answer_to_several(question) } else { None };
        let is_unsure = several.is_none() && (is_silent || matches!(answer.outcome, Outcome::Unsure { .. }));
        let by_its_clause = if is_unsure { self.answer_to_its_clause(question) } else { None };
        several.or(by_its_clause).unwrap_or(answer)
    }

    /// The answer to the one clause of `question` that asks, *who is Rico Hayat* of *who is Rico Hayat, everyone quotes him*, where it
    /// is found, and in the passage that fits all of the question best: what is told around it may be what is asked of.
    fn answer_to_its_clause(&self, question: &Question) -> Option<Answer> {
        let clauses = asking_clauses(&question.text);
        let [clause] = &clauses[..] else { return None };
        let asked = question.text[clause.clone()].trim();
        // Where they are may be what they ask of.
        let names_no_more = || self.names().which_places(&question.text) == self.names().which_places(asked);
        if asked.len() == question.text.trim().len() || !names_no_more() {
            return None;
        }
        let answer = self.answer_to_one(&Question { text: asked.to_owned(), ..question.clone() });
        let of_clause = &answer.passages().first().filter(|_| answer.is_found())?.citation.passage;
        let of_all = self.rank(&question.clone().limited_to(1)).into_iter().next()?.citation.passage;
        (*of_clause == of_all).then_some(answer)
    }
}

/// The answers to the parts of `question` as one, with the best passage of each; `None` where one of them is not found, as an
/// answer to half of it would pass for one to all.
pub(super) fn together(question: &Question, answers: Vec<Answer>) -> Option<Answer> {
    let confidence = answers.iter().map(|answer| answer.confidence).fold(1.0, f32::min);
    let (first, corpus) = answers.first().map(|first| (first.language, first.corpus))?;
    let (mut passages, mut spans) = (Vec::<CitedPassage>::new(), Vec::new());
    for answer in answers {
        let Outcome::Found { passages: of_part, spans: of_span, .. } = answer.outcome else { return None };
        let best = of_part.best();
        if passages.iter().all(|other| other.citation.passage != best.citation.passage) {
            passages.push(best.clone());
            spans.extend(of_span.into_iter().next());
        }
    }
    let outcome = Outcome::Found { passages: RankedPassages::new(passages)?, spans, differing: Vec::new() };
    let language = question.language.unwrap_or(first);
    Some(Answer { question: question.clone(), language, outcome, confidence, corpus })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn what_is_told_around_a_question_hides_no_answer_to_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("who is Rico Hayat, everyone quotes him", true),
            ("ヨットレースっていつからやってるの？親父が昔出たらしい", true),
            ("my cousin sings. what does a ticket of the jazz festival cost?", false),
        ] {
            let answer = answerer.answer(&Question::new(question));
            assert_eq!((answer.is_found(), answer.question.text.as_str()), (expect, question), "{question}");
        }
    }

    #[test]
    fn questions_in_one_are_told_apart() {
        for (text, expect) in [
            (
                "who is the mayor of hamamatsu and when did ambon become a city of music?",
                Some(&["who is the mayor of hamamatsu", "when did ambon become a city of music?"][..]),
            ),
            (
                "siapa wali kota hamamatsu dan berapa penduduk ambon",
                Some(&["siapa wali kota hamamatsu", "berapa penduduk ambon"]),
            ),
            (
                "浜松市長は誰ですか？アンボンの人口は何人ですか？",
                Some(&["浜松市長は誰ですか？", "アンボンの人口は何人ですか？"]),
            ),
            ("浜松市長は誰？あとアンボンの人口は？", Some(&["浜松市長は誰？", "アンボンの人口は？"])),
            ("how many people live in ambon and hamamatsu", None),
            ("what do ambon and hamamatsu plan and do", None),
            ("siapa ketua dan wakilnya", None),
            ("who? and when? and where? and why?", None),
            ("", None),
        ] {
            assert_eq!(parts(text).as_deref(), expect, "{text}");
        }
    }

    #[test]
    fn they_are_found_together_or_not_at_all() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let shown = |text: &str| {
            let answer = answerer.answer(&Question::new(text));
            answer.passages().iter().map(|passage| passage.citation.passage.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(
            shown("who is the mayor of hamamatsu and when did ambon become a city of music?"),
            ["creative-hamamatsu-about#1", "jakartapost-2019-ambon-city-of-music#1"]
        );
        assert_eq!(shown("who is the mayor of hamamatsu and what is his phone number?"), [""; 0]);
    }
}
