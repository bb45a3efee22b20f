//! How the bot fares since it was started: how much it answered, how fast, how often the connection was taken up again.
//!
//! `/doctor` and `/metrics` read the same counts. None of them holds what was asked or who did.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;

use crate::answer::{Answer, Outcome};
use crate::gaps::Kind;
use crate::language::Language;

/// How many of the latest answers' times are kept.
const TIMES: usize = 1000;

/// The upper bounds of what finding an answer takes, in seconds.
const ANSWER_SECONDS: [f64; 12] = [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0];
/// The upper bounds of the time until Discord has taken the answer, in seconds: a message is tried for ten minutes.
const REPLY_SECONDS: [f64; 12] = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0, 600.0];

/// Names and values that tell the counts of one kind apart.
pub(crate) type Labels<const N: usize> = [(&'static str, &'static str); N];

/// Counts, and the times of the latest answers.
#[derive(Debug)]
pub struct Health {
    /// Answers by `outcome` and `language`.
    pub(crate) answers: Family<Labels<2>, Counter>,
    /// Seconds that finding an answer took.
    pub(crate) answer_seconds: Histogram,
    /// Seconds from when a question was heard until Discord had taken its answer.
    pub(crate) reply_seconds: Histogram,
    /// How often a connection was taken up again, by `session`: resumed or new.
    pub(crate) reconnects: Family<Labels<1>, Counter>,
    /// Questions that were one too many for a person.
    pub(crate) limited: Counter,
    /// Handlers that panicked.
    pub(crate) panics: Counter,
    /// Events that were left since too many were in hand.
    pub(crate) left: Counter,
    /// Answers that someone called no help.
    pub(crate) not_helpful: Counter,
    /// What went into the gaps list, by `kind`.
    pub(crate) gaps: Family<Labels<1>, Counter>,
    /// What did not, since the list could not be written, or not fast enough.
    pub(crate) gaps_left_out: Counter,
    /// Changed corpora by `result`: loaded or refused.
    pub(crate) reloads: Family<Labels<1>, Counter>,
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

/// How a connection was taken up again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reconnect {
    /// The session went on; what happened meanwhile was told.
    Resumed,
    /// Another session began; what happened meanwhile was not told.
    New,
}

impl Reconnect {
    const ALL: [Self; 2] = [Self::Resumed, Self::New];

    const fn labels(self) -> Labels<1> {
        match self {
            Self::Resumed => [("session", "resumed")],
            Self::New => [("session", "new")],
        }
    }
}

/// What became of a changed corpus.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reloaded {
    Loaded,
    Refused,
}

impl Reloaded {
    const fn labels(self) -> Labels<1> {
        match self {
            Self::Loaded => [("result", "loaded")],
            Self::Refused => [("result", "refused")],
        }
    }
}

fn answer_labels(outcome: &'static str, language: Language) -> Labels<2> {
    [("outcome", outcome), ("language", language.code())]
}

const fn gap_labels(kind: Kind) -> Labels<1> {
    match kind {
        Kind::NotFound => [("kind", "not_found")],
        Kind::NotHelpful => [("kind", "not_helpful")],
    }
}

impl Default for Health {
    /// All counts are there and zero, so that a rate can be told from the first event on.
    fn default() -> Self {
        let health = Self {
            answers: Family::default(),
            answer_seconds: Histogram::new(ANSWER_SECONDS),
            reply_seconds: Histogram::new(REPLY_SECONDS),
            reconnects: Family::default(),
            limited: Counter::default(),
            panics: Counter::default(),
            left: Counter::default(),
            not_helpful: Counter::default(),
            gaps: Family::default(),
            gaps_left_out: Counter::default(),
            reloads: Family::default(),
            times: Mutex::default(),
        };
        for language in Language::ALL {
            for outcome in Outcome::NAMES {
                drop(health.answers.get_or_create(&answer_labels(outcome, language)));
            }
        }
        for reconnect in Reconnect::ALL {
            drop(health.reconnects.get_or_create(&reconnect.labels()));
        }
        for kind in [Kind::NotFound, Kind::NotHelpful] {
            drop(health.gaps.get_or_create(&gap_labels(kind)));
        }
        for reloaded in [Reloaded::Loaded, Reloaded::Refused] {
            drop(health.reloads.get_or_create(&reloaded.labels()));
        }
        health
    }
}

impl Health {
    /// A question was answered, or not, and it took so long to find out.
    pub fn note_answer(&self, answer: &Answer, took: Duration) {
        self.note_outcome(answer.outcome.as_str(), answer.language, took);
    }

    fn note_outcome(&self, outcome: &'static str, language: Language, took: Duration) {
        self.answers.get_or_create(&answer_labels(outcome, language)).inc();
        self.answer_seconds.observe(took.as_secs_f64());
        let mut times = self.times.lock().unwrap_or_else(PoisonError::into_inner);
        if times.len() == TIMES {
            times.pop_front();
        }
        times.push_back(took);
    }

    /// Discord has taken an answer, so long after its question was heard.
    pub(super) fn note_reply(&self, took: Duration) {
        self.reply_seconds.observe(took.as_secs_f64());
    }

    /// The connection to Discord was taken up again.
    pub fn note_reconnect(&self, reconnect: Reconnect) {
        self.reconnects.get_or_create(&reconnect.labels()).inc();
    }

    /// Counts what is to go into the gaps list, once it is told whether it did.
    pub(super) fn gap(&self, kind: Kind) -> impl FnOnce(bool) + Send + use<> {
        let (gaps, left_out) = (self.gaps.clone(), self.gaps_left_out.clone());
        move |written| {
            if written {
                gaps.get_or_create(&gap_labels(kind)).inc();
            } else {
                left_out.inc();
            }
        }
    }

    /// A changed corpus was taken up, or not.
    pub(super) fn note_reload(&self, reloaded: Reloaded) {
        self.reloads.get_or_create(&reloaded.labels()).inc();
    }

    /// How it fares now.
    #[must_use]
    pub fn figures(&self) -> Figures {
        let mut times: Vec<Duration> =
            self.times.lock().unwrap_or_else(PoisonError::into_inner).iter().copied().collect();
        times.sort_unstable();
        let at_most = |percent: usize| times.get((times.len() * percent).div_ceil(100).saturating_sub(1)).copied();
        let answers = |outcome: &'static str| {
            let of = |language| self.answers.get_or_create(&answer_labels(outcome, language)).get();
            Language::ALL.into_iter().map(of).sum::<u64>()
        };
        Figures {
            answered: answers("found") + answers("unsure"),
            unanswered: answers("not_found"),
            median: at_most(50).unwrap_or_default(),
            slow: at_most(95).unwrap_or_default(),
            reconnects: Reconnect::ALL.map(|it| self.reconnects.get_or_create(&it.labels()).get()).iter().sum(),
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
        health.note_outcome("not_found", Language::En, Duration::from_secs(1000));
        for milliseconds in 1..=1000 {
            let outcome = if milliseconds % 2 == 0 { "found" } else { "unsure" };
            health.note_outcome(outcome, Language::Ja, Duration::from_millis(milliseconds));
        }
        health.note_reconnect(Reconnect::Resumed);
        health.note_reconnect(Reconnect::New);
        let (median, slow) = (Duration::from_millis(500), Duration::from_millis(950));
        assert_eq!(health.figures(), Figures { answered: 1000, unanswered: 1, median, slow, reconnects: 2 });
    }

    #[test]
    fn a_gap_counts_as_written_once_it_is() {
        let health = Health::default();
        let counts = || (health.gaps.get_or_create(&gap_labels(Kind::NotFound)).get(), health.gaps_left_out.get());
        let gaps = [health.gap(Kind::NotFound), health.gap(Kind::NotFound)];
        assert_eq!(counts(), (0, 0));
        gaps.into_iter().zip([true, false]).for_each(|(gap, is_written)| gap(is_written));
        assert_eq!(counts(), (1, 1));
    }
}
