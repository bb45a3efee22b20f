//! `kembar ask`: one question, or one a line.

use std::io::{self, BufRead as _};
use std::mem;

use super::{FAULT, FOUND, NOT_FOUND, json, output, show, without_mark};
use crate::answer::{Answerer, Outcome, Question};

/// Asks `text`, or without it each line of standard input, as `template` says. The status is that nothing was
/// found where any of the questions was not.
pub(super) fn run(answerer: &Answerer, text: Option<&str>, template: &Question, json: bool) -> u8 {
    if let Some(text) = text {
        return one(answerer, text, template, json).unwrap_or_else(|error| output::failed(&error, FOUND));
    }
    let mut status = FOUND;
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    let mut is_first = true;
    loop {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => return status,
            Ok(_) => {}
            Err(error) => {
                output::complain(format_args!("Standard input cannot be read: {error}"));
                return FAULT;
            }
        }
        let question = String::from_utf8_lossy(&line);
        let mut question = &*question;
        if mem::take(&mut is_first) {
            question = without_mark(question);
        }
        let question = question.trim();
        if question.is_empty() {
            continue;
        }
        match one(answerer, question, template, json) {
            Ok(found) => status = status.max(found),
            Err(error) => return output::failed(&error, FOUND),
        }
    }
}

fn one(answerer: &Answerer, text: &str, template: &Question, json: bool) -> io::Result<u8> {
    let answer = answerer.answer(&Question { text: text.to_owned(), ..template.clone() });
    let shown = if json { json::line(&answer) + "\n" } else { show::answer(&answer) };
    output::write(&shown)?;
    Ok(if matches!(answer.outcome, Outcome::NotFound(_)) { NOT_FOUND } else { FOUND })
}
