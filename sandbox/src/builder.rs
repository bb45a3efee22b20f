//! How a sandbox is set up.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::time::Duration;

use tokio::net::TcpListener;

use crate::gateway::intents;
use crate::limits;
use crate::sandbox::Sandbox;
use crate::schema::Schema;

/// Where Discord's own description of its API is looked for.
const OPENAPI: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/discord/openapi.json");
/// The environment variable that names another place.
const OPENAPI_VARIABLE: &str = "DISCORD_SANDBOX_OPENAPI";

/// How a sandbox is set up.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    pub(crate) token: String,
    pub(crate) bot_name: String,
    pub(crate) owner_id: u64,
    pub(crate) privileged_intents: u64,
    pub(crate) heartbeat_interval: Duration,
    pub(crate) shards: u64,
    pub(crate) max_concurrency: u64,
    pub(crate) session_starts: usize,
    pub(crate) starts_reset: Duration,
}

/// Sets a sandbox up.
#[derive(Clone, Debug)]
pub struct Builder {
    port: u16,
    openapi: Option<PathBuf>,
    settings: Settings,
}

impl Builder {
    pub(crate) fn new() -> Self {
        let settings = Settings {
            token: "MTA.sandbox.token-of-the-bot".to_owned(),
            bot_name: "Kembar".to_owned(),
            owner_id: 1,
            privileged_intents: 0,
            heartbeat_interval: Duration::from_millis(41_250),
            shards: 1,
            max_concurrency: 1,
            session_starts: limits::SESSION_STARTS,
            starts_reset: Duration::from_hours(24),
        };
        Self { port: 0, openapi: None, settings }
    }

    /// The port on 127.0.0.1; 0, the default, is any that is free.
    #[must_use]
    pub fn port(mut self, port: u16) -> Self {
        self.port = port;
        self
    }

    /// The token that is accepted.
    #[must_use]
    pub fn token(mut self, token: &str) -> Self {
        token.clone_into(&mut self.settings.token);
        self
    }

    /// The bot's name.
    #[must_use]
    pub fn bot_name(mut self, name: &str) -> Self {
        name.clone_into(&mut self.settings.bot_name);
        self
    }

    /// The privileged intents that the application has been granted: bits of `GUILD_MEMBERS`, `GUILD_PRESENCES` and
    /// `MESSAGE_CONTENT`. None by default; IDENTIFY with one that is not granted is closed with 4014.
    #[must_use]
    pub fn privileged_intents(mut self, granted: u64) -> Self {
        self.settings.privileged_intents = granted;
        self
    }

    /// Grants the message content intent.
    #[must_use]
    pub fn with_message_content(mut self) -> Self {
        self.settings.privileged_intents |= intents::MESSAGE_CONTENT;
        self
    }

    /// How often clients are told to send heartbeats. Discord's 41.25 s by default.
    #[must_use]
    pub fn heartbeat_interval(mut self, interval: Duration) -> Self {
        self.settings.heartbeat_interval = interval;
        self
    }

    /// The number of shards that `GET /gateway/bot` recommends.
    #[must_use]
    pub fn shards(mut self, shards: u64) -> Self {
        self.settings.shards = shards;
        self
    }

    /// How many shards may identify at once, as `GET /gateway/bot` says. Shards whose numbers are the same modulo this
    /// are one bucket; the second of a bucket in five seconds is told that its session is invalid.
    #[must_use]
    pub fn max_concurrency(mut self, count: u64) -> Self {
        self.settings.max_concurrency = count;
        self
    }

    /// How many sessions may begin, and how long each of them counts. Discord's 1000 a day by default. IDENTIFY past that is
    /// closed with 4004, as Discord resets the token, and is a violation.
    #[must_use]
    pub fn session_starts(mut self, total: usize, reset: Duration) -> Self {
        (self.settings.session_starts, self.settings.starts_reset) = (total, reset);
        self
    }

    /// Discord's description of its API. By default the environment variable `DISCORD_SANDBOX_OPENAPI`, else
    /// `../shared/discord/openapi.json` beside the workspace; where there is no such file nothing is checked against it.
    #[must_use]
    pub fn openapi(mut self, path: impl Into<PathBuf>) -> Self {
        self.openapi = Some(path.into());
        self
    }

    /// Starts the sandbox.
    ///
    /// # Panics
    ///
    /// Where the port is taken.
    pub async fn start(self) -> Sandbox {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, self.port));
        let listener = TcpListener::bind(address).await;
        let listener = listener.unwrap_or_else(|error| panic!("cannot listen on {address}: {error}"));
        let address = listener.local_addr().unwrap_or(address);
        let from_variable = std::env::var_os(OPENAPI_VARIABLE).map(PathBuf::from);
        let openapi = self.openapi.or(from_variable).unwrap_or_else(|| PathBuf::from(OPENAPI));
        Sandbox::of(self.settings, Schema::read(&openapi), listener, address)
    }
}
