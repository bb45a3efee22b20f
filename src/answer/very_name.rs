//! Questions about somebody or something that they name: *who is Rico Hayat*. Whatever is told of them answers; no other name
//! has to be there.

use super::confidence::AS_WRITTEN;
use super::query::Query;
use crate::index::{Analyzed, Field};
use crate::language::{AnswerKind, Folded, Language, is_hiragana, is_role};

/// Does the question of `query` ask who a name is: it holds nothing but words that stand side by side in `text` and are
/// written as names there. The text is in `language` and analysed so.
pub(super) fn is_asked(query: &Query, language: Language, analyzed: Analyzed<'_>, text: &str) -> bool {
    let field = Field::Words(language);
    let concepts = query.concepts(field);
    let is_nobody = concepts.iter().any(|concept| concept.is_place || is_role(&concept.word));
    if query.kind() != Some(AnswerKind::Person) || concepts.is_empty() || is_nobody {
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

#[cfg(test)]
mod tests {
    use crate::answer::{Answerer, Outcome, Question};
    use crate::corpus::Source;

    #[test]
    fn whoever_is_named_is_told_of_and_what_they_did_is_still_asked_for() {
        let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
        let answerer = Answerer::new(corpus).expect("its index is built");
        for (question, document) in [
            ("who is suzuki yasutomo", Some("indonesiakyoukai-2009-visit")),
            ("鈴木康友って誰", Some("indonesiakyoukai-2009-visit")),
            ("who is melky goeslaw", Some("jakartapost-2019-ambon-city-of-music")),
            ("siapa nakano yusuke", Some("creative-hamamatsu-about")),
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
