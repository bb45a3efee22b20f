//! A corpus file, from bytes to a checked value: with every fault in it, not only the first.

mod syntax;
mod table;

use std::ops::Range;
use std::path::Path;

use rustc_hash::{FxHashMap, FxHashSet};
use toml::de::{DeTable, DeValue};
use url::Url;

use super::{BadDocumentId, Document, DocumentId, Glossary, Kind, PartialDate, Passage, PassageNumber, Term};
use crate::language::ByLanguage;
use table::{Placed, Reader, Value, with_table};

pub(super) use table::Read;

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
        let questions = top.get("questions").map(|value| reader.asked(value, "questions", passages.as_deref()));
        let untold = top.get("untold").map(|value| reader.asked(value, "untold", passages.as_deref()));
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
        let top = reader.fields(table, 0..0, "the glossary", &["term", "place", "apart", "within"]);
        top.require_one(&["term", "place"]);
        let terms = lift(top.get("term").map(|value| reader.tables(value, "term")));
        let places = lift(top.get("place").map(|value| reader.tables(value, "place")));
        let apart = lift(top.get("apart").map(|value| reader.lists(value, "apart")));
        let within = lift(top.get("within").map(|value| reader.lists(value, "within")));
        reader.missing(top);
        let terms = terms?.unwrap_or_default().into_iter().map(|term| (term, false));
        let places = places?.unwrap_or_default().into_iter().map(|place| (place, true));
        let terms = terms.chain(places).map(|((table, span), is_place)| {
            reader.languages(table, span, "a term", Reader::lines).map(|names| Term {
                names,
                is_place,
                apart: None,
                within: Vec::new(),
            })
        });
        let mut terms = terms.collect::<Vec<_>>().into_iter().collect::<Option<Vec<_>>>()?;
        let (apart, within) = (apart?.unwrap_or_default(), within?.unwrap_or_default());
        let by_name = first_of_each_name(&terms, apart.iter().chain(&within).flatten());
        let is_apart = reader.set_apart(&mut terms, apart, &by_name);
        reader.set_within(&mut terms, &within, &by_name).and(is_apart)?;
        Some(Glossary::new(terms))
    })
}

/// The first term that has a name.
type FirstOfName = FxHashMap<String, usize>;

/// The first of `terms` for each of these `names` that one has: looking through all terms for each name would take longer than to
/// read them.
fn first_of_each_name<'n>(terms: &[Term], names: impl Iterator<Item = &'n (String, Range<usize>)>) -> FirstOfName {
    let listed: FxHashSet<&str> = names.map(|(name, _)| &**name).collect();
    let mut first = FirstOfName::default();
    for (place, term) in terms.iter().enumerate() {
        for name in term.names.iter().flat_map(|(_, names)| names).filter(|name| listed.contains(&***name)) {
            first.entry(name.clone()).or_insert(place);
        }
    }
    first
}

/// `None` for a value that is there and wrong, `Some(None)` for one that is not there.
#[expect(clippy::option_option, reason = "absent and wrong are different things here")]
fn lift<T>(value: Option<Option<T>>) -> Option<Option<T>> {
    value.map_or(Some(None), |value| value.map(Some))
}

impl Reader<'_> {
    fn document_id(&mut self, file: &str) -> Option<DocumentId> {
        let id = document_id(file);
        if let Err(error) = &id {
            self.fault(0..0, format!("the file's name gives no document id: {error}"), "rename the file");
        }
        id.ok()
    }

    /// The term of a name that a list of `what` has, as its place.
    fn listed(&mut self, (name, span): &(String, Range<usize>), by_name: &FirstOfName, what: &str) -> Option<usize> {
        let term = by_name.get(name).copied();
        if term.is_none() {
            let message = format!("no term has the name `{name}`, which is in `{what}`");
            self.fault(span.clone(), message, "write it as one of a [[term]]'s names, or take it out");
        }
        term
    }

    /// Notes which of `terms` are of one of the lists of things that are not each other; a thing is of one list.
    fn set_apart(&mut self, terms: &mut [Term], lists: Vec<Placed>, by_name: &FirstOfName) -> Option<()> {
        let before = self.faults.len();
        for (place, list) in lists.into_iter().enumerate() {
            for name in list {
                match self.listed(&name, by_name, "apart").map(|first| &mut terms[first].apart) {
                    None => {}
                    Some(Some(_)) => {
                        self.fault(name.1, format!("`{}` is twice in `apart`", name.0), "leave it in one list, once");
                    }
                    Some(apart) => *apart = Some(place),
                }
            }
        }
        (self.faults.len() == before).then_some(())
    }

    /// Notes in which regions `terms` lie: those of each list in that of its first name.
    fn set_within(&mut self, terms: &mut [Term], lists: &[Placed], by_name: &FirstOfName) -> Option<()> {
        let before = self.faults.len();
        for list in lists {
            let named: Vec<usize> = list.iter().filter_map(|name| self.listed(name, by_name, "within")).collect();
            let Some((region, inner)) = named.split_first() else { continue };
            for term in inner {
                terms[*term].within.push(*region);
            }
        }
        (self.faults.len() == before).then_some(())
    }

    /// What a passage says in each of its languages.
    fn passage_text(&mut self, table: &DeTable<'_>, span: Range<usize>) -> Option<ByLanguage<String>> {
        let fields = self.fields(table, span.clone(), "a passage", &["id", "en", "ja", "asked"]);
        self.values(&fields, span, "a passage", Self::line)
    }

    /// What is asked of a document, in languages that it has: each needs a passage of those that could be read.
    fn asked(
        &mut self,
        value: &Value<'_>,
        key: &'static str,
        passages: Option<&[Passage]>,
    ) -> Option<ByLanguage<Vec<String>>> {
        let asked = self.by_language(value, key, Self::lines)?;
        let Some(passages) = passages else { return Some(asked) };
        let before = self.faults.len();
        for language in asked.languages() {
            if passages.iter().all(|passage| passage.text.get(language).is_none()) {
                let place = value.get_ref().as_table().and_then(|table| table.get(language.code())).unwrap_or(value);
                let message = format!("`{key}` has `{language}`, in which the document has no passage");
                self.fault(
                    place.span(),
                    message,
                    format!("translate the document, or take the language out of `{key}`"),
                );
            }
        }
        (self.faults.len() == before).then_some(asked)
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
            ("[\"Apa?\"]", "[\"Apa?\"]\nja = [\"何？\"]\n[untold]\nja = [\"何？\"]\nen = [\"What?\"]"),
            &[
                "14: `questions` has `ja`, in which the document has no passage",
                "16: `untold` has `ja`, in which the document has no passage",
            ],
        );
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
        let Read { value, faults } = glossary("glossary.toml", b"[[place]]\nid = [\"Ambon\"]");
        assert!(faults.is_empty(), "{faults:?}");
        assert!(value.unwrap().terms()[0].is_place);
        let Read { value, faults } = glossary("glossary.toml", b"apart = []");
        let told: Vec<_> = faults.iter().map(|fault| (&*fault.message, &*fault.hint)).collect();
        assert_eq!(
            (value.is_none(), told),
            (true, vec![("the glossary has no `term`", "add at least one [[term]] or [[place]]")])
        );
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
        let within = |lists: &str| {
            let terms = "[[term]]\nen = [\"Japan\"]\n[[term]]\nen = [\"Asia\"]\n[[place]]\nen = [\"Kyoto\"]";
            glossary("glossary.toml", format!("within = {lists}\n{terms}").as_bytes())
        };
        let Read { value, faults } = within("[[\"Japan\", \"Kyoto\"], [\"Asia\", \"Japan\"]]");
        assert!(faults.is_empty(), "{faults:?}");
        let regions: Vec<_> = value.unwrap().terms().iter().map(|term| term.within.clone()).collect();
        assert_eq!(regions, [vec![1], vec![], vec![0]]);
        let faults = within("[[\"Japan\", \"Tokyo\"]]").faults;
        assert_eq!(faults[0].message, "no term has the name `Tokyo`, which is in `within`");
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
