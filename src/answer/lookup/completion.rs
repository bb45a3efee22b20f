//! What a person may be about to ask: the corpus's own questions and titles that fit what is typed so far.

use compact_str::CompactString;
use rustc_hash::FxHashMap;

use crate::answer::Answerer;
use crate::corpus::{Corpus, Document};
use crate::language::{ByLanguage, Folded, Language, bigrams, is_cjk, words_of};

/// A text that can be offered, folded and ready to be compared.
struct Offer {
    text: String,
    /// The place of its document in the corpus.
    document: usize,
    folded: String,
    /// Its words and its pairs of characters, each by its place among the different ones.
    words: Vec<u32>,
    pairs: Vec<u32>,
}

/// Texts that can be offered, in their order. What is typed is compared with each different word of theirs once.
struct Offers {
    all: Vec<Offer>,
    /// The different words.
    words: Vec<CompactString>,
    /// The places of the different pairs of characters.
    pairs: FxHashMap<CompactString, u32>,
}

/// All that can be offered, in each language.
pub(in crate::answer) struct Completions {
    /// Questions first, then titles, in the order of the corpus.
    offers: ByLanguage<Offers>,
    /// For each document, its id, titles and publisher.
    documents: Offers,
}

impl Completions {
    pub(in crate::answer) fn new(corpus: &Corpus) -> Self {
        let offers = |language| {
            let all = || corpus.documents().iter().enumerate();
            let questions = all().flat_map(|(place, document)| {
                let questions = document.questions.get(language).into_iter().flatten();
                questions.map(move |question| (question.clone(), place))
            });
            let titles = all().filter_map(|(place, document)| Some((document.title.get(language)?.clone(), place)));
            (language, Offers::new(questions.chain(titles)))
        };
        let documents = corpus.documents().iter().enumerate().map(|(place, document)| {
            let titles: Vec<&str> = document.title.iter().map(|(_, title)| title.as_str()).collect();
            (format!("{} {} {}", document.id, titles.join(" "), document.publisher), place)
        });
        Self { offers: Language::ALL.into_iter().map(offers).collect(), documents: Offers::new(documents) }
    }
}

impl Offers {
    /// Of texts, each with the place of its document.
    fn new(texts: impl Iterator<Item = (String, usize)>) -> Self {
        let (mut words, mut pairs) = (FxHashMap::default(), FxHashMap::default());
        let all = texts.map(|(text, document)| {
            let folded = Folded::new(&text).as_str().to_owned();
            let its_words = words_of(&folded).map(|word| place_of(word, &mut words)).collect();
            let its_pairs = bigrams(&text).iter().map(|pair| place_of(&pair.word, &mut pairs)).collect();
            Offer { text, document, folded, words: its_words, pairs: its_pairs }
        });
        let all = all.collect();
        let mut in_order: Vec<(u32, CompactString)> = words.into_iter().map(|(word, place)| (place, word)).collect();
        in_order.sort_unstable();
        Self { all, words: in_order.into_iter().map(|(_, word)| word).collect(), pairs }
    }

    /// Those that `typed` fits, the best first, equal ones in their order.
    fn best(&self, typed: &Typed) -> Vec<&Offer> {
        let of_words: Vec<Vec<u32>> = typed
            .words
            .iter()
            .map(|word| {
                let letters: Vec<char> = word.chars().collect();
                self.words.iter().map(|own| word_fit(word, &letters, own)).collect()
            })
            .collect();
        let pairs: Vec<Option<u32>> = typed.pairs.iter().map(|pair| self.pairs.get(pair).copied()).collect();
        let fit = |offer| Some((fit(offer, typed, &of_words, &pairs)?, offer));
        let mut found: Vec<(u32, &Offer)> = self.all.iter().filter_map(fit).collect();
        found.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
        found.into_iter().map(|(_, offer)| offer).collect()
    }
}

/// The place of `word` among those that are `known`, a new one's behind them.
fn place_of(word: &str, known: &mut FxHashMap<CompactString, u32>) -> u32 {
    if let Some(place) = known.get(word) {
        return *place;
    }
    let place = u32::try_from(known.len()).unwrap_or(u32::MAX);
    known.insert(word.into(), place);
    place
}

/// How well `offer` fits what is `typed`, 0 to 2 and more for each word, `of_words` being how well each word of its goes on from each
/// that is typed, and `pairs` which pairs of characters are typed; `None` where something that is typed is not in it.
fn fit(offer: &Offer, typed: &Typed, of_words: &[Vec<u32>], pairs: &[Option<u32>]) -> Option<u32> {
    let begins = u32::from(offer.folded.starts_with(&typed.folded)) * BEGINS;
    if begins > 0 || !typed.folded.is_ascii() && offer.folded.contains(&typed.folded) {
        return Some(begins + WHOLE * 2);
    }
    let best = |fits: &Vec<u32>| offer.words.iter().map(|own| fits[*own as usize]).max().filter(|fit| *fit > 0);
    let of_words = of_words.iter().map(best).sum::<Option<u32>>()?;
    if pairs.is_empty() {
        return (of_words > 0).then_some(of_words);
    }
    // Japanese has no spaces: most pairs of characters have to be there.
    let held = pairs.iter().flatten().filter(|pair| offer.pairs.contains(pair)).count();
    (held * 3 >= pairs.len() * 2).then(|| u32::try_from(held).unwrap_or(u32::MAX).saturating_add(of_words))
}

/// What a person has typed.
struct Typed {
    folded: String,
    /// Its words, but Japanese ones: nothing parts these.
    words: Vec<String>,
    pairs: Vec<CompactString>,
}

impl Typed {
    fn new(text: &str) -> Self {
        let folded = Folded::new(text.trim()).as_str().to_owned();
        let pairs = bigrams(text).iter().map(|pair| pair.word.clone()).collect();
        let words = words_of(&folded).filter(|word| !word.contains(is_cjk)).map(str::to_owned).collect();
        Self { folded, words, pairs }
    }
}

/// What the whole text's beginning counts, a word that begins so, and one with a slip in it.
const BEGINS: u32 = 10;
const WHOLE: u32 = 2;
const SLIPPED: u32 = 1;

/// How well `own` goes on from `typed`, which has these `letters`.
fn word_fit(typed: &str, letters: &[char], own: &str) -> u32 {
    if own.starts_with(typed) {
        return WHOLE;
    }
    let allowed = match letters.len() {
        0..4 => return 0,
        4..8 => 1,
        _ => MOST_SLIPS,
    };
    if begins_nearly_so(letters, own, allowed) { SLIPPED } else { 0 }
}

/// The most slips that a word may have.
const MOST_SLIPS: u8 = 2;
/// So many numbers of a row can be few enough: those no further than the slips from the diagonal.
const BAND: usize = 2 * MOST_SLIPS as usize + 1;

/// Does `own` begin with these `letters` but for so many slips as are `allowed`, counted as
/// [`edit_distance`](crate::language::edit_distance) does: a slip may have added or dropped a letter, so its beginning may be one longer or
/// shorter. Of the table of slips, a row for each letter of `own`, only what may be few enough is told.
fn begins_nearly_so(letters: &[char], own: &str, allowed: u8) -> bool {
    let reach = usize::from(MOST_SLIPS);
    let length = letters.len();
    // How many slips make the first letters that are typed of the first of `own`, for so many as stand `reach` before to behind.
    let number = |slips: usize| u8::try_from(slips).unwrap_or(u8::MAX);
    let mut before = [u8::MAX; BAND];
    let mut row: [u8; BAND] = std::array::from_fn(|at| if at < reach { u8::MAX } else { number(at - reach) });
    let mut letter_before = None;
    let mut read = 0;
    for (place, letter) in own.chars().take(length + 1).enumerate() {
        read = place + 1;
        let mut next = [u8::MAX; BAND];
        for at in 0..BAND {
            let Some(typed) = (read + at).checked_sub(reach).filter(|typed| *typed <= length) else { continue };
            let Some(last) = typed.checked_sub(1) else {
                next[at] = number(read);
                continue;
            };
            let mut fewest = row[at].saturating_add(u8::from(letters[last] != letter));
            if let Some(added) = row.get(at + 1) {
                fewest = fewest.min(added.saturating_add(1));
            }
            if at > 0 {
                fewest = fewest.min(next[at - 1].saturating_add(1));
            }
            if last > 0 && letters[last - 1] == letter && letter_before == Some(letters[last]) {
                fewest = fewest.min(before[at].saturating_add(1));
            }
            next[at] = fewest;
        }
        // A row follows from the two before it.
        if next.iter().chain(&row).all(|slips| *slips > allowed) {
            return false;
        }
        (before, row, letter_before) = (row, next, Some(letter));
        if is_few(row, read, length, allowed) && read + 1 >= length {
            return true;
        }
    }
    // All of a shorter word.
    is_few(row, read, length, allowed)
}

/// Are all `length` letters, by the `row` of so many that are `read`, typed with no more slips than are `allowed`.
fn is_few(row: [u8; BAND], read: usize, length: usize, allowed: u8) -> bool {
    let at = (length + usize::from(MOST_SLIPS)).checked_sub(read);
    at.and_then(|at| row.get(at)).is_some_and(|slips| *slips <= allowed)
}

/// The most of what is typed that is looked at, in code points.
const READ: usize = 100;

impl Answerer {
    /// Up to `limit` of the corpus's own questions and titles in `language` that go on from `typed`, the best first, each
    /// once. Letters' case, accents and a slip of the finger do not matter; with nothing typed, one question a document.
    #[must_use]
    pub fn complete(&self, typed: &str, language: Language, limit: usize) -> Vec<&str> {
        let typed = Typed::new(&typed.chars().take(READ).collect::<String>());
        if typed.folded.is_empty() {
            return self.sample_questions(language, limit);
        }
        let mut found: Vec<&str> = Vec::new();
        for offer in self.completions().offers.get(language).into_iter().flat_map(|offers| offers.best(&typed)) {
            if found.len() < limit && !found.contains(&offer.text.as_str()) {
                found.push(&offer.text);
            }
        }
        found
    }

    /// Up to `limit` documents whose id, title in whatever language, or publisher goes on from `typed`, the best first; with
    /// nothing typed, the first of the corpus.
    #[must_use]
    pub fn complete_document(&self, typed: &str, limit: usize) -> Vec<&Document> {
        let typed = Typed::new(&typed.chars().take(READ).collect::<String>());
        let found = self.completions().documents.best(&typed).into_iter().take(limit);
        found.map(|offer| &self.corpus().documents()[offer.document]).collect()
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::Source;
    use crate::language::edit_distance;

    proptest! {
        /// Of words of few letters, most are near each other.
        #[test]
        fn slips_are_counted_as_in_the_whole_table(typed in "[abé]{4,10}", own in "[abé]{0,13}") {
            let letters: Vec<char> = typed.chars().collect();
            let beginnings = (letters.len() - 1..=letters.len() + 1).map(|most| own.chars().take(most).collect::<String>());
            let slips = beginnings.map(|beginning| edit_distance(&typed, &beginning)).min();
            for allowed in [1, 2] {
                let expect = slips <= Some(usize::from(allowed));
                prop_assert_eq!(begins_nearly_so(&letters, &own, allowed), expect, "{} {} {}", typed, own, allowed);
            }
        }
    }

    fn answerer() -> Answerer {
        Answerer::new(Source::Embedded.read().expect("the embedded corpus is sound")).expect("its index is built")
    }

    #[test]
    fn what_is_typed_is_completed_in_the_readers_language() {
        let answerer = answerer();
        for (typed, language, expect) in [
            ("since when have ambon and vl", Language::En, "Since when have Ambon and Vlissingen been linked?"),
            ("Vlissingen linked", Language::En, "Since when have Ambon and Vlissingen been linked?"),
            ("vlisingen linkd", Language::En, "Since when have Ambon and Vlissingen been linked?"),
            ("sejak kapan", Language::Id, "Sejak kapan Ambon dan Vlissingen berhubungan?"),
            ("意向書", Language::Ja, "フリシンゲン市とアンボン市の意向書はいつ交わされましたか。"),
        ] {
            let found = answerer.complete(typed, language, 5);
            assert!(found.contains(&expect), "{typed}: {found:?}");
        }
        assert_eq!(
            answerer.complete("How the link of V", Language::En, 5)[0],
            "How the link of Vlissingen and Ambon began"
        );
        for nothing in ["xyzzy", "?", "xyzzy 意向書"] {
            assert!(answerer.complete(nothing, Language::Ja, 5).is_empty(), "{nothing}");
        }
        assert_eq!(answerer.complete("", Language::Ja, 25), answerer.sample_questions(Language::Ja, 25));
        assert_eq!(answerer.complete("ambon", Language::Id, 4).len(), 4);
    }

    #[test]
    fn a_document_is_completed_by_its_id_title_and_publisher() {
        let answerer = answerer();
        for typed in ["antara-2024", "antara 2024 ambon-hama"] {
            assert_eq!(answerer.complete_document(typed, 3)[0].id.as_str(), "antara-2024-ambon-hamamatsu", "{typed}");
        }
        let ids = |typed| answerer.complete_document(typed, 25).iter().map(|it| it.id.to_string()).collect::<Vec<_>>();
        assert!(ids("laskarmaluku").contains(&"laskarmaluku-2019-vlissingen-mou".to_owned()));
        assert!(ids("姉妹都市25年").contains(&"indonesia-nl-vlissingen-25-years".to_owned()));
        assert_eq!(ids("").len(), answerer.corpus().documents().len().min(25));
    }
}
