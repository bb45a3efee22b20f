//! The two ways of requests to Discord. What the bot does by itself goes through serenity's rate limiter, which waits for its turn as
//! Discord's headers say. Answers to interactions have no limit to wait for, and the limiter would keep a bucket of each one for good:
//! they go past it.

use std::sync::Arc;
use std::time::Duration;

use secrecy::ExposeSecret as _;
use serenity::all::{Http, HttpBuilder, Ratelimiter};

use super::service::Service;
use crate::settings::Settings;

/// How long one request may take: a connection that hangs is given up, and the request made anew.
const ONE_REQUEST: Duration = Duration::from_secs(5);
/// The same by a proxy, which lets it wait for its turn: a request made anew would lose that.
const BY_PROXY: Duration = Duration::from_secs(20);

/// The way of what the bot does by itself.
pub(super) fn of_bot(settings: &Settings, service: &Arc<Service>) -> Http {
    if settings.rest_address().is_some() {
        return past_the_limiter(settings);
    }
    let client = client(settings);
    let mut limiter = Ratelimiter::new(client.clone(), format!("Bot {}", settings.token.expose_secret()));
    let service = Arc::clone(service);
    limiter.set_ratelimit_callback(Box::new(move |info| {
        if is_refusal(info.global, info.timeout) {
            service.requests.note_limited();
        }
    }));
    HttpBuilder::new(settings.token.expose_secret()).client(client).ratelimiter(limiter).build()
}

/// The way of answers to interactions, and of all where another address is set: serenity's limiter knows Discord's own alone. There,
/// refusals are tried again later.
pub(super) fn past_the_limiter(settings: &Settings) -> Http {
    let builder = HttpBuilder::new(settings.token.expose_secret()).client(client(settings)).ratelimiter_disabled(true);
    match settings.rest_address() {
        Some(address) => builder.proxy(address.as_str().trim_end_matches('/')).build(),
        None => builder.build(),
    }
}

/// # Panics
/// Where TLS cannot be set up, as serenity's own would.
fn client(settings: &Settings) -> reqwest::Client {
    let one_request = if settings.discord_proxy.is_some() { BY_PROXY } else { ONE_REQUEST };
    reqwest::Client::builder().timeout(one_request).build().expect("TLS is built in")
}

/// Has Discord refused the request, or does the limiter but wait before it makes one. Both are told alike; Discord gives whole
/// milliseconds, and what is left until a time of the clock has a fraction of one.
fn is_refusal(is_global: bool, pause: Duration) -> bool {
    is_global || pause.subsec_nanos().is_multiple_of(1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_discord_refuses_is_told_from_a_wait_of_the_limiter() {
        // As serenity reads `Retry-After`.
        let told = |seconds: &str| Duration::from_secs_f64(seconds.parse().unwrap());
        for seconds in ["1", "30", "0.3", "0.529", "1.337", "64.57", "3599.999", "65535.001"] {
            assert!(is_refusal(false, told(seconds)), "{seconds}");
        }
        for milliseconds in 0..=60_000_u32 {
            let seconds = format!("{}.{:03}", milliseconds / 1000, milliseconds % 1000);
            assert!(is_refusal(false, told(&seconds)), "{seconds}");
        }
        // What is left until the limiter's next turn, by the clock.
        for nanoseconds in [1, 999_999, 1_000_001, 812_345_678, 4_999_999_999] {
            let left = Duration::from_nanos(nanoseconds);
            assert!(!is_refusal(false, left), "{left:?}");
            // Only Discord itself limits all at once.
            assert!(is_refusal(true, left), "{left:?}");
        }
    }
}
