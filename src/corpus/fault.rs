//! What is wrong in a corpus file, where, and the way out.

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use miette::{Diagnostic, NamedSource, SourceSpan};

/// One thing wrong in one file.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}:{line}:{column}: {message}", self.file())]
pub struct Fault {
    source_code: NamedSource<Arc<str>>,
    span: SourceSpan,
    /// The line, from 1.
    pub line: usize,
    /// The column in code points, from 1.
    pub column: usize,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// The way out.
    pub hint: String,
}

impl Fault {
    /// The fault at `span`, which counts bytes in the file's text.
    pub(super) fn new(
        file: &FileText,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        let start = file.text.floor_char_boundary(span.start);
        let before = &file.text[..start];
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Self {
            source_code: NamedSource::new(&file.name, Arc::clone(&file.text)),
            span: (start, span.end.min(file.text.len()).saturating_sub(start)).into(),
            line: before.bytes().filter(|byte| *byte == b'\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            message: message.into(),
            hint: hint.into(),
        }
    }

    /// The file's name, as the source of the corpus gave it.
    #[must_use]
    pub fn file(&self) -> &str {
        self.source_code.name()
    }
}

impl Diagnostic for Fault {
    fn help<'a>(&'a self) -> Option<Box<dyn fmt::Display + 'a>> {
        Some(Box::new(&self.hint))
    }

    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.source_code)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        Some(Box::new(std::iter::once(miette::LabeledSpan::new_primary_with_span(Some("here".into()), self.span))))
    }
}

/// A file's name and text, as its faults show them.
pub(super) struct FileText {
    name: String,
    text: Arc<str>,
}

impl FileText {
    pub(super) fn new(name: &str, text: impl Into<Arc<str>>) -> Self {
        Self { name: name.to_owned(), text: text.into() }
    }
}

/// Everything wrong in a corpus: at least one fault, in the order of files and lines.
#[derive(Debug, Clone, thiserror::Error)]
pub struct Faults(Vec<Fault>);

impl Faults {
    /// The faults in order, or `None` where there are none.
    pub(super) fn new(mut faults: Vec<Fault>) -> Option<Self> {
        faults.sort_by(|a, b| (a.file(), a.line, a.column).cmp(&(b.file(), b.line, b.column)));
        (!faults.is_empty()).then_some(Self(faults))
    }

    /// Each of them.
    #[must_use]
    pub fn as_slice(&self) -> &[Fault] {
        &self.0
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.0.iter().enumerate() {
            if index > 0 {
                writeln!(f)?;
            }
            write!(f, "{fault} ({})", fault.hint)?;
        }
        Ok(())
    }
}
