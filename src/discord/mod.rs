//! Discord: events become questions, answers become messages.
//!
//! In the order in which to read them: [`serve`](serve()) runs the bot; [`service`] is what all its handlers share, and
//! `reload` gives it a changed corpus; `bot` hears events; [`addressing`] tells which messages are questions; `commands`
//! has a file for each slash command; [`rendering`] shows an answer, by the rules of [`escape`](mod@escape) and
//! [`limits`], as a [`reply`]; [`custom_id`] is what its buttons hold; [`requests`] gets it there,
//! by what [`sending`] knows of failures.

pub mod addressing;
pub mod asked;
mod bot;
mod commands;
mod controls;
pub mod custom_id;
pub mod escape;
pub mod limits;
mod memory;
mod mentions;
mod place;
mod reload;
pub mod rendering;
pub mod reply;
pub mod requests;
pub mod sending;
mod serve;
pub mod service;

pub use reload::{ReloadError, keep_up};
pub use serve::{ServeError, serve};
pub use service::Service;

use crate::language::Language;

/// The language of a Discord locale, where Kembar speaks it.
fn language_of(locale: &str) -> Option<Language> {
    Language::of_locale(locale)
}
