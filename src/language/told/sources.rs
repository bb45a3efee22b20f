//! The years of what a text tells, without those of its source: *according to ANTARA (2019), the link has run since 2006*.

use super::years;

/// How a clause begins that names a source, folded or not.
const BEGINS: [&str; 4] = ["according to ", "menurut ", "as ", "seperti "];
/// Of these, those that need a word for telling behind them.
const UNSURE: [&str; 2] = ["as ", "seperti "];
/// That word.
const TELLS: [&str; 7] = ["reported", "said", "told", "wrote", "diberitakan", "dilaporkan", "dikatakan"];
/// How such a clause ends in Japanese.
const ENDS_JA: [&str; 2] = ["によると", "によれば"];

/// The years that stand in `text`, but in its clauses that name a source.
#[must_use]
pub fn years_of_events(text: &str) -> Vec<u16> {
    let sentences = text.split(". ").flat_map(|sentence| sentence.split(['。', '、', ',', ';']));
    sentences.filter(|clause| !names_a_source(clause)).flat_map(years).collect()
}

/// Does a `clause` say who tells something, and nothing else.
fn names_a_source(clause: &str) -> bool {
    let said = clause.trim().to_lowercase();
    let begins = BEGINS.iter().find(|begins| said.starts_with(**begins));
    let tells = || TELLS.iter().any(|tells| said.contains(tells));
    begins.is_some_and(|begins| !UNSURE.contains(begins) || tells()) || ENDS_JA.iter().any(|ends| said.ends_with(ends))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_of_a_source_is_none_of_an_event() {
        for (text, expect) in [
            ("According to ANTARA (2019), the link has run since 2006.", &[2006][..]),
            ("There are 47 cities, as ANTARA reported in 2024. They joined in 2014.", &[2014]),
            ("Ada 47 kota, menurut berita ANTARA tahun 2024. Kerja sama wajar.", &[]),
            ("ANTARA通信（2019年）によると、関係は2006年から続いています。", &[2006]),
            ("In 2013, as the mayor of Kyoto, he came.", &[2013]),
            ("", &[]),
        ] {
            assert_eq!(years_of_events(text), expect, "{text}");
        }
    }
}
