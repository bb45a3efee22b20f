//! What is wrong in a corpus file, where, and the way out.

use std::fmt;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// How many faults are shown of many where nobody asked for them: who has mended these reads on.
const SHOWN: usize = 50;

/// The longest message, in code points: it may hold a value of the file.
const MAX_MESSAGE: usize = 300;

/// How much of a line an excerpt shows before its fault, of the fault and behind it, in code points.
const BEFORE: usize = 60;
const MARKED: usize = 100;
const AFTER: usize = 60;

/// One thing wrong in one file.
#[derive(Debug, Clone, thiserror::Error)]
#[error("{}:{line}:{column}: {message}", self.file())]
pub struct Fault {
    file: Arc<FileText>,
    span: Range<usize>,
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
        file: &Arc<FileText>,
        span: Range<usize>,
        message: impl Into<String>,
        hint: impl Into<String>,
    ) -> Self {
        let start = file.text.floor_char_boundary(span.start);
        let end = file.text.floor_char_boundary(span.end).max(start);
        let (line, column) = file.place(start);
        let mut message = message.into();
        if let Some((cut, _)) = message.char_indices().nth(MAX_MESSAGE) {
            message.truncate(cut);
            message.push('…');
        }
        Self { file: Arc::clone(file), span: start..end, line, column, message, hint: hint.into() }
    }

    /// The file's name, as the source of the corpus gave it.
    #[must_use]
    pub fn file(&self) -> &str {
        &self.file.name
    }

    /// Its line, as far as it has room.
    #[must_use]
    pub fn excerpt(&self) -> Excerpt<'_> {
        let line = self.file.line(self.line);
        // A fault may begin within the line's end, or go on in further lines.
        let (start, end) = (self.span.start.min(line.end), self.span.end.min(line.end));
        let text = |range: Range<usize>| self.file.text.get(range).unwrap_or_default();
        let before = text(line.start..start);
        let first = before.char_indices().rev().nth(BEFORE - 1).map_or(0, |(first, _)| first);
        let (marked, rest) = beginning(text(start..end), MARKED);
        let (after, left) = if rest { ("", true) } else { beginning(text(end..line.end), AFTER) };
        Excerpt { is_cut_before: first > 0, before: &before[first..], marked, after, is_cut_after: left }
    }
}

/// The first code points of a text, and whether there are more.
fn beginning(text: &str, most: usize) -> (&str, bool) {
    text.char_indices().nth(most).map_or((text, false), |(end, _)| (&text[..end], true))
}

/// A part of a line, with what is wrong in it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Excerpt<'f> {
    /// Does more of the line stand before it.
    pub is_cut_before: bool,
    /// What stands before the fault.
    pub before: &'f str,
    /// The fault, as far as it is in the line.
    pub marked: &'f str,
    /// What stands behind it.
    pub after: &'f str,
    /// Does more of the line stand behind it.
    pub is_cut_after: bool,
}

/// A file's name and text, as its faults show them.
#[derive(Debug)]
pub(super) struct FileText {
    name: String,
    text: Arc<str>,
    /// Found at the first fault.
    places: OnceLock<Places>,
}

/// What places in a text are told by without reading it from its start again.
#[derive(Debug)]
struct Places {
    /// Where each line starts.
    lines: Vec<usize>,
    /// How many characters start before each block.
    characters: Vec<usize>,
}

/// So many bytes are a block.
const BLOCK: usize = 4096;

/// How many characters start in these bytes.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0b1100_0000 != 0b1000_0000).count()
}

impl FileText {
    pub(super) fn new(name: &str, text: impl Into<Arc<str>>) -> Arc<Self> {
        Arc::new(Self { name: name.to_owned(), text: text.into(), places: OnceLock::new() })
    }

    fn places(&self) -> &Places {
        self.places.get_or_init(|| {
            let newlines = self.text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
            let mut before = 0;
            let characters = self.text.as_bytes().chunks(BLOCK).map(|block| {
                let here = before;
                before += characters(block);
                here
            });
            Places { characters: characters.collect(), lines: std::iter::once(0).chain(newlines).collect() }
        })
    }

    /// The line and the column, each from 1, of the character at `offset`.
    fn place(&self, offset: usize) -> (usize, usize) {
        let Places { lines, characters: blocks } = self.places();
        let before = |offset: usize| {
            let block = (offset / BLOCK).min(blocks.len().saturating_sub(1));
            blocks.get(block).copied().unwrap_or(0) + characters(&self.text.as_bytes()[block * BLOCK..offset])
        };
        let line = lines.partition_point(|start| *start <= offset);
        (line, before(offset) - before(lines[line - 1]) + 1)
    }

    /// Where a line, counted from 1, stands, without its end.
    fn line(&self, line: usize) -> Range<usize> {
        let lines = &self.places().lines;
        let start = lines[line - 1];
        let end = lines.get(line).map_or(self.text.len(), |next| next - 1);
        start..start + self.text[start..end].trim_end_matches('\r').len()
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

    /// As many as a person reads at once, and how many more there are.
    #[must_use]
    pub fn first(&self) -> (&[Fault], usize) {
        let shown = &self.0[..self.0.len().min(SHOWN)];
        (shown, self.0.len() - shown.len())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_by_line_and_character_wherever_a_block_ends() {
        let text = "é\r\n".repeat(3) + &"日本 ".repeat(3000) + "\nlast\n";
        let file = FileText::new("a.toml", &*text);
        let mut expect = (1, 1);
        for (offset, character) in text.char_indices() {
            assert_eq!(file.place(offset), expect, "{offset}");
            expect = if character == '\n' { (expect.0 + 1, 1) } else { (expect.0, expect.1 + 1) };
        }
        assert_eq!(file.place(text.len()), expect);
        assert_eq!(FileText::new("a.toml", "").place(0), (1, 1));
    }

    #[test]
    fn an_excerpt_is_of_one_line_and_cut_where_that_is_long() {
        let excerpt = |text: &str, span: Range<usize>| {
            let fault = Fault::new(&FileText::new("a.toml", text), span, "m", "h");
            let Excerpt { is_cut_before, before, marked, after, is_cut_after } = fault.excerpt();
            (is_cut_before, before.to_owned(), marked.to_owned(), after.to_owned(), is_cut_after)
        };
        let whole = |before: &str, marked: &str, after: &str| {
            (false, before.to_owned(), marked.to_owned(), after.to_owned(), false)
        };
        assert_eq!(excerpt("a = 1\r\nb = \"x\"\r\n", 11..14), whole("b = ", "\"x\"", ""));
        assert_eq!(excerpt("a = [\n1,\n2]", 4..11), whole("a = ", "[", ""));
        assert_eq!(excerpt("a\r\nb", 2..9), whole("a", "", ""));
        assert_eq!(excerpt("", 0..9), whole("", "", ""));
        let of = |count| "é".repeat(count);
        let long = of(500);
        assert_eq!(excerpt(&long, 400..404), (true, of(60), of(2), of(60), true));
        assert_eq!(excerpt(&long, 400..900), (true, of(60), of(100), String::new(), true));
        let message = Fault::new(&FileText::new("a.toml", ""), 0..0, long, "h").message;
        assert_eq!(message, of(300) + "…");
    }
}
