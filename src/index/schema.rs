//! The tantivy schema: a field a language, Japanese character pairs, and which passage it is.

use tantivy::schema::{FAST, IndexRecordOption, SchemaBuilder, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

use super::Field;
use crate::language::Term;

/// The fast field that holds a passage's ordinal.
pub(super) const ORDINAL: &str = "ordinal";

pub(super) struct Schema {
    pub(super) all: tantivy::schema::Schema,
    pub(super) ordinal: tantivy::schema::Field,
    fields: [tantivy::schema::Field; 4],
}

impl Schema {
    pub(super) fn new() -> Self {
        let mut builder = SchemaBuilder::new();
        let indexing = TextFieldIndexing::default().set_tokenizer(TERMS).set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(indexing);
        let fields = Field::ALL.map(|field| builder.add_text_field(field.name(), options.clone()));
        let ordinal = builder.add_u64_field(ORDINAL, FAST);
        Self { all: builder.build(), ordinal, fields }
    }

    pub(super) const fn field(&self, field: Field) -> tantivy::schema::Field {
        self.fields[field.place()]
    }
}

/// The name of [`BetweenTerms`].
pub(super) const TERMS: &str = "terms";

/// What stands between two terms: no term holds it.
const BETWEEN: char = '\0';

/// Terms as tantivy takes them: one text, which [`BetweenTerms`] cuts again.
pub(super) fn joined(terms: &[Term]) -> String {
    let mut text = String::with_capacity(terms.iter().map(|term| term.stem.len() + 1).sum());
    for (place, term) in terms.iter().enumerate() {
        if place > 0 {
            text.push(BETWEEN);
        }
        text.push_str(&term.stem);
    }
    text
}

/// Cuts a text between terms that were found before.
#[derive(Debug, Clone, Default)]
pub(super) struct BetweenTerms(Token);

impl Tokenizer for BetweenTerms {
    type TokenStream<'a> = Cut<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> Cut<'a> {
        self.0.reset();
        Cut { terms: text.split(BETWEEN), token: &mut self.0 }
    }
}

/// The terms of one text.
pub(super) struct Cut<'a> {
    terms: std::str::Split<'a, char>,
    token: &'a mut Token,
}

impl TokenStream for Cut<'_> {
    fn advance(&mut self) -> bool {
        let Some(term) = self.terms.next() else { return false };
        self.token.text.clear();
        self.token.text.push_str(term);
        self.token.position = self.token.position.wrapping_add(1);
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
