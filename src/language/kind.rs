//! What kind of thing a question asks for, and whether a text holds one.

use super::Folded;

/// The kind of thing that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A date or a year: when, kapan, いつ.
    Date,
    /// A number or a sum: how many, berapa, いくつ.
    Number,
}

impl Kind {
    /// The kind that `question` asks for, where its words tell.
    #[must_use]
    pub fn of_question(question: &str) -> Option<Self> {
        const DATE: [&str; 14] = [
            "kapan",
            "kpn",
            "when",
            "what year",
            "which year",
            "tahun berapa",
            "tanggal berapa",
            "sejak berapa",
            "since what",
            "いつ",
            "何年",
            "何月",
            "何日",
            "年号",
        ];
        const NUMBER: [&str; 10] =
            ["berapa", "brp", "jumlah", "how many", "how much", "number of", "何人", "いくつ", "いくら", "何点"];
        let folded = Folded::new(question);
        let holds = |words: &[&str]| words.iter().any(|word| folded.as_str().contains(word));
        if holds(&DATE) { Some(Self::Date) } else { holds(&NUMBER).then_some(Self::Number) }
    }

    /// Does `text` hold something of this kind.
    #[must_use]
    pub fn is_in(self, text: &str) -> bool {
        let folded = Folded::new(text);
        let mut numbers = folded
            .as_str()
            .split(|character: char| !(character.is_ascii_digit() || matches!(character, '.' | ',')))
            .map(|number| number.trim_matches(['.', ',']))
            .filter(|number| !number.is_empty());
        let is_year =
            |number: &str| number.len() == 4 && matches!(&number[..2], "15" | "16" | "17" | "18" | "19" | "20");
        match self {
            Self::Date => numbers.any(is_year),
            Self::Number => numbers.any(|number| !is_year(number)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_tells_what_it_asks_for() {
        for (question, expect) in [
            ("Kapan Ambon menjadi kota musik?", Some(Kind::Date)),
            ("tahun berapa ambon", Some(Kind::Date)),
            ("berapa kota musik unesco", Some(Kind::Number)),
            ("How many music cities are there?", Some(Kind::Number)),
            ("いつですか", Some(Kind::Date)),
            ("人口は何人ですか", Some(Kind::Number)),
            ("Siapa Rico Hayat?", None),
            ("", None),
        ] {
            assert_eq!(Kind::of_question(question), expect, "{question}");
        }
    }

    #[test]
    fn a_text_holds_a_date_or_a_number() {
        assert!(Kind::Date.is_in("pada Oktober 2019."));
        assert!(Kind::Date.is_in("２０１９年"));
        assert!(!Kind::Date.is_in("ada 47 kota"));
        assert!(Kind::Number.is_in("ada 47 kota"));
        assert!(Kind::Number.is_in("394.415 jiwa"));
        assert!(!Kind::Number.is_in("sejak 2014"));
    }
}
