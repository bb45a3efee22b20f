//! Whether something is said to end: *left*, *berhenti*, やめた. What tells of a beginning alone is no answer to when it ended.

use std::sync::LazyLock;

use crate::language::words::WordSet;
use crate::language::{Folded, is_cjk, month, words_of};

/// Words that say so by themselves, in Latin letters.
#[rustfmt::skip]
const ENDS: [&str; 80] = [
    // English.
    "ended", "quit", "quits", "leave", "leaves", "leaving", "left", "withdrew", "withdraw", "withdrawn", "cancel", "cancelled",
    "canceled", "cancels", "terminate", "terminated", "stop", "stops", "stopped", "stopping", "sever", "severed", "abandon", "abandoned",
    "reject", "rejected", "rejects", "refuse", "refused", "refuses", "decline", "declined", "declines", "dissolve", "dissolved", "cease",
    "ceased", "halt", "halted", "interrupted", "suspended", "expire", "expired", "expires", "lapse", "lapsed",
    // Indonesian.
    "berakhir", "mengakhiri", "diakhiri", "berhenti", "terhenti", "menghentikan", "dihentikan", "batal", "dibatalkan", "membatalkan",
    "dibatalin", "menolak", "ditolak", "nolak", "bubar", "dibubarkan", "kehilangan", "dicabut", "dicoret", "lose", "loses", "lost", "vakum", "cabut", "mundur", "brenti", "udahan", "kandas",
    "putus", "putusnya", "memutus", "diputus", "terputus", "keputus",
];
/// Two words that do.
#[rustfmt::skip]
const TWO: [(&str, &str); 15] = [
    ("break", "up"), ("broke", "up"), ("break", "off"), ("broke", "off"), ("turn", "down"), ("turned", "down"), ("gave", "up"), ("pulled", "out"),
    ("keluar", "dari"), ("mutusin", "hubungan"), ("mutusin", "kerja"), ("memutuskan", "hubungan"), ("memutuskan", "kerja"),
    ("habis", "kapan"), ("habis", "masa"),
];
/// What does in Japanese.
#[rustfmt::skip]
const ENDS_JA: [&str; 31] = [
    "終わらせ",
    "やめた", "やめる", "やめて", "やめまし", "やめたん", "辞め", "取りやめ", "終わった", "終わって", "終わりまし", "終わる", "終了", "断った", "断りまし", "断られ", "解消", "脱退", "廃止",
    "中止", "中断", "取り消", "拒否", "打ち切", "抜けた", "破棄", "止まった", "止まって", "が切れ", "いつ切れ", "期限切れ",
];

/// What says that something is no longer what it was, in Latin letters: *stopped being*.
#[rustfmt::skip]
const NO_LONGER: [(&str, &[&str]); 6] = [
    ("stop", &["being"]), ("stops", &["being"]), ("stopped", &["being"]), ("cease", &["being", "to"]), ("ceased", &["being", "to"]),
    ("berhenti", &["jadi", "menjadi", "sebagai"]),
];
/// The same in Japanese.
const NO_LONGER_JA: [&str; 4] = ["じゃなくなっ", "ではなくなっ", "でなくなっ", "じゃなくなり"];

/// Is something said in `text` to be no longer what it was: what tells that it ended, be it a race, does not tell that.
#[must_use]
pub fn tells_of_no_longer_being(text: &str) -> bool {
    let folded = Folded::new(text);
    let text = folded.as_str();
    if text.contains(is_cjk) {
        return NO_LONGER_JA.iter().any(|it| text.contains(it));
    }
    let is = |(word, next)| NO_LONGER.iter().any(|(ends, being)| *ends == word && being.contains(&next));
    words_of(text).zip(words_of(text).skip(1)).any(is)
}

/// Of each of these, one character.
const IN_JA: [char; 16] =
    ['切', 'や', '辞', '取', '終', '断', '解', '脱', '廃', '中', '拒', '打', '抜', '破', '止', '消'];

/// Is something said to end in `text`.
#[must_use]
pub fn tells_of_an_end(text: &str) -> bool {
    static ALONE: LazyLock<WordSet> = LazyLock::new(|| ENDS.into_iter().collect());
    let folded = Folded::new(text);
    let text = folded.as_str();
    if text.contains(is_cjk) {
        return text.contains(IN_JA) && ENDS_JA.iter().any(|ends| text.contains(ends));
    }
    let mut words = words_of(text).peekable();
    let mut before = "";
    while let Some(word) = words.next() {
        let next = words.peek().copied().unwrap_or_default();
        // *The end of January* is a time, *the Top End* a place.
        let is_none =
            || matches!(before, "the" | "at" | "by" | "year" | "top") || next == "of" || month(next).is_some();
        if matches!(word, "end" | "ends") && !is_none() || ALONE.contains(word) || TWO.contains(&(word, next)) {
            return true;
        }
        before = word;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_japanese_word_has_one_of_the_characters_that_are_looked_for_first() {
        assert!(ENDS_JA.iter().all(|ends| ends.contains(IN_JA)));
    }

    #[test]
    fn what_is_no_longer_is_told_from_what_ended() {
        for (text, expect) in [
            ("when did darwin stop being a sister city", true),
            ("it ceased to be one", true),
            ("kapan darwin berhenti jadi kota kembar", true),
            ("姉妹都市じゃなくなったのはいつ", true),
            ("when did the race stop", false),
            ("kapan lombanya berhenti", false),
            ("中断したのはいつ", false),
            ("", false),
        ] {
            assert_eq!(tells_of_no_longer_being(text), expect, "{text}");
        }
    }

    #[test]
    fn an_end_is_told_from_a_time() {
        for (text, expect) in [
            ("when did darwin end its sister city agreement", true),
            ("The race was stopped in 1999.", true),
            ("why did Hamamatsu leave UNESCO", true),
            ("did kyoto turn down ambon", true),
            ("kapan lomba layar berhenti", true),
            ("kenapa ambon putus hubungan dengan darwin", true),
            ("浜松がユネスコをやめたのはいつ", true),
            ("ヨットレースは1999年に中断し", true),
            ("at the end of January", false),
            ("the bond of the Top End", false),
            ("year end concert", false),
            ("kapan hubungan ambon dan vlissingen putus", true),
            ("siapa yang memutus kerja sama itu", true),
            ("siapa yang memutuskan itu", false),
            ("昭和の終わり", false),
            ("when did it begin", false),
            ("", false),
        ] {
            assert_eq!(tells_of_an_end(text), expect, "{text}");
        }
    }
}
