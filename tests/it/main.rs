//! Kembar through its public faces.

mod any_text;
mod command_line;
mod discord;
mod documents;
mod importing;
mod questions;
