//! Whether a passage tells the number of what is counted: in *47 creative cities* the cities, not in *25 plans for its city*.

use std::ops::Range;

use crate::answer::Answerer;
use crate::answer::pointing::tells_a_total;
use crate::answer::ranges::overlap;
use crate::answer::ranking::{Fit, Held, Ranking};
use crate::answer::understanding::Query;
use crate::index::Field;
use crate::language::{AnswerKind, Term, is_cjk, linked, terms};

/// How many words at most stand between a number and what it counts: *47 UNESCO creative cities*.
const BETWEEN: usize = 3;

/// What stands between a number and what it does not count: *5 pillars for its city*.
const APART: [&str; 12] = ["for", "in", "its", "by", "to", "and", "untuk", "di", "dalam", "dan", "oleh", "pada"];

impl Answerer {
    /// Is it asked how many there are in all, and does the passage of `fit` tell of no sum; or where it is asked of one of a list, *music
    /// cities*, not of that, for the sum may be of all.
    pub(in crate::answer) fn tells_no_total(&self, query: &Query, fit: &Fit) -> bool {
        if query.kind() != Some(AnswerKind::Number) || !query.asked_for().is_total() {
            return false;
        }
        let text = self.text_of(fit);
        if query.set_apart().is_empty() {
            return !tells_a_total(text);
        }
        let told = self.names().all_named(text);
        !query.set_apart().iter().any(|thing| told.contains(&thing.term))
    }

    /// Is it asked how many there are of a thing, and does the passage of `fit` tell the number of none that is it.
    pub(in crate::answer) fn counts_other_things(&self, query: &Query, fit: &Fit) -> bool {
        // How many people, how much money: these are told by what stands behind the number.
        let is_asked = query.kind() == Some(AnswerKind::Number) && query.asked_for().measure().is_none();
        let Some(counted) = query.narrowed().counted.as_ref().filter(|_| is_asked) else { return false };
        let field = Field::Words(fit.language);
        let place = query.concepts(field).iter().position(|concept| overlap(&concept.range, counted));
        let (Some(place), Some(analyzed)) = (place, self.index().analyzed(field, fit.passage)) else { return false };
        let text = self.text_of(fit);
        let numbers = AnswerKind::Number.find_in(fit.language, text);
        let counts = |number: &Range<usize>, thing: &Range<usize>| {
            number.end <= thing.start && {
                let between = &text[number.end..thing.start];
                let mut words = between.split_whitespace();
                words.clone().count() <= BETWEEN
                    && !words.any(|word| APART.contains(&word))
                    && !between.contains(['.', ',', ';', ':', '('])
            }
        };
        let occurrences = query.occurrences(field, analyzed);
        let mut things = occurrences.of(place).map(|found| found.range(analyzed));
        !things.any(|thing| numbers.iter().any(|number| counts(number, &thing)))
    }

    /// Is it asked how many there are of a thing that the passage of `fit` names before its first number alone: *the museum holds 3,300*.
    pub(super) fn counts_what_stands_before(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        let query = &ranking.query;
        let Some(counted) = query.narrowed().counted.as_ref().filter(|_| self.counts_other_things(query, fit)) else {
            return false;
        };
        let text = self.text_of(fit);
        let numbers = AnswerKind::Number.find_in(fit.language, text);
        let Some(first) = numbers.iter().map(|number| number.start).min() else { return false };
        // The very word: a collection, which may mean the museum, is what it holds, and who contributes is no contribution.
        let asked = terms(fit.language, &ranking.text[counted.clone()]);
        let is_it = |it: &Term| {
            asked.iter().any(|asked| {
                let is_form = asked.word.starts_with(&*it.word) || it.word.starts_with(&*asked.word);
                is_form && asked.stem == it.stem
            })
        };
        let mut things = terms(fit.language, text).into_iter().filter(is_it);
        things.next().is_some_and(|thing| thing.range.end <= first) && things.all(|thing| thing.range.end <= first)
    }

    /// Is it asked how many there are of a thing that the passage of `fit` does not hold, nor its title, nor what it is asked with:
    /// *how many countries*, where it tells of cities.
    pub(super) fn counts_nothing_of_it(&self, query: &Query, fit: &Fit) -> bool {
        let is_asked = query.kind() == Some(AnswerKind::Number) && query.asked_for().measure().is_none();
        let Some(counted) = query.narrowed().counted.as_ref().filter(|_| is_asked) else { return false };
        if !self.wants().has_phrases(fit.passage) {
            return false;
        }
        Held::of(query, fit, self.index()).and_then(|held| held.anywhere_of(counted)) == Some(0.0)
    }

    /// Is it asked how many there are in all fields, and does the passage of `fit` tell of no sum: it may be of one field.
    pub(super) fn counts_one_field(&self, query: &Query, fit: &Fit) -> bool {
        query.kind() == Some(AnswerKind::Number)
            && query.asked_for().is_of_all_fields()
            && !tells_a_total(self.text_of(fit))
    }

    /// Is it asked how many sister cities there are, and does the passage of `fit` tell of none: *47 creative cities*.
    pub(super) fn counts_no_linked_cities(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        /// What is counted in Japanese stands before one of these.
        const BEHIND_JA: [&str; 6] = ["は", "って", "の数", "が", "何都市", "いくつ"];
        let query = &ranking.query;
        if query.kind() != Some(AnswerKind::Number) || query.asked_for().measure().is_some() {
            return false;
        }
        let asked = &ranking.text[ranking.own..];
        let are_counted = |cities: &Range<usize>| match query.narrowed().counted.as_ref() {
            Some(counted) => overlap(counted, &(ranking.own + cities.start..ranking.own + cities.end)),
            None if asked.contains(is_cjk) => {
                let behind = asked[cities.end..].trim_start_matches("都市");
                BEHIND_JA.iter().any(|it| behind.starts_with(it))
            }
            None => true,
        };
        linked(asked).as_ref().is_some_and(are_counted) && linked(self.text_of(fit)).is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Question;
    use crate::corpus::Source;

    #[test]
    fn the_passage_that_counts_the_thing_stands_first() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("how many music cities are there", "antara-2024-ambon-hamamatsu#7"),
            ("how many action plans are there for the city of music", "amboncityofmusic-about#3"),
            ("how many pillars are there", "amboncityofmusic-about#3"),
            ("berapa kota kreatif musik di dunia", "antara-2024-ambon-hamamatsu#7"),
            ("音楽のみの創造都市って全部でいくつ", "antara-2024-ambon-hamamatsu#7"),
            ("total kota di jaringan kota kreatif", "hamamatsu-keizai-city-of-music#2"),
            ("how many cities joined in December 2014", "hamamatsu-keizai-city-of-music#2"),
            ("世界の音楽都市 数", "antara-2024-ambon-hamamatsu#7"),
            ("total of creative cities after the December 2014 batch", "hamamatsu-keizai-city-of-music#2"),
        ] {
            let question = Question::new(question);
            let ranking = answerer.ranking(&question);
            let best = answerer.rank(&question).swap_remove(0).citation.passage.to_string();
            assert_eq!(best, expect);
            assert!(!answerer.counts_other_things(&ranking.query, &ranking.fits[0]), "{best}");
        }
    }

    #[test]
    fn how_many_sister_cities_there_are_is_told_by_what_tells_of_some() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("number of twin towns of Hamamatsu worldwide", true),
            ("how many sister cities worldwide hamamatsu is having", true),
            ("ada berapa kota kembar di dunia", true),
            ("世界に姉妹都市は何都市ありますか", true),
            ("姉妹都市のアンボンに柱はいくつありますか", false),
            ("how many music cities are there in the world", false),
            ("how many creative cities did its sister city join in 2019", false),
            ("how many years is the memorandum of the sister cities for", false),
        ] {
            let question = Question::new(question);
            let ranking = answerer.ranking(&question);
            assert_eq!(answerer.counts_no_linked_cities(&ranking, &ranking.fits[0]), expect, "{question:?}");
        }
    }

    #[test]
    fn what_holds_what_is_counted_is_not_counted() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("berapa museum di hamamatsu", true),
            ("how many delegations came from hamamatsu in 2009", true),
            ("berapa koleksi museum hamamatsu", false),
            ("berapa sumbangan musik ke ekonomi ambon", false),
            ("how many instruments does the museum in hamamatsu hold", false),
            ("how many cities joined in December 2014", false),
        ] {
            let question = Question::new(question);
            let ranking = answerer.ranking(&question);
            assert_eq!(answerer.counts_what_stands_before(&ranking, &ranking.fits[0]), expect, "{question:?}");
        }
    }

    #[test]
    fn how_many_there_are_of_what_is_not_spoken_of_is_perhaps_told() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("In how many countries were the new creative cities of December 2014?", false),
            ("how many cities joined with Hamamatsu in December 2014", true),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), expect, "{question}");
        }
    }
}
