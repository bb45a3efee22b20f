//! Kembar through its public faces.

mod command_line;
mod discord;
mod importing;
mod questions;
