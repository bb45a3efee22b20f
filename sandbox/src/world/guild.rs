//! Guilds: servers, in the words of Discord's own interface.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use super::World;
use crate::clock::timestamp;
use crate::permissions::Permissions;

/// A guild.
#[derive(Clone, Debug)]
pub(crate) struct GuildRecord {
    pub(crate) id: u64,
    pub(crate) name: String,
    pub(crate) locale: String,
    pub(crate) owner_id: u64,
    /// Whether the bot is in it. Where it is not, only user-installed commands reach the bot from here.
    pub(crate) has_bot: bool,
    /// The role that Discord made for the bot when it joined.
    pub(crate) bot_role_id: u64,
    pub(crate) everyone: Permissions,
    pub(crate) bot_permissions: Permissions,
    /// What someone may do beyond what everyone may.
    pub(crate) granted: BTreeMap<u64, Permissions>,
    pub(crate) members: BTreeSet<u64>,
    pub(crate) created_ms: u64,
}

impl World {
    fn role_json(&self, guild: &GuildRecord, id: u64) -> Value {
        let is_bots = id == guild.bot_role_id;
        let permissions = if is_bots { guild.bot_permissions } else { guild.everyone };
        let mut role = json!({
            "id": id.to_string(), "name": if is_bots { self.bot.name.as_str() } else { "@everyone" },
            "color": 0, "colors": { "primary_color": 0, "secondary_color": null, "tertiary_color": null },
            "hoist": false, "icon": null, "unicode_emoji": null, "position": u8::from(is_bots),
            "permissions": permissions.0.to_string(), "managed": is_bots, "mentionable": false, "flags": 0,
        });
        if is_bots {
            role["tags"] = json!({ "bot_id": self.bot.user_id.to_string() });
        }
        role
    }

    /// A member's permissions; who owns the guild may do everything.
    pub(crate) fn member_permissions(guild: &GuildRecord, user: u64) -> Permissions {
        let granted = guild.granted.get(&user).copied().unwrap_or_default();
        let all = guild.everyone | granted;
        let everything = user == guild.owner_id || all.contains(Permissions::ADMINISTRATOR);
        if everything { Permissions(u64::MAX >> 12) } else { all }
    }

    /// A member of a guild, with the user in it.
    pub(crate) fn member_json(&self, guild: &GuildRecord, user: u64) -> Value {
        let mut member = self.bare_member_json(guild, user);
        member["user"] = self.user_json(user);
        member
    }

    /// A member as it stands beside a message's author: without the user.
    pub(crate) fn bare_member_json(&self, guild: &GuildRecord, user: u64) -> Value {
        let roles = if user == self.bot.user_id { vec![guild.bot_role_id.to_string()] } else { Vec::new() };
        json!({
            "roles": roles, "joined_at": timestamp(guild.created_ms), "nick": null, "avatar": null, "banner": null,
            "deaf": false, "mute": false, "flags": 0, "pending": false, "premium_since": null,
            "communication_disabled_until": null,
        })
    }

    /// The guild as REST gives it.
    pub(crate) fn guild_json(&self, guild: &GuildRecord) -> Value {
        let mut roles = vec![self.role_json(guild, guild.id)];
        if guild.has_bot {
            roles.push(self.role_json(guild, guild.bot_role_id));
        }
        let (id, owner) = (guild.id.to_string(), guild.owner_id.to_string());
        let basics = json!({
            "id": id, "name": guild.name, "icon": null, "icon_hash": null, "splash": null,
            "discovery_splash": null, "owner_id": owner, "region": "deprecated",
            "afk_channel_id": null, "afk_timeout": 300, "widget_enabled": false, "widget_channel_id": null,
            "verification_level": 0, "default_message_notifications": 1, "explicit_content_filter": 0,
            "roles": roles, "emojis": [], "stickers": [], "features": [], "mfa_level": 0, "application_id": null,
        });
        let rest = json!({
            "system_channel_id": null, "system_channel_flags": 0, "rules_channel_id": null,
            "max_presences": null, "max_members": 500_000, "vanity_url_code": null, "description": null,
            "banner": null, "premium_tier": 0, "premium_subscription_count": 0, "preferred_locale": guild.locale,
            "public_updates_channel_id": null, "max_video_channel_users": 25, "max_stage_video_channel_users": 50,
            "nsfw_level": 0, "premium_progress_bar_enabled": false, "safety_alerts_channel_id": null,
            "incidents_data": null, "home_header": null, "hub_type": null, "latest_onboarding_question_id": null,
            "nsfw": false, "owner_configured_content_level": null,
        });
        merged(basics, rest)
    }

    /// The guild as `GUILD_CREATE` gives it: with its channels, threads and the bot's own member.
    pub(crate) fn guild_create_json(&self, guild: &GuildRecord) -> Value {
        let of_guild = self.channels.values().filter(|channel| channel.guild_id == Some(guild.id));
        let (threads, channels): (Vec<_>, Vec<_>) = of_guild.partition(|channel| channel.is_thread());
        let extra = json!({
            "joined_at": timestamp(guild.created_ms), "large": false, "unavailable": false,
            "member_count": guild.members.len(), "voice_states": [],
            "members": guild.members.iter().map(|user| self.member_json(guild, *user)).collect::<Vec<_>>(),
            "channels": channels.into_iter().map(|channel| self.channel_json(channel)).collect::<Vec<_>>(),
            "threads": threads.into_iter().filter(|thread| !thread.archived)
                .map(|thread| self.channel_json(thread)).collect::<Vec<_>>(),
            "presences": [], "stage_instances": [], "guild_scheduled_events": [], "soundboard_sounds": [],
        });
        merged(self.guild_json(guild), extra)
    }
}

/// An object with the fields of another.
fn merged(mut object: Value, more: Value) -> Value {
    if let (Value::Object(fields), Value::Object(more)) = (&mut object, more) {
        fields.extend(more);
    }
    object
}
