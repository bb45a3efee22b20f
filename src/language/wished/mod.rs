//! What somebody wishes of an answer: its `language`, `more` of it, who says so (`sayer`), or whether it is so (`doubted`).

mod doubted;
mod language;
mod more;
mod sayer;

pub use doubted::doubts_what_was_told;
pub use language::wished_language;
pub use more::{wishes_more, wishes_others, wishes_the_next};
pub use sayer::{asks_who_says_so, tells_who_says_so};
