//! How many years ago it was, which no passage tells: it tells when.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{is_one_of, rewritten, spliced, word_ranges};

const YEARS: [&str; 5] = ["years", "yrs", "tahun", "taun", "thn"];

/// `text` with *when* in place of *how many years ago*, whatever the language.
#[must_use]
pub fn with_when_for_years_ago(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.contains("何年前") {
        return rewritten(text, [("何年前に", "いつ"), ("何年前", "いつ")]);
    }
    let is_of_years = |word: Range<usize>| is_one_of(&text[word], &YEARS);
    let Some(years) = word_ranges(&text).position(is_of_years) else { return text };
    let words: Vec<_> = word_ranges(&text).collect();
    let is =
        |place: usize, listed: &[&str]| words.get(place).is_some_and(|word| is_one_of(&text[word.clone()], listed));
    let (first, last, when) =
        if years > 1 && is(years - 1, &["many"]) && is(years - 2, &["how"]) && is(years + 1, &["ago"]) {
            (years - 2, years + 1, "when")
        } else {
            let last = if is(years + 1, &["yang", "yg"]) { years + 2 } else { years + 1 };
            if years == 0 || !is(years - 1, &["berapa", "brp", "brapa"]) || !is(last, &["lalu", "silam", "lampau"]) {
                return text;
            }
            (years - 1, last, "kapan")
        };
    let range = words[first].start..words[last].end;
    spliced(text, [(range, when)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn how_many_years_ago_it_was_is_when_it_was() {
        for (text, expect) in [
            ("how many years ago did Ambon join?", "when did Ambon join?"),
            ("brp taun yg lalu ambon jadi kota musik", "kapan ambon jadi kota musik"),
            ("Ambon bergabung berapa tahun silam", "Ambon bergabung kapan"),
            ("認定されたのは何年前ですか", "認定されたのはいつですか"),
            ("何年前に認定された？", "いつ認定された？"),
            ("how many years did it take", "how many years did it take"),
            ("sudah berapa tahun", "sudah berapa tahun"),
            ("tahun lalu berapa", "tahun lalu berapa"),
            ("years ago", "years ago"),
            ("", ""),
        ] {
            assert_eq!(with_when_for_years_ago(Cow::Borrowed(text)), expect);
        }
    }
}
