//! What is said where nothing is found: what was looked for, what was perhaps meant, and what there is near it.

use std::cmp::Ordering;
use std::ops::Range;

use super::answerer::citation;
use super::judging::FOUND;
use super::ranking::{Fit, Ranking};
use super::understanding::{Concept, OF_BEGINNINGS};
use super::{Answer, Answerer, NotFound, Outcome, Question, Reason, Talk};
use crate::corpus::PassageNumber;
use crate::index::{Field, Ordinal};
use crate::language::{
    AnswerKind, Folded, Language, Want, edit_distance, has_question_word, is_cjk, is_everyday, is_hiragana,
    is_weak_word,
};

impl Answerer {
    /// The words that `question` looks for, as asked, in order, each once.
    #[must_use]
    pub fn sought(&self, question: &Question) -> Vec<String> {
        self.ranking(question).sought()
    }

    /// The answer without a passage that is told by `reason` alone: to a greeting and the like.
    pub(super) fn nothing_but(&self, question: &Question, reason: Reason, language: Language) -> Answer {
        // Who is done is asked nothing more.
        let is_done = matches!(reason, Reason::Thanks | Reason::Understood | Reason::Complaint | Reason::Farewell);
        let suggestions = if is_done { Vec::new() } else { self.samples(language) };
        let not_found = NotFound { reason, sought: Vec::new(), did_you_mean: None, covered: Vec::new(), suggestions };
        let (outcome, corpus) = (Outcome::NotFound(not_found), self.corpus().hash());
        Answer { question: question.clone(), language, outcome, confidence: 0.0, corpus, unanswered: Vec::new() }
    }

    /// Why no passage of `ranking` is an answer, and nothing more: what is near it is told by [`not_found`](Self::not_found), which
    /// takes long.
    pub(super) fn nothing_of(&self, ranking: &Ranking<'_>) -> NotFound {
        let concepts = ranking.query.concepts(Field::Words(ranking.asked_in));
        let topic = self.topic(ranking);
        let reason = if !ranking.text.chars().any(char::is_alphanumeric) {
            Reason::Empty
        } else if topic.is_some() {
            Reason::Topic
        } else if concepts.iter().all(|concept| !concept.known) {
            Reason::UnknownWords
        } else {
            Reason::NothingFits
        };
        let sought = topic.into_iter().collect();
        NotFound { reason, sought, did_you_mean: None, covered: Vec::new(), suggestions: Vec::new() }
    }

    /// `nothing`, which is found by `ranking`, with what was looked for, what was perhaps meant, and what there is near it.
    pub(super) fn not_found(&self, nothing: NotFound, ranking: &Ranking<'_>, question: &Question) -> NotFound {
        let talked_of = question.previous.as_deref().and_then(|previous| self.talked_of(previous, question));
        let mut near: Vec<usize> = talked_of.iter().map(|told| self.index().place(told.passage).0).collect();
        let nearest = ranking.fits.iter().map(|fit| fit.coverage).fold(0.0, f32::max);
        let is_near = |fit: &&Fit| fit.coverage >= NEAR.max(nearest * NEAR_NEAREST);
        for fit in ranking.fits.iter().filter(is_near) {
            let document = self.document_of(fit);
            if !near.contains(&document) {
                near.push(document);
            }
        }
        near.truncate(OFFERED);
        let first = PassageNumber::from_index(0);
        NotFound {
            sought: if nothing.reason == Reason::Topic { nothing.sought } else { ranking.sought() },
            did_you_mean: self.did_you_mean(ranking),
            covered: near
                .iter()
                .map(|place| &self.corpus().documents()[*place])
                .map(|document| citation(document, first, ranking.language))
                .collect(),
            suggestions: self.suggestions(ranking, &near, talked_of),
            ..nothing
        }
    }

    /// What answered the last of the questions asked before.
    fn talked_of(&self, previous: &str, question: &Question) -> Option<Told> {
        let Talk { before, last } = Talk::of(previous);
        self.told(&Question { text: last.to_owned(), previous: before.map(str::to_owned), ..question.clone() })
    }

    fn told(&self, question: &Question) -> Option<Told> {
        let ranking = self.ranking(question);
        let best = ranking.fits.first().filter(|_| self.is_sure(&ranking, FOUND))?;
        Some(Told { passage: best.passage, kind: ranking.query.kind() })
    }

    /// What the glossary calls the one thing of it that a question is, where nothing is asked about that.
    fn topic(&self, ranking: &Ranking<'_>) -> Option<String> {
        let asks = ranking.query.kind().is_some() || ranking.query.want().is_some() || has_question_word(&ranking.text);
        let [only] = ranking.query.concepts(Field::Words(ranking.asked_in)) else { return None };
        let term =
            self.names().term_at(&ranking.text, &only.range).filter(|_| !asks && only.known && !only.is_aspect)?;
        let glossary = self.corpus().glossary();
        // There is nothing to ask about a place that no passage names.
        if glossary.terms()[term].is_place && !ranking.fits.iter().any(|fit| self.places_told(fit).contains(&term)) {
            return None;
        }
        let names = &glossary.terms()[term].names;
        Some(names.get(ranking.language)?.first()?.clone())
    }

    /// Up to three of the corpus's own questions.
    fn samples(&self, language: Language) -> Vec<String> {
        self.sample_questions(language, OFFERED).into_iter().map(str::to_owned).collect()
    }

    /// Of each of the documents at these places, which are near the question, the one of its own questions that has most of it, but
    /// none that is asked just now, or asks for what was `talked_of`; where none is near, any of the corpus's.
    fn suggestions(&self, ranking: &Ranking<'_>, near: &[usize], talked_of: Option<Told>) -> Vec<String> {
        let concepts = ranking.query.concepts(Field::Words(ranking.language));
        // Japanese words stand side by side.
        let as_written = |word: &str| if word.contains(is_cjk) { word.replace(' ', "") } else { word.to_owned() };
        let words: Vec<(String, f32)> =
            concepts.iter().map(|concept| (as_written(&concept.word), concept.weight)).collect();
        let held = |question: &str| {
            let folded = Folded::new(question);
            let held = words.iter().filter(|(word, _)| folded.as_str().contains(word));
            held.map(|(_, weight)| weight).sum::<f32>()
        };
        let asked = Folded::new(&ranking.text[ranking.own..]);
        let is_asked = |question: &str| {
            let question = Folded::new(question);
            let question = question.as_str().trim_matches(|letter: char| !letter.is_alphanumeric());
            asked.as_str().contains(question)
        };
        let is_told = |question: &str| talked_of.is_some() && self.told(&Question::new(question)) == talked_of;
        let of = |place: &usize| self.corpus().documents()[*place].questions.get(ranking.language);
        let nearest = near.iter().filter_map(of).filter_map(|questions| {
            let new = questions.iter().filter(|question| !is_asked(question));
            let mut held: Vec<(f32, &String)> = new.map(|question| (held(question), question)).collect();
            // Equal ones stay in their order.
            held.sort_by(|(one, _), (other, _)| other.partial_cmp(one).unwrap_or(Ordering::Equal));
            // What a question is answered with takes long to tell: mostly the first is asked alone.
            held.into_iter().map(|(_, question)| question).find(|question| !is_told(question))
        });
        let mut suggestions: Vec<String> = Vec::new();
        for question in nearest {
            if !suggestions.contains(question) {
                suggestions.push(question.clone());
            }
        }
        if suggestions.is_empty() { self.samples(ranking.language) } else { suggestions }
    }

    /// A word of the question that the corpus does not hold, and the nearest one that stands in a passage near the question.
    fn did_you_mean(&self, ranking: &Ranking<'_>) -> Option<(String, String)> {
        let language = ranking.asked_in;
        let field = Field::Words(language);
        let unknown =
            ranking.query.concepts(field).iter().filter(|concept| !concept.known && !is_everyday(&concept.word));
        let nearest = unknown.filter_map(|concept| Some((concept, concept.alternatives.first()?)));
        let (concept, alternative) = nearest
            .filter(|(_, alternative)| alternative.closeness >= NEAR_MISS)
            .max_by(|a, b| a.1.closeness.total_cmp(&b.1.closeness))?;
        ranking.fits.iter().find_map(|fit| {
            let analyzed = self.index().analyzed(field, fit.passage)?;
            let place = analyzed.terms().iter().position(|term| *term == alternative.terms[0])?;
            let known = &self.text(fit.passage, language)?[analyzed.range(place)];
            let typed = &ranking.text[concept.range.clone()];
            let apart = edit_distance(Folded::new(typed).as_str(), Folded::new(known).as_str());
            (apart <= most_slips(typed)).then(|| (typed.to_owned(), known.to_owned()))
        })
    }
}

/// What a question was answered with, and what kind of thing it asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Told {
    passage: Ordinal,
    kind: Option<AnswerKind>,
}

impl Ranking<'_> {
    /// Is it the name of a place and nothing else: nothing is asked about it, not even *why*.
    pub(super) fn is_a_place_alone(&self) -> bool {
        if self.query.want() == Some(Want::Reason) {
            return false;
        }
        let [only] = self.query.concepts(Field::Words(self.asked_in)) else { return false };
        let mut beside = self.text[..only.range.start].chars().chain(self.text[only.range.end..].chars());
        only.is_place && !beside.any(char::is_alphanumeric)
    }

    /// Is there but the beginning of a Japanese verb at `range`: the 行 of 行った.
    fn is_stump(&self, range: &Range<usize>) -> bool {
        /// How the endings of verbs begin that no particle begins with.
        #[rustfmt::skip]
        const ENDINGS: [char; 25] = [
            'っ', 'い', 'ん', 'り', 'き', 'え', 'べ', 'し', 'み', 'ち', 'れ', 'せ', 'け', 'ま', 'く', 'わ', 'た', 'て', 'さ', 'る', 'す', 'む', 'ぶ',
            'う', 'つ',
        ];
        let word = &self.text[range.clone()];
        word.starts_with(is_cjk) && word.chars().nth(1).is_none() && self.text[range.end..].starts_with(ENDINGS)
    }

    /// Where the verb ends that begins at `range`, in Japanese: with what is written in hiragana behind it, no more than usual endings have.
    fn end_of_verb(&self, range: &Range<usize>) -> usize {
        const LONGEST: usize = 3;
        if !self.is_stump(range) {
            return range.end;
        }
        let ending = self.text[range.end..].chars().take(LONGEST).take_while(|letter| is_hiragana(*letter));
        range.end + ending.map(char::len_utf8).sum::<usize>()
    }

    /// The words that are looked for, as asked, each once; what stands together in the question, *Wi-Fi*, *優勝者*, is one. Words
    /// that say but what kind of thing is asked for are left out where there are others, and of the questions before it all but the
    /// known ones of the last.
    fn sought(&self) -> Vec<String> {
        let mut sought: Vec<Range<usize>> = Vec::new();
        let concepts = self.query.concepts(Field::Words(self.asked_in));
        let before = &self.text[..self.own];
        let last = before.rfind(Question::BETWEEN).map_or(0, |end| end + Question::BETWEEN.len());
        let is_of_now =
            |concept: &Concept| concept.range.start >= self.own || concept.known && concept.range.start >= last;
        let concepts = || concepts.iter().filter(|concept| is_of_now(concept));
        let tells = |concept: &&Concept| {
            !concept.word.starts_with('っ')
                && !is_weak_word(&concept.word)
                && !OF_BEGINNINGS.contains(&concept.word.as_str())
                && !self.is_stump(&concept.range)
        };
        let all_tell_nothing = !concepts().any(|concept| tells(&concept));
        for concept in concepts().filter(|concept| all_tell_nothing || tells(concept)) {
            let Range { start, end } = concept.range;
            // Of a verb alone, all of it: 泊まった, and not 泊.
            let end = if all_tell_nothing { self.end_of_verb(&concept.range) } else { end };
            match sought.last_mut() {
                Some(last) if start <= last.end || self.text[last.end..start].chars().all(joins_words) => {
                    last.end = last.end.max(end);
                }
                _ => sought.push(start..end),
            }
        }
        let mut seen: Vec<Folded<'_>> = Vec::new();
        sought.retain(|range| {
            let word = Folded::new(&self.text[range.clone()]);
            let is_new = seen.iter().all(|other| other.as_str() != word.as_str());
            seen.extend(is_new.then_some(word));
            is_new
        });
        sought.into_iter().map(|range| self.text[range].to_owned()).collect()
    }
}

/// From which share of the question's weight on a passage is near it, though no answer.
const NEAR: f32 = 0.2;

/// The same in parts of what the nearest one has.
const NEAR_NEAREST: f32 = 0.5;

/// How many documents and how many questions are offered where nothing was found.
const OFFERED: usize = 3;

/// How close a known word has to be for the bot to ask whether it was meant.
const NEAR_MISS: f32 = 0.5;

/// How many slips of the finger, at most, make another word of the one that was typed.
fn most_slips(typed: &str) -> usize {
    (typed.chars().count() / 4).max(1)
}

/// Does a character between two words of a question make one of them.
fn joins_words(character: char) -> bool {
    matches!(character, '-' | '‐' | '–' | '\'' | '’')
}
