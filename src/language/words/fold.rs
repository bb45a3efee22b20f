//! Text as it is compared: one writing for what people write in many ways.
//!
//! Case, accents, full-width and half-width forms, curly quotes and invisible characters do not matter to a reader, so
//! they do not matter here. Every byte of the folded text knows where it stood in the original.

use std::borrow::Cow;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text in NFKC, lower case, without Latin accents and without invisible characters.
#[derive(Debug, Clone)]
pub struct Folded<'t> {
    text: Cow<'t, str>,
    /// For each byte of `text` and for its end, where it begins in the original; none where nothing moved.
    origins: Option<Vec<u32>>,
}

impl<'t> Folded<'t> {
    /// Folds `original`. Texts of 4 GiB and more are folded up to there.
    #[must_use]
    pub fn new(original: &'t str) -> Self {
        if original.is_ascii() || original.chars().all(is_plain) {
            let changes = original.bytes().any(|byte| byte.is_ascii_uppercase());
            let text = if changes { Cow::Owned(original.to_ascii_lowercase()) } else { Cow::Borrowed(original) };
            return Self { text, origins: None };
        }
        let mut text = String::with_capacity(original.len());
        let mut origins = Vec::with_capacity(original.len() + 1);
        let mut characters = original.char_indices().peekable();
        while let Some((start, character)) = characters.next() {
            let mut end = start + character.len_utf8();
            // A mark belongs to the character before it; so do the half-width voicing marks of katakana.
            let is_mark = |next: char| !is_plain(next) && (is_combining_mark(next) || is_voicing(next));
            while let Some((at, mark)) = characters.next_if(|(_, next)| is_mark(*next)) {
                end = at + mark.len_utf8();
            }
            if is_plain(character) && end == start + character.len_utf8() {
                text.push(character.to_ascii_lowercase());
            } else {
                fold_cluster(&original[start..end], &mut text);
            }
            let Ok(origin) = u32::try_from(start) else { break };
            origins.resize(text.len(), origin);
        }
        origins.push(u32::try_from(original.len()).unwrap_or(u32::MAX));
        Self { text: Cow::Owned(text), origins: Some(origins) }
    }

    /// The folded text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// The folded text by itself.
    #[must_use]
    pub fn into_text(self) -> Cow<'t, str> {
        self.text
    }

    /// Where a range of the folded text stood in the original: byte offsets at character boundaries. A part of what one character
    /// folds to, 株 of ㈱, stood where all of that did.
    #[must_use]
    pub fn origin(&self, range: Range<usize>) -> Range<usize> {
        let Some(origins) = &self.origins else { return range };
        let start = origins[range.start];
        let end = range.end.checked_sub(1).filter(|last| range.contains(last)).map_or(start, |last| {
            let is_behind = |end: &&u32| **end > origins[last];
            *origins[range.end..].iter().find(is_behind).unwrap_or(&origins[last])
        });
        start as usize..end as usize
    }
}

/// Is it a character that is no mark and, with no mark behind it, folds to itself, a capital of ASCII aside: most of what
/// people type, told without looking into tables.
const fn is_plain(character: char) -> bool {
    matches!(character,
        '\0'..='\u{7f}' | '\u{3001}' | '\u{3002}' | '\u{3041}'..='\u{3096}' | '\u{30a1}'..='\u{30fe}'
        | '\u{4e00}'..='\u{9fff}')
}

const fn is_voicing(character: char) -> bool {
    matches!(character, '\u{ff9e}' | '\u{ff9f}')
}

/// Is it a character that nobody sees: zero-width, bidi control, soft hyphen, variation selector.
#[must_use]
pub const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}

fn fold_cluster(cluster: &str, folded: &mut String) {
    for character in cluster.nfkc().filter(|character| !is_invisible(*character)) {
        match character {
            '\u{2018}' | '\u{2019}' | '\u{2bc}' | '\u{2032}' => folded.push('\''),
            // The long-vowel mark written as a dash or a wave in haste stays what it is: only true dashes are folded.
            '\u{2010}'..='\u{2014}' => folded.push('-'),
            'A'..='Z' => folded.push(character.to_ascii_lowercase()),
            // Kana keep their voicing marks: only Latin accents fall off.
            '\0'..='\u{7f}' | '\u{3000}'.. => folded.push(character),
            _ => folded.extend(character.to_lowercase().nfd().filter(|part| !matches!(part, '\u{300}'..='\u{36f}'))),
        }
    }
}

/// `text` with the second of each of `pairs` in place of the first.
#[must_use]
pub fn rewritten<'t, 'p>(text: Cow<'t, str>, pairs: impl IntoIterator<Item = (&'p str, &'p str)>) -> Cow<'t, str> {
    pairs.into_iter().fold(
        text,
        |text, (old, new)| {
            if text.contains(old) { Cow::Owned(text.replace(old, new)) } else { text }
        },
    )
}

/// `text` with its full-width digits, ２０１９, as ASCII has them.
#[must_use]
pub fn with_narrow_digits(text: Cow<'_, str>) -> Cow<'_, str> {
    let narrow = |wide: char| char::from_digit(u32::from(wide).wrapping_sub(u32::from('０')), 10);
    if !text.contains(|character| narrow(character).is_some()) {
        return text;
    }
    Cow::Owned(text.chars().map(|character| narrow(character).unwrap_or(character)).collect())
}

/// `text` with each of `parts`, which are in order, in place of what stands at its range; of one that begins within another, in place
/// of its rest.
#[must_use]
pub fn spliced<'t, 'p>(text: Cow<'t, str>, parts: impl IntoIterator<Item = (Range<usize>, &'p str)>) -> Cow<'t, str> {
    let mut parts = parts.into_iter().peekable();
    if parts.peek().is_none() {
        return text;
    }
    let (mut made, mut end) = (String::with_capacity(text.len() + SPLICED_MORE), 0);
    for (range, part) in parts {
        made.push_str(&text[end..range.start.max(end)]);
        made.push_str(part);
        end = range.end.max(end);
    }
    made.push_str(&text[end..]);
    Cow::Owned(made)
}

/// How many bytes longer a spliced text mostly is, at most.
const SPLICED_MORE: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_narrow() {
        for (text, expect) in [("２０１９年か2018年", "2019年か2018年"), ("2019", "2019"), ("Ａ", "Ａ"), ("", "")]
        {
            assert_eq!(with_narrow_digits(Cow::Borrowed(text)), expect);
        }
    }

    #[test]
    fn parts_take_the_place_of_others() {
        let check = |parts: &[(Range<usize>, &str)], expect: &str| {
            assert_eq!(spliced(Cow::Borrowed("ab cd ef"), parts.iter().cloned()), expect, "{parts:?}");
        };
        check(&[], "ab cd ef");
        check(&[(0..2, "x"), (6..8, "long")], "x cd long");
        check(&[(3..6, "")], "ab ef");
        check(&[(0..5, ""), (3..6, ""), (3..4, "")], "ef");
    }

    #[test]
    fn folding_makes_one_writing_of_many() {
        let check = |text: &str, expect: &str| assert_eq!(Folded::new(text).as_str(), expect, "{text:?}");
        check("Ambon", "ambon");
        check("ＵＮＥＳＣＯ　２０１９年", "unesco 2019年");
        check("Café Zürich", "cafe zurich");
        check("ﾊﾏﾏﾂ ﾋﾟｱﾉ", "ハママツ ピアノ");
        check("がっき", "がっき");
        check("か\u{3099}っき", "がっき");
        check("Am\u{200b}bon\u{202e}", "ambon");
        check("Ambon’s", "ambon's");
        check("", "");
    }

    #[test]
    fn a_folded_range_is_found_again_in_the_original() {
        let check = |text: &str, part: &str, expect: &str| {
            let folded = Folded::new(text);
            let start = folded.as_str().find(part).unwrap();
            assert_eq!(&text[folded.origin(start..start + part.len())], expect);
        };
        check("Kota Ambon", "ambon", "Ambon");
        check("in Zürich,", "zurich", "Zürich");
        check("２０１９年に", "2019", "２０１９");
        check("ﾋﾟｱﾉの街", "ピアノ", "ﾋﾟｱﾉ");
        check("㈱ヤマハ", "株", "㈱");
        check("㈱ヤマハ", "ヤマハ", "ヤマハ");
        check("1½ m", "2", "½");
        check("am\u{200b}bon", "", "");
    }

    #[test]
    fn a_plain_character_folds_to_what_the_tables_say() {
        for character in ('\0'..='\u{ffff}').filter(|character| is_plain(*character)) {
            let mut by_tables = String::new();
            fold_cluster(character.encode_utf8(&mut [0; 4]), &mut by_tables);
            assert_eq!(by_tables, character.to_ascii_lowercase().to_string());
            assert!(!is_combining_mark(character) && !is_voicing(character), "{character}");
        }
    }

    proptest::proptest! {
        #[test]
        fn every_origin_is_a_character_boundary(text in "\\PC{0,40}") {
            let folded = Folded::new(&text);
            for (start, character) in folded.as_str().char_indices() {
                let origin = folded.origin(start..start + character.len_utf8());
                proptest::prop_assert!(text.get(origin).is_some_and(|it| !it.is_empty()));
            }
        }
    }
}
