//! An answer as Discord shows it: an embed, or plain text where embeds are not allowed. Values in, values out.
//!
//! Every part has a room of its own, and the rooms together are within Discord's limits, so no reply is ever too long.
//! Whatever comes from a passage or a question goes through [`escape`](super::escape).

use std::ops::Range;

use serenity::all::{CreateEmbed, CreateEmbedFooter};

use super::escape::{self, escape};
use super::limits::{self, Cut, cut, length};
use super::reply::Reply;
use crate::answer::{Answer, Citation, CitedPassage, NotFound, Outcome, Question};
use crate::language::Language;
use crate::phrases::{date, nothing_found, phrase, phrase_with};

/// How many passages an answer on Discord shows: what a phone's screen holds.
pub const PASSAGES: usize = 3;

/// The room of the best sentence in an embed, in code points, as every room here.
const SENTENCE: usize = 1000;
/// The room of a passage in plain text, with its citation.
const PLAIN_PASSAGE: usize = 480;
/// The room of the best sentence in plain text.
const PLAIN_SENTENCE: usize = 350;
/// The longest address that is linked.
const ADDRESS: usize = 300;
/// The room of what was looked for, of a title, of a question to try.
const LINE: usize = 150;

const _: () = assert!(
    SENTENCE + PASSAGES * (limits::FIELD_NAME + limits::FIELD_VALUE) + 4 * LINE <= limits::EMBEDS_TOGETHER
        && PLAIN_SENTENCE + PASSAGES * (PLAIN_PASSAGE + 2) + LINE <= limits::CONTENT
        && 10 * (LINE + ADDRESS / 2) <= limits::EMBED_DESCRIPTION
);

/// Found, unsure, not found: seen beside the words that say so, never alone.
const GREEN: u32 = 0x002F_855A;
const AMBER: u32 = 0x00B7_791F;
const GREY: u32 = 0x0071_8096;

/// Which of the two a channel takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Embeds, as it should be.
    Embed,
    /// Text, where the bot may not embed links.
    Text,
}

/// The reply that shows `answer`.
#[must_use]
pub fn answer(answer: &Answer, form: Form) -> Reply {
    match form {
        Form::Embed => Reply::embed(embed(answer)),
        Form::Text => Reply::text(text(answer)),
    }
}

/// The help that a bare mention gets, with `questions` to try.
#[must_use]
pub fn help(language: Language, by_role: bool, questions: &[&str], form: Form) -> Reply {
    let mut help = phrase(language, "help-mention");
    if by_role {
        help = format!("{help}\n{}", phrase(language, "help-role"));
    }
    let help = format!("{help}\n{}", list(language, "try-asking", questions.iter().map(|question| line(question))));
    match form {
        Form::Embed => Reply::embed(CreateEmbed::new().description(help).colour(GREEN)),
        Form::Text => Reply::text(help),
    }
}

fn embed(answer: &Answer) -> CreateEmbed {
    let reader = answer.language;
    let (mut description, colour) = match &answer.outcome {
        Outcome::Found { passages, span } => {
            let best = passages.best();
            let span = span.clone().filter(|span| span.start >= best.sentence.start && span.end <= best.sentence.end);
            let span = span.map(|span| span.start - best.sentence.start..span.end - best.sentence.start);
            let marks = Marks { ranges: span.as_slice(), open: "__", close: "__" };
            (format!("### {}", marked(best.best_sentence(), &marks, SENTENCE)), GREEN)
        }
        Outcome::Unsure { .. } => (phrase(reader, "unsure"), AMBER),
        Outcome::NotFound(not_found) => (nothing(not_found, reader), GREY),
    };
    if let Some(notice) = notice_of_cut(answer) {
        description = format!("{description}\n{notice}");
    }
    let mut embed = CreateEmbed::new().description(description).colour(colour);
    for (place, passage) in answer.passages().iter().take(PASSAGES).enumerate() {
        let name = format!("{}. {}{}", place + 1, line(&passage.citation.title), other_language(passage, reader));
        let citation = format!("-# {}", link(&passage.citation, &source(&passage.citation, reader)));
        let is_repeated = place == 0 && answer.is_found() && passage.best_sentence() == passage.text;
        let value = if is_repeated {
            citation
        } else {
            let room = limits::FIELD_VALUE - length(&citation) - 1;
            format!("{}\n{citation}", passage_text(passage, room))
        };
        embed = embed.field(name, value, false);
    }
    embed.footer(CreateEmbedFooter::new(format!("Kembar · {}", answer.corpus)))
}

fn text(answer: &Answer) -> String {
    let reader = answer.language;
    let mut text = match &answer.outcome {
        Outcome::Found { passages, .. } => {
            let best = passages.best();
            let unmarked = Marks { ranges: &[], open: "", close: "" };
            format!("**{}**", marked(best.best_sentence(), &unmarked, PLAIN_SENTENCE - 4))
        }
        Outcome::Unsure { .. } => phrase(reader, "unsure"),
        Outcome::NotFound(not_found) => cut_lines(&nothing(not_found, reader), limits::CONTENT - LINE),
    };
    if let Some(notice) = notice_of_cut(answer) {
        text = format!("{text}\n{notice}");
    }
    for (place, passage) in answer.passages().iter().take(PASSAGES).enumerate() {
        let citation = &passage.citation;
        let address =
            address(citation).map_or_else(|| format!("`{}`", citation.passage), |address| format!("<{address}>"));
        let head = format!("{}. ", place + 1);
        let tail = format!(
            "\n-# {}{}, {}: {address}",
            line(&citation.title),
            other_language(passage, reader),
            source(citation, reader)
        );
        let tail = if length(&tail) > PLAIN_PASSAGE - LINE { format!("\n-# {address}") } else { tail };
        let room = PLAIN_PASSAGE - length(&head) - length(&tail);
        text = format!("{text}\n\n{head}{}{tail}", passage_text(passage, room));
    }
    text
}

/// What is said where nothing was found, and what there is near it.
fn nothing(not_found: &NotFound, reader: Language) -> String {
    let mut said = vec![nothing_found(reader, not_found.reason)];
    if !not_found.sought.is_empty() {
        let words = line(&not_found.sought.join(", "));
        said.push(format!("-# {}", phrase_with(reader, "looked-for", [("words", words.into())])));
    }
    if let Some((typed, known)) = &not_found.did_you_mean {
        let words = [("typed", line(typed).into()), ("known", line(known).into())];
        said.push(phrase_with(reader, "did-you-mean", words));
    }
    let covered = not_found.covered.iter().map(|citation| link(citation, &line(&citation.title)));
    let suggestions = not_found.suggestions.iter().map(|question| line(question));
    said.push(list(reader, "covered", covered));
    said.push(list(reader, "try-asking", suggestions));
    said.retain(|part| !part.is_empty());
    said.join("\n")
}

/// The lines under their heading, or nothing where there are none.
fn list(language: Language, heading: &str, lines: impl Iterator<Item = String>) -> String {
    let lines: Vec<String> = lines.map(|line| format!("- {line}")).collect();
    if lines.is_empty() {
        return String::new();
    }
    format!("**{}**\n{}", phrase(language, heading), lines.join("\n"))
}

/// As many whole lines as there is room for.
fn cut_lines(text: &str, room: usize) -> String {
    let mut kept = String::new();
    for line in text.lines() {
        if length(&kept) + length(line) + 1 > room {
            break;
        }
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

/// That not all of the question was read, where that is so.
fn notice_of_cut(answer: &Answer) -> Option<String> {
    let characters = Question::MAX_LENGTH;
    (length(&answer.question.text) > characters)
        .then(|| phrase_with(answer.language, "question-cut", [("characters", characters.into())]))
}

/// ` (in Japanese)`, where the passage is in another language than the reader's.
fn other_language(passage: &CitedPassage, reader: Language) -> String {
    if passage.language == reader {
        return String::new();
    }
    format!(" ({})", phrase_with(reader, "in-other-language", [("language", passage.language.code().into())]))
}

/// Publisher, date and paragraph.
fn source(citation: &Citation, reader: Language) -> String {
    let paragraph = phrase_with(reader, "paragraph", [("number", citation.passage.number.get().into())]);
    let date = citation.published.map(|published| format!(", {}", date(reader, published))).unwrap_or_default();
    format!("{}{date}, {paragraph}", line(&citation.publisher))
}

/// The citation's address as a link under `label`, which is escaped already, with the passage's permanent name.
fn link(citation: &Citation, label: &str) -> String {
    let label = address(citation).map_or_else(|| label.to_owned(), |address| format!("[{label}]({address})"));
    format!("{label} · `{}`", citation.passage)
}

/// The page's address, or nothing where it is too long to stand in a message.
fn address(citation: &Citation) -> Option<String> {
    Some(escape::link_target(&citation.url)).filter(|address| length(address) <= ADDRESS)
}

/// A title, a publisher, a question: one line of text from outside.
fn line(text: &str) -> String {
    fit(text, LINE, |cut| escape(cut.kept) + cut.ellipsis)
}

/// The passage with its matched words in bold.
fn passage_text(passage: &CitedPassage, room: usize) -> String {
    let ranges = joined(&passage.matches, &passage.text);
    marked(&passage.text, &Marks { ranges: &ranges, open: "**", close: "**" }, room)
}

/// Ranges of a text in order, and what stands around each.
struct Marks<'m> {
    ranges: &'m [Range<usize>],
    open: &'m str,
    close: &'m str,
}

/// As much of `text` as there is room for, escaped, with marks.
fn marked(text: &str, marks: &Marks<'_>, room: usize) -> String {
    fit(text, room, |cut| {
        let mut shown = String::new();
        let mut end = 0;
        for range in marks.ranges.iter().take_while(|range| range.end <= cut.kept.len()) {
            escape::push(&text[end..range.start], end == 0, &mut shown);
            shown.push_str(marks.open);
            escape::push(&text[range.clone()], false, &mut shown);
            shown.push_str(marks.close);
            end = range.end;
        }
        escape::push(&cut.kept[end..], end == 0, &mut shown);
        shown + cut.ellipsis
    })
}

/// The longest cut of `text` that, shown by `show`, has at most `room` code points.
fn fit(text: &str, room: usize, show: impl Fn(&Cut<'_>) -> String) -> String {
    let mut most = room;
    loop {
        let shown = show(&cut(text, most));
        let over = length(&shown).saturating_sub(room);
        if over == 0 {
            return shown;
        }
        if most == 0 {
            return String::new();
        }
        // Marks and escapes take room too: so much less of the text.
        most = most.saturating_sub(over);
    }
}

/// Ranges with only white space between them made one: a phrase in bold reads better than each of its words.
fn joined(ranges: &[Range<usize>], text: &str) -> Vec<Range<usize>> {
    let mut joined: Vec<Range<usize>> = Vec::with_capacity(ranges.len());
    for range in ranges {
        match joined.last_mut() {
            Some(last) if text[last.end..range.start].trim().is_empty() => last.end = range.end,
            _ => joined.push(range.clone()),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::answer::{RankedPassages, Reason};
    use crate::corpus::{Corpus, Glossary};

    fn passage(text: &str) -> CitedPassage {
        CitedPassage {
            citation: Citation {
                passage: "antara-2024#9".parse().unwrap(),
                title: "A *title*".to_owned(),
                publisher: "ANTARA".to_owned(),
                published: "2024-11".parse().ok(),
                url: "https://example.org/a_(b)".to_owned(),
            },
            language: Language::En,
            text: text.to_owned(),
            matches: Vec::new(),
            sentence: 0..text.len(),
            score: 1.0,
        }
    }

    fn answer_of(outcome: Outcome) -> Answer {
        let corpus = Corpus::new(Vec::new(), Glossary::default()).hash();
        Answer { question: Question::new("a"), language: Language::En, outcome, confidence: 0.5, corpus }
    }

    fn found(passages: Vec<CitedPassage>, span: Option<Range<usize>>) -> Answer {
        answer_of(Outcome::Found { passages: RankedPassages::new(passages).unwrap(), span })
    }

    fn embed_json(answer: &Answer) -> Value {
        serde_json::to_value(embed(answer)).unwrap()
    }

    #[test]
    fn a_found_answer_is_its_sentence_and_its_passages() {
        let mut first = passage("Ambon joined in 2019. It *is* a city of music.");
        first.sentence = 0..21;
        first.matches = vec![0..5, 6..12, 16..20];
        let mut second = passage("浜松市です。");
        second.language = Language::Ja;
        let shown = embed_json(&found(vec![first, second], Some(16..20)));
        assert_eq!(shown["description"], "### Ambon joined in __2019__.");
        let citation = "-# [ANTARA, November 2024, paragraph 9](https://example.org/a_%28b%29) · `antara-2024#9`";
        assert_eq!(shown["fields"][0]["name"], r"1. A \*title\*");
        let value = format!("**Ambon joined** in **2019**. It \\*is\\* a city of music.\n{citation}");
        assert_eq!(shown["fields"][0]["value"], value.as_str());
        assert_eq!(shown["fields"][1]["name"], r"2. A \*title\* (in Japanese)");
        assert_eq!(shown["fields"][1]["value"], format!("浜松市です。\n{citation}"));
        assert_eq!(shown["color"], GREEN);
    }

    #[test]
    fn a_passage_that_is_its_sentence_is_not_said_twice() {
        let shown = embed_json(&found(vec![passage("Once.")], None));
        assert_eq!(shown["description"], "### Once.");
        assert!(shown["fields"][0]["value"].as_str().unwrap().starts_with("-# "));
    }

    #[test]
    fn a_span_outside_the_sentence_is_not_marked() {
        let mut only = passage("One. Two.");
        only.sentence = 0..4;
        assert_eq!(embed_json(&found(vec![only], Some(5..8)))["description"], "### One.");
    }

    #[test]
    fn in_plain_text_the_address_shows_no_preview() {
        let text = text(&found(vec![passage("Ambon joined in 2019.")], None));
        let expect = "**Ambon joined in 2019.**\n\n1. Ambon joined in 2019.\n-# A \\*title\\*, ANTARA, November 2024, \
                      paragraph 9: <https://example.org/a_%28b%29>";
        assert_eq!(text, expect);
    }

    #[test]
    fn what_is_not_found_is_said_with_what_there_is() {
        let not_found = NotFound {
            reason: Reason::NothingFits,
            sought: vec!["||x||".to_owned()],
            did_you_mean: Some(("ambom".to_owned(), "ambon".to_owned())),
            covered: vec![passage("a").citation],
            suggestions: vec!["Who?".to_owned()],
        };
        let expect = "Our sources hold no answer to this.\n-# Looked for: \\|\\|x\\|\\|\nDid you mean “ambon”, not “ambom”?\n\
                      **What our sources do cover:**\n- [A \\*title\\*](https://example.org/a_%28b%29) · `antara-2024#9`\n\
                      **You could ask:**\n- Who?";
        assert_eq!(nothing(&not_found, Language::En), expect);
    }

    #[test]
    fn an_address_too_long_for_a_link_leaves_the_passages_name() {
        let mut citation = passage("a").citation;
        citation.url = format!("https://example.org/{}", "a".repeat(ADDRESS));
        assert_eq!(link(&citation, "Title"), "Title · `antara-2024#9`");
    }

    /// All lengths that Discord checks.
    fn fits(answer: &Answer) {
        let shown = embed_json(answer);
        let length_of = |value: &Value| value.as_str().map_or(0, length);
        let mut together = length_of(&shown["description"]) + length_of(&shown["footer"]["text"]);
        assert!(length_of(&shown["description"]) <= limits::EMBED_DESCRIPTION);
        for field in shown["fields"].as_array().into_iter().flatten() {
            assert!((1..=limits::FIELD_NAME).contains(&length_of(&field["name"])), "{field}");
            assert!((1..=limits::FIELD_VALUE).contains(&length_of(&field["value"])), "{field}");
            together += length_of(&field["name"]) + length_of(&field["value"]);
        }
        assert!(together <= limits::EMBEDS_TOGETHER);
        assert!((1..=limits::CONTENT).contains(&length(&text(answer))));
    }

    proptest! {
        #[test]
        fn whatever_a_corpus_holds_fits(
            texts in proptest::collection::vec("(\\PC{1,30}|\\*{1,30}|[a-z. ]{1,400}|浜松。){1,30}", 1..6),
            line in "(\\PC|\\*){1,700}",
            path in "[a-z(]{0,400}",
        ) {
            let passages = texts.iter().map(|text| {
                let mut passage = passage(text);
                passage.matches = text.char_indices().map(|(at, c)| at..at + c.len_utf8()).collect();
                passage.citation.title.clone_from(&line);
                passage.citation.publisher.clone_from(&line);
                passage.citation.url.push_str(&path);
                passage.language = Language::Ja;
                passage
            });
            let passages: Vec<_> = passages.collect();
            let citations = passages.iter().take(3).map(|passage| passage.citation.clone()).collect();
            fits(&found(passages.clone(), None));
            fits(&answer_of(Outcome::Unsure { passages: RankedPassages::new(passages).unwrap() }));
            fits(&answer_of(Outcome::NotFound(NotFound {
                reason: Reason::UnknownWords,
                sought: vec![line.clone(); 3],
                did_you_mean: Some((line.clone(), line.clone())),
                covered: citations,
                suggestions: vec![line; 3],
            })));
        }
    }
}
