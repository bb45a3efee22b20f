//! What was heard already: Discord may tell an event twice, at once or when a session is resumed.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many events are remembered: at five a second, an hour of them.
const MOST: usize = 20_000;

/// The latest events, by their ids.
#[derive(Default)]
pub(super) struct Heard(Mutex<Latest>);

#[derive(Default)]
struct Latest {
    ids: HashSet<u64>,
    /// The same in the order in which they were heard.
    order: VecDeque<u64>,
}

impl Heard {
    /// Is it the first time that an event of this id is heard of; from now on it is known.
    pub(super) fn is_new(&self, id: u64) -> bool {
        let mut latest = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !latest.ids.insert(id) {
            return false;
        }
        latest.order.push_back(id);
        if latest.order.len() > MOST
            && let Some(oldest) = latest.order.pop_front()
        {
            latest.ids.remove(&oldest);
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_new_once_and_forgotten_after_many_others() {
        let heard = Heard::default();
        assert!(heard.is_new(0));
        assert!(!heard.is_new(0));
        assert!((1..=20_000).all(|id| heard.is_new(id)));
        assert!(!heard.is_new(20_000));
        assert!(heard.is_new(0), "forgotten");
    }
}
