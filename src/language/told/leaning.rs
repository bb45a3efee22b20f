//! Sentences that are understood only after the one before them.

use crate::language::{Language, is_cjk, is_stop_word, words_of};

/// Words for somebody or something that was named before.
const ENGLISH_PRONOUNS: [&str; 9] = ["it", "its", "he", "his", "she", "her", "they", "their", "them"];
const INDONESIAN_PRONOUNS: [&str; 3] = ["dia", "beliau", "mereka"];

/// What else a sentence begins with where it speaks of what the one before it named.
const ENGLISH: [&str; 7] = ["this", "these", "that", "those", "both", "then", "such"];
const INDONESIAN: [&str; 5] = ["ia", "keduanya", "ini", "itu", "demikian"];
const JAPANESE: [&str; 13] =
    ["この", "その", "これ", "それ", "ここ", "そこ", "同年", "同市", "同氏", "同会", "両市", "両者", "彼"];

/// What points back in Indonesian, behind what it points at, *lomba itu*; among a sentence's first words.
const POINTING: [&str; 3] = ["itu", "ini", "tersebut"];
const FIRST_WORDS: usize = 4;

/// Words that end as if they had the possessive *-nya*.
const WITHOUT_POSSESSIVE: [&str; 6] = ["hanya", "tanya", "punya", "kenya", "biasanya", "akhirnya"];

/// What is pointed at here and now, *hari ini*, and not in the sentence before.
const NOW: [&str; 3] = ["hari", "saat", "kini"];

/// Words that begin as one that points back.
const JAPANESE_ALIKE: [&str; 4] = ["それぞれ", "このたび", "その他", "ここ数年"];

/// Does an Indonesian word say whose something is: *sejarahnya*.
fn is_possessed(word: &str) -> bool {
    word.ends_with("nya") && !WITHOUT_POSSESSIVE.contains(&word)
}

/// Does a question speak of something that the one before it named: *who leads it*, *siapa wali kotanya*, その市長は.
#[must_use]
pub fn points_back(question: &str) -> bool {
    const WORDS: [&str; 8] = ["him", "itu", "situ", "disitu", "sana", "disana", "tersebut", "tsb"];
    // *Are there* says that there are.
    const THERE_IS: [&str; 6] = ["is", "are", "was", "were", "be", "been"];
    const JAPANESE: [&str; 7] = ["その", "それ", "そこ", "彼", "同市", "両市", "向こう"];
    let lowered = question.to_lowercase();
    let mut words = words_of(&lowered).peekable();
    let mut before = "";
    while let Some(word) = words.next() {
        // *Apa itu AMO* asks of what follows.
        let names_it = word == "itu" && matches!(before, "apa" | "siapa") && words.peek().is_some();
        let is_place =
            word == "there" && !THERE_IS.contains(&before) && !words.peek().is_some_and(|next| THERE_IS.contains(next));
        before = word;
        if names_it {
            continue;
        }
        let is_one = is_place
            || WORDS.contains(&word)
            || ENGLISH_PRONOUNS.contains(&word)
            || INDONESIAN_PRONOUNS.contains(&word);
        // Whose it is may stand behind it: *sejarahnya Yamaha*.
        let has_owner = words.peek().is_some_and(|next| !is_stop_word(Language::Id, next));
        if is_one || word != "nya" && is_possessed(word) && !has_owner {
            return true;
        }
    }
    let is_alike = |rest: &str| JAPANESE_ALIKE.iter().any(|alike| rest.starts_with(alike));
    JAPANESE.iter().any(|word| lowered.match_indices(word).any(|(at, _)| !is_alike(&lowered[at..])))
}

/// Does a sentence, at its beginning, speak of something that only the one before it names.
#[must_use]
pub fn leans_on_the_one_before(sentence: &str, language: Language) -> bool {
    let lowered = sentence.to_lowercase();
    let mut words = words_of(&lowered);
    match language {
        Language::En => words.next().is_some_and(|first| ENGLISH_PRONOUNS.contains(&first) || ENGLISH.contains(&first)),
        Language::Id => {
            let Some(first) = words.next() else { return false };
            let mut before = first;
            let mut points = words.take(FIRST_WORDS - 1).map(|word| {
                let points = POINTING.contains(&word) && !NOW.contains(&before);
                before = word;
                points
            });
            let is_one = INDONESIAN_PRONOUNS.contains(&first) || INDONESIAN.contains(&first);
            is_possessed(first) || is_one || points.any(|points| points)
        }
        Language::Ja => {
            let begin = sentence.trim_start_matches(|letter: char| !is_cjk(letter));
            let begins = |words: &[&str]| words.iter().any(|word| begin.starts_with(word));
            begins(&JAPANESE) && !begins(&JAPANESE_ALIKE)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_that_points_back_is_told_by_its_words() {
        for (question, expect) in [
            ("siapa wali kotanya?", true),
            ("wali kotanya siapa", true),
            ("sejarahnya yamaha", false),
            ("biasanya kapan", false),
            ("who leads it", true),
            ("are they still sister cities", true),
            ("who is the mayor", false),
            ("how many people live there", true),
            ("how many pillars are there", false),
            ("is there a museum in Hamamatsu", false),
            ("その市長は？", true),
            ("それぞれの市長は？", false),
            ("その他の姉妹都市は？", false),
            ("市長は？", false),
            ("apa itu AMO", false),
            ("apa itu?", true),
            ("", false),
        ] {
            assert_eq!(points_back(question), expect, "{question}");
        }
    }

    #[test]
    fn a_sentence_that_points_back_leans_on_the_one_before() {
        for (sentence, language, expect) in [
            ("It was stopped by the unrest of 1999.", Language::En, true),
            ("Its fields are health and culture.", Language::En, true),
            ("Italy is a country.", Language::En, false),
            ("Ambon was named in 2019; it is a city.", Language::En, false),
            ("Lomba itu terhenti karena kerusuhan.", Language::Id, true),
            ("Kerja sama tersebut berjalan.", Language::Id, true),
            ("Bidangnya kesehatan dan budaya.", Language::Id, true),
            ("Hanya Ambon yang hadir.", Language::Id, false),
            ("Kenya ikut serta.", Language::Id, false),
            ("Hari ini Ambon merayakan.", Language::Id, false),
            ("Wali Kota Ambon hadir di Tokyo pada hari itu.", Language::Id, false),
            ("その分野は保健です。", Language::Ja, true),
            ("「これ」は例です。", Language::Ja, true),
            ("それぞれの市が協力します。", Language::Ja, false),
            ("浜松市は音楽都市です。", Language::Ja, false),
            ("", Language::Id, false),
        ] {
            assert_eq!(leans_on_the_one_before(sentence, language), expect, "{sentence}");
        }
    }
}
