//! How deep a page nests its elements, told before it is parsed.
//!
//! The parser looks through all open elements at each tag, which takes the square of their number in time; and what says how
//! text looks it opens again in each block that follows, until that is closed.

/// How deep the elements of a page may lie: browsers lay out about as many, pages that people write need a few dozen.
const DEEPEST: usize = 500;

/// How many elements that say how text looks may be open at once.
const MOST_LOOKS: usize = 64;

/// Elements that cannot be open twice at once without another between, or hold nothing: left open, as they may be, they pile
/// up no depth.
const FLAT: [&str; 45] = [
    "a", "area", "base", "body", "br", "button", "col", "colgroup", "dd", "dt", "embed", "form", "frame", "h1", "h2",
    "h3", "h4", "h5", "h6", "head", "hr", "html", "image", "img", "input", "keygen", "li", "link", "meta", "nobr",
    "optgroup", "option", "p", "param", "rb", "rp", "rt", "rtc", "source", "tbody", "td", "tfoot", "th", "thead", "tr",
];

/// Further elements that hold nothing.
const VOID: [&str; 4] = ["basefont", "bgsound", "track", "wbr"];

/// Elements that say how text looks.
const LOOKS: [&str; 12] = ["b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"];

/// How many of these the parser keeps that are the same, attributes too.
const SAME: usize = 3;

/// Elements whose content is no markup.
const RAW: [&str; 7] = ["script", "style", "title", "textarea", "iframe", "noembed", "xmp"];

/// Elements within which `<path/>` is closed at once.
const FOREIGN: [&str; 2] = ["svg", "math"];

/// Does the page nest its elements deeper than is read.
pub(super) fn is_too_deep(html: &str) -> bool {
    let mut open = Open::default();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let (is_end, named) = rest.strip_prefix('/').map_or((false, rest), |named| (true, named));
        if rest.starts_with(['!', '?']) {
            rest = behind_declaration(rest);
        } else if named.starts_with(|sign: char| sign.is_ascii_alphabetic()) {
            let tag = Tag::of(named);
            rest = tag.behind;
            if is_end {
                open.end(tag.name);
            } else if is_in(tag.name, &RAW) {
                rest = behind_raw(rest, tag.name);
            } else {
                open.begin(&tag);
            }
            if open.is_too_deep() {
                return true;
            }
        }
        // A `<` before anything else is a sign of the text.
    }
    false
}

/// A tag, and what stands behind it.
struct Tag<'t> {
    name: &'t str,
    attributes: &'t str,
    /// Does it end in `/>`.
    is_closed: bool,
    behind: &'t str,
}

impl<'t> Tag<'t> {
    /// The tag whose name `text` begins with.
    fn of(text: &'t str) -> Self {
        let end = text.find(|sign: char| sign.is_ascii_whitespace() || "/>".contains(sign)).unwrap_or(text.len());
        let (name, rest) = text.split_at(end);
        let (is_closed, behind) = behind_tag(rest);
        Self { name, attributes: &rest[..rest.len() - behind.len()], is_closed, behind }
    }
}

/// What is open, by names.
#[derive(Default)]
struct Open<'t> {
    elements: Vec<&'t str>,
    /// What says how text looks, with its attributes: the end of a block closes none.
    looks: Vec<(&'t str, &'t str)>,
}

impl<'t> Open<'t> {
    fn is_too_deep(&self) -> bool {
        self.elements.len() > DEEPEST || self.looks.len() > MOST_LOOKS
    }

    fn begin(&mut self, tag: &Tag<'t>) {
        let is_foreign = |element: &&str| is_in(element, &FOREIGN);
        if is_in(tag.name, &FLAT) || is_in(tag.name, &VOID) || tag.is_closed && self.elements.iter().any(is_foreign) {
            return;
        }
        self.elements.push(tag.name);
        let is_same = |look: &&(&str, &str)| look.0.eq_ignore_ascii_case(tag.name) && look.1 == tag.attributes;
        if is_in(tag.name, &LOOKS) && self.looks.iter().filter(is_same).count() < SAME {
            self.looks.push((tag.name, tag.attributes));
        }
    }

    /// Closes the innermost element of that name, with all that is open within; an end of nothing that is open closes nothing.
    fn end(&mut self, name: &str) {
        if let Some(at) = self.elements.iter().rposition(|element| element.eq_ignore_ascii_case(name)) {
            self.elements.truncate(at);
        }
        if let Some(at) = self.looks.iter().rposition(|(look, _)| look.eq_ignore_ascii_case(name)) {
            self.looks.remove(at);
        }
    }
}

fn is_in(name: &str, names: &[&str]) -> bool {
    names.iter().any(|it| it.eq_ignore_ascii_case(name))
}

/// What stands behind a comment, or another declaration.
fn behind_declaration(rest: &str) -> &str {
    match rest.strip_prefix("!--") {
        // `<!-->` is a whole one.
        Some(comment) if !comment.starts_with('>') => behind(comment, "-->"),
        _ => behind(rest, ">"),
    }
}

fn behind<'t>(text: &'t str, end: &str) -> &'t str {
    text.find(end).map_or("", |at| &text[at + end.len()..])
}

/// Is a tag, from behind its name, closed by `/>`; and what stands behind it. A `>` in a quoted attribute does not end it.
fn behind_tag(text: &str) -> (bool, &str) {
    let bytes = text.as_bytes();
    let (mut at, mut before) = (0, b' ');
    while let Some(byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'>' => return (before == b'/', &text[at..]),
            b'"' | b'\'' if before == b'=' => {
                let closing = bytes[at..].iter().position(|it| it == byte);
                at = closing.map_or(bytes.len(), |closing| at + closing + 1);
                before = *byte;
            }
            _ if !byte.is_ascii_whitespace() => before = *byte,
            _ => {}
        }
    }
    (false, "")
}

/// What stands behind the end of an element whose content is no markup: from its end tag on.
fn behind_raw<'t>(text: &'t str, name: &str) -> &'t str {
    let is_end = |at: &usize| {
        let end = text.as_bytes().get(at + 2..at + 2 + name.len());
        end.is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
    };
    let end = text.match_indices("</").map(|(at, _)| at).find(is_end);
    end.map_or("", |at| &text[at..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_nested_deeper_than_people_write_is_told_and_what_only_looks_so_is_not() {
        let times = |text: &str| text.repeat(DEEPEST + 1);
        for deep in ["<div>", "<DIV class='a'>", "<div></span>", "<p><b>", "<ul><li>", "<table><tr><td>", "<div/>"] {
            assert!(is_too_deep(&times(deep)), "{deep}");
        }
        assert!(!is_too_deep(&"<div>".repeat(DEEPEST)));
        for flat in [
            "<div></div>",
            "<div><p>a<p>b</DIV >",
            "<p>a<br>",
            "<li>a",
            "<tr><td>a<td>b",
            "<a name=x>",
            "<div><b></div>",
            "<!-- <div> -->",
            "<!--><i></i>",
            "<!DOCTYPE html>",
            "<img alt='<div>' title = \"<div>\">",
            "<script>'<div>' < 3</script>",
            "<textarea><div></TextArea>",
            "<svg><path/><g><path /></g></svg>",
            "1 < 2, a <3, </>",
        ] {
            assert!(!is_too_deep(&times(flat)), "{flat}");
        }
        let looks = |count: usize, end: &str| {
            let blocks = (0..count).map(|number| format!("<div><font size={number}>a{end}</div>"));
            blocks.collect::<Vec<_>>().concat()
        };
        assert!(is_too_deep(&looks(MOST_LOOKS + 1, "")) && !is_too_deep(&looks(MOST_LOOKS, "")));
        assert!(!is_too_deep(&looks(DEEPEST + 1, "</FONT>")));
        assert!(!is_too_deep(&format!("<svg>{}</svg>", times("<path d='M 0 0'/>"))));
        for broken in ["<", "</", "<div", "<div a='", "<!--", "<script>", "<a =", "<é"] {
            assert!(!is_too_deep(broken), "{broken}");
        }
    }
}
