//! What people ask passages with, the phrases of the corpus, and what they ask in vain, set beside a question.
//!
//! In the order in which to read them: `phrases` finds the question's words in them; `wants` tells whether they ask for the same
//! kind of thing; `untold` whether the question is nearer to them or to what is asked in vain, as `wording` tells: by the
//! nearest phrase, unless `named_places` says that it asks of other places, and by all of them (`bayes`), both over the `grams`
//! that `cutting` gathers.

mod bayes;
mod cutting;
mod grams;
mod named_places;
mod phrases;
mod untold;
mod wants;
mod wording;

pub(in crate::answer) use phrases::{AllAsking, best_phrase, closest_phrases};
pub(in crate::answer) use untold::{Compared, Nearness, Untold};
pub(in crate::answer) use wants::{OfPhrases, Wants};
