//! Who does something to whom: who gives, teaches, wishes, goes or reports, and who is given to, taught, wished of,
//! visited. A question may have the two in each other's place.

use std::ops::Range;

use crate::language::{is_cjk, is_one_of, sentences, word_ranges};

/// What is done, as far as it is of somebody to somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    /// Giving, sending, helping.
    Giving,
    /// Teaching.
    Teaching,
    /// Wishing and asking for something.
    Wishing,
    /// Going, coming, visiting.
    Going,
    /// Reporting.
    Reporting,
    /// Meeting somebody, of whom nothing is said to have met first.
    Meeting,
}

/// Something done, with those who are named beside it, each by a number of whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deed {
    /// What is done.
    pub doing: Doing,
    /// Who does it, where one is told.
    pub actor: Option<usize>,
    /// Those to whom it is done.
    pub receivers: Vec<usize>,
}

/// Words in which it is told, in Latin letters.
#[rustfmt::skip]
const WORDS: [(Doing, &[&str]); 6] = [
    (Doing::Giving, &[
        "give", "gives", "gave", "given", "send", "sends", "sent", "award", "awarded", "donate", "donated",
        "grant", "granted", "help", "helps",
        "helped", "assist", "assisted", "support", "supported", "memberi", "memberikan", "beri", "berikan",
        "diberi", "diberikan", "kasih",
        "dikasih", "mengirim", "mengirimkan", "kirim", "kirimkan", "dikirim", "dikirimkan", "menyumbang",
        "menyumbangkan", "disumbangkan",
        "membantu", "bantu", "dibantu", "mendukung", "didukung",
    ]),
    (Doing::Teaching, &[
        "teach", "teaches", "taught", "train", "trained", "mengajar", "mengajari", "mengajarkan", "ajari",
        "ajarkan", "diajar", "diajari",
        "diajarkan", "melatih", "dilatih",
    ]),
    (Doing::Wishing, &[
        "want", "wants", "wanted", "wish", "wishes", "wished", "hope", "hopes", "hoped", "ask", "asks", "asked",
        "request", "requested",
        "ingin", "pengen", "pingin", "keinginan", "berharap", "meminta", "minta", "diminta", "memohon",
    ]),
    (Doing::Going, &[
        "visit", "visits", "visited", "come", "comes", "came", "go", "went", "travel", "travelled",
        "mengunjungi", "berkunjung", "dikunjungi",
        "kunjungi", "kunjungan", "datang", "pergi",
    ]),
    (Doing::Reporting, &["report", "reports", "reported", "melapor", "melaporkan", "lapor", "dilaporkan"]),
    (Doing::Meeting, &["meet", "meets", "met", "bertemu", "menemui", "temui", "ditemui", "ketemu"]),
];
/// How they begin in Japanese.
const WORDS_JA: [(Doing, &[&str]); 6] = [
    (Doing::Giving, &["与え", "送", "贈", "あげ", "認定", "授与", "支援", "援助", "助け", "手伝"]),
    (Doing::Teaching, &["教え", "指導"]),
    (Doing::Wishing, &["望", "たい", "求め", "頼", "依頼", "要請"]),
    (Doing::Going, &["訪", "来"]),
    (Doing::Reporting, &["報告"]),
    (Doing::Meeting, &["面会", "会っ"]),
];
/// What makes of such a word in Japanese that it is done by another one: 支援された, 支援を受けた.
const REVERSED_JA: [&str; 8] = ["され", "られ", "れた", "れて", "れま", "を受", "をもら", "しても"];

/// What stands before one who neither does it nor has it done: *Havana in Cuba*.
#[rustfmt::skip]
const APART: [&str; 16] = [
    "in", "at", "di", "to", "ke", "kepada", "with", "dengan", "about", "tentang", "soal", "by", "oleh", "between",
    "antara", "menurut",
];
const BY: [&str; 2] = ["by", "oleh"];
const FROM: [&str; 2] = ["from", "dari"];
/// What makes a word that may be a noun one, *the visit of*, and those that are.
const OF: [&str; 1] = ["of"];
const NOUNS: [&str; 2] = ["keinginan", "kunjungan"];
/// What makes a noun of a word that it stands before: *got* ***a*** *report from*.
const ARTICLES: [&str; 4] = ["a", "the", "any", "no"];
/// What joins two that do it together.
const JOINS: [&str; 6] = ["-", "–", "and", "dan", "&", "sama"];
/// What may stand between a name and whatever its word is: *by the city of*.
const LEADING: [&str; 7] = ["the", "city", "of", "kota", "pihak", "pemkot", "town"];
/// What asks who did it, between a name that did not and the word: *Bandung who taught*; not *it was Kyoto who helped*.
const WHO: [&str; 4] = ["who", "siapa", "siapa yang", "siapa yg"];
const IT_IS: [&str; 5] = ["it", "is", "was", "it's", "isn't"];
/// What stands before the one who does it in a question, and so behind those who do not: *which ministry* ***did*** *they report to*.
const DID: [&str; 3] = ["did", "does", "do"];
/// What parts clauses.
const MARKS: [char; 8] = [',', ';', ':', '?', '!', '\n', '(', ')'];

/// Does a word of `text` tell that somebody does something to somebody.
#[must_use]
pub fn names_a_deed(text: &str) -> bool {
    if text.contains(is_cjk) {
        return WORDS_JA.iter().any(|(_, words)| words.iter().any(|word| text.contains(word)));
    }
    word_ranges(text).any(|word| doing(&text[word]).is_some())
}

/// What is done as a word in Latin letters tells.
fn doing(word: &str) -> Option<Doing> {
    WORDS.iter().find(|(_, words)| is_one_of(word, words)).map(|(doing, _)| *doing)
}

/// The deeds that `text` tells plainly of those who are `named` in it, in order, each with its number.
#[must_use]
pub fn deeds(text: &str, named: &[(Range<usize>, usize)]) -> Vec<Deed> {
    if named.is_empty() {
        return Vec::new();
    }
    let of_sentence = |sentence: Range<usize>| {
        let said = &text[sentence.clone()];
        let is_within = |range: &Range<usize>| sentence.contains(&range.start) && range.end <= sentence.end;
        let named = named.iter().filter(|(range, _)| is_within(range));
        let moved = |range: &Range<usize>| range.start - sentence.start..range.end - sentence.start;
        let named: Vec<_> = named.map(|(range, who)| (moved(range), *who)).collect();
        if said.contains(is_cjk) { in_japanese(said, &named) } else { in_latin(said, &named) }
    };
    sentences(text).into_iter().flat_map(of_sentence).collect()
}

/// The same of a sentence in Latin letters.
fn in_latin(text: &str, named: &[(Range<usize>, usize)]) -> Vec<Deed> {
    let words: Vec<Range<usize>> = word_ranges(text).collect();
    let found = words.iter().filter_map(|word| Some((word, doing(&text[word.clone()])?)));
    found.filter_map(|(word, doing)| latin_deed(text, word, doing, named)).collect()
}

/// What is done by the `word` in `text`; `None` where nobody is named beside it, or two do it.
fn latin_deed(text: &str, word: &Range<usize>, doing: Doing, named: &[(Range<usize>, usize)]) -> Option<Deed> {
    let start = text[..word.start].rfind(MARKS).map_or(0, |mark| mark + 1);
    let end = text[word.end..].find(MARKS).map_or(text.len(), |mark| word.end + mark);
    let stands = |range: &Range<usize>, listed: &[&str]| is_one_of(word_before(&text[..range.start]), listed);
    let is_asked_who =
        |range: &Range<usize>| is_one_of(text[range.end..word.start].trim(), &WHO) && !stands(range, &IT_IS);
    let before = || named.iter().filter(|(range, _)| (start..word.start).contains(&range.start));
    let behind = || named.iter().filter(|(range, _)| (word.end..end).contains(&range.start));
    let words_of = |within: Range<usize>| {
        let said = &text[within];
        word_ranges(said).map(move |word| &said[word])
    };
    // *By a delegation from Hamamatsu*.
    let is_behind_by =
        |range: &Range<usize>| stands(range, &FROM) && words_of(word.end..range.start).any(|said| is_one_of(said, &BY));
    let is_asked_of = |range: &Range<usize>| {
        let mut between = words_of(range.end..word.start);
        between.any(|said| is_one_of(said, &DID)) && between.next().is_some()
    };
    let is_subject = |range: &Range<usize>| !stands(range, &APART) && !is_asked_who(range) && !is_asked_of(range);
    let (mut subjects, by) = (
        before().filter(|(range, _)| is_subject(range)).map(|(_, who)| *who),
        behind().find(|(range, _)| stands(range, &BY) || is_behind_by(range)).map(|(_, who)| *who),
    );
    let said = &text[word.clone()];
    let is_passive = said.len() > 4 && said.get(..2).is_some_and(|it| it.eq_ignore_ascii_case("di"));
    let is_noun = is_one_of(said, &NOUNS)
        || words_of(word.end..text.len()).next().is_some_and(|next| is_one_of(next, &OF))
        || words_of(0..word.start).last().is_some_and(|before| is_one_of(before, &ARTICLES));
    let is_right_behind = |range: &Range<usize>| words_of(word.end..range.start).all(|said| is_one_of(said, &LEADING));
    let named_right_behind = || behind().find(|(range, _)| is_right_behind(range));
    let right_behind = || named_right_behind().map(|(_, who)| *who);
    // *The visit of Ambon and Havana* is of both.
    let is_joined = |range: &Range<usize>| {
        behind().any(|(other, _)| other.start > range.end && is_one_of(text[range.end..other.start].trim(), &JOINS))
    };
    let is_of_both = is_noun && named_right_behind().is_some_and(|(range, _)| is_joined(range));
    let from = || behind().find(|(range, _)| stands(range, &FROM)).map(|(_, who)| *who);
    let first = subjects.next();
    let is_of_two = first.is_some_and(|first| subjects.any(|other| other != first));
    let receivers = |actor: Option<usize>, subjects: Option<usize>| {
        let others = behind().map(|(_, who)| *who).chain(subjects);
        others.filter(|who| Some(*who) != actor).collect::<Vec<_>>()
    };
    let is_done_by = by.is_some() || is_passive;
    let actor = if is_done_by {
        by.or_else(right_behind)
    } else if is_of_both || is_of_two && !is_noun {
        return None;
    } else if is_noun {
        right_behind().or_else(from)
    } else {
        first.or_else(from)
    };
    let receivers = receivers(actor, first.filter(|_| is_done_by));
    (actor.is_some() || !receivers.is_empty()).then_some(Deed { doing, actor, receivers })
}

/// The word that says how a name stands, which `text` ends before, without what only leads to the name.
fn word_before(text: &str) -> &str {
    text.split_whitespace().rev().find(|word| !is_one_of(word, &LEADING)).unwrap_or_default()
}

/// How one stands in Japanese.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Particle {
    Subject,
    Other,
    From,
    None,
}

/// The same of a Japanese sentence; nothing where two do it together.
fn in_japanese(text: &str, named: &[(Range<usize>, usize)]) -> Vec<Deed> {
    let mut found = WORDS_JA.iter().filter(|(_, words)| words.iter().any(|word| holds_plainly(text, word))).peekable();
    if found.peek().is_none() {
        return Vec::new();
    }
    let (mut actor, mut receivers) = (None, Vec::new());
    for (place, (range, who)) in named.iter().enumerate() {
        let next = named.get(place + 1).map_or(text.len(), |(next, _)| next.start);
        match particle(&text[range.end..next.max(range.end)], next < text.len()) {
            None => return Vec::new(),
            Some(Particle::Subject | Particle::From) if actor.is_none() => actor = Some(*who),
            Some(Particle::Subject) if actor != Some(*who) => return Vec::new(),
            Some(Particle::Other) => receivers.push(*who),
            Some(_) => {}
        }
    }
    receivers.retain(|who| Some(*who) != actor);
    if actor.is_none() && receivers.is_empty() {
        return Vec::new();
    }
    found.map(|(doing, _)| Deed { doing: *doing, actor, receivers: receivers.clone() }).collect()
}

/// Does `text` hold `word`, with nothing behind it that has it done by another one.
fn holds_plainly(text: &str, word: &str) -> bool {
    /// How far behind that stands.
    const NEAR: usize = 2;
    text.match_indices(word).any(|(at, _)| {
        let behind = &text[at + word.len()..];
        let starts = behind.char_indices().take(NEAR).map(|(at, _)| at);
        !starts.into_iter().any(|at| REVERSED_JA.iter().any(|reversed| behind[at..].starts_with(reversed)))
    })
}

/// How a name stands that `behind` follows, up to the next name where there `is_next`; `None` where it stands beside that,
/// as one of two.
fn particle(behind: &str, is_next: bool) -> Option<Particle> {
    if ["によ", "につ", "に関", "市によ"].iter().any(|told| behind.starts_with(told)) {
        return Some(Particle::None);
    }
    let stops = |it: char| "がはもにをでとへ、。・かや".contains(it);
    let Some(at) = behind.find(stops) else { return Some(Particle::None) };
    let stop = &behind[at..];
    let rest = |length: usize| stop.chars().nth(length).is_none();
    Some(match stop.chars().next()? {
        'と' | '・' | 'や' | '、' if is_next && rest(1) && at <= '市'.len_utf8() => return None,
        'が' | 'は' | 'も' => Particle::Subject,
        'か' if stop.starts_with("から") => Particle::From,
        'に' | 'を' | 'で' | 'と' | 'へ' => Particle::Other,
        _ => Particle::None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_does_something_to_whom_is_told() {
        use Doing::{Giving, Going, Meeting, Reporting, Teaching, Wishing};
        let (a, b) = (0, 1);
        for (text, names, doing, actor, receivers) in [
            ("What did Ambon send to Kyoto?", ["Ambon", "Kyoto"], Giving, Some(a), &[b][..]),
            ("Kyoto meant to help Ambon", ["Ambon", "Kyoto"], Giving, Some(b), &[a]),
            ("Ambon was helped by the city of Kyoto", ["Ambon", "Kyoto"], Giving, Some(b), &[a]),
            ("Havana in Cuba wished to work with Ambon", ["Havana", "Ambon"], Wishing, Some(a), &[b]),
            ("Ambon's wish to partner with Hamamatsu", ["Ambon", "Hamamatsu"], Wishing, Some(a), &[b]),
            ("Darwin was visited by a delegation from Ambon", ["Darwin", "Ambon"], Going, Some(b), &[a]),
            ("did Darwin get the report from Ambon", ["Darwin", "Ambon"], Reporting, Some(b), &[]),
            ("the visit of Ambon to Darwin", ["Ambon", "Darwin"], Going, Some(a), &[b]),
            ("who came from Jakarta to Ambon", ["Jakarta", "Ambon"], Going, Some(a), &[b]),
            ("apa yang diberikan ambon ke kyoto", ["ambon", "kyoto"], Giving, Some(a), &[b]),
            ("ambon diberi gelar oleh unesco", ["ambon", "unesco"], Giving, Some(b), &[a]),
            ("Keinginan Ambon bermitra dengan Hamamatsu", ["Ambon", "Hamamatsu"], Wishing, Some(a), &[b]),
            ("Ambon melapor ke siapa di Kemlu", ["Ambon", "Kemlu"], Reporting, Some(a), &[b]),
            ("浜松市の職員が、バンドンで分別を指導", ["浜松", "バンドン"], Teaching, Some(a), &[b]),
            ("アンボン市は、東京の大使館と面会した", ["アンボン", "東京"], Meeting, Some(a), &[b]),
            ("ジャカルタから浜松に来たのは", ["ジャカルタ", "浜松"], Going, Some(a), &[b]),
        ] {
            let named = names.map(|name| {
                let start = text.find(name).expect("it is named");
                start..start + name.len()
            });
            let named: Vec<_> = named.into_iter().zip(0..).collect();
            let found = deeds(text, &named).into_iter().find(|deed| deed.doing == doing);
            let expect = Deed { doing, actor, receivers: receivers.to_vec() };
            assert_eq!(found, Some(expect), "{text}");
        }
    }

    #[test]
    fn who_did_it_is_asked_right_behind_a_name() {
        for (text, actor) in [
            ("waste sorting Bandung who taught", None),
            ("pemilahan sampah Bandung siapa yang mengajar", None),
            ("was it Bandung who taught", Some(0)),
            ("what Bandung taught", Some(0)),
        ] {
            let at = text.find("Bandung").expect("it is named");
            let found = deeds(text, &[(at..at + "Bandung".len(), 0)]);
            assert_eq!(found.first().and_then(|deed| deed.actor), actor, "{text}");
        }
    }

    #[test]
    fn what_two_do_together_is_done_by_neither_alone() {
        for (text, names) in [
            ("Ambon and Darwin send delegations", ["Ambon", "Darwin"]),
            ("アンボンとダーウィンが訪問団を送る", ["アンボン", "ダーウィン"]),
            ("アンボンは京都に支援された", ["アンボン", "京都"]),
            ("kunjungan Ambon–Darwin kapan", ["Ambon", "Darwin"]),
            ("which of Ambon and Darwin got a report", ["Ambon", "Darwin"]),
            ("Ambon is near Darwin", ["Ambon", "Darwin"]),
        ] {
            let named = names.map(|name| {
                let start = text.find(name).expect("it is named");
                start..start + name.len()
            });
            let named: Vec<_> = named.into_iter().zip(0..).collect();
            assert_eq!(deeds(text, &named), [], "{text}");
        }
        assert_eq!(deeds("", &[]), []);
    }
}
