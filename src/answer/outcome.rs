//! What an answer is: one of three honest outcomes, and all that a face needs to show it.

use std::ops::Range;

use super::ranges::is_within;
use super::{Question, Statement};
use crate::corpus::{CorpusHash, PartialDate, PassageId};
use crate::language::{Language, leans_on_the_one_before, sentences};

/// What a reader needs to check a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Citation {
    /// The passage's permanent name: document and paragraph number.
    pub passage: PassageId,
    /// The document's title, in the passage's language where it has one.
    pub title: String,
    /// Who published the page.
    pub publisher: String,
    /// When, where known.
    pub published: Option<PartialDate>,
    /// The page's address.
    pub url: String,
}

/// A passage as it is shown, with its source. All ranges are byte offsets into `text`, at character boundaries.
#[derive(Debug, Clone, PartialEq)]
pub struct CitedPassage {
    /// Where it stands.
    pub citation: Citation,
    /// The language of `text`: the reader's where the corpus has it.
    pub language: Language,
    /// The whole paragraph.
    pub text: String,
    /// The words of `text` that the question asks about, in order, apart from each other.
    pub matches: Vec<Range<usize>>,
    /// The sentence of `text` that bears most on the question, or all of them where several things are asked for; never empty.
    pub sentence: Range<usize>,
    /// How well the passage fits, on a scale of its own: only the order means something. Greater than 0; 0 for one
    /// that was looked up by its name.
    pub score: f32,
}

impl CitedPassage {
    /// The sentence that bears most on the question.
    #[must_use]
    pub fn best_sentence(&self) -> &str {
        &self.text[self.sentence.clone()]
    }

    /// Is all of it short enough to be shown first.
    pub(super) fn is_short(&self) -> bool {
        is_short(&self.text)
    }

    /// Points at the `sentence` too, where all from the one to the other is short enough to be shown first.
    pub(super) fn show_also(&mut self, sentence: &Range<usize>) {
        let both = self.sentence.start.min(sentence.start)..self.sentence.end.max(sentence.end);
        if is_short(&self.text[both.clone()]) {
            self.sentence = both;
        }
    }

    /// What of `text` to show first: the sentence that bears most on the question, and before it the one that it leans on,
    /// where there is one and both together are short.
    #[must_use]
    pub fn headline(&self) -> Range<usize> {
        let Range { start, end } = self.sentence;
        if !leans_on_the_one_before(self.best_sentence(), self.language) {
            return start..end;
        }
        let before = sentences(&self.text).into_iter().rev().find(|before| before.end <= start);
        let together = before.map(|before| before.start..end);
        let short = together.filter(|together| is_short(&self.text[together.clone()]));
        short.unwrap_or(start..end)
    }
}

/// Is it short enough to be shown first, though it is more than a sentence.
fn is_short(text: &str) -> bool {
    text.chars().count() <= LONGEST_HEADLINE
}

/// The most of several sentences that are shown first, in code points.
const LONGEST_HEADLINE: usize = 300;

/// Passages in order of fit, the best first; at least one.
#[derive(Debug, Clone, PartialEq)]
pub struct RankedPassages(Vec<CitedPassage>);

impl RankedPassages {
    /// The passages, or `None` where there is not one.
    #[must_use]
    pub fn new(passages: Vec<CitedPassage>) -> Option<Self> {
        (!passages.is_empty()).then_some(Self(passages))
    }

    /// The passage that fits best.
    #[must_use]
    pub fn best(&self) -> &CitedPassage {
        &self.0[0]
    }

    /// The same, to point elsewhere in it.
    pub(super) fn best_mut(&mut self) -> &mut CitedPassage {
        &mut self.0[0]
    }

    /// The first two in the other order, where there are two.
    pub(super) fn swap_first_two(&mut self) {
        if let [first, second, ..] = &mut self.0[..] {
            std::mem::swap(first, second);
        }
    }

    /// All of them, the best first.
    #[must_use]
    pub fn as_slice(&self) -> &[CitedPassage] {
        &self.0
    }
}

/// Why there is no passage to show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Nothing was asked: no letter and no digit, in any script.
    Empty,
    /// Every word of the question is one that the corpus does not hold, or too common to look for.
    UnknownWords,
    /// A name of the glossary, and nothing is asked about what it names.
    Topic,
    /// The words are there, but no passage holds enough of them to be an answer.
    NothingFits,
    /// A greeting.
    Greeting,
    /// Thanks.
    Thanks,
    /// That an answer is understood.
    Understood,
    /// That an answer is wrong, or the bot no good.
    Complaint,
    /// A farewell.
    Farewell,
    /// Who or what the bot is.
    Identity,
    /// More was wished for, and all there is was shown.
    NothingMore,
    /// A passage's name, with a number that its document does not go to.
    NoSuchPassage,
}

impl Reason {
    /// Was something asked that the corpus does not answer.
    #[must_use]
    pub const fn is_silence(self) -> bool {
        matches!(self, Self::UnknownWords | Self::NothingFits)
    }

    /// Was nothing asked that sources could answer.
    #[must_use]
    pub const fn is_small_talk(self) -> bool {
        match self {
            Self::Empty
            | Self::Greeting
            | Self::Thanks
            | Self::Understood
            | Self::Complaint
            | Self::Farewell
            | Self::Identity => true,
            Self::UnknownWords | Self::Topic | Self::NothingFits | Self::NothingMore | Self::NoSuchPassage => false,
        }
    }

    /// The word for it in JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::UnknownWords => "unknown_words",
            Self::Topic => "topic",
            Self::NothingFits => "nothing_fits",
            Self::Greeting => "greeting",
            Self::Thanks => "thanks",
            Self::Understood => "understood",
            Self::Complaint => "complaint",
            Self::Farewell => "farewell",
            Self::Identity => "identity",
            Self::NothingMore => "nothing_more",
            Self::NoSuchPassage => "no_such_passage",
        }
    }
}

/// An honest "not found": what was looked for, and what there is near it.
#[derive(Debug, Clone, PartialEq)]
pub struct NotFound {
    /// Why.
    pub reason: Reason,
    /// What was looked for, in order, each once, as asked; for [`Reason::Topic`] what the glossary calls it.
    pub sought: Vec<String>,
    /// A word of the question that the corpus does not hold, and the nearest one that it does.
    pub did_you_mean: Option<(String, String)>,
    /// Titles of the documents nearest to the question, in the reader's language, at most three.
    pub covered: Vec<Citation>,
    /// Up to three of the corpus's own questions, in the reader's language, the nearest first.
    pub suggestions: Vec<String>,
}

/// How an answer came out.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    /// These passages answer.
    Found {
        /// The passages.
        passages: RankedPassages,
        /// For each of the first passages that answers a part of what was asked, the very words that answer, in its text,
        /// where they are likely right, in order, apart from each other: one for each thing that it is asked, at most, but both
        /// of two dates that answer; never empty, nor more than there are passages.
        spans: Vec<Vec<Range<usize>>>,
        /// Where documents give different dates or numbers: what each says, the best passage first. Else empty, and never
        /// only one.
        differing: Vec<Statement>,
    },
    /// These are nearest, and perhaps no answer.
    Unsure {
        /// The passages.
        passages: RankedPassages,
    },
    /// The corpus is silent.
    NotFound(NotFound),
}

impl Outcome {
    /// Every word that [`as_str`](Self::as_str) gives.
    pub const NAMES: [&str; 3] = ["found", "unsure", "not_found"];

    /// The word for it in JSON and in logs.
    #[must_use]
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Found { .. } => "found",
            Self::Unsure { .. } => "unsure",
            Self::NotFound(_) => "not_found",
        }
    }
}

/// An answer: a value, never an error.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// What was asked.
    pub question: Question,
    /// The reader's language: as given, else that of the question's words.
    pub language: Language,
    /// How it came out.
    pub outcome: Outcome,
    /// The probability that the best passage answers the question, 0 to 1.
    pub confidence: f32,
    /// Which corpus answered.
    pub corpus: CorpusHash,
    /// Of several questions, those that were not found, as they were asked, where another one was; none elsewhere.
    pub unanswered: Vec<String>,
}

impl Answer {
    /// Is it an answer, not only perhaps one.
    #[must_use]
    pub const fn is_found(&self) -> bool {
        matches!(self.outcome, Outcome::Found { .. })
    }

    /// Why there is no passage to show; `None` where there is one.
    #[must_use]
    pub const fn reason(&self) -> Option<Reason> {
        match &self.outcome {
            Outcome::NotFound(not_found) => Some(not_found.reason),
            _ => None,
        }
    }

    /// What documents say where they give different dates or numbers; empty where they do not.
    #[must_use]
    pub fn differing(&self) -> &[Statement] {
        match &self.outcome {
            Outcome::Found { differing, .. } => differing,
            _ => &[],
        }
    }

    /// The passages that answer, in the order of what was asked, each with the very words that do, in its text, where they are
    /// likely right, one for each thing that it is asked: one passage for a question of one thing; none where nothing was found.
    pub fn answering(&self) -> impl Iterator<Item = (&CitedPassage, &[Range<usize>])> {
        let (passages, spans) = match &self.outcome {
            Outcome::Found { passages, spans, .. } => (passages.as_slice(), spans.as_slice()),
            _ => Default::default(),
        };
        passages.iter().zip(spans.iter().map(Vec::as_slice))
    }

    /// What to show first of each passage that answers, and where the very words that do stand in that, in order.
    pub fn headlines(&self) -> impl Iterator<Item = (&str, Vec<Range<usize>>)> {
        self.answering().map(|(passage, spans)| {
            let headline = passage.headline();
            let within = spans.iter().filter(|span| is_within(span, &headline));
            let within = within.map(|span| span.start - headline.start..span.end - headline.start);
            (&passage.text[headline.clone()], within.collect())
        })
    }

    /// The passages to show, the best first; none where nothing was found.
    #[must_use]
    pub fn passages(&self) -> &[CitedPassage] {
        match &self.outcome {
            Outcome::Found { passages, .. } | Outcome::Unsure { passages } => passages.as_slice(),
            Outcome::NotFound(_) => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_that_leans_on_the_one_before_is_shown_with_it() {
        let headline = |text: &str, best: &str| {
            let start = text.find(best).expect("a sentence of it");
            let passage = CitedPassage {
                citation: Citation {
                    passage: "a#1".parse().expect("a passage's name"),
                    title: String::new(),
                    publisher: String::new(),
                    published: None,
                    url: String::new(),
                },
                language: Language::En,
                text: text.to_owned(),
                matches: Vec::new(),
                sentence: start..start + best.len(),
                score: 1.0,
            };
            text[passage.headline()].to_owned()
        };
        let race = "Darwin is near. A race began in 1976. It was stopped in 1999.";
        assert_eq!(headline(race, "It was stopped in 1999."), "A race began in 1976. It was stopped in 1999.");
        assert_eq!(headline(race, "A race began in 1976."), "A race began in 1976.");
        assert_eq!(headline("It is so. Yes.", "It is so."), "It is so.");
        let long = format!("{} end. It was so.", "word ".repeat(60));
        assert_eq!(headline(&long, "It was so."), "It was so.");
    }
}
