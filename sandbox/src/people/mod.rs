//! What people do: they write, reply, click and type commands. Each handle is a cheap clone that names something in
//! the sandbox.

pub(crate) mod attempt;
pub(crate) mod channel;
pub(crate) mod command;
pub(crate) mod guild;
pub(crate) mod interaction;
pub(crate) mod message;
pub(crate) mod settle;
pub(crate) mod user;

use std::time::Duration;

/// How long a test waits for something that has to come.
pub(crate) const PATIENCE: Duration = Duration::from_secs(10);
