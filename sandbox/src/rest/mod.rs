//! REST under `/api/v10`.
//!
//! `answer` takes a request through its stages; `routes` lists what there is; one file a resource does the rest, each
//! handler a plain function of the world and the call. `validate` knows the limits of bodies.

pub(crate) mod answer;
pub(crate) mod application;
pub(crate) mod call;
pub(crate) mod channels;
pub(crate) mod commands;
pub(crate) mod error;
pub(crate) mod followups;
pub(crate) mod form;
pub(crate) mod guilds;
pub(crate) mod interactions;
pub(crate) mod messages;
pub(crate) mod reactions;
pub(crate) mod routes;
pub(crate) mod users;
pub(crate) mod validate;
