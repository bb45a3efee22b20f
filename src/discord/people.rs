//! How much one person may ask: a slow or hostile asker takes nothing from the others.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// A person who asks too much is told so at most once in this time; commands are always told, to their asker alone.
const TOLD_EVERY: Duration = Duration::from_secs(30);
/// From how many people on those who have rested are forgotten.
const FORGET_FROM: usize = 10_000;

/// How many questions a person may ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PersonLimit {
    /// At once.
    pub at_once: NonZeroU32,
    /// After those, one in this time.
    pub then_one_in: Duration,
}

impl Default for PersonLimit {
    fn default() -> Self {
        Self { at_once: NonZeroU32::new(5).unwrap_or(NonZeroU32::MIN), then_one_in: Duration::from_secs(3) }
    }
}

/// Is a person's question let in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// It is.
    Admitted,
    /// The person has asked too much, and is to be told.
    Tell,
    /// The person has asked too much, and has been told.
    Told,
}

/// The people who asked lately. It knows ids and times, in memory alone: of many people, those who may ask as much as
/// ever are forgotten.
pub struct People {
    questions: DefaultKeyedRateLimiter<u64>,
    notices: DefaultKeyedRateLimiter<u64>,
}

impl People {
    /// `None` where a question costs no time: then there is no limit.
    #[must_use]
    pub fn new(limit: PersonLimit) -> Option<Self> {
        let questions = Quota::with_period(limit.then_one_in)?.allow_burst(limit.at_once);
        let notices = Quota::with_period(TOLD_EVERY)?;
        Some(Self { questions: RateLimiter::keyed(questions), notices: RateLimiter::keyed(notices) })
    }

    /// Is the next question of `person` let in.
    #[must_use]
    pub fn admit(&self, person: u64) -> Admission {
        if self.lets_in(person) {
            Admission::Admitted
        } else if is_within(&self.notices, person) {
            Admission::Tell
        } else {
            Admission::Told
        }
    }

    /// The same where nothing is said to those that are not: when they were told last does not change.
    #[must_use]
    pub fn lets_in(&self, person: u64) -> bool {
        is_within(&self.questions, person)
    }
}

/// Takes one of what `person` may, where something is left of it.
fn is_within(people: &DefaultKeyedRateLimiter<u64>, person: u64) -> bool {
    if people.len() >= FORGET_FROM {
        people.retain_recent();
    }
    people.check_key(&person).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_at_once_and_then_one_word_about_it() {
        let people = People::new(PersonLimit::default()).unwrap();
        let asked: Vec<_> = (0..7).map(|_| people.admit(1)).collect();
        assert_eq!(asked[..5], [Admission::Admitted; 5]);
        assert_eq!(asked[5..], [Admission::Tell, Admission::Told]);
        assert_eq!(people.admit(2), Admission::Admitted);
    }

    #[test]
    fn without_a_pause_there_is_no_limit() {
        assert!(People::new(PersonLimit { then_one_in: Duration::ZERO, ..PersonLimit::default() }).is_none());
    }
}
