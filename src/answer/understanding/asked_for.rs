//! What a question says of the thing that it asks for: what is measured, whether a city or a country is meant.

use crate::language::{AnswerKind, Folded, Measure, PlaceAsked, holds_word, word_ranges};

/// What a question says itself, so that it is not told as news.
#[derive(Debug, Clone, Default)]
pub(in crate::answer) struct AskedFor {
    folded: String,
    measure: Option<Measure>,
    place: Option<PlaceAsked>,
}

impl AskedFor {
    /// What `question` says, which asks for a thing of `kind`.
    pub(in crate::answer) fn new(question: &str, kind: Option<AnswerKind>) -> Self {
        let measure = kind.filter(|kind| *kind == AnswerKind::Number).and_then(|_| Measure::of_question(question));
        let place = PlaceAsked::of_question(question);
        Self { folded: Folded::new(question).as_str().to_owned(), measure, place }
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

    /// Is it asked of all that something is divided into, and not of one of it.
    pub(in crate::answer) fn is_of_all_fields(&self) -> bool {
        const ALL: [&str; 8] = [
            "all fields",
            "every field",
            "any field",
            "semua bidang",
            "seluruh bidang",
            "全分野",
            "全部の分野",
            "すべての分野",
        ];
        ALL.iter().any(|all| self.folded.contains(all))
    }

    /// Is it asked in Japanese to how many people something was done, and not how many there came to be.
    pub(in crate::answer) fn is_of_receivers(&self) -> bool {
        const BECOMES: [&str; 11] = ["なり", "なる", "なっ", "増", "減", "達", "のぼ", "上", "及", "およ", "も"];
        let mut behind = self.folded.split("何人に").skip(1);
        behind.any(|behind| !BECOMES.iter().any(|becomes| behind.starts_with(becomes)))
    }

    /// Is it asked how many are in a network, and not how many came to it.
    pub(in crate::answer) fn is_of_members(&self) -> bool {
        #[rustfmt::skip]
        const MEMBERS: [&str; 15] = [
            "in the network", "members", "network have", "network had", "network has", "network at", "big was the network", "large was the network",
            "anggota", "jadi berapa", "menjadi berapa", "jadi brp", "加盟都市", "いくつになった", "何都市になった",
        ];
        #[rustfmt::skip]
        const NEW: [&str; 14] = [
            "new", "add", "join", "got", "get", "admit", "become", "enter", "baru", "masuk", "gabung", "tambah", "加わ", "新",
        ];
        let says = |words: &[&str]| words.iter().any(|words| self.folded.contains(words));
        says(&MEMBERS) && !says(&NEW)
    }

    /// Is it asked what is in something, in Indonesian.
    pub(in crate::answer) fn is_what_it_holds(&self) -> bool {
        word_ranges(&self.folded).any(|word| matches!(&self.folded[word], "isi" | "isinya"))
    }

    /// Is a city asked for, or a country, by that word.
    pub(in crate::answer) const fn place_asked(&self) -> Option<PlaceAsked> {
        self.place
    }

    /// Is it asked where something goes: *ke mana*.
    pub(in crate::answer) fn is_whither(&self) -> bool {
        ["ke mana", "kemana"].iter().any(|words| self.folded.contains(words))
    }

    /// Is it asked of a report, which is when its source tells it.
    pub(in crate::answer) fn is_of_a_report(&self) -> bool {
        const REPORTS: [&str; 8] = ["report", "news", "article", "berita", "diberitakan", "報道", "報じ", "ニュース"];
        REPORTS.iter().any(|report| self.says(report))
    }

    /// Is it asked how many years it is, which is told as an age is: *turned 25*, *genap 25 tahun*.
    pub(in crate::answer) fn is_anniversary(&self) -> bool {
        #[rustfmt::skip]
        const YEARS: [&str; 10] = [
            "周年", "how many years", "how many yrs", "berapa tahun", "berapa taun", "berapa thn", "brp tahun", "brp taun", "brp thn", "brapa tahun",
        ];
        YEARS.iter().any(|years| self.folded.contains(years))
    }

    /// Is it asked how long something is, or how old.
    pub(in crate::answer) fn is_how_long(&self) -> bool {
        self.measure == Some(Measure::Time)
    }
}
