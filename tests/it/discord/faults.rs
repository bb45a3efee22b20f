//! Faults of the bot's own.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use discord_sandbox::Sandbox;
use kembar::discord::Service;
use serde_json::json;

use super::{ANSWERER, settings, start_service};

#[tokio::test]
async fn a_panic_is_counted_and_told_and_the_bot_lives_on() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let service = Service::new(Arc::clone(&ANSWERER));
    let service = Arc::new(service.watched_by(|it| assert!(!it.answer.question.text.contains("bom"), "as injected")));
    let running = start_service(settings(&sandbox, sandbox.token()), Arc::clone(&service));
    sandbox.wait_until_command("ask").await;
    let ani = sandbox.user("Ani").locale("ja");

    let asked = ani.slash(&channel, "ask", json!({ "question": "bom" })).await;
    let response = asked.response().await;
    assert!(response.ephemeral());
    assert!(response.message().content().contains("申し訳ありません"), "{}", response.message().content());
    let reply = ani.says(&channel, "<@bot> apa itu bom").await.reply().await;
    assert!(reply.content().contains("Maaf"), "{}", reply.content());
    assert_eq!(service.panics(), 2);

    let reply = ani.says(&channel, "<@bot> siapa walikota hamamatsu").await.reply().await;
    assert_eq!(reply.embeds().len(), 1);
    sandbox.settled().await;
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}

#[tokio::test]
async fn a_panic_over_an_edit_is_told_and_the_same_words_are_tried_again() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let panics = Arc::new(AtomicBool::new(true));
    let until = Arc::clone(&panics);
    let service = Service::new(Arc::clone(&ANSWERER)).watched_by(move |it| {
        assert!(!until.load(Ordering::Relaxed) || it.answer.question.text.contains("walikota"), "as injected");
    });
    let service = Arc::new(service);
    let running = start_service(settings(&sandbox, sandbox.token()), Arc::clone(&service));
    sandbox.wait_until_command("ask").await;
    let ani = sandbox.user("Ani").locale("id");
    let asked = ani.says(&channel, "<@bot> siapa walikota hamamatsu").await;
    let answer = asked.reply().await;
    ani.edits(&asked, "<@bot> berapa penduduk ambon").await;
    let failed = answer.edited().await;
    assert!(failed.content().contains("Maaf") && failed.embeds().is_empty(), "{}", failed.content());
    // Back to what was answered.
    ani.edits(&asked, "<@bot> siapa walikota hamamatsu").await;
    assert!(failed.edited().await.embeds()[0].all_text().contains("Nakano"));

    let later = ani.says(&channel, "berapa penduduk ambon").await;
    sandbox.settled().await;
    ani.edits(&later, "<@bot> berapa penduduk ambon").await;
    let failed = later.reply().await;
    assert!(failed.content().contains("Maaf"), "{}", failed.content());
    assert_eq!(service.panics(), 2);
    panics.store(false, Ordering::Relaxed);
    ani.edits(&later, "<@bot> berapa penduduk ambon").await;
    assert!(failed.edited().await.embeds()[0].all_text().contains("394.415"));
    sandbox.settled().await;
    assert_eq!((asked.replies().len(), later.replies().len()), (1, 1));
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}
