//! Lists of numbers as the index keeps them: built in memory or mapped from a file, and read alike.

use std::hint::black_box;
use std::io;
use std::ops::{Deref, Range};

use tantivy::directory::OwnedBytes;
use zerocopy::FromBytes as _;

use super::files::{Opener, Saver};

/// Numbers in a row.
pub(super) enum Numbers {
    /// Built in memory.
    Built(Vec<u32>),
    /// A file's bytes: a whole number of numbers, as [`Numbers::open`] has checked.
    Mapped(OwnedBytes),
}

impl Default for Numbers {
    fn default() -> Self {
        Self::Built(Vec::new())
    }
}

impl Deref for Numbers {
    type Target = [u32];

    fn deref(&self) -> &[u32] {
        match self {
            Self::Built(numbers) => numbers,
            Self::Mapped(bytes) => <[u32]>::ref_from_bytes(bytes).unwrap_or_default(),
        }
    }
}

impl Numbers {
    pub(super) fn save(&self, saver: &Saver<'_>, name: &str) -> io::Result<()> {
        saver.numbers(name, self)
    }

    pub(super) fn open(opener: &Opener, name: &str) -> io::Result<Self> {
        let bytes = opener.bytes(name)?;
        // No bytes lie anywhere, and need not lie where numbers may.
        if bytes.is_empty() {
            return Ok(Self::default());
        }
        <[u32]>::ref_from_bytes(&bytes).map_err(|_| io::Error::other(format!("{name} holds no whole numbers")))?;
        Ok(Self::Mapped(bytes))
    }
}

impl From<Vec<u32>> for Numbers {
    fn from(numbers: Vec<u32>) -> Self {
        Self::Built(numbers)
    }
}

/// Rows of numbers, of any length each.
#[derive(Default)]
pub(crate) struct Rows {
    /// Where each row ends among the values.
    ends: Numbers,
    values: Numbers,
}

impl Rows {
    pub(super) fn save(&self, saver: &Saver<'_>, name: &str) -> io::Result<()> {
        self.ends.save(saver, &format!("{name}.ends"))?;
        self.values.save(saver, name)
    }

    pub(super) fn open(opener: &Opener, name: &str) -> io::Result<Self> {
        let ends = Numbers::open(opener, &format!("{name}.ends"))?;
        Ok(Self { ends, values: Numbers::open(opener, name)? })
    }

    /// Where a row stands among the values.
    pub(super) fn range(&self, row: usize) -> Range<usize> {
        let ends = &*self.ends;
        let start = row.checked_sub(1).map_or(0, |before| ends[before]);
        start as usize..ends[row] as usize
    }

    /// The numbers of some rows, one behind the other.
    pub(super) fn rows(&self, rows: Range<usize>) -> &[u32] {
        if rows.is_empty() {
            return &[];
        }
        &self.values[self.range(rows.start).start..self.range(rows.end - 1).end]
    }

    /// Where some rows stand, in any order.
    pub(super) fn ranges(&self, rows: &[u32]) -> Vec<Range<usize>> {
        rows.iter().map(|row| self.range(*row as usize)).collect()
    }

    /// Reads a number of each stretch of memory in which these ranges lie; see [`read_ahead`].
    pub(super) fn read_ahead(&self, ranges: &[Range<usize>]) {
        read_ahead(&self.values, ranges);
    }

    /// The numbers of a row.
    pub(crate) fn row(&self, row: usize) -> &[u32] {
        &self.values[self.range(row)]
    }
}

/// Reads a number of each cache line in which these ranges of `numbers` lie. None of the reads waits for another one, so the
/// memory is asked for all of them at once; read one by one as they are needed, each is waited for.
pub(super) fn read_ahead(numbers: &[u32], ranges: &[Range<usize>]) {
    let lines = ranges.iter().flat_map(|range| range.clone().step_by(OF_A_LINE));
    black_box(lines.fold(0_u32, |sum, place| sum.wrapping_add(numbers[place])));
}

/// How many numbers a cache line holds.
const OF_A_LINE: usize = 16;

/// Rows as they are built, one after the other.
#[derive(Default)]
pub(crate) struct RowsBuilder {
    ends: Vec<u32>,
    values: Vec<u32>,
}

impl RowsBuilder {
    /// With room for so many rows, and at most so many numbers in all of them.
    pub(crate) fn with_capacity(rows: usize, numbers: usize) -> Self {
        Self { ends: Vec::with_capacity(rows), values: Vec::with_capacity(numbers) }
    }

    /// Adds a row.
    ///
    /// # Panics
    /// With 2^32 numbers or more in all.
    pub(crate) fn push(&mut self, row: impl IntoIterator<Item = u32>) {
        self.values.extend(row);
        self.ends.push(u32::try_from(self.values.len()).expect("fewer than 2^32 numbers"));
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> u32 {
        u32::try_from(self.ends.len()).expect("fewer than 2^32 rows")
    }

    pub(crate) fn finish(mut self) -> Rows {
        // They will not grow.
        self.ends.shrink_to_fit();
        self.values.shrink_to_fit();
        Rows { ends: self.ends.into(), values: self.values.into() }
    }
}

/// Where things stand that are looked up by their hash: open addressing in a table half of which is empty (D. Knuth,
/// The Art of Computer Programming 3, 6.4).
#[derive(Default)]
pub(super) struct Slots(Numbers);

impl Slots {
    /// The table of things of these hashes, which are called by their place.
    ///
    /// # Panics
    /// With 2^31 things or more.
    pub(super) fn new(hashes: impl ExactSizeIterator<Item = u64>) -> Self {
        let size = (2 * hashes.len()).next_power_of_two().max(2);
        let mut slots = vec![0; size];
        for (place, hash) in hashes.enumerate() {
            let mut slot = first_slot(hash, size);
            while slots[slot] != 0 {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = u32::try_from(place + 1).expect("fewer than 2^31 things");
        }
        Self(slots.into())
    }

    pub(super) fn save(&self, saver: &Saver<'_>, name: &str) -> io::Result<()> {
        self.0.save(saver, name)
    }

    pub(super) fn open(opener: &Opener, name: &str) -> io::Result<Self> {
        Ok(Self(Numbers::open(opener, name)?))
    }

    /// The thing of that hash which `is_it`, if there is one.
    pub(super) fn find(&self, hash: u64, is_it: impl Fn(u32) -> bool) -> Option<u32> {
        let slots = &*self.0;
        // An empty table, as of no file, holds nothing.
        let mut slot = first_slot(hash, slots.len().max(1));
        while let Some(place) = slots.get(slot)?.checked_sub(1) {
            if is_it(place) {
                return Some(place);
            }
            slot = (slot + 1) & (slots.len() - 1);
        }
        None
    }
}

const fn first_slot(hash: u64, size: usize) -> usize {
    (hash >> 32) as usize & (size - 1)
}

/// The hash of a text (Fowler, Noll and Vo, FNV-1a), its bits mixed. The same in every version: files hold what follows
/// from it.
pub(super) fn hash_text(text: &str) -> u64 {
    let hash = text
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    hash_number(hash)
}

/// The hash of a number (D. Knuth, multiplicative hashing): its upper half is good.
pub(crate) const fn hash_number(number: u64) -> u64 {
    (number ^ (number >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_as_they_were_pushed() {
        let mut rows = RowsBuilder::default();
        for row in [&[1, 2][..], &[], &[3]] {
            rows.push(row.iter().copied());
        }
        let rows = rows.finish();
        assert_eq!(rows.rows(0..2), [1, 2]);
        assert_eq!((0..3).map(|row| rows.row(row)).collect::<Vec<_>>(), [&[1, 2][..], &[], &[3]]);
    }

    #[test]
    fn what_is_in_a_table_is_found_and_nothing_else() {
        let words = ["ambon", "hamamatsu", "", "音楽"];
        let slots = Slots::new(words.iter().map(|word| hash_text(word)));
        let find = |word: &str| slots.find(hash_text(word), |place| words[place as usize] == word);
        for (place, word) in (0..).zip(words) {
            assert_eq!(find(word), Some(place), "{word}");
        }
        assert_eq!(find("vlissingen"), None);
        assert_eq!(Slots::new([].into_iter()).find(7, |_| true), None);
        assert_eq!(Slots::default().find(7, |_| true), None);
    }
}
