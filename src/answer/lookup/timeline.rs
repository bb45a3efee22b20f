//! Every dated fact of the corpus, in order of its date.

use std::ops::Range;

use compact_str::CompactString;

use super::by_name::looked_up;
use crate::answer::{Answerer, CitedPassage};
use crate::corpus::{Document, PartialDate, Passage};
use crate::language::{AnswerKind, Folded, Language, Term, is_stop_word, sentences, terms, written_date};

/// A date that a passage tells of.
#[derive(Debug, Clone, PartialEq)]
pub struct DatedFact {
    /// When, as precise as the passage says.
    pub date: PartialDate,
    /// The passage; its `sentence` is the one that holds the date.
    pub passage: CitedPassage,
    /// Where the date stands: bytes of the passage's text, within its sentence.
    pub written: Range<usize>,
}

/// Which facts are wanted: those that pass all that is given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TimelineFilter {
    /// Words, each of which stands in the fact's sentence or in its document's title; stems and letters' case do not matter.
    pub words: Option<String>,
    /// The year.
    pub year: Option<u16>,
}

impl TimelineFilter {
    /// The filter of what a person typed: a year where it is one, else words; nothing where it is blank.
    #[must_use]
    pub fn of_text(text: &str) -> Self {
        let folded = Folded::new(text);
        let typed = folded.as_str().trim().trim_end_matches('年');
        let is_year = typed.len() == 4 && typed.bytes().all(|byte| byte.is_ascii_digit());
        match typed.parse().ok().filter(|_| is_year) {
            Some(year) => Self { words: None, year: Some(year) },
            None => Self { words: Some(text.trim().to_owned()).filter(|words| !words.is_empty()), year: None },
        }
    }
}

impl Answerer {
    /// The dated facts that pass `filter`, in order of their dates, a year before its months; equal ones in the order of the
    /// corpus. Dates are those of the text in the reader's language, or of the one that is shown for it.
    #[must_use]
    pub fn timeline(&self, filter: &TimelineFilter, reader: Language) -> Vec<DatedFact> {
        let words = filter.words.as_deref().map(|words| Language::ALL.map(|language| stems(language, words)));
        let mut facts = Vec::new();
        for document in self.corpus().documents() {
            for passage in &document.passages {
                let of_passage = facts_of(&looked_up(document, passage, reader)).into_iter();
                let wanted = of_passage.filter(|fact| filter.year.is_none_or(|year| year == fact.date.year()));
                facts.extend(
                    wanted.filter(|fact| words.as_ref().is_none_or(|words| tells(fact, document, passage, words))),
                );
            }
        }
        facts.sort_by_key(|fact| fact.date);
        facts
    }
}

/// What `passage` tells with a date, a sentence and a date once each. Of two dates in a sentence that agree the more precise
/// one counts, and the first of two alike.
fn facts_of(passage: &CitedPassage) -> Vec<DatedFact> {
    let mut facts: Vec<DatedFact> = Vec::new();
    for sentence in sentences(&passage.text) {
        let first = facts.len();
        for range in AnswerKind::Date.find_in(passage.language, &passage.text[sentence.clone()]) {
            let written = sentence.start + range.start..sentence.start + range.end;
            // Between parentheses stands when a source said it: ANTARA (2019).
            if passage.text[..written.start].ends_with(['(', '（'])
                && passage.text[written.end..].starts_with([')', '）'])
            {
                continue;
            }
            let date = written_date(&passage.text[written.clone()]);
            let Some(date) = date.and_then(|(year, month, day)| PartialDate::new(year, month, day)) else { continue };
            if facts[first..].iter().any(|fact| date.includes(fact.date)) {
                continue;
            }
            let kept = facts.split_off(first).into_iter().filter(|fact| !fact.date.includes(date));
            facts.extend(kept.collect::<Vec<_>>());
            let passage = CitedPassage { sentence: sentence.clone(), ..passage.clone() };
            facts.push(DatedFact { date, passage, written });
        }
    }
    facts
}

/// Are the words, of which `words` has the stems in each language, in the fact's sentence, in the passage as it stands in
/// another language, or in the title.
fn tells(fact: &DatedFact, document: &Document, passage: &Passage, words: &[Vec<CompactString>; 3]) -> bool {
    let in_text = |language: Language, text: &str| {
        let title = document.title.get(language).map(String::as_str).unwrap_or_default();
        let (held, wanted) = (stems(language, &format!("{text}\n{title}")), &words[language as usize]);
        !wanted.is_empty() && wanted.iter().all(|word| held.contains(word))
    };
    let others = passage.text.iter().filter(|(language, _)| *language != fact.passage.language);
    in_text(fact.passage.language, fact.passage.best_sentence())
        || others.into_iter().any(|(of, text)| in_text(of, text))
}

/// The stems of the words of `text` that tell something, or of all where none does.
fn stems(language: Language, text: &str) -> Vec<CompactString> {
    let found = terms(language, text);
    let tells = |term: &&Term| !is_stop_word(language, &term.word);
    let told: Vec<CompactString> = found.iter().filter(tells).map(|term| term.stem.clone()).collect();
    if told.is_empty() { found.into_iter().map(|term| term.stem).collect() } else { told }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Corpus, Glossary, Kind, PassageNumber, Source};
    use crate::language::ByLanguage;

    fn answerer() -> Answerer {
        Answerer::new(Source::Embedded.read().expect("the embedded corpus is sound")).expect("its index is built")
    }

    #[test]
    fn the_whole_corpus_is_told_in_order_in_each_language() {
        let answerer = answerer();
        for language in Language::ALL {
            let facts = answerer.timeline(&TimelineFilter::default(), language);
            assert!(facts.len() > 30, "{language}: {}", facts.len());
            assert!(facts.windows(2).all(|pair| pair[0].date <= pair[1].date));
            for fact in &facts {
                let year = fact.date.year().to_string();
                assert!(fact.passage.text[fact.written.clone()].contains(&year), "{fact:?}");
                assert!(fact.passage.sentence.start <= fact.written.start);
                assert!(fact.passage.sentence.end >= fact.written.end);
            }
            let october = "2019-10-31".parse().unwrap();
            let told = facts.iter().any(|fact| fact.date == october || fact.date == "2019-10".parse().unwrap());
            assert!(told, "{language}: when Ambon became a city of music");
        }
    }

    #[test]
    fn a_year_or_words_leave_what_fits() {
        let answerer = answerer();
        for (text, language) in
            [("Vlissingen", Language::Id), ("vlissingen", Language::En), ("フリシンゲン", Language::Ja)]
        {
            let facts = answerer.timeline(&TimelineFilter::of_text(text), language);
            let years: Vec<u16> = facts.iter().map(|fact| fact.date.year()).collect();
            for year in [1987, 1989, 1991, 1996, 2006, 2019, 2021] {
                assert!(years.contains(&year), "{text}: {years:?}");
            }
        }
        // Words of another language than the reader's are found where the passage has it.
        assert!(!answerer.timeline(&TimelineFilter::of_text("フリシンゲン"), Language::En).is_empty());
        let facts = answerer.timeline(&TimelineFilter::of_text("２０１４年"), Language::En);
        assert!(!facts.is_empty() && facts.iter().all(|fact| fact.date.year() == 2014));
        assert!(answerer.timeline(&TimelineFilter::of_text("Reykjavík"), Language::En).is_empty());
        let both = TimelineFilter { words: Some("Hamamatsu".into()), year: Some(1991) };
        assert!(answerer.timeline(&both, Language::En).iter().all(|fact| fact.date.year() == 1991));
    }

    #[test]
    fn a_passage_with_several_dates_gives_several() {
        let corpus = Corpus::new(
            vec![document("On 3 May 1988 and in 2001 (2004). It was 1988. In May 1988, 1988.")],
            Glossary::default(),
        );
        let answerer = Answerer::new(corpus).unwrap();
        let facts = answerer.timeline(&TimelineFilter::default(), Language::Ja);
        let dates: Vec<String> = facts.iter().map(|fact| fact.date.to_string()).collect();
        assert_eq!(dates, ["1988", "1988-05", "1988-05-03", "2001"]);
    }

    fn document(text: &str) -> Document {
        let english = |text: &str| [(Language::En, text.to_owned())].into_iter().collect::<ByLanguage<String>>();
        Document {
            id: "a".parse().unwrap(),
            title: english("A"),
            publisher: "A".to_owned(),
            published: None,
            url: "https://example.org".to_owned(),
            kind: Kind::Digest,
            rights: None,
            passages: vec![Passage {
                number: PassageNumber::from_index(0),
                text: english(text),
                asked: ByLanguage::default(),
            }],
            questions: ByLanguage::default(),
            untold: ByLanguage::default(),
        }
    }
}
