//! A connection that is lost, refused, or closed on purpose, with questions in hand.

use std::time::Duration;

use discord_sandbox::{Fault, Method, Sandbox};
use kembar::discord::ServeError;

use super::{Scene, start_with};

const QUESTION: &str = "<@bot> siapa walikota hamamatsu";
const MESSAGES: &str = "/channels/{}/messages";

#[tokio::test]
async fn what_is_asked_while_the_connection_is_down_is_answered_after_the_resume() {
    let scene = Scene::new().await;
    scene.sandbox.gateway().drop_connections();
    scene.sandbox.gateway().wait_until_disconnected().await;
    let asked = scene.ani.says(&scene.channel, QUESTION).await;
    assert_eq!(asked.reply().await.embeds().len(), 1);
    assert_eq!(asked.replies().len(), 1);
    assert_eq!(scene.sandbox.gateway().resumes().len(), 1);
    scene.end().await;
}

#[tokio::test]
async fn a_reconnect_in_mid_question_loses_nothing() {
    let scene = Scene::new().await;
    let asked = scene.ani.says(&scene.channel, QUESTION).await;
    scene.sandbox.gateway().reconnect();
    assert_eq!(asked.reply().await.embeds().len(), 1);
    scene.sandbox.gateway().wait_until_resumed().await;
    let again = scene.ani.says(&scene.channel, QUESTION).await;
    assert_eq!(again.reply().await.embeds().len(), 1);
    assert_eq!((asked.replies().len(), again.replies().len()), (1, 1));
    scene.end().await;
}

#[tokio::test]
async fn a_reply_that_does_not_get_through_is_sent_again_and_stands_once() {
    let scene = Scene::new().await;
    let faults = [
        Fault::Status(500),
        Fault::Status(502),
        Fault::StatusAfter(500),
        Fault::DropBefore,
        Fault::DropAfter,
        Fault::Cut,
    ];
    for fault in faults {
        let name = format!("{fault:?}");
        scene.sandbox.faults().next(Method::POST, MESSAGES, fault);
        let asked = scene.ani.says(&scene.channel, QUESTION).await;
        asked.reply().await;
        scene.sandbox.settled().await;
        assert_eq!(asked.replies().len(), 1, "{name}");
        assert_eq!(scene.sandbox.faults().pending(), 0, "{name}");
    }
    scene.end().await;
}

#[tokio::test]
async fn a_channel_that_is_closed_to_the_bot_is_left_in_peace() {
    let scene = Scene::new().await;
    scene.channel.deny(discord_sandbox::Permissions::SEND_MESSAGES).await;
    scene.ani.says(&scene.channel, QUESTION).await.stays_unanswered().await;
    scene.channel.allow(discord_sandbox::Permissions::SEND_MESSAGES).await;
    scene.ani.says(&scene.channel, QUESTION).await.reply().await;
    assert_eq!(scene.sandbox.take_violations().len(), 0, "a refusal is none");
    scene.end().await;
}

#[tokio::test]
async fn a_stop_finishes_what_is_in_hand_and_closes_the_gateway() {
    let scene = Scene::new().await;
    scene.sandbox.faults().next(Method::POST, MESSAGES, Fault::Status(500));
    let asked = scene.ani.says(&scene.channel, QUESTION).await;
    // In hand: Discord has refused it once.
    let mut changes = scene.sandbox.changes();
    while scene.sandbox.faults().pending() > 0 {
        changes.changed().await.expect("the sandbox stands");
    }
    assert_eq!(scene.running.stop().await, Ok(()));
    assert_eq!(asked.replies().len(), 1);
    scene.sandbox.gateway().wait_until_disconnected().await;
    scene.sandbox.assert_clean();
}

#[tokio::test]
async fn a_refused_token_and_refused_intents_end_the_bot() {
    let sandbox = Sandbox::start().await;
    let running = start_with(&sandbox, "another-token");
    assert_eq!(running.ended.await.expect("no panic"), Err(ServeError::RefusedToken));

    let sandbox = Sandbox::start().await;
    sandbox.gateway().close(4014);
    let running = start_with(&sandbox, sandbox.token());
    sandbox.gateway().wait_until_ready().await;
    sandbox.gateway().close(4014);
    assert_eq!(running.ended.await.expect("no panic"), Err(ServeError::DisallowedIntents));
}

#[tokio::test]
async fn a_discord_that_cannot_be_reached_is_waited_for() {
    let sandbox = Sandbox::start().await;
    let guild = sandbox.guild("Ambon").create().await;
    let channel = guild.channel("umum").await;
    sandbox.faults().down(true);
    let running = start_with(&sandbox, sandbox.token());
    let mut changes = sandbox.changes();
    while sandbox.requests().is_empty() {
        changes.changed().await.expect("the sandbox stands");
    }
    sandbox.faults().down(false);
    sandbox.gateway().wait_until_ready().await;
    sandbox.user("Ani").says(&channel, QUESTION).await.reply().await;
    assert_eq!(running.stop().await, Ok(()));
    sandbox.assert_clean();
}

#[tokio::test]
async fn a_gateway_that_is_down_for_long_is_waited_for_though_requests_go_well() {
    let scene = Scene::new().await;
    let gateway = scene.sandbox.gateway();
    gateway.refuse_connections(true);
    gateway.drop_connections();
    gateway.wait_until_disconnected().await;
    turn(Duration::from_mins(15)).await;
    assert!(!scene.running.ended.is_finished(), "the bot has given up");
    gateway.refuse_connections(false);
    gateway.wait_until_ready().await;
    assert_eq!(scene.ani.says(&scene.channel, QUESTION).await.reply().await.embeds().len(), 1);
    scene.end().await;
}

/// Turns the clock of this runtime by so much, in steps between which what is under way goes on: no request is late by it.
async fn turn(time: Duration) {
    tokio::time::pause();
    // As long as there is work on another thread, the clock is turned by hand alone.
    let (done, working) = std::sync::mpsc::channel::<()>();
    let work = tokio::task::spawn_blocking(move || working.recv());
    let start = tokio::time::Instant::now();
    while start.elapsed() < time {
        tokio::time::advance(Duration::from_millis(500)).await;
        for _ in 0..50 {
            tokio::task::yield_now().await;
        }
    }
    drop(done);
    let _ = work.await;
    tokio::time::resume();
}
