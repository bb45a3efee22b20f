//! A year that something is asked to have been in, and that may be another one: *was Ambon named a city of music in 2018?*

use std::borrow::Cow;
use std::ops::Range;

use super::start_of_words_before;
use crate::answer::Answerer;
use crate::language::{
    AnswerKind, BoundedYears, Language, asks_to_confirm, asks_whether, bounded_years, detect, has_question_word,
    is_cjk, is_digits, is_one_of, spliced, word_ranges, years,
};

/// How such a question begins.
const BEGINS: [&str; 11] = ["was", "were", "is", "are", "did", "does", "do", "has", "have", "apakah", "benarkah"];
/// What stands before the year, and what asks for it.
const JOINS: [(&str, &str); 9] = [
    ("in", "what year"),
    ("since", "what year"),
    ("until", "what year"),
    ("tahun", "berapa"),
    ("thn", "berapa"),
    ("taun", "berapa"),
    ("pada", "tahun berapa"),
    ("sejak", "tahun berapa"),
    ("di", "tahun berapa"),
];
/// The least words of a sentence that asks by its mark alone, without the first.
const STATED: usize = 4;
/// What stands before a decade, and is left out with it.
const BEFORE_DECADES: [&str; 9] = ["in", "during", "the", "pada", "di", "tahun", "thn", "era", "dekade"];
/// What stands before a date, and is left out with it.
const BEFORE_DATES: [&str; 14] =
    ["in", "on", "since", "from", "until", "for", "back", "pada", "di", "sejak", "tahun", "thn", "taun", "tanggal"];
/// How it ends behind the year in Japanese.
const ENDS_JA: [&str; 9] = [
    "年",
    "年ですか",
    "年でしたか",
    "年なの",
    "年なのですか",
    "年なんですか",
    "年だった",
    "年だったの",
    "年だったんですか",
];
/// What stands before the year there.
const BEFORE_JA: [&str; 3] = ["は", "って", "が"];

impl Answerer {
    /// `text` with the year at its end, where it asks whether something was then, in place of a question for it, or without it, where
    /// nothing is found with that year, and surely with another one. Of the bounds of years it is the year that tells.
    pub(super) fn with_guessed_year_asked<'t>(&self, text: Cow<'t, str>) -> Cow<'t, str> {
        if asks_for_another_time(&text) {
            return text;
        }
        let bounds = guessed_bounds(&text);
        let is_bounded = bounds.is_some();
        let Some((year, asks)) = bounds.or_else(|| guessed_year(&text)).or_else(|| guessed_date(&text)) else {
            return text;
        };
        let asked = spliced(Cow::Borrowed(&*text), [(year.clone(), asks)]).into_owned();
        if !is_bounded && self.is_surely_told(&text) {
            return text;
        }
        if self.is_surely_told(&asked) {
            return Cow::Owned(asked);
        }
        let of_any_time = without_date(&text, year).filter(|_| asks_whether(&text));
        let tells_a_year = |asked: &String| self.surely_told(asked).is_some_and(|told| !years(told).is_empty());
        of_any_time.filter(tells_a_year).map_or(text, Cow::Owned)
    }
}

/// `text` in Latin letters without the date at `range`, and what joins it; `None` in Japanese, where particles hold it.
fn without_date(text: &str, range: Range<usize>) -> Option<String> {
    if text.contains(is_cjk) {
        return None;
    }
    let start = start_of_words_before(text, range.start, &BEFORE_DATES);
    Some(format!("{}{}", text[..start].trim_end(), &text[range.end..]))
}

/// Is asked in Japanese for what was within bounds of years as well, 2009年の後も: what was then is known.
fn asks_for_another_time(text: &str) -> bool {
    let is_too = |bounds: BoundedYears| {
        let behind = &text[bounds.range.end..];
        behind.strip_prefix('に').unwrap_or(behind).starts_with('も')
    };
    text.contains('も') && bounded_years(text).into_iter().any(is_too)
}

/// The bounds of years in a question whether something was within them, and what asks for the year: that tells it, whichever it is.
fn guessed_bounds(text: &str) -> Option<(Range<usize>, &'static str)> {
    let [bounds] = &bounded_years(text)[..] else { return None };
    let asks = match detect(text) {
        _ if text.contains(is_cjk) => "何年",
        Some(Language::Id) => "tahun berapa",
        _ => "in what year",
    };
    asks_whether(text).then(|| {
        // *In the 1980s*.
        (start_of_words_before(text, bounds.range.start, &BEFORE_DECADES)..bounds.range.end, asks)
    })
}

/// The only date in a question whether something was then, wherever it stands, and what asks for it.
fn guessed_date(text: &str) -> Option<(Range<usize>, &'static str)> {
    if years(text).len() != 1 {
        return None;
    }
    if text.contains(is_cjk) {
        let [date] = &AnswerKind::Date.find_in(Language::Ja, text)[..] else { return None };
        let ends = !text[date.end..].contains(char::is_alphanumeric)
            && BEFORE_JA.iter().any(|joint| text[..date.start].ends_with(joint));
        let is_asked = asks_whether(text) || ends && !has_question_word(text);
        // *The race of 2020* is another one.
        let behind = &text[date.end..];
        let is_asked = is_asked && (!behind.starts_with('の') || behind.starts_with("のこと"));
        let asks = if text[date.clone()].contains('月') { "いつ" } else { "何年" };
        return is_asked.then(|| (date.clone(), asks));
    }
    let language = detect(text).unwrap_or(Language::En);
    let [date] = &AnswerKind::Date.find_in(language, text)[..] else { return None };
    if let Some(when) = when_behind(text, date) {
        return Some((0..when.end, "when"));
    }
    if !asks_whether(text) && !asks_to_confirm(text) {
        return None;
    }
    let before = word_ranges(&text[..date.start]).last()?;
    let joins = ["in", "on", "since", "from", "until", "for", "it"];
    let is_joined = is_one_of(&text[before.clone()], &joins);
    let is_behind_year = is_one_of(&text[before], &["tahun", "thn", "taun"]);
    let is_year = is_digits(&text[date.clone()]);
    Some((
        date.clone(),
        match (language, is_year) {
            (Language::Id, true) if is_behind_year => "berapa",
            (Language::Id, true) => "tahun berapa",
            (Language::Id, false) => "tanggal berapa",
            _ if !is_joined => return None,
            (_, true) => "what year",
            (_, false) => "what date",
        },
    ))
}

/// The word behind the `date` that makes it what is guessed of the rest: *was it 1995* ***when*** *it was signed*.
fn when_behind(text: &str, date: &Range<usize>) -> Option<Range<usize>> {
    let before: Vec<_> = word_ranges(&text[..date.start]).map(|word| &text[word]).collect();
    let is_it =
        matches!(before[..], [is, it] | [is, it, "in" | "on"] if is_one_of(is, &BEGINS) && is_one_of(it, &["it"]));
    let next = word_ranges(&text[date.end..]).next().map(|word| date.end + word.start..date.end + word.end)?;
    (is_it && is_one_of(&text[next.clone()], &["when", "that"])).then_some(next)
}

/// The year at the end of a question whether something was then, and what asks for it.
fn guessed_year(text: &str) -> Option<(Range<usize>, &'static str)> {
    let end = text.trim_end_matches(|it: char| !it.is_alphanumeric()).len();
    let said = &text[..end];
    if said.contains(is_cjk) {
        let before = ENDS_JA.iter().filter_map(|ends| said.strip_suffix(ends)).min_by_key(|before| before.len())?;
        let year = before.trim_end_matches(|it: char| it.is_ascii_digit());
        let is_asked = BEFORE_JA.iter().any(|joint| year.ends_with(joint)) && !has_question_word(text);
        return (is_asked && years(said).len() == 1).then_some((year.len()..before.len(), "何"));
    }
    let mut words = word_ranges(said);
    let begins = words.next().is_some_and(|first| is_one_of(&said[first], &BEGINS));
    let rest = words.collect::<Vec<_>>();
    let [.., before, year] = &rest[..] else { return None };
    // A sentence with nothing that asks but its mark: *Ambon joined in 2018?*
    let is_stated = || {
        let asks = has_question_word(text) || AnswerKind::of_question(text).is_some();
        rest.len() >= STATED && text.trim_end().ends_with('?') && !asks
    };
    let is_year = year.end == end && years(&said[year.clone()]).len() == 1 && years(said).len() == 1;
    let (_, asks) = JOINS.iter().find(|(join, _)| said[before.clone()].eq_ignore_ascii_case(join))?;
    // *In* is of either language.
    let fits = detect(text) == Some(Language::Id) || *asks == "what year";
    (is_year && fits && (begins || is_stated())).then(|| (year.clone(), *asks))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::CitedPassage;
    use crate::answer::cases::are_told;

    #[test]
    fn the_year_of_what_is_asked_to_have_been_is_at_the_end() {
        for (text, expect) in [
            ("Was Ambon named a city of music in 2018?", Some("2018")),
            ("Apakah MoU dibuat pada tahun 1995?", Some("1995")),
            ("コンクールが始まったのは1995年ですか？", Some("1995")),
            ("コンクールが始まったのって1995年？", Some("1995")),
            ("Was the 2018 race held in Ambon?", None),
            ("Ambon joined the network in 2018?", Some("2018")),
            ("ambon gabung unesco tahun 2018?", Some("2018")),
            ("ambon gabung unesco tahun 2018", None),
            ("who came in 2009?", None),
            ("was it from 1999 to in 2007", None),
            ("1995年に始まったのは何ですか", None),
            ("did they come in", None),
            ("", None),
        ] {
            assert_eq!(guessed_year(text).map(|(year, _)| &text[year]), expect, "{text}");
        }
    }

    #[test]
    fn another_year_than_is_guessed_is_told() {
        are_told(
            CitedPassage::best_sentence,
            &[
                ("Was Ambon named a UNESCO City of Music in 2018?", Some("2019")),
                ("Did the piano competition begin in 1992?", Some("1991")),
                ("Apakah lomba layar dimulai lagi tahun 2010?", Some("2007")),
                ("apakah pencalonan ambon diluncurkan 2017", Some("2016")),
                ("Was Ambon named a City of Music on 30 October 2018?", Some("2019")),
                ("浜松国際ピアノコンクールは1981年に始まったの？", Some("1991")),
                ("立候補はムルデカ広場で2017年に発表された？", Some("2016")),
                ("Was the Darwin agreement signed before 1990?", Some("1988")),
                ("Did the piano competition start in the 1980s?", Some("1991")),
                ("apakah MoU vlissingen diperbarui antara 2015 dan 2020", Some("2019")),
                ("浜松は2020年までにユネスコに加盟しましたか", Some("2014")),
                ("Was it 1995 when the Darwin–Ambon agreement was signed in Ambon?", Some("1988")),
                ("can you say whether ambon's unesco candidacy began in 2014", Some("2016")),
                ("was the trip around havana and ambon planned for december 2021", Some("2022")),
                // Without the year it is surer than as a question for it.
                ("Was Ambon given its UNESCO City of Music title in 2017?", Some("2019")),
                ("浜松とハノーファーの音楽の合意は2011年のことですか", Some("2016")),
                ("防災などの協力をダーウィンとアンボンが検討したのは2020年でしたか", Some("2015")),
                ("アンボンとダーウィンのレースが復活したのは2015年だったかな", Some("2007")),
                ("Did Hamamatsu host the Olympics in 1998?", None),
                ("Did Ambon win the world cup before 1990?", None),
                ("ピアノコンクールが始まったのは1995年ですか", Some("1991")),
                ("Did the delegation go to Kyoto in 2012?", None),
                ("Apakah ada konser di Ambon tahun 2021?", None),
                ("アンボンで地震があったのは2011年ですか", None),
                ("2020年のヨットレースは中止になった？", None),
                ("2009年の訪問団はバンドンに行った？", Some("2009")),
                ("2009年の後に浜松の職員はバンドンでごみを指導しましたか", Some("2009")),
                ("2009年の後も浜松の職員はバンドンでごみを指導しましたか", None),
                ("2009年より前にも浜松の職員はバンドンでごみを指導しましたか", None),
            ],
        );
    }
}
