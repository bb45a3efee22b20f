//! The place that answers, where the glossary knows it: Japanese has no capitals to tell one by, and other names have capitals, too.

use std::ops::Range;

use crate::answer::CitedPassage;
use crate::answer::understanding::{Mention, Names};
use crate::language::{Folded, is_country};

impl Names {
    /// The one place of the best sentence of `passage` that `question` does not name, where it names one. `None` where there are
    /// several. Of countries and cities it is whichever `is_of_country` says to be asked for, or else a city.
    pub(in crate::answer) fn place_told(
        &self,
        question: &str,
        is_of_country: Option<bool>,
        passage: &CitedPassage,
    ) -> Option<Range<usize>> {
        let asked = self.which_places(question);
        if asked.is_empty() {
            return None;
        }
        let sentence = passage.best_sentence();
        let new = || self.mentioned_places(sentence).filter(|place| !asked.contains(&place.term));
        let is_country = |place: &Mention| is_country(Folded::new(&sentence[place.range.clone()]).as_str());
        let only = |mut places: Vec<Mention>| {
            places.dedup_by_key(|place| place.term);
            <[Mention; 1]>::try_from(places).ok().map(|[place]| place.range)
        };
        let (countries, cities): (Vec<_>, Vec<_>) = new().partition(is_country);
        let told = match is_of_country {
            Some(true) => only(countries),
            None if cities.is_empty() => only(countries),
            Some(false) | None => only(cities),
        }?;
        let start = passage.sentence.start;
        Some(start + told.start..start + told.end)
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn the_one_place_that_is_told_is_pointed_at() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("アンボンの最初の姉妹都市はどこ？", &["フリシンゲン"][..]),
            ("which German city did Hamamatsu agree on music with", &["Hanover"]),
            ("klinik mata di ambon kerja sama dengan kota mana", &["Vlissingen"]),
            // Both of them are.
            ("浜松の訪問団はインドネシアのどの都市に行きましたか", &[]),
            // It is asked for no place.
            ("アンボンの人口は？", &["394,415人"]),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let shown = answer.headlines().flat_map(|(headline, spans)| {
                spans.into_iter().map(|span| headline[span].to_owned()).collect::<Vec<_>>()
            });
            assert_eq!(shown.collect::<Vec<_>>(), expect, "{question}");
        }
    }
}
