//! Everything that exists in the sandbox: one value, changed by one thread at a time.
//!
//! REST handlers, the gateway and the people of a test all act here; nothing below waits or sleeps.

pub(crate) mod channel;
pub(crate) mod guild;
pub(crate) mod interaction;
pub(crate) mod mention;
pub(crate) mod message;
pub(crate) mod post;
pub(crate) mod record;
pub(crate) mod shared;
pub(crate) mod user;

use std::collections::{BTreeMap, HashMap};

use serde_json::Value;

use crate::builder::Settings;
use crate::clock::Clock;
use crate::faults::Scheduled;
use crate::gateway::starts::Starts;
use crate::gateway::state::GatewayState;
use crate::sandbox::Bot;
use crate::snowflake::Snowflakes;
use channel::ChannelRecord;
use guild::GuildRecord;
use interaction::InteractionRecord;
use message::MessageRecord;
use record::{RecordedRequest, Violation};
use user::UserRecord;

/// The state of the sandbox.
pub(crate) struct World {
    pub(crate) settings: Settings,
    pub(crate) bot: Bot,
    pub(crate) clock: Clock,
    pub(crate) ids: Snowflakes,
    pub(crate) base_url: String,
    pub(crate) users: BTreeMap<u64, UserRecord>,
    pub(crate) guilds: BTreeMap<u64, GuildRecord>,
    pub(crate) channels: BTreeMap<u64, ChannelRecord>,
    pub(crate) messages: BTreeMap<u64, MessageRecord>,
    /// The bot's messages by what they reply to, so that waiting for a reply does not search.
    pub(crate) replies: HashMap<u64, Vec<u64>>,
    /// Application commands by id; `guild_id` is null in global ones.
    pub(crate) commands: BTreeMap<u64, Value>,
    pub(crate) interactions: BTreeMap<u64, InteractionRecord>,
    pub(crate) interaction_tokens: HashMap<String, u64>,
    /// Nonces to be enforced, by channel: the message they made, and when.
    pub(crate) nonces: HashMap<(u64, String), (u64, u64)>,
    /// The content of files that were sent, by attachment id.
    pub(crate) files: BTreeMap<u64, (String, Vec<u8>)>,
    pub(crate) gateway: GatewayState,
    pub(crate) faults: Scheduled,
    pub(crate) requests: Vec<RecordedRequest>,
    pub(crate) in_flight: usize,
    pub(crate) violations: Vec<Violation>,
}

impl World {
    pub(crate) fn new(settings: Settings, clock: Clock, base_url: String) -> Self {
        let mut ids = Snowflakes::default();
        let bot_id = ids.next(clock.now_ms());
        let bot = Bot { user_id: bot_id, application_id: bot_id, name: settings.bot_name.clone() };
        let gateway =
            GatewayState::new(settings.heartbeat_interval, Starts::new(settings.session_starts, settings.starts_reset));
        let mut world = Self {
            settings,
            bot,
            clock,
            ids,
            base_url,
            users: BTreeMap::new(),
            guilds: BTreeMap::new(),
            channels: BTreeMap::new(),
            messages: BTreeMap::new(),
            replies: HashMap::new(),
            commands: BTreeMap::new(),
            interactions: BTreeMap::new(),
            interaction_tokens: HashMap::new(),
            nonces: HashMap::new(),
            files: BTreeMap::new(),
            gateway,
            faults: Scheduled::default(),
            requests: Vec::new(),
            in_flight: 0,
            violations: Vec::new(),
        };
        let name = world.bot.name.clone();
        world.users.insert(bot_id, UserRecord::new(bot_id, &name, true));
        world
    }

    pub(crate) fn now(&self) -> u64 {
        self.clock.now_ms()
    }

    pub(crate) fn next_id(&mut self) -> u64 {
        let now = self.now();
        self.ids.next(now)
    }
}
