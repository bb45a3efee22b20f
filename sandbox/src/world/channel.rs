//! Channels, threads and direct messages, and what the bot may do in them.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::World;
use crate::clock::timestamp;
use crate::permissions::Permissions;

/// Discord's number for each kind of channel.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ChannelKind {
    /// Text in a guild.
    Text = 0,
    /// Between two people.
    Direct = 1,
    /// Voice in a guild, with its text chat.
    Voice = 2,
    /// Among several people.
    Group = 3,
    /// Text that other guilds can follow.
    Announcement = 5,
    /// A public thread, or a post in a forum.
    PublicThread = 11,
    /// A thread for those invited.
    PrivateThread = 12,
    /// Threads only.
    Forum = 15,
}

/// A channel.
#[derive(Clone, Debug)]
pub(crate) struct ChannelRecord {
    pub(crate) id: u64,
    pub(crate) kind: ChannelKind,
    pub(crate) name: String,
    pub(crate) guild_id: Option<u64>,
    pub(crate) parent_id: Option<u64>,
    pub(crate) owner_id: u64,
    /// The people of a direct message or group.
    pub(crate) recipients: BTreeSet<u64>,
    pub(crate) archived: bool,
    pub(crate) locked: bool,
    /// The bot's own overwrite: what it is denied and allowed here beyond its roles.
    pub(crate) denied: Permissions,
    pub(crate) allowed: Permissions,
    pub(crate) last_message_id: Option<u64>,
    pub(crate) created_ms: u64,
}

impl ChannelRecord {
    pub(crate) fn new(id: u64, kind: ChannelKind, name: &str, guild_id: Option<u64>, created_ms: u64) -> Self {
        Self {
            id,
            kind,
            name: name.to_owned(),
            guild_id,
            parent_id: None,
            owner_id: 0,
            recipients: BTreeSet::new(),
            archived: false,
            locked: false,
            denied: Permissions::default(),
            allowed: Permissions::default(),
            last_message_id: None,
            created_ms,
        }
    }

    pub(crate) fn is_thread(&self) -> bool {
        matches!(self.kind, ChannelKind::PublicThread | ChannelKind::PrivateThread)
    }
}

impl World {
    /// What the bot may do in a channel. A thread has its parent's rules.
    pub(crate) fn bot_permissions(&self, channel: &ChannelRecord) -> Permissions {
        let Some(guild) = channel.guild_id.and_then(|id| self.guilds.get(&id)) else {
            let is_there = channel.recipients.contains(&self.bot.user_id);
            return if is_there { Permissions(u64::MAX >> 12) } else { Permissions::default() };
        };
        if !guild.has_bot {
            return Permissions::default();
        }
        let base = guild.everyone | guild.bot_permissions;
        if base.contains(Permissions::ADMINISTRATOR) {
            return Permissions(u64::MAX >> 12);
        }
        let ruling = channel.parent_id.and_then(|id| self.channels.get(&id)).unwrap_or(channel);
        (base & !ruling.denied) | ruling.allowed
    }

    /// The channel object.
    pub(crate) fn channel_json(&self, channel: &ChannelRecord) -> Value {
        let last = channel.last_message_id.map(|id| id.to_string());
        let mut json = json!({ "id": channel.id.to_string(), "type": channel.kind as u8, "flags": 0,
            "last_message_id": last, "last_pin_timestamp": null });
        let Some(guild_id) = channel.guild_id else {
            let others = channel.recipients.iter().filter(|user| **user != self.bot.user_id);
            json["recipients"] = others.map(|user| self.user_json(*user)).collect();
            if channel.kind == ChannelKind::Group {
                json["name"] = Value::Null;
                json["icon"] = Value::Null;
                json["owner_id"] = json!(channel.owner_id.to_string());
            }
            return json;
        };
        json["guild_id"] = json!(guild_id.to_string());
        json["name"] = json!(channel.name);
        json["parent_id"] = json!(channel.parent_id.map(|id| id.to_string()));
        json["rate_limit_per_user"] = json!(0);
        if channel.is_thread() {
            let created = timestamp(channel.created_ms);
            json["owner_id"] = json!(channel.owner_id.to_string());
            json["message_count"] = json!(0);
            json["member_count"] = json!(1);
            json["total_message_sent"] = json!(0);
            json["thread_metadata"] = json!({ "archived": channel.archived, "locked": channel.locked,
                "auto_archive_duration": 1440, "archive_timestamp": created, "create_timestamp": created });
            return json;
        }
        json["position"] = json!(0);
        json["topic"] = Value::Null;
        json["nsfw"] = json!(false);
        json["permission_overwrites"] = json!([]);
        if channel.denied != Permissions::default() || channel.allowed != Permissions::default() {
            json["permission_overwrites"] = json!([{ "id": self.bot.user_id.to_string(), "type": 1,
                "allow": channel.allowed.0.to_string(), "deny": channel.denied.0.to_string() }]);
        }
        if channel.kind == ChannelKind::Voice {
            json["bitrate"] = json!(64_000);
            json["user_limit"] = json!(0);
            json["rtc_region"] = Value::Null;
        }
        json
    }

    /// The direct messages between the bot and a person, opened where they are not yet.
    pub(crate) fn direct_channel(&mut self, user: u64) -> u64 {
        let people = BTreeSet::from([user, self.bot.user_id]);
        let known = self.channels.values().find(|channel| channel.guild_id.is_none() && channel.recipients == people);
        if let Some(channel) = known {
            return channel.id;
        }
        let (id, now) = (self.next_id(), self.now());
        let mut channel = ChannelRecord::new(id, ChannelKind::Direct, "", None, now);
        channel.recipients = people;
        self.channels.insert(id, channel);
        id
    }
}
