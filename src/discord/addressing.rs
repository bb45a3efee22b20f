//! Which messages are questions to the bot, and what of them is the question.

use serenity::all::{Message, MessageType, RoleId, UserId};

use super::excerpt::question;
use super::markup::without_markup;

/// What a message is to the bot.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Addressed {
    /// None of its business.
    No,
    /// It is meant, and nothing is asked.
    Bare {
        /// The role was mentioned, so the text may have been kept from us: Discord shows a bot the text of a message
        /// that mentions the bot itself.
        by_role: bool,
    },
    /// A question, without markup, and short enough to be read.
    Question(String),
}

/// What `message` is to the bot `me`, whose own role on that server is `my_role`.
///
/// `@everyone` and `@here` mean nobody in particular; other bots and webhooks are never answered, so that two bots do not
/// talk to each other for ever.
#[must_use]
pub fn addressed(message: &Message, me: UserId, my_role: Option<RoleId>) -> Addressed {
    let by_person = !message.author.bot && message.webhook_id.is_none() && message.author.id != me;
    if !by_person || !matches!(message.kind, MessageType::Regular | MessageType::InlineReply) {
        return Addressed::No;
    }
    let by_user = message.guild_id.is_none() || message.mentions.iter().any(|user| user.id == me);
    let by_role = my_role.is_some_and(|role| message.mention_roles.contains(&role));
    if !by_user && !by_role {
        return Addressed::No;
    }
    let question = question(&without_markup(&message.content));
    if question.is_empty() { Addressed::Bare { by_role: !by_user } } else { Addressed::Question(question) }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    const ME: UserId = UserId::new(7);
    const MY_ROLE: RoleId = RoleId::new(70);

    /// A message of a person on a server, with `changes` in it.
    fn message(changes: Value) -> Message {
        let mut message = json!({
            "id": "1", "channel_id": "2", "guild_id": "3", "content": "", "timestamp": "2026-01-01T00:00:00Z",
            "edited_timestamp": null, "tts": false, "mention_everyone": false, "mentions": [], "mention_roles": [],
            "attachments": [], "embeds": [], "pinned": false, "type": 0, "author": user(9, false),
        });
        let changes: serde_json::Map<String, Value> = serde_json::from_value(changes).unwrap();
        message.as_object_mut().unwrap().extend(changes);
        serde_json::from_value(message).unwrap()
    }

    fn user(id: u64, bot: bool) -> Value {
        json!({ "id": id.to_string(), "username": "ani", "discriminator": "0", "avatar": null, "bot": bot })
    }

    fn asks(text: &str) -> Addressed {
        Addressed::Question(text.to_owned())
    }

    #[test]
    fn the_bot_knows_when_it_is_meant() {
        let me = || json!([user(7, true)]);
        let check = |changes: Value, expect: Addressed| {
            assert_eq!(addressed(&message(changes.clone()), ME, Some(MY_ROLE)), expect, "{changes}");
        };
        check(json!({ "content": "hello" }), Addressed::No);
        check(json!({ "content": "<@7> kapan?", "mentions": me() }), asks("kapan?"));
        check(json!({ "content": "halo <@!7> kapan?", "mentions": me() }), asks("halo kapan?"));
        check(json!({ "content": "kapan? <@7>", "mentions": me() }), asks("kapan?"));
        check(json!({ "content": " <@7>  ", "mentions": me() }), Addressed::Bare { by_role: false });
        check(json!({ "content": "<@7>\u{200b}", "mentions": me() }), Addressed::Bare { by_role: false });
        check(json!({ "content": "<@8> kapan?", "mentions": [user(8, false)] }), Addressed::No);
        check(json!({ "content": "<@&70> kapan?", "mention_roles": ["70"] }), asks("kapan?"));
        check(json!({ "content": "", "mention_roles": ["70"] }), Addressed::Bare { by_role: true });
        check(json!({ "content": "<@&71> kapan?", "mention_roles": ["71"] }), Addressed::No);
        check(json!({ "content": "@everyone kapan?", "mention_everyone": true }), Addressed::No);
        // A reply that pings its author: Discord lists the author as mentioned.
        check(json!({ "content": "dan di mana?", "mentions": me(), "type": 19 }), asks("dan di mana?"));
        check(json!({ "content": "dan di mana?", "type": 19 }), Addressed::No);
        check(json!({ "content": "kapan?", "guild_id": null }), asks("kapan?"));
        check(json!({ "content": "", "guild_id": null }), Addressed::Bare { by_role: false });
        check(json!({ "content": "kapan?", "guild_id": null, "author": user(7, true) }), Addressed::No);
        check(json!({ "content": "<@7> a", "mentions": me(), "author": user(8, true) }), Addressed::No);
        check(json!({ "content": "<@7> a", "mentions": me(), "webhook_id": "5" }), Addressed::No);
        // A pinned message, a boost.
        check(json!({ "content": "<@7> a", "mentions": me(), "type": 6 }), Addressed::No);
        check(json!({ "content": "<@7> a", "mentions": me(), "type": 8 }), Addressed::No);
    }

    #[test]
    fn a_server_without_the_bots_role_is_no_fault() {
        let message = message(json!({ "content": "a", "mention_roles": ["70"] }));
        assert_eq!(addressed(&message, ME, None), Addressed::No);
    }
}
