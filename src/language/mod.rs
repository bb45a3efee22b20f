//! Indonesian, English, Japanese: which of them a text is, and how each is cut into sentences and terms.
//!
//! Nothing here knows what a document or an answer is.
//!
//! In the order in which to read them: `detection` tells which language a text is in, `sentences` where its sentences end, and
//! `words` cuts it into terms, for index, passage and question alike. `told` is what a text tells; `asked` what a question asks
//! for, `wished` what else it wishes, and `reading` puts it into plain words.

mod asked;
mod by_language;
mod detection;
mod reading;
mod sentences;
mod told;
mod wished;
mod words;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub(crate) use asked::{
    AND, WHICH, ask_line_by_line, asks_for_more_than_whether, asks_for_the_earlier, asks_for_the_earlier_of_several,
    asks_of_a_tie, asks_of_what_is_shared, asks_something, asks_which_was_earlier, is_long_enough, linked,
};
pub use asked::{
    BoundedYears, Claim, Currency, Excepted, Measure, Order, PlaceAsked, Want, asked_for_the_second, asked_in_full,
    asked_together, asking_clauses, asks_for_an_example, asks_for_several, asks_for_the_second_alone,
    asks_for_what_is_not, asks_how_alone, asks_in_its_order, asks_of_it_as_a_city, asks_only_whether_it_goes_on,
    asks_since_when_in_office, asks_what_came_of_it, asks_what_happened, asks_what_was_said, asks_when_next,
    asks_whether, asks_whether_it_goes_on, asks_whether_linked, before_last_sentence, bounded_years, claims, counted,
    has_question_word, is_asked_for, is_doer, last_clause, later_place, names_the_last, office, said_after,
    says_that_it_goes_on, takes_for_so, tells_a_beginning, tells_a_reason, tells_an_example, tells_how_to_reach,
    tells_of_taking_office, tells_of_the_next, tells_of_what_is_not, tells_that_it_goes_on, tells_what_came_of_it,
    tells_what_was_said,
};
pub use by_language::ByLanguage;
pub use detection::{detect, is_everyday};
pub use reading::{
    asks_to_confirm, in_plain_words, length_without_tag, sought, unstretched, with_choice_named, with_digits,
    with_ends_marked, with_guesses_asked, with_people_counted, with_place_asked, with_plain_dates, with_signers_asked,
    with_states_named, with_truth_asked, with_truth_in_words, with_when_for_years_ago, with_whole_years,
    without_denial, without_exactly, without_guess, without_hedge, without_lead, without_letter, without_options,
    without_request, without_what_was_not_chosen, without_what_was_restated,
};
pub(crate) use sentences::SENTENCE_ENDS;
use sentences::is_no_end;
pub use sentences::sentences;
pub use told::{
    AnswerKind, Deed, WrittenDate, asks_of_a_former, asks_of_a_relative_time, asks_of_now, asks_of_the_one_before,
    asks_who_held_it_then, begins_with_a_country, dates_asked, deeds, ends_with_a_role, is_a_date_alone, is_country,
    is_deed, is_of_one, is_origin, is_role, leans_on_the_one_before, lists, month, names_a_country, names_a_deed,
    names_a_role, points_back, stands_where, superlative, tells_of_a_former, tells_of_an_end, tells_of_no_longer_being,
    tells_of_the_first_holder, tells_of_the_past, tells_one_of, told_to_return, with_the_one_before, written_date,
    years, years_of_events,
};
pub(crate) use told::{FORMER, FORMER_JA, THEN, ends_a_relative_time, is_number_word};
pub use wished::{
    asks_who_says_so, doubts_what_was_told, tells_who_says_so, wished_language, wishes_more, wishes_others,
    wishes_the_next,
};
use words::RECENT;
pub use words::{
    Folded, Term, aspects, bigrams, edit_distance, is_chatter, is_cjk, is_hiragana, is_invisible, is_katakana,
    is_stop_word, is_weak_word, nearest, rewritten, spliced, synonym_groups, terms, with_narrow_digits,
    with_western_years,
};
pub(crate) use words::{
    behind_beginning, find_word, finds_any, has_digit, holds_one_of, holds_word, is_digits, is_one_of, plain_words,
    range_in, word_ranges, words_of, words_with_apostrophes, year_in_digits,
};

/// A language that Kembar reads and answers in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    /// Indonesian (`id`).
    Id,
    /// English (`en`).
    En,
    /// Japanese (`ja`).
    Ja,
}

impl Language {
    /// Every language, in the order in which it is shown.
    pub const ALL: [Self; 3] = [Self::Id, Self::En, Self::Ja];

    /// The two-letter code of ISO 639-1, as in corpus files and JSON.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::En => "en",
            Self::Ja => "ja",
        }
    }

    /// The language of a locale tag such as `en-GB`, `id` or `ja`, or `None` where Kembar does not speak it.
    #[must_use]
    pub fn of_locale(tag: &str) -> Option<Self> {
        tag.split(['-', '_']).next()?.parse().ok()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text was not `id`, `en` or `ja`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the language is one of id, en, ja")]
pub struct UnknownLanguage;

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Self, UnknownLanguage> {
        Self::ALL.into_iter().find(|language| language.code() == code).ok_or(UnknownLanguage)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language() {
        let check = |tag: &str, expect: Option<Language>| assert_eq!(Language::of_locale(tag), expect, "{tag}");
        check("en-US", Some(Language::En));
        check("en-GB", Some(Language::En));
        check("id", Some(Language::Id));
        check("ja", Some(Language::Ja));
        check("nl", None);
        check("", None);
    }
}
