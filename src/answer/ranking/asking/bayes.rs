//! To which of some classes a text belongs: multinomial naive Bayes (C. Manning, P. Raghavan and H. Schütze, Introduction to
//! Information Retrieval, 2008, 13.2), over weighted grams.

use crate::index::{Rows, RowsBuilder};

/// How heavily a gram stands in a class that has never shown it.
const SMOOTHING: f32 = 0.02;

/// How many classes there may be.
pub(super) const MOST_CLASSES: usize = 1 << 20;

/// A class that holds a gram, and how much more than otherwise a gram of weight 1 adds there: the class in the upper 20 bits,
/// in the lower 12 how many 256ths are added. It is a logarithm, far below 16.
#[derive(Clone, Copy)]
struct Held(u32);

impl Held {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is cut to 12 bits")]
    fn new(class: u32, more: f32) -> Self {
        Self(class << 12 | ((more * PARTS).round() as u32).min(0xfff))
    }

    const fn class(self) -> usize {
        (self.0 >> 12) as usize
    }

    #[expect(clippy::cast_precision_loss, reason = "12 bits fit")]
    fn more(self) -> f32 {
        (self.0 & 0xfff) as f32 / PARTS
    }
}

/// In how many parts 1 is told.
const PARTS: f32 = 256.0;

/// What is known of some classes, each called by its place.
pub(super) struct NaiveBayes {
    /// For each class: the logarithm of its share of the texts.
    priors: Vec<f32>,
    /// For each class: what a gram of weight 1 adds that the class does not hold.
    absent: Vec<f32>,
    /// For each gram, the classes that hold it: [`Held`].
    held: Rows,
}

/// The same as it is gathered, gram by gram.
pub(super) struct Training {
    totals: Vec<f32>,
    held: RowsBuilder,
    /// The classes of the gram in hand, and how heavily it stands in each.
    sums: Vec<(u32, f32)>,
}

impl Training {
    /// Of so many classes, at most [`MOST_CLASSES`], with room for so many grams, and at most so many classes of all of them.
    pub(super) fn new(classes: usize, grams: usize, held: usize) -> Self {
        Self { totals: vec![0.0; classes], held: RowsBuilder::with_capacity(grams, held), sums: Vec::new() }
    }

    /// Adds a gram: in which texts it stands, each by its class and the gram's weight in it, those of one class together.
    pub(super) fn push(&mut self, texts: impl Iterator<Item = (u32, f32)>) {
        for (class, weight) in texts {
            self.totals[class as usize] += weight;
            match self.sums.last_mut() {
                Some((last, sum)) if *last == class => *sum += weight,
                _ => self.sums.push((class, weight)),
            }
        }
        let held = |(class, sum): (u32, f32)| Held::new(class, (1.0 + sum / SMOOTHING).ln()).0;
        self.held.push(self.sums.drain(..).map(held));
    }

    /// `texts` is how many there are of each class.
    #[expect(clippy::cast_precision_loss, reason = "a logarithm of counts needs no more than 24 bits")]
    pub(super) fn finish(self, texts: &[usize]) -> NaiveBayes {
        let all: usize = texts.iter().sum();
        let grams = self.held.len() as f32;
        NaiveBayes {
            priors: texts.iter().map(|texts| (*texts as f32 / all as f32).ln()).collect(),
            absent: self.totals.iter().map(|total| (SMOOTHING / (total + SMOOTHING * grams)).ln()).collect(),
            held: self.held.finish(),
        }
    }
}

impl NaiveBayes {
    /// How likely a text of these grams, each with its weight, belongs to each of the classes: 0 to 1, together 1.
    pub(super) fn probabilities(&self, grams: &[(usize, f32)]) -> Vec<f32> {
        let total: f32 = grams.iter().map(|(_, weight)| weight).sum();
        let mut scores: Vec<f32> =
            self.priors.iter().zip(&self.absent).map(|(prior, absent)| prior + total * absent).collect();
        for (gram, weight) in grams {
            for held in self.held.row(*gram).iter().copied().map(Held) {
                scores[held.class()] += weight * held.more();
            }
        }
        let best = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        for score in &mut scores {
            *score = (*score - best).exp();
        }
        let sum: f32 = scores.iter().sum();
        for score in &mut scores {
            *score /= sum;
        }
        scores
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two classes: of one text with the grams 0 and 1, and of two with 1 and 2.
    fn two() -> NaiveBayes {
        let mut training = Training::new(2, 3, 4);
        training.push([(0, 1.0)].into_iter());
        training.push([(0, 1.0), (1, 1.0), (1, 1.0)].into_iter());
        training.push([(1, 1.0), (1, 1.0)].into_iter());
        training.finish(&[1, 2])
    }

    #[test]
    fn a_text_belongs_where_its_grams_stand_and_without_any_to_the_larger_class() {
        let bayes = two();
        let probabilities = |grams: &[(usize, f32)]| {
            let both = bayes.probabilities(grams);
            assert!((both.iter().sum::<f32>() - 1.0).abs() < 1e-5, "{both:?}");
            both[0]
        };
        assert!((probabilities(&[]) - 1.0 / 3.0).abs() < 1e-5);
        assert!(probabilities(&[(0, 1.0)]) > 0.9 && probabilities(&[(2, 1.0)]) < 0.1);
        assert!(probabilities(&[(0, 0.2)]) < probabilities(&[(0, 1.0)]), "the heavier, the surer");
        // By hand: 1/3 * (1.02 / 2.06) against 2/3 * (2.02 / 4.06).
        let (first, second) = (1.02 / 2.06 / 3.0, 2.02 / 4.06 * 2.0 / 3.0);
        assert!((probabilities(&[(1, 1.0)]) - first / (first + second)).abs() < 1e-2);
    }
}
