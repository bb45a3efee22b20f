//! The very words of the best sentence that answer, where the question asks for a kind of thing that can be recognised.
//!
//! Pointing at the wrong words is worse than at none: a span is given only where the sentence holds most of what the
//! question tells, and where it holds something of the kind that the question has not named itself; or where it is of a passage
//! that is surely the one, and holds but one.

use std::ops::Range;

use crate::answer::ranges::overlap;
use crate::answer::understanding::AskedFor;
use crate::language::{
    AnswerKind, Folded, Language, Measure, PlaceAsked, is_cjk, is_country, is_one_of, lists, word_ranges,
};

/// The least share of the question's weight that the sentence has to hold, 0 to 1, for each kind. A date is told by its
/// form; a person or a place only by its capitals, so there more has to fit.
const fn least_coverage(kind: AnswerKind) -> f32 {
    match kind {
        AnswerKind::Date => 0.3,
        AnswerKind::Number => 0.35,
        AnswerKind::Organisation => 0.57,
        AnswerKind::Place => 0.6,
        AnswerKind::Person => 0.65,
    }
}

/// How far the next passage has to be behind, in parts of the best one's score: where it is level, either may be the wrong one.
const LEAST_MARGIN: f32 = 0.08;

/// What speaks for the sentence in which a span is looked for.
#[derive(Debug, Clone, Copy)]
pub(in crate::answer) struct Support<'m> {
    /// The words of the passage that are matched.
    pub(in crate::answer) matches: &'m [Range<usize>],
    /// The share of the question's weight that the sentence holds, 0 to 1.
    pub(in crate::answer) coverage: f32,
    /// How far the next passage is behind, in parts of the best one's score, 0 to 1.
    pub(in crate::answer) margin: f32,
    /// Where the passage names places, which are nobody.
    pub(in crate::answer) places: &'m [Range<usize>],
    /// Is the passage surely the one, so that the only date, number or place of its sentence answers.
    pub(in crate::answer) is_sure: bool,
}

/// The bytes of `text` that answer a question for a thing of `kind`: of the things of that kind in `sentence`, the one that
/// is nearest to a matched word. Where the next passage is level, only what that says too, as `says_so` tells.
pub(in crate::answer) fn find(
    kind: AnswerKind,
    asked: &AskedFor,
    language: Language,
    text: &str,
    sentence: Range<usize>,
    support: Support<'_>,
    says_so: impl Fn(&Range<usize>) -> bool,
) -> Option<Range<usize>> {
    let Support { matches, coverage, margin, places, is_sure } = support;
    let may_be_only = is_sure && !matches!(kind, AnswerKind::Person | AnswerKind::Organisation);
    let is_covered = coverage >= least_coverage(kind);
    if !is_covered && !may_be_only {
        return None;
    }
    let mut found = new_things(kind, asked, language, &text[sentence.clone()]);
    let is_only = may_be_only && found.len() == 1;
    if !is_covered && !is_only {
        return None;
    }
    // Where something is, is not whither it goes: *di mana*, not *ke UNESCO*.
    if kind == AnswerKind::Place && !asked.is_whither() {
        found.retain(|range| !text[sentence.start..sentence.start + range.start].ends_with(" ke "));
    }
    if kind == AnswerKind::Number && (asked.is_total() || asked.is_of_members()) {
        let is_total = |range: &Range<usize>| tells_a_total(clause_of(&text[sentence.clone()], range));
        if found.iter().any(is_total) {
            found.retain(is_total);
        }
    }
    let found =
        found.into_iter().map(|range| sentence.start + range.start..sentence.start + range.end).filter(|range| {
            kind != AnswerKind::Person || !is_of_places(text, range, places) && is_person(text, range, matches)
        });
    nearest(language, text, found, matches).filter(|span| margin >= LEAST_MARGIN || is_only || says_so(span))
}

/// The one of `found` that is nearest to a matched word; the first of equal ones.
pub(super) fn nearest(
    language: Language,
    text: &str,
    found: impl Iterator<Item = Range<usize>>,
    matches: &[Range<usize>],
) -> Option<Range<usize>> {
    let key = |range: &Range<usize>| matches.iter().map(|matched| distance(language, text, range, matched)).min();
    found.min_by_key(|range| key(range).unwrap_or(usize::MAX))
}

/// A name of one word is a person's where it does what is asked: *who sailed*, *Wattimena sailed*.
fn is_person(text: &str, name: &Range<usize>, matches: &[Range<usize>]) -> bool {
    let of_one_word = !text[name.clone()].contains(' ');
    let acts = || matches.iter().any(|matched| matched.start == name.end + 1);
    !of_one_word || text[..name.start].ends_with("by ") || acts()
}

/// Is a name nothing but those of places: *Jakarta and Bandung*.
fn is_of_places(text: &str, name: &Range<usize>, places: &[Range<usize>]) -> bool {
    word_ranges(&text[name.clone()]).all(|word| {
        let word = name.start + word.start..name.start + word.end;
        is_one_of(&text[word.clone()], &JOIN) || places.iter().any(|place| overlap(&word, place))
    })
}

/// Words that join names.
const JOIN: [&str; 3] = ["and", "dan", "of"];

/// How a name ends that has something.
const POSSESSIVE: [&str; 2] = ["'s", "’s"];

/// Where `sentence` holds things of `kind` that the question has not named itself.
pub(in crate::answer) fn new_things(
    kind: AnswerKind,
    asked: &AskedFor,
    language: Language,
    sentence: &str,
) -> Vec<Range<usize>> {
    let mut found = kind.find_in(language, sentence);
    if kind == AnswerKind::Organisation {
        found = lists(sentence, &found);
    }
    let place_asked = if kind == AnswerKind::Place { asked.place_asked() } else { None };
    let is_city_asked = place_asked == Some(PlaceAsked::City);
    if kind == AnswerKind::Place {
        // *Hamamatsu's staff* tells a city, and not where they are.
        let has_something = |range: &Range<usize>| POSSESSIVE.iter().any(|end| sentence[range.clone()].ends_with(end));
        found.retain(|range| is_city_asked || !has_something(range));
        for range in &mut found {
            let name = &sentence[range.clone()];
            let bare = POSSESSIVE.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name);
            range.end = range.start + bare.len();
        }
        // A square in the city that was asked about is told without it.
        for range in &mut found {
            let is_asked = |part: &str| asked.says(Folded::new(part).as_str());
            while let Some((place, _)) = sentence[range.clone()].rsplit_once(", ").filter(|(_, part)| is_asked(part)) {
                range.end = range.start + place.len();
            }
        }
    }
    if is_city_asked {
        // *The first one is Vlissingen* tells a city as well as *it lies in Vlissingen*.
        const IS: [&str; 5] = [" adalah ", " ialah ", " yaitu ", " is ", " was "];
        let names = AnswerKind::Organisation.find_in(language, sentence).into_iter();
        found.extend(names.filter(|name| IS.iter().any(|is| sentence[..name.start].ends_with(is))));
        found.sort_by_key(|range| range.start);
    }
    let may_be_said_then = kind != AnswerKind::Date || asked.is_of_a_report();
    let said = if may_be_said_then { 0 } else { end_of_attribution(language, sentence) };
    found.retain(|range| {
        if range.start < said {
            return false;
        }
        let candidate = Folded::new(&sentence[range.clone()]);
        let mut words = candidate.as_str().split_whitespace();
        match kind {
            AnswerKind::Date => words.any(|word| !asked.says(word)),
            AnswerKind::Number => {
                let is_age = is_age(sentence, range);
                let fits = match asked.measure() {
                    Some(Measure::Time) => is_age || Measure::Time.fits(with_unit(sentence, range)),
                    Some(measure) => measure.fits(with_unit(sentence, range)),
                    None => !is_age || asked.is_anniversary(),
                };
                // Who did it is not to whom it was done.
                let acts = || language == Language::Ja && sentence[range.end..].starts_with(['が', 'は']);
                fits && !(acts() && asked.is_of_receivers()) && words.any(|word| !asked.says(word))
            }
            // A name that shares a word with the question is the question's own.
            AnswerKind::Place if is_city_asked && is_country(candidate.as_str()) => false,
            AnswerKind::Person | AnswerKind::Place | AnswerKind::Organisation => {
                words.all(|word| word == "&" || JOIN.contains(&word) || !asked.says(word.trim_end_matches(',')))
            }
        }
    });
    if place_asked == Some(PlaceAsked::Country) {
        let is_one = |range: &Range<usize>| is_country(Folded::new(&sentence[range.clone()]).as_str());
        if found.iter().any(is_one) {
            found.retain(is_one);
        }
    }
    if found.is_empty()
        && kind == AnswerKind::Number
        && let Some(measure) = asked.measure()
    {
        found = measure.told_in_words(sentence);
        found.retain(|range| !asked.says(Folded::new(&sentence[range.clone()]).as_str()));
    }
    found
}

/// Where it ends who says what the sentence tells, with which it begins: a date in that is when they said it. 0 where it does
/// not begin so.
fn end_of_attribution(language: Language, sentence: &str) -> usize {
    let (begins, ends): (&str, &[&str]) = match language {
        Language::Id => ("Menurut ", &[", "]),
        Language::En => ("According to ", &[", "]),
        Language::Ja => ("", &["によると", "によれば"]),
    };
    let mut found = ends.iter().filter_map(|end| sentence.find(end).map(|start| start + end.len()));
    if sentence.starts_with(begins) { found.next().unwrap_or_default() } else { 0 }
}

/// The clause of `sentence` that holds what stands at `range`.
fn clause_of<'s>(sentence: &'s str, range: &Range<usize>) -> &'s str {
    let is_end = |character: char| matches!(character, ',' | ';' | '、');
    let start = sentence[..range.start].rfind(is_end).unwrap_or(0);
    let end = sentence[range.end..].find(is_end).map_or(sentence.len(), |end| range.end + end);
    &sentence[start..end]
}

/// Does a clause tell how many there are in all, and not how many more.
pub(in crate::answer) fn tells_a_total(clause: &str) -> bool {
    #[rustfmt::skip]
    const IN_ALL: [&str; 11] = [
        " in all", " in total", "altogether", "brought ", "total", "seluruhnya", "jumlahnya", "合計", "全体で", "全部で", "となり",
    ];
    // 計69 is a sum, 計画 a plan.
    let is_sum =
        |(start, sum): (usize, &str)| clause[start + sum.len()..].starts_with(|next: char| next.is_ascii_digit());
    IN_ALL.iter().any(|words| clause.contains(words)) || clause.match_indices("計").any(is_sum)
}

/// Does the number say how old somebody or something is: *at age 39*, *berusia 39*, *turned 25*, 25周年.
fn is_age(sentence: &str, number: &Range<usize>) -> bool {
    const AGE: [&str; 9] = ["age", "aged", "turned", "turns", "umur", "usia", "berumur", "berusia", "genap"];
    let before = sentence[..number.start].split_whitespace().next_back();
    before.is_some_and(|word| AGE.contains(&word)) || sentence[number.end..].starts_with(['周', '歳'])
}

/// A number with what stands behind it, where its unit is told: *394,415 inhabitants*.
fn with_unit<'s>(sentence: &'s str, number: &Range<usize>) -> &'s str {
    /// The most characters of a unit in Japanese, which has no spaces.
    const UNIT_JA: usize = 6;
    if sentence[number.end..].starts_with(is_cjk) {
        let behind = sentence[number.end..].char_indices().nth(UNIT_JA);
        return &sentence[number.start..behind.map_or(sentence.len(), |(at, _)| number.end + at)];
    }
    let end = sentence[number.end..].match_indices(' ').nth(1).map_or(sentence.len(), |(at, _)| number.end + at);
    &sentence[number.start..end]
}

/// How far `found` stands from a matched word, in bytes, the end of a clause counted as [`CLAUSE`] of them. What is told of a thing
/// mostly follows it (*born in 1118*), in Japanese it precedes it (1118年に生まれた): on the other side it is twice as far.
fn distance(language: Language, text: &str, found: &Range<usize>, matched: &Range<usize>) -> usize {
    let is_before = found.end <= matched.start;
    let between = if is_before { found.end..matched.start } else { matched.end..found.start.max(matched.end) };
    let between = &text[between];
    // What an English *and* joins is as often one thing.
    let ends = between.matches([',', ';', '、']).count() + between.matches(" dan ").count();
    let length = between.len() + CLAUSE * ends;
    if is_before == (language == Language::Ja) { length } else { 2 * length }
}

/// How many bytes the end of a clause counts.
const CLAUSE: usize = 10;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_a_source_said_it_is_not_when_it_was() {
        for (language, sentence, dates) in [
            (Language::Id, "Menurut ANTARA (2019), hubungan itu berjalan sejak tahun 2006.", &["2006"][..]),
            (Language::En, "According to ANTARA (2019), the link has run since 2006.", &["2006"]),
            (Language::En, "The link, according to ANTARA (2019), has run since 2006.", &["2019", "2006"]),
            (Language::En, "According to ANTARA (2019)", &["2019"]),
            (Language::Ja, "ANTARA通信（2019年）によると、関係は2006年から続いています。", &["2006年"]),
            (Language::Ja, "関係は2006年から続いています。", &["2006年"]),
        ] {
            let asked = AskedFor::new("since when", Some(AnswerKind::Date));
            let found = new_things(AnswerKind::Date, &asked, language, sentence);
            assert_eq!(found.into_iter().map(|range| &sentence[range]).collect::<Vec<_>>(), dates, "{sentence}");
        }
    }

    #[test]
    fn an_age_tells_how_many_years_it_is_alone() {
        let sentence = "Kerja sama kota kembar genap 25 tahun pada tahun 2021.";
        for (question, expect) in [
            ("sampai 2021 sudah berapa tahun", &["25 tahun"][..]),
            ("udah brp thn", &["25 tahun"]),
            ("ada berapa kota", &[]),
        ] {
            let asked = AskedFor::new(question, Some(AnswerKind::Number));
            let found = new_things(AnswerKind::Number, &asked, Language::Id, sentence);
            assert_eq!(found.into_iter().map(|range| &sentence[range]).collect::<Vec<_>>(), expect, "{question}");
        }
    }

    #[test]
    fn how_many_did_it_is_not_to_how_many_it_was_done() {
        let sentence = "職員2人が分別を指導しました。";
        for (question, expect) in
            [("何人が指導したの", &["2人"][..]), ("何人に指導したの", &[]), ("職員は何人になった", &["2人"])]
        {
            let asked = AskedFor::new(question, Some(AnswerKind::Number));
            let found = new_things(AnswerKind::Number, &asked, Language::Ja, sentence);
            assert_eq!(found.into_iter().map(|range| &sentence[range]).collect::<Vec<_>>(), expect, "{question}");
        }
    }

    #[test]
    fn a_place_is_nobody() {
        for (text, places, expect) in [
            ("A delegation visited Jakarta and Bandung.", &["Jakarta", "Bandung"][..], None),
            ("It was led by Rico Hayat of Ambon.", &["Ambon"], Some("Rico Hayat of Ambon")),
            ("It was sent by Ambon's Rico Hayat.", &["Ambon"], None),
        ] {
            let place_of = |name: &&str| text.find(*name).map(|start| start..start + name.len()).unwrap();
            let places: Vec<_> = places.iter().map(place_of).collect();
            let support = Support { matches: &[], coverage: 1.0, margin: 0.2, places: &places, is_sure: false };
            let asked = AskedFor::new("who was it", Some(AnswerKind::Person));
            let found = find(AnswerKind::Person, &asked, Language::En, text, 0..text.len(), support, |_| false);
            assert_eq!(found.map(|span| &text[span]), expect, "{text}");
        }
    }

    #[test]
    fn a_date_belongs_to_the_word_of_its_own_clause() {
        for (language, text, matched, expect) in [
            (Language::Ja, "1999年の騒乱で中断し、2007年に再開されました。", "中断", "1999年"),
            (Language::Ja, "1999年の騒乱で中断し、2007年に再開されました。", "再開", "2007年"),
            (Language::En, "It stopped in the riots of 1999, and in 2007 began again.", "began", "2007"),
            (Language::En, "In 1999 it stopped, 2007 being the year of its return.", "stopped", "1999"),
            (Language::Id, "Lomba terhenti akibat kerusuhan 1999, lalu 2007 dimulai lagi.", "terhenti", "1999"),
            (Language::Id, "Lomba terhenti tahun 1999 dan dimulai lagi pada tahun 2007.", "dimulai", "2007"),
        ] {
            let start = text.find(matched).unwrap();
            let dates = AnswerKind::Date.find_in(language, text);
            let matched = start..start + matched.len();
            let found = nearest(language, text, dates.into_iter(), std::slice::from_ref(&matched));
            assert_eq!(found.map(|range| &text[range]), Some(expect), "{text}");
        }
    }

    #[test]
    fn of_a_passage_that_is_surely_the_one_the_only_date_number_or_place_answers() {
        let check = |kind, text: &str, is_sure: bool, expect: Option<&str>| {
            let support = Support { matches: &[], coverage: 0.1, margin: 0.0, places: &[], is_sure };
            let found = find(kind, &AskedFor::default(), Language::En, text, 0..text.len(), support, |_| false);
            assert_eq!(found.map(|range| &text[range]), expect, "{text}");
        };
        check(AnswerKind::Date, "It was launched on 29 October 2016.", true, Some("29 October 2016"));
        check(AnswerKind::Date, "It was launched on 29 October 2016.", false, None);
        check(AnswerKind::Date, "It stopped in 1999 and resumed in 2007.", true, None);
        check(AnswerKind::Number, "Ambon has 394,415 inhabitants.", true, Some("394,415"));
        check(AnswerKind::Place, "It lies in Japan.", true, Some("Japan"));
        check(AnswerKind::Person, "Mayor Yusuke Nakano led it.", true, None);
    }

    #[test]
    fn the_span_is_the_nearest_of_its_kind_that_was_not_asked_with() {
        let text = "One. The race began in 1976, and in 1999 it stopped.";
        let place_of = |word: &str| text.find(word).map(|start| start..start + word.len()).unwrap();
        let check = |kind, question, matches: &[&str], coverage, expect: Option<&str>| {
            let ranges: Vec<_> = matches.iter().map(|word| place_of(word)).collect();
            let asked = AskedFor::new(question, Some(kind));
            let found = |margin, says_so: bool| {
                let support = Support { matches: &ranges, coverage, margin, places: &[], is_sure: false };
                let span = find(kind, &asked, Language::En, text, 5..text.len(), support, |_| says_so);
                span.map(|span| &text[span])
            };
            assert_eq!(found(0.2, false), expect, "{question}");
            // A passage that is level may be the right one, unless it says the same.
            assert_eq!(found(0.01, false), None, "{question}");
            assert_eq!(found(0.01, true), expect, "{question}");
        };
        check(AnswerKind::Date, "when did the race begin", &["race", "began"], 1.0, Some("1976"));
        check(AnswerKind::Date, "when did it stop", &["stopped"], 1.0, Some("1999"));
        check(AnswerKind::Date, "when did the race of 1976 stop", &["race"], 1.0, Some("1999"));
        check(AnswerKind::Date, "when did the race begin", &["race"], 0.2, None);
        check(AnswerKind::Number, "how many", &["race"], 1.0, None);
        let number = |question| {
            let text = "Ambon has 394,415 inhabitants and 22 health centres.";
            new_things(AnswerKind::Number, &AskedFor::new(question, Some(AnswerKind::Number)), Language::En, text)
                .into_iter()
                .map(|range| &text[range])
                .collect::<Vec<_>>()
        };
        assert_eq!(number("how many people live there"), ["394,415"]);
        assert_eq!(number("in 15 words, how many people live there"), ["394,415"]);
        let text = "2021年に25周年となりました。";
        let asked = AskedFor::new("何周年ですか", Some(AnswerKind::Number));
        let told = new_things(AnswerKind::Number, &asked, Language::Ja, text);
        assert_eq!(told.into_iter().map(|range| &text[range]).collect::<Vec<_>>(), ["25"]);
        let place = |question: &str, text| {
            let support = Support { matches: &[], coverage: 1.0, margin: 0.2, places: &[], is_sure: false };
            let asked = AskedFor::new(question, Some(AnswerKind::Place));
            find(AnswerKind::Place, &asked, Language::Id, text, 0..text.len(), support, |_| false)
                .map(|span| &text[span])
        };
        let total = |question: &str| {
            let text = "It was one of 28 cities added in 2014, which brought the network to 69 cities in all.";
            let cities = text.find("cities").map(|start| start..start + 6).unwrap();
            let support = Support { matches: &[cities], coverage: 1.0, margin: 0.2, places: &[], is_sure: false };
            let asked = AskedFor::new(question, Some(AnswerKind::Number));
            find(AnswerKind::Number, &asked, Language::En, text, 0..text.len(), support, |_| false)
                .map(|span| &text[span])
        };
        assert_eq!(total("how many cities were added"), Some("28"));
        assert_eq!(total("how many cities in total"), Some("69"));
        assert_eq!(total("how many cities were in the network"), Some("69"));
        assert_eq!(total("how many members did the network get"), Some("28"));
        let text = "Pencalonan ke UNESCO dimulai di Lapangan Merdeka, Ambon.";
        assert_eq!(place("di mana pencalonan dimulai", text), Some("Lapangan Merdeka, Ambon"));
        assert_eq!(place("di mana pencalonan Ambon dimulai", text), Some("Lapangan Merdeka"));
        assert_eq!(place("di mana di Lapangan Merdeka Ambon dimulai", text), None);
        assert_eq!(place("ke mana pencalonan itu", "Pencalonan itu ke UNESCO."), Some("UNESCO"));
        assert_eq!(number("how many health centres"), ["394,415", "22"]);
        let text = "Kota kembar pertama adalah Vlissingen di Belanda.";
        assert_eq!(place("kota kembar pertama kota mana", text), Some("Vlissingen"));
        assert_eq!(place("kota kembar pertama di negara mana", text), Some("Belanda"));
    }
}
