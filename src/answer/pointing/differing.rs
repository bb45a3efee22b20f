//! Sources that differ: documents that tell of the same thing as the best passage, and give another date, number or name
//! for it.
//!
//! A second passage on something else must not pass for a contradiction. So a sentence has to hold all that the best
//! sentence holds of the question, and that before the clause that gives its date, number or name ends. Names contradict
//! each other only where one alone can be meant: two may sing at a festival, but a city has one mayor.

use std::collections::BTreeSet;
use std::ops::Range;

use compact_str::CompactString;

use super::holder::{Held, is_named_in};
use super::span;
use crate::answer::ranking::Fit;
use crate::answer::understanding::{AskedFor, OF_BEGINNINGS};
use crate::answer::{Answerer, CitedPassage, Ranking};
use crate::corpus::PartialDate;
use crate::index::Field;
use crate::language::{AnswerKind, Folded, Language, is_cjk, is_of_one, terms, written_date, years};

/// What one source says of what is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// The passage; its `sentence` says it.
    pub passage: CitedPassage,
    /// The date, the number or the name: bytes of the passage's text, within its sentence.
    pub value: Range<usize>,
}

/// How many sources are shown side by side at most.
pub const MOST_DIFFERING: usize = 3;

/// How many passages of other documents are looked at.
const LOOKED_AT: usize = 8;
/// The least score of another passage, in parts of the best one's. That somebody holds an office is told by how it is said,
/// so less has to fit.
const fn least_of_best(kind: AnswerKind) -> f32 {
    if matches!(kind, AnswerKind::Person) { 0.4 } else { 0.75 }
}
/// The least share of the question's weight that both best sentences have to hold.
const LEAST_COVERAGE: f32 = 0.5;
/// The least share that one of the two has to: what is not told of twice is not contradicted.
const LEAST_OF_ONE: f32 = 0.7;
/// How closely a word of the question has to be matched to be the same subject.
const AS_ASKED: f32 = 0.6;
/// How many words of the question the best sentence has to hold: one alone is a topic.
const LEAST_WORDS: usize = 2;
/// Words that tell of a later event, an age reached or a renewal: its date contradicts none of a beginning.
const OF_LATER_EVENTS: [&str; 9] =
    ["genap", "ulang tahun", "memperbarui", "turned", "anniversary", "renewed", "周年", "迎え", "更新"];

impl Answerer {
    /// What the sources say where they differ: what the best passage says, unless that is of a later event, then what other
    /// documents say, no two alike, at most [`MOST_DIFFERING`]. Empty where they agree, or where there is but one.
    pub(in crate::answer) fn differing(&self, ranking: &Ranking<'_>, best: &CitedPassage) -> Vec<Statement> {
        let is_comparable =
            |kind: &AnswerKind| matches!(kind, AnswerKind::Date | AnswerKind::Number | AnswerKind::Person);
        let Some(kind) = ranking.query.kind().filter(is_comparable) else { return Vec::new() };
        let Some(first) = ranking.fits.first() else { return Vec::new() };
        let said = |fit: &Fit, passage: &CitedPassage| match kind {
            AnswerKind::Person => self.one_alone(ranking, fit, passage),
            _ => Said::read(kind, ranking.query.asked_for(), passage),
        };
        let subject = self.subject(ranking, first, best, best.text.len());
        if subject.len() < LEAST_WORDS {
            return Vec::new();
        }
        let Some(of_best) = said(first, best) else { return Vec::new() };
        let (mut statements, mut told) = (Vec::new(), Vec::new());
        if !tells_of_a_later_event(best.best_sentence(), &ranking.text) {
            statements.push(Statement { passage: best.clone(), value: of_best.nearest.clone() });
            told.push(of_best);
        }
        let others = ranking.fits.iter().filter(|fit| self.document_of(fit) != self.document_of(first)).take(LOOKED_AT);
        for fit in others {
            let covered = [first.sentence_coverage, fit.sentence_coverage];
            let is_covered = covered.iter().all(|share| *share >= LEAST_COVERAGE)
                && covered.iter().any(|share| *share >= LEAST_OF_ONE);
            if fit.score < first.score * least_of_best(kind) || !is_covered {
                continue;
            }
            let passage = self.cited(fit, ranking.language, &ranking.query);
            if tells_of_a_later_event(passage.best_sentence(), &ranking.text) {
                continue;
            }
            let Some(said) = said(fit, &passage) else { continue };
            let end = end_of_clause(&passage.text, said.nearest.end);
            let is_of_the_subject = subject.is_subset(&self.subject(ranking, fit, &passage, end));
            let is_new =
                |other: &Statement| other.passage.citation.passage.document != passage.citation.passage.document;
            if is_of_the_subject && statements.iter().all(is_new) && told.iter().all(|other| other.differs(&said)) {
                statements.push(Statement { passage, value: said.nearest.clone() });
                told.push(said);
            }
        }
        statements.truncate(MOST_DIFFERING);
        if statements.len() > 1 { statements } else { Vec::new() }
    }

    /// Whom the passage's best sentence names as what is asked for, where one alone can be that.
    fn one_alone(&self, ranking: &Ranking<'_>, fit: &Fit, passage: &CitedPassage) -> Option<Said> {
        let all = self.somebodies(ranking, fit, passage, Held::Now, is_of_one);
        let nearest = all.into_iter().find(|it| it.sentence == passage.sentence)?.name;
        let [name, of] =
            [&passage.text[nearest.clone()], passage.best_sentence()].map(|text| Folded::new(text).as_str().to_owned());
        Some(Said { values: vec![Value::Name { name, of }], years: Vec::new(), nearest })
    }

    /// Which words of the question the passage's best sentence holds before byte `end`, by where they stand in the question.
    fn subject(&self, ranking: &Ranking<'_>, fit: &Fit, passage: &CitedPassage, end: usize) -> BTreeSet<usize> {
        let field = Field::Words(passage.language);
        let Some(analyzed) = self.index().analyzed(field, fit.passage) else { return BTreeSet::new() };
        let within = passage.sentence.start..passage.sentence.end.min(end);
        let occurrences = ranking.query.occurrences(field, analyzed);
        let is_held = |place: usize| {
            let mut found = occurrences.of(place);
            found.any(|found| found.closeness >= AS_ASKED && within.contains(&found.range(analyzed).start))
        };
        let asked = ranking.query.concepts(field).iter().enumerate();
        let asked = asked.filter(|(_, concept)| !OF_BEGINNINGS.contains(&concept.word.as_str()));
        asked.filter(|(place, _)| is_held(*place)).map(|(_, concept)| concept.range.start).collect()
    }
}

/// A date, a number or a name, so that two can be compared.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Value {
    Date(PartialDate),
    /// Digits without separators, and what is counted.
    Number(String, CompactString),
    /// A name as folded, and the sentence that it is of.
    Name {
        name: String,
        of: String,
    },
}

/// What a passage's best sentence gives in answer.
struct Said {
    /// All dates or numbers of the sentence that the question has not named; or who it says it is.
    values: Vec<Value>,
    /// The years that a number is of, as far as its sentence tells: another one of another year is at odds with nothing.
    years: Vec<u16>,
    /// Where the one stands that is nearest to a matched word, in bytes of the passage's text.
    nearest: Range<usize>,
}

impl Said {
    fn read(kind: AnswerKind, asked: &AskedFor, passage: &CitedPassage) -> Option<Self> {
        let CitedPassage { language, text, matches, sentence, .. } = passage;
        let found = span::new_things(kind, asked, *language, &text[sentence.clone()]).into_iter();
        let found = found.map(|range| sentence.start + range.start..sentence.start + range.end);
        let read = found.filter_map(|range| Some((value(kind, *language, text, sentence.end, &range)?, range)));
        let (values, ranges): (Vec<_>, Vec<_>) = read.unzip();
        let years = years_of(kind, &text[sentence.clone()]);
        Some(Self { values, years, nearest: span::nearest(*language, text, ranges.into_iter(), matches)? })
    }

    /// Does it say something else: no two values agree, and some can be compared.
    fn differs(&self, other: &Self) -> bool {
        if !self.years.is_empty() && !other.years.is_empty() && self.years.iter().all(|it| !other.years.contains(it)) {
            return false;
        }
        let mut pairs = self.values.iter().flat_map(|a| other.values.iter().map(move |b| (a, b)));
        let comparable = |(a, b): (&Value, &Value)| match (a, b) {
            (Value::Date(_), Value::Date(_)) => true,
            (Value::Number(_, a), Value::Number(_, b)) => a == b,
            // A name in another script may be the same one.
            (Value::Name { name: a, .. }, Value::Name { name: b, .. }) => a.contains(is_cjk) == b.contains(is_cjk),
            _ => false,
        };
        let agree = |(a, b): (&Value, &Value)| match (a, b) {
            (Value::Date(a), Value::Date(b)) => a.includes(*b) || b.includes(*a),
            (Value::Name { name: a, of }, Value::Name { name: b, of: other }) => {
                is_named_in(a, other) || is_named_in(b, of)
            }
            _ => a == b,
        };
        pairs.clone().any(comparable) && !pairs.any(agree)
    }
}

/// The years that the numbers of `sentence` are of, where a number is asked for.
fn years_of(kind: AnswerKind, sentence: &str) -> Vec<u16> {
    if kind == AnswerKind::Number { years(sentence) } else { Vec::new() }
}

/// The date or number that stands at `range` of `text`, whose sentence ends at `end`. `None` for what tells no year or no digits, and for the
/// year of a source: *ANTARA (2019)*.
fn value(kind: AnswerKind, language: Language, text: &str, end: usize, range: &Range<usize>) -> Option<Value> {
    let written = &text[range.clone()];
    if kind == AnswerKind::Date {
        let is_of_a_source = text[..range.start].ends_with(['(', '（']);
        let (year, month, day) = written_date(written).filter(|_| !is_of_a_source)?;
        return PartialDate::new(year, month, day).map(Value::Date);
    }
    let folded = Folded::new(written);
    let digits: String = folded.as_str().chars().filter(char::is_ascii_digit).collect();
    let own_unit: CompactString = folded.as_str().chars().filter(|character| character.is_alphabetic()).collect();
    let next = || terms(language, &text[range.end..end]).into_iter().next().map(|term| term.stem);
    let unit = if own_unit.is_empty() { next()? } else { own_unit };
    (!digits.is_empty()).then_some(Value::Number(digits, unit))
}

/// Does the sentence tell of a later event that was not asked for.
fn tells_of_a_later_event(sentence: &str, question: &str) -> bool {
    let [sentence, question] = [sentence, question].map(Folded::new);
    OF_LATER_EVENTS.iter().any(|words| sentence.as_str().contains(words) && !question.as_str().contains(words))
}

/// Where the clause ends in which a value ends at byte `end`: at the first comma or parenthesis, but not at one right behind
/// the value, nor at a comma within a number.
fn end_of_clause(text: &str, end: usize) -> usize {
    let rest = &text[end..];
    let is_comma = |character: char| matches!(character, ',' | '、' | '，' | '(' | '（');
    let begin = rest.len() - rest.trim_start_matches(is_comma).len();
    let is_digit = |character: Option<char>| character.is_some_and(|character| character.is_ascii_digit());
    let in_number = |at: usize| is_digit(rest[..at].chars().next_back()) && is_digit(rest[at + 1..].chars().next());
    let is_end = |(at, comma): &(usize, &str)| *at >= begin && !(*comma == "," && in_number(*at));
    let found = rest.match_indices(is_comma).find(is_end);
    found.map_or(text.len(), |(at, _)| end + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::{Outcome, Question};
    use crate::corpus::Source;

    fn values(kind: AnswerKind, language: Language, text: &str) -> Vec<Value> {
        let found = span::new_things(kind, &AskedFor::default(), language, text).into_iter();
        found.filter_map(|range| value(kind, language, text, text.len(), &range)).collect()
    }

    #[test]
    fn two_sentences_differ_where_no_date_falls_into_the_other_and_where_the_same_is_counted() {
        use AnswerKind::{Date, Number};
        use Language::{En, Id, Ja};
        let check = |kind, (a_language, a), (b_language, b), expect: bool| {
            let said = |language, text| {
                let (values, years) = (values(kind, language, text), years_of(kind, text));
                Said { values, years, nearest: 0..0 }
            };
            let (first, second) = (said(a_language, a), said(b_language, b));
            assert_eq!(first.differs(&second), expect, "{a} | {b}");
            assert_eq!(second.differs(&first), expect, "{b} | {a}");
        };
        check(Date, (En, "since 1991"), (En, "since 2006"), true);
        check(Date, (En, "since 1991"), (Ja, "2006年から"), true);
        check(Date, (Id, "pada Oktober 2019"), (Ja, "2019年10月31日に"), false);
        check(Date, (En, "in 2019"), (En, "in October 2019"), false);
        check(Date, (En, "from 1991 to 2006"), (En, "in 2006"), false);
        check(Date, (En, "According to ANTARA (2019), in May"), (En, "since 2006"), false);
        check(Number, (En, "47 cities are members"), (En, "60 cities are members"), true);
        check(Number, (En, "47 cities are members"), (En, "60 songs were sung"), false);
        check(Number, (En, "In 2014 it had 69 cities"), (Id, "sebanyak 246 cities pada 2019"), false);
        check(Number, (En, "In 2014 it had 69 cities"), (En, "In 2014 it had 70 cities"), true);
        check(Number, (En, "In 2014 it had 69 cities"), (En, "It has 70 cities"), true);
        check(Number, (En, "3,300 members"), (En, "3.300 members"), false);
        check(Number, (Ja, "47都市が加盟"), (Ja, "60都市が加盟"), true);
    }

    #[test]
    fn a_clause_ends_at_a_comma_but_not_right_behind_its_date() {
        let check = |text: &str, value: &str, expect: &str| {
            let end = text.find(value).unwrap() + value.len();
            assert_eq!(&text[..end_of_clause(text, end)], expect);
        };
        check("In 1991, the council chose it, the town says.", "1991", "In 1991, the council chose it");
        check("Since 2006, 3,300 members, no more", "2006", "Since 2006, 3,300 members");
        check("同市議会は1991年、提携を選び、続く。", "1991年", "同市議会は1991年、提携を選び");
        check("覚書は1996年3月に結ばれ、5年ごとに更新。", "1996年3月", "覚書は1996年3月に結ばれ");
        check("Since 2006.", "2006", "Since 2006.");
        check("An area of 6,396 km2 (4% of the province)", "6,396", "An area of 6,396 km2 ");
    }

    /// The values that are told to a reader of that language.
    fn said(answerer: &Answerer, question: &str, reader: Option<Language>) -> Vec<String> {
        match answerer.answer(&Question::new(question).for_reader(reader)).outcome {
            Outcome::Found { differing, .. } => {
                differing.iter().map(|it| it.passage.text[it.value.clone()].to_owned()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// One who answers from documents of one passage each, with the glossary of the embedded corpus.
    fn answering_from(passages: &[&str]) -> Answerer {
        let folder = tempfile::tempdir().expect("a folder");
        for (number, passage) in passages.iter().enumerate() {
            let head = format!("title = {{ en = \"News {number}\" }}\npublisher = \"Paper {number}\"\n");
            let rest = format!("url = \"https://example.org/{number}\"\nkind = \"digest\"\n[[passage]]\n{passage}\n");
            std::fs::write(folder.path().join(format!("news-{number}.toml")), head + &rest).expect("written");
        }
        let corpus = Source::Folder(folder.path().to_owned()).read().expect("the corpus is sound");
        Answerer::new(corpus).expect("its index is built")
    }

    const MAYORS: [&str; 3] = [
        r#"id = "Wali Kota Ambon adalah Rico Hayat."
           en = "The mayor of Ambon is Rico Hayat."
           ja = "アンボン市長は早戸力男氏です。""#,
        r#"id = "Wali Kota Ambon ialah Dewi Sahetapy."
           en = "The mayor of Ambon is Dewi Sahetapy."
           ja = "アンボン市長は佐平出美氏です。""#,
        r#"en = "Old Pattimura, then mayor of Ambon, sailed.""#,
    ];

    #[test]
    fn two_names_for_one_office_contradict_each_other() {
        let answerer = answering_from(&MAYORS);
        for question in
            ["Who is the mayor of Ambon?", "siapa wali kota ambon", "mayor of ambon", "アンボン市長は誰ですか"]
        {
            for (reader, mut names) in [
                (Language::Id, ["Rico Hayat", "Dewi Sahetapy"]),
                (Language::En, ["Rico Hayat", "Dewi Sahetapy"]),
                (Language::Ja, ["早戸力男", "佐平出美"]),
            ] {
                let mut said = said(&answerer, question, Some(reader));
                said.sort_unstable();
                names.sort_unstable();
                assert_eq!(said, names, "{question}");
            }
        }
    }

    #[test]
    fn names_contradict_each_other_only_where_one_alone_is_meant() {
        let check = |passages: &[&str], question: &str, expect: &[&str]| {
            assert_eq!(said(&answering_from(passages), question, None), expect, "{question}");
        };
        check(
            &[
                r#"en = "Rico Hayat sang at the Ambon festival.""#,
                r#"en = "Dewi Sahetapy sang at the Ambon festival.""#,
            ],
            "who sang at the ambon festival",
            &[],
        );
        check(
            &[r#"en = "The mayor of Ambon is Rico Hayat.""#, r#"en = "Mayor of Ambon Hayat Rico is in office.""#],
            "who is the mayor of ambon",
            &[],
        );
        check(
            &[r#"en = "The mayor of Ambon is Rico Hayat.""#, r#"en = "The mayor of Darwin is Dewi Sahetapy.""#],
            "who is the mayor of ambon",
            &[],
        );
        check(
            &[
                r#"en = "The choir of Ambon was founded by Rico Hayat.""#,
                r#"en = "Dewi Sahetapy founded the choir of Ambon in 1990.""#,
            ],
            "who founded the choir of ambon",
            &["Rico Hayat", "Dewi Sahetapy"],
        );
    }

    #[test]
    fn since_when_ambon_and_vlissingen_are_linked_is_told_by_each_source() {
        let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
        let answerer = Answerer::new(corpus).expect("its index is built");
        for question in [
            "Since when have Ambon and Vlissingen been linked?",
            "since when are ambon and vlissingen sister cities",
            "Sejak kapan Ambon dan Vlissingen menjadi kota kembar?",
            "sejak kapan ambon sama vlissingen jadi kota kembar",
            "アンボン市とフリシンゲン市の姉妹都市関係はいつからですか。",
        ] {
            for reader in Language::ALL {
                let said = said(&answerer, question, Some(reader));
                for year in ["1991", "2006"] {
                    assert!(said.iter().any(|words| words.contains(year)), "{question}: {said:?}");
                }
            }
        }
        // That it turned 25 in 2021, and that it was renewed in 2019, contradicts nobody.
        let mut since = said(&answerer, "sejak kapan ambon kembaran sama vlissingen", None);
        since.sort();
        assert_eq!(since, ["1991", "2006"]);
        // The city's own word for itself and UNESCO's; a conference of music cities is neither.
        assert_eq!(said(&answerer, "when did ambon become a city of music", None), ["31 October 2019", "2011"]);
        for question in [
            "Kapan Ambon menjadi kota musik UNESCO?",
            "when did unesco name ambon city of music",
            "浜松市はいつユネスコの音楽都市になりましたか",
            "when was the piano competition founded",
            "市長は誰",
        ] {
            assert_eq!(said(&answerer, question, None), Vec::<String>::new(), "{question}");
        }
    }
}
