//! The bot through the sandbox: the real serenity client against a stand-in that is as strict as Discord.

mod answers;
mod commands;
mod connection;
mod controls;
mod conversations;
mod faults;
mod gaps;
mod hostile;
mod large;
mod limits;
mod lookups;
mod monitoring;
mod permissions;
mod program;
mod reload;
mod sharding;
mod storm;

use std::sync::{Arc, LazyLock};
use std::time::Duration;

use discord_sandbox::{Channel, Guild, Permissions, Sandbox, User};
use kembar::answer::Answerer;
use kembar::corpus::Source;
use kembar::discord::{ServeError, Service, serve};
use kembar::settings::{DISCORD_API, Environment, Settings, TOKEN};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

/// Answers from the embedded corpus; built once for all tests.
static ANSWERER: LazyLock<Arc<Answerer>> = LazyLock::new(|| {
    let corpus = Source::Embedded.read().expect("the embedded corpus is sound");
    Arc::new(Answerer::new(corpus).expect("its index is built"))
});

/// The bot at work.
struct Running {
    stop: oneshot::Sender<()>,
    ended: JoinHandle<Result<(), ServeError>>,
}

impl Running {
    /// Tells it to stop, as a signal does, and waits until it has.
    async fn stop(self) -> Result<(), ServeError> {
        let _ = self.stop.send(());
        self.ended.await.expect("the bot does not panic")
    }
}

fn settings(sandbox: &Sandbox, token: &str) -> Settings {
    let settings = Environment::from([(TOKEN, token), (DISCORD_API, &sandbox.url())]).settings();
    settings.expect("settings that can be used")
}

/// The bot, started and not waited for.
fn start_with(sandbox: &Sandbox, token: &str) -> Running {
    start_service(settings(sandbox, token), Arc::new(Service::new(Arc::clone(&ANSWERER))))
}

/// The same, with a service of the test's own.
fn start_service(settings: Settings, service: Arc<Service>) -> Running {
    let (stop, stopped) = oneshot::channel();
    let stopped = async move {
        let _ = stopped.await;
    };
    let ended = tokio::spawn(async move { serve(&settings, service, stopped).await });
    Running { stop, ended }
}

/// The bot, connected, with its commands registered.
async fn start(sandbox: &Sandbox) -> Running {
    let running = start_with(sandbox, sandbox.token());
    sandbox.gateway().wait_until_ready().await;
    sandbox.wait_until_command("ask").await;
    running
}

/// A server with a channel and a person on it, and the bot at work there.
struct Scene {
    sandbox: Sandbox,
    guild: Guild,
    channel: Channel,
    ani: User,
    running: Running,
}

impl Scene {
    async fn new() -> Self {
        Self::with(|guild| guild).await
    }

    async fn with(change: impl FnOnce(discord_sandbox::GuildBuilder) -> discord_sandbox::GuildBuilder) -> Self {
        let sandbox = Sandbox::start().await;
        let guild = change(sandbox.guild("Ambon")).create().await;
        let channel = guild.channel("umum").await;
        let ani = sandbox.user("Ani");
        let running = start(&sandbox).await;
        Self { sandbox, guild, channel, ani, running }
    }

    /// Stops the bot and starts it anew, with nothing in memory.
    async fn restart(self) -> Self {
        self.sandbox.settled().await;
        assert_eq!(self.running.stop().await, Ok(()));
        self.sandbox.gateway().wait_until_disconnected().await;
        // Discord begins one session in five seconds.
        self.sandbox.clock().advance(Duration::from_secs(5));
        let running = start(&self.sandbox).await;
        Self { running, ..self }
    }

    /// Stops the bot. All that it sent was what Discord takes.
    async fn end(self) {
        self.sandbox.settled().await;
        self.sandbox.assert_clean();
        assert_eq!(self.running.stop().await, Ok(()));
    }
}

/// Without the bot's Embed Links.
fn no_embeds() -> Permissions {
    Permissions::EMBED_LINKS
}
