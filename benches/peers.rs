//! A whole answer of Kembar's beside the bare query of what people would take instead, on the same passages and questions.
//!
//! `cargo bench --bench peers`; with `KEMBAR_BENCH_MILLION` set, a million passages too.
//! Each question is asked of all three one after the other, so that what else the machine does hits them alike: the ratios
//! tell, more than the times.

mod material;

use std::env;
use std::hint::black_box;
use std::time::{Duration, Instant};

use kembar::answer::{Answerer, Question};
use kembar::corpus::Corpus;
use kembar::language::{Language, is_cjk};
use material::Material;
use material::generator::{generated, name};
use rusqlite::{Connection, params};
use tantivy::collector::TopDocs;
use tantivy::indexer::NoMergePolicy;
use tantivy::query::QueryParser;
use tantivy::schema::{STORED, Schema, TEXT, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{NgramTokenizer, TextAnalyzer};
use tantivy::{IndexReader, TantivyDocument};

/// How many passages are asked for.
const LIMIT: usize = 5;
/// How many questions are asked in a language.
const QUESTIONS: usize = 400;
/// How long one table line may take, once each question was asked.
const TIME: Duration = Duration::from_secs(20);

fn main() {
    // `cargo test --benches` asks for nothing to be measured.
    if env::args().any(|argument| argument == "--test") {
        return;
    }
    println!(
        "| passages | questions | Kembar p50 | p99 | FTS5 p50 | p99 | tantivy p50 | p99 | Kembar to FTS5, p50 | p99 | to tantivy, p50 | p99 |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    // A part of a name, as cargo hands it on, leaves the others out.
    let wanted = env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    if "shipped".contains(&wanted) {
        compare(Material::shipped());
    }
    for material in Language::ALL.into_iter().filter_map(Material::retrieval) {
        if material.name.contains(&wanted) {
            compare(material);
        }
    }
    let millions = env::var_os("KEMBAR_BENCH_MILLION").map(|_| 1_000_000);
    for count in [10_000, 100_000].into_iter().chain(millions) {
        if name(count).contains(&wanted) {
            compare(generated(count, 1));
        }
    }
}

/// Asks all three, and prints a line for each language.
fn compare(material: Material) {
    let sqlite = Sqlite::new(&material.corpus);
    let floor = Floor::new(&material.corpus);
    let name = material.name.clone();
    let asked = Language::ALL.map(|language| {
        let texts = material.questions_in(language, QUESTIONS);
        texts.into_iter().map(|text| Question::new(text).for_reader(Some(language))).collect::<Vec<_>>()
    });
    let (count, bytes) =
        passages(&material.corpus).fold((0, 0), |(count, bytes), (_, text)| (count + 1, bytes + text.len()));
    let start = Instant::now();
    let answerer = Answerer::new(material.corpus).expect("an index");
    let a_minute = u128::try_from(bytes).unwrap_or_default() * 60 / start.elapsed().as_micros().max(1);
    eprintln!("{name}: {count} texts, {} MB, indexed at {a_minute} MB a minute", bytes / 1_000_000);
    for (language, questions) in Language::ALL.into_iter().zip(asked).filter(|(_, questions)| !questions.is_empty()) {
        let mut times: [Times; 3] = Default::default();
        let start = Instant::now();
        for round in 0..5 {
            for question in &questions {
                let took = [
                    time(|| _ = black_box(answerer.answer(question))),
                    time(|| _ = black_box(sqlite.ask(language, &question.text))),
                    time(|| _ = black_box(floor.ask(language, &question.text))),
                ];
                // The first time warms what is asked.
                for (times, took) in times.iter_mut().zip(took).filter(|_| round > 0) {
                    times.push(took);
                }
            }
            if round > 0 && start.elapsed() > TIME {
                break;
            }
        }
        let [kembar, fts5, floor] = times.map(|mut times| [50, 99].map(|percent| times.percentile(percent)));
        print!("| {name} | {language}");
        for [p50, p99] in [kembar, fts5, floor] {
            print!(" | {p50:.0} µs | {p99:.0} µs");
        }
        for [p50, p99] in [fts5, floor] {
            print!(" | {:.2} | {:.2}", kembar[0] / p50, kembar[1] / p99);
        }
        println!(" |");
    }
}

fn time(of: impl FnOnce()) -> Duration {
    let start = Instant::now();
    of();
    start.elapsed()
}

/// Every passage's text with its language.
fn passages(corpus: &Corpus) -> impl Iterator<Item = (Language, &str)> {
    let passages = corpus.documents().iter().flat_map(|document| &document.passages);
    passages.flat_map(|passage| passage.text.iter()).map(|(language, text)| (language, text.as_str()))
}

/// The words of a question; of a Japanese one, its runs of `length` characters.
fn parts(language: Language, question: &str, length: usize) -> Vec<String> {
    if language != Language::Ja {
        let words = question.split(|character: char| !character.is_alphanumeric());
        return words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    }
    let runs = question.split(|character: char| !is_cjk(character));
    let windows = |run: &str| {
        run.chars().collect::<Vec<_>>().windows(length).map(|part| part.iter().collect()).collect::<Vec<String>>()
    };
    runs.flat_map(windows).collect()
}

/// FTS5 in memory: a table of words for Indonesian and English, one of trigrams for Japanese.
struct Sqlite(Connection);

impl Sqlite {
    fn new(corpus: &Corpus) -> Self {
        let mut connection = Connection::open_in_memory().expect("a database");
        connection
            .execute_batch(
                "CREATE VIRTUAL TABLE words USING fts5(text, tokenize = 'unicode61');
                 CREATE VIRTUAL TABLE trigrams USING fts5(text, tokenize = 'trigram');",
            )
            .expect("tables");
        let writing = connection.transaction().expect("a transaction");
        {
            let mut words = writing.prepare("INSERT INTO words VALUES (?)").expect("a statement");
            let mut trigrams = writing.prepare("INSERT INTO trigrams VALUES (?)").expect("a statement");
            for (language, text) in passages(corpus) {
                let into = if language == Language::Ja { &mut trigrams } else { &mut words };
                into.execute([text]).expect("a row");
            }
        }
        writing.commit().expect("written");
        connection
            .execute_batch(
                "INSERT INTO words(words) VALUES ('optimize'); INSERT INTO trigrams(trigrams) VALUES ('optimize');",
            )
            .expect("one segment");
        Self(connection)
    }

    fn ask(&self, language: Language, question: &str) -> Vec<i64> {
        let quoted: Vec<String> = parts(language, question, 3).iter().map(|part| format!("\"{part}\"")).collect();
        if quoted.is_empty() {
            return Vec::new();
        }
        let statement = if language == Language::Ja {
            "SELECT rowid FROM trigrams WHERE trigrams MATCH ?1 ORDER BY rank LIMIT ?2"
        } else {
            "SELECT rowid FROM words WHERE words MATCH ?1 ORDER BY rank LIMIT ?2"
        };
        let mut statement = self.0.prepare_cached(statement).expect("a statement");
        let rows = statement.query_map(params![quoted.join(" OR "), LIMIT.to_string()], |row| row.get(0));
        rows.expect("rows").filter_map(Result::ok).collect()
    }
}

/// tantivy as it comes: its default tokenizer, and pairs of characters for Japanese.
struct Floor {
    reader: IndexReader,
    words: QueryParser,
    pairs: QueryParser,
}

impl Floor {
    fn new(corpus: &Corpus) -> Self {
        let mut schema = Schema::builder();
        let words = schema.add_text_field("words", TEXT);
        let of_pairs = TextFieldIndexing::default().set_tokenizer("pairs");
        let pairs = schema.add_text_field("pairs", TextOptions::default().set_indexing_options(of_pairs));
        let place = schema.add_u64_field("place", STORED);
        let index = tantivy::Index::create_in_ram(schema.build());
        let of_two = NgramTokenizer::new(2, 2, false).expect("pairs");
        index.tokenizers().register("pairs", TextAnalyzer::from(of_two));
        let mut writer = index.writer_with_num_threads::<TantivyDocument>(1, 50_000_000).expect("a writer");
        writer.set_merge_policy(Box::new(NoMergePolicy));
        for (number, (language, text)) in passages(corpus).enumerate() {
            let mut entry = TantivyDocument::new();
            entry.add_u64(place, number as u64);
            entry.add_text(if language == Language::Ja { pairs } else { words }, text);
            writer.add_document(entry).expect("a document");
        }
        writer.commit().expect("written");
        let segments = index.searchable_segment_ids().expect("segments");
        if segments.len() > 1 {
            writer.merge(&segments).wait().expect("merged");
        }
        writer.wait_merging_threads().expect("merged");
        let parser = |field| QueryParser::for_index(&index, vec![field]);
        Self { reader: index.reader().expect("a reader"), words: parser(words), pairs: parser(pairs) }
    }

    fn ask(&self, language: Language, question: &str) -> usize {
        let parser = if language == Language::Ja { &self.pairs } else { &self.words };
        let query = parser.parse_query_lenient(&parts(language, question, 2).join(" ")).0;
        let found = self.reader.searcher().search(&query, &TopDocs::with_limit(LIMIT).order_by_score());
        found.expect("an index in memory").len()
    }
}

/// Times of one thing done many times.
#[derive(Default)]
struct Times(Vec<Duration>);

impl Times {
    fn push(&mut self, time: Duration) {
        self.0.push(time);
    }

    /// The time that `percent` of all stay below, in microseconds; 0 where nothing was timed.
    fn percentile(&mut self, percent: usize) -> f64 {
        self.0.sort_unstable();
        let place = (self.0.len() * percent / 100).min(self.0.len().saturating_sub(1));
        self.0.get(place).map_or(0.0, |time| time.as_secs_f64() * 1e6)
    }
}
