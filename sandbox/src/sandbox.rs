//! A sandbox: started, looked at, and asked whether all was well.

use std::net::SocketAddr;
use std::sync::Arc;

use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::AbortHandle;

use crate::builder::{Builder, Settings};
use crate::clock::Clock;
use crate::faults::Faults;
use crate::gateway::control::Gateway;
use crate::gateway::state::Frame;
use crate::people::guild::GuildBuilder;
use crate::people::message::Message;
use crate::people::settle;
use crate::people::user::User;
use crate::schema::Schema;
use crate::server;
use crate::world::World;
use crate::world::record::{RecordedRequest, Violation};
use crate::world::shared::Shared;

/// The bot that clients are.
#[derive(Clone, Debug)]
pub struct Bot {
    /// Its user.
    pub user_id: u64,
    /// Its application.
    pub application_id: u64,
    /// Its name.
    pub name: String,
}

/// Ends the server when the last handle is gone.
struct Running {
    accepting: AbortHandle,
    shared: Arc<Shared>,
}

impl Drop for Running {
    fn drop(&mut self) {
        self.accepting.abort();
        self.shared.write(|world| {
            for connection in world.gateway.connections.values() {
                let _ = connection.out.send(Frame::Drop);
            }
        });
    }
}

/// A running sandbox. A clone is the same sandbox; it ends when the last one is dropped.
#[derive(Clone)]
pub struct Sandbox {
    pub(crate) shared: Arc<Shared>,
    _running: Arc<Running>,
    address: SocketAddr,
    token: Arc<str>,
    bot: Bot,
    clock: Clock,
}

impl Sandbox {
    /// Starts a sandbox on any free port.
    pub async fn start() -> Self {
        Self::builder().start().await
    }

    /// Runs one on this listener.
    pub(crate) fn of(
        settings: Settings,
        schema: Option<&'static Schema>,
        listener: TcpListener,
        address: SocketAddr,
    ) -> Self {
        let token = settings.token.as_str().into();
        let mut world = World::new(settings, Clock::default(), format!("http://{address}"));
        world.settings.owner_id = world.user_named("Owner", false);
        let (bot, clock) = (world.bot.clone(), world.clock.clone());
        let shared = Arc::new(Shared::new(world, schema));
        let accepting = tokio::spawn(server::serve(listener, Arc::clone(&shared))).abort_handle();
        let running = Arc::new(Running { accepting, shared: Arc::clone(&shared) });
        Self { shared, _running: running, address, token, bot, clock }
    }

    /// Sets a sandbox up.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::new()
    }

    /// The base address of REST: `http://127.0.0.1:PORT`, for `HttpBuilder::proxy`.
    #[must_use]
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The token that is accepted, without `Bot `.
    #[must_use]
    pub fn token(&self) -> &str {
        &self.token
    }

    /// The bot.
    #[must_use]
    pub fn bot(&self) -> &Bot {
        &self.bot
    }

    /// The sandbox's time.
    #[must_use]
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// A guild of this name, to be created with the bot in it.
    #[must_use]
    pub fn guild(&self, name: &str) -> GuildBuilder {
        GuildBuilder::new(self, name)
    }

    /// The person of this name; the same name is the same person.
    #[must_use]
    pub fn user(&self, name: &str) -> User {
        User::named(self, name, false)
    }

    /// Another bot of this name.
    #[must_use]
    pub fn other_bot(&self, name: &str) -> User {
        User::named(self, name, true)
    }

    /// A webhook of this name: it says things that no user says. Each call is a new one.
    #[must_use]
    pub fn webhook(&self, name: &str) -> User {
        User::webhook(self, name)
    }

    /// The gateway, to look at and to disturb.
    #[must_use]
    pub fn gateway(&self) -> Gateway {
        Gateway { shared: Arc::clone(&self.shared) }
    }

    /// Where requests are made to fail.
    #[must_use]
    pub fn faults(&self) -> Faults {
        Faults { shared: Arc::clone(&self.shared) }
    }

    /// The message of this id, also where it has been deleted since.
    #[must_use]
    pub fn message(&self, id: u64) -> Option<Message> {
        let record = self.shared.read(|world| world.messages.get(&id).cloned())?;
        Some(Message::new(self, record))
    }

    /// Everything that the bot has said, the oldest first: in guilds and in direct messages, ephemeral and deleted too.
    #[must_use]
    pub fn messages_from_bot(&self) -> Vec<Message> {
        let own =
            |world: &World| world.messages.values().filter(|it| it.author.id == world.bot.user_id).cloned().collect();
        let records: Vec<_> = self.shared.read(own);
        records.into_iter().map(|record| Message::new(self, record)).collect()
    }

    /// Every request so far.
    #[must_use]
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.shared.read(|world| world.requests.clone())
    }

    /// The requests from the one of this number on, counted from 0 since the start.
    #[must_use]
    pub fn requests_from(&self, number: usize) -> Vec<RecordedRequest> {
        self.shared.read(|world| world.requests.get(number..).map(<[_]>::to_vec).unwrap_or_default())
    }

    /// The global commands that are registered.
    #[must_use]
    pub fn commands(&self) -> Vec<Value> {
        let global = |world: &World| world.commands.values().filter(|it| it["guild_id"].is_null()).cloned().collect();
        self.shared.read(global)
    }

    /// Waits until a global command of this name is registered.
    ///
    /// # Panics
    ///
    /// After 10 seconds.
    pub async fn wait_until_command(&self, name: &str) {
        let limit = crate::people::PATIENCE;
        let is_there = |world: &World| world.commands.values().any(|it| it["name"] == name).then_some(());
        assert!(self.shared.within(limit, is_there).await.is_some(), "no command {name} after {limit:?}");
    }

    /// Counts the changes of the sandbox, and tells of new ones: for a page that shows what happens.
    #[must_use]
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.shared.changes()
    }

    /// Whether requests are checked against Discord's description of its API.
    #[must_use]
    pub fn schema_checked(&self) -> bool {
        self.shared.schema.is_some()
    }

    /// Whatever a client sent that Discord would not have accepted: bodies that do not fit Discord's schema, routes
    /// that are not there, and each request that was answered 400 (but for those that a fault answered).
    #[must_use]
    pub fn violations(&self) -> Vec<Violation> {
        self.shared.read(|world| world.violations.clone())
    }

    /// The violations so far, which are then forgotten.
    #[must_use]
    pub fn take_violations(&self) -> Vec<Violation> {
        self.shared.write(|world| std::mem::take(&mut world.violations))
    }

    /// Asserts that there are no violations.
    ///
    /// # Panics
    ///
    /// Where there are, with what they are.
    pub fn assert_clean(&self) {
        let violations = self.violations();
        assert!(violations.is_empty(), "Discord would not have accepted this: {violations:#?}");
    }

    /// Waits until clients have nothing left to do, as far as can be seen from outside.
    ///
    /// What this proves: each client has read every event sent to it so far (it has acknowledged the last one's
    /// sequence in a heartbeat that it was asked for afterwards), three times over, and between the first of these
    /// round trips and the last there was no request and none is under way. What it does not prove: that a client
    /// which computes for long, or waits for a timer of its own, will not still send something.
    ///
    /// # Panics
    ///
    /// After 10 seconds.
    pub async fn settled(&self) {
        settle::settled(self).await;
    }
}
