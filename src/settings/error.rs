//! What is wrong with a setting, and the way out.

use std::path::PathBuf;

/// The longest address of the source code, in bytes.
pub(super) const MAX_SOURCE_URL: usize = 300;

/// A setting that cannot be used. Its message is one sentence for the operator; it never holds a token.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// There is no token.
    #[error(
        "DISCORD_TOKEN is not set: copy .env.example to .env and put the token of your bot there (README, \"On Discord\")"
    )]
    NoToken,
    /// The token is the empty text.
    #[error("DISCORD_TOKEN is empty: put the token of your bot there (README, \"On Discord\")")]
    EmptyToken,
    /// The token has white space in it or around it.
    #[error("DISCORD_TOKEN has white space in it: a token is one word, copy it again without anything around it")]
    SpaceInToken,
    /// The token starts with `Bot `, as an HTTP header has it.
    #[error("DISCORD_TOKEN starts with \"Bot \": leave that word out, the token alone is needed")]
    BotPrefix,
    /// The token has quotes around it.
    #[error(
        "DISCORD_TOKEN has quotes in it: leave them out (`--env-file` of docker and podman hands them on as they stand)"
    )]
    QuotesInToken,
    /// The address is none that HTTP can reach.
    #[error("{0} is no http or https address: leave it out to reach Discord, or give one like http://127.0.0.1:8080")]
    BadAddress(&'static str),
    /// The address of the source code is none, or too long to be shown.
    #[error(
        "KEMBAR_SOURCE_URL is no http or https address of at most {MAX_SOURCE_URL} characters: leave it out, or give one"
    )]
    BadSourceUrl,
    /// There are two addresses in place of Discord's.
    #[error("KEMBAR_DISCORD_API and KEMBAR_DISCORD_PROXY are both set: leave one of them out")]
    TwoAddresses,
    /// It names no shards.
    #[error(
        "KEMBAR_SHARDS is {0:?}, which names no shards: leave it out for all that Discord advises, or write how many \
         there are (4), or which of them this process holds, counted from 0 (0-3/8, or one alone: 2/8)"
    )]
    BadShards(String),
    /// What to log cannot be read.
    #[error(
        "KEMBAR_LOG is no list of levels: write one of error, warn, info, debug and trace, or something like \
         kembar=debug,serenity=warn"
    )]
    BadLog,
    /// The log's format is none.
    #[error("KEMBAR_LOG_FORMAT is neither human nor json: write one of them, or leave it out")]
    BadLogFormat,
    /// It is no address with a port.
    #[error("KEMBAR_HTTP is no IP address with a port: write one like 127.0.0.1:9464 or [::1]:9464, or leave it out")]
    BadHttp,
    /// A number is none.
    #[error("{0} is not a whole number from {1} to 3600: write one, or leave it out")]
    BadNumber(&'static str, u32),
    /// A setting is not Unicode.
    #[error("{0} is not valid Unicode: write it again in .env")]
    NotUnicode(&'static str),
    /// There is no setting of this name.
    #[error(
        "{name}, set in {place}, is no setting: {}",
        .near.map_or("take it out; docs/operating.md has all".to_owned(), |near| format!("did you mean {near}?"))
    )]
    Unknown {
        /// The name.
        name: String,
        /// Where it is set.
        place: String,
        /// The setting that was probably meant.
        near: Option<&'static str>,
    },
    /// The `.env` file cannot be read.
    #[error("{path} cannot be read: {reason}")]
    BadFile {
        /// Which file.
        path: PathBuf,
        /// Where in it, or why, without its content.
        reason: String,
    },
}
