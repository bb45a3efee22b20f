//! What a question says that only some of the passages that hold its words may tell: that something ended, that an office is over,
//! that it was the first.

use std::ops::Range;

use super::glossary::{Mention, Names};
use crate::answer::ranges::overlap;
use crate::language::{
    AnswerKind, Currency, Excepted, Language, Order, Want, asks_for_the_earlier_of_several, asks_for_what_is_not,
    asks_of_a_former, asks_of_a_relative_time, asks_of_it_as_a_city, asks_of_now, asks_of_what_is_shared,
    asks_to_confirm, asks_whether, asks_whether_it_goes_on, asks_whether_linked, asks_who_says_so, counted,
    has_question_word, later_place, names_a_role, office, takes_for_so, tells_of_an_end, tells_of_no_longer_being,
    tells_of_the_first_holder, told_to_return, word_ranges,
};

/// Who of those who held an office one after the other is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::answer) enum HolderAsked {
    /// One who held it before.
    Former,
    /// The one who holds it now.
    Present,
}

/// It, of a question.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(in crate::answer) struct Narrowed {
    /// Where the question says what is counted, where its number is asked for.
    pub(in crate::answer) counted: Option<Range<usize>>,
    /// What is not asked for, *besides Metz*, by its names in the glossary.
    pub(in crate::answer) excepted: Vec<Mention>,
    /// Where it says so, with the words that leave it out.
    pub(in crate::answer) exception: Option<Range<usize>>,
    /// What came before that is asked for: *which city before Metz*.
    pub(in crate::answer) is_before: bool,
    /// It is of a time told from today on, *last year*.
    pub(in crate::answer) relative: bool,
    /// The currency in which a sum is to be told.
    pub(in crate::answer) currency: Option<&'static Currency>,
    /// Which of two, or of several, was before the other ones is asked.
    pub(in crate::answer) earlier: bool,
    /// The first who held an office is asked for.
    pub(in crate::answer) first_holder: bool,
    /// A city as such: since when it is one, or how old.
    pub(in crate::answer) as_a_city: bool,
    /// What an office is called, and where the word for what it is for stands.
    pub(in crate::answer) office: Option<(&'static str, Range<usize>)>,
    /// What is not so is asked for.
    pub(in crate::answer) is_not: bool,
    /// Whether cities that it names are linked with each other is asked.
    pub(in crate::answer) linked: bool,
    /// What two or more places that it names have or do with each other is asked.
    pub(in crate::answer) shared: bool,
    /// Something ends.
    pub(in crate::answer) ends: bool,
    /// Something is no longer what it was.
    pub(in crate::answer) no_longer: bool,
    /// When something came back is asked.
    pub(in crate::answer) returns: bool,
    /// Whether something still goes on.
    pub(in crate::answer) goes_on: bool,
    /// When an office is held, where a word says it.
    pub(in crate::answer) holder: Option<HolderAsked>,
    /// Somebody says so; of a follow-up that asks nothing else.
    pub(in crate::answer) said: bool,
    /// Which of several in a row; of a follow-up, where it does not say, the question before it.
    pub(in crate::answer) order: Option<Order>,
    /// The second of several in a row; where it is not only asked whether it was that.
    pub(in crate::answer) second: bool,
    /// Which place in a row behind the second; where it is not only asked whether it was that.
    pub(in crate::answer) later_place: Option<u8>,
    /// The place, as that of its term in the glossary, of which it was the first, or the second.
    pub(in crate::answer) first_of: Option<usize>,
}

impl Narrowed {
    /// What `text`, which is in `language` and asks in these clauses, says from byte `own` on.
    pub(super) fn of(
        text: &str,
        own: usize,
        clauses: &[Range<usize>],
        language: Language,
        names: &Names,
        mentions: &[Mention],
    ) -> Self {
        let asked = &text[own..];
        let ends = |clause: &Range<usize>| clause.end > own && tells_of_an_end(&text[clause.clone()]);
        let is_no_longer = |clause: &Range<usize>| clause.end > own && tells_of_no_longer_being(&text[clause.clone()]);
        let is_not = |clause: &Range<usize>| clause.end > own && asks_for_what_is_not(&text[clause.clone()]);
        let is_relative = |clause: &Range<usize>| clause.end > own && asks_of_a_relative_time(&text[clause.clone()]);
        let goes_on = |clause: &Range<usize>| clause.end > own && asks_whether_it_goes_on(&text[clause.clone()]);
        let returns = |clause: &Range<usize>| {
            let clause = clause.start.max(own)..clause.end.max(own);
            told_to_return(&text[clause.clone()]).is_some()
                && AnswerKind::of_question(&text[clause]) == Some(AnswerKind::Date)
        };
        let in_order = Order::find(asked);
        let before = || if own > 0 { Order::find(text) } else { None };
        let order = in_order.clone().or_else(before);
        let counted_before = |range: &Range<usize>| {
            let place = mentions.iter().find(|it| names.is_place(it.term) && overlap(&it.range, range))?;
            counted(text.get(own..place.range.start)?, language)
        };
        // Whose they are may stand behind them: how many sister cities Ambon has.
        let counted = counted(asked, language)
            .map(|range| counted_before(&(own + range.start..own + range.end)).unwrap_or(range));
        let counted = counted.map(|range| own + range.start..own + range.end);
        let left_out = |words, mentions: &[Mention]| excepted_of(text, own, words, mentions, names);
        // What is not so of a place: *not from Metz*.
        let denied = Excepted::denied(asked);
        let is_denied = denied.is_some();
        let place_left_out = |words| {
            let places: Vec<Mention> = mentions.iter().filter(|it| names.is_somewhere(it.term)).cloned().collect();
            left_out(words, &places)
        };
        // What was before a place, but not before it did something: *before Metz, which city*.
        let earlier_than_a_place = || {
            let words = Excepted::later(asked).filter(|_| takes_for_so(asked, Want::of_question(asked)))?;
            let found = place_left_out(words)?;
            let behind = text[found.1.end..].trim_start();
            let asks = word_ranges(behind).next().is_none_or(|word| has_question_word(&behind[word]));
            let is_apart = !behind.starts_with(char::is_alphanumeric)
                || asks
                || mentions.iter().any(|it| it.range.start == text.len() - behind.len());
            is_apart.then_some(found)
        };
        let left_out_by_name =
            Excepted::find(asked).and_then(|words| left_out(words, mentions)).or_else(|| place_left_out(denied?));
        let later = if left_out_by_name.is_none() { earlier_than_a_place() } else { None };
        let is_before = later.is_some();
        let (excepted, exception) = left_out_by_name.or(later).unzip();
        let is_left_out = exception.is_some();
        let is_whether = || asks_whether(asked) || asks_to_confirm(asked);
        let lower = asked.to_lowercase();
        let names_two = mentions.iter().filter(|it| names.is_place(it.term)).nth(1).is_some();
        Self {
            counted,
            excepted: excepted.unwrap_or_default(),
            exception,
            is_before,
            relative: clauses.iter().any(is_relative),
            currency: Currency::asked_for(asked),
            earlier: asks_for_the_earlier_of_several(&lower),
            first_holder: tells_of_the_first_holder(asked),
            as_a_city: asks_of_it_as_a_city(asked),
            office: office(asked).map(|(called, of)| (called, own + of.start..own + of.end)),
            is_not: !is_left_out && (is_denied || clauses.iter().any(is_not)),
            linked: names_two && asks_whether_linked(asked),
            shared: names_two && asks_of_what_is_shared(&lower),
            ends: clauses.iter().any(ends),
            no_longer: clauses.iter().any(is_no_longer),
            returns: clauses.iter().any(returns),
            // A reply that asks without a word for it, *still going?*, is in no clause that asks.
            goes_on: clauses.iter().any(goes_on) || own > 0 && asks_whether_it_goes_on(asked),
            holder: if asks_of_a_former(asked) {
                Some(HolderAsked::Former)
            } else {
                (asks_of_now(asked) && names_a_role(text)).then_some(HolderAsked::Present)
            },
            said: own > 0 && asks_who_says_so(asked),
            second: matches!(in_order, Some((Order::Second, _))) && !is_whether(),
            later_place: later_place(asked).filter(|_| !is_whether()),
            order: order.as_ref().map(|(order, _)| *order),
            first_of: in_order.and_then(|order| names.first_of(asked, order, language)?.place),
        }
    }
}

/// What may stand between a word that leaves something out and its name: *besides the city of Metz*.
const BEFORE_A_NAME: [&str; 13] =
    ["the", "a", "an", "city", "of", "in", "from", "just", "kota", "di", "dari", "dengan", "sama"];
/// What stands between two names of which both are left out. Behind a comma may stand what is asked of: *selain Ambon, Hamamatsu ...*.
const JOINTS: [&str; 4] = ["", "&", "and", "dan"];
const JOINTS_JA: [&str; 6] = ["と", "や", "、", "・", "市と", "市や"];

/// Of the `mentions` in `text`, what it leaves out from byte `own` on by these `words`: the name next to them, and those listed with
/// that; and where all of this stands. `None` where it leaves out nothing that is named.
fn excepted_of(
    text: &str,
    own: usize,
    words: Excepted,
    mentions: &[Mention],
    names: &Names,
) -> Option<(Vec<Mention>, Range<usize>)> {
    let mut found: Vec<Mention> = Vec::new();
    let words = match words {
        Excepted::Before(words) => {
            let before = mentions.iter().rev().filter(|it| it.range.start >= own && it.range.end <= own + words.start);
            for mention in before {
                let next = found.last().map_or(own + words.start, |next| next.range.start);
                let between = text.get(mention.range.end..next).unwrap_or("?");
                let is_left_out = match found.last() {
                    None => matches!(between, "" | "市" | "出身" | "の会社" | "の都市"),
                    Some(next) if next.range == mention.range => true,
                    Some(next) => names.are_alike(next.term, mention.term) && JOINTS_JA.contains(&between),
                };
                if !is_left_out {
                    break;
                }
                found.push(mention.clone());
            }
            found.reverse();
            words
        }
        Excepted::Behind(words) => {
            let behind = own + words.end;
            for mention in mentions.iter().filter(|mention| mention.range.start >= behind) {
                let before = found.last().map_or(behind, |last| last.range.end);
                let between = || text.get(before..mention.range.start).unwrap_or("?").trim().to_lowercase();
                let is_left_out = match found.last() {
                    None => between().split_whitespace().all(|word| BEFORE_A_NAME.contains(&word)),
                    Some(last) if last.range == mention.range => true,
                    Some(last) => names.are_alike(last.term, mention.term) && JOINTS.contains(&between().as_str()),
                };
                if !is_left_out {
                    break;
                }
                found.push(mention.clone());
            }
            words
        }
    };
    let (first, last) = (found.first()?.range.start, found.last()?.range.end);
    Some((found, first.min(own + words.start)..last.max(own + words.end)))
}
