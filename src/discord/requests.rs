//! The way of every request to Discord: no more at once than Discord takes, tried again where that can help, and stopped
//! long before Discord would shut the bot out.

use std::num::NonZeroU32;
use std::sync::{Mutex, OnceLock, PoisonError};
use std::time::Duration;

use backon::Retryable as _;
use governor::{DefaultDirectRateLimiter, Quota, RateLimiter};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use serenity::all::Error;
use tokio::time::Instant;

use super::health::Labels;
use super::sending::{Patience, RestResult, SendError, seconds};

/// Discord takes 50 requests a second of a bot, answers to interactions not counted, see
/// <https://discord.com/developers/docs/topics/rate-limits#global-rate-limit>.
const A_SECOND: NonZeroU32 = NonZeroU32::new(50).unwrap();
/// One in so many of these may come at once.
const AT_ONCE: u32 = 10;
/// Discord shuts an address out at 10,000 invalid requests in ten minutes (401, 403, 429). At most this many go wrong at
/// once here, and as many again in ten minutes.
const INVALID: NonZeroU32 = NonZeroU32::new(1_000).unwrap();
/// The same for all processes together, which may have one address: with as many again, short of Discord's limit.
const INVALID_IN_ALL: u32 = 4_500;
/// The time in which all invalid requests are forgiven.
const FORGIVEN: Duration = Duration::from_mins(10);
/// How long nothing is sent after too many.
const STOP: Duration = Duration::from_mins(1);
/// How long Discord is sure to know a nonce again ("the past few minutes"): until then a message that may have been sent can be
/// sent again without harm.
const NONCE_LIFE: Duration = Duration::from_mins(2);

/// How requests have gone since the start.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sent {
    /// Went well.
    pub well: u64,
    /// Failed, and may go well a moment later.
    pub passing: u64,
    /// Refused for good.
    pub refused: u64,
    /// Of those that failed: invalid by Discord's count.
    pub invalid: u64,
}

/// Sends one bot's requests.
pub struct Requests {
    rate: DefaultDirectRateLimiter,
    invalid: DefaultDirectRateLimiter,
    stopped_until: Mutex<Option<Instant>>,
    /// Requests by `result`.
    pub(crate) results: Family<Labels<1>, Counter>,
    /// Of those that failed: invalid by Discord's count.
    pub(crate) invalids: Counter,
}

fn labels(result: RestResult) -> Labels<1> {
    [("result", result.as_str())]
}

impl Default for Requests {
    /// As the only process, straight to Discord.
    fn default() -> Self {
        Self::shared_by(NonZeroU32::MIN, false)
    }
}

/// No more than `most` in whichever second: what comes at once and what comes back in a second after that are it together.
fn within_any_second(most: NonZeroU32) -> Quota {
    let at_once = NonZeroU32::new(most.get() / AT_ONCE).unwrap_or(NonZeroU32::MIN);
    let after_that = NonZeroU32::new(most.get() - at_once.get()).unwrap_or(NonZeroU32::MIN);
    Quota::per_second(after_that).allow_burst(at_once)
}

impl Requests {
    /// As one of so many processes, each of which takes an equal part of what Discord allows. Where requests go through a
    /// proxy that they share, it keeps the limit of all, and each may take what the others leave.
    #[must_use]
    pub fn shared_by(processes: NonZeroU32, by_proxy: bool) -> Self {
        let part = |of: u32| NonZeroU32::new(of / processes).unwrap_or(NonZeroU32::MIN);
        let a_second = if by_proxy { A_SECOND } else { part(A_SECOND.get()) };
        let invalid = part(INVALID_IN_ALL).min(INVALID);
        let forgiving = Quota::with_period(FORGIVEN / invalid.get()).unwrap_or(Quota::per_second(A_SECOND));
        let results = Family::default();
        for result in RestResult::ALL {
            drop(results.get_or_create(&labels(result)));
        }
        Self {
            rate: RateLimiter::direct(within_any_second(a_second)),
            invalid: RateLimiter::direct(forgiving.allow_burst(invalid)),
            stopped_until: Mutex::default(),
            results,
            invalids: Counter::default(),
        }
    }

    /// Makes a request until it goes well, is refused for good, or patience ends. It has to be one that does no harm
    /// twice, or as [`Patience::Message`] none within minutes: a message with its nonce enforced, an interaction's one answer, an edit.
    ///
    /// # Errors
    /// The last try's, in doubt where an earlier one may have gone well.
    pub async fn send<T, F>(&self, patience: Patience, request: impl Fn() -> F) -> Result<T, SendError>
    where
        F: Future<Output = Result<T, Error>>,
    {
        let deadline = patience.in_all().map(|all| Instant::now() + all);
        let left = || deadline.map(|deadline| deadline.duration_since(Instant::now()));
        let attempt = || async {
            // What would leave no room for another try has all that is left.
            let one = patience.one_request();
            let time = left().filter(|left| *left < 2 * one).unwrap_or(one);
            let answer = self.send_once(patience, time, &request).await;
            self.note(answer.as_ref().err());
            answer
        };
        // Since when it may have been done without our knowing.
        let doubtful = OnceLock::new();
        let is_known_again = |since: &Instant| patience != Patience::Message || since.elapsed() < NONCE_LIFE;
        attempt
            .retry(patience.pauses())
            .when(|error| {
                if error.may_have_been_done() {
                    doubtful.get_or_init(Instant::now);
                }
                let passes = error.is_passing() || (matches!(error, SendError::Stopped) && patience.outlasts_a_stop());
                passes && doubtful.get().is_none_or(is_known_again)
            })
            .adjust(|_, pause| pause.filter(|pause| left().is_none_or(|left| *pause < left)))
            .notify(|error, pause| tracing::debug!(%error, pause = seconds(pause), "trying again"))
            .await
            .map_err(|last| match doubtful.get() {
                Some(_) if !last.may_have_been_done() => SendError::InDoubt(Box::new(last)),
                _ => last,
            })
    }

    /// Makes a request once, when its turn has come; it may take so long.
    async fn send_once<T, F>(
        &self,
        patience: Patience,
        time: Duration,
        request: &impl Fn() -> F,
    ) -> Result<T, SendError>
    where
        F: Future<Output = Result<T, Error>>,
    {
        self.admit(patience).await?;
        let answer = tokio::time::timeout(time, request()).await;
        answer.map_err(|_| SendError::NoAnswer)?.map_err(SendError::from)
    }

    /// Waits for its turn. Nothing is sent where too much went wrong.
    async fn admit(&self, patience: Patience) -> Result<(), SendError> {
        if self.is_stopped() {
            return Err(SendError::Stopped);
        }
        if patience != Patience::Interaction {
            self.rate.until_ready().await;
        }
        Ok(())
    }

    /// Is nothing sent for now, since too many requests were invalid.
    #[must_use]
    pub fn is_stopped(&self) -> bool {
        let until = *self.stopped_until.lock().unwrap_or_else(PoisonError::into_inner);
        until.is_some_and(|until| Instant::now() < until)
    }

    fn note(&self, error: Option<&SendError>) {
        let result = error.map_or(RestResult::Ok, SendError::result);
        self.results.get_or_create(&labels(result)).inc();
        if error.is_some_and(SendError::is_invalid) {
            self.note_invalid();
        }
    }

    /// Discord wanted less at once, and the rate limiter makes the request again by itself.
    pub(super) fn note_limited(&self) {
        self.results.get_or_create(&labels(RestResult::RateLimited)).inc();
        self.note_invalid();
    }

    fn note_invalid(&self) {
        self.invalids.inc();
        if self.invalid.check().is_err() {
            let mut until = self.stopped_until.lock().unwrap_or_else(PoisonError::into_inner);
            if until.is_none_or(|until| until < Instant::now()) {
                tracing::error!(pause = seconds(STOP), "Discord refuses too much; nothing is sent for a while");
            }
            *until = Some(Instant::now() + STOP);
        }
    }

    /// How requests have gone.
    #[must_use]
    pub fn sent(&self) -> Sent {
        let of = |result| self.results.get_or_create(&labels(result)).get();
        let all = |is_it: fn(RestResult) -> bool| RestResult::ALL.into_iter().filter(|it| is_it(*it)).map(of).sum();
        Sent {
            well: of(RestResult::Ok),
            passing: all(RestResult::is_passing),
            refused: of(RestResult::Refused) + of(RestResult::Stopped),
            invalid: self.invalids.get(),
        }
    }
}

#[cfg(test)]
mod tests {
    use governor::clock::FakeRelativeClock;

    use super::*;

    #[test]
    fn no_second_holds_more_than_discord_allows() {
        for most in [50, 25, 16, 5, 2, 1] {
            let clock = FakeRelativeClock::default();
            let quota = within_any_second(NonZeroU32::new(most).expect("some"));
            let rate = RateLimiter::direct_with_clock(quota, clock.clone());
            let sent: Vec<usize> = (0..5_000)
                .map(|_| {
                    let sent = std::iter::from_fn(|| rate.check().ok()).count();
                    clock.advance(Duration::from_millis(1));
                    sent
                })
                .collect();
            let most = usize::try_from(most).expect("small");
            let seconds: Vec<usize> = sent.windows(1_000).map(|second| second.iter().sum()).collect();
            assert!(seconds.iter().all(|sent| *sent <= most), "{most}: {:?}", seconds.iter().max());
            // Nor less than half of it in the long run.
            assert!(2 * sent.iter().sum::<usize>() >= 5 * most, "{most}: {}", sent.iter().sum::<usize>());
        }
    }
}
