//! What a person may be about to ask: the corpus's own questions and titles that fit what is typed so far.

use compact_str::CompactString;

use crate::answer::Answerer;
use crate::corpus::{Corpus, Document};
use crate::language::{ByLanguage, Folded, Language, bigrams, edit_distance, is_cjk, words_of};

/// A text that can be offered, folded and ready to be compared.
struct Offer {
    text: String,
    /// The place of its document in the corpus.
    document: usize,
    folded: String,
    words: Vec<String>,
    pairs: Vec<CompactString>,
}

/// All that can be offered, in each language.
pub(in crate::answer) struct Completions {
    /// Questions first, then titles, in the order of the corpus.
    offers: ByLanguage<Vec<Offer>>,
    /// For each document, its id, titles and publisher.
    documents: Vec<Offer>,
}

impl Completions {
    pub(in crate::answer) fn new(corpus: &Corpus) -> Self {
        let offers = |language| {
            let all = || corpus.documents().iter().enumerate();
            let questions = all().flat_map(|(place, document)| {
                let questions = document.questions.get(language).into_iter().flatten();
                questions.map(move |question| Offer::new(question.clone(), place))
            });
            let titles =
                all().filter_map(|(place, document)| Some(Offer::new(document.title.get(language)?.clone(), place)));
            (language, questions.chain(titles).collect())
        };
        let documents = corpus.documents().iter().enumerate().map(|(place, document)| {
            let titles: Vec<&str> = document.title.iter().map(|(_, title)| title.as_str()).collect();
            Offer::new(format!("{} {} {}", document.id, titles.join(" "), document.publisher), place)
        });
        Self { offers: Language::ALL.into_iter().map(offers).collect(), documents: documents.collect() }
    }
}

impl Offer {
    fn new(text: String, document: usize) -> Self {
        let folded = Folded::new(&text).as_str().to_owned();
        let pairs = bigrams(&text).iter().map(|pair| pair.word.clone()).collect();
        Self { words: words_of(&folded).map(str::to_owned).collect(), pairs, folded, text, document }
    }

    /// How well it fits, 0 to 2 and more for each word; `None` where something that is typed is not in it.
    fn fit(&self, typed: &Typed) -> Option<u32> {
        let begins = u32::from(self.folded.starts_with(&typed.folded)) * BEGINS;
        if begins > 0 || !typed.folded.is_ascii() && self.folded.contains(&typed.folded) {
            return Some(begins + WHOLE * 2);
        }
        let of_words = typed
            .words
            .iter()
            .map(|word| self.words.iter().map(|own| word_fit(word, own)).max().filter(|fit| *fit > 0));
        let of_words = of_words.sum::<Option<u32>>()?;
        if typed.pairs.is_empty() {
            return (of_words > 0).then_some(of_words);
        }
        // Japanese has no spaces: most pairs of characters have to be there.
        let held = typed.pairs.iter().filter(|pair| self.pairs.contains(pair)).count();
        (held * 3 >= typed.pairs.len() * 2).then(|| u32::try_from(held).unwrap_or(u32::MAX).saturating_add(of_words))
    }
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

/// How well `own` goes on from `typed`.
fn word_fit(typed: &str, own: &str) -> u32 {
    if own.starts_with(typed) {
        return WHOLE;
    }
    let length = typed.chars().count();
    let allowed = match length {
        0..4 => return 0,
        4..8 => 1,
        _ => 2,
    };
    // A slip may have added or dropped a letter: as much of the word, and one more or less.
    let slips = (length - 1..=length + 1).map(|most| {
        let start: String = own.chars().take(most).collect();
        edit_distance(typed, &start)
    });
    if slips.min().is_some_and(|slips| slips <= allowed) { SLIPPED } else { 0 }
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
        let offers = self.completions().offers.get(language).map(Vec::as_slice).unwrap_or_default();
        let mut found: Vec<&str> = Vec::new();
        for offer in best(offers, &typed) {
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
        let found = best(&self.completions().documents, &typed).into_iter().take(limit);
        found.map(|offer| &self.corpus().documents()[offer.document]).collect()
    }
}

/// The offers that fit, the best first, equal ones in their order.
fn best<'o>(offers: &'o [Offer], typed: &Typed) -> Vec<&'o Offer> {
    let mut found: Vec<(u32, &Offer)> = offers.iter().filter_map(|offer| Some((offer.fit(typed)?, offer))).collect();
    found.sort_by_key(|(fit, _)| std::cmp::Reverse(*fit));
    found.into_iter().map(|(_, offer)| offer).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

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
