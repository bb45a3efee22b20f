//! What somebody says is so and wants checked, told apart from who says it and what asks to check it: *my teacher says it began in
//! 1981. Is he right?*, aku bilang ke teman …, …と議事録にあります。このままで？

use std::borrow::Cow;
use std::ops::Range;

use super::clauses::clauses;
use crate::language::{
    AnswerKind, Language, asks_in_its_order, asks_something, asks_to_confirm, detect, finds_any, has_question_word,
    is_cjk, is_one_of, length_without_tag, word_ranges,
};

/// Words behind which, in Latin letters, stands what is claimed.
#[rustfmt::skip]
const LEADS: [&str; 74] = [
    "that", "says", "said", "say", "saying", "states", "stated", "claims", "claim", "claimed", "thinks", "think", "thinking", "thought",
    "reckons", "reckon", "wrote", "written", "writes", "me", "us", "heard", "hear", "read", "sure", "certain", "convinced", "believe",
    "believes", "believed", "assume", "assumed", "understand", "understood", "remember", "remembers", "recall", "swear", "swears",
    "insists", "noted", "notes", "publish", "print", "got", "learned", "learnt", "taught", "whether", "if",
    "bahwa", "bilang", "katanya", "kalau", "kalo", "klo", "menyebut", "menulis", "mencatat", "tulis", "tertulis", "dengar", "denger", "baca",
    "yakin", "kira", "pikir", "ingat", "inget", "percaya", "konon", "temen", "teman", "ngotot",
];
/// Words that ask, in a clause beside what is claimed, whether that is so.
#[rustfmt::skip]
const CHECKS: [&str; 59] = [
    "right", "true", "correct", "wrong", "check", "verify", "confirm", "fix", "mistaken", "false", "accurate", "sure", "fact", "truth",
    "agree", "real", "really", "ok", "okay", "fine", "match", "win", "wins", "sound", "legit", "change", "keep", "edit",
    "benar", "bener", "betul", "salah", "keliru", "cek", "cocok", "pas", "tepat", "konfirmasi", "koreksi", "verifikasi", "hoaks", "hoax",
    "fakta", "bohong", "masa", "masak", "sesuai", "ngaco", "ngibul", "menang", "valid", "yakin", "ralat", "begitu", "gitu", "iya", "oke",
    "aman", "layak",
];
/// How a question begins whether what is claimed, who says so or who asks is right: *is that*, *did I*, *has she*.
const VERBS: [&str; 16] = [
    "is", "am", "are", "was", "did", "do", "does", "has", "have", "can", "could", "shall", "should", "may", "will",
    "would",
];
const OF_IT: [&str; 9] = ["that", "this", "it", "i", "we", "you", "he", "she", "they"];
/// How a clause begins that says whose words stand beside it.
const WHOSE: [&str; 4] = ["that's what", "thats what", "that’s what", "that is what"];
/// What asks in Japanese whether what is claimed is so, in a clause beside it or behind it.
#[rustfmt::skip]
const CHECKS_JA: [&str; 36] = [
    "正し", "正解", "正確", "合って", "合っと", "あってる", "あってま", "あっとる", "間違", "違", "確か", "確認", "本当", "ほんと", "ほんま", "マジ", "まじ", "デマ", "真偽", "直す", "直し", "訂正",
    "指摘", "賭け", "事実", "いいです", "よかった", "よろし", "おｋ", "おけ", "ok", "OK", "オッケー", "このまま", "大丈夫", "失礼",
];
/// What tells there that somebody says, writes, thinks or has it so.
#[rustfmt::skip]
const SAYS_JA: [&str; 28] = [
    "聞", "きい", "言", "いって", "書", "思", "おも", "記憶", "覚え", "おぼえ", "載", "習", "読", "見た", "話", "主張", "申", "認識", "信じ", "らしい", "そうです", "そうだ", "だって",
    "んだって", "のこと", "はず", "かと", "っけ",
];
/// What asks there to be told, or which one it is.
const REQUESTS_JA: [&str; 6] = ["教え", "おしえ", "知りた", "ください", "どっち", "どれ"];
/// Where what is claimed may end there, before who says so or what asks whether it is.
#[rustfmt::skip]
const ENDS_JA: [&str; 17] = [
    "はず", "かと", "たっけ", "って", "だと", "と", "だそう", "そう", "らしい", "でした", "です", "でよ", "でい", "で", "だ", "なん", "＝",
];
/// What stands at the end of what is claimed there, and is said anew.
const COPULAS_JA: [&str; 5] = ["なんだ", "なん", "んだ", "です", "だ"];
/// Marks that part who says so from what is said, beside those of clauses.
const PARTS: [char; 10] = [':', '：', '—', '–', '"', '“', '”', '「', '」', '…'];
/// The fewest words of what is claimed in Latin letters, and the fewest characters in Japanese.
const WORDS: usize = 3;
const CHARACTERS: usize = 6;
/// The fewest words of a message in English that claims something and says no more.
const SENTENCE: usize = 7;

/// What is claimed, as a statement that asks to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Claim {
    /// The statement, with what asks to confirm it at its end: *it began in 1981, right?*
    pub statement: String,
    /// Is it, in Latin letters, led to by words that tell of a claim, or beside a clause that asks whether it is so.
    pub is_said_so: bool,
    /// Is it all of the message.
    pub is_all: bool,
}

/// The statements that `text` may want checked, the longest first: between the first and the last of its clauses that `names`
/// something, without the words that lead to them, which hold none that `is_name`, and without what follows. None where anything else is
/// asked.
#[must_use]
pub fn claims<'t>(text: &'t str, names: impl Fn(&str) -> bool, is_name: impl Fn(&str) -> bool) -> Vec<Claim> {
    let pieces: Vec<&str> = pieces(text).map(|piece| &text[piece]).collect();
    let leads = |piece: &str| word_ranges(piece).any(|word| is_one_of(&piece[word], &LEADS));
    let is_claimed = |piece: &&str| names(piece) && (is_name(piece) || !asks_to_check(piece) && !leads(piece));
    let (Some(first), Some(last)) = (pieces.iter().position(is_claimed), pieces.iter().rposition(is_claimed)) else {
        return Vec::new();
    };
    let (before, behind) = (&pieces[..first], &pieces[last + 1..]);
    let mut beside = before.iter().chain(behind);
    if beside.clone().any(|piece| asks_otherwise(piece)) {
        return Vec::new();
    }
    let length = |pieces: &[&str]| pieces.iter().map(|piece| piece.len()).sum::<usize>();
    let core = &text[length(before)..text.len() - length(behind)];
    let untagged = |said: &'t str| without_marks(&said[..length_without_tag(said)]);
    let (whole, core) = (untagged(text), untagged(core));
    let language = if core.contains(is_cjk) { Language::Ja } else { detect(core).unwrap_or(Language::En) };
    let is_japanese = language == Language::Ja;
    let said = if is_japanese { said_in_japanese(core, &is_name) } else { said_in_latin(core, &is_name) };
    let is_checked = beside.any(|piece| asks_to_check(piece));
    // What has nothing around it claims something where it is a sentence by its length, and asks so where it asks to be confirmed.
    let is_a_sentence = text.ends_with('。') || language == Language::En && word_ranges(text).count() >= SENTENCE;
    let may_claim = is_a_sentence && !text.ends_with(['?', '？']) && !asks_to_confirm(text);
    let by_themselves = if last > first { by_themselves(text, &pieces, is_japanese) } else { Vec::new() };
    let by_themselves = by_themselves.into_iter().filter(|piece| is_name(piece)).map(untagged);
    let by_themselves = by_themselves.filter(|said| is_long_enough(said)).map(|said| (said, false));
    let led_to = said.into_iter().filter(|said| !asks_for_more(said, language)).map(|said| (said, true));
    let claims = led_to.chain(by_themselves).map(|(said, is_led_to)| {
        let is_all = without_copula(said).len() == without_copula(whole).len();
        let is_said_so = is_led_to && !is_japanese && (is_checked || said.len() < core.len());
        Claim { statement: to_be_confirmed(said, language), is_said_so, is_all }
    });
    claims.filter(|claim| !claim.is_all || may_claim).collect()
}

/// The clauses of `text`, which has these `pieces`, that may be claimed by themselves, as those around them need not bear them out:
/// *the council chose Ambon in 1994. I was in Zeeland then*. None where any asks for something else.
fn by_themselves<'t>(text: &'t str, pieces: &[&'t str], is_japanese: bool) -> Vec<&'t str> {
    let asks_for_else = |piece: &&str| asks_otherwise(piece) || asks_at_its_end(piece) && !asks_to_check(piece);
    if pieces.iter().any(asks_for_else) {
        return Vec::new();
    }
    if !is_japanese {
        return pieces.to_vec();
    }
    // A quotation there is often of a name.
    clauses(text).map(|clause| &text[clause]).filter(|clause| !asks_at_its_end(clause)).collect()
}

/// May `said` be a statement, or a question, by its length.
pub(crate) fn is_long_enough(said: &str) -> bool {
    if said.contains(is_cjk) {
        return said.chars().nth(CHARACTERS - 1).is_some();
    }
    word_ranges(said).nth(WORDS - 1).is_some()
}

/// Does Japanese `piece` ask by its end.
fn asks_at_its_end(piece: &str) -> bool {
    piece.contains(is_cjk) && (piece.trim_end().ends_with(['?', '？']) || without_marks(piece).ends_with('か'))
}

/// `said` as a statement that asks to be confirmed.
fn to_be_confirmed(said: &str, language: Language) -> String {
    match language {
        Language::Ja => format!("{said}だよね"),
        Language::Id => format!("{said}, kan?"),
        Language::En => format!("{said}, right?"),
    }
}

/// Does `said` ask for something by a word. A year at its end asks for none in Japanese.
fn asks_for_more(said: &str, language: Language) -> bool {
    let said = if language == Language::Ja { Cow::Owned(to_be_confirmed(said, language)) } else { Cow::Borrowed(said) };
    AnswerKind::of_question(&said).is_some() || asks_in_its_order(&said)
}

/// Does `piece` ask for something else than whether what stands beside it is so: *how many really came* and *is Metz one?* do, *who is
/// right* does not.
fn asks_otherwise(piece: &str) -> bool {
    let says_whose = || WHOSE.iter().any(|whose| piece.trim_start().to_ascii_lowercase().starts_with(whose));
    let kind = AnswerKind::of_question(piece);
    let asks_for_one = match kind {
        Some(AnswerKind::Person) => !asks_who_is_right(piece),
        // *Is the number right* asks for none.
        Some(AnswerKind::Number) => !word_ranges(piece).any(|word| is_one_of(&piece[word], &["jumlah", "number"])),
        kind => kind.is_some(),
    };
    let is_question = || piece.trim_end().ends_with('?') && asks_in_its_order(piece);
    let asks = kind.is_some()
        || has_question_word(piece)
        || is_question()
        || finds_any(piece, &REQUESTS_JA)
        || without_marks(piece).ends_with('は')
        || asks_at_its_end(piece);
    asks_for_one || asks && !asks_to_check(piece) && !says_whose()
}

/// Does `piece`, which asks for somebody, ask who of several is right.
fn asks_who_is_right(piece: &str) -> bool {
    const RIGHT: [&str; 9] = ["right", "correct", "wrong", "mistaken", "benar", "bener", "betul", "salah", "keliru"];
    const RIGHT_JA: [&str; 4] = ["正し", "正解", "合って", "間違"];
    word_ranges(piece).any(|word| is_one_of(&piece[word], &RIGHT)) || finds_any(piece, &RIGHT_JA)
}

/// Does `piece` ask whether what stands beside it is so.
fn asks_to_check(piece: &str) -> bool {
    if piece.contains(is_cjk) {
        return finds_any(piece, &CHECKS_JA);
    }
    let mut words = word_ranges(piece).map(|word| &piece[word]);
    let is_check = |word: &str| is_one_of(word, &CHECKS);
    match (words.next(), words.next()) {
        (Some(verb), Some(of)) if is_one_of(verb, &VERBS) && is_one_of(of, &OF_IT) => true,
        (first, second) => first.into_iter().chain(second).chain(words).any(is_check),
    }
}

/// Does Japanese `rest`, behind what is claimed, tell that somebody says so or ask whether it is so, and for nothing else.
fn says_or_checks(rest: &str) -> bool {
    finds_any(rest, &CHECKS_JA) || finds_any(rest, &SAYS_JA) && !asks_otherwise(rest) && !asks_at_its_end(rest)
}

/// The clauses of `text`, and what is quoted in them: in order, together all of it.
fn pieces(text: &str) -> impl Iterator<Item = Range<usize>> {
    let parted = |clause: Range<usize>| {
        let marks = text[clause.clone()].match_indices(PARTS).map(move |(at, _)| clause.start + at);
        let ends = marks.chain(std::iter::once(clause.end));
        ends.scan(clause.start, |start, end| Some(std::mem::replace(start, end)..end))
    };
    clauses(text).flat_map(parted)
}

fn without_marks(text: &str) -> &str {
    text.trim_matches(|it: char| !it.is_alphanumeric())
}

/// What may be claimed in `core`, in Latin letters: all of it, and what stands behind words that lead to it.
fn said_in_latin(core: &str, is_name: impl Fn(&str) -> bool) -> Vec<&str> {
    let leads = word_ranges(core).filter(|word| is_one_of(&core[word.clone()], &LEADS)).map(|word| word.end);
    let led = leads.take_while(|end| !is_name(&core[..*end]) && !asks_otherwise(&core[..*end]));
    let said = std::iter::once(core).chain(led.map(|end| without_marks(&core[end..])));
    said.filter(|said| is_long_enough(said)).collect()
}

/// The same in Japanese: all of it, and what stands before who says so or what asks whether it is so, which holds no name. Nothing where
/// it asks by a word; なんだ asks for nothing.
fn said_in_japanese(core: &str, is_name: impl Fn(&str) -> bool) -> Vec<&str> {
    let core = without_copula(core);
    if asks_something(&to_be_confirmed(&core.replace("なんだ", "だ").replace("なんです", "です"), Language::Ja))
    {
        return Vec::new();
    }
    let ends = ENDS_JA.iter().flat_map(|end| core.match_indices(end)).map(|(at, _)| at);
    let mut ends: Vec<usize> = ends.filter(|at| !is_name(&core[*at..]) && says_or_checks(&core[*at..])).collect();
    ends.sort_unstable_by(|left, right| right.cmp(left));
    ends.dedup();
    let said = std::iter::once(core).chain(ends.into_iter().map(|end| without_copula(&core[..end])));
    said.filter(|said| is_long_enough(said)).collect()
}

/// What is `said`, in Japanese without the copula at its end.
fn without_copula(said: &str) -> &str {
    COPULAS_JA.iter().find_map(|it| said.strip_suffix(it)).unwrap_or(said)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::has_digit;

    /// Clauses that name something: a place or a number.
    fn names(part: &str) -> bool {
        const PLACES: [&str; 6] = ["ambon", "hamamatsu", "darwin", "アンボン", "浜松", "ダーウィン"];
        has_digit(part) || finds_any(&part.to_lowercase(), &PLACES)
    }

    #[test]
    fn what_is_claimed_is_told_from_who_says_so_and_what_asks_whether() {
        for (text, expect) in [
            ("My uncle says Roland is from Ambon. Is he right?", Some("Roland is from Ambon, right?")),
            ("we wrote that hamamatsu has 12 museums, objections?", Some("hamamatsu has 12 museums, right?")),
            ("\"Darwin was the first.\" Shall I change it?", Some("Darwin was the first, right?")),
            ("the race to Ambon is yearly, that's what he said", Some("the race to Ambon is yearly, right?")),
            (
                "Hamamatsu has been a city of music since 2012",
                Some("Hamamatsu has been a city of music since 2012, right?"),
            ),
            ("om saya bilang Ambon kota musik sejak 2010. betul tidak?", Some("Ambon kota musik sejak 2010, kan?")),
            ("kutulis bahwa lomba dari Darwin mulai 1980, masih aman?", Some("lomba dari Darwin mulai 1980, kan?")),
            ("浜松の市長は鈴木さん、と原稿に。何年からですか？", None),
            ("浜松の市長は鈴木さん、と原稿にある。これで正しい？", Some("浜松の市長は鈴木さんだよね")),
            ("浜松の市長は鈴木さん、浜松の友人がそう言う。信じていい", Some("浜松の市長は鈴木さんだよね")),
            ("Ambon kota musik sejak 2010, tapi saya dari Darwin.", Some("Ambon kota musik sejak 2010, kan?")),
            ("アンボンは2010年からだと祖父に聞いた", Some("アンボンは2010年からだよね")),
            ("ダーウィンのレースは1980年から。", Some("ダーウィンのレースは1980年からだよね")),
        ] {
            let claimed = claims(text, names, names);
            let found = claimed.iter().any(|claim| Some(claim.statement.as_str()) == expect);
            assert_eq!((found, claimed.is_empty()), (expect.is_some(), expect.is_none()), "{text}: {claimed:?}");
        }
    }

    #[test]
    fn what_asks_for_anything_else_claims_nothing() {
        for text in [
            "who wrote that Ambon is a city of music",
            "Ambon is a city of music. Since when?",
            "is Hamamatsu in Japan",
            "Darwin was the first sister city, right?",
            "kyoto and ambon 2020",
            "Ambon kota musik sejak 2010 kan?",
            "siapa bilang Ambon kota musik",
            "dulu dijanjikan barang dari Darwin. Akhirnya berapa mobil yang benar-benar sampai?",
            "saya ikut lomba Darwin ke Ambon, yang menang siapa?",
            "they promised Ambon new gear. How much of it really came?",
            "Ambon kota musik sejak kapan",
            "浜松の市長は誰だと聞きました",
            "浜松とアンボン、先に始まったのはどっち",
            "アンボンの目の診療所、住所わかる？",
            "浜松に楽器博物館があると聞きました。何点ありますか",
            "アンボンの歴史について知りたいです",
            "アンボンの音楽の話、浜松との契約までいったんでしょうか",
            "nobody knows that",
            "",
        ] {
            assert_eq!(claims(text, names, names), [], "{text}");
        }
    }

    #[test]
    fn what_is_said_to_be_a_claim_is_told() {
        for (text, said_so, all) in [
            ("My uncle says Roland is from Ambon.", true, false),
            ("Roland is from Ambon. Could you check?", true, false),
            ("Roland had its very first factory in Ambon", false, true),
        ] {
            let claim = claims(text, names, names).pop().expect("it claims something");
            assert_eq!((claim.is_said_so, claim.is_all), (said_so, all), "{text}: {claim:?}");
        }
    }
}
