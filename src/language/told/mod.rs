//! What a text tells, be it a passage or a question.
//!
//! In the order in which to read them: `answer_kind` finds dates, numbers and names in it, `dates` says what a date says, `days`
//! whether it is the one that is asked of, `sources` which years are of what is told; `roles` are what somebody is, and was before;
//! `endings` tell that something ended, `returns` that it came back, `relative` that it was last year, `superlatives` that it is
//! the most of all; `leaning` which sentences are understood only after the one before them, `standing` where a name stands as a
//! place, `deeds` who does something to whom.

mod answer_kind;
mod dates;
mod days;
mod deeds;
mod endings;
mod leaning;
mod relative;
mod returns;
mod roles;
mod sources;
mod standing;
mod superlatives;

pub(crate) use answer_kind::is_number_word;
pub use answer_kind::{AnswerKind, begins_with_a_country, is_country, lists, names_a_country};
pub use dates::{WrittenDate, month, written_date, years};
pub use days::{dates_asked, is_a_date_alone, tells_one_of};
pub use deeds::{Deed, deeds, names_a_deed};
pub use endings::{tells_of_an_end, tells_of_no_longer_being};
pub use leaning::{leans_on_the_one_before, points_back};
pub use relative::asks_of_a_relative_time;
pub(crate) use relative::ends_a_relative_time;
pub use returns::told_to_return;
pub(crate) use roles::{FORMER, FORMER_JA, THEN};
pub use roles::{
    asks_of_a_former, asks_of_now, asks_of_the_one_before, asks_who_held_it_then, ends_with_a_role, is_deed, is_of_one,
    is_role, names_a_role, tells_of_a_former, tells_of_the_first_holder, tells_of_the_past, with_the_one_before,
};
pub use sources::years_of_events;
pub use standing::{is_origin, stands_where};
pub use superlatives::superlative;
