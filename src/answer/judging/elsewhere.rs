//! Whether a passage tells of another place, country or year than those that are asked about, or of another thing of a kind
//! of which one is no other, *piano*, *violin*, of another office, of the first of another city, or of a city of music where it is asked
//! of as a city, or whether it names nothing that is asked of by its name: it is no answer then, however well it fits.

use std::ops::Range;

use crate::answer::Answerer;
use crate::answer::judging::AS_WRITTEN;
use crate::answer::ranges::overlap;
use crate::answer::ranking::{Fit, Held, Ranking};
use crate::answer::understanding::{Concept, HolderAsked, Mention, Query};
use crate::corpus::{PartialDate, Passage};
use crate::index::Field;
use crate::language::{
    Folded, Language, Order, asking_clauses, asks_of_a_relative_time, asks_of_it_as_a_city, asks_whether_it_goes_on,
    find_word, finds_any, later_place, superlative, tells_of_a_former, tells_of_an_end, tells_of_no_longer_being,
    tells_of_the_first_holder, tells_of_what_is_not, tells_that_it_goes_on, told_to_return, years,
};

impl Answerer {
    /// Does the passage of `fit` tell of another place, year, office or thing of its kind than those that `query` asks of.
    pub(in crate::answer) fn is_elsewhere(&self, query: &Query, fit: &Fit) -> bool {
        let text = self.text_of(fit);
        // *Again* is said in passing as well, so what people ask it with tells nothing.
        let returns = || told_to_return(text).is_some() || !self.wants().has_phrases(fit.passage);
        // No passage knows which day it is.
        let is_apart = query.narrowed().relative && !self.may(fit, asks_of_a_relative_time)
            || query.narrowed().currency.is_some_and(|currency| !currency.is_in(text))
            || query.narrowed().earlier && !tells_an_order(text)
            || query
                .narrowed()
                .later_place
                .is_some_and(|place| !self.may(fit, |text| later_place(text) == Some(place)))
            || query.narrowed().second
                && !self.may_tell(fit, tells_which_was_second, |asked| Order::Second.is_in(asked))
            || query.narrowed().as_a_city && !self.may(fit, asks_of_it_as_a_city)
            || query.narrowed().first_holder && !self.may(fit, tells_of_the_first_holder)
            || query.narrowed().is_not && self.wants().has_phrases(fit.passage) && !tells_of_what_is_not(text)
            || query.narrowed().goes_on && !self.may_tell(fit, tells_that_it_goes_on, asks_whether_it_goes_on)
            || query.narrowed().ends && !self.may(fit, tells_of_an_end)
            || query.narrowed().no_longer && !self.may(fit, tells_of_no_longer_being)
            || query.narrowed().returns && !returns()
            || query.narrowed().holder == Some(HolderAsked::Former) && !self.may(fit, tells_of_a_former);
        let is_past = query.narrowed().holder == Some(HolderAsked::Present) && tells_of_a_former(text);
        let is_of_other_regions =
            || !query.regions().is_empty() && self.names().is_of_other_regions(query.regions(), &self.with_title(fit));
        if is_apart
            || is_past
            || is_of_other_regions()
            || self.is_of_another_year(query, fit)
            || self.tells_of_the_excepted_alone(query, fit)
            || self.tells_of_another_in_its_stead(query, fit)
        {
            return true;
        }
        let concepts = query.concepts(Field::Words(fit.language));
        let has_place = concepts.iter().any(|concept| concept.is_place);
        let office = query.narrowed().office.as_ref();
        let asked_of = self.names_asked_of(query);
        if !has_place && query.set_apart().is_empty() && office.is_none() && asked_of.is_empty() {
            return false;
        }
        let Some(named) = self.named_concepts(query, fit) else { return false };
        let is_of_another_place =
            has_place && !concepts.iter().zip(&named).any(|(it, is_named)| it.is_place && *is_named);
        // The head of one office heads no other.
        let is_of_another_office = |(called, of): &(&'static str, Range<usize>)| {
            let is_missing = concepts.iter().zip(&named).any(|(it, is_named)| overlap(&it.range, of) && !is_named);
            is_missing && find_word(Folded::new(text).as_str(), called).is_some()
        };
        let is_named = |name: &&Mention| {
            // A month that bounds years is no word of the question.
            let mut its = concepts.iter().zip(&named).filter(|(it, _)| overlap(&it.range, &name.range)).peekable();
            its.peek().is_none() || its.any(|(_, is_named)| *is_named)
        };
        is_of_another_place
            || !asked_of.is_empty() && !asked_of.iter().any(is_named)
            || office.is_some_and(is_of_another_office)
            || self.is_of_another_thing(query, concepts, &named, text)
            || query.narrowed().first_of.is_some_and(|place| !self.may_tell_what_was_first(place, query, fit))
    }

    /// Does the passage of `fit` tell what `query` asks of as the first of this `place`, or may it be asked for that: does a phrase of
    /// its own ask for a first, or has it none.
    fn may_tell_what_was_first(&self, place: usize, query: &Query, fit: &Fit) -> bool {
        let (_, passage) = self.passage_of(fit);
        let asked = passage.asked.get(fit.language);
        let field = Field::Words(fit.language);
        let Some((asked, analyzed)) = asked.zip(self.index().analyzed(field, fit.passage)) else { return true };
        let first = |text: &str| self.names().first_of(text, Order::find(text)?, fit.language);
        let Some(told) = first(self.text_of(fit)) else {
            return asked.iter().any(|phrase| first(phrase).is_some_and(|told| told.may_be_of(place)));
        };
        // It is the first of what is asked of, *sister city*, and not the first step.
        let occurrences = query.occurrences(field, analyzed);
        told.may_be_of(place) && occurrences.iter().any(|found| overlap(&found.range(analyzed), &told.what))
    }

    /// Does the passage of `fit` tell what `tells` tells, of something that ends or is past, or may it be asked for that: does a
    /// phrase of its own ask so, or has it none.
    pub(super) fn may(&self, fit: &Fit, tells: impl Fn(&str) -> bool) -> bool {
        self.may_tell(fit, &tells, &tells)
    }

    /// Does the passage of `fit` tell what `tells` tells, or does a phrase of its own ask what `asks` tells, or has it none.
    pub(super) fn may_tell(&self, fit: &Fit, tells: impl Fn(&str) -> bool, asks: impl Fn(&str) -> bool) -> bool {
        let (_, Passage { asked, .. }) = self.passage_of(fit);
        let mut phrases = Language::ALL.into_iter().filter_map(|language| asked.get(language)).flatten().peekable();
        phrases.peek().is_none() || tells(self.text_of(fit)) || phrases.any(|phrase| asks(phrase))
    }

    /// Does the passage of `fit` tell of other years than `query` asks of.
    pub(in crate::answer) fn is_of_another_year(&self, query: &Query, fit: &Fit) -> bool {
        let bounds = query.bounded_years();
        if !bounds.is_empty() {
            let told = years(self.text_of(fit));
            return !told.is_empty() && !told.iter().any(|year| query.asks_of_year(*year));
        }
        let (document, _) = self.passage_of(fit);
        let published = document.published.map(PartialDate::year);
        is_of_another_year(query.years(), self.text_of(fit), published)
    }

    /// Does the passage of `fit` name a year that `query` asks of, or does that ask of none.
    pub(in crate::answer) fn names_the_year(&self, query: &Query, fit: &Fit) -> bool {
        !query.asks_of_years() || years(self.text_of(fit)).into_iter().any(|year| query.asks_of_year(year))
    }

    /// Is asked which is the most of all, and is that neither told by the passage of `fit` nor asked of it.
    pub(super) fn tells_no_superlative(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        // What is told before a question is no part of it: *that one is the best, who else is there?*
        let own = &ranking.text[ranking.own..];
        let asked = asking_clauses(own).into_iter().find_map(|clause| superlative(&own[clause]));
        asked.is_some() && !self.may(fit, |text| superlative(text) == asked)
    }

    /// Is a span of years asked of, and tells the passage of `fit` no year within.
    pub(in crate::answer) fn lacks_a_year_within_bounds(&self, query: &Query, fit: &Fit) -> bool {
        !query.bounded_years().is_empty() && !self.names_the_year(query, fit)
    }

    /// What `query` asks more of by its name, where it asks of no place: *where is the headquarters of JICA*.
    fn names_asked_of<'q>(&self, query: &'q Query) -> Vec<&'q Mention> {
        if !query.places().is_empty() || !query.takes_for_so() {
            return Vec::new();
        }
        let is_name = |it: &&Mention| self.is_name(it.term) && !self.names().is_somewhere(it.term);
        query.asked_of().iter().filter(is_name).collect()
    }

    /// For each concept of `query`: is it in the passage of `fit` or its title.
    pub(in crate::answer) fn named_concepts(&self, query: &Query, fit: &Fit) -> Option<Vec<bool>> {
        let held = Held::of(query, fit, self.index())?;
        // What is written like a place, *dari* like *Darwin*, is none.
        let least = |concept: &Concept| if concept.is_place { AS_WRITTEN } else { f32::MIN_POSITIVE };
        let concepts = held.concepts().iter().enumerate();
        Some(concepts.map(|(place, concept)| held.named(place) >= least(concept)).collect())
    }

    /// Does `text` tell of another one of a list of things that are not each other, and of none that is asked of; or is the number of one
    /// asked, which it does not name: *how many pianos*, of a museum of instruments.
    fn is_of_another_thing(&self, query: &Query, concepts: &[Concept], named: &[bool], text: &str) -> bool {
        let is_named = |thing: &Mention| {
            let mut its = concepts.iter().zip(named).filter(|(it, _)| thing.range.contains(&it.range.start));
            its.any(|(_, is_named)| *is_named)
        };
        let missing: Vec<&Mention> = query.set_apart().iter().filter(|thing| !is_named(thing)).collect();
        let is_counted =
            |thing: &&Mention| query.narrowed().counted.as_ref().is_some_and(|counted| overlap(counted, &thing.range));
        missing.iter().any(is_counted) || self.names().names_others_than(&missing, text)
    }
}

/// What says that something came behind something else.
#[rustfmt::skip]
const FOLLOWS: [&str; 9] = ["then", "afterwards", "followed", "kemudian", "lalu", "setelah itu", "その後", "次いで", "続いて"];

/// Does `text` tell when something was, which was first, or what came behind it.
fn tells_an_order(text: &str) -> bool {
    !years(text).is_empty() || Order::find(text).is_some() || tells_what_followed(text)
}

/// Does `text` tell what came behind something else.
pub(super) fn tells_what_followed(text: &str) -> bool {
    finds_any(Folded::new(text).as_str(), &FOLLOWS)
}

/// Does `text` tell which was the second: does it say so, or what came behind something else.
fn tells_which_was_second(text: &str) -> bool {
    Order::Second.is_in(text) || tells_what_followed(text)
}

/// Are the years that are `asked` of all before or behind those that `text` tells of, and is it from another one.
fn is_of_another_year(asked: &[u16], text: &str, published: Option<u16>) -> bool {
    if asked.is_empty() {
        return false;
    }
    let told = years(text);
    let (Some(first), Some(last)) = (told.iter().min(), told.iter().max()) else { return false };
    !asked.iter().any(|year| (first..=last).contains(&year) || published == Some(*year))
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::*;
    use crate::answer::Question;
    use crate::corpus::Source;

    #[test]
    fn a_passage_of_other_years_alone_is_of_another_year() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, text, published, expect) in [
            ("how many came in 2010", "In 2009 there were 18.", None, true),
            ("how many came in 2009", "In 2009 there were 18.", None, false),
            ("how many came in 2010", "There were 18.", Some(2009), false),
            ("how many were there in 2024", "Since 2019 there are 246.", Some(2024), false),
            ("was it held in 2003", "It stopped in 1999 and went on in 2007.", None, false),
            ("was it held in 2013", "It stopped in 1999 and went on in 2007.", None, true),
            ("I was there in 2014. when did it begin?", "It began in 1976.", None, false),
            ("2010年は何人", "2009年は18人でした。", None, true),
            ("how many came", "In 2009 there were 18.", None, false),
        ] {
            let asked = answerer.ranked(Cow::Borrowed(question), 0, &Question::new(question));
            assert_eq!(is_of_another_year(asked.query.years(), text, published), expect, "{question}");
        }
    }

    #[test]
    fn a_year_within_the_bounds_that_are_asked_of_answers() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("Which sister cities did Ambon have before 2000?", Some("darwin-council-sister-cities#1")),
            ("MoU apa yang dibuat sebelum 2000", Some("vlissingen-stedenband-ambon#3")),
            ("1980年代に署名された協定は？", Some("darwin-council-sister-cities#1")),
            ("1990年代に始まったコンクール", Some("creativetraveljp-hamamatsu#1")),
            ("1970年代に浜松は何を始めた？", Some("hamamatsu-city-music-policy#1")),
            ("what happened in the 1980s?", Some("vlissingen-ambon-origin#1")),
            ("who was the mayor of Hamamatsu before 2010", Some("indonesiakyoukai-2009-visit#1")),
            ("which cities joined UNESCO before 2010", None),
            ("2000年以降に更新された覚書は？", Some("laskarmaluku-2019-vlissingen-mou#1")),
            ("70年代に始まったことは？", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages().first().map(|best| best.citation.passage.to_string());
            assert_eq!(best.filter(|_| answer.is_found()).as_deref(), expect, "{question}");
        }
    }

    #[test]
    fn which_is_the_most_of_all_is_perhaps_told() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("Who is the most famous singer from Maluku?", false),
            ("アンボンの一番新しい姉妹都市は", false),
            ("who are the singers from Maluku", true),
            // That something was the best is told, not asked.
            ("ルース・サハナヤは最高。ほかにマルク出身の歌手は誰がいますか", true),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), expect, "{question}");
        }
    }

    #[test]
    fn what_names_two_and_not_when_tells_not_which_was_first() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("Yamaha atau Kawai duluan berdiri", false),
            ("which came first, the piano competition or the museum", false),
            ("楽器博物館と国際ピアノコンクール、先に始まったのはどっち", false),
            ("who was quicker into unesco, ambon or hamamatsu", true),
            ("which was the first sister city, vlissingen or darwin", true),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), expect, "{question}");
        }
    }

    #[test]
    fn a_passage_of_another_thing_of_its_kind_is_elsewhere() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, text, expect) in [
            ("when did the violin contest begin", "The piano contest began in 1991.", true),
            ("kapan lomba biola dimulai", "The piano contest began in 1991.", true),
            ("バイオリンのコンクールはいつから", "ピアノのコンクールは1991年に始まりました。", true),
            ("when did the piano contest begin", "The piano contest began in 1991.", false),
            // It may be either.
            ("is it a violin or a cello contest", "The piano contest began in 1991.", false),
            // Nothing of its kind is told.
            ("when did the violin contest begin", "The contest began in 1991.", false),
            // Whatever stands within a longer name is told, too.
            ("music in which city", "A city of music, and a centre of technology.", false),
            ("technology in which city", "A city of music.", true),
            ("when did it begin", "The piano contest began in 1991.", false),
        ] {
            let asked = answerer.ranked(Cow::Borrowed(question), 0, &Question::new(question));
            let is_another =
                answerer.names().names_others_than(&asked.query.set_apart().iter().collect::<Vec<_>>(), text);
            assert_eq!(is_another, expect, "{question}");
        }
        for question in [
            "浜松の最初の姉妹都市はどこ？",
            "what was hamamatsu's first sister city",
            "kota kembar pertama hamamatsu apa",
            "when did darwin end its sister city agreement with ambon",
            "kapan hamamatsu keluar dari unesco",
            "siapa wali kota hamamatsu pertama",
            "What was the third step towards the link with Hamamatsu?",
            "kota kembar ketiga ambon apa",
            "アンボンの4番目の姉妹都市は？",
            "berapa gitar di museum hamamatsu",
            "how many violins does the museum in hamamatsu have",
            "which companies have no headquarters in hamamatsu",
            "kota mana yang bukan kota kembar ambon",
            "浜松に本社がない楽器メーカーは？",
            "when did darwin stop being ambon's sister city",
            "ダーウィンが姉妹都市じゃなくなったのはいつ",
            "浜松がユネスコをやめたのはいつ？",
            "when did the international violin competition of Hamamatsu begin",
            "kerja sama Ambon dan Hamamatsu di bidang perikanan",
            "アンボンと浜松の農業の協力",
            "大分県でインドネシアと姉妹都市を結んでいる市はどこ",
            "Bandung と はままつ は sister city ですか",
            "Universitas Pattimura に 日本語の じゅぎょう ありますか",
            "2009ねんの あとも はままつの しょくいん Bandung いきましたか",
        ] {
            assert!(!answerer.answer(&Question::new(question)).is_found(), "{question}");
        }
    }

    #[test]
    fn a_passage_of_other_countries_alone_is_elsewhere() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, text, expect) in [
            ("which Dutch town is a city of music", "Hamamatsu is a city of music.", true),
            ("kota Belanda mana yang jadi kota musik", "Hamamatsu adalah kota musik.", true),
            ("オランダの音楽都市は", "浜松市は音楽都市です。", true),
            ("which Dutch town is linked with Ambon", "Vlissingen and Ambon are linked.", false),
            ("which European town is linked with Ambon", "Vlissingen and Ambon are linked.", false),
            ("which European town is linked with Ambon", "Darwin and Ambon are linked.", true),
            ("which Japanese city is it", "The network has 66 cities.", false),
            // No country is asked of.
            ("日本語で音楽都市を教えて", "アンボンは音楽都市です。", false),
            ("I'm from the Netherlands. which city is it", "Hamamatsu is a city of music.", false),
        ] {
            let asked = answerer.ranked(Cow::Borrowed(question), 0, &Question::new(question));
            let is_elsewhere = answerer.names().is_of_other_regions(asked.query.regions(), text);
            assert_eq!(is_elsewhere, expect, "{question}");
        }
    }

    #[test]
    fn what_ended_or_is_past_is_told() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("when did the yacht race stop", "antara-darwin-ambon-relations#1"),
            ("kapan lomba layar berhenti", "antara-darwin-ambon-relations#1"),
            ("ヨットレースが止まったのはいつ", "antara-darwin-ambon-relations#1"),
            ("浜松の前の市長は誰", "indonesiakyoukai-2009-visit#1"),
            ("who was the former mayor of hamamatsu", "indonesiakyoukai-2009-visit#1"),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages().first().map(|best| best.citation.passage.to_string());
            assert_eq!(best.as_deref(), Some(expect), "{question}");
        }
        for question in ["鈴木康友の前の市長は誰", "siapa wali kota sebelum Suzuki Yasutomo"] {
            assert!(answerer.answer(&Question::new(question)).passages().is_empty(), "{question}");
        }
    }

    #[test]
    fn what_came_behind_something_tells_which_was_earlier() {
        for (text, expect) in [
            ("Ambon's side then met the embassy.", true),
            ("The first step was a meeting with the mayor.", true),
            ("Pihak Ambon kemudian bertemu KBRI Tokyo.", true),
            ("その後、アンボン側は大使館と面会した。", true),
            ("Ambon's side met the embassy.", false),
            ("", false),
        ] {
            assert_eq!(tells_an_order(text), expect, "{text}");
        }
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for question in
            ["did ambon see the mayor or the embassy first", "did ambon meet the mayor first or the embassy"]
        {
            assert!(answerer.answer(&Question::new(question)).is_found(), "{question}");
        }
    }

    #[test]
    fn neither_another_office_nor_a_city_as_such_is_told_of() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("siapa kepala dinas perhubungan ambon", false),
            ("siapa kepala dinas sosial ambon", false),
            ("siapa kepala dinas kebudayaan ambon", true),
            ("sejak kapan ambon menjadi kota", false),
            ("sejak kapan ambon menjadi kota musik", true),
            ("kota ambon ultah kapan", false),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), expect, "{question}");
        }
    }

    #[test]
    fn where_one_comes_from_is_not_asked_about() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("I'm from Nagoya, when was Ambon named a city of music?", Some("jakartapost-2019-ambon-city-of-music#1")),
            ("tinggal di lyon nih. berapa penduduk ambon", Some("unesco-ambon#1")),
            ("大阪に住んでいます。アンボンの人口を教えてください", Some("unesco-ambon#1")),
            ("大阪に住んでます アンボンの人口は何人ですか", Some("unesco-ambon#1")),
            ("I live in Hamamatsu. how many people live in Ambon?", Some("unesco-ambon#1")),
            // What asks names no place; the one beside it is meant.
            ("I'm in Ambon. how many people live here?", Some("unesco-ambon#1")),
            ("I'm in Nagoya. how many people live here?", None),
            ("I'm from Ambon, when was Nagoya named a city of music?", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages().first().map(|best| best.citation.passage.to_string());
            assert_eq!(best.filter(|_| answer.is_found()).as_deref(), expect, "{question}");
        }
    }

    #[test]
    fn the_passage_of_the_place_and_the_year_that_are_asked_about_stands_first() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("Kapan UNESCO menetapkan Hamamatsu sebagai Kota Musik?", "hamamatsu-keizai-city-of-music#1"),
            ("Kapan UNESCO menetapkan Ambon sebagai Kota Musik?", "jakartapost-2019-ambon-city-of-music#1"),
            ("2019年の時点でユネスコ創造都市はいくつ？", "jakartapost-2019-ambon-city-of-music#2"),
            ("2014年の時点でユネスコ創造都市はいくつ？", "hamamatsu-keizai-city-of-music#2"),
        ] {
            let asked = Question::new(question);
            let answer = answerer.answer(&asked);
            let best = answer.passages().first().map(|best| best.citation.passage.to_string());
            assert_eq!((answer.is_found(), best.as_deref()), (true, Some(expect)), "{question}");
            let ranking = answerer.ranked(Cow::Borrowed(question), 0, &asked);
            assert!(!answerer.is_elsewhere(&ranking.query, &ranking.fits[0]), "{question}");
        }
    }
}
