//! How many slips of the finger lie between two words.

/// The number of letters inserted, dropped, replaced or swapped with their neighbour that turn `a` into `b` (optimal
/// string alignment; G. Navarro, "A guided tour to approximate string matching", ACM Computing Surveys 33, 2001).
#[must_use]
pub fn edit_distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut before: Vec<usize> = Vec::new();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for i in 1..=a.len() {
        let mut row = Vec::with_capacity(b.len() + 1);
        row.push(i);
        for j in 1..=b.len() {
            let replaced = previous[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = replaced.min(previous[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(before[j - 2] + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut previous, row);
    }
    previous[b.len()]
}

/// The known word that `word` was probably meant to be: at most two edits away.
#[must_use]
pub fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    known
        .iter()
        .map(|candidate| (edit_distance(word, candidate), *candidate))
        .filter(|(distance, candidate)| *distance <= 2 && *distance < candidate.chars().count())
        .min()
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_slip_counts_one() {
        for (a, b, expect) in [
            ("", "", 0),
            ("ambon", "ambon", 0),
            ("ambon", "abmon", 1),
            ("ambon", "ambn", 1),
            ("ambon", "amboon", 1),
            ("ambon", "amban", 1),
            ("", "abc", 3),
            ("hamamatsu", "hammatus", 2),
            ("浜松", "松浜", 1),
            ("kota", "musik", 5),
        ] {
            assert_eq!(edit_distance(a, b), expect, "{a} {b}");
            assert_eq!(edit_distance(b, a), expect, "{b} {a}");
        }
    }
}
