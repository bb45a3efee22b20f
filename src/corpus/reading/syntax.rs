//! What breaks a corpus file as TOML, and the way out of each fault that people make.

use std::ops::Range;

/// The way out of a fault of TOML, which the parser told with `message` for the place `span` in `text`.
pub(super) fn way_out(message: &str, text: &str, span: &Range<usize>) -> &'static str {
    let place = Place::of(text, span);
    let begins = |beginning: &&str| message.starts_with(beginning);
    if begins(&"unexpected key or value") {
        place.quotes_within().unwrap_or_else(|| place.behind_value())
    } else if begins(&"missing comma") {
        place.quotes_within().unwrap_or(NO_COMMA)
    } else if ["string values must be quoted", "missing value"].iter().any(begins) {
        place.without_quotes()
    } else if ["invalid basic string", "invalid literal string"].iter().any(begins) {
        place.within_quotes()
    } else if NUMBERS.iter().any(begins) {
        DATE
    } else {
        let known = WAYS.iter().find(|(beginning, _)| begins(beginning));
        known.map_or("see docs/corpus.md for how a corpus file is written", |(_, way)| way)
    }
}

/// How the parser begins to tell a fault, and the way out, wherever it is.
const WAYS: [(&str, &str); 17] = [
    ("invalid multi-line", "the text has no end: write the same three quotes behind it as before it"),
    ("missing escaped value", BACKSLASH),
    ("too few unicode value digits", BACKSLASH),
    ("unclosed array table", "close the head with two brackets: [[…]]"),
    ("unclosed table", "close the head with a bracket: […]"),
    ("unclosed array", "close the list with a bracket, and each text in it with a quote: [\"…\", \"…\"]"),
    ("unclosed inline table", "close it with a brace, and each text in it with a quote: { id = \"…\", en = \"…\" }"),
    ("duplicate key", "leave one of the two, and take the other out"),
    ("extra comma", "take out one comma of two"),
    ("key with no value", KEY_AND_VALUE),
    ("extra `=`", KEY_AND_VALUE),
    ("extra assignment", KEY_AND_VALUE),
    ("missing assignment", KEY_AND_VALUE),
    ("missing key", KEY_AND_VALUE),
    ("invalid unquoted key", LINE),
    ("unquoted keys cannot be empty", LINE),
    ("invalid key-value pair", LINE),
];

/// How the parser begins to tell a fault of a number or a date, which a value without quotes is taken for that begins as one.
const NUMBERS: [&str; 10] = [
    "invalid date",
    "invalid time",
    "invalid float",
    "invalid integer",
    "unexpected leading zero",
    "redundant ",
    "`_` may only",
    "radix ",
    "integers with a radix",
    "unexpected sign",
];

const KEY_AND_VALUE: &str = "write the key, =, and its value in quotes: key = \"…\"";
const LINE: &str = "write a key, =, and its value behind it; what is a note to yourself begins with #";
const BACKSLASH: &str = "a backslash in double quotes says that a sign is escaped: write two of them for one (\\\\)";
const DATE: &str = "write it in quotes, a date as \"2024\", \"2024-11\" or \"2024-11-20\"";
const QUOTES_WITHIN: &str = "a quote within quotes is written with a backslash before it (\\\"), or as “ and ”";
const APOSTROPHE: &str = "an apostrophe ends a text in single quotes: write the text in double quotes (\"…\")";
const NO_COMMA: &str = "put a comma between two values; where the list or the braces end before this, close them there";

/// The longest value that may be meant as a date, in code points.
const LONGEST_DATE: usize = 20;

/// Is it, behind a comma or without one, a further key with its value.
fn is_key_and_value(text: &str) -> bool {
    let is_key = |key: &str| key.chars().all(|sign| sign.is_ascii_alphanumeric() || "-_. ".contains(sign));
    let text = text.trim_start_matches([',', ';', ' ']);
    text.split_once('=')
        .is_some_and(|(key, value)| is_key(key) && value.trim_start().starts_with(['"', '\'', '[', '{']))
}

/// Where a fault is.
struct Place<'t> {
    /// What stands before it in its line.
    before: &'t str,
    /// It, as far as it is in its line.
    marked: &'t str,
    /// It and what stands behind it in its line.
    rest: &'t str,
}

impl<'t> Place<'t> {
    fn of(text: &'t str, span: &Range<usize>) -> Self {
        let start = text.floor_char_boundary(span.start);
        let (before, behind) = text.split_at(start);
        let before = &before[before.rfind('\n').map_or(0, |end| end + 1)..];
        let rest = behind.lines().next().unwrap_or_default();
        let marked = &rest[..rest.floor_char_boundary(span.end.saturating_sub(start))];
        Self { before, marked, rest }
    }

    /// The way out where a text ended at a quote of its own: it goes on, up to another quote, and is no further key or value.
    fn quotes_within(&self) -> Option<&'static str> {
        let quote = self.before.trim_end().chars().next_back().filter(|quote| ['"', '\''].contains(quote))?;
        let goes_on = !self.rest.starts_with(quote) && self.rest.contains(quote) && !is_key_and_value(self.rest);
        goes_on.then_some(if quote == '"' { QUOTES_WITHIN } else { APOSTROPHE })
    }

    /// Something stands behind what is whole.
    fn behind_value(&self) -> &'static str {
        if self.before.trim_start().starts_with('[') {
            return "the head of an entry stands alone in its line: [[passage]]";
        }
        "a line holds one key and its value: what is behind it belongs in a line of its own; a note begins with #"
    }

    /// A value stands without quotes, or none at all.
    fn without_quotes(&self) -> &'static str {
        let value = self.marked.trim();
        if value.is_empty() || value.starts_with('#') {
            return "write the value in quotes behind the key and =, or take the key out where nothing is known";
        }
        let is_date = value.starts_with(|sign: char| sign.is_ascii_digit()) && value.chars().count() <= LONGEST_DATE;
        if is_date { DATE } else { "write it in straight quotes: \"…\"" }
    }

    /// Something is wrong in a text that its quote opened.
    fn within_quotes(&self) -> &'static str {
        if self.rest.is_empty() {
            return "close the text with a quote at its end, in the same line: a line break within is written as a space";
        }
        if self.marked.chars().any(char::is_control) {
            return "take the control character out";
        }
        KEY_AND_VALUE
    }
}

#[cfg(test)]
mod tests {
    use crate::corpus::reading::document;

    /// Checks what is told as the way out of the first fault of each.
    fn check(expect: &str, files: &[&str]) {
        for file in files {
            let faults = document("a.toml", file.as_bytes()).faults;
            assert!(faults[0].hint.contains(expect), "{file}: {:?}", faults[0]);
        }
    }

    #[test]
    fn what_people_get_wrong_in_toml_has_its_way_out() {
        let date = "write it in quotes, a date as \"2024\", \"2024-11\" or \"2024-11-20\"";
        check(date, &["published = 2024-11", "published = 2024-1-5 # day", "published = 20-11-2024"]);
        check(
            date,
            &["published = 20/11/2024", "published = 2024.11.20", "published = 02024", "published = 2024-13-01"],
        );
        check("a quote within quotes", &["title.id = \"He said \"no\" to it.\"", "title.id = \"\"No\" it is\"\n"]);
        check("a quote within quotes", &["title = { en = \"a \"b\" c\" }", "untold.id = [\n  \"a 5\" disk\",\n]"]);
        check("in double quotes", &["title.id = 'Jum'at'", "title = { en = 'It's' }"]);
        check(
            "close the text with a quote",
            &["title.id = \"a\nkind = \"digest\"", "title.id = \"a\r\nb\"", "id = 'a"],
        );
        check(
            "close the text with a quote",
            &["untold.id = [\"a\", \"b\nc\"]", "untold.id = [\"a\", \"b]\nkind = \"a\""],
        );
        check("the same three quotes", &["title.id = \"\"\"a\nb"]);
        check("put a comma between two values", &["untold.id = [\"a\" \"b\"]", "untold.id = [\n\"a\"\n\"b\"\n]"]);
        check("close them there", &["title = { id = \"a\"\nkind = \"b\"", "untold.id = [\"a\"\n[[passage]]\n"]);
        check("put a comma between two values", &["title = { id = \"a\" en = \"b\" }"]);
        check("close the list", &["untold.id = [\"a\", \"b\""]);
        check("close it with a brace", &["title = { id = \"a\""]);
        check("[[…]]", &["[[passage]\nid = \"a\"", "[[passage\nid = \"a\""]);
        check("a bracket: […]", &["[questions\nid = [\"a\"]"]);
        check("alone in its line", &["[[passage]] id = \"a\"", "[questions]]"]);
        check("or take the key out where nothing is known", &["kind =", "kind = # verbatim", "kind =\nurl = \"a\""]);
        check("the key, =, and its value in quotes", &["kind", "kind : \"a\"", "title = { en }", "kind = = \"a\""]);
        check("in straight quotes", &["kind = digest", "title.id = “Judul”", "untold.id = [apa, siapa]"]);
        check("write two of them for one", &["title.id = \"C:\\d\"", "title.id = \"C:\\Users\""]);
        check("in a line of its own", &["kind = \"digest\" url = \"a\"", "kind = \"digest\",", "kind = \"digest\";"]);
        check("begins with #", &["<html>", "// note", "= \"a\""]);
        check("take the control character out", &["title.id = \"a\u{1}b\""]);
        check("leave one of the two", &["kind = \"digest\"\nkind = \"digest\""]);
    }

    #[test]
    fn a_tab_within_quotes_is_a_space() {
        let file = "title.id = \"A\tB\"\npublisher = \"P\"\nurl = \"https://example.org/\"\nkind = \"digest\"\n\
            [[passage]]\nid = \"S\"\n";
        let title = document("a.toml", file.as_bytes()).value.unwrap().title;
        assert_eq!(title.id.as_deref(), Some("A B"));
    }
}
