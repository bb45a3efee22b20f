//! What a message's text mentions, and whom it pings.

use serde_json::Value;

/// Mentions found in a text, each once, in order.
#[derive(Clone, Debug, Default, Eq, PartialEq)]
pub(crate) struct Mentions {
    pub(crate) users: Vec<u64>,
    pub(crate) roles: Vec<u64>,
    pub(crate) everyone: bool,
}

impl Mentions {
    /// Finds `<@1>`, `<@!1>`, `<@&1>`, `@everyone` and `@here`.
    pub(crate) fn find(text: &str) -> Self {
        let mut found = Self { everyone: text.contains("@everyone") || text.contains("@here"), ..Self::default() };
        for part in text.split("<@").skip(1) {
            let Some((inside, _)) = part.split_once('>') else { continue };
            let (list, digits) = match inside.strip_prefix('&') {
                Some(role) => (&mut found.roles, role),
                None => (&mut found.users, inside.strip_prefix('!').unwrap_or(inside)),
            };
            if let Ok(id) = digits.parse()
                && !list.contains(&id)
            {
                list.push(id);
            }
        }
        found
    }

    /// Keeps what `allowed_mentions` lets through; null lets everything through.
    pub(crate) fn allowed(mut self, allowed: &Value) -> Self {
        if allowed.is_null() {
            return self;
        }
        let parses = |kind: &str| allowed["parse"].as_array().is_some_and(|kinds| kinds.iter().any(|k| k == kind));
        let lists = |kind: &str, id: u64| {
            allowed[kind].as_array().is_some_and(|ids| ids.iter().any(|listed| snowflake(listed) == Some(id)))
        };
        self.users.retain(|id| parses("users") || lists("users", *id));
        self.roles.retain(|id| parses("roles") || lists("roles", *id));
        self.everyone &= parses("everyone");
        self
    }
}

/// An id as Discord accepts it: a text of digits, or a number.
pub(crate) fn snowflake(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.parse().ok())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn mentions_are_found_in_any_form() {
        let found = Mentions::find("<@1> <@!2> <@&3> <@1> <@x> <@4");
        assert_eq!(found, Mentions { users: vec![1, 2], roles: vec![3], everyone: false });
        assert!(Mentions::find("@here").everyone);
    }

    #[test]
    fn nothing_is_pinged_that_is_not_allowed() {
        let all = Mentions::find("<@1> <@2> <@&3> @everyone");
        assert_eq!(all.clone().allowed(&Value::Null), all);
        assert_eq!(all.clone().allowed(&json!({ "parse": [] })), Mentions::default());
        assert_eq!(all.allowed(&json!({ "users": ["2"], "parse": ["roles"] })).users, vec![2]);
    }
}
