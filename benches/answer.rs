//! How long an answer takes, from the text of the question to the citation, and its stages apart.
//!
//! `cargo bench --bench answer`; with `KEMBAR_BENCH_MILLION` set, a million passages too.

mod material;

use std::env;
use std::hint::black_box;
use std::time::Duration;

use criterion::{Criterion, Throughput};
use kembar::answer::{Answerer, Question};
use kembar::index::{Field, Index, WeightedTerm};
use kembar::language::{Language, bigrams, detect, is_stop_word, terms};
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

/// What an answer is made of, as far as it can be asked for alone.
fn stages(criterion: &mut Criterion, material: &Material) {
    let index = Index::build(&material.corpus).expect("an index");
    let questions: Vec<&str> = material.questions_in(Language::Id, 200);
    let mut group = criterion.benchmark_group("stages, shipped id");
    let mut stage = |name: &str, of: &mut dyn FnMut(&str)| {
        let mut next = questions.iter().cycle();
        group.bench_function(name, |bencher| bencher.iter(|| of(black_box(next.next().expect("a question")))));
    };
    stage("language", &mut |text| _ = black_box(detect(text)));
    for language in Language::ALL {
        stage(&format!("terms {language}"), &mut |text| _ = black_box(terms(language, text)));
    }
    stage("bigrams", &mut |text| _ = black_box(bigrams(text)));
    let field = Field::Words(Language::Id);
    let vocabulary = index.vocabulary(field);
    stage("words alike", &mut |text| {
        for term in text.split(' ').filter(|word| word.len() > 3) {
            black_box(vocabulary.similar(term, 0.4, 6));
        }
    });
    stage("candidates", &mut |text| {
        let found = terms(Language::Id, text).into_iter().filter(|term| !is_stop_word(Language::Id, &term.word));
        let wanted = found.filter_map(|term| vocabulary.get(&term.stem));
        let wanted: Vec<WeightedTerm> = wanted.map(|term| WeightedTerm { field, term, weight: 1.0 }).collect();
        black_box(index.candidates(&wanted, 60));
    });
    group.finish();
}
