//! Words that mean nearly the same in a question and in a passage: *decide* and *determine*.

use std::sync::LazyLock;

use compact_str::CompactString;

use super::Language;
use super::stem::stem;

/// A group a line, in which each word may stand for each other; the words are folded.
const GROUPS: [&str; 3] =
    [include_str!("synonyms/id.txt"), include_str!("synonyms/en.txt"), include_str!("synonyms/ja.txt")];

/// The stems of each group of words that may stand for each other, each once in a group.
#[must_use]
pub fn synonym_groups(language: Language) -> &'static [Vec<CompactString>] {
    static ALL: LazyLock<[Vec<Vec<CompactString>>; 3]> = LazyLock::new(|| {
        Language::ALL.map(|language| {
            let of_line = |line: &str| {
                let mut group: Vec<CompactString> = Vec::new();
                for stem in line.split(' ').map(|word| stem(language, word)) {
                    if !group.contains(&stem) {
                        group.push(stem);
                    }
                }
                group
            };
            GROUPS[language as usize].lines().map(of_line).collect()
        })
    });
    &ALL[language as usize]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::terms;

    #[test]
    fn a_word_knows_what_may_stand_for_it() {
        let of = |language, word: &str| -> Vec<&str> {
            let stems: Vec<_> = terms(language, word).into_iter().map(|term| term.stem).collect();
            let its = |group: &&Vec<CompactString>| group.iter().any(|stem| stems.contains(stem));
            let found = synonym_groups(language).iter().filter(its).flatten();
            found.filter(|stem| !stems.contains(stem)).map(CompactString::as_str).collect()
        };
        assert!(of(Language::En, "decides").contains(&"determin"));
        assert!(of(Language::En, "assisted").contains(&"help"));
        assert!(of(Language::Id, "wafatnya").contains(&"meninggal"));
        assert!(of(Language::Ja, "亡くなった").contains(&"死去"));
        assert_eq!(of(Language::En, "Ambon"), [""; 0]);
    }
}
