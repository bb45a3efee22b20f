//! The one who answers.

use super::{Answer, NotFound, Outcome, Question, Reason};
use crate::corpus::Corpus;
use crate::language::Language;

/// Answers questions from one corpus. Cheap to share behind an `Arc`, safe to ask from any number of threads.
pub struct Answerer {
    corpus: Corpus,
}

impl Answerer {
    /// Builds the index of `corpus` in memory.
    #[must_use]
    pub fn new(corpus: Corpus) -> Self {
        Self { corpus }
    }

    /// What it answers from.
    #[must_use]
    pub const fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    /// Up to `limit` of the corpus's own questions in `language`, one a document, the same every time.
    #[must_use]
    pub fn sample_questions(&self, language: Language, limit: usize) -> Vec<&str> {
        self.corpus
            .documents()
            .iter()
            .filter_map(|document| document.questions.get(language)?.first().map(String::as_str))
            .take(limit)
            .collect()
    }

    /// The answer. The same question on the same corpus gives the same answer.
    #[must_use]
    pub fn answer(&self, question: &Question) -> Answer {
        Answer {
            question: question.clone(),
            language: question.language.unwrap_or(question.fallback),
            outcome: Outcome::NotFound(NotFound {
                reason: Reason::NothingFits,
                sought: Vec::new(),
                did_you_mean: None,
                covered: Vec::new(),
                suggestions: Vec::new(),
            }),
            confidence: 0.0,
            corpus: self.corpus.hash(),
        }
    }
}
