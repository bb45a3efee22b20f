//! `kembar chat`: a conversation at the terminal.

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::{FAULT, FOUND, show};
use crate::answer::{Answerer, Question};

const HELP: &str = "Ask in Indonesian, English or Japanese. /help shows this, /quit or Ctrl-D ends, the arrow keys bring back \
                    what was asked.";

pub(super) fn run(answerer: &Answerer) -> u8 {
    let mut editor = match DefaultEditor::new() {
        Ok(editor) => editor,
        Err(error) => {
            anstream::eprintln!("This terminal cannot be used: {error}");
            return FAULT;
        }
    };
    anstream::println!("{HELP}");
    loop {
        match editor.readline("> ") {
            Ok(line) => match line.trim() {
                "" => {}
                "/help" => anstream::println!("{HELP}"),
                "/quit" => return FOUND,
                text => {
                    // The history is a comfort: where it cannot take a line, the line is answered all the same.
                    let _ = editor.add_history_entry(text);
                    anstream::print!("{}", show::answer(&answerer.answer(&Question::new(text))));
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
