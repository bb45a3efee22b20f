//! Indonesian, English, Japanese: which of them a text is, and how each is cut into sentences and terms.
//!
//! Nothing here knows what a document or an answer is.

mod analyzer;
mod answer_kind;
mod asked_kind;
mod asked_together;
mod by_language;
mod counted;
mod dates;
mod detection;
mod dialect;
mod edit_distance;
mod endings;
mod fold;
mod guessed;
mod hedged;
mod indonesian;
mod leaning;
mod measure;
mod negated;
mod order;
mod question_words;
mod requested;
mod returns;
mod roles;
mod sentences;
mod short_years;
mod stem;
mod stop_words;
mod stretched;
mod synonyms;
mod want;
mod wished;
mod wished_more;
mod wished_sayer;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use analyzer::{Term, bigrams, is_cjk, is_hiragana, terms};
pub(crate) use analyzer::{find_word, holds_word, word_ranges};
pub use answer_kind::{AnswerKind, is_country, lists};
pub use asked_kind::asking_clauses;
pub(crate) use asked_kind::long_form;
pub(crate) use asked_together::AND;
pub use asked_together::asked_together;
pub use by_language::ByLanguage;
pub use counted::{counted, with_people_counted};
pub use dates::{WrittenDate, month, written_date, years};
pub use detection::{detect, is_everyday};
pub use dialect::in_plain_words;
pub use edit_distance::edit_distance;
pub use endings::tells_of_an_end;
pub use fold::{Folded, is_invisible, rewritten, spliced, with_narrow_digits};
pub use guessed::{asks_to_confirm, with_guesses_asked, with_place_asked, without_guess};
pub use hedged::without_hedge;
pub use leaning::{leans_on_the_one_before, points_back};
pub use measure::Measure;
pub use negated::without_denial;
pub use order::Order;
pub use question_words::{asks_for_several, asks_what_happened, has_question_word, said_after};
pub use requested::without_lead;
pub use returns::told_to_return;
pub use roles::{
    asks_of_a_former, asks_of_now, is_deed, is_of_one, is_role, names_a_role, tells_of_a_former, tells_of_the_past,
};
pub use sentences::sentences;
pub use short_years::with_whole_years;
pub(crate) use stem::STEM_LISTS;
pub use stop_words::{is_aspect, is_chatter, is_stop_word, is_weak_word};
pub use stretched::unstretched;
pub use synonyms::synonym_groups;
pub use want::{Want, tells_a_reason};
pub use wished::wished_language;
pub use wished_more::wishes_more;
pub use wished_sayer::{asks_who_says_so, tells_who_says_so};

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
