//! A follow-up that is nothing but what asks: *where?*, *siapa?*, いくつ？ It asks for another thing of what was asked before, and is
//! judged by that, asked in full.

use std::borrow::Cow;

use crate::answer::judging::{FOUND, SURE};
use crate::answer::pointing::new_things;
use crate::answer::ranking::{Fit, bring_forward};
use crate::answer::understanding::AskedFor;
use crate::answer::{Answerer, Question, Ranking};
use crate::language::{AnswerKind, Language, asked_in_full, asks_how_alone, is_doer};

/// How likely what was answered answers what is asked of it next, where it holds one thing of the kind.
const TOLD_THERE: f32 = 0.5;

/// The most places that it names then: a city, and where that lies.
const PLACES_THERE: usize = 2;

impl Answerer {
    /// `ranking`, or where that is not found, the passage that answered `before`, where it holds one thing of the kind that is
    /// `asked` for and was not told before: *where?*, *when?*.
    pub(super) fn or_where_it_was_answered<'q>(
        &self,
        before: &Ranking<'_>,
        asked: &str,
        mut ranking: Ranking<'q>,
    ) -> Ranking<'q> {
        let (Some(kind), Some(answered)) = (AnswerKind::of_question(asked), before.fits.first()) else {
            return ranking;
        };
        if self.is_sure(&ranking, FOUND) || !self.is_sure(before, FOUND) || before.query.kind() == Some(kind) {
            return ranking;
        }
        let both = format!("{}\n{asked}", before.text);
        let told = new_things(kind, &AskedFor::new(&both, Some(kind)), answered.language, self.text_of(answered));
        let may_be_place = kind == AnswerKind::Place && told.is_empty();
        if told.len() != 1 && !(may_be_place && (1..=PLACES_THERE).contains(&self.new_places(&both, answered))) {
            return ranking;
        }
        let Some(place) = ranking.fits.iter().position(|fit| fit.passage == answered.passage) else { return ranking };
        bring_forward(&mut ranking.fits, place);
        ranking.judged_as(Some(TOLD_THERE))
    }

    /// How many places the passage of `fit` names that `text` does not: Japanese has no capitals to tell a place by.
    fn new_places(&self, text: &str, fit: &Fit) -> usize {
        let known = self.names().which_places(text);
        self.names().which_places(self.text_of(fit)).iter().filter(|place| !known.contains(place)).count()
    }

    /// `ranking` of the follow-up `asked`, which says nothing of its own: where the passage that answered `before` is told again,
    /// only where it tells the place or the person that is asked for in full, and never for how something was that was asked for
    /// as a date or a name. Where it is not found, what fits the question in full.
    pub(super) fn as_in_full<'q>(
        &'q self,
        before: &Ranking<'_>,
        asked: &str,
        question: &Question,
        ranking: Ranking<'q>,
    ) -> Ranking<'q> {
        if !self.is_sure(&ranking, FOUND) {
            return self.or_in_full(before, asked, question, ranking);
        }
        let best = |ranking: &Ranking<'_>| ranking.fits.first().map(|best| best.passage);
        if best(&ranking) != best(before) {
            return ranking;
        }
        let is_refused = || {
            let asks_for_what_may_lack =
                matches!(AnswerKind::of_question(asked), Some(AnswerKind::Place | AnswerKind::Person));
            let full = if asks_for_what_may_lack { self.in_full(before, asked, question) } else { None };
            full.is_some_and(|full| !self.is_sure(&full, FOUND))
        };
        let asks_otherwise = asks_how_alone(asked) && before.query.kind().is_some();
        if asks_otherwise || is_refused() { ranking.judged_as(Some(0.0)) } else { ranking }
    }

    /// `ranking` of the follow-up `asked`, or where that is not found, what surely fits the question `before` asked in full for
    /// what is asked now.
    pub(super) fn or_in_full<'q>(
        &'q self,
        before: &Ranking<'_>,
        asked: &str,
        question: &Question,
        ranking: Ranking<'q>,
    ) -> Ranking<'q> {
        if self.is_sure(&ranking, FOUND) {
            return ranking;
        }
        let full = self.in_full(before, asked, question);
        let full = full.filter(|full| self.is_sure(full, FOUND) && self.tells_more(before, asked, full));
        full.unwrap_or(ranking)
    }

    /// Does what fits in `full` tell more than what answered `before`: another passage, a date or a number, which is looked for,
    /// a new place, or who it was, where it is asked for as who did it.
    fn tells_more(&self, before: &Ranking<'_>, asked: &str, full: &Ranking<'_>) -> bool {
        let (Some(answered), Some(best)) = (before.fits.first(), full.fits.first()) else { return false };
        let is_another = answered.passage != best.passage;
        match AnswerKind::of_question(asked) {
            Some(AnswerKind::Date | AnswerKind::Number) => true,
            Some(AnswerKind::Place) => {
                let asked_for = AskedFor::new(&full.text, Some(AnswerKind::Place));
                let told = || new_things(AnswerKind::Place, &asked_for, best.language, self.text_of(best));
                is_another || !told().is_empty() || self.new_places(&full.text, best) > 0
            }
            Some(AnswerKind::Person) => {
                self.is_sure(full, SURE) && (is_another || best.language == Language::Ja && is_doer(asked))
            }
            Some(AnswerKind::Organisation) | None => false,
        }
    }

    /// What fits the last of the questions `before` that says something, asked for what is `asked` now in place of what it asked
    /// for.
    fn in_full(&self, before: &Ranking<'_>, asked: &str, question: &Question) -> Option<Ranking<'_>> {
        let last = self.last_that_says(&before.text, question).split(Question::BETWEEN).next()?;
        let full = asked_in_full(last, asked)?;
        Some(self.ranked(Cow::Owned(full), 0, question))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn what_asks_alone_is_told_as_it_is_in_full() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (previous, asked, expect) in [
            ("When was the memorandum renewed?", "where?", None),
            ("What is planned in January 2025?", "where?", None),
            ("When was the first yacht race?", "where?", Some("Darwin–Ambon")),
            ("When was the first yacht race?", "how?", None),
            ("What is Ambon's population?", "who?", None),
            ("kapan MoU diperbarui?", "di mana?", None),
            ("ヨットレースはいつ始まった？", "どこで？", Some("ダーウィン・アンボン間")),
            ("アンボンの人口は？", "誰？", None),
            ("When was the candidacy launched?", "where?", Some("Lapangan Merdeka")),
            ("konferensi kota musik kapan?", "di mana?", Some("Uzbekistan")),
            ("When was the letter of intent made?", "who?", Some("Wattimena")),
            ("Did Kyoto want to help Ambon?", "how?", Some("fire-fighting")),
            ("ピアノコンクールはいつから？", "どこで？", Some("浜松市では")),
            ("ピアノコンクールはいつから？", "どの都市で？", Some("浜松市では")),
            ("浜松に本社がある会社は？", "いくつ？", Some("ヤマハ")),
            ("JICA事業で何を教えた？", "誰が？", Some("職員2人")),
            ("フリシンゲンとアンボンはどんな関係？", "いつから？", Some("年")),
        ] {
            let answer = answerer.answer(&Question::new(asked).after(Some(previous.to_owned())));
            let best = answer.passages().first().filter(|_| answer.is_found()).map(|best| best.text.as_str());
            assert_eq!(best.is_some(), expect.is_some(), "{previous} {asked}: {best:?}");
            assert!(expect.is_none_or(|expect| best.is_some_and(|best| best.contains(expect))), "{previous} {best:?}");
        }
    }
}
