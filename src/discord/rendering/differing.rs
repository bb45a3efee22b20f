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

/// The statements, each with a link to its page; nothing where there are none.
pub(super) fn statements(differing: &[Statement], reader: Language) -> String {
    let told = differing.iter().map(|statement| {
        let passage = &statement.passage;
        let citation = link(&passage.citation, &source(&passage.citation, reader));
        let other = other_language(passage, reader);
        format!("### {}\n-# {citation}{other}", said(statement, SENTENCE))
    });
    below_heading(&told.collect::<Vec<_>>(), reader)
}

/// The statements in plain text, as many as there is room for; nothing where that is not two.
pub(super) fn plain_statements(differing: &[Statement], reader: Language, room: usize) -> String {
    let told = differing.iter().map(|statement| {
        let passage = &statement.passage;
        let (citation, other) = (&passage.citation, other_language(passage, reader));
        let source = source(citation, reader);
        let page = address(citation).map_or_else(String::new, |address| format!(" <{address}>"));
        format!("- {}\n  {source}{other} · `{}`{page}", said(statement, PLAIN_SENTENCE), citation.passage)
    });
    let mut left = room.saturating_sub(length(&phrase(reader, "sources-differ")) + 4);
    let told: Vec<String> = told
        .take_while(|told| {
            let needed = length(told) + 1;
            let fits = needed <= left;
            left = left.saturating_sub(needed);
            fits
        })
        .collect();
    if told.len() < 2 { String::new() } else { below_heading(&told, reader) }
}

/// Does a statement show all of `passage`.
pub(super) fn show_whole(differing: &[Statement], passage: &CitedPassage) -> bool {
    let states = |statement: &Statement| statement.passage.citation.passage == passage.citation.passage;
    let is_whole = |statement: &Statement| said(statement, SENTENCE) == said(statement, usize::MAX);
    passage.best_sentence() == passage.text && differing.iter().any(|told| states(told) && is_whole(told))
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
