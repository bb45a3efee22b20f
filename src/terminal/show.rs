//! An answer as a person reads it at a terminal.

use std::fmt::Write as _;

use anstyle::{Effects, Style};

use super::harmless::harmless;
use crate::answer::{Answer, CitedPassage, Outcome};
use crate::language::Language;

const BOLD: Style = Style::new().effects(Effects::BOLD);
const DIM: Style = Style::new().effects(Effects::DIMMED);

/// The answer, styled, with a line end at its end.
pub(super) fn answer(answer: &Answer) -> String {
    let mut shown = String::new();
    let written = match &answer.outcome {
        Outcome::Found { passages, .. } => {
            let best = harmless(passages.best().best_sentence());
            writeln!(shown, "{BOLD}{best}{BOLD:#}\n")
                .and_then(|()| list(passages.as_slice(), answer.language, &mut shown))
        }
        Outcome::Unsure { passages } => {
            let heading = match answer.language {
                Language::Id => "Mungkin bukan jawabannya; ini bagian yang paling dekat:",
                Language::En => "Perhaps no answer; these passages are nearest:",
                Language::Ja => "答えではないかもしれませんが、最も近い記述です。",
            };
            writeln!(shown, "{heading}\n").and_then(|()| list(passages.as_slice(), answer.language, &mut shown))
        }
        Outcome::NotFound(not_found) => {
            let (nothing, sought) = match answer.language {
                Language::Id => ("Tidak ada jawabannya di sumber kami.", "Yang dicari"),
                Language::En => ("Our sources hold no answer to this.", "Looked for"),
                Language::Ja => ("手元の資料には答えがありません。", "検索した言葉"),
            };
            writeln!(shown, "{nothing}").and_then(|()| {
                if not_found.sought.is_empty() {
                    return Ok(());
                }
                writeln!(shown, "{DIM}{sought}: {}{DIM:#}", harmless(&not_found.sought.join(", ")))
            })
        }
    };
    debug_assert!(written.is_ok(), "a String takes whatever is written");
    shown
}

fn list(passages: &[CitedPassage], reader: Language, shown: &mut String) -> std::fmt::Result {
    for (place, passage) in passages.iter().enumerate() {
        let citation = &passage.citation;
        let date = citation.published.map(|date| format!(", {date}")).unwrap_or_default();
        let (title, publisher) = (harmless(&citation.title), harmless(&citation.publisher));
        let paragraph = match reader {
            Language::Id => format!("paragraf {}", citation.passage.number),
            Language::En => format!("paragraph {}", citation.passage.number),
            Language::Ja => format!("第{}段落", citation.passage.number),
        };
        let marked = if passage.language == reader { String::new() } else { format!(" [{}]", passage.language) };
        writeln!(shown, "[{}]{marked} {}", place + 1, marked_text(passage))?;
        writeln!(shown, "    {DIM}{title}. {publisher}{date}, {paragraph} ({}){DIM:#}", citation.passage)?;
        writeln!(shown, "    {DIM}{}{DIM:#}\n", harmless(&citation.url))?;
    }
    Ok(())
}

/// The passage with its matched words in bold.
fn marked_text(passage: &CitedPassage) -> String {
    let mut shown = String::new();
    let mut end = 0;
    for range in &passage.matches {
        let (before, word) = (harmless(&passage.text[end..range.start]), harmless(&passage.text[range.clone()]));
        for part in [&*before, &BOLD.render().to_string(), &word, &BOLD.render_reset().to_string()] {
            shown.push_str(part);
        }
        end = range.end;
    }
    shown.push_str(&harmless(&passage.text[end..]));
    shown
}
