//! Phrases cut into grams: from each phrase's grams to each gram's phrases.

use super::grams::{Gram, grams, halves};
use crate::language::Language;

/// A long gram that stands in no more phrases than these is left out.
const ALONE: usize = 1;

/// A phrase, and how often a gram stands in it, in one number: the phrase's place in the upper 29 bits, the count in the lower
/// 3.
#[derive(Clone, Copy)]
pub(super) struct Counted(pub(super) u32);

impl Counted {
    /// More often than seven times counts as seven times.
    ///
    /// # Panics
    /// With the place 2^29 or a later one.
    fn new(place: usize, count: usize) -> Self {
        let place = u32::try_from(place).ok().filter(|place| *place < 1 << 29).expect("fewer than 2^29");
        Self(place << 3 | u32::from(most(count)))
    }

    pub(super) const fn place(self) -> usize {
        (self.0 >> 3) as usize
    }

    const fn count(self) -> usize {
        (self.0 & 7) as usize
    }

    /// The phrase's place, where the gram stands in it once.
    pub(super) const fn once(self) -> Option<u32> {
        if self.count() == 1 { Some(self.0 >> 3) } else { None }
    }

    /// How much the count weighs.
    pub(super) const fn tf(self) -> f32 {
        TF[self.count()]
    }
}

/// How much it weighs that a gram stands so often in a text: 1 + ln of it.
pub(super) const TF: [f32; 8] = [0.0, 1.0, 1.693_147, 2.098_612, 2.386_294, 2.609_438, 2.791_759, 2.945_91];

pub(super) fn most(count: usize) -> u8 {
    u8::try_from(count.min(TF.len() - 1)).unwrap_or_default()
}

/// A gram that stands in a phrase: the gram in the upper half, the phrase in the lower, [`Counted`]. One number each is soon
/// sorted and takes little room.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Standing(u64);

impl Standing {
    fn new(gram: Gram, counted: Counted) -> Self {
        Self(u64::from(gram.number()) << 32 | u64::from(counted.0))
    }

    const fn gram(self) -> Gram {
        Gram::from_number(halves(self.0).0)
    }

    const fn counted(self) -> Counted {
        Counted(halves(self.0).1)
    }
}

/// Phrases as they are cut into grams.
pub(super) struct Cut {
    language: Language,
    /// The grams of one phrase after the other, one that stands in it twice being there twice.
    standing: Vec<Standing>,
    /// How many phrases there are.
    count: usize,
}

/// The same by gram.
pub(super) struct Inverted(Vec<Standing>);

/// A gram, and in which phrases it stands.
#[derive(Clone, Copy)]
pub(super) struct Row<'c>(&'c [Standing]);

impl Cut {
    /// Of phrases that are about so many bytes long together.
    pub(super) fn new(language: Language, bytes: usize) -> Self {
        // Each letter begins a short gram, each word two long ones.
        Self { language, standing: Vec::with_capacity(bytes + bytes / 2), count: 0 }
    }

    /// How many phrases there are.
    pub(super) const fn count(&self) -> usize {
        self.count
    }

    /// Cuts the phrases of a group; how many there are, if there are any.
    pub(super) fn group<'p>(&mut self, phrases: impl Iterator<Item = &'p str>) -> Option<usize> {
        let before = self.count;
        for phrase in phrases {
            let once = Counted::new(self.count, 1);
            self.standing.extend(grams(self.language, phrase).into_iter().map(|gram| Standing::new(gram, once)));
            self.count += 1;
        }
        (self.count > before).then_some(self.count - before)
    }

    pub(super) fn invert(mut self) -> Inverted {
        self.standing.sort_unstable();
        // Those of a gram and a phrase become one.
        self.standing.dedup_by(|next, kept| {
            let (phrase, before) = (next.counted().place(), kept.counted());
            let is_same = next.gram() == kept.gram() && phrase == before.place();
            if is_same {
                *kept = Standing::new(kept.gram(), Counted::new(phrase, before.count() + 1));
            }
            is_same
        });
        Inverted(self.standing)
    }
}

impl Inverted {
    /// The grams, in order. Long ones that stand in one phrase alone are left out: most do, and they tell little.
    pub(super) fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let rows = self.0.chunk_by(|a, b| a.gram() == b.gram()).map(Row);
        rows.filter(|row| !row.gram().is_long() || row.len() > ALONE)
    }

    /// In how many phrases the grams stand together, at most.
    pub(super) const fn standing(&self) -> usize {
        self.0.len()
    }
}

impl<'c> Row<'c> {
    pub(super) const fn gram(self) -> Gram {
        self.0[0].gram()
    }

    /// In how many phrases it stands.
    pub(super) const fn len(self) -> usize {
        self.0.len()
    }

    /// In which, in order, and how often.
    pub(super) fn standing(self) -> impl Iterator<Item = Counted> + 'c {
        self.0.iter().map(|standing| standing.counted())
    }
}
