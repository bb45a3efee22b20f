//! From a question to an answer: ranking, the best sentence, and knowing when the corpus is silent.
//!
//! The core's front door. It takes a [`Question`] and gives an [`Answer`]; it does no I/O and cannot fail.
//!
//! In the order in which to read them: `question` and `outcome` are what goes in and what comes out, `excerpt` what is read of
//! a text that is too long to be a question, `answerer` the way from the one to the other. It leads through the folders: `reading` takes what is asked out of what is typed, `understanding` has
//! its words and names, `ranking` puts passages in order, `judging` tells whether the best one answers, and `pointing` at which
//! words; `nothing` says what to say where none does. Questions that are not one by themselves: those of `follow_up` go on
//! from another, those of `several` are several. `lookup` finds what is no question; `cases` is for tests.

mod answerer;
#[cfg(test)]
mod cases;
mod excerpt;
mod follow_up;
mod judging;
mod lookup;
mod nothing;
mod outcome;
mod pointing;
mod question;
mod ranges;
mod ranking;
mod reading;
mod several;
mod understanding;

pub use answerer::Answerer;
pub use excerpt::{question_in, question_on_one_line};
pub use lookup::{DatedFact, Surroundings, Timeline, TimelineFilter, name_as_written};
pub use outcome::{Answer, Citation, CitedPassage, NotFound, Outcome, RankedPassages, Reason};
pub use pointing::{MOST_DIFFERING, Statement};
pub use question::Question;
use question::Talk;

use answerer::citation;
use ranking::Ranking;
