//! What kind of thing a question asks for, told by its words.

use std::ops::Range;

use super::clauses::{clauses, is_mark};
use super::indefinite::asks_definitely;
use super::measure::DURATIONS_JA;
use super::place::is_asked_for;
use super::repeated::ask_whether_repeated;
use super::words::Words;
use crate::language::{AnswerKind, ends_with_a_role, has_question_word, is_a_date_alone, is_role};

/// How a question asks for each kind; the first that fits tells. A year before a number, since *tahun berapa* is both.
#[rustfmt::skip]
const ASKED: [(AnswerKind, &[&str]); 5] = [
    (AnswerKind::Date, &[
        "kapan", "when", "what year", "which year", "what date", "which date", "which dates", "what day", "which day", "which days", "what month",
        "which month", "what years", "which years", "by what time", "what decade", "what century", "which century", "how long ago",
        "tahun berapa", "tanggal berapa", "bulan berapa", "abad berapa", "abad ke berapa", "bulan apa", "tahun apa",
        "since what", "いつ", "何年", "何月", "何日", "何世紀",
    ]),
    (AnswerKind::Number, &[
        "berapa", "jumlah", "how many", "how much", "number of", "what percentage", "what percent", "what proportion", "what share", "the percentage of",
        "what amount", "what ratio", "the ratio of", "the population of", "what population", "what speed", "how fast",
        "how wide", "how high", "how big", "how large", "how deep", "how heavy", "how old", "how long", "how far",
        "how tall", "how often", "seberapa sering", "what number", "what time", "何人", "いくつ", "いくら", "なんぼ", "何点", "何都市",
        "何台", "何か国", "何カ国", "何割",
        "何パーセント", "何番", "何時", "何歳", "人口は", "何個", "何校", "何回", "何か所", "何カ所", "何ヶ所", "何箇所",
        "何名", "何社", "何本", "何曲", "何トン", "何キロ", "何メートル", "何ドル", "何円", "何種類", "何倍", "何周年",
        "どのくらい", "どのぐらい", "どれくらい", "どれぐらい", "どんくらい",
    ]),
    (AnswerKind::Person, &["siapa", "who", "whom", "whose", "誰", "だれ", "どなた", "何者"]),
    (AnswerKind::Organisation, &[
        "universitas mana", "universitas apa", "kampus mana", "perusahaan mana", "perusahaan apa", "lembaga mana",
        "lembaga apa", "organisasi apa", "organisasi mana", "yayasan apa", "yayasan mana", "band apa", "klub apa",
        "which university", "what university", "which universities", "which company", "what company", "which companies",
        "what companies", "which organization", "what organization", "which organisation", "what organisation",
        "what agency", "which agency", "what body", "which body", "what group", "which team", "what team",
        "which foundation", "what foundation", "which school", "what school", "which schools", "what schools",
        "which hospital", "what hospital", "which clinic", "which club", "which band", "what band", "sekolah mana",
        "sekolah apa", "sd mana", "smp mana", "sma mana", "rumah sakit mana", "rs mana", "puskesmas mana", "klinik mana",
        "klub mana", "band mana", "どの学校", "どこの学校", "何という学校", "学校どこ", "学校はどこ", "学校名", "学校ってなんて", "学校は何て", "学校の名前", "どの病院",
        "どこの病院", "病院はどこ", "どのバンド", "どの大学", "何という大学", "どの会社", "何という会社", "どこの大学",
        "どこの会社", "どの団体", "何という団体", "どの企業", "企業はどこ", "会社はどこ", "どのメーカー", "メーカーはどこ", "何というメーカー",
    ]),
    (AnswerKind::Place, &[
        "di mana", "ke mana", "dari mana", "dimana", "kemana", "darimana", "pulau apa", "pulau mana", "provinsi mana",
        "provinsi apa", "daerah mana", "jalan apa", "where", "whereabouts", "which state", "what state", "what region", "どこ", "何処", "どちら",
        "場所は",
    ]),
];

/// How Japanese words that ask begin, but those phrases that hold none, 人口は.
const ASKING_JA: [char; 5] = ['い', '何', 'ど', '誰', 'だ'];
/// What tells that *how far* asks how things stand.
const STAGES: [&str; 7] = ["progress", "progressed", "along", "come", "gone", "got", "advanced"];

impl AnswerKind {
    /// The kind that `question` asks for, where its words tell.
    #[must_use]
    pub fn of_question(question: &str) -> Option<Self> {
        // A question word with a capital within the question is a name's: Doctor Who.
        let plain: Vec<&str> = question
            .split_whitespace()
            .enumerate()
            .filter(|(place, word)| *place == 0 || *word != "Who")
            .map(|(_, word)| word)
            .collect();
        let words = Words::of(&plain.join(" "));
        let is_asked = |phrase: &str| match phrase {
            "when" => words.ask_when(),
            "how far" => !words.hold_any(&STAGES),
            "tahun apa" | "bulan apa" => !ask_whether_repeated(&words),
            _ if phrase.contains(ASKING_JA) => asks_definitely(&words.folded, phrase),
            _ => true,
        };
        let asks = |phrases: &[&str]| phrases.iter().any(|phrase| words.hold(phrase) && is_asked(phrase));
        if ask_for_a_date_apart(&words.in_order) {
            return Some(Self::Date);
        }
        // How many years it is for, and not in which it was.
        if words.hold_any(&DURATIONS_JA) {
            return Some(Self::Number);
        }
        let asked = ASKED.iter().find(|(_, phrases)| asks(phrases)).map(|(kind, _)| *kind);
        let asked = asked.or_else(|| is_asked_for(&words).then_some(Self::Place));
        if asked == Some(Self::Organisation) && asks_what_one_is(&words.in_order) {
            return None;
        }
        let repeated = || ask_whether_repeated(&words).then_some(Self::Number);
        asked.or_else(|| asks_which(&words.in_order)).or_else(repeated).or_else(|| implied(&words))
    }
}

/// Do Indonesian words ask on which date something was, with that between the words for it: *tanggal dia diterima berapa sih*.
fn ask_for_a_date_apart(words: &[String]) -> bool {
    const BEHIND: [&str; 12] =
        ["sih", "ya", "yah", "ga", "dong", "nih", "tuh", "kak", "persisnya", "tepatnya", "sebenarnya", "sebenernya"];
    let Some(asks) = words.iter().rposition(|word| word == "berapa") else { return false };
    let dates = |pair: &[String]| pair[0] == "tanggal" && !pair[1].starts_with(|it: char| it.is_ascii_digit());
    words[..asks].windows(2).any(dates) && words[asks + 1..].iter().all(|word| BEHIND.contains(&word.as_str()))
}

/// Does `text` ask for anything, by a word for it.
pub(crate) fn asks_something(text: &str) -> bool {
    AnswerKind::of_question(text).is_some() || has_question_word(text)
}

/// The clauses of `question` that ask, in bytes, without what is told around them: *my band goes there in May*, **how many
/// instruments are there**. All of it where no clause asks by a word.
#[must_use]
pub fn asking_clauses(question: &str) -> Vec<Range<usize>> {
    let all = || std::iter::once(0..question.len()).collect();
    if !question.trim_end_matches(is_mark).contains(is_mark) {
        return all();
    }
    // Of a date that leads to it, 2014年、…, is asked behind it.
    let asks = |clause: &Range<usize>| {
        let clause = &question[clause.clone()];
        asks_something(clause) && !is_a_date_alone(clause)
    };
    let clauses: Vec<_> = clauses(question).filter(asks).collect();
    if clauses.is_empty() { all() } else { clauses }
}

/// The kind of a question without a word that asks, as people type into a phone: *price of a ticket*, *name of the mayor*.
fn implied(words: &Words) -> Option<AnswerKind> {
    const OTHERWISE: [&str; 7] = ["mengapa", "kenapa", "bagaimana", "gimana", "gmn", "why", "how"];
    const OTHERWISE_JA: [&str; 5] = ["なぜ", "なんで", "どうして", "どう", "理由"];
    #[rustfmt::skip]
    const NUMBERS: [&str; 48] = [
        "total", "harga", "harganya", "biaya", "biayanya", "tarif", "ongkos", "gaji", "gajinya", "anggaran", "jumlahnya", "luas",
        "luasnya", "jarak", "jaraknya", "populasi", "populasinya", "price", "prices", "cost", "costs", "salary", "budget",
        "population", "distance", "面積", "人口", "値段", "料金", "費用", "予算", "距離", "入場料", "入館料", "金額", "総額", "参加費", "会費", "運賃", "学費", "年収", "学生数", "賞金",
        "都市の数", "何割", "点数", "人数", "件数",
    ];
    const DATES: [&str; 14] = [
        "tanggal persis",
        "tanggalnya",
        "tahunnya",
        "the year",
        "year the",
        "first year",
        "exact date",
        "exact day",
        "day and month",
        "month and day",
        "day and year",
        "日付",
        "年月",
        "時期は",
    ];
    const EACH: [&str; 12] =
        ["every", "each", "per", "a", "setiap", "tiap", "tiap2", "that", "this", "last", "next", "of"];
    const NAMES: [&str; 6] = ["nama", "namanya", "name", "names", "名前", "氏名"];
    /// People who are named without an office.
    #[rustfmt::skip]
    const SOMEBODY: [&str; 19] = [
        "dokter", "dokternya", "guru", "pegawai", "orang", "peserta", "anggota", "doctor", "doctors", "teacher", "teachers",
        "staff", "members", "participants", "people", "人の名前", "先生の名前", "員の名前", "医師の名前",
    ];
    if words.hold_any(&OTHERWISE) || words.hold_any(&OTHERWISE_JA) {
        return None;
    }
    let first = words.in_order.first().map(String::as_str);
    let last = words.in_order.last().map(String::as_str);
    let end = words.folded.trim_end_matches(|c: char| !c.is_alphanumeric()).trim_end_matches(['は', 'を']);
    let is_number = |word: &String| word.starts_with(|c: char| c.is_ascii_digit());
    let is_each = |word: &String| EACH.contains(&word.as_str());
    // Tahun 2015 tells a year, setiap tahun how often.
    let names_one = words.in_order.get(1).is_some_and(is_number);
    let is_repeated = words.in_order.iter().rev().nth(1).is_some_and(is_each);
    if words.hold_any(&NUMBERS) {
        Some(AnswerKind::Number)
    } else if words.hold_any(&DATES)
        || !names_one && matches!(first, Some("date" | "year" | "tanggal" | "tahun"))
        || !is_repeated && matches!(last, Some("date" | "year" | "tanggal" | "tahun"))
        || ["年", "した日", "時期"].iter().any(|last| end.ends_with(last))
    {
        Some(AnswerKind::Date)
    } else {
        let has_role = || words.in_order.iter().any(|word| is_role(word));
        (words.hold_any(&NAMES) && (has_role() || words.hold_any(&SOMEBODY))
            || end.ends_with("した人")
            || first.is_some_and(|word| word.is_ascii() && is_role(word))
            || is_role_at_end(end))
        .then_some(AnswerKind::Person)
    }
}

/// Does a Japanese question end with somebody's role: 優勝者は, 監督は.
fn is_role_at_end(text: &str) -> bool {
    let last = text.rsplit(|c: char| !c.is_alphanumeric() || matches!(c, 'の' | 'は' | 'が')).next();
    last.is_some_and(|word| !word.is_ascii() && ends_with_a_role(word))
}

/// Who somebody is by trade or rank, as in *which German general*.
#[rustfmt::skip]
const PEOPLE: [&str; 66] = [
    "actor", "actress", "adviser", "advisor", "alumnus", "architect", "artist", "astronaut", "author", "bishop", "captain",
    "ceo", "chemist", "coach", "doctor", "doctors", "surgeon", "surgeons", "expert", "experts", "teacher", "teachers", "commander", "composer", "defender", "descendant", "director", "economist", "emperor",
    "engineer", "explorer", "founder", "general", "governor", "inventor", "journalist", "king", "lawyer", "leader",
    "mathematician", "mayor", "member", "minister", "missionary", "monarch", "musician", "official", "painter", "person",
    "philosopher", "physicist", "player", "poet", "politician", "pope", "president", "prince", "professor", "quarterback",
    "queen", "ruler", "scholar", "scientist", "singer", "winner", "writer",
];

/// What an organisation is, as in *which instrument makers*.
#[rustfmt::skip]
const ORGANISATIONS: [&str; 26] = [
    "company", "companies", "firm", "firms", "maker", "makers", "manufacturer", "manufacturers", "brand", "brands",
    "university", "universities", "organisation", "organisations", "organization", "organizations", "agency", "agencies",
    "foundation", "foundations", "institution", "institutions", "school", "schools", "hospital", "hospitals",
];
/// The same in Indonesian, where what asks stands behind, *perusahaan alat musik apa*, and how many words may stand between.
#[rustfmt::skip]
const ORGANISATIONS_ID: [&str; 10] = [
    "perusahaan", "pabrikan", "pabrik", "produsen", "merek", "merk", "lembaga", "organisasi", "yayasan", "universitas",
];
const BETWEEN_ID: usize = 2;

/// Do Indonesian words ask what organisation a known one is, *roland itu perusahaan apa*, rather than for one.
fn asks_what_one_is(words: &[String]) -> bool {
    let is_known = |word: &str| matches!(word, "itu" | "tuh" | "tu" | "adalah" | "ialah" | "merupakan");
    let is_asked = |word: &str| ORGANISATIONS_ID.contains(&word);
    words.windows(2).any(|pair| is_known(&pair[0]) && is_asked(&pair[1]))
}

/// Do the words ask for somebody by *what* or *which*, *which German general*, not *what is a general*; or for an organisation.
fn asks_which(words: &[String]) -> Option<AnswerKind> {
    const NO_EPITHET: [&str; 16] = [
        "is", "was", "are", "were", "did", "does", "do", "has", "have", "had", "of", "the", "kind", "type", "can", "s",
    ];
    /// *Which of the* asks for one of them.
    const ONE_OF: [&str; 4] = ["of", "the", "these", "those"];
    let mut behind = words.iter().map(String::as_str).skip_while(|word| !matches!(*word, "what" | "which"));
    let is_which = behind.next() == Some("which");
    let behind = behind.skip_while(|word| is_which && ONE_OF.contains(word)).take(4);
    let mut asked = behind.take_while(|word| !NO_EPITHET.contains(word));
    let kind_of = |word: &str| {
        let kinds = [(AnswerKind::Person, &PEOPLE[..]), (AnswerKind::Organisation, &ORGANISATIONS)];
        kinds.into_iter().find(|(_, words)| words.contains(&word)).map(|(kind, _)| kind)
    };
    let asks_behind = |place: usize| {
        let behind = words[place + 1..].iter().take(BETWEEN_ID + 1);
        behind.into_iter().any(|word| matches!(word.as_str(), "apa" | "mana"))
    };
    let is_asked = |place: &usize| ORGANISATIONS_ID.contains(&words[*place].as_str()) && asks_behind(*place);
    asked.find_map(kind_of).or_else(|| (0..words.len()).find(is_asked).map(|_| AnswerKind::Organisation))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_is_told_from_what_is_told_around_it() {
        for (question, expect) in [
            ("my band plays there in may, how many are there?", vec![" how many are there?"]),
            ("saya guru. kapan dibuka? dan siapa yang membuka", vec![" kapan dibuka?", " dan siapa yang membuka"]),
            ("宿題です。人口は何人？", vec!["人口は何人？"]),
            ("いつもお世話になっております。人口は何人？", vec!["人口は何人？"]),
            ("どうもありがとう。人口は何人？", vec!["人口は何人？"]),
            ("how many of the 3.300 are in hamamatsu", vec!["how many of the 3.300 are in hamamatsu"]),
            ("I work for Dr. Lee. who is the mayor", vec![" who is the mayor"]),
            ("2014年、浜松は何に選ばれた？", vec!["浜松は何に選ばれた？"]),
            ("2006年、検索の数は？", vec!["2006年、検索の数は？"]),
            ("hamamatsu", vec!["hamamatsu"]),
            ("", vec![""]),
        ] {
            let clauses: Vec<_> = asking_clauses(question).into_iter().map(|range| &question[range]).collect();
            assert_eq!(clauses, expect, "{question}");
        }
    }

    #[test]
    fn a_question_tells_what_it_asks_for() {
        for (question, expect) in [
            ("Kapan Ambon menjadi kota musik?", Some(AnswerKind::Date)),
            ("kapankah ambon", Some(AnswerKind::Date)),
            ("tahun berapa ambon", Some(AnswerKind::Date)),
            ("who founded it and when", Some(AnswerKind::Date)),
            ("how many were there when it began", Some(AnswerKind::Number)),
            ("it was not alone when it began, how many were there", Some(AnswerKind::Number)),
            ("what happens when it rains", None),
            ("tgl brp ambon", Some(AnswerKind::Date)),
            ("lomba itu taun brp sih", Some(AnswerKind::Date)),
            ("tgl darwin tanda tangan brp sih sebenernya", Some(AnswerKind::Date)),
            ("tanggal 31 oktober 2019 kotanya ada berapa", Some(AnswerKind::Number)),
            ("tanggal masuk dan jumlah kotanya berapa kota", Some(AnswerKind::Number)),
            ("year of the first race", Some(AnswerKind::Date)),
            ("浜松市が加盟した年は？", Some(AnswerKind::Date)),
            ("berapa kota musik unesco", Some(AnswerKind::Number)),
            ("Berapakah luasnya", Some(AnswerKind::Number)),
            ("tiap berapa tahun", Some(AnswerKind::Number)),
            ("lomba itu tiap tahun apa tidak", Some(AnswerKind::Number)),
            ("lomba itu tahun apa", Some(AnswerKind::Date)),
            ("festivalnya tiap bulan apa", Some(AnswerKind::Date)),
            ("harga tiket konser", Some(AnswerKind::Number)),
            ("why did the price rise", None),
            ("a good place for a swim at this time of year", None),
            ("How many music cities are there?", Some(AnswerKind::Number)),
            ("いつですか", Some(AnswerKind::Date)),
            ("人口は何人ですか", Some(AnswerKind::Number)),
            ("ダーウィンの面積", Some(AnswerKind::Number)),
            ("楽器博物館の収蔵点数", Some(AnswerKind::Number)),
            ("Siapa Rico Hayat?", Some(AnswerKind::Person)),
            ("who's the mayor", Some(AnswerKind::Person)),
            ("whos the mayor", Some(AnswerKind::Person)),
            ("mayor of kyoto?", Some(AnswerKind::Person)),
            ("nama gubernur maluku", Some(AnswerKind::Person)),
            ("京都市長の名前は", Some(AnswerKind::Person)),
            ("大会の優勝者は？", Some(AnswerKind::Person)),
            ("浜松の市長がインドネシアに来たことはある？", None),
            ("which German general was it", Some(AnswerKind::Person)),
            ("what British prime minister came", Some(AnswerKind::Person)),
            ("what is a general", None),
            ("by what time did they want to meet", Some(AnswerKind::Date)),
            ("which Darwin school hosts them", Some(AnswerKind::Organisation)),
            ("which of the Darwin schools hosts them", Some(AnswerKind::Organisation)),
            ("アンボンになんぼ出た", Some(AnswerKind::Number)),
            ("which eye hospital was it", Some(AnswerKind::Organisation)),
            ("what clinic did they bring", None),
            ("what sort of school stuff do they do", None),
            ("which instrument makers were founded there", Some(AnswerKind::Organisation)),
            ("perusahaan alat musik apa saja di sana", Some(AnswerKind::Organisation)),
            ("浜松の楽器メーカーはどこ", Some(AnswerKind::Organisation)),
            ("what is a company", None),
            ("perusahaan itu membuat alat musik apa", None),
            ("roland itu perusahaan apa", None),
            ("what was the population of Darwin", Some(AnswerKind::Number)),
            ("the whole list", None),
            ("dimana museumnya", Some(AnswerKind::Place)),
            ("wheres the museum", Some(AnswerKind::Place)),
            ("本社はどこ", Some(AnswerKind::Place)),
            ("楽器博物館はいつも何点の楽器を展示していますか", Some(AnswerKind::Number)),
            ("いつもありがとうございます", None),
            ("誰か教えて", None),
            ("市長は誰か教えて", Some(AnswerKind::Person)),
            ("いつから加盟していますか", Some(AnswerKind::Date)),
            ("bekerja di mana", Some(AnswerKind::Place)),
            ("", None),
        ] {
            assert_eq!(AnswerKind::of_question(question), expect, "{question}");
        }
    }
}
