//! Where sentences end, in all three languages at once.

use std::ops::Range;

/// What ends in a full stop without ending a sentence, in lower case, without the stop.
const ABBREVIATIONS: [&str; 42] = [
    "a", "b", "c", "co", "dr", "drs", "dll", "dsb", "e.g", "etc", "hj", "h", "i.e", "ir", "jl", "jr", "kab", "kec",
    "ltd", "m", "mr", "mrs", "ms", "mt", "no", "nos", "p", "prof", "r", "rev", "s", "sr", "st", "tn", "ny", "u.s",
    "u.k", "vs", "vol", "inc", "fig", "approx",
];

/// The sentences of `text` as byte ranges: in order, none empty, together all of it but the white space between.
#[must_use]
pub fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, character)) = characters.next() {
        let ends = match character {
            '。' | '！' | '？' | '．' | '\n' => true,
            '.' | '!' | '?' | '…' => {
                while characters.next_if(|(_, next)| matches!(next, '.' | '!' | '?' | '…')).is_some() {}
                // What closes is taken along; what follows decides.
                let mut rest = text[at + character.len_utf8()..].trim_start_matches(['.', '!', '?', '…']);
                rest = rest.trim_start_matches(CLOSING);
                let next_starts = rest.is_empty()
                    || (rest.starts_with(char::is_whitespace)
                        && !rest
                            .trim_start()
                            .starts_with(|next: char| next.is_lowercase() || matches!(next, ',' | ';' | ')')));
                next_starts && !(character == '.' && is_abbreviation(&text[start..at]))
            }
            _ => false,
        };
        if ends {
            let mut end = characters.peek().map_or(text.len(), |(next, _)| *next);
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

/// Does what stands before a full stop end in an abbreviation or an initial.
fn is_abbreviation(before: &str) -> bool {
    let word = before
        .rsplit(|character: char| character.is_whitespace() || "(\"'“".contains(character))
        .next()
        .unwrap_or_default();
    let mut letters = word.chars();
    let is_initial = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
    is_initial || ABBREVIATIONS.contains(&word.to_lowercase().as_str())
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
        check("「はい。」と言いました。次です", &["「はい。」", "と言いました。", "次です"]);
        check("one\ntwo", &["one", "two"]);
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
