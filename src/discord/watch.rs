//! Whether Discord takes the sessions of the shards. What cannot be reached, its REST API or its gateway, is waited for; what can be
//! reached and begins no session has refused the shard for good, as one of too many servers (4011), and serenity would ask it again
//! and again, past the sessions that Discord allows a day.

use std::time::Duration;

use serenity::all::Http;
use tokio::time::Instant;

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
    /// When a session was begun last, or none was missing.
    since: Instant,
    reached: u32,
}

impl Watch {
    const fn new(now: Instant) -> Self {
        Self { connected: 0, since: now, reached: 0 }
    }

    /// Notes that so many of `all` shards have a session. Is one missing for too long.
    fn is_missing(&mut self, connected: usize, all: usize, now: Instant) -> bool {
        let grows = connected > std::mem::replace(&mut self.connected, connected);
        if grows || connected >= all {
            (self.since, self.reached) = (now, 0);
        }
        now.duration_since(self.since) >= PATIENCE
    }

    /// Notes whether Discord was reached then. Has it refused the session.
    const fn is_refused(&mut self, reached: bool) -> bool {
        self.reached = if reached { self.reached + 1 } else { 0 };
        self.reached >= REACHED
    }
}

/// Resolves where Discord can be reached, at its gateway too, and begins no session at all. Where other shards have theirs, they go on, and the
/// operator is told.
pub(super) async fn refused(service: &Service, http: &Http) {
    let mut watch = Watch::new(Instant::now());
    loop {
        tokio::time::sleep(LOOK).await;
        let shards = service.gateway().shards().await;
        let connected = shards.iter().filter(|shard| shard.is_connected).count();
        if !watch.is_missing(connected, shards.len(), Instant::now()) {
            continue;
        }
        if connected > 0 {
            let missing = shards.iter().find(|shard| !shard.is_connected).map(|shard| shard.id);
            tracing::error!(
                shard = missing,
                "Discord begins no session of a shard; start the bot anew with more shards"
            );
            continue;
        }
        let reached = service.gateway().is_reached().await
            && service.requests.send(Patience::Lookup, || http.get_bot_gateway()).await.is_ok();
        if watch.is_refused(reached) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_reached_and_begins_no_session_has_refused_it() {
        let start = Instant::now();
        let after = |seconds| start + Duration::from_secs(seconds);
        let mut watch = Watch::new(start);
        // One after the other begins.
        assert!(!watch.is_missing(1, 3, after(90)) && !watch.is_missing(2, 3, after(180)));
        assert!(!watch.is_missing(3, 3, after(210)) && !watch.is_missing(3, 3, after(2_000)));
        // One is lost, and Discord out of reach for an hour: it is waited for.
        assert!(!watch.is_missing(2, 3, after(2_030)) && watch.is_missing(2, 3, after(2_120)));
        assert!(!watch.is_refused(false) && watch.is_missing(2, 3, after(5_600)) && !watch.is_refused(true));
        // It is back.
        assert!(!watch.is_missing(3, 3, after(5_630)));
        // One is lost, and not given again.
        for look in 1..REACHED {
            assert!(watch.is_missing(2, 3, after(5_800)) && !watch.is_refused(true), "{look}");
        }
        assert!(watch.is_missing(2, 3, after(5_830)) && watch.is_refused(true));
    }
}
