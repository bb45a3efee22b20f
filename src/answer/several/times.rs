//! One thing that is asked of two times, joined by a word: *how large was it in 2014 and 2019*, *the mayor now and the one from 2009*.

use std::ops::Range;

use super::each::asks_of_both;
use crate::language::{has_digit, is_one_of, word_ranges, year_in_digits};

/// What says that it is today.
const NOW: [&str; 7] = ["now", "today", "currently", "nowadays", "sekarang", "skrg", "skarang"];
/// What joins the two.
const JOINTS: [&str; 7] = ["and", "&", "vs", "versus", "dan", "serta", "sama"];
/// What may stand before the second, beside what joins them.
#[rustfmt::skip]
const BESIDE: [&str; 13] = ["in", "from", "of", "for", "at", "back", "the", "one", "pada", "tahun", "thn", "yang", "yg"];

/// What `text` asks of each of two times that stand side by side in it, one of them a year; `None` where there are no two, or where what
/// is asked may be of both together. In Latin letters alone.
pub(super) fn at_each_time(text: &str) -> Option<[String; 2]> {
    if !has_digit(text) {
        return None;
    }
    let is_now = |range: &Range<usize>| is_one_of(&text[range.clone()], &NOW);
    let is_time = |range: &Range<usize>| year_in_digits(&text[range.clone()]).is_some() || is_now(range);
    let mut times = word_ranges(text).filter(is_time);
    let (one, other) = (times.next()?, times.next()?);
    if times.next().is_some() || is_now(&one) && is_now(&other) {
        return None;
    }
    let between = || text[one.end..other.start].split_whitespace().map(|word| word.trim_matches([',', '.']));
    let joints = between().filter(|word| is_one_of(word, &JOINTS)).count();
    let says_no_more = between().all(|word| word.is_empty() || is_one_of(word, &JOINTS) || is_one_of(word, &BESIDE));
    if joints != 1 || !says_no_more || asks_of_both(&text.to_lowercase()) {
        return None;
    }
    let (before, behind) = (&text[..one.start], &text[other.end..]);
    let of_one = |time: &Range<usize>| {
        // *In 2009 and now*: not *in now*.
        let before = if is_now(time) { without_last(before) } else { before };
        [before, &text[time.clone()], behind].concat()
    };
    Some([of_one(&one), of_one(&other)])
}

/// What stands before a time, without the word that leads to a year.
fn without_last(before: &str) -> &str {
    let last = word_ranges(before).last().filter(|last| is_one_of(&before[last.clone()], &BESIDE));
    last.map_or(before, |last| &before[..last.start])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn what_is_asked_of_two_times_is_asked_of_each() {
        for (text, expect) in [
            ("size in 2014 and 2019?", Some(["size in 2014?", "size in 2019?"])),
            ("mayor now and the one from 2009", Some(["mayor now", "mayor 2009"])),
            ("the mayors in 2009 and today", Some(["the mayors in 2009", "the mayors today"])),
            ("jumlah kota tahun 2014 dan 2019", Some(["jumlah kota tahun 2014", "jumlah kota tahun 2019"])),
            ("how did it grow between 2014 and 2019", None),
            ("from 2014 to 2019", None),
            ("signed in 1988 or 1989", None),
            ("Hamamatsu in 2014 and Ambon in 2019", None),
            ("was it in 1999", None),
            ("now and today", None),
            ("", None),
        ] {
            assert_eq!(at_each_time(text), expect.map(|parts| parts.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn of_two_times_each_is_told() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("mayor of hamamatsu now and in 2009", &["Nakano Yusuke", "Suzuki Yasutomo"][..]),
            ("size of the unesco network 2014 vs 2019", &["69 cities", "246 cities"]),
            ("number of instruments in 1995 and now", &[]),
            ("was the agreement with darwin signed in 1988 and 1989", &["28 October 1988"]),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let told: Vec<&str> = answer.answering().map(|(passage, _)| passage.text.as_str()).collect();
            assert_eq!(told.len(), expect.len(), "{question}: {told:?}");
            let is_told = |it: &&str| told.iter().any(|told| told.contains(*it));
            assert!(expect.iter().all(is_told), "{question}: {told:?}");
        }
    }
}
