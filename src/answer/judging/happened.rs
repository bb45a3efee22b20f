//! What happened in a year, where nothing else is asked: *what happened in 1999*, *tahun 1999 ada apa*, 1999年に何があった.

use crate::answer::ranking::Fit;
use crate::answer::{Answerer, Ranking};
use crate::index::Field;
use crate::language::{
    asks_what_happened, dates_asked, is_a_date_alone, is_chatter, is_weak_word, month, tells_one_of, years,
    years_of_events,
};

/// How likely a passage is an answer that tells of something in that year, and of the places that are named.
pub(in crate::answer) const TOLD: f32 = 0.7;

impl Ranking<'_> {
    /// Is it asked what happened in a year, at most in a place, and nothing else; where it goes on from no other question and
    /// `is_alone`, a year or a date asks so, too.
    pub(in crate::answer) fn asks_what_happened(&self, is_alone: bool) -> bool {
        if is_alone && is_a_date_alone(&self.text) {
            return true;
        }
        if !self.query.asks_of_years() || !asks_what_happened(&self.text[self.own..]) {
            return false;
        }
        let says_nothing = |word: &str| {
            is_weak_word(word)
                || is_chatter(self.asked_in, word)
                || word.chars().all(|it| it.is_ascii_digit() || matches!(it, '年' | '月' | '日' | ' '))
                || month(word).is_some()
                || asks_what_happened(word)
        };
        let concepts = self.query.concepts(Field::Words(self.asked_in)).iter();
        let mut own = concepts.filter(|concept| concept.range.start >= self.own);
        own.all(|concept| concept.is_place || says_nothing(&concept.word))
    }
}

impl Answerer {
    /// Leaves of the passages those that tell of the date and the places that are asked of, those first that tell of more than when
    /// their source told it; whether there are any.
    pub(in crate::answer) fn bring_forward_what_happened(&self, ranking: &mut Ranking<'_>) -> bool {
        let Some(best) = ranking.fits.first().map(|best| best.score) else { return false };
        let places = self.names().which_places(&ranking.text);
        let dates = dates_asked(&ranking.text);
        let is_asked = |year: &u16| ranking.query.asks_of_year(*year);
        let tells = |fit: &Fit| {
            let text = self.text_of(fit);
            let is_of_the_day =
                || dates.iter().all(|(_, month, _)| month.is_none()) || tells_one_of(&dates, fit.language, text);
            // Few tell of the year; which places a text names takes longer to tell.
            years(text).iter().any(is_asked) && is_of_the_day() && {
                let told = self.names().which_places(text);
                places.iter().all(|it| told.contains(it))
            }
        };
        if !ranking.fits.iter().any(tells) {
            return false;
        }
        ranking.fits.retain(tells);
        // In the order in which they fit, all of them.
        ranking.fits.sort_by_key(|fit| !years_of_events(self.text_of(fit)).iter().any(is_asked));
        for fit in &mut ranking.fits {
            fit.score = best;
        }
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
            ("tahun 1999", Some("antara-darwin-ambon-relations#1")),
            ("1979", Some("hamamatsu-city-music-policy#1")),
            ("1996年", Some("vlissingen-stedenband-ambon#3")),
            ("1/12/2014", Some("hamamatsu-keizai-city-of-music#1")),
            ("21-7-1989", Some("darwin-council-sister-cities#1")),
            ("2019年10月30日に何があった？", None),
            ("apa yang terjadi tahun 2019", Some("jakartapost-2019-ambon-city-of-music#2")),
            ("1912", None),
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
