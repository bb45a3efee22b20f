//! That somebody doubts what was just answered, by another value or by that: *not 2006?*, 2014 bukan?, ほんとに39万？

use crate::language::{
    Folded, Language, has_digit, is_cjk, is_hiragana, is_one_of, is_stop_word, month, word_ranges, words_of,
};

/// What doubts it.
#[rustfmt::skip]
const DOUBTS: [&str; 44] = [
    "not", "no", "isn", "wasn", "isnt", "wasnt", "really", "thought", "read", "heard", "saw", "sure", "right", "correct", "though", "wait", "only",
    "huh", "bukan", "bukannya", "bkn", "bkannya", "kirain", "kukira", "kupikir", "yakin", "beneran", "bener", "bener2", "benar", "bnr", "serius",
    "masa", "masak", "kok", "lho", "loh", "katanya", "cuma", "hanya", "baca", "nyebut", "bilang", "denger",
];
/// What says of a name that it is another one.
const ANOTHER: [&str; 8] = ["bukan", "bukannya", "bkn", "bkannya", "not", "isnt", "wasnt", "thought"];
/// What tells that somebody says another one, whoever it is.
#[rustfmt::skip]
const SAYS: [&str; 18] = [
    "says", "said", "say", "claims", "reckons", "told", "wrote", "writes", "has", "have", "got", "bilang", "bilangnya", "kata", "katanya", "nyebut",
    "menyebut", "nulis",
];
/// The most words of who says so.
const SAYER: usize = 3;
/// What may stand around either.
#[rustfmt::skip]
const AROUND: [&str; 68] = [
    "i", "it", "it's", "its", "that", "was", "is", "in", "on", "since", "somewhere", "elsewhere", "online", "once", "always", "or", "but", "so", "oh",
    "ok", "tho", "wrong", "he", "she", "they", "hm", "hmm", "wow", "just", "t", "the", "year", "years", "people", "percent", "as", "well", "there", "already", "million",
    "aku", "saya", "gue", "gw", "kira", "pernah", "di", "sejak", "tahun", "thn", "taun", "pada", "ya", "sih", "kan", "itu", "tuh", "ada", "yang", "yg", "ga",
    "nya", "juta", "persen", "eh", "tapi", "dia", "salah",
];
/// The same in Japanese, longer ones first.
#[rustfmt::skip]
const DOUBTS_JA: [&str; 17] = [
    "じゃないんですか", "ではないのですか", "と思っていました", "じゃないですか", "と思ってました", "じゃないの", "と思っていた", "と思ってた", "じゃなくて", "じゃなかった",
    "で合って", "であって", "ほんとに", "本当に", "ほんと", "本当", "まじで",
];
#[rustfmt::skip]
const AROUND_JA: [&str; 29] = [
    "もっと多い", "もっと少ない", "もっと前", "もっと後", "そんなに", "どこかで", "んですか", "のですか", "ますか", "ますよね", "ですか", "るの", "だけ", "たった", "とか",
    "って", "けど", "には", "では", "えっ", "あれ", "さん", "さま", "え", "も", "の", "か", "は", "だ",
];
/// How who says so is told there.
#[rustfmt::skip]
const SAYS_JA: [&str; 12] = [
    "って言ってました", "って言ってた", "と言ってました", "と言ってた", "って聞きました", "って聞いた", "と聞きました", "と聞いた", "って書いてあった", "と書いてあった", "って書いてある",
    "と書いてある",
];
/// What is counted in Japanese, and what a number is written with.
const OF_NUMBERS_JA: [char; 20] = [
    '年', '月', '日', '人', '名', '個', '点', '社', '件', '校', '国', '都', '市', '番', '目', '万', '億', '割', '台',
    '歳',
];
/// The most words of a name, and the most characters of one in Japanese.
const NAME: usize = 2;
const NAME_JA: usize = 6;

/// Does `text` say nothing but that it doubts a number, a year or a date, by naming one; or a name, where it `names_no_place`: that a
/// place is meant asks of it.
#[must_use]
pub fn doubts_what_was_told(text: &str, names_no_place: impl Fn() -> bool) -> bool {
    if text.contains(is_cjk) { doubts_ja(text, names_no_place) } else { doubts_latin(text, names_no_place) }
}

fn doubts_latin(text: &str, names_no_place: impl Fn() -> bool) -> bool {
    // *Why* has a capital from the beginning of a sentence.
    let says_nothing = |word: &str| is_stop_word(Language::En, word) || is_stop_word(Language::Id, word);
    let mut first = words_of(text);
    // *Was that in 2014*.
    let is_guess = first.next().is_some_and(|it| is_one_of(it, &["was", "is"]))
        && first.next().is_some_and(|it| is_one_of(it, &["that", "it"]));
    let is_said = word_ranges(text).any(|word| is_one_of(&text[word], &SAYS));
    let (mut is_doubt, mut is_other, mut values, mut names, mut sayer) = (is_said, false, 0, 0, 0);
    for range in word_ranges(text) {
        let (word, lower) = (&text[range.clone()], text[range].to_lowercase());
        if is_one_of(word, &DOUBTS) {
            is_doubt = true;
            is_other |= is_one_of(word, &ANOTHER);
        } else if has_digit(word) || month(&lower).is_some() {
            values += 1;
        } else if !is_one_of(word, &AROUND) && !is_one_of(word, &SAYS) {
            // Who says so stands before the value, and has any name.
            if is_said && values == 0 && sayer < SAYER {
                sayer += 1;
                continue;
            }
            if !word.starts_with(char::is_uppercase) || says_nothing(&lower) {
                return false;
            }
            names += 1;
        }
    }
    (is_doubt || is_guess)
        && if names == 0 { values > 0 } else { is_other && values == 0 && names <= NAME && names_no_place() }
}

fn doubts_ja(text: &str, names_no_place: impl Fn() -> bool) -> bool {
    let folded = Folded::new(text);
    let said: String = folded.as_str().chars().filter(|it| it.is_alphanumeric()).collect();
    let without = |said: &str, listed: &[&str]| listed.iter().fold(said.to_owned(), |rest, it| rest.replace(it, " "));
    let unsaid = without(&said, &SAYS_JA);
    let is_said = unsaid != said;
    let rest = without(&unsaid, &DOUBTS_JA);
    if rest == said {
        return false;
    }
    let has_value = rest.contains(|it: char| it.is_ascii_digit());
    let rest = without(&rest, &AROUND_JA);
    let is_of_a_number = |it: char| it.is_ascii_digit() || OF_NUMBERS_JA.contains(&it);
    let rest: String = rest.chars().filter(|it| !(it.is_whitespace() || has_value && is_of_a_number(*it))).collect();
    if has_value {
        return rest.is_empty() || is_said && rest.chars().count() <= NAME_JA && !rest.contains(is_hiragana);
    }
    let is_another = || said.contains("じゃな") || said.contains("ではな");
    let is_name = || !rest.is_empty() && rest.chars().count() <= NAME_JA && !rest.contains(is_hiragana);
    is_another() && is_name() && names_no_place()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_or_a_name_is_doubted_and_nothing_else_said() {
        for (text, expect) in [
            ("Bukannya 1996?", true),
            ("2014 bukan?", true),
            ("Lho bukannya Suzuki?", true),
            ("I read 2006 somewhere though", true),
            ("1979?? i thought 2014", true),
            ("90% nya bener2?", true),
            ("really 25?", true),
            ("not 31 October?", true),
            ("ada ga yg nyebut 2006", true),
            ("え、もっと多いと思ってた。ほんとに39万？", true),
            ("2013年で合ってますか", true),
            ("2014年じゃないの？", true),
            ("鈴木さんじゃないの", true),
            ("my teacher says 1985", true),
            ("wikipedia says 50 tho", true),
            ("tapi guru saya bilang 1985, dia salah?", true),
            ("先生は1985年だって言ってたけど", true),
            ("本には5000点と書いてあった", true),
            ("the mayor of the city of music says 1985", false),
            ("who said 1985 was the year of the first race", false),
            ("市長が1985年に何て言ってた", false),
            ("was that in 2014", true),
            ("was he there in 2014", false),
            ("鈴木氏じゃないの", true),
            ("2014?", false),
            ("and in 2014?", false),
            ("bukan, maksudku Darwin", false),
            ("who came in 2009", false),
            ("not the mayor", false),
            ("Why not?", false),
            ("ほんとに？", false),
            ("2009年の市長は本当に来たの", false),
            ("", false),
        ] {
            assert_eq!(doubts_what_was_told(text, || true), expect, "{text}");
        }
        assert!(!doubts_what_was_told("Bukannya Tokyo?", || false));
    }
}
