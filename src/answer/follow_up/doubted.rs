//! A doubt about what was answered, which names another value, or that: *not 2006?*, 2014 bukan?, ほんとに39万？ It is told again what
//! was told, or what tells that value.

use crate::answer::judging::FOUND;
use crate::answer::ranking::{Fit, bring_forward};
use crate::answer::{Answerer, Question, Ranking};
use crate::language::{doubts_what_was_told, word_ranges};

/// A passage that tells the value has at least this part of the best one's score.
const NEAR: f32 = 0.6;

impl Answerer {
    /// Where nothing is said but that what was answered is doubted, what answered it, or a passage that fits nearly as well and tells
    /// the number that is named, where that does not; as sure as it was. `None` where nothing was found.
    pub(super) fn doubted(&self, previous: &str, question: &Question) -> Option<Ranking<'_>> {
        let text = &question.text;
        if !doubts_what_was_told(text, || self.names().which_places(text).is_empty()) {
            return None;
        }
        let mut before = self.answered_last(previous, question);
        let sure = self.confidence(&before).filter(|sure| *sure >= FOUND);
        let least = before.fits.first()?.score * NEAR;
        let numbers: Vec<&str> = word_ranges(text).map(|it| digits(&text[it])).filter(|it| !it.is_empty()).collect();
        let tells = |fit: &Fit| {
            let told = self.text_of(fit);
            numbers.iter().any(|number| told.contains(number))
        };
        let told = before.fits.iter().take_while(|fit| fit.score >= least).position(tells);
        // What it was in that year may be told by what goes on from the question.
        let going_on = || {
            let ranking = self.going_on(self.last_that_says(previous, question), text, question);
            let is_told = self.is_sure(&ranking, FOUND) && ranking.fits.first().is_some_and(tells);
            is_told.then_some(ranking)
        };
        if told.is_none()
            && let Some(ranking) = going_on()
        {
            return Some(ranking);
        }
        bring_forward(&mut before.fits, told.unwrap_or_default());
        sure.map(|sure| before.judged_as(Some(sure)))
    }
}

/// The digits that `word` begins with.
fn digits(word: &str) -> &str {
    &word[..word.find(|it: char| !it.is_ascii_digit()).unwrap_or(word.len())]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn what_is_doubted_is_told_again_or_what_tells_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (previous, asked, expect) in [
            ("How many people live in Ambon?", "really 394?", Some("394,415")),
            ("アンボンの人口は何人ですか？", "え、ほんとに39万？", Some("394,415")),
            ("Kapan Hamamatsu dan Hannover tanda tangan pertukaran musik?", "2014 bukan?", Some("2016")),
            ("Siapa wali kota Hamamatsu sekarang?", "Lho bukannya Suzuki?", Some("Nakano Yusuke")),
            ("Since when are Ambon and Vlissingen sister cities?", "I read 2006 somewhere though", Some("2006")),
            ("was Vlissingen partner of Ambon since 2006?", "not 1987?", Some("1987")),
            ("Who is the mayor of Darwin?", "not Smith?", None),
        ] {
            let answer = answerer.answer(&Question::new(asked).after(Some(previous.to_owned())));
            let best = answer.passages().first().filter(|_| answer.is_found()).map(|best| best.text.as_str());
            assert_eq!(best.is_some(), expect.is_some(), "{asked}: {best:?}");
            assert!(expect.is_none_or(|expect| best.is_some_and(|best| best.contains(expect))), "{asked}: {best:?}");
        }
    }
}
