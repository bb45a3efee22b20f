//! The files that are measured on: a JSON object a line, each with the same keys.

use std::fs;
use std::path::Path;

use serde_json::{Map, Value};

use super::super::without_mark;
use crate::language::Language;

/// What a line tells.
pub(super) trait FromLine: Sized {
    /// Its keys, for who wrote none of them.
    const KEYS: &'static str;

    /// Reads them.
    ///
    /// # Errors
    /// With the first key that is not what it has to be, in a sentence without a full stop.
    fn from_line(keys: &Keys) -> Result<Self, String>;
}

/// The keys of one line.
pub(super) struct Keys(Map<String, Value>);

impl Keys {
    /// A whole number, 0 or more.
    pub(super) fn number(&self, key: &str) -> Result<u64, String> {
        self.read(key, "a whole number", Value::as_u64)
    }

    pub(super) fn text(&self, key: &str) -> Result<String, String> {
        self.read(key, "a text in quotes", |value| value.as_str().map(str::to_owned))
    }

    pub(super) fn texts(&self, key: &str) -> Result<Vec<String>, String> {
        let texts = |value: &Value| value.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect();
        self.read(key, "a list of texts in quotes", texts)
    }

    pub(super) fn is(&self, key: &str) -> Result<bool, String> {
        self.read(key, "true or false", Value::as_bool)
    }

    pub(super) fn language(&self, key: &str) -> Result<Language, String> {
        self.read(key, "\"id\", \"en\" or \"ja\"", |value| value.as_str()?.parse().ok())
    }

    fn read<T>(&self, key: &str, what: &str, read: impl Fn(&Value) -> Option<T>) -> Result<T, String> {
        match self.0.get(key) {
            Some(value) => read(value).ok_or_else(|| format!("`{key}` has to be {what}")),
            None => Err(format!("`{key}` is missing, which has to be {what}")),
        }
    }
}

/// Every line of the file that is not blank, with its number.
///
/// # Errors
/// Where the file cannot be read, or with the first line that is not as it should be.
pub(super) fn read<T: FromLine>(path: &Path) -> Result<Vec<(usize, T)>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    let lines = without_mark(&text).lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    let lines = lines.map(|(line, number)| match one(line) {
        Ok(value) => Ok((number, value)),
        Err(fault) => Err(at(path, number, &fault)),
    });
    lines.collect()
}

/// A fault, with its file and line before it.
pub(super) fn at(path: &Path, number: usize, fault: &str) -> String {
    format!("{}:{number}: {fault}", path.display())
}

fn one<T: FromLine>(line: &str) -> Result<T, String> {
    match serde_json::from_str(line) {
        Ok(Value::Object(keys)) => T::from_line(&Keys(keys)),
        _ => Err(format!("this line is no JSON object; its keys are {}", T::KEYS)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Line(u64, Vec<String>, bool, Language);

    impl FromLine for Line {
        const KEYS: &'static str = "n, list, yes and language";

        fn from_line(keys: &Keys) -> Result<Self, String> {
            Ok(Self(keys.number("n")?, keys.texts("list")?, keys.is("yes")?, keys.language("language")?))
        }
    }

    #[test]
    fn a_line_that_is_not_as_it_should_be_is_told_by_its_key() {
        let good = r#"{"n": 1, "list": ["a"], "yes": true, "language": "ja", "more": null}"#;
        assert_eq!(one(good), Ok(Line(1, vec!["a".to_owned()], true, Language::Ja)));
        let check = |part: &str, instead: &str, expect: &str| {
            assert_eq!(one::<Line>(&good.replace(part, instead)), Err(expect.to_owned()));
        };
        check("1", "-1", "`n` has to be a whole number");
        check("\"n\"", "\"m\"", "`n` is missing, which has to be a whole number");
        check("[\"a\"]", "[1]", "`list` has to be a list of texts in quotes");
        check("true", "\"true\"", "`yes` has to be true or false");
        check("\"ja\"", "\"nl\"", "`language` has to be \"id\", \"en\" or \"ja\"");
        check("}", "", "this line is no JSON object; its keys are n, list, yes and language");
        assert!(one::<Line>("[1]").is_err());
    }
}
