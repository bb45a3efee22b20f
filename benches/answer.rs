//! How long an answer takes, from the text of the question to the citation, and its stages apart.
//!
//! `cargo bench --bench answer`; with `KEMBAR_BENCH_MILLION` set, a million passages too. `-- stages` measures those alone.

mod material;

use std::env;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use kembar::answer::{Answerer, Question};
use kembar::index::{Field, Index, WeightedTerm};
use kembar::language::{AnswerKind, Language, asking_clauses, bigrams, detect, is_stop_word, terms};
use material::Material;
use material::generator::generated;

fn main() {
    let mut criterion =
        Criterion::default().warm_up_time(Duration::from_millis(500)).configure_from_args().without_plots();
    let shipped = Material::shipped();
    stages(&mut criterion, &shipped);
    answers(&mut criterion, shipped);
    for material in Language::ALL.into_iter().filter_map(Material::retrieval) {
        answers(&mut criterion, material);
    }
    let millions = env::var_os("KEMBAR_BENCH_MILLION").map(|_| 1_000_000);
    for count in [10_000, 100_000].into_iter().chain(millions) {
        answers(&mut criterion, generated(count, 1));
    }
    criterion.final_summary();
}

/// Whole answers, one question after the other, by language.
fn answers(criterion: &mut Criterion, material: Material) {
    let asked = Language::ALL.map(|language| {
        let question = |text: &str| Question::new(text).for_reader(Some(language));
        material.questions_in(language, 200).into_iter().map(question).collect::<Vec<_>>()
    });
    let answerer = Answerer::new(material.corpus).expect("an index");
    let mut group = criterion.benchmark_group(material.name);
    group.throughput(Throughput::Elements(1));
    for (language, questions) in Language::ALL.iter().zip(asked).filter(|(_, questions)| !questions.is_empty()) {
        let mut next = questions.iter().cycle();
        group.bench_function(format!("answer {language}"), |bencher| {
            bencher.iter_batched(
                || next.next().expect("a question"),
                |question| black_box(answerer.answer(question)),
                criterion::BatchSize::SmallInput,
            );
        });
    }
    group.finish();
}

/// What an answer is made of, as far as it can be asked for alone: each stage on the shipped corpus, for questions in each
/// language.
fn stages(criterion: &mut Criterion, material: &Material) {
    let index = Index::build(&material.corpus).expect("an index");
    let answerer = Answerer::new(Material::shipped().corpus).expect("an index");
    for language in Language::ALL {
        let asked = |text: &str| Question::new(text).for_reader(Some(language));
        let questions: Vec<Question> = material.questions_in(language, 200).into_iter().map(asked).collect();
        let mut group = criterion.benchmark_group(format!("stages, shipped {language}"));
        let mut stage = |name: &str, of: &dyn Fn(&Question)| {
            let mut next = questions.iter().cycle();
            group.bench_function(name, |bencher| bencher.iter(|| of(black_box(next.next().expect("a question")))));
        };
        stage("its language", &|asked| _ = black_box(detect(&asked.text)));
        stage("what is asked for", &|asked| {
            black_box((AnswerKind::of_question(&asked.text), asking_clauses(&asked.text)));
        });
        stage("terms of three languages", &|asked| _ = black_box(Language::ALL.map(|of| terms(of, &asked.text))));
        stage("pairs of characters", &|asked| _ = black_box(bigrams(&asked.text)));
        stage("words alike", &|asked| words_alike(&index, language, &asked.text));
        stage("candidates", &|asked| candidates(&index, language, &asked.text));
        stage("understood and ranked", &|asked| _ = black_box(answerer.sought(asked)));
        stage("ranked and cited", &|asked| _ = black_box(answerer.rank(asked)));
        stage("answer", &|asked| _ = black_box(answerer.answer(asked)));
        group.finish();
    }
}

/// What may stand for each word that tells something.
fn words_alike(index: &Index, language: Language, text: &str) {
    let vocabulary = index.vocabulary(Field::Words(language));
    for term in terms(language, text).iter().filter(|term| !is_stop_word(language, &term.word)) {
        black_box(vocabulary.similar(&term.stem, 0.4, 6));
    }
}

/// The passages that hold any of its words.
fn candidates(index: &Index, language: Language, text: &str) {
    let field = Field::Words(language);
    let found = terms(language, text).into_iter().filter(|term| !is_stop_word(language, &term.word));
    let wanted = found.filter_map(|term| index.vocabulary(field).get(&term.stem));
    let wanted: Vec<WeightedTerm> = wanted.map(|term| WeightedTerm { field, term, weight: 1.0 }).collect();
    black_box(index.candidates(&wanted, 60));
}
