//! Kembar answers questions about the sister-city partnership of Ambon and Hamamatsu, from its corpus alone.
//!
//! In the order in which to read them:
//!
//! - [`corpus`]: documents and passages, read from TOML and checked.
//! - [`language`]: Indonesian, English, Japanese: which one a text is, its sentences and its terms.
//! - [`index`]: the tantivy schema, building it, asking it.
//! - [`answer`]: from a [`answer::Question`] to an [`answer::Answer`].
//! - [`terminal`]: the command line and what its commands print.
//!
//! The first four are the *core*: values in, values out, no clock, no network, no Discord. The face below them never
//! decides what an answer is; it only shows it.

pub mod answer;
pub mod corpus;
pub mod index;
pub mod language;
pub mod terminal;
