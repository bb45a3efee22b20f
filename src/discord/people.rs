//! How much one person may ask: a slow or hostile asker takes nothing from the others.

use std::num::NonZeroU32;
use std::time::Duration;

use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

/// A person who asks too much is told so at most once in this time; commands are always told, to their asker alone.
const TOLD_EVERY: Duration = Duration::from_secs(30);
/// So many times as much as a person may ask, they may do what goes with it: [`Act::Step`].
const STEPS: NonZeroU32 = NonZeroU32::new(10).unwrap();
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

/// What a person does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// Asks, or looks something up.
    Question,
    /// What comes with that by itself and many times: a click, a letter that is completed, a look at the help.
    Step,
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
    steps: DefaultKeyedRateLimiter<u64>,
    notices: DefaultKeyedRateLimiter<u64>,
}

impl People {
    /// `None` where a question costs no time: then there is no limit.
    #[must_use]
    pub fn new(limit: PersonLimit) -> Option<Self> {
        let questions = Quota::with_period(limit.then_one_in)?.allow_burst(limit.at_once);
        let steps = Quota::with_period(limit.then_one_in / STEPS.get())?;
        let steps = steps.allow_burst(limit.at_once.saturating_mul(STEPS));
        let [questions, steps, notices] = [questions, steps, Quota::with_period(TOLD_EVERY)?].map(RateLimiter::keyed);
        Some(Self { questions, steps, notices })
    }

    /// Is the next question of `person` let in.
    #[must_use]
    pub fn admit(&self, person: u64) -> Admission {
        if self.lets_in(person, Act::Question) {
            Admission::Admitted
        } else if is_within(&self.notices, person) {
            Admission::Tell
        } else {
            Admission::Told
        }
    }

    /// Is what `person` does next let in; when they were told last does not change.
    #[must_use]
    pub fn lets_in(&self, person: u64, act: Act) -> bool {
        let people = match act {
            Act::Question => &self.questions,
            Act::Step => &self.steps,
        };
        is_within(people, person)
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
    fn what_goes_with_questions_has_ten_times_their_room_and_takes_none_of_it() {
        let people =
            People::new(PersonLimit { then_one_in: Duration::from_hours(1), ..PersonLimit::default() }).unwrap();
        assert_eq!((0..60).filter(|_| people.lets_in(1, Act::Step)).count(), 50);
        assert_eq!((0..9).filter(|_| people.lets_in(1, Act::Question)).count(), 5);
    }

    #[test]
    fn without_a_pause_there_is_no_limit() {
        assert!(People::new(PersonLimit { then_one_in: Duration::ZERO, ..PersonLimit::default() }).is_none());
    }
}
