//! What comes after the first answer: `@original`, and follow-ups, by the interaction's token.

use super::call::{Answer, Call};
use super::error::ApiError;
use super::form::Form;
use super::interactions::answer_with_message;
use super::messages::change;
use super::validate::message::{EPHEMERAL, check};
use crate::world::World;
use crate::world::interaction::InteractionRecord;

/// The interaction whose token the path holds, if it has been answered and lives.
fn find(world: &World, call: &Call) -> Result<InteractionRecord, ApiError> {
    if call.id("webhook_id") != world.bot.application_id {
        return Err(ApiError::unknown_webhook());
    }
    let id = world.interaction_tokens.get(call.parameter("webhook_token"));
    let record = id.and_then(|id| world.interactions.get(id)).ok_or_else(ApiError::invalid_webhook_token)?;
    if world.is_token_expired(record) {
        return Err(ApiError::invalid_webhook_token());
    }
    if record.callback.is_none() {
        return Err(ApiError::unknown_webhook());
    }
    Ok(record.clone())
}

/// The message of the call: `@original`, or a follow-up of the same interaction.
fn target(world: &World, call: &Call, record: &InteractionRecord) -> Result<u64, ApiError> {
    let id = match call.parameters.get("message_id") {
        None => record.original_id.ok_or_else(ApiError::unknown_message)?,
        Some(_) => call.id("message_id"),
    };
    let is_ours = record.original_id == Some(id) || record.followups.contains(&id);
    if is_ours && world.message(id).is_some() { Ok(id) } else { Err(ApiError::unknown_message()) }
}

/// `POST /webhooks/{webhook_id}/{webhook_token}`; the first after a deferred answer becomes `@original`.
pub(crate) fn create(world: &mut World, call: &Call) -> Answer {
    let record = find(world, call)?;
    let mut form = Form::default();
    check(&mut form, &call.body);
    form.finish()?;
    let id = send(world, &record, call, record.awaits)?;
    if let Some(record) = world.interactions.get_mut(&record.id) {
        if record.awaits.take().is_some() {
            record.original_id = Some(id);
        } else {
            record.followups.push(id);
        }
    }
    // Without `wait` Discord answers nothing for webhooks; for an interaction's it always answers with the message.
    Ok(world.message(id).map(|message| world.message_json(message)))
}

/// Sends a message; where the answer was deferred, privately or not as was said then.
fn send(world: &mut World, record: &InteractionRecord, call: &Call, awaits: Option<u64>) -> Result<u64, ApiError> {
    let mut body = call.body.clone();
    if let Some(flags) = awaits {
        let own = body["flags"].as_u64().unwrap_or_default() & !EPHEMERAL;
        body["flags"] = (own | flags).into();
    }
    answer_with_message(world, record, call, &body)
}

/// `GET …/messages/{message_id}`
pub(crate) fn get(world: &mut World, call: &Call) -> Answer {
    let record = find(world, call)?;
    let id = target(world, call, &record)?;
    Ok(world.message(id).map(|message| world.message_json(message)))
}

/// `PATCH …/messages/{message_id}`; of an answer that was deferred, this makes the message.
pub(crate) fn edit(world: &mut World, call: &Call) -> Answer {
    let record = find(world, call)?;
    if !call.parameters.contains_key("message_id")
        && let Some(flags) = record.awaits
    {
        let mut form = Form::default();
        check(&mut form, &call.body);
        form.finish()?;
        let id = send(world, &record, call, Some(flags))?;
        if let Some(record) = world.interactions.get_mut(&record.id) {
            record.awaits = None;
            record.original_id = Some(id);
        }
        return Ok(world.message(id).map(|message| world.message_json(message)));
    }
    let id = target(world, call, &record)?;
    change(world, id, call, &call.body, true)
}

/// `DELETE …/messages/{message_id}`
pub(crate) fn delete(world: &mut World, call: &Call) -> Answer {
    let record = find(world, call)?;
    let id = target(world, call, &record)?;
    world.delete_message(id);
    Ok(None)
}
