use std::time::Duration;

use discord_sandbox::{Attempt, Permissions, ResponseKind, Sandbox};
use serde_json::{Value, json};
use serenity::all::{Error, HttpError};

use crate::bot;

fn refusal<T>(result: Result<T, Error>) -> (u16, isize) {
    match result {
        Err(Error::Http(HttpError::UnsuccessfulRequest(it))) => (it.status_code.as_u16(), it.error.code),
        _ => panic!("not refused"),
    }
}

#[tokio::test]
async fn a_slash_command_is_answered() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").locale("id").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let ani = sandbox.user("Ani").locale("ja");

    let public = ani.slash(&channel, "ask", json!({ "question": "kapan?" })).await.response().await;
    assert_eq!(public.kind, ResponseKind::Message);
    assert!(!public.ephemeral());
    assert_eq!(public.message().content(), "kapan?");

    let private = ani.slash(&channel, "ask", json!({ "question": "rahasia", "private": true })).await;
    assert!(private.response().await.ephemeral());
    assert_eq!(channel.messages().len(), 1);
    assert_eq!(channel.messages_from_bot().len(), 2);
    sandbox.assert_clean();
}

#[tokio::test]
async fn commands_reach_everywhere_they_are_allowed() {
    let sandbox = Sandbox::start().await;
    let elsewhere = sandbox.guild("Lain").without_bot().create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let (ani, budi) = (sandbox.user("Ani"), sandbox.user("Budi"));
    let options = json!({ "question": "kapan?" });

    ani.slash(&ani.dm().await, "ask", options.clone()).await.response().await;
    ani.slash_as_user_install(&elsewhere, "ask", options.clone()).await.response().await;
    ani.slash_as_user_install(&ani.dm_with(&budi).await, "ask", options).await.response().await;
    sandbox.assert_clean();
}

#[tokio::test]
async fn what_discord_would_not_let_a_person_do_is_told_to_no_one() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let ani = sandbox.user("Ani");
    let theirs = ani.says(&channel, "kota musik").await;
    let options = json!({ "question": 5 });
    let attempts = [
        Attempt::Slash { channel: &channel, name: "ask", options: &options, user_install: false },
        Attempt::Slash { channel: &channel, name: "none", options: &Value::Null, user_install: false },
        Attempt::Type { channel: &channel, name: "ask", option: "none", typed: "", others: &Value::Null },
        Attempt::MessageCommand { message: &theirs, name: "none" },
        Attempt::Press { message: &theirs, custom_id: "none" },
        Attempt::Choose { message: &theirs, custom_id: "none", values: &["a"] },
    ];
    for attempt in attempts {
        assert!(ani.attempts(attempt).await.is_err());
    }
    assert!(sandbox.message(theirs.id()).is_some() && sandbox.message(1).is_none());
    sandbox.assert_clean();
}

#[tokio::test]
async fn each_person_sees_what_is_theirs() {
    let sandbox = Sandbox::start().await;
    let guild = sandbox.guild("Ambon").create().await;
    let channel = guild.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let (ani, budi) = (sandbox.user("Ani"), sandbox.user("Budi"));
    let options = json!({ "question": "rahasia", "private": true });
    let private = ani.slash(&channel, "ask", options).await.response().await;
    assert_eq!(private.message().asker_id(), Some(ani.id()));
    assert_eq!(channel.messages_seen_by(&ani).len(), 1);
    assert_eq!(channel.messages_seen_by(&budi).len(), 0);

    guild.grants(&budi, Permissions::MANAGE_MESSAGES).await;
    assert!(guild.permissions_of(&budi).contains(Permissions::MANAGE_MESSAGES));
    assert!(!guild.permissions_of(&ani).contains(Permissions::MANAGE_MESSAGES));
}

#[tokio::test]
#[should_panic(expected = "option \"question\" is required")]
async fn what_a_person_cannot_type_panics() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    sandbox.user("Ani").slash(&channel, "ask", json!({})).await;
}

#[tokio::test]
async fn typing_buttons_and_menus_work() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let ani = sandbox.user("Ani");

    let choices = ani.autocomplete(&channel, "ask", "question", "kap").await;
    assert_eq!(choices, [("kap?".to_owned(), json!("kap"))]);

    let reply = ani.says(&channel, "<@bot> kapan?").await.reply().await;
    let changed = ani.clicks_label(&reply, "Lagi").await.response().await;
    assert_eq!(changed.kind, ResponseKind::Update);
    assert_eq!(changed.message().id(), reply.id());
    assert_eq!(reply.now().content(), "changed");
    assert!(reply.now().controls().is_empty());

    let theirs = ani.says(&channel, "kota musik").await;
    let found = ani.message_command(&theirs, "Find sources").await.response().await;
    assert_eq!(found.message().content(), "kota musik");
    sandbox.assert_clean();
}

#[tokio::test]
async fn a_deferred_answer_is_filled_in() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let interaction = sandbox.user("Ani").slash(&channel, "ask", json!({ "question": "later" })).await;

    let response = interaction.response().await;
    assert_eq!((response.kind, response.ephemeral()), (ResponseKind::DeferredMessage, true));
    let original = interaction.original().await;
    assert_eq!((original.content(), original.is_ephemeral()), ("at last", true));
    assert_eq!(interaction.followup(0).await.content(), "and more");
    sandbox.assert_clean();
}

#[tokio::test]
async fn an_interaction_is_answered_once_and_in_time() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let http = bot::http(&sandbox);
    let ask = json!([{ "name": "ask", "description": "Ask" }]);
    http.create_global_commands(&ask).await.expect("commands");
    let ani = sandbox.user("Ani");
    let answer = json!({ "type": 4, "data": { "content": "ini" } });

    let asked = ani.slash(&channel, "ask", json!({})).await;
    let early = http.get_original_interaction_response(&asked.token()).await;
    assert_eq!(refusal(early), (404, 10015));
    http.create_interaction_response(asked.id().into(), &asked.token(), &answer, vec![]).await.expect("answered");
    let again = http.create_interaction_response(asked.id().into(), &asked.token(), &answer, vec![]).await;
    assert_eq!(refusal(again), (400, 40060));
    http.get_original_interaction_response(&asked.token()).await.expect("it is there");
    sandbox.clock().advance(Duration::from_secs(15 * 60 + 1));
    assert_eq!(refusal(http.get_original_interaction_response(&asked.token()).await), (401, 50027));

    let asked = ani.slash(&channel, "ask", json!({})).await;
    sandbox.clock().advance(Duration::from_millis(3_001));
    let late = http.create_interaction_response(asked.id().into(), &asked.token(), &answer, vec![]).await;
    assert_eq!(refusal(late), (404, 10062));
}

#[tokio::test]
async fn commands_that_are_there_keep_their_ids() {
    let sandbox = Sandbox::start().await;
    let http = bot::http(&sandbox);
    let commands = json!([{ "name": "ask", "description": "Ask", "name_localizations": { "id": "tanya" } }]);
    let first = http.create_global_commands(&commands).await.expect("commands");
    let second = http.create_global_commands(&commands).await.expect("commands");
    assert_eq!(first[0].id, second[0].id);
    assert!(http.get_global_commands().await.expect("commands")[0].name_localizations.is_none());
    let localized = http.get_global_commands_with_localizations().await.expect("commands");
    assert_eq!(localized[0].name_localizations.as_ref().expect("some")["id"], "tanya");
    let refused = http.create_global_command(&json!({ "name": "Ask", "description": "" })).await;
    assert_eq!(refusal(refused), (400, 50035));
}
