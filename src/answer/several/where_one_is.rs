//! Where somebody says that they are in one breath with what they ask: *I live in Surabaya but how many people live in
//! Ambon*, *salam dari Jakarta, …*, 大阪出身ですが….

use crate::answer::Answerer;
use crate::language::{asks_something, is_cjk, is_one_of, word_ranges};

/// How it begins, in Latin letters: *I live*, *greetings*, *for my class*, *as a*.
#[rustfmt::skip]
const BEGINS: [&str; 40] = [
    "i'm", "i’m", "im", "i", "we're", "we’re", "we", "hi", "hello", "hey", "greetings", "asking", "writing",
    "calling", "as", "for", "student",
    "saya", "sy", "aku", "ak", "gw", "gue", "beta", "kami", "kita", "halo", "hai", "salam", "bertanya", "tanya",
    "nanya", "sebagai", "untuk", "buat",
    "orang", "warga", "anak", "dari", "from",
];
/// What joins the place to it, and what is right before who comes from a country.
const PLACED: [&str; 7] = ["from", "in", "dari", "di", "asal", "orang", "warga"];
const OF_A_COUNTRY: [&str; 2] = ["a", "an"];
/// What may stand between that and the place.
const BETWEEN: [&str; 6] = ["the", "city", "town", "of", "kota", "kabupaten"];
/// What says in the same breath that something is asked, before the place: whoever asks where is asks of it.
const ASKS: [&str; 8] = ["who", "what", "which", "when", "how", "siapa", "apa", "berapa"];
/// The most words up to the place.
const MOST_WORDS: usize = 10;
/// What joins to it what is asked.
const JOINTS: [&str; 12] =
    ["and", "but", "so", "here", "dan", "tapi", "tetapi", "jadi", "nih", "though", "originally", "now"];
/// Where one was, which is not where one asks of where *but* follows: *I've been to Kyoto but never to Hamamatsu*.
const BEEN: [&str; 6] =
    ["i've been to ", "i have been to ", "i’ve been to ", "aku pernah ke ", "saya pernah ke ", "pernah ke "];
const BUT: [&str; 4] = ["but", "tapi", "tetapi", "namun"];
const BEEN_JA: [&str; 3] = ["には行ったことが", "に行ったことが", "へ行ったことが"];

/// What says it behind the place in Japanese, and what ends it there.
#[rustfmt::skip]
const SAID_JA: [&str; 12] = [
    "出身", "在住", "に住んで", "から質問", "から来", "から失礼", "から聞", "からです", "人です", "人ですが", "の者", "の学生",
];
#[rustfmt::skip]
const ENDS_JA: [&str; 9] = ["ですが", "ますが", "ですけど", "ますけど", "だけど", "なので", "、", "。", "："];
/// What a city and its people are called.
const OF_A_CITY_JA: [char; 4] = ['市', '県', '府', '都'];

impl Answerer {
    /// What `text` asks, where it says before, in one breath, where who asks it is; `None` where it does not.
    pub(super) fn behind_where_one_is<'t>(&self, text: &'t str) -> Option<&'t str> {
        let places = || {
            let mentions = self.names().mentions(text).into_iter();
            mentions.filter(|it| self.names().is_place(it.term) || self.names().is_region(it.term))
        };
        let place = places().next()?.range;
        let (before, behind) = text.split_at_checked(place.end).map(|(_, behind)| (&text[..place.start], behind))?;
        let rest = if text.contains(is_cjk) {
            behind_in_japanese(before, behind)?
        } else if says_where(before) {
            without_joints(behind)
        } else {
            return None;
        };
        (rest.len() < behind.len() && asks_something(rest)).then_some(rest)
    }

    /// What stands behind where `text` says that somebody was, where another place stands against that: *I've been to
    /// Kyoto, but never to Hamamatsu. Who is its mayor?*
    pub(super) fn against_where_one_was<'t>(&self, text: &'t str) -> Option<&'t str> {
        let mut places = self.names().mentioned_places(text);
        let first = places.next()?.range;
        // One name may be of two places.
        let second = places.find(|it| it.range.start >= first.end)?.range;
        let (before, between) = (text[..first.start].to_lowercase(), &text[first.end..second.start]);
        let rest = if text.contains(is_cjk) {
            let is_so = before.is_empty() && BEEN_JA.iter().any(|been| between.starts_with(been));
            is_so
                .then(|| between.find('が').and_then(|_| between.rfind('が')))
                .flatten()
                .map(|at| at + 'が'.len_utf8())?
        } else {
            let mut words = word_ranges(between);
            let is_so = BEEN.contains(&before.trim_start_matches([' ', ',']));
            words.next().filter(|word| is_so && is_one_of(&between[word.clone()], &BUT))?.end
        };
        let rest = text[first.end + rest..].trim_start_matches(['、', ',', ' ']);
        asks_something(rest).then_some(rest)
    }
}

/// Does `text` begin with what it is asked for, *for my class*, where nobody asks of the place of that.
pub(super) fn begins_with_a_work(text: &str) -> bool {
    const FOR: [&str; 3] = ["for", "untuk", "buat"];
    word_ranges(text).next().is_some_and(|first| is_one_of(&text[first], &FOR))
}

/// Does `before`, which stands before a place, say that somebody is there.
fn says_where(before: &str) -> bool {
    let words: Vec<&str> = word_ranges(before).map(|range| &before[range]).collect();
    let begins = before.split_whitespace().next().is_some_and(|first| is_one_of(first, &BEGINS));
    let last = words.iter().rev().find(|word| !is_one_of(word, &BETWEEN));
    let is_placed = last.is_some_and(|last| {
        is_one_of(last, &PLACED)
            || is_one_of(last, &OF_A_COUNTRY) && words.first().is_some_and(|it| is_one_of(it, &["as", "i"]))
    });
    begins && is_placed && words.len() <= MOST_WORDS && !words.iter().any(|word| is_one_of(word, &ASKS))
}

/// `behind` without what joins it to what is said before.
fn without_joints(behind: &str) -> &str {
    let mut rest = behind;
    loop {
        rest = rest.trim_start_matches([' ', ',', ':', ';', '-', '.', '–', '—', '!']);
        let word = rest.split([' ', ',']).next().unwrap_or_default();
        if word.is_empty() || !is_one_of(word, &JOINTS) {
            return rest;
        }
        rest = &rest[word.len()..];
    }
}

/// What is asked in `behind` a place, with which a Japanese message begins, behind where that says that somebody is there.
fn behind_in_japanese<'t>(before: &str, behind: &'t str) -> Option<&'t str> {
    if !before.trim().is_empty() {
        return None;
    }
    let said = behind.trim_start_matches(OF_A_CITY_JA);
    let is_said = SAID_JA.iter().any(|it| said.starts_with(it));
    let end = ENDS_JA.iter().filter_map(|end| said.find(end).map(|at| at + end.len())).min();
    Some(said[end.filter(|_| is_said)?..].trim_start_matches(['、', '。', '：', ' ', '　']))
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn where_one_is_in_one_breath_with_what_one_asks_hides_no_answer() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("I'm from Osaka and I'd like to know who the mayor of Hamamatsu is", Some("Nakano")),
            ("I live in Surabaya but how many people live in Ambon?", Some("394,415")),
            ("greetings from Jakarta, how many people live in Ambon?", Some("394,415")),
            ("Asking from Sydney: when did Darwin and Ambon sign their agreement?", Some("1988")),
            ("for my class in Amsterdam: which was Ambon's first sister city?", Some("Vlissingen")),
            ("as a German I'd like to know who is the mayor of Hamamatsu", Some("Nakano")),
            ("Saya dari Surabaya dan ingin tahu siapa wali kota Hamamatsu", Some("Nakano")),
            ("salam dari makassar berapa jumlah penduduk ambon", Some("394.415")),
            ("Aku pernah ke Kyoto, tapi belum pernah ke Hamamatsu. Siapa wali kotanya?", Some("Nakano")),
            ("大阪出身ですが浜松市長は誰ですか", Some("中野")),
            ("大阪から質問です：浜松市長は誰ですか", Some("中野")),
            ("京都には行ったことがありますが浜松はありません。市長は誰ですか？", Some("中野")),
            // What is asked is of the place itself.
            ("I'm from Ambon and I'd like to know who the mayor of Osaka is", None),
            ("I'm from Osaka and I'd like to know who our mayor is", None),
            ("I'm in Osaka and want to know how far Hamamatsu is", None),
            ("how many people came from Jakarta to Surabaya", None),
            ("大阪出身ですが市長は誰ですか", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages().first().filter(|_| answer.is_found());
            let told = best.is_some_and(|best| expect.is_some_and(|expect| best.text.contains(expect)));
            assert_eq!((best.is_some(), told), (expect.is_some(), expect.is_some()), "{question}");
        }
    }
}
