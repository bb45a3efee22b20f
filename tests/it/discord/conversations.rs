//! What becomes of an answer when its question is edited or deleted, and questions that go on from an answer.

use std::sync::Arc;
use std::time::Duration;

use discord_sandbox::{Message, Permissions, Ping};
use kembar::discord::Service;

use super::{ANSWERER, Scene, settings, start_service};

const MAYOR: &str = "<@bot> siapa walikota hamamatsu";

fn text(message: &Message) -> String {
    message.embeds()[0].all_text()
}

/// The names of the passages that an answer shows.
fn passages(message: &Message) -> Vec<String> {
    let cited = message.embeds()[0].fields().into_iter().filter_map(|(_, value)| {
        let (_, name) = value.rsplit_once(" · `")?;
        Some(name.trim_end_matches('`').to_owned())
    });
    cited.collect()
}

#[tokio::test]
async fn an_edited_question_gets_its_answer_edited() {
    let scene = Scene::new().await;
    let question = scene.ani.says(&scene.channel, MAYOR).await;
    let answer = question.reply().await;
    assert!(text(&answer).contains("Nakano"), "{}", text(&answer));
    scene.ani.edits(&question, "<@bot> how do I cook rice").await;
    let edited = answer.edited().await;
    assert!(text(&edited).contains("Sorry, our sources have no answer") && text(&edited).contains("cook rice"));
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
    assert!(shown.contains("** siapa walikota hamamatsu / dan siapa walikota ambon?"), "{shown}");
    scene.end().await;
}

#[tokio::test]
async fn words_that_tell_no_language_are_answered_in_that_of_the_answer() {
    let scene = Scene::with(|guild| guild.locale("en-US")).await;
    for (question, thanks, helps) in [
        (MAYOR, "Sama-sama.", "Anda bisa bertanya"),
        ("<@bot> who is the mayor of Hamamatsu", "You're welcome.", "You could ask"),
        ("<@bot> 浜松の市長は誰ですか", "どういたしまして。", "質問できます"),
    ] {
        let answer = scene.ani.says(&scene.channel, question).await.reply().await;
        let welcome = scene.ani.replies(&answer, "thanks!", Ping::Yes).await.reply().await;
        assert_eq!(welcome.content(), thanks);
        let again = scene.ani.replies(&welcome, "thanks!", Ping::Yes).await.reply().await;
        assert_eq!(again.content(), thanks);
        let help = scene.ani.replies(&answer, "<@bot>", Ping::Yes).await.reply().await;
        assert!(text(&help).contains(helps), "{}", text(&help));
    }
    scene.end().await;
}

#[tokio::test]
async fn who_wishes_for_more_is_shown_what_the_answer_has_not_shown() {
    const FIELDS: &str = "<@bot> in which fields do Ambon and Hamamatsu want to cooperate";
    let scene = Scene::new().await;
    let mut answer = scene.ani.says(&scene.channel, FIELDS).await.reply().await;
    let mut all = passages(&answer);
    for _ in 0..2 {
        answer = scene.ani.replies(&answer, "tell me more", Ping::Yes).await.reply().await;
        let more = passages(&answer);
        assert!(!more.is_empty() && more.iter().all(|passage| !all.contains(passage)), "{more:?} after {all:?}");
        all.extend(more);
    }
    scene.end().await;
}

#[tokio::test]
async fn edits_and_deletions_are_followed_after_a_restart_too() {
    let scene = Scene::new().await;
    let question = scene.ani.says(&scene.channel, MAYOR).await;
    let answer = question.reply().await;
    let other = scene.ani.says(&scene.channel, MAYOR).await;
    let others = other.reply().await;
    let taken = scene.ani.says(&scene.channel, MAYOR).await;
    let away = taken.reply().await;
    let stranger = scene.ani.says(&scene.channel, "siapa walikota hamamatsu").await;
    let scene = scene.restart().await;
    // Once the mention is taken away; of others nothing goes.
    scene.ani.edits(&stranger, "siapa wali kota hamamatsu").await;
    scene.ani.edits(&taken, "siapa walikota hamamatsu").await;
    away.deleted().await;
    scene.sandbox.settled().await;
    assert!(!answer.now().is_deleted() && !others.now().is_deleted());
    // Back again, it is answered anew.
    scene.ani.edits(&taken, MAYOR).await;
    scene.sandbox.settled().await;
    assert_eq!(taken.replies().iter().filter(|reply| !reply.now().is_deleted()).count(), 1);
    scene.ani.edits(&question, "<@bot> how do I cook rice").await;
    let edited = answer.edited().await;
    assert!(text(&edited).contains("Sorry, our sources have no answer"), "{}", text(&edited));
    scene.ani.deletes(&question).await;
    edited.deleted().await;
    scene.ani.deletes(&other).await;
    others.deleted().await;
    scene.sandbox.settled().await;
    assert_eq!((question.replies().len(), other.replies().len()), (1, 1));
    scene.end().await;
}

#[tokio::test]
async fn where_history_cannot_be_read_an_edit_is_not_answered_a_second_time_after_a_restart() {
    let scene = Scene::new().await;
    let hidden = scene.guild.channel("tersembunyi").await;
    hidden.deny(Permissions::READ_MESSAGE_HISTORY).await;
    let thread = hidden.thread("benang").await;
    let mut questions = Vec::new();
    for channel in [&hidden, &thread, &scene.channel] {
        questions.push(scene.ani.says(channel, MAYOR).await);
    }
    let scene = scene.restart().await;
    scene.channel.deny(Permissions::READ_MESSAGE_HISTORY).await;
    // Discord knows a message's nonce for some minutes only.
    scene.sandbox.clock().advance(Duration::from_mins(6));
    for question in &questions {
        scene.ani.edits(question, "<@bot> how do I cook rice").await;
    }
    scene.sandbox.settled().await;
    for channel in [&hidden, &thread, &scene.channel] {
        assert_eq!(channel.messages_from_bot().len(), 1);
    }
    // What came later is followed as ever.
    let later = scene.ani.says(&hidden, MAYOR).await;
    scene.sandbox.settled().await;
    scene.ani.edits(&later, "<@bot> how do I cook rice").await;
    scene.sandbox.settled().await;
    let said = hidden.messages_from_bot();
    assert!(said.len() == 2 && text(&said[1]).contains("cook rice"), "{}", text(&said[1]));
    scene.end().await;
}

#[tokio::test]
async fn what_is_deleted_in_bulk_takes_its_answers_along() {
    let scene = Scene::new().await;
    let mut questions = Vec::new();
    for _ in 0..3 {
        let question = scene.ani.says(&scene.channel, MAYOR).await;
        question.reply().await;
        questions.push(question);
    }
    let scene = scene.restart().await;
    let last = scene.ani.says(&scene.channel, MAYOR).await;
    let answer = last.reply().await;
    questions.push(last);
    // One of the answers was among what was deleted.
    let first_answer = questions[0].reply().await;
    let all: Vec<&Message> = questions.iter().chain([&first_answer]).collect();
    scene.channel.deletes_in_bulk(&all).await;
    answer.deleted().await;
    scene.sandbox.settled().await;
    assert_eq!(scene.channel.messages_from_bot().len(), 0);
    scene.end().await;
}

#[tokio::test]
async fn a_preview_that_discord_adds_is_no_edit() {
    let scene = Scene::new().await;
    let question = scene.ani.says(&scene.channel, &format!("{MAYOR} https://example.org/")).await;
    let answer = question.reply().await;
    let requests = scene.sandbox.requests().len();
    question.unfurls("https://example.org/");
    scene.sandbox.settled().await;
    assert_eq!((answer.now().edits().len(), scene.sandbox.requests().len()), (0, requests));
    // The same text again, edited to what it was, is none either.
    scene.ani.edits(&question, &format!("{MAYOR}  https://example.org/")).await;
    scene.sandbox.settled().await;
    assert_eq!((answer.now().edits().len(), scene.sandbox.requests().len()), (0, requests));
    scene.end().await;
}

#[tokio::test]
async fn a_mention_that_is_added_afterwards_is_answered() {
    let scene = Scene::new().await;
    let question = scene.ani.says(&scene.channel, "siapa walikota hamamatsu").await;
    question.stays_unanswered().await;
    scene.ani.edits(&question, MAYOR).await;
    assert!(text(&question.reply().await).contains("Nakano"));
    scene.end().await;
}

#[tokio::test]
async fn a_mention_that_is_taken_away_takes_its_answer_along() {
    let scene = Scene::new().await;
    let question = scene.ani.says(&scene.channel, MAYOR).await;
    let answer = question.reply().await;
    scene.ani.edits(&question, "siapa walikota hamamatsu").await;
    answer.deleted().await;
    // Once it is back, it is answered; a further edit changes that.
    scene.ani.edits(&question, "<@bot> berapa penduduk ambon").await;
    scene.sandbox.settled().await;
    let [.., answer] = &question.replies()[..] else { panic!("no reply") };
    assert!(text(&answer.now()).contains("394.415"), "{}", text(&answer.now()));
    scene.ani.edits(&question, MAYOR).await;
    assert!(text(&answer.edited().await).contains("Nakano"));
    // The edit that takes it away is heard before the one before it.
    scene.sandbox.gateway().swap_next();
    scene.ani.edits(&question, "<@bot> berapa penduduk ambon").await;
    scene.ani.edits(&question, "siapa walikota hamamatsu").await;
    answer.deleted().await;
    scene.sandbox.settled().await;
    assert_eq!(scene.channel.messages_from_bot().len(), 0);
    scene.end().await;
}

#[tokio::test]
async fn an_edited_question_whose_answer_was_removed_is_answered_anew() {
    let scene = Scene::new().await;
    let question = scene.ani.says(&scene.channel, MAYOR).await;
    let answer = question.reply().await;
    scene.ani.clicks_label(&answer, "Hapus").await;
    answer.deleted().await;
    scene.ani.edits(&question, "<@bot> berapa penduduk ambon").await;
    scene.sandbox.settled().await;
    let [answer] = &scene.channel.messages_from_bot()[..] else { panic!("no answer") };
    assert!(text(answer).contains("394.415") && answer.referenced_id() == Some(question.id()), "{}", text(answer));
    scene.end().await;
}

#[tokio::test]
async fn a_mention_that_is_added_is_answered_though_the_channel_cannot_be_read() {
    let scene = Scene::new().await;
    let question = scene.ani.says(&scene.channel, "siapa walikota hamamatsu").await;
    let messages = "/channels/{}/messages";
    scene.sandbox.faults().next(discord_sandbox::Method::GET, messages, discord_sandbox::Fault::Status(403));
    scene.ani.edits(&question, MAYOR).await;
    assert!(text(&question.reply().await).contains("Nakano"));
    scene.end().await;
}

#[tokio::test]
async fn an_edit_that_tells_no_ping_leaves_the_answer_to_a_reply() {
    let scene = Scene::new().await;
    let answer = scene.ani.says(&scene.channel, MAYOR).await.reply().await;
    let second = scene.ani.replies(&answer, "dan siapa walikota ambon?", Ping::Yes).await;
    let further = second.reply().await;
    scene.ani.edits(&second, "dan siapa wali kota ambon?").await;
    scene.sandbox.settled().await;
    assert!(!further.now().is_deleted() && further.now().edits().is_empty() && second.replies().len() == 1);
    // With a mention it is followed.
    scene.ani.edits(&second, "<@bot> dan siapa walikota darwin?").await;
    assert!(text(&further.edited().await).contains("walikota darwin"));
    scene.end().await;
}

#[tokio::test]
async fn an_edit_overtakes_no_answer() {
    let scene = Scene::new().await;
    // The answer is refused once, and the question edited meanwhile.
    let messages = "/channels/{}/messages";
    scene.sandbox.faults().next(discord_sandbox::Method::POST, messages, discord_sandbox::Fault::Status(500));
    let question = scene.ani.says(&scene.channel, MAYOR).await;
    scene.ani.edits(&question, "<@bot> how do I cook rice").await;
    let answer = question.reply().await;
    scene.sandbox.settled().await;
    assert!(text(&answer.now()).contains("Sorry, our sources have no answer"), "{}", text(&answer.now()));
    assert_eq!(question.replies().len(), 1);
    scene.end().await;
}

#[tokio::test]
async fn events_of_one_message_may_come_in_any_order() {
    let scene = Scene::new().await;
    // Its end before the edit that made it a question.
    let gone = scene.ani.says(&scene.channel, "halo").await;
    scene.sandbox.settled().await;
    scene.sandbox.gateway().swap_next();
    scene.ani.edits(&gone, MAYOR).await;
    scene.ani.deletes(&gone).await;
    scene.sandbox.settled().await;
    assert_eq!(scene.channel.messages_from_bot().len(), 0);
    // The second edit before the first.
    let question = scene.ani.says(&scene.channel, MAYOR).await;
    let answer = question.reply().await;
    scene.sandbox.gateway().swap_next();
    scene.ani.edits(&question, "<@bot> how do I cook rice").await;
    scene.ani.edits(&question, "<@bot> berapa penduduk ambon").await;
    scene.sandbox.settled().await;
    assert!(text(&answer.now()).contains("394.415"), "{}", text(&answer.now()));
    assert_eq!(question.replies().len(), 1);
    scene.end().await;
}

/// The program has several threads, and serenity a task for each event.
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_comes_at_once_is_as_it_was_meant_in_the_end() {
    let sandbox = discord_sandbox::Sandbox::start().await;
    let guild = sandbox.guild("Ambon").create().await;
    let service = Arc::new(Service::new(Arc::clone(&ANSWERER)));
    let running = start_service(settings(&sandbox, sandbox.token()), Arc::clone(&service));
    sandbox.wait_until_command("ask").await;
    let (ani, mut asked) = (sandbox.user("Ani"), Vec::new());
    for number in 0..12 {
        // Each has its own limit of messages.
        let channel = guild.channel(&format!("umum-{number}")).await;
        let gone = ani.says(&channel, MAYOR).await;
        ani.deletes(&gone).await;
        let gone = ani.says(&channel, "halo").await;
        ani.edits(&gone, MAYOR).await;
        ani.deletes(&gone).await;
        let question = ani.says(&channel, "halo").await;
        ani.edits(&question, "<@bot> how do I cook rice").await;
        ani.edits(&question, MAYOR).await;
        asked.push((channel, question));
    }
    sandbox.settled().await;
    while service.in_hand() > 0 {
        tokio::task::yield_now().await;
    }
    for (channel, question) in &asked {
        let [reply] = &question.replies()[..] else { panic!("{} replies", question.replies().len()) };
        assert!(text(&reply.now()).contains("Nakano"), "{}", text(&reply.now()));
        assert_eq!(channel.messages_from_bot().len(), 1);
    }
    assert_eq!(running.stop().await, Ok(()));
}

#[tokio::test]
async fn an_answer_to_a_command_and_one_after_a_restart_can_be_replied_to() {
    let scene = Scene::new().await;
    let options = serde_json::json!({ "question": "who is the mayor of hamamatsu" });
    let asked = scene.ani.slash(&scene.channel, "ask", options).await;
    let answer = asked.response().await.message().clone();
    let scene = scene.restart().await;
    let second = scene.ani.replies(&answer, "and the mayor of Ambon?", Ping::Yes).await.reply().await;
    assert!(text(&second).contains("** who is the mayor of hamamatsu"), "{}", text(&second));
    // In direct messages as well.
    let dm = scene.ani.dm().await;
    let answer = scene.ani.says(&dm, "siapa walikota hamamatsu").await.reply().await;
    let second = scene.ani.replies(&answer, "dan siapa walikota ambon?", Ping::Yes).await.reply().await;
    assert!(text(&second).contains("** siapa walikota hamamatsu"), "{}", text(&second));
    scene.end().await;
}
