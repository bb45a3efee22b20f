//! How a request fails, whether trying again can help, and for how long.

use std::time::Duration;

use backon::ExponentialBuilder;
use serenity::all::{Error, ErrorResponse, HttpError};

use super::cause::cause;

/// How long a request is worth trying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// The answer to an interaction: Discord waits 3 seconds for it.
    Interaction,
    /// The first look, on a connection that is yet to be made: over a slow network, finding the address and agreeing on TLS takes
    /// seconds, and a try that is given up begins at nothing again.
    Start,
    /// A look at what stands.
    Lookup,
    /// What may not be done twice, as a further message to an interaction: it is tried once.
    Once,
    /// A message with a nonce: a late answer is better than none. Ten minutes, as long as it cannot come to stand twice.
    Message,
    /// What comes to the same however often it is done: an edit, a deletion, the opening of a conversation. Ten minutes.
    Change,
}

impl Patience {
    pub(super) fn pauses(self) -> ExponentialBuilder {
        let (first, longest, all) = match self {
            Self::Interaction | Self::Start | Self::Lookup => {
                (Duration::from_millis(50), Duration::from_millis(800), Duration::from_secs(3))
            }
            Self::Message | Self::Change => {
                (Duration::from_millis(200), Duration::from_secs(20), Duration::from_mins(10))
            }
            Self::Once => return ExponentialBuilder::default().with_max_times(0),
        };
        let pauses = ExponentialBuilder::default().with_min_delay(first).with_max_delay(longest).with_jitter();
        pauses.without_max_times().with_total_delay(Some(all))
    }

    /// How long all tries together may take, where it is of no use after that. The pauses alone do not tell.
    pub(super) const fn in_all(self) -> Option<Duration> {
        match self {
            Self::Interaction => Some(Duration::from_secs(3)),
            Self::Start => Some(Duration::from_secs(20)),
            Self::Lookup | Self::Once | Self::Message | Self::Change => None,
        }
    }

    /// Is it worth waiting until a stop is over, in which nothing is sent.
    pub(super) const fn outlasts_a_stop(self) -> bool {
        matches!(self, Self::Message | Self::Change)
    }

    /// How long one request may take, with its wait for its turn, which a message has as long as all its tries have: what is given up
    /// meanwhile may have been done or not. A connection that hangs is given up sooner (`http.rs`).
    pub(super) const fn one_request(self) -> Duration {
        match self {
            Self::Interaction => Duration::from_millis(1200),
            Self::Lookup => Duration::from_secs(5),
            Self::Start | Self::Once => Duration::from_secs(20),
            Self::Message | Self::Change => Duration::from_mins(10),
        }
    }
}

/// A pause as the log tells it: in seconds, as nobody counts in nanoseconds.
pub(super) fn seconds(pause: Duration) -> String {
    format!("{:.1}s", pause.as_secs_f64())
}

/// Why a request came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Discord did not answer in time.
    #[error("no answer in time")]
    NoAnswer,
    /// So many requests were invalid that nothing is sent for a while.
    #[error("nothing is sent for a while, since Discord refused too much")]
    Stopped,
    /// Discord refused, or could not be reached.
    #[error("{}", without_address(.0))]
    Discord(Box<Error>),
    /// It failed so at last, and an earlier try may have gone well.
    #[error("{0}, and an earlier try may have gone well")]
    InDoubt(Box<Self>),
}

/// Why it cannot be told whether a reply stands.
#[derive(Debug, thiserror::Error)]
pub(super) enum Unseen {
    /// The channel's earlier messages are not shown to the bot.
    #[error("Read Message History is missing")]
    NoHistory,
    /// They could not be asked for.
    #[error(transparent)]
    Failed(#[from] SendError),
}

impl From<Error> for SendError {
    fn from(error: Error) -> Self {
        Self::Discord(Box::new(error))
    }
}

/// What a request came to, as `/metrics` tells it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RestResult {
    /// It went well.
    Ok,
    /// Discord wants less at once.
    RateLimited,
    /// Discord is at fault.
    ServerError,
    /// No answer came, or half of one.
    NoAnswer,
    /// Discord does not do it.
    Refused,
    /// It was not sent, since too many were invalid.
    Stopped,
}

impl RestResult {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Ok, Self::RateLimited, Self::ServerError, Self::NoAnswer, Self::Refused, Self::Stopped];

    /// Its name in a metric's label.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::RateLimited => "rate_limited",
            Self::ServerError => "server_error",
            Self::NoAnswer => "no_answer",
            Self::Refused => "refused",
            Self::Stopped => "stopped",
        }
    }

    /// Can the same request go well a moment later.
    #[must_use]
    pub const fn is_passing(self) -> bool {
        matches!(self, Self::RateLimited | Self::ServerError | Self::NoAnswer)
    }
}

impl SendError {
    /// Discord's own number for what is wrong, see
    /// <https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>.
    #[must_use]
    pub fn code(&self) -> Option<isize> {
        self.refusal().map(|response| response.error.code)
    }

    /// What kind of failure it is.
    #[must_use]
    pub fn result(&self) -> RestResult {
        if let Some(response) = self.refusal() {
            return match response.status_code.as_u16() {
                429 => RestResult::RateLimited,
                408 => RestResult::NoAnswer,
                status if status >= 500 => RestResult::ServerError,
                _ => RestResult::Refused,
            };
        }
        match self {
            Self::NoAnswer => RestResult::NoAnswer,
            Self::Stopped => RestResult::Stopped,
            Self::InDoubt(last) => last.result(),
            // A body that breaks off or cannot be read: what was asked for may have been done, and may be asked again.
            Self::Discord(error) => match **error {
                Error::Http(HttpError::Request(_)) | Error::Json(_) | Error::Io(_) => RestResult::NoAnswer,
                _ => RestResult::Refused,
            },
        }
    }

    /// Can the same request go well a moment later: Discord was out of reach, at fault, or wants less at once.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        self.result().is_passing()
    }

    fn refusal(&self) -> Option<&ErrorResponse> {
        match self {
            Self::Discord(error) => match &**error {
                Error::Http(HttpError::UnsuccessfulRequest(response)) => Some(response),
                _ => None,
            },
            Self::InDoubt(last) => last.refusal(),
            Self::NoAnswer | Self::Stopped => None,
        }
    }

    /// Does Discord count it as an invalid request.
    pub(super) fn is_invalid(&self) -> bool {
        self.refusal().is_some_and(|response| matches!(response.status_code.as_u16(), 401 | 403 | 429))
    }

    /// May what was asked for have been done all the same: its answer was lost.
    pub(super) fn may_have_been_done(&self) -> bool {
        match self {
            Self::NoAnswer | Self::InDoubt(_) => true,
            Self::Stopped => false,
            Self::Discord(error) => match &**error {
                Error::Http(HttpError::UnsuccessfulRequest(response)) => response.status_code.is_server_error(),
                Error::Http(HttpError::Request(error)) => !error.is_connect(),
                Error::Json(_) | Error::Io(_) => true,
                _ => false,
            },
        }
    }

    /// Is it unknown whether it was done, since no answer came. What may not stand twice is not tried again then.
    pub(super) fn leaves_doubt(&self) -> bool {
        self.result() == RestResult::NoAnswer && self.may_have_been_done()
    }

    /// That an interaction is answered already is no fault: an earlier try went well, and its acknowledgement was lost.
    ///
    /// # Errors
    /// Any other fault.
    pub fn unless_answered(self) -> Result<(), Self> {
        if self.code() == Some(40060) { Ok(()) } else { Err(self) }
    }

    /// That a message to be changed or deleted is gone is no fault.
    ///
    /// # Errors
    /// Any other fault.
    pub fn unless_gone(self) -> Result<(), Self> {
        if self.is_gone() { Ok(()) } else { Err(self) }
    }

    /// Does Discord refuse since that person takes no messages from the bot.
    pub(super) fn is_shut_out(&self) -> bool {
        self.code() == Some(50007)
    }

    /// Is it that a message is gone.
    #[must_use]
    pub fn is_gone(&self) -> bool {
        self.code() == Some(10008)
    }
}

/// What went wrong, without the address: it holds an interaction's token.
fn without_address(error: &Error) -> String {
    match error {
        Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            format!("Discord answered {}, {} ({})", response.status_code, response.error.message, response.error.code)
        }
        Error::Http(HttpError::Request(error)) if error.is_timeout() => "Discord took too long".to_owned(),
        Error::Http(HttpError::Request(error)) if error.is_connect() => {
            let cause = cause(error).map(|cause| format!(": {cause}")).unwrap_or_default();
            format!("Discord cannot be reached{cause}")
        }
        Error::Http(HttpError::Request(_)) => "the connection to Discord broke off".to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pause_is_told_in_seconds() {
        assert_eq!(seconds(Duration::from_micros(1_234_567)), "1.2s");
        assert_eq!(seconds(Duration::from_millis(50)), "0.1s");
        assert_eq!(seconds(Duration::from_mins(10)), "600.0s");
    }
}
