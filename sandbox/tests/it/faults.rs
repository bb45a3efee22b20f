use std::time::{Duration, Instant};

use discord_sandbox::{Fault, Method, Sandbox};
use serenity::all::{ChannelId, Error, HttpError};

use crate::bot;

const MESSAGES: &str = "/channels/{id}/messages";

#[tokio::test]
async fn each_fault_fails_one_request() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let http = bot::http(&sandbox);
    let id = ChannelId::new(channel.id());
    // How it fails, and how many messages there are after it.
    let faults = [
        (Fault::Status(500), 0),
        (Fault::StatusAfter(502), 1),
        (Fault::DropBefore, 1),
        (Fault::DropAfter, 2),
        (Fault::Cut, 3),
    ];
    for (fault, messages) in faults {
        sandbox.faults().next(Method::POST, MESSAGES, fault.clone());
        assert!(id.say(&http, "halo").await.is_err(), "{fault:?}");
        assert_eq!(channel.messages_from_bot().len(), messages, "{fault:?}");
    }
    id.say(&http, "halo").await.expect("no fault is left");
    assert_eq!(sandbox.faults().pending(), 0);
    sandbox.assert_clean();
}

#[tokio::test]
async fn a_rate_limit_says_when_to_come_back() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let limit = Fault::RateLimit { retry_after: Duration::from_millis(1500), global: false };
    sandbox.faults().next(Method::POST, MESSAGES, limit);
    let address = format!("{}/api/v10/channels/{}/messages", sandbox.url(), channel.id());
    let answer = reqwest::Client::new().post(address).body("{}").send().await.expect("an answer");
    assert_eq!(answer.status(), 429);
    assert_eq!(answer.headers()["retry-after"], "2");
    assert_eq!(answer.headers()["x-ratelimit-remaining"], "0");
    let body = answer.text().await.expect("a body");
    assert!(body.contains("\"retry_after\":1.5") && body.contains("\"global\":false"), "{body}");

    let limit = Fault::RateLimit { retry_after: Duration::from_secs(1), global: true };
    sandbox.faults().next_any(limit);
    let refused = bot::http(&sandbox).get_current_user().await.unwrap_err();
    let Error::Http(HttpError::UnsuccessfulRequest(answer)) = refused else { panic!("{refused:?}") };
    assert_eq!(answer.status_code.as_u16(), 429);
}

#[tokio::test]
async fn a_request_that_is_never_answered_hangs() {
    let sandbox = Sandbox::start().await;
    sandbox.faults().next_any(Fault::Hang);
    let started = Instant::now();
    let http = bot::http(&sandbox);
    let answer = tokio::time::timeout(Duration::from_millis(100), http.get_current_user()).await;
    assert!(answer.is_err() && started.elapsed() >= Duration::from_millis(100));
}
