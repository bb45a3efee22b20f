//! What a question says of the thing that it asks for: what is measured, whether a city or a country is meant.

use crate::language::{AnswerKind, Folded, Measure, holds_word, long_form, word_ranges};

/// What kind of place a question asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::answer) enum PlaceAsked {
    City,
    Country,
}

/// What a question says itself, so that it is not told as news.
#[derive(Debug, Clone, Default)]
pub(in crate::answer) struct AskedFor {
    folded: String,
    measure: Option<Measure>,
}

impl AskedFor {
    /// What `question` says, which asks for a thing of `kind`.
    pub(in crate::answer) fn new(question: &str, kind: Option<AnswerKind>) -> Self {
        let measure = kind.filter(|kind| *kind == AnswerKind::Number).and_then(|_| Measure::of_question(question));
        Self { folded: Folded::new(question).as_str().to_owned(), measure }
    }

    /// What is measured, where a number is asked for.
    pub(in crate::answer) const fn measure(&self) -> Option<Measure> {
        self.measure
    }

    /// Does the question say a folded word.
    pub(in crate::answer) fn says(&self, word: &str) -> bool {
        holds_word(&self.folded, word)
    }

    /// Is it asked how many there are in all.
    pub(in crate::answer) fn is_total(&self) -> bool {
        #[rustfmt::skip]
        const IN_ALL: [&str; 11] = [
            "total", "in all", "altogether", "seluruhnya", "semuanya", "keseluruhan", "jumlah semua", "合計", "全部で", "全体で",
            "総数",
        ];
        IN_ALL.iter().any(|words| self.folded.contains(words))
    }

    /// Is it asked what is in something, in Indonesian.
    pub(in crate::answer) fn is_what_it_holds(&self) -> bool {
        word_ranges(&self.folded).any(|word| matches!(&self.folded[word], "isi" | "isinya"))
    }

    /// Is a city asked for, or a country, by that word.
    pub(in crate::answer) fn place_asked(&self) -> Option<PlaceAsked> {
        /// How many words may stand between *which* and *city*.
        const BETWEEN: usize = 2;
        #[rustfmt::skip]
        const CITY: [&str; 10] = [
            "kota mana", "kota apa", "which city", "what city", "which town", "what town", "どの都市", "どの街", "どの町", "どの市",
        ];
        const NO_KIND: [&str; 6] = ["does", "do", "did", "has", "had", "will"];
        const COUNTRY: [&str; 7] =
            ["negara mana", "negara apa", "which country", "what country", "どの国", "何という国", "どこの国"];
        let holds = |listed: &[&str]| listed.iter().any(|words| self.folded.contains(words));
        // *Which German city*.
        let which = word_ranges(&self.folded).map(|range| &self.folded[range]);
        let which = which.skip_while(|word| !matches!(long_form(word), "which" | "what")).take(BETWEEN + 2);
        // *What does the city do* asks for none.
        let mut which = which.take_while(|word| !NO_KIND.contains(word));
        if holds(&COUNTRY) {
            Some(PlaceAsked::Country)
        } else {
            (holds(&CITY) || which.any(|word| matches!(word, "city" | "town"))).then_some(PlaceAsked::City)
        }
    }

    /// Is it asked where something goes: *ke mana*.
    pub(in crate::answer) fn is_whither(&self) -> bool {
        ["ke mana", "kemana"].iter().any(|words| self.folded.contains(words))
    }

    /// Is it asked in Japanese how many years it is, which elsewhere is an age.
    pub(in crate::answer) fn is_anniversary(&self) -> bool {
        self.folded.contains("周年")
    }

    /// Is it asked how long something is, or how old.
    pub(in crate::answer) fn is_how_long(&self) -> bool {
        self.measure == Some(Measure::Time)
    }
}
