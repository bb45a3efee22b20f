//! How far the event of each message and interaction came: the record that a test proves "it was never told" by.

use std::collections::{HashMap, HashSet};
use std::time::{Duration, Instant};

/// How far the event came that told of a message's or an interaction's beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It was written on no connection: no session was there for it, or its session had no connection and was not
    /// resumed.
    NeverSent,
    /// It was written, and its connection stands; the client has not acknowledged it yet.
    Sent,
    /// It was written, and the connection ended so long after it; the client has acknowledged nothing from then on, and
    /// has not come back for it.
    CutOff(Duration),
    /// The client has acknowledged it, by a heartbeat or a RESUME with its sequence or a later one.
    Acknowledged,
}

/// What is known of every event, by what it told of.
#[derive(Debug, Default)]
pub(crate) struct Deliveries {
    of: HashMap<u64, Way>,
    /// What a RESUME was told of.
    replayed: HashSet<u64>,
    /// When each connection ended.
    ended: HashMap<u64, Instant>,
}

#[derive(Debug)]
struct Way {
    first: Instant,
    /// On which connection it was written last, and when.
    connection: u64,
    at: Instant,
    acknowledged: bool,
}

impl Deliveries {
    /// The event of `subject` is written on this connection.
    pub(crate) fn written(&mut self, subject: u64, connection: u64) {
        let at = Instant::now();
        let way = self.of.entry(subject).or_insert(Way { first: at, connection, at, acknowledged: false });
        (way.connection, way.at) = (connection, at);
    }

    /// The event of `subject` is written again, or for the first time, after a RESUME on this connection.
    pub(crate) fn replayed(&mut self, subject: u64, connection: u64) {
        self.replayed.insert(subject);
        self.written(subject, connection);
    }

    pub(crate) fn was_replayed(&self, subject: u64) -> bool {
        self.replayed.contains(&subject)
    }

    /// A connection has ended.
    pub(crate) fn ended(&mut self, connection: u64) {
        self.ended.entry(connection).or_insert_with(Instant::now);
    }

    /// The client says that it has it.
    pub(crate) fn acknowledged(&mut self, subject: u64) {
        if let Some(way) = self.of.get_mut(&subject) {
            way.acknowledged = true;
        }
    }

    /// When it was written for the first time.
    pub(crate) fn first_sent(&self, subject: u64) -> Option<Instant> {
        Some(self.of.get(&subject)?.first)
    }

    pub(crate) fn of(&self, subject: u64) -> Delivery {
        let Some(way) = self.of.get(&subject) else { return Delivery::NeverSent };
        match self.ended.get(&way.connection) {
            _ if way.acknowledged => Delivery::Acknowledged,
            Some(ended) => Delivery::CutOff(ended.saturating_duration_since(way.at)),
            None => Delivery::Sent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_acknowledged_stays_so_and_what_is_replayed_is_sent_again() {
        let mut deliveries = Deliveries::default();
        assert_eq!(deliveries.of(7), Delivery::NeverSent);
        deliveries.written(7, 1);
        assert_eq!(deliveries.of(7), Delivery::Sent);
        deliveries.ended(1);
        assert!(matches!(deliveries.of(7), Delivery::CutOff(_)));
        assert!(!deliveries.was_replayed(7));
        deliveries.replayed(7, 2);
        assert!(deliveries.was_replayed(7));
        assert_eq!(deliveries.of(7), Delivery::Sent);
        deliveries.acknowledged(7);
        deliveries.ended(2);
        assert_eq!(deliveries.of(7), Delivery::Acknowledged);
        assert_eq!(deliveries.of(8), Delivery::NeverSent);
    }
}
