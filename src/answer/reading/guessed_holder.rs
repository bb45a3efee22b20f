//! Who is said to hold an office, where that is to be told: *is Suzuki Yasutomo the mayor of Hamamatsu?*

use std::borrow::Cow;
use std::ops::Range;

use crate::answer::judging::FOUND;
use crate::answer::ranges::is_within;
use crate::answer::understanding::Query;
use crate::answer::{Answerer, Question};
use crate::index::Field;
use crate::language::{
    AnswerKind, Language, detect, is_cjk, is_one_of, is_role, length_without_tag, names_a_role, spliced,
    tells_of_the_past, word_ranges, years,
};

/// The most words of such a question.
const WORDS: usize = 10;

impl Answerer {
    /// `text` with the one who is said to hold an office now in place of a question for them, where it says nothing else and that has
    /// an answer.
    pub(super) fn with_guessed_holder_asked<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        let is_short = text.contains(is_cjk) || word_ranges(&text).count() <= WORDS;
        let asks = || AnswerKind::of_question(&text).is_some_and(|kind| kind != AnswerKind::Person);
        if !is_short
            || !names_a_role(&text)
            || asks()
            || asks_which(&text)
            || !years(&text).is_empty()
            || tells_of_the_past(&text)
        {
            return text;
        }
        let language = detect(&text).unwrap_or(Language::En);
        let Some(name) = self.only_somebody(&text, language) else { return text };
        let who = match language {
            Language::Id => "siapa",
            Language::En => "who",
            Language::Ja => "誰",
        };
        let asked = Question::new(&*spliced(Cow::Borrowed(&*text), [(name, who)]));
        // Where nobody is told to hold it, what is told of who is guessed says more.
        let is_told = self.is_sure(&self.ranking(&asked), FOUND);
        if is_told { Cow::Owned(asked.text) } else { text }
    }

    /// Where `text` names somebody of the glossary's lists of those who are not each other, and nothing else but an office and places.
    fn only_somebody(&self, text: &str, language: Language) -> Option<Range<usize>> {
        // Most questions name nothing of such a list, which takes less to tell than what all their words are.
        self.names().listed_things(text).next()?;
        let query = Query::new(text, 0, language, self.index(), self.names(), self.weights());
        let [somebody] = query.set_apart() else { return None };
        let concepts = query.concepts(Field::Words(language));
        let said = 0..length_without_tag(text);
        let is_other = |range: &Range<usize>| is_within(range, &said) && !is_within(range, &somebody.range);
        let mut others = concepts.iter().filter(|it| it.weight > 0.0 && is_other(&it.range));
        // *Still* asks no more than who it is now.
        others.all(|it| it.is_place || is_role(&it.word) || it.word == "still").then(|| somebody.range.clone())
    }
}

/// Does `text` ask which office it is, behind its first word: *kepala dinas apa*, *mayor of which city*, どの局.
fn asks_which(text: &str) -> bool {
    const ASKS: [&str; 4] = ["apa", "mana", "which", "what"];
    const ASKS_JA: [&str; 3] = ["どの", "何の", "どこの"];
    ASKS_JA.iter().any(|asks| text.contains(asks))
        || word_ranges(text).skip(1).any(|word| is_one_of(&text[word], &ASKS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Source;

    #[test]
    fn who_holds_the_office_is_told_to_who_guesses_it() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("is Suzuki Yasutomo the mayor of Hamamatsu", "Nakano Yusuke"),
            ("Is Hamamatsu's mayor Suzuki Yasutomo?", "Nakano Yusuke"),
            ("the mayor of Hamamatsu is Suzuki Yasutomo, right?", "Nakano Yusuke"),
            ("afaik the mayor of Hamamatsu is Suzuki Yasutomo", "Nakano Yusuke"),
            ("wali kota hamamatsu suzuki yasutomo kan", "Nakano Yusuke"),
            ("apakah wali kota hamamatsu suzuki yasutomo", "Nakano Yusuke"),
            ("いまの浜松市長は鈴木康友さんですよね", "中野祐介"),
            ("鈴木康友さんが浜松市長なの？", "中野祐介"),
            ("is Rico Hayat the mayor of Ambon", "Rico Hayat, head of"),
            ("Suzuki Yasutomo still mayor of Hamamatsu?", "Nakano Yusuke"),
            ("was Suzuki Yasutomo mayor of Hamamatsu", "Suzuki Yasutomo"),
            ("was suzuki yasutomo mayor in 2009", "Suzuki Yasutomo"),
            ("apakah wali kota hamamatsu ikut ke bandung", "Suzuki Yasutomo"),
        ] {
            let answer = answerer.answer(&Question::new(question));
            let best = answer.passages().first().map(|best| best.best_sentence().to_owned()).unwrap_or_default();
            assert!(best.contains(expect), "{question}: {best}");
        }
    }
}
