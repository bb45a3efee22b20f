//! Follow-ups that nothing answers: what was told already is no answer to what is asked next, nor is what is told of a city that nobody
//! spoke of.

use crate::answer::judging::{FOUND, JUST_UNSURE};
use crate::answer::ranking::Fit;
use crate::answer::{Answerer, Ranking};
use crate::index::Field;
use crate::language::{
    AnswerKind, Want, asks_who_held_it_then, has_question_word, is_cjk, is_katakana, is_weak_word, points_back,
    word_ranges, words_of, years,
};

impl Answerer {
    /// `ranking` of the follow-up `asked`, unsure where it leads to another city than those `before`, and no answer where it tells the same
    /// again.
    pub(super) fn unless_led_astray<'q>(&self, before: &Ranking<'_>, asked: &str, ranking: Ranking<'q>) -> Ranking<'q> {
        // *What do they work on* may be told there in other words.
        let asks_anew = has_question_word(asked) || points_back(asked);
        if !asks_anew && self.is_said_again(before, &ranking) {
            return ranking.judged_as(Some(0.0));
        }
        if asks_who_held_it_then(asked) && self.is_of_another_time(before, &ranking) {
            return ranking.judged_as(Some(0.0));
        }
        let is_elsewhere = self.is_of_no_place_before(before, asked, &ranking)
            || self.is_of_another_pair(before, asked, &ranking)
            || names_something_unknown(asked, &ranking);
        if is_elsewhere && self.is_sure(&ranking, FOUND) { ranking.judged_as(Some(JUST_UNSURE)) } else { ranking }
    }

    /// Names the best passage for `asked`, which names no place, none of the places that were asked about or told `before`, but others;
    /// nor one that was asked about earlier in the talk.
    fn is_of_no_place_before(&self, before: &Ranking<'_>, asked: &str, now: &Ranking<'_>) -> bool {
        let (Some(answered), Some(best)) = (before.fits.first(), now.fits.first()) else { return false };
        if has_acronym(asked) || !self.names().which_places(asked).is_empty() {
            return false;
        }
        let (told, known) = (self.places_told(best), [self.places_talked_of(now), self.places_told(answered)].concat());
        !known.is_empty() && !told.is_empty() && !told.iter().any(|place| known.contains(place))
    }

    /// Does the best passage for `asked`, which names none but places that were asked about `before`, tell of another one, and not of one
    /// of those: *why did it choose Ambon?* of Hamamatsu's wish, after Vlissingen's choice.
    fn is_of_another_pair(&self, before: &Ranking<'_>, asked: &str, now: &Ranking<'_>) -> bool {
        let (Some(answered), Some(best)) = (before.fits.first(), now.fits.first()) else { return false };
        let asked_before = self.names().which_places(&before.text);
        let named = self.names().which_places(asked);
        if now.own == 0
            || has_acronym(asked)
            || asked_before.len() < 2
            || !named.iter().all(|place| asked_before.contains(place))
        {
            return false;
        }
        let (told, answered) = (self.places_told(best), self.places_told(answered));
        let is_new = |place: &usize| !asked_before.contains(place) && !answered.contains(place);
        told.iter().any(is_new) && asked_before.iter().any(|place| !told.contains(place) && answered.contains(place))
    }

    /// Does another passage than that which answered `before` tell what fits best now, and of no year that this one tells.
    fn is_of_another_time(&self, before: &Ranking<'_>, now: &Ranking<'_>) -> bool {
        let (Some(answered), Some(best)) = (before.fits.first(), now.fits.first()) else { return false };
        let known = years(self.text_of(answered));
        answered.passage != best.passage && !years(&self.with_title(best)).iter().any(|year| known.contains(year))
    }

    /// The places that a passage or the title of its document names.
    pub(in crate::answer) fn places_told(&self, fit: &Fit) -> Vec<usize> {
        self.names().which_places(&self.with_title(fit))
    }

    /// Does a follow-up name a place, by `own` words, that a passage and its title do not.
    pub(super) fn lacks_a_place(&self, own: &str, fit: &Fit) -> bool {
        let named = self.names().which_places(own);
        !named.is_empty() && {
            let told = self.places_told(fit);
            named.iter().any(|place| !told.contains(place))
        }
    }

    /// Is the best passage of a follow-up the one that answered `before`, though it holds no word of what is asked now, and no other
    /// kind of thing is asked for: *which of them is the best known?*
    fn is_said_again(&self, before: &Ranking<'_>, now: &Ranking<'_>) -> bool {
        let (Some(answered), Some(best)) = (before.fits.first(), now.fits.first()) else { return false };
        let field = Field::Words(best.language);
        let asks_the_same = now.query.kind().is_none_or(|kind| before.query.kind() == Some(kind));
        let Some(analyzed) = self.index().analyzed(field, best.passage) else { return false };
        // How many there are in all may stand beside how many there were.
        let asks_otherwise = now.query.want() == Some(Want::Reason) || now.query.asked_for().is_total();
        if answered.passage != best.passage || !asks_the_same || asks_otherwise {
            return false;
        }
        let occurrences = now.query.occurrences(field, analyzed);
        let concepts = now.query.concepts(field).iter().enumerate();
        let own = concepts.filter(|(_, it)| it.range.start >= now.own && it.weight > 0.0 && !is_weak_word(&it.word));
        let mut own = own.map(|(place, _)| occurrences.of(place).next().is_some()).peekable();
        own.peek().is_some() && !own.any(|is_held| is_held)
    }

    /// Does `text` ask in few words that name no place, so that it may well be asked of what was talked of: *who won?*, 賞金は？
    pub(in crate::answer) fn lacks_words(&self, text: &str) -> bool {
        /// The most words.
        const FEW: usize = 4;
        /// The same in Japanese, in characters.
        const FEW_CHARACTERS: usize = 10;
        let is_short = if text.contains(is_cjk) {
            text.chars().filter(|it| it.is_alphanumeric()).count() <= FEW_CHARACTERS
        } else {
            word_ranges(text).count() <= FEW
        };
        let asks_a_kind = || AnswerKind::of_question(text).is_some();
        let asks = || points_back(text) || has_question_word(text) || text.contains(['?', '？']) || asks_a_kind();
        is_short && asks() && !has_acronym(text) && self.names().which_places(text).is_empty()
    }
}

/// Does the follow-up `asked` name something in katakana that is unknown here: スズキは？本社どこ.
fn names_something_unknown(asked: &str, now: &Ranking<'_>) -> bool {
    /// The fewest characters of a name.
    const SHORTEST: usize = 3;
    let Some(best) = now.fits.first().filter(|_| asked.contains(is_katakana)) else { return false };
    let is_name = |word: &str| word.chars().count() >= SHORTEST && word.chars().all(is_katakana);
    let mut concepts = now.query.concepts(Field::Words(best.language)).iter();
    concepts.any(|it| it.range.start >= now.own && !it.known && is_name(&now.text[it.range.clone()]))
}

/// Does `text` hold an acronym, which is a name: *what is SSVA* asks of nothing else.
fn has_acronym(text: &str) -> bool {
    words_of(text).any(|word| word.len() > 2 && word.bytes().all(|letter| letter.is_ascii_uppercase()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Outcome, Question};
    use crate::corpus::Source;

    #[test]
    fn what_was_told_is_told_once_and_nothing_of_another_city_for_sure() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let is_found = |before: &str, asked: &str| {
            answerer.answer(&Question::new(asked).after(Some(before.to_owned()))).is_found()
        };
        for (before, asked) in [
            ("penyanyi siapa saja dari maluku", "yang paling terkenal?"),
            ("楽器博物館には楽器が何点ある？", "入館料は？"),
            ("浜松はハノーファーと何に署名した", "人口は？"),
            ("浜松市が「音楽のまち」を始めたのは何年ですか？", "けっこう昔だな。当時の市長だれ"),
            ("surat niat vlissingen ambon dibuat taun brp", "wali kota hamamatsu waktu itu siapa"),
        ] {
            assert!(!is_found(before, asked), "{before} {asked}");
        }
        assert!(is_found("when did a delegation from Hamamatsu visit Jakarta", "who was the mayor then"));
        assert!(is_found("kapan lomba layar darwin ambon dimulai", "dan kenapa terhenti?"));
        assert!(is_found("who carries out the cooperation of vlissingen and ambon", "what do they work on"));
    }

    #[test]
    fn what_is_asked_in_vain_is_offered_what_was_talked_of() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let before = "who is the mayor of Hamamatsu".to_owned();
        let answer = answerer.answer(&Question::new("how old is he?").after(Some(before)));
        let Outcome::NotFound(nothing) = answer.outcome else { panic!("it is told") };
        assert_eq!(nothing.covered.first().expect("a document").passage.document.as_str(), "creative-hamamatsu-about");
        assert!(
            !nothing.suggestions.contains(&"Who is the mayor of Hamamatsu?".to_owned()),
            "{:?}",
            nothing.suggestions
        );
        for (text, expect) in [
            ("who won?", true),
            ("siapa pemenangnya", true),
            ("賞金は？", true),
            ("xyzzy", false),
            ("what is SSVA", false),
            ("who won in darwin?", false),
            ("who has won the world cup of football?", false),
            ("", false),
        ] {
            assert_eq!(answerer.lacks_words(text), expect, "{text}");
        }
    }
}
