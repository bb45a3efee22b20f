//! Whether a passage tells of another place in the stead of the one that is asked about, which only its title or another of its
//! sentences names: which makers have their headquarters in Ambon, and the text says *in Hamamatsu*.

use crate::answer::Answerer;
use crate::answer::ranking::Fit;
use crate::answer::understanding::{Mention, PlaceNamed, Query};
use crate::language::{AnswerKind, sentences, stands_where};

impl Answerer {
    /// Does the passage of `fit` tell of another place where `query` asks of one.
    pub(super) fn tells_of_another_in_its_stead(&self, query: &Query, fit: &Fit) -> bool {
        if query.places().is_empty() {
            return false;
        }
        let text = self.text_of(fit);
        self.is_where_another_is(query, text)
            || query.narrowed().shared && self.tells_of_what_another_pair_shares(query, fit)
            || self.tells_it_of_another_pair(query, text)
            || query.narrowed().linked && self.tells_of_links_with_another(query, text)
    }

    /// Are two cities asked about that no sentence of `text` names together, as it tells of a third one that it names first.
    fn tells_of_links_with_another(&self, query: &Query, text: &str) -> bool {
        let [one, other] = query.places() else { return false };
        if !self.names().are_apart(one.term, other.term) {
            return false;
        }
        let is_asked =
            |place: usize| !self.names().are_apart(one.term, place) || !self.names().are_apart(other.term, place);
        let first = self.names().mentioned_places(text).find(|it| !self.names().is_region(it.term));
        first.is_some_and(|first| !is_asked(first.term))
            && !sentences(text).into_iter().any(|sentence| {
                let named = self.names().all_named(&text[sentence]);
                named.contains(&one.term) && named.contains(&other.term)
            })
    }

    /// Is asked what two cities have or do with each other, and tells the passage of `fit` of one of them with a third, where neither it
    /// nor its title names both. Not where a place or somebody is asked for.
    fn tells_of_what_another_pair_shares(&self, query: &Query, fit: &Fit) -> bool {
        let mut asked: Vec<usize> = query.places().iter().map(|it| it.term).collect();
        asked.sort_unstable();
        asked.dedup();
        let &[one, other] = &asked[..] else { return false };
        let is_for_one = matches!(query.kind(), Some(AnswerKind::Place | AnswerKind::Person));
        if is_for_one || query.asked_for().place_asked().is_some() || !self.names().are_apart(one, other) {
            return false;
        }
        let names = |text: &str| {
            let told = self.names().all_named(text);
            let is_named = |place: usize| told.iter().any(|it| self.names().lies_in(*it, place));
            let is_third = |it: &usize| {
                self.names().is_place(*it)
                    && !self.names().is_region(*it)
                    && [one, other].iter().all(|place| self.names().are_apart(*it, *place))
            };
            (is_named(one), is_named(other), told.iter().any(is_third))
        };
        let is_of_both = |text: &str| matches!(names(text), (true, true, _));
        let (names_one, names_other, names_a_third) = names(self.text_of(fit));
        names_one != names_other && names_a_third && !is_of_both(self.title_of(fit))
    }

    /// Is something asked that is in a place, or from one that `text` does not name, in which that says of nothing that it is, as it
    /// names another in which something is. Whether it is so, that other one tells.
    fn is_where_another_is(&self, query: &Query, text: &str) -> bool {
        let asks_nothing = query.asks_nothing();
        if !query.takes_for_so() && !asks_nothing {
            return false;
        }
        let asked = query.places();
        // Keywords are asked so of where something is from alone.
        let is_asked_so =
            |it: &&PlaceNamed| (it.is_where && !asks_nothing || it.is_origin) && !self.names().is_region(it.term);
        let asked_so: Vec<&PlaceNamed> = asked.iter().filter(is_asked_so).collect();
        if asked_so.is_empty() {
            return false;
        }
        let told: Vec<Mention> = self.names().mentioned_places(text).collect();
        let is_named = |place: &PlaceNamed| told.iter().any(|it| it.term == place.term);
        let mut wheres = asked_so.into_iter().filter(|it| it.is_where || !is_named(it)).peekable();
        if wheres.peek().is_none() {
            return false;
        }
        let is_another = |it: &Mention| {
            !self.names().is_region(it.term)
                && asked.iter().all(|place| self.names().are_apart(place.term, it.term))
                && stands_where(text, &it.range)
        };
        let is_told = |place: &PlaceNamed| told.iter().any(|it| it.term == place.term && stands_where(text, &it.range));
        !wheres.any(is_told) && told.iter().any(is_another)
    }

    /// Is something of a list asked of two places, *health, Ambon and Hamamatsu*, that `text` tells only in sentences which name
    /// another place and not both of them. Not where a place is asked for: it is none of the two.
    fn tells_it_of_another_pair(&self, query: &Query, text: &str) -> bool {
        let (asked, things) = (query.places(), query.set_apart());
        let is_for_one = matches!(query.kind(), Some(AnswerKind::Place | AnswerKind::Person));
        let is_pair = asked.iter().any(|it| self.names().are_apart(it.term, asked[0].term));
        if things.is_empty() || !is_pair || is_for_one || query.asked_for().place_asked().is_some() {
            return false;
        }
        let told: Vec<Vec<usize>> = sentences(text).into_iter().map(|it| self.names().all_named(&text[it])).collect();
        let is_of_another = |named: &Vec<usize>| {
            let mut places = named.iter().copied().filter(|it| self.names().is_place(*it));
            let is_there = |place: &PlaceNamed| named.iter().any(|it| !self.names().are_apart(place.term, *it));
            let is_another = |it| asked.iter().all(|place| self.names().are_apart(place.term, it));
            !asked.iter().all(is_there) && places.any(is_another)
        };
        things.iter().any(|thing| {
            let mut of_it = told.iter().filter(|named| named.contains(&thing.term)).peekable();
            of_it.peek().is_some() && of_it.all(is_of_another)
        })
    }
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn a_title_names_no_place_that_another_stands_for() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, is_found) in [
            ("Which instrument makers have headquarters in Ambon?", false),
            ("Perusahaan apa saja yang berkantor pusat di Ambon?", false),
            ("アンボンに本社がある楽器メーカーは？", false),
            ("Which instrument makers have headquarters in Hamamatsu?", true),
            // Whether it is so, the other place tells.
            ("Is Yamaha based in Ambon?", true),
            ("KBRI mana yang ditemui dalam rencana kerja sama dengan Hamamatsu?", true),
            ("singers from Ambon", true),
            ("instrument makers from Ambon", false),
            ("kerja sama kesehatan ambon hamamatsu", false),
            // In which fields they do is told instead.
            ("apakah ambon dan hamamatsu kerja sama di bidang kesehatan?", true),
            ("アンボンと浜松の保健分野の協力は？", false),
            // Both are linked with Ambon.
            ("フリシンゲンとダーウィンは姉妹都市？", false),
            ("are vlissingen and darwin sister cities", false),
            ("apakah vlissingen dan darwin kota kembar", false),
            ("アンボンとダーウィンは姉妹都市ですか", true),
            ("is darwin a sister city of ambon", true),
            ("ダーウィンとフリシンゲンのどちらが先に姉妹都市になった？", true),
            // Each signed with a third.
            ("Hanover and Ambon, what did they sign", false),
            ("what did Hamamatsu and Darwin sign", false),
            ("apa yang ditandatangani Hannover dan Ambon", false),
            ("sejak kapan Vlissingen dan Hamamatsu berhubungan", false),
            ("Ambon sama Bandung tukar apa aja", false),
            ("ハノーファーとアンボンは何に署名しましたか", false),
            ("what did Hanover and Hamamatsu sign", true),
            ("apa yang ditandatangani Darwin dan Ambon", true),
            ("sejak kapan Vlissingen dan Ambon berhubungan", true),
            ("浜松とハノーファーは何に署名しましたか", true),
            // The title names both.
            ("how do Ambon and Hamamatsu work together", true),
            ("kerja sama kesehatan ambon vlissingen", true),
            ("アンボンとダーウィンの教育の協力", true),
            ("kerja sama pendidikan ambon australia", true),
            ("kota mana yang bekerja sama dengan ambon di bidang pendidikan", true),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), is_found, "{question}");
        }
        for question in ["kerja sama pendidikan ambon vlissingen", "education cooperation of Ambon and Vlissingen"] {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages().first().map(|best| best.text.as_str()).unwrap_or_default();
            assert!(!best.contains("Darwin"), "{question}: {best}");
        }
    }
}
