//! Several things that are asked with one verb: *when and where was it signed*, *kapan dan oleh siapa*, いつどこで.

use std::ops::Range;

use super::indefinite::is_indefinite;
use super::words::long_form;
use crate::language::{is_cjk, word_ranges};

/// The most things that are taken for asked together.
const MOST: usize = 3;

/// What asks for one thing, in Latin letters, the longer before what it begins with.
#[rustfmt::skip]
const ASKS: [&[&str]; 46] = [
    &["for", "how", "long"], &["how", "long"], &["berapa", "lama"],
    &["in", "what", "year"], &["in", "which", "year"], &["on", "what", "date"], &["in", "which", "city"], &["in", "what", "city"],
    &["pada", "tahun", "berapa"], &["di", "kota", "mana"], &["what", "year"], &["which", "year"], &["what", "date"], &["which", "city"],
    &["what", "city"], &["by", "whom"], &["by", "who"], &["with", "whom"], &["with", "who"], &["how", "many"], &["how", "much"],
    &["tahun", "berapa"], &["tanggal", "berapa"], &["bulan", "apa"], &["kota", "mana"], &["oleh", "siapa"], &["sama", "siapa"],
    &["dengan", "siapa"], &["di", "mana"], &["ke", "mana"], &["dari", "mana"], &["when"], &["where"], &["who"], &["whom"], &["why"],
    &["kapan"], &["dimana"], &["kemana"], &["darimana"], &["siapa"], &["berapa"], &["kenapa"], &["mengapa"], &["bagaimana"], &["gimana"],
];
/// The same, of what asks for no kind of thing by itself: only where a word joins it.
const ASKS_ANYTHING: [&[&str]; 3] = [&["what"], &["apa"], &["how"]];
/// Words that join two of them, and two questions.
pub(crate) const AND: [&str; 9] = ["and", "&", "dan", "serta", "sama", "trus", "terus", "lalu", "plus"];
/// Words that may stand beside those.
pub(super) const BESIDE: [&str; 6] = ["saja", "aja", "exactly", "persisnya", "also", "juga"];

/// What asks for one thing, in Japanese, with the particle behind it.
#[rustfmt::skip]
const ASKS_JA: [&str; 27] = [
    "いつごろ", "いつ頃", "いつ", "何年何月に", "何月何日に", "何月何日", "何年に", "何年", "どこで", "どこに", "どこへ", "どこから", "どこ", "誰によって", "誰が",
    "誰に", "誰と", "誰", "だれが", "だれと", "だれ", "何人で", "何人が", "何人", "なぜ", "どうして", "どうやって",
];
/// How these begin.
const BEGINNINGS_JA: [char; 6] = ['い', '何', 'ど', '誰', 'だ', 'な'];
/// What may stand between two of them.
const AND_JA: [&str; 9] = ["", "、", "・", "と", "に", "で", "、そして", "そして", "で、"];

/// Each of the things that `question` asks together, as a question by itself; `None` where it asks for one, or for more than three.
#[must_use]
pub fn asked_together(question: &str) -> Option<Vec<String>> {
    let run = asking_runs(question);
    let is_repeated =
        |place: usize| run[..place].iter().any(|other| question[other.clone()] == question[run[place].clone()]);
    if !(2..=MOST).contains(&run.len()) || (1..run.len()).any(is_repeated) {
        return None;
    }
    let (start, end) = (run[0].start, run[run.len() - 1].end);
    // Between two verbs each has its own: *it began when and why did it stop*.
    let says_more = |text: &str| text.contains(char::is_alphanumeric);
    if !question.contains(is_cjk) && says_more(&question[..start]) && says_more(&question[end..]) {
        return None;
    }
    Some(run.into_iter().map(|asks| [&question[..start], &question[asks], &question[end..]].concat()).collect())
}

/// What asks in `question`, in bytes: several where they stand side by side, or else the last.
pub(super) fn asking_runs(question: &str) -> Vec<Range<usize>> {
    if question.contains(is_cjk) { run_in_japanese(question) } else { run_in_latin(question) }
}

/// The first several words of `question` that ask, side by side.
fn run_in_latin(question: &str) -> Vec<Range<usize>> {
    let ranges: Vec<_> = word_ranges(question).collect();
    let folded: Vec<String> = ranges.iter().map(|range| question[range.clone()].to_lowercase()).collect();
    let words: Vec<&str> = folded.iter().map(|word| long_form(word)).collect();
    let mut run: Vec<Range<usize>> = Vec::new();
    let mut all_of_a_kind = true;
    let mut place = 0;
    while place < words.len() {
        let asks_at =
            |asks: &[&[&str]]| asks.iter().find(|asks| words[place..].starts_with(asks)).map(|asks| asks.len());
        let (of_a_kind, of_any) = (asks_at(&ASKS), asks_at(&ASKS_ANYTHING));
        let Some(length) = of_a_kind.or(of_any) else {
            place += 1;
            continue;
        };
        let asks = ranges[place].start..ranges[place + length - 1].end;
        all_of_a_kind &= of_a_kind.is_some();
        if run.last().is_some_and(|last| !joins(&question[last.end..asks.start], all_of_a_kind)) {
            if run.len() > 1 {
                break;
            }
            run.clear();
            all_of_a_kind = of_a_kind.is_some();
        }
        run.push(asks);
        place += length;
    }
    run
}

/// Does what stands between two words that ask join them; with no word for *and* only where they ask for a kind of thing.
fn joins(between: &str, are_of_a_kind: bool) -> bool {
    let words = between.split([' ', ',', '/']).filter(|word| !word.is_empty()).map(str::to_lowercase);
    let (and, other): (Vec<String>, Vec<String>) = words.partition(|word| AND.contains(&word.as_str()));
    other.iter().all(|word| BESIDE.contains(&word.as_str())) && (are_of_a_kind || !and.is_empty())
}

/// The same in Japanese.
fn run_in_japanese(question: &str) -> Vec<Range<usize>> {
    let mut run: Vec<Range<usize>> = Vec::new();
    let mut at = 0;
    while let Some(first) = question[at..].chars().next() {
        let all = if BEGINNINGS_JA.contains(&first) { &ASKS_JA[..] } else { &[] };
        let Some(asks) = all.iter().find(|asks| question[at..].starts_with(**asks)) else {
            at += first.len_utf8();
            continue;
        };
        let range = at..at + asks.len();
        at = range.end;
        // いつも, どこか, 誰も ask for nothing; どこの asks for what follows.
        let is_nothing = is_indefinite(&question[..range.start], asks, &question[at..]);
        if is_nothing || question[at..].starts_with('の') {
            run.clear();
            continue;
        }
        if run.last().is_some_and(|last| !AND_JA.contains(&&question[last.end..range.start])) {
            if run.len() > 1 {
                break;
            }
            run.clear();
        }
        run.push(range);
    }
    run
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_of_what_is_asked_together_is_asked_by_itself() {
        for (question, expect) in [
            ("when and where was it signed", &["when was it signed", "where was it signed"][..]),
            (
                "When, where and by whom was it signed?",
                &["When was it signed?", "where was it signed?", "by whom was it signed?"],
            ),
            (
                "in what year and by whom was Yamaha founded",
                &["in what year was Yamaha founded", "by whom was Yamaha founded"],
            ),
            ("what and where is it", &["what is it", "where is it"]),
            ("kapan dan di mana MoU diteken", &["kapan MoU diteken", "di mana MoU diteken"]),
            ("MoU diteken dmn & kpn?", &["MoU diteken dmn?", "MoU diteken kpn?"]),
            ("thn brp & sapa yg dirikan", &["thn brp yg dirikan", "sapa yg dirikan"]),
            ("kapan, di mana?", &["kapan?", "di mana?"]),
            ("siapa saja dan kapan berkunjung", &["siapa berkunjung", "kapan berkunjung"]),
            ("協定はいつどこで調印されましたか", &["協定はいつ調印されましたか", "協定はどこで調印されましたか"]),
            ("ヤマハはいつ、誰が創業したの", &["ヤマハはいつ創業したの", "ヤマハは誰が創業したの"]),
            ("いつ何人で来た", &["いつ来た", "何人で来た"]),
            ("称号はいつどこでもらったの", &["称号はいつもらったの", "称号はどこでもらったの"]),
        ] {
            let asked = asked_together(question).unwrap_or_default();
            assert_eq!(asked, expect, "{question}");
        }
    }

    #[test]
    fn what_asks_in_japanese_begins_with_one_of_few_characters() {
        assert!(ASKS_JA.iter().all(|asks| asks.starts_with(BEGINNINGS_JA)));
    }

    #[test]
    fn one_thing_is_not_asked_together() {
        for question in [
            "when was it signed",
            "when it was signed, who came",
            "so what, when was it",
            "the race began when and why did it stop",
            "apa kapan",
            "who signed it and when did he leave",
            "いつ調印されましたか",
            "いつもどこで会うの",
            "いつどこの大学が来たの",
            "誰か、いつか分かりますか",
            "誰でもいつ行けますか",
            "姉妹都市はどことどこ",
            "when, where, why and by whom",
            "",
        ] {
            assert_eq!(asked_together(question), None, "{question}");
        }
    }
}
