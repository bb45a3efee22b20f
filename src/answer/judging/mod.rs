//! Whether the best passage is an answer, and what that rests on.
//!
//! In the order in which to read them: `judged` tells how likely it is one; `confidence` weighs all signals; `elsewhere` tells
//! of passages on another place, year or thing, `counting` of numbers of other things, [`whereabouts`] where a place lies,
//! [`very_name`] who somebody is that the question names, [`happened`] what happened in a year, `in_its_stead` what is told of another
//! place than is asked about, `intended` what was only meant to be, `acting` who did something that was no person, `swapped` who did
//! what the other one did, `outdone` what is told of another place alone, `in_so_many_words` what a passage would have to
//! say, `ambiguous` what may be asked of several places, `excepted` what is asked besides something.

mod acting;
mod ambiguous;
pub(super) mod confidence;
mod counting;
mod elsewhere;
mod excepted;
pub(super) mod happened;
mod in_its_stead;
mod in_so_many_words;
mod intended;
mod judged;
mod outdone;
mod swapped;
pub(super) mod very_name;
pub(super) mod whereabouts;

pub(super) use confidence::{AS_WRITTEN, ByItself, FOUND, FollowUp, JUST_UNSURE, SURE, UNSURE};
