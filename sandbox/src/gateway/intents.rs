//! What a client asks to be told of.

/// Guilds, channels, threads and roles.
pub const GUILDS: u64 = 1 << 0;
/// Members coming, changing and going. Privileged.
pub const GUILD_MEMBERS: u64 = 1 << 1;
/// Who is online. Privileged.
pub const GUILD_PRESENCES: u64 = 1 << 8;
/// Messages in guilds.
pub const GUILD_MESSAGES: u64 = 1 << 9;
/// Reactions in guilds.
pub const GUILD_MESSAGE_REACTIONS: u64 = 1 << 10;
/// Messages to the bot alone.
pub const DIRECT_MESSAGES: u64 = 1 << 12;
/// Reactions in direct messages.
pub const DIRECT_MESSAGE_REACTIONS: u64 = 1 << 13;
/// What messages say. Privileged.
pub const MESSAGE_CONTENT: u64 = 1 << 15;

/// Those that an application has to be granted.
pub(crate) const PRIVILEGED: u64 = GUILD_MEMBERS | GUILD_PRESENCES | MESSAGE_CONTENT;
/// Every bit that Discord knows.
pub(crate) const KNOWN: u64 = (1 << 26) - 1;

pub(crate) fn messages(in_guild: bool) -> u64 {
    if in_guild { GUILD_MESSAGES } else { DIRECT_MESSAGES }
}

pub(crate) fn reactions(in_guild: bool) -> u64 {
    if in_guild { GUILD_MESSAGE_REACTIONS } else { DIRECT_MESSAGE_REACTIONS }
}
