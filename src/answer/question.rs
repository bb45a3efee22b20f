//! What is asked.

use crate::language::{Language, wished_language};

/// A question as it comes from a face of the bot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// The text as asked. Any text at all, also none; what is past [`Question::MAX_LENGTH`] is not read.
    pub text: String,
    /// The reader's language, where the face knows it; else the question's words tell.
    pub language: Option<Language>,
    /// The language to take where neither the reader's is known nor the words tell.
    pub fallback: Language,
    /// The question before it, where this one is a follow-up; of several, the first one first, with [`Question::BETWEEN`]
    /// between them.
    pub previous: Option<String>,
    /// How many passages to show at most, 1 to [`Question::MAX_PASSAGES`]; a number outside is taken as the nearest. Several
    /// questions in one text have the best passage of each all the same: one less would leave a question unanswered.
    pub limit: usize,
}

impl Question {
    /// What stands between questions that were asked one after the other.
    pub const BETWEEN: &str = " / ";
    /// The most of a question that is read, in Unicode code points.
    pub const MAX_LENGTH: usize = 500;
    /// The most of the questions before it that is kept, in Unicode code points.
    pub const MAX_BEFORE: usize = 260;
    /// The most passages in an answer.
    pub const MAX_PASSAGES: usize = 10;
    /// How many passages an answer shows unless told otherwise.
    pub const USUAL_PASSAGES: usize = 5;

    /// A question of which only the text is known.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), language: None, fallback: Language::En, previous: None, limit: Self::USUAL_PASSAGES }
    }

    /// What the next question goes on from: `text`, and what it went on from itself where both together are short. What people
    /// type like [`Question::BETWEEN`] parts no questions: *at 9 / 10* becomes *at 9/10*.
    #[must_use]
    pub fn in_turn(before: Option<&str>, text: &str, is_short: impl Fn(&str) -> bool) -> String {
        let text = without_wish(text).map_or_else(|| text.to_owned(), |(_, text)| text);
        let text = text.replace(Self::BETWEEN, Self::BETWEEN.trim());
        if text.is_empty() {
            return before.unwrap_or_default().to_owned();
        }
        let both = before.map(|before| [before, &text].join(Self::BETWEEN));
        both.filter(|both| is_short(both)).unwrap_or(text)
    }

    /// The part of `text` that is read of a question.
    pub(super) fn within_length(text: &str) -> &str {
        text.char_indices().nth(Self::MAX_LENGTH).map_or(text, |(end, _)| &text[..end])
    }

    /// The part of it that is read.
    #[must_use]
    pub(super) fn cut(mut self) -> Self {
        self.text.truncate(Self::within_length(&self.text).len());
        self
    }

    /// The question that is meant: *in English please* is no part of it, and alone asks the one before it again.
    #[must_use]
    pub fn meant(mut self) -> Self {
        let Some((language, text)) = without_wish(&self.text) else { return self };
        self.language = Some(language);
        self.text = text;
        if self.text.is_empty()
            && let Some(previous) = self.previous.take()
        {
            let Talk { before, last } = Talk::of(&previous);
            (self.text, self.previous) = (last.to_owned(), before.map(str::to_owned));
        }
        self
    }

    /// Does it say nothing but in which language to answer.
    #[must_use]
    pub fn is_wish(&self) -> bool {
        without_wish(&self.text).is_some_and(|(_, text)| text.is_empty())
    }

    /// The same question from a reader of `language`.
    #[must_use]
    pub fn for_reader(mut self, language: Option<Language>) -> Self {
        self.language = language;
        self
    }

    /// The same question, in `language` where nothing tells.
    #[must_use]
    pub const fn with_fallback(mut self, language: Language) -> Self {
        self.fallback = language;
        self
    }

    /// The same question, asked after `previous`.
    #[must_use]
    pub fn after(mut self, previous: Option<String>) -> Self {
        self.previous = previous;
        self
    }

    /// The same question, with [`limit`](Self::limit) passages at most.
    #[must_use]
    pub const fn limited_to(mut self, limit: usize) -> Self {
        self.limit = limit;
        self
    }

    /// How many passages to show of one question at most, 1 to [`Question::MAX_PASSAGES`], whatever `limit` says.
    pub(super) fn passages(&self) -> usize {
        self.limit.clamp(1, Self::MAX_PASSAGES)
    }
}

/// Questions that were asked one after the other, with [`Question::BETWEEN`] between them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Talk<'t> {
    /// Those before the last one, where there are any.
    pub(super) before: Option<&'t str>,
    pub(super) last: &'t str,
}

impl<'t> Talk<'t> {
    pub(super) fn of(asked: &'t str) -> Self {
        match asked.rsplit_once(Question::BETWEEN) {
            Some((before, last)) => Self { before: Some(before), last },
            None => Self { before: None, last: asked },
        }
    }
}

/// The language that `text` wishes to be answered in, and the text without that; `None` where it wishes for none.
fn without_wish(text: &str) -> Option<(Language, String)> {
    let (language, wish) = wished_language(text)?;
    let is_around =
        |character: char| character.is_whitespace() || matches!(character, ',' | ':' | ';' | '(' | ')' | '-');
    let (before, behind) =
        (text[..wish.start].trim_end_matches(is_around), text[wish.end..].trim_start_matches(is_around));
    let text = [before, behind].join(" ");
    let says_something = text.contains(char::is_alphanumeric);
    Some((language, if says_something { text.trim().to_owned() } else { String::new() }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_past_the_longest_question_is_not_read() {
        let text = "あ".repeat(Question::MAX_LENGTH);
        assert_eq!(Question::new(format!("{text} in English please")).cut().text, text);
        assert_eq!(Question::new("kapan").cut().text, "kapan");
    }

    #[test]
    fn a_talk_has_a_last_question() {
        for (asked, before, last) in [("a / b / c", Some("a / b"), "c"), ("a", None, "a"), ("a /b", None, "a /b")] {
            assert_eq!(Talk::of(asked), Talk { before, last });
        }
    }

    #[test]
    fn a_wish_for_a_language_is_no_part_of_a_question() {
        let meant = |text: &str, previous: Option<&str>| {
            let Question { text, previous, language, .. } =
                Question::new(text).after(previous.map(str::to_owned)).meant();
            (text, previous, language)
        };
        let is =
            |text: &str, previous: Option<&str>, language| (text.to_owned(), previous.map(str::to_owned), language);
        let (en, ja) = (Some(Language::En), Some(Language::Ja));
        assert_eq!(meant("who is the mayor?", Some("a")), is("who is the mayor?", Some("a"), None));
        assert_eq!(meant("jawab pakai bahasa inggris: siapa wali kota?", None), is("siapa wali kota?", None, en));
        assert_eq!(meant("who is he? (in Japanese please)", Some("a")), is("who is he?", Some("a"), ja));
        assert_eq!(
            meant("日本語で", Some("siapa wali kota / sejak kapan")),
            is("sejak kapan", Some("siapa wali kota"), ja)
        );
        assert_eq!(meant("in English please!", Some("siapa")), is("siapa", None, en));
        assert_eq!(meant("in English please!", None), is("", None, en));
        assert!(Question::new("in English please!").is_wish());
        assert!(!Question::new("who, in English please").is_wish() && !Question::new("").is_wish());
        let short = |_: &str| true;
        assert_eq!(Question::in_turn(Some("siapa"), "in English please", short), "siapa");
        assert_eq!(Question::in_turn(Some("siapa"), "kapan? jawab dalam bahasa jepang", short), "siapa / kapan?");
        assert_eq!(Question::in_turn(None, "in English please", short), "");
        assert_eq!(Question::in_turn(None, "buka jam 9 / 10?", short), "buka jam 9/10?");
        assert_eq!(Question::in_turn(Some("siapa"), "jam 9 / 10 / 11?", short), "siapa / jam 9/10/11?");
    }
}
