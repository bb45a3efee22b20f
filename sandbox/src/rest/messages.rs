//! Messages of a channel.

use serde_json::{Value, json};

use super::answer::keep_files;
use super::call::{Answer, Call};
use super::channels;
use super::error::ApiError;
use super::form::Form;
use super::validate::embeds::is_shown;
use super::validate::message::{COMPONENTS_V2, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS, check, flags};
use crate::limits;
use crate::permissions::Permissions;
use crate::world::World;
use crate::world::channel::{ChannelKind, ChannelRecord};
use crate::world::mention::{Mentions, snowflake};
use crate::world::message::{MessageRecord, Reference};
use crate::world::post::Draft;

/// `POST /channels/{channel_id}/messages`
pub(crate) fn create(world: &mut World, call: &Call) -> Answer {
    let channel = channels::find(world, call)?.clone();
    let permissions = may_send(world, &channel)?;
    let body = &call.body;
    if let Some(message) = sent_before(world, channel.id, body) {
        return Ok(Some(world.message_json(message)));
    }
    let mut form = Form::default();
    check(&mut form, body);
    form.finish()?;
    let mut draft = compose(world, channel.id, body, SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2);
    if !permissions.contains(Permissions::EMBED_LINKS) {
        draft.embeds.clear();
    }
    if !call.files.is_empty() && !permissions.contains(Permissions::ATTACH_FILES) {
        return Err(ApiError::missing_permissions());
    }
    refuse_empty(&draft, body, !call.files.is_empty())?;
    refer(world, &channel, body, permissions, &mut draft)?;
    draft.attachments = keep_files(world, channel.id, call);
    let id = world.post(draft);
    if body["enforce_nonce"] == true && !body["nonce"].is_null() {
        let now = world.now();
        world.nonces.insert((channel.id, body["nonce"].to_string()), (id, now));
    }
    Ok(world.message(id).map(|message| world.message_json(message)))
}

/// What the bot may do in a channel where it may send.
fn may_send(world: &World, channel: &ChannelRecord) -> Result<Permissions, ApiError> {
    let permissions = world.bot_permissions(channel);
    let needed = if channel.is_thread() { Permissions::SEND_MESSAGES_IN_THREADS } else { Permissions::SEND_MESSAGES };
    if !permissions.contains(needed) {
        return Err(ApiError::missing_permissions());
    }
    if channel.kind == ChannelKind::Forum {
        return Err(ApiError::not_a_text_channel());
    }
    if channel.archived && channel.locked && !permissions.contains(Permissions::MANAGE_THREADS) {
        return Err(ApiError::thread_archived());
    }
    if channel.kind == ChannelKind::Direct
        && channel.recipients.iter().filter_map(|id| world.users.get(id)).any(|user| user.dms_closed)
    {
        return Err(ApiError::cannot_message_user());
    }
    Ok(permissions)
}

/// The message that the same nonce made a few minutes ago.
fn sent_before<'a>(world: &'a World, channel: u64, body: &Value) -> Option<&'a MessageRecord> {
    if body["enforce_nonce"] != true || body["nonce"].is_null() {
        return None;
    }
    let (id, at) = world.nonces.get(&(channel, body["nonce"].to_string()))?;
    (world.now() <= at + limits::NONCE_MS).then(|| world.messages.get(id))?
}

/// A message of the bot's own, from a body that has been checked. Of its flags those in `known` are kept.
pub(crate) fn compose(world: &World, channel: u64, body: &Value, known: u64) -> Draft {
    let author = world.users[&world.bot.user_id].clone();
    let mut draft = Draft::text(channel, author, body["content"].as_str().unwrap_or_default());
    draft.mentions = Mentions::find(&draft.content).allowed(&body["allowed_mentions"]);
    draft.flags = flags(body) & known;
    draft.embeds = shown_embeds(body, draft.flags);
    draft.components = body["components"].as_array().cloned().unwrap_or_default();
    number_components(&mut draft.components);
    draft.tts = body["tts"] == true;
    draft.nonce = body["nonce"].clone();
    draft
}

/// Embeds as Discord keeps them: each of type `rich`.
fn shown_embeds(body: &Value, flags: u64) -> Vec<Value> {
    if flags & SUPPRESS_EMBEDS != 0 {
        return Vec::new();
    }
    let mut embeds = body["embeds"].as_array().cloned().unwrap_or_default();
    embeds.retain(is_shown);
    for embed in &mut embeds {
        embed["type"] = json!("rich");
        for field in inside(embed, "fields") {
            field["inline"] = json!(field["inline"] == true);
        }
    }
    embeds
}

/// Gives each component its number, as Discord does where none was sent.
fn number_components(rows: &mut [Value]) {
    let mut next = 1;
    for row in rows {
        row["id"] = json!(next);
        next += 1;
        for child in inside(row, "components") {
            child["id"] = json!(next);
            next += 1;
        }
    }
}

/// The items of a list that may be absent; asking for it adds nothing.
fn inside<'a>(owner: &'a mut Value, list: &str) -> impl Iterator<Item = &'a mut Value> {
    owner.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten()
}

/// A message with nothing in it is none.
pub(crate) fn refuse_empty(draft: &Draft, body: &Value, has_files: bool) -> Result<(), ApiError> {
    let says = !draft.content.trim().is_empty();
    let shows = !draft.embeds.is_empty() || !draft.components.is_empty() || has_files;
    let other = !body["poll"].is_null() || body["sticker_ids"].as_array().is_some_and(|ids| !ids.is_empty());
    if says || shows || other { Ok(()) } else { Err(ApiError::empty_message()) }
}

/// Makes the draft a reply where the body asks for it.
fn refer(
    world: &World,
    channel: &ChannelRecord,
    body: &Value,
    permissions: Permissions,
    draft: &mut Draft,
) -> Result<(), ApiError> {
    let reference = &body["message_reference"];
    if reference.is_null() {
        return Ok(());
    }
    if channel.guild_id.is_some() && !permissions.contains(Permissions::READ_MESSAGE_HISTORY) {
        return Err(ApiError::no_history());
    }
    let wanted = snowflake(&reference["message_id"]).unwrap_or_default();
    let elsewhere = snowflake(&reference["channel_id"]).is_some_and(|id| id != channel.id);
    let replied = world.message(wanted).filter(|message| message.channel_id == channel.id && !elsewhere);
    let Some(replied) = replied else {
        if reference["fail_if_not_exists"] == false {
            return Ok(());
        }
        let mut form = Form::default();
        form.note("message_reference", "MESSAGE_REFERENCE_UNKNOWN_MESSAGE", "Unknown message");
        return form.finish();
    };
    let allowed = &body["allowed_mentions"];
    let pings = if allowed.is_null() { true } else { allowed["replied_user"] == true };
    if pings && !replied.author.is_webhook && !draft.mentions.users.contains(&replied.author.id) {
        draft.mentions.users.push(replied.author.id);
    }
    draft.reference = Some(Reference { message_id: wanted, channel_id: channel.id, guild_id: channel.guild_id });
    Ok(())
}

/// A message of the call's channel.
fn find<'a>(world: &'a World, call: &Call) -> Result<&'a MessageRecord, ApiError> {
    let channel = channels::find(world, call)?;
    let message = world.message(call.id("message_id")).filter(|message| message.channel_id == channel.id);
    message.filter(|message| !message.is_ephemeral()).ok_or_else(ApiError::unknown_message)
}

/// May the bot read what was written in the call's channel.
fn may_read(world: &World, call: &Call) -> Result<bool, ApiError> {
    let channel = channels::find(world, call)?;
    Ok(world.bot_permissions(channel).contains(Permissions::READ_MESSAGE_HISTORY))
}

/// `GET …/messages/{message_id}`
pub(crate) fn get(world: &mut World, call: &Call) -> Answer {
    if !may_read(world, call)? {
        return Err(ApiError::missing_permissions());
    }
    Ok(Some(world.message_for_bot(find(world, call)?)))
}

/// `GET …/messages`, the newest first. Without Read Message History there are none, and no word of why.
pub(crate) fn list(world: &mut World, call: &Call) -> Answer {
    let reads = may_read(world, call)?;
    let channel = call.id("channel_id");
    let bound = |name: &str| call.query.get(name).and_then(|id| id.parse::<u64>().ok());
    let limit = bound("limit").and_then(|limit| usize::try_from(limit).ok()).unwrap_or(50);
    if limit == 0 || limit > limits::LISTED_MESSAGES {
        let mut form = Form::default();
        form.note("limit", "NUMBER_TYPE_MAX", "int value should be between 1 and 100.");
        form.finish()?;
    }
    if !reads {
        return Ok(Some(json!([])));
    }
    let (before, after) = (bound("before"), bound("after"));
    let first = after.unwrap_or(0).saturating_add(1);
    let inside = world.messages.range(first..before.unwrap_or(u64::MAX).max(first)).map(|(_, message)| message);
    let shown = inside.filter(|it| it.channel_id == channel && !it.is_deleted && !it.is_ephemeral());
    // After a message those that came next, else the last ones; told in the same order either way.
    let mut listed: Vec<_> = if after.is_some() && before.is_none() {
        shown.take(limit).collect()
    } else {
        shown.rev().take(limit).collect()
    };
    listed.sort_unstable_by_key(|message| std::cmp::Reverse(message.id));
    Ok(Some(listed.into_iter().map(|message| world.message_for_bot(message)).collect()))
}

/// `PATCH …/messages/{message_id}`
pub(crate) fn edit(world: &mut World, call: &Call) -> Answer {
    let message = find(world, call)?;
    if message.author.id != world.bot.user_id {
        return Err(ApiError::edit_of_another());
    }
    let id = message.id;
    let channel = channels::find(world, call)?;
    let embeds = world.bot_permissions(channel).contains(Permissions::EMBED_LINKS);
    change(world, id, call, &call.body, embeds)
}

/// Changes a message of the bot's: what the body names, and nothing else.
pub(crate) fn change(world: &mut World, id: u64, call: &Call, body: &Value, may_embed: bool) -> Answer {
    let mut form = Form::default();
    check(&mut form, body);
    form.finish()?;
    let message = world.messages.get(&id).ok_or_else(ApiError::unknown_message)?;
    let mut merged = body.clone();
    if !body.is_object() {
        merged = json!({});
    }
    let kept = [
        ("content", json!(message.content)),
        ("embeds", json!(message.embeds)),
        ("components", json!(message.components)),
        ("flags", json!(message.flags)),
    ];
    for (field, value) in kept {
        if body.get(field).is_none() {
            merged[field] = value;
        }
    }
    let steady = message.flags & !(SUPPRESS_EMBEDS | COMPONENTS_V2);
    let mut draft = compose(world, message.channel_id, &merged, SUPPRESS_EMBEDS | COMPONENTS_V2);
    if !may_embed {
        draft.embeds.clear();
    }
    let files = keep_files(world, message.channel_id, call);
    let message = &world.messages[&id];
    refuse_empty(&draft, body, !files.is_empty() || !message.attachments.is_empty())?;
    let now = world.now();
    if let Some(message) = world.messages.get_mut(&id) {
        message.remember(now);
        (message.content, message.embeds, message.components) = (draft.content, draft.embeds, draft.components);
        message.flags = steady | draft.flags;
        if let Some(kept) = body["attachments"].as_array() {
            message.attachments.retain(|old| kept.iter().any(|kept| kept["id"] == old["id"]));
        }
        message.attachments.extend(files);
    }
    world.tell_edit(id);
    Ok(world.message(id).map(|message| world.message_json(message)))
}

/// `DELETE …/messages/{message_id}`
pub(crate) fn delete(world: &mut World, call: &Call) -> Answer {
    let message = find(world, call)?;
    let (id, author) = (message.id, message.author.id);
    let channel = channels::find(world, call)?;
    if author != world.bot.user_id && !world.bot_permissions(channel).contains(Permissions::MANAGE_MESSAGES) {
        return Err(ApiError::missing_permissions());
    }
    world.delete_message(id);
    Ok(None)
}
