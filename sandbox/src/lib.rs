//! A local stand-in for Discord: REST v10 and gateway v10 on loopback, for tests, benches and the playground.
//!
//! It is no mock of any bot: it speaks Discord's protocol to whatever client connects, with Discord's limits, error
//! shapes, permissions and expiries. A test makes guilds and people, lets them write and click, and waits for what the
//! bot does; it makes requests fail and connections drop where it likes.
//!
//! ```
//! # tokio::runtime::Runtime::new().unwrap().block_on(async {
//! use discord_sandbox::Sandbox;
//!
//! let sandbox = Sandbox::start().await;
//! let guild = sandbox.guild("Ambon").locale("id").create().await;
//! let channel = guild.channel("umum").await;
//! let message = sandbox.user("Ani").says(&channel, "<@bot> kapan?").await;
//! assert_eq!(message.pings(), [sandbox.bot().user_id]);
//!
//! // A bot that was pointed at `sandbox.url()` with `sandbox.token()` would now be told of it, and the test would wait:
//! // let reply = message.reply().await;
//! assert!(message.replies().is_empty());
//! sandbox.assert_clean();
//! # });
//! ```
//!
//! Where to look, in an order to read it in:
//!
//! - `builder`: how one is set up; `sandbox`: everything that can be asked of it
//! - `people`: who acts: users, guilds, channels, and the messages and interactions that come of it
//! - `world`: what there is, in one value behind one lock; what is done to it tells the gateway
//! - `rest`: requests: `answer` is their way, `routes` the list, one file a resource; `validate` the limits of bodies
//! - `gateway`: sessions and events; `control` is a test's view of it
//! - `limits`: every limit of Discord's, each a constant; `permissions`, `snowflake`, `clock`
//! - `faults`: what goes wrong on purpose; `schema`: Discord's own description of its API, to check against
//!
//! Invariants: nothing changes but under the world's lock, and nothing waits there; time is the `clock`'s; ids only grow.

mod builder;
mod clock;
mod faults;
mod gateway;
pub mod limits;
mod people;
mod permissions;
mod rest;
mod sandbox;
mod schema;
mod server;
mod snowflake;
mod world;

pub use axum::http::Method;
pub use builder::Builder;
pub use clock::Clock;
pub use faults::{Fault, Faults};
pub use gateway::control::Gateway;
pub use gateway::delivery::Delivery;
pub use gateway::intents::{GUILD_MEMBERS, GUILD_PRESENCES, MESSAGE_CONTENT};
pub use gateway::state::{Identify, Resume};
pub use people::attempt::Attempt;
pub use people::channel::Channel;
pub use people::guild::{Guild, GuildBuilder};
pub use people::interaction::{Interaction, Response};
pub use people::message::{Embed, Message};
pub use people::user::{Ping, User};
pub use permissions::Permissions;
pub use sandbox::{Bot, Sandbox};
pub use world::channel::ChannelKind;
pub use world::interaction::ResponseKind;
pub use world::message::Edit;
pub use world::record::{RecordedRequest, Violation};
