//! What somebody claims and wants checked, with who says it and what asks whether it is so around it, or right but for one thing: *bet my
//! mate that Kawai was founded in Osaka. Do I win?*, *the museum has a violin competition, right?*

use std::borrow::Cow;
use std::ops::Range;

use super::introduced::speaks_of_us;
use crate::answer::judging::{AS_WRITTEN, FOUND, SURE};
use crate::answer::ranking::{Fit, Held, Ranking};
use crate::answer::understanding::Concept;
use crate::answer::{Answer, Answerer, Question};
use crate::language::{
    AnswerKind, Claim, Language, Order, asks_to_confirm, claims, detect, has_digit, is_country, is_katakana,
    length_without_tag, month, spliced, tells_a_reason, word_ranges, words_of, years,
};

/// How many of the ways to read what is claimed are tried.
const TRIED: usize = 6;
/// How many of the passages that fit a claim best are looked into for all but one thing of it.
const NEAREST: usize = 3;
/// The fewest other things that such a passage holds of it, beside places.
const HELD: usize = 2;
const HELD_BESIDE_A_NAME: usize = 3;
/// The most words of what is wrong.
const WORDS: usize = 3;

/// What stands before a reason.
const BECAUSE: [&str; 8] =
    ["because of", "because of the", "due to", "due to the", "karena", "krn", "gara-gara", "akibat"];

impl Answerer {
    /// The answer to what is claimed in `question` alone, as a statement to be confirmed, where that is found, or surely but for one thing
    /// of it in whose stead its passage tells another; `answer`, to all of it, where it is not, or that is as sure.
    pub(in crate::answer) fn or_of_the_claim(&self, question: &Question, answer: Answer) -> Answer {
        // What follows a question is asked with that, which a claim by itself is not.
        if answer.is_found() && (answer.confidence >= SURE || question.previous.is_some()) {
            return answer;
        }
        let names = |part: &str| has_digit(part) || !self.names().mentions(part).is_empty();
        let is_name = |part: &str| has_digit(part) || self.holds_a_name(part);
        let asked = |text: String| self.answer_as_asked(&Question { text, ..question.clone() }).0;
        let mut claims: Vec<Claim> = claims(&question.text, names, is_name);
        // What somebody tells of themselves and no more claims nothing.
        let is_of_us = speaks_of_us(&question.text);
        claims.retain(|claim| !(is_of_us && claim.is_all));
        claims.truncate(TRIED);
        let mut found = claims.iter().filter_map(|claim| {
            let least = if claim.is_said_so { FOUND } else { SURE };
            Some(asked(claim.statement.clone())).filter(|it| it.is_found() && it.confidence >= least)
        });
        // The clause that states a number may stand behind one that is told, too: *when Hamamatsu joined, 38 cities did*.
        let tells_it = |it: &Answer| !tells_no_number_for(&question.text, it);
        let found =
            found.next().map(|first| if tells_it(&first) { first } else { found.find(tells_it).unwrap_or(first) });
        let but_for_one = || {
            let whole = asks_to_confirm(&question.text).then(|| question.text.clone());
            let statements = whole.into_iter().chain(claims.iter().map(|claim| claim.statement.clone()));
            statements.into_iter().find_map(|statement| self.answer_but_for_one(&statement, question))
        };
        let is_surer = |other: &Answer| !answer.is_found() || other.confidence >= SURE;
        match found.or_else(but_for_one).filter(is_surer) {
            Some(other) => Answer { question: question.clone(), ..other },
            None => answer,
        }
    }

    /// Does `text` hold the name of somebody or something, as it is written with a capital: *UNESCO*.
    pub(super) fn holds_a_name(&self, text: &str) -> bool {
        self.names().mentions(text).iter().any(|mention| self.is_name(mention.term))
    }

    /// Is that term of the glossary a name, which is written with a capital.
    pub(in crate::answer) fn is_name(&self, term: usize) -> bool {
        let names = self.corpus().glossary().terms()[term].names.get(Language::En);
        names.and_then(|names| names.first()).is_some_and(|name| name.starts_with(char::is_uppercase))
    }

    /// The answer to `statement` without the one thing that a passage near to it lacks, where that is sure.
    fn answer_but_for_one(&self, statement: &str, question: &Question) -> Option<Answer> {
        let statement = Question { text: statement.to_owned(), ..question.clone() };
        let ranking = self.ranking(&statement);
        ranking.fits.iter().take(NEAREST).find_map(|fit| {
            let wrong = self.wrong(&ranking, fit)?;
            let text = spliced(Cow::Borrowed(&*ranking.text), [(wrong, "")]).into_owned();
            let answer = self.answer_as_asked(&Question { text, ..question.clone() }).0;
            let is_it = answer.passages().first().is_some_and(|best| best.text == *self.text_of(fit));
            (is_it && answer.is_found() && answer.confidence >= SURE).then_some(answer)
        })
    }

    /// Where the one thing stands in the text of `ranking` in whose stead the passage of `fit` tells another; `None` where it does of none,
    /// or of more, or holds little else of it.
    fn wrong(&self, ranking: &Ranking<'_>, fit: &Fit) -> Option<Range<usize>> {
        let held = Held::of(&ranking.query, fit, self.index())?;
        let end = length_without_tag(&ranking.text);
        let said = || held.concepts().iter().enumerate().filter(|(_, it)| it.weight > 0.0 && it.range.end <= end);
        let lacks = |place: usize| held.named(place) < AS_WRITTEN;
        // What is told of one place is not what is told of another.
        let is_of_another = |it: &Concept| it.is_place && it.known && !is_country(&it.word);
        let others = said().filter(|(place, it)| !it.is_place && held.anywhere(*place) >= AS_WRITTEN).count();
        if others < HELD || said().any(|(place, it)| is_of_another(it) && held.anywhere(place) < AS_WRITTEN) {
            return None;
        }
        let told = self.text_of(fit);
        // What has a capital and is no place may be anything: a language, somebody.
        let may_be_wrong =
            |it: &Concept| others >= HELD_BESIDE_A_NAME || it.is_place || is_country(&it.word) || !is_name(it);
        let is_wrong = |(place, it): &(usize, &Concept)| {
            lacks(*place) && may_be_wrong(it) && self.tells_another(&ranking.text, it, told, fit.language)
        };
        let wrong: Vec<_> = said().filter(is_wrong).map(|(_, it)| it.range.clone()).collect();
        let all = wrong.iter().map(|it| it.start).min()?..wrong.iter().map(|it| it.end).max()?;
        let is_within = |it: &Concept| it.range.start > all.start && it.range.end < all.end;
        let is_one = word_ranges(&ranking.text[all.clone()]).count() <= WORDS
            && !said().any(|(place, it)| !lacks(place) && is_within(it));
        is_one.then_some(all)
    }

    /// Does what is `told` tell another thing of the kind of `what` in `text`: a number, a date, a place or a name, a thing of the same list,
    /// one of a row, a reason.
    fn tells_another(&self, text: &str, what: &Concept, told: &str, language: Language) -> bool {
        let said = &text[what.range.clone()];
        if !years(said).is_empty() || words_of(&what.word).any(|word| month(word).is_some()) {
            return !years(told).is_empty();
        }
        if has_digit(said) {
            return has_digit(told) || AnswerKind::Number.is_in(language, told);
        }
        if Order::find(said).is_some() {
            return Order::find(told).is_some();
        }
        if let Some((_, list)) = self.names().listed_things(said).next() {
            return self.names().all_listed_things(told).any(|(_, of)| of == list);
        }
        if is_name(what) || what.is_place || is_country(&what.word) {
            let known = self.names().all_named(text);
            let mut told = self.names().all_named(told).into_iter().filter(|it| self.names().is_somewhere(*it));
            return told.any(|it| !known.contains(&it));
        }
        let before = text[..what.range.start].to_lowercase();
        BECAUSE.iter().any(|because| before.trim_end().ends_with(because)) && tells_a_reason(told)
    }
}

/// Does `text` state a number, no date or year, where the passage of `answer` tells none, and so not whether that is right.
fn tells_no_number_for(text: &str, answer: &Answer) -> bool {
    let is_in = |language, text: &str| AnswerKind::Number.is_in(language, text);
    has_digit(text)
        && is_in(detect(text).unwrap_or(answer.language), text)
        && answer.passages().first().is_some_and(|best| !is_in(best.language, &best.text))
}

/// Is it a name by its letters: a number is none.
fn is_name(what: &Concept) -> bool {
    !has_digit(&what.word) && (what.is_name || !what.known && what.word.starts_with(is_katakana))
}

#[cfg(test)]
mod tests {
    use crate::answer::cases::are_told;

    #[test]
    fn what_is_claimed_is_checked_whoever_says_so() {
        are_told(
            |best| &best.text,
            &[
                ("my uncle says Roland comes from Tokyo. Is he right?", Some("founded in Hamamatsu")),
                (
                    "I've put 1985 down for the start of the piano competition in Hamamatsu, shall I change it?",
                    Some("1991"),
                ),
                ("We wrote that the piano competition in Hamamatsu began in 1985. Shall I change it?", Some("1991")),
                ("om saya bilang lomba layar darwin ambon mulai tahun 1980. dia salah ga?", Some("1976")),
                ("浜松の楽器博物館は5,000点だと祖父に聞きました。本当？", Some("3,300点")),
                ("ヤマハの本社は東京、と原稿にあります。このままでいいですか", Some("浜松市に本社")),
                // Right but for one thing.
                ("the yacht race to Ambon was stopped because of a cyclone, wasn't it", Some("unrest")),
                ("the Hamamatsu museum shows paintings of the world, right?", None),
                ("Lyon is the French city that explored cooperation with Ambon in music, right?", Some("Metz")),
                (
                    "apakah benar hamamatsu menggelar kompetisi biola internasional? guru saya bilang begitu",
                    Some("Piano"),
                ),
                ("アンボンと音楽・文化の協力を探ったメスはベルギーの都市だよね", Some("フランス")),
                // Nothing of it is told.
                ("my uncle says the museum in Hamamatsu costs 500 yen. Is he right?", None),
                ("I heard that the mayor of Darwin plays the trumpet, true?", None),
                ("om saya bilang wali kota ambon suka main biola. betul tidak?", None),
                ("浜松の市長はサーフィンが得意だと聞きました。本当ですか", None),
                ("the mayor of Hamamatsu speaks French, right?", None),
                ("I live in Ambon and my brother was in Hamamatsu in 2012", None),
            ],
        );
    }
}
