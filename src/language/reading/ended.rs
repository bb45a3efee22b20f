//! Where a sentence ends without a mark, as in messages: at a smiley, *I live in Metz :) who is the mayor*, and in Japanese at a space,
//! 浜松に住んでます アンボンの人口は何人ですか.

use std::borrow::Cow;

use crate::language::{is_cjk, spliced};

/// How one ends.
#[rustfmt::skip]
const ENDS: [&str; 17] = [
    "です", "ます", "でした", "ました", "ません", "ですか", "ますか", "でしたか", "ましたか", "ませんか", "でしょうか", "ですよね", "ますよね", "だね", "だよ",
    "だよね", "っけ",
];
/// The shortest sentence that ends so, in bytes: さん です is none.
const LEAST: usize = 15;

/// Smileys, each behind a space.
const SMILEYS: [&str; 8] = [" :)", " :(", " :-)", " :D", " ;)", " ;-)", " xD", " :P"];

/// `text` with a full stop for each smiley and each space that a sentence ends at.
#[must_use]
pub fn with_ends_marked(text: Cow<'_, str>) -> Cow<'_, str> {
    const SPACES: [char; 2] = [' ', '\u{3000}'];
    let text = with_smileys_marked(text);
    if !text.contains(SPACES) || !text.contains(is_cjk) {
        return text;
    }
    let mut start = 0;
    let found: Vec<_> = text
        .match_indices(SPACES)
        .filter(|(at, space)| {
            let ends = *at - start >= LEAST && ENDS.iter().any(|end| text[..*at].ends_with(end));
            if ends {
                start = at + space.len();
            }
            ends && text[at + space.len()..].starts_with(char::is_alphanumeric)
        })
        .map(|(at, space)| (at..at + space.len(), "。"))
        .collect();
    spliced(text, found)
}

/// `text` with a full stop for each smiley that something is said before and behind.
fn with_smileys_marked(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_end = |at: usize, smiley: &str| {
        let behind = &text[at + smiley.len()..];
        let goes_on = behind.starts_with(char::is_whitespace) && behind.trim_start().starts_with(char::is_alphanumeric);
        text[..at].ends_with(char::is_alphanumeric) && goes_on
    };
    let all = SMILEYS.iter().flat_map(|smiley| text.match_indices(smiley));
    let mut found: Vec<_> =
        all.filter(|(at, smiley)| is_end(*at, smiley)).map(|(at, smiley)| (at..at + smiley.len(), ".")).collect();
    found.sort_unstable_by_key(|(range, _)| range.start);
    spliced(text, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_at_a_space_behind_how_one_ends() {
        for (text, expect) in [
            ("浜松に住んでます アンボンの人口は何人ですか", "浜松に住んでます。アンボンの人口は何人ですか"),
            ("浜松の市長は誰だね 鈴木さんは", "浜松の市長は誰だね。鈴木さんは"),
            ("何年からだっけ\u{3000}去年見たけど", "何年からだっけ。去年見たけど"),
            ("アンボンの人口は何人ですか ？", "アンボンの人口は何人ですか ？"),
            ("浜松 ユネスコ 加盟", "浜松 ユネスコ 加盟"),
            ("だれ ですか はままつ", "だれ ですか。はままつ"),
            ("人です か", "人です か"),
            ("I live in Metz :) who is the mayor :D", "I live in Metz. who is the mayor :D"),
            (":) who is it", ":) who is it"),
            ("sister cities :Darwin and Metz", "sister cities :Darwin and Metz"),
            ("saya di hamamatsu", "saya di hamamatsu"),
            ("", ""),
        ] {
            assert_eq!(with_ends_marked(Cow::Borrowed(text)), expect);
        }
    }
}
