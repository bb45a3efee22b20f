//! A document as its corpus file.

use std::fmt::Write as _;

use crate::corpus::Document;
use crate::language::ByLanguage;

/// The corpus file of `document`, which reads back as the same document.
#[must_use]
pub fn to_toml(document: &Document) -> String {
    let mut toml = String::new();
    let published = document.published.map(|date| format!("published = \"{date}\"\n")).unwrap_or_default();
    let kind = document.kind.name();
    let rights = document.rights.as_deref().map(|rights| format!("rights = {}\n", quoted(rights))).unwrap_or_default();
    let titles: Vec<_> =
        document.title.iter().map(|(language, title)| format!("{language} = {}", quoted(title))).collect();
    let written = write!(
        toml,
        "title = {{ {} }}\npublisher = {}\n{published}url = {}\nkind = \"{kind}\"\n{rights}",
        titles.join(", "),
        quoted(&document.publisher),
        quoted(&document.url),
    );
    debug_assert!(written.is_ok(), "a String takes whatever is written");
    for passage in &document.passages {
        toml.push_str("\n[[passage]]\n");
        for (language, text) in passage.text.iter() {
            toml.extend([language.code(), " = ", &quoted(text), "\n"]);
        }
        lists(&passage.asked, "asked.", &mut toml);
    }
    for (table, phrases) in [("questions", &document.questions), ("untold", &document.untold)] {
        if phrases.languages().next().is_some() {
            toml.extend(["\n[", table, "]\n"]);
            lists(phrases, "", &mut toml);
        }
    }
    toml
}

fn lists(lists: &ByLanguage<Vec<String>>, prefix: &str, toml: &mut String) {
    for (language, lines) in lists.iter() {
        let lines: Vec<_> = lines.iter().map(|line| quoted(line)).collect();
        toml.extend([prefix, language.code(), " = [", &lines.join(", "), "]\n"]);
    }
}

/// The text as a TOML string.
fn quoted(text: &str) -> String {
    toml::Value::String(text.to_owned()).to_string()
}
