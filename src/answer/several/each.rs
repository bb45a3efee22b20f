//! One thing that is asked of two, joined by a word: *what do Metz and Havana want*, メスとハバナの国名.

use std::ops::Range;

use crate::answer::Answerer;
use crate::answer::ranges::overlap;
use crate::answer::understanding::Mention;
use crate::language::{
    Excepted, asks_for_the_earlier, asks_for_the_earlier_of_several, asks_of_what_is_shared, asks_which_was_earlier,
    finds_any, is_cjk, is_one_of, word_ranges,
};

/// What joins two of a list.
const JOINTS: [&str; 7] = ["and", "&", "dan", "serta", "sama", "と", "や"];
/// What tells that something is asked of the two together.
#[rustfmt::skip]
const TOGETHER: [&str; 19] = [
    "together", "each other", "between", "both", "antara", "bersama", "saling", "same", "difference", "perbedaan", "cerita", "ceritanya", "kisah", "story", "一緒", "共通", "お互い",
    "の間", "違い",
];
/// What stands before two whose partner is a third: *agreements with Darwin and Vlissingen*.
const WITH: [&str; 3] = ["with", "dengan", "dgn"];

impl Answerer {
    /// What `text` asks of each of two places, or of two who are named, that stand side by side in it; `None` where there are no
    /// two, or where what is asked may be of both together: what ties two is theirs, but where a third is named, or they are the
    /// ones *with* whom it is.
    pub(super) fn of_each_of_two(&self, text: &str) -> Option<[String; 2]> {
        let lower = text.to_lowercase();
        if asks_of_both(&lower) {
            return None;
        }
        let names: Vec<Mention> = self.names().mentions(text).into_iter().filter(|it| self.is_name(it.term)).collect();
        let is_pair = |pair: &&[Mention]| {
            let between = text.get(pair[0].range.end..pair[1].range.start).unwrap_or_default().trim();
            let are_alike = self.names().is_place(pair[0].term) == self.names().is_place(pair[1].term);
            pair[0].term != pair[1].term && are_alike && JOINTS.contains(&between.trim_start_matches('市'))
        };
        let mut pairs = names.windows(2).filter(is_pair);
        let [one, other] = pairs.next().filter(|_| pairs.next().is_none())? else { return None };
        let (before, behind) = (&text[..one.range.start], &text[other.range.end..]);
        let is_third = |it: &Mention| it.term != one.term && it.term != other.term && self.names().is_place(it.term);
        let are_partners = || {
            names.iter().any(is_third) || before.split_whitespace().next_back().is_some_and(|last| WITH.contains(&last))
        };
        if asks_of_what_is_shared(&lower) && !are_partners() {
            return None;
        }
        // 市 behind the first is left out with what joins.
        let of_one = |it: &Mention| [before, &text[it.range.clone()], behind].concat();
        Some([of_one(one), of_one(other)])
    }

    /// What `text` asks to be told of two things, each with what it is of: 浜松市長とアンボンの人口を教えて, *mayor of Hamamatsu and
    /// population of Ambon*.
    pub(super) fn of_each_noun(&self, text: &str) -> Option<[String; 2]> {
        let lower = text.to_lowercase();
        if asks_of_both(&lower) || asks_of_what_is_shared(&lower) {
            return None;
        }
        if text.contains(is_cjk) { self.of_each_noun_ja(text) } else { self.of_each_noun_latin(text) }
    }

    fn of_each_noun_latin(&self, text: &str) -> Option<[String; 2]> {
        /// The most words of one.
        const WORDS: usize = 6;
        let text = text.trim_end_matches(|it: char| !it.is_alphanumeric());
        let words: Vec<Range<usize>> = word_ranges(text).collect();
        let is_joint = |word: &&Range<usize>| is_one_of(&text[(*word).clone()], &JOINTS);
        let mut joints = words.iter().filter(is_joint);
        let joint = joints.next().filter(|_| joints.next().is_none())?;
        let parts = [text[..joint.start].trim(), text[joint.end..].trim()];
        let is_noun_of_a_place = |part: &&str| {
            let places = self.names().places(part);
            let said = word_ranges(part).filter(|word| !places.iter().any(|place| overlap(place, word))).count();
            !places.is_empty() && (1..=WORDS).contains(&said) && !part.contains([',', '?', '.'])
        };
        parts.iter().all(is_noun_of_a_place).then(|| parts.map(str::to_owned))
    }

    fn of_each_noun_ja(&self, text: &str) -> Option<[String; 2]> {
        let names_something = |part: &str| !self.names().mentions(part).is_empty();
        let mut joints = text.match_indices(['と', 'や']).filter(|(at, joint)| {
            let (before, behind) = (&text[..*at], &text[at + joint.len()..]);
            let joins_nouns =
                |part: &str| part.chars().next().is_some_and(|it| is_cjk(it) && !('ぁ'..='ん').contains(&it));
            let ends = before.chars().next_back().map(String::from).unwrap_or_default();
            joins_nouns(&ends) && joins_nouns(behind) && names_something(before) && names_something(behind)
        });
        let (at, joint) = joints.next().filter(|_| joints.next().is_none())?;
        let end = text.trim_end_matches(|it: char| !it.is_alphanumeric());
        let told = TOLD.iter().find_map(|told| end.strip_suffix(told)).unwrap_or(end);
        let second = told.get(at + joint.len()..)?;
        // A list that a verb follows is one.
        let is_noun = |part: &str| {
            !part.contains(['が', 'を', 'は', 'で']) && !part.ends_with(|it: char| ('ぁ'..='ん').contains(&it))
        };
        let first = &text[..at];
        (is_noun(first) && is_noun(second)).then(|| [format!("{first}は？"), format!("{second}は？")])
    }
}

/// Does `lowered` ask of two together, which of them was first, or for others than them.
pub(super) fn asks_of_both(lowered: &str) -> bool {
    finds_any(lowered, &TOGETHER)
        || asks_for_the_earlier(lowered).is_some()
        || asks_which_was_earlier(lowered).is_some()
        || asks_for_the_earlier_of_several(lowered)
        || Excepted::find(lowered).is_some()
}

/// What asks in Japanese to be told of something, at the end, the longer before what it ends with.
const TOLD: [&str; 10] = [
    "を教えてください",
    "を教えて下さい",
    "教えてください",
    "を教えて",
    "は教えて",
    "教えて",
    "を知りたい",
    "は何ですか",
    "は何",
    "は",
];

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn of_two_that_stand_side_by_side_each_is_told() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect, unanswered) in [
            ("What do Metz and Havana want?", &["Metz", "Havana"][..], 0),
            ("siapa Nakano Yusuke dan Rico Hayat?", &["Nakano Yusuke", "Rico Hayat"], 0),
            ("Since when are Darwin and Vlissingen sister cities of Ambon?", &["1988", "2006"], 0),
            ("When were the agreements with Darwin and Vlissingen signed?", &["28 October 1988"], 1),
            ("populasi Ambon dan Hamamatsu", &["394.415"], 1),
            ("Did Osaka and Kyoto help Ambon?", &["fire-fighting"], 1),
            ("浜松市長とアンボンの人口を教えて", &["中野祐介", "394,415人"], 0),
            ("アンボンの人口と音楽の経済効果", &["394,415人", "70万米ドル"], 0),
            ("浜松の市長と副市長", &["中野祐介"], 1),
            ("penduduk ambon dan wali kota hamamatsu", &["394.415", "Nakano Yusuke"], 0),
            ("harga hotel ambon dan wali kota hamamatsu", &["Nakano Yusuke"], 1),
            ("kerja sama Ambon dan wali kota Hamamatsu", &[], 0),
            ("siapa wali kota hamamatsu dan kapan hamamatsu jadi kota musik?", &["Nakano Yusuke", "2014"], 0),
            ("When was the agreement between Ambon and Hamamatsu signed?", &[], 0),
            ("kapan Ambon dan Hamamatsu menandatangani perjanjian?", &[], 0),
            ("アンボンと浜松はいつ協定を結んだ？", &[], 0),
            ("gimana ceritanya Ambon sama Metz", &["Metz"], 0),
            ("harga hotel di Ambon dan Hamamatsu", &[], 0),
            ("アンボンと浜松の面積", &[], 0),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let told: Vec<&str> = answer.passages().iter().map(|passage| passage.text.as_str()).collect();
            assert_eq!(answer.is_found(), !expect.is_empty(), "{question}: {told:?}");
            assert_eq!(answer.unanswered.len(), unanswered, "{question}: {:?}", answer.unanswered);
            let is_told = |it: &&str| told.iter().any(|told| told.contains(*it));
            assert!(expect.iter().all(is_told), "{question}: {told:?}");
        }
    }
}
