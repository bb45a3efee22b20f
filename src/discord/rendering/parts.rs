//! The pieces that every reply is made of: lines, links, passages with their marks. Each fits a room.

use std::ops::Range;

use serenity::all::CreateButton;
use url::Url;

use super::LINE;
use crate::answer::{Citation, CitedPassage};
use crate::discord::escape::{self, escape};
use crate::discord::limits::{BUTTON_ADDRESS, Cut, cut, length};
use crate::language::{Language, sentences};
use crate::phrases::{self, phrase, phrase_with};

/// The longest address that is linked, in code points.
pub(in crate::discord) const ADDRESS: usize = 300;

/// The lines under their heading, or nothing where there are none.
pub(in crate::discord) fn list(language: Language, heading: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.map(|line| format!("- {line}")).collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("**{}**\n{}", phrase(language, heading), lines.join("\n"))
}

/// As many whole lines as there is room for.
pub(in crate::discord) fn cut_lines(text: &str, room: usize) -> String {
    let mut kept = String::new();
    for line in text.lines() {
        if length(&kept) + length(line) + 1 > room {
            break;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

/// ` (in Japanese)`, where the passage is in another language than the reader's.
pub(in crate::discord) fn other_language(passage: &CitedPassage, reader: Language) -> String {
    if passage.language == reader {
        return String::new();
    }
    format!(" ({})", phrase_with(reader, "in-other-language", [("language", passage.language.code().into())]))
}

/// Publisher, date and paragraph.
pub(in crate::discord) fn source(citation: &Citation, reader: Language) -> String {
    phrases::source(reader, &line(&citation.publisher), citation.published, citation.passage.number)
}

/// The citation's address as a link under `label`, which is escaped already, with the passage's permanent name.
pub(in crate::discord) fn link(citation: &Citation, label: &str) -> String {
    named(citation, &linked(label, &citation.url))
}

/// `label`, which is escaped already, with the passage's permanent name.
pub(in crate::discord) fn named(citation: &Citation, label: &str) -> String {
    format!("{label} · `{}`", citation.passage)
}

/// `label`, which is escaped already, as a link to `url`; with the address behind it where Discord links none such, and
/// alone where that is too long.
pub(in crate::discord) fn linked(label: &str, url: &str) -> String {
    match address(url) {
        Some(address) if is_linkable(url) => format!("[{label}]({address})"),
        Some(address) => format!("{label} <{address}>"),
        None => label.to_owned(),
    }
}

/// A button that opens the page, where Discord takes its address.
pub(in crate::discord) fn link_button(url: &str, label: String) -> Option<CreateButton> {
    let is_taken = is_linkable(url) && length(url) <= BUTTON_ADDRESS;
    is_taken.then(|| CreateButton::new_link(url).label(label))
}

/// A page's address, or nothing where it is too long to stand in a message.
pub(in crate::discord) fn address(url: &str) -> Option<String> {
    Some(escape::link_target(url)).filter(|address| length(address) <= ADDRESS)
}

/// Has the address's host a dot in it: a message with a link to another, as to `http://wiki/`, Discord refuses.
pub(in crate::discord) fn is_linkable(url: &str) -> bool {
    Url::parse(url).is_ok_and(|url| url.host_str().is_some_and(|host| host.trim_matches('.').contains('.')))
}

/// A title, a publisher, a question: one line of text from outside.
pub(in crate::discord) fn line(text: &str) -> String {
    fit(text, LINE, |cut| escape(cut.kept) + cut.ellipsis).0
}

/// As much of a text as there is room for, with nothing in it marked.
pub(in crate::discord) fn plain(text: &str, room: usize) -> String {
    marked(text, &Marks { ranges: &[], open: "", close: "" }, room)
}

/// The passage with its matched words in bold. Where there is no room for all of it: from the first sentence on from which there is
/// room for the one that bears most on the question.
pub(in crate::discord) fn passage_text(passage: &CitedPassage, room: usize) -> String {
    let CitedPassage { text, sentence: Range { start: needed, end }, .. } = passage;
    let ranges = joined(&passage.matches, text);
    let from = |start: usize| {
        let lead = if start == 0 { "" } else { "… " };
        let behind = ranges.iter().filter(|range| range.start >= start);
        let behind: Vec<_> = behind.map(|range| range.start - start..range.end - start).collect();
        let marks = Marks { ranges: &behind, open: "**", close: "**" };
        let (shown, kept) = fitted(&text[start..], &marks, room.saturating_sub(length(lead)));
        (format!("{lead}{shown}"), start + kept)
    };
    let whole = from(0);
    if whole.1 >= *end || *needed == 0 {
        return whole.0;
    }
    let starts = sentences(text).into_iter().map(|sentence| sentence.start).filter(|start| start < needed);
    let shown = starts.filter(|start| length(&text[*start..*end]) <= room).map(from).find(|(_, kept)| kept >= end);
    shown.unwrap_or_else(|| from(*needed)).0
}

/// Ranges of a text in order, and what stands around each.
pub(in crate::discord) struct Marks<'m> {
    pub(in crate::discord) ranges: &'m [Range<usize>],
    pub(in crate::discord) open: &'m str,
    pub(in crate::discord) close: &'m str,
}

/// As much of `text` as there is room for, escaped, with marks.
pub(in crate::discord) fn marked(text: &str, marks: &Marks<'_>, room: usize) -> String {
    fitted(text, marks, room).0
}

/// The same, with the end of what is shown of `text`.
fn fitted(text: &str, marks: &Marks<'_>, room: usize) -> (String, usize) {
    fit(text, room, |cut| {
        let mut shown = String::new();
        let mut end = 0;
        for range in marks.ranges.iter().take_while(|range| range.end <= cut.kept.len()) {
            escape::push(&text[end..range.start], end == 0, &mut shown);
            shown.push_str(marks.open);
            escape::push(&text[range.clone()], false, &mut shown);
            shown.push_str(marks.close);
            end = range.end;
        }
        escape::push(&cut.kept[end..], end == 0, &mut shown);
        shown + cut.ellipsis
    })
}

/// A cut of `text` that, shown by `show`, has at most `room` code points, and its end: all of it, or what a search by halves finds, as
/// marks and escapes take room too.
fn fit(text: &str, room: usize, show: impl Fn(&Cut<'_>) -> String) -> (String, usize) {
    let shown = |most| {
        let cut = cut(text, most);
        Some((show(&cut), cut.kept.len())).filter(|(shown, _)| length(shown) <= room)
    };
    let (mut fits, mut too_long) = (0, room);
    let mut found = match shown(room) {
        Some(whole) => return whole,
        None => (String::new(), 0),
    };
    while fits + 1 < too_long {
        let most = fits.midpoint(too_long);
        match shown(most) {
            Some(longer) => (fits, found) = (most, longer),
            None => too_long = most,
        }
    }
    found
}

/// Ranges with only white space between them made one: a phrase in bold reads better than each of its words.
fn joined(ranges: &[Range<usize>], text: &str) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if text[last.end..range.start].trim().is_empty() => last.end = range.end,
            _ => joined.push(range.clone()),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn passage(text: &str, sentence: &str) -> CitedPassage {
        let start = text.find(sentence).unwrap();
        CitedPassage {
            citation: Citation {
                passage: "antara-2024#9".parse().unwrap(),
                title: String::new(),
                publisher: String::new(),
                published: None,
                url: String::new(),
            },
            language: Language::En,
            text: text.to_owned(),
            matches: text.find("2019").map(|at| at..at + 4).into_iter().collect(),
            sentence: start..start + sentence.len(),
            score: 1.0,
        }
    }

    #[test]
    fn of_a_passage_without_room_the_sentence_that_bears_is_shown_with_what_has_room_before_it() {
        let text = "It is old. It has a port. Ambon joined in 2019. It sings. It dances all the night.";
        let shown = |room| passage_text(&passage(text, "Ambon joined in 2019."), room);
        assert_eq!(shown(100), text.replace("2019", "**2019**"));
        assert_eq!(shown(60), "It is old. It has a port. Ambon joined in **2019**. …");
        assert_eq!(shown(46), "… It has a port. Ambon joined in **2019**. …");
        assert_eq!(shown(40), "… Ambon joined in **2019**. It sings. …");
        assert_eq!(shown(18), "… Ambon joined…");
        assert_eq!(passage_text(&passage(text, "It is old."), 40), "It is old. It has a port. …");
    }

    #[test]
    fn an_address_that_discord_does_not_link_stands_behind_its_label() {
        for url in ["https://example.org/a", "http://127.0.0.1:80/a"] {
            assert_eq!(linked("A", url), format!("[A]({url})"));
            assert!(link_button(url, "A".to_owned()).is_some(), "{url}");
        }
        for url in ["http://wiki/a", "http://localhost:80/a.b", "http://[2001:db8::1]/a", "http://wiki./a"] {
            assert_eq!(linked("A", url), format!("A <{url}>"));
            assert!(link_button(url, "A".to_owned()).is_none(), "{url}");
        }
        let long = format!("https://example.org/{}", "a".repeat(ADDRESS));
        assert_eq!(linked("A", &long), "A");
    }

    #[test]
    fn a_text_of_what_is_escaped_alone_is_cut_and_not_lost() {
        let shown = plain(&"*".repeat(400), 100);
        assert!((98..=100).contains(&length(&shown)) && shown.ends_with('…'), "{shown}");
    }

    proptest! {
        #[test]
        fn an_excerpt_fits_and_has_the_beginning_of_its_sentence(
            before in "([a-z*]{1,9}[ .] ?|浜松。){0,40}",
            after in "([a-z*]{1,9}[ .] ?|浜松。){0,40}",
            room in 12_usize..200,
        ) {
            let text = format!("{before}. Qx is so. {after}");
            let shown = passage_text(&passage(&text, "Qx is so."), room);
            prop_assert!(length(&shown) <= room, "{shown}");
            prop_assert!(shown.contains("Qx is"), "{shown}");
        }
    }
}
