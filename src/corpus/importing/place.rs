//! Where the article of a page is, among all that stands around it.
//!
//! It is what the page itself marks as the article's body, where that has text. Else it is the element that holds the
//! most text of its own, in paragraphs and between line breaks, links aside: with the whole `article` element that it is
//! part of, or else with what stands beside it and is prose, too.

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

use super::lines;
use super::page::{BLOCKS, READINGS};
use crate::corpus::reading::squeezed;

/// What a body has at least, in bytes, to be taken for one.
pub(super) const BODY: usize = 200;

/// Where pages mark the body of their article.
const MARKED: &str = "[itemprop~='articleBody'], [property~='articleBody']";

/// What a block has at least, in bytes, to be prose: buttons and headings are shorter.
const SENTENCE: usize = 40;

/// Elements that nobody reads as text.
const SILENT: [&str; 16] = [
    "script", "style", "noscript", "template", "button", "iframe", "svg", "select", "head", "object", "audio", "video",
    "canvas", "menu", "input", "textarea",
];

/// Elements that hold no paragraph of an article.
const BESIDE: [&str; 6] = ["nav", "aside", "figure", "dialog", "header", "footer"];

/// Words in a class or id of what is none of the article.
const ELSEWHERE: [&str; 17] = [
    "related",
    "terkait",
    "baca-juga",
    "bacajuga",
    "read-also",
    "readalso",
    "advert",
    "advertisement",
    "adsbygoogle",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "komentar",
    "newsletter",
    "recommend",
    "cookie",
];

/// Words in a class or id that a container of the article may have, too, for what it has beside it.
const DOUBTFUL: [&str; 10] =
    ["share", "sharing", "social", "sosmed", "ads", "iklan", "promo", "tags", "sidebar", "banner"];

/// Words before one of these that speak of how the page is laid out: `has-sidebar`.
const LAYOUT: [&str; 4] = ["has", "no", "with", "without"];

/// How surely an element is none of the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    /// Unless it holds most of the page's prose.
    Doubtful,
    /// Unless it holds most of the page's prose, and the rest is too little for an article.
    Sure,
}

/// The prose of a page: blocks that are whole sentences, and no links.
pub(super) struct Prose {
    blocks: Vec<String>,
    /// Which of the blocks stand in an element; those without one are not here.
    within: HashMap<NodeId, Range<usize>>,
    /// How many bytes of prose stand before each block, and at the end how many there are.
    before: Vec<usize>,
    /// Elements that look like none of the article, and yet hold it.
    spared: HashSet<NodeId>,
}

impl Prose {
    pub(super) fn of(page: &Html) -> Self {
        let mut prose = Self { blocks: Vec::new(), within: HashMap::new(), before: vec![0], spared: HashSet::new() };
        // The text of the block that is being read, and how much of it is links.
        let (mut block, mut linked) = (String::new(), 0_usize);
        let mut anchors = 0_usize;
        let mut open: Vec<usize> = Vec::new();
        let mut silent = 0_usize;
        for edge in page.root_element().traverse() {
            let (node, opens) = match edge {
                Edge::Open(node) => (node, true),
                Edge::Close(node) => (node, false),
            };
            match node.value() {
                Node::Element(element) => {
                    if BLOCKS.contains(&element.name()) {
                        prose.add(&std::mem::take(&mut block), std::mem::take(&mut linked));
                    }
                    if opens {
                        open.push(prose.blocks.len());
                    } else if let Some(start) = open.pop().filter(|start| *start < prose.blocks.len()) {
                        prose.within.insert(node.id(), start..prose.blocks.len());
                    }
                    let change = |count: usize| if opens { count + 1 } else { count.saturating_sub(1) };
                    if SILENT.contains(&element.name()) || READINGS.contains(&element.name()) {
                        silent = change(silent);
                    }
                    if element.name() == "a" {
                        anchors = change(anchors);
                    }
                }
                Node::Text(text) if opens && silent == 0 => {
                    linked += if anchors > 0 { text.trim().len() } else { 0 };
                    block.push_str(text);
                }
                _ => {}
            }
        }
        prose.spare(page);
        prose
    }

    /// Takes the block, where it is prose.
    fn add(&mut self, block: &str, linked: usize) {
        let text = squeezed(block);
        if text.len() >= SENTENCE && linked * 2 < text.len() && lines::ends_a_sentence(&text) {
            self.before.push(self.total() + text.len());
            self.blocks.push(text);
        }
    }

    fn total(&self) -> usize {
        self.before.last().copied().unwrap_or_default()
    }

    /// How much prose the element holds, in bytes.
    fn held(&self, id: NodeId) -> usize {
        self.within.get(&id).map_or(0, |blocks| self.before[blocks.end] - self.before[blocks.start])
    }

    fn holds_most(&self, id: NodeId) -> bool {
        self.held(id) * 2 > self.total()
    }

    /// Finds the elements that look like none of the article, and yet hold it.
    fn spare(&mut self, page: &Html) {
        let marks = |node: NodeRef<'_, Node>| Some((node.id(), mark(node.value().as_element()?)?));
        let most: Vec<(NodeId, Mark)> =
            page.tree.nodes().filter_map(marks).filter(|(id, _)| self.holds_most(*id)).collect();
        let doubtful = most.iter().filter(|(_, mark)| *mark == Mark::Doubtful);
        self.spared = doubtful.map(|(id, _)| *id).collect();
        if most.len() > self.spared.len() && self.plain(page) < BODY {
            self.spared.extend(most.into_iter().map(|(id, _)| id));
        }
    }

    /// How much prose stands in nothing that looks like none of the article, in bytes.
    fn plain(&self, page: &Html) -> usize {
        let mut plain = self.total();
        let mut skipping = 0_usize;
        for edge in page.root_element().traverse() {
            match edge {
                Edge::Open(node) if self.is_elsewhere(&node) => {
                    if skipping == 0 {
                        plain -= self.held(node.id());
                    }
                    skipping += 1;
                }
                Edge::Close(node) if self.is_elsewhere(&node) => skipping -= 1,
                _ => {}
            }
        }
        plain
    }

    /// Is it marked, by its kind or its name, as none of the article.
    pub(super) fn is_elsewhere(&self, node: &NodeRef<'_, Node>) -> bool {
        node.value().as_element().is_some_and(|element| mark(element).is_some()) && !self.spared.contains(&node.id())
    }

    /// The element that is the article.
    pub(super) fn article<'p>(&self, page: &'p Html) -> ElementRef<'p> {
        marked(page).unwrap_or_else(|| self.whole(self.densest(page)))
    }

    /// The prose outside of the element.
    pub(super) fn outside(&self, root: ElementRef<'_>) -> impl Iterator<Item = &str> {
        let within = self.within.get(&root.id()).cloned().unwrap_or_default();
        self.blocks[..within.start].iter().chain(&self.blocks[within.end..]).map(String::as_str)
    }

    /// The element with the most text of its own, its paragraphs' with it; half of that counts for the element around
    /// it.
    fn densest<'p>(&self, page: &'p Html) -> ElementRef<'p> {
        let mut scores: HashMap<NodeId, usize> = HashMap::new();
        let mut skipped = 0_usize;
        let mut links = 0_usize;
        for edge in page.root_element().traverse() {
            match edge {
                Edge::Open(node) => match node.value() {
                    Node::Element(_) if self.is_elsewhere(&node) => skipped += 1,
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
                    Node::Element(_) if self.is_elsewhere(&node) => skipped -= 1,
                    Node::Element(element) if element.name() == "a" => links -= 1,
                    _ => {}
                },
            }
        }
        let best = scores.into_iter().max_by_key(|(id, score)| (*score, std::cmp::Reverse(*id)));
        let element = best.and_then(|(id, _)| page.tree.get(id)).and_then(ElementRef::wrap);
        element.unwrap_or_else(|| page.root_element())
    }

    /// The whole article of which `part` is the most.
    fn whole<'p>(&self, part: ElementRef<'p>) -> ElementRef<'p> {
        let mut around = part.ancestors().filter_map(ElementRef::wrap);
        if let Some(article) = std::iter::once(part).chain(around.by_ref()).find(|it| it.value().name() == "article") {
            return article;
        }
        let mut whole = part;
        while let Some(around) = whole.parent().and_then(ElementRef::wrap).filter(|it| self.goes_on(whole, *it)) {
            whole = around;
        }
        whole
    }

    /// Does the article go on beside `part`, in the element around it.
    fn goes_on(&self, part: ElementRef<'_>, around: ElementRef<'_>) -> bool {
        let own = self.held(part.id());
        let is_page = matches!(around.value().name(), "body" | "html");
        let class = |element: ElementRef<'_>| element.attr("class").unwrap_or_default().trim().to_owned();
        let is_alike = |beside: ElementRef<'_>| {
            beside.value().name() == part.value().name()
                && class(beside) == class(part)
                && match part.value().name() {
                    "section" => true,
                    "div" => !is_page && !class(part).is_empty(),
                    _ => false,
                }
        };
        own > 0
            && around.child_elements().filter(|beside| beside.id() != part.id() && !self.is_elsewhere(beside)).any(
                |beside| {
                    let held = self.held(beside.id());
                    let is_large = held * 4 >= own || beside.value().name() == "p";
                    held > 0 && (is_alike(beside) || is_large && !is_page)
                },
            )
    }
}

/// The element that the page itself calls the article's body; where it has several, the one around those of the first
/// article.
fn marked(page: &Html) -> Option<ElementRef<'_>> {
    let marks = Selector::parse(MARKED).ok()?;
    let is_article =
        |element: &ElementRef<'_>| element.value().name() == "article" || element.attr("itemscope").is_some();
    let mut bodies: Vec<(ElementRef<'_>, usize)> = Vec::new();
    let mut by_article: HashMap<Option<NodeId>, usize> = HashMap::new();
    let mut last: Option<NodeId> = None;
    for part in page.select(&marks) {
        if part.ancestors().any(|around| Some(around.id()) == last) {
            continue;
        }
        let length = part.text().map(|text| text.trim().len()).sum::<usize>();
        if length == 0 {
            continue;
        }
        last = Some(part.id());
        let article = part.ancestors().filter_map(ElementRef::wrap).find(is_article).map(|article| article.id());
        match by_article.entry(article) {
            Entry::Vacant(entry) => {
                entry.insert(bodies.len());
                bodies.push((part, length));
            }
            Entry::Occupied(entry) => {
                let (body, sum) = &mut bodies[*entry.get()];
                *body = around_both(*body, part);
                *sum += length;
            }
        }
    }
    bodies.into_iter().find(|(_, length)| *length >= BODY).map(|(body, _)| body)
}

/// The innermost element that holds both.
fn around_both<'p>(one: ElementRef<'p>, other: ElementRef<'p>) -> ElementRef<'p> {
    let around: HashSet<NodeId> = other.ancestors().map(|around| around.id()).collect();
    let mut of_one = std::iter::once(one).chain(one.ancestors().filter_map(ElementRef::wrap));
    of_one.find(|element| around.contains(&element.id())).unwrap_or(one)
}

/// Can the element be the body of an article: it holds blocks, and is none itself that stands in a row of others.
fn is_holder(element: &ElementRef<'_>) -> bool {
    matches!(element.value().name(), "div" | "article" | "section" | "main" | "body" | "td" | "center" | "html")
}

/// How surely the element is none of the article, by its kind and its names; `None` where nothing says so.
fn mark(element: &Element) -> Option<Mark> {
    let name = element.name();
    if SILENT.contains(&name) || BESIDE.contains(&name) {
        return Some(Mark::Sure);
    }
    if matches!(name, "html" | "body" | "article" | "main") {
        return None;
    }
    let style = element.attr("style").unwrap_or_default().replace(' ', "");
    if element.attr("hidden").is_some() || style.contains("display:none") {
        return Some(Mark::Sure);
    }
    let names: Vec<String> = element.classes().chain(element.id()).map(str::to_ascii_lowercase).collect();
    let is_named = |words: &[&str]| names.iter().any(|name| has_word(name, words));
    if is_named(&ELSEWHERE) {
        return Some(Mark::Sure);
    }
    (name == "form" || is_named(&DOUBTFUL)).then_some(Mark::Doubtful)
}

/// Has the class or id one of the words, or two in a row, where they do not speak of the layout.
fn has_word(name: &str, words: &[&str]) -> bool {
    let parts: Vec<&str> = name.split(['-', '_', ' ']).filter(|part| !part.is_empty()).collect();
    parts.iter().enumerate().any(|(at, part)| {
        let is_layout = at.checked_sub(1).is_some_and(|before| LAYOUT.contains(&parts[before]));
        let is_word = |word: &&str| match word.split_once('-') {
            Some((first, second)) => *part == first && parts.get(at + 1) == Some(&second),
            None => part == word,
        };
        !is_layout && words.iter().any(is_word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_speaks_of_the_layout_says_nothing_of_the_content() {
        for name in ["sidebar", "left-sidebar", "widget_sidebar", "sidebar--wide"] {
            assert!(has_word(name, &DOUBTFUL), "{name}");
        }
        for name in ["has-sidebar", "no_sidebar", "content--with-sidebar", "sidebars", "shared"] {
            assert!(!has_word(name, &DOUBTFUL), "{name}");
        }
        assert!(has_word("post-baca-juga", &ELSEWHERE) && !has_word("baca", &ELSEWHERE));
    }
}
