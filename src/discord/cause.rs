//! Why a server cannot be reached, in a few words that hold no address: that of an interaction holds its token.

use std::error::Error;
use std::io;
use std::iter::successors;

/// The cause, as far as the error's sources tell it.
pub(super) fn cause(error: &(dyn Error + 'static)) -> Option<String> {
    successors(error.source(), |error| (*error).source()).find_map(of)
}

/// What one error of the chain tells.
fn of(error: &(dyn Error + 'static)) -> Option<String> {
    // hyper-util's connector tells by its message alone that it was still looking for the address.
    if error.to_string() == "dns error" {
        return Some("its name is not resolved".to_owned());
    }
    let error = error.downcast_ref::<io::Error>()?;
    match error.kind() {
        // So rustls hands over what it does not accept.
        io::ErrorKind::InvalidData if error.to_string().contains("certificate") => {
            Some("its certificate is not accepted".to_owned())
        }
        io::ErrorKind::InvalidData => Some("it does not speak TLS".to_owned()),
        // hyper-rustls wraps the one in another, which a chain of sources passes over.
        io::ErrorKind::Other => error.get_ref().and_then(|inner| of(inner)),
        kind => Some(kind.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use reqwest::dns::{Name, Resolve, Resolving};
    use serenity::all::{Error as DiscordError, HttpError};
    use tokio::net::TcpListener;

    use super::*;
    use crate::discord::sending::SendError;

    /// A resolver that knows no name.
    struct NoName;

    impl Resolve for NoName {
        fn resolve(&self, _: Name) -> Resolving {
            Box::pin(async { Err("no such name".into()) })
        }
    }

    async fn said(address: &str) -> String {
        let client = reqwest::Client::builder().no_proxy().dns_resolver(Arc::new(NoName)).build().unwrap();
        let error = client.get(address).send().await.unwrap_err();
        SendError::from(DiscordError::from(HttpError::Request(error))).to_string()
    }

    #[tokio::test]
    async fn a_server_that_cannot_be_reached_is_told_with_the_cause_and_without_its_address() {
        assert_eq!(
            said("http://kembar.example/webhooks/1/secret").await,
            "Discord cannot be reached: its name is not resolved"
        );
        let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
        assert_eq!(
            said(&format!("http://{closed}/webhooks/1/secret")).await,
            "Discord cannot be reached: connection refused"
        );
    }

    #[test]
    fn what_tls_refuses_is_told_in_plain_words() {
        #[derive(Debug, thiserror::Error)]
        #[error("it failed")]
        struct Failed(#[source] io::Error);
        let cause = |error| cause(&Failed(error));
        let tls = |said: &str| io::Error::new(io::ErrorKind::InvalidData, said);
        let certificate = cause(tls("invalid peer certificate: UnknownIssuer"));
        assert_eq!(certificate.as_deref(), Some("its certificate is not accepted"));
        assert_eq!(cause(io::Error::other(tls("invalid peer certificate: Expired"))), certificate);
        assert_eq!(cause(tls("received corrupt message")).as_deref(), Some("it does not speak TLS"));
        assert_eq!(cause(io::ErrorKind::TimedOut.into()).as_deref(), Some("timed out"));
        assert_eq!(cause(io::Error::other("secret")), None);
    }
}
