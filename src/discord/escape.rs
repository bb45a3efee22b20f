//! Text from outside, made plain for Discord: no markdown, mention, link or spoiler of it takes effect.

use crate::language::is_invisible;

/// `text` on one line, shown as it stands. What is neither seen nor needed (control, bidi and zero-width characters)
/// is left out.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + 8);
    push(text, true, &mut escaped);
    escaped
}

/// The same for a part of a text that is put together from parts, at the end of `escaped`; `at_start` where the part
/// begins a line, at which Discord reads headings, lists and quotes.
pub fn push(text: &str, at_start: bool, escaped: &mut String) {
    let mut at_start = at_start;
    let mut only_digits_yet = at_start;
    let mut space = false;
    for (place, character) in text.char_indices() {
        if character.is_whitespace() {
            space = true;
            continue;
        }
        if is_invisible(character) || character.is_control() {
            continue;
        }
        if std::mem::take(&mut space) && !at_start {
            escaped.push(' ');
            only_digits_yet = false;
        }
        match character {
            '\\' | '*' | '_' | '~' | '`' | '|' | '<' | '>' | '[' | ']' => escaped.push('\\'),
            // An address is a link by what follows its scheme.
            ':' if text[place..].starts_with("://") => escaped.push('\\'),
            '#' | '-' | '+' if at_start => escaped.push('\\'),
            // 1. and 1) at the start of a line make a list.
            '.' if only_digits_yet && !at_start => escaped.push('\\'),
            _ => {}
        }
        escaped.push(character);
        if character == '@' {
            // Behind it, `everyone` and `here` are words.
            escaped.push('\u{2060}');
        }
        only_digits_yet &= character.is_ascii_digit();
        at_start = false;
    }
    if space && !at_start {
        escaped.push(' ');
    }
}

/// The text that [`escape`] made `escaped` of, but for what it left out.
#[must_use]
pub fn unescape(escaped: &str) -> String {
    let mut text = String::with_capacity(escaped.len());
    let mut characters = escaped.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => text.extend(characters.next_if(char::is_ascii_punctuation)),
            '\u{2060}' => {}
            _ => text.push(character),
        }
    }
    text
}

/// An address as it may stand between the parentheses of a link.
#[must_use]
pub fn link_target(url: &str) -> String {
    let mut target = String::with_capacity(url.len());
    for character in url.chars() {
        match character {
            '(' => target.push_str("%28"),
            ')' => target.push_str("%29"),
            '<' => target.push_str("%3C"),
            '>' => target.push_str("%3E"),
            '\\' => target.push_str("%5C"),
            _ if character.is_whitespace() || character.is_control() => target.push_str("%20"),
            _ => target.push(character),
        }
    }
    target
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn markup_is_shown_and_takes_no_effect() {
        let check = |text: &str, expect: &str| assert_eq!(escape(text), expect, "{text:?}");
        check("Ambon, kota musik.", "Ambon, kota musik.");
        check("浜松市です。", "浜松市です。");
        check("**bold** _it_ ~~no~~ `code` ||spoiler||", r"\*\*bold\*\* \_it\_ \~\~no\~\~ \`code\` \|\|spoiler\|\|");
        check("[a](https://b)", r"\[a\](https\://b)");
        check("<@1> <#2> <:a:3> <t:4>", "\\<@\u{2060}1\\> \\<#2\\> \\<:a:3\\> \\<t:4\\>");
        check("@everyone @here", "@\u{2060}everyone @\u{2060}here");
        check("# big", r"\# big");
        check("- item", r"\- item");
        check("> quote", r"\> quote");
        check("1. one", r"1\. one");
        check("2019. a", r"2019\. a");
        check("a 1. one # - +", "a 1. one # - +");
        check("\\", r"\\");
        check("one\n\n# two\tthree ", "one # two three ");
        check("a\u{202e}b\u{200b}c\u{0}", "abc");
        check("", "");
    }

    #[test]
    fn an_address_stays_inside_its_link() {
        assert_eq!(link_target("https://a/b_(c)?d=<e>"), "https://a/b_%28c%29?d=%3Ce%3E");
        assert_eq!(link_target("https://a/b c\n"), "https://a/b%20c%20");
    }

    proptest! {
        #[test]
        fn what_is_escaped_comes_back(text in "\\PC{0,40}|[*_~`|<>@:/# .1-]{0,40}") {
            let plain = unescape(&escape(&text));
            prop_assert_eq!(unescape(&escape(&plain)), plain);
        }

        #[test]
        fn no_markup_is_left_bare(text in "[a-z *_~`|<>\\[\\]():#@.0-9\\\\\n-]{0,40}") {
            let escaped = escape(&text);
            let mut characters = escaped.chars();
            prop_assert!(!escaped.contains("://"));
            while let Some(character) = characters.next() {
                if character == '\\' {
                    prop_assert!(characters.next().is_some_and(|next| next.is_ascii_punctuation()));
                } else {
                    prop_assert!(!"*_~`|<>[]\n".contains(character), "{escaped}");
                }
            }
        }
    }
}
