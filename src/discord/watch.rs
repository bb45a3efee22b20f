//! Whether Discord takes the sessions of the shards. What cannot be reached, its REST API or its gateway, is waited for; what can be
//! reached and begins no session has refused the shard for good, as one of too many servers (4011), and serenity would ask it again
//! and again, past the sessions that Discord allows a day.

use std::collections::BTreeSet;
use std::time::Duration;

use serenity::all::Http;
use tokio::time::Instant;

use super::gateway::Shard;
use super::sending::Patience;
use super::service::Service;

/// How often it is looked.
const LOOK: Duration = Duration::from_secs(30);
/// How long there may be no new session, though one is missing.
const PATIENCE: Duration = Duration::from_mins(2);
/// How often in a row Discord has to be reached after that: where it comes back this moment, so does the session, if a minute later.
const REACHED: u32 = 5;

/// What was seen so far.
struct Watch {
    connected: usize,
    /// When a session was begun or lost last, or none was missing.
    since: Instant,
    reached: u32,
    /// The shards that the operator was told of.
    told: BTreeSet<u32>,
}

impl Watch {
    const fn new(now: Instant) -> Self {
        Self { connected: 0, since: now, reached: 0, told: BTreeSet::new() }
    }

    /// Notes which shards have a session. Is one missing for too long.
    fn is_missing(&mut self, shards: &[Shard], now: Instant) -> bool {
        let connected = shards.iter().filter(|shard| shard.is_connected).count();
        let before = std::mem::replace(&mut self.connected, connected);
        if connected != before || connected == shards.len() {
            (self.since, self.reached) = (now, 0);
        }
        self.told.retain(|id| shards.iter().any(|shard| shard.id == *id && !shard.is_connected));
        now.duration_since(self.since) >= PATIENCE
    }

    /// Notes whether Discord was reached then. Has it refused the sessions that are missing.
    const fn is_refused(&mut self, reached: bool) -> bool {
        self.reached = if reached { self.reached + 1 } else { 0 };
        self.reached >= REACHED
    }

    /// Those that have none, each once.
    fn untold(&mut self, shards: &[Shard]) -> Vec<u32> {
        let missing = shards.iter().filter(|shard| !shard.is_connected).map(|shard| shard.id);
        missing.filter(|id| self.told.insert(*id)).collect()
    }
}

/// Resolves where Discord can be reached, at its gateway too, and begins no session at all. Where other shards have theirs, they go on, and the
/// operator is told.
pub(super) async fn refused(service: &Service, http: &Http) {
    let mut watch = Watch::new(Instant::now());
    loop {
        tokio::time::sleep(LOOK).await;
        let shards = service.gateway().shards().await;
        if !watch.is_missing(&shards, Instant::now()) {
            continue;
        }
        let reached = service.gateway().is_reached().await
            && service.requests.send(Patience::Lookup, || http.get_bot_gateway()).await.is_ok();
        if !watch.is_refused(reached) {
            continue;
        }
        if watch.connected == 0 {
            return;
        }
        for shard in watch.untold(&shards) {
            tracing::error!(shard, "Discord begins no session of a shard; start the bot anew with more shards");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_reached_and_begins_no_session_has_refused_it_and_is_told_of_once() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let shards = |connected: [bool; 3]| [0, 1, 2].map(|id| Shard { id, is_connected: connected[id as usize] });
        let (none, first, two, all) =
            (shards([false; 3]), shards([true, false, false]), shards([true, true, false]), shards([true; 3]));
        let mut watch = Watch::new(start);
        // One after the other begins.
        assert!(!watch.is_missing(&first, after(90)) && !watch.is_missing(&two, after(180)));
        assert!(!watch.is_missing(&all, after(210)) && !watch.is_missing(&all, after(2_000)));
        // One is lost, and Discord out of reach for an hour: it is waited for.
        assert!(!watch.is_missing(&two, after(2_030)) && watch.is_missing(&two, after(2_150)));
        assert!(!watch.is_refused(false) && watch.is_missing(&two, after(5_600)) && !watch.is_refused(true));
        // It is back.
        assert!(!watch.is_missing(&all, after(5_630)));
        // One is lost, and not given again.
        assert!(!watch.is_missing(&two, after(5_660)));
        for look in 1..REACHED {
            assert!(watch.is_missing(&two, after(5_800)) && !watch.is_refused(true), "{look}");
        }
        assert!(watch.is_missing(&two, after(5_830)) && watch.is_refused(true));
        assert_eq!((watch.untold(&two), watch.untold(&two)), (vec![2], vec![]));
        // What is lost beside it for a moment is no refusal.
        assert!(!watch.is_missing(&none, after(5_860)) && !watch.is_missing(&two, after(5_890)));
        assert!(watch.untold(&two).is_empty());
        // Once it is back, it is told of again.
        assert!(!watch.is_missing(&all, after(5_920)) && !watch.is_missing(&first, after(5_950)));
        assert_eq!(watch.untold(&first), [1, 2]);
    }
}
