//! Kembar through its public faces.

mod any_text;
mod browser;
mod command_line;
mod discord;
mod documents;
mod importing;
mod kept_index;
mod questions;
mod talks;
