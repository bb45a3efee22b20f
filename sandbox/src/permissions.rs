//! What someone may do in a channel.

use std::ops::{BitAnd, BitOr, Not};

/// A set of Discord's permission bits.
#[derive(Clone, Copy, Debug, Default, Eq, PartialEq)]
pub struct Permissions(pub u64);

impl Permissions {
    /// Add reactions to messages.
    pub const ADD_REACTIONS: Self = Self(1 << 6);
    /// Everything, overwrites of channels notwithstanding.
    pub const ADMINISTRATOR: Self = Self(1 << 3);
    /// Change the server's settings.
    pub const MANAGE_GUILD: Self = Self(1 << 5);
    /// See the channel and what is said in it.
    pub const VIEW_CHANNEL: Self = Self(1 << 10);
    /// Say something in the channel.
    pub const SEND_MESSAGES: Self = Self(1 << 11);
    /// Delete and pin what others said.
    pub const MANAGE_MESSAGES: Self = Self(1 << 13);
    /// Embeds appear; without it they are taken out, silently.
    pub const EMBED_LINKS: Self = Self(1 << 14);
    /// Send files.
    pub const ATTACH_FILES: Self = Self(1 << 15);
    /// Read, and reply to, what was said before.
    pub const READ_MESSAGE_HISTORY: Self = Self(1 << 16);
    /// `@everyone`, `@here` and every role.
    pub const MENTION_EVERYONE: Self = Self(1 << 17);
    /// Use slash and context menu commands.
    pub const USE_APPLICATION_COMMANDS: Self = Self(1 << 31);
    /// Edit and lock threads.
    pub const MANAGE_THREADS: Self = Self(1 << 34);
    /// Say something in a thread.
    pub const SEND_MESSAGES_IN_THREADS: Self = Self(1 << 38);

    /// What a new guild gives to everyone.
    pub const EVERYONE: Self = Self(
        Self::ADD_REACTIONS.0
            | Self::VIEW_CHANNEL.0
            | Self::SEND_MESSAGES.0
            | Self::EMBED_LINKS.0
            | Self::ATTACH_FILES.0
            | Self::READ_MESSAGE_HISTORY.0
            | Self::MENTION_EVERYONE.0
            | Self::USE_APPLICATION_COMMANDS.0
            | Self::SEND_MESSAGES_IN_THREADS.0,
    );

    /// What an interaction outside of guilds says that its app may do there.
    pub(crate) const OUTSIDE_GUILDS: Self = Self(Self::ATTACH_FILES.0 | Self::EMBED_LINKS.0 | Self::MENTION_EVERYONE.0);

    /// Whether all of `other` are among these.
    #[must_use]
    pub fn contains(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }
}

impl BitOr for Permissions {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl BitAnd for Permissions {
    type Output = Self;

    fn bitand(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}

impl Not for Permissions {
    type Output = Self;

    fn not(self) -> Self {
        Self(!self.0)
    }
}
