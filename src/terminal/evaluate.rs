//! `kembar evaluate`: how well passages are found, on a set of questions with known answers.

use std::path::Path;

use serde::Deserialize;

use crate::answer::{Answerer, Question};
use crate::corpus::{Corpus, Document, Glossary, Kind, Passage, PassageNumber};
use crate::language::{ByLanguage, Language};

#[derive(Deserialize)]
pub struct ParagraphLine {
    id: u64,
    language: Language,
    title: String,
    text: String,
}

#[derive(Deserialize)]
pub struct QuestionLine {
    text: String,
    gold: u64,
    answers: Vec<String>,
    answerable: bool,
}

pub fn run(paragraphs: &Path, questions: &Path, half: Option<usize>) {
    let read = |path: &Path| std::fs::read_to_string(path).unwrap();
    let mut language = Language::En;
    let documents: Vec<Document> = read(paragraphs).lines().map(|line| {
        let line: ParagraphLine = serde_json::from_str(line).unwrap();
        language = line.language;
        let by = |text: String| [(line.language, text)].into_iter().collect::<ByLanguage<String>>();
        Document {
            id: format!("p{:07}", line.id).parse().unwrap(),
            title: by(if line.title.is_empty() { "-".into() } else { line.title.clone() }),
            publisher: "-".into(), published: None, url: "https://example.org".into(), kind: Kind::Verbatim, rights: None,
            passages: vec![Passage { number: PassageNumber::from_index(0), text: by(line.text) }],
            questions: ByLanguage::default(),
        }
    }).collect();
    let answerer = Answerer::new(Corpus::new(documents, Glossary::default())).unwrap();
    let (mut n, mut r1, mut r5, mut mrr, mut sent) = (0.0, 0.0, 0.0, 0.0, 0.0);
    let misses = std::env::var("MISSES").is_ok();
    let typos = std::env::var("TYPOS").is_ok();
    let mut times = Vec::new();
    for (i, line) in read(questions).lines().enumerate() {
        if half.is_some_and(|half| i % 2 != half) { continue; }
        let mut q: QuestionLine = serde_json::from_str(line).unwrap();
        if !q.answerable { continue; }
        if typos { q.text = typo(&q.text, i as u64); }
        let start = std::time::Instant::now();
        let answer = answerer.answer(&Question::new(&q.text).for_reader(Some(language)).limited_to(10));
        times.push(start.elapsed().as_micros());
        n += 1.0;
        let rank = answer.passages().iter().position(|p| p.citation.passage.document.as_str() == format!("p{:07}", q.gold));
        if let Some(rank) = rank {
            if rank == 0 { r1 += 1.0; }
            if rank < 5 { r5 += 1.0; }
            mrr += 1.0 / (rank as f64 + 1.0);
        }
        if let Some(best) = answer.passages().first() {
            let s = best.best_sentence().to_lowercase();
            if q.answers.iter().any(|a| s.contains(&a.to_lowercase())) { sent += 1.0; }
        }
        if misses && rank != Some(0) { println!("{rank:?} {} => {:?}", q.text, q.answers); }
    }
    times.sort();
    println!("n={n} r@1={:.4} r@5={:.4} mrr={:.4} sent={:.4} p50={}us p99={}us", r1 / n, r5 / n, mrr / n, sent / n, times[times.len() / 2], times[times.len() * 99 / 100]);
}

fn typo(text: &str, seed: u64) -> String {
    let mut x = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15).wrapping_add(12345);
    let mut next = |n: usize| { x ^= x << 13; x ^= x >> 7; x ^= x << 17; (x % n as u64) as usize };
    let chars: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut start = None;
    for i in 0..=chars.len() {
        let letter = i < chars.len() && chars[i].is_alphabetic();
        match (letter, start) { (true, None) => start = Some(i), (false, Some(s)) => { if i - s >= 5 { words.push(s..i); } start = None; } _ => {} }
    }
    if words.is_empty() { return text.to_owned(); }
    let word = words[next(words.len())].clone();
    let mut out = chars.clone();
    let at = word.start + next(word.len());
    match next(3) {
        0 => { out.remove(at); }
        1 => { let at = at.min(word.end - 2); out.swap(at, at + 1); }
        _ => { let c = (b'a' + next(26) as u8) as char; out[at] = c; }
    }
    out.into_iter().collect()
}
