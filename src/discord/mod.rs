//! Discord: events become questions, answers become messages.
//!
//! In the order in which to read them: [`serve`](serve()) runs the bot, on the [`shards`] that it holds, and `watch`
//! ends it where Discord begins no session; [`service`] is what all its handlers share, and `reload` gives it a changed
//! corpus; [`health`] counts, [`gateway`] tells what is connected; `bot` hears events, of which `heard` knows those
//! that are told again, and [`people`] who asks too much; [`addressing`] tells which messages are questions, by the
//! words that `markup` leaves of them, `mentions` answers them and follows their edits, and `replying` gets an answer to where `place` says that it may stand; `commands` has a file for each slash
//! command, with [`picture`] to draw the timeline, `controls` one for each button; each `click` is for what the
//! button's [`custom_id`] says, while the question stands in its answer, as [`asked`] writes and reads it; `memory`
//! holds the little that is kept for a while. [`rendering`] shows an answer, by the rules of [`escape`](mod@escape) and
//! [`limits`], as a [`reply`]; [`sending`] and [`requests`] are the way of every request, by one of the two clients of
//! `http`, and `cause` tells why none gets through.

pub mod addressing;
pub mod asked;
mod bot;
mod cause;
mod click;
mod commands;
mod controls;
pub mod custom_id;
pub mod escape;
pub mod gateway;
pub mod health;
mod heard;
mod http;
pub mod limits;
mod markup;
mod memory;
mod mentions;
pub mod people;
pub mod picture;
mod place;
mod reload;
pub mod rendering;
pub mod reply;
mod replying;
pub mod requests;
pub mod sending;
mod serve;
pub mod service;
pub mod shards;
mod watch;

pub use reload::{Changes, ReloadError, keep_up, log_faults, log_progress};
pub use serve::{ServeError, serve};
pub use service::Service;

use crate::language::Language;

/// The language for a reader whose Discord has this locale; English where Kembar does not speak theirs.
fn reader_of(locale: &str) -> Language {
    Language::of_locale(locale).unwrap_or(Language::En)
}
