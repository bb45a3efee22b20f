//! What Discord allows, and what a person may ask for.

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::{Duration, Instant};

use discord_sandbox::Sandbox;
use kembar::discord::Service;
use kembar::discord::people::PersonLimit;
use kembar::discord::requests::{Requests, Sent};
use kembar::discord::sending::{Patience, SendError};
use serenity::all::HttpBuilder;

use super::{ANSWERER, settings, start_service};

/// One question, and the next in an hour.
const ONE_AN_HOUR: PersonLimit = PersonLimit { at_once: NonZeroU32::MIN, then_one_in: Duration::from_hours(1) };

#[tokio::test]
async fn a_second_holds_fifty_requests_and_answers_to_interactions_do_not_count() {
    let requests = Requests::default();
    let start = Instant::now();
    for _ in 0..60 {
        requests.send(Patience::Message, async || Ok(())).await.expect("it goes well");
    }
    // Five at once, and 45 a second.
    assert!(start.elapsed() >= Duration::from_millis(1_200), "{:?}", start.elapsed());
    for _ in 0..500 {
        requests.send(Patience::Interaction, async || Ok(())).await.expect("it goes well");
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
    assert_eq!(requests.sent(), Sent { well: 560, ..Sent::default() });
}

#[tokio::test(start_paused = true)]
async fn an_interaction_is_tried_for_as_long_as_discord_waits_and_the_first_look_has_time_for_a_slow_network() {
    let requests = Requests::default();
    let start = tokio::time::Instant::now();
    let hangs = requests.send(Patience::Interaction, std::future::pending::<Result<(), serenity::Error>>).await;
    assert!(matches!(hangs, Err(SendError::NoAnswer)), "{hangs:?}");
    assert!(start.elapsed().abs_diff(Duration::from_secs(3)) < Duration::from_millis(10), "{:?}", start.elapsed());
    assert_eq!(requests.sent().passing, 2);
    let after = async |time| {
        tokio::time::sleep(time).await;
        Ok(())
    };
    // What a connection takes that is made anew, some round trips of 0.4 s each.
    requests.send(Patience::Interaction, || after(Duration::from_millis(1600))).await.expect("it goes well");
    requests.send(Patience::Start, || after(Duration::from_secs(4))).await.expect("it goes well");
    assert_eq!(requests.sent(), Sent { well: 2, passing: 3, ..Sent::default() });
}

#[tokio::test(start_paused = true)]
async fn an_outage_of_minutes_ends_what_could_come_to_stand_twice_and_nothing_else() {
    let requests = Requests::default();
    let start = tokio::time::Instant::now();
    let after = |minutes| {
        move || async move {
            if start.elapsed() < Duration::from_mins(minutes) {
                return Err(serenity::Error::Io(std::io::ErrorKind::ConnectionReset.into()));
            }
            Ok(())
        }
    };
    requests.send(Patience::Change, after(8)).await.expect("the outage is over");
    assert!((8 * 60..9 * 60).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
    let message = requests.send(Patience::Message, after(16)).await;
    assert!(message.is_err() && start.elapsed() < Duration::from_mins(12), "{message:?} {:?}", start.elapsed());
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
    let answer = requests.send(Patience::Lookup, async || Ok(())).await;
    assert!(matches!(answer, Err(SendError::Stopped)), "{answer:?}");
    // What is asked meanwhile is answered after it.
    tokio::time::pause();
    let start = tokio::time::Instant::now();
    requests.send(Patience::Message, async || Ok(())).await.expect("the stop is over");
    // A stop of a minute, and the last pause, of 20 seconds and up to as many more.
    assert!((50..=100).contains(&start.elapsed().as_secs()), "{:?}", start.elapsed());
}

#[tokio::test]
async fn one_of_many_processes_takes_its_part_of_what_discord_allows() {
    let ten = NonZeroU32::new(10).expect("ten");
    let start = Instant::now();
    let (direct, proxied) = (Requests::shared_by(ten, false), Requests::shared_by(ten, true));
    for requests in [&direct, &proxied] {
        for _ in 0..7 {
            requests.send(Patience::Message, async || Ok(())).await.expect("it goes well");
        }
    }
    // One at once and one each 0.25 s; by a proxy, as many as the others leave.
    assert!(start.elapsed() >= Duration::from_millis(1_490), "{:?}", start.elapsed());

    let sandbox = Sandbox::start().await;
    let http = HttpBuilder::new("another-token").proxy(sandbox.url()).ratelimiter_disabled(true).build();
    while !direct.is_stopped() {
        assert!(direct.send(Patience::Interaction, || http.get_current_user()).await.is_err());
    }
    assert!((450..500).contains(&direct.sent().invalid), "{:?}", direct.sent());
}

#[tokio::test]
async fn an_edit_is_one_more_question_and_the_word_about_too_many_goes_with_its_message() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let service = Arc::new(Service::new(Arc::clone(&ANSWERER)).limited_to(ONE_AN_HOUR));
    let running = start_service(settings(&sandbox, sandbox.token()), Arc::clone(&service));
    sandbox.wait_until_command("ask").await;
    let ani = sandbox.user("Ani").locale("id");
    let first = ani.says(&channel, "<@bot> siapa walikota hamamatsu").await;
    let answer = first.reply().await;
    let more = ani.says(&channel, "<@bot> berapa penduduk ambon").await;
    let refused = more.reply().await;
    assert!(refused.content().contains("satu per satu"), "{}", refused.content());
    ani.edits(&first, "<@bot> kapan ambon jadi kota musik").await;
    ani.edits(&more, "<@bot> kapan ambon jadi kota musik").await;
    sandbox.settled().await;
    assert_eq!((answer.now().edits().len(), refused.now().edits().len()), (0, 0));
    ani.deletes(&more).await;
    refused.deleted().await;
    assert_eq!(channel.messages_from_bot().len(), 1);
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}

#[tokio::test]
async fn an_edit_that_is_one_too_many_leaves_the_answer_and_the_word_about_it_for_what_is_asked_next() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let service = Arc::new(Service::new(Arc::clone(&ANSWERER)).limited_to(ONE_AN_HOUR));
    let running = start_service(settings(&sandbox, sandbox.token()), Arc::clone(&service));
    sandbox.wait_until_command("ask").await;
    let ani = sandbox.user("Ani").locale("id");
    let asked = ani.says(&channel, "<@bot> siapa walikota hamamatsu").await;
    let answer = asked.reply().await;
    for text in ["<@bot> kapan ambon jadi kota musik", "<@bot> siapa walikota hamamatsu"] {
        ani.edits(&asked, text).await;
        sandbox.settled().await;
    }
    let stands = answer.now();
    assert!(stands.edits().is_empty() && stands.embeds()[0].all_text().contains("Nakano"), "{}", stands.content());
    assert_eq!((asked.replies().len(), service.limited()), (1, 1));
    let told = ani.says(&channel, "<@bot> berapa penduduk ambon").await.reply().await;
    assert!(told.content().contains("satu per satu"), "{}", told.content());
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}

#[tokio::test]
async fn an_answer_from_before_a_restart_goes_with_its_message_though_an_edit_of_that_was_refused() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let start = || {
        let service = Service::new(Arc::clone(&ANSWERER)).limited_to(ONE_AN_HOUR);
        start_service(settings(&sandbox, sandbox.token()), Arc::new(service))
    };
    let running = start();
    sandbox.wait_until_command("ask").await;
    let ani = sandbox.user("Ani").locale("id");
    let first = ani.says(&channel, "<@bot> siapa walikota hamamatsu").await;
    let answer = first.reply().await;
    sandbox.settled().await;
    assert_eq!(running.stop().await, Ok(()));
    sandbox.gateway().wait_until_disconnected().await;
    sandbox.clock().advance(Duration::from_secs(5));
    let running = start();
    sandbox.gateway().wait_until_ready().await;
    // One is answered, one told that it is too many; then nothing is said.
    ani.says(&channel, "<@bot> berapa penduduk ambon").await.reply().await;
    ani.says(&channel, "<@bot> berapa penduduk ambon").await.reply().await;
    ani.edits(&first, "<@bot> kapan ambon jadi kota musik").await;
    sandbox.settled().await;
    assert_eq!((first.replies().len(), answer.now().edits().len()), (1, 0));
    ani.deletes(&first).await;
    answer.deleted().await;
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}

#[tokio::test]
async fn who_asks_too_much_is_told_once_and_others_are_answered() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let service = Arc::new(Service::new(Arc::clone(&ANSWERER)).limited_to(PersonLimit::default()));
    let running = start_service(settings(&sandbox, sandbox.token()), Arc::clone(&service));
    sandbox.wait_until_command("ask").await;
    let ani = sandbox.user("Ani").locale("id");
    for _ in 0..9 {
        ani.says(&channel, "<@bot> siapa walikota hamamatsu").await;
    }
    sandbox.settled().await;
    let replies = channel.messages_from_bot();
    assert_eq!(replies.iter().filter(|reply| reply.content().contains("satu per satu")).count(), 1);
    assert!((6..=8).contains(&replies.len()) && service.limited() >= 2, "{}", replies.len());
    let asked = ani.slash(&channel, "ask", serde_json::json!({ "question": "siapa walikota hamamatsu" })).await;
    let response = asked.response().await;
    assert!(response.ephemeral() && response.message().content().contains("satu per satu"));
    let budi = sandbox.user("Budi").says(&channel, "<@bot> siapa walikota hamamatsu").await.reply().await;
    assert_eq!(budi.embeds().len(), 1);
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}

#[tokio::test]
async fn clicks_completion_and_help_take_no_question_and_have_a_limit_of_their_own() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let service = Arc::new(Service::new(Arc::clone(&ANSWERER)).limited_to(ONE_AN_HOUR));
    let running = start_service(settings(&sandbox, sandbox.token()), service);
    sandbox.wait_until_command("ask").await;
    let ani = sandbox.user("Ani").locale("id");
    assert!(!ani.autocomplete(&channel, "ask", "question", "siapa").await.is_empty());
    let answer = ani.says(&channel, "<@bot> siapa walikota hamamatsu").await.reply().await;
    let refused = async |shown: &discord_sandbox::Interaction| {
        shown.response().await.message().content().contains("satu per satu")
    };
    for _ in 0..8 {
        assert!(!refused(&ani.clicks_label(&answer, "Tak membantu").await).await);
    }
    assert!(!refused(&ani.slash(&channel, "help", serde_json::json!({})).await).await);
    // Ten times as many as questions.
    assert!(refused(&ani.clicks_label(&answer, "Tak membantu").await).await);
    assert!(refused(&ani.slash(&channel, "sources", serde_json::json!({})).await).await);
    assert!(ani.autocomplete(&channel, "ask", "question", "siapa").await.is_empty());
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}
