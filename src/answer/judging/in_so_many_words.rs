//! What only a passage answers that says so: what somebody said, how they are reached, since when they hold their office, which was the second, when the next
//! one is, and whatever else is asked for that it would have to name, *what language was used*.

use std::ops::Range;

use super::elsewhere::tells_what_followed;
use super::{AS_WRITTEN, intended};
use crate::answer::Answerer;
use crate::answer::ranking::{Fit, Held, Ranking};
use crate::answer::understanding::{Concept, Mention};
use crate::index::Field;
use crate::language::{
    AnswerKind, Order, asks_for_an_example, asks_of_a_tie, asks_since_when_in_office, asks_to_confirm,
    asks_what_came_of_it, asks_what_was_said, asks_when_next, asks_whether, is_asked_for, is_weak_word, month,
    names_a_role, names_the_last, tells_a_beginning, tells_an_example, tells_how_to_reach, tells_of_taking_office,
    tells_of_the_next, tells_what_came_of_it, tells_what_was_said, terms, years,
};

/// What names the kind of thing that is asked for, beside the words that weigh little for that.
const KINDS: [&str; 9] = ["reason", "theme", "alasan", "hari", "tema", "temanya", "alamat", "相手", "テーマ"];

impl Answerer {
    /// Does `ranking` ask for what a passage would have to say, and neither does that of `fit`, nor is it asked for that.
    pub(super) fn does_not_say(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        let asked = &ranking.text[ranking.own..];
        let is_plan = |text: &str| intended::tells_what_is_meant(text) || intended::tells_what_is_wished(text);
        let is_place = ranking.query.kind() == Some(AnswerKind::Place);
        // Which place comes next is told by what followed, too.
        let is_next = |text: &str| tells_of_the_next(text) || is_plan(text) || is_place && tells_what_followed(text);
        let lacks =
            |asks: fn(&str) -> bool, tells: &dyn Fn(&str) -> bool| asks(asked) && !self.may_tell(fit, tells, asks);
        let is_dated = ranking.query.kind() == Some(AnswerKind::Date);
        (is_dated || is_place) && lacks(asks_when_next, &is_next)
            || is_dated && lacks(asks_since_when_in_office, &tells_of_taking_office)
            || lacks(tells_how_to_reach, &tells_how_to_reach)
            || lacks(asks_what_was_said, &tells_what_was_said)
            || lacks(asks_what_came_of_it, &tells_what_came_of_it)
            || lacks(asks_for_an_example, &tells_an_example)
            || self.lacks_the_field(ranking, fit)
            || self.lacks_the_named(ranking, fit)
            || self.lacks_the_thing_itself(ranking, fit)
    }

    /// Does it ask which was the first or the last of something that the passage of `fit` tells of no such, nor of a beginning where
    /// that is asked for; or who held an office in a year, and that names none.
    pub(super) fn leaves_open_which(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        let (asked, query) = (&ranking.text[ranking.own..], &ranking.query);
        let is_of_no_year = || {
            let (document, _) = self.passage_of(fit);
            let is_published_then = || document.published.is_some_and(|it| query.asks_of_year(it.year()));
            years(self.text_of(fit)).is_empty() && !is_published_then()
        };
        let is_dated = query.kind() == Some(AnswerKind::Date);
        let is_first = |text: &str| Order::First.is_in(text);
        let tells_first = |text: &str| is_first(text) || is_dated && tells_a_beginning(text);
        let asks_for_the_first = || is_first(asked) && !asks_to_confirm(asked);
        // Whether one was the first is told by what tells which was.
        let tells_of_what = || is_dated || !asks_whether(asked) || self.tells_the_first(asked, fit);
        let is_told = || self.may_tell(fit, tells_first, is_first) && tells_of_what();
        let of_a_row = || {
            asks_for_the_first() && !is_told() || !is_dated && names_the_last(asked) && !self.may(fit, names_the_last)
        };
        let holder_in_a_year =
            || query.kind() == Some(AnswerKind::Person) && query.asks_of_years() && names_a_role(asked);
        of_a_row() || holder_in_a_year() && is_of_no_year()
    }

    /// Does the passage of `fit` tell the first of what is `asked` for, *sister city*, or is it asked for that; also where that is not
    /// plain.
    fn tells_the_first(&self, asked: &str, fit: &Fit) -> bool {
        let stem_of = |text: &str| {
            let order = Order::find(text).filter(|(order, _)| *order == Order::First)?;
            let what = self.names().first_of(text, order, fit.language)?.what;
            terms(fit.language, &text[what]).into_iter().next().map(|term| term.stem)
        };
        let Some(stem) = stem_of(asked) else { return true };
        let (_, passage) = self.passage_of(fit);
        let phrases = passage.asked.get(fit.language).into_iter().flatten().map(String::as_str);
        std::iter::once(self.text_of(fit)).chain(phrases).filter_map(stem_of).any(|told| told == stem)
    }

    /// Is a thing of a list asked of in what ties two places, *waste cooperation*, that the passage of `fit` does not hold, nor is it
    /// asked with it.
    fn lacks_the_field(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        let query = &ranking.query;
        if query.set_apart().is_empty() || query.places().is_empty() || !self.wants().has_phrases(fit.passage) {
            return false;
        }
        if !asks_of_a_tie(&ranking.text[ranking.own..].to_lowercase()) {
            return false;
        }
        let Some(held) = Held::of(query, fit, self.index()) else { return false };
        query.set_apart().iter().any(|thing| lacks(&held, &thing.range))
    }

    /// Is somebody or a company of a list asked of that the passage of `fit` does not name, nor its title, nor what it is asked with:
    /// *was Yamaha set up in Kyoto?*
    fn lacks_the_named(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        let query = &ranking.query;
        let is_somebody =
            |it: &&Mention| self.is_name(it.term) && month(&ranking.text[it.range.clone()].to_lowercase()).is_none();
        let mut named = query.set_apart().iter().filter(is_somebody).peekable();
        if named.peek().is_none() || !self.wants().has_phrases(fit.passage) {
            return false;
        }
        let Some(held) = Held::of(query, fit, self.index()) else { return false };
        named.any(|name| lacks(&held, &name.range))
    }

    /// Is something about a thing asked for, *its staff*, that the passage of `fit` does not hold, nor its title, nor what it is asked
    /// with. What says no more than which kind of thing it is, *for what reason*, *tahun berapa*, need not be said.
    fn lacks_the_thing_itself(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        let query = &ranking.query;
        let is_it = |(_, it): &(usize, &Concept)| {
            let is_kind = || is_weak_word(&it.word) || KINDS.contains(&it.word.as_str());
            it.is_aspect
                && it.range.start >= ranking.own
                && !is_kind()
                && is_asked_for(&ranking.text, &it.range, ranking.asked_in)
        };
        let concepts = query.concepts(Field::Words(fit.language)).iter().enumerate();
        let mut things = concepts.filter(is_it).map(|(place, _)| place).peekable();
        if things.peek().is_none() || !self.wants().has_phrases(fit.passage) {
            return false;
        }
        let Some(held) = Held::of(query, fit, self.index()) else { return false };
        things.any(|place| held.anywhere(place) < AS_WRITTEN)
    }
}

/// Does a passage not hold what stands at `range` of the question, nor its title, nor what it is asked with.
fn lacks(held: &Held<'_>, range: &Range<usize>) -> bool {
    held.anywhere_of(range).is_none_or(|closeness| closeness < AS_WRITTEN)
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn what_has_to_be_said_is_not_told_by_what_does_not_say_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("apa kata glenn fredly soal kerja sama", false),
            ("apa kata rico hayat soal kerja sama kota musik", true),
            ("sejak kapan suzuki yasutomo jadi wali kota hamamatsu", false),
            ("鈴木康友はいつから市長ですか", false),
            ("次のアンボン・ジャズフェスティバルはいつですか", false),
            ("when will the music cities conference in uzbekistan happen again", false),
            ("how often is the memorandum with vlissingen renewed", true),
            ("when will the memorandum of ambon and vlissingen be renewed again", false),
            ("kapan konferensi kota musik di uzbekistan lagi", false),
            ("ウズベキスタンの次の音楽都市の会議はどこで開かれますか", false),
            ("what came out of the launch of ambon's unesco candidacy", false),
            ("what came out of the cooperation of Ambon and Vlissingen", true),
            ("give me an example of Indonesia's soft diplomacy", false),
            ("contoh penyanyi dari maluku", true),
            ("is the Ambon Jazz festival still on each year", false),
            ("アンボンのジャズ祭はいまも毎年やってるの", false),
            ("masih ada kerja sama ambon darwin?", true),
            ("waste cooperation with vlissingen", false),
            ("music cooperation with hanover", true),
            ("I play guitar in Darwin. Since when are we a sister city of Ambon?", true),
            ("who attended the renewal of the ambon vlissingen mou", false),
            ("museum alat musik hamamatsu punya berapa pegawai", false),
            ("浜松の2番目の姉妹都市はどこ", false),
            ("what was ambon's second sister city", true),
            ("アンボンの2番目の姉妹都市はどこ", true),
            ("penyanyi maluku kedua siapa", false),
            ("what language was used at the launch of ambon's unesco candidacy", false),
            ("アンボンのユネスコ立候補の発表は何語で行われましたか", false),
            ("ada foto peluncuran pencalonan ambon ke unesco?", false),
            ("when was ambon's unesco candidacy launched", true),
            // Which kind of thing it is need not be said.
            ("tahun berapa konferensi kota-kota musik di Uzbekistan itu", true),
            ("アンボンの関係者は浜松の市長と会ったのでしょうか", true),
            ("siapa penyanyi yang lahir di maluku", true),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), expect, "{question}");
        }
    }

    #[test]
    fn which_was_the_first_is_left_open_by_what_tells_no_first() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("マルク出身の最初の歌手は誰", false),
            ("アンボンの最後の姉妹都市はどこ", false),
            ("浜松の一番古い姉妹都市はどこ", false),
            ("what was the last step towards the ambon hamamatsu link", false),
            ("who was mayor of hamamatsu in 2007", false),
            ("who was mayor of hamamatsu in 2009", true),
            ("when was the first contact of vlissingen and ambon", true),
            ("what was ambon's first sister city", true),
            ("when was the first darwin ambon yacht race", true),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), expect, "{question}");
        }
    }

    #[test]
    fn whether_it_was_the_first_and_whose_it_is_is_told_by_what_names_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("was Vlissingen the first sister city of Ambon?", "first sister city was Vlissingen"),
            ("was darwin the first sister city of ambon", "first sister city was Vlissingen"),
            ("was Yamaha set up in Kyoto?", "founded in Hamamatsu"),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let told = answer.passages().first().filter(|_| answer.is_found()).map(|best| best.text.as_str());
            assert!(told.is_some_and(|told| told.contains(expect)), "{question}: {told:?}");
        }
    }
}
