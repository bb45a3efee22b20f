//! `kembar evaluate`: how well passages are found, on questions whose passages are known.

mod lines;

use std::collections::HashMap;
use std::path::PathBuf;
use std::time::Instant;

use indicatif::ProgressBar;
use serde::Serialize;
use unicode_segmentation::UnicodeSegmentation as _;

use self::lines::{FromLine, Keys};
use super::harmless::harmless;
use super::{FAULT, FOUND, json, output};
use crate::answer::{Answerer, Question};
use crate::corpus::{Corpus, Document, Glossary, Kind, Passage, PassageNumber, squeezed};
use crate::language::{ByLanguage, Folded, Language, is_cjk, words_of};

struct Paragraph {
    id: u64,
    language: Language,
    title: String,
    text: String,
}

impl FromLine for Paragraph {
    const KEYS: &'static str = "id, language, title and text";

    fn from_line(keys: &Keys) -> Result<Self, String> {
        let (id, language) = (keys.number("id")?, keys.language("language")?);
        Ok(Self { id, language, title: keys.text("title")?, text: keys.text("text")? })
    }
}

struct Asked {
    text: String,
    gold: u64,
    answers: Vec<String>,
    answerable: bool,
}

impl FromLine for Asked {
    const KEYS: &'static str = "text, gold, answers and answerable";

    fn from_line(keys: &Keys) -> Result<Self, String> {
        let (text, gold) = (keys.text("text")?, keys.number("gold")?);
        Ok(Self { text, gold, answers: keys.texts("answers")?, answerable: keys.is("answerable")? })
    }
}

/// What was measured. Shares are 0 to 1, over the answerable questions; what cannot be measured yet is null.
#[derive(Serialize)]
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
    /// How true confidence is, in tenths of it; those that no question fell in are left out.
    reliability: Vec<Bin>,
    p50_us: Option<u64>,
    p99_us: Option<u64>,
}

/// The questions whose confidence lies within one tenth.
#[derive(Serialize)]
struct Bin {
    /// Their mean confidence.
    confidence: f64,
    /// The share of them that the first passage answers.
    right: f64,
    questions: usize,
}

/// What to measure on.
pub(super) struct Options {
    pub(super) paragraphs: PathBuf,
    pub(super) questions: PathBuf,
    /// The seed of the typos, where there are to be any.
    pub(super) typos: Option<u64>,
    /// Which questions to ask; all where it is not said.
    pub(super) half: Option<Half>,
}

/// Every other question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Half {
    /// The first, the third, and so on: those whose place, counted from 0, is even.
    Even,
    /// The others.
    Odd,
}

pub(super) fn run(options: &Options, as_json: bool) -> u8 {
    match measure(options) {
        Ok(figures) if as_json => output::show(&(json::harmless_line(&figures) + "\n"), FOUND),
        Ok(figures) => output::show(&table(&figures), FOUND),
        Err(message) => {
            output::complain(harmless(&message));
            FAULT
        }
    }
}

/// The figures for people, a line each; what could not be measured as a dash.
fn table(figures: &Figures) -> String {
    let share = |share: Option<f64>| share.map_or_else(|| "-".to_owned(), |share| format!("{share:.3}"));
    let time = |time: Option<u64>| time.map_or_else(|| "-".to_owned(), |time| format!("{time} µs"));
    let rows = [
        ("questions", figures.questions.to_string()),
        ("recall@1", share(figures.recall_at_1)),
        ("recall@5", share(figures.recall_at_5)),
        ("MRR@10", share(figures.mrr_at_10)),
        ("best sentence holds the answer", share(figures.sentence_hit)),
        ("a span is given", share(figures.span_coverage)),
        ("its token F1 where given", share(figures.span_precision)),
        ("AUROC", share(figures.auroc)),
        ("coverage at 95 % precision", share(figures.coverage_at_95_precision)),
        ("p50", time(figures.p50_us)),
        ("p99", time(figures.p99_us)),
    ];
    let rows = rows.iter().map(|(name, value)| format!("{name:<32}{value:>10}\n"));
    let bins = figures.reliability.iter().map(|bin| {
        let Bin { confidence, right, questions } = bin;
        format!("confidence {confidence:.2}: right {right:.2} of {questions}\n")
    });
    rows.chain(bins).collect()
}

/// The paragraphs, each with an id of its own, and the questions, each with a paragraph where it can be answered.
fn read(options: &Options) -> Result<(Vec<Paragraph>, Vec<Asked>), String> {
    let paragraphs: Vec<(usize, Paragraph)> = lines::read(&options.paragraphs)?;
    let questions: Vec<(usize, Asked)> = lines::read(&options.questions)?;
    let mut lines_of = HashMap::new();
    for (number, Paragraph { id, .. }) in &paragraphs {
        if let Some(first) = lines_of.insert(*id, *number) {
            let fault = format!("the `id` {id} is that of line {first} too; each paragraph has to have its own");
            return Err(lines::at(&options.paragraphs, *number, &fault));
        }
    }
    for (number, Asked { gold, answerable, .. }) in &questions {
        if *answerable && !lines_of.contains_key(gold) {
            let fault = format!("`gold` is {gold}, which is the id of no paragraph");
            return Err(lines::at(&options.questions, *number, &fault));
        }
    }
    let values = questions.into_iter().map(|(_, asked)| asked).collect();
    Ok((paragraphs.into_iter().map(|(_, paragraph)| paragraph).collect(), values))
}

fn measure(options: &Options) -> Result<Figures, String> {
    let (paragraphs, mut questions) = read(options)?;
    if let Some(half) = options.half {
        let mut place = 0_usize;
        questions.retain(|_| {
            place += 1;
            (place % 2 == 1) == (half == Half::Even)
        });
    }
    if let Some(seed) = options.typos {
        let mut random = fastrand::Rng::with_seed(seed);
        for question in &mut questions {
            question.text = with_typo(&question.text, &mut random);
        }
    }
    let language = paragraphs.first().map(|paragraph| paragraph.language);
    let documents = paragraphs.into_iter().map(document).collect::<Result<Vec<_>, _>>()?;
    let answerer =
        Answerer::new(Corpus::new(documents, Glossary::default())).map_err(|error| format!("No index: {error}"))?;
    let (mut at_1, mut at_5, mut reciprocal, mut sentence) = (0_u32, 0_u32, 0.0, 0_u32);
    let mut spans: Vec<f64> = Vec::new();
    let mut right = Vec::new();
    let (mut confident, mut doubtful, mut times) = (Vec::new(), Vec::new(), Vec::new());
    // Drawn at a terminal alone, and on standard error.
    let bar = ProgressBar::new(u64::try_from(questions.len()).unwrap_or(u64::MAX));
    for asked in &questions {
        bar.inc(1);
        let question = Question::new(&asked.text).for_reader(language).limited_to(10);
        let start = Instant::now();
        let answer = answerer.answer(&question);
        times.push(u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX));
        if !asked.answerable {
            doubtful.push(answer.confidence);
            continue;
        }
        if let Some((best, [span, ..])) = answer.answering().next() {
            let given = &best.text[span.clone()];
            spans.push(asked.answers.iter().map(|gold| token_f1(given, gold)).fold(0.0, f64::max));
        }
        let ranked = answerer.rank(&question);
        let gold = name(asked.gold);
        let is_right = ranked.first().is_some_and(|best| best.citation.passage.document.as_str() == gold);
        confident.push(answer.confidence);
        right.push(is_right);
        if let Some(place) = ranked.iter().position(|passage| passage.citation.passage.document.as_str() == gold) {
            at_1 += u32::from(place == 0);
            at_5 += u32::from(place < 5);
            reciprocal += 1.0 / f64::from(u32::try_from(place + 1).unwrap_or(u32::MAX));
        }
        let best = ranked.first().map(|passage| passage.best_sentence().to_lowercase()).unwrap_or_default();
        sentence += u32::from(asked.answers.iter().any(|answer| best.contains(&answer.to_lowercase())));
    }
    bar.finish_and_clear();
    let all = confident.iter().copied().zip(right).chain(doubtful.iter().map(|confidence| (*confidence, false)));
    let all: Vec<(f32, bool)> = all.collect();
    let reliability = reliability(&all);
    let coverage_at_95_precision = coverage_at(0.95, all);
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
        coverage_at_95_precision,
        reliability,
        p50_us: times.get(times.len() / 2).copied(),
        p99_us: times.get(times.len() * 99 / 100).copied(),
    })
}

fn reliability(all: &[(f32, bool)]) -> Vec<Bin> {
    let bin = |tenth: u8| {
        let within = all.iter().filter(|(confidence, _)| {
            let lowest = f32::from(tenth) / 10.0;
            *confidence >= lowest && (*confidence < lowest + 0.1 || tenth == 9)
        });
        let within: Vec<_> = within.collect();
        let count = length(within.len());
        let confidence: f64 = within.iter().map(|(confidence, _)| f64::from(*confidence)).sum();
        let right = length(within.iter().filter(|(_, is_right)| *is_right).count());
        (!within.is_empty()).then(|| Bin {
            confidence: confidence / count,
            right: right / count,
            questions: within.len(),
        })
    };
    (0..10).filter_map(bin).collect()
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
        passages: vec![Passage {
            number: PassageNumber::from_index(0),
            text: only(squeezed(&paragraph.text)),
            asked: ByLanguage::default(),
        }],
        questions: ByLanguage::default(),
        untold: ByLanguage::default(),
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
    let words = words_of(folded.as_str()).filter(|word| !matches!(*word, "a" | "an" | "the"));
    words
        .flat_map(|word| {
            if word.chars().any(is_cjk) { word.chars().map(String::from).collect() } else { vec![word.to_owned()] }
        })
        .collect()
}

/// The question with one slip in one word of five letters or more: a letter dropped, swapped with the next, or replaced; as it
/// is where it has no such word.
fn with_typo(text: &str, random: &mut fastrand::Rng) -> String {
    let long: Vec<_> = text.unicode_word_indices().filter(|(_, word)| word.chars().count() >= 5).collect();
    let latin: Vec<_> = long.into_iter().filter(|(_, word)| word.chars().all(char::is_alphabetic)).collect();
    let Some((start, word)) = random.choice(latin) else { return text.to_owned() };
    let mut letters: Vec<char> = word.chars().collect();
    let at = random.usize(..letters.len() - 1);
    match random.u8(..3) {
        0 => _ = letters.remove(at),
        1 => letters.swap(at, at + 1),
        _ => letters[at] = random.lowercase(),
    }
    let slipped: String = letters.into_iter().collect();
    format!("{}{slipped}{}", &text[..start], &text[start + word.len()..])
}

/// The largest share of questions that can be answered, the most confident first, with at least `precision` of the answers
/// right; `None` where there are no questions.
fn coverage_at(precision: f64, mut answers: Vec<(f32, bool)>) -> Option<f64> {
    answers.sort_by(|a, b| b.0.total_cmp(&a.0));
    let (mut right, mut covered) = (0_usize, 0);
    for (place, (confidence, is_right)) in answers.iter().enumerate() {
        right += usize::from(*is_right);
        // Answers of one confidence are given or withheld together.
        let is_last_of_its_kind = answers.get(place + 1).is_none_or(|next| next.0.total_cmp(confidence).is_ne());
        if is_last_of_its_kind && length(right) >= precision * length(place + 1) {
            covered = place + 1;
        }
    }
    (!answers.is_empty()).then(|| length(covered) / length(answers.len()))
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
    fn the_table_has_a_line_a_figure_and_a_dash_for_none() {
        let reliability = vec![Bin { confidence: 0.25, right: 0.5, questions: 4 }];
        let shares = (Some(0.7834), None);
        let figures = Figures {
            questions: 12,
            recall_at_1: shares.0,
            recall_at_5: shares.1,
            mrr_at_10: shares.1,
            sentence_hit: shares.1,
            span_coverage: shares.1,
            span_precision: shares.1,
            auroc: shares.1,
            coverage_at_95_precision: shares.1,
            reliability,
            p50_us: Some(188),
            p99_us: None,
        };
        let told = table(&figures);
        let words: Vec<Vec<&str>> = told.lines().map(|line| line.split_whitespace().collect()).collect();
        assert_eq!((&words[0][..], &words[1][..]), (&["questions", "12"][..], &["recall@1", "0.783"][..]));
        assert_eq!((&words[2][..], &words[9][..]), (&["recall@5", "-"][..], &["p50", "188", "µs"][..]));
        assert_eq!(told.lines().last(), Some("confidence 0.25: right 0.50 of 4"));
    }

    #[test]
    fn auroc_is_one_where_confidence_tells_and_a_half_where_it_does_not() {
        assert_eq!(auroc(&[0.9, 0.8], &[0.1]), Some(1.0));
        assert_eq!(auroc(&[0.5], &[0.5]), Some(0.5));
        assert_eq!(auroc(&[0.1], &[0.9]), Some(0.0));
        assert_eq!(auroc(&[], &[0.9]), None);
    }

    #[test]
    fn coverage_is_what_can_be_answered_at_a_precision() {
        assert_eq!(coverage_at(0.95, vec![(0.9, true), (0.8, true), (0.7, false), (0.6, true)]), Some(0.5));
        assert_eq!(coverage_at(0.75, vec![(0.9, true), (0.8, true), (0.7, false), (0.6, true)]), Some(1.0));
        assert_eq!(coverage_at(0.95, vec![(0.9, true), (0.9, false)]), Some(0.0));
        assert_eq!(coverage_at(0.95, vec![]), None);
    }

    #[test]
    fn a_typo_changes_one_long_word_and_is_the_same_for_a_seed() {
        for seed in 0..50 {
            let slipped = with_typo("siapa di kota Hamamatsu", &mut fastrand::Rng::with_seed(seed));
            assert_eq!(slipped, with_typo("siapa di kota Hamamatsu", &mut fastrand::Rng::with_seed(seed)));
            assert!(slipped.contains(" di kota "), "{slipped}");
            let changed = [slipped.starts_with("siapa "), slipped.ends_with(" Hamamatsu")];
            assert!(changed.contains(&true), "{slipped}");
        }
        assert_eq!(with_typo("di kota 浜松", &mut fastrand::Rng::with_seed(1)), "di kota 浜松");
    }

    #[test]
    fn confidence_is_compared_with_what_was_right() {
        let bins = reliability(&[(0.0, false), (0.31, true), (0.35, false), (1.0, true)]);
        let shown: Vec<_> = bins.iter().map(|bin| (bin.questions, (bin.right * 100.0).round())).collect();
        assert_eq!(shown, [(1, 0.0), (2, 50.0), (1, 100.0)]);
        assert!((bins[1].confidence - 0.33).abs() < 1e-6);
    }

    #[test]
    fn spans_are_compared_by_their_words() {
        let check = |given: &str, gold: &str, expect: f64| {
            assert!((token_f1(given, gold) - expect).abs() < 1e-9, "{given} {gold}: {}", token_f1(given, gold));
        };
        check("October 2019", "October 2019", 1.0);
        check("31 October 2019", "2019", 0.5);
        check("the Yamaha", "yamaha", 1.0);
        check("1999", "2019", 0.0);
        check("47都市", "47都市", 1.0);
        check("", "x", 0.0);
    }
}
