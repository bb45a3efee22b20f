//! A channel, as a test holds it.

#![expect(clippy::unused_async, reason = "changing something at Discord is async to who asks, whatever we need for it")]

use serde_json::Value;

use super::message::Message;
use super::user::User;
use crate::permissions::Permissions;
use crate::sandbox::Sandbox;
use crate::world::channel::{ChannelKind, ChannelRecord};
use crate::world::message::MessageRecord;
use crate::world::post::Draft;

/// A channel, a thread, or direct messages.
#[derive(Clone)]
pub struct Channel {
    pub(crate) sandbox: Sandbox,
    id: u64,
}

impl Channel {
    pub(crate) fn new(sandbox: &Sandbox, id: u64) -> Self {
        Self { sandbox: sandbox.clone(), id }
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    /// A new thread in it.
    pub async fn thread(&self, name: &str) -> Self {
        let id = self.sandbox.shared.write(|world| {
            let (id, now) = (world.next_id(), world.now());
            let guild = world.channels.get(&self.id).and_then(|parent| parent.guild_id);
            let mut thread = ChannelRecord::new(id, ChannelKind::PublicThread, name, guild, now);
            thread.parent_id = Some(self.id);
            thread.owner_id = world.settings.owner_id;
            world.add_channel(thread);
            id
        });
        Self::new(&self.sandbox, id)
    }

    /// A new post in it, where it is a forum. Say something in it to fill it.
    pub async fn forum_post(&self, title: &str) -> Self {
        self.thread(title).await
    }

    /// Denies the bot these here, whatever its roles allow. A thread follows its parent.
    pub async fn deny(&self, permissions: Permissions) {
        self.change("CHANNEL_UPDATE", |channel| {
            channel.denied = channel.denied | permissions;
            channel.allowed = channel.allowed & !permissions;
        });
    }

    /// Allows the bot these here, whatever its roles deny.
    pub async fn allow(&self, permissions: Permissions) {
        self.change("CHANNEL_UPDATE", |channel| {
            channel.allowed = channel.allowed | permissions;
            channel.denied = channel.denied & !permissions;
        });
    }

    /// Archives the thread.
    pub async fn archive(&self) {
        self.change("THREAD_UPDATE", |thread| thread.archived = true);
    }

    /// Locks the thread, and archives it.
    pub async fn lock(&self) {
        self.change("THREAD_UPDATE", |thread| (thread.archived, thread.locked) = (true, true));
    }

    fn change(&self, event: &'static str, change: impl FnOnce(&mut ChannelRecord)) {
        self.sandbox.shared.write(|world| {
            if let Some(channel) = world.channels.get_mut(&self.id) {
                change(channel);
            }
            world.tell_channel(event, self.id);
        });
    }

    /// A message of the bot's with these action rows, as an earlier version of it may have left there.
    pub async fn holds_of_bot(&self, content: &str, components: &[Value]) -> Message {
        let id = self.sandbox.shared.write(|world| {
            let bot = world.users[&world.bot.user_id].clone();
            let mut draft = Draft::text(self.id, bot, content);
            draft.components = components.to_vec();
            world.post(draft)
        });
        Message::of_id(&self.sandbox, id)
    }

    /// Deletes these of its messages at once, as who manages messages may.
    pub async fn deletes_in_bulk(&self, messages: &[&Message]) {
        let ids: Vec<u64> = messages.iter().map(|message| message.id()).collect();
        self.sandbox.shared.write(|world| world.delete_in_bulk(self.id, &ids));
    }

    /// Deletes it, with its messages and threads.
    pub async fn delete(&self) {
        self.sandbox.shared.write(|world| {
            let is_thread = world.channels.get(&self.id).is_some_and(ChannelRecord::is_thread);
            world.tell_channel(if is_thread { "THREAD_DELETE" } else { "CHANNEL_DELETE" }, self.id);
            world.channels.retain(|id, channel| *id != self.id && channel.parent_id != Some(self.id));
        });
    }

    /// What is in it now, the oldest first; ephemeral messages are left out.
    #[must_use]
    pub fn messages(&self) -> Vec<Message> {
        self.messages_where(|message| !message.is_ephemeral())
    }

    /// What the bot has said in it, the oldest first; ephemeral messages too.
    #[must_use]
    pub fn messages_from_bot(&self) -> Vec<Message> {
        let bot = self.sandbox.bot().user_id;
        self.messages_where(|message| message.author.id == bot)
    }

    /// What someone sees in it now, the oldest first: ephemeral messages only where they answer that person.
    #[must_use]
    pub fn messages_seen_by(&self, user: &User) -> Vec<Message> {
        let messages = self.messages_where(|_| true);
        messages.into_iter().filter(|it| !it.is_ephemeral() || it.asker_id() == Some(user.id())).collect()
    }

    fn messages_where(&self, is_wanted: impl Fn(&MessageRecord) -> bool) -> Vec<Message> {
        let records: Vec<MessageRecord> = self.sandbox.shared.read(|world| {
            let here = world.messages.values().filter(|it| it.channel_id == self.id && !it.is_deleted);
            here.filter(|message| is_wanted(message)).cloned().collect()
        });
        records.into_iter().map(|record| Message::new(&self.sandbox, record)).collect()
    }
}
