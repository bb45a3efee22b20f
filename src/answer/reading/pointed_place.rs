//! A place that is named in one sentence and pointed at in a later one: *I'm off to Metz. What has* ***this city*** *to do with Ambon?*,
//! *I live in Metz. Has* ***our town*** *…*

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::understanding::Names;
use crate::language::{SENTENCE_ENDS, find_word, is_cjk, is_one_of, spliced, words_of};

/// What points at one, in Latin letters.
#[rustfmt::skip]
const POINTS: [&str; 8] = ["this city", "that city", "this town", "that town", "kota itu", "kota ini", "kota tersebut", "kota tsb"];
/// The same in Japanese.
const POINTS_JA: [&str; 8] = ["この街", "この町", "この市", "この都市", "その街", "その町", "その市", "その都市"];
/// What points, in Latin letters, at where those are who ask.
#[rustfmt::skip]
const OURS: [&str; 9] = [
    "our city", "our town", "my city", "my town", "kota kami", "kota kita", "kota saya", "kotaku", "kota beta",
];
/// The same in Japanese.
const OURS_JA: [&str; 6] = ["うちの街", "うちの町", "うちの市", "私の街", "当市", "ここの市"];
/// Who tells where they are, or greets from there.
#[rustfmt::skip]
const WE: [&str; 22] = [
    "i", "i'm", "i’m", "im", "we", "we're", "hello", "hi", "greetings", "here", "saya", "sy", "aku", "gue", "gw", "gua", "beta", "kami", "kita", "katong",
    "halo", "salam",
];
/// What stands before *kota* in the word for a mayor.
const MAYOR: &str = "wali";
impl Names {
    /// `text` with the name of the one place that sentences before name where a later one points at it.
    pub(in crate::answer) fn with_place_pointed_at<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        let (points, ours): (&[&str], &[&str]) =
            if text.contains(is_cjk) { (&POINTS_JA, &OURS_JA) } else { (&POINTS, &OURS) };
        let named = |pointed: Range<usize>| Some((self.one_place_before(&text, pointed.start)?, pointed));
        // In Japanese who speaks need not be told.
        let tells_of_us = |before: &str| before.contains(is_cjk) || words_of(before).any(|word| is_one_of(word, &WE));
        let our_place = || {
            let (place, pointed) = named(pointed_at(&text, ours)?)?;
            // *Kota saya Hannover* names it itself.
            let behind = &text[pointed.end..];
            let is_named = self.places(behind).first().is_some_and(|it| behind[..it.start].trim().is_empty());
            (tells_of_us(&text[..pointed.start]) && !is_named).then_some((place, pointed))
        };
        let found = pointed_at(&text, points).and_then(named).or_else(our_place);
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

/// Where `text` first says one of the words that `point` at a place, in bytes.
fn pointed_at(text: &str, point: &[&str]) -> Option<Range<usize>> {
    let lower = text.to_ascii_lowercase();
    // *Wali kota itu* is a mayor.
    let is_place = |range: &Range<usize>| !lower[..range.start].trim_end().ends_with(MAYOR);
    point.iter().filter_map(|points| find_word(&lower, points)).filter(is_place).min_by_key(|range| range.start)
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
            ("I live in Metz. Does our city know Ambon?", "I live in Metz. Does Metz know Ambon?"),
            (
                "My cousin lives in Metz. Does our city know Ambon?",
                "My cousin lives in Metz. Does our city know Ambon?",
            ),
            ("Saya dari Kyoto. Kotaku kenal Ambon?", "Saya dari Kyoto. Kyoto kenal Ambon?"),
            ("メスに住んでいます。うちの街はアンボンと？", "メスに住んでいます。メスはアンボンと？"),
            ("Saya di Kyoto. Kota saya Metz kenal Ambon?", "Saya di Kyoto. Kota saya Metz kenal Ambon?"),
            ("Does our city know Ambon?", "Does our city know Ambon?"),
            ("Which city is this city's twin?", "Which city is this city's twin?"),
            ("浜松とこの街の関係は？", "浜松とこの街の関係は？"),
            ("", ""),
        ] {
            assert_eq!(answerer.names().with_place_pointed_at(Cow::Borrowed(text)), expect);
        }
    }
}
