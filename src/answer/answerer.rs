//! The one who answers.

use std::borrow::Cow;
use std::ops::Range;

use tantivy::TantivyError;

use super::judging::{confidence, very_name, whereabouts};
use super::lookup::{Completions, Dates};
use super::pointing::{dates_of_two_places, sentence, span, telling};
use super::ranking::asking::{Untold, Wants};
use super::ranking::{Fit, Ranking, Weights};
use super::reading::{Spelling, small_talk};
use super::understanding::{Names, Query};
use super::{Answer, Citation, CitedPassage, Outcome, Question, RankedPassages, Reason};
use crate::corpus::{Corpus, Document, Passage, PassageId, PassageNumber};
use crate::index::{Analyzed, Field, Index, IndexError, Keeping, Ordinal, Progress, Purpose};
use crate::language::{
    AnswerKind, Language, PlaceAsked, asks_for_several, is_a_date_alone, with_ends_marked, with_truth_in_words,
    without_letter, without_what_was_restated,
};

/// Answers questions from one corpus. Cheap to share behind an `Arc`, safe to ask from any number of threads.
pub struct Answerer {
    corpus: Corpus,
    index: Index,
    names: Names,
    wants: Wants,
    untold: Untold,
    pub(super) spelling: Spelling,
    weights: Weights,
    completions: Completions,
    dates: Dates,
    /// For each language, the places of the documents that carry questions in it, those of most passages first.
    asking: [Vec<usize>; 3],
}

impl Answerer {
    /// Builds the index of `corpus` in memory.
    ///
    /// # Errors
    /// Where the index cannot be built, as with no memory to be had.
    pub fn new(corpus: Corpus) -> Result<Self, TantivyError> {
        let index = Index::build(&corpus)?;
        Ok(Self::with_index(corpus, index, Untold::default(), Spelling::default()))
    }

    /// The same, where the index of a large corpus is kept as `keeping` says. `told` hears how building it
    /// goes; `purpose` says what is to be quick.
    ///
    /// # Errors
    /// Where there can be no index.
    pub fn open(
        corpus: Corpus,
        keeping: Option<&Keeping>,
        purpose: Purpose,
        told: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Self, IndexError> {
        let (untold, spelling) = (Untold::default(), Spelling::default());
        if purpose == Purpose::Serving {
            // Before the index: what this takes for a while, the index takes for good.
            untold.prepare(&corpus);
            spelling.prepare(&corpus);
        }
        let index = Index::open(&corpus, keeping, purpose, told)?;
        Ok(Self::with_index(corpus, index, untold, spelling))
    }

    fn with_index(corpus: Corpus, index: Index, untold: Untold, spelling: Spelling) -> Self {
        let names = Names::new(corpus.glossary(), &index);
        let completions = Completions::new(&corpus);
        let asking = Language::ALL.map(|language| {
            let documents = corpus.documents().iter().enumerate();
            let asking = documents.filter(|(_, it)| it.questions.get(language).is_some_and(|it| !it.is_empty()));
            let mut asking: Vec<usize> = asking.map(|(place, _)| place).collect();
            asking.sort_by_key(|place| std::cmp::Reverse(corpus.documents()[*place].passages.len()));
            asking
        });
        let wants = Wants::new(&corpus, &index);
        Self {
            corpus,
            index,
            names,
            wants,
            untold,
            spelling,
            weights: Weights::default(),
            completions,
            dates: Dates::default(),
            asking,
        }
    }

    /// What it answers from.
    #[must_use]
    pub const fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Its index.
    #[must_use]
    pub const fn index(&self) -> &Index {
        &self.index
    }

    /// What its glossary names.
    pub(super) const fn names(&self) -> &Names {
        &self.names
    }

    pub(super) const fn completions(&self) -> &Completions {
        &self.completions
    }

    /// Where its corpus tells dates.
    pub(super) const fn dates(&self) -> &Dates {
        &self.dates
    }

    /// Up to `limit` of the corpus's own questions in `language`, one a document, the same every time.
    #[must_use]
    pub fn sample_questions(&self, language: Language, limit: usize) -> Vec<&str> {
        let asking = self.asking[language as usize].iter().map(|place| &self.corpus.documents()[*place]);
        asking.filter_map(|document| Some(document.questions.get(language)?.first()?.as_str())).take(limit).collect()
    }

    /// The answer. The same question on the same corpus gives the same answer.
    #[must_use]
    pub fn answer(&self, question: &Question) -> Answer {
        let mut meant = question.clone().cut().meant();
        let letter = Cow::Borrowed(without_letter(&meant.text));
        let marked = with_ends_marked(with_truth_in_words(self.restated(letter)));
        meant.text = self.names.with_place_pointed_at(marked).into_owned();
        meant.previous = meant.previous.map(|previous| self.with_each_apart(&previous));
        let answer = match meant.language {
            // Nothing but the wish for a language, and nothing before it.
            Some(language) if meant.text.is_empty() && question.is_wish() => {
                self.nothing_but(question, Reason::Identity, language)
            }
            _ => self.answer_to_all(&meant),
        };
        Answer { question: question.clone(), ..answer }
    }

    /// `text` as its writer meant it in the end.
    pub(super) fn restated<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        without_what_was_restated(text, |text| self.names.places(text))
    }

    /// The answer to `question` as one; where that is surer, without where its asker is from. Where nothing is found, it says but why.
    pub(super) fn answer_to_one(&self, question: &Question) -> Answer {
        self.answer_and_search(question).0
    }

    /// The same, and where no passage is an answer how passages were looked for, which tells what is near.
    pub(super) fn answer_and_search<'q>(&'q self, question: &'q Question) -> (Answer, Option<Ranking<'q>>) {
        let (answer, searched) = self.answer_as_asked(question);
        let answer = self.or_of_the_first(question, answer);
        let answer = self.or_of_the_claim(question, answer);
        let answer = self.or_after_what_is_told(question, answer);
        let answer = self.or_before_what_is_added(question, answer);
        let searched = searched.filter(|_| answer.passages().is_empty());
        let Some(without_origin) = self.without_origin(question) else { return (answer, searched) };
        let (other, _) = self.answer_as_asked(&without_origin);
        let is_better = other.is_found() && (!answer.is_found() || other.confidence > answer.confidence);
        if is_better { (Answer { question: question.clone(), ..other }, None) } else { (answer, searched) }
    }

    /// The answer to `question` as one, with all that is told in it, and how passages were looked for where none is one.
    pub(super) fn answer_as_asked<'q>(&'q self, question: &'q Question) -> (Answer, Option<Ranking<'q>>) {
        if let Some(answer) = self.named(question).or_else(|| self.further(question)) {
            return (answer, None);
        }
        let read = self.read_part(&question.text);
        if let Some((reason, language)) = said_beside_questions(&read, question) {
            let language = question.language.or(language).unwrap_or(question.fallback);
            return (self.nothing_but(question, reason, language), None);
        }
        let spelt = self.spelt(read.clone());
        let is_corrected = spelt != read;
        let ranking = self.ranking_of(spelt, question);
        let Ranking { language, fits, .. } = &ranking;
        let confidence = self.confidence(&ranking).unwrap_or(0.0);
        // A passage far behind the best one is noise to a reader.
        let worth_showing = |fit: &&Fit| fit.score >= fits[0].score * LEAST_OF_BEST;
        let has_phrases = fits.first().is_some_and(|best| self.wants.has_phrases(best.passage));
        let least = if has_phrases { confidence::UNSURE_WITH_PHRASES } else { confidence::UNSURE };
        let shown =
            if confidence >= least { self.cite(&ranking, fits.iter().filter(worth_showing)) } else { Vec::new() };
        let (language, corpus) = (*language, self.corpus.hash());
        let (outcome, searched) = if let Some(passages) = RankedPassages::new(shown) {
            (self.pointed_at(&ranking, passages, confidence, question), None)
        } else {
            // What was looked for is told as it was typed.
            let ranking = if is_corrected { self.ranking_of(read, question) } else { ranking };
            (Outcome::NotFound(self.nothing_of(&ranking)), Some(ranking))
        };
        let question = question.clone();
        (Answer { question, language, outcome, confidence, corpus, unanswered: Vec::new() }, searched)
    }

    /// `passages` of `ranking`, as sure as `confidence` says, with the words that answer `question`, and what other sources say.
    fn pointed_at(
        &self,
        ranking: &Ranking<'_>,
        mut passages: RankedPassages,
        confidence: f32,
        question: &Question,
    ) -> Outcome {
        let somebody = self.somebody(ranking, &ranking.fits[0], passages.best());
        if let Some(somebody) = &somebody {
            passages.best_mut().sentence = somebody.sentence.clone();
        }
        if confidence < confidence::FOUND {
            // Where several places may be meant, and each has its date, all of them answer.
            let may_be_several =
                confidence >= confidence::JUST_UNSURE && self.may_be_of_another_place(ranking, &ranking.fits[0]);
            let differing = if may_be_several { self.differing(ranking, passages.best()) } else { Vec::new() };
            if differing.is_empty() {
                return Outcome::Unsure { passages };
            }
            return Outcome::Found { passages, spans: vec![Vec::new()], differing };
        }
        let span = somebody.map(|it| it.name).or_else(|| self.span(ranking, &passages));
        let of_both = span.as_ref().and_then(|span| dates_of_two_places(ranking, &self.names, passages.best(), span));
        let differing = self.differing(ranking, passages.best());
        // What is asked for may stand in all of a short passage.
        if span.is_none() && passages.best().is_short() && asks_for_several(&question.text) {
            let best = passages.best_mut();
            best.sentence = 0..best.text.len();
        }
        let spans = of_both.map_or_else(|| span.into_iter().collect(), Vec::from);
        Outcome::Found { passages, spans: vec![spans], differing }
    }

    /// The passages in order of fit, the best first, whether they answer or not: what ranking is measured by.
    #[must_use]
    pub fn rank(&self, question: &Question) -> Vec<CitedPassage> {
        let ranking = self.ranking(question);
        self.cite(&ranking, ranking.fits.iter())
    }

    /// What its passages are asked for.
    pub(super) const fn wants(&self) -> &Wants {
        &self.wants
    }

    /// What people ask in vain.
    pub(super) const fn untold(&self) -> &Untold {
        &self.untold
    }

    pub(super) const fn weights(&self) -> &Weights {
        &self.weights
    }

    /// The text of a passage, where it has one in that language.
    pub(super) fn text(&self, passage: Ordinal, language: Language) -> Option<&str> {
        let (document, passage) = self.index.place(passage);
        self.corpus.documents()[document].passages[passage].text.get(language).map(String::as_str)
    }

    /// The text that the passage of `fit` was matched in.
    pub(super) fn text_of(&self, fit: &Fit) -> &str {
        self.text(fit.passage, fit.language).unwrap_or_default()
    }

    /// The title of its document, and below it that text.
    pub(super) fn with_title(&self, fit: &Fit) -> String {
        format!("{}\n{}", self.title_of(fit), self.text_of(fit))
    }

    /// The title of the document of `fit`, in the language of that where there is one.
    pub(super) fn title_of(&self, fit: &Fit) -> &str {
        let (document, _) = self.passage_of(fit);
        document.title.for_reader(fit.language).map_or("", |(_, title)| title)
    }

    /// The document of `fit`, as its place in the corpus.
    pub(super) fn document_of(&self, fit: &Fit) -> usize {
        self.index.place(fit.passage).0
    }

    /// The passage of `fit`, and the document that it is of.
    pub(super) fn passage_of(&self, fit: &Fit) -> (&Document, &Passage) {
        self.passage_at(fit.passage)
    }

    /// The passage at that place in the index, and the document that it is of.
    pub(super) fn passage_at(&self, passage: Ordinal) -> (&Document, &Passage) {
        let (document, passage) = self.index.place(passage);
        let document = &self.corpus.documents()[document];
        (document, &document.passages[passage])
    }

    pub(super) fn cite<'f>(&self, ranking: &Ranking<'_>, fits: impl Iterator<Item = &'f Fit>) -> Vec<CitedPassage> {
        fits.take(ranking.limit).map(|fit| self.cited(fit, ranking.language, &ranking.query)).collect()
    }

    /// The words of the best of `passages`, of `ranking`, that answer, where they are likely right.
    fn span(&self, ranking: &Ranking<'_>, passages: &RankedPassages) -> Option<Range<usize>> {
        let asked = ranking.query.asked_for();
        let kind = ranking.query.kind().or_else(|| asked.place_asked().map(|_| AnswerKind::Place))?;
        let (best, fit) = (passages.best(), ranking.fits.first()?);
        let margin = ranking.fits.get(1).map_or(1.0, |next| 1.0 - next.score / fit.score);
        let analyzed = self.index.analyzed(Field::Words(best.language), fit.passage)?;
        let is_person = kind == AnswerKind::Person;
        // What happened then is no date.
        if is_a_date_alone(&ranking.text) {
            return None;
        }
        // Who is asked for by their name is not somebody else.
        if is_person && very_name::is_asked(&ranking.text, &ranking.query, best.language, analyzed, &best.text) {
            return None;
        }
        let telling = telling(ranking, analyzed, best);
        let support = span::Support {
            matches: telling.as_deref().unwrap_or(&best.matches),
            coverage: fit.sentence_coverage,
            margin,
            places: &if is_person { self.names.places(&best.text) } else { Vec::new() },
            is_sure: self.wants.has_phrases(fit.passage) && self.is_sure(ranking, confidence::SURE),
        };
        // Two passages that name the same are not at odds; a number in both may be of two things.
        let is_named = matches!(kind, AnswerKind::Person | AnswerKind::Organisation);
        let next = passages.as_slice().get(1).filter(|_| is_named);
        let says_so = |span: &Range<usize>| next.is_some_and(|next| next.text.contains(&best.text[span.clone()]));
        let sentence = best.sentence.clone();
        span::find(kind, asked, best.language, &best.text, sentence, support, says_so).or_else(|| {
            let is_city_asked = kind == AnswerKind::Place
                && asked.place_asked() != Some(PlaceAsked::Country)
                && !whereabouts::is_asked(&ranking.query, fit.language);
            if is_city_asked && support.is_sure { self.names.place_told(&ranking.text, best) } else { None }
        })
    }

    pub(super) fn cited(&self, fit: &Fit, reader: Language, query: &Query) -> CitedPassage {
        let (document, passage) = self.passage_of(fit);
        let (language, text) = passage.text.for_reader(reader).expect("a passage has text in at least one language");
        let analyzed = |language| self.index.analyzed(Field::Words(language), fit.passage);
        let matched = analyzed(fit.language).expect("the passage was matched there");
        let shown = analyzed(language).expect("a text is analysed in its language");
        let best = passage.text.get(fit.language).map_or(0, |text| sentence::best(query, fit, &self.index, text));
        let best = self.of_its_place(query, fit, self.beside_the_excepted(query, fit, best));
        // Translations stand sentence by sentence, or else the whole is shown.
        let stands_alike = shown.sentence_count() == matched.sentence_count();
        let sentence = if stands_alike { shown.sentence(best) } else { 0..text.len() };
        CitedPassage {
            citation: citation(document, passage.number, language),
            language,
            text: text.clone(),
            matches: matches(query, shown, language),
            sentence,
            score: fit.score,
        }
    }
}

pub(super) fn citation(document: &Document, number: PassageNumber, reader: Language) -> Citation {
    let (_, title) = document.title.for_reader(reader).expect("a document has a title");
    Citation {
        passage: PassageId { document: document.id.clone(), number },
        title: title.clone(),
        publisher: document.publisher.clone(),
        published: document.published,
        url: document.url.clone(),
    }
}

/// What is said in `read`, the part of `question` that is read, where that asks for nothing here: small talk, with its language, and a
/// picture in reply.
fn said_beside_questions(read: &str, question: &Question) -> Option<(Reason, Option<Language>)> {
    let is_reply = question.previous.is_some();
    if is_reply && is_picture_alone(&question.text) {
        return Some((Reason::Understood, None));
    }
    // In a reply, who is that, and where that is from, asks for what was answered, not for the bot.
    small_talk::reason(read).filter(|(reason, _)| !is_reply || !small_talk::asks_of_another(*reason, &question.text))
}

/// Does `text` say nothing but by a picture: 👍.
fn is_picture_alone(text: &str) -> bool {
    let is_picture = |it: char| matches!(it, '\u{2600}'..='\u{27bf}' | '\u{1f300}'..='\u{1faff}');
    text.contains(is_picture) && !text.contains(char::is_alphanumeric) && !text.contains(['?', '？', '❓', '❔'])
}

/// A passage whose score is less than this part of the best one's is not shown.
const LEAST_OF_BEST: f32 = 0.5;

/// Where the words of the question stand in a passage, in order, apart from each other.
fn matches(query: &Query, analyzed: Analyzed<'_>, language: Language) -> Vec<Range<usize>> {
    let occurrences = query.occurrences(Field::Words(language), analyzed);
    let mut found: Vec<Range<usize>> = occurrences.iter().map(|occurrence| occurrence.range(analyzed)).collect();
    found.sort_by_key(|range| (range.start, range.end));
    let mut apart: Vec<Range<usize>> = Vec::new();
    for range in found {
        match apart.last_mut() {
            Some(last) if range.start < last.end => last.end = last.end.max(range.end),
            _ => apart.push(range),
        }
    }
    apart
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn a_picture_in_reply_is_no_question() {
        for (text, expect) in
            [("👍", true), ("👍👍!", true), ("❓", false), ("👍?", false), ("ok 👍", false), ("", false)]
        {
            assert_eq!(is_picture_alone(text), expect, "{text}");
        }
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let reply = Question::new("👍").after(Some("who is the mayor of Hamamatsu".to_owned()));
        assert_eq!(answerer.answer(&reply).reason(), Some(Reason::Understood));
        assert_eq!(answerer.answer(&Question::new("👍")).reason(), Some(Reason::Empty));
    }
}
