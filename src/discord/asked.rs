//! The question as it stands in its answer: a small line, from which every control and every follow-up asks it again.
//!
//! Nothing is kept of it anywhere else. Text from outside is escaped, so no other line begins as these do.

use serenity::all::Message;

use super::escape::{self, escape, unescape};
use super::limits::length;
use super::rendering::PASSAGES;
use crate::answer::Question;
use crate::language::{Language, detect, wishes_more};
use crate::phrases::phrase;

/// What a line of a question begins with; its label stands up to the next `**`.
const MARK: &str = "-# **";
/// The room of a question, escaped, in code points.
const QUESTION: usize = 640;
/// The room of the questions before it, escaped.
const PREVIOUS: usize = Question::MAX_BEFORE;
/// The most that [`Asked::lines`] take, with labels of up to 20 code points.
pub(super) const LINES: usize = QUESTION + PREVIOUS + 2 * (MARK.len() + 20 + 3 + 1);

/// A question, with the one before it where it is a follow-up: each on one line, of visible characters, and short enough
/// to stand in its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    text: String,
    previous: Option<String>,
}

impl Asked {
    /// What is asked by `text`. Of one that is too long, the end is left out, which an ellipsis says.
    #[must_use]
    pub fn new(text: &str) -> Self {
        Self { text: plain(text, QUESTION, Question::MAX_LENGTH), previous: None }
    }

    /// The same, asked in reply to the answer to `before`.
    #[must_use]
    pub fn after(self, before: Option<&Self>) -> Self {
        let previous = before.map(|before| {
            // What a follow-up is about may stand in the question before.
            let is_short = |all: &str| length(&escape(all)) <= PREVIOUS;
            Question::in_turn(before.previous.as_deref(), &before.text, is_short)
        });
        self.with_previous(previous.as_deref())
    }

    /// The same, where `previous` was asked before it.
    fn with_previous(mut self, previous: Option<&str>) -> Self {
        let previous = previous.map(|previous| plain(previous, PREVIOUS, PREVIOUS));
        self.previous = previous.filter(|previous| !previous.is_empty());
        self
    }

    /// The question's text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What the core is asked: for as many passages as there are pages to turn, but for who wishes for more only for as many as the
    /// answer before has shown, as no others are new to them.
    #[must_use]
    pub fn question(&self) -> Question {
        let question = Question::new(&self.text).after(self.previous.clone());
        let limit = if wishes_more(&question.clone().meant().text) { PASSAGES } else { Question::MAX_PASSAGES };
        question.limited_to(limit)
    }

    /// What was asked by `question`, which came from [`Asked::question`].
    #[must_use]
    pub fn of(question: &Question) -> Self {
        Self::new(&question.text).with_previous(question.previous.as_deref())
    }

    /// The lines that it is read from again; none where nothing was asked.
    #[must_use]
    pub fn lines(&self, language: Language) -> String {
        if self.text.is_empty() {
            return String::new();
        }
        let mut lines = line(language, "question", &self.text);
        if let Some(previous) = &self.previous {
            lines.push('\n');
            lines.push_str(&line(language, "question-before", previous));
        }
        lines
    }

    /// What the message answers, where it is an answer and shows it.
    #[must_use]
    pub fn read(message: &Message) -> Option<Self> {
        let mut asked = labelled(message).map(|(_, text)| unescape(text));
        Some(Self { text: asked.next()?, previous: asked.next() })
    }
}

/// The language of what the bot says in `message`: that of its question's label, else that of its words.
#[must_use]
pub fn language_said(message: &Message) -> Option<Language> {
    let label = labelled(message).next().map(|(label, _)| label);
    let of_label =
        label.and_then(|label| Language::ALL.into_iter().find(|language| phrase(*language, "question") == label));
    of_label.or_else(|| texts(message).find_map(detect))
}

/// Every text of the message.
fn texts(message: &Message) -> impl Iterator<Item = &str> {
    let embeds = message.embeds.iter().filter_map(|embed| embed.description.as_deref());
    embeds.chain([message.content.as_str()])
}

/// What stands behind a label, with the label.
fn labelled(message: &Message) -> impl Iterator<Item = (&str, &str)> {
    texts(message).flat_map(str::lines).filter_map(|line| line.strip_prefix(MARK)?.split_once("** "))
}

fn line(language: Language, label: &str, text: &str) -> String {
    let mut line = format!("{MARK}{}** ", phrase(language, label));
    escape::push(text, false, &mut line);
    line
}

/// `text` without what escaping leaves out, at most `most` code points of it and at most `room` escaped, besides an ellipsis
/// where that is not all.
fn plain(text: &str, room: usize, most: usize) -> String {
    let text = unescape(&escape(text));
    let text = text.trim();
    let mut kept = String::new();
    let mut escaped = 0;
    for (count, character) in text.chars().enumerate() {
        // A character's escape is counted in, whether it needs one here or not.
        escaped += if character.is_alphanumeric() || character == ' ' { 1 } else { 2 };
        if count == most || escaped > room - 1 {
            kept.push('…');
            break;
        }
        kept.push(character);
    }
    kept
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::phrases::phrase_with;

    fn message(content: &str) -> Message {
        let mut message = Message::default();
        content.clone_into(&mut message.content);
        message
    }

    #[test]
    fn a_question_is_read_from_its_answer() {
        let before = Asked::new("siapa walikota  hamamatsu?");
        let asked = Asked::new("**dan** @everyone [Ambon](https://a.b)\n# ?").after(Some(&before));
        for language in Language::ALL {
            let shown = format!("### An answer.\n-# [a](b)\n{}", asked.lines(language));
            assert_eq!(Asked::read(&message(&shown)), Some(asked.clone()));
        }
        assert_eq!(asked.question().text, "**dan** @everyone [Ambon](https://a.b) # ?");
        assert_eq!(asked.question().previous.as_deref(), Some("siapa walikota hamamatsu?"));
        assert_eq!(Asked::of(&asked.question()), asked);
    }

    #[test]
    fn a_message_that_answers_nothing_has_no_question() {
        assert_eq!(Asked::read(&message("Hello!\n-# small")), None);
        assert_eq!(Asked::new("\u{200b} \n").lines(Language::En), "");
    }

    #[test]
    fn an_answer_tells_its_language_whatever_it_was_asked_in() {
        for language in Language::ALL {
            let lines = Asked::new("who is 浜松の市長?").after(Some(&Asked::new("siapa?"))).lines(language);
            assert_eq!(language_said(&message(&format!("### Nakano.\n{lines}"))), Some(language));
            assert_eq!(language_said(&message(&phrase(language, "thanks"))), Some(language));
            let help = phrase_with(language, "help-mention", [("ask", "</ask:1>".into())]);
            assert_eq!(language_said(&message(&help)), Some(language));
        }
        assert_eq!(language_said(&message("👍")), None);
    }

    #[test]
    fn a_third_question_knows_the_first() {
        let second = Asked::new("dan kapan?").after(Some(&Asked::new("siapa walikota ambon?")));
        let third = Asked::new("di mana?").after(Some(&second));
        assert_eq!(third.question().previous.as_deref(), Some("siapa walikota ambon? / dan kapan?"));
        assert_eq!(Asked::of(&third.question()), third);
    }

    #[test]
    fn of_a_long_question_as_much_is_kept_as_is_read() {
        let asked = Asked::new(&"浜".repeat(600));
        assert_eq!(asked.text(), format!("{}…", "浜".repeat(Question::MAX_LENGTH)));
        assert_eq!(Asked::new(asked.text()), asked);
    }

    proptest! {
        #[test]
        fn any_question_comes_back_as_it_was_asked(text in "\\PC{0,80}|[*@\\\\`<>:/ #]{0,700}", before in "\\PC{0,400}") {
            let asked = Asked::new(&text).after(Some(&Asked::new(&before)));
            for language in Language::ALL {
                let lines = asked.lines(language);
                prop_assert!(length(&lines) <= LINES);
                if !asked.text().is_empty() {
                    prop_assert_eq!(Asked::read(&message(&lines)), Some(asked.clone()));
                }
            }
            prop_assert_eq!(Asked::of(&asked.question()), asked);
        }
    }
}
