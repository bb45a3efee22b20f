//! People who are counted and not named: *how many live there*.

use std::borrow::Cow;

use crate::language::spliced;

/// `text` with the people who are counted where it names nobody: *how many live there* as *how many people live there*.
#[must_use]
pub fn with_people_counted(text: Cow<'_, str>) -> Cow<'_, str> {
    const LIVE: [&str; 6] = ["live", "lives", "living", "reside", "dwell", "are living"];
    let lower = text.to_ascii_lowercase();
    let Some(asks) = lower.find(MANY).map(|start| start..start + MANY.len()) else { return text };
    let behind = lower[asks.end..].trim_start();
    let is_it = |word: &&str| {
        let rest = behind.strip_prefix(*word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    };
    if !LIVE.iter().any(is_it) {
        return text;
    }
    spliced(text, [(asks.end..asks.end, " people")])
}

/// What asks for the number of them.
const MANY: &str = "how many";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_lives_somewhere_is_people() {
        for (text, expect) in [
            ("How many live in ambon?", "How many people live in ambon?"),
            ("and how many live there", "and how many people live there"),
            ("how many lived through it", "how many lived through it"),
            ("how many people live there", "how many people live there"),
            ("how many cities live on music", "how many cities live on music"),
            ("how many", "how many"),
        ] {
            assert_eq!(with_people_counted(Cow::Borrowed(text)), expect);
        }
    }
}
