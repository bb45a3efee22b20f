//! What was only meant to be: *Kyoto meant to help*. When it was done, a passage does not say that tells no more than that.

use crate::answer::Answerer;
use crate::answer::ranking::{Fit, Ranking};
use crate::language::{AnswerKind, Folded, finds_any, holds_one_of, is_cjk, words_of};

/// Words that say that something is meant to be done, in Latin letters.
#[rustfmt::skip]
const MEANT: [&str; 17] = [
    "plan", "plans", "planned", "planning", "mean", "meant", "intend", "intends", "intended", "supposed", "scheduled", "berencana",
    "direncanakan", "merencanakan", "berniat", "bermaksud", "hendak",
];
/// The same in Japanese.
const MEANT_JA: [&str; 4] = ["予定", "つもり", "申し出", "考えで"];
/// Other words that ask of wishes.
#[rustfmt::skip]
const WISHED: [&str; 46] = [
    "want", "wants", "wanted", "wish", "wishes", "wished", "hope", "hopes", "hoped", "offer", "offers", "offered", "propose", "proposed",
    "promise", "promised", "interest", "interested", "request", "requested", "idea", "intention", "intent", "due", "ingin", "pengen",
    "pingin", "mau", "harap", "berharap", "menawarkan", "tawaran", "janji", "menjanjikan", "usul", "mengusulkan", "minat", "keinginan",
    "going", "mind", "rencana", "rencananya", "niat", "jadwal", "dijadwalkan", "akan",
];
const WISHED_JA: [&str; 9] = ["たい", "希望", "提案", "検討", "望", "約束", "意向", "計画", "申し込"];
/// What asks when something was told, and how it begins in Japanese.
#[rustfmt::skip]
const TELLS: [&str; 22] = [
    "say", "said", "tell", "told", "report", "reported", "announce", "announced", "mention", "mentioned", "article", "news", "published",
    "bilang", "berita", "diberitakan", "mengatakan", "dikatakan", "disampaikan", "menyampaikan", "diumumkan", "kabar",
];
const TELLS_JA: [&str; 7] = ["言っ", "述べ", "報道", "報じ", "伝え", "発表", "記事"];
/// Words that ask of what was done, in Latin letters.
const DONE: [&str; 13] =
    ["did", "has", "have", "had", "was", "were", "sudah", "udah", "udh", "telah", "pernah", "akhirnya", "jadinya"];
/// How what asks so ends in Japanese.
const DONE_JA: [&str; 10] = [
    "た",
    "たか",
    "たの",
    "たんですか",
    "たのですか",
    "たのか",
    "たっけ",
    "たのでしょうか",
    "たのはいつ",
    "たのはいつですか",
];

/// What asks whether it came about, in each language.
#[rustfmt::skip]
const CAME_ABOUT: [&str; 32] = [
    "take place", "took place", "taken place", "actually happen", "actually happened", "ever happen", "ever happened", "really happen",
    "go ahead", "gone ahead", "come to pass", "come off", "came of it", "came out of it", "come out of it", "come true", "terlaksana", "jadi dilaksanakan",
    "jadi diadakan", "jadi digelar", "jadi terjadi", "terwujud", "terealisasi", "kesampaian", "実現し", "実現でき", "実際に行われ", "実際に開かれ",
    "会えた", "行われたの", "開かれたの", "開催されたの",
];
/// A verb that asks whether, first of all, and what it asks of, anywhere behind it.
const WHETHER: [(&[&str], &[&str]); 3] = [
    (&["how"], &["go", "went"]),
    (&["did"], &["happen", "occur", "hold", "materialise", "materialize"]),
    (&["was", "were", "has", "have"], &["held"]),
];
/// What tells that it was wished or asked for.
#[rustfmt::skip]
const REQUESTED: [&str; 20] = [
    "ask", "asks", "asked", "request", "requests", "requested", "want", "wants", "wanted", "offered", "proposed", "hopes", "permintaan",
    "meminta", "diminta", "ingin", "menawarkan", "mengusulkan", "berharap", "diharapkan",
];
const REQUESTED_JA: [&str; 5] = ["求める", "求めて", "希望し", "提案し", "したいと"];

/// What answers a letter or a request, as its word begins.
#[rustfmt::skip]
const REPLIES: [&str; 21] = [
    "dibales", "balesan", "dijawab",
    "reply", "replied", "replies", "response", "responded", "respond", "reacted", "react", "reaction", "balasan", "membalas", "dibalas",
    "tanggapan", "menanggapi", "respons", "respon", "merespons", "reaksi",
];
const REPLIES_JA: [&str; 7] = ["へんじ", "返事", "返信", "返答", "回答", "反応", "応答"];

impl Answerer {
    /// Is a reply asked for, where the passage of `fit` tells of none: who was written to has not answered by that.
    pub(super) fn tells_no_reply(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        tells_a_reply(&ranking.text[ranking.own..]) && !tells_a_reply(self.text_of(fit))
    }

    /// Is it asked when something was done, or whether it came about, where the best sentence of the passage of `fit` tells that it
    /// was meant to be.
    pub(super) fn was_only_intended(&self, ranking: &Ranking<'_>, fit: &Fit) -> bool {
        let (asked, kind) = (&ranking.text[ranking.own..], ranking.query.kind());
        // *When should it take place* asks of the plan.
        let whether = kind.is_none() && asks_whether_it_came_about(asked);
        let when = || kind == Some(AnswerKind::Date) && asks_of_what_was_done(asked);
        if !whether && !when() {
            return false;
        }
        let cited = self.cited(fit, fit.language, &ranking.query);
        tells_what_is_meant(cited.best_sentence()) || whether && tells_what_is_wished(cited.best_sentence())
    }
}

/// Does `text` ask of what was done, and not of what was meant to be.
fn asks_of_what_was_done(text: &str) -> bool {
    let folded = Folded::new(text);
    let said = folded.as_str();
    let is_done = if said.contains(is_cjk) {
        let said = said.trim_end_matches(|character: char| !character.is_alphanumeric());
        DONE_JA.iter().any(|done| said.ends_with(done))
    } else {
        words_of(said).any(|word| DONE.contains(&word))
    };
    let others = [(&MEANT[..], &MEANT_JA[..]), (&WISHED, &WISHED_JA), (&TELLS, &TELLS_JA)];
    is_done && !others.into_iter().any(|(words, in_japanese)| holds_one_of(said, words, in_japanese))
}

/// Does `text` ask whether something came about, or what came of it: *did the meeting take place?*, *was the meeting held?*
fn asks_whether_it_came_about(text: &str) -> bool {
    let folded = Folded::new(text);
    let said = folded.as_str();
    let asks_by = |(verbs, deeds): &(&[&str], &[&str])| {
        words_of(said).next().is_some_and(|first| verbs.contains(&first))
            && words_of(said).any(|word| deeds.contains(&word))
    };
    finds_any(said, &CAME_ABOUT) || WHETHER.iter().any(asks_by)
}

/// Does `text` tell of a reply, or ask for one.
fn tells_a_reply(text: &str) -> bool {
    holds_one_of(Folded::new(text).as_str(), &REPLIES, &REPLIES_JA)
}

/// Does `text` tell of what somebody wishes, or asks for.
pub(super) fn tells_what_is_wished(text: &str) -> bool {
    holds_one_of(Folded::new(text).as_str(), &REQUESTED, &REQUESTED_JA)
}

/// Does `text` tell of what is meant to be done.
pub(super) fn tells_what_is_meant(text: &str) -> bool {
    holds_one_of(Folded::new(text).as_str(), &MEANT, &MEANT_JA)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Question;
    use crate::corpus::Source;

    #[test]
    fn what_was_done_is_told_from_what_was_meant() {
        for (text, done, meant) in [
            ("when did kyoto send fire trucks", true, false),
            ("when did kyoto offer fire trucks", false, false),
            ("kapan kyoto berniat membantu", false, true),
            ("kapan havana sudah datang", true, false),
            ("ハバナの人はいつ来た？", true, false),
            ("ハバナが訪問したのはいつ？", true, false),
            ("意向書はいつ交わされた", false, false),
            ("ハバナはいつ来たいと言った", false, false),
            ("when is the meeting", false, false),
            ("when was havana supposed to visit", false, true),
            ("when did they say that they come", false, false),
            ("", false, false),
        ] {
            assert_eq!((asks_of_what_was_done(text), tells_what_is_meant(text)), (done, meant), "{text}");
        }
    }

    #[test]
    fn whether_it_came_about_is_asked_by_its_verb_too() {
        for (text, expect) in [
            ("Did the meeting they asked for in January 2025 happen?", true),
            ("did the meeting they asked for eventually hold", true),
            ("was the meeting of the two countries held", true),
            ("did their wishes come to pass", true),
            ("how did the january 2025 meeting about hamamatsu go", true),
            ("what happened in january 2025", false),
            ("where was the meeting held", false),
            ("did they ask for a meeting", false),
            ("", false),
        ] {
            assert_eq!(asks_whether_it_came_about(text), expect, "{text}");
        }
    }

    #[test]
    fn a_letter_tells_no_reply() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("what was the ministry's response to Ambon's letter", false),
            ("how did the Ministry of Foreign Affairs react to the letter", false),
            ("what does the letter to the ministry ask for", true),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), expect, "{question}");
        }
        assert!(
            tells_a_reply("外務省の返事は？")
                && tells_a_reply("surat ke kemlu udh dibales blm")
                && !tells_a_reply("isi suratnya")
        );
    }

    #[test]
    fn when_it_was_done_is_not_told_by_what_was_meant() {
        let answerer = Answerer::new(Source::Embedded.read().expect("a sound corpus")).expect("its index");
        for (question, expect) in [
            ("when did kyoto send fire trucks to ambon", false),
            ("when did havana visit ambon", false),
            ("did the meeting requested for January 2025 actually take place", false),
            ("Apakah pertemuan kedua negara akhir Januari 2025 itu jadi terlaksana?", false),
            ("Did the meeting they asked for in January 2025 happen?", false),
            ("was the meeting held in january 2025 in the end", false),
            ("did the exchange programme with darwin take place", true),
            ("when should the meeting of the two countries take place", true),
            ("When was the visit of Havana planned to take place?", true),
            ("京都はいつアンボンに消防の機材を送った？", false),
            ("when did ambon launch its candidacy for unesco", true),
            ("kapan keinginan ambon bermitra dengan hamamatsu muncul", true),
        ] {
            assert_eq!(answerer.answer(&Question::new(question)).is_found(), expect, "{question}");
        }
    }
}
