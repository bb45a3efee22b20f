//! Messages coming, changing and going, each with its event.

use serde_json::{Value, json};

use super::World;
use super::mention::Mentions;
use super::message::{MessageRecord, Reference};
use super::user::UserRecord;
use crate::gateway::dispatch::Event;
use crate::gateway::intents;

const DEFAULT: u8 = 0;
const REPLY: u8 = 19;

/// A message that is about to be sent.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    pub(crate) channel_id: u64,
    pub(crate) author: UserRecord,
    pub(crate) content: String,
    pub(crate) embeds: Vec<Value>,
    pub(crate) components: Vec<Value>,
    pub(crate) attachments: Vec<Value>,
    pub(crate) flags: u64,
    pub(crate) tts: bool,
    pub(crate) nonce: Value,
    pub(crate) mentions: Mentions,
    pub(crate) reference: Option<Reference>,
    pub(crate) forwarded: Option<(Reference, Value)>,
    pub(crate) interaction_id: Option<u64>,
    pub(crate) kind: Option<u8>,
}

impl Draft {
    /// Text alone. Mentions are those of the text.
    pub(crate) fn text(channel_id: u64, author: UserRecord, content: &str) -> Self {
        Self {
            channel_id,
            author,
            content: content.to_owned(),
            embeds: Vec::new(),
            components: Vec::new(),
            attachments: Vec::new(),
            flags: 0,
            tts: false,
            nonce: Value::Null,
            mentions: Mentions::find(content),
            reference: None,
            forwarded: None,
            interaction_id: None,
            kind: None,
        }
    }
}

impl World {
    /// Puts a message into its channel, and tells the gateway.
    pub(crate) fn post(&mut self, draft: Draft) -> u64 {
        let (id, created_ms) = (self.next_id(), self.now());
        let guild = self.channels.get(&draft.channel_id).and_then(|channel| channel.guild_id);
        if let Some(guild) = guild.and_then(|id| self.guilds.get_mut(&id))
            && !draft.author.is_webhook
        {
            guild.members.insert(draft.author.id);
        }
        let mut mentions = draft.mentions;
        mentions.users.retain(|user| self.users.contains_key(user));
        mentions.roles.retain(|role| guild.and_then(|id| self.guilds.get(&id)).is_some_and(|g| g.bot_role_id == *role));
        mentions.everyone &= guild.is_some();
        if draft.author.id == self.bot.user_id
            && let Some(reference) = &draft.reference
        {
            self.replies.entry(reference.message_id).or_default().push(id);
        }
        let default_kind = if draft.reference.is_some() { REPLY } else { DEFAULT };
        let message = MessageRecord {
            id,
            channel_id: draft.channel_id,
            author: draft.author,
            kind: draft.kind.unwrap_or(default_kind),
            content: draft.content,
            embeds: draft.embeds,
            components: draft.components,
            attachments: draft.attachments,
            flags: draft.flags,
            tts: draft.tts,
            nonce: draft.nonce,
            mentions,
            reference: draft.reference,
            forwarded: draft.forwarded,
            interaction_id: draft.interaction_id,
            created_ms,
            edited_ms: None,
            edits: Vec::new(),
            is_deleted: false,
            reactions: std::collections::BTreeMap::new(),
        };
        let is_ephemeral = message.is_ephemeral();
        self.messages.insert(id, message);
        if !is_ephemeral {
            if let Some(channel) = self.channels.get_mut(&draft.channel_id) {
                channel.last_message_id = Some(id);
            }
            self.tell_message("MESSAGE_CREATE", id);
        }
        id
    }

    /// Tells that a message was changed.
    pub(crate) fn tell_edit(&mut self, id: u64) {
        if self.message(id).is_some_and(|message| !message.is_ephemeral()) {
            self.tell_message("MESSAGE_UPDATE", id);
        }
    }

    /// Takes a message away, and tells the gateway.
    pub(crate) fn delete_message(&mut self, id: u64) {
        let Some(message) = self.messages.get_mut(&id).filter(|message| !message.is_deleted) else { return };
        message.is_deleted = true;
        let (channel, is_ephemeral) = (message.channel_id, message.is_ephemeral());
        if is_ephemeral {
            return;
        }
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild_id);
        let mut data = json!({ "id": id.to_string(), "channel_id": channel.to_string() });
        if let Some(guild) = guild {
            data["guild_id"] = json!(guild.to_string());
        }
        let intents = intents::messages(guild.is_some());
        let event = Event { name: "MESSAGE_DELETE", data, guild, channel: Some(channel), intents, subject: None };
        self.dispatch(&event);
    }

    /// Takes messages of a channel away at once, and tells the gateway.
    pub(crate) fn delete_in_bulk(&mut self, channel: u64, ids: &[u64]) {
        for id in ids {
            if let Some(message) = self.messages.get_mut(id) {
                message.is_deleted = true;
            }
        }
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild_id);
        let ids: Vec<String> = ids.iter().map(u64::to_string).collect();
        let mut data = json!({ "ids": ids, "channel_id": channel.to_string() });
        if let Some(guild) = guild {
            data["guild_id"] = json!(guild.to_string());
        }
        let intents = intents::messages(guild.is_some());
        let (name, channel) = ("MESSAGE_DELETE_BULK", Some(channel));
        self.dispatch(&Event { name, data, guild, channel, intents, subject: None });
    }

    fn tell_message(&mut self, name: &'static str, id: u64) {
        let Some(message) = self.messages.get(&id) else { return };
        let data = self.message_event_json(message);
        let channel = message.channel_id;
        let guild = self.channels.get(&channel).and_then(|channel| channel.guild_id);
        let intents = intents::messages(guild.is_some());
        let subject = (name == "MESSAGE_CREATE").then_some(id);
        self.dispatch(&Event { name, data, guild, channel: Some(channel), intents, subject });
    }
}
