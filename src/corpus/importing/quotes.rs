//! Broken quotes: doubled, spaced, pointing the wrong way, opened and not closed.
//!
//! A quote that stands alone is mended only where its fellow's place is certain; else it is left, and told.

use super::report::{QuoteMend, Report};

/// What says that somebody spoke, right behind the comma that ends the quotation.
const SAYS: [&str; 26] = [
    "kata",
    "katanya",
    "ujar",
    "ujarnya",
    "ucap",
    "ucapnya",
    "tutur",
    "tuturnya",
    "jelas",
    "jelasnya",
    "ungkap",
    "ungkapnya",
    "imbuh",
    "imbuhnya",
    "tambah",
    "tambahnya",
    "terang",
    "terangnya",
    "papar",
    "sebut",
    "tegas",
    "tegasnya",
    "said",
    "says",
    "told",
    "added",
];

/// Sets the quotes of each paragraph right.
pub(super) fn mend(paragraphs: &mut [String], report: &mut Report) {
    let opens: Vec<bool> = paragraphs.iter().map(|paragraph| paragraph.starts_with(['"', '“', '「'])).collect();
    for (index, paragraph) in paragraphs.iter_mut().enumerate() {
        let mut note = |mend| report.quotes.push((index + 1, mend));
        let tidy = tidy(paragraph);
        if tidy != *paragraph {
            *paragraph = tidy;
            note(QuoteMend::SetRight);
        }
        // A quotation of several paragraphs opens each of them and closes the last.
        let goes_on = opens.get(index + 1) == Some(&true) && opens[index];
        match alone(paragraph) {
            Alone::Neither => {}
            Alone::Opening(_) if goes_on => {}
            Alone::Opening(at) => note(close(paragraph, at)),
            Alone::Closing(at) => note(open(paragraph, at)),
        }
    }
}

/// The paragraph with doubled quotes made one, spaces inside quotes taken out, and curly quotes pointing right.
fn tidy(paragraph: &str) -> String {
    let mut tidy = paragraph.to_owned();
    for (broken, right) in
        [("''", "\""), ("``", "\""), ("‘‘", "“"), ("’’", "”"), ("\"\"", "\""), ("““", "“"), ("””", "”")]
    {
        if tidy.contains(broken) {
            tidy = tidy.replace(broken, right);
        }
    }
    let marks: Vec<usize> = quotes(&tidy).map(|(at, _)| at).collect();
    if !marks.len().is_multiple_of(2) || marks.is_empty() {
        return tidy;
    }
    let mut set = String::with_capacity(tidy.len() + 2);
    let mut end = 0;
    for pair in marks.chunks_exact(2) {
        let (open, close) = (mark(&tidy, pair[0]), mark(&tidy, pair[1]));
        let (before, inside) = (&tidy[end..pair[0]], &tidy[pair[0] + open.len_utf8()..pair[1]]);
        // A quote right behind a letter or digit opens nothing: 5" is a measure.
        if inside.trim().is_empty() || tidy[..pair[0]].ends_with(char::is_alphanumeric) {
            return tidy;
        }
        let is_curly = open != '"' || close != '"';
        set.push_str(before);
        set.push(if is_curly { '“' } else { '"' });
        set.push_str(inside.trim());
        set.push(if is_curly { '”' } else { '"' });
        end = pair[1] + close.len_utf8();
        // `siap,"katanya` has lost the space that a word needs.
        if inside.trim_end().ends_with([',', '.', '?', '!']) && tidy[end..].starts_with(char::is_alphabetic) {
            set.push(' ');
        }
    }
    set.push_str(&tidy[end..]);
    set
}

/// The double quotes of a text, with their places in bytes.
fn quotes(text: &str) -> impl Iterator<Item = (usize, char)> {
    text.char_indices().filter(|(_, character)| matches!(character, '"' | '“' | '”'))
}

fn mark(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or('"')
}

/// The quote without a fellow.
enum Alone {
    Neither,
    Opening(usize),
    Closing(usize),
}

fn alone(paragraph: &str) -> Alone {
    if let Some(alone) = brackets(paragraph, '「', '」') {
        return alone;
    }
    let mut open: Option<usize> = None;
    for (at, quote) in quotes(paragraph) {
        open = match (quote, open) {
            // What stands at the end, or behind a mark and before a space, closes.
            ('"', None) if closes(paragraph, at) => return Alone::Closing(at),
            ('“' | '"', None) => Some(at),
            ('”', None) => return Alone::Closing(at),
            ('“', Some(before)) => return Alone::Opening(before),
            (_, Some(_)) => None,
            (_, None) => open,
        };
    }
    open.map_or(Alone::Neither, Alone::Opening)
}

fn closes(text: &str, at: usize) -> bool {
    let after = text[at..].chars().nth(1);
    let before = text[..at].chars().next_back();
    before.is_some_and(|before| !before.is_whitespace() && !"([".contains(before))
        && after.is_none_or(|after| after.is_whitespace() || ",.;".contains(after))
}

fn brackets(paragraph: &str, opening: char, closing: char) -> Option<Alone> {
    let mut open = Vec::new();
    for (at, character) in paragraph.char_indices() {
        if character == opening {
            open.push(at);
        } else if character == closing && open.pop().is_none() {
            return Some(Alone::Closing(at));
        }
    }
    open.first().map(|at| Alone::Opening(*at))
}

/// Closes the quote that opens at `at`.
fn close(paragraph: &mut String, at: usize) -> QuoteMend {
    let opening = mark(paragraph, at);
    if opening == '「' {
        return QuoteMend::LeftOpen;
    }
    let closing = if opening == '“' { '”' } else { '"' };
    let commas = paragraph[at..].match_indices(", ").map(|(comma, _)| at + comma + 1);
    let spoken = commas.into_iter().find(|comma| {
        let next = paragraph[*comma..].split_whitespace().next().unwrap_or_default();
        SAYS.contains(&next.trim_end_matches([',', '.']))
    });
    match spoken {
        Some(comma) => paragraph.insert(comma, closing),
        // Nobody is named: where the paragraph begins with it, the whole of it is what was said.
        None if at == 0 && super::lines::ends_a_sentence(paragraph) => paragraph.push(closing),
        None => return QuoteMend::LeftOpen,
    }
    QuoteMend::Closed
}

/// Opens the quote that closes at `at`.
fn open(paragraph: &mut String, at: usize) -> QuoteMend {
    let closing = mark(paragraph, at);
    let is_spoken_first = paragraph[at..].chars().nth(1).is_none_or(char::is_whitespace)
        && paragraph[..at].ends_with([',', '.', '?', '!'])
        && !paragraph[..at].contains(['"', '“', '”'])
        && paragraph[at + closing.len_utf8()..]
            .split_whitespace()
            .next()
            .is_some_and(|next| SAYS.contains(&next.trim_end_matches([',', '.'])));
    if closing == '」' || !is_spoken_first {
        return QuoteMend::LeftOpen;
    }
    paragraph.insert(0, if closing == '”' { '“' } else { '"' });
    QuoteMend::Opened
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(paragraph: &str, expect: &str, mend_expected: Option<QuoteMend>) {
        let mut report = Report::default();
        let mut paragraphs = [paragraph.to_owned()];
        mend(&mut paragraphs, &mut report);
        assert_eq!(paragraphs[0], expect);
        assert_eq!(report.quotes.last().map(|(_, mend)| *mend), mend_expected, "{paragraph}");
    }

    #[test]
    fn broken_quotes_are_set_right() {
        use QuoteMend::{Closed, LeftOpen, Opened, SetRight};
        check("\"Kami siap,\" katanya.", "\"Kami siap,\" katanya.", None);
        check("\"\"Kami siap,\"\" katanya.", "\"Kami siap,\" katanya.", Some(SetRight));
        check("''Kami siap,'' katanya.", "\"Kami siap,\" katanya.", Some(SetRight));
        check("\" Kami siap, \" katanya.", "\"Kami siap,\" katanya.", Some(SetRight));
        check("\"Kami siap,\"katanya.", "\"Kami siap,\" katanya.", Some(SetRight));
        check("”Kami siap,” katanya.", "“Kami siap,” katanya.", Some(SetRight));
        check("“Kami siap,\" katanya.", "“Kami siap,” katanya.", Some(SetRight));
        check("\"Kami siap, katanya.", "\"Kami siap,\" katanya.", Some(Closed));
        check("“We are ready, said the mayor.", "“We are ready,” said the mayor.", Some(Closed));
        check("\"Kami siap. Kami datang.", "\"Kami siap. Kami datang.\"", Some(Closed));
        check("Kami siap,\" katanya.", "\"Kami siap,\" katanya.", Some(Opened));
        check("Ia berkata \"kami siap dan pulang.", "Ia berkata \"kami siap dan pulang.", Some(LeftOpen));
        check("彼は「準備はできていると話した。", "彼は「準備はできていると話した。", Some(LeftOpen));
        check("「はい。」と「いいえ。」", "「はい。」と「いいえ。」", None);
    }

    #[test]
    fn a_quotation_of_several_paragraphs_is_closed_once() {
        let mut report = Report::default();
        let mut paragraphs = ["\"Satu.".to_owned(), "\"Dua.\" katanya.".to_owned()];
        mend(&mut paragraphs, &mut report);
        assert_eq!(paragraphs, ["\"Satu.", "\"Dua.\" katanya."]);
        assert!(report.quotes.is_empty());
    }
}
