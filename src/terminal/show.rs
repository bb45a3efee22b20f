//! An answer as a person reads it at a terminal.

use std::fmt::Write as _;
use std::ops::Range;

use anstyle::{Effects, Style};

use super::harmless::harmless;
use crate::answer::{Answer, Citation, CitedPassage, NotFound, Outcome, Question, Reason, Statement};
use crate::language::Language;
use crate::phrases::{self, nothing_found, phrase, phrase_with, punctuation};

const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().effects(Effects::BOLD);
const ANSWER: Style = Style::new().effects(Effects::BOLD.insert(Effects::UNDERLINE));
const DIM: Style = Style::new().effects(Effects::DIMMED);

/// The answer, styled, with a line end at its end.
pub(super) fn answer(answer: &Answer) -> String {
    let mut shown = String::new();
    let written = write_answer(answer, &mut shown);
    debug_assert!(written.is_ok(), "a String takes whatever is written");
    shown
}

fn write_answer(answer: &Answer, shown: &mut String) -> std::fmt::Result {
    let reader = answer.language;
    let said = match &answer.outcome {
        Outcome::Found { differing, .. } if !differing.is_empty() => {
            statements(differing, reader, shown)?;
            differing.iter().map(|statement| statement.passage.best_sentence()).collect()
        }
        Outcome::Found { .. } => {
            for (headline, spans) in answer.headlines() {
                writeln!(shown, "{}\n", styled(headline, &spans, BOLD, ANSWER))?;
            }
            answer.headlines().map(|(headline, _)| headline).collect()
        }
        Outcome::Unsure { .. } => {
            writeln!(shown, "{}\n", phrase(reader, "unsure"))?;
            Vec::new()
        }
        Outcome::NotFound(not_found) => {
            nothing(not_found, reader, shown)?;
            return read_in_part(answer).map_or(Ok(()), |notice| writeln!(shown, "\n{notice}"));
        }
    };
    unanswered(answer, shown)?;
    if let Some(notice) = read_in_part(answer) {
        writeln!(shown, "{notice}\n")?;
    }
    list(answer.passages(), &said, reader, shown)
}

/// That not all of the question was read, where that is so.
fn read_in_part(answer: &Answer) -> Option<String> {
    let characters = [("characters", Question::MAX_LENGTH.into())];
    answer.question.is_read_in_part().then(|| phrase_with(answer.language, "question-cut", characters))
}

/// `text` in the style `around`, with what stands at `ranges`, which are in order, in the style `of_ranges`.
fn styled(text: &str, ranges: &[Range<usize>], around: Style, of_ranges: Style) -> String {
    let mut shown = String::new();
    let mut push = |style: Style, part: &str| {
        shown.extend([&*style.render().to_string(), &harmless(part), &style.render_reset().to_string()]);
    };
    let mut end = 0;
    for range in ranges {
        push(around, &text[end..range.start]);
        push(of_ranges, &text[range.clone()]);
        end = range.end;
    }
    push(around, &text[end..]);
    shown
}

/// Which of several questions are not answered.
fn unanswered(answer: &Answer, shown: &mut String) -> std::fmt::Result {
    answer.unanswered.iter().try_for_each(|question| {
        let question = [("question", harmless(question).into())];
        writeln!(shown, "{}\n", phrase_with(answer.language, "not-answered", question))
    })
}

/// What each source says, where they differ, with its page: not each of them has room among the passages below.
fn statements(differing: &[Statement], reader: Language, shown: &mut String) -> std::fmt::Result {
    writeln!(shown, "{}\n", phrase(reader, "sources-differ"))?;
    for Statement { passage, .. } in differing {
        let sentence = harmless(passage.best_sentence());
        writeln!(shown, "{BOLD}{sentence}{BOLD:#}{}", other_language(passage, reader))?;
        writeln!(shown, "    {DIM}{}{DIM:#}", source(&passage.citation, reader))?;
        writeln!(shown, "    {DIM}{}{DIM:#}\n", harmless(&passage.citation.url))?;
    }
    Ok(())
}

/// Publisher, date, paragraph, and the passage's name.
fn source(citation: &Citation, reader: Language) -> String {
    let Citation { passage, publisher, published, .. } = citation;
    format!("{} ({passage})", phrases::source(reader, &harmless(publisher), *published, passage.number))
}

/// ` (in Japanese)`, where the passage is in another language than the reader's.
fn other_language(passage: &CitedPassage, reader: Language) -> String {
    if passage.language == reader {
        return String::new();
    }
    format!(" ({})", phrase_with(reader, "in-other-language", [("language", passage.language.code().into())]))
}

fn nothing(not_found: &NotFound, reader: Language, shown: &mut String) -> std::fmt::Result {
    let words = harmless(&not_found.sought.join(punctuation(reader).comma)).into_owned();
    writeln!(shown, "{}", nothing_found(reader, not_found.reason, &words))?;
    if !words.is_empty() && not_found.reason != Reason::Topic {
        writeln!(shown, "{DIM}{}{DIM:#}", phrase_with(reader, "looked-for", [("words", words.into())]))?;
    }
    if let Some((typed, known)) = &not_found.did_you_mean {
        let words = [("typed", harmless(typed).into()), ("known", harmless(known).into())];
        writeln!(shown, "{}", phrase_with(reader, "did-you-mean", words))?;
    }
    let covered: Vec<_> = not_found.covered.iter().map(|citation| citation.title.as_str()).collect();
    let suggestions: Vec<_> = not_found.suggestions.iter().map(String::as_str).collect();
    for (heading, lines) in [("covered", covered), ("try-asking", suggestions)] {
        if !lines.is_empty() {
            writeln!(shown, "\n{}", phrase(reader, heading))?;
        }
        for line in lines {
            writeln!(shown, "  {}", harmless(line))?;
        }
    }
    Ok(())
}

/// The passages with their sources; of one that is `said` above as a whole, its source alone.
fn list(passages: &[CitedPassage], said: &[&str], reader: Language, shown: &mut String) -> std::fmt::Result {
    for (place, passage) in passages.iter().enumerate() {
        let citation = &passage.citation;
        let (marked, title) = (other_language(passage, reader), harmless(&citation.title));
        write!(shown, "[{}]{marked} ", place + 1)?;
        if !said.contains(&passage.text.as_str()) {
            write!(shown, "{}\n    ", styled(&passage.text, &passage.matches, PLAIN, BOLD))?;
        }
        let end = punctuation(reader).end;
        writeln!(shown, "{DIM}{title}{end}{}{DIM:#}", source(citation, reader))?;
        writeln!(shown, "    {DIM}{}{DIM:#}\n", harmless(&citation.url))?;
    }
    Ok(())
}
