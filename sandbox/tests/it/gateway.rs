use std::time::Duration;

use discord_sandbox::{Delivery, Sandbox};
use serenity::all::{GatewayError, GatewayIntents};

use crate::bot;

async fn ends_with(sandbox: &Sandbox, token: &str, intents: GatewayIntents) -> serenity::Error {
    bot::client(sandbox, token, intents).await.start().await.expect_err("it is refused")
}

#[tokio::test]
async fn a_wrong_token_and_intents_not_granted_are_refused() {
    let sandbox = Sandbox::start().await;
    // `start` asks REST nothing that needs the token but where the gateway is, which needs none.
    let refused = ends_with(&sandbox, "wrong", bot::INTENTS).await;
    assert!(matches!(refused, serenity::Error::Gateway(GatewayError::InvalidAuthentication)), "{refused:?}");
    let asked = bot::INTENTS | GatewayIntents::MESSAGE_CONTENT;
    let refused = ends_with(&sandbox, sandbox.token(), asked).await;
    assert!(matches!(refused, serenity::Error::Gateway(GatewayError::DisallowedGatewayIntents)), "{refused:?}");
    assert!(sandbox.gateway().identifies().iter().all(|identify| !identify.accepted));
}

#[tokio::test]
async fn what_was_missed_is_replayed_after_a_dropped_connection() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let ani = sandbox.user("Ani");

    sandbox.gateway().drop_connections();
    let missed = ani.says(&channel, "<@bot> kapan?").await;
    missed.reply().await;
    sandbox.gateway().wait_until_resumed().await;
    assert_eq!(sandbox.gateway().identifies().len(), 1);
    sandbox.settled().await;
    assert_eq!(missed.replies().len(), 1);
    sandbox.assert_clean();
}

#[tokio::test]
async fn reconnect_close_and_resumable_invalid_session_are_survived() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let ani = sandbox.user("Ani");
    let gateway = sandbox.gateway();

    gateway.reconnect();
    gateway.wait_until_resumes(1).await;
    ani.says(&channel, "<@bot> satu").await.reply().await;
    gateway.close(4000);
    gateway.wait_until_resumes(2).await;
    ani.says(&channel, "<@bot> dua").await.reply().await;
    gateway.invalid_session(true);
    gateway.wait_until_resumes(3).await;
    ani.says(&channel, "<@bot> tiga").await.reply().await;
    assert_eq!(gateway.identifies().len(), 1);
}

#[tokio::test]
async fn events_are_doubled_and_swapped() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let ani = sandbox.user("Ani");

    sandbox.gateway().duplicate_next();
    let doubled = ani.says(&channel, "<@bot> satu").await;
    doubled.reply().await;
    sandbox.settled().await;
    // The bot was told twice, and its nonce made one message of it.
    let sent = sandbox.requests().iter().filter(|it| it.route.ends_with("/messages")).count();
    assert_eq!((sent, doubled.replies().len()), (2, 1));

    sandbox.gateway().swap_next();
    let first = ani.says(&channel, "<@bot> dua").await;
    let second = ani.says(&channel, "<@bot> tiga").await;
    first.reply().await;
    second.reply().await;
}

#[tokio::test]
async fn heartbeats_are_sent_and_counted() {
    let sandbox = Sandbox::builder().heartbeat_interval(Duration::from_millis(50)).start().await;
    let _bot = bot::start(&sandbox).await;
    heartbeats(&sandbox, 2).await;
}

async fn heartbeats(sandbox: &Sandbox, more: u64) {
    let wanted = sandbox.gateway().heartbeats() + more;
    let mut changes = sandbox.changes();
    while sandbox.gateway().heartbeats() < wanted {
        changes.changed().await.expect("the sandbox is there");
    }
}

#[tokio::test]
async fn guilds_go_to_their_shards() {
    let sandbox = Sandbox::builder().shards(2).start().await;
    let zero = sandbox.guild("Nol").on_shard(0, 2).create().await;
    let one = sandbox.guild("Satu").on_shard(1, 2).create().await;
    assert_eq!([(zero.id() >> 22) % 2, (one.id() >> 22) % 2], [0, 1]);
    let (in_zero, in_one) = (zero.channel("umum").await, one.channel("umum").await);
    let _bot = bot::start_shards(&sandbox, 2).await;
    sandbox.gateway().wait_until_readies(2).await;
    let ani = sandbox.user("Ani");
    ani.says(&in_zero, "<@bot> hai").await.reply().await;
    ani.says(&in_one, "<@bot> hai").await.reply().await;
    let shards: Vec<_> = sandbox.gateway().identifies().iter().map(|it| it.shard).collect();
    assert_eq!(shards, [(0, 2), (1, 2)]);
}

#[tokio::test]
async fn shards_of_one_bucket_begin_one_after_the_other() {
    for (max_concurrency, refused) in [(1, 1), (2, 0)] {
        let sandbox = Sandbox::builder().shards(2).max_concurrency(max_concurrency).start().await;
        let mut clients = Vec::new();
        for shard in 0..2 {
            let mut client = bot::client(&sandbox, sandbox.token(), bot::INTENTS).await;
            clients.push(tokio::spawn(async move { client.start_shard(shard, 2).await }));
        }
        // Who comes too soon tries again after serenity's five seconds.
        sandbox.gateway().wait_until_readies(2).await;
        let identifies = sandbox.gateway().identifies();
        assert_eq!(identifies.iter().filter(|identify| !identify.accepted).count(), refused);
        assert_eq!(sandbox.gateway().shards(), [0, 1]);
    }
}

#[tokio::test]
async fn a_direct_message_goes_to_shard_0_and_a_guilds_to_its_own_alone() {
    let sandbox = Sandbox::builder().shards(2).start().await;
    let channel = sandbox.guild("Satu").on_shard(1, 2).create().await.channel("umum").await;
    let mut client = bot::client(&sandbox, sandbox.token(), bot::INTENTS).await;
    let _bot = tokio::spawn(async move { client.start_shard(1, 2).await });
    sandbox.gateway().wait_until_ready().await;
    let ani = sandbox.user("Ani");
    let alone = ani.says(&ani.dm().await, "hai").await;
    let asked = ani.says(&channel, "<@bot> hai").await;
    asked.reply().await;
    sandbox.settled().await;
    assert_eq!((alone.delivery(), asked.delivery()), (Delivery::NeverSent, Delivery::Acknowledged));
}

/// serenity identifies anew only after five seconds; nothing here waits by the clock, but for that.
async fn is_heard_again(sandbox: &Sandbox, channel: &discord_sandbox::Channel) {
    sandbox.gateway().wait_until_readies(2).await;
    sandbox.user("Ani").says(channel, "<@bot> lagi").await.reply().await;
    assert_eq!(sandbox.gateway().identifies().len(), 2);
}

#[tokio::test]
async fn a_session_that_was_ended_is_begun_anew() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    sandbox.gateway().invalid_session(false);
    is_heard_again(&sandbox, &channel).await;
}

#[tokio::test]
async fn a_session_that_expired_is_not_resumed() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    sandbox.gateway().expire_sessions();
    sandbox.gateway().drop_connections();
    is_heard_again(&sandbox, &channel).await;
    assert!(sandbox.gateway().resumes().iter().all(|resume| !resume.accepted));
}

#[tokio::test]
async fn a_gateway_that_acknowledges_nothing_is_left() {
    let sandbox = Sandbox::builder().heartbeat_interval(Duration::from_millis(100)).start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    sandbox.gateway().stop_acks();
    heartbeats(&sandbox, 1).await;
    sandbox.gateway().resume_acks();
    is_heard_again(&sandbox, &channel).await;
}

#[tokio::test]
async fn a_client_that_is_kept_waiting_resumes_and_hears_what_it_missed() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    sandbox.gateway().hold_connections(true);
    sandbox.gateway().drop_connections();
    sandbox.gateway().wait_until_disconnected().await;
    assert!(!sandbox.gateway().is_ready());
    let asked = sandbox.user("Ani").says(&channel, "<@bot> lagi").await;
    sandbox.gateway().hold_connections(false);
    sandbox.gateway().wait_until_resumed().await;
    asked.reply().await;
}

#[tokio::test]
async fn a_gateway_that_is_gone_is_found_again() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    sandbox.gateway().refuse_connections(true);
    sandbox.gateway().drop_connections();
    sandbox.gateway().wait_until_disconnected().await;
    sandbox.gateway().refuse_connections(false);
    // Resumed or anew: that is the client's choice.
    sandbox.gateway().wait_until_ready().await;
    sandbox.user("Ani").says(&channel, "<@bot> lagi").await.reply().await;
}
