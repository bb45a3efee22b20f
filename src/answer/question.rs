//! What is asked.

use crate::language::Language;

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
    /// How many passages to show at most, 1 to [`Question::MAX_PASSAGES`]; a number outside is taken as the nearest.
    pub limit: usize,
}

impl Question {
    /// What stands between questions that were asked one after the other.
    pub const BETWEEN: &str = " / ";
    /// The most of a question that is read, in Unicode code points.
    pub const MAX_LENGTH: usize = 500;
    /// The most passages in an answer.
    pub const MAX_PASSAGES: usize = 10;
    /// How many passages an answer shows unless told otherwise.
    pub const USUAL_PASSAGES: usize = 5;

    /// A question of which only the text is known.
    #[must_use]
    pub fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), language: None, fallback: Language::En, previous: None, limit: Self::USUAL_PASSAGES }
    }

    /// What the next question goes on from: `text`, and what it went on from itself where both together are short.
    #[must_use]
    pub fn in_turn(before: Option<&str>, text: &str, is_short: impl Fn(&str) -> bool) -> String {
        let both = before.map(|before| [before, text].join(Self::BETWEEN));
        both.filter(|both| is_short(both)).unwrap_or_else(|| text.to_owned())
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

    /// The same question, with `limit` passages at most.
    #[must_use]
    pub fn limited_to(mut self, limit: usize) -> Self {
        self.limit = limit.clamp(1, Self::MAX_PASSAGES);
        self
    }
}
