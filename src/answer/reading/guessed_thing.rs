//! A thing that something is asked to be of, and that may be another one of its list: *is the competition for violin?*, *was it a
//! dental clinic?*, スポーツの交流ですか.

use std::borrow::Cow;

use crate::answer::judging::FOUND;
use crate::answer::{Answerer, Question};
use crate::language::{asks_whether, spliced};

/// How many of the nearest passages are looked into for others of its list, and the most of these that are tried.
const NEAREST: usize = 3;
const MOST: usize = 3;

impl Answerer {
    /// `text` with the only thing that it names of a list of such as are not each other, where it asks whether that is so, as another one
    /// that a near passage names, where nothing is found with the one, and surely with the other, of all places that are asked about.
    pub(super) fn with_guessed_thing_told<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        if !asks_whether(&text) {
            return text;
        }
        let things: Vec<_> = self.names().listed_things(&text).collect();
        // Who it was is asked for otherwise, and when.
        let [(thing, list)] = &things[..] else { return text };
        if self.is_name(thing.term) {
            return text;
        }
        let question = Question::new(&*text);
        let ranking = self.ranking_of(self.spelt(Cow::Borrowed(&*text)), &question);
        if self.is_sure(&ranking, FOUND) {
            return text;
        }
        let mut others: Vec<(usize, &str)> = Vec::new();
        for told in ranking.fits.iter().take(NEAREST).map(|fit| self.text_of(fit)) {
            for (it, _) in self.names().all_listed_things(told).filter(|(_, of)| of == list) {
                let is_new = it.term != thing.term && others.iter().all(|(other, _)| *other != it.term);
                others.extend(is_new.then(|| (it.term, &told[it.range])));
            }
        }
        let with_another = |name| spliced(Cow::Borrowed(&*text), [(thing.range.clone(), name)]).into_owned();
        let mut asked = others.into_iter().take(MOST).map(|(_, name)| with_another(name));
        // A title names more places than each of its passages tells of.
        let places = self.names().which_places(&text);
        let tells_of_them = |told: &str| {
            let told = self.names().all_named(told);
            places.iter().all(|place| told.contains(place))
        };
        let asked = asked.find(|asked| self.surely_told(asked).is_some_and(tells_of_them));
        asked.map_or_else(|| text.clone(), Cow::Owned)
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::CitedPassage;
    use crate::answer::cases::are_told;

    #[test]
    fn what_it_is_instead_is_told_to_who_guesses_it() {
        are_told(
            CitedPassage::best_sentence,
            &[
                ("is the international competition in hamamatsu for violin", Some("Piano Competition")),
                ("did Ambon get a dental clinic from Vlissingen", Some("eye clinic")),
                ("ハノーファーと浜松の確認書はスポーツ交流のためのものですか", Some("音楽交流")),
                ("apakah metz dan ambon menjajaki kerja sama olahraga", Some("musik")),
                ("is there a violin competition in Vlissingen", None),
                ("did Hamamatsu send doctors to Ambon for health", None),
            ],
        );
    }
}
