//! `kembar check`: every fault of a corpus, and what would be loaded.

use super::harmless::harmless;
use super::{FOUND, NOT_FOUND, output};
use crate::corpus::{Faults, Source};
use crate::language::Language;

pub(super) fn run(source: &Source) -> u8 {
    match source.read() {
        Ok(corpus) => {
            let languages = Language::ALL.map(|language| format!("{language} {}", corpus.passages_in(language)));
            let summary = format!(
                "{} documents, {} passages ({}), corpus {}: no faults in {}.\n",
                corpus.documents().len(),
                corpus.passage_count(),
                languages.join(", "),
                corpus.hash(),
                name(source)
            );
            output::show(&summary, FOUND)
        }
        Err(faults) => {
            report(&faults);
            NOT_FOUND
        }
    }
}

/// What was read, as a person calls it: a setting at work elsewhere than at this shell would else go unseen.
fn name(source: &Source) -> String {
    match source {
        Source::Embedded => "the embedded corpus".to_owned(),
        Source::Folder(folder) => harmless(&folder.display().to_string()).into_owned(),
    }
}

/// Shows each fault with its place and the way out.
pub(super) fn report(faults: &Faults) {
    for fault in faults.as_slice() {
        anstream::eprintln!("{:?}", miette::Report::new(fault.clone()));
    }
    match faults.as_slice().len() {
        1 => anstream::eprintln!("1 fault. Nothing was loaded; `kembar check` tells when it is mended."),
        many => anstream::eprintln!("{many} faults. Nothing was loaded; `kembar check` tells when they are mended."),
    }
}
