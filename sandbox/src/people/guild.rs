//! Making guilds and their channels.

#![expect(clippy::unused_async, reason = "making something at Discord is async to who asks, whatever we need for it")]

use std::collections::{BTreeMap, BTreeSet};

use serde_json::json;

use super::channel::Channel;
use super::user::User;
use crate::gateway::dispatch::Event;
use crate::gateway::intents;
use crate::permissions::Permissions;
use crate::sandbox::Sandbox;
use crate::world::World;
use crate::world::channel::{ChannelKind, ChannelRecord};
use crate::world::guild::GuildRecord;

/// A guild that is about to be made.
pub struct GuildBuilder {
    sandbox: Sandbox,
    name: String,
    locale: String,
    has_bot: bool,
    everyone: Permissions,
    bot_permissions: Permissions,
    shard: Option<(u64, u64)>,
}

impl GuildBuilder {
    pub(crate) fn new(sandbox: &Sandbox, name: &str) -> Self {
        Self {
            sandbox: sandbox.clone(),
            name: name.to_owned(),
            locale: "en-US".to_owned(),
            has_bot: true,
            everyone: Permissions::EVERYONE,
            bot_permissions: Permissions::EVERYONE,
            shard: None,
        }
    }

    /// The guild's preferred locale; `en-US` by default.
    #[must_use]
    pub fn locale(mut self, locale: &str) -> Self {
        locale.clone_into(&mut self.locale);
        self
    }

    /// The bot is not in it: only commands that someone installed for themselves reach it from here.
    #[must_use]
    pub fn without_bot(mut self) -> Self {
        self.has_bot = false;
        self
    }

    /// What everyone may do in it, the bot too; `Permissions::EVERYONE` by default.
    #[must_use]
    pub fn everyone(mut self, permissions: Permissions) -> Self {
        self.everyone = permissions;
        self
    }

    /// What the bot's own role allows; `Permissions::EVERYONE` by default.
    #[must_use]
    pub fn bot_permissions(mut self, permissions: Permissions) -> Self {
        self.bot_permissions = permissions;
        self
    }

    /// Its events go to shard `shard` of `total`.
    #[must_use]
    pub fn on_shard(mut self, shard: u64, total: u64) -> Self {
        self.shard = Some((shard, total));
        self
    }

    /// Makes the guild. Connected clients are told (`GUILD_CREATE`).
    pub async fn create(self) -> Guild {
        let id = self.sandbox.shared.write(|world| {
            let now = world.now();
            let id = match self.shard {
                Some(shard) => world.ids.next_on_shard(now, shard),
                None => world.next_id(),
            };
            let bot_role_id = world.next_id();
            let members = if self.has_bot { BTreeSet::from([world.bot.user_id]) } else { BTreeSet::new() };
            let guild = GuildRecord {
                id,
                name: self.name,
                locale: self.locale,
                owner_id: world.settings.owner_id,
                has_bot: self.has_bot,
                bot_role_id,
                everyone: self.everyone,
                bot_permissions: self.bot_permissions,
                members,
                granted: BTreeMap::new(),
                created_ms: now,
            };
            if guild.has_bot {
                let data = world.guild_create_json(&guild);
                world.dispatch(&Event::of_guild("GUILD_CREATE", data, id));
            }
            world.guilds.insert(id, guild);
            id
        });
        Guild { sandbox: self.sandbox, id }
    }
}

/// A guild.
#[derive(Clone)]
pub struct Guild {
    sandbox: Sandbox,
    id: u64,
}

impl Guild {
    /// Its id.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    /// The role that Discord made for the bot.
    #[must_use]
    pub fn bot_role_id(&self) -> u64 {
        self.sandbox.shared.read(|world| world.guilds[&self.id].bot_role_id)
    }

    /// Gives someone these permissions, beyond what everyone has.
    pub async fn grants(&self, user: &User, permissions: Permissions) {
        self.sandbox.shared.write(|world| {
            if let Some(guild) = world.guilds.get_mut(&self.id) {
                let granted = guild.granted.entry(user.id()).or_default();
                *granted = *granted | permissions;
            }
        });
    }

    /// What someone may do in it.
    #[must_use]
    pub fn permissions_of(&self, user: &User) -> Permissions {
        self.sandbox.shared.read(|world| World::member_permissions(&world.guilds[&self.id], user.id()))
    }

    /// A new text channel.
    pub async fn channel(&self, name: &str) -> Channel {
        self.add(ChannelKind::Text, name)
    }

    /// A new announcement channel.
    pub async fn announcement(&self, name: &str) -> Channel {
        self.add(ChannelKind::Announcement, name)
    }

    /// A new voice channel, with its text chat.
    pub async fn voice(&self, name: &str) -> Channel {
        self.add(ChannelKind::Voice, name)
    }

    /// A new forum.
    pub async fn forum(&self, name: &str) -> Channel {
        self.add(ChannelKind::Forum, name)
    }

    /// Removes the bot from the guild. Connected clients are told (`GUILD_DELETE`).
    pub async fn removes_bot(&self) {
        self.sandbox.shared.write(|world| {
            if let Some(guild) = world.guilds.get_mut(&self.id) {
                guild.has_bot = false;
                guild.members.remove(&world.bot.user_id);
            }
            let data = json!({ "id": self.id.to_string() });
            world.dispatch(&Event::of_guild("GUILD_DELETE", data, self.id));
        });
    }

    fn add(&self, kind: ChannelKind, name: &str) -> Channel {
        let id = self.sandbox.shared.write(|world| {
            let (id, now) = (world.next_id(), world.now());
            let channel = ChannelRecord::new(id, kind, name, Some(self.id), now);
            world.add_channel(channel);
            id
        });
        Channel::new(&self.sandbox, id)
    }
}

impl World {
    /// Adds a channel or thread, and tells the gateway.
    pub(crate) fn add_channel(&mut self, channel: ChannelRecord) {
        let id = channel.id;
        let name = if channel.is_thread() { "THREAD_CREATE" } else { "CHANNEL_CREATE" };
        self.channels.insert(id, channel);
        self.tell_channel(name, id);
    }

    /// Tells that something happened to a channel.
    pub(crate) fn tell_channel(&mut self, name: &'static str, id: u64) {
        let Some(channel) = self.channels.get(&id) else { return };
        let Some(guild) = channel.guild_id.filter(|guild| self.guilds[guild].has_bot) else { return };
        let data = self.channel_json(channel);
        self.dispatch(&Event::of_guild(name, data, guild));
    }
}

impl Event {
    /// An event of a guild, for who asked to be told of guilds.
    pub(crate) fn of_guild(name: &'static str, data: serde_json::Value, guild: u64) -> Self {
        Self { name, data, guild: Some(guild), channel: None, intents: intents::GUILDS, subject: None }
    }
}
