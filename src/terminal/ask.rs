//! `kembar ask`: one question, or one a line.

use std::io::{self, BufRead as _, ErrorKind, Write as _};

use super::{FAULT, FOUND, NOT_FOUND, json, show};
use crate::answer::{Answerer, Outcome, Question};

/// Asks `text`, or without it each line of standard input, as `template` says. The status is that nothing was
/// found where any of the questions was not.
pub(super) fn run(answerer: &Answerer, text: Option<&str>, template: &Question, json: bool) -> u8 {
    if let Some(text) = text {
        return one(answerer, text, template, json).unwrap_or_else(|error| failed(&error));
    }
    let mut status = FOUND;
    let mut input = io::stdin().lock();
    let mut line = Vec::new();
    loop {
        line.clear();
        let status_of_line = match input.read_until(b'\n', &mut line) {
            Ok(0) => return status,
            Ok(_) => {
                let question = String::from_utf8_lossy(&line);
                if question.trim().is_empty() {
                    continue;
                }
                one(answerer, question.trim(), template, json)
            }
            Err(error) => Err(error),
        };
        match status_of_line {
            Ok(found) => status = status.max(found),
            Err(error) => return failed(&error),
        }
    }
}

fn one(answerer: &Answerer, text: &str, template: &Question, json: bool) -> io::Result<u8> {
    let answer = answerer.answer(&Question { text: text.to_owned(), ..template.clone() });
    let shown = if json { json::line(&answer) + "\n" } else { show::answer(&answer) };
    let mut output = anstream::stdout().lock();
    output.write_all(shown.as_bytes())?;
    output.flush()?;
    Ok(if matches!(answer.outcome, Outcome::NotFound(_)) { NOT_FOUND } else { FOUND })
}

/// A reader that has gone, as `head` does, is no fault.
fn failed(error: &io::Error) -> u8 {
    if error.kind() == ErrorKind::BrokenPipe {
        return FOUND;
    }
    anstream::eprintln!("The question or its answer could not be passed on: {error}");
    FAULT
}
