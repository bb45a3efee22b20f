//! What was first, and of which place: *Ambon's first sister city* is neither Hamamatsu's nor the first step.

use std::borrow::Cow;
use std::ops::Range;

use super::glossary::{Mention, Names};
use crate::language::{
    Language, Order, asks_to_confirm, detect, is_chatter, is_hiragana, is_one_of, is_stop_word, spliced, word_ranges,
};

/// What joins a place to what was first of it, where the place stands before.
const BEFORE: [&str; 6] = ["'s", "’s", "の", "市の", "の一番", "市の一番"];
/// What stands before a place that is not the one.
const APART: [&str; 13] =
    ["di", "ke", "dari", "adalah", "ialah", "yaitu", "dengan", "dgn", "sama", "dan", "untuk", "yang", "itu"];
/// How a question begins that asks whether something is so.
const WHETHER: &str = "apakah ";
/// What joins *pertama* to what it is said of.
const YANG: [&str; 2] = ["yang", "yg"];
/// How many words at most stand between what was first and the place behind it.
const BETWEEN: usize = 3;
/// How many characters of Japanese tell what it is.
const CHARACTERS: usize = 2;

/// Something that a text tells or asks to be the first, or the second.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::answer) struct FirstOf {
    /// What, in bytes of the text: the word that stands beside *first*.
    pub(in crate::answer) what: Range<usize>,
    /// Of which place it is that, as the place of its term in the glossary; `None` where that is not told.
    pub(super) place: Option<usize>,
}

impl FirstOf {
    /// May it be the first of this place.
    pub(in crate::answer) fn may_be_of(&self, place: usize) -> bool {
        self.place.is_none_or(|its| its == place)
    }
}

impl Names {
    /// What `text`, which is in `language`, tells or asks to be the first or the second, where it tells of such an `order`; `None` where
    /// it does not.
    pub(in crate::answer) fn first_of(
        &self,
        text: &str,
        order: (Order, Range<usize>),
        language: Language,
    ) -> Option<FirstOf> {
        let (_, first) = order;
        let what = what_is_first(text, &first, language)?;
        let mut places: Vec<Mention> = self.mentioned_places(text).collect();
        // *Who joined first, Ambon or Hamamatsu* asks of no first Ambon.
        if places.iter().any(|place| place.range.contains(&what.start)) {
            return None;
        }
        places.retain(|place| is_joined(text, &first, &place.range, language));
        Some(FirstOf { what, place: places.first().map(|place| place.term) })
    }

    /// `text` without the places that are said to be the first of another one, where that is to be confirmed: *Darwin is Ambon's first
    /// sister city, right?* asks which is.
    pub(in crate::answer) fn without_guessed_first<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        let asks_whether = || text.get(..WHETHER.len()).is_some_and(|begins| begins.eq_ignore_ascii_case(WHETHER));
        let Some(order) = Order::find(&text)
            .filter(|(order, _)| *order == Order::First && (asks_to_confirm(&text) || asks_whether()))
        else {
            return text;
        };
        let first = self.first_of(&text, order, detect(&text).unwrap_or(Language::En));
        let Some(place) = first.and_then(|first| first.place) else { return text };
        let guessed: Vec<_> =
            self.mentioned_places(&text).filter(|it| it.term != place).map(|it| (it.range, "")).collect();
        spliced(text, guessed)
    }
}

/// Where the word stands that says what is the first at `first`.
fn what_is_first(text: &str, first: &Range<usize>, language: Language) -> Option<Range<usize>> {
    let behind = &text[first.end..];
    match language {
        // Nothing but a space stands between, or *kota kembar Ambon yang pertama*.
        Language::Id => {
            let before: Vec<Range<usize>> = word_ranges(&text[..first.start]).collect();
            let (last, rest) = before.split_last()?;
            let joins = |range: &Range<usize>| is_one_of(&text[range.clone()], &YANG);
            let says_nothing = |range: &Range<usize>| {
                let word = text[range.clone()].to_ascii_lowercase();
                is_stop_word(Language::Id, &word) || is_chatter(Language::Id, &word)
            };
            match rest {
                // *Hamamatsu yang pertama* is the first itself.
                [.., what, _] if joins(last) => Some(what.clone()).filter(|what| !says_nothing(what)),
                [_] if joins(last) => None,
                _ => Some(last.clone()).filter(|word| word.end + 1 == first.start),
            }
        }
        Language::En => {
            let word = word_ranges(behind).next().filter(|word| word.start == 1)?;
            Some(first.end + word.start..first.end + word.end)
        }
        Language::Ja => {
            let start = first.end + behind.len() - behind.trim_start_matches('の').len();
            let length: usize = text[start..].chars().take(CHARACTERS).map(char::len_utf8).sum();
            let what = start..start + length;
            // 最初だった tells of nothing that it was.
            (!text[what.clone()].chars().all(is_hiragana)).then_some(what)
        }
    }
}

/// Does the place at `place` stand where it says of what it is that is the first, at `first`.
fn is_joined(text: &str, first: &Range<usize>, place: &Range<usize>, language: Language) -> bool {
    if place.end <= first.start {
        let between = text[place.end..first.start].trim();
        // *When did Darwin first sail* asks of no first.
        let is_its = language != Language::En || text[..place.end].ends_with(['s', 'S']);
        return BEFORE.contains(&between)
            || language == Language::Id && YANG.contains(&between)
            || between.is_empty() && is_its;
    }
    if place.start < first.end {
        return false;
    }
    let between = &text[first.end..place.start];
    let mut words: Vec<&str> = word_ranges(between).map(|range| &between[range]).collect();
    match words.pop() {
        Some("of") => words.len() < BETWEEN,
        // In Indonesian the place follows.
        Some(word) => language == Language::Id && words.is_empty() && !APART.contains(&word),
        None => between == " " && language == Language::Id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use crate::index::Index;

    #[test]
    fn which_was_the_first_is_asked_for() {
        let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
        let names = Names::new(corpus.glossary(), &Index::build(&corpus).expect("it is indexed"));
        for (text, expect) in [
            ("darwin kota kembar pertama ambon kan?", " kota kembar pertama ambon kan?"),
            ("アンボンの最初の姉妹都市はダーウィンだったよね", "アンボンの最初の姉妹都市はだったよね"),
            ("kota kembar ambon yg pertama tuh darwin kan?", "kota kembar ambon yg pertama tuh  kan?"),
            ("apakah kota kembar pertama ambon itu darwin", "apakah kota kembar pertama ambon itu "),
            ("was darwin ambon's first sister city", "was darwin ambon's first sister city"),
            ("darwin is in australia, right?", "darwin is in australia, right?"),
        ] {
            assert_eq!(names.without_guessed_first(Cow::Borrowed(text)), expect);
        }
    }

    #[test]
    fn what_was_first_is_of_the_place_that_is_joined_to_it() {
        use Language::{En, Id, Ja};
        let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
        let names = Names::new(corpus.glossary(), &Index::build(&corpus).expect("it is indexed"));
        for (language, text, expect) in [
            (En, "what was hamamatsu's first sister city", Some(("sister", Some("Hamamatsu")))),
            (En, "the first sister city of Darwin", Some(("sister", Some("Darwin")))),
            (Id, "Kota kembar pertama Ambon adalah Vlissingen", Some(("kembar", Some("Ambon")))),
            (Ja, "アンボン市の最初の姉妹都市はフリシンゲン市", Some(("姉妹", Some("Ambon")))),
            (Ja, "浜松の一番最初の姉妹都市", Some(("姉妹", Some("Hamamatsu")))),
            (En, "The first step towards a link between Ambon and Hamamatsu", Some(("step", None))),
            (Id, "kota pertama adalah Vlissingen", Some(("kota", None))),
            (Id, "kota kembar Ambon yang pertama adalah Vlissingen", Some(("kembar", Some("Ambon")))),
            (Id, "apakah Hamamatsu yang pertama di Asia", None),
            (Id, "Hamamatsu yang pertama di Asia", None),
            (En, "first darwin ambon regatta", None),
            (En, "when did darwin first sail to ambon", Some(("sail", None))),
            (En, "which came first, Ambon or Darwin", None),
            (En, "who came first", None),
            (En, "Ambon is a city", None),
        ] {
            let found = Order::find(text).and_then(|order| names.first_of(text, order, language));
            let expect = expect.map(|(what, place)| (what, place.map(|place| names.which_places(place)[0])));
            assert_eq!(found.map(|first| (&text[first.what], first.place)), expect, "{text}");
        }
    }
}
