//! From a text to its terms: how it is cut into words, and which words count as one.
//!
//! In the order in which to read them: `analyzer` cuts, `fold` has one writing for what is written in many ways, `stem` one form
//! of a word for all, as `indonesian` tells of Indonesian ones; `digits` tells which are a year, `eras` which year 平成26年 is. `stop_words` are those that find nothing by themselves,
//! `synonyms` those that may stand for each other; `edit_distance` tells how far two are apart.

mod analyzer;
mod digits;
mod edit_distance;
mod eras;
mod fold;
mod indonesian;
mod stem;
mod stop_words;
mod synonyms;

pub(super) use analyzer::is_kana;
pub use analyzer::{Term, bigrams, is_cjk, is_hiragana, is_katakana, terms};
pub(crate) use analyzer::{
    behind_beginning, find_word, finds_any, holds_one_of, holds_word, is_one_of, plain_words, range_in, word_ranges,
    words_of, words_with_apostrophes,
};
pub(in crate::language) use digits::RECENT;
pub(crate) use digits::{has_digit, is_digits, year_in_digits};
pub use edit_distance::{edit_distance, nearest};
pub use eras::with_western_years;
pub use fold::{Folded, is_invisible, rewritten, spliced, with_narrow_digits};
pub(super) use indonesian::is_root;
pub(super) use stem::stem;
pub(super) use stop_words::WordSet;
pub use stop_words::{aspects, is_chatter, is_stop_word, is_weak_word};
pub(super) use synonyms::has_synonyms;
pub use synonyms::synonym_groups;
