//! Which of the matched words tell which thing of a sentence is meant: the span is the one nearest to these.

use std::ops::Range;

use crate::answer::ranges::overlap;
use crate::answer::understanding::{Concept, Names};
use crate::answer::{CitedPassage, Ranking};
use crate::index::{Analyzed, Field};
use crate::language::{AnswerKind, Language, is_weak_word, said_after, told_to_return};

/// Of the words of `ranking`'s question that are matched in the best sentence of `passage`, those that tell which of its things is
/// meant: what says that it came back, where that is asked of; where it was, *in Darwin*, as the question says it; what is counted; what function words make a name of, *mulai lagi*; or else what does
/// not say after what it was, *after the unrest*, and says more than *year*. `None` where there are no such words.
pub(in crate::answer) fn telling(
    ranking: &Ranking<'_>,
    analyzed: Analyzed<'_>,
    passage: &CitedPassage,
) -> Option<Vec<Range<usize>>> {
    let (field, query) = (Field::Words(passage.language), &ranking.query);
    let concepts = query.concepts(field);
    if query.narrowed().returns
        && let Some(returns) = told_to_return(passage.best_sentence())
    {
        let start = passage.sentence.start;
        return Some(std::iter::once(start + returns.start..start + returns.end).collect());
    }
    let of_sentence = |range: &Range<usize>| passage.sentence.contains(&range.start);
    let after = said_after(&ranking.text);
    let is_before = |concept: &Concept| after.as_ref().is_none_or(|after| !after.contains(&concept.range.start));
    let is_where = |concept: &Concept| {
        query.kind() == Some(AnswerKind::Date) && concept.is_place && says_where(&ranking.text, &concept.range)
    };
    let counted = query.narrowed().counted.as_ref().filter(|_| query.asked_for().measure().is_none());
    let is_counted = |concept: &Concept| counted.is_some_and(|counted| overlap(&concept.range, counted));
    let says_which = |concept: &Concept| concept.is_phrase || is_where(concept);
    let is_of_others = after.is_some() || concepts.iter().any(says_which);
    if is_of_others || counted.is_some() {
        let occurrences = query.occurrences(field, analyzed);
        let of = |tells: &dyn Fn(&Concept) -> bool, fits: &dyn Fn(&Range<usize>) -> bool| {
            let telling = concepts.iter().enumerate().filter(|(_, concept)| tells(concept));
            let found = telling.flat_map(|(place, _)| occurrences.of(place)).map(|it| it.range(analyzed));
            let found: Vec<Range<usize>> = found.filter(|range| of_sentence(range) && fits(range)).collect();
            (!found.is_empty()).then_some(found)
        };
        let of_others = || of(&|concept| is_before(concept) && !is_weak_word(&concept.word), &|_| true);
        let found = of(&is_counted, &|_| true)
            .or_else(|| of(&is_where, &|range| says_where(&passage.text, range)))
            .or_else(|| of(&|concept| concept.is_phrase, &|_| true))
            .or_else(|| of_others().filter(|_| is_of_others));
        if found.is_some() {
            return found;
        }
    }
    // In Japanese the word for a year is part of the date.
    if passage.language == Language::Ja {
        return None;
    }
    let says_more = |range: &Range<usize>| !is_weak_word(&passage.text[range.clone()].to_lowercase());
    let found: Vec<_> =
        passage.matches.iter().filter(|range| of_sentence(range) && says_more(range)).cloned().collect();
    (!found.is_empty()).then_some(found)
}

/// The two dates of the best sentence of `passage` where each is that of another place, *signed in Ambon on 28 October 1988 and in
/// Darwin on 21 July 1989*, `span` is one of them, and `ranking`'s question does not say where.
pub(in crate::answer) fn dates_of_two_places(
    ranking: &Ranking<'_>,
    names: &Names,
    passage: &CitedPassage,
    span: &Range<usize>,
) -> Option<[Range<usize>; 2]> {
    let (query, text, sentence) = (&ranking.query, &passage.text, &passage.sentence);
    let concepts = query.concepts(Field::Words(passage.language));
    if query.kind() != Some(AnswerKind::Date)
        || concepts.iter().any(|concept| concept.is_place && says_where(&ranking.text, &concept.range))
    {
        return None;
    }
    let dates = AnswerKind::Date.find_in(passage.language, &text[sentence.clone()]);
    let [first, second] =
        <[Range<usize>; 2]>::try_from(dates).ok()?.map(|date| sentence.start + date.start..sentence.start + date.end);
    let parts = if passage.language == Language::Ja {
        [first.start..second.start, second.start..sentence.end]
    } else {
        [sentence.start..first.end, first.end..second.end]
    };
    let place_of = |part: Range<usize>| {
        let part = &text[part];
        names.mentioned_places(part).find(|place| says_where(part, &place.range)).map(|place| place.term)
    };
    let [of_first, of_second] = parts.map(place_of);
    let are_two = of_first.is_some() && of_second.is_some() && of_first != of_second;
    (are_two && (*span == first || *span == second)).then_some([first, second])
}

/// Does `text` say of the place at `range` that something was there: *in Darwin*, *di Darwin*, ダーウィン市で.
fn says_where(text: &str, range: &Range<usize>) -> bool {
    let before = &text[..range.start];
    let is_behind = |word: &&str| before.strip_suffix(*word).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    ["in ", "In ", "di ", "Di "].iter().any(is_behind) || text[range.end..].trim_start_matches('市').starts_with('で')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Answerer, Question};
    use crate::corpus::Source;

    #[test]
    fn the_date_that_is_meant_is_pointed_at() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("kapan lomba layar darwin ambon dimulai lagi", "2007"),
            ("when did the yacht race restart after the unrest", "2007"),
            ("When did the race start up again?", "2007"),
            ("When was the race taken up again after the unrest?", "2007"),
            ("kapan lomba layar darwin ambon digelar kembali", "2007"),
            ("ヨットレースが復活した年", "2007年"),
            ("when did the yacht race begin", "1976"),
            ("kapan perjanjian darwin ambon ditandatangani di darwin", "21 Juli 1989"),
            ("kapan perjanjian darwin ambon ditandatangani di ambon", "28 Oktober 1988"),
            ("when was the sister city agreement signed in Darwin", "21 July 1989"),
            ("アンボンで姉妹都市協定が署名されたのはいつ", "1988年10月28日"),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let span = answer.answering().next().and_then(|(best, spans)| Some(&best.text[spans.first()?.clone()]));
            assert_eq!(span, Some(expect), "{question}");
        }
    }

    #[test]
    fn where_something_was_is_told_by_the_words_around_the_place() {
        for (text, expect) in [
            ("signed in Darwin", true),
            ("Di Darwin ia datang", true),
            ("ambon dan Darwin", false),
            ("berlin Darwin", false),
            ("media Darwin", false),
        ] {
            let start = text.find("Darwin").expect("it is there");
            assert_eq!(says_where(text, &(start..start + "Darwin".len())), expect, "{text}");
        }
        assert!(says_where("浜松市で署名", &(0.."浜松".len())));
        assert!(!says_where("浜松市の署名", &(0.."浜松".len())));
    }
}
