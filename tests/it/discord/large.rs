//! A large corpus: what goes through all of it leaves the threads that hear events.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use discord_sandbox::{Message, Permissions, Sandbox};
use kembar::answer::Answerer;
use kembar::corpus::Source;
use kembar::discord::Service;
use serde_json::json;
use tokio::runtime::{Builder, Runtime};
use tokio::sync::watch;
use tokio::time::timeout;

use super::{Running, settings, start_service};

/// Ten documents, together as many passages as make a large corpus to the bot, each with a date.
fn write(folder: &Path) {
    for document in 0..10 {
        let mut text = format!(
            "title = {{ en = \"Trains {document}\" }}\npublisher = \"Railway\"\nurl = \"https://example.org\"\nkind = \"digest\"\n"
        );
        for passage in 0..1_000 {
            let _ = write!(text, "[[passage]]\nen = \"Train {passage} came in {}.\"\n", 1900 + passage % 100);
        }
        std::fs::write(folder.join(format!("trains-{document}.toml")), text).expect("a file");
    }
}

/// The bot on a thread of its own. One more is started where that is to go on while the first is busy.
struct OnOneThread {
    runtime: Runtime,
    running: Running,
    threads: watch::Receiver<usize>,
}

impl OnOneThread {
    async fn start(sandbox: &Sandbox, answerer: &Arc<Answerer>) -> Self {
        let (count, threads) = watch::channel(0);
        let runtime = Builder::new_multi_thread()
            .worker_threads(1)
            .on_thread_start(move || count.send_modify(|count| *count += 1))
            .enable_all()
            .build()
            .expect("a runtime");
        let running = {
            let _entered = runtime.enter();
            start_service(settings(sandbox, sandbox.token()), Arc::new(Service::new(Arc::clone(answerer))))
        };
        sandbox.gateway().wait_until_ready().await;
        sandbox.wait_until_command("ask").await;
        sandbox.settled().await;
        Self { runtime, running, threads }
    }

    async fn has_one_more(&mut self, what: &str) {
        let more = timeout(Duration::from_secs(10), self.threads.wait_for(|count| *count > 1)).await;
        assert!(more.is_ok(), "{what}: all else waits meanwhile");
    }

    async fn stop(self, sandbox: &Sandbox) {
        sandbox.settled().await;
        assert_eq!(self.running.stop().await, Ok(()));
        self.runtime.shutdown_background();
        sandbox.gateway().wait_until_disconnected().await;
        // Discord begins one session in five seconds.
        sandbox.clock().advance(Duration::from_secs(5));
    }
}

#[tokio::test]
async fn what_goes_through_a_large_corpus_leaves_the_threads_that_hear_events() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path());
    let corpus = Source::Folder(folder.path().into()).read().expect("a sound corpus");
    let answerer = Arc::new(Answerer::new(corpus).expect("its index is built"));
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    // A picture is drawn on a thread of its own anyway.
    channel.deny(Permissions::ATTACH_FILES).await;
    let ani = sandbox.user("Ani").locale("en-US");

    let mut shown: Vec<Message> = Vec::new();
    for command in ["sources", "timeline"] {
        let mut bot = OnOneThread::start(&sandbox, &answerer).await;
        ani.slash(&channel, "help", json!({})).await.response().await;
        assert_eq!(*bot.threads.borrow(), 1);
        let asked = ani.slash(&channel, command, json!({})).await;
        bot.has_one_more(command).await;
        shown.push(asked.response().await.message().clone());
        bot.stop(&sandbox).await;
    }
    for page in &shown {
        let mut bot = OnOneThread::start(&sandbox, &answerer).await;
        let turned = ani.clicks_label(page, "Next").await;
        bot.has_one_more("a page that is turned").await;
        turned.response().await;
        bot.stop(&sandbox).await;
    }
    let mut bot = OnOneThread::start(&sandbox, &answerer).await;
    let select = shown[0].now().controls().into_iter().find(|control| control["type"] == 3).expect("a select");
    let custom_id = select["custom_id"].as_str().expect("its id");
    let opened = ani.selects(&shown[0], custom_id, &["trains-9"]).await;
    bot.has_one_more("a document").await;
    assert!(opened.response().await.message().embeds()[0].all_text().contains("Train 0"));
    bot.stop(&sandbox).await;
    sandbox.assert_clean();
}
