//! The question as it is understood: its words, the names among them, and what it narrows down.
//!
//! In the order in which to read them: `concept` is a word with all that may stand for it, `query` has all of them, `candidates` the terms to look for passages by, `glossary` the names that one
//! thing has elsewhere, `kana` those of places that Japanese writes in other letters; `asked_for` is what it says of the thing
//! that it asks for, `narrowed` what only some of the passages that hold its words may tell, `first_of` of which place
//! something was the first.

mod asked_for;
mod candidates;
mod concept;
mod first_of;
mod glossary;
mod kana;
mod narrowed;
mod query;

pub(super) use asked_for::AskedFor;
pub(super) use concept::{Alternative, Concept};
pub(super) use glossary::{Mention, Names};
pub(super) use narrowed::{HolderAsked, Narrowed};
pub(super) use query::{OF_BEGINNINGS, PlaceNamed, Query};
