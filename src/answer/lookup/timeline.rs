//! Every dated fact of the corpus, in order of its date.

use std::ops::Range;
use std::sync::OnceLock;

use compact_str::CompactString;

use super::by_name::looked_up;
use crate::answer::{Answerer, CitedPassage};
use crate::corpus::PartialDate;
use crate::index::{Field, Index, Ordinal, TermId};
use crate::language::{AnswerKind, Folded, Language, Term, is_stop_word, terms, written_date};

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

/// Where a passage tells of a date.
#[derive(Debug, Clone)]
struct Told {
    date: PartialDate,
    language: Language,
    passage: Ordinal,
    /// Which of its sentences in that language, from 0.
    sentence: u32,
    /// Where in the text the date stands, in bytes.
    written: Range<u32>,
}

/// Where the dates of a corpus are told, in each language, in order of the dates; gathered when they are first asked for.
#[derive(Default)]
pub(in crate::answer) struct Dates(OnceLock<Box<[Told]>>);

/// The dated facts that pass a filter, in order of their dates. None is cited before it is asked for.
pub struct Timeline<'a> {
    answerer: &'a Answerer,
    told: Vec<&'a Told>,
}

impl Timeline<'_> {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.told.len()
    }

    /// Is there none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.told.is_empty()
    }

    /// Those at these places, from 0.
    ///
    /// # Panics
    /// Where there are not so many.
    #[must_use]
    pub fn facts(&self, places: Range<usize>) -> Vec<DatedFact> {
        self.told[places].iter().map(|told| self.answerer.fact(told)).collect()
    }
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
    pub fn timeline(&self, filter: &TimelineFilter, reader: Language) -> Timeline<'_> {
        let words = filter.words.as_deref().map(|words| Language::ALL.map(|language| self.wanted(language, words)));
        let all = self.dates().0.get_or_init(|| self.told_dates());
        let of_year = filter.year.map_or(all.as_ref(), |year| {
            let from = all.partition_point(|told| told.date.year() < year);
            let length = all[from..].partition_point(|told| told.date.year() == year);
            &all[from..from + length]
        });
        let is_shown = |told: &&Told| {
            let shown = self.passage_at(told.passage).1.text.for_reader(reader);
            shown.is_some_and(|(language, _)| language == told.language)
        };
        let shown = of_year.iter().filter(is_shown);
        let told = shown.filter(|told| words.as_ref().is_none_or(|words| tells(self.index(), told, words))).collect();
        Timeline { answerer: self, told }
    }

    /// The words that are wanted as terms of `language`; `None` where there is none, or no text of it holds one of them.
    fn wanted(&self, language: Language, words: &str) -> Option<Vec<TermId>> {
        let vocabulary = self.index().vocabulary(Field::Words(language));
        let wanted: Option<Vec<TermId>> = stems(language, words).iter().map(|stem| vocabulary.get(stem)).collect();
        wanted.filter(|wanted| !wanted.is_empty())
    }

    /// All dates that are told, in order.
    fn told_dates(&self) -> Box<[Told]> {
        let narrow = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
        let mut all = Vec::new();
        for passage in 0..narrow(self.index().len()) {
            for (language, text) in self.passage_at(passage).1.text.iter() {
                let Some(analyzed) = self.index().analyzed(Field::Words(language), passage) else { continue };
                let dated = |sentence: &usize| analyzed.holds(*sentence, AnswerKind::Date);
                for sentence in (0..analyzed.sentence_count()).filter(dated) {
                    all.extend(dates_in(text, analyzed.sentence(sentence), language).into_iter().map(
                        |(date, written)| Told {
                            date,
                            language,
                            passage,
                            sentence: narrow(sentence),
                            written: narrow(written.start)..narrow(written.end),
                        },
                    ));
                }
            }
        }
        all.sort_by_key(|told| told.date);
        all.into_boxed_slice()
    }

    fn fact(&self, told: &Told) -> DatedFact {
        let (document, passage) = self.passage_at(told.passage);
        let analyzed = self.index().analyzed(Field::Words(told.language), told.passage);
        let sentence = analyzed.expect("a date is told in a text").sentence(told.sentence as usize);
        let passage = CitedPassage { sentence, ..looked_up(document, passage, told.language) };
        DatedFact { date: told.date, passage, written: told.written.start as usize..told.written.end as usize }
    }
}

/// The dates that a sentence of `text` tells, and where they stand in it. Of two that agree the more precise one counts, and the first
/// of two alike.
fn dates_in(text: &str, sentence: Range<usize>, language: Language) -> Vec<(PartialDate, Range<usize>)> {
    let mut dates: Vec<(PartialDate, Range<usize>)> = Vec::new();
    for range in AnswerKind::Date.find_in(language, &text[sentence.clone()]) {
        let written = sentence.start + range.start..sentence.start + range.end;
        // Between parentheses stands when a source said it: ANTARA (2019).
        if text[..written.start].ends_with(['(', '（']) && text[written.end..].starts_with([')', '）']) {
            continue;
        }
        let date = written_date(&text[written.clone()]);
        let Some(date) = date.and_then(|(year, month, day)| PartialDate::new(year, month, day)) else { continue };
        if !dates.iter().any(|(other, _)| date.includes(*other)) {
            dates.retain(|(other, _)| !other.includes(date));
            dates.push((date, written));
        }
    }
    dates
}

/// Are the wanted words, in the terms of each language, in the sentence that tells the date, in the passage as it stands in another
/// language, or in the title.
fn tells(index: &Index, told: &Told, wanted: &[Option<Vec<TermId>>; 3]) -> bool {
    Language::ALL.into_iter().any(|language| {
        let field = Field::Words(language);
        let Some((wanted, text)) = wanted[language as usize].as_ref().zip(index.analyzed(field, told.passage)) else {
            return false;
        };
        let within = if language == told.language { text.sentence(told.sentence as usize) } else { 0..usize::MAX };
        let title = index.title(field, told.passage);
        let is_in_text = |term: &TermId| {
            let mut places = text.terms().iter().enumerate().filter(|(_, it)| *it == term);
            places.any(|(place, _)| within.contains(&text.range(place).start))
        };
        wanted.iter().all(|term| title.contains(term) || is_in_text(term))
    })
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
    use crate::corpus::{Corpus, Document, Glossary, Kind, Passage, PassageNumber, Source};
    use crate::language::ByLanguage;

    fn answerer() -> Answerer {
        Answerer::new(Source::Embedded.read().expect("the embedded corpus is sound")).expect("its index is built")
    }

    fn told(answerer: &Answerer, filter: &TimelineFilter, reader: Language) -> Vec<DatedFact> {
        let timeline = answerer.timeline(filter, reader);
        timeline.facts(0..timeline.len())
    }

    #[test]
    fn the_whole_corpus_is_told_in_order_in_each_language() {
        let answerer = answerer();
        for language in Language::ALL {
            let facts = told(&answerer, &TimelineFilter::default(), language);
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
            let facts = told(&answerer, &TimelineFilter::of_text(text), language);
            let years: Vec<u16> = facts.iter().map(|fact| fact.date.year()).collect();
            for year in [1987, 1989, 1991, 1996, 2006, 2019, 2021] {
                assert!(years.contains(&year), "{text}: {years:?}");
            }
        }
        // Words of another language than the reader's are found where the passage has it.
        assert!(!answerer.timeline(&TimelineFilter::of_text("フリシンゲン"), Language::En).is_empty());
        let facts = told(&answerer, &TimelineFilter::of_text("２０１４年"), Language::En);
        assert!(!facts.is_empty() && facts.iter().all(|fact| fact.date.year() == 2014));
        assert!(answerer.timeline(&TimelineFilter::of_text("Reykjavík"), Language::En).is_empty());
        let both = TimelineFilter { words: Some("Hamamatsu".into()), year: Some(1991) };
        let facts = told(&answerer, &both, Language::En);
        assert!(!facts.is_empty() && facts.iter().all(|fact| fact.date.year() == 1991));
    }

    #[test]
    fn a_passage_with_several_dates_gives_several() {
        let corpus = Corpus::new(
            vec![document("On 3 May 1988 and in 2001 (2004). It was 1988. In May 1988, 1988.")],
            Glossary::default(),
        );
        let answerer = Answerer::new(corpus).unwrap();
        let facts = told(&answerer, &TimelineFilter::default(), Language::Ja);
        let dates: Vec<String> = facts.iter().map(|fact| fact.date.to_string()).collect();
        assert_eq!(dates, ["1988", "1988-05", "1988-05-03", "2001"]);
        let page = answerer.timeline(&TimelineFilter::default(), Language::Ja).facts(1..3);
        assert_eq!(page, facts[1..3], "a page of them is a part of all");
        let of_year = |year: &str| answerer.timeline(&TimelineFilter::of_text(year), Language::Ja).len();
        assert_eq!([1987, 1988, 2001, 2004].map(|year| of_year(&year.to_string())), [0, 3, 1, 0]);
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
