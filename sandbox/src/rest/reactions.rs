//! The bot's own reactions.

use serde_json::json;

use super::call::{Answer, Call};
use super::channels;
use super::error::ApiError;
use crate::gateway::dispatch::Event;
use crate::gateway::intents;
use crate::permissions::Permissions;
use crate::world::World;
use crate::world::message::emoji_json;

/// `PUT …/reactions/{emoji_name}/@me`
pub(crate) fn add(world: &mut World, call: &Call) -> Answer {
    let channel = channels::find(world, call)?;
    if !world.bot_permissions(channel).contains(Permissions::ADD_REACTIONS | Permissions::READ_MESSAGE_HISTORY) {
        return Err(ApiError::missing_permissions());
    }
    change(world, call, true)
}

/// `DELETE …/reactions/{emoji_name}/@me`
pub(crate) fn remove(world: &mut World, call: &Call) -> Answer {
    channels::find(world, call)?;
    change(world, call, false)
}

fn change(world: &mut World, call: &Call, adds: bool) -> Answer {
    let (channel, bot) = (call.id("channel_id"), world.bot.user_id);
    let pairs = url::form_urlencoded::parse(call.parameter("emoji_name").as_bytes());
    let emoji: String = pairs.map(|(name, _)| name.into_owned()).collect();
    let message = world.messages.get_mut(&call.id("message_id"));
    let message = message.filter(|it| it.channel_id == channel && !it.is_deleted);
    let message = message.ok_or_else(ApiError::unknown_message)?;
    let users = message.reactions.entry(emoji.clone()).or_default();
    let changed = if adds { users.insert(bot) } else { users.remove(&bot) };
    message.reactions.retain(|_, users| !users.is_empty());
    if changed {
        let (id, guild) = (message.id, world.channels.get(&channel).and_then(|it| it.guild_id));
        let mut data = json!({ "user_id": bot.to_string(), "channel_id": channel.to_string(), "burst": false,
            "message_id": id.to_string(), "emoji": emoji_json(&emoji), "type": 0 });
        if let Some(guild) = guild {
            data["guild_id"] = json!(guild.to_string());
        }
        let name = if adds { "MESSAGE_REACTION_ADD" } else { "MESSAGE_REACTION_REMOVE" };
        let intents = intents::reactions(guild.is_some());
        world.dispatch(&Event { name, data, guild, channel: Some(channel), intents, subject: None });
    }
    Ok(None)
}
