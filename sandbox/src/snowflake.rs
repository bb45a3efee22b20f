//! Discord's ids: milliseconds since 2015 in the upper 42 bits, so that later is greater.

/// Milliseconds from 1970 to Discord's first second, 2015-01-01.
const DISCORD_EPOCH_MS: u64 = 1_420_070_400_000;

/// Gives ids, each greater than the one before.
#[derive(Debug, Default)]
pub(crate) struct Snowflakes {
    last: u64,
}

impl Snowflakes {
    /// The next id, for something created at this time.
    pub(crate) fn next(&mut self, now_ms: u64) -> u64 {
        let timed = now_ms.saturating_sub(DISCORD_EPOCH_MS) << 22;
        self.last = timed.max(self.last + 1);
        self.last
    }

    /// The next id of a guild that is to be on shard `shard` of `total`.
    pub(crate) fn next_on_shard(&mut self, now_ms: u64, (shard, total): (u64, u64)) -> u64 {
        let id = self.next(now_ms);
        let steps = (0..total).find(|step| shard_of((id >> 22) + step, total) == shard).unwrap_or_default();
        // The past of that guild is as good as its present; going back keeps later ids greater.
        id + (steps << 22) - ((u64::from(steps > 0) * total) << 22)
    }
}

fn shard_of(milliseconds: u64, total: u64) -> u64 {
    milliseconds % total
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_of_one_millisecond_still_grow() {
        let mut ids = Snowflakes::default();
        let first = ids.next(DISCORD_EPOCH_MS + 5);
        assert!(ids.next(DISCORD_EPOCH_MS + 5) > first);
        assert_eq!(first >> 22, 5);
    }

    #[test]
    fn a_guild_lands_on_the_shard_that_was_asked_for() {
        let mut ids = Snowflakes::default();
        for shard in 0..4 {
            let id = ids.next_on_shard(DISCORD_EPOCH_MS + 1_000_001, (shard, 4));
            assert_eq!((id >> 22) % 4, shard);
        }
    }
}
