//! What Discord takes, and cutting text to it. Every length is in Unicode code points, as Discord counts.

use std::fmt;

use unicode_segmentation::UnicodeSegmentation as _;

use crate::language::sentences;

/// The content of a message.
pub const CONTENT: usize = 2000;
/// An embed's description.
pub const EMBED_DESCRIPTION: usize = 4096;
/// The name of an embed's field.
pub const FIELD_NAME: usize = 256;
/// The value of an embed's field.
pub const FIELD_VALUE: usize = 1024;
/// All texts of all embeds of a message together.
pub const EMBEDS_TOGETHER: usize = 6000;

/// A control's `custom_id`.
pub const CUSTOM_ID: usize = 100;

/// The choices that an option offers, and what a name or a text of one holds.
pub const CHOICES: usize = 25;
/// See [`CHOICES`].
pub const CHOICE: usize = 100;
/// The label and the description of a select's option.
pub const OPTION: usize = 100;
/// The address of a link button.
pub const BUTTON_ADDRESS: usize = 512;
/// The description of a file, which a screen reader reads.
pub const ALTERNATIVE_TEXT: usize = 1024;

/// The length of `text` in code points.
#[must_use]
pub fn length(text: &str) -> usize {
    text.chars().count()
}

/// A text that fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cut<'t> {
    /// The text's beginning, or all of it.
    pub kept: &'t str,
    /// What to show behind it: nothing, or that there is more.
    pub ellipsis: &'static str,
}

impl fmt::Display for Cut<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.kept, self.ellipsis)
    }
}

/// `text`, or where it is longer than `most` its beginning: whole sentences where they fill a third of it, else whole words, else whole
/// graphemes. The ellipsis is counted in.
#[must_use]
pub fn cut(text: &str, most: usize) -> Cut<'_> {
    if length(text) <= most {
        return Cut { kept: text, ellipsis: "" };
    }
    let Some(room) = most.checked_sub(2) else {
        return Cut { kept: "", ellipsis: if most == 0 { "" } else { "…" } };
    };
    let room = text.char_indices().nth(room).map_or(text.len(), |(end, _)| end);
    let whole_sentences =
        sentences(text).into_iter().map(|sentence| sentence.end).take_while(|&end| end <= room).last();
    // Of sentences that leave most of the room empty, the next is begun.
    if let Some(end) = whole_sentences.filter(|end| end * 3 > room) {
        return Cut { kept: text[..end].trim_end(), ellipsis: " …" };
    }
    let words = last_until(room, text.split_word_bound_indices());
    // A word that takes half of the room, or a text without words, is cut.
    let end = if words * 2 > room { words } else { last_until(room, text.grapheme_indices(true)) };
    Cut { kept: text[..end].trim_end(), ellipsis: "…" }
}

/// The last start that is not past `most`.
fn last_until<'t>(most: usize, parts: impl Iterator<Item = (usize, &'t str)>) -> usize {
    parts.map(|(start, _)| start).take_while(|&start| start <= most).last().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn text_is_cut_where_a_person_would_cut_it() {
        let check = |text: &str, most, expect: &str| assert_eq!(cut(text, most).to_string(), expect);
        check("Short.", 6, "Short.");
        check("One here. Two there. Three.", 26, "One here. Two there. …");
        check("One here. Two there. Three.", 12, "One here. …");
        check("Hamamatsu makes pianos and more", 20, "Hamamatsu makes…");
        check("浜松市です。音楽の都です。", 10, "浜松市です。 …");
        check("Yes. Hamamatsu makes pianos and more.", 30, "Yes. Hamamatsu makes pianos…");
        check("Donaudampfschifffahrt", 8, "Donaud…");
        check("👩‍👩‍👧‍👧👩‍👩‍👧‍👧", 10, "👩‍👩‍👧‍👧…");
        check("abc", 1, "…");
        check("abc", 0, "");
    }

    proptest! {
        #[test]
        fn what_is_cut_always_fits(text in "\\PC{0,80}", most in 0_usize..60) {
            let cut = cut(&text, most);
            prop_assert!(length(cut.kept) + length(cut.ellipsis) <= most);
            prop_assert!(text.starts_with(cut.kept));
        }
    }
}
