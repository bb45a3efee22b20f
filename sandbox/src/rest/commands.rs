//! Application commands: global ones, and those of one guild.

use serde_json::{Value, json};

use super::call::{Answer, Call};
use super::error::ApiError;
use super::form::Form;
use super::validate::command;
use crate::world::World;

/// Where the commands of a call live: a guild, or null for everywhere.
fn scope(world: &World, call: &Call) -> Result<Value, ApiError> {
    if call.id("application_id") != world.bot.application_id {
        return Err(ApiError::new(403, 20012, "You are not authorized to perform this action on this application"));
    }
    match call.parameters.get("guild_id") {
        None => Ok(Value::Null),
        Some(id) if world.guilds.contains_key(&call.id("guild_id")) => Ok(json!(id)),
        Some(_) => Err(ApiError::missing_access()),
    }
}

fn of_scope(world: &World, scope: &Value) -> Vec<Value> {
    world.commands.values().filter(|command| command["guild_id"] == *scope).cloned().collect()
}

/// The command of a call, in its scope.
fn find(world: &World, call: &Call) -> Result<Value, ApiError> {
    let scope = scope(world, call)?;
    let command = world.commands.get(&call.id("command_id")).filter(|command| command["guild_id"] == scope);
    command.cloned().ok_or_else(ApiError::unknown_command)
}

/// `GET …/commands`; localizations only where the query asks for them.
pub(crate) fn list(world: &mut World, call: &Call) -> Answer {
    let scope = scope(world, call)?;
    let mut commands = of_scope(world, &scope);
    if !call.asks("with_localizations") {
        commands.iter_mut().for_each(strip_localizations);
    }
    Ok(Some(Value::from(commands)))
}

fn strip_localizations(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| !name.ends_with("_localizations"));
            fields.values_mut().for_each(strip_localizations);
        }
        Value::Array(items) => items.iter_mut().for_each(strip_localizations),
        _ => {}
    }
}

/// `GET …/commands/{command_id}`
pub(crate) fn get(world: &mut World, call: &Call) -> Answer {
    Ok(Some(find(world, call)?))
}

/// `POST …/commands`: a command of a name that is there already replaces it.
pub(crate) fn create(world: &mut World, call: &Call) -> Answer {
    let scope = scope(world, call)?;
    let mut form = Form::default();
    command::check(&mut form, "", &call.body);
    form.finish()?;
    let mut all = of_scope(world, &scope);
    all.retain(|known| !is_same(known, &call.body));
    all.push(call.body.clone());
    let mut form = Form::default();
    command::check_list(&mut form, &all);
    form.finish()?;
    Ok(Some(keep(world, &scope, &call.body)))
}

/// `PUT …/commands`: these, and no others.
pub(crate) fn overwrite(world: &mut World, call: &Call) -> Answer {
    let scope = scope(world, call)?;
    let commands = call.body.as_array().cloned().unwrap_or_default();
    let mut form = Form::default();
    for (number, one) in commands.iter().enumerate() {
        command::check(&mut form, &number.to_string(), one);
    }
    command::check_list(&mut form, &commands);
    form.finish()?;
    world.commands.retain(|_, known| known["guild_id"] != scope || commands.iter().any(|new| is_same(known, new)));
    Ok(Some(commands.iter().map(|command| keep(world, &scope, command)).collect()))
}

/// `PATCH …/commands/{command_id}`
pub(crate) fn edit(world: &mut World, call: &Call) -> Answer {
    let mut command = find(world, call)?;
    for (name, value) in call.body.as_object().into_iter().flatten() {
        command[name] = value.clone();
    }
    let mut form = Form::default();
    command::check(&mut form, "", &command);
    form.finish()?;
    command["version"] = json!(world.next_id().to_string());
    world.commands.insert(call.id("command_id"), command.clone());
    Ok(Some(command))
}

/// `DELETE …/commands/{command_id}`
pub(crate) fn delete(world: &mut World, call: &Call) -> Answer {
    find(world, call)?;
    world.commands.remove(&call.id("command_id"));
    Ok(None)
}

/// Whether two commands are of one kind and name, so that one replaces the other.
fn is_same(one: &Value, other: &Value) -> bool {
    one["name"] == other["name"] && one["type"].as_u64().unwrap_or(1) == other["type"].as_u64().unwrap_or(1)
}

/// Stores a command as Discord gives it back; of one that is there already, the id stays.
fn keep(world: &mut World, scope: &Value, sent: &Value) -> Value {
    let known = world.commands.iter().find(|(_, known)| known["guild_id"] == *scope && is_same(known, sent));
    let known_id = known.map(|(id, _)| *id);
    let id = known_id.unwrap_or_else(|| world.next_id());
    let or = |field: &str, default: Value| if sent[field].is_null() { default } else { sent[field].clone() };
    let contexts = if scope.is_null() { or("contexts", Value::Null) } else { Value::Null };
    let command = json!({
        "id": id.to_string(), "application_id": world.bot.application_id.to_string(), "guild_id": scope,
        "version": world.next_id().to_string(), "type": sent["type"].as_u64().unwrap_or(1), "name": sent["name"],
        "name_localizations": sent["name_localizations"], "description": or("description", json!("")),
        "description_localizations": sent["description_localizations"], "options": kept_options(sent),
        "default_member_permissions": sent["default_member_permissions"],
        "dm_permission": or("dm_permission", json!(true)), "nsfw": or("nsfw", json!(false)),
        "contexts": contexts, "integration_types": or("integration_types", json!([0])),
    });
    world.commands.insert(id, command.clone());
    command
}

/// Options as Discord gives them back: what is false or empty is left out.
fn kept_options(owner: &Value) -> Value {
    let options = owner["options"].as_array().map_or(&[][..], Vec::as_slice);
    let kept = options.iter().map(|option| {
        let mut option = option.clone();
        if option["options"].is_array() {
            option["options"] = kept_options(&option);
        }
        if let Some(fields) = option.as_object_mut() {
            let empty = |value: &Value| value.is_null() || *value == json!(false) || *value == json!([]);
            fields.retain(|name, value| name == "options" || !empty(value));
        }
        option
    });
    kept.collect()
}
