//! A question before which a fact is stated: *the piano competition began in 1991. Who is the mayor of Hamamatsu?*

use std::ops::Range;

use super::introduced::{denies, is_joined, speaks_of_us};
use crate::answer::judging::SURE;
use crate::answer::{Answer, Answerer, Question};
use crate::language::{
    AnswerKind, Language, asks_of_a_former, asks_something, is_cjk, is_one_of, points_back, sentences,
    tells_of_the_past, word_ranges, words_of, years,
};

impl Answerer {
    /// The answer to the sentence of `question` that asks, where facts are stated before it and that is found surely: what they
    /// are of is asked about only where the question has no subject of its own, and then by the one place that they name.
    /// `answer`, to all of it, where it is not.
    pub(in crate::answer) fn or_without_statement(&self, question: &Question, answer: Answer) -> Answer {
        let Some((stated, asked)) = statement_before(&question.text) else { return answer };
        let asked_of = |text: String| self.answer_as_asked(&Question { text, ..question.clone() }).0;
        let is_told = |other: &Answer| {
            let is_same = other.passages().first().map(|best| &best.citation.passage)
                == answer.passages().first().map(|best| &best.citation.passage);
            other.is_found() && other.confidence >= SURE && !is_same
        };
        let other = self.with_its_subject(stated, asked).into_iter().map(asked_of).find(is_told);
        other.map_or_else(|| answer, |other| Answer { question: question.clone(), ..other })
    }

    /// What is `asked` after what was `stated`, in the ways in which it may be meant, the likelier first: of the place that was
    /// told of where it names none, or by itself, where it names what it is of.
    fn with_its_subject(&self, stated: &str, asked: &str) -> Vec<String> {
        let told = self.names().mentioned_places(stated).map(|place| place.range).collect::<Vec<_>>();
        let places = self.names().places(asked);
        let points = points_back(asked);
        if let [first, ..] = &places[..] {
            let is_of_both = points || places.len() == 1 && is_joined(asked, first);
            return if is_of_both { Vec::new() } else { vec![asked.to_owned()] };
        }
        let of_place = match &told[..] {
            [one] => Some(format!("{} ({})", asked.trim_end_matches(['?', '？']), &stated[one.clone()])),
            _ => None,
        };
        let has_subject = !points && (told.is_empty() || self.holds_a_name(asked));
        of_place.into_iter().chain(has_subject.then(|| asked.to_owned())).collect()
    }

    /// Does `text` hold the name of somebody or something, as it is written with a capital: *UNESCO*.
    pub(super) fn holds_a_name(&self, text: &str) -> bool {
        self.names().mentions(text).iter().any(|mention| self.is_name(mention.term))
    }

    /// Is that term of the glossary a name, which is written with a capital.
    pub(in crate::answer) fn is_name(&self, term: usize) -> bool {
        let names = self.corpus().glossary().terms()[term].names.get(Language::En);
        names.and_then(|names| names.first()).is_some_and(|name| name.starts_with(char::is_uppercase))
    }
}

/// What is stated of others than who asks, and not as when or what not, and the last sentence of `text`, which alone asks.
fn statement_before(text: &str) -> Option<(&str, &str)> {
    const ME: [&str; 2] = ["i", "i'm"];
    let sentences = sentences(text);
    let (asking, before) = sentences.split_last()?;
    let asked = text[asking.clone()].trim();
    let stated = text[..asking.start].trim();
    let ends_as_told = |sentence: &Range<usize>| text[sentence.clone()].trim_end().ends_with(['.', '。', '!', '！']);
    let limits = |word: &str| denies(word) || is_one_of(word, &ME);
    let is_of_others = || !speaks_of_us(stated) && !speaks_of_us(asked) && !words_of(stated).any(limits);
    let tells = !before.is_empty() && before.iter().all(ends_as_told);
    (tells && asks_something(asked) && is_of_others() && !tells_when(stated, asked)).then_some((stated, asked))
}

/// Does what is `stated` say when it was of which is `asked` behind it.
pub(super) fn tells_when(stated: &str, asked: &str) -> bool {
    let is_past = tells_of_the_past(asked) || asks_of_a_former(asked);
    AnswerKind::of_question(asked) != Some(AnswerKind::Date)
        && !years(stated).is_empty()
        && (is_past || begins_with_a_year(stated))
}

/// Does `text` begin by saying in which year: *in 2009*, *pada tahun 2009*, 2009年に.
fn begins_with_a_year(text: &str) -> bool {
    /// The most words of it that say so, and the most characters in Japanese.
    const WORDS: usize = 3;
    const CHARACTERS: usize = 5;
    let end = if text.contains(is_cjk) {
        text.char_indices().nth(CHARACTERS).map(|(end, _)| end)
    } else {
        word_ranges(text).nth(WORDS).map(|word| word.start)
    };
    !years(&text[..end.unwrap_or(text.len())]).is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn what_is_stated_before_a_question_takes_no_answer_from_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("The piano competition began in 1991. Who is the mayor of Hamamatsu?", Some("Nakano Yusuke")),
            ("Kompetisi piano dimulai tahun 1991. Siapa wali kota Hamamatsu?", Some("Nakano Yusuke")),
            ("ピアノコンクールは1991年に始まりました。浜松市長は誰ですか？", Some("中野祐介")),
            (
                "The yacht race was first sailed in 1976. When was the agreement of Darwin and Ambon signed?",
                Some("28 October 1988"),
            ),
            ("Kyoto wanted to give fire equipment. What kind of city did it want to be?", Some("partnership city")),
            ("京都は消防機材を贈ろうとしました。どんな都市になりたかったのですか？", Some("パートナー都市")),
            ("The museum holds 3,300 instruments. When did the piano competition begin?", Some("1991")),
            ("Penduduk Ambon 394.415 jiwa. Berapa sumbangan musik ke ekonomi?", Some("US$700.000")),
            ("Vienna calls itself city of music. How many music cities of UNESCO are there?", Some("47")),
            ("Nagoya has a museum. How many instruments are there?", None),
            ("Nagoya is a big city. Who is the mayor?", None),
            ("The museum holds 3,300 instruments. How much is a ticket?", None),
            ("名古屋には博物館があります。楽器はいくつありますか？", None),
            ("My cousin was in Darwin in 1988. Who was the mayor of Hamamatsu?", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let told = answer.passages().first().filter(|_| answer.is_found()).map(|best| best.text.as_str());
            assert_eq!(told.is_some(), expect.is_some(), "{question}: {told:?}");
            assert!(expect.is_none_or(|expect| told.is_some_and(|told| told.contains(expect))), "{question}: {told:?}");
            assert_eq!(answer.question.text, question);
        }
    }

    #[test]
    fn what_is_stated_of_others_stands_before_what_asks() {
        for (text, expect) in [
            ("The race began in 1976. Who is he?", Some(("The race began in 1976.", "Who is he?"))),
            (
                "コンクールは1991年に始まりました。市長は誰？",
                Some(("コンクールは1991年に始まりました。", "市長は誰？")),
            ),
            ("In 2009 they came. Who was the mayor?", None),
            ("The race began in 1976. Who was the mayor?", None),
            ("The race began in 1976. When was the fair?", Some(("The race began in 1976.", "When was the fair?"))),
            ("I was there. Who is the mayor?", None),
            ("Not the race. When was the fair?", None),
            ("Who is he? When did he come?", None),
            (
                "アンボンの人口は394,415人です。音楽はいくら？",
                Some(("アンボンの人口は394,415人です。", "音楽はいくら？")),
            ),
            ("2009年に来ました。市長は誰？", None),
            ("Who is he?", None),
            ("", None),
        ] {
            assert_eq!(statement_before(text), expect, "{text}");
        }
    }
}
