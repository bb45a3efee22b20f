//! Several questions in one: *who is the mayor of Hamamatsu, and when did Ambon become a city of music?*

use std::borrow::Cow;

use super::parting::{MOST, as_asked, parts};
use super::times::at_each_time;
use super::together::together;
use crate::answer::judging::SURE;
use crate::answer::ranking::Fit;
use crate::answer::{Answer, Answerer, Outcome, Question};
use crate::corpus::PassageId;
use crate::language::{
    AnswerKind, asked_together, asking_clauses, asks_something, has_digit, last_clause, names_a_country, points_back,
    range_in, sought, word_ranges,
};

/// What a message asks apart from each other: several questions, or the same of each of two places.
struct Apart {
    /// The first [`MOST`] of them.
    parts: Vec<String>,
    /// Those past them, which are not answered.
    beyond: Vec<String>,
    by: PartedBy,
}

impl Apart {
    fn new(parts: Vec<&str>, by: PartedBy) -> Self {
        let mut parts: Vec<String> = parts.into_iter().map(str::to_owned).collect();
        let beyond = parts.split_off(parts.len().min(MOST));
        Self { parts, beyond, by }
    }
}

/// What tells that it asks several things.
#[derive(Clone, Copy, PartialEq, Eq)]
enum PartedBy {
    /// The end of a sentence or a line, a number of a list or a word, *and*.
    Marks,
    Commas,
    /// Two places, of which the same is asked.
    Places,
    /// Two times, of which the same is asked.
    Times,
}

impl Answerer {
    /// The answers to what `question` asks with one verb, *when and where was it*, or one after the other, each then understood with
    /// the one before it; `None` where it asks one thing alone, and where one of them is not found. Where one passage is the
    /// `nearest` to all of it, it is among them, another only where a kind of thing is asked for, and no sources differ.
    fn answer_to_several(&self, question: &Question, nearest: Option<&PassageId>) -> Option<Answer> {
        let previous = || question.previous.clone();
        let part = |text: &str, previous| Question { text: text.to_owned(), previous, ..question.clone() };
        let one_after_the_other = |asked: Vec<&str>| {
            let before = std::iter::once(previous()).chain(asked.iter().map(|text| Some((*text).to_owned())));
            asked.iter().zip(before).map(|(text, previous)| part(text, previous)).collect::<Vec<_>>()
        };
        if let Some(asked) = asked_together(&question.text) {
            let parts: Vec<_> = asked.iter().map(|text| part(text, previous())).collect();
            return self.answer_to_parts(question, &parts, nearest);
        }
        // Of more than are answered not all can be found.
        let parted = |at_commas| parts(&question.text, at_commas).filter(|parts| parts.len() <= MOST);
        let at_commas = parted(true)?;
        let elsewhere = parted(false);
        let is_same = elsewhere.as_ref() == Some(&at_commas);
        let elsewhere = elsewhere.filter(|_| !is_same);
        // What is said around a question is as often parted from it by a comma.
        let are_of_a_kind = || at_commas.iter().all(|text| AnswerKind::of_question(text).is_some());
        let at_commas = (nearest.is_none() || is_same || are_of_a_kind()).then_some(at_commas);
        let answer = |asked: Vec<&str>| self.answer_to_parts(question, &one_after_the_other(asked), nearest);
        at_commas.and_then(answer).or_else(|| elsewhere.and_then(answer))
    }

    /// The answers to the `parts` of `question`, under the same conditions.
    fn answer_to_parts(&self, question: &Question, parts: &[Question], nearest: Option<&PassageId>) -> Option<Answer> {
        // Past one that is not found none need be looked for.
        let found = |part| Some(self.answer_to_one(part)).filter(Answer::is_found);
        let answers: Vec<Answer> = parts.iter().map(found).collect::<Option<_>>()?;
        if let Some(nearest) = nearest {
            let is_nearest =
                |answer: &Answer| answer.passages().first().map(|best| &best.citation.passage) == Some(nearest);
            let asks_for_a_kind = |part: &Question| AnswerKind::of_question(&part.text).is_some();
            let mut elsewhere = parts.iter().zip(&answers).filter(|(_, answer)| !is_nearest(answer));
            let differ = answers.iter().any(|answer| !answer.differing().is_empty());
            if differ || !answers.iter().any(is_nearest) || !elsewhere.all(|(part, _)| asks_for_a_kind(part)) {
                return None;
            }
        }
        together(question, answers)
    }

    /// The answer, or that of each of two places that are compared, or those to each of the questions in one.
    pub(in crate::answer) fn answer_to_all(&self, question: &Question) -> Answer {
        if let Some(answer) = self.of_both_places(question) {
            return answer;
        }
        let (answer, searched) = self.answer_and_search(question);
        let mut answer = self.or_of_its_parts(answer, question);
        // What is near is told of what is shown, once it is known that this is.
        if let (Outcome::NotFound(nothing), Some(ranking)) = (&answer.outcome, searched) {
            answer.outcome = Outcome::NotFound(self.not_found(nothing.clone(), &ranking, question));
        }
        answer
    }

    /// `answer`, to `question` as one, or the answers to its parts, where it asks several things and these are found.
    fn or_of_its_parts(&self, answer: Answer, question: &Question) -> Answer {
        if !answer.differing().is_empty() || answer.reason().is_some_and(|reason| !reason.is_silence()) {
            return answer;
        }
        // What all of it is nearest to is among what answers its parts, or one of them is misunderstood.
        let nearest = answer.passages().first().map(|best| &best.citation.passage);
        // All its parts are answered in one language, whichever each is in.
        let asked = question.clone().for_reader(Some(answer.language));
        match self.answer_to_several(&asked, nearest) {
            Some(several) => several.or_with_more_of(answer),
            None if answer.is_found() => self.or_to_each(answer, &asked),
            None => {
                let of_some = || self.answer_to_some(&asked, self.apart(&asked.text)?);
                let of_two = || self.answer_to_some(&asked, self.two_apart(&asked.text)?);
                // What is told of one time alone is hardly told of that.
                let tells_all = |some: &Answer| some.unanswered.is_empty();
                let of_times = || self.answer_to_some(&asked, apart_in_time(&asked.text)?).filter(tells_all);
                let of_any = self.answer_to_its_clause(&asked).or_else(of_some).or_else(of_two).or_else(of_times);
                of_any.unwrap_or(answer)
            }
        }
    }

    /// What `text` asks apart from each other; `None` where it asks one thing.
    fn apart(&self, text: &str) -> Option<Apart> {
        if let Some(parts) = parts(text, false) {
            return Some(Apart::new(parts, PartedBy::Marks));
        }
        let are_of_a_kind = |parts: &Vec<&str>| parts.iter().all(|part| AnswerKind::of_question(part).is_some());
        if let Some(parts) = parts(text, true).filter(are_of_a_kind) {
            return Some(Apart::new(parts, PartedBy::Commas));
        }
        self.of_each_place(text).map(|parts| Apart { parts: parts.into(), beyond: Vec::new(), by: PartedBy::Places })
    }

    /// What `text` asks of each of two that stand side by side in it.
    fn two_apart(&self, text: &str) -> Option<Apart> {
        let parts = self.of_each_of_two(text).or_else(|| self.of_each_noun(text))?;
        Some(Apart { parts: parts.into(), beyond: Vec::new(), by: PartedBy::Places })
    }

    /// The questions of a talk with what each of them asks apart from each other, so that a follow-up goes on from the last of that.
    pub(in crate::answer) fn with_each_apart(&self, previous: &str) -> String {
        let apart = |part: &str| {
            let part = self.restated(Cow::Borrowed(part));
            self.apart(&part).map_or_else(|| vec![part.clone().into_owned()], |apart| apart.parts)
        };
        previous.split(Question::BETWEEN).flat_map(apart).collect::<Vec<_>>().join(Question::BETWEEN)
    }

    /// May a part of a question ask of what the one before it is about: *and when?*, *who leads it?*
    fn leans(&self, part: &str) -> bool {
        points_back(part) || self.lacks_words(part)
    }

    /// Of what `question` asks `apart`, the answers to what is found, and what is not, with all that is asked past the first [`MOST`];
    /// `None` where none is. What leans on another, *and when?*, is asked of that where it is found.
    fn answer_to_some(&self, question: &Question, apart: Apart) -> Option<Answer> {
        let (mut found, mut unanswered) = (Vec::<Answer>::new(), Vec::new());
        let mut before: Option<String> = None;
        for (place, part) in apart.parts.into_iter().enumerate() {
            let asked_after =
                |previous| self.answer_to_one(&Question { text: part.clone(), previous, ..question.clone() });
            let points_back = place > 0 && points_back(&part);
            let leans = points_back || place > 0 && self.lacks_words(&part);
            let following = before.take().filter(|_| leans).map(|before| asked_after(Some(before)));
            // What is parted by a comma may be told of the rest, and what leans on another be of that.
            let least = if leans || apart.by != PartedBy::Marks { SURE } else { 0.0 };
            let alone = (!points_back).then(|| asked_after(question.previous.clone()));
            let alone = alone.filter(|alone| alone.confidence >= least);
            let answers = alone.into_iter().chain(following).filter(Answer::is_found);
            match answers.max_by(|a, b| a.confidence.total_cmp(&b.confidence)) {
                Some(answer) => {
                    found.push(answer);
                    before = Some(part);
                }
                None => unanswered.push(as_asked(&part)),
            }
        }
        unanswered.extend(apart.beyond.iter().map(|part| as_asked(part)));
        Some(Answer { unanswered, ..together(question, found)? })
    }

    /// `answer`, to `question` as a whole, or where that asks several things and it is the answer to one of them, the answers to those
    /// that are found; or where it tells of one alone of two places, the answers to both.
    fn or_to_each(&self, answer: Answer, question: &Question) -> Answer {
        let apart = self.apart(&question.text).or_else(|| apart_in_time(&question.text));
        let (Some(apart), Some(best)) = (apart, answer.passages().first()) else { return answer };
        // What is parted by a comma alone is as often one question, and what leans on another may be told with that.
        let is_one = match apart.by {
            PartedBy::Marks => apart.parts.iter().skip(1).any(|part| self.leans(part)),
            PartedBy::Commas => true,
            PartedBy::Times => false,
            PartedBy::Places => parts(&question.text, true).is_some(),
        };
        if is_one {
            return answer;
        }
        let tells_of_all = || {
            let told = self.names().which_places(&best.text);
            self.names().which_places(&question.text).iter().all(|place| told.contains(place))
        };
        let holds_it = |some: &Answer| some.passages().iter().any(|it| it.citation.passage == best.citation.passage);
        let by = apart.by;
        let is_better = |some: &Answer| match by {
            PartedBy::Places => some.unanswered.is_empty() && !tells_of_all(),
            PartedBy::Times => some.unanswered.is_empty() && some.passages().len() > 1 && holds_it(some),
            // What is told of all of it less surely than of each part is misunderstood.
            PartedBy::Marks if some.unanswered.is_empty() && answer.confidence < SURE => some.confidence >= SURE,
            _ => holds_it(some) && (some.passages().len() > 1 || !some.unanswered.is_empty()),
        };
        let some = self.answer_to_some(question, apart).filter(is_better);
        some.unwrap_or(answer)
    }

    /// The answer to the one clause of `question` that asks, *who is Rico Hayat* of *who is Rico Hayat, everyone quotes him*, or to what
    /// somebody seeks in it, where it
    /// is found, and surely, or in the passage that fits all of the question best: what is told around it may be what is asked of.
    fn answer_to_its_clause(&self, question: &Question) -> Option<Answer> {
        let asked = clause_that_asks(&question.text)?;
        // Where they are may be what they ask of.
        let names_no_more = || self.names().which_places(&question.text) == self.names().which_places(asked);
        if asked.len() == question.text.trim().len() || !names_no_more() {
            return None;
        }
        let answer = self.answer_to_one(&Question { text: asked.to_owned(), ..question.clone() });
        let of_clause = &answer.passages().first().filter(|_| answer.is_found())?.citation.passage;
        let all = self.ranking(question);
        let is_it = |fit: &Fit| {
            let (document, passage) = self.passage_of(fit);
            (&document.id, passage.number) == (&of_clause.document, of_clause.number)
        };
        let place = all.fits.iter().position(is_it)?;
        let clause = range_in(&question.text, asked);
        let around = [&question.text[..clause.start], &question.text[clause.end..]];
        let is_sure = || answer.confidence >= SURE && !around.into_iter().any(limits);
        (!self.is_elsewhere(&all.query, &all.fits[place]) && (place == 0 || is_sure())).then_some(answer)
    }
}

/// What `text` asks of each of two times.
fn apart_in_time(text: &str) -> Option<Apart> {
    at_each_time(text).map(|parts| Apart { parts: parts.into(), beyond: Vec::new(), by: PartedBy::Times })
}

/// The one clause of `text` that asks, or what somebody seeks in it; where no word asks, the last one. `None` where several ask.
fn clause_that_asks(text: &str) -> Option<&str> {
    let clauses = asking_clauses(text);
    let [clause] = &clauses[..] else { return None };
    let is_all = clause.len() == text.len();
    let asked = if is_all && !asks_something(text) {
        // *Is there a gamelan? the museum*: what a mark says to ask stands before.
        last_clause(text).filter(|last| !text[..text.len() - last.len()].contains(['?', '？']))?
    } else {
        &text[clause.clone()]
    };
    let asked = asked.trim();
    let asked = asked.rsplit_once([':', '：']).map_or(asked, |(_, behind)| behind.trim_start());
    Some(sought(asked).unwrap_or(asked))
}

/// Words that make a condition of what is told beside a question, wherever they stand there.
pub(super) const DENIES: [&str; 6] = ["not", "except", "tanpa", "selain", "bukan", "maksudnya"];

/// May what is told beside the clause that asks say what it is asked of: *in Germany*, *before 1980*, *not the first*, *I mean the
/// deputy*.
fn limits(around: &str) -> bool {
    /// How a condition begins.
    #[rustfmt::skip]
    const BEGINS: [&str; 30] = [
        "in", "for", "by", "at", "on", "of", "from", "before", "after", "during", "since", "until", "with", "without", "besides", "mean",
        "meant", "di", "ke", "dari", "dr", "pada", "untuk", "utk", "tahun", "thn", "sebelum", "sesudah", "setelah", "kecuali",
    ];
    #[rustfmt::skip]
    const ENDS_JA: [&str; 10] = ["で", "に", "は", "の方", "のほう", "以外", "じゃない", "ではない", "じゃなくて", "ではなくて"];
    let mut words = word_ranges(around).map(|range| around[range].to_lowercase()).enumerate();
    let is_condition = |(place, word): (usize, String)| {
        place == 0 && BEGINS.contains(&word.as_str()) || DENIES.contains(&word.as_str())
    };
    let said = around.trim_matches(|letter: char| !letter.is_alphanumeric());
    has_digit(around)
        || names_a_country(around)
        || ENDS_JA.iter().any(|end| said.ends_with(end))
        || words.any(is_condition)
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::*;
    use crate::corpus::Source;

    #[test]
    fn what_is_told_around_a_question_hides_no_answer_to_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("who is Rico Hayat, everyone quotes him", true),
            ("what is AMO in ambon, our choir director mentioned it", true),
            ("kak mau tanya buat tugas paradiplomasi, kenapa Ambon mau kerja sama dgn Hamamatsu?", true),
            ("perusahaan saya mau bikin proposal konser piano, siapa rico hayat", true),
            ("anak saya disuruh cari kapan Ambon dapat gelar kota musik dari UNESCO", true),
            ("my kid has to find out when ambon became a city of music", true),
            ("my kid has to find out what a ticket of the jazz festival costs", false),
            ("ヨットレースっていつからやってるの？親父が昔出たらしい", true),
            ("my cousin sings. what does a ticket of the jazz festival cost?", false),
            // A stop of an abbreviation parts nothing from what asks.
            ("how many instruments did Dr. Sutanto count in the Hamamatsu museum", false),
            ("di jerman, kota mana yang bekerja sama dengan ambon?", false),
            ("siapa wali kota hamamatsu, maksudnya wakilnya?", false),
        ] {
            let answer = answerer.answer(&Question::new(question));
            assert_eq!((answer.is_found(), answer.question.text.as_str()), (expect, question), "{question}");
        }
    }

    #[test]
    fn they_are_found_together_or_not_at_all() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let shown = |text: &str| {
            let answer = answerer.answer(&Question::new(text));
            answer.passages().iter().map(|passage| passage.citation.passage.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(
            shown("who is the mayor of hamamatsu and when did ambon become a city of music?"),
            ["creative-hamamatsu-about#1", "jakartapost-2019-ambon-city-of-music#1"]
        );
        // *And when* is of what has no answer.
        assert_eq!(shown("who founded Yamaha and when"), [""; 0]);
        assert_eq!(shown("who owns the piano shop in Ambon? and when did he open it?"), [""; 0]);
    }

    #[test]
    fn what_of_several_questions_is_not_found_is_told_beside_what_is() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, found, unanswered) in [
            ("Siapa wali kota Hamamatsu? Siapa wali kota Ambon?", "Nakano Yusuke", "Siapa wali kota Ambon?"),
            (
                "who is the mayor of hamamatsu and what is his phone number?",
                "Nakano Yusuke",
                "what is his phone number?",
            ),
            ("1. 浜松市長は誰ですか？ 2. アンボン市長は誰ですか？", "中野祐介", "アンボン市長は誰ですか？"),
            ("siapa walikota hamamatsu, siapa walikota ambon", "Nakano Yusuke", "siapa walikota ambon"),
            ("siapa rico hayat? siapa wali kota ambon?", "Rico Hayat", "siapa wali kota ambon?"),
            ("siapa rico hayat\nsiapa wali kota ambon", "Rico Hayat", "siapa wali kota ambon"),
            ("Berapa penduduk Ambon dan Hamamatsu?", "394.415", "Berapa penduduk Hamamatsu?"),
            ("how many people live in ambon and hamamatsu", "394,415", "how many people live in hamamatsu"),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best = &answer.passages().first().expect("one is told").text;
            assert!(answer.is_found() && best.contains(found), "{question}: {best}");
            assert_eq!(answer.unanswered, [unanswered], "{question}");
        }
        // What is short is asked by itself, or of the one before it.
        for (question, expect) in [
            ("siapa wali kota hamamatsu dan berapa penduduk ambon", ["Nakano Yusuke", "394.415"]),
            ("siapa wali kota hamamatsu? ada berapa pilar?", ["Nakano Yusuke", "5 pilar"]),
            ("浜松市長は誰？最初の姉妹都市はどこ？", ["中野祐介", "フリシンゲン"]),
            ("1. siapa wali kota hamamatsu 2. apa itu AMO", ["Nakano Yusuke", "AMO"]),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let told: Vec<_> = answer.headlines().map(|(headline, _)| headline).collect();
            let all = told.len() == 2 && expect.iter().zip(&told).all(|(expect, told)| told.contains(expect));
            assert!(all && answer.unanswered.is_empty(), "{question}: {told:?} {:?}", answer.unanswered);
        }
        let asked = "kapan ambon dan hamamatsu jadi kota musik";
        for (text, expect) in [("yang duluan mana?", "2014"), ("kata siapa?", "Hamamatsu")] {
            let answer = answerer.answer(&Question::new(text).after(Some(asked.to_owned())));
            let best = answer.passages().first().expect("it is told").best_sentence();
            assert!(answer.is_found() && best.contains(expect), "{text}: {best}");
        }
    }

    #[test]
    fn of_more_questions_than_are_answered_the_first_are_and_the_others_are_named() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let (mayor, people) = ("who is the mayor of hamamatsu?", "how many people live in ambon?");
        let asked = |questions: &[&str]| answerer.answer(&Question::new(questions.join(" ")));
        let five = ["when did ambon become a city of music?", mayor, people, "who is rico hayat?", "what is AMO?"];
        let answer = asked(&[&five[..], &["who is the mayor of ambon?", "when was he born?"]].concat());
        assert_eq!(answer.unanswered, ["who is the mayor of ambon?", "when was he born?"]);
        assert_eq!(answer.passages().len(), asked(&five).passages().len());
        for question in [
            "siapa wali kota hamamatsu? berapa penduduk ambon? siapa rico hayat? apa itu AMO? siapa? kapan?",
            "浜松市長は誰？アンボンの人口は？AMOとは何？いつ？どこ？なぜ？",
        ] {
            let answer = answerer.answer(&Question::new(question));
            assert!(answer.is_found() && !answer.unanswered.is_empty(), "{question}: {answer:?}");
        }
        assert!(!asked(&["who? when? where? why? how? who?"]).is_found());
    }

    #[test]
    fn parts_in_two_languages_are_answered_in_one() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("siapa walikota hamamatsu? and who is the mayor of hamamatsu?", &["Nakano Yusuke"][..]),
            ("kapan letter of intent vlissingen ambon and when was the memorandum signed?", &[]),
            ("jumlah kota kreatif unesco 2014, how many cities added to UCCN Desember 2014?", &["28"]),
            ("浜松市長は誰？ Wali Kota Hamamatsuのnamaは何ですか?", &["中野祐介"]),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let languages: Vec<_> = answer.passages().iter().map(|passage| passage.language).collect();
            assert!(answer.is_found(), "{question}: {answer:?}");
            assert!(languages.iter().all(|language| *language == answer.language), "{question}: {languages:?}");
            let shown = answer
                .headlines()
                .map(|(headline, spans)| spans.into_iter().map(|span| headline[span].to_owned()).collect::<Vec<_>>());
            let shown = shown.flatten().collect::<Vec<_>>();
            assert!(expect.iter().all(|expect| shown.iter().any(|it| it == expect)), "{question}: {shown:?}");
        }
    }

    #[test]
    fn two_things_asked_of_one_passage_are_both_pointed_at() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("when and where was Ambon's candidacy launched", &["29 October 2016", "Lapangan Merdeka"][..]),
            ("kapan dan dimana pencalonan ambon ke unesco diluncurkan", &["29 Oktober 2016", "Lapangan Merdeka"]),
            ("浜松の訪問団は何人でいつ行った", &["18人", "2009年7月16日から22日"]),
            ("when did the race stop and when did it start again", &["1999", "2007"]),
            ("2019年に何都市が加盟して、全部で何都市になった？", &["66都市", "246"]),
            ("ambon brp penduduknya, brp persen bisa nyanyi", &["394.415", "90%"]),
            ("キューバの街がアンボンとの協力を望んだのはいつで、いつ訪問する予定だった？", &["2021年6月", "2022年2月"]),
            // Each date is that of another place.
            ("when and where was the darwin agreement signed", &["28 October 1988", "21 July 1989"]),
            ("ダーウィンとの姉妹都市協定はいつ結ばれましたか", &["1988年10月28日", "1989年7月21日"]),
            ("when was the agreement signed in Darwin", &["21 July 1989"]),
            // One of them stands nowhere.
            ("who founded Yamaha and when", &[]),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let of_one = |(headline, spans): (&str, Vec<Range<usize>>)| {
                spans.into_iter().map(|span| headline[span].to_owned()).collect::<Vec<_>>()
            };
            assert_eq!(answer.headlines().flat_map(of_one).collect::<Vec<_>>(), expect, "{question}");
        }
    }
}
