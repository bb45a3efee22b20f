//! `kembar ask`: one question, or one a line.

use std::io;

use super::lines::Lines;
use super::{FAULT, FOUND, NOT_FOUND, json, output, show};
use crate::answer::{Answerer, Outcome, Question, question_in};

/// Asks `text`, or without it each line of standard input, as `template` says. The status is that nothing was
/// found where any of the questions was not.
pub(super) fn run(answerer: &Answerer, text: Option<&str>, template: &Question, json: bool) -> u8 {
    if let Some(text) = text {
        return one(answerer, text, template, json).unwrap_or_else(|error| output::failed(&error, FOUND));
    }
    let mut status = FOUND;
    for line in Lines::new(io::stdin().lock()) {
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                output::complain(format_args!("Standard input cannot be read: {error}"));
                return FAULT;
            }
        };
        let question = line.trim();
        if question.is_empty() {
            continue;
        }
        match one(answerer, question, template, json) {
            Ok(found) => status = status.max(found),
            Err(error) => return output::failed(&error, FOUND),
        }
    }
    status
}

fn one(answerer: &Answerer, text: &str, template: &Question, json: bool) -> io::Result<u8> {
    let answer = answerer.answer(&Question { text: question_in(text).into_owned(), ..template.clone() });
    let shown = if json { json::line(&answer, text) + "\n" } else { show::answer(&answer) };
    output::write(&shown)?;
    Ok(if matches!(answer.outcome, Outcome::NotFound(_)) { NOT_FOUND } else { FOUND })
}
