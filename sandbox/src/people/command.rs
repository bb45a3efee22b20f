//! What Discord's own interface makes of a command as a person uses it. Pure: a fault is what it would not allow.

use serde_json::{Value, json};

use crate::limits;
use crate::world::World;

/// A slash command.
pub(crate) const CHAT_INPUT: u64 = 1;
/// A command in a message's menu.
pub(crate) const MESSAGE: u64 = 3;
/// A button.
pub(crate) const COMPONENT_BUTTON: u64 = 2;

const GUILD: u64 = 0;
const BOT_DM: u64 = 1;
const PRIVATE_CHANNEL: u64 = 2;

/// The command that a person finds in a channel.
pub(crate) fn find<'a>(
    world: &'a World,
    kind: u64,
    name: &str,
    channel: u64,
    user_install: bool,
) -> Result<&'a Value, String> {
    let channel = world.channels.get(&channel).ok_or("the channel is gone")?;
    let here = channel.guild_id.map(|id| id.to_string());
    let is_here = |known: &Value| known["guild_id"].is_null() || known["guild_id"].as_str() == here.as_deref();
    let mut named = world.commands.values().filter(|known| known["type"] == kind && known["name"] == name);
    let command = named.find(|known| is_here(known)).ok_or("it is not registered")?;
    let context = if here.is_some() {
        GUILD
    } else if channel.recipients.contains(&world.bot.user_id) {
        BOT_DM
    } else {
        PRIVATE_CHANNEL
    };
    let contexts = command["contexts"].as_array();
    if contexts.is_some_and(|contexts| !contexts.iter().any(|known| *known == context)) {
        return Err(format!("its contexts {} do not have {context}", command["contexts"]));
    }
    let install = u64::from(user_install);
    let installs = command["integration_types"].as_array();
    if installs.is_some_and(|installs| !installs.iter().any(|known| *known == install)) {
        return Err(format!("its integration types {} do not have {install}", command["integration_types"]));
    }
    let has_bot = channel.guild_id.and_then(|id| world.guilds.get(&id)).is_some_and(|guild| guild.has_bot);
    if !user_install && (context == PRIVATE_CHANNEL || (context == GUILD && !has_bot)) {
        return Err("the bot is not here, and the person has not installed it".to_owned());
    }
    Ok(command)
}

/// The data of an interaction: the command, with options as they were given.
pub(crate) fn data(command: &Value, given: &Value) -> Result<Value, String> {
    let mut data = json!({ "id": command["id"], "name": command["name"], "type": command["type"],
        "options": options(command, given)? });
    if !command["guild_id"].is_null() {
        data["guild_id"] = command["guild_id"].clone();
    }
    Ok(data)
}

fn known_options(owner: &Value) -> &[Value] {
    owner["options"].as_array().map_or(&[][..], Vec::as_slice)
}

fn options(owner: &Value, given: &Value) -> Result<Value, String> {
    let known = known_options(owner);
    let given = given.as_object().cloned().unwrap_or_default();
    if let Some(unknown) = given.keys().find(|name| !known.iter().any(|option| option["name"] == name.as_str())) {
        return Err(format!("it has no option {unknown:?}"));
    }
    let mut filled = Vec::new();
    for option in known {
        let name = option["name"].as_str().unwrap_or_default();
        match given.get(name).filter(|value| !value.is_null()) {
            None if option["required"] == true => return Err(format!("option {name:?} is required")),
            None => {}
            Some(value) if matches!(option["type"].as_u64(), Some(1 | 2)) => {
                let inner = options(option, value)?;
                filled.push(json!({ "name": name, "type": option["type"], "options": inner }));
            }
            Some(value) => {
                check(option, value).map_err(|fault| format!("option {name:?} {fault}"))?;
                filled.push(json!({ "name": name, "type": option["type"], "value": value }));
            }
        }
    }
    Ok(Value::from(filled))
}

/// Whether a person can give an option this value.
fn check(option: &Value, value: &Value) -> Result<(), String> {
    let fits = match option["type"].as_u64() {
        Some(3) => value.is_string(),
        Some(4) => value.is_i64() || value.is_u64(),
        Some(5) => value.is_boolean(),
        Some(10) => value.is_number(),
        _ => true,
    };
    if !fits {
        return Err(format!("is of another type than {value}"));
    }
    if let Some(text) = value.as_str() {
        let length = text.chars().count();
        let bound = |name: &str| option[name].as_u64().and_then(|bound| usize::try_from(bound).ok());
        if length < bound("min_length").unwrap_or(0)
            || length > bound("max_length").unwrap_or(limits::STRING_OPTION_LENGTH)
        {
            return Err(format!("has another length than {length}"));
        }
    }
    if let Some(number) = value.as_f64() {
        let below = option["min_value"].as_f64().is_some_and(|least| number < least);
        if below || option["max_value"].as_f64().is_some_and(|most| number > most) {
            return Err(format!("does not reach to {number}"));
        }
    }
    let choices = option["choices"].as_array();
    if choices.is_some_and(|known| !known.is_empty() && !known.iter().any(|choice| choice["value"] == *value)) {
        return Err(format!("has no choice {value}"));
    }
    Ok(())
}

/// The data of an interaction while an option is being typed, with the `others` that are filled in so far: they come as
/// they are, since nothing is checked before the command is sent.
pub(crate) fn typing(command: &Value, option: &str, typed: &str, others: &Value) -> Result<Value, String> {
    let known = known_options(command).iter().find(|known| known["name"] == option);
    let known = known.ok_or_else(|| format!("it has no option {option:?}"))?;
    if known["autocomplete"] != true {
        return Err(format!("option {option:?} is not completed"));
    }
    let filled = known_options(command).iter().filter_map(|known| {
        if known["name"] == option {
            return Some(json!({ "name": option, "type": known["type"], "value": typed, "focused": true }));
        }
        let value = others.get(known["name"].as_str()?).filter(|value| !value.is_null())?;
        Some(json!({ "name": known["name"], "type": known["type"], "value": value }))
    });
    let options: Value = filled.collect();
    Ok(json!({ "id": command["id"], "name": command["name"], "type": command["type"], "options": options }))
}

/// The data of a form that was filled in.
pub(crate) fn submission(modal: &Value, inputs: &Value) -> Result<Value, String> {
    let mut rows = Vec::new();
    for row in modal["components"].as_array().into_iter().flatten() {
        let mut children = Vec::new();
        for input in row["components"].as_array().into_iter().flatten() {
            let custom_id = input["custom_id"].as_str().unwrap_or_default();
            let typed = inputs[custom_id].as_str().or(input["value"].as_str()).unwrap_or_default();
            let length = typed.chars().count() as u64;
            let is_required = input["required"] != false;
            if is_required && length == 0 || length > input["max_length"].as_u64().unwrap_or(4000) {
                return Err(format!("input {custom_id:?} cannot have length {length}"));
            }
            children.push(json!({ "type": 4, "custom_id": custom_id, "value": typed }));
        }
        rows.push(json!({ "type": 1, "components": children }));
    }
    Ok(json!({ "custom_id": modal["custom_id"], "components": rows }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask() -> Value {
        json!({ "id": "1", "name": "ask", "type": 1, "options": [
            { "type": 3, "name": "question", "required": true, "max_length": 5 },
            { "type": 5, "name": "private" },
            { "type": 4, "name": "limit", "min_value": 1, "max_value": 5 },
            { "type": 3, "name": "language", "choices": [{ "name": "Indonesia", "value": "id" }] } ] })
    }

    #[test]
    fn options_get_their_types() {
        let data = data(&ask(), &json!({ "question": "kapan", "private": true })).expect("it can be used so");
        assert_eq!(data["options"][0], json!({ "name": "question", "type": 3, "value": "kapan" }));
        assert_eq!(data["options"][1], json!({ "name": "private", "type": 5, "value": true }));
    }

    #[test]
    fn what_a_person_cannot_do_is_a_fault() {
        let cases = [
            json!({}),
            json!({ "question": "kapan?" }),
            json!({ "question": 5 }),
            json!({ "question": "a", "private": "yes" }),
            json!({ "question": "a", "limit": 6 }),
            json!({ "question": "a", "language": "en" }),
            json!({ "question": "a", "other": 1 }),
        ];
        for given in cases {
            assert!(data(&ask(), &given).is_err(), "{given}");
        }
    }
}
