//! The kinds of thing that are asked for, and where a text holds one.

use std::ops::Range;

use super::{Language, is_stop_word};

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
            (Self::Date, Language::Ja) => japanese_dates(text),
            (Self::Number, Language::Ja) => japanese_numbers(text),
            (Self::Date, _) => dates(text, &words),
            (Self::Number, _) => quantities(text, &words),
            // Japanese has no capitals, which names are told by.
            (Self::Person | Self::Place | Self::Organisation, Language::Ja) => Vec::new(),
            (Self::Person, _) => people(language, text, &words),
            (Self::Organisation, _) => names(language, &words),
            (Self::Place, _) => places(language, text, &words),
        }
    }
}

fn is_year(number: &str) -> bool {
    number.len() == 4
        && number.bytes().all(|byte| byte.is_ascii_digit())
        && matches!(&number[..2], "10" | "11" | "12" | "13" | "14" | "15" | "16" | "17" | "18" | "19" | "20")
}

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
        let folded = self.text.to_lowercase();
        among.contains(&folded.as_str())
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
        let start = part.as_ptr() as usize - text.as_ptr() as usize;
        let is_edge = |character: char| !(character.is_alphanumeric() || matches!(character, '$' | '%' | '€' | '£'));
        let trimmed = part.trim_start_matches(is_edge);
        let begin = start + part.len() - trimmed.len();
        let word = trimmed.trim_end_matches(is_edge);
        if let Some(last) = found.last_mut()
            && (begin > start || word.is_empty())
        {
            last.ends = true;
        }
        if !word.is_empty() {
            found.push(Word { text: word, range: begin..begin + word.len(), ends: word.len() < trimmed.len() });
        }
    }
    found
}

const MONTHS: [&str; 38] = [
    "januari",
    "februari",
    "maret",
    "april",
    "mei",
    "juni",
    "juli",
    "agustus",
    "september",
    "oktober",
    "november",
    "desember",
    "january",
    "february",
    "march",
    "may",
    "june",
    "july",
    "august",
    "october",
    "december",
    "jan",
    "feb",
    "mar",
    "apr",
    "jun",
    "jul",
    "aug",
    "agt",
    "sep",
    "sept",
    "oct",
    "okt",
    "nov",
    "dec",
    "des",
    "pebruari",
    "nopember",
];

/// Dates as Indonesian and English write them: `31 Oktober 2019`, `October 31, 2019`, `Oktober 2019`, `1990s`, `2019`.
fn dates(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // One day, or the first and the last of some: 17–19.
    let is_day = |word: &Word<'_>| {
        let is_one = |day: &str| matches!(day.len(), 1 | 2) && day.bytes().all(|byte| byte.is_ascii_digit());
        word.text.splitn(2, ['–', '-']).all(is_one)
    };
    let is_month = |word: &Word<'_>| word.is_capital() && word.is(&MONTHS);
    let is_era = |word: &Word<'_>| word.is(&["bc", "ad", "bce", "ce", "sm", "masehi", "bp"]);
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let mut end = place;
        let mut is_date = false;
        let next = |place: usize| words.get(place + 1);
        if is_day(word) && next(place).is_some_and(is_month) {
            (end, is_date) = (place + 1, true);
        } else if is_month(word) {
            is_date = next(place).is_some_and(|next| is_day(next) || is_year(next.text));
            end = place + usize::from(next(place).is_some_and(is_day));
        } else if is_year(word.text.trim_end_matches('s')) {
            is_date = true;
        } else if let Some(ago) = ago(words, place).or_else(|| {
            (word.is_number()
                && next(place).is_some_and(|next| is_era(next) && next.text.chars().all(char::is_uppercase)))
            .then_some(place)
        }) {
            (end, is_date) = (ago, true);
        } else if let Some(century) = century(words, place) {
            (end, is_date) = (century, true);
        }
        if is_date
            && !is_year(words[end].text.trim_end_matches('s'))
            && !words[end].is(&CENTURY)
            && next(end).is_some_and(|next| is_year(next.text))
        {
            end += 1;
        }
        if is_date {
            end += usize::from(next(end).is_some_and(is_era));
            found.push(words[part_of_date(words, place)].range.start..words[end].range.end);
        }
        place = end + 1;
    }
    debug_assert!(found.iter().all(|range: &Range<usize>| text.is_char_boundary(range.end)));
    found
}

/// Which part of a month or a year is told, *akhir Januari*, *the end of 2019*: the word that it begins with, where the date begins
/// at `place`.
fn part_of_date(words: &[Word<'_>], place: usize) -> usize {
    let is_before = |back: usize, among: &[&str]| {
        place.checked_sub(back).is_some_and(|before| !words[before].ends && words[before].is(among))
    };
    if is_before(1, &["awal", "pertengahan", "akhir", "early", "mid", "late"]) {
        place - 1
    } else if is_before(1, &["of", "tahun"]) && is_before(2, &["beginning", "start", "middle", "end", "awal", "akhir"])
    {
        place - 2
    } else {
        place
    }
}

/// The last word of how long ago it is that begins at `place`: `22,000 years ago`, `2 juta tahun yang lalu`.
fn ago(words: &[Word<'_>], place: usize) -> Option<usize> {
    if !words[place].is_number() && !words[place].is(&NUMBER_WORDS) {
        return None;
    }
    let is_scale = |word: &Word<'_>| word.is(&["million", "billion", "thousand", "juta", "miliar", "ribu"]);
    let years = place + 1 + usize::from(words.get(place + 1).is_some_and(is_scale));
    if !words.get(years)?.is(&["years", "year", "tahun"]) {
        return None;
    }
    let last = years + 1 + usize::from(words.get(years + 1)?.is(&["yang"]));
    words.get(last)?.is(&["ago", "lalu", "silam"]).then_some(last)
}

const CENTURY: [&str; 3] = ["century", "centuries", "abad"];

/// The last word of the century that begins at `place`: `19th century`, `nineteenth century`, `abad ke-19`.
fn century(words: &[Word<'_>], place: usize) -> Option<usize> {
    let (word, next) = (words.get(place)?, words.get(place + 1)?);
    let ordinal = |text: &str| {
        let text = text.to_lowercase();
        text.starts_with(|c: char| c.is_ascii_digit()) && text.ends_with(|c: char| c.is_ascii_lowercase())
            || [
                "first", "second", "third", "teenth", "tieth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
                "elfth",
            ]
            .iter()
            .any(|end| text.ends_with(end))
    };
    let of_century = next.is(&CENTURY) && ordinal(word.text);
    let abad = word.is(&["abad"]) && next.text.trim_start_matches("ke-").starts_with(|c: char| c.is_ascii_digit());
    (of_century || abad).then_some(place + 1)
}

/// Words that multiply the number before them, or say of what it is.
const SCALES: [&str; 40] = [
    "ribu",
    "juta",
    "miliar",
    "milyar",
    "triliun",
    "persen",
    "thousand",
    "million",
    "billion",
    "trillion",
    "percent",
    "per",
    "cent",
    "km",
    "km²",
    "km2",
    "m",
    "cm",
    "mm",
    "kg",
    "meter",
    "metres",
    "meters",
    "kilometer",
    "kilometers",
    "kilometres",
    "miles",
    "mil",
    "feet",
    "ha",
    "hektar",
    "hektare",
    "acres",
    "persegi",
    "square",
    "tahun",
    "years",
    "rupiah",
    "dolar",
    "dollars",
];
const NUMBER_WORDS: [&str; 36] = [
    "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas", "belas", "puluh",
    "ratus", "seratus", "seribu", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "twenty", "thirty", "forty", "fifty", "sixty", "hundred", "dozen",
];

/// Numbers with what belongs to them: `US$700,000`, `394.415`, `2,5 juta`, `90%`, `tiga`. A year is none.
fn quantities(text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let digits = |word: &Word<'_>| word.text.bytes().any(|byte| byte.is_ascii_digit());
    // Six, or six-time.
    let is_number_word = |word: &Word<'_>| {
        let folded = word.text.to_lowercase();
        NUMBER_WORDS.contains(&folded.split('-').next().unwrap_or(&folded))
    };
    let is_amount = |word: &Word<'_>| {
        let figures = word.text.trim_start_matches(|c: char| !c.is_ascii_digit());
        (digits(word) && !is_year(word.text) && word.text.len() - figures.len() <= 4) || is_number_word(word)
    };
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let mut end = place;
        if is_amount(word) {
            while let Some(next) = words.get(end + 1)
                && !words[end].ends
                && (next.is(&SCALES) || next.is(&NUMBER_WORDS))
            {
                end += 1;
            }
            // A day is no amount.
            let is_day = words.get(end + 1).is_some_and(|next| next.is_capital() && next.is(&MONTHS));
            if !is_day {
                found.push(word.range.start..words[end].range.end);
            }
        }
        place = end + 1;
    }
    debug_assert!(found.iter().all(|range: &Range<usize>| text.is_char_boundary(range.end)));
    found
}

/// Small words within a name.
const WITHIN_NAMES: [&str; 14] =
    ["bin", "binti", "ibn", "al", "de", "da", "van", "von", "der", "den", "of", "the", "la", "du"];

/// Runs of capitalised words, which names are made of; a single one at the start of a sentence tells nothing.
fn names(language: Language, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut place = 0;
    while let Some(word) = words.get(place) {
        let mut end = place;
        if word.is_capital() && !word.is_number() {
            while !words[end].ends {
                let Some(next) = words.get(end + 1) else { break };
                if next.is_capital() {
                    end += 1;
                } else if next.is(&WITHIN_NAMES) && words.get(end + 2).is_some_and(Word::is_capital) && !next.ends {
                    end += 2;
                } else {
                    break;
                }
            }
            // The first word of a sentence has its capital from there.
            let first = if place == 0 && is_stop_word(language, &word.text.to_lowercase()) { 1 } else { place };
            let is_month = word.is(&MONTHS);
            if !(is_month || place == 0 && end == 0) && first <= end {
                found.push(words[first].range.start..words[end].range.end);
            }
        }
        place = end + 1;
    }
    found
}

/// Words that introduce a person's name.
#[rustfmt::skip]
const INTRODUCE: [&str; 24] = [
    "oleh", "bernama", "yaitu", "yakni", "adalah", "karya", "sutradara", "penyanyi", "by", "named", "is",
    "was", "said", "kata", "lain", "include", "includes", "as", "musisi", "aktor", "aktris", "presiden",
    "ialah", "gubernur",
];

/// Words that follow a person's name at the beginning of a sentence.
#[rustfmt::skip]
const IS: [&str; 14] = [
    "adalah", "ialah", "merupakan", "memerankan", "menjadi", "menulis", "mendirikan", "menciptakan",
    "dikenal", "is", "was", "founded", "wrote", "became",
];

/// Words that places, peoples, wars and offices are named with.
#[rustfmt::skip]
const NO_PERSON: [&str; 59] = [
    "perang", "dunia", "kota", "pulau", "provinsi", "universitas", "republik", "kerajaan", "kabupaten",
    "amerika", "serikat", "indonesia", "jepang", "inggris", "belanda", "eropa", "asia", "selatan", "utara",
    "barat", "timur", "tengah", "jawa", "sumatera", "kalimantan", "new", "york", "united", "states",
    "kingdom", "university", "war", "city", "island", "south", "north", "east", "west", "american", "british",
    "french", "german", "church", "league", "cup", "house", "council", "street", "park", "river", "lake",
    "royal", "national", "sungai", "gunung", "laut", "abad", "partai", "liga",
];

/// Names of two words and more, in English of one too, each of letters alone, none of which is a word that places, peoples and offices are named with.
///
/// In Indonesian a name counts only where its sentence introduces it, *oleh Rico Hayat*, or begins with it, *Rico Hayat adalah*:
/// capitals alone tell people too poorly from all else that has a name. Names in a row are one.
fn people(language: Language, text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found = names(language, words);
    found.retain(|range| {
        let of_name = words.iter().filter(|word| word.range.start >= range.start && word.range.end <= range.end);
        (language == Language::En || of_name.clone().count() > 1)
            && of_name.clone().all(|word| !word.is(&NO_PERSON) && !word.text.chars().any(|c| c.is_ascii_digit()))
    });
    let mut rows = rows(text, &found);
    if language == Language::Id {
        rows.retain(|row| {
            let before = words.iter().rev().find(|word| word.range.end <= row.start);
            let mut after = words.iter().filter(|word| word.range.start >= row.end).take(3);
            let introduced = before.is_some_and(|word| word.is(&INTRODUCE));
            introduced || before.is_none() && after.any(|word| word.is(&IS))
        });
    }
    rows
}

/// Things in `text`, in order, those in a row as one: *Rico Hayat and Nakano Yusuke*.
fn rows(text: &str, things: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut rows: Vec<Range<usize>> = Vec::with_capacity(things.len());
    for thing in things {
        match rows.last_mut() {
            Some(last) if is_joint(&text[last.end..thing.start]) => last.end = thing.end,
            _ => rows.push(thing.clone()),
        }
    }
    rows
}

fn is_joint(between: &str) -> bool {
    between == ", " || closes_list(between)
}

fn closes_list(between: &str) -> bool {
    matches!(between, " dan " | " and " | ", dan " | ", and " | " & ")
}

/// Things in `text`, in order, those of a list that an *and* closes as one: *Yamaha, Kawai and Roland*, and not *Hamamatsu,
/// Japan*.
#[must_use]
pub fn lists(text: &str, things: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::with_capacity(things.len());
    for row in rows(text, things) {
        let of_row: Vec<_> = things.iter().filter(|it| row.start <= it.start && it.end <= row.end).collect();
        let is_closed =
            matches!(of_row[..], [.., last_but_one, last] if closes_list(&text[last_but_one.end..last.start]));
        if is_closed {
            found.push(row);
        } else {
            found.extend(of_row.into_iter().cloned());
        }
    }
    found
}

/// Names behind a word that says where: `di Ambon`, `in Hamamatsu`.
fn places(language: Language, text: &str, words: &[Word<'_>]) -> Vec<Range<usize>> {
    const WHERE: [&str; 15] = [
        "di",
        "dari",
        "ke",
        "in",
        "at",
        "near",
        "from",
        "to",
        "kota",
        "pulau",
        "desa",
        "provinsi",
        "kabupaten",
        "city",
        "of",
    ];
    let before = |start: usize| words.iter().rev().find(|word| word.range.end <= start);
    let all = names(language, words);
    let mut found = all.clone();
    found.retain(|range| before(range.start).is_some_and(|word| !word.ends && word.is(&WHERE)));
    // What lies in another place is told with it: Oak Park, Illinois.
    for place in &mut found {
        while let Some(next) = all
            .iter()
            .find(|next| text[place.end..].strip_prefix(", ").is_some_and(|rest| next.start == text.len() - rest.len()))
        {
            place.end = next.end;
        }
    }
    found
}

/// Dates as Japanese writes them: `2019年10月31日`, `1991年`, `7月17日`, `2009年7月16日から22日`.
fn japanese_dates(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let runs = digit_runs(text);
    let unit_of = |run: &Range<usize>| text[run.end..].chars().next().filter(|unit| matches!(unit, '年' | '月' | '日'));
    for (place, run) in runs.iter().enumerate() {
        let Some(unit) = unit_of(run) else { continue };
        let end = run.end + unit.len_utf8();
        let has_day = || runs.get(place + 1).is_some_and(|next| next.start == end && unit_of(next) == Some('日'));
        match found.last_mut() {
            Some(last) if last.end == run.start && unit != '年' => last.end = end,
            Some(last) if unit == '日' && text[..last.end].ends_with('日') && &text[last.end..run.start] == "から" =>
            {
                last.end = end;
            }
            _ if unit == '年' && !text[end..].starts_with('間') || unit == '月' && has_day() => {
                found.push(run.start..end);
            }
            _ => {}
        }
    }
    for date in &mut found {
        let part = PARTS_JA.iter().find(|part| text[date.end..].starts_with(**part));
        date.end += part.map_or(0, |part| part.len());
    }
    found
}

/// Which part of a month or a year is told.
const PARTS_JA: [&str; 8] = ["上旬", "中旬", "下旬", "初め", "初頭", "半ば", "末", "頃"];

/// Numbers with their counter as Japanese writes them: `394,415人`, `47都市`, `70万米ドル`.
fn japanese_numbers(text: &str) -> Vec<Range<usize>> {
    const COUNTERS: [&str; 22] = [
        "人",
        "点",
        "都市",
        "本",
        "つ",
        "台",
        "か国",
        "カ国",
        "％",
        "%",
        "パーセント",
        "万人",
        "万米ドル",
        "億円",
        "万円",
        "円",
        "キロ",
        "メートル",
        "番目",
        "か所",
        "種類",
        "回",
    ];
    digit_runs(text)
        .into_iter()
        .filter(|range| !text[range.end..].starts_with(['年', '月', '日']))
        .map(|range| {
            let counter =
                COUNTERS.iter().filter(|counter| text[range.end..].starts_with(**counter)).map(|c| c.len()).max();
            range.start..range.end + counter.unwrap_or(0)
        })
        .collect()
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
        check(Date, Id, "Terjadi 2 juta tahun yang lalu, selama 3 tahun.", &["2 juta tahun yang lalu"]);
        check(Date, En, "They may 5 times.", &[]);
        check(Date, En, "In the nineteenth century and the 20th century.", &["nineteenth century", "20th century"]);
        check(Date, Id, "Sejak abad ke-19 di Ambon.", &["abad ke-19"]);
        check(Date, Ja, "2014年12月1日に加盟し、２０１９年も続き、5年間で", &["2014年12月1日", "２０１９年"]);
        check(Number, Id, "Penduduk Ambon berjumlah 394.415 jiwa pada 2019.", &["394.415"]);
        check(Number, En, "Music adds over US$700,000 a year.", &["US$700,000"]);
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
        check(Place, Id, "Museum itu berada di Kota Hamamatsu, menurut Budi.", &["Kota Hamamatsu"]);
        check(Place, En, "Founded in Hamamatsu by Kawai.", &["Hamamatsu"]);
        check(Person, Ja, "市長は中野祐介氏です。", &[]);
    }
}
