//! What goes wrong, by the storm's seed.

use std::time::Duration;

use discord_sandbox::{Fault, Method, Permissions};

use super::{A_WHILE, CHANNELS, Storm};

/// How many kinds of fault there are.
pub(super) const KINDS: usize = 23;

const MESSAGES: &str = "/channels/{}/messages";
const CALLBACK: &str = "/interactions/{}/{}/callback";

impl Storm {
    /// Perhaps something goes wrong: often with a request or an event, now and then with a connection or a channel,
    /// rarely with all of Discord.
    pub(super) async fn strike(&mut self) {
        if self.rng.u8(..4) > 0 {
            self.strike_request();
        }
        if self.rng.u8(..4) == 0 {
            self.strike_event();
        }
        if self.rng.u8(..15) == 0 {
            self.strike_connection().await;
        }
        if self.rng.u8(..50) == 0 {
            self.strike_channel().await;
        }
        // Each of these comes once, whatever the seed: serenity takes its time to begin a session.
        let due = [500, 1_000, 1_500].iter().filter(|due| self.asked.len() >= **due).count();
        if due > self.rare {
            self.rare = due;
            match due {
                1 => self.end_session().await,
                2 => self.miss_heartbeats().await,
                _ => self.outage().await,
            }
        }
    }

    /// Ends all that is going wrong.
    pub(super) async fn still(&mut self) {
        self.sandbox.faults().clear();
        self.sandbox.faults().down(false);
        self.sandbox.gateway().refuse_connections(false);
        self.sandbox.gateway().resume_acks();
        // Whatever is held back to come after the next event comes now.
        self.people[0].says(&self.channels[0], "halo").await;
        self.people[0].says(&self.channels[1], "halo").await;
    }

    fn strike_request(&mut self) {
        let limit = |global| Fault::RateLimit { retry_after: Duration::from_millis(300), global };
        let faults = [
            ("500", Fault::Status(500)),
            ("502", Fault::Status(502)),
            ("done, then 500", Fault::StatusAfter(500)),
            ("done, then 502", Fault::StatusAfter(502)),
            ("429 of a route", limit(false)),
            ("429 of all", limit(true)),
            ("dropped before", Fault::DropBefore),
            ("dropped after", Fault::DropAfter),
            ("cut in the middle", Fault::Cut),
            ("never answered", Fault::Hang),
            ("done, never answered", Fault::HangAfter),
        ];
        let (name, fault) = faults[self.rng.usize(..faults.len())].clone();
        let route = if self.rng.u8(..4) > 0 { MESSAGES } else { CALLBACK };
        self.sandbox.faults().next(Method::POST, route, fault);
        self.tally.strike(name);
    }

    fn strike_event(&mut self) {
        if self.rng.bool() {
            self.sandbox.gateway().duplicate_next();
            self.tally.strike("event twice");
        } else {
            self.sandbox.gateway().swap_next();
            self.tally.strike("events in another order");
        }
    }

    async fn strike_connection(&mut self) {
        let gateway = self.sandbox.gateway();
        match self.rng.u8(..5) {
            0 => {
                gateway.drop_connections();
                self.tally.strike("connection dropped");
            }
            1 => {
                gateway.close(4000);
                self.tally.strike("connection closed");
            }
            2 => {
                gateway.reconnect();
                self.tally.strike("RECONNECT");
            }
            3 => {
                gateway.invalid_session(true);
                self.tally.strike("INVALID_SESSION, resumable");
            }
            _ => {
                gateway.refuse_connections(true);
                gateway.drop_connections();
                for _ in 0..A_WHILE {
                    self.ask().await;
                }
                gateway.refuse_connections(false);
                self.tally.strike("connections refused");
            }
        }
    }

    async fn strike_channel(&mut self) {
        let at = self.rng.usize(..CHANNELS);
        let channel = self.channels[at].clone();
        if self.rng.bool() {
            self.gone(channel.id());
            channel.delete().await;
            self.channels[at] = self.guilds[at % 2].channel("baru").await;
            self.tally.strike("channel deleted");
        } else {
            let withdrawn = [Permissions::SEND_MESSAGES, Permissions::VIEW_CHANNEL][self.rng.usize(..2)];
            self.close(channel.id());
            channel.deny(withdrawn).await;
            for _ in 0..A_WHILE {
                self.ask().await;
            }
            self.close(channel.id());
            channel.allow(withdrawn).await;
            self.tally.strike("permission withdrawn");
        }
    }

    async fn end_session(&mut self) {
        let readies = self.readies();
        // A connection that is being closed would not be told.
        self.sandbox.gateway().wait_until_ready().await;
        self.sandbox.gateway().invalid_session(false);
        self.wait_until_ready(readies).await;
        self.tally.strike("INVALID_SESSION");
    }

    /// Heartbeats are not answered until the client has come back: serenity then begins another session.
    async fn miss_heartbeats(&mut self) {
        let readies = self.readies();
        self.sandbox.gateway().wait_until_ready().await;
        self.sandbox.gateway().stop_acks();
        self.wait_until_ready(readies).await;
        self.sandbox.gateway().resume_acks();
        self.tally.strike("heartbeats not answered");
    }

    /// Discord is gone, REST and gateway, for longer than a session lives.
    async fn outage(&mut self) {
        let (gateway, readies) = (self.sandbox.gateway(), self.readies());
        self.sandbox.faults().down(true);
        gateway.refuse_connections(true);
        gateway.drop_connections();
        gateway.expire_sessions();
        for _ in 0..A_WHILE {
            self.ask().await;
        }
        gateway.refuse_connections(false);
        self.sandbox.faults().down(false);
        self.wait_until_ready(readies).await;
        self.tally.strike("Discord gone");
    }
}
