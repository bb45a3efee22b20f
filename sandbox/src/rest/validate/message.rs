//! The limits of a message's body, wherever it is sent: to a channel, by a webhook, as an interaction's answer.

use serde_json::Value;

use super::{components, embeds};
use crate::limits;
use crate::rest::form::Form;

/// The message is shown to one person alone.
pub(crate) const EPHEMERAL: u64 = 1 << 6;
/// Its embeds are not shown.
pub(crate) const SUPPRESS_EMBEDS: u64 = 1 << 2;
/// It pings nobody's device.
pub(crate) const SUPPRESS_NOTIFICATIONS: u64 = 1 << 12;
/// Its layout is made of the newer components.
pub(crate) const COMPONENTS_V2: u64 = 1 << 15;

/// Notes every fault of a message's body.
pub(crate) fn check(form: &mut Form, body: &Value) {
    form.text("content", &body["content"], limits::CONTENT_LENGTH);
    embeds::check(form, &body["embeds"]);
    if flags(body) & COMPONENTS_V2 == 0 {
        components::check(form, &body["components"]);
    }
    form.list("attachments", &body["attachments"], limits::FILES);
    if body["nonce"].is_string() {
        form.text("nonce", &body["nonce"], limits::NONCE_LENGTH);
    }
    check_allowed_mentions(form, &body["allowed_mentions"]);
}

fn check_allowed_mentions(form: &mut Form, allowed: &Value) {
    for list in ["users", "roles"] {
        form.list(&format!("allowed_mentions.{list}"), &allowed[list], limits::ALLOWED_MENTIONS);
        let parsed = allowed["parse"].as_array().is_some_and(|kinds| kinds.iter().any(|kind| kind == list));
        let listed = allowed[list].as_array().is_some_and(|ids| !ids.is_empty());
        if parsed && listed {
            let message = format!("parse:[\"{list}\"] and {list}: [ids...] are mutually exclusive.");
            form.note("allowed_mentions", "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
        }
    }
    for (number, kind) in form.list("allowed_mentions.parse", &allowed["parse"], 3).iter().enumerate() {
        if !["users", "roles", "everyone"].iter().any(|known| kind == known) {
            let message = "Value must be one of ('users', 'roles', 'everyone').";
            form.note(&format!("allowed_mentions.parse.{number}"), "BASE_TYPE_CHOICES", message);
        }
    }
}

/// The flags that a body asks for.
pub(crate) fn flags(body: &Value) -> u64 {
    body["flags"].as_u64().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn faults(body: &Value) -> Value {
        let mut form = Form::default();
        check(&mut form, body);
        form.finish().err().map_or(Value::Null, |error| error.body()["errors"].clone())
    }

    #[test]
    fn content_has_2000_code_points() {
        assert!(faults(&json!({ "content": "🎵".repeat(2000) })).is_null());
        let found = faults(&json!({ "content": "🎵".repeat(2001) }));
        assert_eq!(found["content"]["_errors"][0]["message"], "Must be 2000 or fewer in length.");
    }

    #[test]
    fn a_nonce_has_25_characters() {
        assert!(faults(&json!({ "nonce": "x".repeat(25) })).is_null());
        assert!(faults(&json!({ "nonce": "x".repeat(26) }))["nonce"].is_object());
    }

    #[test]
    fn allowed_mentions_say_one_thing() {
        let found = faults(&json!({ "allowed_mentions": { "parse": ["users"], "users": ["1"] } }));
        assert_eq!(found["allowed_mentions"]["_errors"][0]["code"], "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE");
        assert!(faults(&json!({ "allowed_mentions": { "parse": [], "replied_user": false } })).is_null());
    }
}
