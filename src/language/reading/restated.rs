//! What is taken back in mid sentence for something else, as people do who dictate: *which city in the Netherlands, er no, in Germany*,
//! *berapa kota gastronomi, ralat, kota musik*, 2013年いや違う2014年.
//!
//! A self-repair has three parts (Shriberg, *Preliminaries to a Theory of Speech Disfluencies*, 1994): the *reparandum*, which is
//! taken back, the *interregnum*, which says so, and the *repair*, which stands for it. The interregnum is known by its words; how
//! far back the reparandum goes by where the repair begins anew.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{asks_something, is_cjk, is_digits, is_number_word, is_one_of, spliced, word_ranges};

/// Words of an interregnum that say alone that something is taken back, where what stands behind them begins anew or is of a
/// kind with what stands before.
#[rustfmt::skip]
const WEAK: [&str; 11] =
    ["no", "er", "eh", "sorry", "nope", "wait", "aduh", "ngg", "eits", "maksudnya", "maksudku"];
/// The same of two words.
const WEAK_TOGETHER: [[&str; 2]; 8] = [
    ["i", "mean"],
    ["i", "meant"],
    ["i", "want"],
    ["maksud", "saya"],
    ["maksud", "aku"],
    ["maksud", "gue"],
    ["maksud", "gw"],
    ["maksud", "beta"],
];
/// The same, whatever stands around them.
const STRONG: [&str; 4] = ["ralat", "oops", "whoops", "correction"];
const STRONG_TOGETHER: [[&str; 2]; 4] = [["or", "rather"], ["scratch", "that"], ["bukan", "deng"], ["bukan", "ding"]];
/// Words that stand beside these in an interregnum.
#[rustfmt::skip]
const BESIDE: [&str; 37] = [
    "wait", "not", "i", "mean", "meant", "want", "wanted", "actually", "rather", "excuse", "me", "it", "it's", "its", "was", "oh", "uh", "um", "erm", "ah",
    "bukan", "salah", "maaf", "sori", "maksudnya", "maksudku", "maksud", "saya", "aku", "gue", "gw", "beta", "deng", "ding", "deh", "dong",
    "itu",
];
/// Of all of these, the ones that make an interregnum strong behind its first word or two.
#[rustfmt::skip]
const MAKE_STRONG: [&str; 17] = [
    "no", "sorry", "wait", "mean", "meant", "want", "wanted", "rather", "excuse", "bukan", "salah", "maksudnya", "maksudku", "maksud", "not", "deng",
    "ding",
];
/// What denies what was said, which is named again behind it: *no, not a school, I mean*, *eh bukan Ambon deh*.
const DENIES: [&str; 2] = ["not", "bukan"];
/// What says behind a repair that it is one: *no Maluku it was*, *aduh Maluku maksudnya*.
#[rustfmt::skip]
const BEHIND: [&[&str]; 9] = [
    &["it", "was"], &["i", "mean"], &["i", "meant"], &["maksudnya"], &["maksudku"], &["maksud", "aku"], &["maksud", "saya"], &["maksud", "gue"],
    &["maksud", "beta"],
];
/// What joins a second thing to the first, which stands then.
const JOINS: [&str; 8] = ["or", "and", "but", "atau", "ato", "dan", "tapi", "sama"];
/// What may stand behind *no* where that is none of a thing, *which city has no city hall*.
#[rustfmt::skip]
const RESTARTS: [&str; 26] = [
    "the", "a", "in", "of", "from", "to", "at", "on", "for", "by", "which", "what", "who", "when", "where", "how", "why", "did", "does", "do", "is",
    "was", "are", "were", "it", "they",
];
/// What fills a pause and is no part of what is taken back.
const FILLERS: [&str; 12] = ["uh", "um", "er", "erm", "ehm", "emm", "ee", "eh", "ah", "oh", "think", "kayaknya"];
/// How many words before an interregnum a repair may begin anew.
const BACK: usize = 7;
/// The most words of a repair that stands for some words alone, and not for all that follows the reparandum's first.
const FRAGMENT: usize = 4;
/// How often somebody may take something back.
const TIMES: usize = 3;

/// The same in Japanese, behind what is taken back.
#[rustfmt::skip]
const TAKES_BACK_JA: [&str; 12] = [
    "いや違うな", "いや違う", "いやちがう", "あ違う", "じゃないや", "じゃなかった", "違う違う", "ちがうちがう", "間違えた", "まちがえた", "間違えました", "もとい、",
];

/// A word in lower case, and where it stands in its text.
struct Word {
    range: Range<usize>,
    lower: String,
}

impl Word {
    fn is(&self, listed: &[&str]) -> bool {
        is_one_of(&self.lower, listed)
    }

    /// Is it a number, in digits or spelt.
    fn is_number(&self) -> bool {
        is_digits(&self.lower) || is_number_word(&self.lower)
    }
}

/// `text` without what is taken back in it, and with what is meant in its place; `places` are those that a text names, in bytes.
#[must_use]
pub fn without_what_was_restated(mut text: Cow<'_, str>, places: impl Fn(&str) -> Vec<Range<usize>>) -> Cow<'_, str> {
    for _ in 0..TIMES {
        let Some(splices) = repaired(&text, &places) else { break };
        text = spliced(text, splices.iter().map(|(range, part)| (range.clone(), part.as_str())));
    }
    text
}

/// What goes for the first self-repair of `text`, and what stands for it.
fn repaired(text: &str, places: impl Fn(&str) -> Vec<Range<usize>>) -> Option<Vec<(Range<usize>, String)>> {
    if text.contains(is_cjk) {
        return taken_back_in_japanese(text).map(|range| vec![(range, String::new())]);
    }
    if !may_be_repaired(text) {
        return None;
    }
    let words: Vec<Word> =
        word_ranges(text).map(|range| Word { lower: text[range.clone()].to_lowercase(), range }).collect();
    (1..words.len()).find_map(|place| Repair::at(&words, place)?.splices(text, &places))
}

/// Does a word of `text` begin an interregnum by itself or with the next, which few questions have.
fn may_be_repaired(text: &str) -> bool {
    let begins_together =
        |word: &str| WEAK_TOGETHER.iter().chain(&STRONG_TOGETHER).any(|[first, _]| word.eq_ignore_ascii_case(first));
    let mut words = word_ranges(text).map(|word| &text[word]).skip(1);
    words.any(|word| is_one_of(word, &WEAK) || is_one_of(word, &STRONG) || begins_together(word))
}

/// A self-repair among words.
struct Repair<'w> {
    /// What stands before the interregnum, but for fillers.
    before: &'w [Word],
    /// Where in it that stands which is denied by its name.
    denied: Option<Range<usize>>,
    is_strong: bool,
    /// Is the interregnum *no* and nothing else.
    is_no_alone: bool,
    /// The repair itself: the words behind the interregnum, without what says that they are one.
    meant: &'w [Word],
    /// Is that all of the text from there on.
    is_last: bool,
    /// What says behind the repair that it is one.
    behind: Option<Range<usize>>,
}

impl<'w> Repair<'w> {
    /// The one whose interregnum begins at `place`, of which that is no filler alone.
    fn at(words: &'w [Word], place: usize) -> Option<Self> {
        let (begun, is_strong) = begins(&words[place..])?;
        let fillers = words[..place].iter().rev().take_while(|word| word.is(&FILLERS) || word.is(&["i"])).count();
        let before = &words[..place - fillers];
        let mut end = place + interregnum(&words[place..]).max(begun);
        let said = &words[place..end];
        let is_no_alone = fillers == 0 && matches!(said, [no] if no.lower == "no");
        let mut is_strong = is_strong || said[begun..].iter().any(|word| word.is(&MAKE_STRONG));
        let ends_with_denial = said.last().is_some_and(|last| last.is(&DENIES));
        let denied = ends_with_denial.then(|| named_again(before, &words[end..])).flatten();
        if let Some(denied) = &denied {
            end += denied.len();
            end += interregnum(&words[end..]);
        }
        let (length, behind) = marked_behind(&words[end..]);
        is_strong |= behind.is_some();
        let meant = &words[end..end + length];
        let is_last = behind.as_ref().map_or(length, |it| length + it.len()) == words.len() - end;
        let behind = behind.map(|it| words[end + it.start].range.start..words[end + it.end - 1].range.end);
        let stands_for_it = meant.first().is_some_and(|first| !first.is(&JOINS));
        (!before.is_empty() && stands_for_it).then_some(Self {
            before,
            denied,
            is_strong,
            is_no_alone,
            meant,
            is_last,
            behind,
        })
    }

    /// What goes, and what stands for it.
    fn splices(&self, text: &str, places: impl Fn(&str) -> Vec<Range<usize>>) -> Option<Vec<(Range<usize>, String)>> {
        let back = self.reparandum(|| places(text))?;
        let (first, last) = (&self.meant[0].range, &self.meant[self.meant.len() - 1].range);
        let said = &text[first.start..last.end];
        let is_fragment = self.is_last && self.meant.len() <= FRAGMENT && !asks_something(said);
        let mut splices = Vec::with_capacity(2);
        let end_of_before = self.before[self.before.len() - 1].range.end;
        if is_fragment && back.end < self.before.len() {
            // What stands between is still asked: *ke Jakarta kapan, eh ke Ambon*.
            splices.push((self.before[back.start].range.start..self.before[back.end - 1].range.end, said.to_owned()));
            splices.push((end_of_before..self.behind.as_ref().map_or(last.end, |it| it.end), String::new()));
        } else {
            splices.push((self.before[back.start].range.start..first.start, String::new()));
            splices.extend(self.behind.clone().map(|behind| (last.end..behind.end, String::new())));
        }
        Some(splices)
    }

    /// Where among the words before it that stands which is taken back; `None` where nothing seems to be.
    fn reparandum(&self, places: impl Fn() -> Vec<Range<usize>>) -> Option<Range<usize>> {
        let (before, first) = (self.before, &self.meant[0]);
        let anew = before.iter().enumerate().rev().take(BACK).find(|(_, word)| word.lower == first.lower);
        let may_begin = first.lower.len() > 1 && (self.is_strong || !self.is_no_alone || first.is(&RESTARTS));
        let is_begun_anew = anew.is_some() && may_begin;
        if let Some(denied) = self.denied.clone().filter(|_| !is_begun_anew) {
            return Some(denied);
        }
        if let Some((start, _)) = anew.filter(|_| is_begun_anew) {
            return Some(start..before.len().min(start + self.meant.len()));
        }
        let numbers = before.iter().rev().take_while(|word| word.is_number()).count();
        if numbers > 0 && first.is_number() {
            return Some(before.len() - numbers..before.len());
        }
        let places = places();
        let begins_a_place = |word: &Word| places.iter().any(|place| place.start == word.range.start);
        let is_place = begins_a_place(first);
        // Another word stands for one, and the same goes on: *the boat race, no sorry, yacht race*.
        let goes_on = |second: &Word| before.iter().rposition(|word| word.lower == second.lower)?.checked_sub(1);
        let is_of_a_kind = |start: &usize| self.is_strong || is_place && begins_a_place(&before[*start]);
        let beside = self.meant.get(1).and_then(goes_on).filter(|start| start + BACK >= before.len());
        if let Some(start) = beside.filter(is_of_a_kind) {
            return Some(start..before.len().min(start + self.meant.len()));
        }
        let place = places.iter().find(|place| place.end == before[before.len() - 1].range.end).filter(|_| is_place);
        if let Some(place) = place {
            let start = before.iter().position(|word| word.range.start >= place.start)?;
            return Some(start..before.len());
        }
        (self.is_strong && !asks_something(&first.lower)).then(|| before.len() - 1..before.len())
    }
}

/// With how many of its first words an interregnum begins, and whether these are strong; `None` where none does.
fn begins(words: &[Word]) -> Option<(usize, bool)> {
    let both = |listed: &[[&str; 2]]| {
        words.get(1).is_some_and(|second| listed.iter().any(|it| words[0].lower == it[0] && second.lower == it[1]))
    };
    match &words[0] {
        _ if both(&STRONG_TOGETHER) => Some((2, true)),
        _ if both(&WEAK_TOGETHER) => Some((2, false)),
        word if word.is(&STRONG) => Some((1, true)),
        word if word.is(&WEAK) => Some((1, false)),
        _ => None,
    }
}

/// How many of the first `words` are those of an interregnum.
fn interregnum(words: &[Word]) -> usize {
    words.iter().take_while(|word| word.is(&WEAK) || word.is(&STRONG) || word.is(&BESIDE)).count()
}

/// Where those first words of `behind` stand in `before` that are named there, too, up to three of them.
fn named_again(before: &[Word], behind: &[Word]) -> Option<Range<usize>> {
    let same = |length: usize| {
        let named = behind.get(..length)?;
        let at =
            before.windows(length).rposition(|it| it.iter().zip(named).all(|(one, other)| one.lower == other.lower));
        at.map(|at| at..at + length)
    };
    (1..=3).rev().find_map(same)
}

/// How many of `words` are the repair, and where that stands which says behind it that it is one.
fn marked_behind(words: &[Word]) -> (usize, Option<Range<usize>>) {
    let is_mark = |at: usize, mark: &&[&str]| {
        let here = words.get(at..at + mark.len());
        here.is_some_and(|here| here.iter().zip(*mark).all(|(word, mark)| word.lower == **mark))
    };
    let mark_at = |at: usize| BEHIND.iter().find(|mark| is_mark(at, mark)).map(|mark| at..at + mark.len());
    (1..=FRAGMENT.min(words.len())).find_map(mark_at).map_or((words.len(), None), |mark| (mark.start, Some(mark)))
}

/// What goes where a word of Japanese `text` is taken back for another: all of its letters of one kind, and what says so.
fn taken_back_in_japanese(text: &str) -> Option<Range<usize>> {
    let (at, said) = TAKES_BACK_JA.iter().find_map(|said| text.find(said).map(|at| (at, said)))?;
    let is_pause = |it: char| matches!(it, '、' | '。' | ' ' | '…' | '　' | 'あ');
    let before = text[..at].trim_end_matches(is_pause);
    let behind = text[at + said.len()..].trim_start_matches(is_pause);
    let word = before.trim_end_matches(['は', 'が', 'の', 'に', 'で', 'を', 'と', 'へ']);
    let is_of_a_word = |it: char| it.is_alphanumeric() && !('ぁ'..='ん').contains(&it);
    let start = word.trim_end_matches(is_of_a_word).len();
    (start < word.len() && !behind.is_empty()).then(|| start..text.len() - behind.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `text` without what is taken back, where these alone are places.
    fn restated(text: &str) -> Cow<'_, str> {
        let places = |text: &str| {
            let is_place = |word: &Range<usize>| {
                is_one_of(&text[word.clone()], &["ambon", "hamamatsu", "tokyo", "kyoto", "darwin", "metz"])
            };
            word_ranges(text).filter(is_place).collect()
        };
        without_what_was_restated(Cow::Borrowed(text), places)
    }

    #[test]
    fn what_is_taken_back_is_left_out() {
        for (text, expect) in [
            ("which city in the Netherlands er no which city in Germany", "which city in Germany"),
            ("people of Hamamatsu, no excuse me, of Ambon how many", "people of Ambon how many"),
            ("the boat race no sorry the yacht race from Darwin", "the yacht race from Darwin"),
            (
                "how many joined in 2014 oh no I want 2019, when Ambon got in",
                "how many joined in 2019, when Ambon got in",
            ),
            ("signed in eighty eight er ninety eight where", "signed in ninety eight where"),
            ("singers from Bali... no Maluku it was, famous ones", "singers from Maluku, famous ones"),
            ("did it build a school there no not a school I mean a clinic", "did it build a clinic there"),
            ("kapan Ambon jadi kota musik eh bukan Ambon deh Hamamatsu maksud aku", "kapan Hamamatsu jadi kota musik"),
            ("mulai tahun sembilan puluh eh tujuh puluh berapa", "mulai tahun tujuh puluh berapa"),
            ("pabrik mobil eh pabrik alat musik apa saja", "pabrik alat musik apa saja"),
            ("ada berapa kota gastronomi, ralat, kota musik di dunia", "ada berapa kota musik di dunia"),
            ("Havana datang ke Jakarta kapan, ngg ke Ambon maksudnya", "Havana datang ke Ambon kapan"),
            ("penyanyi dari Bali, aduh Maluku maksudnya, siapa", "penyanyi dari Maluku, siapa"),
            ("kampus namanya apa ya leiden eh bukan yang di zeeland itu", "kampus namanya apa ya yang di zeeland itu"),
            ("the mayor or rather the head of the office", "the head of the office"),
            ("who came in 1990 wait no 1989", "who came in 1989"),
            ("in which year in Ambon, I mean in Darwin, was it", "in which year in Darwin, was it"),
            ("the boat race no sorry yacht race from Darwin", "the yacht race from Darwin"),
            ("does the museum in ambon no sorry in hamamatsu have", "does the museum in hamamatsu have"),
            ("how many live in hamamatsu no wait ambon", "how many live in ambon"),
            ("who is the mayor of ambon, i mean hamamatsu", "who is the mayor of hamamatsu"),
            ("from tokyo no kyoto for its firemen", "from kyoto for its firemen"),
            ("kapan kyoto eh salah hamamatsu teken", "kapan hamamatsu teken"),
            ("kapan kyoto, eh maksud gw hamamatsu teken", "kapan hamamatsu teken"),
            ("ambon sama metz, eh darwin sama metz, kapan", "darwin sama metz, kapan"),
            ("is ambon and kyoto, i mean hamamatsu and kyoto, old", "is hamamatsu and kyoto, old"),
            ("ambon sama metz, eh darwin, kapan", "ambon sama darwin, kapan"),
            ("berapa negara bukan deng kota yang masuk", "berapa kota yang masuk"),
            ("浜松が入ったのは2013年いや違う2014年の何月", "浜松が入ったのは2014年の何月"),
            ("ピアノ、あ違う、バイオリンのコンクールは", "バイオリンのコンクールは"),
        ] {
            assert_eq!(restated(text), expect);
        }
    }

    #[test]
    fn what_is_not_taken_back_stays() {
        for text in [
            "is there no museum in Ambon",
            "which city has no city hall",
            "how long did they wait until they signed",
            "is ambon a city of music, yes or no",
            "kota musik no 7 atau no 8",
            "the agreement has no date",
            "no wait, when was that",
            "oh no",
            "Ambon is a city of music, not of jazz",
            "kota musik bukan kota industri",
            "eh kapan ambon jadi kota musik",
            "kapan ambon jadi kota musik eh",
            "di darwin dulu eh atau di ambon dulu",
            "apa yang salah di berita itu",
            "wie geht das, er er nein",
            "did they actually sign it",
            "maksudnya apa soft diplomacy itu",
            "kota kembar itu maksudnya apa",
            "what does Darwin mean to Ambon",
            "kenapa Kyoto maaf ke Ambon",
            "ambon bukan hamamatsu",
            "is Ambon not in Japan",
            "no, Ambon",
            "sorry to ask, who is the mayor",
            "who is the mayor, sorry",
            "浜松はもといた市長の街ですか",
            "いや違う、それは何年",
            "",
        ] {
            assert_eq!(restated(text), text);
        }
    }
}
