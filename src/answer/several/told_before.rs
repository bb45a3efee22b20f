//! A question that goes on from what is told before it, *I sing in a choir from Hannover. When did our city sign with Hamamatsu?*, or
//! has something added behind it, *which town was the first? I'd owe you a coffee*.

use super::introduced::{is_joined, speaks_of_us};
use crate::answer::judging::{FOUND, SURE};
use crate::answer::understanding::Mention;
use crate::answer::{Answer, Answerer, Question};
use crate::language::{
    AnswerKind, asks_of_a_former, asks_something, before_last_sentence, has_digit, is_cjk, is_one_of, points_back,
    tells_of_the_past, word_ranges, years,
};

/// What stands in Japanese behind a place that something is told of, with 市 before it or not.
const SUBJECTS_JA: [&str; 6] = ["は", "には", "が", "市は", "市には", "市が"];

/// What joins two places of which something is told.
const JOINTS: [&str; 15] =
    ["and", "dan", "sama", "sm", "dengan", "dgn", "deng", "with", "x", "&", "-", "–", "と", "市と", "・"];
/// How much less sure the answer to what is asked may be than that to what is told before it.
const NEARLY: f32 = 0.06;

impl Answerer {
    /// The answer to the last sentence of `question` in one of the ways in which it may go on from those before it, of which none asks: the
    /// first that is sure, or, where it names nothing but places itself, found and of the passage that all of it is nearest to.
    /// `answer`, to all of it, where none is, or where that is found and not of the passage that is told of, *the competition began in
    /// 1991. Who is the mayor?*, or where `question` itself goes on from another.
    pub(in crate::answer) fn or_after_what_is_told(&self, question: &Question, answer: Answer) -> Answer {
        if question.previous.is_some() {
            return answer;
        }
        let Some((told, asked)) = told_before(&question.text) else { return answer };
        let as_asked = |text: &str, previous: Option<&str>| {
            let asked = Question { text: text.to_owned(), ..question.clone() }.after(previous.map(str::to_owned));
            self.answer_as_asked(&asked).0
        };
        let is_nearest = |other: &Answer| {
            let best = |of: &Answer| of.passages().first().map(|best| best.citation.passage.clone());
            best(other) == best(&answer)
        };
        if answer.is_found() && !(asks_something(asked) && is_nearest(&as_asked(told, None))) {
            return answer;
        }
        let names_something = |text: &str| {
            let mut named = self.names().mentions(text).into_iter();
            named.any(|it| self.is_name(it.term) && !self.names().is_somewhere(it.term))
        };
        let is_told = |other: &Answer| {
            let least = if is_nearest(other) && !names_something(asked) { FOUND } else { SURE };
            let may_be = || other.passages().first().is_some_and(|best| self.may_be_of(told, asked, &best.text));
            let is_another = || !is_nearest(other) && other.confidence >= answer.confidence - NEARLY;
            other.is_found() && other.confidence >= least && (!answer.is_found() || is_another()) && may_be()
        };
        let ways = self.ways_to_go_on(told, asked).into_iter();
        match ways.map(|(text, previous)| as_asked(&text, previous)).find(is_told) {
            Some(other) => Answer { question: question.clone(), ..other },
            None => answer,
        }
    }

    /// The answer to `question` up to its last sentence that asks, where what stands behind that names nothing: *who signed it? I'd
    /// owe you a coffee*. `answer`, to all of it, where that is found, or where nothing else is.
    pub(in crate::answer) fn or_before_what_is_added(&self, question: &Question, answer: Answer) -> Answer {
        if answer.is_found() || question.previous.is_some() {
            return answer;
        }
        let names_something = |added: &str| !self.names().mentions(added).is_empty() || has_digit(added);
        let Some((asks, _)) = before_what_is_added(&question.text).filter(|(_, added)| !names_something(added)) else {
            return answer;
        };
        let shorter = Question { text: asks.to_owned(), ..question.clone() };
        let (other, _) = self.answer_as_asked(&shorter);
        let other = self.or_after_what_is_told(&shorter, other);
        if other.is_found() { Answer { question: question.clone(), ..other } } else { answer }
    }

    /// The ways in which what is `asked` may go on from what is `told` before it, the likelier first, each with what it is asked after: from
    /// all of it, from its last sentence, together with that, of the one place that it names where what is asked names none.
    fn ways_to_go_on<'t>(&self, told: &'t str, asked: &str) -> Vec<(String, Option<&'t str>)> {
        let mut ways = vec![(asked.to_owned(), Some(told))];
        if let Some((_, last)) = before_last_sentence(told) {
            ways.push((asked.to_owned(), Some(last)));
            ways.push((format!("{last} {asked}"), None));
        }
        if let [place] = &self.names().places(told)[..]
            && !self.names().names_a_place(asked)
        {
            ways.push((format!("{} ({})", asked.trim_end_matches(['?', '？']), &told[place.clone()]), None));
        }
        ways
    }

    /// May a passage of this `text` be of what is `told` before what is `asked`: it names one of the places of that, where what is asked
    /// may be of them, both of two that are told of together, and one of its years, where that is past.
    fn may_be_of(&self, told: &str, asked: &str, text: &str) -> bool {
        let places = self.names().which_places(told);
        let of_text =
            self.names().all_named(text).into_iter().filter(|it| self.names().is_place(*it)).collect::<Vec<_>>();
        let lies_there = |place: &usize| of_text.iter().any(|of| self.names().lies_in(*place, *of));
        let is_of_both = self.names().names_a_place(asked) || self.two_told_together(told).iter().all(lies_there);
        let is_there = places.is_empty() || places.iter().any(lies_there) || !self.may_ask_of_places(told, asked);
        let of_then = years(text);
        let is_then = || !tells_when(told, asked) || years(told).iter().any(|year| of_then.contains(year));
        is_of_both && is_there && is_then()
    }

    /// The two places that are `told` of together, *Ambon and Hamamatsu*; none where no two are.
    fn two_told_together(&self, told: &str) -> Vec<usize> {
        let places: Vec<_> = self.names().mentioned_places(told).collect();
        let are_joined = |pair: &&[Mention]| {
            let between = told.get(pair[0].range.end..pair[1].range.start).unwrap_or_default().trim();
            is_one_of(between, &JOINTS)
        };
        places.windows(2).find(are_joined).map_or_else(Vec::new, |pair| vec![pair[0].term, pair[1].term])
    }

    /// May what is `asked` be of the places that are `told` of before it: they are what is told of, or it speaks of *us*, of a tie, or
    /// of *it* where nothing else is named.
    fn may_ask_of_places(&self, told: &str, asked: &str) -> bool {
        let told_places = self.names().places(told);
        let begins = told_places.first().is_some_and(|first| {
            let behind = &told[first.end..];
            first.start == 0 && (!behind.starts_with(is_cjk) || SUBJECTS_JA.iter().any(|it| behind.starts_with(it)))
        });
        let names_places_alone = || self.names().mentions(told).len() == told_places.len();
        let asked_places = self.names().places(asked);
        begins && !self.holds_a_name(asked)
            || speaks_of_us(asked)
            || matches!(&asked_places[..], [one] if is_joined(asked, one))
            || points_back(asked) && names_places_alone()
    }
}

/// What is told in `text` before its last sentence, which alone asks, and that; `None` where nothing is.
fn told_before(text: &str) -> Option<(&str, &str)> {
    let (told, asked) = before_last_sentence(text)?;
    let asks = asks_something(asked) || asked.ends_with(['?', '？']);
    (asks && !told.contains(['?', '？'])).then_some((told, asked))
}

/// `text` up to its last sentence that asks, and what is added behind that; `None` where that is the last one, or none asks.
fn before_what_is_added(text: &str) -> Option<(&str, &str)> {
    let asks = |sentence: &str| asks_something(sentence) || sentence.ends_with(['?', '？']);
    let mut rest = text.trim();
    while let Some((before, last)) = before_last_sentence(rest) {
        if asks(last) {
            break;
        }
        rest = before;
    }
    let added = text.trim()[rest.len()..].trim();
    let asked = before_last_sentence(rest).map_or(rest, |(_, asked)| asked);
    (asks(asked) && asks_nothing(added)).then_some((rest, added))
}

/// Is what is `added` behind a question told in a whole sentence, which asks for nothing more: no *nursing and such*, no *ada ka seng*.
fn asks_nothing(added: &str) -> bool {
    const WORDS: usize = 3;
    /// How a sentence ends in Japanese, and what asks to be told there.
    const ENDS_JA: [char; 3] = ['す', 'た', 'ん'];
    const REQUESTS_JA: [&str; 4] = ["教え", "おしえ", "知り", "伺"];
    /// What makes a question of a sentence at its end.
    const TAGS: [&str; 11] = ["seng", "tidak", "tdk", "ga", "gak", "nggak", "ngga", "enggak", "belum", "blm", "no"];
    let said = added.trim_end_matches(|it: char| !it.is_alphanumeric());
    if said.contains(is_cjk) {
        return said.ends_with(ENDS_JA) && !REQUESTS_JA.iter().any(|asks| said.contains(asks));
    }
    let mut words = word_ranges(said);
    words.nth(WORDS - 1).is_some() && !words.last().is_some_and(|last| is_one_of(&said[last], &TAGS))
}

/// Does what is `told` say when it was of which is `asked` behind it.
fn tells_when(told: &str, asked: &str) -> bool {
    let is_past = tells_of_the_past(asked) || asks_of_a_former(asked);
    AnswerKind::of_question(asked) != Some(AnswerKind::Date)
        && !years(told).is_empty()
        && (is_past || begins_with_a_year(told))
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
    use crate::answer::cases::are_told;
    use crate::corpus::Source;

    #[test]
    fn what_is_added_behind_a_question_is_told_from_it() {
        for (text, expect) in [
            ("Who signed it? I would owe you a coffee.", Some("Who signed it?")),
            ("I teach there. Who signed it? A short answer will do.", Some("I teach there. Who signed it?")),
            ("Siapa yang teken? Saya tunggu jawabannya.", Some("Siapa yang teken?")),
            ("部隊の名を何と申しますか。短いお返事で結構です。", Some("部隊の名を何と申しますか。")),
            ("I teach there. Who signed it?", None),
            ("Who signed it? And when?", None),
            ("Skarang jadi sodara? ada yang protes ka seng", None),
            ("日本で働けるって本当ですか？介護とか", None),
            ("もう結ばれてますか？内容を三行で教えてくださると嬉しいです。", None),
            ("I teach there. I sing here.", None),
            ("", None),
        ] {
            assert_eq!(before_what_is_added(text).map(|(asks, _)| asks), expect, "{text}");
        }
    }

    #[test]
    fn what_is_told_before_a_question_says_what_it_is_of() {
        are_told(
            |best| &best.text,
            &[
                ("My band is from Hannover. When did our city sign up with Hamamatsu?", Some("2016")),
                ("my brother drives a bus in Metz. which embassy did the Ambon group meet?", Some("KBRI Tokyo")),
                (
                    "I sit in the council of Vlissingen and speak on Monday. When was our paper with Ambon renewed?",
                    Some("2019"),
                ),
                ("Istri saya perawat. siapa wali kota hamamatsu?", Some("Nakano Yusuke")),
                (
                    "Tante saya tinggal di Vlissingen sejak kecil. Hubungan dengan Ambon itu mulai tahun berapa menurut ANTARA?",
                    Some("2006"),
                ),
                ("眼科の医者です。アンボンで無料の手術を手伝ったのはどこの街ですか", Some("フリシンゲン")),
                // Nothing of it is told, or not of that place.
                ("Nagoya has a museum. How many instruments are there?", None),
                ("My band is from Hannover. Who is our mayor?", None),
                ("my brother drives a bus in Metz. how long does the trip to Ambon take?", None),
                ("Istri saya perawat. berapa gaji wali kota hamamatsu?", None),
                ("眼科の医者です。アンボンに病院はいくつありますか", None),
            ],
        );
    }

    #[test]
    fn only_what_asks_goes_on_from_what_asks_nothing() {
        for (text, expect) in [
            ("I'm a nurse. who helped?", Some(("I'm a nurse.", "who helped?"))),
            (
                "I'm a nurse! I work on 3.5 wards. is it free?",
                Some(("I'm a nurse! I work on 3.5 wards.", "is it free?")),
            ),
            ("看護師です。誰が手伝いましたか", Some(("看護師です。", "誰が手伝いましたか"))),
            ("Is it free? who helped?", None),
            ("I'm a nurse. My sister too.", None),
            ("who helped?", None),
            ("...who helped?", None),
            ("", None),
        ] {
            assert_eq!(told_before(text), expect, "{text}");
        }
    }

    #[test]
    fn why_is_no_surer_after_anything_told() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        let why = Question::new("アンボンの人はなぜ歌が上手いのですか");
        assert!(!answerer.answer(&why).is_found());
        assert!(!answerer.answer(&why.after(Some("アンボンの人は歌が上手いのですか".to_owned()))).is_found());
    }

    #[test]
    fn what_is_stated_before_a_question_takes_no_answer_from_it() {
        are_told(
            |best| &best.text,
            &[
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
            ],
        );
    }
}
