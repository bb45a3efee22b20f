//! A corpus file, from bytes to a checked value: with every fault in it, not only the first.

use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

use rustc_hash::FxHashMap;
use toml::Spanned;
use toml::de::{DeTable, DeValue, Error as TomlError};
use url::Url;

use super::fault::FileText;
use super::{BadDocumentId, Document, DocumentId, Fault, Glossary, Kind, PartialDate, Passage, PassageNumber, Term};
use crate::language::{ByLanguage, Language, nearest};

/// The text with its white space made single spaces.
pub fn squeezed(text: &str) -> String {
    let mut squeezed = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        squeezed.extend((!squeezed.is_empty()).then_some(' '));
        squeezed.push_str(word);
    }
    squeezed
}

/// Is it an address as a browser shows it: `http` or `https`, a host behind `//`, and nothing that needs escaping.
pub(super) fn is_address(text: &str) -> bool {
    let is_web = |scheme: &str| ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    // `Url` reads http:a.example and http:///a.example as if the host were written behind //.
    let has_host = text.split_once("://").is_some_and(|(scheme, rest)| is_web(scheme) && !rest.starts_with('/'));
    has_host
        && Url::parse(text).is_ok_and(|url| url.has_host())
        && !text.contains(|c: char| c.is_whitespace() || ['<', '>', '"', '\\', '`'].contains(&c))
}

/// What was read, and everything wrong with it. There is a value only where nothing is wrong.
pub(super) struct Read<T> {
    pub(super) value: Option<T>,
    pub(super) faults: Vec<Fault>,
}

/// The id of the document that the file would hold, by its name.
pub(super) fn document_id(file: &str) -> Result<DocumentId, BadDocumentId> {
    Path::new(file).file_stem().and_then(|stem| stem.to_str()).unwrap_or_default().parse()
}

/// Reads one document. Any bytes are taken; none panics.
pub(super) fn document(file: &str, bytes: &[u8]) -> Read<Document> {
    with_table(file, bytes, |reader, table| {
        let id = reader.document_id(file);
        let top = reader.fields(
            table,
            0..0,
            "the document",
            &["title", "publisher", "published", "url", "kind", "rights", "passage", "questions", "untold"],
        );
        let title = top.required("title").and_then(|value| reader.by_language(value, "title", Reader::line));
        let publisher = top.required("publisher").and_then(|value| reader.line(value, "publisher"));
        let date = top.get("published").map(|value| reader.date(value));
        let url = top.required("url").and_then(|value| reader.url(value));
        let kind = top.required("kind").and_then(|value| reader.kind(value));
        let rights = top.get("rights").map(|value| reader.line(value, "rights"));
        let passages = top.required("passage").and_then(|value| reader.passages(value, title.as_ref()));
        let questions = top.get("questions").map(|value| reader.by_language(value, "questions", Reader::lines));
        let untold = top.get("untold").map(|value| reader.by_language(value, "untold", Reader::lines));
        reader.missing(top);
        Some(Document {
            id: id?,
            title: title?,
            publisher: publisher?,
            published: lift(date)?,
            url: url?,
            kind: kind?,
            rights: lift(rights)?,
            passages: passages?,
            questions: lift(questions)?.unwrap_or_default(),
            untold: lift(untold)?.unwrap_or_default(),
        })
    })
}

/// Reads the glossary. Any bytes are taken; none panics.
pub(super) fn glossary(file: &str, bytes: &[u8]) -> Read<Glossary> {
    with_table(file, bytes, |reader, table| {
        let top = reader.fields(table, 0..0, "the glossary", &["term", "place", "apart"]);
        let terms = top.required("term").and_then(|value| reader.tables(value, "term"));
        let places = lift(top.get("place").map(|value| reader.tables(value, "place")));
        let apart = lift(top.get("apart").map(|value| reader.lists(value, "apart")));
        reader.missing(top);
        let terms = terms?.into_iter().map(|term| (term, false));
        let places = places?.unwrap_or_default().into_iter().map(|place| (place, true));
        let terms = terms.chain(places).map(|((table, span), is_place)| {
            reader.languages(table, span, "a term", Reader::lines).map(|names| Term { names, is_place, apart: None })
        });
        let mut terms = terms.collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()?;
        reader.set_apart(&mut terms, apart?.unwrap_or_default())?;
        Some(Glossary::new(terms))
    })
}

/// `None` for a value that is there and wrong, `Some(None)` for one that is not there.
#[expect(clippy::option_option, reason = "absent and wrong are different things here")]
fn lift<T>(value: Option<Option<T>>) -> Option<Option<T>> {
    value.map_or(Some(None), |value| value.map(Some))
}

fn with_table<T>(file: &str, bytes: &[u8], read: impl FnOnce(&mut Reader<'_>, &DeTable<'_>) -> Option<T>) -> Read<T> {
    let text = match str::from_utf8(bytes) {
        Ok(text) => text.strip_prefix('\u{feff}').unwrap_or(text),
        Err(error) => {
            let readable = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
            let end = readable.len();
            let file = FileText::new(file, &*readable);
            let fault = Fault::new(&file, end..end, "the file is not UTF-8 from here on", "save it as UTF-8");
            return Read { value: None, faults: vec![fault] };
        }
    };
    let file = FileText::new(file, text);
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reader = Reader { file: &file, faults: Vec::new() };
    // What stands behind a syntax error is read as something else than it is: what is said of it would be invented. A
    // key that is twice in its table leads nothing astray.
    let misleads = |error: &&TomlError| error.message() != "duplicate key";
    let syntax = errors.iter().filter(misleads).min_by_key(|error| error.span().map_or(0, |span| span.start));
    for error in syntax.map_or(&errors[..], std::slice::from_ref) {
        let message = error.message().lines().next().unwrap_or("this is not TOML").to_owned();
        reader.fault(error.span().unwrap_or(0..0), message, "see docs/corpus.md for how a corpus file is written");
    }
    let value = if syntax.is_none() { read(&mut reader, table.get_ref()) } else { None };
    let faults = reader.faults;
    Read { value: value.filter(|_| faults.is_empty()), faults }
}

type Value<'t> = Spanned<DeValue<'t>>;
/// Names, each with its place in the file.
type Placed = Vec<(String, Range<usize>)>;

/// The known keys of one table, as they were found.
struct Fields<'v, 't> {
    table: &'v DeTable<'t>,
    span: Range<usize>,
    what: &'static str,
    missing: std::cell::RefCell<Vec<&'static str>>,
}

impl<'v, 't> Fields<'v, 't> {
    fn get(&self, key: &str) -> Option<&'v Value<'t>> {
        self.table.get(key)
    }

    fn required(&self, key: &'static str) -> Option<&'v Value<'t>> {
        let value = self.table.get(key);
        if value.is_none() {
            self.missing.borrow_mut().push(key);
        }
        value
    }
}

struct Reader<'f> {
    file: &'f Arc<FileText>,
    faults: Vec<Fault>,
}

impl Reader<'_> {
    fn fault(&mut self, span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.faults.push(Fault::new(self.file, span, message, hint));
    }

    fn document_id(&mut self, file: &str) -> Option<DocumentId> {
        let id = document_id(file);
        if let Err(error) = &id {
            self.fault(0..0, format!("the file's name gives no document id: {error}"), "rename the file");
        }
        id.ok()
    }

    fn fields<'v, 't>(
        &mut self,
        table: &'v DeTable<'t>,
        span: Range<usize>,
        what: &'static str,
        known: &[&str],
    ) -> Fields<'v, 't> {
        for key in table.keys() {
            if !known.contains(&key.get_ref().as_ref()) {
                let hint = nearest(key.get_ref(), known).map_or_else(
                    || format!("the keys are {}", known.join(", ")),
                    |near| format!("did you mean `{near}`?"),
                );
                self.fault(key.span(), format!("unknown key `{}` in {what}", key.get_ref()), hint);
            }
        }
        Fields { table, span, what, missing: std::cell::RefCell::default() }
    }

    fn missing(&mut self, fields: Fields<'_, '_>) {
        for key in fields.missing.into_inner() {
            let hint = match key {
                "title" => "add a line such as: title = { id = \"…\", en = \"…\", ja = \"…\" }",
                "publisher" => "add a line such as: publisher = \"ANTARA News Ambon, Maluku\"",
                "url" => "add the page's address: url = \"https://…\"",
                "kind" => "add kind = \"digest\" for our own words or kind = \"verbatim\" for the publisher's",
                "term" => "add at least one [[term]]",
                _ => "add at least one [[passage]] with its text in each language of the title",
            };
            self.fault(fields.span.clone(), format!("{} has no `{key}`", fields.what), hint);
        }
    }

    /// A string that is not blank, its white space made single spaces.
    fn line(&mut self, value: &Value<'_>, what: &str) -> Option<String> {
        let Some(text) = value.get_ref().as_str() else {
            let kind = value.get_ref().type_str();
            self.fault(value.span(), format!("`{what}` is of type {kind}"), "write it as a string, in quotes");
            return None;
        };
        let line = squeezed(text);
        if line.chars().any(char::is_control) {
            self.fault(value.span(), format!("`{what}` holds a control character"), "take it out");
            return None;
        }
        if !line.chars().any(char::is_alphanumeric) {
            self.fault(value.span(), format!("`{what}` is empty"), "write its text, or take it out");
            return None;
        }
        Some(line)
    }

    fn lines(&mut self, value: &Value<'_>, what: &str) -> Option<Vec<String>> {
        let Some(array) = value.get_ref().as_array() else {
            self.fault(value.span(), format!("`{what}` is not a list"), "write it as [\"…\", \"…\"]");
            return None;
        };
        if array.is_empty() {
            self.fault(value.span(), format!("`{what}` is an empty list"), "write at least one, or take it out");
            return None;
        }
        array.iter().map(|line| self.line(line, what)).collect::<Vec<_>>().into_iter().collect()
    }

    /// Lists of names, each with the place of every name.
    fn lists(&mut self, value: &Value<'_>, what: &str) -> Option<Vec<Placed>> {
        let Some(array) = value.get_ref().as_array() else {
            self.fault(value.span(), format!("`{what}` is not a list of lists"), "write it as [[\"…\", \"…\"], …]");
            return None;
        };
        let list = |list: &Value<'_>| {
            let spans: Vec<_> = list.get_ref().as_array().into_iter().flatten().map(Spanned::span).collect();
            self.lines(list, what).map(|lines| lines.into_iter().zip(spans).collect())
        };
        array.iter().map(list).collect::<Vec<_>>().into_iter().collect()
    }

    /// Notes which of `terms` are of one of the lists of things that are not each other; a thing is of one list.
    fn set_apart(&mut self, terms: &mut [Term], lists: Vec<Placed>) -> Option<()> {
        let before = self.faults.len();
        // The first term of a name has it; looking through all terms for each name would take longer than to read them.
        let mut by_name: FxHashMap<String, usize> =
            lists.iter().flatten().map(|(name, _)| (name.clone(), terms.len())).collect();
        for (place, term) in terms.iter().enumerate() {
            for name in term.names.iter().flat_map(|(_, names)| names) {
                if let Some(first) = by_name.get_mut(name) {
                    *first = place.min(*first);
                }
            }
        }
        for (place, list) in lists.into_iter().enumerate() {
            for (name, span) in list {
                match by_name.get(&name).and_then(|first| terms.get_mut(*first)) {
                    None => {
                        let message = format!("no term has the name `{name}`, which is in `apart`");
                        self.fault(span, message, "write it as one of a [[term]]'s names, or take it out");
                    }
                    Some(Term { apart: Some(_), .. }) => {
                        self.fault(span, format!("`{name}` is twice in `apart`"), "leave it in one list, once");
                    }
                    Some(term) => term.apart = Some(place),
                }
            }
        }
        (self.faults.len() == before).then_some(())
    }

    fn by_language<T>(
        &mut self,
        value: &Value<'_>,
        what: &'static str,
        read: impl FnMut(&mut Self, &Value<'_>, &str) -> Option<T>,
    ) -> Option<ByLanguage<T>> {
        let Some(table) = value.get_ref().as_table() else {
            let message = format!("`{what}` does not say in which language it is");
            self.fault(value.span(), message, format!("write {what} = {{ id = …, en = …, ja = … }}"));
            return None;
        };
        self.languages(table, value.span(), what, read)
    }

    fn languages<T>(
        &mut self,
        table: &DeTable<'_>,
        span: Range<usize>,
        what: &'static str,
        read: impl FnMut(&mut Self, &Value<'_>, &str) -> Option<T>,
    ) -> Option<ByLanguage<T>> {
        let before = self.faults.len();
        let fields = self.fields(table, span.clone(), what, &["id", "en", "ja"]);
        if self.faults.len() > before {
            return None;
        }
        self.values(&fields, span, what, read)
    }

    fn values<T>(
        &mut self,
        fields: &Fields<'_, '_>,
        span: Range<usize>,
        what: &'static str,
        mut read: impl FnMut(&mut Self, &Value<'_>, &str) -> Option<T>,
    ) -> Option<ByLanguage<T>> {
        let before = self.faults.len();
        let mut values = ByLanguage::default();
        for language in Language::ALL {
            if let Some(value) = fields.get(language.code()) {
                *values.get_mut(language) = read(self, value, &format!("{what}.{language}"));
            }
        }
        if values.languages().next().is_none() && self.faults.len() == before {
            self.fault(span, format!("{what} is in no language"), "write it in at least one of id, en, ja");
        }
        (self.faults.len() == before).then_some(values)
    }

    /// What a passage says in each of its languages.
    fn passage_text(&mut self, table: &DeTable<'_>, span: Range<usize>) -> Option<ByLanguage<String>> {
        let fields = self.fields(table, span.clone(), "a passage", &["id", "en", "ja", "asked"]);
        self.values(&fields, span, "a passage", Self::line)
    }

    fn date(&mut self, value: &Value<'_>) -> Option<PartialDate> {
        let text = match value.get_ref() {
            DeValue::Datetime(date) => date.to_string(),
            DeValue::Integer(year) => year.to_string(),
            _ => self.line(value, "published")?,
        };
        let date = text.parse();
        if let Err(error) = &date {
            self.fault(
                value.span(),
                format!("`{text}` is no date"),
                format!("{error}; leave the key out where the date is not known"),
            );
        }
        date.ok()
    }

    fn url(&mut self, value: &Value<'_>) -> Option<String> {
        let text = self.line(value, "url")?;
        if value.get_ref().as_str().is_some_and(|written| written != text) {
            self.fault(value.span(), "`url` has white space in it", "take it out: an address is one word");
            return None;
        }
        if !is_address(&text) {
            self.fault(
                value.span(),
                format!("`{text}` is no http or https address"),
                "copy it from the browser's address bar",
            );
            return None;
        }
        Some(text)
    }

    fn kind(&mut self, value: &Value<'_>) -> Option<Kind> {
        match self.line(value, "kind")?.as_str() {
            "digest" => Some(Kind::Digest),
            "verbatim" => Some(Kind::Verbatim),
            other => {
                let hint = "write \"digest\" for our own words, \"verbatim\" for the publisher's";
                self.fault(value.span(), format!("`{other}` is no kind"), hint);
                None
            }
        }
    }

    fn tables<'v, 't>(&mut self, value: &'v Value<'t>, key: &str) -> Option<Vec<(&'v DeTable<'t>, Range<usize>)>> {
        let hint = format!("begin each with a line [[{key}]]");
        let Some(array) = value.get_ref().as_array() else {
            self.fault(value.span(), format!("`{key}` is not a list of tables"), hint);
            return None;
        };
        if array.is_empty() {
            self.fault(value.span(), format!("there is no `{key}`"), hint);
            return None;
        }
        let mut tables = Vec::new();
        for item in array {
            match item.get_ref().as_table() {
                Some(table) => tables.push((table, item.span())),
                None => self.fault(item.span(), format!("this `{key}` is not a table"), hint.clone()),
            }
        }
        (tables.len() == array.len()).then_some(tables)
    }

    fn passages(&mut self, value: &Value<'_>, title: Option<&ByLanguage<String>>) -> Option<Vec<Passage>> {
        let tables = self.tables(value, "passage")?;
        let mut passages = Vec::new();
        for (index, (table, span)) in tables.iter().enumerate() {
            let number = PassageNumber::from_index(index);
            let text = self.passage_text(table, span.clone());
            let asked = table.get("asked").map(|value| self.by_language(value, "asked", Self::lines));
            for language in title.into_iter().flat_map(ByLanguage::languages) {
                if !table.contains_key(language.code()) {
                    let message = format!("passage {number} has no `{language}`, which the title has");
                    self.fault(span.clone(), message, "translate it, or take the language out of the title");
                }
            }
            if let Some(Some(asked)) = &asked {
                for language in asked.languages().filter(|language| !table.contains_key(language.code())) {
                    let message = format!("passage {number} is asked in `{language}`, in which it has no text");
                    self.fault(span.clone(), message, "translate the passage, or take the language out of `asked`");
                }
            }
            let passage = |text, asked: Option<_>| Passage { number, text, asked: asked.unwrap_or_default() };
            passages.extend(text.and_then(|text| Some(passage(text, lift(asked)?))));
        }
        (passages.len() == tables.len()).then_some(passages)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
title = { id = "Judul", en = "Title" }
publisher = "Penerbit"
published = "2024"
url = "https://example.org/a"
kind = "digest"

[[passage]]
id = "Satu."
en = "One."

[questions]
id = ["Apa?"]
"#;

    /// The faults of a file, each as `line: message`.
    fn faults(text: &str) -> Vec<String> {
        let Read { value, faults } = document("corpus/a.toml", text.as_bytes());
        assert_eq!(value.is_none(), !faults.is_empty(), "a value exactly where nothing is wrong");
        assert!(faults.iter().all(|fault| !fault.hint.is_empty() && fault.file() == "corpus/a.toml"));
        faults.iter().map(|fault| format!("{}: {}", fault.line, fault.message)).collect()
    }

    fn check(change: (&str, &str), expect: &[&str]) {
        assert!(GOOD.contains(change.0));
        assert_eq!(faults(&GOOD.replacen(change.0, change.1, 1)), expect, "{change:?}");
    }

    #[test]
    fn a_good_file_is_read() {
        let Read { value, faults } = document("corpus/a.toml", GOOD.as_bytes());
        assert!(faults.is_empty(), "{faults:?}");
        let document = value.unwrap();
        assert_eq!(document.id.as_str(), "a");
        assert_eq!(document.passages[0].text.en.as_deref(), Some("One."));
        assert_eq!(document.published.unwrap().to_string(), "2024");
        assert_eq!(document.questions.id.unwrap(), ["Apa?"]);
    }

    #[test]
    fn each_fault_is_named_with_its_line() {
        check(
            ("publisher", "publsher"),
            &["3: unknown key `publsher` in the document", "1: the document has no `publisher`"],
        );
        check(("\"2024\"", "\"2024-13\""), &["4: `2024-13` is no date"]);
        check(("\"2024\"", "true"), &["4: `published` is of type boolean"]);
        check(
            ("https://example.org/a", "ftp://example.org/a"),
            &["5: `ftp://example.org/a` is no http or https address"],
        );
        check(
            ("https://example.org/a", "javascript:alert(1)"),
            &["5: `javascript:alert(1)` is no http or https address"],
        );
        for address in ["http:example.org/a", "https:///example.org/a", "https://example.org/a b", "https://"] {
            check(("https://example.org/a", address), &[&format!("5: `{address}` is no http or https address")]);
        }
        check(("https://example.org/a", " https://example.org/a"), &["5: `url` has white space in it"]);
        check(("https://example.org/a", "https://example.org/\\ta"), &["5: `url` has white space in it"]);
        check(("https://example.org/a", "example.org"), &["5: `example.org` is no http or https address"]);
        check(("\"digest\"", "\"novel\""), &["6: `novel` is no kind"]);
        check(("\"One.\"", "\" \""), &["10: `a passage.en` is empty"]);
        check(("\"One.\"", "\"O\\u0007ne.\""), &["10: `a passage.en` holds a control character"]);
        check(("en = \"One.\"", ""), &["8: passage 1 has no `en`, which the title has"]);
        check(("[[passage]]", "[passage]"), &["8: `passage` is not a list of tables"]);
        check(("[\"Apa?\"]", "\"Apa?\""), &["13: `questions.id` is not a list"]);
        check(
            ("{ id = \"Judul\", en = \"Title\" }", "\"Title\""),
            &["2: `title` does not say in which language it is"],
        );
        check(("id = \"Judul\"", "nl = \"Titel\""), &["2: unknown key `nl` in title"]);
    }

    #[test]
    fn every_fault_is_reported_not_only_the_first() {
        let bad = GOOD.replace("\"2024\"", "\"24\"").replace("https:", "htps:").replace("\"One.\"", "1");
        assert_eq!(
            faults(&bad),
            [
                "4: `24` is no date",
                "5: `htps://example.org/a` is no http or https address",
                "10: `a passage.en` is of type integer"
            ]
        );
    }

    #[test]
    fn broken_toml_is_one_fault_at_its_line_and_nothing_is_invented_of_what_follows() {
        for (whole, broken, line) in [
            ("kind = \"digest\"", "kind = \"digest", "6: "),
            ("\"Judul\"", "\"Judul", "2: "),
            ("publisher =", "publisher :", "3: "),
            ("\"Title\" }", "\"Title\"", "3: "),
            ("[[passage]]", "[[passage]", "8: "),
        ] {
            let found = faults(&GOOD.replace(whole, broken));
            assert!(found.len() == 1 && found[0].starts_with(line), "{broken}: {found:?}");
        }
    }

    #[test]
    fn a_key_that_is_there_twice_hides_no_other_fault() {
        check(
            ("kind = \"digest\"", "kind = \"digest\"\nkind = \"digest\"\npubisher = \"P\""),
            &["7: duplicate key", "8: unknown key `pubisher` in the document"],
        );
    }

    #[test]
    fn a_year_or_a_day_without_quotes_is_read_as_meant() {
        for (bare, expect) in [("2024", "2024"), ("2024-11-20", "2024-11-20")] {
            let Read { value, .. } = document("a.toml", GOOD.replace("\"2024\"", bare).as_bytes());
            assert_eq!(value.unwrap().published.unwrap().to_string(), expect);
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_a_fault_at_their_line() {
        let Read { value, faults } = document("a.toml", b"title = 1\n\xff\xfe");
        assert!(value.is_none());
        assert_eq!((faults[0].line, faults[0].message.as_str()), (2, "the file is not UTF-8 from here on"));
    }

    #[test]
    fn a_bad_file_name_is_a_fault() {
        let Read { faults, .. } = document("corpus/Ä b.toml", GOOD.as_bytes());
        assert!(faults[0].message.starts_with("the file's name gives no document id"), "{faults:?}");
    }

    #[test]
    fn a_glossary_is_read() {
        let Read { value, faults } =
            glossary("glossary.toml", b"[[term]]\nid = [\"wali kota\"]\nja = [\"\xe5\xb8\x82\xe9\x95\xb7\"]");
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(value.unwrap().terms()[0].names.ja.as_deref(), Some(&["市長".to_owned()][..]));
        let Read { value, faults } =
            glossary("glossary.toml", b"[[term]]\nid = [\"kota\"]\n[[place]]\nid = [\"Ambon\"]");
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(value.unwrap().terms().iter().map(|term| term.is_place).collect::<Vec<_>>(), [false, true]);
        let apart = |lists: &str| {
            let terms =
                "[[term]]\nid = [\"biola\"]\nen = [\"violin\"]\n[[term]]\nen = [\"piano\"]\n[[term]]\nen = [\"song\"]";
            glossary("glossary.toml", format!("apart = {lists}\n{terms}").as_bytes())
        };
        let Read { value, faults } = apart("[[\"piano\", \"biola\"]]");
        assert!(faults.is_empty(), "{faults:?}");
        let lists: Vec<_> = value.unwrap().terms().iter().map(|term| term.apart).collect();
        assert_eq!(lists, [Some(0), Some(0), None]);
        for (lists, expect) in [
            ("[[\"piano\", \"harp\"]]", "no term has the name `harp`, which is in `apart`"),
            ("[[\"piano\", \"violin\"], [\"biola\"]]", "`biola` is twice in `apart`"),
            ("[\"piano\"]", "`apart` is not a list"),
            ("\"piano\"", "`apart` is not a list of lists"),
            ("[[\"piano\"], []]", "`apart` is an empty list"),
        ] {
            let Read { value, faults } = apart(lists);
            assert!(value.is_none(), "{lists}");
            assert_eq!(faults.iter().map(|fault| (fault.line, &*fault.message)).collect::<Vec<_>>(), [(1, expect)]);
        }
        let Read { value, faults } = glossary("glossary.toml", b"place = 3\n[[term]]\nid = [\"kota\"]");
        assert!(value.is_none() && faults.len() == 1, "{faults:?}");
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_panic(bytes: Vec<u8>) {
            let Read { value, faults } = document("a.toml", &bytes);
            proptest::prop_assert!(value.is_some() || !faults.is_empty());
        }

        #[test]
        fn no_broken_file_panics(at in 0..GOOD.len(), insert in "\\PC{0,3}|[\\[\\]{}=\"'\n#,.0-9]{0,4}", cut in 0_usize..12) {
            let end = (at + cut).min(GOOD.len());
            let text = format!("{}{insert}{}", &GOOD[..at], &GOOD[end..]);
            let Read { value, faults } = document("a.toml", text.as_bytes());
            proptest::prop_assert!(value.is_some() || !faults.is_empty());
        }
    }
}
