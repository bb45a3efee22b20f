//! Requests to Discord that are tried again where that can help, and only there.

use std::time::Duration;

use backon::{ExponentialBuilder, Retryable as _};
use serenity::all::{Error, ErrorResponse, HttpError};

/// How long one request may take: a connection that hangs is given up, and the request made anew.
const ONE_REQUEST: Duration = Duration::from_secs(5);

/// How long a request is worth trying.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Patience {
    /// The answer to an interaction: Discord waits 3 seconds for it.
    Interaction,
    /// A message: a late answer is better than none. About two minutes.
    Message,
}

impl Patience {
    fn pauses(self) -> ExponentialBuilder {
        let (first, longest, times) = match self {
            Self::Interaction => (Duration::from_millis(50), Duration::from_millis(800), 6),
            Self::Message => (Duration::from_millis(200), Duration::from_secs(20), 12),
        };
        ExponentialBuilder::default().with_min_delay(first).with_max_delay(longest).with_max_times(times).with_jitter()
    }
}

/// Why a request came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum SendError {
    /// Discord did not answer in time.
    #[error("no answer within {} seconds", ONE_REQUEST.as_secs())]
    NoAnswer,
    /// Discord refused, or could not be reached.
    #[error("{}", without_address(.0))]
    Discord(Box<Error>),
}

impl From<Error> for SendError {
    fn from(error: Error) -> Self {
        Self::Discord(Box::new(error))
    }
}

impl SendError {
    /// Discord's own number for what is wrong, see
    /// <https://discord.com/developers/docs/topics/opcodes-and-status-codes#json>.
    #[must_use]
    pub fn code(&self) -> Option<isize> {
        self.refusal().map(|response| response.error.code)
    }

    /// Can the same request go well a moment later: Discord was out of reach, at fault, or wants less at once.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        if let Some(response) = self.refusal() {
            return response.status_code.is_server_error() || matches!(response.status_code.as_u16(), 408 | 429);
        }
        match self {
            Self::NoAnswer => true,
            // A body that breaks off or cannot be read: what was asked for may have been done, and may be asked again.
            Self::Discord(error) => {
                matches!(**error, Error::Http(HttpError::Request(_)) | Error::Json(_) | Error::Io(_))
            }
        }
    }

    fn refusal(&self) -> Option<&ErrorResponse> {
        match self {
            Self::Discord(error) => match &**error {
                Error::Http(HttpError::UnsuccessfulRequest(response)) => Some(response),
                _ => None,
            },
            Self::NoAnswer => None,
        }
    }

    /// That an interaction is answered already is no fault: an earlier try went well, and its acknowledgement was lost.
    ///
    /// # Errors
    /// Any other fault.
    pub fn unless_answered(self) -> Result<(), Self> {
        if self.code() == Some(40060) { Ok(()) } else { Err(self) }
    }
}

/// What went wrong, without the address: it holds an interaction's token.
fn without_address(error: &Error) -> String {
    match error {
        Error::Http(HttpError::UnsuccessfulRequest(response)) => {
            format!("Discord answered {}, {} ({})", response.status_code, response.error.message, response.error.code)
        }
        Error::Http(HttpError::Request(error)) if error.is_timeout() => "Discord took too long".to_owned(),
        Error::Http(HttpError::Request(error)) if error.is_connect() => "Discord cannot be reached".to_owned(),
        Error::Http(HttpError::Request(_)) => "the connection to Discord broke off".to_owned(),
        other => other.to_string(),
    }
}

/// Makes a request until it goes well, is refused for good, or patience ends. It has to be one that does no harm twice:
/// a message with its nonce enforced, an interaction's one answer, an edit.
///
/// # Errors
/// The last try's.
pub async fn send<T, F>(patience: Patience, request: impl Fn() -> F) -> Result<T, SendError>
where
    F: Future<Output = Result<T, Error>>,
{
    let attempt = || async {
        tokio::time::timeout(ONE_REQUEST, request()).await.map_err(|_| SendError::NoAnswer)?.map_err(SendError::from)
    };
    attempt
        .retry(patience.pauses())
        .when(SendError::is_passing)
        .notify(|error, pause| tracing::debug!(%error, ?pause, "trying again"))
        .await
}
