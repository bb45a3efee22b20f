//! How many sessions may begin: in a day, and at once.
//!
//! See <https://discord.com/developers/docs/events/gateway#session-start-limit-object>.

use std::collections::{HashMap, VecDeque};
use std::time::Duration;

use crate::limits;

/// The sessions that have begun, as far as they count still.
#[derive(Debug)]
pub(crate) struct Starts {
    total: usize,
    reset_ms: u64,
    /// When each session of the current period began.
    begun: VecDeque<u64>,
    /// When a shard of each bucket identified last.
    last: HashMap<u64, u64>,
}

/// Why no session may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TooMany {
    /// Another shard of the same bucket has identified just now.
    AtOnce,
    /// None is left.
    InAll,
}

impl Starts {
    pub(crate) fn new(total: usize, reset: Duration) -> Self {
        let reset_ms = u64::try_from(reset.as_millis()).unwrap_or(u64::MAX);
        Self { total, reset_ms, begun: VecDeque::new(), last: HashMap::new() }
    }

    /// How many more sessions may begin.
    pub(crate) fn remaining(&mut self, now: u64) -> usize {
        while self.begun.front().is_some_and(|begun| begun + self.reset_ms <= now) {
            self.begun.pop_front();
        }
        self.total.saturating_sub(self.begun.len())
    }

    /// The milliseconds until more may.
    pub(crate) fn reset_after(&self, now: u64) -> u64 {
        self.begun.front().map_or(self.reset_ms, |begun| (begun + self.reset_ms).saturating_sub(now))
    }

    /// A shard identifies, where one of each bucket (its number modulo `max_concurrency`) may in five seconds.
    pub(crate) fn begin(&mut self, now: u64, shard: u64, max_concurrency: u64) -> Result<(), TooMany> {
        if self.remaining(now) == 0 {
            return Err(TooMany::InAll);
        }
        let bucket = shard % max_concurrency.max(1);
        if self.last.get(&bucket).is_some_and(|last| now < last + limits::IDENTIFY_MS) {
            return Err(TooMany::AtOnce);
        }
        self.last.insert(bucket, now);
        self.begun.push_back(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bucket_begins_one_session_in_five_seconds() {
        let mut starts = Starts::new(9, Duration::from_mins(1));
        assert_eq!(starts.begin(0, 0, 2), Ok(()));
        assert_eq!(starts.begin(1, 1, 2), Ok(()));
        assert_eq!(starts.begin(2, 2, 2), Err(TooMany::AtOnce));
        assert_eq!(starts.begin(5_000, 2, 2), Ok(()));
        assert_eq!(starts.remaining(5_000), 6);
    }

    #[test]
    fn none_begins_past_the_limit_until_it_is_reset() {
        let mut starts = Starts::new(1, Duration::from_mins(1));
        assert_eq!(starts.begin(0, 0, 1), Ok(()));
        assert_eq!(starts.begin(10_000, 0, 1), Err(TooMany::InAll));
        assert_eq!((starts.remaining(10_000), starts.reset_after(10_000)), (0, 50_000));
        assert_eq!(starts.begin(60_000, 0, 1), Ok(()));
    }
}
