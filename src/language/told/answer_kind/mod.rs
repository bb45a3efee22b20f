//! The kinds of thing that are asked for, and where a text holds one.

mod countries;
mod dates;
mod names;
mod numbers;

pub(crate) use numbers::is_number_word;
use std::ops::Range;

pub use countries::{begins_with_a_country, is_country, names_a_country};
pub use names::lists;

use crate::language::{Language, is_one_of, month, range_in, year_in_digits};

/// The kind of thing that is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AnswerKind {
    /// A date or a year: when, kapan, いつ.
    Date,
    /// A number or a sum: how many, berapa, いくつ.
    Number,
    /// Somebody: who, siapa, 誰.
    Person,
    /// A place: where, di mana, どこ.
    Place,
    /// An organisation: which university, perusahaan apa, どの団体.
    Organisation,
}

impl AnswerKind {
    /// Does `text` hold something of this kind; for what only a name tells, always.
    #[must_use]
    pub fn is_in(self, language: Language, text: &str) -> bool {
        matches!(self, Self::Person | Self::Place | Self::Organisation) || !self.find_in(language, text).is_empty()
    }

    /// Where `text` holds things of this kind, in order, apart from each other. What it finds is likely one, not surely.
    #[must_use]
    pub fn find_in(self, language: Language, text: &str) -> Vec<Range<usize>> {
        let words = words(text);
        match (self, language) {
            (Self::Date, Language::Ja) => dates::japanese(text),
            (Self::Number, Language::Ja) => numbers::japanese(text),
            (Self::Date, _) => dates::latin(&words),
            (Self::Number, _) => numbers::latin(&words),
            // Japanese has no capitals, which names are told by.
            (Self::Person | Self::Place | Self::Organisation, Language::Ja) => Vec::new(),
            (Self::Person, _) => names::people(language, text, &words),
            (Self::Organisation, _) => names::all(language, &words),
            (Self::Place, _) => names::places(language, text, &words),
        }
    }
}

fn is_year(word: &str) -> bool {
    year_in_digits(word).is_some()
}

/// Is the year at `place` none, but how many there are: *has 1500 pupils*, *selama 2000 tahun*. Only where what is counted stands behind
/// it, in English in the plural, and where nothing before it says that it is a year, as *in*, a month or *the* may.
fn is_counted(words: &[Word<'_>], place: usize) -> bool {
    /// The fewest letters of what is counted in English: *was* and *has* are none.
    const LETTERS: usize = 4;
    let before = place.checked_sub(1).and_then(|before| words.get(before)).filter(|it| !it.ends && !it.is_capital());
    let (Some(before), Some(next)) = (before, words.get(place + 1).filter(|_| !words[place].ends)) else {
        return false;
    };
    let is_plural = next.text.len() >= LETTERS
        && next.text.ends_with('s')
        && !next.text.ends_with("ss")
        && next.text.bytes().all(|letter| letter.is_ascii_lowercase())
        && !before.is_number();
    (is_plural || next.is(&COUNTED)) && !before.is(&OF_YEARS) && month(&before.text.to_lowercase()).is_none()
}

/// What is counted by a word that has no plural.
#[rustfmt::skip]
const COUNTED: [&str; 37] = [
    "people", "km", "m", "kg", "ha", "men", "women", "children", "orang", "jiwa", "siswa", "murid", "pelajar", "mahasiswa", "guru",
    "peserta", "anggota", "warga", "penduduk", "penonton", "pengunjung", "buah", "unit", "ekor", "kali", "tahun", "bulan", "minggu",
    "hari", "jam", "menit", "meter", "kilometer", "hektar", "ton", "rupiah", "dolar",
];

/// What stands before a year, or joins it to another.
#[rustfmt::skip]
const OF_YEARS: [&str; 57] = [
    "in", "since", "from", "by", "until", "till", "to", "of", "on", "after", "before", "during", "between", "and", "or", "year", "years",
    "early", "mid", "late", "around", "circa", "the", "a", "an", "its", "their", "his", "her", "this", "that", "each", "every", "tahun", "thn", "sejak",
    "pada", "dari", "sampai", "hingga", "di", "ke", "akhir", "awal", "pertengahan", "sekitar", "antara", "dan", "atau", "setelah", "sebelum",
    "bulan", "abad", "spring", "summer", "autumn", "winter",
];

/// A word of a text, without the punctuation around it.
#[derive(Debug, Clone)]
struct Word<'t> {
    text: &'t str,
    range: Range<usize>,
    /// Is there punctuation between it and the next word.
    ends: bool,
}

impl Word<'_> {
    fn is(&self, among: &[&str]) -> bool {
        is_one_of(self.text, among)
    }

    fn is_capital(&self) -> bool {
        self.text.chars().next().is_some_and(char::is_uppercase)
    }

    fn is_number(&self) -> bool {
        self.text.starts_with(|first: char| first.is_ascii_digit())
    }
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut found: Vec<Word<'_>> = Vec::new();
    for part in text.split_whitespace() {
        let is_edge =
            |character: char| !(character.is_alphanumeric() || matches!(character, '$' | '%' | '€' | '£' | '¥' | '￥'));
        let trimmed = part.trim_start_matches(is_edge);
        let word = trimmed.trim_end_matches(is_edge);
        if let Some(last) = found.last_mut()
            && (trimmed.len() < part.len() || word.is_empty())
        {
            last.ends = true;
        }
        if !word.is_empty() {
            found.push(Word { text: word, range: range_in(text, word), ends: word.len() < trimmed.len() });
        }
    }
    found
}

/// Where digits stand, half or full width, with points and commas between them.
fn digit_runs(text: &str) -> Vec<Range<usize>> {
    let is_digit = |character: char| matches!(character, '0'..='9' | '０'..='９');
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (start, character) in text.char_indices() {
        let end = start + character.len_utf8();
        let follows = runs.last().is_some_and(|run| run.end == start);
        let joins = matches!(character, '.' | ',' | '，') && text[end..].starts_with(is_digit);
        match runs.last_mut() {
            Some(run) if follows && (is_digit(character) || joins) => run.end = end,
            _ if is_digit(character) => runs.push(start..end),
            _ => {}
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_holds_a_date_or_a_number() {
        use Language::{En, Id, Ja};
        assert!(AnswerKind::Date.is_in(Ja, "7月17日に"));
        assert!(!AnswerKind::Date.is_in(Ja, "7月に、17日間"));
        assert!(AnswerKind::Date.is_in(Id, "pada Oktober 2019."));
        assert!(AnswerKind::Date.is_in(Ja, "２０１９年"));
        assert!(!AnswerKind::Date.is_in(Id, "ada 47 kota"));
        assert!(AnswerKind::Number.is_in(Id, "ada 47 kota"));
        assert!(AnswerKind::Number.is_in(Id, "394.415 jiwa"));
        assert!(AnswerKind::Number.is_in(En, "five princes"));
        assert!(!AnswerKind::Number.is_in(Id, "sejak 2014"));
    }

    #[test]
    fn a_list_is_one_where_an_and_closes_it() {
        for (language, text, expect) in [
            (
                Language::En,
                "The makers Yamaha, Kawai and Roland began in Hamamatsu, Japan.",
                &["Yamaha, Kawai and Roland", "Hamamatsu", "Japan"][..],
            ),
            (Language::Id, "Di sana ada Yamaha, Kawai, dan Roland.", &["Yamaha, Kawai, dan Roland"]),
            (Language::Id, "Oleh Rico Hayat, Kepala Dinas Musik.", &["Rico Hayat", "Kepala Dinas Musik"]),
        ] {
            let found = lists(text, &AnswerKind::Organisation.find_in(language, text));
            assert_eq!(found.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), expect, "{text}");
        }
    }

    #[test]
    fn things_of_a_kind_are_found_where_they_stand() {
        use AnswerKind::{Date, Number, Person, Place};
        use Language::{En, Id, Ja};
        let check = |kind: AnswerKind, language, text: &str, expect: &[&str]| {
            let found: Vec<&str> = kind.find_in(language, text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(found, expect, "{text}");
        };
        check(Date, Id, "Ditetapkan pada 31 Oktober 2019, di Ambon.", &["31 Oktober 2019"]);
        check(Date, Id, "pada 16–22 Juli 2009 dan 17–19 Juli.", &["16–22 Juli 2009", "17–19 Juli"]);
        check(Date, Id, "pada akhir Januari 2025, awal tahun 2019", &["akhir Januari 2025", "awal tahun 2019"]);
        check(Date, En, "at the end of January 2025, by late 2019", &["end of January 2025", "late 2019"]);
        check(Date, Ja, "2025年1月末に、2019年頃", &["2025年1月末", "2019年頃"]);
        check(Date, En, "on 17-19 July, and on July 17–19, 2009", &["17-19 July", "July 17–19, 2009"]);
        check(Date, Ja, "2009年7月16日から22日まで、7月17日に", &["2009年7月16日から22日", "7月17日"]);
        check(
            Date,
            Id,
            "di Ambon pada 28 Oktober 1988 dan di Darwin pada 21 Juli 1989.",
            &["28 Oktober 1988", "21 Juli 1989"],
        );
        check(Date, En, "It was October 31, 2019.", &["October 31, 2019"]);
        check(Date, En, "Since March 1996 and the 1990s.", &["March 1996", "1990s"]);
        check(Date, En, "In 300 BC there were 12 of them.", &["300 BC"]);
        check(Date, En, "It ended 11,700 years ago, after 2 years.", &["11,700 years ago"]);
        check(Date, En, "It began 2000 years ago.", &["2000 years ago"]);
        check(Date, Id, "Terjadi 2 juta tahun yang lalu, selama 3 tahun.", &["2 juta tahun yang lalu"]);
        check(Date, En, "They may 5 times.", &[]);
        check(Date, En, "In the nineteenth century and the 20th century.", &["nineteenth century", "20th century"]);
        check(Date, Id, "Sejak abad ke-19 di Ambon.", &["abad ke-19"]);
        check(Date, Ja, "2014年12月1日に加盟し、２０１９年も続き、5年間で", &["2014年12月1日", "２０１９年"]);
        check(Number, Id, "Penduduk Ambon berjumlah 394.415 jiwa pada 2019.", &["394.415"]);
        check(Number, En, "Music adds over US$700,000 a year.", &["US$700,000"]);
        check(Number, En, "The school in Ambon has 1500 pupils and stood for 2000 years.", &["1500", "2000 years"]);
        check(Date, En, "The school in Ambon has 1500 pupils and stood for 2000 years.", &[]);
        check(
            Date,
            En,
            "In 2014 cities joined, and the 2019 games of July 2009 visits.",
            &["2014", "2019", "July 2009"],
        );
        check(Date, En, "on the march 1996 visits", &["1996"]);
        check(Date, En, "The Asia 1999 riots, a loss; founded 1991 as a link.", &["1999", "1991"]);
        check(Number, Id, "Sekolah itu punya 1500 siswa, sejak tahun 2014 orang ramai.", &["1500"]);
        check(Date, Id, "Sekolah itu punya 1500 siswa, sejak tahun 2014 orang ramai.", &["2014"]);
        check(Number, En, "It costs ¥500, £5 or USD 8 in all.", &["¥500", "£5", "USD 8"]);
        check(
            Number,
            Id,
            "Tiketnya Rp50.000, dulu Rp. 20.000 dan Rp 5 ribu.",
            &["Rp50.000", "Rp. 20.000", "Rp 5 ribu"],
        );
        check(Number, Ja, "入場料は¥500か￥400、または$4です。", &["¥500", "￥400", "$4"]);
        check(Number, Id, "Hampir 90% dari 2,5 juta orang.", &["90%", "2,5 juta"]);
        check(Number, Id, "ada tiga kota, 5 Mei", &["tiga"]);
        check(Number, En, "A six-time winner", &["six-time"]);
        check(
            Number,
            Ja,
            "人口は394,415人で、2014年には47都市、70万米ドルです",
            &["394,415人", "47都市", "70万米ドル"],
        );
        check(Person, En, "The mayor of Hamamatsu is Nakano Yusuke, he said.", &["Hamamatsu", "Nakano Yusuke"]);
        check(Person, En, "By Rico Hayat of Ambon.", &["Rico Hayat of Ambon"]);
        check(Person, Id, "Oleh Rico Hayat dari Ambon.", &["Rico Hayat"]);
        check(Person, Id, "Rapat Rico Hayat di Ambon.", &[]);
        check(Person, Id, "kata Rico Hayat, Kepala Dinas Pariwisata dan Kebudayaan.", &["Rico Hayat"]);
        check(Person, En, "Said Rico Hayat, of Ambon's Tourism and Culture Office.", &["Said Rico Hayat"]);
        check(Person, En, "They met the Ministry of Foreign Affairs and the Amahusu Foundation.", &[]);
        check(Place, Id, "Hubungan itu berawal dari Perang Dunia Kedua di Ambon.", &["Ambon"]);
        check(Place, Id, "Museum itu berada di Kota Hamamatsu, menurut Budi.", &["Kota Hamamatsu"]);
        check(Place, En, "Founded in Hamamatsu by Kawai.", &["Hamamatsu"]);
        check(Place, En, "It lies in the Netherlands, by the sea.", &["Netherlands"]);
        check(Place, En, "It joined the Netherlands and stands in the Hamamatsu museum.", &[]);
        check(Person, Ja, "市長は中野祐介氏です。", &[]);
    }
}
