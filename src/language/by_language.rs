//! One value for each language that has one.

use serde::Deserialize;

use super::Language;

/// A value in one or more languages. Which ones is for who builds it to check; a corpus text has at least one.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByLanguage<T> {
    /// In Indonesian.
    pub id: Option<T>,
    /// In English.
    pub en: Option<T>,
    /// In Japanese.
    pub ja: Option<T>,
}

impl<T> Default for ByLanguage<T> {
    fn default() -> Self {
        Self { id: None, en: None, ja: None }
    }
}

impl<T> ByLanguage<T> {
    /// The value in `language`, if there is one.
    #[must_use]
    pub const fn get(&self, language: Language) -> Option<&T> {
        match language {
            Language::Id => self.id.as_ref(),
            Language::En => self.en.as_ref(),
            Language::Ja => self.ja.as_ref(),
        }
    }

    /// The place of the value in `language`.
    pub const fn get_mut(&mut self, language: Language) -> &mut Option<T> {
        match language {
            Language::Id => &mut self.id,
            Language::En => &mut self.en,
            Language::Ja => &mut self.ja,
        }
    }

    /// The value for a reader of `language`: theirs, else English, Indonesian, Japanese, in this order.
    #[must_use]
    pub fn for_reader(&self, language: Language) -> Option<(Language, &T)> {
        [language, Language::En, Language::Id, Language::Ja]
            .into_iter()
            .find_map(|candidate| Some((candidate, self.get(candidate)?)))
    }

    /// The values that there are, each with its language.
    pub fn iter(&self) -> impl Iterator<Item = (Language, &T)> {
        Language::ALL.into_iter().filter_map(|language| Some((language, self.get(language)?)))
    }

    /// The languages that have a value.
    pub fn languages(&self) -> impl Iterator<Item = Language> {
        self.iter().map(|(language, _)| language)
    }

    /// The same languages, each value changed by `change`.
    pub fn map<U>(self, mut change: impl FnMut(Language, T) -> U) -> ByLanguage<U> {
        ByLanguage {
            id: self.id.map(|value| change(Language::Id, value)),
            en: self.en.map(|value| change(Language::En, value)),
            ja: self.ja.map(|value| change(Language::Ja, value)),
        }
    }
}

impl<T> FromIterator<(Language, T)> for ByLanguage<T> {
    fn from_iter<I: IntoIterator<Item = (Language, T)>>(values: I) -> Self {
        let mut collected = Self::default();
        for (language, value) in values {
            *collected.get_mut(language) = Some(value);
        }
        collected
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_their_own_language_first() {
        let both: ByLanguage<&str> = [(Language::Id, "halo"), (Language::Ja, "やあ")].into_iter().collect();
        assert_eq!(both.for_reader(Language::Ja), Some((Language::Ja, &"やあ")));
        assert_eq!(both.for_reader(Language::En), Some((Language::Id, &"halo")));
        assert_eq!(ByLanguage::<&str>::default().for_reader(Language::En), None);
    }
}
