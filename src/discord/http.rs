//! The two ways of requests to Discord. What the bot does by itself goes through serenity's rate limiter, which waits for its turn as
//! Discord's headers say. Answers to interactions have no limit to wait for, and the limiter would keep a bucket of each one for good:
//! they go past it.

use std::sync::Arc;
use std::time::Duration;

use secrecy::ExposeSecret as _;
use serenity::all::{Http, HttpBuilder, RatelimitInfo, Ratelimiter};

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
        if is_refusal(&info) {
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
fn is_refusal(info: &RatelimitInfo) -> bool {
    info.global || info.timeout.subsec_nanos().is_multiple_of(1_000_000)
}
