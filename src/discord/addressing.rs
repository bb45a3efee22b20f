//! Which messages are questions to the bot, and what of them is the question.

use std::borrow::Cow;

use serenity::all::{Message, MessageType, RoleId, UserId};

use super::markup::without_markup;
use crate::answer::question_on_one_line;

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
    meant(message, me, my_role).map_or(Addressed::No, |by_role| asked(message, by_role))
}

/// Is the message for the bot, and then by its role alone.
pub(super) fn meant(message: &Message, me: UserId, my_role: Option<RoleId>) -> Option<bool> {
    let by_person = !message.author.bot && message.webhook_id.is_none() && message.author.id != me;
    if !by_person || !matches!(message.kind, MessageType::Regular | MessageType::InlineReply) {
        return None;
    }
    let by_user = message.guild_id.is_none() || message.mentions.iter().any(|user| user.id == me);
    let by_role = my_role.is_some_and(|role| message.mention_roles.contains(&role));
    (by_user || by_role).then_some(!by_user)
}

/// What a message asks that is for the bot.
fn asked(message: &Message, by_role: bool) -> Addressed {
    let question = question_on_one_line(&without_markup(&words(message)));
    if question.is_empty() { Addressed::Bare { by_role } } else { Addressed::Question(question) }
}

/// What a message says: its own words, or those of the message that it forwards; where there are none, those of its embeds.
pub(super) fn words(message: &Message) -> Cow<'_, str> {
    let forwarded = message.message_snapshots.first();
    let contents = [Some(&message.content), forwarded.map(|it| &it.content)];
    if let Some(content) = contents.into_iter().flatten().find(|content| !content.trim().is_empty()) {
        return Cow::Borrowed(content);
    }
    let embeds = message.embeds.iter().chain(forwarded.into_iter().flat_map(|it| &it.embeds));
    let lines = embeds.flat_map(|embed| [&embed.title, &embed.description]).flatten();
    Cow::Owned(lines.map(String::as_str).collect::<Vec<_>>().join("\n"))
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
    fn a_message_says_its_words_or_those_that_it_forwards_or_those_of_its_embeds() {
        let check = |changes: Value, expect: &str| assert_eq!(words(&message(changes.clone())), expect, "{changes}");
        let embeds = || json!([{ "title": "Kereta", "description": "Dibuka 2024." }, { "title": "Lagi" }]);
        let snapshot = |content: &str, embeds: Value| {
            json!([{ "message": { "content": content, "timestamp": "2026-01-01T00:00:00Z", "edited_timestamp": null,
                "mentions": [], "attachments": [], "embeds": embeds, "type": 0, "flags": 0 } }])
        };
        check(json!({ "content": "a", "embeds": embeds(), "message_snapshots": snapshot("b", json!([])) }), "a");
        check(json!({ "message_snapshots": snapshot("b", embeds()) }), "b");
        check(json!({ "message_snapshots": snapshot("", embeds()) }), "Kereta\nDibuka 2024.\nLagi");
        check(json!({ "content": " ", "embeds": embeds() }), "Kereta\nDibuka 2024.\nLagi");
        check(json!({}), "");
        // Forwarded to the bot alone, it is asked.
        let forward = json!({ "guild_id": null, "message_snapshots": snapshot("kapan?", json!([])) });
        assert_eq!(addressed(&message(forward), ME, None), asks("kapan?"));
    }

    #[test]
    fn a_server_without_the_bots_role_is_no_fault() {
        let message = message(json!({ "content": "a", "mention_roles": ["70"] }));
        assert_eq!(addressed(&message, ME, None), Addressed::No);
    }
}
