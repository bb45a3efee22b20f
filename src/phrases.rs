//! What Kembar says around its passages, in each language, from `locales/*.ftl`.
//!
//! A phrase is named by its id in those files. That every id is there in every language, with the same variables, is
//! tested; a phrase that were missing all the same would show its id, and stop nothing.

use std::borrow::Cow;
use std::collections::HashMap;

use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader as _, static_loader};

use crate::answer::Reason;
use crate::corpus::{PartialDate, PassageNumber};
use crate::language::Language;

mod loader {
    #![allow(missing_docs, reason = "the macro's own items carry none")]
    use super::static_loader;

    static_loader! {
        pub(super) static LOCALES = {
            locales: "./locales",
            fallback_language: "en",
            // No invisible isolation marks around variables: Discord and terminals show them as boxes on some systems.
            customise: |bundle| bundle.set_use_isolating(false),
        };
    }
}

/// The phrase of that id.
#[must_use]
pub fn phrase(language: Language, id: &str) -> String {
    say(language, id, &HashMap::new())
}

/// The phrase of that id, its variables filled in as they stand: who shows it makes them harmless before.
#[must_use]
pub fn phrase_with<const N: usize>(
    language: Language,
    id: &str,
    variables: [(&'static str, FluentValue<'_>); N],
) -> String {
    say_with(language, id, &mut variables.into_iter())
}

/// The same for however many variables: compiled once, not for each number of them.
fn say_with(
    language: Language,
    id: &str,
    variables: &mut dyn Iterator<Item = (&'static str, FluentValue<'_>)>,
) -> String {
    let variables = variables.map(|(name, value)| (Cow::Borrowed(name), value)).collect();
    say(language, id, &variables)
}

/// A date as precise as it is known, as the language writes it: `31 Oktober 2019`, `October 2019`, `2019年`.
#[must_use]
pub fn date(language: Language, date: PartialDate) -> String {
    // Years are no quantities: as text, no grouping is put into them.
    let year = FluentValue::from(date.year().to_string());
    let month = |month: u8| FluentValue::from(phrase_with(language, "month", [("number", i64::from(month).into())]));
    match (date.month(), date.day()) {
        (Some(of), Some(day)) => {
            let parts = [("year", year), ("month", month(of)), ("day", i64::from(day).into())];
            phrase_with(language, "date-of-day", parts)
        }
        (Some(of), None) => phrase_with(language, "date-of-month", [("year", year), ("month", month(of))]),
        (None, _) => phrase_with(language, "date-of-year", [("year", year)]),
    }
}

/// What there is to say where there is no passage to show; `sought` is what was looked for, harmless where it is shown.
#[must_use]
pub fn nothing_found(language: Language, reason: Reason, sought: &str) -> String {
    let id = match reason {
        Reason::Empty => "nothing-asked",
        Reason::Topic => "topic",
        Reason::UnknownWords | Reason::NothingFits => "nothing-found",
        Reason::Greeting => "greeting",
        Reason::Thanks => "thanks",
        Reason::Understood => "understood",
        Reason::Complaint => "complaint",
        Reason::Farewell => "farewell",
        Reason::Identity => "identity",
        Reason::NothingMore => "nothing-more",
        Reason::NoSuchPassage => "no-such-passage",
    };
    phrase_with(language, id, [("words", sought.into())])
}

/// Where a passage stands: its publisher, made harmless before, `on` which day, where that is known, and its paragraph.
#[must_use]
pub fn source(language: Language, publisher: &str, on: Option<PartialDate>, paragraph: PassageNumber) -> String {
    let Punctuation { comma, .. } = punctuation(language);
    let on = on.map(|day| format!("{comma}{}", date(language, day))).unwrap_or_default();
    let paragraph = phrase_with(language, "paragraph", [("number", paragraph.get().into())]);
    format!("{publisher}{on}{comma}{paragraph}")
}

/// The marks that a language sets between what is no sentence, with the space behind them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Punctuation {
    /// Between the parts of a citation.
    pub comma: &'static str,
    /// Behind what names the rest.
    pub colon: &'static str,
    /// Behind a title.
    pub end: &'static str,
}

/// The marks of `language`.
#[must_use]
pub const fn punctuation(language: Language) -> Punctuation {
    match language {
        Language::Id | Language::En => Punctuation { comma: ", ", colon: ": ", end: ". " },
        Language::Ja => Punctuation { comma: "、", colon: "：", end: "。" },
    }
}

fn say(language: Language, id: &str, variables: &HashMap<Cow<'static, str>, FluentValue<'_>>) -> String {
    let found = loader::LOCALES.try_lookup_with_args(&identifier(language), id, variables);
    debug_assert!(found.is_some(), "no phrase {id} in {language}");
    found.unwrap_or_else(|| id.to_owned())
}

/// The language as the loader names it.
fn identifier(language: Language) -> LanguageIdentifier {
    // A code of two letters is always one.
    language.code().parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use fluent_templates::fluent_bundle::FluentResource;

    use super::*;

    const SOURCES: [(Language, &str); 3] = [
        (Language::Id, include_str!("../locales/id.ftl")),
        (Language::En, include_str!("../locales/en.ftl")),
        (Language::Ja, include_str!("../locales/ja.ftl")),
    ];

    /// Each message's id with the names of its variables.
    fn messages(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let mut messages = BTreeMap::<String, BTreeSet<String>>::new();
        let mut id = String::new();
        for line in source.lines().filter(|line| !line.starts_with('#')) {
            if let Some((name, _)) = line.split_once(" =")
                && line.starts_with(|first: char| first.is_ascii_lowercase())
            {
                name.clone_into(&mut id);
                messages.entry(id.clone()).or_default();
            }
            let variables = line.split('$').skip(1).filter_map(|after| after.split([' ', '}']).next());
            if let Some(seen) = messages.get_mut(&id) {
                seen.extend(variables.map(str::to_owned));
            }
        }
        messages
    }

    #[test]
    fn every_language_has_every_phrase_with_the_same_variables() {
        let [(_, first), others @ ..] = SOURCES;
        assert!(messages(first).len() > 20);
        for (language, source) in others {
            assert_eq!(messages(source), messages(first), "{language}");
        }
        for (language, source) in SOURCES {
            let faults = FluentResource::try_new(source.to_owned()).err().map(|(_, faults)| faults);
            assert_eq!(faults, None, "{language}");
        }
    }

    #[test]
    fn a_phrase_is_said_in_the_language_with_its_variables() {
        let check = |language, number: i64, expect: &str| {
            assert_eq!(phrase_with(language, "paragraph", [("number", number.into())]), expect);
        };
        check(Language::Id, 9, "paragraf 9");
        check(Language::En, 12, "paragraph 12");
        check(Language::Ja, 1, "第1段落");
        let other = |language, of: &str| phrase_with(language, "in-other-language", [("language", of.into())]);
        assert_eq!(other(Language::Id, "ja"), "dalam bahasa Jepang");
        assert_eq!(other(Language::En, "id"), "in Indonesian");
        assert_eq!(other(Language::Ja, "en"), "英語");
    }

    #[test]
    fn a_date_is_written_as_the_language_writes_it() {
        let check = |date_text: &str, expect: [&str; 3]| {
            let written = Language::ALL.map(|language| date(language, date_text.parse().unwrap()));
            assert_eq!(written, expect);
        };
        check("2019-10-31", ["31 Oktober 2019", "31 October 2019", "2019年10月31日"]);
        check("2024-08", ["Agustus 2024", "August 2024", "2024年8月"]);
        check("2024", ["2024", "2024", "2024年"]);
    }
}
