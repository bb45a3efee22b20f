//! The sandbox's time: the machine's, plus what a test has advanced it by.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use time::OffsetDateTime;

/// What time it is in the sandbox. A test advances it instead of sleeping until something expires.
///
/// A clone shows the same time.
#[derive(Clone, Debug, Default)]
pub struct Clock {
    ahead_ms: Arc<AtomicU64>,
}

impl Clock {
    /// Moves the sandbox's time forward. Interactions, their tokens, nonces and sessions expire by this clock;
    /// heartbeats and the client's own timers do not notice.
    pub fn advance(&self, by: Duration) {
        let by = u64::try_from(by.as_millis()).unwrap_or(u64::MAX);
        self.ahead_ms.fetch_add(by, Ordering::SeqCst);
    }

    /// Milliseconds since 1970.
    #[must_use]
    pub fn now_ms(&self) -> u64 {
        let real = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
        u64::try_from(real.as_millis()).unwrap_or(u64::MAX) + self.ahead_ms.load(Ordering::SeqCst)
    }
}

/// A time as Discord writes it: `2024-11-20T08:30:00.123000+00:00`.
pub(crate) fn timestamp(ms: u64) -> String {
    let at = OffsetDateTime::UNIX_EPOCH + Duration::from_millis(ms);
    format!(
        "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:06}+00:00",
        at.year(),
        u8::from(at.month()),
        at.day(),
        at.hour(),
        at.minute(),
        at.second(),
        at.microsecond()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn time_is_written_as_discord_writes_it() {
        assert_eq!(timestamp(1_732_091_400_123), "2024-11-20T08:30:00.123000+00:00");
    }

    #[test]
    fn advancing_moves_every_clone() {
        let clock = Clock::default();
        let before = clock.clone().now_ms();
        clock.clone().advance(Duration::from_mins(15));
        assert!(clock.now_ms() >= before + 900_000);
    }
}
