//! The passages, so that a question finds its candidates: a tantivy index, and beside it the analysed passages.
//!
//! tantivy tells which few passages of many are worth a look; the analysed passages tell how each word of a candidate stands
//! to the question. Knows terms and passages; knows nothing of confidence, answers or readers.

mod analyzed;
mod columns;
mod few;
mod field_data;
mod files;
mod keeping;
mod schema;
mod search;
mod vocabulary;

use std::io;
use std::panic::resume_unwind;
use std::thread;

use tantivy::TantivyError;
use tempfile::TempDir;

pub use analyzed::Analyzed;
pub(crate) use columns::{Rows, RowsBuilder, hash_number};
pub use field_data::Phrases;
pub use keeping::{IndexError, Keeping, Progress};
pub use vocabulary::{Similar, TermId, Vocabulary};

use crate::corpus::{Corpus, Document, Passage};
use crate::language::{Language, Term, bigrams, terms};
use few::Few;
pub(crate) use few::{Holding, PhrasesByTerm};
use field_data::{FieldBuilder, FieldData};
use files::{Opener, Saver};
use keeping::{Folder, of_search};
use search::{Search, SearchBuilder};

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

    /// Its name in files and metrics.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Words(language) => language.code(),
            Self::Bigrams => "ja_bigrams",
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

/// The index of one corpus.
pub struct Index {
    finder: Finder,
    fields: [FieldData; 4],
    /// For each passage, its document's place in the corpus and its own in the document.
    passages: Vec<(u32, u32)>,
}

/// How candidates are found.
enum Finder {
    Few(Box<Few>),
    Many(Search),
}

/// Who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// One person, who waits for the first answer: few passages are analysed in two threads, a quarter sooner.
    Asking,
    /// Many, for long: all is analysed in one thread, of which the allocator keeps less, and nothing is put off that the first
    /// question would wait for.
    Serving,
}

impl Index {
    /// Builds the index of `corpus` in memory, in one thread.
    ///
    /// # Errors
    /// Where tantivy fails, as with no memory or no thread to be had.
    pub fn build(corpus: &Corpus) -> Result<Self, TantivyError> {
        Self::build_for(Purpose::Serving, corpus)
    }

    fn build_for(purpose: Purpose, corpus: &Corpus) -> Result<Self, TantivyError> {
        let count = corpus.passage_count();
        let passages = places(corpus);
        if Few::are(count) {
            let fields = analyse(corpus, purpose);
            let finder = Finder::Few(Box::new(Few::new(&fields, &passages)));
            return Ok(Self { finder, fields, passages });
        }
        let search = SearchBuilder::new(count, None)?;
        let fields = gather(corpus, &search, &mut |_| {})?;
        Ok(Self { finder: Finder::Many(search.finish()?), fields, passages })
    }

    /// The index of `corpus`, where that is large the one that is kept as `keeping` says; built where there is none, or none
    /// that can be trusted. For asking, one in memory where the folder cannot be used. `told` hears how that goes.
    ///
    /// # Errors
    /// Where the folder is not ours or cannot be used, and where tantivy fails.
    pub fn open(
        corpus: &Corpus,
        keeping: Option<&Keeping>,
        purpose: Purpose,
        told: &mut dyn FnMut(Progress<'_>),
    ) -> Result<Self, IndexError> {
        let count = corpus.passage_count();
        let Some(keeping) = keeping.filter(|keeping| count > keeping.beyond && !Few::are(count)) else {
            return Ok(Self::build_for(purpose, corpus)?);
        };
        match Self::keep(corpus, keeping, told) {
            // One question needs no kept index.
            Err(error @ IndexError::Folder { .. }) if purpose == Purpose::Asking => {
                told(Progress::Unkept(&error));
                Ok(Self::build_for(purpose, corpus)?)
            }
            kept => kept,
        }
    }

    /// The kept index of a large corpus; built where there is none that can be trusted.
    fn keep(corpus: &Corpus, keeping: &Keeping, told: &mut dyn FnMut(Progress<'_>)) -> Result<Self, IndexError> {
        let count = corpus.passage_count();
        let folder = Folder::claim(&keeping.folder, corpus)?;
        let unusable = |error| IndexError::Folder { folder: keeping.folder.clone(), error };
        let failed = |error| unusable(of_search(error));
        // A good one is used without waiting for who builds another.
        if folder.index().exists()
            && let Ok(index) = Self::kept(corpus, &folder)
        {
            return Ok(index);
        }
        let lock = folder.lock(told).map_err(unusable)?;
        if folder.index().exists() {
            match Self::kept(corpus, &folder) {
                Ok(index) => return Ok(index),
                Err(error) => told(Progress::Broken(&unusable(error))),
            }
        }
        let building = folder.building().map_err(unusable)?;
        let search = SearchBuilder::new(count, Some(building.path())).map_err(failed)?;
        let fields = gather(corpus, &search, &mut |done| told(Progress::Passages(done, count))).map_err(failed)?;
        drop(search.finish().map_err(failed)?);
        save(&fields, &building, folder.fingerprint()).map_err(unusable)?;
        drop(fields);
        folder.place(building).map_err(unusable)?;
        let index = Self::kept(corpus, &folder).map_err(unusable);
        drop(lock);
        index
    }

    /// The index that is kept in `folder`.
    fn kept(corpus: &Corpus, folder: &Folder) -> io::Result<Self> {
        let opener = Opener::new(&folder.index(), folder.fingerprint())?;
        let [id, en, ja, bigrams] = Field::ALL.map(|field| FieldData::open(&opener, field.name()));
        let finder = Finder::Many(Search::open(&folder.index()).map_err(of_search)?);
        Ok(Self { finder, fields: [id?, en?, ja?, bigrams?], passages: places(corpus) })
    }

    /// How many passages there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.passages.len()
    }

    /// Is there no passage.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
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

    /// Makes [`Self::analyzed`] and [`Self::title`] of these passages quick: of many passages, each lies somewhere else in
    /// memory.
    pub(crate) fn read_ahead(&self, field: Field, passages: &[Ordinal]) {
        if matches!(self.finder, Finder::Many(_)) {
            let documents: Vec<u32> = passages.iter().map(|passage| self.passages[*passage as usize].0).collect();
            self.fields[field.place()].read_ahead(passages, &documents);
        }
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

    /// Does any passage carry phrases in `field`.
    pub(crate) fn carries_phrases(&self, field: Field) -> bool {
        self.fields[field.place()].carries_phrases()
    }

    /// Of few passages: the phrases of `field` by their terms. `None` where there are many.
    pub(crate) const fn phrases_by_term(&self, field: Field) -> Option<PhrasesByTerm<'_>> {
        match &self.finder {
            Finder::Few(few) => Some(PhrasesByTerm { few, field }),
            Finder::Many(_) => None,
        }
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

    /// The `limit` passages in which these terms weigh most by BM25; of few passages, all that hold any of them. Their order
    /// means nothing.
    #[must_use]
    pub fn candidates(&self, wanted: &[WeightedTerm], limit: usize) -> Vec<Ordinal> {
        if wanted.is_empty() || limit == 0 {
            return Vec::new();
        }
        match &self.finder {
            Finder::Few(few) => few.holding(wanted).collect(),
            Finder::Many(search) => search.best(wanted, limit, |field| self.vocabulary(field)),
        }
    }
}

/// For each passage, its document's place in the corpus and its own in the document.
fn places(corpus: &Corpus) -> Vec<(u32, u32)> {
    let own = |document: &Document| 0..u32::try_from(document.passages.len()).unwrap_or(u32::MAX);
    (0..).zip(corpus.documents()).flat_map(|(place, document)| own(document).map(move |own| (place, own))).collect()
}

fn save(fields: &[FieldData; 4], folder: &TempDir, fingerprint: &str) -> io::Result<()> {
    let saver = Saver(folder.path());
    for field in Field::ALL {
        fields[field.place()].save(&saver, field.name())?;
    }
    saver.finish(fingerprint)
}

/// Analyses all of few passages.
fn analyse(corpus: &Corpus, purpose: Purpose) -> [FieldData; 4] {
    let one = |field: Field| {
        let mut data = FieldBuilder::default();
        for document in corpus.documents() {
            let title = document.title.get(field.language()).map(|title| field.terms(title)).unwrap_or_default();
            for passage in &document.passages {
                add(passage, field, &mut data);
            }
            data.end_document(&title);
        }
        data.finish()
    };
    if purpose == Purpose::Serving {
        return Field::ALL.map(one);
    }
    let [id, en, ja, bigrams] = Field::ALL;
    thread::scope(|scope| {
        let japanese = scope.spawn(|| [one(ja), one(bigrams)]);
        let [id, en] = [one(id), one(en)];
        let [ja, bigrams] = japanese.join().unwrap_or_else(|panic| resume_unwind(panic));
        [id, en, ja, bigrams]
    })
}

/// Analyses all passages for `search`; `told` hears how many are done.
fn gather(
    corpus: &Corpus,
    search: &SearchBuilder,
    told: &mut dyn FnMut(usize),
) -> Result<[FieldData; 4], TantivyError> {
    let mut fields: [FieldBuilder; 4] = Default::default();
    let mut passages = 0;
    for document in corpus.documents() {
        let title = |field: Field| document.title.get(field.language()).map(|title| field.terms(title));
        let titles = Field::ALL.map(|field| title(field).unwrap_or_default());
        for passage in &document.passages {
            let found = Field::ALL.map(|field| {
                let mut found = add(passage, field, &mut fields[field.place()]);
                if passage.text.get(field.language()).is_some() {
                    found.extend(titles[field.place()].iter().cloned());
                }
                found
            });
            search.push(passages, &found)?;
            passages += 1;
        }
        for (data, title) in fields.iter_mut().zip(&titles) {
            data.end_document(title);
        }
        told(passages as usize);
    }
    Ok(fields.map(FieldBuilder::finish))
}

/// Adds a passage to a field, where it has it. The terms that it is found by beside those of its document's title: those of
/// its text, and of what people ask it with; how much they count is for ranking to say.
fn add(passage: &Passage, field: Field, data: &mut FieldBuilder) -> Vec<Term> {
    let Some(text) = passage.text.get(field.language()) else {
        data.push_none();
        return Vec::new();
    };
    let asked = passage.asked.get(field.language()).into_iter().flatten();
    let asked: Vec<Vec<Term>> = asked.map(|phrase| field.terms(phrase)).collect();
    let mut found = field.terms(text);
    data.push(field.language(), text, &found, &asked);
    found.extend(asked.into_iter().flatten());
    found
}
