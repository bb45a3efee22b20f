//! From a question to an answer: ranking, the best sentence, and knowing when the corpus is silent.
//!
//! The core's front door. It takes a [`Question`] and gives an [`Answer`]; it does no I/O and cannot fail.

mod another_place;
mod answerer;
mod asking;
mod bayes;
mod bearing;
mod comparing;
mod completion;
mod confidence;
mod counting;
mod cutting;
mod differing;
mod elsewhere;
mod first_of;
mod following;
mod further;
mod glossary;
mod grams;
mod guessed_holder;
mod happened;
mod holder;
mod introduction;
mod lookup;
mod matching;
mod named_places;
mod narrowed;
mod nothing;
mod outcome;
mod query;
mod question;
mod ranking;
mod reading;
mod reordering;
mod role;
mod sentence;
mod several;
mod small_talk;
mod somebody;
mod span;
mod spelling;
mod telling;
mod timeline;
mod together;
mod untold;
mod very_name;
mod wants;
mod weights;
mod whereabouts;
mod wording;

pub use answerer::Answerer;
pub use differing::{MOST_DIFFERING, Statement};
pub use lookup::Surroundings;
pub use outcome::{Answer, Citation, CitedPassage, NotFound, Outcome, RankedPassages, Reason};
pub use question::Question;
pub use timeline::{DatedFact, TimelineFilter};
