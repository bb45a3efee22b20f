//! Any bytes as a corpus file: read or refused with faults, and what is read is written and read back the same.
#![no_main]

use kembar::corpus::importing::to_toml;
use kembar::corpus::{Corpus, CorpusFile};
use libfuzzer_sys::fuzz_target;

fn read(name: &str, content: Vec<u8>) -> Option<Corpus> {
    match Corpus::read(vec![CorpusFile { name: name.to_owned(), content: Ok(content.into()) }]) {
        Ok(corpus) => Some(corpus),
        Err(faults) => {
            assert!(!faults.as_slice().is_empty());
            let _ = faults.to_string();
            None
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let _ = read("glossary.toml", bytes.to_vec());
    if let Some(corpus) = read("a.toml", bytes.to_vec()) {
        let document = &corpus.documents()[0];
        assert!(!document.passages.is_empty());
        let again = read("a.toml", to_toml(document).into_bytes()).expect("what was read can be written and read");
        assert_eq!(&again.documents()[0], document);
    }
});
