//! What Discord allows, and what a person may ask for.

use std::time::{Duration, Instant};

use discord_sandbox::Sandbox;
use kembar::discord::requests::{Requests, Sent};
use kembar::discord::sending::{Patience, SendError};
use serenity::all::HttpBuilder;

#[tokio::test]
async fn a_second_holds_fifty_requests_and_answers_to_interactions_do_not_count() {
    let requests = Requests::default();
    let start = Instant::now();
    for _ in 0..60 {
        requests.send(Patience::Message, async || Ok(())).await.expect("it goes well");
    }
    assert!(start.elapsed() >= Duration::from_millis(190), "{:?}", start.elapsed());
    for _ in 0..500 {
        requests.send(Patience::Interaction, async || Ok(())).await.expect("it goes well");
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert_eq!(requests.sent(), Sent { well: 560, ..Sent::default() });
}

#[tokio::test]
async fn too_many_invalid_requests_stop_all_of_them() {
    let sandbox = Sandbox::start().await;
    let http = HttpBuilder::new("another-token").proxy(sandbox.url()).ratelimiter_disabled(true).build();
    let requests = Requests::default();
    for _ in 0..2_000 {
        assert!(requests.send(Patience::Interaction, || http.get_current_user()).await.is_err());
    }
    let made = sandbox.requests().len();
    // A thousand at once, and those that were forgiven meanwhile.
    assert!(requests.is_stopped() && (1_000..1_500).contains(&made), "{made}");
    assert_eq!(requests.sent().invalid, made as u64);
    let answer = requests.send(Patience::Message, async || Ok(())).await;
    assert!(matches!(answer, Err(SendError::Stopped)), "{answer:?}");
}
