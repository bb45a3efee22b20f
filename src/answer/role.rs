//! Does a passage name who somebody is that is asked for by what they are: *the mayor of Darwin*.

use std::ops::Range;

use super::confidence::AS_WRITTEN;
use super::glossary::Names;
use super::matching::{Occurrence, Occurrences};
use super::query::Query;
use crate::index::{Analyzed, Field};
use crate::language::{AnswerKind, Folded, Language, is_role};

/// How many tokens may stand between what somebody is and the place where they are it.
const NEAR_ROLE: usize = 4;
/// How many bytes may stand between what somebody is and their name.
const NEAR_NAME: usize = 40;

/// Does `text`, which is in `language` and analysed so, with the question's words at `occurrences`, name somebody who is what `question` asks for; also where it asks
/// for nobody so. *The mayor of Darwin* is neither named where Darwin's mayor is spoken of without a name nor where another
/// city's is.
pub(super) fn names_whoever_is(
    query: &Query,
    question: &str,
    language: Language,
    analyzed: Analyzed<'_>,
    occurrences: &Occurrences,
    text: &str,
    glossary: &Names,
) -> bool {
    let concepts = query.concepts(Field::Words(language));
    let Some(role) = concepts.iter().position(|concept| is_role(&concept.word)) else { return true };
    let is_its = |range: &Range<usize>| joins(between(question, range, &concepts[role].range));
    let place = concepts.iter().position(|concept| concept.is_place && is_its(&concept.range));
    let names = AnswerKind::Organisation.find_in(language, text);
    let is_named = |range: &Range<usize>| {
        let is_free = |name: &Range<usize>| name.end <= range.start || range.end <= name.start;
        let is_near = |name: &Range<usize>| between(text, name, range).len() <= NEAR_NAME;
        // Japanese has no capitals to tell a name by.
        language == Language::Ja
            || names.iter().any(|name| is_free(name) && is_near(name) && !glossary.is_place(&text[name.clone()]))
    };
    let is_there = |found: &Occurrence, range: &Range<usize>| {
        let is_near = |place: &Occurrence| {
            analyzed.sentence_of(place.token) == analyzed.sentence_of(found.token)
                && place.tokens_apart(*found) <= NEAR_ROLE
                && !between(text, &place.range(analyzed), range).contains([',', '(', '、', '（'])
        };
        place.is_none_or(|place| occurrences.of(place).any(is_near))
    };
    occurrences.of(role).filter(|found| found.closeness >= AS_WRITTEN).any(|found| {
        let range = found.range(analyzed);
        // A word of the same stem is something else: kedutaan besar is no duta besar.
        is_role(Folded::new(&text[range.clone()]).as_str()) && is_there(found, &range) && is_named(&range)
    })
}

/// What stands between two parts of a text, whichever comes first.
fn between<'t>(text: &'t str, a: &Range<usize>, b: &Range<usize>) -> &'t str {
    let (start, end) = (a.end.min(b.end), a.start.max(b.start));
    text.get(start..end).unwrap_or_default()
}

/// Do the words between a role and a place make them one: *mayor of the city of Darwin*, 浜松市の今の市長.
fn joins(words: &str) -> bool {
    const JOINING: [&str; 10] = ["of", "the", "city", "town", "'s", "s", "kota", "pemkot", "dari", "van"];
    let is_joining = |word: &str| JOINING.contains(&word) || word.chars().all(|c| "の市町県今現在".contains(c));
    words.split_whitespace().all(|word| is_joining(&word.to_lowercase()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_belongs_to_the_role_beside_it() {
        for (between, expect) in [
            (" ", true),
            (" of the city of ", true),
            ("市の今の", true),
            ("", true),
            (" who went to ", false),
            (" yg ke ", false),
            ("はいつ", false),
        ] {
            assert_eq!(joins(between), expect, "{between:?}");
        }
    }

    #[test]
    fn what_stands_between_is_told_in_either_order() {
        let text = "mayor of Ambon";
        assert_eq!((between(text, &(0..5), &(9..14)), between(text, &(9..14), &(0..5))), (" of ", " of "));
        assert_eq!(between(text, &(0..5), &(0..5)), "");
    }
}
