//! The little that the bot remembers, bounded: for minutes which reply answers which message, for an hour where a permission
//! is missing and who takes no direct messages, for a day what was clicked. No name, no text; what is forgotten costs nobody more than a click.

use std::collections::hash_map::RandomState;
use std::convert::Infallible;
use std::hash::{BuildHasher as _, Hash};
use std::sync::Arc;
use std::time::Duration;

use moka::policy::EvictionPolicy;
use moka::sync::Cache;
use serenity::all::{ChannelId, MessageId, Nonce, Timestamp, UserId};
use tokio::sync::Mutex;

use super::addressing::Addressed;

/// How long the edit or the end of a message changes its answer.
pub(super) const FOLLOWED: Duration = Duration::from_mins(10);
/// The most messages that are remembered.
const MESSAGES: u64 = 10_000;
/// How long a deletion may overtake the message that it is about.
const OVERTAKING: Duration = Duration::from_secs(10);
/// How long it is remembered what was clicked, and the most clicks.
const CLICKS: (Duration, u64) = (Duration::from_hours(24), 10_000);
/// How long it is remembered that a person takes no direct messages, and the most people.
const SHUT: (Duration, u64) = (Duration::from_hours(1), 10_000);
/// How often it is looked for what is to be forgotten.
const FORGETTING: Duration = Duration::from_mins(1);
/// How often the same missing permission is logged again.
const MISSING: Duration = Duration::from_hours(1);

/// What answers a message.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// What was last heard of it and let in, hashed; `None` before that.
    pub(super) heard: Option<u64>,
    /// When it was last edited, as Discord tells; `None` before that.
    pub(super) edited: Option<Timestamp>,
    /// The reply, where there is one.
    pub(super) reply: Option<(ChannelId, MessageId)>,
    /// How often a reply is known to have gone.
    pub(super) withdrawn: u8,
}

impl Standing {
    /// What tells a reply to `message` from all others, however often it is sent: up to 24 characters of the 25 that Discord takes. After
    /// one that went, the next is another: of the same, Discord would only tell that it was sent already.
    pub(super) fn nonce(&self, message: MessageId) -> Nonce {
        Nonce::String(if self.withdrawn == 0 { message.to_string() } else { format!("{message}.{}", self.withdrawn) })
    }
}

/// What the bot remembers.
pub(super) struct Memory {
    /// Locked while its answer is made or changed, so that edits follow each other.
    standing: Cache<MessageId, Arc<Mutex<Standing>>>,
    deleted: Cache<MessageId, ()>,
    clicks: Cache<u64, ()>,
    missing: Cache<(ChannelId, &'static str), ()>,
    shut: Cache<UserId, ()>,
    hasher: RandomState,
}

impl Memory {
    pub(super) fn new() -> Self {
        Self {
            standing: cache(MESSAGES, FOLLOWED),
            deleted: cache(MESSAGES, OVERTAKING),
            clicks: cache(CLICKS.1, CLICKS.0),
            missing: cache(MESSAGES, MISSING),
            shut: cache(SHUT.1, SHUT.0),
            hasher: RandomState::new(),
        }
    }

    /// Forgets in time, whether anything happens or not.
    pub(super) async fn forget_in_time(&self) -> Infallible {
        loop {
            tokio::time::sleep(FORGETTING).await;
            self.forget();
        }
    }

    /// Lets go of what is over: a cache by itself does so when it is used next.
    fn forget(&self) {
        self.standing.run_pending_tasks();
        self.deleted.run_pending_tasks();
        self.clicks.run_pending_tasks();
        self.missing.run_pending_tasks();
        self.shut.run_pending_tasks();
    }

    /// What answers the message, from now on remembered.
    pub(super) fn follow(&self, message: MessageId) -> Arc<Mutex<Standing>> {
        self.standing.get_with(message, Arc::default)
    }

    /// What answers the message, where that is known.
    pub(super) fn followed(&self, message: MessageId) -> Option<Arc<Mutex<Standing>>> {
        self.standing.get(&message)
    }

    /// Remembers that a message is gone.
    pub(super) fn delete(&self, message: MessageId) {
        self.deleted.insert(message, ());
    }

    /// Is it known that the message is gone.
    pub(super) fn is_deleted(&self, message: MessageId) -> bool {
        self.deleted.contains_key(&message)
    }

    /// What was heard, to tell it from what is heard later.
    pub(super) fn fingerprint(&self, heard: &Addressed) -> u64 {
        self.hasher.hash_one(heard)
    }

    /// What a private message shows is shared: `shown` tells it from any other. Whether it was not before.
    pub(super) fn shares(&self, shown: impl Hash) -> bool {
        self.is_first(("share", shown))
    }

    /// That came to nothing.
    pub(super) fn shares_not(&self, shown: impl Hash) {
        self.clicks.invalidate(&self.hasher.hash_one(("share", shown)));
    }

    /// Someone calls the answer in `message` no help. Whether they had not before.
    pub(super) fn rates(&self, message: MessageId, user: UserId) -> bool {
        self.is_first((message, user))
    }

    fn is_first(&self, click: impl Hash) -> bool {
        self.clicks.entry(self.hasher.hash_one(click)).or_insert_with(|| ()).is_fresh()
    }

    /// Remembers that the person takes no direct messages: each try is one more that Discord refuses.
    pub(super) fn shuts_out(&self, person: UserId) {
        self.shut.insert(person, ());
    }

    /// Is it known that the person takes no direct messages.
    pub(super) fn is_shut_out_by(&self, person: UserId) -> bool {
        self.shut.contains_key(&person)
    }

    /// Is it time to log that a permission is missing in a channel.
    pub(super) fn tells_missing(&self, channel: ChannelId, permission: &'static str) -> bool {
        // Of several at once one alone is told so, which `or_insert` does not see to.
        self.missing.entry((channel, permission)).or_insert_with(|| ()).is_fresh()
    }
}

/// A full one forgets what was used longest ago; by default it would rather turn away what is new.
fn cache<K, V>(most: u64, lifetime: Duration) -> Cache<K, V>
where
    K: Hash + Eq + Send + Sync + 'static,
    V: Clone + Send + Sync + 'static,
{
    Cache::builder().max_capacity(most).time_to_live(lifetime).eviction_policy(EvictionPolicy::lru()).build()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_those_who_miss_a_permission_at_once_one_tells() {
        let memory = Memory::new();
        for channel in (1..=200).map(ChannelId::new) {
            let tell = || usize::from(memory.tells_missing(channel, "Embed Links"));
            let told: usize = std::thread::scope(|scope| {
                let tellers: Vec<_> = (0..4).map(|_| scope.spawn(tell)).collect();
                tellers.into_iter().map(|teller| teller.join().expect("it tells")).sum()
            });
            assert_eq!(told, 1, "{channel}");
        }
    }

    #[test]
    fn what_is_full_forgets_the_oldest() {
        let memory = Memory::new();
        // Some are looked at again, as for an edit.
        for id in 1..=MESSAGES {
            memory.follow(MessageId::new(id)).try_lock().expect("nobody has it").heard = Some(id);
            assert!(id % 5 > 0 || memory.followed(MessageId::new(id)).is_some());
        }
        for id in MESSAGES + 1..=2 * MESSAGES {
            memory.follow(MessageId::new(id)).try_lock().expect("nobody has it").heard = Some(id);
            let before = memory.followed(MessageId::new(id - 100)).expect("a recent one");
            assert_eq!(before.try_lock().expect("nobody has it").heard, Some(id - 100));
        }
        for id in 1..=2 * CLICKS.1 {
            assert!(memory.rates(MessageId::new(id), UserId::new(1)));
            assert!(id < 100 || !memory.rates(MessageId::new(id - 60), UserId::new(1)), "{id}");
        }
    }

    #[test]
    fn what_is_over_is_let_go_of_though_nothing_happens() {
        let memory = Memory { standing: cache(MESSAGES, Duration::from_millis(20)), ..Memory::new() };
        let message = MessageId::new(1);
        memory.follow(message);
        memory.standing.run_pending_tasks();
        while memory.standing.contains_key(&message) {
            std::thread::yield_now();
        }
        memory.forget();
        assert_eq!(memory.standing.entry_count(), 0);
    }
}
