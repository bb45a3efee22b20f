//! One question of two places: *which joined first, Ambon or Hamamatsu?*, *when did Ambon and Darwin each sign?*

use std::ops::Range;

use super::together::together;
use crate::answer::understanding::{Mention, Names};
use crate::answer::{Answer, Answerer, Outcome, Question, Talk};
use crate::language::{
    AnswerKind, WHICH, asks_for_the_earlier, asks_which_was_earlier, detect, find_word, finds_any, sentences,
    written_date,
};

/// What may stand between two places that are asked about together.
#[rustfmt::skip]
const JOINTS: [&str; 15] = [
    "or", "and", "&", "vs", "versus", "/", "atau", "ato", "apa", "dan", "sama", "と", "か", "や", "それとも",
];

/// What may stand beside that: *in Ambon and in Darwin*.
const BESIDE: [&str; 5] = ["in", "of", "di", "dari", "kota"];

/// Words that ask the same of each of two.
#[rustfmt::skip]
const EACH: [&str; 11] = [
    "each", "both", "respectively", "masing-masing", "masing2", "masing masing", "keduanya", "それぞれ", "両方",
    "どちらも", "どっちも",
];

/// Words that tell of one place by itself, by what is asked for, so that of two places it is asked one by one: *when did Ambon and
/// Hamamatsu join*.
#[rustfmt::skip]
const OF_ONE: [(AnswerKind, &[&str]); 3] = [
    (AnswerKind::Date, &[
        "become", "became", "join", "joined", "named", "designated", "recognised", "recognized", "jadi", "menjadi", "gabung", "bergabung",
        "ditetapkan", "dinobatkan", "diakui", "なった", "なりました", "加盟", "加わ", "認定",
    ]),
    (AnswerKind::Number, &["live", "inhabitants", "population", "penduduk", "penduduknya", "人口"]),
    (AnswerKind::Person, &["mayor", "mayors", "walikota", "wali kota", "市長"]),
];
/// Words that tell of two of them together.
#[rustfmt::skip]
const OF_BOTH: [&str; 23] = [
    "hands", "forces", "saudara", "satu", "仲間", "sister", "twin", "twinned", "partner", "partners", "friends", "together", "each other", "kembar", "kembaran", "mitra", "bermitra",
    "bersama", "kerja sama", "kerjasama", "姉妹", "提携", "友好",
];

/// What a passage says that puts two in order by itself: *its first sister city was …*
const ORDERS: [&str; 3] = ["first", "pertama", "最初"];

impl Answerer {
    /// The answers for each of two places that `question` compares or asks about alike, one after the other; `None` where it
    /// does neither, where one of them is not found, and where one passage tells of both.
    pub(super) fn of_both_places(&self, question: &Question) -> Option<Answer> {
        let of_one = |text| Question { text, ..question.clone() };
        let asked = parts(&question.text, self.names(), false).map(|parts| parts.map(of_one));
        let asked = asked.or_else(|| self.both_before(question))?;
        // Both are answered in one language, whichever each is in.
        let reader = question.language.or_else(|| detect(&question.text)).unwrap_or(question.fallback);
        let asked = asked.map(|asked| asked.for_reader(Some(reader)));
        let answer = together(question, asked.iter().map(|asked| self.answer_to_one(asked)).collect())?;
        if answer.passages().len() < 2 {
            return None;
        }
        let which_was_before = asks_for_the_earlier(&question.text.to_ascii_lowercase()).is_some();
        let answer = if which_was_before { earlier_first(answer) } else { answer };
        Some(self.in_order(question).unwrap_or(answer))
    }

    /// What `text` asks of each of two places by itself; `None` where it does not.
    pub(super) fn of_each_place(&self, text: &str) -> Option<[String; 2]> {
        parts(text, self.names(), true)
    }

    /// The last two questions before `question`, where the second asked the same as the first of another place, and `question`
    /// compares the two: *which was first?*
    fn both_before(&self, question: &Question) -> Option<[Question; 2]> {
        let Talk { before, last } = Talk::of(question.previous.as_deref()?);
        let before = before?;
        let compares = asks_which_was_earlier(&question.text.to_ascii_lowercase()).is_some();
        if !compares || !self.names().places(&question.text).is_empty() {
            return None;
        }
        let question = Question { text: last.to_owned(), previous: Some(before.to_owned()), ..question.clone() };
        if !self.is_the_same_of_another(before, last) {
            self.of_another_place(before, last, &question)?;
        }
        Some([Question { text: before.to_owned(), previous: None, ..question.clone() }, question])
    }

    /// Does `last` ask the same as `before` of another place: both stood in one question.
    fn is_the_same_of_another(&self, before: &str, last: &str) -> bool {
        let only = |text: &str| {
            let mut places = self.names().mentioned_places(text);
            places.next().filter(|_| places.next().is_none()).map(|place| place.range)
        };
        let Some((of_before, of_last)) = only(before).zip(only(last)) else { return false };
        let around =
            |text: &str, place: &Range<usize>| (text[..place.start].to_lowercase(), text[place.end..].to_lowercase());
        around(before, &of_before) == around(last, &of_last) && before[of_before] != last[of_last]
    }

    /// The answer, where its best passage tells by itself in which order the places of `question` come, pointing there.
    fn in_order(&self, question: &Question) -> Option<Answer> {
        let mut answer = self.answer_to_one(question);
        let Outcome::Found { passages, spans, .. } = &mut answer.outcome else { return None };
        let best = passages.best_mut();
        let told = self.names().which_places(&best.text);
        let tells = |text: &str| ORDERS.iter().any(|word| text.to_lowercase().contains(word));
        let asked = self.names().which_places(&question.text);
        let all = !asked.is_empty() && asked.iter().all(|place| told.contains(place));
        best.sentence =
            sentences(&best.text).into_iter().find(|sentence| all && tells(&best.text[sentence.clone()]))?;
        *spans = vec![Vec::new()];
        Some(answer)
    }
}

/// The `answer` with what was earlier first, by the dates that are pointed at or told first.
fn earlier_first(mut answer: Answer) -> Answer {
    if let Outcome::Found { passages, spans, .. } = &mut answer.outcome {
        let date = |place: usize| {
            let (passage, spans) = (passages.as_slice().get(place)?, spans.get(place)?);
            let sentence = passage.best_sentence();
            let told =
                || AnswerKind::Date.find_in(passage.language, sentence).first().map(|date| &sentence[date.clone()]);
            written_date(spans.first().map(|span| &passage.text[span.clone()]).or_else(told)?)
        };
        if let (Some(first), Some(second)) = (date(0), date(1))
            && second < first
        {
            passages.swap_first_two();
            spans.swap(0, 1);
        }
    }
    answer
}

/// What `text` asks, of each of two places by itself; `None` where it does not ask the same of two. Where that may be `implied`, its words
/// may tell, and not only *each* or *which was first*.
fn parts(text: &str, names: &Names, implied: bool) -> Option<[String; 2]> {
    let lower = text.to_ascii_lowercase();
    if implied && !joins_two(&lower) {
        return None;
    }
    let when = asks_for_the_earlier(&lower);
    let is_asked = when.is_some() || finds_any(&lower, &EACH);
    // Most questions are told by their words, before places are looked for.
    let of_one_by_one = || {
        let kind = || AnswerKind::of_question(text);
        let words = |(of_kind, words): &(AnswerKind, &[&str])| finds_any(&lower, words) && Some(*of_kind) == kind();
        OF_ONE.iter().any(words) && !finds_any(&lower, &OF_BOTH)
    };
    if !(is_asked || implied && of_one_by_one()) {
        return None;
    }
    let places: Vec<_> = names.mentioned_places(text).collect();
    let is_pair = |pair: &[Mention]| {
        // A name may be that of two places.
        let Some(between) = text.get(pair[0].range.end..pair[1].range.start) else { return false };
        let between = between.strip_prefix('市').unwrap_or(between).to_lowercase();
        let words =
            between.split([' ', '?', '？', '、', ',']).filter(|word| !word.is_empty() && !BESIDE.contains(word));
        let (joints, others): (Vec<&str>, Vec<&str>) = words.partition(|word| JOINTS.contains(word));
        // *Ambon? Hamamatsu?* need no word between them, where there are no others.
        pair[0].term != pair[1].term && others.is_empty() && (places.len() == 2 || !joints.is_empty())
    };
    if !is_asked && places.len() != 2 {
        return None;
    }
    let pair = places.windows(2).find(|pair| is_pair(pair))?;
    let (before, behind) = (&text[..pair[0].range.start], &text[pair[1].range.end..]);
    let of_one = |place: &Mention| {
        let place = &text[place.range.clone()];
        let Some((when, words)) = when else {
            return without(format!("{before}{place}{behind}"), &EACH);
        };
        let mut asked = without(format!("{before}{behind}"), words);
        if let Some(which) = WHICH.iter().find_map(|word| find_word(&asked.to_ascii_lowercase(), word)) {
            asked.replace_range(which, &when.replace("{}", place));
            return asked;
        }
        without(format!("{before}{}{behind}", when.replace("{}", place)), words)
    };
    Some([of_one(&pair[0]), of_one(&pair[1])])
}

/// Does `text` hold what may join two places.
fn joins_two(text: &str) -> bool {
    [" and ", " dan ", " sama ", "&", "/", "と", "や", "、"].iter().any(|joint| text.contains(joint))
}

/// `text` without the first of each of the `words`.
fn without(mut text: String, words: &[&str]) -> String {
    for word in words {
        if let Some(range) = find_word(&text.to_ascii_lowercase(), word) {
            text.replace_range(range, "");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn a_question_of_two_places_is_one_of_each() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (text, expect) in [
            ("which joined first, Ambon or Hamamatsu?", Some(["when Ambon joined , ?", "when Hamamatsu joined , ?"])),
            ("Ambon or Hamamatsu, who was earlier", Some([", when Ambon was ", ", when Hamamatsu was "])),
            ("duluan mana, ambon atau hamamatsu", Some([" kapan ambon, ", " kapan hamamatsu, "])),
            (
                "アンボン市と浜松市、どっちが先に音楽都市になった？",
                Some(["市、アンボンはいつ音楽都市になった？", "市、浜松はいつ音楽都市になった？"]),
            ),
            ("when did Ambon and Darwin each sign", Some(["when did Ambon  sign", "when did Darwin  sign"])),
            (
                "When did Ambon and Hamamatsu become cities of music?",
                Some(["When did Ambon become cities of music?", "When did Hamamatsu become cities of music?"]),
            ),
            ("berapa penduduk ambon dan hamamatsu", Some(["berapa penduduk ambon", "berapa penduduk hamamatsu"])),
            ("アンボンと浜松の市長は誰", Some(["アンボンの市長は誰", "浜松の市長は誰"])),
            (
                "how many people live in Ambon and in Darwin?",
                Some(["how many people live in Ambon?", "how many people live in Darwin?"]),
            ),
            // That is one thing of both.
            ("when did Ambon and Hamamatsu become sister cities", None),
            ("kapan ambon dan hamamatsu jadi kota kembar", None),
            ("アンボンと浜松はいつ姉妹都市になった", None),
            // Nor is what the words do not tell of one place, or of more than two.
            ("in which fields did Ambon and Hamamatsu join", None),
            ("when did Ambon, Hamamatsu and Darwin join", None),
            ("which was first, Ambon or Ambon", None),
            (
                "which was first for Ambon, Darwin or Kyoto",
                Some(["when Darwin was  for Ambon, ", "when Kyoto was  for Ambon, "]),
            ),
            (
                "ambon atau hamamatsu duluan masuk unesco",
                Some(["kapan ambon  masuk unesco", "kapan hamamatsu  masuk unesco"]),
            ),
            (
                "浜松とアンボン、先に音楽都市になったのは",
                Some(["浜松はいつ、音楽都市になったのは", "アンボンはいつ、音楽都市になったのは"]),
            ),
            ("先なのはどっち？アンボン？浜松？", Some(["なのはアンボンはいつ？？", "なのは浜松はいつ？？"])),
            ("which is bigger, Ambon or Hamamatsu", None),
            ("is Ambon or Hamamatsu the first", None),
            ("when did Ambon and Darwin sign", None),
            ("which was first when Ambon wrote to Hamamatsu", None),
            ("", None),
        ] {
            let parts = parts(text, answerer.names(), false).or_else(|| parts(text, answerer.names(), true));
            assert_eq!(parts.as_ref().map(|parts| parts.each_ref().map(String::as_str)), expect, "{text}");
        }
    }

    #[test]
    fn which_of_the_two_before_was_first_is_told_of_both() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let said = |text: &str, previous: &str| {
            let answer = answerer.answer(&Question::new(text).after(Some(previous.to_owned())));
            answer.answering().map(|(best, _)| best.best_sentence().to_owned()).collect::<Vec<_>>()
        };
        let both = said("mana yang duluan?", "kapan ambon jadi kota musik unesco / kalau hamamatsu?");
        assert!(
            matches!(&both[..], [hamamatsu, ambon] if ambon.contains("2019") && hamamatsu.contains("2014")),
            "{both:?}"
        );
        assert!(said("which was first?", "when did ambon join unesco").len() < 2);
        assert!(said("which was first?", "when did ambon join unesco / who is the mayor of hamamatsu").len() < 2);
    }

    #[test]
    fn both_are_told_or_neither() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let said = |text: &str| {
            let answer = answerer.answer(&Question::new(text));
            answer.answering().map(|(best, _)| best.best_sentence().to_owned()).collect::<Vec<_>>()
        };
        for text in [
            "which joined unesco first, ambon or hamamatsu",
            "duluan mana jadi kota musik unesco, ambon atau hamamatsu",
            "ambon ato hamamatsu duluan masuk unesco",
            "アンボンと浜松、どっちが先に音楽都市になった？",
        ] {
            let said = said(text);
            assert!(
                matches!(&said[..], [hamamatsu, ambon] if ambon.contains("2019") && hamamatsu.contains("2014")),
                "{said:?}"
            );
        }
        let first = said("which was the first sister city, vlissingen or darwin");
        assert!(matches!(&first[..], [one] if one.contains("first sister city was Vlissingen")), "{first:?}");
        assert_eq!(said("which was an olympic host first, ambon or hamamatsu"), [""; 0]);
    }
}
