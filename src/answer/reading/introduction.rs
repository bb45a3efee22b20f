//! What people say of themselves before they ask: *I'm a student, writing a paper*, *kami dari media lokal*, 市役所の者です.

use crate::language::{Folded, has_question_word};

/// How it begins, in Latin letters, where one of [`IS`] follows.
#[rustfmt::skip]
const BEGINS: [&str; 19] = [
    "i'm", "im", "i am", "we're", "we are", "i", "we", "saya", "sy", "aku", "ak", "gw", "gue", "gua", "beta", "kami", "kita", "katong", "saya ini",
];

/// What somebody is or does who says so.
#[rustfmt::skip]
const IS: [&str; 55] = [
    "a", "an", "from", "writing", "doing", "working", "researching", "studying", "planning", "preparing", "new", "visiting",
    "curious", "here", "with", "not", "guru", "mahasiswa", "mahasiswi", "mhs", "pelajar", "siswa", "siswi", "dari", "dr", "wartawan", "jurnalis",
    "reporter", "orang", "org", "anak", "warga", "penggemar", "pegawai", "staf", "staff", "dosen", "peneliti", "musisi",
    "turis", "lagi", "lg", "sedang", "sdg", "baru", "kebetulan", "pemain", "penyanyi", "pengajar", "penulis", "asal", "tinggal", "kuliah", "live", "come",
];

/// How it begins whatever follows.
const BEGINS_SO: [&str; 5] = ["my name is", "my name's", "nama saya", "nama aku", "perkenalkan"];

/// How it ends in Japanese, before です and its like: what somebody is.
#[rustfmt::skip]
const IS_JA: [&str; 22] = [
    "の者", "学生", "大学生", "高校生", "中学生", "小学生", "院生", "留学生", "記者", "教師", "教員", "先生", "職員", "市民", "住民", "会社員", "主婦",
    "ファン", "演奏者", "研究者", "担当", "出身",
];
const ENDS_JA: [&str; 7] = ["です", "ですが", "ですけど", "なんですが", "なんですけど", "だけど", "なんだけど"];
#[rustfmt::skip]
const ENDS_SO_JA: [&str; 10] = [
    "と申します", "と申しますが", "といいます", "といいますが", "と言います", "と言いますが", "に住んでいます", "に住んでいますが", "に住んでます",
    "に住んでますが",
];

/// Does this part of a message, up to a comma or a full stop, tell who is asking, and ask nothing.
pub(super) fn introduces(part: &str) -> bool {
    let folded = Folded::new(part);
    let said = folded.as_str().trim_matches(|character: char| !character.is_alphanumeric());
    if part.contains(['?', '？']) {
        return false;
    }
    let goes_on = |begins: &&str| said.strip_prefix(*begins).filter(|rest| rest.starts_with(' ')).map(str::trim_start);
    if BEGINS_SO.iter().any(|begins| goes_on(begins).is_some()) {
        return true;
    }
    if said.is_empty() || has_question_word(said) {
        return false;
    }
    let is_something = |rest: &str| IS.contains(&rest.split(' ').next().unwrap_or_default());
    let is_something_ja = |what: &str| IS_JA.iter().any(|is| what.ends_with(is));
    BEGINS.iter().filter_map(goes_on).any(is_something)
        || ENDS_JA.iter().filter_map(|end| said.strip_suffix(end)).any(is_something_ja)
        || ENDS_SO_JA.iter().any(|end| said.ends_with(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_asking_is_told_and_not_asked() {
        for (part, expect) in [
            ("Hi! I'm a student from Pattimura writing a paper,", false),
            (" I'm a student from Pattimura writing a paper,", true),
            ("im writing a paper,", true),
            ("My name is Rina.", true),
            ("Kami dari media lokal ingin konfirmasi.", true),
            ("saya guru musik,", true),
            ("市役所の者です。", true),
            ("浜松の高校生ですが、", true),
            ("山田と申します。", true),
            ("I live in Jakarta.", true),
            ("we come from Jakarta,", true),
            ("Saya kuliah di Jakarta.", true),
            ("ジャカルタに住んでいます。", true),
            ("we like music,", false),
            ("I'm looking for the mayor,", false),
            ("saya ingin tahu jumlah penduduk ambon,", false),
            ("saya dari mana?", false),
            ("I am a what?", false),
            ("浜松市長は中野さんですか", false),
            ("浜松は音楽の街です。", false),
            ("image of hamamatsu", false),
            ("", false),
        ] {
            assert_eq!(introduces(part), expect, "{part}");
        }
    }
}
