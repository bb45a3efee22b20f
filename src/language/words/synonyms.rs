//! Words that mean nearly the same in a question and in a passage: *decide* and *determine*.
//!
//! The lists are of words, a group a line, in which each may stand for each other; the words are folded. What is embedded is their
//! stems (`synonyms/stems/`), as stemming all of them at each start would take longer than finding an answer. A test makes these
//! of those and says how to renew them.

use std::sync::LazyLock;

use super::stop_words::WordSet;
use crate::language::Language;

/// The stems of each list; a group that has only one is left out.
const STEMS: [&str; 3] = [
    include_str!("synonyms/stems/id.txt"),
    include_str!("synonyms/stems/en.txt"),
    include_str!("synonyms/stems/ja.txt"),
];

/// The stems of each group of words that may stand for each other, with a space between, each once in a group.
pub fn synonym_groups(language: Language) -> impl Iterator<Item = &'static str> {
    STEMS[language as usize].lines()
}

/// Is `stem` in a group of words that may stand for each other.
pub(in crate::language) fn has_synonyms(language: Language, stem: &str) -> bool {
    static SETS: LazyLock<[WordSet; 3]> = LazyLock::new(|| STEMS.map(|list| list.split_ascii_whitespace().collect()));
    SETS[language as usize].contains(stem)
}

#[cfg(test)]
mod tests {
    use std::fmt::Write as _;
    use std::path::Path;

    use super::*;
    use crate::language::terms;
    use crate::language::words::stem;

    #[test]
    fn the_stems_are_those_of_the_words() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language/words/synonyms");
        for language in Language::ALL {
            let file = format!("{language}.txt");
            let mut made = String::new();
            for line in std::fs::read_to_string(folder.join(&file)).expect("the list").lines() {
                let mut group: Vec<_> = Vec::new();
                for stem in line.split(' ').map(|word| stem(language, word)) {
                    if !group.contains(&stem) {
                        group.push(stem);
                    }
                }
                if group.len() > 1 {
                    writeln!(made, "{}", group.join(" ")).expect("room for it");
                }
            }
            let stems = folder.join("stems").join(&file);
            if std::env::var_os("RENEW").is_some() {
                std::fs::write(&stems, &made).expect("the stems written");
            }
            let kept = std::fs::read_to_string(&stems).unwrap_or_default();
            assert!(kept == made, "{} is not of {file} any more: RENEW=1 cargo test the_stems_are", stems.display());
        }
    }

    #[test]
    fn a_word_knows_what_may_stand_for_it() {
        let of = |language, word: &str| -> Vec<&str> {
            let stems: Vec<_> = terms(language, word).into_iter().map(|term| term.stem).collect();
            let is_its = |stem: &str| stems.iter().any(|its| its == stem);
            let its = |group: &&str| group.split(' ').any(is_its);
            let found = synonym_groups(language).filter(its).flat_map(|group| group.split(' '));
            found.filter(|stem| !is_its(stem)).collect()
        };
        assert!(of(Language::En, "decides").contains(&"determin"));
        assert!(of(Language::En, "assisted").contains(&"help"));
        assert!(of(Language::Id, "wafatnya").contains(&"meninggal"));
        assert!(of(Language::Ja, "亡くなった").contains(&"死去"));
        assert_eq!(of(Language::En, "Ambon"), [""; 0]);
    }
}
