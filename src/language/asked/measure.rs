//! What a number is a number of: *how large* wants square kilometres, *how tall* metres.

use std::ops::Range;

use super::counted::{ASKS, BETWEEN};
use super::repeated::ask_whether_repeated;
use super::words::Words;
use crate::language::{Folded, word_ranges, words_of};

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Measure {
    /// How large: square kilometres, hectares, acres.
    Area,
    /// How long, high, deep, far: metres, kilometres, miles.
    Length,
    /// How long it takes, how old: years, days, hours.
    Time,
    /// How often: every five years, three times.
    Frequency,
    /// Which place in an order: the seventh.
    Rank,
    /// Which share: percent.
    Share,
    /// How heavy: kilogrammes, tonnes.
    Weight,
    /// How many people: inhabitants.
    People,
    /// What it costs: rupiah, yen, dollars.
    Money,
    /// At what time of the day.
    Clock,
}

/// How Japanese asks for how long something is, beside how old.
#[rustfmt::skip]
pub(super) const DURATIONS_JA: [&str; 17] = [
    "どのくらい続", "どれくらい続", "どのぐらい続", "どれだけ続",
    "何年間", "何年続", "何年たっ", "何年経", "期限は何年", "期間は何年", "何年目", "何年ごと", "何年おき", "何年に一度", "何年に1回", "何年毎", "何日間",
];

/// How a question asks for each measure, and how a text writes it. The first that fits tells.
const MEASURES: [(Measure, &[&str], &[&str]); 10] = [
    (Measure::Clock, &["pukul berapa", "what time", "何時"], &["am", "pm", "wib", "wita", "wit", "o'clock", "時"]),
    (
        Measure::Share,
        &["persen", "persentase", "proporsi", "percent", "percentage", "proportion", "share", "何割", "何パーセント"],
        &["%", "persen", "percent", "per cent", "パーセント", "割"],
    ),
    (
        Measure::Area,
        &["luas", "luasnya", "area", "how large", "面積", "広さ"],
        &["km2", "m2", "persegi", "square", "hektar", "hektare", "ha", "acre", "acres", "平方"],
    ),
    (
        Measure::Length,
        &[
            "tinggi",
            "tingginya",
            "panjang",
            "panjangnya",
            "jarak",
            "jauh",
            "lebar",
            "kedalaman",
            "ketinggian",
            "how tall",
            "how high",
            "how far",
            "how deep",
            "how wide",
            "距離",
            "高さ",
            "長さ",
        ],
        &[
            "m",
            "km",
            "cm",
            "mm",
            "kaki",
            "meter",
            "metres",
            "meters",
            "kilometer",
            "kilometers",
            "kilometres",
            "mil",
            "miles",
            "mile",
            "feet",
            "ft",
            "メートル",
            "キロ",
        ],
    ),
    (
        Measure::Rank,
        &[
            "ke berapa",
            "keberapa",
            "nomor berapa",
            "no berapa",
            "urutan berapa",
            "urut berapa",
            "peringkat berapa",
            "urutannya",
            "peringkatnya",
            "what number",
            "何番目",
            "何位",
        ],
        &["番目", "位"],
    ),
    (
        Measure::Frequency,
        &[
            "how often",
            "every how many",
            "how many times",
            "berapa kali",
            "brp kali",
            "seberapa sering",
            "tiap berapa",
            "setiap berapa",
            "berapa tahun sekali",
            "何年ごと",
            "何年おき",
            "何年に一度",
            "何年に1回",
            "何年毎",
            "何回",
            "頻度",
            "ペース",
        ],
        &[
            "tahun",
            "bulan",
            "minggu",
            "hari",
            "years",
            "year",
            "months",
            "month",
            "weeks",
            "week",
            "days",
            "kali",
            "times",
            "ごと",
            "おき",
            "に一度",
            "回",
            "毎",
        ],
    ),
    (
        Measure::Time,
        &["umur", "usia", "umurnya", "usianya", "berapa lama", "lamanya", "how old", "how long", "何歳"],
        &[
            "tahun", "bulan", "minggu", "hari", "jam", "menit", "detik", "years", "year", "months", "weeks", "days",
            "hours", "minutes", "歳", "年間", "か月", "日間", "時間",
        ],
    ),
    (
        Measure::Weight,
        &["berat", "beratnya", "how heavy", "重さ"],
        &["kg", "ton", "gram", "tons", "tonnes", "キロ", "トン"],
    ),
    (
        Measure::Money,
        &[
            "harga",
            "harganya",
            "biaya",
            "biayanya",
            "tarif",
            "ongkos",
            "gaji",
            "anggaran",
            "hadiah",
            "入館料",
            "入場料",
            "price",
            "cost",
            "costs",
            "fee",
            "salary",
            "budget",
            "money",
            "bring in",
            "brings in",
            "earn",
            "earns",
            "dolar",
            "dollars",
            "euros",
            "rupiah",
            "yen",
            "いくら",
            "値段",
            "料金",
            "費用",
            "予算",
            "賞金",
            "お金",
        ],
        &[
            "rp",
            "rupiah",
            "dolar",
            "usd",
            "$",
            "dollar",
            "dollars",
            "yen",
            "euro",
            "euros",
            "€",
            "£",
            "pounds",
            "¥",
            "idr",
            "jpy",
            "eur",
            "円",
            "ドル",
            "ユーロ",
            "ルピア",
        ],
    ),
    (
        Measure::People,
        &[
            "penduduk",
            "penduduknya",
            "orang",
            "warga",
            "jiwa",
            "people",
            "population",
            "inhabitants",
            "residents",
            "何人",
            "人数",
            "人口",
            "住民",
        ],
        // A share of them tells how many too.
        &[
            "jiwa",
            "orang",
            "penduduk",
            "warga",
            "people",
            "inhabitants",
            "residents",
            "persons",
            "人",
            "名",
            "%",
            "persen",
            "percent",
            "per cent",
            "パーセント",
            "割",
        ],
    ),
];

/// What asks how large something is, which is an area unless it is people.
const SIZES: [&str; 4] = ["how large", "how big", "seberapa besar", "規模"];
/// What is as large as there are people in it.
#[rustfmt::skip]
const GROUPS: [&str; 14] = [
    "delegation", "mission", "group", "team", "party", "crew", "delegasi", "rombongan", "tim", "misi", "代表団", "訪問団", "使節団", "一行",
];

/// What is as large as there are things in it.
const WHOLES: [&str; 7] = ["network", "collection", "club", "jaringan", "koleksi", "ネットワーク", "コレクション"];

/// Who is counted where the word stands right behind what asks.
#[rustfmt::skip]
const COUNTED: [&str; 10] = [
    "people", "inhabitants", "residents", "persons", "penduduk", "penduduknya", "orang", "warga", "warganya", "jiwa",
];

/// What Japanese asks for beside how many people there are: 面積と人口は何人.
const AREAS_JA: [&str; 2] = ["面積", "広さ"];

/// Do the `words` count people and nothing else, whatever is measured beside them: *how many people live in the
/// Ambon area*, *berapa orang* in a delegation *tingkat tinggi*.
fn count_people(words: &Words) -> bool {
    let is = |word: &String, listed: &[&str]| listed.contains(&word.as_str());
    let is_people = |place: usize| {
        let mut behind = words.in_order[place + 1..].iter().skip_while(|word| is(word, &BETWEEN));
        behind.next().is_some_and(|word| is(word, &COUNTED))
    };
    let mut asking = (0..words.in_order.len()).filter(|place| is(&words.in_order[*place], &ASKS)).peekable();
    words.hold("何人") && !words.hold_any(&AREAS_JA) || asking.peek().is_some() && asking.all(is_people)
}

const ORDINALS: [&str; 20] = [
    "pertama",
    "kedua",
    "ketiga",
    "keempat",
    "kelima",
    "keenam",
    "ketujuh",
    "kedelapan",
    "kesembilan",
    "kesepuluh",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
];
const REPEATED: [&str; 13] = [
    "every", "annual", "annually", "yearly", "monthly", "weekly", "daily", "setiap", "tiap", "tahunan", "bulanan",
    "毎年", "毎月",
];

/// Of these, those that another word belongs to.
const EVERY: [&str; 3] = ["every", "setiap", "tiap"];

impl Measure {
    /// What `question` wants measured, where its words tell.
    #[must_use]
    pub fn of_question(question: &str) -> Option<Self> {
        let words = Words::of(question);
        if words.hold_any(&SIZES) && words.hold_any(&GROUPS) || count_people(&words) {
            return Some(Self::People);
        }
        if words.hold_any(&SIZES) && words.hold_any(&WHOLES) {
            return None;
        }
        if asks_how_many_were_before(&words) {
            return Some(Self::Rank);
        }
        MEASURES
            .iter()
            .find(|(measure, asked, _)| {
                words.hold_any(asked) || *measure == Self::Time && words.hold_any(&DURATIONS_JA)
            })
            .map(|(measure, ..)| *measure)
            .or_else(|| ask_whether_repeated(&words).then_some(Self::Frequency))
    }

    /// Where `text` tells this in a word instead of a number: *the seventh*, *annual*.
    #[must_use]
    pub fn told_in_words(self, text: &str) -> Vec<Range<usize>> {
        let known: &[&str] = match self {
            Self::Rank => &ORDINALS,
            Self::Frequency => &REPEATED,
            _ => return Vec::new(),
        };
        let is_one_of =
            |word: &Range<usize>, listed: &[&str]| listed.contains(&text[word.clone()].to_lowercase().as_str());
        let mut words = word_ranges(text).peekable();
        let mut found: Vec<Range<usize>> = Vec::new();
        while let Some(word) = words.next() {
            if is_one_of(&word, known) {
                // *Every* says nothing without what.
                let what = words.peek().filter(|_| is_one_of(&word, &EVERY));
                found.push(word.start..what.map_or(word.end, |what| what.end));
            }
        }
        for known in known.iter().filter(|known| !known.is_ascii()) {
            found.extend(text.match_indices(known).map(|(start, _)| start..start + known.len()));
        }
        found
    }

    /// Does `quantity`, a number with its unit, measure this. A currency may stand before it: *Rp50.000*, *$8*.
    #[must_use]
    pub fn fits(self, quantity: &str) -> bool {
        let folded = Folded::new(quantity);
        let unit = folded
            .as_str()
            .trim_start_matches(|c: char| !c.is_alphabetic() && !matches!(c, '%' | '％' | '$' | '€' | '£' | '¥'));
        let is_before_digits = |rest: &str| self == Self::Money && rest.starts_with(|c: char| c.is_ascii_digit());
        let (.., units) = MEASURES.iter().find(|(measure, ..)| *measure == self).unwrap_or(&MEASURES[0]);
        units.iter().any(|known| {
            if known.is_ascii() && known.chars().all(char::is_alphanumeric) {
                words_of(unit)
                    .any(|word| word.strip_prefix(known).is_some_and(|it| it.is_empty() || is_before_digits(it)))
            } else {
                unit.contains(*known)
            }
        })
    }
}

/// Is it asked how many cities there were before one, which its place in their order tells: *how many cities joined before Hamamatsu*.
fn asks_how_many_were_before(words: &Words) -> bool {
    const CITIES: [&str; 7] = ["cities", "towns", "places", "kota", "何都市", "いくつの都市", "いくつの街"];
    const BEFORE: [&str; 2] = ["before", "sebelum"];
    const BEFORE_JA: [&str; 4] = ["の前に", "より前に", "より先に", "以前に"];
    /// What begins a time behind it, and no name.
    #[rustfmt::skip]
    const TIMES: [&str; 16] = [
        "the", "it", "that", "then", "this", "now", "or", "and", "itu", "ini", "nya", "tahun", "bulan", "tanggal", "perang", "dan",
    ];
    if !words.hold_any(&CITIES) {
        return false;
    }
    let is_name = |word: &String| !TIMES.contains(&word.as_str()) && !word.contains(|it: char| it.is_ascii_digit());
    let is_before_one = |pair: &[String]| BEFORE.contains(&pair[0].as_str()) && is_name(&pair[1]);
    words.in_order.windows(2).any(is_before_one) || words.hold_any(&BEFORE_JA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_tells_what_is_measured() {
        for (question, expect) in [
            ("Berapa luas Pulau Ambon?", Some(Measure::Area)),
            ("berapakah tinggi gunung itu", Some(Measure::Length)),
            ("how old is the city", Some(Measure::Time)),
            ("what percentage can sing", Some(Measure::Share)),
            ("何割の人", Some(Measure::Share)),
            ("berapa kali mereka datang", Some(Measure::Frequency)),
            ("mereka datang tiap tahun apa tidak", Some(Measure::Frequency)),
            ("urutannya berapa di dunia", Some(Measure::Rank)),
            ("kota musik nomer berapa", Some(Measure::Rank)),
            ("how many cities were in it before Hamamatsu", Some(Measure::Rank)),
            ("sebelum hamamatsu udah berapa kota", Some(Measure::Rank)),
            ("浜松より前に何都市あった", Some(Measure::Rank)),
            ("how many cities were in it before 2014", None),
            ("how many cities were in it before the war", None),
            ("how many visits before Hamamatsu", None),
            ("how large was the mission to Jakarta", Some(Measure::People)),
            ("how many people live in the Ambon area", Some(Measure::People)),
            ("number of residents in the area", Some(Measure::People)),
            ("berapa orang ikut delegasi tingkat tinggi", Some(Measure::People)),
            ("brp banyak warga yg jauh dari kota", Some(Measure::People)),
            ("距離の遠い島に何人住んでいますか", Some(Measure::People)),
            ("berapa luas kota itu dan berapa orang penduduknya", Some(Measure::Area)),
            ("面積と人口は何人", Some(Measure::Area)),
            ("what area do the people live in", Some(Measure::Area)),
            ("berapa luas kota itu, orang bilang kecil", Some(Measure::Area)),
            ("tinggi orang berapa", Some(Measure::Length)),
            ("how many cities", None),
            ("how large is the network of creative cities", None),
            ("how large is the city", Some(Measure::Area)),
            ("", None),
        ] {
            assert_eq!(Measure::of_question(question), expect, "{question}");
        }
    }

    #[test]
    fn a_quantity_fits_its_measure() {
        for (measure, quantity, expect) in [
            (Measure::Area, "661,52km²", true),
            (Measure::Area, "592.800 kilometer persegi", true),
            (Measure::Area, "6 juta tahun", false),
            (Measure::Length, "16 km", true),
            (Measure::Time, "18 tahun", true),
            (Measure::Time, "394.415", false),
            (Measure::People, "394,415 inhabitants", true),
            (Measure::People, "22 health centres", false),
            (Measure::People, "90% of them", true),
            (Measure::Money, "US$700,000", true),
            (Measure::Money, "$8", true),
            (Measure::Money, "¥500", true),
            (Measure::Money, "Rp50.000", true),
            (Measure::Money, "Rp 50.000", true),
            (Measure::Money, "18 orang", false),
            (Measure::Length, "m5", false),
            (Measure::Frequency, "18 orang", false),
            (Measure::Frequency, "3 kali", true),
            (Measure::Share, "90%", true),
            (Measure::Share, "90", false),
        ] {
            assert_eq!(measure.fits(quantity), expect, "{quantity}");
        }
    }
}
