//! Who a sentence says holds an office or did a deed: *the mayor of Ambon is …*, *founded by …*.
//!
//! A name that merely stands near is somebody else's, so only words that join the two may stand between them.

mod japanese;
mod latin;

use std::borrow::Cow;
use std::cell::OnceCell;
use std::ops::Range;

use crate::answer::ranges::{between, is_within};
use crate::answer::understanding::Names;
use crate::language::{Folded, Language, edit_distance, holds_word, is_cjk, word_ranges, words_of};

/// From this length on, in bytes, a name may be spelt in two ways.
const SPELT_ALIKE: usize = 6;
/// How many characters a Japanese name has at least.
const SHORTEST_JAPANESE: usize = 2;

/// When an office is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Held {
    /// Now.
    Now,
    /// When the sentence tells of, be it now or not: *then mayor*.
    Then,
}

impl Held {
    /// Of `then`, words for who held it when the sentence tells of, those that say that it is over.
    const fn over(self, then: &'static [&'static str]) -> &'static [&'static str] {
        match self {
            Self::Now => then,
            Self::Then => &[],
        }
    }
}

/// Where `text` names who holds the office, or did the deed, that is told at `range`. `None` where it names nobody, or who
/// held it at another time than `held`, and for a name of the question, which as folded is `asked`.
pub(super) fn holder(
    language: Language,
    text: &str,
    range: Range<usize>,
    held: Held,
    asked: &str,
    glossary: &Names,
) -> Option<Range<usize>> {
    let told = Told { text, range, held, glossary, words: OnceCell::new(), places: OnceCell::new() };
    let is_new = |name: &Range<usize>| {
        let folded = Folded::new(&text[name.clone()]);
        let is_asked = folded.as_str().split_whitespace().any(|word| holds_word(asked, word));
        !is_asked && told.places(name).next().is_none()
    };
    let names = if language == Language::Ja { japanese::names(&told) } else { latin::names(&told, language) };
    names.into_iter().filter(is_new).min_by_key(|name| told.between(name).len())
}

/// Do two sentences name somebody in common: `name` is a name of the one, `sentence` is the other; both folded, and written
/// in one script.
pub(super) fn is_named_in(name: &str, sentence: &str) -> bool {
    if name.contains(is_cjk) {
        // A family name alone, or a name in full.
        let characters: Vec<char> = name.chars().collect();
        let mut parts = characters.windows(SHORTEST_JAPANESE).map(|part| part.iter().collect::<String>());
        return parts.any(|part| sentence.contains(&part));
    }
    let is_long = |word: &&str| word.chars().count() > 2;
    let words = |text| words_of(text).filter(is_long);
    let is_alike = |a: &str, b: &str| a == b || a.len() >= SPELT_ALIKE && edit_distance(a, b) <= 1;
    words(name).any(|word| words(sentence).any(|other| is_alike(word, other)))
}

/// An office or a deed where a text tells of it.
struct Told<'t> {
    text: &'t str,
    /// Where, in bytes of the text.
    range: Range<usize>,
    held: Held,
    glossary: &'t Names,
    /// The words of the text, and where it names places, in order, once they are asked for.
    words: OnceCell<Vec<Word<'t>>>,
    places: OnceCell<Vec<Range<usize>>>,
}

/// A word of a text, folded, and where it stands, in bytes.
#[derive(Clone)]
struct Word<'t> {
    range: Range<usize>,
    folded: Cow<'t, str>,
}

impl<'t> Word<'t> {
    fn new(text: &'t str, range: Range<usize>) -> Self {
        Self { folded: Folded::new(&text[range.clone()]).into_text(), range }
    }

    fn is_one_of(&self, among: &[&str]) -> bool {
        among.contains(&&*self.folded)
    }
}

impl<'t> Told<'t> {
    /// What stands between it and a name, whichever comes first.
    fn between(&self, name: &Range<usize>) -> Range<usize> {
        between(name, &self.range)
    }

    /// Where places are named within `range`.
    fn places(&self, range: &Range<usize>) -> impl DoubleEndedIterator<Item = &Range<usize>> {
        let all = self.places.get_or_init(|| self.glossary.places(self.text));
        all.iter().filter(move |place| is_within(place, range))
    }

    /// The words within `range`, in order, without what stands around them; of one that begins before it or ends behind it, the part
    /// that is in it.
    fn words(&self, range: &Range<usize>) -> impl DoubleEndedIterator<Item = Cow<'_, Word<'t>>> {
        let all = self.words.get_or_init(|| word_ranges(self.text).map(|word| Word::new(self.text, word)).collect());
        let (first, end) = (
            all.partition_point(|word| word.range.end <= range.start),
            all.partition_point(|word| word.range.start < range.end),
        );
        let part = move |word: &'_ Range<usize>| word.start.max(range.start)..word.end.min(range.end);
        all[first..end.max(first)].iter().map(move |word| {
            let part = part(&word.range);
            if part == word.range { Cow::Borrowed(word) } else { Cow::Owned(Word::new(self.text, part)) }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use crate::index::Index;

    #[test]
    fn an_office_belongs_to_the_name_that_is_joined_to_it() {
        use Language::{En, Id, Ja};
        let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
        let glossary = Names::new(corpus.glossary(), &Index::build(&corpus).expect("it is indexed"));
        let check = |held, language, text: &str, told: &str, expect: Option<&str>| {
            let start = text.find(told).expect("it is told");
            let found = holder(language, text, start..start + told.len(), held, "who", &glossary);
            assert_eq!(found.map(|name| &text[name]), expect, "{text}");
        };
        for (language, text, told, expect) in [
            (En, "The mayor of Hamamatsu is Nakano Yusuke, he said.", "mayor", Some("Nakano Yusuke")),
            (En, "Mayor Nakano Yusuke spoke.", "Mayor", Some("Nakano Yusuke")),
            (En, "He met Mayor of Ambon Richard Louhenapessy there.", "Mayor", Some("Richard Louhenapessy")),
            (En, "Bodewin Wattimena, the current mayor of Ambon, came.", "mayor", Some("Bodewin Wattimena")),
            (En, "In 2022 Bodewin Wattimena became mayor of Ambon.", "mayor", Some("Bodewin Wattimena")),
            (En, "On the visit of mayor Wattimena.", "mayor", Some("Wattimena")),
            (En, "The mayor of Ambon met Rico Hayat.", "mayor", None),
            (En, "The mayor of Ambon spoke. Rico Hayat listened.", "mayor", None),
            (En, "According to ANTARA, the mayor of Ambon came.", "mayor", None),
            (En, "Suzuki Yasutomo, then mayor of Hamamatsu, came.", "mayor", None),
            (En, "The former mayor of Ambon, Rico Hayat, came.", "mayor", None),
            (En, "The deputy mayor of Ambon is Rico Hayat.", "mayor", None),
            (En, "Yamaha was founded by Yamaha Torakusu in 1887.", "founded", Some("Yamaha Torakusu")),
            (En, "Abel Tasman discovered the harbour in 1642.", "discovered", Some("Abel Tasman")),
            (En, "It was founded in 1927 by Kawai Koichi.", "founded", Some("Kawai Koichi")),
            (En, "Kawai Koichi founded the firm in 1927.", "founded", Some("Kawai Koichi")),
            (En, "The firm was founded in Hamamatsu, says Rico Hayat.", "founded", None),
            (Id, "Wali Kota Hamamatsu adalah Nakano Yusuke.", "Wali Kota", Some("Nakano Yusuke")),
            (Id, "Saat Wali Kota Wattimena berkunjung.", "Wali Kota", Some("Wattimena")),
            (Id, "Kata Wali Kota Ambon Richard Louhenapessy di Ambon.", "Wali Kota", Some("Richard Louhenapessy")),
            (Id, "Wali Kota Hamamatsu saat itu, Suzuki Yasutomo, ikut.", "Wali Kota", None),
            (Id, "Suzuki Yasutomo, wali kota Hamamatsu saat itu, ikut.", "wali kota", None),
            (Id, "Bekas Wali Kota Hamamatsu Suzuki Yasutomo ikut.", "Wali Kota", None),
            (Id, "Wakil Wali Kota Ambon Rico Hayat datang.", "Wali Kota", None),
            (Id, "Sanggar itu didirikan pada tahun 1990 oleh Rico Hayat.", "didirikan", Some("Rico Hayat")),
            (Ja, "浜松市長は中野祐介氏です。", "市長", Some("中野祐介")),
            (Ja, "浜松市の中野祐介市長が訪れました。", "市長", Some("中野祐介")),
            (Ja, "中野祐介氏が浜松市長に就任しました。", "市長", Some("中野祐介")),
            (Ja, "1989年、ワッティメナ市長の訪問の際に", "市長", Some("ワッティメナ")),
            (Ja, "当時の鈴木康友市長は参加しました。", "市長", None),
            (Ja, "前浜松市長の鈴木康友氏が参加しました。", "市長", None),
            (Ja, "旧浜松市長の鈴木康友氏が参加しました。", "市長", None),
            (Ja, "浜松市長との面会でした。", "市長", None),
            (Ja, "浜松市長が会ったのは鈴木康友氏です。", "市長", None),
        ] {
            check(Held::Now, language, text, told, expect);
        }
        for (language, text, told, expect) in [
            (En, "Suzuki Yasutomo, then mayor of Hamamatsu, came.", "mayor", Some("Suzuki Yasutomo")),
            (En, "The former mayor of Ambon, Rico Hayat, came.", "mayor", None),
            (Id, "Wali Kota Hamamatsu saat itu, Suzuki Yasutomo, ikut.", "Wali Kota", Some("Suzuki Yasutomo")),
            (Id, "Wali Kota Hamamatsu adalah Nakano Yusuke.", "Wali Kota", Some("Nakano Yusuke")),
            (Ja, "当時の鈴木康友市長は参加しました。", "市長", Some("鈴木康友")),
            (Ja, "前浜松市長の鈴木康友氏が参加しました。", "市長", None),
        ] {
            check(Held::Then, language, text, told, expect);
        }
        // A name of the question is nobody's answer.
        let text = "Mayor Nakano Yusuke spoke.";
        assert_eq!(holder(Language::En, text, 0..5, Held::Now, "is nakano the mayor", &glossary), None);
    }

    #[test]
    fn a_name_is_known_again_in_another_order_or_spelling() {
        for (name, sentence, expect) in [
            ("nakano yusuke", "the mayor is yusuke nakano.", true),
            ("nakano yusuke", "mayor nakano came.", true),
            ("nakano yusuke", "mayor suzuki yasutomo came.", false),
            ("richard louhenapessy", "mayor louhenapesy came.", true),
            ("rico", "riko came", false),
            ("中野祐介", "中野市長が訪れた", true),
            ("中野祐介", "鈴木康友市長が訪れた", false),
        ] {
            assert_eq!(is_named_in(name, sentence), expect, "{name}, {sentence}");
        }
    }
}
