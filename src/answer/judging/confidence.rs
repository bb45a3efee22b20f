//! How likely the best passage answers: a calibrated probability, by logistic regression over a few signals.
//!
//! Three of these judge a question, by whether the passage carries phrases that people ask it with, and the corpus what they ask in
//! vain. A follow-up is judged by a fourth one, over that, how likely it is answered by itself, and how near it is by itself to what
//! the passage is asked for, in wording and by all phrases together.
//!
//! Each signal can be explained to a reader of the answer: how much of the question is there and how closely, is what is
//! asked about a thing (*price*, *winner*) there, does the passage name the place, does it hold a date where a date is asked
//! for. A passage that carries the phrases people ask it with is judged with them and by what they ask for, and
//! by whether the question is nearer to these or to what people ask in vain (`ranking::asking`); another one by how well it fits
//! alone.

use std::ops::Range;

use super::acting::another_acts;
use super::{very_name, whereabouts};
use crate::answer::pointing::{WhoIs, new_things};
use crate::answer::ranking::asking::{Nearness, OfPhrases};
use crate::answer::ranking::{Fit, Held};
use crate::answer::understanding::{Concept, HolderAsked, Names, Query};
use crate::index::{Field, Index, Ordinal};
use crate::language::{
    AnswerKind, Folded, Language, Want, has_question_word, is_one_of, is_role, is_weak_word, tells_a_reason,
    word_ranges,
};

/// From here on it is surely one.
pub(in crate::answer) const SURE: f32 = 0.8;
/// From here on an answer is given as found.
pub(in crate::answer) const FOUND: f32 = 0.4;
/// From here on the nearest passages are shown, said to be perhaps no answer.
pub(in crate::answer) const UNSURE: f32 = 0.26;
/// The same for a passage that says what people ask it with: what they ask in vain is told by that.
pub(in crate::answer) const UNSURE_WITH_PHRASES: f32 = 0.22;

/// How close a word has to come to be taken for the very word: other forms of it do, another word does not.
pub(in crate::answer) const AS_WRITTEN: f32 = 0.8;
/// How close a word has to come to be taken for matched at all.
const MATCHED: f32 = 0.4;
/// More matched words than these tell nothing more.
const ENOUGH_WORDS: usize = 4;
/// A name of several words tells as much as so many words.
const WORDS_OF_A_NAME: usize = 2;

/// What is known of the best passage. Shares are 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(in crate::answer) struct Signals {
    /// The passage's score in parts of the question's weight: 0 is nothing, about 1 a good fit, no upper bound.
    strength: f32,
    /// The share of the question's weight that is there as written: in the text, in the title or in a phrase.
    exact: f32,
    /// How closely the words that stand in the text are matched, on average; 1 is to the letter.
    closeness: f32,
    /// How many words of the question are matched, at most [`ENOUGH_WORDS`]; a long name counts as [`WORDS_OF_A_NAME`].
    matched: f32,
    /// How many words of its clauses that ask say what is asked about a thing.
    aspects: f32,
    /// How many of these are not there as written.
    aspects_missing: f32,
    /// A name or a number of the question is not there as it is written.
    name_missing: bool,
    /// A place of the question is neither in the text nor in the title.
    place_missing: bool,
    /// It tells of another place or another year than those that are asked about, or of who is elsewhere what is asked.
    is_elsewhere: bool,
    /// A kind of thing is asked for, and the passage holds none that the question has not named itself.
    kind_missing: bool,
    /// That is a name as such, which is not told in other words.
    name_asked: bool,
    /// A reason is asked for, the passage tells none, and no phrase that asks for one is like the question.
    reason_missing: bool,
    /// Somebody is asked for by what they are, *the mayor of Darwin*, and the passage names nobody that is this.
    role_missing: bool,
    /// Nothing else of the question is matched than what somebody is, and where.
    only_role: bool,
    /// It is keywords, and nothing else, all of which stand in the passage or its title as written.
    holds_all_keywords: bool,
    /// It is a place and other names, and nothing else, all of which stand there as written.
    holds_all_names: bool,
    /// Where it is only asked where a place lies: does the passage tell it.
    whereabouts: Option<bool>,
    /// What the phrases say that people ask the passage with; `None` where it carries none.
    phrases: Option<OfPhrases>,
    /// How near the question is to these, and to what people ask in vain; `None` where the corpus does not say what that is.
    nearness: Option<Nearness>,
    /// Where it is a follow-up, what it is by itself.
    follow_up: Option<FollowUp>,
}

/// A question that goes on from another one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::answer) struct FollowUp {
    /// What is known of it without the other; `None` where the corpus does not say what people ask in vain.
    pub(in crate::answer) by_itself: Option<ByItself>,
    /// Does it ask anything without the other.
    pub(in crate::answer) asks: bool,
}

/// A follow-up without the question before it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in crate::answer) struct ByItself {
    /// How near it is to what the passage is asked for, and to what people ask in vain.
    pub(in crate::answer) nearness: Nearness,
    /// How likely its own best passage answers it, 0 to 1; `None` where it has none.
    pub(in crate::answer) confidence: Option<f32>,
}

/// The passage that is judged.
#[derive(Clone, Copy)]
pub(in crate::answer) struct Best<'a> {
    pub(in crate::answer) fit: &'a Fit,
    /// Its text in the language of the fit.
    pub(in crate::answer) text: &'a str,
    /// Its text in a language that writes names with capitals.
    pub(in crate::answer) with_capitals: Option<(Language, &'a str)>,
    /// Does it tell of another place or another year than those that are asked about.
    pub(in crate::answer) is_elsewhere: bool,
    /// Is it asked who somebody is whom it names.
    pub(in crate::answer) is_a_name: bool,
    /// What its phrases say; `None` where it carries none.
    pub(in crate::answer) phrases: Option<OfPhrases>,
    /// How near the question is to these, and to what people ask in vain.
    pub(in crate::answer) nearness: Option<Nearness>,
    /// Where it is a follow-up, what it is by itself.
    pub(in crate::answer) follow_up: Option<FollowUp>,
}

/// How close a concept comes to what a passage has.
struct Closeness {
    /// In its text.
    text: f32,
    /// In its text or its title.
    named: f32,
    /// There, or in a phrase that people ask it with.
    anywhere: f32,
}

impl Signals {
    /// What is known of the `best` passage for a `question` of which `query` was made. `None` where the passage has no text
    /// in the language of its fit.
    #[expect(clippy::cast_precision_loss, reason = "questions have few words")]
    pub(in crate::answer) fn of(
        query: &Query,
        question: &str,
        best: Best<'_>,
        index: &Index,
        glossary: &Names,
    ) -> Option<Self> {
        let Best { fit, text, with_capitals, is_elsewhere, is_a_name, phrases, nearness, follow_up } = best;
        let held = Held::of(query, fit, index)?;
        let (concepts, analyzed, occurrences) = (held.concepts(), held.analyzed, &held.occurrences);
        let close_to = |(place, concept)| {
            let closeness =
                Closeness { text: held.in_text(place), named: held.named(place), anywhere: held.anywhere(place) };
            (concept, closeness)
        };
        let found: Vec<(&Concept, Closeness)> = concepts.iter().enumerate().map(close_to).collect();
        let count = |test: &dyn Fn(&Concept, &Closeness) -> bool| {
            found.iter().filter(|(concept, closeness)| test(concept, closeness)).count()
        };
        let weight: f32 = concepts.iter().map(|concept| concept.weight).sum();
        let share = |part: f32| if weight > 0.0 { part / weight } else { 0.0 };
        let as_written = found.iter().filter(|(_, closeness)| closeness.anywhere >= AS_WRITTEN);
        let in_text = count(&|_, closeness| closeness.text > 0.0);
        let total: f32 = found.iter().map(|(_, closeness)| closeness.text).sum();
        let matched = found.iter().filter(|(_, closeness)| closeness.anywhere >= MATCHED);
        // Two names side by side may be of two people.
        let is_no_name = |place: usize| {
            let mut found = occurrences.of(place).map(|found| found.range(analyzed));
            found.any(|range| !text[range].starts_with(char::is_uppercase))
        };
        let says_nothing_else = || {
            let asks = query.kind().is_some() || query.want().is_some() || has_question_word(question);
            !asks && very_name::says_nothing_but(concepts, question)
        };
        let holds_all =
            found.iter().all(|(concept, found)| found.named >= AS_WRITTEN && !concept.is_aspect) && says_nothing_else();
        let kind_missing = match query.kind() {
            Some(kind @ (AnswerKind::Date | AnswerKind::Number)) => {
                let holds_none = |kind| new_things(kind, query.asked_for(), fit.language, text).is_empty();
                // How long something is going on is told by its beginning too.
                holds_none(kind) && (!query.asked_for().is_how_long() || holds_none(AnswerKind::Date))
            }
            Some(AnswerKind::Person) if concepts.len() > 1 && !is_a_name => {
                with_capitals.is_some_and(|(language, text)| {
                    !names_somebody((query, question), (language, text), (fit.passage, index), glossary)
                        && !another_acts(query, question, text, glossary)
                })
            }
            _ => false,
        };
        let who_is = WhoIs { query, question, language: fit.language, text, analyzed, occurrences };
        // Who held an office before somebody is told by no passage that names nobody else.
        let lacks_the_one_before = || kind_missing && query.narrowed().holder == Some(HolderAsked::Former);
        let matched: usize = matched.map(|(concept, _)| concept.word.split(' ').count().min(WORDS_OF_A_NAME)).sum();
        Some(Self {
            strength: fit.strength,
            exact: share(as_written.map(|(concept, _)| concept.weight).sum()),
            closeness: if in_text == 0 { 0.0 } else { total / in_text as f32 },
            matched: matched.min(ENOUGH_WORDS) as f32,
            aspects: count(&|concept, _| concept.is_aspect) as f32,
            aspects_missing: count(&|concept, closeness| concept.is_aspect && closeness.anywhere < AS_WRITTEN) as f32,
            name_missing: count(&|concept, closeness| concept.is_name && closeness.named < AS_WRITTEN) > 0,
            place_missing: count(&|concept, closeness| concept.is_place && closeness.named < AS_WRITTEN) > 0,
            is_elsewhere: is_elsewhere
                || query.kind() == Some(AnswerKind::Person)
                    && (lacks_the_one_before() || who_is.is_of_another_place(glossary)),
            kind_missing,
            name_asked: kind_missing && asks_for_a_name(question),
            reason_missing: query.want() == Some(Want::Reason)
                && phrases.is_some_and(|phrases| phrases.share < LIKE_A_PHRASE)
                && !tells_a_reason(text),
            role_missing: query.kind() == Some(AnswerKind::Person) && !who_is.is_named(glossary),
            only_role: found
                .iter()
                .filter(|(_, closeness)| closeness.anywhere >= MATCHED)
                .all(|(concept, _)| concept.is_place || is_role(&concept.word) || is_weak_word(&concept.word)),
            holds_all_keywords: holds_all
                && concepts
                    .iter()
                    .enumerate()
                    .any(|(place, it)| !it.is_place && !is_role(&it.word) && is_no_name(place)),
            holds_all_names: holds_all && concepts.iter().any(|it| it.is_place),
            whereabouts: whereabouts::is_asked(query, fit.language)
                .then(|| whereabouts::are_told(query, fit.language, analyzed, text)),
            phrases,
            nearness,
            follow_up,
        })
    }

    /// Is the passage asked for in the very wording of the question, and names the places of it.
    fn is_asked_for_so(self) -> bool {
        self.nearness.is_some_and(|near| near.told >= VERY_WORDING && near.told > near.untold) && !self.place_missing
    }

    /// Does the passage tell the date, the number or who it was that is asked for, though it holds none: it is asked for so, or it is as
    /// likely as `probability` that it answers. The question before a follow-up has an answer, which makes this surer than it is.
    fn tells_in_other_words(self, probability: f32) -> bool {
        let is_plain = !self.name_asked && self.follow_up.is_none();
        self.is_asked_for_so() || is_plain && probability >= WITHOUT_KIND
    }

    /// The probability that the passage answers, 0 to 1. The weights are fitted (`docs/finding.md` says to what).
    pub(in crate::answer) fn confidence(self) -> f32 {
        let together = self.of_the_text();
        let Some(FollowUp { by_itself, asks }) = self.follow_up else { return together };
        if !asks {
            return together.min(UNSURE_WITH_PHRASES / 2.0);
        }
        let Some(ByItself { nearness, confidence }) = by_itself else { return together };
        // The question before it has an answer, and hides in what is asked together what is asked in vain.
        let log_odds = 1.70
            + 0.50 * log_odds_of(together)
            + 4.20 * (nearness.told - nearness.untold)
            + 0.45 * log_odds_of(nearness.likely_told)
            + 0.30 * confidence.map_or(0.0, log_odds_of);
        probability_of(log_odds).min(if self.kind_missing || self.reason_missing { JUST_UNSURE } else { 1.0 })
    }

    /// The same of all of the text: of a follow-up, as one question with the one before it.
    fn of_the_text(self) -> f32 {
        let one_if = |is: bool| f32::from(u8::from(is));
        let log_odds = match (self.phrases, self.nearness) {
            (Some(OfPhrases { lack_it, share }), Some(Nearness { told, untold, likely_in_vain, .. })) => {
                // A phrase that names no place asks of those that its passage names.
                let told = if self.place_missing { 0.0 } else { told };
                -7.10 + 1.22 * self.matched + 1.59 * self.closeness + 3.39 * share + 9.81 * (told - untold)
                    - 0.68 * log_odds_of(likely_in_vain)
                    - 1.63 * one_if(lack_it)
                    - 0.26 * self.aspects
                    - 1.52 * self.aspects_missing
                    - 1.11 * one_if(self.kind_missing)
                    - 1.01 * one_if(self.role_missing)
                    - 0.48 * one_if(self.name_missing)
            }
            (Some(OfPhrases { lack_it, share }), None) => {
                -9.65 + 2.00 * self.matched + 2.09 * self.exact + 2.50 * self.closeness + 3.91 * share
                    - 2.10 * one_if(lack_it)
                    - 0.99 * self.aspects
                    - 1.92 * self.aspects_missing
                    - 5.66 * one_if(self.place_missing)
                    - 2.21 * one_if(self.kind_missing)
                    - 3.29 * one_if(self.role_missing)
                    - 1.37 * one_if(self.name_missing)
            }
            (None, _) => {
                -3.35 + 2.75 * self.strength + 0.55 * self.matched
                    - 0.28 * self.aspects
                    - 0.28 * self.aspects_missing
                    - 4.29 * one_if(self.place_missing)
                    - 0.81 * one_if(self.role_missing)
                    - 0.92 * one_if(self.name_missing)
            }
        };
        let probability = probability_of(log_odds);
        match self.whereabouts {
            _ if self.is_elsewhere => probability.min(UNSURE_WITH_PHRASES / 2.0),
            Some(true) => probability.max(TOLD_BESIDE),
            Some(false) => probability.min(UNSURE / 2.0),
            None if self.role_missing && self.only_role && !self.is_asked_for_so() => probability.min(UNSURE / 2.0),
            None if self.holds_all_keywords => probability.max(ALL_KEYWORDS),
            None if self.holds_all_names => probability.max(UNSURE),
            None if self.reason_missing || self.kind_missing && !self.tells_in_other_words(probability) => {
                probability.min(JUST_UNSURE)
            }
            None => probability,
        }
    }
}

/// What is added to a likelihood, and to that of the opposite, before their odds are told: none is surer than a hundred to one.
const LEAST_LIKELY: f32 = 0.01;

/// The logarithm of its odds, as far as these are told.
fn log_odds_of(probability: f32) -> f32 {
    ((probability + LEAST_LIKELY) / (1.0 - probability + LEAST_LIKELY)).ln()
}

fn probability_of(log_odds: f32) -> f32 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// A phrase that holds less of a question, in parts of its weight, is not like it.
const LIKE_A_PHRASE: f32 = 0.2;

/// From here on a question is in the very wording of a phrase.
const VERY_WORDING: f32 = 0.85;

/// Those who do what an office has them do, as a text tells of them without a name: *two staff of the department*.
const STAFF: [&str; 8] = ["staff", "staffers", "employees", "officials", "officers", "pegawai", "staf", "petugas"];
/// What asks for the name itself.
const NAMES: [&str; 5] = ["name", "names", "named", "nama", "namanya"];
const NAMES_JA: [&str; 2] = ["名前", "氏名"];

/// Does `question` ask for a name as such.
fn asks_for_a_name(question: &str) -> bool {
    word_ranges(question).any(|it| is_one_of(&question[it], &NAMES))
        || NAMES_JA.iter().any(|name| question.contains(name))
}

/// Does `text`, which is in `language` and a passage's of `index`, hold a name that may be somebody's: none that is matched,
/// no place, and not a word that has its capital from the beginning of a sentence. Or does it say what somebody is, *the mayor*,
/// and the question does not; or whose staff it was, where no name is asked for.
fn names_somebody(
    (query, question): (&Query, &str),
    (language, text): (Language, &str),
    (passage, index): (Ordinal, &Index),
    glossary: &Names,
) -> bool {
    let field = Field::Words(language);
    let Some(analyzed) = index.analyzed(field, passage) else { return true };
    let occurrences = query.occurrences(field, analyzed);
    let matched: Vec<Range<usize>> = occurrences.iter().map(|found| found.range(analyzed)).collect();
    let is_free = |name: &Range<usize>| matched.iter().all(|range| range.end <= name.start || name.end <= range.start);
    let only_begins = |name: &Range<usize>| {
        let before = text[..name.start].trim_end();
        (before.is_empty() || before.ends_with(['.', '!', '?'])) && !text[name.clone()].contains(' ')
    };
    let mut found = AnswerKind::Organisation.find_in(language, text).into_iter();
    let is_staff = |word: &str| STAFF.contains(&word) && !asks_for_a_name(question);
    let is_somebody = |word: &Range<usize>| {
        let folded = Folded::new(&text[word.clone()]);
        is_free(word) && (is_role(folded.as_str()) || is_staff(folded.as_str()))
    };
    found.any(|name| is_free(&name) && !only_begins(&name) && !glossary.names_a_place(&text[name]))
        || word_ranges(text).any(|word| is_somebody(&word))
}

/// The least for a passage that has all keywords of a question that has nothing else.
const ALL_KEYWORDS: f32 = 0.5;

/// The least for a passage that tells where the place lies that is asked for.
const TOLD_BESIDE: f32 = 0.8;

/// From here on a passage without the date, the number or the name that is asked for tells it in other words: *how far back do the
/// ties go*.
const WITHOUT_KIND: f32 = 0.9;

/// The most for a passage without it below that: perhaps it tells it so.
pub(in crate::answer) const JUST_UNSURE: f32 = FOUND - 0.01;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    const ALL_THERE: Signals = Signals {
        strength: 1.2,
        exact: 1.0,
        closeness: 1.0,
        matched: 3.0,
        aspects: 0.0,
        aspects_missing: 0.0,
        name_missing: false,
        place_missing: false,
        is_elsewhere: false,
        kind_missing: false,
        name_asked: false,
        reason_missing: false,
        role_missing: false,
        only_role: false,
        holds_all_keywords: false,
        holds_all_names: false,
        whereabouts: None,
        phrases: None,
        nearness: None,
        follow_up: None,
    };
    const ASKED: Signals = Signals { phrases: Some(OfPhrases { lack_it: false, share: 0.8 }), ..ALL_THERE };

    #[test]
    fn more_of_the_question_is_more_confidence() {
        for all in [ALL_THERE, ASKED] {
            let phrases = |share| all.phrases.map(|phrases| OfPhrases { share, ..phrases });
            let half = Signals { strength: 0.6, exact: 0.5, matched: 2.0, phrases: phrases(0.5), ..all };
            let little =
                Signals { strength: 0.2, exact: 0.1, closeness: 0.6, matched: 1.0, phrases: phrases(0.1), ..all };
            assert!(all.confidence() >= FOUND, "{all:?}");
            assert!(half.confidence() < all.confidence() && half.confidence() > little.confidence(), "{half:?}");
            assert!(little.confidence() < UNSURE, "{little:?}");
        }
    }

    #[test]
    fn a_follow_up_is_judged_by_itself_too() {
        let near = |told, untold| Nearness { told, untold, likely_told: told, likely_in_vain: untold };
        let all = Signals { nearness: Some(near(0.8, 0.3)), ..ASKED };
        let follow_up = |told, untold, confidence| {
            let by_itself = Some(ByItself { nearness: near(told, untold), confidence });
            Signals { follow_up: Some(FollowUp { by_itself, asks: true }), ..all }.confidence()
        };
        let (told, unknown, in_vain) =
            (follow_up(0.8, 0.3, Some(0.9)), follow_up(0.5, 0.5, None), follow_up(0.1, 0.9, Some(0.01)));
        assert!(told > FOUND && told > unknown && unknown > in_vain && in_vain < UNSURE_WITH_PHRASES, "{in_vain}");
        let likely = |likely_told| {
            let nearness = Nearness { likely_told, ..near(0.3, 0.6) };
            let by_itself = Some(ByItself { nearness, confidence: Some(0.5) });
            Signals { follow_up: Some(FollowUp { by_itself, asks: true }), ..all }.confidence()
        };
        assert!(likely(0.9) > likely(0.1) + 0.1, "{} {}", likely(0.9), likely(0.1));
        let silent = FollowUp { by_itself: None, asks: false };
        assert!(Signals { follow_up: Some(silent), ..all }.confidence() < UNSURE_WITH_PHRASES);
        let asks = FollowUp { by_itself: None, asks: true };
        let same = Signals { follow_up: Some(asks), ..all }.confidence() - all.confidence();
        assert!(same.abs() < f32::EPSILON, "{same}");
    }

    #[test]
    fn whose_staff_it_was_tells_who_but_no_name() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, is_found) in [
            ("who taught waste sorting in Bandung for JICA", true),
            ("siapa yang mengajarkan pemilahan sampah di Bandung untuk JICA", true),
            ("name of who taught waste sorting in Bandung for JICA", false),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), is_found, "{question}");
        }
    }

    #[test]
    fn what_surely_answers_may_tell_a_date_or_who_it_was_in_other_words() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("How far back do the ties of Darwin and Ambon go?", true),
            ("by whom was the official city link of Vlissingen with Ambon chosen", true),
            ("name of who taught waste sorting in Bandung for JICA", false),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), expect, "{question}");
        }
        let without = Signals { kind_missing: true, ..ASKED };
        assert!(ASKED.confidence() >= WITHOUT_KIND);
        assert!(Signals { name_asked: true, ..without }.confidence() <= JUST_UNSURE);
        assert!(Signals { matched: 1.0, closeness: 0.5, ..without }.confidence() <= JUST_UNSURE);
    }

    #[test]
    fn what_tells_of_another_place_or_year_is_no_answer() {
        for all in [ALL_THERE, ASKED] {
            assert!(all.confidence() > FOUND, "{all:?}");
            assert!(Signals { is_elsewhere: true, ..all }.confidence() < UNSURE_WITH_PHRASES, "{all:?}");
        }
    }

    #[test]
    fn what_is_missing_costs() {
        let nearness = |told, untold| Nearness { told, untold, likely_told: 0.5, likely_in_vain: 0.5 };
        for missing in [
            Signals { place_missing: true, ..ASKED },
            Signals { kind_missing: true, ..ASKED },
            Signals { name_missing: true, ..ASKED },
            Signals { role_missing: true, ..ASKED },
            Signals { reason_missing: true, ..ASKED },
            Signals { phrases: Some(OfPhrases { lack_it: true, share: 0.8 }), ..ASKED },
            Signals { aspects: 1.0, aspects_missing: 1.0, ..ASKED },
            Signals { aspects: 1.0, ..ASKED },
        ] {
            assert!(missing.confidence() < ASKED.confidence(), "{missing:?}");
            let near = |signals| Signals { nearness: Some(nearness(0.5, 0.4)), ..signals };
            assert!(near(missing).confidence() < near(ASKED).confidence(), "{missing:?}");
        }
        assert!(Signals { place_missing: true, ..ASKED }.confidence() < UNSURE);
        let near = |told, untold| Signals { nearness: Some(nearness(told, untold)), ..ASKED }.confidence();
        assert!(near(0.8, 0.3) > FOUND && near(0.8, 0.3) > near(0.5, 0.3) && near(0.5, 0.3) > near(0.5, 0.6));
        assert!(near(0.3, 0.9) < UNSURE);
        assert!(Signals { role_missing: true, only_role: true, ..ASKED }.confidence() < UNSURE);
        assert!(Signals { name_missing: true, ..ALL_THERE }.confidence() < ALL_THERE.confidence());
    }
}
