//! What was heard already: Discord may tell an event twice, at once or when a session is resumed.

use std::collections::{HashSet, VecDeque};
use std::sync::{Mutex, PoisonError};

/// How many events are remembered: at five a second, an hour of them.
const MOST: usize = 20_000;
/// For how long, by the clock of Discord's ids: a session is resumed within minutes.
const HOUR: u64 = 60 * 60 * 1000;

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
        while let Some(&oldest) = latest.order.front()
            && (latest.order.len() > MOST || milliseconds(id).saturating_sub(milliseconds(oldest)) > HOUR)
        {
            latest.order.pop_front();
            latest.ids.remove(&oldest);
        }
        true
    }
}

/// When the event of this id came about, see <https://discord.com/developers/docs/reference#snowflakes>.
const fn milliseconds(id: u64) -> u64 {
    id >> 22
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

    #[test]
    fn an_event_is_forgotten_with_the_next_one_after_an_hour() {
        let heard = Heard::default();
        let id = |minutes: u64| (minutes * 60_000) << 22;
        assert!(heard.is_new(id(1)) && heard.is_new(id(31)) && heard.is_new(id(61)));
        assert!(!heard.is_new(id(1)), "an hour is not over");
        assert!(heard.is_new(id(62)));
        assert_eq!(heard.0.lock().unwrap().order, [id(31), id(61), id(62)]);
        assert!(heard.is_new(id(1)) && !heard.is_new(id(31)));
    }
}
