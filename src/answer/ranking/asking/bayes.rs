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

/// How likely a text belongs to each class.
pub(super) struct Likelihoods {
    /// For each class the logarithm of it, but for what they have in common.
    scores: Vec<f32>,
    best: f32,
    /// What the classes' parts of the best one's are together.
    sum: f32,
}

impl NaiveBayes {
    /// How likely a text of these grams, each with its weight, belongs to each of the classes.
    pub(super) fn likelihoods(&self, grams: &[(usize, f32)]) -> Likelihoods {
        let total: f32 = grams.iter().map(|(_, weight)| weight).sum();
        let mut scores: Vec<f32> =
            self.priors.iter().zip(&self.absent).map(|(prior, absent)| prior + total * absent).collect();
        for (gram, weight) in grams {
            for held in self.held.row(*gram).iter().copied().map(Held) {
                scores[held.class()] += weight * held.more();
            }
        }
        let best = scores.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        let sum = sum_of(scores.iter().map(|score| score - best), f32::exp, 0.0);
        Likelihoods { scores, best, sum }
    }
}

impl Likelihoods {
    /// How likely it belongs to `class`: 0 to 1, all together 1.
    pub(super) fn of(&self, class: usize) -> f32 {
        self.part(self.scores[class] - self.best)
    }

    /// How likely it belongs to any of the classes from `first` on.
    pub(super) fn of_all_from(&self, first: usize) -> f32 {
        let behind_best = self.scores[first..].iter().map(|score| score - self.best);
        sum_of(behind_best, |behind| self.part(behind), self.sum.ln())
    }

    fn part(&self, behind: f32) -> f32 {
        behind.exp() / self.sum
    }
}

/// The sum of `of` each of these logarithms, which is e to it less `divisor`, another logarithm. Of a class that stands so far behind the
/// sum of those before it that this would stay the same, it is not told: most do.
fn sum_of(logarithms: impl Iterator<Item = f32>, of: impl Fn(f32) -> f32, divisor: f32) -> f32 {
    let mut sum = 0.0;
    let mut least = f32::NEG_INFINITY;
    for logarithm in logarithms {
        if logarithm >= least {
            sum += of(logarithm);
            least = at_most_ln(sum) + divisor - TOO_LITTLE;
        }
    }
    sum
}

/// What is less than e to minus this of a number leaves it the same where it is added to that: it is less than half of the number's last
/// bit, with room for what is rounded.
const TOO_LITTLE: f32 = 19.0;

/// A logarithm that is not above that of `number`, and at most ln 2 below it: by the exponent in its bits.
#[expect(clippy::cast_precision_loss, reason = "an exponent has 8 bits")]
fn at_most_ln(number: f32) -> f32 {
    const BIAS: i32 = 127;
    let exponent = (number.to_bits() >> (f32::MANTISSA_DIGITS - 1)).cast_signed();
    if number >= f32::MIN_POSITIVE { (exponent - BIAS) as f32 * std::f32::consts::LN_2 } else { f32::NEG_INFINITY }
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
            let both = bayes.likelihoods(grams);
            assert!((both.of(0) + both.of(1) - 1.0).abs() < 1e-5, "{} {}", both.of(0), both.of(1));
            assert!((both.of_all_from(0) - 1.0).abs() < 1e-5 && both.of_all_from(1).to_bits() == both.of(1).to_bits());
            both.of(0)
        };
        assert!((probabilities(&[]) - 1.0 / 3.0).abs() < 1e-5);
        assert!(probabilities(&[(0, 1.0)]) > 0.9 && probabilities(&[(2, 1.0)]) < 0.1);
        assert!(probabilities(&[(0, 0.2)]) < probabilities(&[(0, 1.0)]), "the heavier, the surer");
        // By hand: 1/3 * (1.02 / 2.06) against 2/3 * (2.02 / 4.06).
        let (first, second) = (1.02 / 2.06 / 3.0, 2.02 / 4.06 * 2.0 / 3.0);
        assert!((probabilities(&[(1, 1.0)]) - first / (first + second)).abs() < 1e-2);
    }

    #[test]
    fn what_is_left_out_of_a_sum_leaves_it_the_same() {
        let mut random = fastrand::Rng::with_seed(7);
        for spread in [1.0, 10.0, 40.0, 90.0, 200.0] {
            let mut logarithms: Vec<f32> = (0..500).map(|_| -spread * random.f32()).collect();
            for divisor in [0.0, 0.7, 3.0] {
                let of = |logarithm: f32| logarithm.exp() / f32::exp(divisor);
                let expect: f32 = logarithms.iter().map(|logarithm| of(*logarithm)).sum();
                let sum = sum_of(logarithms.iter().copied(), of, divisor);
                assert_eq!(sum.to_bits(), expect.to_bits(), "{spread} {divisor}");
            }
            logarithms.sort_by(f32::total_cmp);
            let expect = logarithms.iter().fold(0.0, |sum, logarithm| sum + logarithm.exp());
            assert_eq!(sum_of(logarithms.into_iter(), f32::exp, 0.0).to_bits(), expect.to_bits(), "{spread}");
        }
    }
}
