//! Text from outside, made harmless for a terminal: no escape sequence, no control character, no reordering.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Is it a character that moves a cursor, rings a bell or turns the direction of reading.
const fn is_harmful(character: char) -> bool {
    matches!(character,
        '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e0fff}')
}

/// The text with every white space made a plain space and every other harmful character shown as U+FFFD.
#[must_use]
pub fn harmless(text: &str) -> Cow<'_, str> {
    if !text.contains(is_harmful) {
        return Cow::Borrowed(text);
    }
    let shown = text.chars().map(|character| match character {
        '\t' | '\n' | '\r' | '\u{2028}' | '\u{2029}' => ' ',
        _ if is_harmful(character) => '\u{fffd}',
        _ => character,
    });
    Cow::Owned(shown.collect())
}

/// JSON in which what is harmful is written `\u202e`, as it may be printed at a terminal.
pub(super) struct HarmlessJson;

impl serde_json::ser::Formatter for HarmlessJson {
    fn write_string_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> std::io::Result<()>
    where
        W: ?Sized + std::io::Write,
    {
        if !fragment.contains(is_harmful) {
            return writer.write_all(fragment.as_bytes());
        }
        let mut escaped = String::with_capacity(fragment.len());
        for character in fragment.chars() {
            if is_harmful(character) {
                for unit in character.encode_utf16(&mut [0; 2]) {
                    write!(escaped, "\\u{unit:04x}").map_err(std::io::Error::other)?;
                }
            } else {
                escaped.push(character);
            }
        }
        writer.write_all(escaped.as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde::Serialize as _;

    #[test]
    fn nothing_harmful_reaches_the_terminal() {
        let check = |text: &str, expect: &str| assert_eq!(harmless(text), expect, "{text:?}");
        check("Kota Ambon, 音楽 é 🎵", "Kota Ambon, 音楽 é 🎵");
        check("a\x1b[31mb", "a\u{fffd}[31mb");
        check("one\ntwo\tthree", "one two three");
        check("a\u{202e}b\u{2066}c", "a\u{fffd}b\u{fffd}c");
        check("\u{9b}2J", "\u{fffd}2J");
        check("\u{7}", "\u{fffd}");
    }

    #[test]
    fn json_keeps_every_character_and_shows_none_that_harms() {
        let check = |text: &str, expect: &str| {
            let mut json = Vec::new();
            text.serialize(&mut serde_json::Serializer::with_formatter(&mut json, HarmlessJson)).unwrap();
            let json = String::from_utf8(json).unwrap();
            assert_eq!(json, expect);
            assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
        };
        check("音楽 \"a\"\n", r#""音楽 \"a\"\n""#);
        check("a\u{202e}\u{9b}\u{e0041}", r#""a\u202e\u009b\udb40\udc41""#);
    }
}
