//! What a saved page says about itself: JSON-LD, Open Graph, and the elements that carry a title, a date, an address.

use ego_tree::iter::Edge;
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::Value;

use super::dates::Told;
use super::page::READINGS;
use super::report::{Noise, Origin};
use super::{dates, noise};
use crate::corpus::PartialDate;
use crate::corpus::reading;
use crate::language::Language;

/// What an article's file says about it, each with where that was found.
#[derive(Debug, Default)]
pub(super) struct Metadata {
    pub(super) title: Option<(String, Origin)>,
    pub(super) publisher: Option<(String, Origin)>,
    pub(super) published: Option<(PartialDate, Origin)>,
    /// What stands where the date should, and is none.
    pub(super) no_date: Option<String>,
    pub(super) url: Option<(String, Origin)>,
    pub(super) rights: Option<String>,
    pub(super) language: Option<Language>,
    /// The body, where a script carries it.
    pub(super) body: Option<String>,
}

impl Metadata {
    /// Takes what a line tells that is no paragraph.
    pub(super) fn note(&mut self, noise: Noise, line: &str) {
        match noise {
            Noise::Date if self.published.is_none() => match dates::whole_line(line) {
                Some(Told::Date(date)) => self.published = Some((date, Origin::OwnLine)),
                Some(Told::NoDate) => self.no_date = Some(line.to_owned()),
                None => {}
            },
            Noise::Address if self.url.is_none() => {
                self.url = noise::address(line).map(|url| (url, Origin::OwnLine));
            }
            _ => {}
        }
    }

    /// Takes the copyright lines, none twice: the rights, who claims them, and of what year they are.
    pub(super) fn note_rights(&mut self, rights: &[String]) {
        let Some(first) = rights.first() else { return };
        if self.publisher.is_none() {
            self.publisher = noise::claimant(first).map(|claimant| (claimant, Origin::RightsLine));
        }
        if self.published.is_none() {
            self.published = year(first).map(|year| (year, Origin::RightsLine));
        }
        self.rights = Some(rights.join(" "));
    }
}

/// The year of a copyright line, where it names one alone.
fn year(rights: &str) -> Option<PartialDate> {
    let mut years = rights
        .split(|character: char| !character.is_ascii_digit())
        .filter(|digits| digits.len() == 4 && matches!(digits.as_bytes()[..2], [b'1', b'9'] | [b'2', b'0']));
    let year = years.next()?;
    years.next().is_none().then(|| year.parse().ok()).flatten()
}

/// Reads what the page says about itself.
pub(super) fn of(page: &Html) -> Metadata {
    let scripts = json_ld(page);
    let article = scripts.iter().find(|object| is_article(object));
    let site = meta(page, &["og:site_name", "application-name"]);
    let titles = [
        article.and_then(|article| text(&article["headline"])).map(|title| (title, Origin::Page("JSON-LD headline"))),
        meta(page, &["og:title", "twitter:title"]).map(|title| (title, Origin::Page("og:title"))),
        only(page, "h1").map(|title| (title, Origin::Page("h1"))),
        only(page, "title").map(|title| (title, Origin::Page("title"))),
    ];
    let publisher = article.and_then(|article| text(&article["publisher"]["name"]));
    let publisher = publisher.map(|name| (name, Origin::Page("JSON-LD publisher")));
    let publisher = publisher.or_else(|| Some((site.clone()?, Origin::Page("og:site_name"))));
    let (date, no_date) = published(page, article);
    let language = page.root_element().attr("lang").and_then(Language::of_locale);
    Metadata {
        title: titles
            .into_iter()
            .flatten()
            .map(|(title, origin)| (without_site(&title, site.as_deref()), origin))
            .find(|(title, _)| title.chars().any(char::is_alphanumeric)),
        publisher,
        published: date,
        no_date,
        url: address(page, article),
        rights: None,
        language,
        body: article.and_then(|article| article["articleBody"].as_str()).map(str::to_owned),
    }
}

/// When, and what stands in its place where that is no date.
fn published(page: &Html, article: Option<&Value>) -> (Option<(PartialDate, Origin)>, Option<String>) {
    const NAMES: [&str; 8] = [
        "article:published_time",
        "datePublished",
        "pubdate",
        "publishdate",
        "date",
        "dc.date",
        "dcterms.created",
        "parsely-pub-date",
    ];
    let of_script = article.and_then(|article| text(&article["datePublished"]));
    let of_meta = meta(page, &NAMES);
    let of_time = first(page, "time[datetime]").and_then(|time| time.attr("datetime").map(str::to_owned));
    let said = [
        (of_script, Origin::Page("JSON-LD datePublished")),
        (of_meta, Origin::Page("published_time")),
        (of_time, Origin::Page("time element")),
    ];
    let mut said = said.into_iter().filter_map(|(date, origin)| Some((date?, origin)));
    let first = said.clone().next().map(|(date, _)| date);
    match said.find_map(|(date, origin)| Some((day(&date)?, origin))) {
        Some(found) => (Some(found), None),
        None => (None, first),
    }
}

/// The day of a date with or without a time, as it is written: in the page's own time zone.
fn day(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let day = text.get(..10).unwrap_or(text);
    day.parse().ok().or_else(|| dates::whole_line(text).and_then(Told::date))
}

fn address(page: &Html, article: Option<&Value>) -> Option<(String, Origin)> {
    let canonical = first(page, "link[rel~='canonical']").and_then(|link| link.attr("href").map(str::to_owned));
    let of_script = article.and_then(|article| {
        let main = &article["mainEntityOfPage"];
        text(main).or_else(|| text(&main["@id"])).or_else(|| text(&article["url"]))
    });
    [
        (canonical, Origin::Page("canonical link")),
        (meta(page, &["og:url"]), Origin::Page("og:url")),
        (of_script, Origin::Page("JSON-LD url")),
        (saved_from(page), Origin::Page("note of where it was saved from")),
    ]
    .into_iter()
    .find_map(|(address, origin)| Some((noise::address(&address?)?, origin)))
}

/// What browsers write above a saved page: `<!-- saved from url=(0042)https://… -->`.
fn saved_from(page: &Html) -> Option<String> {
    let mut comments = page.tree.nodes().filter_map(|node| node.value().as_comment());
    comments.find_map(|comment| {
        let (_, address) = comment.split_once("saved from url=")?;
        let address = address.trim_start_matches(|c: char| c == '(' || c == ')' || c.is_ascii_digit());
        Some(address.split_whitespace().next()?.to_owned())
    })
}

/// The content of the first `meta` of one of these names, which are looked for in this order.
fn meta(page: &Html, names: &[&str]) -> Option<String> {
    let all = Selector::parse("meta[content]").ok()?;
    let content_of = |name: &str| {
        page.select(&all).find_map(|meta| {
            let is_named = ["property", "name", "itemprop"]
                .iter()
                .any(|key| meta.attr(key).is_some_and(|value| value.eq_ignore_ascii_case(name)));
            let content = is_named.then(|| meta.attr("content")).flatten()?;
            text(&Value::from(content))
        })
    };
    names.iter().find_map(|name| content_of(name))
}

fn first<'p>(page: &'p Html, selector: &str) -> Option<ElementRef<'p>> {
    page.select(&Selector::parse(selector).ok()?).next()
}

/// The text of the element, where the page has one of its kind and no more.
fn only(page: &Html, selector: &str) -> Option<String> {
    let selector = Selector::parse(selector).ok()?;
    let mut elements = page.select(&selector);
    let element = elements.next()?;
    elements.next().is_none().then(|| text(&Value::from(without_readings(element)))).flatten()
}

/// The text of the element, without how its words are read.
fn without_readings(element: ElementRef<'_>) -> String {
    let mut read = String::new();
    let mut readings = 0_usize;
    for edge in element.traverse() {
        match edge {
            Edge::Open(node) => match node.value() {
                Node::Element(element) if READINGS.contains(&element.name()) => readings += 1,
                Node::Text(text) if readings == 0 => read.push_str(text),
                _ => {}
            },
            Edge::Close(node) => match node.value() {
                Node::Element(element) if READINGS.contains(&element.name()) => readings -= 1,
                _ => {}
            },
        }
    }
    read
}

/// The objects of the page's JSON-LD, those of lists and graphs too. What is no JSON is passed over.
fn json_ld(page: &Html) -> Vec<Value> {
    let is_json_ld = |node: &ego_tree::NodeRef<'_, Node>| {
        let element = node.value().as_element();
        element.is_some_and(|element| element.name() == "script" && element.attr("type") == Some("application/ld+json"))
    };
    let scripts = page.tree.nodes().filter(is_json_ld).filter_map(ElementRef::wrap);
    let values = scripts.filter_map(|script| serde_json::from_str(&script.text().collect::<String>()).ok());
    let mut objects = Vec::new();
    for value in values {
        match value {
            Value::Array(values) => objects.extend(values),
            Value::Object(mut object) => match object.remove("@graph") {
                Some(Value::Array(values)) => objects.extend(values),
                _ => objects.push(Value::Object(object)),
            },
            _ => {}
        }
    }
    objects
}

fn is_article(object: &Value) -> bool {
    let is_kind = |kind: &Value| {
        kind.as_str().is_some_and(|kind| kind.ends_with("Article") || kind.ends_with("Posting") || kind == "Report")
    };
    match &object["@type"] {
        Value::Array(kinds) => kinds.iter().any(is_kind),
        kind => is_kind(kind),
    }
}

/// A text of the page on one line, `None` where it is blank or none.
fn text(value: &Value) -> Option<String> {
    let text = value.as_str()?;
    let text = super::decoding::mended(text).unwrap_or_else(|| reading::squeezed(text));
    text.chars().any(char::is_alphanumeric).then_some(text)
}

/// The title without the site's name at its end.
fn without_site(title: &str, site: Option<&str>) -> String {
    let parts = [" - ", " | ", " – ", " — ", "｜", " :: "];
    let cut = parts.iter().filter_map(|part| title.rsplit_once(part)).find(|(before, name)| {
        !before.trim().is_empty() && site.is_some_and(|site| site.contains(name.trim()) || name.contains(site))
    });
    cut.map_or(title, |(before, _)| before.trim()).to_owned()
}
