//! Questions as people type them, asked of the shipped corpus: how many find their passage, and how many that the corpus
//! does not answer are told so.
//!
//! `tests/questions/` holds them: `QUESTION | PASSAGE …` a line, of which any passage answers; and `LANGUAGE QUESTION`.
//! None of them was used to tune anything. The least shares are what is reached: they keep it from getting lost.

use kembar::answer::{Answerer, Outcome, Question};
use kembar::corpus::{Corpus, Document, Glossary, Passage, Source};
use kembar::language::{ByLanguage, Language};

fn answerer() -> Answerer {
    Answerer::new(Source::Embedded.read().expect("the embedded corpus is sound")).expect("its index is built")
}

/// The share of `all`, in percent.
fn percent(part: usize, all: usize) -> usize {
    part * 100 / all
}

#[test]
fn questions_find_their_passage() {
    let answerer = answerer();
    for (language, lines, least_first, least_answered) in [
        ("id", include_str!("../questions/answerable_id.txt"), 90, 95),
        ("en", include_str!("../questions/answerable_en.txt"), 80, 88),
        ("ja", include_str!("../questions/answerable_ja.txt"), 83, 90),
    ] {
        let (mut asked, mut first, mut not_found) = (0, 0, 0);
        for line in lines.lines() {
            let (question, passages) = line.split_once(" | ").expect("a question and its passages");
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages().first().map(|best| best.citation.passage.to_string());
            asked += 1;
            first += usize::from(best.is_some_and(|best| passages.split(' ').any(|passage| passage == best)));
            not_found += usize::from(matches!(answer.outcome, Outcome::NotFound(_)));
        }
        let replied = asked - not_found;
        println!("{language}: {asked} asked, right passage first {first}, answered {replied}");
        assert!(asked >= 60, "{language}");
        assert!(percent(first, asked) >= least_first, "{language}: {first} of {asked} right");
        assert!(percent(replied, asked) >= least_answered, "{language}: {replied} of {asked} answered");
    }
}

#[test]
fn what_the_corpus_does_not_answer_is_mostly_not_found() {
    let answerer = answerer();
    let lines = include_str!("../questions/unanswerable.txt").lines();
    let outcomes: Vec<_> = lines
        .map(|line| answerer.answer(&Question::new(line.split_once(' ').expect("a language and a question").1)).outcome)
        .collect();
    let not_found = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::NotFound(_))).count();
    let found = outcomes.iter().filter(|outcome| matches!(outcome, Outcome::Found { .. })).count();
    println!("{} asked, not found {not_found}, wrongly found {found}", outcomes.len());
    assert!(outcomes.len() >= 60);
    assert!(percent(not_found, outcomes.len()) >= 75, "{not_found} of {} not found", outcomes.len());
    assert!(percent(found, outcomes.len()) <= 12, "{found} of {} found", outcomes.len());
}

/// The shipped corpus with its Indonesian alone, as documents of an operator may be.
fn indonesian_alone(corpus: &Corpus, glossary: Glossary) -> Answerer {
    let only = |text: &ByLanguage<String>| {
        let indonesian = text.get(Language::Id).expect("each has Indonesian").clone();
        [(Language::Id, indonesian)].into_iter().collect::<ByLanguage<String>>()
    };
    let passage = |passage: &Passage| Passage {
        number: passage.number,
        text: only(&passage.text),
        asked: ByLanguage::default(),
    };
    let documents = corpus.documents().iter().map(|document| Document {
        title: only(&document.title),
        passages: document.passages.iter().map(passage).collect(),
        questions: ByLanguage::default(),
        ..document.clone()
    });
    Answerer::new(Corpus::new(documents.collect(), glossary)).expect("its index is built")
}

/// Of the corpus's own English and Japanese questions: how many have their document among the first three, and how many
/// there are.
fn found_across_languages(corpus: &Corpus, answerer: &Answerer) -> (usize, usize) {
    let (mut found, mut asked) = (0, 0);
    for document in corpus.documents() {
        for language in [Language::En, Language::Ja] {
            for question in document.questions.get(language).into_iter().flatten() {
                let ranked = answerer.rank(&Question::new(question).limited_to(3));
                asked += 1;
                found += usize::from(ranked.iter().any(|passage| passage.citation.passage.document == document.id));
            }
        }
    }
    (found, asked)
}

#[test]
fn english_and_japanese_questions_find_indonesian_passages_by_the_glossary() {
    let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
    let (with, asked) = found_across_languages(&corpus, &indonesian_alone(&corpus, corpus.glossary().clone()));
    let (without, _) = found_across_languages(&corpus, &indonesian_alone(&corpus, Glossary::default()));
    println!("recall@3 across languages: {with} of {asked} with the glossary, {without} without");
    assert!(asked >= 50);
    assert!(percent(with, asked) >= 85, "{with} of {asked}");
    assert!(with > without);
}
