//! An answer as one line of JSON: a contract that scripts rely on, told in `docs/json.md`, so nothing here changes lightly.

use std::ops::Range;

use serde::Serialize;

use super::harmless::HarmlessJson;
use crate::answer::{Answer, CitedPassage, Reason, Statement};

#[derive(Serialize)]
struct AnswerLine<'a> {
    question: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<&'a str>,
    language: &'static str,
    outcome: &'static str,
    found: bool,
    confidence: f64,
    corpus: String,
    sentence: Option<&'a str>,
    span: Option<&'a str>,
    passages: Vec<PassageEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    parts: Vec<PartEntry<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    differing: Vec<StatementEntry<'a>>,
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    unanswered: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    reason: Option<&'static str>,
}

/// What answers one of the things that were asked, where they were several.
#[derive(Serialize)]
struct PartEntry<'a> {
    passage: String,
    sentence: &'a str,
    span: Option<&'a str>,
}

/// What one source says, where sources differ.
#[derive(Serialize)]
struct StatementEntry<'a> {
    passage: String,
    document: &'a str,
    publisher: &'a str,
    published: Option<String>,
    url: &'a str,
    sentence: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
struct PassageEntry<'a> {
    document: &'a str,
    paragraph: u32,
    language: &'static str,
    score: f64,
    text: &'a str,
    citation: CitationEntry<'a>,
}

#[derive(Serialize)]
struct CitationEntry<'a> {
    title: &'a str,
    publisher: &'a str,
    published: Option<String>,
    url: &'a str,
}

/// The line, without its end, of the answer to what was asked as `asked`.
#[must_use]
pub fn line(answer: &Answer, asked: &str) -> String {
    let outcome = answer.outcome.as_str();
    let best = answer.passages().first();
    let mut parts: Vec<_> = answer.answering().flat_map(|(passage, spans)| parts_of(passage, spans)).collect();
    let span = parts.first().and_then(|part| part.span);
    // One is the answer itself.
    if parts.len() == 1 {
        parts.clear();
    }
    let line = AnswerLine {
        question: asked,
        read: answer.question.is_read_in_part().then_some(&answer.question.text),
        language: answer.language.code(),
        outcome,
        found: outcome == "found",
        confidence: rounded(answer.confidence),
        corpus: answer.corpus.to_string(),
        sentence: best.map(CitedPassage::best_sentence),
        span,
        passages: answer.passages().iter().map(entry).collect(),
        parts,
        differing: answer.differing().iter().map(statement).collect(),
        unanswered: &answer.unanswered,
        reason: answer.reason().map(Reason::as_str),
    };
    harmless_line(&line)
}

/// A value as one line of JSON that may be printed at a terminal.
pub(super) fn harmless_line(value: &impl Serialize) -> String {
    let mut json = Vec::new();
    value
        .serialize(&mut serde_json::Serializer::with_formatter(&mut json, HarmlessJson))
        .expect("a value of strings and numbers has a JSON form");
    String::from_utf8(json).expect("JSON is UTF-8")
}

/// One for each of the `spans` of the passage, or one without.
fn parts_of<'a>(passage: &'a CitedPassage, spans: &[Range<usize>]) -> Vec<PartEntry<'a>> {
    let part = |span: Option<&Range<usize>>| PartEntry {
        passage: passage.citation.passage.to_string(),
        sentence: passage.best_sentence(),
        span: span.map(|span| &passage.text[span.clone()]),
    };
    if spans.is_empty() { vec![part(None)] } else { spans.iter().map(|span| part(Some(span))).collect() }
}

fn statement(statement: &Statement) -> StatementEntry<'_> {
    let CitedPassage { citation, text, .. } = &statement.passage;
    StatementEntry {
        passage: citation.passage.to_string(),
        document: citation.passage.document.as_str(),
        publisher: &citation.publisher,
        published: citation.published.map(|date| date.to_string()),
        url: &citation.url,
        sentence: statement.passage.best_sentence(),
        value: &text[statement.value.clone()],
    }
}

fn entry(passage: &CitedPassage) -> PassageEntry<'_> {
    let citation = &passage.citation;
    PassageEntry {
        document: citation.passage.document.as_str(),
        paragraph: citation.passage.number.get(),
        language: passage.language.code(),
        score: rounded(passage.score),
        text: &passage.text,
        citation: CitationEntry {
            title: &citation.title,
            publisher: &citation.publisher,
            published: citation.published.map(|date| date.to_string()),
            url: &citation.url,
        },
    }
}

/// Two digits after the point: more would claim more than is known.
fn rounded(number: f32) -> f64 {
    (f64::from(number) * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use serde_json::Value;

    use super::*;
    use crate::answer::{Answerer, Question, question_in};
    use crate::corpus::Source;

    const DOCUMENT: &str = include_str!("../../docs/json.md");

    /// Questions whose answers have every field between them, and each that may be missing or null once so.
    const QUESTIONS: [&str; 7] = [
        "siapa wali kota hamamatsu",
        "siapa wali kota hamamatsu? apa itu AMO? siapa wali kota ambon?",
        "since when are ambon and vlissingen linked",
        "who won the lottery",
        "what are the pillars of the city of music",
        "antara-2024-ambon-hamamatsu#9",
        "who is the mayor of hamamatsu",
    ];

    /// What is found of a field: is it always there, and ever null.
    #[derive(Debug, Default)]
    struct Seen {
        written: usize,
        is_null: bool,
    }

    /// Notes the fields of `value`, which stands at `path`.
    fn note(value: &Value, path: &str, objects: &mut BTreeMap<String, usize>, seen: &mut BTreeMap<String, Seen>) {
        match value {
            Value::Array(entries) => entries.iter().for_each(|entry| note(entry, &format!("{path}[]"), objects, seen)),
            Value::Object(fields) => {
                *objects.entry(path.to_owned()).or_default() += 1;
                for (name, value) in fields {
                    let field = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                    note(value, &field, objects, seen);
                    let seen = seen.entry(field).or_default();
                    seen.written += 1;
                    seen.is_null |= value.is_null();
                }
            }
            _ => {}
        }
    }

    /// Each field that is written, with what the document says where there is none.
    fn written() -> BTreeMap<String, &'static str> {
        let answerer =
            Answerer::new(Source::Embedded.read().expect("the embedded corpus is sound")).expect("its index");
        let (mut objects, mut seen) = (BTreeMap::new(), BTreeMap::new());
        let long = format!("{} who is the mayor of hamamatsu?", "I like music. ".repeat(40));
        for question in QUESTIONS.into_iter().chain([&*long]) {
            let answer = answerer.answer(&Question::new(question_in(question)));
            let line = serde_json::from_str(&line(&answer, question)).expect("it is JSON");
            note(&line, "", &mut objects, &mut seen);
        }
        let where_there_is_none = |field: &str, seen: &Seen| {
            let object = field.rsplit_once('.').map_or("", |(object, _)| object);
            match seen {
                _ if seen.written < objects[object] => "missing",
                _ if seen.is_null => "null",
                _ => "",
            }
        };
        // The address and its kin stand in an object of their own, which is told by its fields.
        let told = seen.iter().filter(|(field, _)| !objects.contains_key(*field));
        told.map(|(field, seen)| (field.clone(), where_there_is_none(field, seen))).collect()
    }

    #[test]
    fn the_document_has_the_fields_that_are_written_and_no_other() {
        let rows = DOCUMENT.lines().filter_map(|line| line.strip_prefix("| `")?.strip_suffix(" |")?.split_once("` | "));
        let rows = rows.map(|(field, row)| (field.to_owned(), row.rsplit('|').next().unwrap_or_default().trim()));
        assert_eq!(rows.collect::<BTreeMap<_, _>>(), written());
    }

    #[test]
    fn the_document_has_every_outcome_and_reason() {
        let quoted: BTreeSet<&str> = DOCUMENT.split('`').skip(1).step_by(2).collect();
        let reasons = [
            Reason::Empty,
            Reason::UnknownWords,
            Reason::Topic,
            Reason::NothingFits,
            Reason::Greeting,
            Reason::Thanks,
            Reason::Understood,
            Reason::Complaint,
            Reason::Farewell,
            Reason::Identity,
            Reason::NothingMore,
            Reason::NoSuchPassage,
        ];
        let words = reasons.map(Reason::as_str).into_iter().chain(crate::answer::Outcome::NAMES);
        assert_eq!(words.filter(|word| !quoted.contains(word)).collect::<Vec<_>>(), [""; 0]);
    }
}
