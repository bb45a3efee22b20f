//! Draws how true confidence is, as `docs/reliability.svg`.
//!
//!     cargo run --release --example reliability NAME=FILE …
//!
//! Each FILE is what `kembar evaluate --json` printed. The held-out questions of `tests/questions` are asked here.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use kembar::answer::{Answerer, Question};
use kembar::corpus::Source;
use serde::Deserialize;

#[derive(Deserialize)]
struct Figures {
    reliability: Vec<Bin>,
}

#[derive(Deserialize)]
struct Bin {
    confidence: f64,
    right: f64,
    questions: usize,
}

/// One line of the plot.
struct Line {
    name: String,
    bins: Vec<Bin>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut lines = vec![Line { name: "held-out questions, shipped corpus".to_owned(), bins: held_out()? }];
    for argument in std::env::args().skip(1) {
        let (name, file) =
            argument.split_once('=').ok_or("NAME=FILE, FILE being what `kembar evaluate --json` printed")?;
        let figures: Figures = serde_json::from_str(&fs::read_to_string(file)?)?;
        lines.push(Line { name: name.to_owned(), bins: figures.reliability });
    }
    fs::write("docs/reliability.svg", plot(&lines)?)?;
    Ok(())
}

/// The questions of `tests/questions/held_out`, in tenths of confidence.
fn held_out() -> Result<Vec<Bin>, Box<dyn Error>> {
    let answerer = Answerer::new(Source::Embedded.read().map_err(|_| "the embedded corpus has faults")?)?;
    let mut all: Vec<(f64, bool)> = Vec::new();
    for language in ["id", "en", "ja"] {
        for set in ["answerable", "unanswerable"] {
            for line in fs::read_to_string(format!("tests/questions/held_out/{set}_{language}.txt"))?.lines() {
                let (text, passages) = line.split_once(" | ").unwrap_or((line, ""));
                let question = Question::new(text).limited_to(1);
                let best = answerer.rank(&question).first().map(|best| best.citation.passage.to_string());
                let is_right = best.is_some_and(|best| passages.split(' ').any(|passage| passage == best));
                all.push((f64::from(answerer.answer(&question).confidence), is_right));
            }
        }
    }
    all.sort_by(|a, b| a.0.total_cmp(&b.0));
    let bins = (0..10).filter_map(|tenth| {
        let lowest = f64::from(tenth) / 10.0;
        let within = all.iter().filter(|(confidence, _)| (lowest..lowest + 0.1).contains(confidence));
        let within: Vec<_> = within.collect();
        let count = f64::from(u32::try_from(within.len()).ok()?);
        let right = f64::from(u32::try_from(within.iter().filter(|(_, is_right)| *is_right).count()).ok()?);
        let confidence = within.iter().map(|(confidence, _)| confidence).sum::<f64>() / count;
        (!within.is_empty()).then(|| Bin { confidence, right: right / count, questions: within.len() })
    });
    Ok(bins.collect())
}

const SIDE: f64 = 400.0;
const MARGIN: f64 = 56.0;
const COLOURS: [&str; 4] = ["#1b6ca8", "#c2571a", "#3a7d44", "#7b4fa3"];

/// A square with the share of right answers over confidence, a dot a tenth, larger where more questions fell in it. On the
/// diagonal confidence is exactly true.
fn plot(lines: &[Line]) -> Result<String, std::fmt::Error> {
    let x = |share: f64| MARGIN + share * SIDE;
    let y = |share: f64| MARGIN / 2.0 + (1.0 - share) * SIDE;
    let (width, height) =
        (SIDE + 1.5 * MARGIN, SIDE + MARGIN * 1.6 + 20.0 * f64::from(u8::try_from(lines.len()).unwrap_or(9)));
    let mut svg = String::new();
    writeln!(
        svg,
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13" fill="#333"><title>Reliability of confidence</title><rect width="100%" height="100%" fill="#fff"/>"##
    )?;
    for tick in [0.0, 0.25, 0.5, 0.75, 1.0] {
        let (across, up) = (x(tick), y(tick));
        writeln!(
            svg,
            r##"<path d="M{across} {} V{} M{} {up} H{}" stroke="#ddd"/><text x="{across}" y="{}" text-anchor="middle">{tick}</text><text x="{}" y="{}" text-anchor="end">{tick}</text>"##,
            y(0.0),
            y(1.0),
            x(0.0),
            x(1.0),
            y(0.0) + 18.0,
            x(0.0) - 8.0,
            up + 4.0
        )?;
    }
    writeln!(
        svg,
        r##"<path d="M{} {} L{} {}" stroke="#999" stroke-dasharray="5 4"/>"##,
        x(0.0),
        y(0.0),
        x(1.0),
        y(1.0)
    )?;
    writeln!(svg, r#"<text x="{}" y="{}" text-anchor="middle">confidence</text>"#, x(0.5), y(0.0) + 36.0)?;
    writeln!(
        svg,
        r#"<text transform="translate(16 {}) rotate(-90)" text-anchor="middle">share of right answers</text>"#,
        y(0.5)
    )?;
    for (place, (line, colour)) in lines.iter().zip(COLOURS.iter().cycle()).enumerate() {
        let dots: Vec<(f64, f64)> = line.bins.iter().map(|bin| (x(bin.confidence), y(bin.right))).collect();
        let path: Vec<String> = dots.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        writeln!(svg, r#"<polyline points="{}" fill="none" stroke="{colour}" stroke-width="2"/>"#, path.join(" "))?;
        let all: usize = line.bins.iter().map(|bin| bin.questions).sum();
        for (bin, (x, y)) in line.bins.iter().zip(&dots) {
            let share = f64::from(u32::try_from(bin.questions).unwrap_or(u32::MAX))
                / f64::from(u32::try_from(all).unwrap_or(1));
            writeln!(svg, r#"<circle cx="{x:.1}" cy="{y:.1}" r="{:.1}" fill="{colour}"/>"#, 2.0 + 12.0 * share.sqrt())?;
        }
        let below = y(0.0) + 60.0 + 20.0 * f64::from(u8::try_from(place).unwrap_or(9));
        writeln!(
            svg,
            r#"<circle cx="{}" cy="{}" r="5" fill="{colour}"/><text x="{}" y="{below}">{}, {all} questions</text>"#,
            x(0.0) + 5.0,
            below - 4.0,
            x(0.0) + 18.0,
            line.name
        )?;
    }
    svg.push_str("</svg>\n");
    Ok(svg)
}
