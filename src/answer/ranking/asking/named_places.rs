//! Which places a phrase names, told once and kept in little room.

use std::sync::atomic::{AtomicU64, Ordering::Relaxed};

/// Which places a phrase names, as [`Names::which_places`](crate::answer::understanding::Names::which_places) tells: up to four, 16 bits each, a place counted from 1 and 0 where
/// there is none; [`UNTOLD`](Self::UNTOLD) until it comes near enough to a question to matter, or where there is no room for
/// them. There are thousands of these, and a list of each would take four times the memory.
pub(super) struct Places(AtomicU64);

impl Places {
    const UNTOLD: u64 = u64::MAX;

    pub(super) const fn new() -> Self {
        Self(AtomicU64::new(Self::UNTOLD))
    }

    /// Are these among those of `others`, or those among these; `tell` tells these.
    pub(super) fn agree_with(&self, others: &[usize], tell: impl FnOnce() -> Vec<usize>) -> bool {
        // Whoever tells them tells the same: it does not matter who comes first.
        match self.0.load(Relaxed) {
            Self::UNTOLD => {
                let places = tell();
                if let Some(packed) = Self::pack(&places) {
                    self.0.store(packed, Relaxed);
                }
                is_part(others, &places)
            }
            packed => {
                let places = [0, 16, 32, 48].map(|at| usize::from(u16::try_from(packed >> at & 0xffff).unwrap_or(0)));
                let count = places.iter().take_while(|place| **place > 0).count();
                is_part(others, &places.map(|place| place.saturating_sub(1))[..count])
            }
        }
    }

    fn pack(places: &[usize]) -> Option<u64> {
        let one = |place: &usize| u16::try_from(*place + 1).ok().filter(|place| *place < u16::MAX).map(u64::from);
        (places.len() <= 4).then_some(())?;
        places.iter().rev().try_fold(0, |packed, place| Some(packed << 16 | one(place)?))
    }
}

/// Is one of two lists part of the other.
fn is_part(a: &[usize], b: &[usize]) -> bool {
    let (few, many) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    few.iter().all(|place| many.contains(place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_told_once_and_kept_where_there_is_room() {
        for (places, others, agree) in [
            (&[][..], &[3][..], true),
            (&[3], &[3, 7], true),
            (&[3, 9], &[3, 7], false),
            (&[0, 1, 2, 3], &[2], true),
            (&[0, 1, 2, 3, 4], &[5], false),
            (&[70_000], &[70_000], true),
        ] {
            let kept = Places::new();
            assert_eq!(kept.agree_with(others, || places.to_vec()), agree, "{places:?} {others:?}");
            let has_room = places.len() <= 4 && places.iter().all(|place| *place < 65_534);
            assert_eq!(kept.0.load(Relaxed) != Places::UNTOLD, has_room, "{places:?}");
            let again = || if has_room { unreachable!("{places:?} are told") } else { places.to_vec() };
            assert_eq!(kept.agree_with(others, again), agree, "{places:?} {others:?}");
        }
    }
}
