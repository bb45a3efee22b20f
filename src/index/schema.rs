//! The tantivy schema: a field a language, Japanese character pairs, and which passage it is.

use tantivy::schema::{FAST, IndexRecordOption, SchemaBuilder, TextFieldIndexing, TextOptions};
use tantivy::tokenizer::{PreTokenizedString, Token};

use super::Field;
use crate::language::{Language, Term};

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
        // Terms come analysed (`language::terms`): the tokenizer named here is never asked.
        let indexing = TextFieldIndexing::default().set_tokenizer("raw").set_index_option(IndexRecordOption::WithFreqs);
        let options = TextOptions::default().set_indexing_options(indexing);
        let fields = Field::ALL.map(|field| {
            let name = match field {
                Field::Words(Language::Id) => "id",
                Field::Words(Language::En) => "en",
                Field::Words(Language::Ja) => "ja",
                Field::Bigrams => "ja_bigrams",
            };
            builder.add_text_field(name, options.clone())
        });
        let ordinal = builder.add_u64_field(ORDINAL, FAST);
        Self { all: builder.build(), ordinal, fields }
    }

    pub(super) const fn field(&self, field: Field) -> tantivy::schema::Field {
        self.fields[field.place()]
    }
}

/// Terms as tantivy takes them.
pub(super) fn pre_tokenized(terms: Vec<Term>) -> PreTokenizedString {
    let tokens = terms
        .into_iter()
        .enumerate()
        .map(|(position, term)| Token {
            offset_from: term.range.start,
            offset_to: term.range.end,
            position,
            text: term.stem,
            position_length: 1,
        })
        .collect();
    PreTokenizedString { text: String::new(), tokens }
}
