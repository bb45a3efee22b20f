//! Guilds, as far as a bot that answers questions looks at them.

#![expect(clippy::unnecessary_wraps, reason = "every handler has one shape, those that cannot refuse too")]

use serde_json::{Value, json};

use super::call::{Answer, Call};
use super::error::ApiError;
use crate::world::World;
use crate::world::guild::GuildRecord;

/// A guild that the bot is in.
fn find<'a>(world: &'a World, call: &Call) -> Result<&'a GuildRecord, ApiError> {
    let guild = world.guilds.get(&call.id("guild_id")).ok_or_else(ApiError::unknown_guild)?;
    if guild.has_bot { Ok(guild) } else { Err(ApiError::missing_access()) }
}

/// `GET /guilds/{guild_id}`
pub(crate) fn get(world: &mut World, call: &Call) -> Answer {
    Ok(Some(world.guild_json(find(world, call)?)))
}

/// `GET /guilds/{guild_id}/channels`
pub(crate) fn channels(world: &mut World, call: &Call) -> Answer {
    let id = find(world, call)?.id;
    let channels = world.channels.values().filter(|it| it.guild_id == Some(id) && !it.is_thread());
    Ok(Some(channels.map(|channel| world.channel_json(channel)).collect()))
}

/// `GET /guilds/{guild_id}/roles`
pub(crate) fn roles(world: &mut World, call: &Call) -> Answer {
    Ok(Some(world.guild_json(find(world, call)?)["roles"].clone()))
}

/// `GET /guilds/{guild_id}/members/{user_id}`
pub(crate) fn member(world: &mut World, call: &Call) -> Answer {
    let guild = find(world, call)?;
    let user = call.id("user_id");
    if !guild.members.contains(&user) {
        return Err(ApiError::new(404, 10007, "Unknown Member"));
    }
    Ok(Some(world.member_json(guild, user)))
}

/// `GET /users/@me/guilds`
pub(crate) fn list(world: &mut World, _: &Call) -> Answer {
    let mine = world.guilds.values().filter(|guild| guild.has_bot).map(|guild| {
        let permissions = guild.everyone | guild.bot_permissions;
        json!({ "id": guild.id.to_string(), "name": guild.name, "icon": null, "banner": null, "owner": false,
            "permissions": permissions.0.to_string(), "features": [] })
    });
    Ok(Some(mine.collect::<Value>()))
}
