//! Whether what is asked of a place is told of another one alone: *since when does Hanover have a music policy*, where a passage on
//! Hanover tells of music, and one on Hamamatsu of a policy of music.

use crate::answer::Answerer;
use crate::answer::judging::AS_WRITTEN;
use crate::answer::ranking::{Fit, Held, Ranking};
use crate::language::years;

/// A passage that holds this much of what is asked of a place, in parts of its weight, is outdone by none.
const ENOUGH: f32 = 0.6;
/// One on another place tells what is asked where it holds this much of it.
const NEARLY_ALL: f32 = 0.65;
/// And so much more than the passage on the place.
const MORE: f32 = 0.4;
/// How many of the best passages are looked into.
const LOOKED_INTO: usize = 10;

impl Answerer {
    /// Does a passage on another place than is asked about hold far more of what is asked of it than `best`, and is it likelier that
    /// this is asked for.
    pub(super) fn is_outdone_elsewhere(&self, ranking: &Ranking<'_>, best: &Fit) -> bool {
        let query = &ranking.query;
        // Whether it is so, a passage on the place tells in other words.
        let asks_nothing = query.asks_nothing() && query.kind().is_none();
        if query.places().is_empty() || !query.takes_for_so() && !asks_nothing {
            return false;
        }
        let held = self.held_beside_places(ranking, best);
        if held >= ENOUGH {
            return false;
        }
        let likely = |fit: &Fit| ranking.compared.as_ref().map(|compared| self.nearness(compared, fit).likely_told);
        let likely_of_best = likely(best);
        let is_likelier = |fit: &Fit| likely_of_best.is_none() || likely(fit) > likely_of_best;
        let has_phrases = |fit: &Fit| self.wants().has_phrases(fit.passage);
        let outdoes = |fit: &Fit| {
            // Of two of which one alone says what it is asked with, that holds more whatever it tells.
            if has_phrases(fit) != has_phrases(best) {
                return false;
            }
            let other = self.held_beside_places(ranking, fit);
            let is_far_more = other >= NEARLY_ALL && other >= held + MORE;
            is_far_more && is_likelier(fit) && self.is_elsewhere(query, fit)
        };
        ranking.fits.iter().take(LOOKED_INTO).skip(1).any(outdoes)
    }

    /// How much of the question the passage of `fit` holds as written, in its text, its title or a phrase, in parts of the weight of all
    /// but places and years; 1 where there is nothing else.
    fn held_beside_places(&self, ranking: &Ranking<'_>, fit: &Fit) -> f32 {
        let Some(passage) = Held::of(&ranking.query, fit, self.index()) else { return 1.0 };
        let concepts = passage.concepts();
        let (mut weight, mut held) = (0.0, 0.0);
        for (place, concept) in concepts.iter().enumerate().filter(|(_, it)| !it.is_place && years(&it.word).is_empty())
        {
            weight += concept.weight;
            held += if passage.anywhere(place) >= AS_WRITTEN { concept.weight } else { 0.0 };
        }
        if weight > 0.0 { held / weight } else { 1.0 }
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn what_is_told_of_another_place_alone_is_not_told_of_the_one_that_is_asked_about() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, is_found) in [
            ("since when does Hanover have a music policy", false),
            ("since when does Hamamatsu have a music policy", true),
            ("kompetisi piano di Hannover mulai kapan", false),
            ("kompetisi piano di Hamamatsu mulai kapan", true),
            ("musik menghasilkan berapa buat ekonomi Vlissingen", false),
            ("musik menghasilkan berapa buat ekonomi Darwin", false),
            ("musik menghasilkan berapa buat ekonomi Ambon", true),
            ("ハノーファーのピアノコンクールはいつ始まった", false),
            ("浜松のピアノコンクールはいつ始まった", true),
            ("who taught waste sorting in Havana", false),
            ("who taught waste sorting in Hamamatsu", false),
            ("who taught waste sorting in Bandung", true),
            // Whether it is so, what the place wants instead tells.
            ("are kyoto and ambon sister cities", true),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), is_found, "{question}");
        }
    }
}
