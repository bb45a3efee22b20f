//! What is read of a question: without what is said around it, in plain words, and what is guessed asked for.
//!
//! In the order in which it is done: `pointed_place` names what is pointed at, [`small_talk`] and `introduction` are what is said
//! around a question, `not_meant` a place that is denied in it, `guessed_holder`, `guessed_place`, `guessed_year`, `guessed_number` and
//! `guessed_thing` what is to be confirmed, `spelling` slips of the finger. What needs no corpus is done by the language's own `reading`.

mod guessed_holder;
mod guessed_number;
mod guessed_place;
mod guessed_thing;
mod guessed_year;
mod introduction;
mod not_meant;
mod pointed_place;
pub(super) mod small_talk;
mod spelling;

use std::borrow::Cow;
use std::ops::Range;

use super::judging::SURE;
use super::ranges::is_within;
use super::{Answerer, Question};
use crate::index::{Field, TermId, WeightedTerm};
use crate::language::{
    Folded, Language, in_plain_words, is_country, is_one_of, terms, unstretched, with_choice_named, with_digits,
    with_guesses_asked, with_narrow_digits, with_people_counted, with_place_asked, with_plain_dates,
    with_signers_asked, with_states_named, with_truth_asked, with_western_years, with_when_for_years_ago,
    with_whole_years, without_denial, without_guess, without_hedge, without_lead, without_options, without_request,
    without_what_was_not_chosen, word_ranges,
};

pub(super) use spelling::Spelling;

/// How many passages that hold a word, or are asked with it, are looked into for it.
const HOLDING: usize = 8;

/// Where those words begin that stand right before this byte of `text` and are `listed`; the byte itself where none is.
fn start_of_words_before(text: &str, at: usize, listed: &[&str]) -> usize {
    let words: Vec<_> = word_ranges(&text[..at]).collect();
    let listed = words.iter().rev().take_while(|word| is_one_of(&text[(*word).clone()], listed));
    listed.last().map_or(at, |first| first.start)
}

impl Answerer {
    /// `text` with each word that has a slip in it as it is meant.
    pub(super) fn spelt<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        self.spelling.corrected(text, self.corpus(), self.index(), self.names())
    }

    /// Does a passage surely answer `text`, a question by itself that is read already, but for slips of the finger.
    fn is_surely_told(&self, text: &str) -> bool {
        self.surely_told(text).is_some()
    }

    /// The text of the passage that surely answers it.
    fn surely_told(&self, text: &str) -> Option<&str> {
        let question = Question::new(text);
        let ranking = self.ranking_of(self.spelt(Cow::Borrowed(text)), &question);
        let best = ranking.fits.first().filter(|_| self.is_sure(&ranking, SURE))?;
        Some(self.text_of(best))
    }

    /// Is the word at `range` of `text` as it stands one that passages tell or the glossary names.
    fn means_itself(&self, text: &str, range: &Range<usize>) -> bool {
        let word = text[range.clone()].to_ascii_lowercase();
        let is_told = |language| {
            let field = Field::Words(language);
            // What others are made from may be told by them alone.
            let whole = terms(language, &word).into_iter().filter(|it| it.stem == it.word);
            whole.filter_map(|it| self.index().vocabulary(field).get(&it.stem)).any(|term| self.is_told(field, term))
        };
        let is_named = || self.names().mentions(text).iter().any(|mention| is_within(range, &mention.range));
        [Language::Id, Language::En].into_iter().any(is_told) || is_named()
    }

    /// Does a passage or its title hold the term, and not only what people ask it with.
    fn is_told(&self, field: Field, term: TermId) -> bool {
        let holding = self.index().candidates(&[WeightedTerm { field, term, weight: 1.0 }], HOLDING);
        let in_title = |passage| self.index().title(field, passage).contains(&term);
        let in_text = |passage| self.index().analyzed(field, passage).is_some_and(|it| it.terms().contains(&term));
        holding.into_iter().any(|passage| in_text(passage) || in_title(passage))
    }

    /// The part of a question that is read, no letter of it stretched, in no dialect and years in full, without the small talk
    /// around it and who is asking; where they are may be what they ask of.
    pub(super) fn read_part<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let read = without_options(Question::within_length(text));
        let names_no_place = |part: &str| self.names().mentioned_places(part).next().is_none();
        let is_place = |name: &str| self.names().names_a_place(name) || is_country(Folded::new(name).as_str());
        let is_city = |name: &str| self.names().names_a_place(name);
        let is_all_a_city = |name: &str| matches!(&self.names().places(name)[..], [all] if all.len() == name.len());
        let asks = unstretched(without_guess(small_talk::without(read, names_no_place), names_no_place));
        let asks = without_request(without_lead(asks, is_all_a_city), is_all_a_city);
        let plainly = with_plain_dates(with_digits(with_narrow_digits(asks)));
        let chosen = with_choice_named(without_what_was_not_chosen(without_denial(plainly)), is_all_a_city);
        let said = self.names().without_place_not_meant(chosen);
        let is_known = |text: &str, word: &Range<usize>| self.means_itself(text, word);
        let plain = with_when_for_years_ago(with_western_years(in_plain_words(
            without_hedge(with_truth_asked(said)),
            is_known,
        )));
        let plain = with_signers_asked(with_states_named(plain, is_city));
        let read = self.names().without_guessed_first(with_whole_years(with_people_counted(plain, is_city)));
        let read = with_place_asked(with_guesses_asked(self.with_guessed_holder_asked(read)), is_place);
        let read = self.with_guessed_year_asked(self.with_guessed_place_asked(read));
        self.with_guessed_thing_told(self.with_guessed_number_asked(read))
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::Answerer;
    use crate::corpus::{Corpus, CorpusFile, Source};

    #[test]
    fn why_is_asked_of_a_place_alone_where_nothing_else_is_said() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (text, expect) in [
            ("why hamamatsu of all places", "why was hamamatsu chosen"),
            ("kenapa musti hamamatsu bukan tokyo", "kenapa pilih hamamatsu"),
            ("why is ambon called manise", "why is ambon called manise"),
            ("kenapa hamamatsu terkenal di dunia musik", "kenapa hamamatsu terkenal di dunia musik"),
        ] {
            assert_eq!(answerer.read_part(text), expect);
        }
    }

    #[test]
    fn a_word_that_passages_tell_is_read_as_itself() {
        let page = "title.id = \"Pasar\"\npublisher = \"A\"\nurl = \"https://example.org/\"\nkind = \"digest\"\n\
                    [[passage]]\nid = \"Foto jpg, carita lama dan teh hijau dikirim; ia menyapa semua.\"\n";
        let file = CorpusFile { name: "a.toml".to_owned(), content: Ok(page.as_bytes().to_vec().into()) };
        let told = Answerer::new(Corpus::read(vec![file]).expect("a sound corpus")).expect("its index");
        // People ask the shipped passages with some of these words, which tells nothing of what they mean.
        let shipped = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let read = |answerer: &Answerer, text| answerer.read_part(text).into_owned();
        for (text, by_told, by_shipped) in [
            ("foto jpg dan carita", "foto jpg dan carita", "foto jepang dan cerita"),
            ("harga teh hijau", "harga teh hijau", "harga teh hijau"),
            ("sapa wali kota ambong", "siapa wali kota ambon", "siapa wali kota ambon"),
            ("kapan bakudapa", "kapan bertemu", "kapan bertemu"),
        ] {
            assert_eq!((read(&told, text), read(&shipped, text)), (by_told.to_owned(), by_shipped.to_owned()));
        }
    }
}
