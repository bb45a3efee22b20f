//! Words that mean nearly the same in a question and in a passage: *decide* and *determine*.

use std::collections::HashMap;
use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::FxBuildHasher;

use super::Language;
use super::stem::stem;

/// A group a line, in which each word may stand for each other; the words are folded.
const GROUPS: [&str; 3] =
    [include_str!("synonyms/id.txt"), include_str!("synonyms/en.txt"), include_str!("synonyms/ja.txt")];

/// The groups of one language.
struct Groups {
    /// The stems of each group's words, each once.
    stems: Vec<Vec<CompactString>>,
    /// In which groups each stem is.
    places: HashMap<CompactString, Vec<u16>, FxBuildHasher>,
}

impl Groups {
    fn new(language: Language) -> Self {
        let mut places: HashMap<CompactString, Vec<u16>, FxBuildHasher> = HashMap::default();
        let mut stems: Vec<Vec<CompactString>> = Vec::new();
        for (place, line) in (0..).zip(GROUPS[language as usize].lines()) {
            let mut group: Vec<CompactString> = Vec::new();
            for stem in line.split(' ').map(|word| stem(language, word)) {
                if !group.contains(&stem) {
                    places.entry(stem.clone()).or_default().push(place);
                    group.push(stem);
                }
            }
            stems.push(group);
        }
        Self { stems, places }
    }

    fn of(language: Language) -> &'static Self {
        static ALL: LazyLock<[Groups; 3]> = LazyLock::new(|| Language::ALL.map(Groups::new));
        &ALL[language as usize]
    }
}

/// The stems of the words that may stand for the one of `stem`, in the order of their groups.
pub fn synonyms(language: Language, stem: &str) -> impl Iterator<Item = &'static str> {
    let groups = Groups::of(language);
    let (own, places) = match groups.places.get_key_value(stem) {
        Some((own, places)) => (own.as_str(), places.as_slice()),
        None => ("", &[][..]),
    };
    let others = places.iter().flat_map(|place| &groups.stems[usize::from(*place)]).map(CompactString::as_str);
    others.filter(move |other| *other != own)
}

/// The stems of each group of words that may stand for each other.
pub fn synonym_groups(language: Language) -> impl Iterator<Item = impl Iterator<Item = &'static str>> {
    Groups::of(language).stems.iter().map(|group| group.iter().map(CompactString::as_str))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::terms;

    #[test]
    fn a_word_knows_what_may_stand_for_it() {
        let of = |language, word: &str| -> Vec<&str> {
            terms(language, word).iter().flat_map(|term| synonyms(language, &term.stem)).collect()
        };
        assert!(of(Language::En, "decides").contains(&"determin"));
        assert!(of(Language::En, "assisted").contains(&"help"));
        assert!(of(Language::Id, "wafatnya").contains(&"meninggal"));
        assert!(of(Language::Ja, "亡くなった").contains(&"死去"));
        assert_eq!(of(Language::En, "Ambon"), [""; 0]);
    }
}
