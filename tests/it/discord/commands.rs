//! Registering the commands.

use discord_sandbox::{Fault, Method, Sandbox};
use serde_json::{Value, json};

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

#[tokio::test]
async fn each_command_has_its_names_contexts_and_installations() {
    let scene = Scene::new().await;
    let commands: Vec<Value> = scene.sandbox.commands();
    let ask = commands.iter().find(|command| command["name"] == "ask").expect("/ask");
    assert_eq!(ask["contexts"], json!([0, 1, 2]));
    assert_eq!(ask["integration_types"], json!([0, 1]));
    for locale in ["id", "ja", "en-US", "en-GB"] {
        assert!(ask["name_localizations"][locale].is_string(), "{locale}: {ask}");
        assert!(ask["description_localizations"][locale].is_string(), "{locale}: {ask}");
        for option in ask["options"].as_array().expect("options") {
            assert!(option["name_localizations"][locale].is_string(), "{locale}: {option}");
            assert!(option["description_localizations"][locale].is_string(), "{locale}: {option}");
        }
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
    // It tries again by itself.
    sandbox.wait_until_command("ask").await;
    assert_eq!(running.stop().await, Ok(()));
}
