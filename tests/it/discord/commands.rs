//! Registering the commands.

use discord_sandbox::{Fault, Method, Sandbox};
use serde_json::{Value, json};
use serenity::all::{Command, CreateCommand, HttpBuilder};

use super::{Scene, start, start_with};

const ROUTE: &str = "/applications/{}/commands";

fn writes(sandbox: &Sandbox) -> usize {
    let requests = sandbox.requests();
    requests.iter().filter(|request| request.method == Method::PUT && request.path.ends_with("/commands")).count()
}

#[tokio::test]
async fn commands_are_registered_once_and_not_again() {
    let sandbox = Sandbox::start().await;
    let first = start(&sandbox).await;
    sandbox.settled().await;
    assert_eq!(first.stop().await, Ok(()));
    assert_eq!(writes(&sandbox), 1);
    let second = start(&sandbox).await;
    sandbox.settled().await;
    assert_eq!(second.stop().await, Ok(()));
    assert_eq!(writes(&sandbox), 1, "nothing had changed");
    sandbox.assert_clean();
}

const MESSAGE_COMMAND: u64 = 3;

#[tokio::test]
async fn each_command_has_its_names_in_each_language_contexts_and_installations() {
    let scene = Scene::new().await;
    let commands: Vec<Value> = scene.sandbox.commands();
    let mut names: Vec<&str> = commands.iter().filter_map(|command| command["name"].as_str()).collect();
    names.sort_unstable();
    let all = ["Find sources", "about", "ask", "doctor", "help", "passage", "privacy", "sources", "timeline"];
    assert_eq!(names, all);
    for command in &commands {
        let is_doctor = command["name"] == "doctor";
        assert_eq!(command["contexts"], if is_doctor { json!([0]) } else { json!([0, 1, 2]) }, "{command}");
        assert_eq!(command["integration_types"], if is_doctor { json!([0]) } else { json!([0, 1]) }, "{command}");
        let manage_server = json!((1_u32 << 5).to_string());
        assert_eq!(command["default_member_permissions"] == manage_server, is_doctor, "{command}");
        let has_description = command["type"] != MESSAGE_COMMAND;
        let options = command["options"].as_array().into_iter().flatten().map(|option| (option, true));
        for (named, has_description) in options.chain([(command, has_description)]) {
            for locale in ["id", "ja", "en-US", "en-GB"] {
                assert!(named["name_localizations"][locale].is_string(), "{locale}: {named}");
                assert_eq!(
                    named["description_localizations"][locale].is_string(),
                    has_description,
                    "{locale}: {named}"
                );
            }
        }
    }
    scene.end().await;
}

#[tokio::test]
async fn a_command_of_an_earlier_version_is_refused_courteously_in_the_language_of_its_asker() {
    let scene = Scene::new().await;
    let http = HttpBuilder::new(scene.sandbox.token()).proxy(scene.sandbox.url()).ratelimiter_disabled(true).build();
    http.set_application_id(http.get_current_application_info().await.expect("the bot's own").id);
    let old = CreateCommand::new("old").description("An old one");
    Command::set_global_commands(&http, vec![old]).await.expect("it is registered");
    for (locale, expect) in
        [("id", "tidak saya kenal"), ("en-US", "do not know this command"), ("ja", "対応していません")]
    {
        let asked = scene.ani.clone().locale(locale).slash(&scene.channel, "old", json!({})).await;
        let response = asked.response().await;
        assert!(response.ephemeral() && response.message().content().contains(expect), "{:?}", response.data);
    }
    scene.end().await;
}

#[tokio::test]
async fn a_bot_that_cannot_register_answers_mentions_meanwhile() {
    let sandbox = Sandbox::start().await;
    let guild = sandbox.guild("Ambon").create().await;
    let channel = guild.channel("umum").await;
    sandbox.faults().next(Method::GET, ROUTE, Fault::Status(403));
    let running = start_with(&sandbox, sandbox.token());
    sandbox.gateway().wait_until_ready().await;
    let reply = sandbox.user("Ani").says(&channel, "<@bot> siapa walikota hamamatsu").await.reply().await;
    assert_eq!(reply.embeds().len(), 1);
    // Commands whose ids are not known are named as they are typed.
    let help = sandbox.user("Ani").says(&channel, "<@bot>").await.reply().await;
    let text = help.embeds()[0].all_text();
    assert!(text.contains(" /ask.") && !text.contains("</"), "{text}");
    // It tries again by itself.
    sandbox.wait_until_command("ask").await;
    assert_eq!(running.stop().await, Ok(()));
}
