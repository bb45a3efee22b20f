//! A question of which nothing but what asks was said, in full: *where?* after *when was it signed* is *where was it signed*.

use std::ops::Range;

use super::together::{AND, BESIDE, asking_runs};
use crate::language::{is_cjk, is_one_of, word_ranges};

/// What asks in Japanese beside what is asked together, the longer before what it begins with.
const ASKS_JA: [&str; 8] = ["何人", "何を", "何が", "何に", "何", "どんな", "いくつ", "どう"];
/// Particles that belong to what asks.
const PARTICLES_JA: [&str; 9] = ["から", "まで", "ごろ", "頃", "に", "で", "へ", "が", "を"];
/// What a question without a word that asks ends with.
const TOPIC_JA: char = 'は';
/// Cities, as they are asked for: どの都市で, *kota mana*.
const CITIES_JA: [&str; 4] = ["どの都市", "どこの都市", "どの街", "どの町"];
/// What may stand around what asks.
const AROUND: [&str; 8] = ["but", "so", "then", "tapi", "oh", "ok", "trus", "ya"];

/// `previous`, asked with what nothing but `asked` asks for, in place of what asks there; `None` where `asked` says more, where
/// it asks for the same, or where `previous` does not ask by one word alone.
#[must_use]
pub fn asked_in_full(previous: &str, asked: &str) -> Option<String> {
    let is_japanese = asked.contains(is_cjk);
    if is_japanese != previous.contains(is_cjk) {
        return None;
    }
    let (bare, place) = if is_japanese {
        (bare_in_japanese(asked)?, place_in_japanese(previous)?)
    } else {
        (bare_in_latin(asked)?, place_in_latin(previous)?)
    };
    let asks_the_same = previous[place.clone()].eq_ignore_ascii_case(&asked[bare.clone()]);
    (!asks_the_same).then(|| [&previous[..place.start], &asked[bare], &previous[place.end..]].concat())
}

/// Does `text` ask nothing but how something was done.
#[must_use]
pub fn asks_how_alone(text: &str) -> bool {
    const HOW: [&str; 4] = ["how", "bagaimana", "gimana", "gmn"];
    const HOW_JA: [&str; 4] = ["どうやって", "どのように", "どんなふうに", "どういうふうに"];
    if text.contains(is_cjk) {
        return HOW_JA.contains(&text.trim_matches(|it: char| !it.is_alphanumeric()));
    }
    let mut words = word_ranges(text).map(|range| &text[range]).filter(|word| !is_around(word)).peekable();
    words.peek().is_some() && words.all(|word| is_one_of(word, &HOW))
}

/// Does nothing but `asked` ask for who did something: 誰が？
#[must_use]
pub fn is_doer(asked: &str) -> bool {
    let said = asked.trim_matches(|it: char| !it.is_alphanumeric());
    ["誰が", "だれが"].contains(&said)
}

fn is_around(word: &str) -> bool {
    is_one_of(word, &AND) || is_one_of(word, &BESIDE) || is_one_of(word, &AROUND)
}

/// What asks in `asked`, which says nothing else.
fn bare_in_latin(asked: &str) -> Option<Range<usize>> {
    let [run] = &asking_runs(asked)[..] else { return None };
    let is_outside = |word: &Range<usize>| word.end <= run.start || word.start >= run.end;
    word_ranges(asked).filter(is_outside).all(|word| is_around(&asked[word])).then(|| run.clone())
}

fn place_in_latin(previous: &str) -> Option<Range<usize>> {
    let [run] = &asking_runs(previous)[..] else { return None };
    Some(run.clone())
}

/// The same in Japanese, with the particle behind it.
fn bare_in_japanese(asked: &str) -> Option<Range<usize>> {
    let said = asked.trim_matches(|it: char| !it.is_alphanumeric());
    let start = asked.len() - asked.trim_start_matches(|it: char| !it.is_alphanumeric()).len();
    let city = CITIES_JA.iter().find(|city| said.starts_with(**city)).map(|city| 0..city.len());
    let asks = city.or_else(|| asks_in_japanese(said))?;
    let end = behind_particles(said, asks.end);
    (asks.start == 0 && end == said.len()).then_some(start..start + said.len())
}

fn place_in_japanese(previous: &str) -> Option<Range<usize>> {
    if let Some(asks) = asks_in_japanese(previous) {
        return Some(asks.start..behind_particles(previous, asks.end));
    }
    let said = previous.trim_end_matches(|it: char| !it.is_alphanumeric());
    said.ends_with(TOPIC_JA).then_some(said.len()..said.len())
}

fn asks_in_japanese(text: &str) -> Option<Range<usize>> {
    if let [run] = &asking_runs(text)[..] {
        return Some(run.clone());
    }
    ASKS_JA.iter().find_map(|asks| text.find(asks).map(|start| start..start + asks.len()))
}

/// Where the particles end that stand at `end` of `text`.
fn behind_particles(text: &str, mut end: usize) -> usize {
    while let Some(particle) = PARTICLES_JA.iter().find(|it| text[end..].starts_with(**it)) {
        end += particle.len();
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_alone_is_put_in_place_of_what_asked_before() {
        for (previous, asked, expect) in [
            ("When was it signed?", "where?", Some("where was it signed?")),
            ("When was it signed?", "and in which city?", Some("in which city was it signed?")),
            ("Kapan diteken?", "tapi di mana ya?", Some("di mana diteken?")),
            ("konferensi kapan", "di mana", Some("konferensi di mana")),
            ("コンクールはいつから？", "どこで？", Some("コンクールはどこで？")),
            ("コンクールはいつから？", "どの都市で？", Some("コンクールはどの都市で？")),
            ("何を教えた？", "誰が？", Some("誰が教えた？")),
            ("浜松の会社は？", "いくつ？", Some("浜松の会社はいくつ？")),
            ("どんな関係？", "いつから？", Some("いつから関係？")),
            ("When was it signed?", "when?", None),
            ("When was it signed?", "where is Metz?", None),
            ("Was it signed?", "when?", None),
            ("When was it signed?", "どこで？", None),
            ("アンボンの人口", "いくつ？", None),
            ("いつ？", "そう？", None),
            ("", "", None),
        ] {
            assert_eq!(asked_in_full(previous, asked).as_deref(), expect, "{previous} {asked}");
        }
    }

    #[test]
    fn what_asks_how_alone_is_told() {
        for (text, expect) in [
            ("how?", true),
            ("and how", true),
            ("gimana ya?", true),
            ("どうやって？", true),
            ("how many?", false),
            ("how is it done", false),
            ("どこ？", false),
            ("", false),
        ] {
            assert_eq!(asks_how_alone(text), expect, "{text}");
        }
        for (text, expect) in [("誰が？", true), ("だれが", true), ("誰？", false), ("who?", false), ("", false)]
        {
            assert_eq!(is_doer(text), expect, "{text}");
        }
    }
}
