//! Words that are spelt otherwise where people chat: Ambonese Malay, *barapa* for *berapa*, and English that is typed fast, *wat* for
//! *what*.

use std::borrow::Cow;
use std::cell::LazyCell;
use std::ops::Range;

use crate::language::asked::{ASKING_OTHERWISE, FIRST_BY_PALING};
use crate::language::words::{is_root, stem};
use crate::language::{
    Language, asks_for_the_earlier_of_several, detect, is_cjk, is_hiragana, is_one_of, rewritten, spliced, word_ranges,
};

/// Words that hardly anybody types here for anything else, and what each is meant for, beside those that [ask](ASKING_OTHERWISE).
#[rustfmt::skip]
const WORDS: [(&str, &str); 46] = [
    ("bagemana", "bagaimana"), ("bakudapa", "bertemu"), ("balajar", "belajar"), ("batul", "betul"), ("bhs", "bahasa"), ("jpg", "jepang"),
    ("barenti", "berhenti"), ("brenti", "berhenti"), ("carita", "cerita"), ("dapa", "dapat"), ("dolo", "dulu"),
    ("kamareng", "kemarin"), ("kadua", "kedua"), ("katiga", "ketiga"), ("partama", "pertama"),
    ("fb", "facebook"), ("yt", "youtube"), ("kapala", "kepala"), ("laeng", "lain"),
    ("maeng", "main"), ("msk", "masuk"), ("manyanyi", "menyanyi"), ("parahu", "perahu"), ("parampuang", "perempuan"), ("pemasukan", "pendapatan"), ("sabarapa", "seberapa"),
    ("sakarang", "sekarang"), ("sakola", "sekolah"), ("samua", "semua"), ("sanang", "senang"),
    ("setaun", "setahun"), ("skarang", "sekarang"),
    ("adn", "and"), ("hwo", "who"), ("waht", "what"), ("wats", "what's"), ("wehn", "when"), ("wen", "when"),
    ("abt", "about"), ("gonna", "going to"), ("tryna", "trying to"), ("wanna", "want to"),
    ("wher", "where"), ("whn", "when"), ("wut", "what"), ("wuts", "what's"),
];
/// The same of names, which are written with a capital anywhere.
const NAMES: [(&str, &str); 2] = [("ambong", "ambon"), ("balanda", "belanda")];
/// The same of words that mean something else in English, *Tampa*, in Indonesian alone.
#[rustfmt::skip]
const OF_INDONESIAN: [(&str, &str); 16] = [
    ("tampa", "tempat"), ("ig", "instagram"), ("dpt", "dapat"), ("ngr", "negara"), ("pddk", "penduduk"), ("sblm", "sebelum"), ("sblum", "sebelum"),
    ("ttg", "tentang"), ("karna", "karena"), ("intl", "internasional"), ("th", "tahun"), ("aussie", "australia"),
    ("ausie", "australia"), ("persh", "perusahaan"), ("prtama", "pertama"), ("prtm", "pertama"),
];
/// The same of words in English as it is spoken in Scotland, in Singapore or typed by ear, in English alone: *teh* is tea in Indonesian.
#[rustfmt::skip]
const OF_ENGLISH: [(&str, &str); 54] = [
    ("aboot", "about"), ("afore", "before"), ("anot", "or not"), ("auld", "old"), ("bairns", "children"), ("cannae", "cannot"),
    ("cooncil", "council"), ("didnae", "didn't"), ("doesnae", "doesn't"), ("dosh", "money"), ("doon", "down"), ("efter", "after"),
    ("fae", "from"), ("frae", "from"), ("gimme", "give me"), ("hame", "home"), ("hw", "how"), ("isnae", "isn't"), ("izzit", "is it"), ("jio", "invite"),
    ("kinda", "kind of"), ("lemme", "let me"), ("n", "and"), ("noo", "now"), ("nowadays", "now"), ("currently", "now"), ("mny", "many"), ("ony", "any"), ("oot", "out"), ("sumthin", "something"),
    ("summat", "something"), ("tae", "to"), ("teh", "the"), ("thegither", "together"), ("tht", "that"), ("thru", "through"), ("toon", "town"), ("wasnae", "wasn't"), ("wat", "what"),
    ("weans", "children"), ("wha", "who"), ("whae", "who"), ("whaur", "where"), ("whch", "which"), ("whit", "what"), ("whr", "where"), ("wht", "what"), ("whits", "what's"), ("wi", "with"),
    ("wis", "was"), ("wiz", "was"), ("yon", "that"), ("yr", "year"), ("yrs", "years"),
];

/// Dutch words that are typed among English ones, with what phrases say for them; those of the glossary, too, so whether a word is known
/// does not matter.
#[rustfmt::skip]
const DUTCH: [(&str, &str); 15] = [
    ("burgemeester", "mayor"), ("burgermeester", "mayor"), ("cultuur", "culture"), ("gemeenteraad", "town council"),
    ("handtekening", "signature"), ("handtekeningen", "signatures"), ("molukkers", "Moluccans"), ("muziek", "music"),
    ("oogkliniek", "eye clinic"), ("stadhuis", "town hall"), ("stedenband", "city link"), ("ziekenhuis", "hospital"),
    ("zusterstad", "sister city"), ("zustersteden", "sister cities"), ("zusje", "sister"),
];

/// Words that ask in English, and what is said behind one of them for emphasis alone: *where even is*, *who the heck is*.
const ASKS: [&str; 7] = ["where", "what", "who", "when", "why", "how", "which"];
const EMPHATIC: [&str; 2] = ["even", "tf"];
/// The same behind *the*.
const EMPHATIC_TOO: [&str; 5] = ["heck", "hell", "fuck", "actual", "devil"];

/// Words that are said together for one, in English alone: *who runs it these days*.
#[rustfmt::skip]
const TOGETHER: [(&[&str], &str); 12] = [
    (&["these", "days"], "now"), (&["at", "the", "moment"], "now"), (&["at", "this", "moment"], "now"), (&["right", "now"], "now"),
    (&["at", "present"], "now"), (&["as", "of", "now"], "now"), (&["drop", "by"], "visit"), (&["dropped", "by"], "visited"),
    (&["drop", "in", "on"], "visit"), (&["head", "count"], "headcount"), (&["how", "far", "back"], "since when"),
    (&["the", "earliest"], "the first"),
];
/// What somebody is called behind their name: *who's this Rico Hayat guy*.
const SOMEBODY: [&str; 6] = ["guy", "dude", "bloke", "chap", "fella", "fellow"];
/// What stands before such a word where it is asked of by that itself.
const OF_SOMEBODY: [&str; 9] = ["this", "that", "the", "a", "which", "what", "some", "any", "young"];

/// What stands before *itself* where that is no stress: *Ambon calls itself a city of music*.
const CALLS: [&str; 9] = ["calls", "call", "called", "calling", "declares", "declared", "declare", "branded", "styles"];
/// What stands behind it where somebody speaks: *what the city itself says*.
const SAYS: [&str; 3] = ["says", "say", "said"];

/// A word that only stresses the one behind it: *the very first*.
const STRESSES: [(&str, &str); 4] = [("very", "first"), ("very", "last"), ("paling", "pertama"), ("paling", "partama")];
/// The same in Japanese, with what is meant.
const STRESSES_JA: [(&str, &str); 9] = [
    ("ってそもそも", "って"),
    ("はそもそも", "は"),
    ("一番最初", "最初"),
    ("いちばん最初", "最初"),
    ("一番初め", "初め"),
    ("一番はじめ", "はじめ"),
    ("いの一番に", "最初に"),
    ("まっさきに", "最初に"),
    ("真っ先に", "最初に"),
];

/// The same in kana that is mostly written in kanji: ローランドをつくった人, 関係おしえて.
const IN_KANA: [(&str, &str); 3] = [("つくった", "作った"), ("つくられ", "作られ"), ("おしえて", "教えて")];

/// What asks in hiragana alone, as it is mostly written; *なん* by itself is said within other words, too.
#[rustfmt::skip]
const WHAT_JA: [(&str, &str); 29] = [
    ("なんねん", "何年"), ("なんにん", "何人"), ("なんがつ", "何月"), ("なんにち", "何日"), ("なんばんめ", "何番目"), ("なんかい", "何回"),
    ("なんかしょ", "何か所"), ("なんこ", "何個"), ("なんじ", "何時"), ("なんさい", "何歳"), ("なんの", "何の"), ("はなんですか", "は何ですか"), ("ってなんですか", "って何ですか"),
    ("は なんですか", "は何ですか"), ("って なんですか", "って何ですか"), ("なん年", "何年"), ("なん人", "何人"), ("なん歳", "何歳"),
    ("なん番", "何番"), ("なん回", "何回"), ("なん点", "何点"), ("なん個", "何個"),
    ("なん台", "何台"), ("なん都市", "何都市"), ("なん校", "何校"), ("なん組", "何組"),
    ("ひとつめ", "1つ目"), ("ふたつめ", "2つ目"), ("みっつめ", "3つ目"),
];
/// The same with what is counted in hiragana alone, where that is said within no other words as 何かい is in 何かいい, 何にち in 何にちなんで.
const COUNTED_JA: [(&str, &str); 5] =
    [("何ねん", "何年"), ("何にん", "何人"), ("何さい", "何歳"), ("何ばん", "何番"), ("何番め", "何番目")];
/// How much something is so, which stresses what is asked and says nothing of it: なんでそんなに.
const SO_MUCH_JA: [(&str, &str); 3] = [("そんなに", ""), ("こんなに", ""), ("あんなに", "")];
/// What is denied, and what is given, as it is said in Kansai: 姉妹やなくて, もろてる.
#[rustfmt::skip]
const OF_KANSAI: [(&str, &str); 8] = [
    ("やなくて", "じゃなくて"), ("やのうて", "じゃなくて"), ("とちゃうて", "じゃなくて"), ("とちゃうくて", "じゃなくて"), ("とちごて", "じゃなくて"),
    ("もろて", "もらって"), ("もろた", "もらった"), ("もろとる", "もらってる"),
];
/// How somebody does something in polite words: 住んでおられる. いらっしゃる also says what somebody is.
const POLITE_JA: [(&str, &str); 4] =
    [("ておられ", "てい"), ("んでおられ", "んでい"), ("ていらっしゃい", "てい"), ("ていらっしゃる", "ている")];
/// What stands behind a name that may be unknown to who reads it: アンボンという町.
const CALLED_JA: [&str; 9] = [
    "っていうところ",
    "っていうとこ",
    "っていう町",
    "っていう街",
    "というところ",
    "という所",
    "という町",
    "という街",
    "という都市",
];
/// One of these stands in each of them.
const IN_KANSAI: [&str; 4] = ["やなく", "やのう", "もろ", "とち"];
/// Whereabouts something is, フリシンゲンってどのへん, and not などの辺り, ほどのあたり.
const WHERE_JA: [&str; 4] = ["どの辺り", "どの辺", "どのあたり", "どのへん"];
const BEFORE_DONO: [char; 2] = ['な', 'ほ'];
/// Who and which country, and a name in polite words, as they are mostly asked for.
#[rustfmt::skip]
const WHOM_JA: [(&str, &str); 9] = [
    ("方のお名前", "人の名前"), ("お名前", "名前"), ("のひとは", "の人は"), ("のひとが", "の人が"), ("のひと ", "の人 "), ("の ひと ", "の人 "),
    ("どの くに", "どの国"), ("どのくに", "どの国"), ("どこのくに", "どこの国"),
];
/// One of these stands in each of them.
const IN_WHOM_JA: [&str; 3] = ["名前", "ひと", "くに"];
/// Particles of Japanese, which stand by themselves where words are written apart: *アンボン は*.
const PARTICLES: [&str; 12] = ["は", "が", "を", "に", "で", "と", "の", "も", "へ", "って", "から", "まで"];

/// A letter for a word, *y did*, where one of these stands behind it, and *what r*, where one stands before it.
const BEHIND_Y: [&str; 9] = ["did", "does", "do", "is", "are", "was", "were", "r", "cant"];
const BEFORE_R: [&str; 9] = ["what", "where", "who", "when", "how", "why", "y", "which", "there"];

/// What tells that *ka* is *ke* and nobody's address: *ka barapa*.
const BEHIND_KA: [&str; 4] = ["barapa", "brapa", "berapa", "mana"];

/// Indonesian verbs that do not end in *-kan* and are often written apart from the *di-* before them.
const APART_FROM_DI: [&str; 12] = [
    "tandatangani",
    "teken",
    "mulai",
    "buka",
    "tutup",
    "tunda",
    "akui",
    "kunjungi",
    "hadiri",
    "ikuti",
    "danai",
    "biayai",
];
/// Nouns that end as such a verb does: *di pendidikan*.
const NOUNS: [&str; 7] = ["pendidikan", "perbankan", "kebijakan", "pergerakan", "gerakan", "tindakan", "kerusakan"];
/// The fewest letters of one that ends so: *makan* is none.
const SHORTEST_APART: usize = 6;

/// Words of Javanese alone, beside which those of [`JAVANESE`] are meant, and words have its endings.
const OF_JAVANESE: [&str; 10] = ["piro", "opo", "sopo", "kenopo", "ngopo", "piye", "iki", "iku", "nek", "nggih"];
/// Words of Javanese that are names or mean something else elsewhere, or are told with others: *sing*, *Ono*.
#[rustfmt::skip]
const JAVANESE: [(&str, &str); 16] = [
    ("sing", "yang"), ("ono", "ada"), ("karo", "dengan"), ("nang", "di"), ("endi", "mana"), ("dadi", "jadi"), ("wong", "orang"),
    ("iso", "bisa"), ("nek", "kalau"), ("wis", "sudah"), ("wiwit", "mulai"), ("ora", "tidak"), ("saiki", "sekarang"), ("mandek", "berhenti"),
    ("jenenge", "namanya"), ("regane", "harganya"),
];
/// What stands before *sma* where it is a school and no *sama*, and behind it.
#[rustfmt::skip]
const BEFORE_SMA: [&str; 18] = [
    "sekolah", "siswa", "anak", "pelajar", "murid", "guru", "lulusan", "antar", "dari", "di", "ke", "dan", "berapa", "brp", "apa", "smp",
    "tukar", "pertukaran",
];
const BEHIND_SMA: [&str; 9] = ["mana", "apa", "negeri", "swasta", "di", "yang", "yg", "dan", "atau"];
/// The fewest letters of a word before such an ending.
const SHORTEST_WITH_ARTICLE: usize = 4;
const VOWELS: [char; 5] = ['a', 'e', 'i', 'o', 'u'];

/// The text with each such word as it is meant, without what is there for emphasis alone, and with *di batalkan* as one word. Where
/// the word at a range of a text `is_known`, that one is meant, but for one that asks: *sapa* is also what *menyapa* is made from.
#[must_use]
pub fn in_plain_words(text: Cow<'_, str>, is_known: impl Fn(&str, &Range<usize>) -> bool) -> Cow<'_, str> {
    let text = if text.contains(is_cjk) { in_plain_japanese(text) } else { text };
    let words: Vec<_> = word_ranges(&text).collect();
    let of_dialect = |range: &Range<usize>| {
        let asks = || listed(&ASKING_OTHERWISE, &text[range.clone()]).filter(|_| !is_a_name(&text, range));
        let of_dutch = || listed(&DUTCH, &text[range.clone()]).filter(|_| is_english_dutch(&text, range));
        asks().or_else(of_dutch).or_else(|| of_dialect(&text, range).filter(|_| !is_known(&text, range)))
    };
    let is_javanese = LazyCell::new(|| words.iter().any(|range| is_one_of(&text[range.clone()], &OF_JAVANESE)));
    let of_javanese = |range: &Range<usize>| {
        if !*is_javanese {
            return None;
        }
        let word = &text[range.clone()];
        let meant = listed(&JAVANESE, word).filter(|_| !is_a_name(&text, range)).map(|meant| (range.clone(), meant));
        let ending = || {
            let start = range.start + without_article(word)?.len();
            (!is_known(&text, range)).then_some((start..range.end, ""))
        };
        meant.or_else(ending)
    };
    let is_meant = |place: usize| {
        let whole = of_dialect(&words[place]).map(|meant| (words[place].clone(), meant));
        whole.or_else(|| meant(&text, &words, place)).or_else(|| of_javanese(&words[place]))
    };
    let found: Vec<_> = (0..words.len()).filter_map(is_meant).collect();
    spliced(text, found)
}

/// The same of a text that has Japanese in it, its particles at the words before them.
fn in_plain_japanese(text: Cow<'_, str>) -> Cow<'_, str> {
    let text = if text.contains([' ', '\u{3000}']) { without_spaces_before_particles(text) } else { text };
    let text = if text.contains("んなに") { rewritten(text, SO_MUCH_JA) } else { text };
    let text = if text.contains("なん") { rewritten(text, WHAT_JA) } else { text };
    let text = if text.contains("つく") || text.contains("おしえ") { rewritten(text, IN_KANA) } else { text };
    let text = if text.contains('何') { rewritten(text, COUNTED_JA) } else { text };
    let text = if text.contains("どの") { with_where(text) } else { text };
    let text = if IN_WHOM_JA.iter().any(|word| text.contains(word)) { rewritten(text, WHOM_JA) } else { text };
    let text = if IN_KANSAI.iter().any(|part| text.contains(part)) { rewritten(text, OF_KANSAI) } else { text };
    let text = if text.contains("でおられ") || text.contains("てお") || text.contains("ていら") {
        rewritten(text, POLITE_JA)
    } else {
        text
    };
    let text = if text.contains("いう") { with_names_alone(text) } else { text };
    let text = if text.contains("は何") { with_name_defined(text) } else { text };
    rewritten(text, STRESSES_JA)
}

/// `text` with どこ in place of what asks whereabouts something is.
fn with_where(text: Cow<'_, str>) -> Cow<'_, str> {
    let asks = |at: usize| {
        let words = WHERE_JA.iter().find(|words| text[at..].starts_with(**words))?;
        (!text[..at].ends_with(BEFORE_DONO)).then_some((at..at + words.len(), "どこ"))
    };
    let found: Vec<_> = text.match_indices("どの").filter_map(|(at, _)| asks(at)).collect();
    spliced(text, found)
}

/// A `text` that asks what a name is and nothing else, as it is asked mostly: SSVAは何ですか as SSVAとは何ですか. In kanji it may be any
/// noun, which asks for what it is of something.
fn with_name_defined(text: Cow<'_, str>) -> Cow<'_, str> {
    const ENDS: [&str; 5] = ["", "ですか", "でしょうか", "なの", "なんですか"];
    let is_of_a_name = |it: char| it.is_ascii_alphanumeric() || matches!(it, ' ' | '\u{30a1}'..='\u{30fc}');
    let end = text.find(|it| !is_of_a_name(it)).unwrap_or(text.len());
    let asks = text[end..].strip_prefix("は何").map(|rest| rest.trim_end_matches(|it: char| !it.is_alphanumeric()));
    if end == 0 || asks.is_none_or(|rest| !ENDS.contains(&rest)) {
        return text;
    }
    spliced(text, [(end..end, "と")])
}

/// `text` without what says that a name in katakana is that of a place: アンボンという町の人口 as アンボンの人口.
fn with_names_alone(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_katakana = |it: char| matches!(it, '\u{30a1}'..='\u{30fc}');
    let mut found = Vec::new();
    for (at, _) in text.match_indices("いう") {
        let before = &text[..at];
        let Some(name) = before.strip_suffix("って").or_else(|| before.strip_suffix('と')) else { continue };
        let called = CALLED_JA.iter().find(|called| text[name.len()..].starts_with(**called));
        if let Some(called) = called.filter(|_| name.ends_with(is_katakana)) {
            found.push((name.len()..name.len() + called.len(), ""));
        }
    }
    spliced(text, found)
}

/// `text` without the spaces between a word that does not end in hiragana, which would tell no more where it ends, and a particle,
/// and those behind a の there.
fn without_spaces_before_particles(text: Cow<'_, str>) -> Cow<'_, str> {
    let mut found = Vec::new();
    for (at, space) in text.match_indices([' ', '\u{3000}']) {
        let (before, behind) = (&text[..at], &text[at + space.len()..]);
        let ends = before.ends_with(|it: char| it.is_alphanumeric() && !is_hiragana(it));
        let end = behind.find(|it: char| !it.is_alphanumeric()).unwrap_or(behind.len());
        let is_joined = before.strip_suffix('の').is_some_and(|it| it.ends_with(|it| !is_hiragana(it) && it != ' '));
        if ends && PARTICLES.contains(&&behind[..end]) || is_joined && behind.starts_with(is_cjk) {
            found.push((at..at + space.len(), ""));
        }
    }
    spliced(text, found)
}

/// What `word` is meant for by these `pairs`.
fn listed(pairs: &[(&str, &'static str)], word: &str) -> Option<&'static str> {
    pairs.iter().find(|(dialect, _)| dialect.eq_ignore_ascii_case(word)).map(|(_, meant)| *meant)
}

/// What joins the parts of one word.
const PARTS: [char; 3] = ['-', '\'', '’'];

/// What the word at `range` of `text` is meant for, where it is one that is spelt otherwise; a capital within a sentence is a name's.
fn of_dialect(text: &str, range: &Range<usize>) -> Option<&'static str> {
    let word = &text[range.clone()];
    let of_one = || {
        let of = |language, words| listed(words, word).map(|meant| (language, meant));
        // *Wi-fi* and *rock'n'roll* are one word each; *ig-nya* is *ig* with an ending.
        let is_part = text[..range.start].ends_with(PARTS) || text[range.end..].starts_with(PARTS);
        let of_english = of(Language::En, &OF_ENGLISH[..]).filter(|_| !is_part);
        let (language, meant) = of_english.or_else(|| of(Language::Id, &OF_INDONESIAN))?;
        (detect(text) == Some(language)).then_some(meant)
    };
    let is_no_name = |_: &&str| !is_a_name(text, range);
    listed(&NAMES, word).or_else(|| listed(&WORDS, word).or_else(of_one).filter(is_no_name))
}

/// Does the Dutch word at `range` stand in an English `text` and not in a name.
fn is_english_dutch(text: &str, range: &Range<usize>) -> bool {
    !is_a_name(text, range) && detect(text) == Some(Language::En)
}

/// Has the word at `range` of `text` a capital that neither the beginning of a sentence gives it nor a text in capitals.
fn is_a_name(text: &str, range: &Range<usize>) -> bool {
    const ENDS: [char; 6] = ['.', '!', '?', ':', '"', '\n'];
    let before = text[..range.start].trim_end_matches([' ', '(', '-']);
    text[range.clone()].starts_with(|first: char| first.is_ascii_uppercase())
        && !before.is_empty()
        && !before.ends_with(ENDS)
        && text.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// What is meant by the one of `words` at this place, and where it stands with what it belongs to; `None` where it means itself.
fn meant(text: &str, words: &[Range<usize>], place: usize) -> Option<(Range<usize>, &'static str)> {
    let is = |place: Option<usize>, listed: &[&str]| {
        place.and_then(|place| words.get(place)).is_some_and(|range| is_one_of(&text[range.clone()], listed))
    };
    let (range, before, next) = (&words[place], place.checked_sub(1), Some(place + 1));
    let word = &text[range.clone()];
    let is_apart = |place: Option<usize>| place.is_some_and(|place| &text[words[place].end..range.start] == " ");
    if is_one_of(word, &["y"]) && is(next, &BEHIND_Y) {
        return Some((range.clone(), "why"));
    }
    if is_one_of(word, &["r"]) && is(before, &BEFORE_R) {
        return Some((range.clone(), "are"));
    }
    if is_one_of(word, &["ka"]) && is(next, &BEHIND_KA) {
        return Some((range.clone(), "ke"));
    }
    // *Ambon sma Darwin* leaves a letter out; *siswa SMA* and *SMA mana* are of a school.
    if word == "sma"
        && before.is_some()
        && place + 1 < words.len()
        && !is(before, &BEFORE_SMA)
        && !is(next, &BEHIND_SMA)
        && detect(text) == Some(Language::Id)
    {
        return Some((range.clone(), "sama"));
    }
    let is_together = |said: &&(&[&str], &str)| {
        let behind = words.iter().skip(place).map(|range| &text[range.clone()]);
        said.0.len() <= words.len() - place && behind.zip(said.0).all(|(word, of)| word.eq_ignore_ascii_case(of))
    };
    if let Some((together, meant)) = TOGETHER.iter().find(is_together).filter(|_| detect(text) == Some(Language::En)) {
        return Some((range.start..words[place + together.len() - 1].end, meant));
    }
    if is_one_of(word, &["itself"]) && is_apart(before) && !is(before, &CALLS) && !is(next, &SAYS) {
        return Some((words[place - 1].end..range.end, ""));
    }
    if is_one_of(word, &SOMEBODY) && is_apart(before) && !is(before, &OF_SOMEBODY) && detect(text) == Some(Language::En)
    {
        return Some((words[place - 1].end..range.end, ""));
    }
    // *Di urusan apa* asks for a field.
    if is_one_of(word, &["urusan"]) && is(next, &["apa", "apaan"]) {
        return Some((range.clone(), "bidang"));
    }
    if STRESSES.iter().any(|(stress, of)| stress.eq_ignore_ascii_case(word) && is(next, &[of])) {
        return Some((range.start..words[place + 1].start, ""));
    }
    // *Kota kembar yang paling dulu*; of several it asks which was.
    if is_one_of(word, &["paling"])
        && is(next, &FIRST_BY_PALING)
        && !asks_for_the_earlier_of_several(&text.to_lowercase())
    {
        return Some((range.start..words[place + 1].end, "pertama"));
    }
    if is(before, &["di"]) && is_apart(before) && is_of_di(word) {
        return Some((words[place - 1].end..range.start, ""));
    }
    let asks = if is(before, &["the"]) && is_one_of(word, &EMPHATIC_TOO) { place.checked_sub(2) } else { before };
    let is_for_emphasis = asks != before || is_one_of(word, &EMPHATIC);
    (is_for_emphasis && is(asks, &ASKS) && is_apart(before)).then(|| (words[asks.unwrap_or(place)].end..range.end, ""))
}

/// An Indonesian `word` that has *the* or *its* behind it in Javanese, *korbane*, *pesertane*, without that; `None` where it is none, or
/// may be two: *jalane* is of *jala* or *jalan*.
fn without_article(word: &str) -> Option<&str> {
    let bare = word.strip_suffix('e').filter(|bare| bare.len() >= SHORTEST_WITH_ARTICLE)?;
    if bare.ends_with(VOWELS) || !bare.bytes().all(|letter| letter.is_ascii_lowercase()) || is_word(word) {
        return None;
    }
    let behind_a_vowel = bare.strip_suffix('n').filter(|bare| bare.ends_with(VOWELS) && is_word(bare));
    match (is_word(bare), behind_a_vowel) {
        (true, None) => Some(bare),
        (false, bare) => bare,
        (true, Some(_)) => None,
    }
}

/// Is it an Indonesian word, or made from one.
fn is_word(word: &str) -> bool {
    is_root(word) || is_root(&stem(Language::Id, word))
}

/// Is it an Indonesian verb that belongs to the *di* before it.
fn is_of_di(word: &str) -> bool {
    word.ends_with("kan")
        && word.len() >= SHORTEST_APART
        && word.bytes().all(|letter| letter.is_ascii_lowercase())
        && !NOUNS.contains(&word)
        || APART_FROM_DI.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_ambon_are_written_as_sources_write_them() {
        for (text, expect) in [
            ("taong barapa ambon jadi kota musik", "tahun berapa ambon jadi kota musik"),
            ("Sapa kapala kota?", "siapa kepala kota?"),
            ("lomba parahu layar, barenti kanapa e", "lomba perahu layar, berhenti kenapa e"),
            ("ambong pung kota kembar", "ambon pung kota kembar"),
            ("kota kembar paling partama, yang kadua", "kota kembar pertama, yang kedua"),
            ("kota kembar ambon yang paling dulu", "kota kembar ambon yang pertama"),
            ("kontak Paling Awal, dgr thn brp", "kontak pertama, dgr thn brp"),
            ("mana yang paling awal, ambon atau hamamatsu", "mana yang paling awal, ambon atau hamamatsu"),
            ("gelar yg dpt ambon sblm ngr lain", "gelar yg dapat ambon sebelum negara lain"),
            ("kota musik ka barapa, iraha, sabaraha", "kota musik ke berapa, kapan, berapa"),
            ("halo ka mau tanya", "halo ka mau tanya"),
            ("kapan ambon sma darwin teken", "kapan ambon sama darwin teken"),
            ("siswa sma darwin ada berapa", "siswa sma darwin ada berapa"),
            ("berapa sma di ambon", "berapa sma di ambon"),
            ("ada nomer brp, jml piro, opo ig-nya", "ada nomor brp, jumlah berapa, apa instagram-nya"),
            ("wat is teh AMO adn wher", "what is the AMO and where"),
            ("who is rico hayat", "who is rico hayat"),
            ("何年ですか", "何年ですか"),
            ("kenapa di batalkan", "kenapa dibatalkan"),
            ("kapan MoU di teken di ambon", "kapan MoU diteken di ambon"),
            ("ada di Tarakan", "ada di Tarakan"),
            ("di ikan", "di ikan"),
            ("kerja sama di pendidikan", "kerja sama di pendidikan"),
            ("where even is ambon lol", "where is ambon lol"),
            ("who's this Rico Hayat guy, is he the guy", "who's this Rico Hayat, is he the guy"),
            ("how far back does it go, the earliest talks", "since when does it go, the first talks"),
            ("mereka bantu di urusan apa, soal urusan sampah", "mereka bantu di bidang apa, soal urusan sampah"),
            ("who runs Hamamatsu these days, at the moment I mean", "who runs Hamamatsu now, now I mean"),
            (
                "is Darwin itself a music city, or does it call itself one",
                "is Darwin a music city, or does it call itself one",
            ),
            ("ローランドをつくったのは誰、真っ先に", "ローランドを作ったのは誰、最初に"),
            ("アンボンってそもそもどこの国", "アンボンってどこの国"),
            ("そもそもなんで縁があるの", "そもそもなんで縁があるの"),
            ("who the heck is rico hayat", "who is rico hayat"),
            ("what was the very first one", "what was the first one"),
            ("kota kembar paling pertama", "kota kembar pertama"),
            ("一番最初の姉妹都市", "最初の姉妹都市"),
            ("AMO は なんねん、SSVA って なんですか", "AMOは 何年、SSVAって何ですか"),
            ("何さいで何ばんめ、なん人中の", "何歳で何番目、何人中の"),
            ("何かいいものある、何これ", "何かいいものある、何これ"),
            ("フリシンゲンってどの辺り、メスはどの国", "フリシンゲンってどこ、メスはどの国"),
            ("アンボンはなんでそんなによその街と", "アンボンはなんでよその街と"),
            ("浜松やなくて京都やのうてメスとちゃうて", "浜松じゃなくて京都じゃなくてメスじゃなくて"),
            ("お金もろてるん、もろたんはいつ", "お金もらってるん、もらったんはいつ"),
            ("もろもろの土地", "もろもろの土地"),
            ("何人住んでおられる、聞いておられた方", "何人住んでいる、聞いていた方"),
            ("待っていらっしゃる", "待っている"),
            ("市長でいらっしゃる", "市長でいらっしゃる"),
            ("アンボンという所は、フリシンゲンっていう街の", "アンボンは、フリシンゲンの"),
            ("何という町、浜松という町、アンボンという名", "何という町、浜松という町、アンボンという名"),
            ("2009年の あとも", "2009年のあとも"),
            ("アンボンの ひと なんにん ですか", "アンボンの人 何人 ですか"),
            ("Gull Force は なんですか", "Gull Forceとは何ですか"),
            ("AMOは何？", "AMOとは何？"),
            ("AMOは何をする", "AMOは何をする"),
            ("目的は何ですか", "目的は何ですか"),
            ("出席した方のお名前は", "出席した人の名前は"),
            ("フリシンゲンは どの くに ですか", "フリシンゲンは どの国 ですか"),
            ("はままつ は 浜松 はままつ", "はままつ は 浜松 はままつ"),
            ("y did they stop, what r they tryna do", "why did they stop, what are they trying to do"),
            ("y tho", "y tho"),
            ("it is very nice", "it is very nice"),
            ("what the council said", "what the council said"),
            ("how even the teams are", "how the teams are"),
            ("", ""),
        ] {
            assert_eq!(in_plain_words(Cow::Borrowed(text), |_, _| false), expect);
        }
    }

    #[test]
    fn english_as_it_is_spoken_elsewhere_is_written_plainly() {
        for (text, expect) in [
            ("whit year did roland start up n who started it", "what year did roland start up and who started it"),
            ("how auld is the museum noo", "how old is the museum now"),
            ("wis it ambon or hamamatsu", "was it ambon or hamamatsu"),
            ("does france want tae jio ambon anot", "does france want to invite ambon or not"),
            ("who's the burgemeester of it", "who's the mayor of it"),
            ("whose Handtekening", "whose Handtekening"),
            ("siapa burgemeester kota itu", "siapa burgemeester kota itu"),
            // Javanese, and a short *and* in Indonesian.
            ("ambon wis dadi kota musik", "ambon wis dadi kota musik"),
            ("hamamatsu: museum n lomba piano", "hamamatsu: museum n lomba piano"),
            ("did Wis come from Yon", "did Wis come from Yon"),
            ("what is the wi-fi price", "what is the wi-fi price"),
        ] {
            assert_eq!(in_plain_words(Cow::Borrowed(text), |_, _| false), expect);
        }
    }

    #[test]
    fn endings_of_javanese_are_taken_off_beside_its_words() {
        for (text, expect) in [
            ("korbane piro", "korban berapa"),
            ("pesertane lomba piro", "peserta lomba berapa"),
            ("penduduke ambon wis piro", "penduduk ambon sudah berapa"),
            ("nek penyanyine asale sopo ae", "kalau penyanyi asal siapa ae"),
            ("kota kembare sing pertama nang endi, jenenge opo", "kota kembar yang pertama di mana, namanya apa"),
            ("who can sing, Yoko Ono or wes", "who can sing, Yoko Ono or wes"),
            ("iku lagune Ono opo", "iku lagu Ono apa"),
            // Of a way or of a net.
            ("jalane endi, gurune sopo", "jalane mana, guru siapa"),
            ("metode iku opo", "metode iku apa"),
            ("kode Korbane opo", "kode Korbane apa"),
            ("korbane berapa", "korbane berapa"),
        ] {
            assert_eq!(in_plain_words(Cow::Borrowed(text), |_, _| false), expect);
        }
        let is_known = |text: &str, word: &Range<usize>| &text[word.clone()] == "pesertane";
        assert_eq!(in_plain_words(Cow::Borrowed("pesertane piro"), is_known), "pesertane berapa");
    }

    #[test]
    fn a_word_that_means_itself_stays() {
        for (text, expect) in [
            ("berapa harga teh hijau", "berapa harga teh hijau"),
            ("where is teh museum", "where is the museum"),
            ("is Hamamatsu twinned with Tampa", "is Hamamatsu twinned with Tampa"),
            ("what time is it in tampa", "what time is it in tampa"),
            ("di tampa mana dong maeng musik", "di tempat mana dong main musik"),
            ("apakah Sapa kota kembar Ambon", "apakah Sapa kota kembar Ambon"),
            ("halo. Sapa wali kota Ambon", "halo. siapa wali kota Ambon"),
            ("SAPA WALI KOTA AMBON", "siapa WALI KOTA AMBON"),
            ("siapa kirim foto JPG", "siapa kirim foto JPG"),
            ("kota kembar di jpg", "kota kembar di jepang"),
            ("dari Ambong ka Balanda", "dari ambon ka belanda"),
        ] {
            assert_eq!(in_plain_words(Cow::Borrowed(text), |_, _| false), expect);
        }
        let is_known = |text: &str, word: &Range<usize>| &text[word.clone()] == "parahu";
        assert_eq!(in_plain_words(Cow::Borrowed("parahu taong brapa"), is_known), "parahu tahun berapa");
    }
}
