//! What leads to a question and asks nothing itself: *may I ask how many*, *boleh tahu kapan*.

use std::borrow::Cow;
use std::ops::Range;

use super::told_of::{tell_of, told_of, told_of_in_japanese};
use crate::language::{
    Language, asks_something, behind_beginning, detect, is_cjk, is_hiragana, is_one_of, word_ranges,
};

/// What leads to a question.
#[rustfmt::skip]
const LEADS: [&str; 50] = [
    "may i ask ", "can i ask ", "could i ask ", "i need to know ", "i want to know ", "i wanna know ", "i'd like to know ", "id like to know ",
    "i would like to know ", "can you tell me ", "could you tell me ", "can u tell me ", "could u tell me ", "please tell me ",
    "pls tell me ", "do you know ", "do u know ", "does anyone know ", "anyone know ", "just wondering ", "i was wondering ",
    "i wonder ", "boleh tau ", "boleh tahu ", "mau tau ", "mau tahu ", "pengen tau ", "pengen tahu ", "ingin tahu ", "saya ingin tahu ",
    "saya mau tahu ", "saya mau tau ", "tolong kasih tau ", "ada yang tau ", "ada yg tau ", "ada yang tahu ", "ada yg tahu ",
    "sorry i mean ", "sorry i meant ", "i mean ", "i meant ", "sorry, i mean ", "sorry, i meant ", "quick question ", "maksud saya ",
    "maksudku ", "maksud aku ", "mau tanya ", "mau nanya ", "numpang tanya ",
];
/// Words of who looks for an answer, and what may stand between one of them and the question: *disuruh cari tahu kapan*, *told to find out
/// when*.
#[rustfmt::skip]
const SEEKS: [&str; 67] = [
    "cari", "nyari", "mencari", "cariin", "carikan", "tahu", "tau", "tanya", "nanya", "bertanya", "ditanya", "nanyain",
    "menanyakan", "ingat", "inget", "lupa", "penasaran", "bingung", "jelaskan", "jelasin", "tulis", "nulis", "catat", "find",
    "figure", "look", "know", "wonder", "wondering", "ask", "asked", "asks", "asking", "remember", "recall", "check", "forgot",
    "forget", "curious", "write", "tampilkan", "tampilin", "tunjukkan", "tunjukin", "sebutkan", "sebutin", "hitung", "hitungkan",
    "periksa", "ingatkan", "ingetin", "kabarkan", "kabari", "dikabarkan", "sampaikan", "disampaikan", "infokan", "diinfokan",
    "beritahu", "beritahukan", "show", "list", "count", "remind", "state", "specify", "clarify",
];
#[rustfmt::skip]
const BETWEEN: [&str; 16] = [
    "tahu", "tau", "soal", "tentang", "sudah", "udah", "out", "up", "down", "about", "me", "us", "him", "her", "saya", "itu",
];
/// The most words that lead to it so.
const LONGEST: usize = 14;

/// Words by which a letter asks for something, and those that lead to what that is.
#[rustfmt::skip]
const FORMAL: [&str; 14] = [
    "informasi", "keterangan", "penjelasan", "menanyakan", "bertanya", "meminta", "memohon", "information", "details", "enquire", "inquire",
    "ask", "clarification", "enquiring",
];
const ABOUT: [&str; 8] = ["mengenai", "perihal", "terkait", "tentang", "regarding", "concerning", "about", "on"];
/// The fewest words that say what is asked for.
const LEAST_SAID: usize = 3;

/// What `text` asks for as letters do, behind the words for that: *kami mohon informasi mengenai* **tanggal penetapan Ambon**; `None`
/// where it does not begin so.
fn asked_formally(text: &str) -> Option<&str> {
    let words: Vec<_> = word_ranges(text).collect();
    let is = |place: usize, listed: &[&str]| is_one_of(&text[words[place].clone()], listed);
    let leads = |place: &usize| is(*place, &FORMAL) && is(*place + 1, &ABOUT);
    let end = words.len().checked_sub(LEAST_SAID + 1)?.min(LONGEST);
    let lead = (0..end).find(leads)?;
    // *What information about the museum is there* asks by itself.
    if asks_something(&text[..words[lead].start]) {
        return None;
    }
    let start = words[lead + 2].start;
    // *The* number of them.
    Some(text[start..].strip_prefix("the ").unwrap_or(&text[start..]))
}

/// Where people read what they ask about, what stands before that, and what says that they read it.
const NETWORKS: [&str; 11] =
    ["ig", "instagram", "fb", "facebook", "twitter", "tiktok", "yt", "youtube", "medsos", "sosmed", "internet"];
const AT: [&str; 6] = ["di", "dari", "lewat", "via", "on", "from"];
#[rustfmt::skip]
const READS: [&str; 16] = [
    "lihat", "liat", "ngeliat", "melihat", "baca", "membaca", "nonton", "nemu", "dengar", "denger", "orang", "saw", "seen", "read", "watched", "heard",
];

/// What `text` says behind where its asker read of it: *lihat di ig* **hamamatsu kota musik ke berapa**; `None` where it does not begin
/// so.
fn behind_where_it_was_read(text: &str) -> Option<&str> {
    let is = |word: &Range<usize>, listed: &[&str]| is_one_of(&text[word.clone()], listed);
    let mut before = [0..0, 0..0];
    for word in word_ranges(text).take(LONGEST) {
        if is(&word, &NETWORKS) && is(&before[1], &AT) && is(&before[0], &READS) {
            let rest = text[word.end..].trim_start_matches([' ', ',']);
            let asks_before = asks_something(&text[..before[0].start]);
            return (!asks_before && word_ranges(rest).nth(LEAST_SAID - 1).is_some()).then_some(rest);
        }
        before = [before[1].clone(), word];
    }
    None
}

/// How who asks says that they did not know what follows: *gue baru tau kalo* **Ambon kota musik, sejak kapan**.
const LEARNS: [&str; 12] =
    ["tau", "tahu", "denger", "dengar", "sadar", "ngeh", "inget", "ingat", "baca", "liat", "lihat", "nyadar"];
const WHO: [&str; 9] = ["gue", "gua", "gw", "aku", "saya", "sy", "ane", "beta", "kita"];
const THAT: [&str; 6] = ["kalo", "kalau", "klo", "kl", "bahwa", "ternyata"];

/// What `text` says behind that; `None` where it does not begin so.
fn behind_what_was_learnt(text: &str) -> Option<&str> {
    let mut words = word_ranges(text).peekable();
    let mut next_is = |listed: &[&str]| words.next_if(|word| is_one_of(&text[word.clone()], listed)).is_some();
    next_is(&WHO);
    if !next_is(&["baru"]) || !next_is(&LEARNS) {
        return None;
    }
    next_is(&THAT);
    let rest = &text[words.next()?.start..];
    (word_ranges(rest).nth(LEAST_SAID).is_some()).then_some(rest)
}

/// The part of `text` that asks, in Latin letters, behind a word of who looks for an answer to it: *my son has to find out* **when it
/// began**; `None` where no such word leads to what asks.
#[must_use]
pub fn sought(text: &str) -> Option<&str> {
    let words: Vec<_> = word_ranges(text).collect();
    let is = |place: usize, listed: &[&str]| is_one_of(&text[words[place].clone()], listed);
    let mut seeks = (0..words.len().min(LONGEST)).filter(|place| is(*place, &SEEKS));
    seeks.find_map(|seeks| {
        let first = (seeks + 1..words.len()).find(|place| !is(*place, &BETWEEN))?;
        // *Di mana* and *how many* are two words, *tahun berapa* ends in the one that asks.
        let asks = (first..words.len().min(first + 2))
            .any(|place| asks_something(&text[words[first].start..words[place].end]));
        asks.then(|| &text[words[first].start..])
    })
}

/// `text` without what leads to a question, or to what is to be told of; what `is_all_a_city` is asked of in the words of the phrases.
#[must_use]
pub fn without_lead(text: Cow<'_, str>, is_all_a_city: impl Fn(&str) -> bool) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => behind_lead(text, is_all_a_city),
        Cow::Owned(text) => Cow::Owned(behind_lead(&text, is_all_a_city).into_owned()),
    }
}

/// What may stand before the name of a city.
const CITY: [&str; 2] = ["kota ", "city of "];

fn behind_lead(text: &str, is_all_a_city: impl Fn(&str) -> bool) -> Cow<'_, str> {
    if let Some(all) = told_of(text) {
        let city = CITY.iter().find_map(|before| behind_beginning(all, before)).unwrap_or(all);
        let language = || detect(text).unwrap_or(Language::En);
        return if is_all_a_city(city) { Cow::Owned(tell_of(language(), city)) } else { Cow::Borrowed(all) };
    }
    let behind = |lead: &&str| behind_beginning(text, lead);
    let question = LEADS.iter().find_map(behind).filter(|rest| asks_something(rest));
    let question = question.or_else(|| asked_formally(text)).or_else(|| behind_where_it_was_read(text));
    Cow::Borrowed(question.or_else(|| behind_what_was_learnt(text)).unwrap_or(text))
}

/// What asks at the end of a Japanese question to be told, longer ones first, and the particles before it.
#[rustfmt::skip]
const ENDS_JA: [&str; 39] = [
    "お教え願えますでしょうか", "お教えいただけますでしょうか", "お教えいただけますか", "お聞かせいただけますか", "伺えますでしょうか", "お教え願えますか", "確認したく存じます",
    "お教えください", "お示しください", "伺えますか",
    "分かりますでしょうか", "わかりますでしょうか", "教えていただけませんか", "教えていただけますか", "教えて頂けますか", "教えてもらえますか", "教えてくれませんか", "ご教示いただけますか",
    "ご存知でしょうか", "ご存じでしょうか", "ご教示ください", "ご教示願います", "知っていますか", "ご存知ですか", "ご存じですか", "知りたいんですが", "知りたいのですが",
    "分かりますか", "わかりますか", "知ってますか", "知りたいです", "確認したい", "知りたい", "気になっています", "気になります", "気になる", "プリーズ", "ｐｌｚ", "plz",
];
const PARTICLES_JA: [&str; 7] = ["について", "に関して", "って", "は", "が", "を", "も"];
/// How it begins what says that something was known once, 誰だったか度忘れした, the longer before what it ends with; and how that goes on.
const FORGOTTEN_JA: [&str; 6] = ["度忘れ", "ど忘れ", "忘れ", "わすれ", "思い出せ", "おもいだせ"];
const BEHIND_FORGOTTEN_JA: [&str; 9] = ["た", "ちゃ", "てし", "ても", "まし", "し", "ません", "ない", "ん"];
/// The shortest rest, in characters, that says what is asked.
const LEAST_SAID_JA: usize = 4;

/// A Japanese `text` without what says that its asker forgot it: 誰だったか度忘れした、浜松ね as 誰だったか、浜松ね. Behind が or を it is told.
fn without_what_was_forgotten(text: Cow<'_, str>) -> Cow<'_, str> {
    if text.is_ascii() {
        return text;
    }
    let Some((start, begins)) = FORGOTTEN_JA.iter().find_map(|begins| Some((text.find(begins)?, begins))) else {
        return text;
    };
    let behind = &text[start + begins.len()..];
    let end = behind.find(|it| !is_hiragana(it)).unwrap_or(behind.len());
    let goes_on = end == 0 || BEHIND_FORGOTTEN_JA.iter().any(|it| behind.starts_with(it));
    let before = text[..start].trim_end();
    let asks = before.ends_with(|it: char| it == 'か' || is_cjk(it) && !is_hiragana(it)) || before.ends_with("って");
    // 忘れたのは誰 asks who forgot it.
    let is_all = !behind[end..].starts_with(char::is_alphanumeric);
    if !(goes_on && asks && is_all) || before.chars().count() < LEAST_SAID_JA {
        return text;
    }
    Cow::Owned(format!("{before}{}", &behind[end..]))
}

/// A Japanese `text` without what asks at its end to be told: アンボンの人口って分かりますか as アンボンの人口は, いつ始まったか知りたい as いつ始まったか,
/// ヨットレースについて教えて as ヨットレース; what `is_all_a_city` is asked
/// of in the words of the phrases.
#[must_use]
pub fn without_request(text: Cow<'_, str>, is_all_a_city: impl Fn(&str) -> bool) -> Cow<'_, str> {
    let text = without_what_was_forgotten(text);
    let said = text.trim_end_matches(|it: char| !it.is_alphanumeric());
    if let Some(noun) = told_of_in_japanese(said) {
        return Cow::Owned(if is_all_a_city(noun) { tell_of(Language::Ja, noun) } else { noun.to_owned() });
    }
    let Some(rest) = ENDS_JA.iter().find_map(|end| said.strip_suffix(end)).map(str::trim_end) else { return text };
    let noun = PARTICLES_JA.iter().find_map(|particle| rest.strip_suffix(particle)).unwrap_or(rest);
    if !noun.contains(is_cjk) || noun.chars().count() < LEAST_SAID_JA {
        return text;
    }
    if rest.ends_with('か') {
        return Cow::Owned(rest.to_owned());
    }
    let is_noun = noun.ends_with(|it: char| is_cjk(it) && !matches!(it, 'か' | 'の' | 'て' | 'で'));
    if is_noun { Cow::Owned(format!("{noun}は")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_asks_to_be_told_is_no_part_of_what_is_asked() {
        for (text, expect) in [
            ("アンボンの人口って分かりますでしょうか？", "アンボンの人口は"),
            ("アンボンの人口は分かりますか", "アンボンの人口は"),
            ("覚書の更新日をご教示ください。", "覚書の更新日は"),
            ("担当者のお名前を伺えますか。", "担当者のお名前は"),
            ("財団の決算額をお教えください。", "財団の決算額は"),
            ("代表団は毎年来ているか確認したい", "代表団は毎年来ているか"),
            ("どこがあるか知りたいです", "どこがあるか"),
            ("アンボンの人口plz", "アンボンの人口は"),
            ("ヨットレースのこと教えてください", "ヨットレース"),
            ("ヨットレースについて教えてください。", "ヨットレース"),
            ("ピアノコンクールに関して詳しく", "ピアノコンクール"),
            ("姉妹都市の協定についての情報をお教えいただけますか", "姉妹都市の協定"),
            ("浜松の代表団について誰が教えてくれた", "浜松の代表団について誰が教えてくれた"),
            ("歌について教えて", "歌について教えて"),
            ("アンボン市について教えて", "アンボン市について教えて"),
            ("アンボン市の概要が知りたいです", "アンボン市について教えて"),
            ("こないだの、ヨットレースのこと教えて", "こないだの、ヨットレースのこと教えて"),
            ("歌のことを教えて", "歌のことを教えて"),
            ("浜松の市長、誰だったか度忘れしちゃった", "浜松の市長、誰だったか"),
            ("市長の名前 ど忘れした、浜松の", "市長の名前、浜松の"),
            ("人口は何人だったか思い出せない！", "人口は何人だったか！"),
            ("署名を忘れたのは誰", "署名を忘れたのは誰"),
            ("浜松の駅に傘を忘れた", "浜松の駅に傘を忘れた"),
            ("忘れた", "忘れた"),
            ("分かりますか", "分かりますか"),
            ("歌手分かりますか", "歌手分かりますか"),
            ("アンボンの人口は？", "アンボンの人口は？"),
            ("plz tell me who came", "plz tell me who came"),
            ("", ""),
        ] {
            assert_eq!(without_request(Cow::Borrowed(text), |noun| noun == "アンボン市"), expect);
        }
    }

    #[test]
    fn what_is_sought_stands_behind_the_word_for_it() {
        for (text, expect) in [
            ("anak saya disuruh cari tahu kapan lombanya mulai", Some("kapan lombanya mulai")),
            ("my son was told to look up when it began", Some("when it began")),
            ("bu guru nanya tahun berapa lombanya mulai", Some("tahun berapa lombanya mulai")),
            ("kids asked me how many cities there are", Some("how many cities there are")),
            ("who asked for it when it began", None),
            ("Tampilkan apa yang dibahas di sana", Some("apa yang dibahas di sana")),
            ("remind me when it began", Some("when it began")),
            ("saya cari wali kota hamamatsu", Some("wali kota hamamatsu")),
            ("saya cari kamar", None),
            ("kapan lombanya mulai", None),
            ("it is well known", None),
            ("cari", None),
            ("", None),
        ] {
            assert_eq!(sought(text), expect, "{text}");
        }
    }

    #[test]
    fn what_leads_to_a_question_is_no_part_of_it() {
        for (text, expect) in [
            ("may I ask how many people came", "how many people came"),
            ("i need to know when ambon became a city of music", "when ambon became a city of music"),
            ("Boleh tahu kapan lombanya mulai?", "kapan lombanya mulai?"),
            ("tell me about vlissingen and ambon", "vlissingen and ambon"),
            ("tell me about the yacht race", "yacht race"),
            ("tell me about hamamatsu", "tell me about hamamatsu"),
            ("please give me some info on hamamatsu", "tell me about hamamatsu"),
            ("jelasin dong soal kota hamamatsu", "ceritakan tentang hamamatsu"),
            ("Explain the SSVA to me", "SSVA"),
            ("explain why it was stopped", "why it was stopped"),
            ("what do you know about the clinic", "clinic"),
            ("Ceritain dong soal SSVA", "SSVA"),
            ("jelasin soal AMO", "AMO"),
            ("explain", "explain"),
            ("i need to know the price", "the price"),
            ("i need to know you", "i need to know you"),
            ("sorry i mean how many people live there", "how many people live there"),
            ("maksud saya kapan mulainya", "kapan mulainya"),
            ("i mean ambon", "i mean ambon"),
            ("Bersama surat ini kami mohon informasi mengenai tanggal penetapan Ambon", "tanggal penetapan Ambon"),
            ("We kindly request information regarding the number of cities", "number of cities"),
            ("lihat di ig hamamatsu kota musik ke berapa", "hamamatsu kota musik ke berapa"),
            ("kemarin nonton di YouTube, lombanya mulai kapan", "lombanya mulai kapan"),
            ("saw on tiktok that 90% can sing, is it so", "that 90% can sing, is it so"),
            ("siapa yang lihat di ig waktu itu", "siapa yang lihat di ig waktu itu"),
            ("namanya di ig apa", "namanya di ig apa"),
            ("baca di ig", "baca di ig"),
            ("what information about Ambon is there", "Ambon"),
            ("gue baru tau kalo ambon kota musik, sejak kapan", "ambon kota musik, sejak kapan"),
            ("Baru dengar ada lomba piano, mulai kapan", "ada lomba piano, mulai kapan"),
            ("siapa yang baru tau ambon kota musik", "siapa yang baru tau ambon kota musik"),
            ("baru baca soal itu", "baru baca soal itu"),
            ("who may i ask", "who may i ask"),
            ("教えて", "教えて"),
            ("", ""),
        ] {
            assert_eq!(without_lead(Cow::Borrowed(text), |all| all == "hamamatsu"), expect);
        }
    }
}
