//! What happened in a year, where nothing else is asked: *what happened in 1999*, *tahun 1999 ada apa*, 1999年に何があった.

use crate::answer::ranking::{Fit, bring_forward};
use crate::answer::{Answerer, Ranking};
use crate::index::Field;
use crate::language::{asks_what_happened, is_chatter, is_weak_word, years};

/// How likely a passage is an answer that tells of something in that year, and of the places that are named.
pub(in crate::answer) const TOLD: f32 = 0.7;

impl Ranking<'_> {
    /// Is it asked what happened in a year, at most in a place, and nothing else.
    pub(in crate::answer) fn asks_what_happened(&self) -> bool {
        if !self.query.asks_of_years() || !asks_what_happened(&self.text[self.own..]) {
            return false;
        }
        let says_nothing = |word: &str| {
            is_weak_word(word)
                || is_chatter(self.asked_in, word)
                || word.bytes().all(|byte| byte.is_ascii_digit())
                || asks_what_happened(word)
        };
        let concepts = self.query.concepts(Field::Words(self.asked_in)).iter();
        let mut own = concepts.filter(|concept| concept.range.start >= self.own);
        own.all(|concept| concept.is_place || says_nothing(&concept.word))
    }
}

impl Answerer {
    /// Puts the first of the passages before the others that tells of the year and the places that are asked of; whether there is one.
    pub(in crate::answer) fn bring_forward_what_happened(&self, ranking: &mut Ranking<'_>) -> bool {
        let places = self.names().which_places(&ranking.text);
        let tells = |fit: &Fit| {
            let text = self.text_of(fit);
            let told = self.names().which_places(text);
            years(text).into_iter().any(|year| ranking.query.asks_of_year(year))
                && places.iter().all(|it| told.contains(it))
        };
        let Some(first) = ranking.fits.iter().position(tells) else { return false };
        bring_forward(&mut ranking.fits, first);
        true
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn what_happened_in_a_year_is_told_where_it_is() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("what happened in 1999", Some("antara-darwin-ambon-relations#1")),
            ("thn 1999 ada kejadian apa", Some("antara-darwin-ambon-relations#1")),
            ("tahun 1999 ada apa di ambon", Some("antara-darwin-ambon-relations#1")),
            ("1979年に何があったの？", Some("hamamatsu-city-music-policy#1")),
            ("二〇〇七年に何がありましたか", Some("antara-darwin-ambon-relations#1")),
            ("what happened in 1912", None),
            ("what happened in Lyon in 1999", None),
            ("what happened to the choir in 1999", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages().first().map(|best| best.citation.passage.to_string());
            assert_eq!(best.filter(|_| answer.is_found()).as_deref(), expect, "{question}");
        }
    }
}
