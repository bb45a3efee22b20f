//! The sandbox, proven with the real serenity client: what Discord does to a bot, it does.

#![allow(missing_docs, reason = "tests say what they are for in their names")]

mod bot;
mod faults;
mod gateway;
mod interactions;
mod limits;
mod messages;
