//! Which shards a process holds: all of them, or some while other processes hold the rest.
//!
//! A server is on the shard `(server id >> 22) % total`, direct messages are on shard 0, see
//! <https://discord.com/developers/docs/events/gateway#sharding>.

use std::num::NonZeroU32;
use std::ops::RangeInclusive;
use std::str::FromStr;

/// Which shards this process is to hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Shards {
    /// All, as many as Discord advises.
    #[default]
    Automatic,
    /// These.
    These(Held),
}

/// Shards that one process holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Their numbers, from 0; never empty, each less than `total`.
    pub ids: RangeInclusive<u32>,
    /// How many shards there are in all processes together.
    pub total: u32,
}

/// It names no shards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoShards;

impl Held {
    /// All of so many, at least one.
    #[must_use]
    pub fn all(total: u32) -> Self {
        let total = total.max(1);
        Self { ids: 0..=total - 1, total }
    }

    /// How many this process holds.
    #[must_use]
    pub fn count(&self) -> u32 {
        self.ids.end() - self.ids.start() + 1
    }
}

impl Shards {
    /// The shards to hold where Discord advises so many in all.
    #[must_use]
    pub fn held(&self, advised: u32) -> Held {
        match self {
            Self::Automatic => Held::all(advised),
            Self::These(held) => held.clone(),
        }
    }

    /// How many processes of this size hold all shards together.
    #[must_use]
    pub fn processes(&self) -> NonZeroU32 {
        let processes = match self {
            Self::Automatic => 1,
            Self::These(held) => held.total.div_ceil(held.count()),
        };
        NonZeroU32::new(processes).unwrap_or(NonZeroU32::MIN)
    }
}

impl FromStr for Shards {
    type Err = NoShards;

    /// `4` is all of four, `2/8` the third of eight, `0-3/8` the first four of eight.
    fn from_str(text: &str) -> Result<Self, NoShards> {
        // `u16` parses a leading plus, which nobody means.
        let number = |text: &str| text.parse::<u16>().ok().filter(|_| !text.starts_with('+')).map(u32::from);
        let Some((ids, total)) = text.split_once('/') else {
            let total = number(text).filter(|total| *total > 0).ok_or(NoShards)?;
            return Ok(Self::These(Held::all(total)));
        };
        let (first, last) = ids.split_once('-').unwrap_or((ids, ids));
        let (first, last, total) = (number(first), number(last), number(total));
        match (first, last, total) {
            (Some(first), Some(last), Some(total)) if first <= last && last < total => {
                Ok(Self::These(Held { ids: first..=last, total }))
            }
            _ => Err(NoShards),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_count_one_shard_or_a_range_of_them_is_read_and_nothing_else() {
        let check = |text: &str, expect: Result<(RangeInclusive<u32>, u32), NoShards>| {
            let shards = text.parse::<Shards>();
            assert_eq!(shards, expect.map(|(ids, total)| Shards::These(Held { ids, total })), "{text}");
        };
        check("1", Ok((0..=0, 1)));
        check("4", Ok((0..=3, 4)));
        check("0/1", Ok((0..=0, 1)));
        check("2/8", Ok((2..=2, 8)));
        check("0-3/8", Ok((0..=3, 8)));
        check("7-7/8", Ok((7..=7, 8)));
        check("0-65534/65535", Ok((0..=65_534, 65_535)));
        let bad = [
            "0", "-1", "+4", "auto", "", "8/8", "4-8/8", "3-2/8", "0/0", "-3/8", "0-/8", "0-3/", "0-3", "0-3/8/9",
            "0..3/8", "0-3 / 8", "65536",
        ];
        for text in bad {
            check(text, Err(NoShards));
        }
    }

    #[test]
    fn all_shards_are_held_where_nothing_else_is_said() {
        assert_eq!(Shards::Automatic.held(3), Held { ids: 0..=2, total: 3 });
        assert_eq!(Shards::Automatic.held(0).total, 1);
        assert_eq!("4".parse::<Shards>().unwrap().held(9).count(), 4);
    }

    #[test]
    fn processes_are_counted_by_what_each_holds() {
        let processes = |text: &str| text.parse::<Shards>().unwrap().processes().get();
        assert_eq!(Shards::Automatic.processes().get(), 1);
        assert_eq!(["4", "0-3/8", "0-2/8", "2/8"].map(processes), [1, 2, 3, 8]);
    }
}
