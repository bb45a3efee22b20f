//! Japanese words that ask, where they ask for nothing: いつも is always, 誰か somebody, どこでも anywhere.

use crate::language::is_hiragana;

/// What may follow か where it belongs to another word: いつ*から*, 誰*かな*, 誰*かしら*, いくら*かかる*.
const GO_ON: [&str; 4] = ["ら", "な", "しら", "か"];
/// How words begin that what is asked is told with: 市長は誰か*教えて*, いつか*知りたい*.
const TELLING: [&str; 10] = ["教", "おしえ", "知", "しり", "しって", "分か", "わか", "調べ", "聞", "お聞"];
/// Particles that somebody or something has in a clause: 誰か*に*.
const PARTICLES: [char; 5] = ['に', 'を', 'が', 'と', 'の'];
/// Who may tell: 誰か教えて asks somebody for it, いつか教えて for when.
const SOMEBODY: [&str; 3] = ["誰", "だれ", "どなた"];

/// Does the Japanese `word` that asks, which stands between `before` and `behind`, ask for nothing there.
pub(super) fn is_indefinite(before: &str, word: &str, behind: &str) -> bool {
    if let Some(rest) = behind.strip_prefix("でも").or_else(|| behind.strip_prefix('も')) {
        // いつもらった is when it was got.
        return !rest.starts_with('ら');
    }
    // どうぞ, いつぞや.
    if behind.starts_with('ぞ') {
        return true;
    }
    let Some(rest) = behind.strip_prefix('か') else { return false };
    let begins = |listed: &[&str]| listed.iter().any(|it| rest.starts_with(it));
    if begins(&GO_ON) || rest.starts_with(['?', '？', '。']) || rest.trim_end().is_empty() {
        return false;
    }
    // 市長は誰か, 創業者誰か: what it is of stands right before.
    let is_of = before.trim_end().chars().next_back();
    let is_of_something = is_of.is_some_and(|it| matches!(it, 'は' | 'が') || it.is_alphanumeric() && !is_hiragana(it));
    if begins(&TELLING) {
        return !is_of_something && SOMEBODY.iter().any(|somebody| word.ends_with(somebody));
    }
    !is_of_something || rest.starts_with(PARTICLES)
}

/// Does the Japanese `phrase`, which holds a word that asks at its end, ask anywhere in `text`.
pub(super) fn asks_definitely(text: &str, phrase: &str) -> bool {
    let mut found = text.match_indices(phrase);
    found.any(|(start, _)| !is_indefinite(&text[..start], phrase, &text[start + phrase.len()..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_asks_may_ask_for_nothing() {
        for (text, phrase, expect) in [
            ("いつですか", "いつ", true),
            ("いつからですか", "いつ", true),
            ("どこから来ましたか", "どこ", true),
            ("誰から聞いた", "誰", true),
            ("いつもらった", "いつ", true),
            ("市長は誰か", "誰", true),
            ("市長は誰か教えて", "誰", true),
            ("市長が誰か知りたい", "誰", true),
            ("創業者誰か分かる", "誰", true),
            ("市長は誰かな", "誰", true),
            ("いつか教えて", "いつ", true),
            ("全部で何都市か教えて", "何都市", true),
            ("何日かかりますか", "何日", true),
            ("料金はいくらかかる", "いくら", true),
            ("いつも誰がいますか", "誰", true),
            ("いつもいつ開いていますか", "いつ", true),
            ("いつもありがとう", "いつ", false),
            ("誰か教えて", "誰", false),
            ("誰か、分かりますか", "誰", false),
            ("市長は誰かに会いましたか", "誰", false),
            ("いつか行きたい", "いつ", false),
            ("いつでも開いていますか", "いつ", false),
            ("誰も来ない", "誰", false),
            ("どうぞよろしく", "どう", false),
            ("どうもすみません", "どう", false),
            ("どこかで聞いた", "どこ", false),
            ("何人も来た", "何人", false),
            ("", "いつ", false),
        ] {
            assert_eq!(asks_definitely(text, phrase), expect, "{text}");
        }
    }
}
