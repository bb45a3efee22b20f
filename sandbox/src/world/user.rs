//! People and bots.

use serde_json::{Value, json};

use super::World;

/// Someone with an account, or a webhook as it appears in a message.
#[derive(Clone, Debug)]
pub(crate) struct UserRecord {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) is_bot: bool,
    pub(crate) is_webhook: bool,
    pub(crate) locale: String,
    /// The bot may not write to this person (error 50007).
    pub(crate) dms_closed: bool,
}

impl UserRecord {
    pub(crate) fn new(id: u64, name: &str, is_bot: bool) -> Self {
        let locale = "en-US".to_owned();
        Self { id, name: name.to_owned(), is_bot, is_webhook: false, locale, dms_closed: false }
    }

    /// The user object, as it stands in messages and interactions.
    pub(crate) fn json(&self) -> Value {
        let username: String = self.name.to_lowercase().split_whitespace().collect();
        let shown = if self.is_bot { Value::Null } else { json!(self.name) };
        let username = if self.is_bot { self.name.clone() } else { username };
        json!({
            "id": self.id.to_string(), "username": username, "global_name": shown, "avatar": null,
            "discriminator": if self.is_bot { "0000" } else { "0" }, "bot": self.is_bot, "public_flags": 0,
            "flags": 0, "banner": null, "accent_color": null, "avatar_decoration_data": null, "collectibles": null,
            "primary_guild": null, "clan": null,
        })
    }
}

impl World {
    /// The user of this name, created where there is none yet.
    pub(crate) fn user_named(&mut self, name: &str, is_bot: bool) -> u64 {
        let known = self.users.values().find(|user| user.name == name && user.is_bot == is_bot && !user.is_webhook);
        if let Some(user) = known {
            return user.id;
        }
        let id = self.next_id();
        self.users.insert(id, UserRecord::new(id, name, is_bot));
        id
    }

    /// The user object of an id; of one that is gone, a placeholder as Discord's.
    pub(crate) fn user_json(&self, id: u64) -> Value {
        self.users.get(&id).map_or_else(|| UserRecord::new(id, "Deleted User", false).json(), UserRecord::json)
    }

    /// The bot as it sees itself.
    pub(crate) fn own_user_json(&self) -> Value {
        let mut user = self.user_json(self.bot.user_id);
        user["verified"] = json!(true);
        user["mfa_enabled"] = json!(true);
        user["email"] = Value::Null;
        user["locale"] = json!("en-US");
        user["premium_type"] = json!(0);
        user
    }
}
