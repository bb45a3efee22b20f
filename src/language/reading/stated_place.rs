//! Where something is said to be, and may not be: *is Vlissingen in Belgium?* It is asked for and not looked for.

use std::borrow::Cow;

use super::confirmed::without_tag;
use crate::language::{Folded, behind_beginning, is_cjk, is_hiragana, word_ranges};

/// `text` with the place that something is said to be in, and may not be, in place of a question for it: *is Vlissingen in Belgium?* as
/// *where is Vlissingen?* `is_place` tells whether a name is one of a place.
#[must_use]
pub fn with_place_asked(text: Cow<'_, str>, is_place: impl Fn(&str) -> bool) -> Cow<'_, str> {
    /// The most words of a question that begins as one.
    const WORDS: usize = 8;
    /// What is where, and where, behind what begins so.
    const FORMS: [(&str, &str, &str); 4] = [
        ("is ", " in ", "where is "),
        ("is ", " located in ", "where is "),
        ("apakah ", " di ", "di mana "),
        ("apakah ", " ada di ", "di mana "),
    ];
    /// What says where, what asks for that, and whether it asks without a tag, too, as nobody tells it here.
    const STATED: [(&str, &str, bool); 6] = [
        (" is in ", "where is ", false),
        (" ada di ", "di mana ", true),
        (" itu di ", "di mana ", true),
        (" terletak di ", "di mana ", true),
        (" berada di ", "di mana ", true),
        (" di ", "di mana ", false),
    ];
    const IS_JA: [&str; 6] =
        ["にあるの", "にあるんですか", "にありますか", "にあるんだよね", "にあるんですよね", "にある"];
    /// The same where one name is said to be of another, and no more, which hiragana would tell.
    const IS_OF_JA: [&str; 5] = ["ですか", "なんですか", "なの", "だよね", "ですよね"];
    let said = text.trim().trim_end_matches(['?', '？', '.', '!', '。', ' ']);
    if said.contains(is_cjk) {
        let parted =
            |ends: &[&str]| ends.iter().find_map(|is| said.strip_suffix(is)).and_then(|it| it.split_once('は'));
        let is_name = |part: &str| !part.contains(is_hiragana) && is_place(part);
        let lies = parted(&IS_JA).filter(|(_, place)| is_place(place));
        let lies = lies.or_else(|| parted(&IS_OF_JA).filter(|(what, place)| is_name(what) && is_name(place)));
        let asked = lies.map(|(what, _)| format!("{what}はどこにありますか"));
        return asked.map_or(text, Cow::Owned);
    }
    // *Vlissingen is in Belgium, right?* says the same.
    let stated = |(is, asks, untagged): &(&str, &str, bool)| {
        let (what, _) = said.split_once(is).filter(|(what, _)| is_place(what))?;
        let folded = Folded::new(said);
        let (_, place) = without_tag(folded.as_str()).split_once(is)?;
        let asks_so = !folded.as_str().ends_with(place) || *untagged;
        (asks_so && is_place(place.trim_start_matches("the "))).then(|| format!("{asks}{what}"))
    };
    if let Some(asked) = STATED.iter().find_map(stated) {
        return Cow::Owned(asked);
    }
    let asked = |(begins, is, asks): &(&str, &str, &str)| {
        let (what, place) = behind_beginning(said, begins)?.split_once(is)?;
        let place = place.trim_start_matches("the ");
        let is_one = place.split(' ').count() < 3;
        // Whether there is one in a place asks not where else it is.
        let is_known = !["there ", "a ", "an ", "any "].iter().any(|one| what.to_ascii_lowercase().starts_with(one));
        // *Apakah* asks what something is as often as whether, and whether a place has something elsewhere asks not where it has
        // it. What is told of cities here need not name their countries.
        let is_home = |place: &str| ["indonesia", "jepang"].contains(&place.to_ascii_lowercase().as_str());
        let may_be = *begins == "is " && is_known || is_place(what) && (what.split(' ').count() < 3 || is_home(place));
        (is_one && may_be && is_place(place) && word_ranges(said).count() <= WORDS).then(|| format!("{asks}{what}"))
    };
    // What stands nearest to the place joins it.
    match FORMS.iter().rev().find_map(asked) {
        Some(asked) => Cow::Owned(asked),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_is_guessed_is_asked_for() {
        let is_place = |name: &str| ["belgium", "tokyo", "Belgia", "ベルギー", "vlissingen"].contains(&name);
        for (text, expect) in [
            ("is vlissingen in belgium?", "where is vlissingen"),
            ("Is the museum located in tokyo", "where is the museum"),
            ("apakah vlissingen di Belgia?", "di mana vlissingen"),
            ("vlissingen is in Belgium, right?", "where is vlissingen"),
            ("vlissingen di belgium kan", "di mana vlissingen"),
            ("vlissingen di belgium", "vlissingen di belgium"),
            ("vlissingen ada di belgium", "di mana vlissingen"),
            ("museum ada di belgium", "museum ada di belgium"),
            ("ベルギーはtokyoですか", "ベルギーはどこにありますか"),
            ("museumはベルギーですか", "museumはベルギーですか"),
            ("フリシンゲンはベルギーにありますか？", "フリシンゲンはどこにありますか"),
            ("is ambon in the network?", "is ambon in the network?"),
            ("apakah vlissingen punya museum di Belgia", "apakah vlissingen punya museum di Belgia"),
            ("apakah nama museum di Belgia", "apakah nama museum di Belgia"),
            ("who is in tokyo", "who is in tokyo"),
            ("is there a museum in tokyo", "is there a museum in tokyo"),
            ("is a museum located in tokyo", "is a museum located in tokyo"),
            ("浜松は網にありますか", "浜松は網にありますか"),
            ("", ""),
        ] {
            assert_eq!(with_place_asked(Cow::Borrowed(text), is_place), expect);
        }
    }
}
