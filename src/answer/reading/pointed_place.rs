//! A place that is named in one sentence and pointed at in a later one: *I'm off to Metz. What has* ***this city*** *to do with Ambon?*

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::understanding::Names;
use crate::language::{SENTENCE_ENDS, find_word, is_cjk, spliced};

/// What points at one, in Latin letters.
#[rustfmt::skip]
const POINTS: [&str; 8] = ["this city", "that city", "this town", "that town", "kota itu", "kota ini", "kota tersebut", "kota tsb"];
/// The same in Japanese.
const POINTS_JA: [&str; 8] = ["この街", "この町", "この市", "この都市", "その街", "その町", "その市", "その都市"];
/// What stands before *kota* in the word for a mayor.
const MAYOR: &str = "wali";
impl Names {
    /// `text` with the name of the one place that sentences before name where a later one points at it.
    pub(in crate::answer) fn with_place_pointed_at<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        let found = pointed_at(&text).and_then(|pointed| Some((self.one_place_before(&text, pointed.start)?, pointed)));
        let Some((place, pointed)) = found else { return text };
        let name = text[place].to_owned();
        spliced(text, [(pointed, name.as_str())])
    }

    /// Where the sentences before that which byte `at` of `text` is in name a place, where they name but one.
    fn one_place_before(&self, text: &str, at: usize) -> Option<Range<usize>> {
        let before = &text[..text[..at].rfind(SENTENCE_ENDS)?];
        let mut places = self.mentioned_places(before).filter(|it| !self.is_region(it.term));
        let place = places.next()?;
        places.next().is_none().then_some(place.range)
    }
}

/// Where `text` first points at a place, in bytes.
fn pointed_at(text: &str) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    let listed = if text.contains(is_cjk) { &POINTS_JA } else { &POINTS };
    // *Wali kota itu* is a mayor.
    let is_place = |range: &Range<usize>| !lower[..range.start].trim_end().ends_with(MAYOR);
    listed.iter().filter_map(|points| find_word(&lower, points)).filter(is_place).min_by_key(|range| range.start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Answerer;
    use crate::corpus::Source;

    #[test]
    fn what_is_pointed_at_is_named() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (text, expect) in [
            (
                "フランスのメスに行きます。この街とアンボンってどういうつながり？",
                "フランスのメスに行きます。メスとアンボンってどういうつながり？",
            ),
            (
                "I'm off to Metz. What has this city to do with Ambon?",
                "I'm off to Metz. What has Metz to do with Ambon?",
            ),
            ("Saya dari Hamamatsu. Siapa wali kota itu?", "Saya dari Hamamatsu. Siapa wali kota itu?"),
            ("Saya dari Hamamatsu. Apa industri kota itu", "Saya dari Hamamatsu. Apa industri Hamamatsu"),
            (
                "Kyoto or Metz, I like both. Is this city Ambon's sister?",
                "Kyoto or Metz, I like both. Is this city Ambon's sister?",
            ),
            ("Which city is this city's twin?", "Which city is this city's twin?"),
            ("浜松とこの街の関係は？", "浜松とこの街の関係は？"),
            ("", ""),
        ] {
            assert_eq!(answerer.names().with_place_pointed_at(Cow::Borrowed(text)), expect);
        }
    }
}
