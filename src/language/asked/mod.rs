//! What a question asks for.
//!
//! In the order in which to read them: `words` are those of a question, short forms written out; `indefinite` tells
//! where one that asks in Japanese asks for nothing, `clauses` where its clauses end; `kind` tells by them whether a
//! date, a number, somebody or a place is asked for, `place` whether that is a city or a country, `question_words`
//! what asks beside that, `want` both and a reason. Of a number, `measure` tells what it measures, `counted` what it
//! counts, `currency` in what a sum is told, `repeated` whether something comes back each year; `order` tells which of
//! several in a row, `together` several things with one verb, `in_full` what was asked before for another thing,
//! `lines` one thing each in lines of their own, `earlier` which of two was before the other, `excepted` what is not
//! asked for, `denied` whether what is not so is, `ties` what ties two places, `bounds` of which years, `whether` that
//! something is so, `presupposed` whether what it tells of is taken for so, `as_a_city` whether a city is meant as
//! such, `office` which office is,
//! `head` the thing itself that is asked for, `statement` what somebody said, `in_office` since when an office is held,
//! `next` when something comes again, `continued` whether it goes on, `example` one of it, `outcome` what came of it, `reached` how
//! somebody is reached, `claimed` what
//! somebody says is so and wants checked.

mod as_a_city;
mod bounds;
mod claimed;
mod clauses;
mod continued;
mod counted;
mod currency;
mod denied;
mod earlier;
mod example;
mod excepted;
mod head;
mod in_full;
mod in_office;
mod indefinite;
mod kind;
mod lines;
mod measure;
mod next;
mod office;
mod order;
mod outcome;
mod place;
mod presupposed;
mod question_words;
mod reached;
mod repeated;
mod statement;
mod ties;
mod together;
mod want;
mod whether;
mod words;

pub use as_a_city::asks_of_it_as_a_city;
pub use bounds::{BoundedYears, bounded_years};
pub(crate) use claimed::is_long_enough;
pub use claimed::{Claim, claims};
pub use clauses::{before_last_sentence, last_clause};
pub use continued::{
    asks_only_whether_it_goes_on, asks_whether_it_goes_on, says_that_it_goes_on, tells_that_it_goes_on,
};
pub use counted::counted;
pub use currency::Currency;
pub use denied::{asks_for_what_is_not, tells_of_what_is_not};
pub(super) use earlier::FIRST_BY_PALING;
pub(crate) use earlier::{WHICH, asks_for_the_earlier, asks_for_the_earlier_of_several, asks_which_was_earlier};
pub use example::{asks_for_an_example, tells_an_example};
pub use excepted::Excepted;
pub use head::is_asked_for;
pub use in_full::{asked_in_full, asks_how_alone, is_doer};
pub use in_office::{asks_since_when_in_office, tells_of_taking_office};
pub use kind::asking_clauses;
pub(crate) use kind::asks_something;
pub(crate) use lines::ask_line_by_line;
pub use measure::Measure;
pub use next::{asks_when_next, tells_of_the_next};
pub use office::office;
pub use order::{
    Order, asked_for_the_second, asks_for_the_second_alone, later_place, names_the_last, tells_a_beginning,
};
pub use outcome::{asks_what_came_of_it, tells_what_came_of_it};
pub use place::PlaceAsked;
pub use presupposed::takes_for_so;
pub(crate) use question_words::asks_for_more_than_whether;
pub use question_words::{asks_for_several, asks_in_its_order, asks_what_happened, has_question_word, said_after};
pub use reached::tells_how_to_reach;
pub use statement::{asks_what_was_said, tells_what_was_said};
pub(crate) use ties::{asks_of_a_tie, asks_of_what_is_shared};
pub(crate) use together::AND;
pub use together::asked_together;
pub use want::{Want, tells_a_reason};
pub(crate) use whether::linked;
pub use whether::{asks_whether, asks_whether_linked};
pub(super) use words::ASKING_OTHERWISE;
