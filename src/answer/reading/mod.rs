//! What is read of a question: without what is said around it, in plain words, and what is guessed asked for.
//!
//! In the order in which it is done: [`small_talk`] and `introduction` are what is said around a question, `corrected` what is
//! taken back in it, `guessed_holder`, `guessed_place`, `guessed_year` and `guessed_number` what is to be confirmed, `spelling` slips of the finger. What needs
//! no corpus is done by the language's own `reading`.

mod corrected;
mod guessed_holder;
mod guessed_number;
mod guessed_place;
mod guessed_year;
mod introduction;
pub(super) mod small_talk;
mod spelling;

use std::borrow::Cow;

use super::{Answerer, Question};
use crate::language::{
    Folded, in_plain_words, is_country, unstretched, with_digits, with_guesses_asked, with_narrow_digits,
    with_people_counted, with_place_asked, with_plain_dates, with_western_years, with_whole_years, without_denial,
    without_guess, without_hedge, without_lead, without_request,
};

pub(super) use spelling::Spelling;

impl Answerer {
    /// `text` with each word that has a slip in it as it is meant.
    pub(super) fn spelt<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        self.spelling.corrected(text, self.corpus(), self.index(), self.names())
    }

    /// The part of a question that is read, no letter of it stretched, in no dialect and years in full, without the small talk
    /// around it and who is asking; where they are may be what they ask of.
    pub(super) fn read_part<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let read = Question::within_length(text);
        let names_no_place = |part: &str| self.names().mentioned_places(part).next().is_none();
        let asks = without_guess(without_lead(small_talk::without(read, names_no_place)));
        let is_place = |name: &str| self.names().names_a_place(name) || is_country(Folded::new(name).as_str());
        let is_city = |name: &str| self.names().names_a_place(name);
        let plainly = with_plain_dates(with_digits(with_narrow_digits(without_request(unstretched(asks)))));
        let said = self.names().without_what_was_taken_back(without_denial(plainly));
        let plain = with_western_years(in_plain_words(without_hedge(said)));
        let read = self.names().without_guessed_first(with_whole_years(with_people_counted(plain, is_city)));
        let read = with_place_asked(with_guesses_asked(self.with_guessed_holder_asked(read)), is_place);
        self.with_guessed_number_asked(self.with_guessed_year_asked(self.with_guessed_place_asked(read)))
    }
}
