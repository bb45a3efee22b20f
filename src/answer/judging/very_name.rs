//! Questions about somebody or something that they name: *who is Rico Hayat*. Whatever is told of them answers; no other name
//! has to be there.

use super::confidence::AS_WRITTEN;
use crate::answer::understanding::{Concept, Query};
use crate::index::{Analyzed, Field};
use crate::language::{AnswerKind, Folded, Language, has_question_word, is_hiragana, is_role, word_ranges};

/// Does `question`, which is that of `query`, ask who a name is, or is it nothing but a name of two words and more, *melky
/// goeslaw*: it holds nothing but words that stand side by side in `text` and are written as names there. The text is in
/// `language` and analysed so.
pub(in crate::answer) fn is_asked(
    question: &str,
    query: &Query,
    language: Language,
    analyzed: Analyzed<'_>,
    text: &str,
) -> bool {
    let field = Field::Words(language);
    let concepts = query.concepts(field);
    let is_nobody = concepts.iter().any(|concept| concept.is_place || is_role(&concept.word));
    let is_bare = || {
        says_nothing_but(concepts, question)
            && language != Language::Ja
            && query.kind().is_none()
            && !has_question_word(question)
    };
    if concepts.is_empty() || is_nobody || query.kind() != Some(AnswerKind::Person) && !is_bare() {
        return false;
    }
    let is_name = |word: &str| match language {
        Language::Ja => !Folded::new(word).as_str().contains(is_hiragana),
        _ => word.starts_with(char::is_uppercase),
    };
    let occurrences = query.occurrences(field, analyzed);
    let is_named = |place: usize, near: usize| {
        let mut found = occurrences.of(place).filter(|found| found.closeness >= AS_WRITTEN);
        found.any(|found| found.token.abs_diff(near) < concepts.len() && is_name(&text[found.range(analyzed)]))
    };
    let mut begins = occurrences.of(0).map(|found| found.token);
    begins.any(|begin| (0..concepts.len()).all(|place| is_named(place, begin)))
}

/// Does `question` have two words and more, and none that is not of these `concepts`.
pub(super) fn says_nothing_but(concepts: &[Concept], question: &str) -> bool {
    let words: usize = concepts.iter().map(|concept| concept.word.split(' ').count()).sum();
    words > 1 && word_ranges(question).count() == words
}

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Outcome, Question};
    use crate::corpus::Source;

    #[test]
    fn nobody_else_is_pointed_at_for_whoever_is_named() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for question in ["who is melky goeslaw", "who is rico hayat", "siapa nakano yusuke", "鈴木康友って誰"] {
            let answer = answerer.answer(&Question::new(question));
            let Some((_, spans)) = answer.answering().next() else { panic!("{question}: {answer:?}") };
            assert!(spans.is_empty(), "{question}: {spans:?}");
        }
    }

    #[test]
    fn whoever_is_named_is_told_of_and_what_they_did_is_still_asked_for() {
        let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
        let answerer = Answerer::new(corpus).expect("its index is built");
        for (question, document) in [
            ("who is suzuki yasutomo", Some("indonesiakyoukai-2009-visit")),
            ("鈴木康友って誰", Some("indonesiakyoukai-2009-visit")),
            ("who is melky goeslaw", Some("jakartapost-2019-ambon-city-of-music")),
            ("siapa nakano yusuke", Some("creative-hamamatsu-about")),
            ("melky goeslaw", Some("jakartapost-2019-ambon-city-of-music")),
            ("Hogeschool Zeeland", Some("vlissingen-stedenband-ambon")),
            ("glenn goeslaw", None),
            ("who founded yamaha", None),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let found = match &answer.outcome {
                Outcome::Found { passages, .. } => Some(passages.best().citation.passage.document.as_str()),
                _ => None,
            };
            assert_eq!(found, document, "{question}: {}", answer.confidence);
        }
    }
}
