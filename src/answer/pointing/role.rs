//! Does a passage name who somebody is that is asked for by what they are: *the mayor of Darwin*.

use std::ops::Range;

use crate::answer::judging::AS_WRITTEN;
use crate::answer::ranges::{between, overlap};
use crate::answer::ranking::{Occurrence, Occurrences};
use crate::answer::understanding::{Concept, Mention, Names, Query};
use crate::index::{Analyzed, Field};
use crate::language::{AnswerKind, Folded, Language, is_role};

/// How many tokens may stand between what somebody is and the place where they are it.
const NEAR_ROLE: usize = 6;
/// How many bytes may stand between what somebody is and their name.
const NEAR_NAME: usize = 40;

/// What somebody is, or did, that a question asks for, among the concepts of one field.
pub(super) struct Role {
    /// The place of its concept.
    role: usize,
    /// The place of the concept of where it is, as *Darwin* in *the mayor of Darwin*.
    place: Option<usize>,
}

impl Role {
    /// The first concept of `question`, of which `query` was made, whose word is what `is_meant` means.
    pub(super) fn of(query: &Query, question: &str, language: Language, is_meant: fn(&str) -> bool) -> Option<Self> {
        let concepts = query.concepts(Field::Words(language));
        // As it stands in the question: a concept's word is cut as its field's language cuts it.
        let is_it = |concept: &Concept| is_meant(Folded::new(&question[concept.range.clone()]).as_str());
        let role = concepts.iter().position(is_it)?;
        let is_its = |range: &Range<usize>| joins(&question[between(range, &concepts[role].range)]);
        let place = concepts.iter().position(|concept| concept.is_place && is_its(&concept.range));
        Some(Self { role, place })
    }

    /// The same wherever it is.
    pub(super) const fn anywhere(&self) -> Self {
        Self { role: self.role, place: None }
    }

    /// Is its place named anywhere.
    pub(super) fn is_placed(&self, occurrences: &Occurrences) -> bool {
        self.place.is_some_and(|place| occurrences.of(place).next().is_some())
    }

    /// The bytes of `text`, which is analysed so, where it is told, with its place beside it.
    pub(super) fn told<'t>(
        &'t self,
        analyzed: Analyzed<'t>,
        occurrences: &'t Occurrences,
        text: &'t str,
        is_meant: fn(&str) -> bool,
    ) -> impl Iterator<Item = Range<usize>> + 't {
        let is_there = move |found: &Occurrence, range: &Range<usize>| {
            let is_near = |place: &Occurrence| {
                analyzed.sentence_of(place.token) == analyzed.sentence_of(found.token)
                    && place.tokens_apart(*found) <= NEAR_ROLE
                    && is_one_part(&text[between(&place.range(analyzed), range)])
            };
            self.place.is_none_or(|place| occurrences.of(place).any(is_near))
        };
        occurrences.of(self.role).filter(|found| found.closeness >= AS_WRITTEN).filter_map(move |found| {
            let range = found.range(analyzed);
            // A word of the same stem is something else: kedutaan besar is no duta besar.
            let is_it = is_meant(Folded::new(&text[range.clone()]).as_str()) && is_there(found, &range);
            is_it.then_some(range)
        })
    }
}

/// A passage that is asked for somebody by what they are.
pub(in crate::answer) struct WhoIs<'a> {
    pub(in crate::answer) query: &'a Query,
    /// The question of which `query` was made.
    pub(in crate::answer) question: &'a str,
    pub(in crate::answer) language: Language,
    /// The passage's text in that language.
    pub(in crate::answer) text: &'a str,
    pub(in crate::answer) analyzed: Analyzed<'a>,
    /// Where it holds words of the question.
    pub(in crate::answer) occurrences: &'a Occurrences,
}

impl WhoIs<'_> {
    fn told<'t>(&'t self, role: &'t Role) -> impl Iterator<Item = Range<usize>> + 't {
        role.told(self.analyzed, self.occurrences, self.text, is_role)
    }

    /// Does the passage name somebody who is what is asked for, in one sentence with that; also where nobody is asked for so. *The mayor
    /// of Darwin* is neither named where Darwin's mayor is spoken of without a name nor where another city's is.
    pub(in crate::answer) fn is_named(&self, glossary: &Names) -> bool {
        let Some(role) = Role::of(self.query, self.question, self.language, is_role) else { return true };
        let names = AnswerKind::Organisation.find_in(self.language, self.text);
        let is_named = |range: &Range<usize>| {
            let mut sentences = (0..self.analyzed.sentence_count()).map(|place| self.analyzed.sentence(place));
            let sentence = sentences.find(|sentence| sentence.contains(&range.start)).unwrap_or(0..self.text.len());
            let is_free = |name: &Range<usize>| name.end <= range.start || range.end <= name.start;
            // The capital of the next sentence names nobody here.
            let is_near = |name: &Range<usize>| overlap(name, &sentence) && between(name, range).len() <= NEAR_NAME;
            let is_a_place = |name: &Range<usize>| glossary.names_a_place(&self.text[name.clone()]);
            // Japanese has no capitals to tell a name by.
            self.language == Language::Ja
                || names.iter().any(|name| is_free(name) && is_near(name) && !is_a_place(name))
        };
        self.told(&role).any(|range| is_named(&range))
    }

    /// Is somebody asked for by what they are in a place, *the head of tourism in Darwin*, and tells the passage only who is that in
    /// another one.
    pub(in crate::answer) fn is_of_another_place(&self, glossary: &Names) -> bool {
        let role = Role::of(self.query, self.question, self.language, is_role).filter(|role| role.place.is_some());
        let Some(role) = role else { return false };
        if self.told(&role).next().is_some() {
            return false;
        }
        let anywhere = role.anywhere();
        let mut told = self.told(&anywhere).peekable();
        if told.peek().is_none() {
            return false;
        }
        let is_asked = |it: &Mention| self.query.places().iter().any(|place| !glossary.are_apart(place.term, it.term));
        let others = glossary.mentioned_places(self.text).filter(|it| !glossary.is_region(it.term) && !is_asked(it));
        let others: Vec<Mention> = others.collect();
        told.any(|role| others.iter().any(|other| joins(&self.text[between(&other.range, &role)])))
    }
}

/// Do the words between a role and a place make them one: *mayor of the city of Darwin*, *head of tourism in Darwin*, 浜松市の今の市長.
fn joins(words: &str) -> bool {
    const JOINING: [&str; 12] = ["of", "the", "city", "town", "'s", "s", "in", "kota", "pemkot", "dari", "di", "van"];
    /// What an office is called or is for, and what joins two of these: *culture and tourism*.
    #[rustfmt::skip]
    const OFFICES: [&str; 15] = [
        "tourism", "culture", "music", "environment", "education", "health", "office", "department", "bureau", "dinas", "kantor", "badan",
        "pariwisata", "kebudayaan", "budaya",
    ];
    const AND: [&str; 2] = ["and", "dan"];
    let words = words.to_lowercase();
    let words: Vec<&str> = words.split_whitespace().collect();
    let is_office = |place: Option<usize>| place.and_then(|at| words.get(at)).is_some_and(|it| OFFICES.contains(it));
    let is_joining = |(place, word): (usize, &&str)| {
        JOINING.contains(word)
            || is_office(Some(place))
            || AND.contains(word) && is_office(place.checked_sub(1)) && is_office(Some(place + 1))
            || word.chars().all(|c| "の市町県今現在".contains(c))
    };
    words.iter().enumerate().all(is_joining)
}

/// Does no comma and no bracket that closes elsewhere part what stands around `words`; a short form in brackets does not.
fn is_one_part(words: &str) -> bool {
    let brackets = words.find(['(', '（']).zip(words.rfind([')', '）'])).filter(|(opening, closing)| opening < closing);
    let has_comma = |words: &str| words.contains([',', '、']);
    match brackets {
        Some((opening, closing)) => !has_comma(&words[..opening]) && !has_comma(&words[closing..]),
        None => !has_comma(words) && !words.contains(['(', '（']),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Answerer, Outcome, Question};
    use crate::corpus::{Corpus, CorpusFile, Source};

    #[test]
    fn what_begins_the_next_sentence_names_nobody() {
        let glossary = r#"
            term = [{ id = ["wali kota"], en = ["mayor"], ja = ["市長"] }]
            place = [{ id = ["Darwin"], en = ["Darwin"], ja = ["ダーウィン"] }]
        "#;
        for (language, text, question, is_found) in [
            ("en", "A delegation met the mayor of Darwin. Talks were long.", "who is the mayor of Darwin", false),
            ("en", "A delegation met the mayor of Darwin, Ann Lee. It sang.", "who is the mayor of Darwin", true),
            ("id", "Delegasi bertemu wali kota Darwin. Pertemuan itu lama.", "siapa wali kota Darwin", false),
            ("id", "Delegasi bertemu wali kota Darwin, Ann Lee. Lama sekali.", "siapa wali kota Darwin", true),
        ] {
            let page = format!(
                "title.{language} = \"A\"\npublisher = \"A\"\nurl = \"https://example.org/\"\nkind = \"digest\"\n\
                 [[passage]]\n{language} = \"{text}\"\n"
            );
            let file = |name: &str, content: &str| CorpusFile {
                name: name.to_owned(),
                content: Ok(content.as_bytes().to_vec().into()),
            };
            let corpus = Corpus::read(vec![file("a.toml", &page), file("glossary.toml", glossary)]);
            let answerer = Answerer::new(corpus.expect("a sound corpus")).expect("its index");
            let answer = answerer.answer(&Question::new(question));
            assert_eq!(!matches!(answer.outcome, Outcome::NotFound(_)), is_found, "{text}: {}", answer.confidence);
        }
    }

    #[test]
    fn a_short_form_in_brackets_does_not_part_a_role_from_its_place() {
        for (between, expect) in [
            (" dan Kebudayaan (Disbudpar) Kota ", true),
            ("（略称）", true),
            (" of ", true),
            (", who lives in ", false),
            (" (Disbudpar), di ", false),
            (" (in ", false),
        ] {
            assert_eq!(is_one_part(between), expect, "{between:?}");
        }
    }

    #[test]
    fn a_place_belongs_to_the_role_beside_it() {
        for (between, expect) in [
            (" ", true),
            (" of the city of ", true),
            ("市の今の", true),
            ("", true),
            (" of culture and tourism in ", true),
            (" dinas pariwisata dan kebudayaan ", true),
            (" and the ", false),
            (" dan ", false),
            (" who went to ", false),
            (" yg ke ", false),
            ("はいつ", false),
        ] {
            assert_eq!(joins(between), expect, "{between:?}");
        }
    }

    #[test]
    fn who_is_it_in_another_place_is_not_who_is_asked_for() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, is_found) in [
            ("who is head of tourism in Hamamatsu", false),
            ("head of Hamamatsu's tourism office", false),
            ("who is head of tourism in Ambon", true),
            ("siapa kepala dinas pariwisata Ambon", true),
            ("siapa kepala dinas pariwisata di Hamamatsu", false),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), is_found, "{question}");
        }
    }
}
