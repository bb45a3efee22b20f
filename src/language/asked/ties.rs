//! Whether what ties two places is asked: *an agreement*, *sister city*, 姉妹都市, or the way between them.

use crate::language::{finds_any, holds_word};

/// What does, as its word begins.
#[rustfmt::skip]
const TIES: [&str; 42] = [
    "sister", "twin", "partner", "link", "ties", "relation", "agreement", "memorandum", "mou", "cooperat", "exchange", "friendship",
    "far", "distance", "kembar", "mitra", "bermitra", "kemitraan", "kerja", "bekerja", "perjanjian", "hubungan", "pertukaran",
    "persahabatan", "jauh", "jarak", "delegasi", "delegation", "姉妹", "提携", "協定", "友好", "交流", "協力", "連携", "関係", "覚書", "パートナー",
    "距離", "つなが", "結びつ", "結び付",
];
/// What two do with each other.
#[rustfmt::skip]
const DONE_TOGETHER: [&str; 24] = [
    "agree", "swap", "connect", "renew", "work together", "working together", "team up", "tandatangan", "menandatangani",
    "ditandatangani", "teken", "diteken", "sepakat", "disepakati", "menyepakati", "tukar", "bertukar", "menukar", "berhubungan", "terhubung",
    "署名", "調印", "交換", "合意",
];

/// The same, as words that others begin with: *significant*, *trademark*.
const DONE: [&str; 8] = ["sign", "signs", "signed", "signing", "trade", "trades", "traded", "trading"];

/// Does `lowered` ask of what ties two places, or of the way between them.
pub(crate) fn asks_of_a_tie(lowered: &str) -> bool {
    TIES.iter().any(|tie| holds_word(lowered, tie))
}

/// Does `lowered` ask of what two places have or do with each other.
pub(crate) fn asks_of_what_is_shared(lowered: &str) -> bool {
    asks_of_a_tie(lowered) || DONE_TOGETHER.iter().any(|done| holds_word(lowered, done)) || finds_any(lowered, &DONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ties_two_is_told_from_what_each_has() {
        for (lowered, is_tie, is_shared) in [
            ("the agreement of hanover and ambon", true, true),
            ("what did hanover and ambon sign", false, true),
            ("kapan hannover dan ambon menandatangani itu", false, true),
            ("kota kembar ambon dan darwin", true, true),
            ("ハノーファーとアンボンは何に署名しましたか", false, true),
            ("アンボンと浜松の関係", true, true),
            ("penduduk ambon dan hamamatsu", false, false),
            ("what is it significant for", false, false),
            ("アンボンと浜松の市長", false, false),
            ("", false, false),
        ] {
            assert_eq!((asks_of_a_tie(lowered), asks_of_what_is_shared(lowered)), (is_tie, is_shared), "{lowered}");
        }
    }
}
