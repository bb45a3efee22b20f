//! Lines that are none of the article: what leads elsewhere, shares, sells, names the staff, or claims the rights.
//!
//! A line is judged by how it begins and by whether it ends as a sentence does. In doubt it is a paragraph: the person
//! who imports sees one too many at a glance, but not one that is missing.

use super::beginnings::{ADVERTISEMENT, BUTTONS, BYLINE, READ_ALSO, RIGHTS, SHARE, TAGS};
use super::report::Noise;
use super::{copies, dates, lines};
use crate::corpus::reading;
use crate::language::{Folded, year_in_digits};

/// The longest line, in code points, that can be no paragraph.
const LONGEST: usize = 240;

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    /// A paragraph.
    Text,
    /// A copyright line.
    Rights,
    /// None of the article.
    Noise(Noise),
}

/// Each line with what it is. What follows a bare "read also" is what it leads to.
pub(super) fn sorted(lines: Vec<String>) -> Vec<(String, Line)> {
    let mut sorted: Vec<(String, Line)> = Vec::with_capacity(lines.len());
    let mut leads = false;
    for line in lines {
        let mut kind = kind(&line);
        if kind == Line::Text && leads && !lines::ends_a_sentence(&line) && line.chars().count() <= LONGEST {
            kind = Line::Noise(Noise::ReadAlso);
        }
        leads = kind == Line::Noise(Noise::ReadAlso) && (leads || is_bare(&line));
        sorted.push((line, kind));
    }
    sorted
}

/// Is it a "read also" with nothing behind it.
fn is_bare(line: &str) -> bool {
    let folded = Folded::new(line);
    let rest = READ_ALSO.iter().find_map(|beginning| folded.as_str().strip_prefix(beginning));
    rest.is_some_and(|rest| !rest.chars().any(char::is_alphanumeric))
}

/// Can the line not be joined with the one before or after it.
pub(super) fn stands_alone(line: &str) -> bool {
    kind(line.trim()) != Line::Text
}

/// Is it a copyright line.
pub(super) fn is_rights(line: &str) -> bool {
    kind(line) == Line::Rights
}

fn kind(line: &str) -> Line {
    if !line.chars().any(char::is_alphanumeric) {
        return Line::Noise(Noise::Ornament);
    }
    if line.chars().count() > LONGEST {
        return Line::Text;
    }
    let folded = Folded::new(line);
    let folded = folded.as_str().trim_start_matches(|character: char| "-–—•*▶►»>[(【（■◆● ".contains(character));
    if RIGHTS.iter().any(|beginning| folded.starts_with(beginning)) && !tells(folded, "copyright") {
        return Line::Rights;
    }
    let of = [
        (Noise::ReadAlso, &READ_ALSO[..]),
        (Noise::Share, &SHARE),
        (Noise::Advertisement, &ADVERTISEMENT),
        (Noise::Tags, &TAGS),
        (Noise::Byline, &BYLINE),
    ];
    let is_sentence = lines::ends_a_sentence(line) && !line.trim_end().ends_with([':', '：']);
    for (noise, beginnings) in of {
        let rest = beginnings.iter().filter_map(|beginning| after(folded, beginning));
        // A label has a colon, a slash or nothing behind it; an invitation need not.
        let fits = |rest: &str| {
            let labels =
                rest.trim_start().is_empty() || rest.trim_start().starts_with([':', '/', '|', '：', '／', '・']);
            labels || (!is_sentence && matches!(noise, Noise::ReadAlso | Noise::Share))
        };
        if rest.into_iter().any(fits) {
            return Line::Noise(noise);
        }
    }
    if is_buttons(folded) {
        return Line::Noise(Noise::Share);
    }
    if is_english_byline(line) {
        return Line::Noise(Noise::Byline);
    }
    if dates::whole_line(line).is_some() {
        return Line::Noise(Noise::Date);
    }
    if address(line).is_some() {
        return Line::Noise(Noise::Address);
    }
    Line::Text
}

/// What is behind `beginning`, where `line` begins with it as whole words.
fn after<'l>(line: &'l str, beginning: &str) -> Option<&'l str> {
    let rest = line.strip_prefix(beginning)?;
    let is_cut = beginning.ends_with(|end: char| end.is_ascii_alphanumeric())
        && rest.starts_with(|next: char| next.is_ascii_alphanumeric() || matches!(next, '-' | '\''));
    (!is_cut).then_some(rest)
}

/// Is it a sentence about `word`, as "Copyright law has changed." is.
fn tells(line: &str, word: &str) -> bool {
    let rest = line.strip_prefix(word).unwrap_or_default();
    rest.starts_with(' ')
        && rest.trim_start().starts_with(|next: char| next.is_ascii_lowercase())
        && !line.contains(['©'])
        && !line.contains("(c)")
        && !line.chars().any(|character| character.is_ascii_digit())
}

fn is_buttons(folded: &str) -> bool {
    let mut words = folded.split(|character: char| character.is_whitespace() || "|,/・".contains(character)).peekable();
    words.peek().is_some() && words.filter(|word| !word.is_empty()).all(|word| BUTTONS.contains(&word))
}

/// "By Ani Latuconsina": two to four names and nothing else.
fn is_english_byline(line: &str) -> bool {
    let Some(names) = line.strip_prefix("By ").or_else(|| line.strip_prefix("BY ")) else { return false };
    let names: Vec<&str> = names.split_whitespace().collect();
    let is_name = |name: &&str| name.starts_with(char::is_uppercase) && !name.ends_with(['.', '!', '?']);
    (2..=4).contains(&names.len()) && names.iter().all(is_name)
}

/// The address that the line consists of, a word such as "Source:" before it aside.
pub(super) fn address(line: &str) -> Option<String> {
    let mut words = line.split_whitespace();
    let last = words.next_back()?.trim_matches(['<', '>']);
    let label: Vec<&str> = words.collect();
    let labels = ["source", "sumber", "url", "link", "artikel asli", "original", "出典", "元記事", "リンク"];
    let (label, last) = match last.split_once("：") {
        Some((label, last)) if !label.is_empty() => (label.to_owned(), last),
        _ => (label.join(" "), last),
    };
    let folded = Folded::new(&label);
    let label = folded.as_str().trim_end_matches(':').trim();
    (reading::is_address(last) && (label.is_empty() || labels.contains(&label))).then(|| last.to_owned())
}

/// Where a copyright line begins that hangs on the end of a sentence.
pub(super) fn rights_at_end(line: &str) -> Option<usize> {
    ["COPYRIGHT ©", "Copyright ©", "copyright ©", "Hak Cipta ©", "© "]
        .into_iter()
        .filter_map(|sign| line.find(sign))
        .min()
        .filter(|at| *at > 0 && lines::ends_a_sentence(&line[..*at]))
}

/// The paragraph without "(read also: …)" in it, and what was taken out.
pub(super) fn without_asides(paragraph: &str) -> (String, Vec<String>) {
    const BRACKETS: [(char, char); 4] = [('(', ')'), ('[', ']'), ('（', '）'), ('【', '】')];
    let mut kept = String::with_capacity(paragraph.len());
    let mut asides = Vec::new();
    let mut rest = paragraph;
    while let Some(at) = rest.find(BRACKETS.map(|(open, _)| open)) {
        let inside = &rest[at..];
        let open = inside.chars().next().unwrap_or_default();
        let close = BRACKETS.iter().find(|(candidate, _)| *candidate == open).map_or(')', |(_, close)| *close);
        let end = inside.find(close).map(|end| end + close.len_utf8());
        let begins = Folded::new(&inside[open.len_utf8()..end.unwrap_or(inside.len())]);
        let leads = READ_ALSO.iter().filter_map(|beginning| after(begins.as_str().trim_start(), beginning));
        let is_aside = leads.into_iter().any(|rest| rest.trim_start().starts_with([':', '：']));
        match end {
            Some(end) if is_aside => {
                kept.push_str(rest[..at].trim_end());
                asides.push(inside[..end].to_owned());
                rest = &inside[end..];
            }
            _ => {
                kept.push_str(&rest[..at + open.len_utf8()]);
                rest = &inside[open.len_utf8()..];
            }
        }
    }
    if asides.is_empty() {
        return (paragraph.to_owned(), asides);
    }
    kept.push_str(rest);
    (reading::squeezed(&kept), asides)
}

/// Who claims the rights: the line without its signs, years and set phrases.
pub(super) fn claimant(rights: &str) -> Option<String> {
    let mut words: Vec<&str> = rights.split_whitespace().collect();
    let is_sign = |word: &str| {
        let key = copies::key(word);
        ["", "copyright", "c", "copyrightc", "hak", "cipta", "by"].contains(&key.as_str()) || is_year(word)
    };
    while words.first().is_some_and(|word| is_sign(word)) {
        words.remove(0);
    }
    let all_rights = words.windows(3).position(|three| copies::key(&three.concat()) == "allrightsreserved");
    words.truncate(all_rights.unwrap_or(words.len()));
    while words.last().is_some_and(|word| is_sign(word)) {
        words.pop();
    }
    let claimant = words.join(" ").trim_matches(|end: char| ",.;|-– ".contains(end)).to_owned();
    let is_name = claimant.chars().any(char::is_alphabetic) && claimant.chars().count() <= 80;
    (is_name && !lines::ends_a_sentence(&claimant)).then_some(claimant)
}

fn is_year(word: &str) -> bool {
    let digits = word.trim_matches(|character: char| !character.is_ascii_digit());
    digits.split(['-', '–']).all(|year| year_in_digits(year).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(line: &str, expect: Line) {
        assert_eq!(kind(line), expect, "{line}");
    }

    #[test]
    fn what_is_none_of_the_article_is_known_by_how_it_begins() {
        for line in ["Baca juga: Kota bangun dermaga", "► BACA JUGA", "Read also: A new pier", "関連記事：新しい桟橋"]
        {
            check(line, Line::Noise(Noise::ReadAlso));
        }
        for line in ["Bagikan:", "Facebook | Twitter | WhatsApp", "Share this article", "シェアする", "X"] {
            check(line, Line::Noise(Noise::Share));
        }
        for line in ["ADVERTISEMENT", "Iklan", "スポンサーリンク"] {
            check(line, Line::Noise(Noise::Advertisement));
        }
        for line in ["Pewarta : Budi", "Editor: Citra", "By Ani Latuconsina", "写真：山田"] {
            check(line, Line::Noise(Noise::Byline));
        }
        check("Tags: museum, bambu", Line::Noise(Noise::Tags));
        check("Sumber: https://example.org/1", Line::Noise(Noise::Address));
        check("* * *", Line::Noise(Noise::Ornament));
    }

    #[test]
    fn what_only_begins_alike_is_a_paragraph() {
        for line in [
            "Baca juga menjadi kebiasaan anak-anak di kota itu.",
            "Share prices fell on Monday.",
            "Editor majalah itu berasal dari Ambon.",
            "By the end of the year the hall will be open.",
            "Foto itu diambil pada 1920.",
            "Copyright law has changed.",
            "Print media are read less.",
            "写真は港で撮られた。",
            "Tagalog is spoken there.",
            "Latar belakang",
        ] {
            check(line, Line::Text);
        }
    }

    #[test]
    fn a_copyright_line_says_who_claims_the_rights() {
        let claims = |line: &str, expect: Option<&str>| {
            check(line, Line::Rights);
            assert_eq!(claimant(line).as_deref(), expect, "{line}");
        };
        claims("COPYRIGHT © ANTARA News Ambon, Maluku 2024", Some("ANTARA News Ambon, Maluku"));
        claims("© 2023 Island Courier. All rights reserved.", Some("Island Courier"));
        claims("Copyright (c) 1999-2024 島の新聞社", Some("島の新聞社"));
        claims("Hak Cipta © 2020 Kabar Pulau", Some("Kabar Pulau"));
        claims("© 2024", None);
        claims("無断転載を禁じます。", None);
    }

    #[test]
    fn an_aside_is_taken_out_of_its_paragraph() {
        let (kept, asides) = without_asides("Ruang itu (Baca juga: Daftar) memuat 120 alat (dari bambu).");
        assert_eq!(kept, "Ruang itu memuat 120 alat (dari bambu).");
        assert_eq!(asides, ["(Baca juga: Daftar)"]);
    }
}
