//! The gateway: one web socket a shard, over which events come.
//!
//! `connection` moves frames; `receive` understands what a client sends; `dispatch` decides who gets an event;
//! `state` is what is remembered of sessions; `starts` is how many may begin; `delivery` is how far each event came; `control` is how a test looks on and interferes.

pub(crate) mod connection;
pub(crate) mod control;
pub(crate) mod delivery;
pub(crate) mod dispatch;
pub(crate) mod intents;
pub(crate) mod receive;
pub(crate) mod starts;
pub(crate) mod state;
