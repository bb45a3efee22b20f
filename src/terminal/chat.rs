//! `kembar chat`: a conversation at the terminal.

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::harmless::harmless;
use super::{FAULT, FOUND, show};
use crate::answer::{Answer, Answerer, Outcome, Question, Reason};
use crate::language::Language;
use crate::phrases::phrase;

pub(super) fn run(answerer: &Answerer) -> u8 {
    let mut editor = match DefaultEditor::new() {
        Ok(editor) => editor,
        Err(error) => {
            anstream::eprintln!("This terminal cannot be used: {error}");
            return FAULT;
        }
    };
    let help = phrase(language_of_terminal(), "chat-help");
    anstream::println!("{help}");
    let mut previous: Option<String> = None;
    loop {
        match editor.readline("> ") {
            Ok(line) => match line.trim() {
                "" => {}
                "/help" => anstream::println!("{help}"),
                "/quit" => return FOUND,
                text => {
                    // The history is a comfort: where it cannot take a line, the line is answered all the same.
                    let _ = editor.add_history_entry(text);
                    let alone = answerer.answer(&Question::new(text));
                    let before = previous.as_ref().filter(|_| says_nothing_by_itself(&alone));
                    let answer = if let Some(before) = before {
                        let asked_before = phrase(alone.language, "question-before");
                        anstream::println!("{asked_before}: {}", harmless(before));
                        answerer.answer(&Question::new(text).after(Some(before.clone())))
                    } else {
                        alone
                    };
                    anstream::print!("{}", show::answer(&answer));
                    if !answer.passages().is_empty() && answer.question.previous.is_none() {
                        previous = Some(answer.question.text);
                    }
                }
            },
            // Ctrl-C takes back the line, as in a shell.
            Err(ReadlineError::Interrupted) => {}
            Err(ReadlineError::Eof) => return FOUND,
            Err(error) => {
                anstream::eprintln!("The terminal failed: {error}");
                return FAULT;
            }
        }
    }
}

/// Is it a question of question words alone, *and when?*, that only the one before it completes.
fn says_nothing_by_itself(answer: &Answer) -> bool {
    matches!(&answer.outcome, Outcome::NotFound(it) if it.reason == Reason::UnknownWords && it.sought.is_empty())
}

/// The language that the environment asks programs to speak, where Kembar does, else English.
fn language_of_terminal() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|tag| !tag.is_empty()));
    named.and_then(|tag| Language::of_locale(&tag)).unwrap_or(Language::En)
}
