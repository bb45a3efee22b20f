//! Where the bot lacks a permission: the best that is possible, and a line for the operator.

use std::time::Duration;

use discord_sandbox::{Channel, Fault, Message, Method, Permissions, Sandbox};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader};

use super::program::serve;
use super::{Scene, no_embeds, start};

/// What Discord says of when to try again.
const RETRY: Duration = Duration::from_millis(100);
const MAYOR: &str = "<@bot> siapa walikota hamamatsu";

fn last_of_bot(channel: &Channel) -> Message {
    channel.messages_from_bot().pop().expect("the bot said something")
}

#[tokio::test]
async fn without_read_message_history_the_answer_comes_without_a_reference() {
    let scene = Scene::new().await;
    scene.channel.deny(Permissions::READ_MESSAGE_HISTORY).await;
    scene.ani.says(&scene.channel, MAYOR).await;
    scene.sandbox.settled().await;
    let answer = last_of_bot(&scene.channel);
    assert_eq!(answer.referenced_id(), None);
    let shown = answer.embeds()[0].all_text();
    assert!(shown.contains("Nakano") && shown.contains("-# **Pertanyaan** siapa walikota hamamatsu"), "{shown}");
    scene.end().await;
}

#[tokio::test]
async fn where_the_bot_may_not_write_it_answers_its_asker_alone() {
    let scene = Scene::new().await;
    let thread = scene.channel.thread("benang").await;
    let locked = scene.channel.thread("terkunci").await;
    locked.lock().await;
    scene.channel.deny(Permissions::SEND_MESSAGES).await;
    for channel in [&scene.channel, &locked] {
        let budi = scene.sandbox.user(&format!("Budi {}", channel.id()));
        let question = budi.says(channel, MAYOR).await;
        scene.sandbox.settled().await;
        assert!(channel.messages_from_bot().is_empty());
        let dm = budi.dm().await;
        let answer = last_of_bot(&dm);
        assert!(answer.content().contains("tidak diizinkan menulis"), "{}", answer.content());
        assert!(answer.embeds()[0].description().contains("Nakano"));
        // It follows its question all the same.
        budi.edits(&question, "<@bot> how do I cook rice").await;
        let edited = answer.edited().await;
        assert!(edited.embeds()[0].description().contains("Sorry, our sources have no answer"));
        assert!(edited.content().contains("not allowed to write"), "{}", edited.content());
        budi.deletes(&question).await;
        answer.deleted().await;
    }
    // Writing in threads is a permission of its own.
    scene.ani.says(&thread, MAYOR).await.reply().await;
    scene.channel.allow(Permissions::SEND_MESSAGES).await;
    scene.channel.deny(Permissions::SEND_MESSAGES_IN_THREADS).await;
    scene.ani.says(&scene.channel, MAYOR).await.reply().await;
    let refused = scene.ani.says(&thread, MAYOR).await;
    refused.stays_unanswered().await;
    assert!(last_of_bot(&scene.ani.dm().await).embeds()[0].description().contains("Nakano"));
    scene.end().await;
}

#[tokio::test]
async fn an_answer_that_was_sent_alone_says_why_whatever_is_clicked_under_it() {
    let scene = Scene::new().await;
    scene.channel.deny(Permissions::SEND_MESSAGES).await;
    scene.ani.says(&scene.channel, MAYOR).await;
    scene.sandbox.settled().await;
    let answer = last_of_bot(&scene.ani.dm().await);
    let why = answer.content().to_owned();
    for label in ["English", "Bahasa Indonesia"] {
        let response = scene.ani.clicks_label(&answer.now(), label).await.response().await;
        assert_eq!((response.message().embeds().len(), response.message().content()), (1, &*why));
    }
    assert!(why.contains("tidak diizinkan menulis"), "{why}");
    scene.end().await;
}

#[tokio::test]
async fn who_cannot_be_written_to_alone_is_left_in_peace() {
    let scene = Scene::new().await;
    scene.channel.deny(Permissions::SEND_MESSAGES).await;
    scene.ani.closes_dms();
    for _ in 0..3 {
        scene.ani.says(&scene.channel, MAYOR).await.stays_unanswered().await;
    }
    let refused = scene.sandbox.requests().iter().filter(|request| request.status == Some(403)).count();
    assert_eq!(refused, 1, "it is tried once an hour");
    // That is nobody else's.
    let budi = scene.sandbox.user("Budi");
    budi.says(&scene.channel, MAYOR).await;
    scene.sandbox.settled().await;
    assert!(last_of_bot(&budi.dm().await).embeds()[0].description().contains("Nakano"));
    scene.channel.allow(Permissions::SEND_MESSAGES).await;
    scene.ani.says(&scene.channel, MAYOR).await.reply().await;
    scene.end().await;
}

#[tokio::test]
async fn an_archived_thread_is_answered_in() {
    let scene = Scene::new().await;
    let thread = scene.channel.thread("lama").await;
    thread.archive().await;
    scene.ani.says(&thread, MAYOR).await.reply().await;
    scene.end().await;
}

#[tokio::test]
async fn in_a_thread_that_the_bot_was_not_told_of_what_embeds_do_not_show_is_said_as_text() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    channel.deny(no_embeds()).await;
    let mut threads = Vec::new();
    // Left out without a word, and refused, as where nothing is left to show.
    for refusal in [None, Some(Fault::Refuse(400, 50006)), Some(Fault::Refuse(403, 50013))] {
        let thread = channel.thread("benang").await;
        thread.archive().await;
        threads.push((thread, refusal));
    }
    let running = start(&sandbox).await;
    let ani = sandbox.user("Ani");
    for (thread, refusal) in threads {
        let name = format!("{refusal:?}");
        if let Some(refusal) = refusal {
            sandbox.faults().next(Method::POST, "/channels/{}/messages", refusal);
        }
        let asked = ani.says(&thread, MAYOR).await;
        sandbox.settled().await;
        let answer = last_of_bot(&thread);
        assert!(answer.embeds().is_empty() && answer.content().contains("Nakano"), "{name}: {}", answer.content());
        ani.edits(&asked, "<@bot> berapa penduduk ambon").await;
        sandbox.settled().await;
        let answer = last_of_bot(&thread);
        assert!(answer.embeds().is_empty() && answer.content().contains("394.415"), "{name}: {}", answer.content());
        assert_eq!(thread.messages_from_bot().len(), 1, "{name}");
    }
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}

#[tokio::test]
async fn every_kind_of_channel_is_answered_in() {
    let scene = Scene::new().await;
    let places = [
        scene.guild.voice("suara").await,
        scene.guild.announcement("warta").await,
        scene.guild.forum("forum").await.forum_post("tanya").await,
        scene.channel.thread("benang").await,
        scene.ani.dm().await,
    ];
    for place in places {
        let answer = scene.ani.says(&place, MAYOR).await.reply().await;
        assert!(answer.embeds()[0].description().contains("Nakano"));
    }
    scene.end().await;
}

#[tokio::test]
async fn what_is_missing_is_told_the_operator_once_by_name_and_place() {
    let sandbox = Sandbox::start().await;
    let guild = sandbox.guild("Ambon").create().await;
    let missing = [
        ("Embed Links", no_embeds()),
        ("Read Message History", Permissions::READ_MESSAGE_HISTORY),
        ("Send Messages", Permissions::SEND_MESSAGES),
    ];
    let mut child = serve(&[
        ("DISCORD_TOKEN", sandbox.token()),
        ("KEMBAR_DISCORD_API", &sandbox.url()),
        ("KEMBAR_LOG", "warn"),
        ("KEMBAR_QUESTIONS_AT_ONCE", "20"),
    ]);
    sandbox.gateway().wait_until_ready().await;
    sandbox.wait_until_command("ask").await;
    let mut expected = Vec::new();
    for (name, permission) in missing {
        let channel = guild.channel("sempit").await;
        channel.deny(permission).await;
        expected.push(format!("missing=\"{name}\" server={} channel={}", guild.id(), channel.id()));
        for _ in 0..2 {
            sandbox.user("Ani").says(&channel, MAYOR).await;
            sandbox.settled().await;
        }
    }
    let threads = guild.channel("benang").await;
    let (narrow, locked) = (threads.thread("sempit").await, threads.thread("terkunci").await);
    locked.lock().await;
    threads.deny(Permissions::SEND_MESSAGES_IN_THREADS).await;
    sandbox.user("Ani").says(&narrow, MAYOR).await;
    sandbox.settled().await;
    threads.allow(Permissions::SEND_MESSAGES_IN_THREADS).await;
    sandbox.user("Ani").says(&locked, MAYOR).await;
    sandbox.settled().await;
    for (name, thread) in [("Send Messages in Threads", &narrow), ("Manage Threads (the thread is locked)", &locked)] {
        expected.push(format!("missing=\"{name}\" server={} channel={}", guild.id(), thread.id()));
    }
    let pictures = guild.channel("gambar").await;
    pictures.deny(Permissions::ATTACH_FILES).await;
    expected.push(format!("missing=\"Attach Files\" server={} channel={}", guild.id(), pictures.id()));
    for _ in 0..2 {
        sandbox.user("Ani").slash(&pictures, "timeline", serde_json::json!({})).await.response().await;
    }
    let commands = guild.channel("perintah").await;
    commands.deny(no_embeds()).await;
    expected.push(format!("missing=\"Embed Links\" server={} channel={}", guild.id(), commands.id()));
    for _ in 0..2 {
        let options = serde_json::json!({ "question": "siapa walikota hamamatsu" });
        sandbox.user("Ani").slash(&commands, "ask", options).await.response().await;
    }
    // The last is told beside its answer, maybe after it.
    let (mut log, mut stderr) = (String::new(), BufReader::new(child.stderr.take().expect("piped")));
    while !log.contains(expected.last().expect("some")) {
        assert_ne!(stderr.read_line(&mut log).await.expect("UTF-8"), 0, "{log}");
    }
    child.start_kill().expect("it runs");
    stderr.read_to_string(&mut log).await.expect("UTF-8");
    for line in expected {
        assert_eq!(log.matches(&line).count(), 1, "{line}: {log}");
    }
    assert!(!log.contains("walikota") && !log.contains("Ani"), "{log}");
    sandbox.assert_clean();
}

#[tokio::test]
async fn an_answer_that_stands_already_is_not_said_once_more_to_the_asker_alone() {
    // What becomes of the first try, what is withdrawn then, and how many answers stand in the channel and alone.
    let cases = [
        (Fault::DropAfter, Permissions::SEND_MESSAGES, (1, 0)),
        (Fault::DropBefore, Permissions::SEND_MESSAGES, (0, 1)),
        (Fault::DropAfter, Permissions::VIEW_CHANNEL, (1, 0)),
        // Nobody can tell whether it stands: rather none than two.
        (Fault::DropBefore, Permissions::VIEW_CHANNEL, (0, 0)),
        (Fault::Status(429), Permissions::VIEW_CHANNEL, (0, 1)),
    ];
    let scene = Scene::new().await;
    for (number, (fault, withdrawn, expect)) in cases.into_iter().enumerate() {
        let name = format!("{fault:?}, {withdrawn:?}");
        let channel = scene.guild.channel(&format!("kanal-{number}")).await;
        let faults = scene.sandbox.faults();
        faults.next(Method::POST, "/channels/{}/messages", fault);
        faults.next_n(
            2,
            &Method::POST,
            "/channels/{}/messages",
            &Fault::RateLimit { retry_after: RETRY, global: false },
        );
        let budi = scene.sandbox.user(&format!("Budi {number}"));
        let asked = budi.says(&channel, MAYOR).await;
        let mut changes = scene.sandbox.changes();
        while faults.pending() > 2 {
            changes.changed().await.expect("the sandbox stands");
        }
        channel.deny(withdrawn).await;
        let id = asked.id().to_string();
        let is_refused = || scene.sandbox.requests().iter().any(|it| it.status == Some(403) && it.body["nonce"] == id);
        while !is_refused() {
            changes.changed().await.expect("the sandbox stands");
        }
        scene.sandbox.settled().await;
        assert_eq!((asked.replies().len(), budi.dm().await.messages_from_bot().len()), expect, "{name}");
    }
    scene.end().await;
}
