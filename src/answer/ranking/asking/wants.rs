//! What people ask each passage for, told by the phrases that they ask it with: a passage that is asked for years alone
//! hardly tells a price, whatever else of the question it holds.

use std::sync::OnceLock;

use super::phrases::best_phrase_of;
use crate::answer::understanding::Query;
use crate::corpus::{Corpus, Passage};
use crate::index::{Field, Index, Ordinal};
use crate::language::{Language, Want};

/// With fewer phrases in all its languages, a passage may well be asked for what none of them asks for.
const ENOUGH_PHRASES: usize = 10;

/// For each phrase in each language, what it wants to know.
type WantsOfPhrases = [Vec<Option<Want>>; 3];

/// What the passages of a corpus are asked for. Found out when a passage is first looked into.
pub(in crate::answer) struct Wants {
    /// The passages with phrases, in order.
    passages: Vec<(Ordinal, OnceLock<WantsOfPhrases>)>,
}

/// What the phrases of a passage say about a question.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::answer) struct OfPhrases {
    /// They are many, and none of them asks for what the question wants.
    pub(in crate::answer) lack_it: bool,
    /// The greatest share of the question's weight that one of them holds which asks for the same, 0 to 1.
    pub(in crate::answer) share: f32,
}

impl Wants {
    pub(in crate::answer) fn new(corpus: &Corpus, index: &Index) -> Self {
        let has_phrases = |ordinal: &Ordinal| {
            let (document, passage) = index.place(*ordinal);
            corpus.documents()[document].passages[passage].asked.languages().next().is_some()
        };
        let passages = (0..).take(index.len()).filter(has_phrases).map(|ordinal| (ordinal, OnceLock::new())).collect();
        Self { passages }
    }

    /// Does no passage carry phrases.
    pub(in crate::answer) const fn is_empty(&self) -> bool {
        self.passages.is_empty()
    }

    /// Does the passage with this ordinal carry phrases.
    pub(in crate::answer) fn has_phrases(&self, ordinal: Ordinal) -> bool {
        self.wants_of(ordinal).is_some()
    }

    fn wants_of(&self, ordinal: Ordinal) -> Option<&OnceLock<WantsOfPhrases>> {
        let place = self.passages.binary_search_by_key(&ordinal, |(ordinal, _)| *ordinal).ok()?;
        Some(&self.passages[place].1)
    }

    /// What the phrases of the passage with this ordinal say about what `query` wants, the share by those in `language`.
    /// `None` where it carries none. Who a name is, as `is_a_name` says is asked, a phrase need not ask for.
    pub(in crate::answer) fn compare(
        &self,
        query: &Query,
        language: Language,
        is_a_name: bool,
        (ordinal, passage): (Ordinal, &Passage),
        index: &Index,
    ) -> Option<OfPhrases> {
        let of_phrases = self.wants_of(ordinal)?.get_or_init(|| {
            Language::ALL.map(|language| {
                let phrases = passage.asked.get(language).into_iter().flatten();
                phrases.map(|phrase| Want::of_question(phrase)).collect()
            })
        });
        let want = query.want();
        let all = || of_phrases.iter().flatten();
        let lack_it =
            !is_a_name && want.is_some() && all().count() >= ENOUGH_PHRASES && all().all(|phrase| *phrase != want);
        let field = Field::Words(language);
        let own = &of_phrases[language as usize];
        let wants_the_same = |phrase: usize| is_a_name || own.get(phrase).is_some_and(|phrase| *phrase == want);
        Some(OfPhrases { lack_it, share: best_phrase_of(query, field, (ordinal, index), wants_the_same) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::ranking::Weights;
    use crate::answer::understanding::Names;
    use crate::corpus::Source;

    #[test]
    fn a_passage_tells_what_it_is_asked_for() {
        let corpus = Source::Embedded.read().expect("a sound corpus");
        let index = Index::build(&corpus).expect("its index");
        let (names, wants) = (Names::new(corpus.glossary(), &index), Wants::new(&corpus, &index));
        let place = |ordinal: &Ordinal| {
            let (document, passage) = index.place(*ordinal);
            let document = &corpus.documents()[document];
            (document.id.to_string() == "unesco-ambon" && passage == 0).then(|| (*ordinal, &document.passages[passage]))
        };
        let inhabitants = (0..).take(index.len()).find_map(|ordinal| place(&ordinal)).expect("it is in the corpus");
        let compare = |question: &str| {
            let query = Query::new(question, 0, Language::En, &index, &names, &Weights::default());
            wants.compare(&query, Language::En, false, inhabitants, &index).expect("it carries phrases")
        };
        let asked_so = compare("how many people live in ambon");
        assert!(!asked_so.lack_it && asked_so.share > 0.9, "{asked_so:?}");
        let why = compare("why do people live in ambon");
        assert!(why.lack_it && why.share == 0.0, "{why:?}");
        let untold = compare("people of ambon");
        assert!(!untold.lack_it, "{untold:?}");
    }
}
