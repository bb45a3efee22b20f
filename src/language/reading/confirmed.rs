//! What who asks holds to be so: *that was in 2018, right?*, *tahun 2018 kan?*, 2018年だよね？ Sources may tell otherwise, so it is asked
//! for and not looked for.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::{
    AnswerKind, Folded, Language, detect, is_cjk, is_one_of, is_stop_word, word_ranges, words_of, year_in_digits,
};

/// What ends a statement that asks to be confirmed, in Latin letters: its last words.
#[rustfmt::skip]
const TAGS: [&str; 53] = [
    "right", "correct", "isn't it", "isnt it", "wasn't it", "wasnt it", "is that right", "is that true", "is that correct", "is it true",
    "true or false", "no", "yes", "eh", "huh", "surely", "i assume", "i think", "i guess", "i suppose", "i reckon", "i understand", "ye", "yeah", "innit", "am i right", "kan", "kan ya", "ya kan", "bukan", "bkn", "betul", "betul kan", "betul ga", "betul gak",
    "bener", "bener kan", "bener ga", "bener gak", "benar", "benar kan", "betulkah", "betulkah begitu", "benarkah begitu", "betul begitu", "benarkah", "benar tidak", "benar begitu", "apakah betul",
    "apakah benar", "betul tidak", "ya", "to",
];
/// The verbs of question tags in English, without *not*, and their pronouns.
#[rustfmt::skip]
const TAG_VERBS: [&str; 15] =
    ["is", "are", "was", "were", "has", "have", "had", "do", "does", "did", "will", "would", "could", "ca", "wo"];
const TAG_PRONOUNS: [&str; 6] = ["it", "he", "she", "they", "there", "that"];
/// How such a statement begins.
const BEGINS: [&str; 8] =
    ["is it true", "is it right", "am i right", "apakah benar", "bener ga", "benarkah", "betulkah", "yakin"];
/// What stands right behind a guess in Japanese, or at the end.
#[rustfmt::skip]
const TAGS_JA: [&str; 18] = [
    "だよね", "ですよね", "でしたよね", "だったよね", "だよな", "でしょ", "だっけ", "でしたっけ", "であってる", "で合ってる", "であっていますか", "で合っていますか", "で間違いない",
    "で正しい", "って本当", "ってほんと", "やんな", "やんね",
];
/// What is counted in Japanese, behind the number.
const COUNTED_JA: [&str; 14] =
    ["年", "人", "番目", "都市", "か国", "カ国", "名", "点", "台", "歳", "校", "回", "つ目", "か所"];

/// How many characters there are at most between the number and what asks to confirm it.
const NEAR_JA: usize = 12;
/// What asks for something else.
const WORDS_ASKING: [&str; 11] =
    ["apa", "mana", "mengapa", "kenapa", "what", "which", "why", "how", "なぜ", "どう", "どんな"];

/// Words right before a number that say it is a year, and those that stand before one, *the 2019 conference*.
const YEAR: [&str; 4] = ["tahun", "thn", "taun", "year"];
#[rustfmt::skip]
const BEFORE_YEARS: [&str; 18] = [
    "in", "since", "by", "until", "till", "from", "before", "after", "the", "sejak", "pada", "di", "dari", "sampai", "hingga",
    "sebelum", "setelah", "mulai",
];
/// Words right before a number of what somebody has or there is, in Indonesian.
#[rustfmt::skip]
const HAVING_ID: [&str; 18] = [
    "punya", "memiliki", "mempunyai", "ada", "terdapat", "sebanyak", "berjumlah", "cuma", "hanya", "sekitar", "kira",
    "koleksi", "koleksinya", "menyimpan", "menampung", "berisi", "diikuti", "dihadiri",
];
/// Words right behind a number that what is counted is told with, in Indonesian.
const COUNTING_ID: [&str; 8] = ["buah", "unit", "ekor", "orang", "jiwa", "penduduk", "warga", "peserta"];
/// How many words behind a number may be what is counted, in English.
const EPITHET_AND_THING: usize = 2;

/// Does `text` ask for something else than to be confirmed.
fn asks_otherwise(text: &str) -> bool {
    AnswerKind::of_question(text).is_some() || WORDS_ASKING.iter().any(|asks| holds(text, asks))
}

/// Does `word` stand in `text`: as a whole word in Latin letters, anywhere in Japanese.
fn holds(text: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return text.contains(word);
    }
    word_ranges(text).any(|range| text[range].eq_ignore_ascii_case(word))
}

/// `text` with the year or the number of a statement that is to be confirmed in place of a question for it, where it has but one
/// number: *tahun 2018 kan?* as *tahun berapa kan?*
#[must_use]
pub fn with_guesses_asked(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut numbers = text.match_indices(|character: char| character.is_ascii_digit()).map(|(start, _)| start);
    let Some(start) = numbers.next() else { return text };
    let is_of_it = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',');
    let length = text[start..].find(|character| !is_of_it(character)).unwrap_or(text.len() - start);
    let end = start + text[start..start + length].trim_end_matches(['.', ',']).len();
    let stands_alone = !text[..start]
        .ends_with(|before: char| before.is_alphanumeric() && !is_cjk(before) || before == '-')
        && !text[end..].starts_with(|next: char| next.is_alphabetic() && !is_cjk(next) || next == '-');
    if !stands_alone || numbers.any(|next| next >= end) {
        return text;
    }
    let (Some(asks), number) = (asks_for(&text, start..end), start..end) else { return text };
    Cow::Owned(format!("{}{asks}{}", &text[..number.start], &text[number.end..]))
}

/// Does a statement, folded and in Latin letters, ask to be confirmed.
fn is_tagged(said: &str) -> bool {
    let said = said.trim_matches(|character: char| !character.is_alphanumeric());
    let begins = |begin: &&str| said.strip_prefix(*begin).is_some_and(|behind| behind.starts_with(' '));
    without_tag(said).len() < said.len() || BEGINS.iter().any(begins)
}

/// `said`, folded, without what asks at its end to confirm it.
pub(super) fn without_tag(said: &str) -> &str {
    let is_apart = |before: &&str| before.ends_with(|it: char| !it.is_alphanumeric());
    let before = |tag: &&str| said.strip_suffix(*tag).filter(is_apart);
    // The longest tag first.
    let tagged = TAGS.iter().filter_map(before).min_by_key(|before| before.len());
    let said = tagged.or_else(|| before_question_tag(said)).unwrap_or(said);
    said.trim_end_matches(|character: char| !character.is_alphanumeric())
}

/// `said`, folded, before an English question tag at its end, a verb and a pronoun: *didn't it*, *has she*.
fn before_question_tag(said: &str) -> Option<&str> {
    let (before, pronoun) = said.rsplit_once(' ')?;
    let (before, verb) = before.rsplit_once([' ', ','])?;
    let verb = verb.strip_suffix("n't").or_else(|| verb.strip_suffix("nt")).unwrap_or(verb);
    (TAG_VERBS.contains(&verb) && TAG_PRONOUNS.contains(&pronoun)).then_some(before)
}

/// How many bytes of `text` are said, without what asks at its end, in Latin letters, to confirm it.
#[must_use]
pub fn length_without_tag(text: &str) -> usize {
    let lower = text.to_ascii_lowercase();
    without_tag(lower.trim_end_matches(|it: char| !it.is_alphanumeric())).len()
}

/// Does `text` say something that is to be confirmed: *that is so, right?*, だよね.
#[must_use]
pub fn asks_to_confirm(text: &str) -> bool {
    let folded = Folded::new(text);
    let said = folded.as_str();
    let asks = if said.contains(is_cjk) { TAGS_JA.iter().any(|tag| said.contains(tag)) } else { is_tagged(said) };
    asks && !asks_otherwise(text)
}

/// What asks for the number of `text` at `number`, where it is to be confirmed.
fn asks_for(text: &str, number: Range<usize>) -> Option<&'static str> {
    let folded = Folded::new(text);
    let said = folded.as_str();
    if said.contains(is_cjk) {
        let behind = &text[number.end..];
        // A year need not be said to be one.
        let reads_as_year = || year_in_digits(&text[number.clone()]).is_some();
        let (behind, asks) = match COUNTED_JA.iter().find_map(|counted| behind.strip_prefix(counted)) {
            Some(behind) => (behind, "何"),
            None => (behind, if reads_as_year() { "何年" } else { return None }),
        };
        let is_near = |tag: &&str| behind.find(*tag).is_some_and(|at| behind[..at].chars().count() <= NEAR_JA);
        return (TAGS_JA.iter().any(is_near) && !asks_otherwise(text)).then_some(asks);
    }
    if !is_tagged(said) || asks_otherwise(text) {
        return None;
    }
    let language = detect(text);
    let before = words_of(&text[..number.start]).last().unwrap_or_default();
    let is_behind_year = is_one_of(before, &YEAR);
    let is_year = year_in_digits(&text[number.clone()]).is_some()
        && (is_behind_year || is_one_of(before, &BEFORE_YEARS) || !is_counted(before, &text[number.end..], language));
    Some(match (language, is_year) {
        (Some(Language::Id), true) if is_behind_year => "berapa",
        (Some(Language::Id), true) => "tahun berapa",
        (Some(Language::Id), false) => "berapa",
        (_, true) => "what year",
        (_, false) => "how many",
    })
}

/// Does the number between the word `before` and `behind` count something that is told there: in English a plural, with an
/// epithet at most, *2000* ***instruments***; in Indonesian any thing that is had, *punya 2000* ***alat***, or a word that counts.
fn is_counted(before: &str, behind: &str, language: Option<Language>) -> bool {
    let clause = behind.find([',', '.', '?', '!', ';']).map_or(behind, |end| &behind[..end]);
    let folded = Folded::new(clause);
    let language = language.unwrap_or(Language::En);
    let is_thing = |word: &&str| !is_stop_word(language, word) && !TAGS.contains(word);
    let mut things = words_of(folded.as_str()).take_while(is_thing);
    match language {
        Language::Id => {
            things.next().is_some_and(|thing| is_one_of(before, &HAVING_ID) || COUNTING_ID.contains(&thing))
        }
        Language::En | Language::Ja => things.take(EPITHET_AND_THING).any(is_plural),
    }
}

/// Is the folded English `word` a plural by its form.
fn is_plural(word: &str) -> bool {
    let has_its_end =
        word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
    has_its_end || matches!(word, "people" | "children")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_to_be_confirmed_is_asked_for() {
        for (text, expect) in [
            ("ambon jadi kota musik tahun 2018 kan?", "ambon jadi kota musik tahun berapa kan?"),
            ("kota musik ambon sejak 2018 ya?", "kota musik ambon sejak tahun berapa ya?"),
            ("yakin kota musik unesco cuma 40?", "yakin kota musik unesco cuma berapa?"),
            ("Ambon became a city of music in 2018, right?", "Ambon became a city of music in what year, right?"),
            ("the museum has 2000 instruments, right?", "the museum has how many instruments, right?"),
            ("it holds 1500 musical instruments, correct?", "it holds how many musical instruments, correct?"),
            ("museum punya 2000 alat musik kan?", "museum punya berapa alat musik kan?"),
            ("lomba itu 1500 orang ya?", "lomba itu berapa orang ya?"),
            // A year stands beside other words, too.
            ("the 2018 talks were in Ambon, right?", "the what year talks were in Ambon, right?"),
            ("in 2014 cities joined, right?", "in what year cities joined, right?"),
            ("the race started 1976 innit", "the race started what year innit"),
            ("2019 ambon masuk unesco kan?", "tahun berapa ambon masuk unesco kan?"),
            ("ambon cuma 2019 kan?", "ambon cuma tahun berapa kan?"),
            ("is it true that the city has 300,000 people", "is it true that the city has how many people"),
            ("アンボンは2014年だよね？", "アンボンは何年だよね？"),
            ("浜松が音楽都市になったのは2019年で合ってる？", "浜松が音楽都市になったのは何年で合ってる？"),
            ("アジアで2番目の音楽都市って本当？", "アジアで何番目の音楽都市って本当？"),
            // Which of them is meant, nobody can say.
            ("28 oktober 2019 kan?", "28 oktober 2019 kan?"),
            ("2014年は69都市だよね", "2014年は69都市だよね"),
            // Nothing is to be confirmed.
            ("siapa wali kota tahun 2009 ya?", "siapa wali kota tahun 2009 ya?"),
            ("2009年に来たのは誰だっけ", "2009年に来たのは誰だっけ"),
            ("who came in 2009?", "who came in 2009?"),
            ("2009年に誰が来た", "2009年に誰が来た"),
            ("COVID-19 right?", "COVID-19 right?"),
            ("mana yang benar", "mana yang benar"),
            ("", ""),
        ] {
            assert_eq!(with_guesses_asked(Cow::Borrowed(text)), expect);
        }
    }

    #[test]
    fn what_is_said_ends_before_the_tag() {
        for (text, expect) in [
            ("Darwin was the first, right?", "Darwin was the first"),
            ("darwin yang pertama kan?", "darwin yang pertama"),
            ("Darwin was the first.", "Darwin was the first"),
            ("最初はダーウィンだよね", "最初はダーウィンだよね"),
            ("", ""),
        ] {
            assert_eq!(&text[..length_without_tag(text)], expect);
        }
    }

    #[test]
    fn a_statement_may_ask_to_be_confirmed() {
        for (text, expect) in [
            ("darwin kota kembar pertama ambon kan?", true),
            ("Darwin was the first, wasn't it?", true),
            ("最初はダーウィンだったよね", true),
            ("darwin kota kembar pertama ambon", false),
            ("siapa yang pertama ya", false),
            ("", false),
        ] {
            assert_eq!(asks_to_confirm(text), expect, "{text}");
        }
    }
}
