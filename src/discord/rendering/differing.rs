//! Sources that differ, side by side: what each says, as large as the others, with its publisher and date.

use super::parts::{Marks, address, link, marked, other_language, source};
use crate::answer::{CitedPassage, MOST_DIFFERING, Statement};
use crate::discord::limits::length;
use crate::language::Language;
use crate::phrases::phrase;

/// The room of a statement's sentence in an embed, in code points, as every room here.
const SENTENCE: usize = 220;
/// The room of one in plain text.
const PLAIN_SENTENCE: usize = 180;
/// What its source takes at most, with the longest publisher, address and name of a passage.
const SOURCE: usize = 680;

/// The most that [`statements`] take.
pub(super) const STATEMENTS: usize = super::LINE + MOST_DIFFERING * (SENTENCE + SOURCE);

/// The statements that are shown.
pub(super) struct Statements<'s> {
    /// They under their heading; empty where there are none.
    pub(super) text: String,
    shown: &'s [Statement],
    /// The room that the sentence of each has.
    room: usize,
}

impl Statements<'_> {
    /// Is none shown.
    pub(super) const fn is_empty(&self) -> bool {
        self.shown.is_empty()
    }

    /// Do they show all of `passage`.
    pub(super) fn show_whole(&self, passage: &CitedPassage) -> bool {
        let states = |statement: &&Statement| statement.passage.citation.passage == passage.citation.passage;
        let is_whole = |statement: &Statement| said(statement, self.room) == said(statement, usize::MAX);
        passage.best_sentence() == passage.text && self.shown.iter().find(states).is_some_and(is_whole)
    }
}

/// The statements, each with a link to its page.
pub(super) fn statements(differing: &[Statement], reader: Language) -> Statements<'_> {
    let told = differing.iter().map(|statement| {
        let passage = &statement.passage;
        let citation = link(&passage.citation, &source(&passage.citation, reader));
        let other = other_language(passage, reader);
        format!("### {}\n-# {citation}{other}", said(statement, SENTENCE))
    });
    let text = below_heading(&told.collect::<Vec<_>>(), reader);
    Statements { text, shown: differing, room: SENTENCE }
}

/// The statements in plain text, as many as there is room for; none where that is not two.
pub(super) fn plain_statements(differing: &[Statement], reader: Language, room: usize) -> Statements<'_> {
    let told = differing.iter().map(|statement| {
        let passage = &statement.passage;
        let (citation, other) = (&passage.citation, other_language(passage, reader));
        let source = source(citation, reader);
        let page = address(&citation.url).map_or_else(String::new, |address| format!(" <{address}>"));
        format!("- {}\n  {source}{other} · `{}`{page}", said(statement, PLAIN_SENTENCE), citation.passage)
    });
    let mut left = room.saturating_sub(length(&phrase(reader, "sources-differ")) + 4);
    let mut told: Vec<String> = told
        .take_while(|told| {
            let needed = length(told) + 1;
            let fits = needed <= left;
            left = left.saturating_sub(needed);
            fits
        })
        .collect();
    if told.len() < 2 {
        told.clear();
    }
    Statements { text: below_heading(&told, reader), shown: &differing[..told.len()], room: PLAIN_SENTENCE }
}

fn below_heading(told: &[String], reader: Language) -> String {
    if told.is_empty() {
        return String::new();
    }
    format!("**{}**\n{}", phrase(reader, "sources-differ"), told.join("\n"))
}

/// The sentence with its date or number marked.
fn said(statement: &Statement, room: usize) -> String {
    let CitedPassage { sentence, .. } = &statement.passage;
    let value = statement.value.start - sentence.start..statement.value.end - sentence.start;
    let marks = Marks { ranges: &[value], open: "__", close: "__" };
    marked(statement.passage.best_sentence(), &marks, room)
}
