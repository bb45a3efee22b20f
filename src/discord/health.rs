//! How the bot fares since it was started: how much it answered, how fast, how often the connection was taken up again.

use std::collections::VecDeque;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

/// How many of the latest answers' times are kept.
const TIMES: usize = 1000;

/// Counts, and the times of the latest answers; nothing of what was asked or who did.
#[derive(Debug, Default)]
pub struct Health {
    answered: AtomicU64,
    unanswered: AtomicU64,
    reconnects: AtomicU64,
    times: Mutex<VecDeque<Duration>>,
}

/// How the bot fares.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Figures {
    /// Questions that something was shown for: an answer, or perhaps one.
    pub answered: u64,
    /// Questions that nothing was found for.
    pub unanswered: u64,
    /// Half of the latest answers took at most so long; zero before the first.
    pub median: Duration,
    /// 95 of 100 took at most so long.
    pub slow: Duration,
    /// How often the connection to Discord was taken up again.
    pub reconnects: u64,
}

impl Health {
    /// A question was answered, or not, and it took so long to find out.
    pub fn note_answer(&self, answered: bool, took: Duration) {
        let count = if answered { &self.answered } else { &self.unanswered };
        count.fetch_add(1, Ordering::Relaxed);
        let mut times = self.times.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        if times.len() == TIMES {
            times.pop_front();
        }
        times.push_back(took);
    }

    /// The connection to Discord was taken up again.
    pub fn note_reconnect(&self) {
        self.reconnects.fetch_add(1, Ordering::Relaxed);
    }

    /// How it fares now.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let mut times: Vec<Duration> =
            self.times.lock().unwrap_or_else(std::sync::PoisonError::into_inner).iter().copied().collect();
        times.sort_unstable();
        let at_most = |percent: usize| times.get((times.len() * percent).div_ceil(100).saturating_sub(1)).copied();
        Figures {
            answered: self.answered.load(Ordering::Relaxed),
            unanswered: self.unanswered.load(Ordering::Relaxed),
            median: at_most(50).unwrap_or_default(),
            slow: at_most(95).unwrap_or_default(),
            reconnects: self.reconnects.load(Ordering::Relaxed),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_and_nearly_all_are_told_of_the_latest_times() {
        let health = Health::default();
        let zero = Figures { answered: 0, unanswered: 0, median: Duration::ZERO, slow: Duration::ZERO, reconnects: 0 };
        assert_eq!(health.figures(), zero);
        health.note_answer(false, Duration::from_secs(1000));
        for milliseconds in 1..=1000 {
            health.note_answer(true, Duration::from_millis(milliseconds));
        }
        health.note_reconnect();
        let (median, slow) = (Duration::from_millis(500), Duration::from_millis(950));
        assert_eq!(health.figures(), Figures { answered: 1000, unanswered: 1, median, slow, reconnects: 1 });
    }
}
