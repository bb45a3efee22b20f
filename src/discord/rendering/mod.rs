//! An answer as Discord shows it: an embed, or plain text where embeds are not allowed. Values in, values out.
//!
//! In the order in which to read them: `answer` shows an answer, `differing` what its sources say otherwise, `rows` the
//! controls under it, `context` a passage between its neighbours, [`parts`] what all are made of. Every part has a room of
//! its own, and the rooms together are within Discord's limits, so no reply is ever too long. Whatever comes from a passage
//! or a question goes through [`escape`](super::escape).

mod answer;
mod context;
mod differing;
pub mod parts;
mod rows;

use serenity::all::{CreateEmbed, UserId};

use super::asked::Asked;
use super::reply::Reply;
use crate::answer::{Answer, Outcome, Reason};
use crate::corpus::Corpus;
use crate::language::Language;
use crate::phrases::{phrase, phrase_with};

pub use context::{REACH, context};
pub use rows::removal;

/// How many passages an answer on Discord shows: what a phone's screen holds.
pub const PASSAGES: usize = 3;

/// The room of what was looked for, of a title, of a question to try, in code points, as every room.
const LINE: usize = 150;

/// Found, unsure, not found: seen beside the words that say so, never alone.
pub(in crate::discord) const GREEN: u32 = 0x002F_855A;
/// See [`GREEN`].
pub(in crate::discord) const AMBER: u32 = 0x00B7_791F;
/// See [`GREEN`].
pub(in crate::discord) const GREY: u32 = 0x0071_8096;
/// What is no answer: a list, a help.
pub(in crate::discord) const BLUE: u32 = 0x001C_5D99;

/// Which of the two a channel takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Embeds, as it should be.
    Embed,
    /// Text, where the bot may not embed links.
    Text,
}

/// Who sees an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// All who see the channel.
    All,
    /// Its asker alone.
    Asker {
        /// Can it be posted for all to see.
        shareable: bool,
        /// Can it be called no help.
        rateable: bool,
    },
}

impl Audience {
    /// Its asker, at first.
    pub const ASKER: Self = Self::Asker { shareable: true, rateable: true };

    /// `private` for the asker's eyes alone.
    #[must_use]
    pub const fn of(private: bool) -> Self {
        if private { Self::ASKER } else { Self::All }
    }
}

/// How an answer is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// The form.
    pub form: Form,
    /// Who asked.
    pub asker: UserId,
    /// Who sees it.
    pub audience: Audience,
    /// The place of the first passage that is shown, from 0.
    pub from: u8,
}

impl View {
    /// The beginning of an answer to `asker`.
    #[must_use]
    pub const fn new(form: Form, asker: UserId, audience: Audience) -> Self {
        Self { form, asker, audience, from: 0 }
    }

    /// The same, from another passage on.
    #[must_use]
    pub const fn starting_at(mut self, from: u8) -> Self {
        self.from = from;
        self
    }
}

/// The reply that shows `answer`, which is from `corpus`. Where there is no passage at the view's beginning, it begins with the
/// first.
#[must_use]
pub fn answer(answer: &Answer, corpus: &Corpus, view: &View) -> Reply {
    let passages = answer.passages();
    let from = if usize::from(view.from) < passages.len() { view.from } else { 0 };
    let view = view.starting_at(from);
    let passages = &passages[from.into()..];
    let asked = if is_in_passing(answer) { String::new() } else { Asked::of(&answer.question).lines(answer.language) };
    let (reply, shown) = match if is_one_line(answer) { Form::Text } else { view.form } {
        Form::Embed => {
            let (embed, shown) = answer::embed(answer, from.into(), passages, &asked);
            (Reply::embed(embed), shown)
        }
        Form::Text => {
            let (text, shown) = answer::text(answer, from.into(), passages, &asked);
            (Reply::text(text), shown)
        }
    };
    reply.with_rows(rows::rows(answer, corpus, &view, shown))
}

/// Is it said in passing, so that nothing goes on from it, as from a complaint the same does in other words.
fn is_in_passing(answer: &Answer) -> bool {
    answer.reason().is_some_and(|reason| reason.is_small_talk() && reason != Reason::Complaint)
}

/// Is it but one line in passing, as to thanks, which takes no embed.
#[must_use]
pub fn is_one_line(answer: &Answer) -> bool {
    is_in_passing(answer) && matches!(&answer.outcome, Outcome::NotFound(it) if it.suggestions.is_empty())
}

/// The help that a bare mention gets, with the command to `ask` by and `questions` to try.
#[must_use]
pub fn help(language: Language, by_role: bool, ask: &str, questions: &[&str], form: Form) -> Reply {
    let mut help = phrase_with(language, "help-mention", [("ask", ask.into())]);
    if by_role {
        help = format!("{help}\n{}", phrase(language, "help-role"));
    }
    let questions = questions.iter().map(|question| parts::line(question));
    let help = format!("{help}\n{}", parts::list(language, "try-asking", questions));
    match form {
        Form::Embed => Reply::embed(CreateEmbed::new().description(help).colour(BLUE)),
        Form::Text => Reply::text(help),
    }
}
