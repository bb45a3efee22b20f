//! What is looked up beside questions.
//!
//! In the order in which to read them: `by_name` has a passage by its name and what stands around it, `completion` what is being
//! typed, `bearing` what bears on a message, `timeline` every dated fact in order.

mod bearing;
mod by_name;
mod completion;
mod timeline;

pub use by_name::{Surroundings, name_as_written};
pub(super) use completion::Completions;
pub(super) use timeline::Dates;
pub use timeline::{DatedFact, Timeline, TimelineFilter};
