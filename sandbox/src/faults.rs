//! Faults that a test schedules: the next requests of a route fail, each in a way that is named.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use axum::http::Method;

use crate::rest::routes::is_same;
use crate::world::shared::Shared;

/// How a request fails.
#[derive(Clone, Debug)]
pub enum Fault {
    /// Answered with this status; nothing happens.
    Status(u16),
    /// Refused with this status and Discord's own number for why; nothing happens.
    Refuse(u16, u32),
    /// It happens, but the answer is this status: one of failure, or another of success than is usual.
    StatusAfter(u16),
    /// Answered 429; nothing happens.
    RateLimit {
        /// What `Retry-After` and `retry_after` say.
        retry_after: Duration,
        /// Whether the limit is said to be of all routes.
        global: bool,
    },
    /// The connection is dropped; nothing happens.
    DropBefore,
    /// It happens, then the connection is dropped without an answer.
    DropAfter,
    /// It happens, and the answer ends in its middle.
    Cut,
    /// Nothing happens, and there is never an answer.
    Hang,
    /// It happens, and there is never an answer.
    HangAfter,
}

/// The faults that are still to come.
#[derive(Debug, Default)]
pub(crate) struct Scheduled {
    faults: VecDeque<(Option<Method>, String, Fault)>,
    /// Whether REST is gone altogether.
    pub(crate) is_down: bool,
}

impl Scheduled {
    /// The fault for this request, which is then used up.
    pub(crate) fn take(&mut self, method: &Method, route: &str) -> Option<Fault> {
        let is_for = |(wanted, path, _): &(Option<Method>, String, Fault)| {
            wanted.as_ref().is_none_or(|wanted| wanted == method) && (path.is_empty() || is_same(path, route))
        };
        let at = self.faults.iter().position(is_for)?;
        self.faults.remove(at).map(|(_, _, fault)| fault)
    }
}

/// Where faults are scheduled.
#[derive(Clone)]
pub struct Faults {
    pub(crate) shared: Arc<Shared>,
}

impl Faults {
    /// The next request of this method and route fails so. Parameters of the route may have any name:
    /// `/channels/{id}/messages`. Faults of one route are used in the order in which they were scheduled.
    pub fn next(&self, method: Method, route: &str, fault: Fault) {
        self.schedule(Some(method), route, fault);
    }

    /// The next `count` requests of this method and route fail so.
    pub fn next_n(&self, count: usize, method: &Method, route: &str, fault: &Fault) {
        for _ in 0..count {
            self.schedule(Some(method.clone()), route, fault.clone());
        }
    }

    /// The next request of any kind fails so.
    pub fn next_any(&self, fault: Fault) {
        self.schedule(None, "", fault);
    }

    fn schedule(&self, method: Option<Method>, route: &str, fault: Fault) {
        self.shared.write(|world| world.faults.faults.push_back((method, route.to_owned(), fault)));
    }

    /// Whether REST is down: every request's connection is dropped, and nothing happens. For the gateway see
    /// [`crate::Gateway::refuse_connections`].
    pub fn down(&self, is_down: bool) {
        self.shared.write(|world| world.faults.is_down = is_down);
    }

    /// How many faults have not been used yet.
    #[must_use]
    pub fn pending(&self) -> usize {
        self.shared.read(|world| world.faults.faults.len())
    }

    /// Forgets every fault that has not been used.
    pub fn clear(&self) {
        self.shared.write(|world| world.faults.faults.clear());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_used_once_and_by_its_route_alone() {
        let mut scheduled = Scheduled::default();
        let messages = "/channels/{channel_id}/messages";
        let fault = (Some(Method::POST), "/channels/{id}/messages".to_owned(), Fault::Status(500));
        scheduled.faults.push_back(fault);
        assert!(scheduled.take(&Method::GET, messages).is_none());
        assert!(scheduled.take(&Method::POST, "/channels/{channel_id}").is_none());
        assert!(scheduled.take(&Method::POST, messages).is_some());
        assert!(scheduled.take(&Method::POST, messages).is_none());
    }
}
