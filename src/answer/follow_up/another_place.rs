//! The same question of another place: *what about Darwin?*, 浜松は？

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::ranges::is_within;
use crate::answer::ranking::{Fit, bring_forward};
use crate::answer::understanding::{Mention, Query};
use crate::answer::{Answerer, Question, Ranking, Talk};
use crate::index::Field;
use crate::language::{AnswerKind, Folded, Language, detect, find_word, has_question_word, is_cjk, spliced, years};

/// How likely what is told of another place answers, at least, where the document tells of both: it is the nearest that there is.
const OF_ANOTHER: f32 = 0.3;

/// The most places of a question that another one is put in place of.
const MOST_PLACES: usize = 3;

/// What people begin with who ask the same of another place, beside *and*.
const WHAT_ABOUT: [&str; 10] = [
    "what abt",
    "how abt",
    "what about",
    "how about",
    "whatabout",
    "bagaimana dengan",
    "gimana dengan",
    "bagaimana",
    "gimana",
    "gmn",
];

/// What says that the same is asked of it.
#[rustfmt::skip]
const THE_SAME: [&str; 14] = [
    "the same question", "same question", "the same thing", "same thing", "the same", "same", "pertanyaan yang sama", "pertanyaan sama",
    "sama juga", "同じ質問", "同じこと", "も頼む", "も頼みます", "をお願い",
];

/// What says that another place was meant: *no, sorry, I meant Darwin*.
#[rustfmt::skip]
const CORRECTS: [&str; 36] = [
    "wrong one", "wrong city", "i meant", "i mean", "i was asking about", "i was talking about", "sorry", "the one in", "rather", "instead", "maksud saya", "maksudku", "maksud aku", "maksudnya",
    "maksud gue", "maksud gw", "salah ketik", "salah", "maaf", "sori", "いや", "いえ", "いいえ", "違う", "違います", "違った", "間違えました", "間違えた", "ごめんなさい",
    "ごめん", "すみません", "の方", "のほう", "のこと", "の話", "の件",
];

impl Answerer {
    /// Where nothing but a place is asked, *what about Darwin?*, the question before it with that place in it; of several
    /// places that it may stand for, where the answer is the surest.
    pub(in crate::answer) fn of_another_place(
        &self,
        previous: &str,
        asked: &str,
        question: &Question,
    ) -> Option<Ranking<'_>> {
        let detected = detect(asked);
        let language = detected.or_else(|| detect(previous)).unwrap_or(question.fallback);
        let place = self.asks_of_a_place(asked, language)?;
        // *And Darwin? And Hamamatsu?* ask the same of both.
        let mut parts: Vec<&str> = previous.split(Question::BETWEEN).collect();
        while parts.len() > 1 && parts.last().is_some_and(|last| self.asks_of_a_place(last, language).is_some()) {
            parts.pop();
        }
        let last = parts.last().copied().unwrap_or_default();
        let of_last = self.names().which_places(last);
        let for_reader = |text| self.asked_anew(text, detected, question);
        // *Ambon?*, where it was asked about before, is the last question, of Ambon.
        let is_said = parts.iter().any(|part| self.names().which_places(part).contains(&place.term));
        let previous = if is_said { last.to_owned() } else { parts.join(Question::BETWEEN) };
        if !asks_alike(asked, &previous) {
            return None;
        }
        if of_last == [place.term] {
            return Some(for_reader(previous));
        }
        if of_last.contains(&place.term) {
            return None;
        }
        let before: Vec<_> = self.names().mentioned_places(&previous).collect();
        let mut terms: Vec<usize> = Vec::new();
        for other in &before {
            if terms.len() < MOST_PLACES && !terms.contains(&other.term) {
                terms.push(other.term);
            }
        }
        let of_another = |term: &usize| {
            let named = before.iter().filter(|other| other.term == *term);
            let parts = named.map(|other| (other.range.clone(), &asked[place.range.clone()]));
            let text = spliced(Cow::Borrowed(&previous), parts).into_owned();
            // The same of another place may be of another year.
            let of_any_year = without_years(&text);
            [Some(text), of_any_year].into_iter().flatten()
        };
        let ranked = |text| {
            let mut ranking = for_reader(text);
            let names_it_now = self.bring_forward_what_names(&place, &mut ranking.fits);
            let sure = self.confidence(&ranking).unwrap_or(0.0);
            if names_it_now {
                let sure = sure.max(OF_ANOTHER);
                return (sure, ranking.judged_as(Some(sure)));
            }
            (sure, ranking)
        };
        // *How many people live there? No, in Ambon.*
        let of_it = of_last.is_empty().then(|| format!("{last} ({})", &asked[place.range.clone()]));
        let all = terms.iter().flat_map(of_another).chain(of_it).map(ranked);
        let surest = all.reduce(|best, other| if other.0 > best.0 { other } else { best });
        surest.map(|(_, ranking)| ranking)
    }

    /// Brings forward the best of `fits` that names `place`, of the document whose passage is the best and names it not: of two that one
    /// document tells of, that of the other one is not of this. Was there one.
    fn bring_forward_what_names(&self, place: &Mention, fits: &mut [Fit]) -> bool {
        let names_it = |fit: &Fit| {
            let text = self.text_of(fit);
            self.names().which_places(text).contains(&place.term)
        };
        let document = |fit: &Fit| self.document_of(fit);
        let Some(best) = fits.first().filter(|best| !names_it(best)).map(document) else { return false };
        let Some(there) = fits.iter().position(|fit| document(fit) == best && names_it(fit)) else { return false };
        bring_forward(fits, there);
        true
    }

    /// The same of another place or of another thing, where nothing but that is asked.
    pub(super) fn of_another(&self, previous: &str, asked: &str, question: &Question) -> Option<Ranking<'_>> {
        let of_place = self.of_another_place(previous, asked, question);
        of_place.or_else(|| self.of_another_thing(previous, asked, question))
    }

    /// The passages that fit `text`, told in the language of who asks, or else in the one `detected` in what they typed.
    pub(super) fn asked_anew(&self, text: String, detected: Option<Language>, question: &Question) -> Ranking<'_> {
        let mut ranking = self.ranked(Cow::Owned(text), 0, question);
        ranking.language = question.language.or(detected).unwrap_or(ranking.language);
        ranking
    }

    /// The questions asked one after the other with each that asks the same of another place or thing as it is meant: *when did
    /// Ambon join / and Hamamatsu? / who came?* as *when did Hamamatsu join / who came?*
    pub(super) fn with_places_in_it<'t>(&self, previous: &'t str, question: &Question) -> Cow<'t, str> {
        let Some((first, rest)) = previous.split_once(Question::BETWEEN) else { return Cow::Borrowed(previous) };
        let mut said = first.to_owned();
        for (place, part) in rest.split(Question::BETWEEN).enumerate() {
            // The last one is what was just asked.
            let is_last = place == rest.matches(Question::BETWEEN).count();
            let meant = if is_last { None } else { self.of_another(&said, part, question) };
            said = match meant {
                Some(ranking) => ranking.text.into_owned(),
                None => [&said, part].join(Question::BETWEEN),
            };
        }
        Cow::Owned(said)
    }

    /// Where the last of the questions asked one after the other asks the same of another place, what is asked so: *when did
    /// Ambon join / and Hamamatsu?* as *when did Hamamatsu join*.
    pub(super) fn of_the_last_place(&self, previous: &str, question: &Question) -> Option<Ranking<'_>> {
        let Talk { before, last } = Talk::of(previous);
        self.of_another_place(before?, last, question)
    }

    /// The place, where `asked`, which is in `language`, asks of one place and says nothing else of it.
    fn asks_of_a_place(&self, asked: &str, language: Language) -> Option<Mention> {
        let mut places = self.names().mentioned_places(asked).filter(|place| !is_denied(asked, &place.range));
        let place = places.next().filter(|_| places.next().is_none())?;
        let said = without_what_about(asked);
        let query = Query::new(asked, 0, language, self.index(), self.names(), self.weights());
        let concepts = query.concepts(Field::Words(language));
        // 浜松市は is no more than 浜松は.
        let is_city = |range: &Range<usize>| range.start == place.range.end && &asked[range.clone()] == "市";
        let lower = asked.to_ascii_lowercase();
        let same = THE_SAME.iter().find_map(|same| find_word(&lower, same));
        let is_same = |range: &Range<usize>| same.as_ref().is_some_and(|same| is_within(range, same));
        let corrects = |corrects: &'static &str| {
            // 嫌いや is no いや.
            let is_apart = |found: &Range<usize>| {
                !["いや", "いえ"].contains(corrects) || !lower[..found.start].ends_with(char::is_alphanumeric)
            };
            find_word(&lower, corrects).filter(is_apart)
        };
        let corrected: Vec<Range<usize>> = CORRECTS.iter().filter_map(corrects).collect();
        let is_correction = |range: &Range<usize>| corrected.iter().any(|it| is_within(range, it));
        let says_no_more = |range: &Range<usize>| is_city(range) || is_same(range) || is_correction(range);
        let is_place = !concepts.is_empty() && concepts.iter().all(|it| it.is_place || says_no_more(&it.range));
        // *And Hamamatsu, when?* asks for what was asked for before; *where is Hamamatsu* does not.
        let asks_when = || AnswerKind::of_question(&said) == Some(AnswerKind::Date);
        (is_place && (!has_question_word(&said) || asks_when())).then_some(place)
    }
}

/// `asked`, folded, without what people begin with who ask the same of another.
pub(super) fn without_what_about(asked: &str) -> String {
    let folded = Folded::new(asked);
    WHAT_ABOUT.iter().fold(folded.as_str().to_owned(), |said, about| said.replacen(about, " ", 1))
}

/// Does `asked` ask for the same kind of thing as the question `before` it, or for none.
fn asks_alike(asked: &str, before: &str) -> bool {
    AnswerKind::of_question(asked).is_none_or(|kind| AnswerKind::of_question(before) == Some(kind))
}

/// Is the place at `range` of `asked` said not to be meant: *not Ambon*, アンボンじゃなくて.
fn is_denied(asked: &str, range: &Range<usize>) -> bool {
    let before = asked[..range.start].trim_end().to_lowercase();
    let behind = asked[range.end..].trim_start_matches('市');
    let denies =
        |word: &str| before == word || before.strip_suffix(word).is_some_and(|rest| rest.ends_with([' ', ',']));
    ["not", "bukan"].into_iter().any(denies)
        || ["じゃな", "ではな", "でな"].into_iter().any(|denies| behind.starts_with(denies))
}

/// The text without its years; `None` where it has none.
pub(super) fn without_years(text: &str) -> Option<String> {
    if text.contains(is_cjk) {
        return without_japanese_years(text);
    }
    let words = || text.split_inclusive(char::is_whitespace);
    words().any(|word| !years(word).is_empty()).then(|| words().filter(|word| years(word).is_empty()).collect())
}

/// The same in Japanese: without 2009年に, 2009年の.
fn without_japanese_years(text: &str) -> Option<String> {
    let digits = |text: &str| text.chars().rev().take_while(char::is_ascii_digit).count();
    let year = text.match_indices('年').map(|(at, _)| at).find(|at| digits(&text[..*at]) == YEAR_DIGITS)?;
    let behind = &text[year + '年'.len_utf8()..];
    let behind = behind.strip_prefix(['に', 'の', 'は']).unwrap_or(behind);
    let rest = without_japanese_years(behind);
    Some([&text[..year - YEAR_DIGITS], rest.as_deref().unwrap_or(behind)].concat())
}

/// How many digits a year has.
const YEAR_DIGITS: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Outcome;
    use crate::corpus::Source;

    #[test]
    fn a_place_alone_stands_for_the_one_that_was_asked_about() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let read = |previous: &str, asked: &str| {
            let question = Question::new(asked).after(Some(previous.to_owned()));
            Some(answerer.of_another_place(previous, asked, &question)?.text.into_owned())
        };
        let is = |text: &str| Some(text.to_owned());
        assert_eq!(read("how many people live in Ambon?", "and Hamamatsu?"), is("how many people live in Hamamatsu?"));
        assert_eq!(read("Berapa penduduk Ambon", "kalau hamamatsu berapa"), is("Berapa penduduk hamamatsu"));
        assert_eq!(
            read("how many people live in Ambon?", "what abt Hamamatsu, same thing"),
            is("how many people live in Hamamatsu?")
        );
        assert_eq!(read("アンボン市の人口は何人ですか", "浜松市は？"), is("浜松市の人口は何人ですか"));
        for (previous, asked, expect) in [
            ("how many people live there", "no, in Ambon", "how many people live there (Ambon)"),
            ("when did Hamamatsu join", "sorry, i meant Ambon", "when did Ambon join"),
            ("berapa penduduknya", "maksudku ambon", "berapa penduduknya (ambon)"),
            ("on which day was Ambon named", "and Hamamatsu, when?", "on which day was Hamamatsu named"),
            ("浜松はいつ加盟した", "ごめん間違えた、アンボンの方", "アンボンはいつ加盟した"),
            ("人口は？", "いや、アンボンの方", "人口は？ (アンボン)"),
            ("how many pillars are there?", "and Hamamatsu?", "how many pillars are there? (Hamamatsu)"),
            ("when did Hamamatsu join", "not Hamamatsu, Ambon", "when did Ambon join"),
            ("who is the mayor of Ambon", "wrong one, i meant hamamatsu", "who is the mayor of hamamatsu"),
            ("how many people live in Ambon?", "and Ambon?", "how many people live in Ambon?"),
        ] {
            assert_eq!(read(previous, asked), is(expect), "{asked}");
        }
        assert_eq!(
            read("does metz want to work with ambon", "what about havana"),
            is("does havana want to work with ambon")
        );
        assert_eq!(without_years("in 2019 which cities joined").as_deref(), Some("in which cities joined"));
        assert_eq!(without_years("which cities joined"), None);
        assert_eq!(without_years("2009年に浜松から何人、2010年は").as_deref(), Some("浜松から何人、"));
        assert_eq!(without_years("昨年の19年間"), None);
        let chain = format!("how many people live in Ambon?{0}and Darwin?", Question::BETWEEN);
        assert_eq!(read(&chain, "and Hamamatsu?"), is("how many people live in Hamamatsu?"));
        let chain = ["is there a museum in Hamamatsu", "how many people live there"].join(Question::BETWEEN);
        assert_eq!(read(&chain, "no, in Ambon I meant"), is("how many people live there (Ambon)"));
        // Of two that were asked about, the one that is named.
        let each = ["when did Ambon join", "when did Hamamatsu join"].join(Question::BETWEEN);
        assert_eq!(read(&each, "and in Hamamatsu?"), is("when did Hamamatsu join"));
        assert_eq!(read(&each, "Ambon?"), is("when did Ambon join"));
        assert_eq!(read(&each, "where is Ambon?"), None);
        let many = "Darwin Ambon ".repeat(20);
        assert_eq!(read(&many, "and Hamamatsu?").map(|text| text.matches("Hamamatsu").count()), Some(20));
        for (previous, asked) in [
            ("how many people live in Ambon?", "and where is Hamamatsu?"),
            ("when did Ambon become a city of music?", "why Hamamatsu?"),
            ("when did Ambon become a city of music?", "how is Hamamatsu?"),
            ("アンボンはいつ音楽都市になりましたか", "浜松城は？"),
            ("how many people live in Ambon?", "and the mayor of Hamamatsu?"),
            ("how many people live in Ambon?", "and who in Ambon?"),
            ("how many people live in Ambon?", "since when?"),
        ] {
            assert_eq!(read(previous, asked), None, "{asked}");
        }
        let question = Question::new("浜松は？").after(Some("how many people live in Ambon?".to_owned()));
        let answer = answerer.answer(&question);
        assert!(matches!(answer.outcome, Outcome::NotFound(_)), "nothing tells how many live there: {answer:?}");
        assert_eq!(answer.language, crate::language::Language::Ja);
    }

    #[test]
    fn what_is_told_of_one_place_is_not_told_of_another() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let before = ["havana and ambon?", "when is the visit"].join(Question::BETWEEN);
        let answer = answerer.answer(&Question::new("and metz?").after(Some(before)));
        let text = answer.passages().first().map(|best| best.text.as_str()).unwrap_or_default();
        assert!(!answer.is_found() && text.contains("Metz"), "{text}");
    }
}
