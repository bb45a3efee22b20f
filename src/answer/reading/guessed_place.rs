//! A place that something is said of, and that may be another one: *was Roland founded in Tokyo?*, *was Tokyo the first?*, *Metz or Havana?*

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::judging::FOUND;
use crate::answer::understanding::Mention;
use crate::answer::{Answerer, Question};
use crate::language::{
    AnswerKind, Language, Order, asks_to_confirm, detect, finds_any, has_question_word, is_cjk, is_one_of, spliced,
    word_ranges,
};

/// What stands between two places of which one is asked for.
const OR: [&str; 3] = ["or", "atau", "ato"];
const OR_JA: [&str; 5] = ["か", "か、", "ですか", "ですか、", "ですか？"];
/// The most words of such a question.
const WORDS: usize = 10;
/// How it begins where no tag behind it asks.
const BEGINS: [&str; 7] = ["was", "were", "is", "are", "did", "does", "apakah"];
/// What asks whether there is something at all: that asks for none elsewhere.
const THERE_IS: [&str; 11] =
    ["there", "any", "some", "a", "an", "ada", "pernah", "terdapat", "punya", "memiliki", "mempunyai"];
/// The same in Japanese.
const THERE_IS_JA: [&str; 3] = ["があ", "はあ", "がい"];
/// What asks for something else, or compares with the place.
const ASKS: [&str; 10] = ["what", "which", "why", "how", "apa", "mana", "kenapa", "mengapa", "bagaimana", "lebih"];
/// What stands before the place, and what asks for that.
const JOINS: [(&str, &str); 6] =
    [("in", "where"), ("from", "where"), ("at", "where"), ("di", "mana"), ("dari", "mana"), ("ke", "mana")];
/// What stands behind it in Japanese.
const BEHIND_JA: [&str; 6] = ["で", "の", "に", "だ", "から", "か"];

/// What stands before it there, behind what is asked about.
const ABOUT_JA: [&str; 2] = ["は", "って"];

/// What one place may be to several others.
const TIES_JA: [&str; 5] = ["姉妹", "友好", "提携", "パートナー", "協力"];

impl Answerer {
    /// `text` with the place that is guessed, or two of which one is, in place of a question for it, where nothing is found with that,
    /// and without it another place, or one of the two.
    pub(super) fn with_guessed_place_asked<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        let either = self.either_place(&text);
        let is_one_of_two = either.is_some();
        let guessed = either.or_else(|| self.guessed_place(&text)).or_else(|| self.guessed_first(&text));
        let Some((place, asks)) = guessed else { return text };
        let asked = spliced(Cow::Borrowed(&*text), [(place, asks)]).into_owned();
        let is_told = self.tells_a_place(&text, &asked, is_one_of_two);
        if is_told { Cow::Owned(asked) } else { text }
    }

    /// Two places of which one is asked for, and what asks for it.
    fn either_place(&self, text: &str) -> Option<(Range<usize>, &'static str)> {
        let lower = text.to_lowercase();
        if !finds_any(&lower, &OR) && !text.contains('か') {
            return None;
        }
        let places: Vec<_> = self.names().mentioned_places(text).collect();
        let is_either = |pair: &&[Mention]| {
            let between = text.get(pair[0].range.end..pair[1].range.start).unwrap_or_default().trim().to_lowercase();
            pair[0].term != pair[1].term && (OR.contains(&between.as_str()) || OR_JA.contains(&between.as_str()))
        };
        let pair = places.windows(2).find(is_either)?;
        let range = pair[0].range.start..pair[1].range.end;
        if let Some(cleft) = cleft(text, &range) {
            return Some((cleft, which(text)));
        }
        if Order::First.is_in(text) {
            return Some((range, which(text)));
        }
        let asks = if text.contains(is_cjk) { Some("どこ") } else { asks_where(text, range.start) };
        asks.filter(|_| word_ranges(text).count() <= WORDS && !asks_otherwise(text)).map(|asks| (range, asks))
    }

    /// The place that a short question says to be the first: *was Tokyo the first city of music in Asia*.
    fn guessed_first(&self, text: &str) -> Option<(Range<usize>, &'static str)> {
        let begins = word_ranges(text).next().filter(|first| is_one_of(&text[first.clone()], &BEGINS))?;
        if !Order::First.is_in(text) || word_ranges(text).count() > WORDS {
            return None;
        }
        let place = self.names().places(text).into_iter().next()?;
        let is_next = text.get(begins.end..place.start)?.trim().is_empty();
        is_next.then(|| (begins.start..place.end, which(text)))
    }

    /// The place that a short question says something to be in, and what asks for it.
    fn guessed_place(&self, text: &str) -> Option<(Range<usize>, &'static str)> {
        if text.contains(is_cjk) {
            let asks = || text.trim_end().ends_with(['か', 'の', '?', '？']) || asks_to_confirm(text);
            let is_whether = || THERE_IS_JA.iter().any(|is| text.contains(is)) && !is_one_alone(text);
            let says_of_it = ABOUT_JA.iter().any(|about| text.contains(about));
            if !says_of_it || !asks() || has_question_word(text) || is_whether() {
                return None;
            }
            let is_said_of_it =
                |place: &Range<usize>| ABOUT_JA.iter().any(|about| text[..place.start].ends_with(about));
            let place = self.names().places(text).into_iter().find(is_said_of_it)?;
            // Of whom a city is a sister city, it may be of several.
            let is_of_several = || TIES_JA.iter().any(|tie| text[place.end..].contains(tie));
            let ends = || !text[place.end..].contains(char::is_alphanumeric);
            let joins = || BEHIND_JA.iter().any(|behind| text[place.end..].starts_with(behind));
            let is_joined = !is_of_several() && (joins() || ends());
            return is_joined.then_some((place, "どこ"));
        }
        let words = || word_ranges(text).map(|range| &text[range]);
        let begins = words().next().is_some_and(|first| is_one_of(first, &BEGINS));
        let is_whether = || words().any(|word| is_one_of(word, &THERE_IS)) && !is_one_alone(text);
        let joins = || words().any(|word| JOINS.iter().any(|(join, _)| word.eq_ignore_ascii_case(join)));
        if !joins() || is_whether() || words().count() > WORDS {
            return None;
        }
        if !asks_to_confirm(text) && (!begins || asks_otherwise(text)) {
            return None;
        }
        let place = self.names().places(text).pop()?;
        let asks = asks_where(text, place.start)?;
        Some((place, asks))
    }

    /// Is `asked`, which asks for a place in what is `said`, found with one of the two that this names; or, where it is one alone, with
    /// another, and what is said not found.
    fn tells_a_place(&self, said: &str, asked: &str, is_one_of_two: bool) -> bool {
        let question = Question::new(asked);
        let is_found = |text: &str| {
            let ranking = self.ranked(Cow::Owned(text.to_owned()), 0, &question);
            let best = ranking.fits.first().filter(|_| self.is_sure(&ranking, FOUND))?;
            Some(self.cited(best, ranking.asked_in, &ranking.query).best_sentence().to_owned())
        };
        let (known, left) = (self.names().which_places(said), self.names().which_places(asked));
        let is_first = Order::First.is_in(said);
        let may_be = |place: &usize| match (is_one_of_two, is_first) {
            (true, _) => known.contains(place) && !left.contains(place),
            // The guess may be right.
            (false, true) => !left.contains(place),
            (false, false) => !known.contains(place),
        };
        let names_one = |sentence: String| {
            if is_first && !Order::First.is_in(&sentence) {
                return false;
            }
            let found = self.names().which_places(&sentence).into_iter().filter(may_be).count();
            if is_one_of_two { found == 1 } else { found > 0 }
        };
        (is_one_of_two || is_found(said).is_none()) && is_found(asked).is_some_and(names_one)
    }
}

/// What stands around what is at `range` in *is it X or Y that*, with that.
fn cleft(text: &str, range: &Range<usize>) -> Option<Range<usize>> {
    let before: Vec<_> = word_ranges(&text[..range.start]).collect();
    let [.., is, it] = &before[..] else { return None };
    let is_it = is_one_of(&text[is.clone()], &["is", "was"]) && is_one_of(&text[it.clone()], &["it"]);
    let next = word_ranges(&text[range.end..]).next()?;
    let behind = range.end + next.start..range.end + next.end;
    (is_it && is_one_of(&text[behind.clone()], &["that", "which", "who"])).then_some(is.start..behind.end)
}

/// Does `text` ask for anything by a word for it.
fn asks_otherwise(text: &str) -> bool {
    let asks = |word: &str| is_one_of(word, &ASKS) || AnswerKind::of_question(word).is_some();
    word_ranges(text).any(|range| asks(&text[range]))
}

/// What asks for the place that begins at this byte of `text`, by the word before it; `None` where that joins no place.
fn asks_where(text: &str, place: usize) -> Option<&'static str> {
    let before = word_ranges(&text[..place]).last()?;
    JOINS.iter().find(|(join, _)| text[before.clone()].eq_ignore_ascii_case(join)).map(|(_, asks)| *asks)
}

/// Does `text` name what there is one of, which is elsewhere if it is not there: a headquarters.
fn is_one_alone(text: &str) -> bool {
    const ONE: [&str; 4] = ["pusat", "headquarters", "本社", "本部"];
    let lower = text.to_lowercase();
    ONE.iter().any(|one| lower.contains(one))
}

/// What asks in the language of `text` which place it is.
fn which(text: &str) -> &'static str {
    match detect(text) {
        Some(Language::Ja) => "どの都市",
        Some(Language::Id) => "kota mana",
        _ => "which city",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn where_it_was_is_told_to_who_guesses_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("was Roland founded in Tokyo", Some("founded in Hamamatsu")),
            ("Roland was founded in Kyoto, right?", Some("founded in Hamamatsu")),
            ("apakah roland didirikan di tokyo", Some("didirikan di Hamamatsu")),
            ("ヤマハの本社は東京だよね", Some("浜松市に本社")),
            ("ローランドの本社は大阪？", Some("浜松市に本社")),
            ("was Tokyo the first Asian music city at UNESCO", Some("first in Asia")),
            ("hamamatsu ato ambon yg kota musik pertama di asia?", Some("Hamamatsu adalah kota musik")),
            ("apakah yamaha punya kantor pusat di tokyo", Some("berkantor pusat di Hamamatsu")),
            ("is the piano competition in Tokyo or Hamamatsu", Some("held in Hamamatsu")),
            ("lomba pianonya di tokyo atau hamamatsu", Some("Hamamatsu")),
            ("ピアノコンクールは東京か浜松か", Some("浜松")),
            ("is the piano competition in Tokyo or Osaka", None),
            ("アンボンはソウルの姉妹都市？", None),
            ("was the MoU with Vlissingen signed in Jakarta", None),
            ("did the delegation go to Kyoto in 2009", None),
            ("Is there a piano competition in Ambon?", None),
            ("apakah ada kompetisi piano di ambon", None),
            ("apakah pernah ada lomba piano di ambon", None),
            ("are any piano competitions in Ambon", None),
            ("apakah hamamatsu punya kota kembar di amerika", None),
            ("浜松市はアメリカに姉妹都市がありますか", None),
            ("apakah ambon lebih besar dari jakarta", None),
            ("apa yang diajarkan di Tokyo", None),
            ("apa perusahaan dari Ambon", None),
            ("did the delegation go to Ambon or Hamamatsu", None),
            ("is Darwin the first sister city of Vlissingen", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best =
                answer.passages().first().map(|best| best.best_sentence().to_owned()).filter(|_| answer.is_found());
            match expect {
                Some(expect) => {
                    assert!(best.as_ref().is_some_and(|best| best.contains(expect)), "{question}: {best:?}");
                }
                None => assert_eq!(best, None, "{question}"),
            }
        }
    }
}
