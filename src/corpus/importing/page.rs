//! A saved page to the lines of its article.
//!
//! The article is the element that holds the most text of its own: in paragraphs and between line breaks, links aside.
//! A page with a marked article body is taken at its word where that body has text.

use std::collections::HashMap;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

use super::lines;
use super::metadata::{self, Metadata};
use super::report::{Noise, Report};
use crate::corpus::reading;

/// What a body has at least, in bytes, to be taken for one.
const BODY: usize = 200;

/// Where pages mark the body of their article.
const MARKED: &str = "[itemprop~='articleBody'], [property~='articleBody']";

/// Elements that hold no paragraph.
const SKIPPED: [&str; 23] = [
    "script", "style", "noscript", "template", "nav", "aside", "form", "button", "iframe", "svg", "figure", "select",
    "head", "object", "audio", "video", "canvas", "dialog", "menu", "input", "textarea", "header", "footer",
];

/// Words in a class or id of what is none of the article.
const ELSEWHERE: [&str; 27] = [
    "share",
    "sharing",
    "social",
    "sosmed",
    "related",
    "terkait",
    "baca-juga",
    "bacajuga",
    "read-also",
    "readalso",
    "advert",
    "advertisement",
    "ads",
    "adsbygoogle",
    "iklan",
    "promo",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "komentar",
    "newsletter",
    "tags",
    "recommend",
    "sidebar",
    "cookie",
    "banner",
];

/// Elements that begin and end a line.
const BLOCKS: [&str; 29] = [
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
];

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
    let root = marked(&page).unwrap_or_else(|| densest(&page));
    let text = text_of(root, report);
    let body = metadata.body.take().filter(|body| text.len() < BODY && body.len() > text.len());
    let mut lines = lines::paragraphs(&body.unwrap_or(text), report);
    lines.extend(rights_outside(&page, &lines));
    (lines, metadata)
}

/// The element that the page itself calls the article's body.
fn marked(page: &Html) -> Option<ElementRef<'_>> {
    let marks = Selector::parse(MARKED).ok()?;
    page.select(&marks).find(|body| body.text().map(|text| text.trim().len()).sum::<usize>() >= BODY)
}

/// The element with the most text of its own, its paragraphs' with it; half of that counts for the element around it.
fn densest(page: &Html) -> ElementRef<'_> {
    let mut scores: HashMap<NodeId, usize> = HashMap::new();
    let mut skipped = 0_usize;
    let mut links = 0_usize;
    for edge in page.root_element().traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) if is_elsewhere(element) => skipped += 1,
                Node::Element(element) if element.name() == "a" => links += 1,
                Node::Text(text) if skipped == 0 && links == 0 => {
                    let length = text.trim().len();
                    let mut above = node.ancestors().filter_map(ElementRef::wrap).filter(is_holder);
                    if let Some(holder) = above.next() {
                        *scores.entry(holder.id()).or_default() += length;
                    }
                    if let Some(around) = above.next() {
                        *scores.entry(around.id()).or_default() += length / 2;
                    }
                }
                _ => {}
            },
            Edge::Close(node) => match node.value() {
                Node::Element(element) if is_elsewhere(element) => skipped -= 1,
                Node::Element(element) if element.name() == "a" => links -= 1,
                _ => {}
            },
        }
    }
    let best = scores.into_iter().max_by_key(|(id, score)| (*score, std::cmp::Reverse(*id)));
    let element = best.and_then(|(id, _)| page.tree.get(id)).and_then(ElementRef::wrap);
    element.unwrap_or_else(|| page.root_element())
}

/// Can the element be the body of an article: it holds blocks, and is none itself that stands in a row of others.
fn is_holder(element: &ElementRef<'_>) -> bool {
    matches!(element.value().name(), "div" | "article" | "section" | "main" | "body" | "td" | "center" | "html")
}

fn is_elsewhere(element: &Element) -> bool {
    if SKIPPED.contains(&element.name()) {
        return true;
    }
    let style = element.attr("style").unwrap_or_default().replace(' ', "");
    let is_hidden = element.attr("hidden").is_some() || style.contains("display:none");
    let names = element.classes().chain(element.id());
    let is_named = names.map(str::to_ascii_lowercase).any(|name| {
        let mut words = name.split(['_', ' ']).flat_map(|name| [name].into_iter().chain(name.split('-')));
        words.any(|word| ELSEWHERE.contains(&word))
    });
    (is_hidden || is_named) && !matches!(element.name(), "html" | "body" | "article" | "main")
}

/// The text of an element: a blank line around each block, a line end for each break. Lines that are one link, and what
/// the page marks as none of the article, are left out, and told.
fn text_of(root: ElementRef<'_>, report: &mut Report) -> String {
    let mut lines = Lines::new(report);
    for edge in root.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) if node.id() != root.id() && is_elsewhere(element) => lines.skip(),
                Node::Element(element) => lines.open(element.name()),
                Node::Text(text) if !is_code(&node) => lines.push(text),
                _ => {}
            },
            Edge::Close(node) => match node.value() {
                Node::Element(element) if node.id() != root.id() && is_elsewhere(element) => lines.go_on(),
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
