//! Messages as they are kept, and as Discord shows them to the bot.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::World;
use super::mention::Mentions;
use super::user::UserRecord;
use crate::clock::timestamp;
use crate::gateway::intents;
use crate::rest::validate::message::EPHEMERAL;

/// Where a message refers to.
#[derive(Clone, Debug)]
#[expect(clippy::struct_field_names, reason = "the names are Discord's")]
pub(crate) struct Reference {
    pub(crate) message_id: u64,
    pub(crate) channel_id: u64,
    pub(crate) guild_id: Option<u64>,
}

/// What was there before an edit.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The content before.
    pub content: String,
    /// The embeds before.
    pub embeds: Vec<Value>,
    /// The components before.
    pub components: Vec<Value>,
}

/// A message.
#[derive(Clone, Debug)]
pub(crate) struct MessageRecord {
    pub(crate) id: u64,
    pub(crate) channel_id: u64,
    pub(crate) author: UserRecord,
    pub(crate) kind: u8,
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Value>,
    pub(crate) flags: u64,
    pub(crate) tts: bool,
    pub(crate) nonce: Value,
    pub(crate) mentions: Mentions,
    pub(crate) reference: Option<Reference>,
    /// The message that it forwards, and what that said then.
    pub(crate) forwarded: Option<(Reference, Value)>,
    pub(crate) interaction_id: Option<u64>,
    pub(crate) created_ms: u64,
    pub(crate) edited_ms: Option<u64>,
    pub(crate) edits: Vec<Edit>,
    pub(crate) is_deleted: bool,
    pub(crate) reactions: BTreeMap<String, BTreeSet<u64>>,
}

impl MessageRecord {
    pub(crate) fn is_ephemeral(&self) -> bool {
        self.flags & EPHEMERAL != 0
    }

    /// Keeps what is there now as an edit, before it is changed.
    pub(crate) fn remember(&mut self, now: u64) {
        let (content, embeds, components) = (self.content.clone(), self.embeds.clone(), self.components.clone());
        self.edits.push(Edit { content, embeds, components });
        // Later than the one before it, however soon.
        self.edited_ms = Some(self.edited_ms.map_or(now, |before| now.max(before + 1)));
    }
}

impl World {
    /// A message that is still there.
    pub(crate) fn message(&self, id: u64) -> Option<&MessageRecord> {
        self.messages.get(&id).filter(|message| !message.is_deleted)
    }

    /// The message object with all that is in it, and the message that it replies to.
    pub(crate) fn message_json(&self, message: &MessageRecord) -> Value {
        let mut json = self.bare_message_json(message);
        if let Some(reference) = &message.reference {
            let replied = self.message(reference.message_id);
            json["referenced_message"] = replied.map_or(Value::Null, |replied| self.bare_message_json(replied));
        }
        json
    }

    fn bare_message_json(&self, message: &MessageRecord) -> Value {
        let author = if message.author.is_webhook { message.author.json() } else { self.user_json(message.author.id) };
        let (embeds, attachments) = with_pictures(message);
        let mut json = json!({
            "id": message.id.to_string(), "channel_id": message.channel_id.to_string(), "author": author,
            "type": message.kind, "content": message.content, "embeds": embeds,
            "components": message.components, "attachments": attachments, "flags": message.flags,
            "tts": message.tts, "pinned": false, "timestamp": timestamp(message.created_ms),
            "edited_timestamp": message.edited_ms.map(timestamp),
            "mention_everyone": message.mentions.everyone,
            "mentions": message.mentions.users.iter().map(|user| self.user_json(*user)).collect::<Vec<_>>(),
            "mention_roles": message.mentions.roles.iter().map(u64::to_string).collect::<Vec<_>>(),
        });
        if !message.nonce.is_null() {
            json["nonce"] = message.nonce.clone();
        }
        if message.author.is_webhook {
            json["webhook_id"] = json!(message.author.id.to_string());
        }
        if let Some((_, snapshot)) = &message.forwarded {
            json["message_snapshots"] = json!([{ "message": snapshot }]);
        }
        let replied = message.reference.as_ref().map(|reference| (reference, 0));
        let referenced = replied.or(message.forwarded.as_ref().map(|(reference, _)| (reference, 1)));
        if let Some((reference, kind)) = referenced {
            json["message_reference"] = json!({ "type": kind, "message_id": reference.message_id.to_string(),
                "channel_id": reference.channel_id.to_string() });
            if let Some(guild) = reference.guild_id {
                json["message_reference"]["guild_id"] = json!(guild.to_string());
            }
        }
        if let Some(interaction) = message.interaction_id.and_then(|id| self.interactions.get(&id)) {
            json["application_id"] = json!(self.bot.application_id.to_string());
            json["webhook_id"] = json!(self.bot.application_id.to_string());
            json["interaction_metadata"] = self.interaction_metadata_json(interaction);
        }
        if !message.reactions.is_empty() {
            let reactions = message.reactions.iter().map(|(emoji, users)| {
                json!({ "count": users.len(), "me": users.contains(&self.bot.user_id), "me_burst": false,
                    "burst_me": false, "burst_count": 0, "burst_colors": [],
                    "count_details": { "burst": 0, "normal": users.len() }, "emoji": emoji_json(emoji) })
            });
            json["reactions"] = reactions.collect();
        }
        json
    }

    /// What a message says, as one that forwards it carries it.
    pub(crate) fn snapshot_json(&self, message: &MessageRecord) -> Value {
        let whole = self.bare_message_json(message);
        let parts = [
            "content",
            "timestamp",
            "edited_timestamp",
            "mentions",
            "mention_roles",
            "attachments",
            "embeds",
            "components",
            "type",
            "flags",
        ];
        parts.into_iter().map(|part| (part.to_owned(), whole[part].clone())).collect()
    }

    /// The message as an event carries it: with the guild, and the author's member.
    pub(crate) fn message_event_json(&self, message: &MessageRecord) -> Value {
        let mut json = self.message_json(message);
        let guild = self.channels.get(&message.channel_id).and_then(|channel| channel.guild_id);
        let Some(guild) = guild.and_then(|id| self.guilds.get(&id)) else { return json };
        json["guild_id"] = json!(guild.id.to_string());
        if !message.author.is_webhook {
            json["member"] = self.bare_member_json(guild, message.author.id);
        }
        for mention in json["mentions"].as_array_mut().into_iter().flatten() {
            if let Some(user) = mention["id"].as_str().and_then(|id| id.parse().ok()) {
                mention["member"] = self.bare_member_json(guild, user);
            }
        }
        json
    }

    /// Takes out what the bot may not read without the message content intent: of each message that is neither its
    /// own, nor in direct messages, nor one that mentions its user. (A mention of its role is no mention of it.)
    pub(crate) fn blank(&self, message: &mut Value) {
        let bot = self.bot.user_id.to_string();
        let channel = message["channel_id"].as_str().and_then(|id| id.parse().ok());
        let is_direct = channel.and_then(|id: u64| self.channels.get(&id)).is_some_and(|it| it.guild_id.is_none());
        let is_mentioned = message["mentions"].as_array().is_some_and(|users| users.iter().any(|u| u["id"] == bot));
        if !is_direct && !is_mentioned && message["author"]["id"] != bot {
            message["content"] = json!("");
            for part in ["embeds", "attachments", "components"] {
                message[part] = json!([]);
            }
            if message["message_snapshots"].is_array() {
                message["message_snapshots"] = json!([]);
            }
        }
        if message["referenced_message"].is_object() {
            self.blank(&mut message["referenced_message"]);
        }
    }

    /// The message as REST gives it to the bot.
    pub(crate) fn message_for_bot(&self, message: &MessageRecord) -> Value {
        let mut json = self.message_json(message);
        if self.settings.privileged_intents & intents::MESSAGE_CONTENT == 0 {
            self.blank(&mut json);
        }
        json
    }
}

/// The embeds and the attachments as Discord gives them back: a file that an embed shows has its address there, and is
/// no attachment of the message.
fn with_pictures(message: &MessageRecord) -> (Vec<Value>, Vec<Value>) {
    let (mut embeds, mut attachments) = (message.embeds.clone(), message.attachments.clone());
    for embed in &mut embeds {
        for part in ["image", "thumbnail"] {
            let url = embed.get(part).and_then(|it| it["url"].as_str());
            let name = url.and_then(|url| url.strip_prefix("attachment://"));
            let shown = message.attachments.iter().find(|file| name.is_some() && file["filename"].as_str() == name);
            if let Some(file) = shown {
                embed[part] = json!({ "url": file["url"], "proxy_url": file["proxy_url"],
                    "content_type": file["content_type"] });
                if file["description"].is_string() {
                    embed[part]["description"] = file["description"].clone();
                }
                attachments.retain(|kept| kept["id"] != file["id"]);
            }
        }
    }
    (embeds, attachments)
}

/// An emoji as Discord shows it: a Unicode one, or `name:id`.
pub(crate) fn emoji_json(emoji: &str) -> Value {
    match emoji.split_once(':') {
        Some((name, id)) => json!({ "name": name, "id": id }),
        None => json!({ "name": emoji, "id": null }),
    }
}
