//! Questions in every way that Discord has to ask one.

use discord_sandbox::{Message, Ping};
use serde_json::json;

use super::{Scene, no_embeds};

const WHEN: &str = "Kapan Ambon menjadi kota musik UNESCO?";

/// The answer to [`WHEN`], with its source.
fn is_the_answer(reply: &Message) {
    let embeds = reply.embeds();
    assert_eq!(embeds.len(), 1, "{:?}", reply.json());
    assert!(embeds[0].description().starts_with("### ") && embeds[0].description().contains("2019"));
    let (name, value) = embeds[0].fields().remove(0);
    assert!(name.starts_with("1. "), "{name}");
    assert!(value.contains("](https://") && value.contains("paragraf") && value.contains('#'), "{value}");
    pings_nobody(reply);
}

fn pings_nobody(reply: &Message) {
    assert!(reply.pings().is_empty() && reply.role_pings().is_empty() && !reply.pings_everyone());
}

#[tokio::test]
async fn a_slash_command_is_answered_to_all() {
    let scene = Scene::new().await;
    let asked = scene.ani.clone().locale("id").slash(&scene.channel, "ask", json!({ "question": WHEN })).await;
    let response = asked.response().await;
    assert!(!response.ephemeral());
    is_the_answer(response.message());
    scene.end().await;
}

#[tokio::test]
async fn each_line_that_asks_is_answered_and_the_talk_goes_on_from_the_last() {
    let scene = Scene::new().await;
    let dm = scene.ani.dm().await;
    let lines = "Halo!\n- siapa wali kota hamamatsu\n- berapa penduduk ambon\n- siapa wali kota ambon";
    let reply = scene.ani.says(&dm, lines).await.reply().await;
    let said = reply.embeds()[0].description().to_owned();
    assert!(said.contains("Nakano Yusuke") && said.contains("394.415"), "{said}");
    assert!(said.contains("siapa wali kota ambon"), "the one without an answer is named: {said}");
    let reply = scene.ani.replies(&reply, "hamamatsu?", Ping::Yes).await.reply().await;
    let said = reply.embeds()[0].all_text();
    assert!(said.contains("Nakano Yusuke") && !said.contains("394.415"), "{said}");
    scene.end().await;
}

#[tokio::test]
async fn a_private_answer_is_for_its_asker_alone() {
    let scene = Scene::new().await;
    let options = json!({ "question": WHEN, "private": true });
    let asked = scene.ani.clone().locale("id").slash(&scene.channel, "ask", options).await;
    let response = asked.response().await;
    assert!(response.ephemeral());
    is_the_answer(response.message());
    assert!(scene.channel.messages().iter().all(Message::is_ephemeral));
    scene.end().await;
}

#[tokio::test]
async fn a_command_is_answered_in_the_language_of_its_asker() {
    let scene = Scene::new().await;
    for (locale, expect) in [("id", "paragraf"), ("en-GB", "paragraph"), ("ja", "段落"), ("de", "paragraf")] {
        let budi = scene.sandbox.user("Budi").locale(locale);
        let asked = budi.slash(&scene.channel, "ask", json!({ "question": WHEN })).await;
        let text = asked.response().await.message().embeds()[0].all_text();
        assert!(text.contains(expect) && text.contains("2019"), "{locale}: {text}");
    }
    scene.end().await;
}

#[tokio::test]
async fn the_bot_is_asked_alone_and_as_a_persons_own_app() {
    let scene = Scene::new().await;
    let dm = scene.ani.dm().await;
    is_the_answer(&scene.ani.says(&dm, WHEN).await.reply().await);
    let asked = scene.ani.clone().locale("id").slash(&dm, "ask", json!({ "question": WHEN })).await;
    is_the_answer(asked.response().await.message());
    let budi = scene.sandbox.user("Budi").locale("id");
    let elsewhere = scene.ani.dm_with(&budi).await;
    let asked = budi.slash_as_user_install(&elsewhere, "ask", json!({ "question": WHEN })).await;
    is_the_answer(asked.response().await.message());
    scene.end().await;
}

#[tokio::test]
async fn a_mention_asks_wherever_it_stands() {
    let scene = Scene::new().await;
    for text in ["<@bot> Q", "Q <@bot>", "halo <@bot>, Q"] {
        let message = scene.ani.says(&scene.channel, &text.replace('Q', WHEN)).await;
        let reply = message.reply().await;
        is_the_answer(&reply);
        assert_eq!(reply.referenced_id(), Some(message.id()));
        assert_eq!(reply.nonce(), &json!(message.id().to_string()));
    }
    scene.end().await;
}

#[tokio::test]
async fn a_mention_in_a_thread_is_answered_there() {
    let scene = Scene::new().await;
    let thread = scene.channel.thread("tanya").await;
    is_the_answer(&scene.ani.says(&thread, &format!("<@bot> {WHEN}")).await.reply().await);
    scene.end().await;
}

#[tokio::test]
async fn the_bots_own_role_is_as_good_as_its_name() {
    let scene = Scene::new().await;
    let reply = scene.ani.says(&scene.channel, &format!("<@&bot> {WHEN}")).await.reply().await;
    // Discord keeps the text of such a message from the bot: it helps, and says what to do.
    let text = reply.embeds()[0].all_text();
    assert!(text.contains("role") && text.contains("/ask"), "{text}");
    pings_nobody(&reply);
    scene.end().await;
}

#[tokio::test]
async fn a_bare_mention_gets_help_in_the_language_of_the_server() {
    for (locale, expect) in [("id", "Anda bisa bertanya"), ("en-US", "You could ask"), ("ja", "質問できます")] {
        let scene = Scene::with(|guild| guild.locale(locale)).await;
        let reply = scene.ani.says(&scene.channel, "<@bot>").await.reply().await;
        let text = reply.embeds()[0].all_text();
        assert!(text.contains(expect), "{text}");
        assert_eq!(text.lines().filter(|line| line.starts_with("- ")).count(), 3, "{text}");
        scene.end().await;
    }
}

#[tokio::test]
async fn a_reply_that_pings_the_bot_asks_and_one_that_does_not_is_left_alone() {
    let scene = Scene::new().await;
    let reply = scene.ani.says(&scene.channel, &format!("<@bot> {WHEN}")).await.reply().await;
    is_the_answer(&scene.ani.replies(&reply, WHEN, Ping::Yes).await.reply().await);
    scene.ani.replies(&reply, WHEN, Ping::No).await.stays_unanswered().await;
    scene.end().await;
}

#[tokio::test]
async fn who_is_not_spoken_to_stays_silent() {
    let scene = Scene::new().await;
    scene.ani.says(&scene.channel, "@everyone halo").await.stays_unanswered().await;
    scene.ani.says(&scene.channel, "@here halo").await.stays_unanswered().await;
    scene.ani.says(&scene.channel, WHEN).await.stays_unanswered().await;
    let mention = format!("<@bot> {WHEN}");
    scene.sandbox.other_bot("Lain").says(&scene.channel, &mention).await.stays_unanswered().await;
    scene.sandbox.webhook("Berita").says(&scene.channel, &mention).await.stays_unanswered().await;
    scene.end().await;
}

#[tokio::test]
async fn where_embeds_are_not_allowed_the_same_is_said_in_text() {
    let scene = Scene::new().await;
    scene.channel.deny(no_embeds()).await;
    let reply = scene.ani.says(&scene.channel, &format!("<@bot> {WHEN}")).await.reply().await;
    assert!(reply.embeds().is_empty());
    assert!(reply.content().contains("2019") && reply.content().contains("<https://"), "{}", reply.content());
    pings_nobody(&reply);
    let asked = scene.ani.clone().locale("id").slash(&scene.channel, "ask", json!({ "question": WHEN })).await;
    let response = asked.response().await;
    assert!(response.message().embeds().is_empty() && response.message().content().contains("2019"));
    let help = scene.ani.says(&scene.channel, "<@bot>").await.reply().await;
    assert!(help.embeds().is_empty() && help.content().contains("/ask"), "{}", help.content());
    scene.end().await;
}

#[tokio::test]
async fn what_is_not_held_is_said_so() {
    let scene = Scene::new().await;
    let reply = scene.ani.says(&scene.channel, "<@bot> how do I cook rice").await.reply().await;
    let text = reply.embeds()[0].all_text();
    assert!(text.contains("Sorry, our sources have no answer") && text.contains("cook"), "{text}");
    assert!(reply.embeds()[0].fields().is_empty());
    scene.end().await;
}

#[tokio::test]
async fn links_and_formatting_are_no_words_of_a_question() {
    let scene = Scene::new().await;
    let said = "**how** do I `cook` [rice](https://a.example/b)? https://www.youtube.com/watch?v=1";
    let mentioned = scene.ani.says(&scene.channel, &format!("<@bot> {said}")).await.reply().await;
    let asked = scene.ani.slash(&scene.channel, "ask", json!({ "question": said })).await;
    for answer in [&mentioned, asked.response().await.message()] {
        let text = answer.embeds()[0].all_text();
        assert!(text.contains("Looked for: cook, rice\n") && text.contains("** how do I cook rice?"), "{text}");
    }
    let link = scene.ani.says(&scene.channel, "<@bot> https://www.youtube.com/watch?v=1").await.reply().await;
    let emoji = scene.ani.says(&scene.channel, "<@bot> <:ukulele:12>").await.reply().await;
    assert_eq!(link.embeds()[0].all_text(), emoji.embeds()[0].all_text());
    // Nor are they words of a language.
    let server = Scene::with(|guild| guild.locale("ja")).await;
    let emoji = server.ani.says(&server.channel, "<@bot> <:halo:12>").await.reply().await;
    assert!(emoji.embeds()[0].all_text().contains("質問できます"), "{}", emoji.embeds()[0].all_text());
    server.end().await;
    scene.end().await;
}

#[tokio::test]
async fn a_bare_name_is_asked_back() {
    let scene = Scene::new().await;
    let reply = scene.ani.says(&scene.channel, "<@bot> hamamatsu").await.reply().await;
    let shown = reply.embeds()[0].description().to_owned();
    assert!(shown.starts_with("What would you like to know about “Hamamatsu”?"), "{shown}");
    assert!(shown.contains("**You could ask:**") && !shown.contains("Looked for"), "{shown}");
    // What is meant may be said in reply.
    assert!(shown.contains("-# **Question** hamamatsu"), "{shown}");
    scene.end().await;
}

#[tokio::test]
async fn small_talk_is_answered_in_kind_and_with_nothing_around_it() {
    let scene = Scene::new().await;
    let answer = scene.ani.says(&scene.channel, &format!("<@bot> {WHEN}")).await.reply().await;
    for (said, expect) in [
        ("sampai jumpa", "Sampai jumpa!"),
        ("oke makasih kak", "Sama-sama."),
        ("oke", "Silakan bertanya lagi kapan saja."),
    ] {
        let alone = scene.ani.says(&scene.channel, &format!("<@bot> {said}")).await.reply().await;
        let in_reply = scene.ani.replies(&answer, said, Ping::Yes).await.reply().await;
        for reply in [alone, in_reply] {
            assert_eq!(reply.content(), expect);
            assert!(reply.embeds().is_empty() && reply.controls().is_empty(), "{:?}", reply.json());
        }
    }
    // Of who complains the same may be asked in other words, in reply.
    let sorry = scene.ani.replies(&answer, "itu salah", Ping::Yes).await.reply().await;
    let text = sorry.embeds()[0].all_text();
    assert!(text.starts_with("Mohon maaf.") && text.contains("-# **Pertanyaan** itu salah"), "{text}");
    let greeting = scene.ani.says(&scene.channel, "<@bot> halo").await.reply().await;
    let text = greeting.embeds()[0].all_text();
    assert!(text.starts_with("Halo!") && !text.contains("Pertanyaan") && !text.contains("Kembar ·"), "{text}");
    scene.end().await;
}

#[tokio::test]
async fn sources_that_differ_stand_side_by_side() {
    const SINCE_WHEN: &str = "<@bot> Since when have Ambon and Vlissingen been linked?";
    let scene = Scene::new().await;
    let bare = scene.guild.channel("tanpa-embed").await;
    bare.deny(no_embeds()).await;
    let told = scene.ani.says(&scene.channel, SINCE_WHEN).await.reply().await.embeds()[0].description().to_owned();
    let plain = scene.ani.says(&bare, SINCE_WHEN).await.reply().await.content().to_owned();
    for shown in [&told, &plain] {
        assert!(shown.starts_with("**Our sources give more than one answer to this:**\n"), "{shown}");
        for said in
            ["since __2006__", "in __1991__", "ANTARA News Ambon, Maluku, 2019", "Gemeente Vlissingen, paragraph 2"]
        {
            assert_eq!(shown.matches(said).count(), 1, "{said}: {shown}");
        }
    }
    assert!(told.contains("](https://") && plain.matches("<https://").count() == 3, "{told}\n{plain}");
    scene.end().await;
}
