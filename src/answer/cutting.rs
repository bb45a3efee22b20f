//! Phrases cut into grams: from each phrase's grams to each gram's phrases.

use std::collections::HashMap;

use rustc_hash::FxBuildHasher;

use super::grams::{Gram, counted_grams};
use crate::index::Rows;
use crate::language::Language;

/// A long gram that stands in no more phrases than these is left out.
const ALONE: u32 = 1;

/// The place of a gram among all that are known.
type GramId = u32;

/// A phrase or a gram, and how often one stands in the other, in one number: its place in the upper 29 bits, the count in the
/// lower 3.
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

/// Phrases as they are cut into grams.
pub(super) struct Cut {
    language: Language,
    ids: HashMap<Gram, GramId, FxBuildHasher>,
    /// The grams of each phrase, one phrase's behind those of the one before: the gram, and how often it stands there.
    grams: Vec<Counted>,
    /// For each phrase, where its grams end.
    ends: Vec<u32>,
}

/// The same by gram.
pub(super) struct Inverted {
    /// In order.
    pub(super) grams: Vec<Gram>,
    /// For each, in which phrases it stands, in order, and how often: [`Counted`].
    pub(super) standing: Rows,
}

impl Cut {
    pub(super) fn new(language: Language) -> Self {
        Self { language, ids: HashMap::default(), grams: Vec::new(), ends: Vec::new() }
    }

    /// How many phrases there are.
    pub(super) const fn count(&self) -> usize {
        self.ends.len()
    }

    /// Cuts the phrases of a group; how many there are, if there are any.
    pub(super) fn group<'p>(&mut self, phrases: impl Iterator<Item = &'p str>) -> Option<usize> {
        let before = self.ends.len();
        for phrase in phrases {
            for (gram, count) in counted_grams(self.language, phrase) {
                let next = self.ids.len();
                let id = *self.ids.entry(gram).or_insert_with(|| GramId::try_from(next).unwrap_or(GramId::MAX));
                self.grams.push(Counted::new(id as usize, count));
            }
            self.ends.push(u32::try_from(self.grams.len()).expect("fewer than 2^32 grams in all"));
        }
        (self.ends.len() > before).then_some(self.ends.len() - before)
    }

    /// Long grams that stand in one phrase alone are left out: most do, and they tell little.
    pub(super) fn invert(mut self) -> Inverted {
        let mut counts = vec![0_u32; self.ids.len()];
        for gram in &self.grams {
            counts[gram.place()] += 1;
        }
        let is_told = |(gram, id): &(Gram, GramId)| !gram.is_long() || counts[*id as usize] > ALONE;
        let mut told: Vec<(Gram, GramId)> = std::mem::take(&mut self.ids).into_iter().filter(is_told).collect();
        told.sort_unstable();
        // What a gram is called from now on, and where its entries go; one that is left out has no name.
        let mut names = vec![GramId::MAX; counts.len()];
        let mut ends = Vec::with_capacity(told.len());
        let mut end = 0;
        for (name, (_, id)) in (0..).zip(&told) {
            names[*id as usize] = name;
            ends.push(end);
            end += counts[*id as usize];
        }
        let mut standing = vec![0; end as usize];
        let mut start = 0;
        for (phrase, end) in self.ends.into_iter().enumerate() {
            for gram in &self.grams[start as usize..end as usize] {
                // Each start moves on to its end.
                if let Some(end) = ends.get_mut(names[gram.place()] as usize) {
                    standing[*end as usize] = Counted::new(phrase, gram.count()).0;
                    *end += 1;
                }
            }
            start = end;
        }
        Inverted { grams: told.into_iter().map(|(gram, _)| gram).collect(), standing: Rows::new(ends, standing) }
    }
}
