//! What else the document of an answer tells, for who asks for nothing but more: *tell me more*, *ada lagi?*.

use crate::answer::ranking::Fit;
use crate::answer::{Answer, Answerer, Outcome, Question, RankedPassages, Reason};
use crate::corpus::PassageId;
use crate::language::{
    AnswerKind, asked_for_the_second, asks_for_the_second_alone, wishes_more, wishes_others, wishes_the_next,
};

impl Answerer {
    /// The next passages of the document that answered the last question that was answered, in its order from the best one on, those
    /// left out that were shown with that answer or for an earlier wish; after the first of several the answer of which is the second.
    /// `None` where `question` wishes for anything else, or where none was answered.
    pub(in crate::answer) fn further(&self, question: &Question) -> Option<Answer> {
        let goes_on = || wishes_more(&question.text) || asks_for_the_second_alone(&question.text);
        let previous = question.previous.as_deref().filter(|_| goes_on())?;
        let mut asked: Vec<&str> = previous.split(Question::BETWEEN).collect();
        if let Some(second) = self.the_second(question, asked.last()?) {
            return Some(second);
        }
        if !wishes_more(&question.text) {
            return None;
        }
        let mut wishes = 0;
        while asked.last().is_some_and(|last| wishes_more(last)) {
            asked.pop();
            wishes += 1;
        }
        // What was not answered has no more to it.
        let answered = loop {
            let text = asked.pop()?.to_owned();
            if wishes_more(&text) {
                wishes += 1;
                continue;
            }
            let before = (!asked.is_empty()).then(|| asked.join(Question::BETWEEN));
            let answered = self.answer_to_one(&Question { text, previous: before, ..question.clone() });
            if !answered.passages().is_empty() {
                break answered;
            }
        };
        let shown = answered.passages();
        let best = &shown.first()?.citation.passage;
        let is_new = |passage: &_| shown.iter().all(|other| other.citation.passage != *passage);
        let of_the_same = wishes_others(&question.text).then(|| self.of_the_same(&answered)).flatten();
        let is_meant = |passage: &_| of_the_same.as_ref().is_none_or(|meant| meant.contains(passage));
        let limit = question.passages();
        let mut passages = self.passages_of(&best.document, answered.language);
        let from = passages.iter().position(|passage| passage.citation.passage == *best).unwrap_or_default();
        passages.rotate_left(from);
        let passages = passages
            .into_iter()
            .filter(|passage| is_new(&passage.citation.passage) && is_meant(&passage.citation.passage))
            .skip(wishes * limit)
            .take(limit);
        let Some(passages) = RankedPassages::new(passages.collect()) else {
            return Some(self.nothing_but(question, Reason::NothingMore, answered.language));
        };
        let outcome = Outcome::Found { passages, spans: vec![Vec::new()], differing: Vec::new() };
        Some(Answer { question: question.clone(), outcome, ..answered })
    }

    /// The passages that hold all that the question of `answered` says, where it asked for things and no date or number: others
    /// of these, *any others?*, what else its document tells is not.
    fn of_the_same(&self, answered: &Answer) -> Option<Vec<PassageId>> {
        let ranking = self.ranking(&answered.question);
        if matches!(ranking.query.kind(), Some(AnswerKind::Date | AnswerKind::Number)) {
            return None;
        }
        let holds_all =
            |fit: &&Fit| self.named_concepts(&ranking.query, fit).is_some_and(|named| named.into_iter().all(|it| it));
        let named = |fit: &Fit| {
            let (document, passage) = self.passage_of(fit);
            PassageId { document: document.id.clone(), number: passage.number }
        };
        Some(ranking.fits.iter().filter(holds_all).map(named).collect())
    }

    /// The answer of which is the second in a row of which `last` asked for the first, where `question` wishes for the next, *and
    /// then?*; `None` where it is not found.
    fn the_second(&self, question: &Question, last: &str) -> Option<Answer> {
        let wishes_it = || wishes_the_next(&question.text) || asks_for_the_second_alone(&question.text);
        let text = asked_for_the_second(last).filter(|_| wishes_it())?;
        let answer = self.answer_to_one(&Question { text, previous: None, ..question.clone() });
        answer.is_found().then(|| Answer { question: question.clone(), ..answer })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn the_next_after_the_first_is_the_second() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (text, previous, expect) in [
            ("and next?", "what was ambon's first sister city", "Darwin"),
            ("trus berikutnya?", "kota kembar pertama ambon apa", "Darwin"),
            ("次は？", "アンボンの最初の姉妹都市どこ？", "ダーウィン"),
            ("2番目は？", "最初の姉妹都市は？", "ダーウィン"),
            ("yang kedua?", "kota kembar pertama ambon apa", "Darwin"),
        ] {
            let answer = answerer.answer(&Question::new(text).after(Some(previous.to_owned())));
            assert!(answer.passages()[0].best_sentence().contains(expect), "{text}: {:?}", answer.passages()[0]);
        }
        let more = answerer.answer(&Question::new("and next?").after(Some("when was the first race".to_owned())));
        let first = more.passages().first().map(|it| it.citation.passage.document.to_string());
        assert_eq!(first.as_deref(), Some("antara-darwin-ambon-relations"), "what has no second has more to it");
    }

    #[test]
    fn who_wishes_for_others_is_told_of_no_other_things() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (text, previous, expect) in [
            ("ほかには？", "浜松市にある楽器メーカーは？", false),
            ("any others?", "Which companies have headquarters in Hamamatsu?", false),
            ("yang lain?", "perusahaan apa yang berkantor pusat di Hamamatsu?", false),
            ("ほかは？", "アンボンの姉妹都市は？", true),
            ("any others?", "What are Ambon's sister cities?", true),
            ("他には？", "アンボンの人口は？", true),
            ("what else?", "Which companies have headquarters in Hamamatsu?", true),
        ] {
            let answer = answerer.answer(&Question::new(text).after(Some(previous.to_owned())));
            assert_eq!(answer.is_found(), expect, "{previous} {text}");
            assert!(expect || answer.reason() == Some(Reason::NothingMore), "{previous} {text}");
        }
    }

    #[test]
    fn who_wishes_for_more_is_told_the_rest_of_the_document_and_nothing_twice() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let shown = |text: &str, previous: Option<&str>| {
            let question = Question::new(text).after(previous.map(str::to_owned)).limited_to(3);
            let answer = answerer.answer(&question);
            answer.passages().iter().map(|passage| passage.citation.passage.to_string()).collect::<Vec<_>>()
        };
        let asked = "in which fields do Ambon and Hamamatsu want to cooperate";
        let mut all = shown(asked, None);
        let after = |chain: &str| shown("more", Some(chain)).first().cloned().unwrap_or_default();
        let last = "do Yamaha and Kawai have their headquarters in Hamamatsu";
        let next = shown(last, None)[0].replace("#10", "#11");
        assert_eq!(after(last), next, "the next passage comes first");
        let unanswered = format!("{last}{}who won the lottery there", Question::BETWEEN);
        assert_eq!(after(&unanswered), next, "what had no answer has no more to it");
        let document = all[0].split_once('#').map(|(document, _)| document.to_owned()).expect("a passage's name");
        let mut chain = asked.to_owned();
        for _ in 0..6 {
            let more = shown("tell me more", Some(&chain));
            assert!(more.iter().all(|passage| !all.contains(passage) && passage.starts_with(&document)), "{more:?}");
            all.extend(more);
            chain = format!("{chain}{}tell me more", Question::BETWEEN);
        }
        let of_document = ids(&answerer, &document);
        assert!(of_document.len() > 6 && of_document.iter().all(|passage| all.contains(passage)), "{all:?}");
        let all_told = answerer.answer(&Question::new("tell me more").after(Some(format!("{chain} / more / more"))));
        assert_eq!(all_told.reason(), Some(Reason::NothingMore));
        assert_eq!(shown("tell me more", None), [""; 0]);
        assert_eq!(shown("もっと教えて", Some("what is the weather in Paris")), [""; 0]);
        // What is asked in between, in vain, is asked once each.
        let wishes = ["more", "xyzzy"].repeat(12);
        let chain = [vec![asked], wishes].concat().join(Question::BETWEEN);
        assert_eq!(shown("more", Some(&chain)), [""; 0], "all is told");
        let chain = [asked, "more", "xyzzy"].join(Question::BETWEEN);
        assert_eq!(shown("more", Some(&chain)), shown("more", Some(&[asked, "more"].join(Question::BETWEEN))));
    }

    fn ids(answerer: &Answerer, document: &str) -> Vec<String> {
        let document = document.parse().expect("a document's name");
        let passages = answerer.passages_of(&document, crate::language::Language::En);
        passages.iter().map(|passage| passage.citation.passage.to_string()).collect()
    }
}
