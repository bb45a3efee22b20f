//! Telling Discord which commands there are, where it does not know already.

use std::time::Duration;

use serde_json::Value;
use serenity::all::Http;

use super::all;
use crate::discord::sending::{Patience, SendError, seconds};
use crate::discord::service::Service;

/// The first pause after registering failed, and the longest.
const PAUSES: (Duration, Duration) = (Duration::from_secs(5), Duration::from_mins(5));

/// Registers the commands where they differ from what is registered, if it `may`; else only learns how to name those that are.
/// Where that fails, says so and tries again for as long as the bot lives.
pub(in crate::discord) async fn register(http: &Http, service: &Service, may: bool) {
    let mut pause = PAUSES.0;
    loop {
        match try_to_register(http, service, may).await {
            Ok(true) => return tracing::info!("commands registered"),
            Ok(false) => return tracing::info!("commands are registered already"),
            Err(error) => {
                tracing::warn!(%error, pause = seconds(pause), "commands could not be registered, trying again after a pause; mentions are answered meanwhile");
            }
        }
        tokio::time::sleep(pause).await;
        pause = (pause * 2).min(PAUSES.1);
    }
}

/// Whether anything had to be changed.
async fn try_to_register(http: &Http, service: &Service, may: bool) -> Result<bool, SendError> {
    let requests = &service.requests;
    let registered = requests.send(Patience::Change, || http.get_global_commands_with_localizations()).await?;
    let wanted = all();
    let json = |value: serde_json::Result<Value>| value.unwrap_or_default();
    if !may || is_same(&json(serde_json::to_value(&wanted)), &json(serde_json::to_value(&registered))) {
        service.names.learn(&registered);
        return Ok(false);
    }
    service.names.learn(&requests.send(Patience::Change, || http.create_global_commands(&wanted)).await?);
    Ok(true)
}

/// Says `registered` all that `wanted` says. What Discord adds of its own does not count, nor whether it writes out what is
/// empty or false.
fn is_same(wanted: &Value, registered: &Value) -> bool {
    match (wanted, registered) {
        (Value::Array(wanted), Value::Array(registered)) => {
            wanted.len() == registered.len()
                && wanted.iter().zip(registered).all(|(wanted, registered)| is_same(wanted, registered))
        }
        (Value::Object(wanted), Value::Object(registered)) => {
            wanted.iter().all(|(key, wanted)| is_same(wanted, registered.get(key).unwrap_or(&Value::Null)))
        }
        _ => wanted == registered || is_nothing(wanted) && is_nothing(registered),
    }
}

fn is_nothing(value: &Value) -> bool {
    match value {
        Value::Null | Value::Bool(false) => true,
        Value::Array(values) => values.is_empty(),
        Value::Object(members) => members.is_empty(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_difference_is_one_in_what_is_wanted() {
        let check = |wanted: Value, registered: Value, expect: bool| {
            assert_eq!(is_same(&wanted, &registered), expect, "{wanted} {registered}");
        };
        check(json!([{ "name": "ask" }]), json!([{ "name": "ask", "version": "1" }]), true);
        check(json!([{ "name": "ask" }]), json!([]), false);
        check(json!([]), json!([{ "name": "old" }]), false);
        check(json!({ "required": false }), json!({}), true);
        check(json!({ "required": true }), json!({}), false);
        check(json!({ "options": [] }), json!({ "options": null }), true);
        check(json!({ "names": { "id": "tanya" } }), json!({ "names": { "id": "tanya" } }), true);
        check(json!({ "names": { "id": "tanya" } }), json!({ "names": { "id": "cari" } }), false);
        check(json!({ "names": { "id": "tanya" } }), json!({ "names": null }), false);
        check(json!({ "contexts": [0, 1] }), json!({ "contexts": [0] }), false);
    }
}
