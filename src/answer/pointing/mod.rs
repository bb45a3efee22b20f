//! The words of a passage that answer, and those of other sources that say otherwise.
//!
//! In the order in which to read them: [`sentence`] tells the best sentence, `its_place` that on the place that is asked about, [`span`] the words in it, by those that `telling`
//! draws them near to; `place_told` the one place that it tells; `somebody` who holds an office or did a deed, by its `role`
//! and the names of `holder`; `differing` sets contradictions beside them.

mod differing;
mod holder;
mod its_place;
mod place_told;
mod role;
pub(super) mod sentence;
mod somebody;
pub(in crate::answer) mod span;
mod telling;

pub use differing::{MOST_DIFFERING, Statement};
pub(super) use role::WhoIs;
pub(super) use span::{new_things, tells_a_total};
pub(super) use telling::{dates_of_two_places, telling};
