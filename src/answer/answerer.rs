//! The one who answers.

use tantivy::TantivyError;

use super::glossary::Names;
use super::query::Query;
use super::ranking::{Fit, rank};
use super::weights::Weights;
use super::{Answer, Citation, CitedPassage, NotFound, Outcome, Question, RankedPassages, Reason};
use crate::corpus::{Corpus, PassageId};
use crate::index::{Field, Index};
use crate::language::{Language, detect};

/// Answers questions from one corpus. Cheap to share behind an `Arc`, safe to ask from any number of threads.
pub struct Answerer {
    corpus: Corpus,
    index: Index,
    names: Names,
    weights: Weights,
}

impl Answerer {
    /// Builds the index of `corpus` in memory.
    ///
    /// # Errors
    /// Where the index cannot be built, as with no memory to be had.
    pub fn new(corpus: Corpus) -> Result<Self, TantivyError> {
        let index = Index::build(&corpus)?;
        let names = Names::new(corpus.glossary());
        Ok(Self { corpus, index, names, weights: Weights::from_env() })
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
        let text = &question.text;
        let language = question.language.or_else(|| detect(text)).unwrap_or(question.fallback);
        let query = Query::new(text, detect(text).unwrap_or(language), &self.index, &self.names, &self.weights);
        let fits = rank(&query, detect(text).unwrap_or(language), &self.index, &self.weights);
        let passages: Vec<CitedPassage> =
            fits.iter().take(question.limit).map(|fit| self.cited(fit, language)).collect();
        let outcome = RankedPassages::new(passages).map_or_else(
            || {
                Outcome::NotFound(NotFound {
                    reason: Reason::NothingFits,
                    sought: Vec::new(),
                    did_you_mean: None,
                    covered: Vec::new(),
                    suggestions: Vec::new(),
                })
            },
            |passages| Outcome::Found { passages, span: None },
        );
        Answer {
            question: question.clone(),
            language,
            outcome,
            confidence: fits.first().map_or(0.0, |fit| fit.coverage),
            corpus: self.corpus.hash(),
        }
    }

    fn cited(&self, fit: &Fit, reader: Language) -> CitedPassage {
        let (document, passage) = self.index.place(fit.passage);
        let document = &self.corpus.documents()[document];
        let passage = &document.passages[passage];
        let (language, text) =
            passage.text.for_reader(reader).expect("a passage has text in at least one language");
        let (_, title) = document.title.for_reader(language).expect("a document has a title");
        let analyzed = self.index.analyzed(Field::Words(fit.language), fit.passage).expect("the passage was matched there");
        let sentence = if language == fit.language { analyzed.sentence(fit.sentence) } else { 0..text.len() };
        CitedPassage {
            citation: Citation {
                passage: PassageId { document: document.id.clone(), number: passage.number },
                title: title.clone(),
                publisher: document.publisher.clone(),
                published: document.published,
                url: document.url.clone(),
            },
            language,
            text: text.clone(),
            matches: Vec::new(),
            sentence,
            score: fit.score,
        }
    }
}
