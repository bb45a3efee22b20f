use discord_sandbox::Sandbox;
use serde_json::{Value, json};
use serenity::all::{ChannelId, Error, HttpError};

use crate::bot;

async fn refusal(sandbox: &Sandbox, body: Value) -> (u16, isize, Vec<(String, String)>) {
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let sent = bot::http(sandbox).send_message(ChannelId::new(channel.id()), vec![], &body).await;
    let Err(Error::Http(HttpError::UnsuccessfulRequest(answer))) = sent else { panic!("not refused: {sent:?}") };
    let faults = answer.error.errors.into_iter().map(|fault| (fault.path, fault.code)).collect();
    (answer.status_code.as_u16(), answer.error.code, faults)
}

#[tokio::test]
async fn limits_are_refused_in_discords_shape() {
    let sandbox = Sandbox::start().await;
    let one = |place: &str, code: &str| vec![(place.to_owned(), code.to_owned())];

    let found = refusal(&sandbox, json!({ "content": "x".repeat(2001) })).await;
    assert_eq!(found, (400, 50035, one("content", "BASE_TYPE_MAX_LENGTH")));
    let found = refusal(&sandbox, json!({ "embeds": [{ "title": "x".repeat(257) }] })).await;
    assert_eq!(found, (400, 50035, one("embeds.0.title", "BASE_TYPE_MAX_LENGTH")));
    let found = refusal(&sandbox, json!({ "embeds": [{ "title": "x", "url": "ftp://a.example" }] })).await;
    assert_eq!(found, (400, 50035, one("embeds.0.url", "URL_TYPE_INVALID_SCHEME")));
    let found = refusal(&sandbox, json!({ "content": "  " })).await;
    assert_eq!(found, (400, 50006, vec![]));
    assert!(sandbox.violations().len() >= 4);
}

#[tokio::test]
async fn a_body_that_is_too_large_is_refused() {
    let sandbox = Sandbox::start().await;
    let found = refusal(&sandbox, json!({ "content": "x".repeat(6 * 1024 * 1024) })).await;
    assert_eq!((found.0, found.1), (413, 40005));
}

#[tokio::test]
async fn what_does_not_fit_the_schema_is_a_violation() {
    let sandbox = Sandbox::start().await;
    if !sandbox.schema_checked() {
        return;
    }
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let id = ChannelId::new(channel.id());
    bot::http(&sandbox).send_message(id, vec![], &json!({ "content": "a", "tts": "no" })).await.expect("sent");
    let violations = sandbox.take_violations();
    assert!(violations[0].what.contains("/tts"), "{violations:?}");
}

#[tokio::test]
async fn a_route_that_is_not_there_is_a_violation() {
    let sandbox = Sandbox::start().await;
    let answer = reqwest::get(format!("{}/api/v10/nowhere", sandbox.url())).await.expect("an answer");
    assert_eq!(answer.status(), 404);
    assert_eq!(sandbox.take_violations().len(), 1);
}
