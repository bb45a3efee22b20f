//! A question in plain words: each of these takes a text, and hands it over without what it is about, or as it was meant.
//!
//! In the order in which they are asked: `letter` frames a question, `restated` is what is taken back in mid sentence, `ended` tells where sentences end, `options` are what a quiz lets one choose from, `requested` leads to a question, `told_of` to what alone is to be told of, `guess_behind` follows
//! one, `stretched` are letters, `kanji_numbers` are read as digits, `written_dates` are days in other writings, `negated` denies what
//! is asked, `not_chosen` stands beside what it is asked why of, `hedged` may be mistaken; `dialect` is Ambonese Malay and what is typed fast, `years_ago` ask when it was, `initials` are the
//! United States, `people_counted` names who is counted, `signed` asks by signatures, `short_years` have two digits; `confirmed` is a number, `stated_place` a place,
//! that who asks holds to be so. `exactly` is left out of what goes on from another question.

mod confirmed;
mod dialect;
mod ended;
mod exactly;
mod guess_behind;
mod hedged;
mod initials;
mod kanji_numbers;
mod letter;
mod negated;
mod not_chosen;
mod options;
mod people_counted;
mod requested;
mod restated;
mod short_years;
mod signed;
mod stated_place;
mod stretched;
mod told_of;
mod written_dates;
mod years_ago;

pub use confirmed::{asks_to_confirm, length_without_tag, with_guesses_asked};
pub use dialect::in_plain_words;
pub use ended::with_ends_marked;
pub use exactly::without_exactly;
pub use guess_behind::without_guess;
pub use hedged::{with_truth_asked, without_hedge};
pub use initials::with_states_named;
pub use kanji_numbers::with_digits;
pub use letter::without_letter;
pub use negated::without_denial;
pub use not_chosen::{with_choice_named, without_what_was_not_chosen};
pub use options::{with_truth_in_words, without_options};
pub use people_counted::with_people_counted;
pub use requested::{sought, without_lead, without_request};
pub use restated::without_what_was_restated;
pub use short_years::with_whole_years;
pub use signed::with_signers_asked;
pub use stated_place::with_place_asked;
pub use stretched::unstretched;
pub use written_dates::with_plain_dates;
pub use years_ago::with_when_for_years_ago;
