//! What is said to a bot without asking it anything: greetings, thanks, and who it is.

use std::sync::LazyLock;

use compact_str::CompactString;
use rustc_hash::{FxHashMap, FxHashSet};

use super::introduction::introduces;
use crate::answer::Reason;
use crate::language::{Folded, Language, is_cjk, is_hiragana, words_of};

/// Utterances, one a line, folded, behind the name of what is said with them: of each language, and what is said in all.
const UTTERANCES: [(Option<Language>, &str); 4] = [
    (Some(Language::Id), include_str!("small_talk/id.txt")),
    (Some(Language::En), include_str!("small_talk/en.txt")),
    (Some(Language::Ja), include_str!("small_talk/ja.txt")),
    (None, include_str!("small_talk/all.txt")),
];

/// What may be said, what counts most first: *thanks, bye* is a thank-you.
const REASONS: [Reason; 6] =
    [Reason::Identity, Reason::Complaint, Reason::Thanks, Reason::Farewell, Reason::Greeting, Reason::Understood];

/// Words that may stand around such an utterance: whom it is said to, and how much.
const AROUND: [&str; 45] = [
    "min", "kak", "bot", "kembar", "gan", "bang", "mas", "mbak", "bro", "sis", "guys", "all", "semua", "there",
    "everyone", "ya", "yah", "dong", "sih", "nih", "banyak", "banget", "sekali", "very", "much", "so", "again", "byk",
    "bnyk", "bgt", "mate", "mates", "buddy", "man", "dude", "pal", "friend", "folks", "kakak", "bu", "pak", "om",
    "tante", "bos", "lur",
];

/// The most words of an utterance, and of several.
const WORDS: usize = 7;
const MOST_WORDS: usize = 12;
/// The longest Japanese utterance that is told from others that it runs together with, in characters.
const LONGEST_TOGETHER: usize = 16;

/// Why `text` is no question, and in which language it is said where that tells; `None` where it may be one.
pub(in crate::answer) fn reason(text: &str) -> Option<(Reason, Option<Language>)> {
    reason_of(&words(Folded::new(text).as_str()))
}

/// Does `text`, which is said for `reason`, ask who somebody is who was told of, *who?*, and not who the bot is, *who are you*.
pub(in crate::answer) fn asks_of_another(reason: Reason, text: &str) -> bool {
    reason == Reason::Identity && !names_the_bot(text)
}

fn names_the_bot(text: &str) -> bool {
    #[rustfmt::skip]
    const YOU: [&str; 20] = [
        "you", "u", "your", "ur", "kamu", "km", "anda", "lu", "lo", "kau", "kmu", "bot", "kembar", "mu", "ale", "ose", "あなた", "君",
        "きみ", "ボット",
    ];
    let folded = Folded::new(text);
    let mut words = words_of(folded.as_str());
    words.any(|word| YOU.contains(&word) || YOU.iter().any(|you| !you.is_ascii() && word.contains(you)))
}

/// The same of words that tell.
fn reason_of(mut words: &[&str]) -> Option<(Reason, Option<Language>)> {
    // Nobody says so much without asking.
    if words.len() > MOST_WORDS {
        return None;
    }
    let (mut first, mut in_language, mut complains) = (REASONS.len(), None, false);
    while !words.is_empty() {
        // One utterance after the other, each as long as it can be.
        let (mut utterance, mut longest) = (CompactString::default(), None);
        for (length, word) in (1..=WORDS).zip(words) {
            join(&mut utterance, word);
            longest = KNOWN.get(&utterance).map(|known| (length, *known)).or(longest);
        }
        let (length, (place, language)) = longest.or_else(|| Some((1, run_together(words[0])?)))?;
        // *Who*, and nothing else, asks who the bot is: *who, thanks* does not.
        if REASONS[place] == Reason::Identity && length == 1 && !(first == REASONS.len() && words.len() == 1) {
            return None;
        }
        in_language = if place < first { language.or(in_language) } else { in_language.or(language) };
        first = first.min(place);
        complains |= REASONS[place] == Reason::Complaint;
        words = &words[length..];
    }
    // *What is wrong* asks, though *what is Kembar* and *wrong* do not.
    let reason = *REASONS.get(first)?;
    (reason != Reason::Identity || !complains).then_some((reason, in_language))
}

/// What counts most of the utterances that `word`, which is Japanese, is made of, written without a space between: ふーんりょ. None of
/// them asks who the bot is, which nobody asks in passing.
fn run_together(word: &str) -> Option<Known> {
    if !word.starts_with(is_cjk) {
        return None;
    }
    let letters = word.char_indices().map(|(at, _)| at);
    let bounds: Vec<usize> = letters.chain(std::iter::once(word.len())).collect();
    // From the beginning up to each bound: what counts most, where it is made of utterances.
    let mut up_to: Vec<Option<Known>> = vec![None; bounds.len()];
    for first in 0..bounds.len() - 1 {
        let before = up_to[first];
        if first > 0 && before.is_none() {
            continue;
        }
        for last in first + 1..=(first + LONGEST_TOGETHER).min(bounds.len() - 1) {
            let utterance = &word[bounds[first]..bounds[last]];
            let is_one_letter = last == first + 1 && utterance.starts_with(is_hiragana);
            let known = KNOWN
                .get(utterance)
                .filter(|(place, _)| REASONS[*place] != Reason::Identity && !is_one_letter)
                .copied();
            let both = known.map(|known| before.filter(|before| before.0 < known.0).unwrap_or(known));
            up_to[last] = [up_to[last], both].into_iter().flatten().min_by_key(|(place, _)| *place);
        }
    }
    up_to.pop().flatten()
}

/// The text without what is small talk at its beginning and its end, or tells who is asking and `is_of_nobody_else`, where it says
/// anything else: *thanks! and when was that?*
pub(in crate::answer) fn without(text: &str, is_of_nobody_else: impl Fn(&str) -> bool) -> &str {
    let parts: Vec<&str> = text.split_inclusive(['.', '!', '?', ',', '\n', '。', '！', '？', '、']).collect();
    if parts.len() < 2 {
        return text;
    }
    let is_small_talk = |part: &&&str| {
        let folded = Folded::new(part);
        let words = words(folded.as_str());
        words.is_empty() || reason_of(&words).is_some() || introduces(part) && is_of_nobody_else(part)
    };
    let before = parts.iter().take_while(is_small_talk).count();
    if before == parts.len() {
        return text;
    }
    let behind = parts.iter().rev().take_while(is_small_talk).count();
    let length = |parts: &[&str]| parts.iter().map(|part| part.len()).sum::<usize>();
    text[length(&parts[..before])..text.len() - length(&parts[parts.len() - behind..])].trim()
}

/// The place of a reason in [`REASONS`], and the language that alone says so.
type Known = (usize, Option<Language>);

/// What is known to be small talk.
static KNOWN: LazyLock<FxHashMap<CompactString, Known>> = LazyLock::new(known);

fn known() -> FxHashMap<CompactString, Known> {
    let mut known = FxHashMap::<CompactString, Known>::default();
    for (language, utterances) in UTTERANCES {
        for (name, utterance) in utterances.lines().filter_map(|line| line.split_once(": ")) {
            let place = REASONS.iter().position(|reason| reason.as_str() == name).expect("a reason's name");
            let of_two = |(_, other): &mut Known| *other = other.filter(|other| Some(*other) == language);
            let mut said = CompactString::default();
            for word in words(utterance) {
                join(&mut said, word);
            }
            known.entry(said).and_modify(of_two).or_insert((place, language));
        }
    }
    known
}

/// The words of a folded text, without those that may stand around.
fn words(text: &str) -> Vec<&str> {
    static SET: LazyLock<FxHashSet<&str>> = LazyLock::new(|| AROUND.into_iter().collect());
    text.split(|character: char| !(character.is_alphanumeric() || matches!(character, '\'' | 'ー')))
        .flat_map(|word| {
            // Latin letters stand right before Japanese ones: OKありがと.
            let (latin, rest) = word.split_at(word.find(|letter: char| !letter.is_ascii()).unwrap_or(word.len()));
            if rest.starts_with(is_cjk) { [latin, rest] } else { [word, ""] }
        })
        .filter(|word| !word.is_empty() && !SET.contains(word))
        .collect()
}

/// Puts `word` behind the words of `utterance`; Japanese ones without a space.
fn join(utterance: &mut CompactString, word: &str) {
    let goes_on = utterance.ends_with(is_cjk) && word.starts_with(is_cjk);
    if !utterance.is_empty() && !goes_on {
        utterance.push(' ');
    }
    utterance.push_str(word);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_the_bot_is_is_not_who_somebody_is() {
        for (text, expect) in [
            ("who are you?", true),
            ("Kamu siapa", true),
            ("あなたは誰ですか", true),
            ("who?", false),
            ("siapa itu", false),
            ("誰が作ったの", false),
            ("", false),
        ] {
            assert_eq!(names_the_bot(text), expect, "{text}");
            assert_eq!(asks_of_another(Reason::Identity, text), !expect, "{text}");
            assert!(!asks_of_another(Reason::Greeting, text), "{text}");
        }
    }

    #[test]
    fn small_talk_around_a_question_is_no_part_of_it() {
        for (text, expect) in [
            ("makasih byk ya! btw hamamatsu itu dimana sih", "btw hamamatsu itu dimana sih"),
            ("Halo kak, siapa wali kota Hamamatsu? Terima kasih!", "siapa wali kota Hamamatsu?"),
            ("hi. hello, when was it, thanks", "when was it,"),
            ("こんにちは。浜松市長は誰ですか？よろしくお願いします。", "浜松市長は誰ですか？"),
            ("Hi! I'm a student, when was it?", "when was it?"),
            ("市役所の者です。いつでしたでしょうか。", "いつでしたでしょうか。"),
            ("I'm from Ambon. when was it?", "I'm from Ambon. when was it?"),
            ("I'm a student.", "I'm a student."),
            ("when was it?", "when was it?"),
            ("ok, thanks!", "ok, thanks!"),
            ("Dr. Smith, who is he", "Dr. Smith, who is he"),
            ("", ""),
        ] {
            assert_eq!(without(text, |part| !part.contains("Ambon")), expect, "{text}");
        }
    }

    #[test]
    fn what_is_said_without_asking_is_known() {
        use Language::{En, Id, Ja};
        let check = |text: &str, expect: Option<(Reason, Option<Language>)>| assert_eq!(reason(text), expect, "{text}");
        check("Halo!", Some((Reason::Greeting, Some(Id))));
        check("halo min 👋", Some((Reason::Greeting, Some(Id))));
        check("Selamat pagi kak", Some((Reason::Greeting, Some(Id))));
        check("Hello there", Some((Reason::Greeting, Some(En))));
        check("こんにちは！", Some((Reason::Greeting, Some(Ja))));
        check("makasih banyak ya", Some((Reason::Thanks, Some(Id))));
        check("Thank you so much!", Some((Reason::Thanks, Some(En))));
        check("ありがとうございます。", Some((Reason::Thanks, Some(Ja))));
        check("kamu siapa?", Some((Reason::Identity, Some(Id))));
        check("What's your name?", Some((Reason::Identity, Some(En))));
        check("あなたは誰ですか？", Some((Reason::Identity, Some(Ja))));
        check("oke makasih infonya kak", Some((Reason::Thanks, Some(Id))));
        check("I see", Some((Reason::Understood, Some(En))));
        check("なるほど！", Some((Reason::Understood, Some(Ja))));
        check("bye!", Some((Reason::Farewell, None)));
        check("ok", Some((Reason::Understood, None)));
        check("Sampai jumpa ya", Some((Reason::Farewell, Some(Id))));
        check("おやすみなさい。", Some((Reason::Farewell, Some(Ja))));
        check("sumber datanya dari mana?", Some((Reason::Identity, Some(Id))));
        check("この情報はどこから？", Some((Reason::Identity, Some(Ja))));
        check("lol ok", Some((Reason::Understood, None)));
        check("that's wrong", Some((Reason::Complaint, Some(En))));
        check("wah jawabannya salah nih", Some((Reason::Complaint, Some(Id))));
        check("違うよ", Some((Reason::Complaint, Some(Ja))));
        check("thanks, that's wrong", Some((Reason::Complaint, Some(En))));
        check("すみません、違います", Some((Reason::Complaint, Some(Ja))));
        check("which one is wrong", None);
        check("what is wrong", None);
        check("salah satu kota musik", None);
        check("OKありがと", Some((Reason::Thanks, Some(Ja))));
        check("ありがとうございました。勉強になりました。", Some((Reason::Thanks, Some(Ja))));
        check("thanks mate", Some((Reason::Thanks, None)));
        check("kamu bisa jawab apa aja?", Some((Reason::Identity, Some(Id))));
        check("ok thx, bye!", Some((Reason::Thanks, None)));
        check("hai siapa km?", Some((Reason::Identity, Some(Id))));
        check("lu bot ya", Some((Reason::Identity, Some(Id))));
        check("are you a bot?", Some((Reason::Identity, Some(En))));
        check("can you speak Japanese?", Some((Reason::Identity, Some(En))));
        check("ありがとう！またね", Some((Reason::Thanks, Some(Ja))));
        check("うん、わかりました。", Some((Reason::Understood, Some(Ja))));
        check("hi, ok", Some((Reason::Greeting, Some(En))));
        check("ふーんりょ", Some((Reason::Understood, Some(Ja))));
        check("すご笑笑", Some((Reason::Understood, Some(Ja))));
        check("なるほどありがとうございます", Some((Reason::Thanks, Some(Ja))));
        check("なるほど浜松", None);
        check("ありがとう誰", None);
        check(&"はいわかりました".repeat(60), Some((Reason::Understood, Some(Ja))));
        check(&format!("{}浜松", "はいわかりました".repeat(60)), None);
        check("halo kapan ambon jadi kota musik", None);
        check("siapa rico hayat", None);
        check("浜松市長は誰ですか", None);
        check("", None);
        check("?", None);
        check("kembar", None);
    }
}
