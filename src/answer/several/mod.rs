//! Questions that ask several things, each answered by itself.
//!
//! In the order in which to read them: `in_one` parts several questions in one message, or with one verb; `comparing` asks the
//! same of each of two places; `together` makes one answer of theirs.

mod comparing;
mod in_one;
mod together;
