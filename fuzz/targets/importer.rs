//! Any bytes as a raw article: imported or refused, and what is imported reads back the same.
#![no_main]

use kembar::corpus::importing::{Given, import};
use kembar::corpus::{Corpus, CorpusFile};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let given = Given {
        id: "a".parse().expect("an id"),
        title: None,
        publisher: Some("P".to_owned()),
        published: None,
        url: Some("https://example.org/".to_owned()),
        language: None,
    };
    if let Ok(imported) = import(bytes, &given) {
        let file = CorpusFile { name: "a.toml".to_owned(), content: Ok(imported.toml.into_bytes().into()) };
        let corpus = Corpus::read(vec![file]).expect("what is imported has no fault");
        assert_eq!(corpus.documents()[0], imported.document);
    }
});
