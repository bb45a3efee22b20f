//! Plain text to paragraphs: is a line end the end of a paragraph, or was the line only full.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::{Report, decoding, noise};
use crate::corpus::reading::squeezed;
use crate::language::is_cjk;

/// A text whose lines are longer than this, in columns, was not wrapped by whoever sent it.
const WIDEST_WRAP: usize = 132;
/// A text whose lines are shorter than this is a list or a poem.
const NARROWEST_WRAP: usize = 24;
/// How far before the margin a Japanese line may end: a mark that may not begin a line takes a sign with it.
const CJK_SLACK: usize = 4;

/// The paragraphs of `text`, each one line with single spaces, none empty, and every line of its own between them.
pub(super) fn paragraphs(text: &str, report: &mut Report) -> Vec<String> {
    let lines: Vec<String> = text.lines().flat_map(|line| mended_lines(line, report)).collect();
    let margin = margin(&lines);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut previous: Option<&str> = None;
    for line in &lines {
        let joins = margin.zip(previous).is_some_and(|(margin, previous)| is_soft(previous, line, margin));
        match paragraphs.last_mut() {
            Some(paragraph) if joins => {
                report.joined += 1;
                join(paragraph, line.trim());
            }
            _ if line.trim().is_empty() => {}
            _ => paragraphs.push(line.trim().to_owned()),
        }
        previous = (!line.trim().is_empty()).then_some(line.as_str());
    }
    paragraphs.iter().map(|paragraph| squeezed(paragraph)).collect()
}

/// The line, mended, and cut before a copyright line that hangs on its end. Its indent stays.
fn mended_lines(line: &str, report: &mut Report) -> Vec<String> {
    let line = match decoding::mended(line) {
        Some(mended) => {
            report.garbled += 1;
            mended
        }
        None => line.chars().filter(|character| !character.is_control()).collect::<String>(),
    };
    match noise::rights_at_end(&line) {
        Some(at) => vec![line[..at].trim_end().to_owned(), line[at..].to_owned()],
        None => vec![line],
    }
}

/// Does `line` end as a sentence does, closing quotes and brackets aside.
pub(super) fn ends_a_sentence(line: &str) -> bool {
    line.trim_end()
        .trim_end_matches(['"', '\'', '”', '’', '」', '』', ')', '）', ']', '*'])
        .ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '：'])
}

/// The width at which the text was wrapped, in columns; `None` where its lines are its paragraphs.
fn margin(lines: &[String]) -> Option<usize> {
    let mut widths: Vec<usize> = lines.iter().map(|line| line.trim_end().width()).filter(|width| *width > 0).collect();
    widths.sort_unstable();
    // A long address or copyright line stands out of a wrapped text; nine in ten lines do not.
    let most = *widths.get(widths.len().checked_sub(1)? * 9 / 10)?;
    let margin = *widths.iter().rfind(|width| **width <= most + most / 8)?;
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&margin) {
        return None;
    }
    let follows = |pair: &&[String]| pair.iter().all(|line| !line.trim().is_empty());
    let pairs: Vec<_> = lines.windows(2).filter(follows).collect();
    let unfinished = pairs.iter().filter(|pair| !ends_a_sentence(&pair[0]) && is_full(&pair[0], &pair[1], margin));
    (unfinished.count() * 10 >= pairs.len() * 3 && !pairs.is_empty()).then_some(margin)
}

/// Does the paragraph of `line` go on in `next`.
fn is_soft(line: &str, next: &str, margin: usize) -> bool {
    let is_indented = next.starts_with([' ', '\u{3000}']) && !line.starts_with([' ', '\u{3000}']);
    !next.trim().is_empty()
        && !is_indented
        && is_full(line, next, margin)
        && !noise::stands_alone(line)
        && !noise::stands_alone(next)
}

/// Would the first word of `next` not have fitted on `line`.
fn is_full(line: &str, next: &str, margin: usize) -> bool {
    let (line, next) = (line.trim_end(), next.trim_start());
    let slack = if line.chars().next_back().is_some_and(is_wide) { CJK_SLACK } else { 0 };
    let word = if next.chars().next().is_some_and(is_wide) {
        next.graphemes(true).next().unwrap_or_default()
    } else {
        next.split_whitespace().next().unwrap_or_default()
    };
    let space = usize::from(!line.chars().next_back().is_some_and(is_wide));
    line.width() + space + word.width() + slack > margin
}

/// Is it written without spaces: kana, kanji, and the marks between them.
fn is_wide(character: char) -> bool {
    is_cjk(character) || matches!(character, '\u{3000}'..='\u{303f}' | '\u{ff00}'..='\u{ff65}')
}

/// Puts `line` behind `paragraph`: with a space between words, with none between Japanese signs or after a hyphen.
fn join(paragraph: &mut String, line: &str) {
    let is_joint = |end: Option<char>| end.is_none_or(is_wide);
    let after_hyphen = paragraph.ends_with('-') && line.starts_with(char::is_alphanumeric);
    if !after_hyphen && !is_joint(paragraph.chars().next_back()) && !is_joint(line.chars().next()) {
        paragraph.push(' ');
    }
    paragraph.push_str(line);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        assert_eq!(paragraphs(text, &mut Report::default()), expect, "{text:?}");
    }

    #[test]
    fn a_line_that_was_only_full_goes_on_in_the_next() {
        check(
            "The harbour museum opened a hall for\ninstruments made of bamboo, and the\ncity pays for it. It is open daily.\n\nVisitors come by ferry.",
            &[
                "The harbour museum opened a hall for instruments made of bamboo, and the city pays for it. It is open daily.",
                "Visitors come by ferry.",
            ],
        );
        check(
            "Museum pelabuhan membuka ruang alat\nmusik bambu, dan pemerintah kota-kota\nlain ikut membiayainya sejak tahun\nlalu.\nPengunjung datang dengan kapal feri\ndari pulau lain setiap hari Minggu.",
            &[
                "Museum pelabuhan membuka ruang alat musik bambu, dan pemerintah kota-kota lain ikut membiayainya sejak tahun lalu.",
                "Pengunjung datang dengan kapal feri dari pulau lain setiap hari Minggu.",
            ],
        );
        check(
            "港の博物館は竹で作った楽器を集めた部屋\nを開いた。市が費用を出し、毎日開いてい\nる。\n　客は船で来る。子どもは無料で入ること\nができる。",
            &[
                "港の博物館は竹で作った楽器を集めた部屋を開いた。市が費用を出し、毎日開いている。",
                "客は船で来る。子どもは無料で入ることができる。",
            ],
        );
    }

    #[test]
    fn a_line_that_is_a_paragraph_stays_one() {
        check(
            "One sentence here.\nAnother one there.\n\n\nA third.",
            &["One sentence here.", "Another one there.", "A third."],
        );
        check("  Latar  belakang \nKota itu kecil.", &["Latar belakang", "Kota itu kecil."]);
        check("", &[]);
        check(" \n\t\n", &[]);
    }

    #[test]
    fn a_copyright_line_at_the_end_of_a_paragraph_is_cut_off() {
        check(
            "Feri datang setiap hari. COPYRIGHT © Kabar Pulau 2023",
            &["Feri datang setiap hari.", "COPYRIGHT © Kabar Pulau 2023"],
        );
    }
}
