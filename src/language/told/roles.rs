//! What somebody is to a place, a body or a contest: its mayor, its director, its winner.

use std::collections::HashMap;
use std::ops::Range;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use crate::language::words::WordSet;
use crate::language::{Folded, Language, find_word, is_cjk, is_one_of, word_ranges, words_of};

/// Offices and relations, the first word of each in Latin letters, folded.
#[rustfmt::skip]
const ROLES: [&str; 131] = [
    // Indonesian
    "wali", "walikota", "walikotanya", "walkot", "wako", "wawali", "gubernur", "gubernurnya", "bupati", "presiden",
    "menteri", "menlu", "mendagri", "mendikbud", "menpar", "raja", "ratu", "duta", "dubes", "konsul", "konjen", "direktur",
    "dirut", "kepala", "kadis", "kabid", "ketua", "ketuanya", "wakil", "pimpinan", "pemimpin", "pendiri", "penemu",
    "pencipta", "penggagas", "juara", "pemenang", "rektor", "dekan", "bos", "bosnya", "manajer", "sekda", "sekretaris",
    "bendahara", "camat", "lurah", "kapolres", "kapolda", "komandan", "pelatih", "kapten", "pemilik", "istri", "istrinya",
    "suami", "suaminya", "anak", "anaknya", "juri", "perwakilan", "moderator", "narasumber", "penanggung",
    // English and Dutch
    "mayor", "mayors", "burgemeester", "governor", "president", "minister", "ambassador", "consul", "king", "queen",
    "emperor", "prince", "princess", "chair", "chairs", "chairman", "chairwoman", "chairperson", "director", "head", "heads",
    "chief", "ceo", "boss", "founder", "founders", "inventor", "owner", "creator", "composer", "author", "architect",
    "winner", "winners", "champion", "champions", "rector", "dean", "principal", "manager", "secretary", "treasurer",
    "captain", "coach", "commander", "leader", "successor", "predecessor", "wife", "husband", "son", "daughter", "father",
    "mother", "brother", "deputy", "spokesperson", "spokesman", "conductor", "judge", "juror", "premier", "curator",
    "organizer", "organiser", "sponsor", "patron",
];
#[rustfmt::skip]
const ROLES_JA: [&str; 55] = [
    "市長", "知事", "大統領", "首相", "総理", "大臣", "外相", "大使", "総領事", "国王", "女王", "天皇", "王様", "社長", "会長", "代表",
    "代表者", "理事長", "館長", "学長", "校長", "監督", "創業者", "創設者", "創立者", "発明者", "優勝者", "受賞者", "入賞者", "所長",
    "局長", "部長", "課長", "議長", "副市長", "妻", "夫", "奥さん", "旦那", "息子", "娘", "指揮者", "審査員", "作曲者", "作者", "作曲家",
    "設計者", "オーナー", "リーダー", "担当者", "責任者", "町長", "村長", "総裁", "主催者",
];

/// What makes another thing of a Japanese one right behind it: 代表団, 大使館, 市長選.
const NO_ROLE_BEFORE: [char; 7] = ['団', '的', '館', '室', '選', '杯', '部'];

/// Does the folded word, or the first of several, say what somebody is: *wali kota*, *director*; or Japanese text hold
/// such a word.
#[must_use]
pub fn is_role(word: &str) -> bool {
    static LATIN: LazyLock<WordSet> = LazyLock::new(|| ROLES.into_iter().collect());
    let first = word.split(' ').next().unwrap_or(word);
    let is_here = |role: Range<usize>| !word[role.end..].starts_with(NO_ROLE_BEFORE);
    LATIN.contains(first) || !word.is_ascii() && roles_in(word).any(is_here)
}

/// Where Japanese words that say what somebody is stand in `text`; one of one character does by itself alone.
fn roles_in(text: &str) -> impl Iterator<Item = Range<usize>> {
    /// By their first character: most characters begin none.
    static BY_FIRST: LazyLock<HashMap<char, Vec<&str>, FxBuildHasher>> = LazyLock::new(|| {
        let mut by_first: HashMap<char, Vec<&str>, FxBuildHasher> = HashMap::default();
        for role in ROLES_JA {
            by_first.entry(role.chars().next().expect("a character")).or_default().push(role);
        }
        by_first
    });
    text.char_indices().flat_map(move |(at, first)| {
        let roles = BY_FIRST.get(&first).into_iter().flatten();
        let here = roles.filter(move |role| text[at..].starts_with(**role) && (is_long(role) || text == **role));
        here.map(move |role| at..at + role.len())
    })
}

/// Does a Japanese role have two characters and more, so that it is one within other words.
fn is_long(role: &str) -> bool {
    role.chars().nth(1).is_some()
}

/// Does one of `words` stand in Japanese `text` right before a role.
fn stand_before_a_role(text: &str, words: &[&str]) -> bool {
    let is_role = |rest: &str| ROLES_JA.iter().any(|role| is_long(role) && rest.starts_with(role));
    words.iter().any(|word| text.match_indices(word).any(|(at, _)| is_role(&text[at + word.len()..])))
}

/// Does Japanese `text` end with such a word, or with one and what asks for somebody of it: 優勝者, 市長って, but not 市長と会った.
#[must_use]
pub fn ends_with_a_role(text: &str) -> bool {
    const BEHIND: [&str; 10] = ["って", "さん", "です", "だ", "を", "も", "教え", "名", "知り", "よろしく"];
    let asks = |behind: &str| behind.is_empty() || BEHIND.iter().any(|word| behind.starts_with(word));
    roles_in(text).any(|role| asks(&text[role.end..]))
}

/// What says of an office that somebody held it before, folded, in Latin letters, and right before the office in Japanese.
pub const FORMER: [&str; 6] = ["former", "previous", "ex", "mantan", "eks", "bekas"];
pub const FORMER_JA: [&str; 3] = ["元", "前", "旧"];
/// What says that it was held when is told of.
pub const THEN: [&str; 5] = ["then", "saat itu", "kala itu", "ketika itu", "waktu itu"];
const THEN_JA: &str = "当時";
/// What asks for the one before, beside these.
const ASKED_FORMER: [&str; 4] = ["previously", "predecessor", "sebelumnya", "terdahulu"];
const ASKED_FORMER_JA: [&str; 2] = ["前の", "先代の"];
const FORMER_ALONE_JA: [&str; 3] = ["前任", "先代", "歴代"];

/// Is it asked in `question` who held an office before: *the former mayor*, *mantan wali kota*, 前の市長.
#[must_use]
pub fn asks_of_a_former(question: &str) -> bool {
    let folded = Folded::new(question);
    let text = folded.as_str();
    if text.contains(is_cjk) {
        if !text.contains(['前', '元', '旧', '先', '歴']) {
            return false;
        }
        return stand_before_a_role(text, &FORMER_JA)
            || stand_before_a_role(text, &ASKED_FORMER_JA)
            || FORMER_ALONE_JA.iter().any(|former| text.contains(former));
    }
    let mut words = words_of(text);
    // *Dulu* also says that something is done before all else: *mau tanya dulu*.
    let was_so = |(before, word): (&str, &str)| word == "dulu" && matches!(before, "" | "yang" | "yg");
    let is_former = |word: &str| FORMER.contains(&word) || ASKED_FORMER.contains(&word);
    let says_so =
        words.clone().any(is_former) || std::iter::once("").chain(words_of(text)).zip(words_of(text)).any(was_so);
    says_so && words.any(is_role) || asks_who_before(&words_of(text).collect::<Vec<_>>())
}

/// Do `words` ask who held an office before somebody: *the mayor of Metz before him*, *wali kota sebelum Budi*. Before a year is
/// another matter.
fn asks_who_before(words: &[&str]) -> bool {
    /// The most words that say where the office is, *of Metz*.
    const WHERE: usize = 2;
    let before = words.iter().position(|word| matches!(*word, "before" | "sebelum"));
    let asks = words.iter().any(|word| matches!(*word, "who" | "whos" | "siapa"));
    before.filter(|_| asks).is_some_and(|at| {
        let of_somebody =
            words.get(at + 1).is_some_and(|next| !next.starts_with(|it: char| it.is_ascii_digit()) && *next != "tahun");
        of_somebody && words[at.saturating_sub(WHERE + 1)..at].iter().any(|word| is_role(word))
    })
}

/// Is in `text` the first who held an office: *the first mayor*, *wali kota pertama*, 初代市長.
#[must_use]
pub fn tells_of_the_first_holder(text: &str) -> bool {
    let folded = Folded::new(text);
    let text = folded.as_str();
    if text.contains(is_cjk) {
        return stand_before_a_role(text, &["初代", "最初の", "初代の"]);
    }
    let words: Vec<&str> = words_of(text).collect();
    let is_role_at = |place: usize| words.get(place).is_some_and(|word| is_role(word));
    words.iter().enumerate().any(|(place, word)| match *word {
        "first" => is_role_at(place + 1),
        "pertama" => words.get(place + 1) != Some(&"kali") && (place.saturating_sub(4)..place).any(is_role_at),
        _ => false,
    })
}

/// Does `text` ask for nothing but the one before: *and before?*, *kalo dulu?*, 前は？
#[must_use]
pub fn asks_of_the_one_before(text: &str) -> bool {
    #[rustfmt::skip]
    const SAID: [&str; 24] = [
        "and", "who", "was", "it", "that", "him", "her", "them", "the", "one", "dan", "kalo", "kalau", "klo", "yang", "yg", "siapa", "terus",
        "trus", "itu", "nya", "then", "sih", "ya",
    ];
    const BEFORE: [&str; 7] = ["before", "previously", "dulu", "dulunya", "dahulu", "sebelumnya", "sblmnya"];
    const BEFORE_JA: [&str; 10] =
        ["前は", "前の人は", "以前は", "その前は", "前は誰", "その前は誰", "以前は誰", "前任は", "前任者は", "先代は"];
    let folded = Folded::new(text);
    let said = folded.as_str();
    if said.contains(is_cjk) {
        let said = said.trim_matches(|character: char| !character.is_alphanumeric());
        return BEFORE_JA.contains(&said.trim_end_matches("ですか"));
    }
    let words: Vec<&str> = words_of(said).collect();
    words.iter().any(|word| BEFORE.contains(word))
        && words.iter().all(|word| BEFORE.contains(word) || SAID.contains(word))
}

/// `text` with the first office that it names as asked of who held it before: *the mayor* as *the former mayor*. `None` where it names
/// none.
#[must_use]
pub fn with_the_one_before(text: &str, language: Language) -> Option<String> {
    let office = if language == Language::Ja {
        ROLES_JA.into_iter().filter(|role| is_long(role)).filter_map(|role| text.find(role)).min()
    } else {
        word_ranges(text).find(|word| is_role(Folded::new(&text[word.clone()]).as_str())).map(|word| word.start)
    };
    let (before, rest) = text.split_at(office?);
    let former = match language {
        Language::Id => "mantan ",
        Language::En => "former ",
        Language::Ja if before.ends_with('の') => "前の",
        Language::Ja => "の前の",
    };
    Some([before, former, rest].concat())
}

/// Does `text` tell who held an office then, or before: *then mayor*, *saat itu*, 当時の市長.
#[must_use]
pub fn tells_of_a_former(text: &str) -> bool {
    let folded = Folded::new(text);
    let text = folded.as_str();
    if text.contains(is_cjk) {
        let is_before_a_role = |then: &str| {
            text.match_indices(then).any(|(at, _)| {
                // The name may stand between: 当時の鈴木康友市長.
                let rest: String = text[at + then.len()..].chars().take(NEAR_JA).collect();
                // 地元の is of the place, 午前 before noon, 復旧 is mending.
                !text[..at].ends_with(['地', '午', '名', '以', '手', '復', '新'])
                    && ROLES_JA.iter().any(|role| is_long(role) && rest.contains(role))
            })
        };
        return is_before_a_role(THEN_JA) || FORMER_JA.iter().any(|former| is_before_a_role(former));
    }
    let words: Vec<&str> = words_of(text).collect();
    let joined = format!(" {} ", words.join(" "));
    words.iter().any(|word| is_role(word))
        && FORMER.iter().chain(&THEN).any(|then| joined.contains(&format!(" {then} ")))
}

/// Does `text` ask who held an office at the time that was told: *who was mayor then*, *wali kotanya waktu itu*, 当時の市長.
#[must_use]
pub fn asks_who_held_it_then(text: &str) -> bool {
    const AT_THE_TIME: [&str; 8] =
        ["at the time", "at that time", "back then", "those days", "wkt itu", "wktu itu", "waktu tu", "masa itu"];
    const WAS: [&str; 6] = ["was", "were", "led", "held", "ran", "did"];
    const AT_THE_TIME_JA: [&str; 4] = [THEN_JA, "その頃", "そのころ", "その時"];
    if text.contains(is_cjk) {
        return AT_THE_TIME_JA.iter().any(|then| text.contains(then))
            && ROLES_JA.iter().any(|role| text.contains(role));
    }
    let lower = text.to_lowercase();
    let says = |then: &&&str| find_word(&lower, then).is_some();
    // *So who is the mayor then?* is of now.
    let was = || words_of(&lower).any(|word| WAS.contains(&word));
    let is_then = |then: &&str| *then != "then" || was();
    names_a_role(text) && AT_THE_TIME.iter().chain(&THEN).find(says).is_some_and(is_then)
}

/// Does `text` ask of a time past: *was he mayor*, *dulu*, でしたか.
#[must_use]
pub fn tells_of_the_past(text: &str) -> bool {
    const PAST: [&str; 8] = ["was", "were", "been", "did", "had", "dulu", "pernah", "dahulu"];
    const PAST_JA: [&str; 6] = ["でした", "だった", "かつて", "昔", "当時", "以前"];
    let folded = Folded::new(text);
    let text = folded.as_str();
    let mut words = words_of(text);
    words.any(|word| PAST.contains(&word))
        || PAST_JA.iter().any(|past| text.contains(past))
        || asks_of_a_former(text)
        || tells_of_a_former(text)
}

/// Does `text` ask of what is so now, by a word for it: *and now?*, *sekarang*, 今は.
#[must_use]
pub fn asks_of_now(text: &str) -> bool {
    const NOW: [&str; 8] = ["now", "nowadays", "current", "currently", "today", "present", "sekarang", "kini"];
    const NOW_JA: [&str; 5] = ["今の", "いまの", "現在", "今は", "いまは"];
    if text.contains(is_cjk) {
        return NOW_JA.iter().any(|now| text.contains(now));
    }
    word_ranges(text).any(|word| is_one_of(&text[word], &NOW))
}

/// Does `text` say what somebody is, by any of its words.
#[must_use]
pub fn names_a_role(text: &str) -> bool {
    let folded = Folded::new(text);
    let text = folded.as_str();
    words_of(text).any(is_role)
}

/// How many characters behind *then* an office stands in Japanese.
const NEAR_JA: usize = 12;

/// Offices and relations that several may have at once, the first word of each, folded.
#[rustfmt::skip]
const SHARED: [&str; 44] = [
    "anak", "anaknya", "juri", "perwakilan", "moderator", "narasumber", "penanggung", "kepala", "kadis", "kabid", "juara",
    "pemenang", "menteri", "duta", "pelatih", "sponsor", "judge", "juror", "son", "daughter", "brother", "winner",
    "winners", "champion", "champions", "mayors", "chairs", "heads", "founders", "rectors", "minister", "ambassador",
    "organizer", "organiser", "pemimpin", "pimpinan", "leader", "raja", "ratu", "king", "queen", "emperor", "prince",
    "princess",
];
const SHARED_JA: [&str; 10] = ["大臣", "大使", "優勝者", "受賞者", "入賞者", "息子", "娘", "審査員", "担当者", "部長"];

/// Deeds that are done once, by somebody, folded.
#[rustfmt::skip]
const DEEDS: [&str; 20] = [
    "founded", "established", "invented", "created", "designed", "composed", "wrote", "written", "discovered",
    "didirikan", "mendirikan", "diciptakan", "menciptakan", "ditemukan", "menemukan",
    "dirancang", "merancang", "digubah", "ditulis", "digagas",
];
const DEEDS_JA: [&str; 7] = ["創業", "創設", "創立", "設立", "発明", "設計", "作曲"];

/// Does the folded word say what one alone is or did, so that two names for it contradict each other: *mayor*, *founded*.
#[must_use]
pub fn is_of_one(word: &str) -> bool {
    let first = word.split(' ').next().unwrap_or(word);
    let is_shared = SHARED.contains(&first) || SHARED_JA.iter().any(|shared| word.contains(shared));
    is_deed(word) || is_role(word) && !is_shared
}

/// Does the folded word say what somebody did once: *founded*.
#[must_use]
pub fn is_deed(word: &str) -> bool {
    DEEDS.contains(&word) || DEEDS_JA.iter().any(|deed| word.contains(deed)) && !is_role(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_held_an_office_then_is_asked() {
        for (text, expect) in [
            ("who was the mayor then", true),
            ("siapa wali kotanya waktu itu", true),
            ("当時の市長だれ", true),
            ("so who is the mayor then?", false),
            ("and then?", false),
            ("当時の人口は", false),
            ("", false),
        ] {
            assert_eq!(asks_who_held_it_then(text), expect, "{text}");
        }
    }

    #[test]
    fn who_held_an_office_before_is_asked_and_told() {
        for (text, asks, tells) in [
            ("who was the former mayor of hamamatsu", true, true),
            ("mantan wali kota hamamatsu siapa", true, true),
            ("wali kota hamamatsu sebelumnya siapa", true, false),
            ("bekas wali kota hamamatsu siapa", true, true),
            ("浜松の旧市長って誰", true, true),
            ("復旧の責任者は誰", false, false),
            ("浜松の前の市長って誰だっけ", true, true),
            ("浜松の元市長は？", true, true),
            ("Suzuki Yasutomo, then mayor of Hamamatsu, took part.", false, true),
            ("Wali Kota Hamamatsu saat itu, Suzuki Yasutomo, ikut.", false, true),
            ("当時の鈴木康友市長は参加しました。", false, true),
            ("The mayor of Hamamatsu is Nakano Yusuke.", false, false),
            ("浜松市長は中野祐介氏です。", false, false),
            ("makasih sebelumnya", false, false),
            ("駅前の会場", false, false),
            ("地元の市長と午前に会った", false, false),
        ] {
            assert_eq!((asks_of_a_former(text), tells_of_a_former(text)), (asks, tells), "{text}");
        }
    }

    #[test]
    fn the_one_before_is_asked_for_with_nothing_else() {
        for (text, expect) in [
            ("and before?", true),
            ("who was it before him", true),
            ("kalo dulu?", true),
            ("dulunya siapa", true),
            ("前は？", true),
            ("その前は誰ですか", true),
            ("sebelumnya ketemu siapa", false),
            ("before the visit", false),
            ("who was it", false),
            ("名前は？", false),
            ("", false),
        ] {
            assert_eq!(asks_of_the_one_before(text), expect, "{text}");
        }
    }

    #[test]
    fn an_office_is_asked_of_who_held_it_before() {
        for (text, language, expect) in [
            ("who is the mayor of Hamamatsu?", Language::En, Some("who is the former mayor of Hamamatsu?")),
            ("Wali Kota Hamamatsu siapa", Language::Id, Some("mantan Wali Kota Hamamatsu siapa")),
            ("浜松の市長って誰？", Language::Ja, Some("浜松の前の市長って誰？")),
            ("浜松市長は誰", Language::Ja, Some("浜松の前の市長は誰")),
            ("when was it", Language::En, None),
            ("いつ", Language::Ja, None),
            ("", Language::Id, None),
        ] {
            assert_eq!(with_the_one_before(text, language).as_deref(), expect, "{text}");
        }
    }

    #[test]
    fn who_holds_an_office_now_is_asked_by_a_word_for_it() {
        for (text, of_now, of_the_past) in [
            ("who is the mayor now", true, false),
            ("the current mayor of hamamatsu", true, false),
            ("wali kota sekarang siapa", true, false),
            ("今の市長は", true, false),
            ("who was the mayor", false, true),
            ("dia pernah jadi wali kota", false, true),
            ("市長だったの", false, true),
            ("apakah wali kota saat itu dia", false, true),
            ("wali kota sebelumnya siapa", false, true),
            ("who is the mayor", false, false),
            ("is he there now", false, false),
            ("", false, false),
        ] {
            let is_present = asks_of_now(text) && names_a_role(text);
            assert_eq!((is_present, tells_of_the_past(text)), (of_now, of_the_past), "{text}");
        }
    }

    #[test]
    fn the_first_who_held_an_office_is_told_by_the_words_beside_it() {
        for (text, expect) in [
            ("who was the first mayor of Hamamatsu", true),
            ("siapa wali kota hamamatsu pertama", true),
            ("wali kota pertama", true),
            ("浜松の初代市長は", true),
            ("siapa yang pertama kali ditemui wali kota", false),
            ("the first step was a meeting with the mayor", false),
            ("kota kembar pertama", false),
            ("", false),
        ] {
            assert_eq!(tells_of_the_first_holder(text), expect, "{text}");
        }
        for (text, expect) in [
            ("dulu wali kota hamamatsu siapa", true),
            ("siapa wali kota hamamatsu yang dulu", true),
            ("mau tanya dulu wali kota hamamatsu siapa", false),
            ("Who was the mayor of Hamamatsu before Nakano Yusuke?", true),
            ("who was mayor before the current one", true),
            ("siapa wali kota hamamatsu sebelum nakano", true),
            ("who was the mayor of hamamatsu before 2010", false),
            ("who met the mayor and came to Tokyo before the embassy", false),
            ("did the mayor come before the embassy", false),
        ] {
            assert_eq!(asks_of_a_former(text), expect, "{text}");
        }
    }

    #[test]
    fn somebody_is_asked_for_at_the_end() {
        for (text, expect) in [
            ("優勝者", true),
            ("浜松市長って", true),
            ("浜松市長さん教えて", true),
            ("浜松市長と会って何を話した", false),
            ("代表団", false),
            ("音楽", false),
            ("", false),
        ] {
            assert_eq!(ends_with_a_role(text), expect, "{text}");
        }
    }

    #[test]
    fn who_somebody_is_is_told_from_what_they_do() {
        for (word, expect) in [
            ("wali kota", true),
            ("mayor", true),
            ("浜松市長", true),
            ("優勝者", true),
            ("代表", true),
            ("代表団って毎年来てる", false),
            ("大使館", false),
            ("大使館の大使", true),
            ("kota", false),
            ("singer", false),
            ("音楽", false),
            ("", false),
        ] {
            assert_eq!(is_role(word), expect, "{word}");
        }
    }

    #[test]
    fn an_office_is_held_by_one_and_a_prize_won_by_many() {
        for (word, is_of_one_alone, is_done) in [
            ("mayor", true, false),
            ("wali kota", true, false),
            ("市長", true, false),
            ("founded", true, true),
            ("didirikan", true, true),
            ("創業", true, true),
            ("創業者", true, false),
            ("winner", false, false),
            ("優勝者", false, false),
            ("juri", false, false),
            ("kota", false, false),
        ] {
            assert_eq!((is_of_one(word), is_deed(word)), (is_of_one_alone, is_done), "{word}");
        }
    }
}
