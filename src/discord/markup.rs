//! A message as its reader sees it: its words, without what Discord shows otherwise or not at all. Text in, text out.

use crate::language::{is_digits, is_invisible};

/// What stands around code and around what is formatted, the longer ones first; and whether that may be within a word, as
/// `snake_case` and 2*3 are none of it.
const PAIRS: [(&str, bool); 8] =
    [("``", false), ("`", false), ("||", true), ("~~", true), ("**", true), ("__", false), ("*", false), ("_", false)];

/// The words of `content`, line by line: without mentions, custom emoji, timestamps and addresses, which mean nothing to the
/// corpus, and without the marks of links, code and formatting. Nothing where no word is left beside them.
#[must_use]
pub(super) fn without_markup(content: &str) -> String {
    let (mut text, has_address) = without_links(&without_code_blocks(content));
    for (mark, within_words) in PAIRS {
        text = without_pairs(&text, mark, within_words);
    }
    let is_seen = |character: char| !character.is_whitespace() && !is_invisible(character);
    let is_left = if has_address { text.contains(char::is_alphanumeric) } else { text.contains(is_seen) };
    if !is_left {
        return String::new();
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// The text without the fences of code blocks, and without the name of a language behind them.
fn without_code_blocks(content: &str) -> String {
    let is_name = |text: &str| text.chars().all(|it| it.is_ascii_alphanumeric() || "_+-.#".contains(it));
    let code = |block: &str| match block.split_once('\n') {
        Some((name, code)) if is_name(name) && !code.trim().is_empty() => code.to_owned(),
        _ => block.to_owned(),
    };
    let blocks = content.split("```").enumerate();
    let parts = blocks.map(|(place, text)| if place % 2 == 1 { code(text) } else { text.to_owned() });
    parts.collect::<Vec<_>>().join(" ")
}

/// The text without addresses, and of links what they show, and without the forms of [`is_markup`]; and whether it had an address.
fn without_links(content: &str) -> (String, bool) {
    let mut text = String::with_capacity(content.len());
    let (mut rest, mut has_address) = (content, false);
    while let Some(start) = rest.find(['<', '[', 'h', 'H']) {
        let (before, from) = rest.split_at(start);
        text.push_str(before);
        if let Some((shown, length)) = link(from) {
            let (shown, _) = without_links(shown);
            text.push_str(&shown);
            (rest, has_address) = (&from[length..], true);
            continue;
        }
        if let Some(length) = address(from) {
            text.push(' ');
            (rest, has_address) = (&from[length..], true);
            continue;
        }
        let tag = from.strip_prefix('<').and_then(|inside| inside.split_once('>')).map(|(inside, _)| inside);
        let is_address = |inside: &str| address(inside) == Some(inside.len());
        if let Some(inside) = tag.filter(|inside| is_markup(inside) || is_address(inside)) {
            text.push(' ');
            rest = &from[inside.len() + 2..];
            has_address |= is_address(inside);
            continue;
        }
        // What is no markup is a character like any other.
        let (first, behind) = from.split_at(1);
        text.push_str(first);
        rest = behind;
    }
    text.push_str(rest);
    (text, has_address)
}

/// What the link at the start of `text` shows, `[mayor](https://…)`, and the length of it all in bytes.
fn link(text: &str) -> Option<(&str, usize)> {
    let label = text.strip_prefix('[')?;
    let (label, behind) = label.split_at(label.find(['[', ']'])?);
    let target = behind.strip_prefix("](")?;
    address(target.strip_prefix('<').unwrap_or(target))?;
    // An address may have parentheses of its own.
    let mut open = 1;
    let end = target.find(|character| {
        match character {
            '(' => open += 1,
            ')' => open -= 1,
            _ => {}
        }
        open == 0 || character == '\n'
    })?;
    let is_closed = target[end..].starts_with(')');
    is_closed.then_some((label, label.len() + end + 4))
}

/// The length of the address at the start of `text`, in bytes, without the punctuation behind it. Letters that are not ASCII end it: in
/// Japanese the sentence goes on without a space.
fn address(text: &str) -> Option<usize> {
    let is_scheme = |scheme: &&str| text.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let scheme = ["https://", "http://"].into_iter().find(is_scheme)?.len();
    let end = text.find(|it: char| !it.is_ascii_graphic() || matches!(it, '<' | '>' | '|' | '`')).unwrap_or(text.len());
    let address = text[..end].trim_end_matches(['.', ',', ':', ';', '!', '?', '"', '\'', ')', ']', '*', '_', '~']);
    (address.len() > scheme).then_some(address.len())
}

/// The text without the pairs of `mark` in it, and with what stands between them. A mark without a fellow is a character like any other.
fn without_pairs(text: &str, mark: &str, within_words: bool) -> String {
    let may_end = |outside: Option<char>| within_words || !outside.is_some_and(|it| it.is_ascii_alphanumeric());
    let is_letter = |inside: Option<char>| inside.is_some_and(|it| !it.is_whitespace());
    let opens =
        |at: usize| may_end(text[..at].chars().next_back()) && is_letter(text[at + mark.len()..].chars().next());
    let closes =
        |at: usize| may_end(text[at + mark.len()..].chars().next()) && is_letter(text[..at].chars().next_back());
    let next = |from: usize, fits: &dyn Fn(usize) -> bool| {
        text[from..].match_indices(mark).map(|(at, _)| from + at).find(|at| fits(*at))
    };
    let mut kept = String::with_capacity(text.len());
    let mut from = 0;
    while let Some(open) = next(from, &opens) {
        let inside = open + mark.len();
        let Some(close) = next(inside, &|at| at > inside && closes(at)) else { break };
        kept.push_str(&text[from..open]);
        kept.push_str(&text[inside..close]);
        from = close + mark.len();
    }
    kept.push_str(&text[from..]);
    kept
}

/// Is what stands between `<` and `>` one of the forms in <https://discord.com/developers/docs/reference#message-formatting>.
fn is_markup(inside: &str) -> bool {
    let named = |text: &str| text.rsplit_once(':').is_some_and(|(name, id)| !name.is_empty() && is_digits(id));
    let of_prefix = |prefix: &str| inside.strip_prefix(prefix);
    of_prefix("@!")
        .or_else(|| of_prefix("@&"))
        .or_else(|| of_prefix("@"))
        .or_else(|| of_prefix("#"))
        .is_some_and(is_digits)
        || of_prefix("a:").or_else(|| of_prefix(":")).or_else(|| of_prefix("/")).is_some_and(named)
        || of_prefix("t:")
            .is_some_and(|time| is_digits(time.split(':').next().unwrap_or_default().trim_start_matches('-')))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(content: &str, expect: &str) {
        assert_eq!(without_markup(content), expect, "{content:?}");
    }

    #[test]
    fn mentions_emoji_and_timestamps_are_left_out_and_nothing_else() {
        check("a <#12> b", "a b");
        check("a <:ukulele:12> b <a:dance:13>", "a b");
        check("at <t:1618953630:R> or <t:-5>", "at or");
        check("use </ask:12> now", "use now");
        check("1 < 2 > 0", "1 < 2 > 0");
        check("<<@7>>", "< >");
        check("<@> <@x> <:1> <t:x>", "<@> <@x> <:1> <t:x>");
        check("a <@7", "a <@7");
        check("<", "<");
        check("two  more \n\n lines", "two more\nlines");
        check("<@7><@&70>浜松は？", "浜松は？");
        check("\u{200b}\u{2060} \u{200f}", "");
    }

    #[test]
    fn of_a_link_what_it_shows_is_left_and_of_an_address_nothing() {
        check("https://www.youtube.com/watch?v=a_b*c siapa?", "siapa?");
        check("siapa <https://a.b/c>?", "siapa ?");
        check("who is the [mayor](https://a.b/c_(d)) of [Ambon](<http://a.b> \"x\")?", "who is the mayor of Ambon?");
        check("HTTPS://A.B", "");
        check("see https://a.b.", "see .");
        check("https://a.bとは何ですか", "とは何ですか");
        check("[https://a.b](https://a.b) **https://a.b**! ||https://a.b||", "");
        check("[a] [b](c) http http:// h", "[a] [b](c) http http:// h");
        check("[a](https://b", "[a](");
    }

    #[test]
    fn marks_of_formatting_and_code_are_left_out_and_those_within_words_are_not() {
        check("**siapa** *wali* __kota__ _Ambon_ ~~dan~~ ||Hamamatsu||?", "siapa wali kota Ambon dan Hamamatsu?");
        check("***siapa*** **浜松**の市長", "siapa 浜松の市長");
        check(
            "what is snake_case_name and 2*3*4, 1990~2000 or a | b",
            "what is snake_case_name and 2*3*4, 1990~2000 or a | b",
        );
        check("it`s what `/ask` does, isn`t it", "it`s what /ask does, isn`t it");
        check("a * b * c ** _", "a * b * c ** _");
        check("```rust\nwho is\nthe mayor\n```", "who is\nthe mayor");
        check("```siapa walikota```", "siapa walikota");
        check("```\nkapan\n``` di mana ```", "kapan\ndi mana");
        check("```rust\n```", "rust");
    }

    proptest! {
        #[test]
        fn of_any_text_no_letter_is_added(content in "(\\PC|[a-z *_~|`<>\\[\\]()\n]|```|https://|\\]\\(){0,60}") {
            let text = without_markup(&content);
            prop_assert!(text.len() <= content.len() + 2 * content.matches("```").count());
            let letters = |text: &str| text.chars().filter(|it| it.is_alphanumeric()).count();
            prop_assert!(letters(&text) <= letters(&content));
        }
    }
}
