//! How a test looks at the gateway, and interferes with it.

use std::sync::Arc;
use std::time::{Duration, Instant};

use serde_json::json;

use super::delivery::Delivery;
use super::receive::invalid_session;
use super::state::{Frame, GatewayState, Identify, Resume};
use crate::people::PATIENCE;
use crate::world::shared::Shared;

/// The gateway of a sandbox.
#[derive(Clone)]
pub struct Gateway {
    pub(crate) shared: Arc<Shared>,
}

impl Gateway {
    /// How many connections are open.
    #[must_use]
    pub fn connections(&self) -> usize {
        self.shared.read(|world| world.gateway.connections.len())
    }

    /// Whether a client is connected, with a session that has begun.
    #[must_use]
    pub fn is_ready(&self) -> bool {
        self.shared.read(|world| world.gateway.live().next().is_some())
    }

    /// How many connections there have ever been.
    #[must_use]
    pub fn connections_ever(&self) -> u64 {
        self.shared.read(|world| world.gateway.connected)
    }

    /// Every IDENTIFY so far.
    #[must_use]
    pub fn identifies(&self) -> Vec<Identify> {
        self.shared.read(|world| world.gateway.identifies.clone())
    }

    /// Every RESUME so far.
    #[must_use]
    pub fn resumes(&self) -> Vec<Resume> {
        self.shared.read(|world| world.gateway.resumes.clone())
    }

    /// How many heartbeats have come.
    #[must_use]
    pub fn heartbeats(&self) -> u64 {
        self.shared.read(|world| world.gateway.heartbeats)
    }

    /// The shards that are connected, with a session that has begun; one that is connected twice is there twice.
    #[must_use]
    pub fn shards(&self) -> Vec<u64> {
        self.shared.read(|world| {
            let sessions = &world.gateway.sessions;
            let live = world.gateway.live().filter_map(|connection| sessions.get(connection.session.as_ref()?));
            let mut shards: Vec<_> = live.map(|session| session.shard.0).collect();
            shards.sort_unstable();
            shards
        })
    }

    /// Waits until a client is connected and has been sent READY.
    ///
    /// # Panics
    ///
    /// After 10 seconds.
    pub async fn wait_until_ready(&self) {
        self.wait("a client to be ready", |gateway| gateway.live().next().is_some()).await;
    }

    /// Waits until this many sessions have begun since the sandbox started, READY sent.
    ///
    /// # Panics
    ///
    /// After 10 seconds.
    pub async fn wait_until_readies(&self, count: usize) {
        self.wait("sessions to begin", |gateway| gateway.readies >= count).await;
    }

    /// Waits until this many resumes have been accepted since the sandbox started.
    ///
    /// # Panics
    ///
    /// After 10 seconds.
    pub async fn wait_until_resumes(&self, count: usize) {
        self.wait("a resume", |gateway| gateway.resumes.iter().filter(|it| it.accepted).count() >= count).await;
    }

    /// Waits until a session has been resumed, and its client is connected.
    ///
    /// # Panics
    ///
    /// After 10 seconds.
    pub async fn wait_until_resumed(&self) {
        self.wait("a resumed session", |gateway| {
            gateway.resumes.iter().any(|it| it.accepted) && gateway.live().next().is_some()
        })
        .await;
    }

    /// Waits until no connection is left.
    ///
    /// # Panics
    ///
    /// After 10 seconds.
    pub async fn wait_until_disconnected(&self) {
        self.wait("clients to be gone", |gateway| gateway.connections.is_empty()).await;
    }

    async fn wait(&self, what: &str, is_so: impl Fn(&GatewayState) -> bool) {
        let seen = self.shared.within(PATIENCE, |world| is_so(&world.gateway).then_some(())).await;
        assert!(
            seen.is_some(),
            "waited {PATIENCE:?} for {what}; the gateway: {:#?}",
            self.shared.read(|world| { format!("{:?} {:?}", world.gateway.identifies, world.gateway.resumes) })
        );
    }

    /// Ends every connection without a word, as a broken network does.
    pub fn drop_connections(&self) {
        self.each(|state, id| {
            let _ = state.connections[&id].out.send(Frame::Drop);
            true
        });
    }

    /// Closes every connection with this code.
    pub fn close(&self, code: u16) {
        self.each(|state, id| {
            state.connections[&id].close(code, "");
            true
        });
    }

    /// Sends RECONNECT (op 7) on every connection.
    pub fn reconnect(&self) {
        self.each(|state, id| {
            state.connections[&id].send(&json!({ "op": 7, "t": null, "s": null, "d": null }));
            false
        });
    }

    /// Sends `INVALID_SESSION` (op 9) on every connection; not resumable ends the session.
    pub fn invalid_session(&self, resumable: bool) {
        self.each(|state, id| {
            state.connections[&id].send(&invalid_session(resumable));
            if !resumable && let Some(session) = state.connections[&id].session.clone() {
                state.sessions.remove(&session);
                // It may identify anew on the same connection.
                if let Some(connection) = state.connections.get_mut(&id) {
                    connection.session = None;
                }
            }
            false
        });
    }

    /// Asks every client for a heartbeat at once (op 1).
    pub fn request_heartbeats(&self) {
        self.each(|state, id| {
            state.connections[&id].send(&json!({ "op": 1, "t": null, "s": null, "d": null }));
            false
        });
    }

    /// Does something to every connection; where that says so, the connection's session is alone from now on.
    fn each(&self, act: impl Fn(&mut GatewayState, u64) -> bool) {
        self.shared.write(|world| {
            let now = world.now();
            let ids: Vec<u64> = world.gateway.connections.keys().copied().collect();
            for id in ids {
                if act(&mut world.gateway, id) {
                    world.gateway.end(id, None, now);
                }
            }
        });
    }

    /// Stops answering heartbeats.
    pub fn stop_acks(&self) {
        self.shared.write(|world| world.gateway.acknowledges = false);
    }

    /// Answers heartbeats again.
    pub fn resume_acks(&self) {
        self.shared.write(|world| world.gateway.acknowledges = true);
    }

    /// Whether new connections are refused from now on. Open ones are left alone.
    pub fn refuse_connections(&self, refuse: bool) {
        self.shared.write(|world| world.gateway.refuses = refuse);
    }

    /// Whether new connections are left waiting from now on, until they no longer are. Open ones are left alone. A client
    /// that was dropped takes its session up again after the wait, and is then told what it has missed.
    pub fn hold_connections(&self, hold: bool) {
        self.shared.write(|world| world.gateway.holds = hold);
    }

    /// Forgets every session, connected ones too: no RESUME will be accepted, and connected clients are told nothing
    /// more. Drop or close their connections after it.
    pub fn expire_sessions(&self) {
        self.shared.write(|world| {
            world.gateway.sessions.clear();
            for connection in world.gateway.connections.values_mut() {
                connection.session = None;
            }
        });
    }

    /// Sends the next event twice, each with its own sequence.
    pub fn duplicate_next(&self) {
        self.shared.write(|world| world.gateway.duplicate_next += 1);
    }

    /// Sends the next two events of a session in the other order.
    pub fn swap_next(&self) {
        self.shared.write(|world| world.gateway.swap_next += 1);
    }

    /// The heartbeat interval that connections are told from now on.
    pub fn set_heartbeat_interval(&self, interval: Duration) {
        self.shared.write(|world| world.gateway.heartbeat_interval = interval);
    }

    /// How far the event came that told of this message or interaction.
    #[must_use]
    pub fn delivery(&self, id: u64) -> Delivery {
        self.shared.read(|world| world.gateway.deliveries.of(id))
    }

    /// Whether a RESUME was told of this message or interaction, for the first time or again.
    #[must_use]
    pub fn was_replayed(&self, id: u64) -> bool {
        self.shared.read(|world| world.gateway.deliveries.was_replayed(id))
    }

    /// When the event that told of this message or interaction was first written on a connection, if it was.
    #[must_use]
    pub fn first_sent(&self, id: u64) -> Option<Instant> {
        self.shared.read(|world| world.gateway.deliveries.first_sent(id))
    }
}
