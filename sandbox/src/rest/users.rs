//! Users, and opening direct messages with them.

#![expect(clippy::unnecessary_wraps, reason = "every handler has one shape, those that cannot refuse too")]

use super::call::{Answer, Call};
use super::error::ApiError;
use super::form::Form;
use crate::world::World;
use crate::world::mention::snowflake;

/// `GET /users/@me`
pub(crate) fn me(world: &mut World, _: &Call) -> Answer {
    Ok(Some(world.own_user_json()))
}

/// `GET /users/{user_id}`
pub(crate) fn get(world: &mut World, call: &Call) -> Answer {
    let user = world.users.get(&call.id("user_id")).ok_or_else(ApiError::unknown_user)?;
    Ok(Some(user.json()))
}

/// `POST /users/@me/channels`
pub(crate) fn open_direct(world: &mut World, call: &Call) -> Answer {
    let Some(user) = snowflake(&call.body["recipient_id"]) else {
        let mut form = Form::default();
        form.required("recipient_id");
        form.finish()?;
        return Ok(None);
    };
    if !world.users.contains_key(&user) || user == world.bot.user_id {
        return Err(ApiError::cannot_message_user());
    }
    let channel = world.direct_channel(user);
    Ok(world.channels.get(&channel).map(|channel| world.channel_json(channel)))
}
