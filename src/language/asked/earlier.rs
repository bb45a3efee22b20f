//! Which of two was before the other, or of several before all: *which joined first, Ambon or Hamamatsu?*, *duluan mana*, どっちが先.

use crate::language::{find_word, finds_any, is_one_of, words_of};

/// Words that ask which of two.
#[rustfmt::skip]
pub(crate) const WHICH: [&str; 8] = ["which", "who", "mana", "siapa", "どちらが", "どっちが", "どちら", "どっち"];

/// What stands between two of which one is asked for.
pub(super) const EITHER: [&str; 6] = ["or", "vs", "versus", "atau", "ato", "それとも"];
/// What does so, or ends that in Japanese, and is said otherwise, too.
const MAYBE_EITHER: [&str; 2] = ["apa", "のは"];

/// What says that one was before all others.
const OF_ALL: [&str; 4] = ["the first", "paling", "一番", "最も"];

/// Words that ask which of two was before the other, with what asks when it was for one.
#[rustfmt::skip]
const EARLIER: [Earlier; 3] = [
    ("when {}", &["first", "earlier", "sooner", "older", "quicker", "before or after"]),
    ("kapan {}", &[
        "duluan", "paling dulu", "paling dahulu", "paling awal", "lebih dulu", "lebih dahulu", "lebih awal", "lebih cepat", "lebih lama", "lebih tua",
        "sebelum atau sesudah", "sebelum atau setelah",
    ]),
    ("{}はいつ", &["先に", "先", "早く", "早い", "早かった", "古い", "前か後", "前ですか、後"]),
];

/// What says behind *paling* that something was the first.
pub(in crate::language) const FIRST_BY_PALING: [&str; 4] = ["awal", "dulu", "dahulu", "duluan"];

/// What puts several side by side of which one is asked for: *which of Yamaha, Kawai and Roland*.
const OF_SEVERAL: [&str; 4] = ["which of", "di antara", "diantara", "mana yang"];

/// What asks so of two by itself, whatever joins them: *Kawai sama Yamaha duluan mana*.
const OF_TWO: [&str; 5] = ["duluan mana", "mana duluan", "mana yang duluan", "mana yg duluan", "lebih dulu mana"];

/// What makes of the last of these a question for one of all, *kota mana yang tertua*, where nothing is put side by side.
const KINDS: [&str; 9] = ["kota", "negara", "kembar", "kembaran", "saudara", "mitra", "musik", "kreatif", "perusahaan"];

/// Words that say of several that one was before all others.
#[rustfmt::skip]
const OLDEST: [&str; 12] = [
    "first", "oldest", "earliest", "duluan", "lebih dulu", "lebih dahulu", "paling dulu", "paling dahulu", "paling awal", "paling tua", "paling lama", "tertua",
];

/// What asks when it was for one, `{}`, and the words that say of two that one was before the other.
pub(crate) type Earlier = (&'static str, &'static [&'static str]);

/// It, where `text`, in lower case, asks which of two was before the other, with a word for *which*.
pub(crate) fn asks_which_was_earlier(text: &str) -> Option<&'static Earlier> {
    earlier(text).filter(|_| finds_any(text, &WHICH))
}

/// The same, or where it asks so of two without such a word, *ambon atau hamamatsu duluan*.
pub(crate) fn asks_for_the_earlier(text: &str) -> Option<&'static Earlier> {
    earlier(text).filter(|_| finds_any(text, &WHICH) || is_of_either(text))
}

/// Does `text`, in lower case, ask which of two that it puts side by side was before the other, or which of several was before all.
pub(crate) fn asks_for_the_earlier_of_several(text: &str) -> bool {
    let is_of_several = || {
        OF_SEVERAL.iter().any(|several| {
            let Some(at) = find_word(text, several) else { return false };
            let is_of_a_kind = || words_of(&text[..at.start]).last().is_some_and(|before| is_one_of(before, &KINDS));
            finds_any(text, &EITHER) || !is_of_a_kind()
        })
    };
    is_of_either(text) && earlier(text).is_some()
        || finds_any(text, &OF_TWO)
        || finds_any(text, &OLDEST) && is_of_several()
}

/// What says in `text` that one was before another.
fn earlier(text: &str) -> Option<&'static Earlier> {
    EARLIER.iter().find(|(_, words)| finds_any(text, words))
}

/// Does `text` put two side by side of which one is asked for. What was the first of all is told of one of them.
fn is_of_either(text: &str) -> bool {
    (finds_any(text, &EITHER) || finds_any(text, &MAYBE_EITHER)) && !OF_ALL.iter().any(|of_all| text.contains(of_all))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn which_was_earlier_is_asked() {
        for (text, expect) in [
            ("which joined first, ambon or hamamatsu", [true; 3]),
            ("ambon atau hamamatsu duluan", [false, true, true]),
            ("mana yang duluan?", [true; 3]),
            ("mana yang paling dulu, ambon atau hamamatsu", [true; 3]),
            ("先なのはどっち？アンボン？浜松？", [true; 3]),
            ("浜松とアンボン、先に音楽都市になったのは", [false, true, true]),
            ("who was quicker, ambon or hamamatsu", [true; 3]),
            ("which of yamaha, kawai and roland is the oldest", [false, false, true]),
            ("yamaha kawai roland mana yang duluan", [true; 3]),
            ("kawai sama yamaha duluan mana berdirinya", [true; 3]),
            ("di antara mereka siapa yang paling tua", [false, false, true]),
            ("kota mana yang paling dulu, ambon atau hamamatsu", [true; 3]),
            ("perusahaan mana yang paling tua, yamaha, kawai atau roland", [false, false, true]),
            ("which is the oldest", [false; 3]),
            ("kota kembar mana yang tertua", [false; 3]),
            ("is ambon or hamamatsu the first", [false; 3]),
            ("アジアで一番早く音楽都市になったのは", [false; 3]),
            ("ambon atau hamamatsu", [false; 3]),
            ("when did they first meet", [false; 3]),
            ("", [false; 3]),
        ] {
            let asked = [
                asks_which_was_earlier(text).is_some(),
                asks_for_the_earlier(text).is_some(),
                asks_for_the_earlier_of_several(text),
            ];
            assert_eq!(asked, expect, "{text}");
        }
    }
}
