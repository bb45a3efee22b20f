//! A place that is named as the one that is not meant: *not Ambon but Darwin*, *in Ambon, not Hamamatsu*, 浜松じゃなくてアンボンの人口は.
//! What is taken back in mid sentence, whatever it is, `language::without_what_was_restated` has left out before.

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::understanding::Names;
use crate::language::{Want, asks_something, asks_whether, is_cjk, is_one_of, spliced, word_ranges};

/// What says in Japanese, right behind a place, that it is not meant.
#[rustfmt::skip]
const NOT_MEANT_JA: [&str; 10] = [
    "じゃなくて", "じゃなくって", "じゃなく", "ではなくて", "ではなく", "じゃない、", "いや", "、いや", "あ違う", "、違う",
];
/// The same before and behind it: *not Ambon but Darwin*, *bukan Ambon tapi Darwin*.
const NOT_BUT: [(&str, &[&str]); 2] = [("not", &["but"]), ("bukan", &["tapi", "tetapi", "melainkan"])];

impl Names {
    /// `text` without a place that is named as the one not meant, beside the one that is.
    pub(super) fn without_place_not_meant<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        if !may_deny(&text) {
            return text;
        }
        let places = self.places(&text);
        // Why the one and not the other asks of both.
        let asks_why = || Want::of_question(&text) == Some(Want::Reason);
        let denied = if text.contains(is_cjk) {
            places.windows(2).find_map(|pair| not_meant(&text, &pair[0], &pair[1])).filter(|_| !asks_why())
        } else {
            let asks_of_one = || asks_something(&text) && !asks_whether(&text) && !asks_why();
            places.windows(2).find_map(|pair| {
                let behind = not_meant_behind(&text, &pair[0], &pair[1]).filter(|_| asks_of_one());
                behind.or_else(|| not_this_but(&text, &pair[0], &pair[1]))
            })
        };
        spliced(text, denied.map(|range| (range, "")))
    }
}

/// Is there a word that denies, which few questions have.
fn may_deny(text: &str) -> bool {
    if text.contains(is_cjk) {
        return NOT_MEANT_JA.iter().any(|said| text.contains(said));
    }
    word_ranges(text).any(|word| NOT_BUT.iter().any(|(not, _)| text[word.clone()].eq_ignore_ascii_case(not)))
}

/// The place with what says that it is not meant, where `another` follows.
fn not_meant(text: &str, place: &Range<usize>, another: &Range<usize>) -> Option<Range<usize>> {
    let behind = text[place.end..].trim_start_matches('市');
    let said = NOT_MEANT_JA.iter().find(|said| behind.starts_with(**said))?;
    let end = text.len() - behind.len() + said.len();
    (end <= another.start).then_some(place.start..end)
}

/// What goes where the `second` place stands behind the `first` as what is not meant: *in Ambon not Hamamatsu*.
fn not_meant_behind(text: &str, first: &Range<usize>, second: &Range<usize>) -> Option<Range<usize>> {
    let between = text.get(first.end..second.start)?.trim_matches(|it: char| it == ',' || it.is_whitespace());
    NOT_BUT.iter().any(|(not, _)| between.eq_ignore_ascii_case(not)).then_some(first.end..second.end)
}

/// What goes where the `first` place is denied and the `second` meant: *not Ambon but Darwin*.
fn not_this_but(text: &str, first: &Range<usize>, second: &Range<usize>) -> Option<Range<usize>> {
    // A name may be that of two places.
    let between = text.get(first.end..second.start)?.trim_matches(|it: char| !it.is_alphanumeric());
    let before = word_ranges(&text[..first.start]).last()?;
    let (_, but) = NOT_BUT.iter().find(|(not, _)| text[before.clone()].eq_ignore_ascii_case(not))?;
    is_one_of(between, but).then_some(before.start..second.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use crate::index::Index;

    #[test]
    fn what_is_not_meant_is_not_asked_of() {
        let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
        let names = Names::new(corpus.glossary(), &Index::build(&corpus).expect("it is indexed"));
        for (text, expect) in [
            ("not Ambon but Darwin, when did it sign", "Darwin, when did it sign"),
            ("bukan hamamatsu tapi ambon, penduduknya", "ambon, penduduknya"),
            ("how many live in ambon, not hamamatsu", "how many live in ambon"),
            ("berapa penduduk ambon bukan hamamatsu", "berapa penduduk ambon"),
            ("浜松じゃなくてアンボンの人口は", "アンボンの人口は"),
            ("浜松じゃなくアンボンの人口は", "アンボンの人口は"),
            ("アンボンの人口です、浜松市ではなくアンボンです", "アンボンの人口です、アンボンです"),
            // Nothing is denied for another.
            ("なぜ京都ではなくアンボン", "なぜ京都ではなくアンボン"),
            ("浜松いやあ人口は", "浜松いやあ人口は"),
            ("ambon bukan hamamatsu", "ambon bukan hamamatsu"),
            ("why Ambon not Kyoto", "why Ambon not Kyoto"),
            ("apakah ambon bukan hamamatsu yang pertama", "apakah ambon bukan hamamatsu yang pertama"),
            ("is Ambon not in Japan", "is Ambon not in Japan"),
            ("ambon and hamamatsu", "ambon and hamamatsu"),
            ("アンボンじゃなくて", "アンボンじゃなくて"),
            ("", ""),
        ] {
            assert_eq!(names.without_place_not_meant(Cow::Borrowed(text)), expect);
        }
    }
}
