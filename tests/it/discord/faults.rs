//! Faults of the bot's own.

use std::sync::Arc;

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
