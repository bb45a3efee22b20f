//! Terms of the field, each in Indonesian, English and Japanese with its spellings and short forms.

use crate::language::ByLanguage;

/// One thing, and what it is called.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Its names in each language, the usual one first; none empty.
    pub names: ByLanguage<Vec<String>>,
    /// Is it a place: a passage that does not name the place that is asked about is hardly an answer.
    pub is_place: bool,
    /// Which list of things it is of that are not each other, *piano, violin*, counted from 0; `None` where it is of none. A
    /// passage that names another one of them than is asked about is no answer.
    pub apart: Option<usize>,
    /// The regions that it lies in, a country or a continent, as the places of their terms in the glossary: what is asked of a
    /// region is told by what lies in it, and not by a passage of other regions alone.
    pub within: Vec<usize>,
}

/// The terms that let a question in one language find a passage in another.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Glossary(Vec<Term>);

impl Glossary {
    /// A glossary of these terms.
    #[must_use]
    pub const fn new(terms: Vec<Term>) -> Self {
        Self(terms)
    }

    /// The terms, in the order of their file.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        &self.0
    }
}
