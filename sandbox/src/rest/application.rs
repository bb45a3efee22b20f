//! The application, and where its gateway is.

#![expect(clippy::unnecessary_wraps, reason = "every handler has one shape, those that cannot refuse too")]

use serde_json::json;

use super::call::{Answer, Call};
use crate::world::World;

/// `GET /gateway`
pub(crate) fn gateway(world: &mut World, _: &Call) -> Answer {
    Ok(Some(json!({ "url": world.gateway_url() })))
}

/// `GET /gateway/bot`
pub(crate) fn gateway_bot(world: &mut World, _: &Call) -> Answer {
    let now = world.now();
    let remaining = world.gateway.starts.remaining(now);
    Ok(Some(json!({ "url": world.gateway_url(), "shards": world.settings.shards,
        "session_start_limit": { "total": world.settings.session_starts, "remaining": remaining,
            "reset_after": world.gateway.starts.reset_after(now), "max_concurrency": world.settings.max_concurrency } })))
}

/// `GET /applications/@me`
pub(crate) fn me(world: &mut World, _: &Call) -> Answer {
    let guilds = world.guilds.values().filter(|guild| guild.has_bot).count();
    Ok(Some(json!({
        "id": world.bot.application_id.to_string(), "name": world.bot.name, "icon": null, "description": "",
        "summary": "", "type": null, "bot_public": true, "bot_require_code_grant": false,
        "verify_key": "0".repeat(64), "flags": world.application_flags(), "team": null,
        "owner": world.user_json(world.settings.owner_id), "bot": world.user_json(world.bot.user_id),
        "hook": true, "is_monetized": false, "redirect_uris": [], "interactions_endpoint_url": null,
        "role_connections_verification_url": null, "approximate_guild_count": guilds,
        "approximate_user_install_count": 0, "integration_types_config": { "0": {}, "1": {} }, "rpc_origins": [],
    })))
}
