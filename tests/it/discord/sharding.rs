//! Shards: which of them this process holds, and what it says of them.

use std::sync::Arc;

use discord_sandbox::Sandbox;
use kembar::discord::Service;
use kembar::settings::{DISCORD_PROXY, Environment, SHARDS, Settings, TOKEN};
use serde_json::json;

use super::{ANSWERER, start_service};

const QUESTION: &str = "<@bot> siapa walikota hamamatsu";

/// As one of several processes that share a proxy, which is the sandbox.
fn settings(sandbox: &Sandbox, shards: &str) -> Settings {
    let settings = [(TOKEN, sandbox.token()), (DISCORD_PROXY, &sandbox.url()), (SHARDS, shards)];
    Environment::from(settings).settings().expect("settings that can be used")
}

#[tokio::test]
async fn a_process_identifies_as_the_shards_it_holds_and_says_which() {
    let sandbox = Sandbox::builder().shards(2).start().await;
    let guild = sandbox.guild("Ambon").on_shard(0, 3).create().await;
    let channel = guild.channel("umum").await;
    let running = start_service(settings(&sandbox, "0-1/3"), Arc::new(Service::new(Arc::clone(&ANSWERER))));
    sandbox.wait_until_command("doctor").await;
    sandbox.user("Ani").says(&channel, QUESTION).await.reply().await;
    let doctor = sandbox.user("Ani").locale("en-US").slash(&channel, "doctor", json!({})).await.response().await;
    let text = doctor.message().embeds()[0].0.to_string();
    assert!(text.contains("on 0 of 3, this process holds 0–1"), "{text}");
    sandbox.gateway().wait_until_readies(2).await;
    let identified: Vec<_> = sandbox.gateway().identifies().iter().map(|identify| identify.shard).collect();
    assert_eq!(identified, [(0, 3), (1, 3)]);
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}
