//! What a button or a select holds: all that is needed to answer a click on it, so that it works after a restart and for
//! as long as its message stands.
//!
//! Written as a word and its parts, with colons between: `show:en:3:80351110224678912`. A new control is a variant, its
//! word in `Display` and `FromStr`, and a line in [`LONGEST`].

use std::fmt;
use std::str::FromStr;

use serenity::all::UserId;

use super::limits;
use crate::corpus::{DocumentId, PassageId};
use crate::language::Language;

/// What a click asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CustomId {
    /// The answer in `language`, its passages from the place `from` on, which counts from 0: a further page, a page
    /// before, another language.
    Show {
        /// Who asked: for them the message changes, others get a view of their own.
        asker: UserId,
        /// The first passage that is shown.
        from: u8,
        /// The reader's language.
        language: Language,
    },
    /// The passage between its neighbours.
    Context {
        /// Which one.
        passage: PassageId,
        /// The reader's language.
        language: Language,
    },
    /// The private answer, posted for all to see.
    Share {
        /// The first passage that is shown.
        from: u8,
        /// The reader's language.
        language: Language,
    },
    /// The answer, gone.
    Remove {
        /// Who asked: they may, as may who manages messages.
        asker: UserId,
    },
    /// The answer is no help.
    NotHelpful {
        /// The first passage that is shown.
        from: u8,
        /// The reader's language.
        language: Language,
    },
    /// A page of the list of documents; as a select's, the document that was chosen from it.
    Sources {
        /// Which page, from 0.
        page: u16,
        /// The reader's language.
        language: Language,
    },
    /// A page of a document.
    Document {
        /// Which one.
        document: DocumentId,
        /// Which page, from 0.
        page: u16,
        /// The reader's language.
        language: Language,
    },
    /// A page of the timeline.
    Timeline {
        /// Which page, from 0.
        page: u16,
        /// The reader's language.
        language: Language,
        /// What it is filtered by.
        filter: FilterText,
    },
    /// A private message of the bot's, posted for all to see as it stands.
    Post,
}

/// What a timeline is filtered by, as typed, cut to [`FilterText::MAX_LENGTH`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FilterText(String);

impl FilterText {
    /// The longest filter, in code points.
    pub const MAX_LENGTH: usize = 60;

    /// As much of `text` as there is room for.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let text: String = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let cut: String = text.chars().take(Self::MAX_LENGTH).collect();
        Self(cut.trim_end().to_owned())
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Digits of the largest `u8`, `u32`, `u64`.
const DIGITS: (usize, usize, usize) = (3, 10, 20);
/// Digits of the largest `u16`.
const PAGE: usize = 5;
/// A colon and a language.
const CODE: usize = 1 + 2;

/// The length of the longest of each variant.
const LONGEST: [usize; 9] = [
    "show".len() + CODE + 1 + DIGITS.0 + 1 + DIGITS.2,
    "near".len() + CODE + 1 + DocumentId::MAX_LENGTH + "#".len() + DIGITS.1,
    "share".len() + CODE + 1 + DIGITS.0,
    "remove".len() + 1 + DIGITS.2,
    "not-helpful".len() + CODE + 1 + DIGITS.0,
    "sources".len() + CODE + 1 + PAGE,
    "page".len() + CODE + 1 + PAGE + 1 + DocumentId::MAX_LENGTH,
    "time".len() + CODE + 1 + PAGE + 1 + FilterText::MAX_LENGTH,
    "post".len(),
];

const _: () = {
    let mut variant = 0;
    while variant < LONGEST.len() {
        assert!(LONGEST[variant] <= limits::CUSTOM_ID);
        variant += 1;
    }
};

impl fmt::Display for CustomId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Show { asker, from, language } => write!(f, "show:{language}:{from}:{}", asker.get()),
            Self::Context { passage, language } => write!(f, "near:{language}:{passage}"),
            Self::Share { from, language } => write!(f, "share:{language}:{from}"),
            Self::Remove { asker } => write!(f, "remove:{}", asker.get()),
            Self::NotHelpful { from, language } => write!(f, "not-helpful:{language}:{from}"),
            Self::Sources { page, language } => write!(f, "sources:{language}:{page}"),
            Self::Document { document, page, language } => write!(f, "page:{language}:{page}:{document}"),
            Self::Timeline { page, language, filter } => write!(f, "time:{language}:{page}:{}", filter.as_str()),
            Self::Post => f.write_str("post"),
        }
    }
}

/// The text is no control of this version's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no control of this version")]
pub struct UnknownCustomId;

impl FromStr for CustomId {
    type Err = UnknownCustomId;

    fn from_str(text: &str) -> Result<Self, UnknownCustomId> {
        let mut parts = text.split(':');
        let decoded = match parts.next().unwrap_or_default() {
            "show" => {
                let language = next(&mut parts)?;
                Self::Show { language, from: number(&mut parts)?, asker: user(&mut parts)? }
            }
            "near" => Self::Context { language: next(&mut parts)?, passage: next(&mut parts)? },
            "share" => Self::Share { language: next(&mut parts)?, from: number(&mut parts)? },
            "remove" => Self::Remove { asker: user(&mut parts)? },
            "not-helpful" => Self::NotHelpful { language: next(&mut parts)?, from: number(&mut parts)? },
            "sources" => Self::Sources { language: next(&mut parts)?, page: number(&mut parts)? },
            "page" => {
                let (language, page) = (next(&mut parts)?, number(&mut parts)?);
                Self::Document { language, page, document: next(&mut parts)? }
            }
            "time" => {
                let (language, page) = (next(&mut parts)?, number(&mut parts)?);
                // The filter is whatever was typed, colons too.
                let filter = parts.by_ref().collect::<Vec<_>>().join(":");
                Self::Timeline { language, page, filter: FilterText::new(&filter) }
            }
            "post" => Self::Post,
            _ => return Err(UnknownCustomId),
        };
        if parts.next().is_some() { Err(UnknownCustomId) } else { Ok(decoded) }
    }
}

/// The next part.
fn next<'t, T: FromStr>(parts: &mut impl Iterator<Item = &'t str>) -> Result<T, UnknownCustomId> {
    parts.next().and_then(|part| part.parse().ok()).ok_or(UnknownCustomId)
}

/// The next part as a number, in digits alone.
fn number<'t, T: FromStr>(parts: &mut impl Iterator<Item = &'t str>) -> Result<T, UnknownCustomId> {
    let digits = parts.next().filter(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
    digits.and_then(|digits| digits.parse().ok()).ok_or(UnknownCustomId)
}

/// The next part as a user's id, which is never 0.
fn user<'t>(parts: &mut impl Iterator<Item = &'t str>) -> Result<UserId, UnknownCustomId> {
    number(parts).and_then(|id: u64| if id == 0 { Err(UnknownCustomId) } else { Ok(UserId::new(id)) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::PassageNumber;

    fn any_language() -> impl Strategy<Value = Language> {
        proptest::sample::select(&Language::ALL)
    }

    fn any_user() -> impl Strategy<Value = UserId> {
        (1..=u64::MAX).prop_map(UserId::new)
    }

    fn any_passage() -> impl Strategy<Value = PassageId> {
        ("[a-z0-9][a-z0-9._-]{0,79}", 1..=u32::MAX).prop_map(|(document, number)| PassageId {
            document: document.parse().unwrap(),
            number: PassageNumber::new(number).unwrap(),
        })
    }

    fn any_custom_id() -> impl Strategy<Value = CustomId> {
        prop_oneof![
            (any_user(), any::<u8>(), any_language()).prop_map(|(asker, from, language)| CustomId::Show {
                asker,
                from,
                language
            }),
            (any_passage(), any_language()).prop_map(|(passage, language)| CustomId::Context { passage, language }),
            (any::<u8>(), any_language()).prop_map(|(from, language)| CustomId::Share { from, language }),
            any_user().prop_map(|asker| CustomId::Remove { asker }),
            (any::<u8>(), any_language()).prop_map(|(from, language)| CustomId::NotHelpful { from, language }),
            (any::<u16>(), any_language()).prop_map(|(page, language)| CustomId::Sources { page, language }),
            (any_passage(), any::<u16>(), any_language()).prop_map(|(passage, page, language)| CustomId::Document {
                document: passage.document,
                page,
                language
            }),
            ("\\PC{0,70}", any::<u16>(), any_language()).prop_map(|(filter, page, language)| CustomId::Timeline {
                page,
                language,
                filter: FilterText::new(&filter)
            }),
            Just(CustomId::Post),
        ]
    }

    #[test]
    fn the_longest_of_all_fits() {
        let document: DocumentId = "a".repeat(DocumentId::MAX_LENGTH).parse().unwrap();
        let passage = PassageId { document: document.clone(), number: PassageNumber::new(u32::MAX).unwrap() };
        let (asker, from, language) = (UserId::new(u64::MAX), u8::MAX, Language::Ja);
        let longest = [
            CustomId::Show { asker, from, language },
            CustomId::Context { passage, language },
            CustomId::Share { from, language },
            CustomId::Remove { asker },
            CustomId::NotHelpful { from, language },
            CustomId::Sources { page: u16::MAX, language },
            CustomId::Document { document, page: u16::MAX, language },
            CustomId::Timeline { page: u16::MAX, language, filter: FilterText::new(&"浜".repeat(100)) },
            CustomId::Post,
        ];
        assert_eq!(longest.map(|custom_id| limits::length(&custom_id.to_string())), LONGEST);
    }

    #[test]
    fn what_is_no_control_is_an_error() {
        for text in [
            "",
            "show",
            "show:en:0",
            "show:en:0:0",
            "show:en:256:1",
            "show:en:+1:1",
            "show:en::1",
            "show:de:0:1",
            "show:en:0:1:",
            "show:en:0:18446744073709551616",
            "Show:en:0:1",
            "near:en:a",
            "near:en:a#0",
            "remove:",
            "not-helpful",
            "more",
        ] {
            assert_eq!(text.parse::<CustomId>(), Err(UnknownCustomId), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn it_reads_as_it_is_written(custom_id in any_custom_id()) {
            let written = custom_id.to_string();
            prop_assert!(limits::length(&written) <= limits::CUSTOM_ID);
            prop_assert_eq!(written.parse::<CustomId>(), Ok(custom_id));
        }

        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC{0,100}|(show|near|share):(en|ja):[0-9a-z#:]{0,90}") {
            if let Ok(custom_id) = text.parse::<CustomId>() {
                prop_assert!(limits::length(&custom_id.to_string()) <= limits::CUSTOM_ID);
            }
        }
    }
}
