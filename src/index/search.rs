//! Many passages, found by BM25: a tantivy index of one segment.

use std::collections::HashMap;
use std::io;
use std::path::Path;
use std::sync::Arc;

use tantivy::collector::TopDocs;
use tantivy::directory::error::{DeleteError, LockError, OpenReadError, OpenWriteError};
use tantivy::directory::{
    Directory, DirectoryLock, FileHandle, Lock, MmapDirectory, WatchCallback, WatchHandle, WritePtr,
};
use tantivy::indexer::NoMergePolicy;
use tantivy::query::{BooleanQuery, BoostQuery, Occur, Query, TermQuery};
use tantivy::schema::IndexRecordOption;
use tantivy::tokenizer::TextAnalyzer;
use tantivy::{DocAddress, IndexReader, IndexWriter, ReloadPolicy, SegmentReader, TantivyDocument, TantivyError};

use super::schema::{self, BetweenTerms, Schema};
use super::{Field, Ordinal, TermId, Vocabulary, WeightedTerm};
use crate::language::Term;

/// The least and the most memory that tantivy may use while it builds, in bytes.
const BUILDING_MEMORY: (usize, usize) = (15_000_000, 400_000_000);
/// What a passage takes of it, about.
const OF_A_PASSAGE: usize = 2_000;

/// The passages as they are gathered.
pub(super) struct SearchBuilder {
    index: tantivy::Index,
    schema: Schema,
    writer: IndexWriter,
}

impl SearchBuilder {
    /// For so many passages; in memory, or in a folder that is empty.
    pub(super) fn new(passages: usize, folder: Option<&Path>) -> Result<Self, TantivyError> {
        let schema = Schema::new();
        let index = match folder {
            Some(folder) => tantivy::Index::create_in_dir(folder, schema.all.clone())?,
            None => tantivy::Index::create_in_ram(schema.all.clone()),
        };
        index.tokenizers().register(schema::TERMS, TextAnalyzer::from(BetweenTerms::default()));
        let memory = (passages * OF_A_PASSAGE).clamp(BUILDING_MEMORY.0, BUILDING_MEMORY.1);
        let writer = index.writer_with_num_threads(1, memory)?;
        // All segments are merged at the end, once; merging some of them before would take them from under it.
        writer.set_merge_policy(Box::new(NoMergePolicy));
        Ok(Self { index, schema, writer })
    }

    /// Adds a passage, which is found by these terms of each field.
    pub(super) fn push(&self, passage: Ordinal, terms: &[Vec<Term>; 4]) -> Result<(), TantivyError> {
        let mut entry = TantivyDocument::new();
        entry.add_u64(self.schema.ordinal, u64::from(passage));
        for field in Field::ALL {
            let terms = &terms[field.place()];
            if !terms.is_empty() {
                entry.add_text(self.schema.field(field), schema::joined(terms));
            }
        }
        self.writer.add_document(entry)?;
        Ok(())
    }

    /// Writes what was gathered.
    pub(super) fn finish(mut self) -> Result<Search, TantivyError> {
        self.writer.commit()?;
        let segments = self.index.searchable_segment_ids()?;
        if segments.len() > 1 {
            self.writer.merge(&segments).wait()?;
        }
        self.writer.garbage_collect_files().wait()?;
        self.writer.wait_merging_threads()?;
        Search::new(&self.index, self.schema)
    }
}

/// The passages, to be searched.
pub(super) struct Search {
    reader: IndexReader,
    schema: Schema,
    /// For each segment, the passages of its documents.
    ordinals: Vec<Vec<Ordinal>>,
}

impl Search {
    /// The passages that were written into `folder`.
    pub(super) fn open(folder: &Path) -> Result<Self, TantivyError> {
        Self::new(&tantivy::Index::open(Written(MmapDirectory::open(folder)?))?, Schema::new())
    }

    fn new(index: &tantivy::Index, schema: Schema) -> Result<Self, TantivyError> {
        let reader: IndexReader = index.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        let ordinals = reader.searcher().segment_readers().iter().map(ordinals).collect::<Result<_, _>>()?;
        Ok(Self { reader, schema, ordinals })
    }

    /// The `limit` passages in which these terms weigh most by BM25, the best first.
    pub(super) fn best<'v>(
        &self,
        wanted: &[WeightedTerm],
        limit: usize,
        vocabulary: impl Fn(Field) -> &'v Vocabulary,
    ) -> Vec<Ordinal> {
        let query = BooleanQuery::new(self.clauses(wanted, vocabulary));
        let found = self.reader.searcher().search(&query, &TopDocs::with_limit(limit).order_by_score());
        let ordinal = |address: DocAddress| self.ordinals[address.segment_ord as usize][address.doc_id as usize];
        match found {
            Ok(found) => found.into_iter().map(|(_, address)| ordinal(address)).collect(),
            Err(error) => {
                // Reading a kept index from its files may fail, in memory nothing does; silence would hide a fault.
                tracing::error!(%error, "the index could not be searched");
                Vec::new()
            }
        }
    }

    fn clauses<'v>(
        &self,
        wanted: &[WeightedTerm],
        vocabulary: impl Fn(Field) -> &'v Vocabulary,
    ) -> Vec<(Occur, Box<dyn Query>)> {
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
                let term = tantivy::Term::from_field_text(self.schema.field(field), vocabulary(field).text(term));
                let query = TermQuery::new(term, IndexRecordOption::WithFreqs);
                let query: Box<dyn Query> = Box::new(BoostQuery::new(Box::new(query), weight));
                (Occur::Should, query)
            })
            .collect()
    }
}

/// A folder that is written no more, and is opened without a lock: a lock is a file, which needs the right to write, and is in
/// the way of who removes the folder.
#[derive(Debug, Clone)]
struct Written(MmapDirectory);

impl Directory for Written {
    fn get_file_handle(&self, path: &Path) -> Result<Arc<dyn FileHandle>, OpenReadError> {
        self.0.get_file_handle(path)
    }

    fn delete(&self, path: &Path) -> Result<(), DeleteError> {
        self.0.delete(path)
    }

    fn exists(&self, path: &Path) -> Result<bool, OpenReadError> {
        self.0.exists(path)
    }

    fn open_write(&self, path: &Path) -> Result<WritePtr, OpenWriteError> {
        self.0.open_write(path)
    }

    fn atomic_read(&self, path: &Path) -> Result<Vec<u8>, OpenReadError> {
        self.0.atomic_read(path)
    }

    fn atomic_write(&self, path: &Path, data: &[u8]) -> io::Result<()> {
        self.0.atomic_write(path, data)
    }

    fn sync_directory(&self) -> io::Result<()> {
        self.0.sync_directory()
    }

    fn acquire_lock(&self, _: &Lock) -> Result<DirectoryLock, LockError> {
        Ok(DirectoryLock::from(Box::new(())))
    }

    fn watch(&self, changed: WatchCallback) -> tantivy::Result<WatchHandle> {
        self.0.watch(changed)
    }
}

/// The passages of a segment's documents, in their order there.
fn ordinals(segment: &SegmentReader) -> Result<Vec<Ordinal>, TantivyError> {
    let column = segment.fast_fields().u64(schema::ORDINAL)?;
    Ok((0..segment.max_doc())
        .map(|place| column.first(place).and_then(|ordinal| Ordinal::try_from(ordinal).ok()).unwrap_or_default())
        .collect())
}
