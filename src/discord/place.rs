//! What the bot may do where it was asked. Discord leaves out what is not permitted without a word, or refuses it with
//! "Missing Permissions": what is missing is told the operator here, by name.

use serenity::all::{ChannelId, Context, GuildId, Interaction, Message, Permissions};

use super::memory::Memory;
use super::rendering::Form;
use super::reply::Reply;
use super::sending::SendError;

/// The names of permissions as Discord's settings show them.
const SEND: &str = "Send Messages";
const SEND_IN_THREADS: &str = "Send Messages in Threads";
const EMBED_LINKS: &str = "Embed Links";
const ATTACH_FILES: &str = "Attach Files";
const HISTORY: &str = "Read Message History";
const LOCKED: &str = "Manage Threads (the thread is locked)";

/// Discord's numbers for refusals, see <https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>.
const MISSING_ACCESS: isize = 50001;
const EMPTY_MESSAGE: isize = 50006;
const MISSING_PERMISSIONS: isize = 50013;
const THREAD_ARCHIVED: isize = 50083;
const NO_HISTORY: isize = 160_002;

/// Where a message stands, and what the bot may do there.
#[derive(Debug, Clone, Copy)]
pub(super) struct Place {
    server: Option<GuildId>,
    channel: ChannelId,
    /// `None` where that is not known, as in direct messages: then it is tried.
    permissions: Option<Permissions>,
    is_thread: bool,
    is_locked: bool,
}

impl Place {
    pub(super) fn of(ctx: &Context, message: &Message) -> Self {
        let mut place = Self {
            server: message.guild_id,
            channel: message.channel_id,
            permissions: None,
            is_thread: false,
            is_locked: false,
        };
        let me = ctx.cache.current_user().id;
        let Some(guild) = message.guild_id.and_then(|id| ctx.cache.guild(id)) else { return place };
        let thread = guild.threads.iter().find(|thread| thread.id == message.channel_id);
        place.is_thread = thread.is_some();
        place.is_locked = thread.and_then(|thread| thread.thread_metadata).is_some_and(|metadata| metadata.locked);
        let ruling = thread.and_then(|thread| thread.parent_id).unwrap_or(message.channel_id);
        place.permissions = match (guild.channels.get(&ruling), guild.members.get(&me)) {
            (Some(channel), Some(member)) => Some(guild.user_permissions_in(channel, member)),
            _ => None,
        };
        place
    }

    /// Where someone uses a command or a control, and what Discord says of it.
    pub(super) fn of_interaction(ctx: &Context, interaction: &Interaction) -> Option<Self> {
        let (server, channel, permissions) = match interaction {
            Interaction::Command(it) => (it.guild_id?, it.channel_id, it.app_permissions),
            Interaction::Component(it) => (it.guild_id?, it.channel_id, it.app_permissions),
            _ => return None,
        };
        // Where the bot is no member, nobody there can give it more.
        ctx.cache.guild(server)?;
        Some(Self { server: Some(server), channel, permissions, is_thread: false, is_locked: false })
    }

    /// The form that a reply takes here.
    pub(super) fn form(self, memory: &Memory) -> Form {
        if self.may(Permissions::EMBED_LINKS) {
            return Form::Embed;
        }
        self.tell(EMBED_LINKS, memory);
        Form::Text
    }

    /// Tells the operator where no picture can be shown.
    pub(super) fn wants_files(self, memory: &Memory) {
        if !self.may(Permissions::ATTACH_FILES) {
            self.tell(ATTACH_FILES, memory);
        }
    }

    /// Can anything be said here.
    pub(super) fn may_send(self, memory: &Memory) -> bool {
        let (needed, name) = if self.is_thread {
            (Permissions::SEND_MESSAGES_IN_THREADS, SEND_IN_THREADS)
        } else {
            (Permissions::SEND_MESSAGES, SEND)
        };
        let missing = if !self.may(needed) {
            Some(name)
        } else if self.is_locked && !self.may(Permissions::MANAGE_THREADS) {
            Some(LOCKED)
        } else {
            None
        };
        if let Some(missing) = missing {
            self.tell(missing, memory);
        }
        missing.is_none()
    }

    /// Can a reply refer to a message here.
    pub(super) fn may_refer(self, memory: &Memory) -> bool {
        let may = self.may(Permissions::READ_MESSAGE_HISTORY);
        if !may {
            self.tell(HISTORY, memory);
        }
        may
    }

    /// Does Discord refuse the message that a reply refers to, for want of a permission.
    pub(super) fn refuses_reference(self, error: &SendError, memory: &Memory) -> bool {
        let refuses = error.code() == Some(NO_HISTORY);
        if refuses {
            self.tell(HISTORY, memory);
        }
        refuses
    }

    /// Does Discord refuse whatever is said here, for want of a permission.
    pub(super) fn refuses_everything(self, error: &SendError, memory: &Memory) -> bool {
        let missing = match error.code() {
            Some(THREAD_ARCHIVED) => LOCKED,
            Some(MISSING_ACCESS | MISSING_PERMISSIONS) if self.is_thread => SEND_IN_THREADS,
            Some(MISSING_ACCESS | MISSING_PERMISSIONS) => SEND,
            _ => return false,
        };
        self.tell(missing, memory);
        true
    }

    /// Has an embed not come to show here, by what became of `reply`: Discord leaves it out without a word, or refuses what is left.
    /// Where permissions are not known, as in a thread of a channel that the bot came to see later, it is tried.
    pub(super) fn hides_embeds(self, reply: &Reply, outcome: &Result<Message, SendError>) -> bool {
        reply.is_embed()
            && match outcome {
                Ok(message) => message.embeds.is_empty(),
                Err(error) if self.permissions.is_some() || error.may_have_been_done() => false,
                Err(error) => matches!(error.code(), Some(EMPTY_MESSAGE | MISSING_PERMISSIONS)),
            }
    }

    /// Tells the operator that no embed shows here.
    pub(super) fn shows_no_embeds(self, memory: &Memory) {
        self.tell(EMBED_LINKS, memory);
    }

    fn may(self, permission: Permissions) -> bool {
        self.permissions.is_none_or(|permissions| permissions.contains(permission))
    }

    /// One line in the log, and not the same again for a while.
    fn tell(self, missing: &'static str, memory: &Memory) {
        if memory.tells_missing(self.channel, missing) {
            let (server, channel) = (self.server.map(GuildId::get), self.channel.get());
            tracing::warn!(missing, server, channel, "a permission is missing");
        }
    }
}
