//! What becomes of an answer when its question is edited or deleted, and questions that go on from an answer.

use discord_sandbox::{Message, Ping};

use super::Scene;

const MAYOR: &str = "<@bot> siapa walikota hamamatsu";

fn text(message: &Message) -> String {
    message.embeds()[0].all_text()
}

#[tokio::test]
async fn an_edited_question_gets_its_answer_edited() {
    let scene = Scene::new().await;
    let question = scene.ani.says(&scene.channel, MAYOR).await;
    let answer = question.reply().await;
    assert!(text(&answer).contains("Nakano"), "{}", text(&answer));
    scene.ani.edits(&question, "<@bot> how do I cook rice").await;
    let edited = answer.edited().await;
    assert!(text(&edited).contains("Our sources hold no answer") && text(&edited).contains("cook rice"));
    // Into nothing but a mention, and back.
    scene.ani.edits(&question, "<@bot>").await;
    let helps = edited.edited().await;
    assert!(text(&helps).contains("/ask"), "{}", text(&helps));
    scene.ani.edits(&question, MAYOR).await;
    assert!(text(&helps.edited().await).contains("Nakano"));
    scene.sandbox.settled().await;
    assert_eq!(question.replies().len(), 1);
    scene.end().await;
}

#[tokio::test]
async fn a_question_that_is_deleted_takes_its_answer_along() {
    let scene = Scene::new().await;
    let question = scene.ani.says(&scene.channel, MAYOR).await;
    let answer = question.reply().await;
    scene.ani.deletes(&question).await;
    answer.deleted().await;
    // At once, whichever of the two is heard first.
    for _ in 0..5 {
        let question = scene.ani.says(&scene.channel, MAYOR).await;
        scene.ani.deletes(&question).await;
    }
    scene.sandbox.settled().await;
    assert_eq!(scene.channel.messages_from_bot().len(), 0);
    scene.end().await;
}

#[tokio::test]
async fn a_reply_with_a_ping_goes_on_from_the_answer() {
    let scene = Scene::new().await;
    let answer = scene.ani.says(&scene.channel, MAYOR).await.reply().await;
    let second = scene.ani.replies(&answer, "dan siapa walikota ambon?", Ping::Yes).await.reply().await;
    let shown = second.embeds()[0].description().to_owned();
    assert!(shown.contains("-# **Pertanyaan** dan siapa walikota ambon?"), "{shown}");
    assert!(shown.contains("-# **Sebelumnya** siapa walikota hamamatsu"), "{shown}");
    let third = scene.ani.replies(&second, "kapan?", Ping::Yes).await.reply().await;
    let shown = third.embeds()[0].description().to_owned();
    assert!(shown.contains("** siapa walikota hamamatsu dan siapa walikota ambon?"), "{shown}");
    scene.end().await;
}
