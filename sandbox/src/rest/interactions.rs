//! The first answer to an interaction.

use serde_json::{Value, json};

use super::answer::keep_files;
use super::call::{Answer, Call};
use super::error::ApiError;
use super::form::Form;
use super::messages::{change, compose, refuse_empty};
use super::validate::message::{COMPONENTS_V2, EPHEMERAL, SUPPRESS_EMBEDS, SUPPRESS_NOTIFICATIONS};
use super::validate::{command, components, message};
use crate::limits;
use crate::world::World;
use crate::world::interaction::{Callback, InteractionKind, InteractionRecord, ResponseKind};
use crate::world::message::MessageRecord;

/// What a message that answers an interaction is, by Discord's number.
const CHAT_INPUT_COMMAND: u8 = 20;
const CONTEXT_MENU_COMMAND: u8 = 23;
const REPLY: u8 = 19;
/// Deferred, and shown as "thinking…".
const LOADING: u64 = 1 << 7;

/// `POST /interactions/{interaction_id}/{interaction_token}/callback`
pub(crate) fn callback(world: &mut World, call: &Call) -> Answer {
    let record = world.interactions.get(&call.id("interaction_id"));
    let record = record.filter(|record| record.token == call.parameter("interaction_token"));
    let record = record.ok_or_else(ApiError::unknown_interaction)?.clone();
    if record.callback.is_some() {
        return Err(ApiError::already_acknowledged());
    }
    if world.is_late(&record) {
        return Err(ApiError::unknown_interaction());
    }
    let kind = response_kind(&call.body["type"], record.kind)?;
    let data = &call.body["data"];
    check(kind, &record, world, data)?;
    match kind {
        ResponseKind::Message => {
            let id = answer_with_message(world, &record, call, data)?;
            settle(world, record.id, |record| record.original_id = Some(id));
        }
        ResponseKind::DeferredMessage => {
            let flags = message::flags(data) & (EPHEMERAL | SUPPRESS_EMBEDS);
            settle(world, record.id, |record| record.awaits = Some(flags));
        }
        ResponseKind::Update => {
            let target = record.message_id.ok_or_else(ApiError::unknown_message)?;
            change(world, target, call, data, true)?;
            settle(world, record.id, |record| record.original_id = record.message_id);
        }
        ResponseKind::DeferredUpdate => {
            settle(world, record.id, |record| record.original_id = record.message_id);
        }
        ResponseKind::Choices | ResponseKind::Modal => {}
    }
    settle(world, record.id, |record| record.callback = Some(Callback { kind, data: data.clone() }));
    if !call.asks("with_response") {
        return Ok(None);
    }
    Ok(world.interactions.get(&record.id).map(|record| response_json(world, record, kind)))
}

fn settle(world: &mut World, id: u64, change: impl FnOnce(&mut InteractionRecord)) {
    if let Some(record) = world.interactions.get_mut(&id) {
        change(record);
    }
}

/// Which answer it is, if this kind of interaction can have it.
fn response_kind(number: &Value, asked: InteractionKind) -> Result<ResponseKind, ApiError> {
    let is_component = asked == InteractionKind::Component;
    let is_autocomplete = asked == InteractionKind::Autocomplete;
    let kind = match number.as_u64() {
        Some(4) if !is_autocomplete => Some(ResponseKind::Message),
        Some(5) if !is_autocomplete => Some(ResponseKind::DeferredMessage),
        Some(6) if is_component || asked == InteractionKind::ModalSubmit => Some(ResponseKind::DeferredUpdate),
        Some(7) if is_component || asked == InteractionKind::ModalSubmit => Some(ResponseKind::Update),
        Some(8) if is_autocomplete => Some(ResponseKind::Choices),
        Some(9) if !is_autocomplete && asked != InteractionKind::ModalSubmit => Some(ResponseKind::Modal),
        _ => None,
    };
    kind.ok_or_else(|| {
        let mut form = Form::default();
        let message = format!("Response type {number} is not valid for this interaction.");
        form.note("type", "INTERACTION_APPLICATION_COMMAND_INVALID_RESPONSE_TYPE", message);
        form.finish().expect_err("a fault was noted")
    })
}

fn check(kind: ResponseKind, record: &InteractionRecord, world: &World, data: &Value) -> Result<(), ApiError> {
    let mut form = Form::default();
    match kind {
        ResponseKind::Message | ResponseKind::Update => {
            let mut inner = Form::default();
            message::check(&mut inner, data);
            // Faults of a message stand under `data`.
            if let Err(error) = inner.finish() {
                return Err(ApiError::form(json!({ "data": error.body()["errors"] })));
            }
        }
        ResponseKind::Choices => {
            let is_string = world.commands.values().any(|known| known["name"] == record.name.as_str());
            for (number, choice) in form.list("data.choices", &data["choices"], limits::CHOICES).iter().enumerate() {
                let is_string = is_string && !choice["value"].is_number();
                command::check_choice(&mut form, &format!("data.choices.{number}"), choice, is_string);
            }
        }
        ResponseKind::Modal => components::check_modal(&mut form, data),
        ResponseKind::DeferredMessage | ResponseKind::DeferredUpdate => {}
    }
    form.finish()
}

/// Sends a message that belongs to an interaction; the first one, or a follow-up.
pub(crate) fn answer_with_message(
    world: &mut World,
    record: &InteractionRecord,
    call: &Call,
    data: &Value,
) -> Result<u64, ApiError> {
    let known = EPHEMERAL | SUPPRESS_EMBEDS | SUPPRESS_NOTIFICATIONS | COMPONENTS_V2;
    let mut draft = compose(world, record.channel_id, data, known);
    if data["allowed_mentions"].is_null() {
        // Unlike elsewhere, only users are pinged where nothing is said.
        draft.mentions = draft.mentions.allowed(&json!({ "parse": ["users"] }));
    }
    refuse_empty(&draft, data, !call.files.is_empty())?;
    if !world.channels.contains_key(&record.channel_id) {
        return Err(ApiError::unknown_channel());
    }
    draft.interaction_id = Some(record.id);
    draft.kind = Some(match record.kind {
        InteractionKind::Command if record.message_id.is_some() => CONTEXT_MENU_COMMAND,
        InteractionKind::Command => CHAT_INPUT_COMMAND,
        _ => REPLY,
    });
    draft.attachments = keep_files(world, record.channel_id, call);
    Ok(world.post(draft))
}

/// What `with_response` asks for.
fn response_json(world: &World, record: &InteractionRecord, kind: ResponseKind) -> Value {
    let original = record.original_id.and_then(|id| world.message(id));
    let mut json = json!({
        "interaction": { "id": record.id.to_string(), "type": record.kind as u8,
            "response_message_id": record.original_id.map(|id| id.to_string()),
            "response_message_loading": record.awaits.is_some(),
            "response_message_ephemeral": original.is_some_and(MessageRecord::is_ephemeral)
                || record.awaits.is_some_and(|flags| flags & EPHEMERAL != 0) },
        "resource": { "type": kind as u8 },
    });
    if record.awaits.is_some() {
        json["interaction"]["response_message_flags"] = json!(LOADING);
    }
    if let Some(message) = original
        && matches!(kind, ResponseKind::Message | ResponseKind::Update)
    {
        json["resource"]["message"] = world.message_json(message);
    }
    json
}
