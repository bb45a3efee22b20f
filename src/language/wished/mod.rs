//! What somebody wishes of an answer: its `language`, `more` of it, or who says so (`sayer`).

mod language;
mod more;
mod sayer;

pub use language::wished_language;
pub use more::{wishes_more, wishes_others, wishes_the_next};
pub use sayer::{asks_who_says_so, tells_who_says_so};
