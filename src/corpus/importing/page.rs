//! A saved page to the lines of its article.

use std::collections::HashSet;

use ego_tree::NodeRef;
use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};

use super::copies;
use super::lines;
use super::metadata::{self, Metadata};
use super::place::{self, Prose};
use super::report::{Noise, Report};
use crate::corpus::reading;

/// Elements that begin and end a line.
pub(super) const BLOCKS: [&str; 35] = [
    "p",
    "div",
    "article",
    "section",
    "main",
    "body",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "table",
    "tr",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "hr",
    "address",
    "details",
    "summary",
    "tbody",
    "center",
    "hgroup",
    "form",
    "aside",
    "header",
    "footer",
    "nav",
    "figure",
];

/// Elements that hold how a word is read, and the brackets around that: none of the text.
pub(super) const READINGS: [&str; 3] = ["rt", "rp", "rtc"];

/// Is the text a page, and not an article as plain text.
pub(super) fn is_html(text: &str) -> bool {
    let head: String = text.trim_start().chars().take(4000).collect::<String>().to_ascii_lowercase();
    head.starts_with("<!doctype html")
        || ["<html", "<body", "<head>", "<article", "<p>", "<p ", "<div", "<meta "].iter().any(|tag| head.contains(tag))
}

/// The lines of the page's article, and what the page says about itself.
pub(super) fn article(html: &str, report: &mut Report) -> (Vec<String>, Metadata) {
    let page = Html::parse_document(html);
    let mut metadata = metadata::of(&page);
    let prose = Prose::of(&page);
    let root = prose.article(&page);
    let text = text_of(root, &prose, report);
    let body = metadata.body.take().filter(|body| text.len() < place::BODY && body.len() > text.len());
    let mut lines = lines::paragraphs(&body.unwrap_or(text), report);
    note_outside(prose.outside(root), &lines, report);
    lines.extend(rights_outside(&page, &lines));
    (lines, metadata)
}

/// Tells the prose that stands outside of the article, a copy of it and the copyright line aside.
fn note_outside<'p>(blocks: impl Iterator<Item = &'p str>, lines: &[String], report: &mut Report) {
    let taken: HashSet<String> = lines.iter().map(|line| copies::key(line)).collect();
    let is_told = |block: &&str| !taken.contains(&copies::key(block)) && !super::noise::is_rights(block);
    report.left_out.extend(blocks.filter(is_told).map(|block| (Noise::Outside, block.to_owned())));
}

/// The text of an element: a blank line around each block, a line end for each break. Lines that are one link, and what
/// the page marks as none of the article, are left out, and told.
fn text_of(root: ElementRef<'_>, prose: &Prose, report: &mut Report) -> String {
    let mut lines = Lines::new(report);
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(_) if node.id() != root.id() && prose.is_elsewhere(&node) => lines.skip(),
                Node::Element(element) if READINGS.contains(&element.name()) => lines.open_reading(element.name()),
                Node::Element(element) => lines.open(element.name()),
                Node::Text(text) if !is_code(&node) => lines.push(text),
                _ => {}
            },
            Edge::Close(node) => match node.value() {
                Node::Element(_) if node.id() != root.id() && prose.is_elsewhere(&node) => lines.go_on(),
                Node::Element(element) if READINGS.contains(&element.name()) => lines.readings -= 1,
                Node::Element(element) => lines.close(element.name()),
                _ => {}
            },
        }
    }
    lines.end("\n");
    lines.text
}

/// Is the text a script's or a style's, which nobody reads.
fn is_code(text: &NodeRef<'_, Node>) -> bool {
    let parent = text.parent().and_then(ElementRef::wrap);
    parent.is_some_and(|parent| matches!(parent.value().name(), "script" | "style" | "noscript" | "template"))
}

/// The text so far, and the line that is being written.
struct Lines<'r> {
    text: String,
    line: String,
    /// How much of the line is links, in bytes.
    linked: usize,
    /// How many links are open.
    anchors: usize,
    /// How many elements are open that are none of the article, and what they say.
    skipping: usize,
    skipped: String,
    /// How many readings of words are open.
    readings: usize,
    report: &'r mut Report,
}

impl<'r> Lines<'r> {
    const fn new(report: &'r mut Report) -> Self {
        Self {
            text: String::new(),
            line: String::new(),
            linked: 0,
            anchors: 0,
            skipping: 0,
            skipped: String::new(),
            readings: 0,
            report,
        }
    }

    fn open(&mut self, name: &str) {
        match name {
            "a" => self.anchors += 1,
            "br" => self.end("\n"),
            "td" | "th" => self.line.push(' '),
            name if BLOCKS.contains(&name) => self.end("\n\n"),
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "a" => self.anchors -= 1,
            name if BLOCKS.contains(&name) => self.end("\n\n"),
            _ => {}
        }
    }

    fn open_reading(&mut self, name: &str) {
        if name == "rt" && self.skipping == 0 {
            self.report.readings += 1;
        }
        self.readings += 1;
    }

    const fn skip(&mut self) {
        self.skipping += 1;
    }

    /// The end of an element that is none of the article.
    fn go_on(&mut self) {
        self.skipping -= 1;
        if self.skipping == 0 {
            let skipped = reading::squeezed(&std::mem::take(&mut self.skipped));
            if skipped.chars().any(char::is_alphanumeric) {
                self.report.left_out.push((Noise::Marked, skipped));
            }
        }
    }

    fn push(&mut self, text: &str) {
        if self.readings > 0 {
            return;
        }
        // A line end in the source is a space, between Japanese signs too: pages are not wrapped there.
        let text = text.replace('\n', " ");
        if self.skipping > 0 {
            self.skipped.push_str(&text);
            return;
        }
        if self.anchors > 0 {
            self.linked += text.trim().len();
        }
        self.line.push_str(&text);
    }

    fn end(&mut self, with: &str) {
        if self.skipping > 0 {
            self.skipped.push(' ');
            return;
        }
        let line = reading::squeezed(&self.line);
        let is_link = self.linked * 5 >= line.len() * 4 && !lines::ends_a_sentence(&line);
        if is_link && line.chars().any(char::is_alphanumeric) {
            self.report.left_out.push((Noise::ReadAlso, line));
        } else {
            self.text.push_str(&line);
        }
        self.text.push_str(with);
        self.line.clear();
        self.linked = 0;
    }
}

/// The copyright line of the page, where the article itself has none.
fn rights_outside(page: &Html, lines: &[String]) -> Option<String> {
    let is_rights = |line: &str| super::noise::is_rights(line);
    if lines.iter().any(|line| is_rights(line)) {
        return None;
    }
    let footer = Selector::parse("footer, [id*='footer'], [class*='footer'], [class*='copyright']").ok()?;
    page.select(&footer)
        .flat_map(|footer| footer.text().map(reading::squeezed).collect::<Vec<_>>())
        .find(|line| is_rights(line) && line.chars().any(char::is_alphabetic))
}
