//! `kembar chat`: a conversation at the terminal.

use std::io::{self, ErrorKind, IsTerminal as _, StdinLock};

use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::harmless::harmless;
use super::lines::Lines;
use super::{FAULT, FOUND, language_of_terminal, output, show};
use crate::answer::{Answer, Answerer, Question, Reason, question_in};
use crate::language::Language;
use crate::phrases::{phrase, punctuation};

pub(super) fn run(answerer: &Answerer) -> u8 {
    let mut input = match Input::open() {
        Ok(input) => input,
        Err(error) => {
            output::complain(format_args!("This terminal cannot be used: {error}"));
            return FAULT;
        }
    };
    converse(answerer, &mut input).unwrap_or_else(|error| output::failed(&error, FOUND))
}

/// Where lines come from.
#[expect(clippy::large_enum_variant, reason = "there is one of it")]
enum Input {
    /// A person at a terminal.
    Terminal(DefaultEditor),
    /// A file, or another program.
    Piped(Lines<StdinLock<'static>>),
}

impl Input {
    fn open() -> Result<Self, ReadlineError> {
        let input = io::stdin();
        if input.is_terminal() {
            DefaultEditor::new().map(Self::Terminal)
        } else {
            Ok(Self::Piped(Lines::new(input.lock())))
        }
    }

    fn next(&mut self) -> Result<String, ReadlineError> {
        match self {
            Self::Terminal(editor) => editor.readline("> "),
            Self::Piped(lines) => Ok(lines.next().ok_or(ReadlineError::Eof)??),
        }
    }

    /// The history is a comfort: where it cannot take a line, the line is answered all the same.
    fn remember(&mut self, line: &str) {
        if let Self::Terminal(editor) = self {
            let _ = editor.add_history_entry(line);
        }
    }
}

/// Answers line by line until the conversation ends. Fails where standard output cannot be written.
fn converse(answerer: &Answerer, input: &mut Input) -> io::Result<u8> {
    let help = format!("{}\n", phrase(language_of_terminal(), "chat-help"));
    output::write(&help)?;
    let (mut previous, mut language): (Option<String>, Language) = (None, language_of_terminal());
    loop {
        let line = match input.next() {
            Ok(line) => line,
            // Ctrl-C takes back the line, as in a shell.
            Err(ReadlineError::Interrupted) => continue,
            // A terminal that is not set to UTF-8 sent a letter.
            Err(ReadlineError::Io(error)) if error.kind() == ErrorKind::InvalidData => continue,
            Err(ReadlineError::Eof) => return Ok(FOUND),
            Err(error) => {
                output::complain(format_args!("The terminal failed: {error}"));
                return Ok(FAULT);
            }
        };
        let text = match typed(&line) {
            Typed::Nothing => continue,
            Typed::Help => {
                output::write(&help)?;
                continue;
            }
            Typed::End => return Ok(FOUND),
            Typed::Question(text) => text,
        };
        input.remember(text);
        let answer =
            answerer.answer_in_talk(Question::new(question_in(text)).with_fallback(language), previous.as_deref());
        output::write(&shown(&answer))?;
        let reason = answer.reason();
        if !reason.is_some_and(Reason::is_small_talk) {
            language = answer.language;
        }
        if answer.may_be_gone_on_from() {
            let Question { text, previous: before, .. } = &answer.question;
            previous =
                Some(Question::in_turn(before.as_deref(), text, |both| both.chars().count() <= Question::MAX_BEFORE));
        }
    }
}

/// The answer, with the question that it goes on from before it.
fn shown(answer: &Answer) -> String {
    let before = answer.question.previous.as_deref().map(|before| {
        let colon = punctuation(answer.language).colon;
        format!("{}{colon}{}\n", phrase(answer.language, "question-before"), harmless(before))
    });
    let end = if answer.passages().is_empty() { "\n" } else { "" };
    before.unwrap_or_default() + &show::answer(answer) + end
}

/// What a line is at the prompt.
#[derive(Debug, PartialEq, Eq)]
enum Typed<'l> {
    Nothing,
    Help,
    /// The conversation is to end.
    End,
    Question(&'l str),
}

/// A word to end with counts alone, with or without `/`; what else begins with `/` is meant as a command, and there is
/// no other.
fn typed(line: &str) -> Typed<'_> {
    const ENDS: [&str; 5] = ["exit", "quit", "keluar", "selesai", "終了"];
    let line = line.trim();
    // As a Japanese keyboard types it, too.
    let command = line.strip_prefix(['/', '／']);
    if ENDS.contains(&command.unwrap_or(line).to_lowercase().as_str()) {
        return Typed::End;
    }
    match line {
        "" => Typed::Nothing,
        _ if command.is_some() => Typed::Help,
        question => Typed::Question(question),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_to_end_with_ends_and_any_other_command_is_helped_with() {
        for end in ["exit", "quit", "/exit", " /quit ", "Keluar", "/keluar", "selesai", "終了", "／終了"] {
            assert_eq!(typed(end), Typed::End, "{end}");
        }
        for help in ["/help", "/", "/ask siapa walikota", "/bantuan"] {
            assert_eq!(typed(help), Typed::Help, "{help}");
        }
        for question in ["bye", "kapan selesai", "did it quit", "24/7", "siapa walikota?"] {
            assert_eq!(typed(question), Typed::Question(question));
        }
        assert_eq!(typed("  "), Typed::Nothing);
    }
}
