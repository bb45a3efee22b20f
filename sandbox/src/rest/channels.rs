//! Channels.

use super::call::{Answer, Call};
use super::error::ApiError;
use crate::permissions::Permissions;
use crate::world::World;
use crate::world::channel::ChannelRecord;

/// The channel of a call, which the bot may see.
pub(crate) fn find<'a>(world: &'a World, call: &Call) -> Result<&'a ChannelRecord, ApiError> {
    let channel = world.channels.get(&call.id("channel_id")).ok_or_else(ApiError::unknown_channel)?;
    if world.bot_permissions(channel).contains(Permissions::VIEW_CHANNEL) {
        Ok(channel)
    } else {
        Err(ApiError::missing_access())
    }
}

/// `GET /channels/{channel_id}`
pub(crate) fn get(world: &mut World, call: &Call) -> Answer {
    Ok(Some(world.channel_json(find(world, call)?)))
}

/// `POST /channels/{channel_id}/typing`
pub(crate) fn typing(world: &mut World, call: &Call) -> Answer {
    find(world, call)?;
    Ok(None)
}
