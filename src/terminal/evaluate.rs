//! `kembar evaluate`: how well passages are found, on questions whose passages are known.

use std::fs;
use std::path::Path;
use std::time::Instant;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{FAULT, FOUND, json};
use crate::answer::{Answerer, Outcome, Question};
use crate::corpus::{Corpus, Document, Glossary, Kind, Passage, PassageNumber};
use crate::language::{ByLanguage, Folded, Language, is_cjk};

#[derive(Deserialize)]
struct Paragraph {
    id: u64,
    language: Language,
    title: String,
    text: String,
}

#[derive(Deserialize)]
struct Asked {
    text: String,
    gold: u64,
    answers: Vec<String>,
    answerable: bool,
}

/// What was measured. Shares are 0 to 1, over the answerable questions; what cannot be measured yet is null.
#[derive(Debug, Serialize)]
struct Figures {
    questions: usize,
    recall_at_1: Option<f64>,
    recall_at_5: Option<f64>,
    mrr_at_10: Option<f64>,
    sentence_hit: Option<f64>,
    span_coverage: Option<f64>,
    span_precision: Option<f64>,
    /// The probability that an answerable question gets more confidence than one that is not.
    auroc: Option<f64>,
    coverage_at_95_precision: Option<f64>,
    p50_us: Option<u64>,
    p99_us: Option<u64>,
}

pub(super) fn run(paragraphs: &Path, questions: &Path, as_json: bool) -> u8 {
    match measure(paragraphs, questions) {
        Ok(figures) if as_json => anstream::println!("{}", json::harmless_line(&figures)),
        Ok(figures) => anstream::println!("{figures:#?}"),
        Err(message) => {
            anstream::eprintln!("{message}");
            return FAULT;
        }
    }
    FOUND
}

fn measure(paragraphs: &Path, questions: &Path) -> Result<Figures, String> {
    let paragraphs: Vec<Paragraph> = read_lines(paragraphs)?;
    let questions: Vec<Asked> = read_lines(questions)?;
    let language = paragraphs.first().map(|paragraph| paragraph.language);
    let documents = paragraphs.into_iter().map(document).collect::<Result<Vec<_>, _>>()?;
    let ids: std::collections::HashSet<_> = documents.iter().map(|document| &document.id).collect();
    if ids.len() < documents.len() {
        return Err("A paragraph's id is used twice; each has to have its own.".to_owned());
    }
    let answerer =
        Answerer::new(Corpus::new(documents, Glossary::default())).map_err(|error| format!("No index: {error}"))?;
    let (mut at_1, mut at_5, mut reciprocal, mut sentence) = (0_u32, 0_u32, 0.0, 0_u32);
    let mut spans: Vec<f64> = Vec::new();
    let (mut confident, mut doubtful, mut times) = (Vec::new(), Vec::new(), Vec::new());
    for asked in &questions {
        let question = Question::new(&asked.text).for_reader(language).limited_to(10);
        let start = Instant::now();
        let answer = answerer.answer(&question);
        times.push(u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX));
        if !asked.answerable {
            doubtful.push(answer.confidence);
            continue;
        }
        confident.push(answer.confidence);
        if let Outcome::Found { passages, span: Some(span) } = &answer.outcome {
            let given = &passages.best().text[span.clone()];
            spans.push(asked.answers.iter().map(|gold| token_f1(given, gold)).fold(0.0, f64::max));
        }
        let ranked = answerer.rank(&question);
        let gold = name(asked.gold);
        if let Some(place) = ranked.iter().position(|passage| passage.citation.passage.document.as_str() == gold) {
            at_1 += u32::from(place == 0);
            at_5 += u32::from(place < 5);
            reciprocal += 1.0 / f64::from(u32::try_from(place + 1).unwrap_or(u32::MAX));
        }
        let best = ranked.first().map(|passage| passage.best_sentence().to_lowercase()).unwrap_or_default();
        sentence += u32::from(asked.answers.iter().any(|answer| best.contains(&answer.to_lowercase())));
    }
    let count = u32::try_from(confident.len()).ok().filter(|count| *count > 0).map(f64::from);
    let share = |part: f64| count.map(|count| part / count);
    times.sort_unstable();
    Ok(Figures {
        questions: questions.len(),
        recall_at_1: share(f64::from(at_1)),
        recall_at_5: share(f64::from(at_5)),
        mrr_at_10: share(reciprocal),
        sentence_hit: share(f64::from(sentence)),
        span_coverage: share(length(spans.len())),
        span_precision: (!spans.is_empty()).then(|| spans.iter().sum::<f64>() / length(spans.len())),
        auroc: auroc(&confident, &doubtful),
        coverage_at_95_precision: None,
        p50_us: times.get(times.len() / 2).copied(),
        p99_us: times.get(times.len() * 99 / 100).copied(),
    })
}

fn read_lines<T: DeserializeOwned>(path: &Path) -> Result<Vec<T>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{} cannot be read: {error}", path.display()))?;
    text.lines()
        .enumerate()
        .filter(|(_, line)| !line.trim().is_empty())
        .map(|(place, line)| {
            serde_json::from_str(line).map_err(|error| format!("{}:{}: {error}", path.display(), place + 1))
        })
        .collect()
}

fn name(paragraph: u64) -> String {
    format!("p{paragraph:09}")
}

fn document(paragraph: Paragraph) -> Result<Document, String> {
    let only = |text: String| [(paragraph.language, text)].into_iter().collect::<ByLanguage<String>>();
    Ok(Document {
        id: name(paragraph.id).parse().map_err(|error| format!("Paragraph {}: {error}", paragraph.id))?,
        title: only(paragraph.title),
        publisher: String::new(),
        published: None,
        url: "https://example.org/".to_owned(),
        kind: Kind::Verbatim,
        rights: None,
        passages: vec![Passage { number: PassageNumber::from_index(0), text: only(paragraph.text) }],
        questions: ByLanguage::default(),
    })
}

fn length(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// How much two texts share, 0 to 1: the harmonic mean of the shares of their words that they have in common, in any order,
/// as `SQuAD` measures it (Rajpurkar et al. 2016). Japanese is taken by characters.
fn token_f1(given: &str, gold: &str) -> f64 {
    let given = comparable(given);
    let mut left = comparable(gold);
    let (given_length, gold_length) = (length(given.len()), length(left.len()));
    let common = given
        .iter()
        .filter(|token| left.iter().position(|other| other == *token).map(|at| left.swap_remove(at)).is_some());
    let common = length(common.count());
    if common == 0.0 { 0.0 } else { 2.0 * common / (given_length + gold_length) }
}

fn comparable(text: &str) -> Vec<String> {
    let folded = Folded::new(text);
    let words = folded.as_str().split(|character: char| !character.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.filter(|word| !matches!(*word, "a" | "an" | "the"));
    words
        .flat_map(|word| {
            if word.chars().any(is_cjk) { word.chars().map(String::from).collect() } else { vec![word.to_owned()] }
        })
        .collect()
}

/// The area under the ROC curve: how often a confidence of `yes` is above one of `no`, equal ones counted half.
fn auroc(yes: &[f32], no: &[f32]) -> Option<f64> {
    if yes.is_empty() || no.is_empty() {
        return None;
    }
    let mut above = 0.0;
    for a in yes {
        for b in no {
            above += if a > b { 1.0 } else { f64::from(u8::from(a.total_cmp(b).is_eq())) / 2.0 };
        }
    }
    let pairs = u32::try_from(yes.len() * no.len()).ok()?;
    Some(above / f64::from(pairs))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn auroc_is_one_where_confidence_tells_and_a_half_where_it_does_not() {
        assert_eq!(auroc(&[0.9, 0.8], &[0.1]), Some(1.0));
        assert_eq!(auroc(&[0.5], &[0.5]), Some(0.5));
        assert_eq!(auroc(&[0.1], &[0.9]), Some(0.0));
        assert_eq!(auroc(&[], &[0.9]), None);
    }
}
