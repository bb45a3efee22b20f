//! Kembar answers questions about the sister-city partnership of Ambon and Hamamatsu, from its corpus alone.
//!
//! In the order in which to read them:
//!
//! - [`corpus`]: documents and passages, read from TOML and checked.
//! - [`language`]: Indonesian, English, Japanese: which one a text is, its sentences and its terms.
//! - [`index`]: the tantivy schema, building it, asking it.
//! - [`answer`]: from a [`answer::Question`] to an [`answer::Answer`].
//! - [`discord`]: the bot; events become questions, answers become messages.
//! - [`gaps`]: what was asked for in vain, where the operator keeps that.
//! - [`monitoring`]: how the bot is, over HTTP, where the operator switches that on.
//! - [`phrases`]: what Kembar says around its passages, in each language.
//! - [`settings`]: the environment and `.env`, as typed values.
//! - [`terminal`]: the command line and what its commands print.
//!
//! The first four are the *core*: values in, values out, no clock, no network, no Discord. The faces below them never
//! decide what an answer is; they only show it.

pub mod answer;
pub mod corpus;
pub mod discord;
pub mod gaps;
pub mod index;
pub mod language;
pub mod monitoring;
pub mod phrases;
pub mod settings;
pub mod terminal;
