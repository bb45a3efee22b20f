//! The passages, so that a question finds its candidates: a tantivy index, and beside it the analysed passages.
//!
//! tantivy tells which few passages are worth a look; the analysed passages tell how each word of a candidate stands to
//! the question. Knows terms and passages; knows nothing of confidence, answers or readers.

mod analyzed;
mod columns;
mod few;
mod field_data;
mod schema;
mod vocabulary;

use std::collections::HashMap;

use tantivy::collector::TopDocs;
use tantivy::indexer::NoMergePolicy;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, IndexReader, ReloadPolicy, SegmentReader, TantivyDocument, TantivyError};

pub use analyzed::Analyzed;
pub use field_data::Phrases;
pub use vocabulary::{Similar, TermId, Vocabulary};

use crate::corpus::Corpus;
use crate::language::{Language, Term, bigrams, terms};
use few::Few;
use field_data::{FieldBuilder, FieldData};
use schema::Schema;

/// A field of the index that questions are matched against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Field {
    /// The words of one language, stemmed.
    Words(Language),
    /// Pairs of neighbouring Japanese characters.
    Bigrams,
}

impl Field {
    /// Every field.
    pub const ALL: [Self; 4] =
        [Self::Words(Language::Id), Self::Words(Language::En), Self::Words(Language::Ja), Self::Bigrams];

    /// Its place in [`ALL`](Self::ALL).
    #[must_use]
    pub const fn place(self) -> usize {
        match self {
            Self::Words(language) => language as usize,
            Self::Bigrams => 3,
        }
    }

    /// The terms of a text in this field, in order.
    fn terms(self, text: &str) -> Vec<Term> {
        match self {
            Self::Words(language) => terms(language, text),
            Self::Bigrams => bigrams(text),
        }
    }

    /// The language of the texts that the field holds.
    #[must_use]
    pub const fn language(self) -> Language {
        match self {
            Self::Words(language) => language,
            Self::Bigrams => Language::Ja,
        }
    }
}

/// The place of a passage in the index: passages are counted through all documents in their order, from 0.
pub type Ordinal = u32;

/// A term to look for, and how much it counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct WeightedTerm {
    /// Where.
    pub field: Field,
    /// What.
    pub term: TermId,
    /// The factor on its BM25 score, greater than 0.
    pub weight: f32,
}

/// The index of one corpus, in memory.
pub struct Index {
    reader: IndexReader,
    schema: Schema,
    fields: [FieldData; 4],
    passages: Vec<(u32, u32)>,
    /// For each segment, the passages of its documents.
    ordinals: Vec<Vec<Ordinal>>,
    few: Option<Few>,
}

/// The memory that tantivy may use while it builds, in bytes: its least.
const BUILDING_MEMORY: usize = 15_000_000;

impl Index {
    /// Builds the index of `corpus`, in one segment.
    ///
    /// # Errors
    /// Where tantivy fails, as with no memory or no thread to be had.
    pub fn build(corpus: &Corpus) -> Result<Self, TantivyError> {
        let schema = Schema::new();
        let index = tantivy::Index::create_in_ram(schema.all.clone());
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, BUILDING_MEMORY)?;
        // All segments are merged at the end, once; merging some of them before would take them from under it.
        writer.set_merge_policy(Box::new(NoMergePolicy));
        let mut fields: [FieldBuilder; 4] = Default::default();
        let mut passages = Vec::with_capacity(corpus.passage_count());
        for (place, document) in corpus.documents().iter().enumerate() {
            let titles = Field::ALL.map(|field| document.title.get(field.language()).map(|title| field.terms(title)));
            for passage in &document.passages {
                let mut entry = TantivyDocument::new();
                entry.add_u64(schema.ordinal, passages.len() as u64);
                for ((field, data), title) in Field::ALL.into_iter().zip(&mut fields).zip(&titles) {
                    let Some(text) = passage.text.get(field.language()) else {
                        data.push_none();
                        continue;
                    };
                    let asked = passage.asked.get(field.language()).into_iter().flatten();
                    let asked: Vec<Vec<Term>> = asked.map(|phrase| field.terms(phrase)).collect();
                    let mut found = field.terms(text);
                    data.push(field.language(), text, &found, &asked);
                    // A passage is found by its title's words too, and by those that people ask with; how much they count
                    // is not tantivy's to say.
                    found.extend(title.iter().flatten().cloned());
                    found.extend(asked.into_iter().flatten());
                    entry.add_pre_tokenized_text(schema.field(field), schema::pre_tokenized(found));
                }
                writer.add_document(entry)?;
                passages.push((u32::try_from(place).unwrap_or(u32::MAX), passage.number.get() - 1));
            }
            for (data, title) in fields.iter_mut().zip(titles) {
                data.end_document(&title.unwrap_or_default());
            }
        }
        writer.commit()?;
        let segments = index.searchable_segment_ids()?;
        if segments.len() > 1 {
            writer.merge(&segments).wait()?;
        }
        writer.wait_merging_threads()?;
        let reader: IndexReader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let ordinals = reader.searcher().segment_readers().iter().map(ordinals).collect::<Result<_, _>>()?;
        let fields = fields.map(FieldBuilder::finish);
        let few = Few::new(&fields, &passages);
        Ok(Self { reader, schema, fields, passages, ordinals, few })
    }

    /// How many passages there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.passages.len()
    }

    /// Is there no passage.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.passages.is_empty()
    }

    /// Where a passage stands: its document's place in the corpus and its own in the document, both from 0.
    #[must_use]
    pub fn place(&self, passage: Ordinal) -> (usize, usize) {
        let (document, passage) = self.passages[passage as usize];
        (document as usize, passage as usize)
    }

    /// The terms of a field.
    #[must_use]
    pub fn vocabulary(&self, field: Field) -> &Vocabulary {
        &self.fields[field.place()].vocabulary
    }

    /// The terms of a passage in a field, where the passage has it.
    #[must_use]
    pub fn analyzed(&self, field: Field, passage: Ordinal) -> Option<Analyzed<'_>> {
        self.fields[field.place()].analyzed(passage)
    }

    /// The terms of the title of a passage's document, in order; none where it has no title in the field.
    #[must_use]
    pub fn title(&self, field: Field, passage: Ordinal) -> &[TermId] {
        self.fields[field.place()].title(self.place(passage).0)
    }

    /// What people ask that the passage answers, in the field.
    #[must_use]
    pub fn asked(&self, field: Field, passage: Ordinal) -> Phrases<'_> {
        self.fields[field.place()].asked(passage)
    }

    /// How many passages have the field.
    #[must_use]
    pub fn holders(&self, field: Field) -> u32 {
        self.fields[field.place()].holders
    }

    /// How many tokens a passage that has the field holds on average; 1 where none has it.
    #[must_use]
    pub fn average_length(&self, field: Field) -> f32 {
        self.fields[field.place()].average_length()
    }

    /// The `limit` passages in which these terms weigh most by BM25; those that hold any of them, where there are no more.
    /// Their order means nothing.
    #[must_use]
    pub fn candidates(&self, wanted: &[WeightedTerm], limit: usize) -> Vec<Ordinal> {
        if wanted.is_empty() || limit == 0 {
            return Vec::new();
        }
        if let Some(few) = self.few.as_ref().filter(|_| self.len() <= limit) {
            return few.holding(wanted).collect();
        }
        let query = BooleanQuery::new(self.clauses(wanted));
        let found = self.reader.searcher().search(&query, &TopDocs::with_limit(limit).order_by_score());
        let ordinal = |address: DocAddress| self.ordinals[address.segment_ord as usize][address.doc_id as usize];
        match found {
            Ok(found) => found.into_iter().map(|(_, address)| ordinal(address)).collect(),
            Err(error) => {
                // In memory there is no I/O that could fail; said all the same, as silence would hide a fault.
                tracing::error!(%error, "the index could not be searched");
                Vec::new()
            }
        }
    }

    fn clauses(&self, wanted: &[WeightedTerm]) -> Vec<(Occur, Box<dyn Query>)> {
        let mut together: HashMap<(Field, TermId), f32> = HashMap::new();
        for term in wanted {
            let weight = together.entry((term.field, term.term)).or_insert(term.weight);
            *weight = weight.max(term.weight);
        }
        let mut sorted: Vec<_> = together.into_iter().collect();
        sorted.sort_by_key(|((field, term), _)| (field.place(), *term));
        sorted
            .into_iter()
            .map(|((field, term), weight)| {
                let text = self.vocabulary(field).text(term);
                let term = tantivy::Term::from_field_text(self.schema.field(field), text);
                let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                let query: Box<dyn Query> = Box::new(BoostQuery::new(Box::new(query), weight));
                (Occur::Should, query)
            })
            .collect()
    }
}

/// The passages of a segment's documents, in their order there.
fn ordinals(segment: &SegmentReader) -> Result<Vec<Ordinal>, TantivyError> {
    let column = segment.fast_fields().u64(schema::ORDINAL)?;
    Ok((0..segment.max_doc())
        .map(|place| column.first(place).and_then(|ordinal| Ordinal::try_from(ordinal).ok()).unwrap_or_default())
        .collect())
}
