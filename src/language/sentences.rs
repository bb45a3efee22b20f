//! Where sentences end, in all three languages at once.

use std::ops::Range;

/// What ends in a full stop without ending a sentence, in lower case, without the stop.
#[rustfmt::skip]
const ABBREVIATIONS: &[&str] = &[
    // Titles and forms of address.
    "dr", "dra", "drg", "drs", "ds", "gen", "gov", "hj", "ir", "jr", "kh", "lt", "mgr", "mr", "mrs", "ms", "ny", "pdt",
    "prof", "rev", "sgt", "sr", "st", "tn",
    // Companies and places.
    "co", "inc", "jl", "kab", "kec", "ltd", "mt", "pt",
    // What is short for a word of the text.
    "approx", "dll", "dsb", "e.g", "etc", "i.e", "seb", "skt", "vs",
];

/// The same where a number follows: *no. 5*, *Rp. 500*; each single letter, too: *c. 1455*, *p. 7*.
const BEFORE_NUMBERS: &[&str] = &["art", "fig", "no", "nos", "pp", "rp", "tgl", "vol"];

/// What goes on with a Japanese sentence behind the bracket or mark that closes what is quoted: 「はい。」と言いました.
const GOES_ON: &[char] = &['と', 'が', 'を', 'に', 'は', 'も', 'の', 'で', 'や', '、', '，'];

/// The marks that sentences end with.
pub(crate) const SENTENCE_ENDS: [char; 8] = ['.', '!', '?', '\n', '。', '！', '？', '．'];

/// The sentences of `text` as byte ranges: in order, none empty, together all of it but the white space between.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let ends = match character {
            '。' | '！' | '？' | '．' => !goes_on(&text[at + character.len_utf8()..]),
            '\n' => true,
            '.' | '!' | '?' | '…' => {
                while characters.next_if(|(_, next)| matches!(next, '.' | '!' | '?' | '…')).is_some() {}
                // What closes is taken along; what follows decides.
                let mut rest = text[at + character.len_utf8()..].trim_start_matches(['.', '!', '?', '…']);
                rest = without_notes(rest.trim_start_matches(CLOSING));
                let next_starts = rest.is_empty()
                    || (rest.starts_with(char::is_whitespace)
                        && !rest
                            .trim_start()
                            .starts_with(|next: char| next.is_lowercase() || matches!(next, ',' | ';' | ')')));
                next_starts && !(character == '.' && is_no_end(&text[start..at], rest.trim_start()))
            }
            _ => false,
        };
        if ends {
            let mut end = characters.peek().map_or(text.len(), |(next, _)| *next);
            let notes = text[end..].len() - without_notes(&text[end..]).len();
            while characters.next_if(|(next, _)| *next < end + notes).is_some() {}
            end += notes;
            while let Some((closing_at, closing)) = characters.next_if(|(_, next)| CLOSING.contains(next)) {
                end = closing_at + closing.len_utf8();
            }
            push(text, start..end, &mut found);
            start = end;
        }
    }
    push(text, start..text.len(), &mut found);
    found
}

const CLOSING: &[char] = &['"', '\'', '”', '’', '」', '』', '）', ')', ']', '】', '»'];

fn push(text: &str, range: Range<usize>, found: &mut Vec<Range<usize>>) {
    let part = &text[range.clone()];
    let trimmed = part.trim();
    if !trimmed.is_empty() {
        let start = range.start + (part.len() - part.trim_start().len());
        found.push(start..start + trimmed.len());
    }
}

/// The text behind the marks of footnotes that it begins with: `[3]`, `[a][12]`.
fn without_notes(text: &str) -> &str {
    let mut rest = text;
    while let Some((mark, behind)) = rest.strip_prefix('[').and_then(|rest| rest.split_once(']'))
        && (1..=MARK).contains(&mark.len())
        && mark.bytes().all(|byte| byte.is_ascii_alphanumeric())
    {
        rest = behind;
    }
    rest
}

/// How long the mark of a footnote is at most.
const MARK: usize = 3;

/// Does a Japanese sentence go on with `rest`: behind what closes a quotation, with a particle.
fn goes_on(rest: &str) -> bool {
    let behind = rest.trim_start_matches(CLOSING);
    behind.len() < rest.len() && behind.starts_with(GOES_ON)
}

/// Does a full stop behind `before` end no sentence: it belongs to an abbreviation, to initials, or to the number of a list.
pub(super) fn is_no_end(before: &str, rest: &str) -> bool {
    let word = before
        .rsplit(|character: char| character.is_whitespace() || "(\"'“".contains(character))
        .next()
        .unwrap_or_default();
    let is_one_letter = |part: &str| part.chars().count() == 1 && part.chars().all(char::is_alphabetic);
    let is_initial = is_one_letter(word) && word.chars().all(char::is_uppercase);
    let are_initials = word.contains('.') && word.split('.').all(is_one_letter);
    // Or nothing, as between the stops of an ellipsis.
    let is_number_of_a_list = before.trim().chars().all(|character| character.is_ascii_digit());
    let word = word.to_lowercase();
    is_initial
        || are_initials
        || is_number_of_a_list
        || ABBREVIATIONS.contains(&word.as_str())
        || (rest.starts_with(|next: char| next.is_ascii_digit())
            && (is_one_letter(&word) || BEFORE_NUMBERS.contains(&word.as_str())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expect: &[&str]) {
        let found: Vec<&str> = sentences(text).into_iter().map(|range| &text[range]).collect();
        assert_eq!(found, expect);
    }

    #[test]
    fn a_sentence_ends_where_a_reader_ends_it() {
        check("", &[]);
        check("  \n ", &[]);
        check("One", &["One"]);
        check("One. Two! Three?", &["One.", "Two!", "Three?"]);
        check("Dr. Smith met J. Patty. They spoke.", &["Dr. Smith met J. Patty.", "They spoke."]);
        check("It holds 3.300 pieces. Yes.", &["It holds 3.300 pieces.", "Yes."]);
        check("\"Kami siap,\" katanya. \"Ya.\" Lalu pulang.", &["\"Kami siap,\" katanya.", "\"Ya.\"", "Lalu pulang."]);
        check("Musik, tari, dll. juga ada.", &["Musik, tari, dll. juga ada."]);
        check("Wait... what? No", &["Wait... what?", "No"]);
        check("浜松市は音楽の街です。市長は中野祐介です。", &["浜松市は音楽の街です。", "市長は中野祐介です。"]);
        check("「はい。」と言いました。次です", &["「はい。」と言いました。", "次です"]);
        check("「行く！」「待て。」彼は走りました。", &["「行く！」", "「待て。」", "彼は走りました。"]);
        check("one\ntwo", &["one", "two"]);
        check("Bandara H.A.S. Hanandjoeddin. Lalu", &["Bandara H.A.S. Hanandjoeddin.", "Lalu"]);
        check("Dibangun PT. Waskita. Lalu KH. Dewantara", &["Dibangun PT. Waskita.", "Lalu KH. Dewantara"]);
        check("Tiket Rp. 500. Harga Rp. Lalu", &["Tiket Rp. 500.", "Harga Rp.", "Lalu"]);
        check("Budi (l. 1920, m. 1968) pergi.", &["Budi (l. 1920, m. 1968) pergi."]);
        check("Berdiri.[3][a] Lalu tutup.[12]", &["Berdiri.[3][a]", "Lalu tutup.[12]"]);
        check("Lihat [3]. Lalu [lagi panjang] itu.", &["Lihat [3].", "Lalu [lagi panjang] itu."]);
        check("She said no. They left.", &["She said no.", "They left."]);
        check("1. Datang. 2. Pulang.", &["1. Datang.", "2. Pulang."]);
    }

    proptest::proptest! {
        #[test]
        fn nothing_but_white_space_is_lost(text in "[a-zA-Z .!?。」\"\nあ浜]{0,60}") {
            let joined: String = sentences(&text).into_iter().map(|range| &text[range]).collect();
            let squeeze = |text: &str| text.split_whitespace().collect::<String>();
            proptest::prop_assert_eq!(squeeze(&joined), squeeze(&text));
        }
    }
}
