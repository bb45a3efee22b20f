//! Shards: which of them this process holds, and what it says of them.

use std::sync::Arc;
use std::time::Duration;

use discord_sandbox::{Channel, Delivery, Message, Method, Sandbox};
use kembar::discord::Service;
use kembar::settings::{DISCORD_PROXY, Environment, SHARDS, Settings, TOKEN};
use serde_json::json;
use tokio::process::Child;

use super::program::{Log, serve, signal};
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

#[tokio::test]
async fn no_session_is_begun_past_what_discord_allows() {
    // Each session counts for so long.
    let period = Duration::from_secs(8);
    let sandbox = Sandbox::builder().session_starts(1, period).start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let service = Arc::new(Service::new(Arc::clone(&ANSWERER)));
    let running = start_service(settings(&sandbox, ""), Arc::clone(&service));
    sandbox.gateway().wait_until_ready().await;
    assert_eq!(running.stop().await, Ok(()));
    sandbox.clock().advance(Duration::from_secs(5));

    let running = start_service(settings(&sandbox, ""), service);
    sandbox.gateway().wait_until_readies(2).await;
    sandbox.user("Ani").says(&channel, QUESTION).await.reply().await;
    assert!(sandbox.gateway().identifies().iter().all(|identify| identify.accepted));
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}

#[tokio::test]
async fn a_shard_that_is_nearly_full_is_told_of() {
    let sandbox = Sandbox::start().await;
    for number in 0..2_001 {
        sandbox.guild(&format!("Kota {number}")).create().await;
    }
    let mut child = process(&sandbox, "1");
    let line = Log::of(&mut child).until("nearly full").await;
    assert!(line.contains("WARN") && line.contains("shard=0") && line.contains("servers=2001"), "{line}");
    child.kill().await.expect("it runs");
}

/// How long the processes may take until all shards are connected: Discord begins one each five seconds.
const CONNECTING: Duration = Duration::from_mins(1);

async fn wait_until_connected(sandbox: &Sandbox, shards: &[u64]) {
    let mut changes = sandbox.changes();
    let connected = async {
        while sandbox.gateway().shards() != shards {
            changes.changed().await.expect("the sandbox stands");
        }
    };
    let connected = tokio::time::timeout(CONNECTING, connected).await;
    assert!(connected.is_ok(), "{:?} are connected", sandbox.gateway().shards());
}

/// The program as a process that holds these shards.
fn process(sandbox: &Sandbox, shards: &str) -> Child {
    let settings = [
        ("DISCORD_TOKEN", sandbox.token()),
        ("KEMBAR_DISCORD_API", &sandbox.url()),
        ("KEMBAR_SHARDS", shards),
        ("KEMBAR_SECONDS_A_QUESTION", "0"),
        ("KEMBAR_LOG", "warn"),
    ];
    serve(&settings)
}

/// Someone asks in each of these channels.
async fn ask(sandbox: &Sandbox, channels: &[Channel]) -> Vec<Message> {
    let mut asked = Vec::new();
    for channel in channels {
        asked.push(sandbox.user("Ani").says(channel, QUESTION).await);
    }
    asked
}

/// Asks in each channel, and has one answer there, for which one process has sent one request.
async fn is_answered_once(sandbox: &Sandbox, channels: &[Channel]) {
    for asked in ask(sandbox, channels).await {
        assert_eq!(asked.reply().await.embeds().len(), 1);
        sandbox.settled().await;
        let id = asked.id().to_string();
        let posts = sandbox.requests().into_iter().filter(|it| it.method == Method::POST && it.body["nonce"] == id);
        assert_eq!((posts.count(), asked.replies().len()), (1, 1));
    }
}

#[cfg(unix)]
#[tokio::test]
async fn of_two_processes_one_is_killed_the_other_goes_on_and_a_restarted_one_takes_up_its_work() {
    let sandbox = Sandbox::builder().shards(4).start().await;
    let mut channels = Vec::new();
    for shard in 0..4 {
        let guild = sandbox.guild(&format!("Kota {shard}")).on_shard(shard, 4).create().await;
        channels.push(guild.channel("umum").await);
    }
    let (lower, upper) = (process(&sandbox, "0-1/4"), process(&sandbox, "2-3/4"));
    wait_until_connected(&sandbox, &[0, 1, 2, 3]).await;
    sandbox.wait_until_command("doctor").await;
    is_answered_once(&sandbox, &channels).await;
    let alone = sandbox.user("Ani").dm().await;
    is_answered_once(&sandbox, std::slice::from_ref(&alone)).await;

    signal(&upper, "KILL").await;
    wait_until_connected(&sandbox, &[0, 1]).await;
    let unheard = ask(&sandbox, &channels[2..]).await;
    is_answered_once(&sandbox, &channels[..2]).await;
    is_answered_once(&sandbox, &[alone]).await;

    let restarted = process(&sandbox, "2-3/4");
    wait_until_connected(&sandbox, &[0, 1, 2, 3]).await;
    is_answered_once(&sandbox, &channels).await;
    // Another session is told nothing of what was said before it.
    for asked in unheard {
        assert_eq!((asked.delivery(), asked.replies().len()), (Delivery::NeverSent, 0));
    }
    assert!(sandbox.gateway().resumes().is_empty());
    let ani = sandbox.user("Ani").locale("en-US");
    let doctor = ani.slash(&channels[3], "doctor", json!({})).await.response().await;
    let text = doctor.message().embeds()[0].0.to_string();
    assert!(text.contains("on 3 of 4, this process holds 2–3"), "{text}");
    // It has registered no command, and knows how to name them all the same.
    let help = ani.slash(&channels[3], "help", json!({})).await.response().await;
    let text = help.message().embeds()[0].all_text();
    assert!(text.contains("</ask:"), "{text}");
    sandbox.assert_clean();
    for mut process in [lower, restarted] {
        signal(&process, "TERM").await;
        assert_eq!(process.wait().await.expect("kembar ends").code(), Some(0));
    }
}
