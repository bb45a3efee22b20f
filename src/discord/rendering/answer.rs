//! An answer: its sentence first and largest, then the passages, each with its source, and the question, small.

use std::ops::Range;

use serenity::all::{CreateEmbed, CreateEmbedFooter};

use super::differing::{STATEMENTS, plain_statements, statements};
use super::parts::{
    ADDRESS, Marks, address, cut_lines, line, link, list, marked, other_language, passage_text, plain, source,
};
use super::{AMBER, GREEN, GREY, LINE, PASSAGES, is_in_passing};
use crate::answer::{Answer, CitedPassage, NotFound, Outcome, Question, Reason};
use crate::discord::asked;
use crate::discord::limits::{self, length};
use crate::language::Language;
use crate::phrases::{nothing_found, phrase, phrase_with, punctuation};

/// The room of the best sentence in an embed, in code points, as every room here.
const SENTENCE: usize = 550;
/// The room of a passage in plain text, with its citation.
const PLAIN_PASSAGE: usize = 480;
/// The room of the best sentence in plain text.
const PLAIN_SENTENCE: usize = 350;

const _: () = assert!(
    SENTENCE + PASSAGES * (limits::FIELD_NAME + limits::FIELD_VALUE) + 3 * LINE + asked::LINES
        <= limits::EMBEDS_TOGETHER
        && STATEMENTS + limits::FIELD_NAME + limits::FIELD_VALUE + 3 * LINE + asked::LINES <= limits::EMBEDS_TOGETHER
        && STATEMENTS + LINE + asked::LINES <= limits::EMBED_DESCRIPTION
        && PLAIN_SENTENCE + PLAIN_PASSAGE + 2 + LINE + asked::LINES <= limits::CONTENT
        && 10 * (LINE + ADDRESS / 2) + asked::LINES <= limits::EMBED_DESCRIPTION
);

/// The answer as an embed, with the first of `passages`, of which the very first is at `from`; and how many are shown.
pub(super) fn embed(answer: &Answer, from: usize, passages: &[CitedPassage], asked: &str) -> (CreateEmbed, usize) {
    let reader = answer.language;
    let differing = statements(answer.differing(), reader);
    let (said, colour) = match &answer.outcome {
        Outcome::Found { .. } if !differing.is_empty() => (differing.text.clone(), GREEN),
        Outcome::Found { .. } => (LEAD.of(answer), GREEN),
        Outcome::Unsure { .. } => (phrase(reader, "unsure"), AMBER),
        Outcome::NotFound(not_found) => (nothing(not_found, reader), GREY),
    };
    let description = joined([said, notices(answer), asked.to_owned()], "\n");
    let mut left = limits::EMBEDS_TOGETHER - LINE - length(&description);
    let mut embed = CreateEmbed::new().description(description).colour(colour);
    let mut shown = 0;
    for (place, passage) in passages.iter().enumerate().take(PASSAGES) {
        if !differing.show_whole(passage) {
            let (name, value) = field(answer, from + place + 1, passage);
            let Some(less) = left.checked_sub(length(&name) + length(&value)) else { break };
            left = less;
            embed = embed.field(name, value, false);
        }
        shown += 1;
    }
    // Small talk is from no corpus.
    if !is_in_passing(answer) {
        embed = embed.footer(CreateEmbedFooter::new(format!("Kembar · {}", answer.corpus)));
    }
    (embed, shown)
}

/// The sentence of each passage that answers, a line each between `open` and `close`, all of them in `room`; the words that answer
/// between `mark`s.
struct Lead {
    room: usize,
    open: &'static str,
    close: &'static str,
    mark: &'static str,
}

const LEAD: Lead = Lead { room: SENTENCE, open: "### ", close: "", mark: "__" };
const PLAIN_LEAD: Lead = Lead { room: PLAIN_SENTENCE, open: "**", close: "**", mark: "" };

impl Lead {
    fn of(&self, answer: &Answer) -> String {
        let room = self.room_of_one(answer);
        let said = answer.headlines();
        joined(said.map(|(said, spans)| format!("{}{}{}", self.open, self.said(said, &spans, room), self.close)), "\n")
    }

    /// Does it say all of `passage`, which has that number: then it is not to be said again.
    fn says_all(&self, answer: &Answer, number: usize, passage: &CitedPassage) -> bool {
        let room = self.room_of_one(answer);
        let is_whole = |(said, spans): (&str, Vec<_>)| {
            said == passage.text && self.said(said, &spans, room) == self.said(said, &spans, usize::MAX)
        };
        answer.headlines().nth(number - 1).is_some_and(is_whole)
    }

    fn said(&self, headline: &str, spans: &[Range<usize>], room: usize) -> String {
        marked(headline, &Marks { ranges: spans, open: self.mark, close: self.mark }, room)
    }

    fn room_of_one(&self, answer: &Answer) -> usize {
        self.room / answer.headlines().count().max(1) - length(self.open) - length(self.close) - 1
    }
}

/// The passage of that number, with its title and its source.
fn field(answer: &Answer, number: usize, passage: &CitedPassage) -> (String, String) {
    let reader = answer.language;
    // Beside sources that stand without a number, this one has none either.
    let number_shown = if answer.differing().is_empty() { format!("{number}. ") } else { String::new() };
    let name = format!("{number_shown}{}{}", line(&passage.citation.title), other_language(passage, reader));
    let citation = format!("-# {}", link(&passage.citation, &source(&passage.citation, reader)));
    if answer.differing().is_empty() && LEAD.says_all(answer, number, passage) {
        return (name, citation);
    }
    let room = limits::FIELD_VALUE - length(&citation) - 1;
    (name, format!("{}\n{citation}", passage_text(passage, room)))
}

/// The answer as text, with as many of the `passages` as there is room for, of which the first is at `from`; and how many
/// they are.
pub(super) fn text(answer: &Answer, from: usize, passages: &[CitedPassage], asked: &str) -> (String, usize) {
    let reader = answer.language;
    let notice = notices(answer);
    let room = limits::CONTENT - length(&notice) - length(asked) - 4;
    let differing = plain_statements(answer.differing(), reader, room - PLAIN_PASSAGE);
    let said = match &answer.outcome {
        Outcome::Found { .. } if !differing.is_empty() => differing.text.clone(),
        Outcome::Found { .. } => PLAIN_LEAD.of(answer),
        Outcome::Unsure { .. } => phrase(reader, "unsure"),
        Outcome::NotFound(not_found) => cut_lines(&nothing(not_found, reader), room).trim_end().to_owned(),
    };
    let mut text = joined([said, notice], "\n");
    let mut room = limits::CONTENT - length(&text) - length(asked) - 2;
    let (mut shown, mut any_below) = (0, false);
    for (place, passage) in passages.iter().enumerate().take(PASSAGES) {
        if !differing.show_whole(passage) {
            let Some(less) = room.checked_sub(PLAIN_PASSAGE + 2) else { break };
            room = less;
            any_below = true;
            let number = from + place + 1;
            let head = if differing.is_empty() { format!("{number}. ") } else { "- ".to_owned() };
            let is_said = differing.is_empty() && PLAIN_LEAD.says_all(answer, number, passage);
            let shown = if is_said {
                format!("{head}{}", plain_citation(passage, reader))
            } else {
                plain_passage(&head, passage, reader)
            };
            text = format!("{text}\n\n{shown}");
        }
        shown += 1;
    }
    let between = if any_below { "\n\n" } else { "\n" };
    (joined([text, asked.to_owned()], between), shown)
}

/// Where the passage stands; only its name and its address where that is too long.
fn plain_citation(passage: &CitedPassage, reader: Language) -> String {
    let citation = &passage.citation;
    let id = format!("`{}`", citation.passage);
    let end = address(&citation.url).map_or_else(|| id.clone(), |address| format!("{id} <{address}>"));
    let (title, source, comma) = (line(&citation.title), source(citation, reader), punctuation(reader).comma);
    let cited = format!("{title}{}{comma}{source} · {end}", other_language(passage, reader));
    if length(&cited) > PLAIN_PASSAGE - LINE { end } else { cited }
}

fn plain_passage(head: &str, passage: &CitedPassage, reader: Language) -> String {
    let tail = format!("\n-# {}", plain_citation(passage, reader));
    let room = PLAIN_PASSAGE - length(head) - length(&tail);
    format!("{head}{}{tail}", passage_text(passage, room))
}

/// What is said where nothing was found, and what there is near it.
fn nothing(not_found: &NotFound, reader: Language) -> String {
    let words = line(&not_found.sought.join(punctuation(reader).comma));
    let lead = nothing_found(reader, not_found.reason, &words);
    let mut said = vec![if not_found.reason.is_silence() { format!("**{lead}**") } else { lead }];
    if !words.is_empty() && not_found.reason != Reason::Topic {
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
    joined(said, "\n")
}

/// Which of several questions have no answer, and that not all of the question was read, where that is so, in [`LINE`] code points;
/// else nothing. Questions that have no room for a line each stand on one.
fn notices(answer: &Answer) -> String {
    let characters = Question::MAX_LENGTH;
    let is_cut = answer.question.is_read_in_part();
    let cut = is_cut.then(|| phrase_with(answer.language, "question-cut", [("characters", characters.into())]));
    let not_answered = |question: String| phrase_with(answer.language, "not-answered", [("question", question.into())]);
    let room = LINE.saturating_sub(cut.as_deref().map_or(0, length));
    let of_one = |lines: usize| {
        let room = (room / lines.max(1)).checked_sub(length(&not_answered(String::new())) + 1);
        room.filter(|room| *room >= LEAST_OF_QUESTION)
    };
    let said = |question: &str, room| not_answered(plain(question, room));
    let unanswered: Vec<String> = match of_one(answer.unanswered.len()) {
        Some(room) => answer.unanswered.iter().map(|question| said(question, room)).collect(),
        None => of_one(1).map(|room| said(&answer.unanswered.join(Question::BETWEEN), room)).into_iter().collect(),
    };
    joined(unanswered.into_iter().chain(cut), "\n")
}

/// The least of a question that tells which one it is, in code points.
const LEAST_OF_QUESTION: usize = 16;

/// What there is of the `parts`, with `between` them.
fn joined(parts: impl IntoIterator<Item = String>, between: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(between)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::answer::{Citation, MOST_DIFFERING, RankedPassages, Statement};
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
        Answer {
            question: Question::new("a"),
            language: Language::En,
            outcome,
            confidence: 0.5,
            corpus,
            unanswered: Vec::new(),
        }
    }

    fn found(passages: Vec<CitedPassage>, span: Option<Range<usize>>) -> Answer {
        answer_of(Outcome::Found {
            passages: RankedPassages::new(passages).unwrap(),
            spans: vec![span.into_iter().collect()],
            differing: Vec::new(),
        })
    }

    /// The same with all of its passages stating their first four bytes.
    fn differing(passages: Vec<CitedPassage>) -> Answer {
        let states = |passage: &CitedPassage| Statement { passage: passage.clone(), value: 0..4 };
        let differing = passages.iter().take(MOST_DIFFERING).map(states).collect();
        answer_of(Outcome::Found {
            passages: RankedPassages::new(passages).unwrap(),
            spans: vec![Vec::new()],
            differing,
        })
    }

    fn lines(answer: &Answer) -> String {
        asked::Asked::of(&answer.question).lines(answer.language)
    }

    fn plain_text(answer: &Answer) -> String {
        text(answer, 0, answer.passages(), &lines(answer)).0
    }

    fn embed_json(answer: &Answer) -> Value {
        serde_json::to_value(embed(answer, 0, answer.passages(), &lines(answer)).0).unwrap()
    }

    #[test]
    fn which_of_several_questions_has_no_answer_stands_behind_what_is_told() {
        let unanswered = vec!["who is the *mayor* of Ambon?".to_owned()];
        let answer = Answer { unanswered, ..found(vec![passage("It is so.")], None) };
        let notice = r"No sure answer to: who is the \*mayor\* of Ambon?";
        assert_eq!(embed_json(&answer)["description"], format!("### It is so.\n{notice}\n-# **Question** a"));
        assert!(plain_text(&answer).starts_with(&format!("**It is so.**\n{notice}\n")), "{}", plain_text(&answer));
        let long = Answer { unanswered: vec!["浜".repeat(400); 2], ..answer };
        assert!(length(&notices(&long)) <= LINE && notices(&long).lines().count() == 2, "{}", notices(&long));
        let many = Answer { unanswered: ["who?", "when?", "where?", "why?", "how?"].map(str::to_owned).into(), ..long };
        assert_eq!(notices(&many), "No sure answer to: who? / when? / where? / why? / how?");
    }

    #[test]
    fn a_found_answer_is_its_sentence_and_its_passages() {
        let mut first = passage("Ambon joined in 2019. It *is* a city of music.");
        first.sentence = 0..21;
        first.matches = vec![0..5, 6..12, 16..20];
        let mut second = passage("浜松市です。");
        second.language = Language::Ja;
        let shown = embed_json(&found(vec![first, second], Some(16..20)));
        assert_eq!(shown["description"], "### Ambon joined in __2019__.\n-# **Question** a");
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
        assert_eq!(shown["description"], "### Once.\n-# **Question** a");
        assert!(shown["fields"][0]["value"].as_str().unwrap().starts_with("-# "));
    }

    #[test]
    fn a_span_outside_the_sentence_is_not_marked() {
        let mut only = passage("One. Two.");
        only.sentence = 0..4;
        assert_eq!(embed_json(&found(vec![only], Some(5..8)))["description"], "### One.\n-# **Question** a");
    }

    #[test]
    fn a_sentence_that_leans_on_the_one_before_stands_with_it_and_its_span_is_marked() {
        let mut only = passage("A race began. It was stopped in 1999.");
        only.sentence = 14..37;
        let shown = embed_json(&found(vec![only], Some(32..36)));
        assert_eq!(shown["description"], "### A race began. It was stopped in __1999__.\n-# **Question** a");
        assert!(shown["fields"][0]["value"].as_str().unwrap().starts_with("-# "), "all of it is said above");
    }

    #[test]
    fn what_answers_each_of_several_questions_is_shown_first_and_once() {
        let mut more = passage("The mayor is Rico. He sings.");
        more.sentence = 0..18;
        let mut answer = found(vec![passage("It began in 1976."), more, passage("Beside it.")], None);
        let Outcome::Found { spans, .. } = &mut answer.outcome else { unreachable!() };
        *spans = vec![vec![12..16], vec![13..17]];
        let shown = embed_json(&answer);
        let expect = "### It began in __1976__.\n### The mayor is __Rico__.\n-# **Question** a";
        assert_eq!(shown["description"], expect);
        let value = |place: usize| shown["fields"][place]["value"].as_str().unwrap().to_owned();
        assert!(value(0).starts_with("-# "), "all of it is said above");
        assert!(value(1).starts_with("The mayor is Rico. He sings."), "{}", value(1));
        assert!(value(2).starts_with("Beside it."), "{}", value(2));
        let (plain, _) = text(&answer, 0, answer.passages(), "");
        assert!(plain.starts_with("**It began in 1976.**\n**The mayor is Rico.**\n\n1. "), "{plain}");
        let mut three = found(vec![passage(&"word ".repeat(200)); 3], None);
        let Outcome::Found { spans, .. } = &mut three.outcome else { unreachable!() };
        spans.resize(3, Vec::new());
        assert!(length(&LEAD.of(&three)) <= SENTENCE);
    }

    #[test]
    fn sources_that_differ_stand_side_by_side_and_are_not_said_twice() {
        let mut second = passage("2006 is it. It goes on.");
        second.sentence = 0..11;
        second.citation.passage = "other#9".parse().unwrap();
        let answer = differing(vec![passage("1991 it was."), second]);
        let shown = embed_json(&answer);
        let citation = "-# [ANTARA, November 2024, paragraph 9](https://example.org/a_%28b%29)";
        let expect = format!(
            "**Our sources give more than one answer to this:**\n### __1991__ it was.\n{citation} · `antara-2024#9`\n### __2006__ is it.\n{citation} · \
             `other#9`\n-# **Question** a"
        );
        assert_eq!(shown["description"], expect.as_str());
        let fields = shown["fields"].as_array().unwrap();
        assert_eq!(fields.len(), 1, "{shown}");
        assert_eq!(fields[0]["value"], format!("2006 is it. It goes on.\n{citation} · `other#9`"));
        let source = "ANTARA, November 2024, paragraph 9";
        let address = "<https://example.org/a_%28b%29>";
        let expect = format!(
            "**Our sources give more than one answer to this:**\n- __1991__ it was.\n  {source} · `antara-2024#9` {address}\n- __2006__ is it.\n  \
             {source} · `other#9` {address}\n\n- 2006 is it. It goes on.\n"
        );
        assert!(plain_text(&answer).starts_with(&expect), "{}", plain_text(&answer));
    }

    #[test]
    fn in_plain_text_a_source_whose_statement_is_cut_or_has_no_room_stands_below() {
        let of = |id: &str, text: &str| {
            let mut passage = passage(text);
            passage.citation.passage = id.parse().unwrap();
            passage
        };
        let long = format!("1991 it was{} then.", " so".repeat(60));
        assert!((180..220).contains(&length(&long)), "{}", length(&long));
        let cut = plain_text(&differing(vec![of("first#9", &long), of("second#9", "2006 is it.")]));
        assert!(cut.contains(&format!("\n\n- {long}\n-# ")), "{cut}");
        let mut sources: Vec<_> = ["first#9", "second#9", "third#9"].map(|id| of(id, &long[..170])).into();
        for source in &mut sources {
            source.citation.url.push_str(&"a".repeat(240));
            source.citation.publisher = "A publisher of many words, ".repeat(8);
        }
        let three = plain_text(&differing(sources));
        assert!(three.contains("\n\n- 1991 it was"), "{three}");
        assert!(["first#9", "second#9", "third#9"].iter().all(|id| three.matches(id).count() == 1), "{three}");
    }

    #[test]
    fn in_plain_text_the_address_shows_no_preview() {
        let text = plain_text(&found(vec![passage("Ambon joined in 2019.")], None));
        let expect = "**Ambon joined in 2019.**\n\n1. A \\*title\\*, ANTARA, November 2024, \
                      paragraph 9 · `antara-2024#9` <https://example.org/a_%28b%29>\n\n-# **Question** a";
        assert_eq!(text, expect);
    }

    #[test]
    fn in_plain_text_a_passage_is_not_said_twice_but_where_its_end_is_cut_off_first() {
        let shown = |words: usize| plain_text(&found(vec![passage(&"word ".repeat(words))], None));
        assert_eq!(shown(60).matches("word").count(), 60);
        assert!(shown(80).contains("\n\n1. word word"), "{}", shown(80));
        let mut first = passage("One. Two.");
        first.sentence = 0..4;
        let text = plain_text(&found(vec![first], None));
        assert!(text.starts_with("**One.**\n\n1. One. Two.\n-# "), "{text}");
    }

    #[test]
    fn a_citation_is_punctuated_as_its_language_is() {
        let answer = Answer { language: Language::Ja, ..found(vec![passage("浜松市です。")], None) };
        let text = plain_text(&answer);
        assert!(text.contains(r"1. A \*title\* (英語)、ANTARA、2024年11月、第9段落 · `antara-2024#9`"), "{text}");
    }

    #[test]
    fn each_outcome_has_a_colour_beside_its_words() {
        let passages = || RankedPassages::new(vec![passage("It is so.")]).unwrap();
        let nothing = NotFound {
            reason: Reason::NothingFits,
            sought: Vec::new(),
            did_you_mean: None,
            covered: Vec::new(),
            suggestions: Vec::new(),
        };
        for (answer, colour, words) in [
            (found(vec![passage("It is so.")], None), GREEN, "### It is so."),
            (
                differing(vec![passage("1991 it was."), passage("2006 is it.")]),
                GREEN,
                "**Our sources give more than one answer to this:**",
            ),
            (answer_of(Outcome::Unsure { passages: passages() }), AMBER, "This may not be the answer"),
            (answer_of(Outcome::NotFound(nothing)), GREY, "**Sorry, our sources have no answer"),
        ] {
            let shown = embed_json(&answer);
            assert_eq!(shown["color"], colour, "{shown}");
            assert!(shown["description"].as_str().unwrap().starts_with(words), "{shown}");
        }
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
        let expect = "**Sorry, our sources have no answer to this.**\n-# Looked for: \\|\\|x\\|\\|\nDid you mean “ambon”, not “ambom”?\n\
                      **What our sources do cover:**\n- [A \\*title\\*](https://example.org/a_%28b%29) · `antara-2024#9`\n\
                      **You could ask:**\n- Who?";
        assert_eq!(nothing(&not_found, Language::En), expect);
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
        assert!((1..=limits::CONTENT).contains(&length(&plain_text(answer))));
    }

    proptest! {
        #[test]
        fn whatever_a_corpus_holds_fits(
            texts in proptest::collection::vec("[0-9]{4}(\\PC{1,30}|\\*{1,30}|[a-z. ]{1,400}|浜松。){1,30}", 1..6),
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
            let before = asked::Asked::new(&line);
            let question = asked::Asked::new(&line).after(Some(&before)).question();
            let fits = |answer: Answer| {
                let unanswered = vec![question.text.clone(); 2];
                fits(&Answer { question: question.clone(), unanswered, ..answer });
            };
            fits(found(passages.clone(), None));
            fits(differing(passages.clone()));
            fits(answer_of(Outcome::Unsure { passages: RankedPassages::new(passages).unwrap() }));
            fits(answer_of(Outcome::NotFound(NotFound {
                reason: Reason::UnknownWords,
                sought: vec![line.clone(); 3],
                did_you_mean: Some((line.clone(), line.clone())),
                covered: citations,
                suggestions: vec![line.clone(); 3],
            })));
        }
    }
}
