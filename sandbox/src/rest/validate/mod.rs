//! Whether a body keeps Discord's limits. Pure: a body in, its faults out.

pub(crate) mod command;
pub(crate) mod components;
pub(crate) mod embeds;
pub(crate) mod message;
