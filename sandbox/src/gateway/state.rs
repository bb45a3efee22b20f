//! What the gateway remembers: connections, and the sessions that outlive them.

use std::collections::BTreeMap;
use std::time::Duration;

use serde_json::{Value, json};
use tokio::sync::mpsc::UnboundedSender;

use super::delivery::Deliveries;
use super::dispatch::Event;
use super::starts::Starts;

/// What is to be done on a connection.
#[derive(Debug)]
pub(crate) enum Frame {
    /// Send this payload.
    Text(String),
    /// Close with this code.
    Close(u16, &'static str),
    /// Hang up without a word.
    Drop,
}

/// An open web socket.
#[derive(Debug)]
pub(crate) struct Connection {
    pub(crate) out: UnboundedSender<Frame>,
    pub(crate) session: Option<String>,
}

impl Connection {
    pub(crate) fn send(&self, payload: &Value) {
        // The other end is gone where this fails; its session keeps what was missed.
        let _ = self.out.send(Frame::Text(payload.to_string()));
    }

    pub(crate) fn close(&self, code: u16, reason: &'static str) {
        let _ = self.out.send(Frame::Close(code, reason));
    }
}

/// One event as it was sent in a session.
#[derive(Debug)]
pub(crate) struct Sent {
    pub(crate) sequence: u64,
    pub(crate) payload: String,
    pub(crate) subject: Option<u64>,
}

/// A session: what was sent to one shard since it identified.
#[derive(Debug)]
pub(crate) struct Session {
    pub(crate) shard: (u64, u64),
    pub(crate) intents: u64,
    pub(crate) sequence: u64,
    /// The last sequence that the client has said it has seen.
    pub(crate) acknowledged: u64,
    pub(crate) sent: Vec<Sent>,
    pub(crate) connection: Option<u64>,
    /// Since when it has no connection.
    pub(crate) alone_since: Option<u64>,
    /// An event that is held back, to come after the next.
    pub(crate) held: Option<Event>,
}

impl Session {
    /// The client has seen everything up to here.
    pub(crate) fn acknowledge(&mut self, sequence: u64, deliveries: &mut Deliveries) {
        let seen = sequence.min(self.sequence);
        let newly = self.sent.iter().filter(|sent| sent.sequence > self.acknowledged && sent.sequence <= seen);
        newly.filter_map(|sent| sent.subject).for_each(|subject| deliveries.acknowledged(subject));
        self.acknowledged = self.acknowledged.max(seen);
    }
}

/// An IDENTIFY that a client sent.
#[derive(Clone, Debug)]
pub struct Identify {
    /// The shard, and of how many.
    pub shard: (u64, u64),
    /// The intents that were asked for.
    pub intents: u64,
    /// The whole payload; its token is left out.
    pub payload: Value,
    /// Whether it was accepted.
    pub accepted: bool,
}

/// A RESUME that a client sent.
#[derive(Clone, Debug)]
pub struct Resume {
    /// Which session.
    pub session_id: String,
    /// The last event that the client has seen.
    pub sequence: u64,
    /// Whether it was accepted.
    pub accepted: bool,
}

/// All of it.
#[derive(Debug)]
pub(crate) struct GatewayState {
    pub(crate) heartbeat_interval: Duration,
    pub(crate) connections: BTreeMap<u64, Connection>,
    pub(crate) connected: u64,
    pub(crate) sessions: BTreeMap<String, Session>,
    pub(crate) identifies: Vec<Identify>,
    pub(crate) resumes: Vec<Resume>,
    pub(crate) readies: usize,
    pub(crate) starts: Starts,
    pub(crate) heartbeats: u64,
    pub(crate) deliveries: Deliveries,
    pub(crate) acknowledges: bool,
    pub(crate) refuses: bool,
    /// New connections are neither taken nor refused for now, as where a network swallows them.
    pub(crate) holds: bool,
    pub(crate) duplicate_next: usize,
    pub(crate) swap_next: usize,
}

impl GatewayState {
    pub(crate) fn new(heartbeat_interval: Duration, starts: Starts) -> Self {
        Self {
            heartbeat_interval,
            connections: BTreeMap::new(),
            connected: 0,
            sessions: BTreeMap::new(),
            identifies: Vec::new(),
            resumes: Vec::new(),
            readies: 0,
            starts,
            heartbeats: 0,
            deliveries: Deliveries::default(),
            acknowledges: true,
            refuses: false,
            holds: false,
            duplicate_next: 0,
            swap_next: 0,
        }
    }

    /// A new web socket: greets it.
    pub(crate) fn open(&mut self, out: UnboundedSender<Frame>) -> u64 {
        self.connected += 1;
        let connection = Connection { out, session: None };
        let interval = u64::try_from(self.heartbeat_interval.as_millis()).unwrap_or(u64::MAX);
        connection.send(&json!({ "op": 10, "t": null, "s": null,
            "d": { "heartbeat_interval": interval, "_trace": ["discord-sandbox"] } }));
        self.connections.insert(self.connected, connection);
        self.connected
    }

    /// A web socket has ended. A client that closed with 1000 or 1001 has ended its session too.
    pub(crate) fn end(&mut self, id: u64, client_code: Option<u16>, now: u64) {
        self.deliveries.ended(id);
        let Some(session_id) = self.connections.remove(&id).and_then(|connection| connection.session) else { return };
        if matches!(client_code, Some(1000 | 1001)) {
            self.sessions.remove(&session_id);
        } else if let Some(session) = self.sessions.get_mut(&session_id)
            && session.connection == Some(id)
        {
            session.connection = None;
            session.alone_since = Some(now);
        }
    }

    /// The connections that have a session.
    pub(crate) fn live(&self) -> impl Iterator<Item = &Connection> {
        self.connections.values().filter(|connection| connection.session.is_some())
    }
}
