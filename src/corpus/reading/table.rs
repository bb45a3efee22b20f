//! A TOML file as typed values, each read at its place, with every fault that is found on the way.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue, Error as TomlError};

use super::squeezed;
use super::syntax::way_out;
use crate::corpus::Fault;
use crate::corpus::fault::FileText;
use crate::language::{ByLanguage, Language, nearest};

pub(super) type Value<'t> = Spanned<DeValue<'t>>;
/// Names, each with its place in the file.
pub(super) type Placed = Vec<(String, Range<usize>)>;

/// The known keys of one table, as they were found.
pub(super) struct Fields<'v, 't> {
    table: &'v DeTable<'t>,
    span: Range<usize>,
    what: &'static str,
    missing: RefCell<Vec<&'static str>>,
}

impl<'v, 't> Fields<'v, 't> {
    pub(super) fn get(&self, key: &str) -> Option<&'v Value<'t>> {
        self.table.get(key)
    }

    /// Notes that a key is missing, of several one of which has to be there.
    pub(super) fn require_one(&self, keys: &[&'static str]) {
        if !keys.iter().any(|key| self.table.contains_key(*key)) {
            self.missing.borrow_mut().extend(keys.first());
        }
    }

    pub(super) fn required(&self, key: &'static str) -> Option<&'v Value<'t>> {
        let value = self.table.get(key);
        if value.is_none() {
            self.missing.borrow_mut().push(key);
        }
        value
    }
}

/// What was read, and everything wrong with it. There is a value only where nothing is wrong.
pub(in crate::corpus) struct Read<T> {
    pub(in crate::corpus) value: Option<T>,
    pub(in crate::corpus) faults: Vec<Fault>,
}

/// Reads what a file's bytes hold with `read`. Any bytes are taken; none panics.
pub(super) fn with_table<T>(
    file: &str,
    bytes: &[u8],
    read: impl FnOnce(&mut Reader<'_>, &DeTable<'_>) -> Option<T>,
) -> Read<T> {
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
        let span = error.span().unwrap_or(0..0);
        let hint = way_out(&message, text, &span);
        reader.fault(span, message, hint);
    }
    let value = if syntax.is_none() { read(&mut reader, table.get_ref()) } else { None };
    let faults = reader.faults;
    Read { value: value.filter(|_| faults.is_empty()), faults }
}

/// Who reads a file, and what was found wrong with it so far.
pub(super) struct Reader<'f> {
    file: &'f Arc<FileText>,
    pub(super) faults: Vec<Fault>,
}

impl Reader<'_> {
    pub(super) fn fault(&mut self, span: Range<usize>, message: impl Into<String>, hint: impl Into<String>) {
        self.faults.push(Fault::new(self.file, span, message, hint));
    }

    pub(super) fn fields<'v, 't>(
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
        Fields { table, span, what, missing: RefCell::default() }
    }

    pub(super) fn missing(&mut self, fields: Fields<'_, '_>) {
        for key in fields.missing.into_inner() {
            let hint = match key {
                "title" => "add a line such as: title = { id = \"…\", en = \"…\", ja = \"…\" }",
                "publisher" => "add a line such as: publisher = \"ANTARA News Ambon, Maluku\"",
                "url" => "add the page's address: url = \"https://…\"",
                "kind" => "add kind = \"digest\" for our own words or kind = \"verbatim\" for the publisher's",
                "term" => "add at least one [[term]] or [[place]]",
                _ => "add at least one [[passage]] with its text in each language of the title",
            };
            self.fault(fields.span.clone(), format!("{} has no `{key}`", fields.what), hint);
        }
    }

    /// A string that is not blank, its white space made single spaces.
    pub(super) fn line(&mut self, value: &Value<'_>, what: &str) -> Option<String> {
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

    pub(super) fn lines(&mut self, value: &Value<'_>, what: &str) -> Option<Vec<String>> {
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
    pub(super) fn lists(&mut self, value: &Value<'_>, what: &str) -> Option<Vec<Placed>> {
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

    pub(super) fn by_language<T>(
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

    pub(super) fn languages<T>(
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

    pub(super) fn values<T>(
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

    pub(super) fn tables<'v, 't>(
        &mut self,
        value: &'v Value<'t>,
        key: &str,
    ) -> Option<Vec<(&'v DeTable<'t>, Range<usize>)>> {
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
}
