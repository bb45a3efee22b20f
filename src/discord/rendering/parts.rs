//! The pieces that every reply is made of: lines, links, passages with their marks. Each fits a room.

use std::ops::Range;

use super::LINE;
use crate::answer::{Citation, CitedPassage};
use crate::discord::escape::{self, escape};
use crate::discord::limits::{Cut, cut, length};
use crate::language::Language;
use crate::phrases::{self, phrase, phrase_with};

/// The longest address that is linked, in code points.
pub(in crate::discord) const ADDRESS: usize = 300;

/// The lines under their heading, or nothing where there are none.
pub(in crate::discord) fn list(language: Language, heading: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.map(|line| format!("- {line}")).collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("**{}**\n{}", phrase(language, heading), lines.join("\n"))
}

/// As many whole lines as there is room for.
pub(in crate::discord) fn cut_lines(text: &str, room: usize) -> String {
    let mut kept = String::new();
    for line in text.lines() {
        if length(&kept) + length(line) + 1 > room {
            break;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

/// ` (in Japanese)`, where the passage is in another language than the reader's.
pub(in crate::discord) fn other_language(passage: &CitedPassage, reader: Language) -> String {
    if passage.language == reader {
        return String::new();
    }
    format!(" ({})", phrase_with(reader, "in-other-language", [("language", passage.language.code().into())]))
}

/// Publisher, date and paragraph.
pub(in crate::discord) fn source(citation: &Citation, reader: Language) -> String {
    phrases::source(reader, &line(&citation.publisher), citation.published, citation.passage.number)
}

/// The citation's address as a link under `label`, which is escaped already, with the passage's permanent name.
pub(in crate::discord) fn link(citation: &Citation, label: &str) -> String {
    let label = address(citation).map_or_else(|| label.to_owned(), |address| format!("[{label}]({address})"));
    format!("{label} · `{}`", citation.passage)
}

/// The page's address, or nothing where it is too long to stand in a message.
pub(in crate::discord) fn address(citation: &Citation) -> Option<String> {
    Some(escape::link_target(&citation.url)).filter(|address| length(address) <= ADDRESS)
}

/// A title, a publisher, a question: one line of text from outside.
pub(in crate::discord) fn line(text: &str) -> String {
    fit(text, LINE, |cut| escape(cut.kept) + cut.ellipsis)
}

/// As much of a text as there is room for, with nothing in it marked.
pub(in crate::discord) fn plain(text: &str, room: usize) -> String {
    marked(text, &Marks { ranges: &[], open: "", close: "" }, room)
}

/// The passage with its matched words in bold.
pub(in crate::discord) fn passage_text(passage: &CitedPassage, room: usize) -> String {
    let ranges = joined(&passage.matches, &passage.text);
    marked(&passage.text, &Marks { ranges: &ranges, open: "**", close: "**" }, room)
}

/// Ranges of a text in order, and what stands around each.
pub(in crate::discord) struct Marks<'m> {
    pub(in crate::discord) ranges: &'m [Range<usize>],
    pub(in crate::discord) open: &'m str,
    pub(in crate::discord) close: &'m str,
}

/// As much of `text` as there is room for, escaped, with marks.
pub(in crate::discord) fn marked(text: &str, marks: &Marks<'_>, room: usize) -> String {
    fit(text, room, |cut| {
        let mut shown = String::new();
        let mut end = 0;
        for range in marks.ranges.iter().take_while(|range| range.end <= cut.kept.len()) {
            escape::push(&text[end..range.start], end == 0, &mut shown);
            shown.push_str(marks.open);
            escape::push(&text[range.clone()], false, &mut shown);
            shown.push_str(marks.close);
            end = range.end;
        }
        escape::push(&cut.kept[end..], end == 0, &mut shown);
        shown + cut.ellipsis
    })
}

/// The longest cut of `text` that, shown by `show`, has at most `room` code points.
fn fit(text: &str, room: usize, show: impl Fn(&Cut<'_>) -> String) -> String {
    let mut most = room;
    loop {
        let shown = show(&cut(text, most));
        let over = length(&shown).saturating_sub(room);
        if over == 0 {
            return shown;
        }
        if most == 0 {
            return String::new();
        }
        // Marks and escapes take room too: so much less of the text.
        most = most.saturating_sub(over);
    }
}

/// Ranges with only white space between them made one: a phrase in bold reads better than each of its words.
fn joined(ranges: &[Range<usize>], text: &str) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if text[last.end..range.start].trim().is_empty() => last.end = range.end,
            _ => joined.push(range.clone()),
        }
    }
    joined
}
