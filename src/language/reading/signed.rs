//! Who signed something, asked by the signatures under it, *whose signature is under the agreement*, or by *put pen to paper*.

use std::borrow::Cow;

use crate::language::{is_one_of, spliced, word_ranges};

/// What somebody sets under it.
const SIGNATURES: [&str; 2] = ["signature", "signatures"];
/// What may stand between *whose signature* and what it is under: *appears at the bottom of*.
#[rustfmt::skip]
const BETWEEN: [&str; 22] = [
    "is", "are", "was", "were", "stands", "stand", "stood", "appears", "appear", "went", "goes", "under", "underneath", "beneath", "below", "on",
    "at", "the", "bottom", "foot", "end", "of",
];

/// `text` with *who signed* in place of *whose signature is under*, and *sign* in place of *put pen to paper*.
#[must_use]
pub fn with_signers_asked(text: Cow<'_, str>) -> Cow<'_, str> {
    let Some(place) = word_ranges(&text).position(|word| is_one_of(&text[word], &["whose", "pen"])) else {
        return text;
    };
    let words: Vec<_> = word_ranges(&text).skip(place.saturating_sub(1)).collect();
    let is =
        |place: usize, listed: &[&str]| words.get(place).is_some_and(|word| is_one_of(&text[word.clone()], listed));
    let first = place.min(1);
    // Not *whose signature dish*.
    let is_of_a_paper = || is(first + 2, &BETWEEN) || words.len() == first + 2;
    if is(first, &["whose"]) && is(first + 1, &SIGNATURES) && is_of_a_paper() {
        let mut last = first + 1;
        while is(last + 1, &BETWEEN) {
            last += 1;
        }
        // The article belongs to what is signed.
        if is(last, &["the"]) {
            last -= 1;
        }
        let range = words[first].start..words[last].end;
        return spliced(text, [(range, "who signed")]);
    }
    if first == 1 && is(0, &["put"]) && is(2, &["to"]) && is(3, &["paper"]) {
        let who_puts = word_ranges(&text[..words[0].start]).last();
        let is_past = who_puts.is_some_and(|who| is_one_of(&text[who], &["who"]));
        let signs = if is_past { "signed" } else { "sign" };
        let range = words[0].start..words[3].end;
        return spliced(text, [(range, signs)]);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whose_signature_it_is_is_who_signed() {
        for (text, expect) in [
            ("whose signature is under the MoU", "who signed the MoU"),
            ("so whose signatures appear at the bottom of it", "so who signed it"),
            ("whose signature", "who signed"),
            ("Who put pen to paper in 2019?", "Who signed in 2019?"),
            ("when did they put pen to paper", "when did they sign"),
            ("and who put pen to paper in 2019", "and who signed in 2019"),
            ("to put pen to paper", "to sign"),
            ("whose signature dish is nasi", "whose signature dish is nasi"),
            ("whose visit was it", "whose visit was it"),
            ("put a pen to paper", "put a pen to paper"),
            ("whose", "whose"),
            ("pen", "pen"),
            ("", ""),
        ] {
            assert_eq!(with_signers_asked(Cow::Borrowed(text)), expect);
        }
    }
}
