//! When or where something is next, or again: *kapan konferensi berikutnya*, *when will it happen again*, 次の…はいつ.

use crate::language::{Folded, holds_one_of, is_cjk, told_to_return, words_of, years};

/// Words that say so beside what it is, in Latin letters.
const NEXT: [&str; 6] = ["next", "upcoming", "berikutnya", "selanjutnya", "mendatang", "brikutnya"];
/// Words that say so at the end, and what makes it something that is to come, where *again* may tell of what was.
const AGAIN: [&str; 3] = ["again", "lagi", "lg"];
const TO_COME: [&str; 6] = ["will", "going", "kapan", "kpn", "akan", "bakal"];
/// What makes it something that was, in Indonesian.
const WAS: [&str; 5] = ["sudah", "udah", "udh", "telah", "pernah"];
const JA: [&str; 4] = ["次の", "次回", "つぎの", "今度の"];

/// What tells of more than one time, or of one to come.
#[rustfmt::skip]
const TOLD: [&str; 21] = [
    "next", "planned", "plan", "plans", "scheduled", "every", "each", "annual", "annually", "yearly", "will", "setiap", "tiap", "tahunan",
    "berikutnya", "selanjutnya", "berencana", "direncanakan", "rencana", "akan", "rutin",
];
const TOLD_JA: [&str; 7] = ["毎年", "ごと", "毎に", "予定", "次の", "次回", "年1回"];

/// Does `text`, which asks when or where something is, ask so of the next one, which no year of it tells.
#[must_use]
pub fn asks_when_next(text: &str) -> bool {
    let folded = Folded::new(text);
    let said = folded.as_str();
    let says_so = if said.contains(is_cjk) {
        JA.iter().any(|next| said.contains(next))
    } else {
        let has = |listed: &[&str]| words_of(said).any(|word| listed.contains(&word));
        let ends = words_of(said).last().is_some_and(|last| AGAIN.contains(&last));
        has(&NEXT) || ends && has(&TO_COME) && !has(&WAS) && told_to_return(text).is_none()
    };
    says_so && years(text).is_empty()
}

/// Does `text` tell of more than one time, or of one to come.
#[must_use]
pub fn tells_of_the_next(text: &str) -> bool {
    holds_one_of(Folded::new(text).as_str(), &TOLD, &TOLD_JA)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn when_it_is_next_is_asked() {
        for (text, expect) in [
            ("when is the next piano competition", true),
            ("when will the conference happen again?", true),
            ("kapan konferensi kota musik berikutnya", true),
            ("kapan kunjungan delegasi hamamatsu lagi", true),
            ("次のアンボン・ジャズはいつですか", true),
            ("when did it start again", false),
            ("kapan lomba layar mulai lagi", false),
            ("kapan sudah diperbarui lagi", false),
            ("when was the next one, in 2022", false),
            ("kapan ambon jadi kota musik", false),
            ("", false),
        ] {
            assert_eq!(asks_when_next(text), expect, "{text}");
        }
    }

    #[test]
    fn more_than_one_time_is_told() {
        for (text, expect) in [
            ("It is renewed every 5 years.", true),
            ("A visit was planned for February 2022.", true),
            ("Darwin dan Ambon memiliki kunjungan delegasi tahunan.", true),
            ("5年ごとに更新されています。", true),
            ("It was renewed on 13 December 2019.", false),
            ("2011年に宣言しました。", false),
            ("", false),
        ] {
            assert_eq!(tells_of_the_next(text), expect, "{text}");
        }
    }
}
