//! `kembar check`: every fault of a corpus, and what would be loaded.

use std::fmt;

use miette::{Diagnostic, LabeledSpan, MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

use super::harmless::harmless;
use super::{FOUND, NOT_FOUND, output};
use crate::corpus::{Excerpt, Fault, Faults, Source};
use crate::language::Language;

pub(super) fn run(source: &Source) -> u8 {
    match source.read() {
        Ok(corpus) => {
            let languages = Language::ALL.map(|language| format!("{language} {}", corpus.passages_in(language)));
            let summary = format!(
                "{} documents, {} passages ({}), corpus {}: no faults in {}.\n",
                corpus.documents().len(),
                corpus.passage_count(),
                languages.join(", "),
                corpus.hash(),
                name(source)
            );
            output::show(&summary, FOUND)
        }
        Err(faults) => {
            // Who asks for the faults gets them all: a list that ends early is mended in as many turns.
            show(faults.as_slice());
            output::complain(nothing_loaded(&faults, source));
            NOT_FOUND
        }
    }
}

/// What was read, as a person calls it: a setting at work elsewhere than at this shell would else go unseen.
fn name(source: &Source) -> String {
    match source {
        Source::Embedded => "the embedded corpus".to_owned(),
        Source::Folder(folder) => harmless(&folder.display().to_string()).into_owned(),
    }
}

/// Shows the faults, each with its place and the way out; of many the first.
pub(super) fn report(faults: &Faults, source: &Source) {
    let (shown, more) = faults.first();
    show(shown);
    if more > 0 {
        output::complain(format_args!("… and {more} more."));
    }
    output::complain(nothing_loaded(faults, source));
}

/// Draws each fault.
fn show(faults: &[Fault]) {
    for fault in faults {
        output::complain(format_args!("{:?}", miette::Report::new(Shown::of(fault))));
    }
}

/// How many faults there are, and what tells when they are mended.
pub(super) fn nothing_loaded(faults: &Faults, source: &Source) -> String {
    let command = source.check_command();
    let (count, they_are) = match faults.as_slice().len() {
        1 => ("1 fault".to_owned(), "it is"),
        many => (format!("{many} faults"), "they are"),
    };
    format!("{count}. Nothing was loaded; `{}` tells when {they_are} mended.", harmless(&command))
}

/// A fault as it is drawn: with its line alone, as far as that has room.
#[derive(Debug, thiserror::Error)]
#[error("{said}")]
struct Shown {
    said: String,
    hint: String,
    file: String,
    /// Line and column, from 0.
    place: (usize, usize),
    line: String,
    marked: SourceSpan,
}

impl Shown {
    fn of(fault: &Fault) -> Self {
        let Excerpt { is_cut_before, before, marked, after, is_cut_after } = fault.excerpt();
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        // Where it stands in the line is told by what is shown of the line: harmless text may be longer.
        let before = [cut(is_cut_before), &harmless(before)].concat();
        let (marked, after) = (harmless(marked), harmless(after));
        Self {
            said: harmless(&fault.to_string()).into_owned(),
            hint: harmless(&fault.hint).into_owned(),
            file: harmless(fault.file()).into_owned(),
            place: (fault.line - 1, fault.column - 1),
            marked: (before.len(), marked.len()).into(),
            line: [&*before, &*marked, &*after, cut(is_cut_after)].concat(),
        }
    }
}

impl SourceCode for Shown {
    /// The one line, whatever is asked for.
    fn read_span<'a>(
        &'a self,
        _: &SourceSpan,
        _: usize,
        _: usize,
    ) -> Result<Box<dyn SpanContents<'a> + 'a>, MietteError> {
        let ((line, column), whole) = (self.place, (0, self.line.len()).into());
        let contents = MietteSpanContents::new_named(self.file.clone(), self.line.as_bytes(), whole, line, column, 1);
        Ok(Box::new(contents))
    }
}

impl Diagnostic for Shown {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.hint))
    }

    fn source_code(&self) -> Option<&dyn SourceCode> {
        Some(self)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(LabeledSpan::new_primary_with_span(Some("here".into()), self.marked))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, CorpusFile};

    #[test]
    fn nothing_of_a_file_or_its_name_harms_the_terminal_and_the_fault_is_marked_where_it_is() {
        let line = "title = { en = \"\u{1b}[31mT\u{202e}\", \"\u{1b}]0;x\u{7}\" = 1 }";
        let content = Ok(line.as_bytes().to_vec().into());
        let faults =
            Corpus::read(vec![CorpusFile { name: "\u{1b}[2Ja\u{2066}.toml".to_owned(), content }]).unwrap_err();
        assert!(!faults.as_slice().is_empty());
        for fault in faults.as_slice() {
            let shown = Shown::of(fault);
            for text in [&shown.said, &shown.hint, &shown.file, &shown.line] {
                assert_eq!(harmless(text), **text, "{text:?}");
            }
            let (start, end) = (shown.marked.offset(), shown.marked.offset() + shown.marked.len());
            assert_eq!(shown.line[..start].chars().count() + 1, fault.column);
            assert_eq!(shown.line.get(start..end), Some(&*harmless(fault.excerpt().marked)));
        }
    }
}
