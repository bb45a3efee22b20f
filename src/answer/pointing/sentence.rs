//! Which sentence of a passage bears most on the question.
//!
//! A name in a question says which passage it is about, and stands all over it; among its sentences the other words decide,
//! the more so the fewer sentences hold them, and whether a sentence holds the kind of thing that is asked for. A word
//! that only means nearly the same finds a passage, and tells nothing of its sentences; one of its title is what all of them are
//! about. The weights are fitted (`docs/finding.md`).

use std::ops::Range;

use super::span::new_things;
use crate::answer::judging::AS_WRITTEN;
use crate::answer::ranking::{Fit, SYNONYM};
use crate::answer::understanding::{Concept, Narrowed, Query};
use crate::index::{Field, Index};
use crate::language::{
    AnswerKind, Language, Order, Want, tells_a_reason, tells_of_an_end, tells_who_says_so, told_to_return,
};

/// What a matched word counts, in parts of its share of the question's weight.
const MATCHED: f32 = 13.0;
/// What it counts more where no other sentence holds it; of two that hold it, each gets half.
const ALONE: f32 = 13.0;
/// What it counts more in the first sentence that holds it.
const FIRST: f32 = 5.3;
/// What it loses where the question writes it as a name.
const NAME: f32 = 8.0;
/// What a later sentence gains that begins with what is asked about as something of what the one before it named: *its fields are*.
const TOPIC: f32 = 16.0;
/// What is left of all that where it stands in the title of the passage's document.
const OF_TITLE: f32 = 0.5;
/// What it counts where not this sentence holds it but the one before: what was just named is still spoken of.
const BEFORE: f32 = 11.4;
/// How often a word counts that function words make a name of the glossary of, *mulai lagi*: it tells more than by itself.
const PHRASE: f32 = 4.0;
/// What a sentence gains that holds the kind of thing that is asked for, and not from the question.
const KIND: f32 = 10.2;
/// What it gains then for a date, too, which is surely told by its form.
const DATE: f32 = 4.0;
/// What it gains then, too, in parts of the share of the question's weight that it holds.
const KIND_MATCHED: f32 = 7.0;
/// What a sentence gains that tells a reason where one is asked for.
const REASON: f32 = 6.0;
/// What one gains that tells that something ended, where that is asked of; where the reason for that is, as much as for a reason.
const END: f32 = 3.0;

/// The place, from 0, of the best sentence of the passage of `fit`, the text of which is `text`; the first of equal ones. What came
/// second stands behind what was first; who says so stands in a sentence that tells it.
pub(in crate::answer) fn best(query: &Query, fit: &Fit, index: &Index, text: &str) -> usize {
    let best = best_by_its_words(query, fit, index, text);
    let Narrowed { said, order, returns, goes_on, .. } = query.narrowed();
    let Some(analyzed) = index.analyzed(Field::Words(fit.language), fit.passage) else { return best };
    let sentence = |place: usize| &text[analyzed.sentence(place)];
    let is_first = |place: usize| Order::First.is_in(sentence(place));
    if *order == Some(Order::Second) && best + 1 < analyzed.sentence_count() && is_first(best) {
        return best + 1;
    }
    // What goes on may have stopped and come back.
    if *returns || *goes_on {
        let tells_it = |place: &usize| told_to_return(sentence(*place)).is_some();
        return if tells_it(&best) { best } else { (0..analyzed.sentence_count()).find(tells_it).unwrap_or(best) };
    }
    if fit.language == Language::Id && query.asked_for().is_what_it_holds() {
        let holds = (0..analyzed.sentence_count()).find(|place| sentence(*place).starts_with("Isinya "));
        return holds.unwrap_or(best);
    }
    let tells_it = |place: &usize| tells_who_says_so(sentence(*place));
    if *said && !tells_it(&best) {
        return (0..analyzed.sentence_count()).find(tells_it).unwrap_or(best);
    }
    best
}

/// The same by the words of the question.
#[expect(clippy::cast_precision_loss, reason = "sentences and words are few")]
fn best_by_its_words(query: &Query, fit: &Fit, index: &Index, text: &str) -> usize {
    let words = Field::Words(fit.language);
    let Some(analyzed) = index.analyzed(words, fit.passage) else { return 0 };
    let count = analyzed.sentence_count();
    if count < 2 {
        return 0;
    }
    let mut scores = vec![0.0_f32; count];
    let mut matched = vec![0.0_f32; count];
    let mut closest = vec![0.0_f32; count];
    let mut in_title = Vec::new();
    let fields = [words, Field::Bigrams];
    let fields = if fit.language == Language::Ja { &fields[..] } else { &fields[..1] };
    for field in fields {
        let Some(analyzed) = index.analyzed(*field, fit.passage) else { continue };
        let concepts = query.concepts(*field);
        let asked: f32 = concepts.iter().map(weight).sum();
        let part = if *field == Field::Bigrams { PAIRS } else { 1.0 };
        let occurrences = query.occurrences(*field, analyzed);
        query.matcher(*field).named(concepts, index.title(*field, fit.passage), &mut in_title);
        for (place, concept) in concepts.iter().enumerate().filter(|(_, concept)| concept.weight > 0.0) {
            closest.fill(0.0);
            for occurrence in occurrences.of(place).filter(|occurrence| occurrence.closeness > SYNONYM) {
                let closest = &mut closest[analyzed.sentence_of(occurrence.token)];
                *closest = closest.max(occurrence.closeness);
            }
            let share = part * weight(concept) / asked * if in_title[place] > 0.0 { OF_TITLE } else { 1.0 };
            let holding = closest.iter().filter(|closest| **closest > 0.0).count().max(1) as f32;
            let counts = MATCHED + ALONE / holding - if concept.is_name { NAME } else { 0.0 };
            if query.kind().is_none() && *field == words && !concept.is_name {
                for occurrence in occurrences.of(place).filter(|it| it.closeness >= AS_WRITTEN) {
                    let sentence = analyzed.sentence_of(occurrence.token);
                    let (range, word) = (analyzed.sentence(sentence), occurrence.range(analyzed));
                    if sentence > 0 && is_topic(text, range, word, fit.language) {
                        scores[sentence] += TOPIC;
                    }
                }
            }
            let (mut is_first, mut before) = (true, 0.0);
            for (sentence, closest) in closest.iter().copied().enumerate() {
                let counts = if closest == 0.0 {
                    BEFORE * before
                } else if std::mem::take(&mut is_first) {
                    (counts + FIRST) * closest
                } else {
                    counts * closest
                };
                scores[sentence] += share * counts;
                matched[sentence] += share * closest;
                before = closest;
            }
        }
    }
    for (place, (score, matched)) in scores.iter_mut().zip(matched).enumerate() {
        let new = |kind| new_things(kind, query.asked_for(), fit.language, &text[analyzed.sentence(place)]);
        if query.kind().is_some_and(|kind| analyzed.holds(place, kind) && !new(kind).is_empty()) {
            let of_date = if query.kind() == Some(AnswerKind::Date) { DATE } else { 0.0 };
            *score += KIND + of_date + KIND_MATCHED * matched;
        }
    }
    let (a_reason, an_end) = (query.want() == Some(Want::Reason), query.narrowed().ends);
    if a_reason || an_end {
        for (place, score) in scores.iter_mut().enumerate() {
            let sentence = &text[analyzed.sentence(place)];
            *score += if a_reason && tells_a_reason(sentence) { REASON } else { 0.0 };
            let end = if a_reason { REASON } else { END };
            *score += if an_end && tells_of_an_end(sentence) { end } else { 0.0 };
        }
    }
    (0..count).max_by(|a, b| scores[*a].total_cmp(&scores[*b]).then(b.cmp(a))).unwrap_or_default()
}

/// Does the `sentence` of `text`, which is in `language`, begin with the `word` as something of what the one before it named: *its
/// fields*, *bidangnya*, 分野は.
fn is_topic(text: &str, sentence: Range<usize>, word: Range<usize>, language: Language) -> bool {
    let (before, behind) = (text[sentence.start..word.start].trim(), &text[word.end..sentence.end]);
    match language {
        Language::En => before.eq_ignore_ascii_case("its") || before.eq_ignore_ascii_case("their"),
        Language::Id => before.is_empty() && text[word].ends_with("nya"),
        Language::Ja => before.is_empty() && behind.starts_with('は'),
    }
}

/// How much a word tells of the sentence that is meant.
fn weight(concept: &Concept) -> f32 {
    concept.weight * if concept.is_phrase { PHRASE } else { 1.0 }
}

/// What Japanese character pairs count beside words.
const PAIRS: f32 = 0.3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_with_what_belongs_to_the_one_before_it() {
        use Language::{En, Id, Ja};
        for (language, text, word, expect) in [
            (En, "It was signed. Its fields are health and culture.", "fields", true),
            (En, "It was signed. The fields are green.", "fields", false),
            (Id, "Sudah diperbarui. Bidangnya kesehatan.", "Bidangnya", true),
            (Id, "Sudah diperbarui. Bidang itu luas.", "Bidang", false),
            (Ja, "覚書を更新しました。分野は保健です。", "分野", true),
            (Ja, "覚書を更新しました。この分野は保健です。", "分野", false),
            (Ja, "覚書を更新しました。分野を話しました。", "分野", false),
        ] {
            let sentence = text.find(['.', '。']).map(|end| end + if language == Ja { 3 } else { 2 }).unwrap();
            let start = text.find(word).unwrap();
            assert_eq!(is_topic(text, sentence..text.len(), start..start + word.len(), language), expect, "{text}");
        }
    }

    #[test]
    fn what_is_asked_about_heads_the_sentence_that_is_shown() {
        use crate::answer::{Answerer, Question};
        use crate::corpus::Source;
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [("2019の覚書の分野なに", "分野は"), ("bidang kerja sama ssva apa", "Bidangnya")]
        {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages()[0].best_sentence();
            assert!(best.starts_with(expect), "{question}: {best}");
        }
    }
}
