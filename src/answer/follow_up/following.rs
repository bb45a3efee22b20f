//! A question that goes on from the one before it: *and when?*, *what about Darwin?*

use std::borrow::Cow;

use super::another_place::without_years;
use crate::answer::judging::{ByItself, FOUND, FollowUp, JUST_UNSURE, SURE, UNSURE};
use crate::answer::ranking::asking::{Compared, Nearness};
use crate::answer::ranking::{Fit, best_first};
use crate::answer::reading::small_talk;
use crate::answer::understanding::{Concept, Query};
use crate::answer::{Answerer, Question, Ranking, Talk};
use crate::index::Field;
use crate::language::{
    AnswerKind, Measure, Want, asks_of_now, asks_of_the_one_before, asks_something, asks_who_says_so, detect,
    points_back, tells_a_reason, wishes_more, with_the_one_before, without_exactly, years,
};

/// A follow-up without the question before it, as phrases are compared with it.
pub(in crate::answer) struct Alone<'q> {
    compared: Compared<'q>,
    /// How likely its own best passage answers it, 0 to 1; `None` where it has none.
    confidence: Option<f32>,
}

/// How likely what goes on from all questions before it, or from their document, answers, at least, where it does not as going on from
/// the last.
const OF_ALL: f32 = 0.5;

/// How many questions before are looked at for the document that was talked of.
const MOST_EARLIER: usize = 4;

impl Ranking<'_> {
    /// Does a follow-up ask anything: not *lol*, without a question word, a question mark or a word that tells something here.
    fn own_words_ask(&self) -> bool {
        let own = &self.text[self.own..];
        let mut concepts = self.query.concepts(Field::Words(self.asked_in)).iter();
        asks_something(own)
            || own.contains(['?', '？'])
            || concepts.any(|concept| concept.range.start >= self.own && concept.known)
    }
}

impl Answerer {
    /// What is known of a follow-up by itself, judged by the passage of `fit`; `None` where `ranking` is of none.
    pub(in crate::answer) fn follow_up(&self, ranking: &Ranking<'_>, fit: &Fit) -> Option<FollowUp> {
        if ranking.own == 0 {
            return None;
        }
        let nearness = |alone: &Alone<'_>| {
            let nearness = self.nearness(&alone.compared, fit);
            // A phrase that names no place asks of those that its passage names.
            let lacks_a_place = self.lacks_a_place(&ranking.text[ranking.own..], fit);
            if lacks_a_place { Nearness { told: 0.0, likely_told: 0.0, ..nearness } } else { nearness }
        };
        let by_itself = |alone| ByItself { nearness: nearness(alone), confidence: alone.confidence };
        Some(FollowUp { by_itself: ranking.alone.as_ref().map(by_itself), asks: ranking.own_words_ask() })
    }

    /// The passages that fit `asked`, which goes on from `previous`.
    pub(in crate::answer) fn following(&self, previous: &str, asked: &str, question: &Question) -> Ranking<'_> {
        let asked = &*without_exactly(asked);
        let previous = self.with_places_in_it(previous, question);
        // What is so now is asked of no year.
        let previous =
            &*if asks_of_now(asked) { without_years(&previous).map_or(previous, Cow::Owned) } else { previous };
        if let Some(ranking) = self.of_another(previous, asked, question) {
            return ranking;
        }
        if let Some(ranking) = self.of_another_year(previous, asked, question) {
            return ranking;
        }
        if let Some(ranking) = self.doubted(previous, question) {
            return ranking;
        }
        if asks_of_the_one_before(asked)
            && let Some(ranking) = self.of_the_one_before(previous, question)
        {
            return ranking;
        }
        if asks_who_says_so(asked) {
            return self.by_what_answered(&self.answered_last(previous, question), asked, question);
        }
        if let Some(ranking) = self.still_so(previous, asked, question) {
            return ranking;
        }
        // Most go on from the last question; what was asked before that hides it.
        let last = self.last_that_says(previous, question);
        let ranking = self.going_on(last, asked, question);
        if self.is_sure(&ranking, FOUND) {
            return ranking;
        }
        let of_all = (last.len() < previous.len()).then(|| self.going_on(previous, asked, question));
        let of_all = of_all.filter(|of_all| self.is_sure(of_all, OF_ALL));
        let of_document = || self.of_the_document(last, previous, asked, question);
        of_all.or_else(of_document).or_else(|| self.of_what_was_refused(last, asked, question)).unwrap_or(ranking)
    }

    /// The passages that surely fit `asked` with what the `last` question is about, where nothing answers that: *who won the
    /// piano competition*, *when did it start*. What it wished to know hides that; what it is about are its places, and those of
    /// its words that the nearest passage holds. What says nothing of its own, *since when?*, asks for more of what is not told.
    fn of_what_was_refused(&self, last: &str, asked: &str, question: &Question) -> Option<Ranking<'_>> {
        let first = last.split(Question::BETWEEN).next()?;
        let before = self.ranked(Cow::Borrowed(first), 0, question);
        let asked_alone = Query::new(asked, 0, before.asked_in, self.index(), self.names(), self.weights());
        if self.is_sure(&before, UNSURE) || asked_alone.says_nothing(before.asked_in) {
            return None;
        }
        let nearest = before.fits.first()?;
        let is_held = self.named_concepts(&before.query, nearest)?;
        let concepts = before.query.concepts(Field::Words(nearest.language)).iter().zip(is_held);
        let is_about = |(it, is_held): &(&Concept, bool)| it.is_place || *is_held && !it.is_aspect;
        let about: Vec<&str> = concepts.filter(is_about).map(|(it, _)| &before.text[it.range.clone()]).collect();
        let ranking = (!about.is_empty()).then(|| self.going_on(&about.join(" "), asked, question))?;
        self.is_sure(&ranking, FOUND).then_some(ranking)
    }

    /// The passages that fit the last of the questions that says something, asked of who held the office before that it names.
    fn of_the_one_before(&self, previous: &str, question: &Question) -> Option<Ranking<'_>> {
        let last = self.last_that_says(previous, question);
        // What was discussed with the mayor asks for nobody.
        if AnswerKind::of_question(last) != Some(AnswerKind::Person) {
            return None;
        }
        let language = detect(last).or(question.language).unwrap_or(question.fallback);
        let text = with_the_one_before(last, language)?;
        Some(self.ranked(Cow::Owned(text), 0, question))
    }

    /// Of several questions asked one after the other, those from the last on that says what it is about.
    pub(super) fn last_that_says<'p>(&self, previous: &'p str, question: &Question) -> &'p str {
        let says = |part: &str| {
            let language = detect(part).or(question.language).unwrap_or(question.fallback);
            !Query::new(part, 0, language, self.index(), self.names(), self.weights()).says_nothing(language)
        };
        let start = previous.rmatch_indices(Question::BETWEEN).map(|(at, between)| at + between.len());
        let starts = start.chain(std::iter::once(0));
        let mut end = previous.len();
        for start in starts {
            if says(&previous[start..end]) {
                return &previous[start..];
            }
            end = start.saturating_sub(Question::BETWEEN.len());
        }
        previous
    }

    /// In a talk of several questions, the passages that fit `asked` with the title of the document that answered the `last` one, or
    /// else one of those before it: of what was talked of all the while. Unsure, but where that document surely tells it; `None` where
    /// it is not likely told.
    fn of_the_document(&self, last: &str, previous: &str, asked: &str, question: &Question) -> Option<Ranking<'_>> {
        if !previous.contains(Question::BETWEEN) {
            return None;
        }
        let answered = |text: &str| {
            let ranking = self.ranked(Cow::Owned(text.to_owned()), 0, question);
            let document = self.document_of(ranking.fits.first()?);
            self.is_sure(&ranking, FOUND).then_some((document, ranking.asked_in))
        };
        // The last one mostly says by itself what it is about.
        let earlier = previous.rsplit(Question::BETWEEN).take(MOST_EARLIER).filter(|earlier| *earlier != last);
        let (document, asked_in) = std::iter::once(last).chain(earlier).find_map(answered)?;
        let (_, title) = self.corpus().documents()[document].title.for_reader(asked_in)?;
        let ranking = self.going_on(title, asked, question);
        let best = ranking.fits.first()?;
        // What another document tells may be of what the title names besides.
        let is_of_it = self.document_of(best) == document;
        let is_sure = is_of_it && self.is_sure(&ranking, SURE);
        let ranking = self.is_sure(&ranking, OF_ALL).then_some(ranking)?;
        Some(if is_sure { ranking } else { ranking.judged_as(Some(JUST_UNSURE)) })
    }

    /// The passages that fit `asked`, understood as one question with what was asked before.
    pub(super) fn going_on(&self, previous: &str, asked: &str, question: &Question) -> Ranking<'_> {
        // What was asked before, and the answer to it, say what a follow-up is about.
        let before = self.of_the_last_place(previous, question);
        let before = before.unwrap_or_else(|| self.ranked(Cow::Borrowed(previous), 0, question));
        let asked_alone = Query::new(asked, 0, before.asked_in, self.index(), self.names(), self.weights());
        let says_nothing = asked_alone.says_nothing(before.asked_in);
        // *In which field do they cooperate* asks of what was answered, too.
        let points_there = points_back(asked) && self.names().which_places(asked).is_empty();
        let answered = if says_nothing || points_there { self.answered_place(&before) } else { None };
        // It may have been asked since when.
        let answered = answered.or_else(|| {
            let (first, _) = previous.rsplit_once(Question::BETWEEN).filter(|_| points_there)?;
            self.answered_place(&self.ranked(Cow::Borrowed(first), 0, question))
        });
        let previous = match &answered {
            Some(place) => Cow::Owned(format!("{} ({place})", before.text)),
            None => Cow::Borrowed(&*before.text),
        };
        let mut ranking = self.ranked(Cow::Owned(format!("{previous}\n{asked}")), previous.len() + 1, question);
        if let Some(answered) = before.fits.first().map(|best| self.document_of(best)) {
            for fit in &mut ranking.fits {
                if self.document_of(fit) == answered {
                    fit.score *= 1.0 + self.weights().same_document;
                }
            }
            best_first(&mut ranking.fits);
        }
        if says_nothing {
            self.keep_to(&before, asked, &mut ranking.fits);
        }
        // What was answered is asked of, as in *since when?*, and nothing without it.
        let asks_of_it = || points_there || AnswerKind::of_question(asked) == Some(AnswerKind::Date);
        let may_stand_alone = answered.is_none() || !asks_of_it();
        // *Since when?* is nothing by itself.
        let is_compared = ranking.compared.is_some() && (may_stand_alone || !asked_alone.is_bare(before.asked_in));
        let ranking = if is_compared { self.or_by_itself(ranking, asked, question, may_stand_alone) } else { ranking };
        if says_nothing {
            let ranking = self.or_where_it_was_answered(&before, asked, ranking);
            return self.as_in_full(&before, asked, question, ranking);
        }
        let ranking = self.or_in_full(&before, asked, question, ranking);
        self.unless_led_astray(&before, asked, ranking)
    }

    /// What fits the last of several questions asked one after the other, as it goes on from those before it.
    pub(super) fn answered_last(&self, previous: &str, question: &Question) -> Ranking<'_> {
        match Talk::of(previous) {
            // More of what was told is of the same document.
            Talk { before: Some(earlier), last } if asks_who_says_so(last) || wishes_more(last) => {
                self.answered_last(earlier, question)
            }
            Talk { before: Some(earlier), last } => self.following(earlier, last, question),
            Talk { before: None, .. } => self.ranked(Cow::Owned(previous.to_owned()), 0, question),
        }
    }

    /// The passage that answered the question `before`, as what is `asked` is told in it, too: who says so, or that it goes on; as sure as
    /// it was.
    pub(super) fn by_what_answered(&self, before: &Ranking<'_>, asked: &str, question: &Question) -> Ranking<'_> {
        let confidence = self.confidence(before);
        let both = Cow::Owned(format!("{}\n{asked}", before.text));
        let mut ranking = self.fitting(both, before.text.len() + 1, question);
        ranking.fits.retain(|fit| before.fits.first().is_some_and(|best| best.passage == fit.passage));
        ranking.judged_as(confidence)
    }

    /// The place that the sure answer to `before`, a question after a place or a thing, names and the question did not: what
    /// *since when?* asks of after *what was the first sister city*.
    fn answered_place(&self, before: &Ranking<'_>) -> Option<String> {
        let asks_otherwise = before.query.kind().is_some_and(|kind| kind != AnswerKind::Place);
        if asks_otherwise || self.confidence(before)? < SURE {
            return None;
        }
        let best = self.cited(before.fits.first()?, before.asked_in, &before.query);
        let named: Vec<usize> = self.names().mentioned_places(&before.text).map(|place| place.term).collect();
        let mut places = self.names().mentioned_places(best.best_sentence());
        let answer = places.find(|place| !named.contains(&place.term))?;
        Some(best.best_sentence()[answer.range].to_owned())
    }

    /// Leaves of `fits` what may answer `asked`, which says nothing of its own, after `before`: what leads to another document on
    /// a place that was neither asked about nor answered with does not, and *why?* is answered by a reason alone.
    fn keep_to(&self, before: &Ranking<'_>, asked: &str, fits: &mut Vec<Fit>) {
        let Some(answered) = before.fits.first() else { return };
        let known =
            [self.names().which_places(&before.text), self.names().which_places(self.text_of(answered))].concat();
        let names_another =
            |fit: &Fit| self.names().which_places(self.text_of(fit)).iter().any(|place| !known.contains(place));
        let is_there = |fit: &Fit| self.document_of(fit) == self.document_of(answered);
        if Want::of_question(asked) == Some(Want::Reason) {
            fits.retain(|fit| is_there(fit) && tells_a_reason(self.text_of(fit)) && !names_another(fit));
            return;
        }
        let led_away = |fit: &&Fit| !is_there(fit) && names_another(fit);
        let away = fits.iter().take_while(led_away).count();
        fits.drain(..away);
    }

    /// What `together` fits the follow-up `asked` with the question before it, told what it is by itself; or that, where it
    /// `may_stand_alone`, and is sure and surer.
    fn or_by_itself<'q>(
        &'q self,
        mut together: Ranking<'q>,
        asked: &str,
        question: &Question,
        may_stand_alone: bool,
    ) -> Ranking<'q> {
        // What tells no language is read in that of the question before.
        let language = detect(asked).unwrap_or(together.asked_in);
        let by_itself = question.clone().for_reader(Some(language));
        let own = together.own_compared.take();
        let mut alone = self.ranked_as(own, Cow::Owned(asked.to_owned()), 0, &by_itself);
        let confidence = self.confidence(&alone);
        together.alone = alone.compared.take().map(|compared| Alone { compared, confidence });
        let is_surer = |sure: &f32| *sure >= SURE && Some(*sure) > self.confidence(&together);
        if !may_stand_alone || confidence.is_none_or(|sure| !is_surer(&sure)) || self.is_bound(&together, &alone, asked)
        {
            return together;
        }
        alone.compared = together.alone.map(|alone| alone.compared);
        alone.language = together.language;
        alone
    }

    /// Is the follow-up `asked` bound to the question `before`, as what answers it `alone` is of another place than it points back
    /// to, or of another year than was asked of.
    fn is_bound(&self, before: &Ranking<'_>, alone: &Ranking<'_>, asked: &str) -> bool {
        points_back(asked) && self.is_of_another(before, alone)
            || alone.query.kind() != Some(AnswerKind::Date)
                // How often something is, is told of no year.
                && alone.query.asked_for().measure() != Some(Measure::Frequency)
                && !alone.query.asks_of_years()
                && self.names().which_places(asked).is_empty()
                && alone.fits.first().is_some_and(|best| self.is_of_another_year(&before.query, best))
    }

    /// Does what answers a follow-up `alone` tell of another place than what was asked `before`: whose mayor is asked for in *and who
    /// is its mayor*, the question before says.
    fn is_of_another(&self, before: &Ranking<'_>, alone: &Ranking<'_>) -> bool {
        alone.fits.first().is_some_and(|best| self.is_elsewhere(&before.query, best))
    }

    /// Does `question` ask nothing by itself, but *who?*, or for more, *tell me more*, or the same of another place than the one before it,
    /// *what about Darwin?*, or of what or when that named, which its own best passage does not tell of.
    pub(super) fn goes_on(&self, question: &Question) -> bool {
        let Some(previous) = question.previous.as_deref() else { return false };
        let asks_who = small_talk::reason(&question.text)
            .is_some_and(|(reason, _)| small_talk::asks_of_another(reason, &question.text));
        if asks_who
            || asks_who_says_so(&question.text)
            || wishes_more(&question.text)
            || self.of_another(previous, &question.text, question).is_some()
        {
            return true;
        }
        (points_back(&question.text) || !years(previous).is_empty()) && {
            let before = self.of_the_last_place(previous, question);
            let before = before.unwrap_or_else(|| self.fitting(Cow::Borrowed(previous), 0, question));
            let alone = self.ranked(Cow::Borrowed(&question.text), 0, question);
            self.is_bound(&before, &alone, &question.text)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;
    use crate::language::Language;

    #[test]
    fn a_reply_that_says_nothing_asks_of_the_place_that_was_answered() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let best = |asked: &str| {
            let previous = "what was ambon's first sister city".to_owned();
            let answer = answerer.answer(&Question::new(asked).after(Some(previous)));
            answer.passages().first().map(|best| best.text.clone()).unwrap_or_default()
        };
        assert!(best("since when?").contains("Vlissingen"));
        assert!(best("when did darwin sign?").contains("Darwin"));
    }

    #[test]
    fn what_was_refused_is_asked_about_without_what_it_wished_to_know() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (previous, asked, expect) in [
            ("Who signed the Darwin agreement?", "when was it signed?", Some("28 October 1988")),
            ("When was SSVA founded?", "what are its fields?", Some("health, environment and economy")),
            ("Kapan SSVA didirikan?", "apa bidangnya?", Some("kesehatan")),
            ("ダーウィンとの協定は誰が署名した？", "いつ署名された？", Some("1988年10月28日")),
            ("Where can I eat ramen in Hamamatsu?", "who is the mayor?", Some("Nakano Yusuke")),
            ("Who is the mayor of Darwin?", "since when?", None),
            ("楽器博物館の入場料は？", "何時に開く？", None),
            ("Siapa wali kota Darwin?", "umurnya berapa?", None),
        ] {
            let answer = answerer.answer(&Question::new(asked).after(Some(previous.to_owned())));
            let best = answer.passages().first().filter(|_| answer.is_found()).map(|best| best.text.as_str());
            assert_eq!(best.is_some(), expect.is_some(), "{asked}: {best:?}");
            assert!(expect.is_none_or(|expect| best.is_some_and(|best| best.contains(expect))), "{asked}: {best:?}");
        }
    }

    #[test]
    fn who_says_so_is_asked_of_what_was_answered() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (previous, asked, expect) in [
            ("why does ambon want to partner with hamamatsu", "who said that?", "Rico Hayat"),
            ("アンボンが浜松と組みたいのはなぜ？", "それ誰が言ったの？", "リコ・ハヤット"),
            ("berapa persen orang ambon bisa menyanyi", "kata siapa?", "menurut laman UNESCO"),
            ("アンボンの人口は？ / もっと詳しく", "出典は？", "ユネスコのページによると"),
            ("How many people live in Ambon? / tell me more", "source?", "according to UNESCO's page"),
        ] {
            let answer = answerer.answer(&Question::new(asked).after(Some(previous.to_owned())));
            let best = &answer.passages().first().expect("it is told").best_sentence();
            assert!(answer.is_found() && best.contains(expect), "{asked}: {best}");
        }
    }

    #[test]
    fn a_wish_for_a_language_asks_the_question_before_again() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let answer = |text: &str, previous: Option<&str>| {
            let answer = answerer.answer(&Question::new(text).after(previous.map(str::to_owned)));
            let best = answer.passages().first().map(|best| best.text.clone());
            (answer.language, answer.question.text, best)
        };
        let (language, text, best) = answer("in English please", Some("siapa wali kota hamamatsu"));
        assert_eq!((language, text.as_str()), (Language::En, "in English please"));
        assert!(best.is_some_and(|best| best.starts_with("The mayor of Hamamatsu is Nakano Yusuke")));
        let (language, _, best) = answer("siapa wali kota hamamatsu? jawab dalam bahasa jepang", None);
        assert!(language == Language::Ja && best.is_some_and(|best| best.contains("中野祐介")));
        assert_eq!(answer("日本語で", None), (Language::Ja, "日本語で".to_owned(), None));
    }

    #[test]
    fn since_when_is_asked_of_the_place_that_was_answered() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (before, asked) in
            [("Which sister city did Ambon have first?", "since when?"), ("アンボンの最初の姉妹都市は", "いつから？")]
        {
            let answer = answerer.answer(&Question::new(asked).after(Some(before.to_owned())));
            let text = answer.passages().first().map(|best| best.text.as_str()).unwrap_or_default();
            assert!(
                answer.is_found() && (text.contains("Vlissingen") || text.contains("フリシンゲン")),
                "{before}: {text}"
            );
        }
    }

    #[test]
    fn who_held_an_office_before_is_asked_of_the_last_question() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (before, asked, expect) in [
            ("who is the mayor of hamamatsu", "and before?", "Suzuki Yasutomo"),
            ("wali kota hamamatsu skrg siapa", "kalo dulu?", "Suzuki Yasutomo"),
            ("浜松の市長って誰？", "前は？", "鈴木康友"),
        ] {
            let answer = answerer.answer(&Question::new(asked).after(Some(before.to_owned())));
            let best = &answer.passages().first().expect("it is told").text;
            assert!(answer.is_found() && best.contains(expect), "{before}: {best}");
        }
    }

    #[test]
    fn what_points_back_is_not_answered_by_another_place_alone() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let goes_on =
            |previous: &str, asked: &str| answerer.goes_on(&Question::new(asked).after(Some(previous.to_owned())));
        assert!(goes_on("kapan ambon jadi kota musik", "siapa wali kotanya?"));
        assert!(goes_on("how many people live in Ambon?", "and Hamamatsu?"));
        assert!(goes_on("浜松市長は誰", "誰？"));
        assert!(!goes_on("浜松市長は誰", "あなたは誰？"));
        assert!(!goes_on("kapan hamamatsu jadi kota musik", "siapa wali kotanya?"));
        assert!(goes_on("kapan hamamatsu jadi kota musik / kalau ambon?", "siapa wali kotanya?"));
        assert!(!goes_on("kapan ambon jadi kota musik / kalau hamamatsu?", "siapa wali kotanya?"));
        assert!(!goes_on("kapan ambon jadi kota musik", "siapa wali kota hamamatsu?"));
        assert!(!answerer.goes_on(&Question::new("siapa wali kotanya?")));
    }
}
