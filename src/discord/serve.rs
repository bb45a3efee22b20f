//! Running the bot: reaching Discord, staying connected, and stopping in good order.

use std::sync::Arc;
use std::time::Duration;

use backon::{BackoffBuilder as _, ExponentialBuilder};
use serenity::all::{
    ApplicationId, BotGateway, Client, ClientBuilder, Error, GatewayError, GatewayIntents, HttpError, Permissions,
};
use serenity::cache::Settings as CacheSettings;
use tokio_util::task::TaskTracker;
use url::{Host, Url};

use super::bot::Bot;
use super::http;
use super::sending::{Patience, SendError, seconds};
use super::service::Service;
use super::shards::Held;
use super::watch;
use crate::settings::Settings;

/// What the bot hears: servers with their channels and roles, and messages. What messages say comes with those that
/// mention it; it does not ask for more.
const INTENTS: GatewayIntents =
    GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES).union(GatewayIntents::DIRECT_MESSAGES);

/// What the bot needs on a server, and nothing else.
const PERMISSIONS: Permissions = Permissions::VIEW_CHANNEL
    .union(Permissions::SEND_MESSAGES)
    .union(Permissions::SEND_MESSAGES_IN_THREADS)
    .union(Permissions::EMBED_LINKS)
    .union(Permissions::ATTACH_FILES)
    .union(Permissions::READ_MESSAGE_HISTORY);

/// How long a stop waits for the questions in hand.
const FINISHING: Duration = Duration::from_secs(5);
/// How long closing the gateway may take before that.
const CLOSING: Duration = Duration::from_secs(2);
/// A pause, should the connection end again and again: Discord allows 1000 a day.
const BEFORE_CONNECTING_ANEW: Duration = Duration::from_secs(5);

/// Why the bot cannot run. Each is for the operator to mend, but the last, which a start anew may; a lost connection is none of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ServeError {
    /// Discord does not know the token.
    #[error("Discord refuses the token: copy it anew from your application's Bot page to DISCORD_TOKEN")]
    RefusedToken,
    /// Discord does not grant what the bot asks to hear.
    #[error(
        "Discord refuses the bot's intents: Kembar needs no privileged one, so look at the Bot page of your application"
    )]
    DisallowedIntents,
    /// Discord can be reached and begins no session of a shard.
    #[error(
        "Discord can be reached but begins no session: start the bot anew, with more shards where KEMBAR_SHARDS says how many"
    )]
    NoSession,
}

/// Runs the bot until `stop`, then finishes the questions in hand and closes the connection.
///
/// # Errors
/// Where Discord refuses the token, the intents or a session. Where it cannot be reached, the bot waits and tries again.
pub async fn serve(
    settings: &Settings,
    service: Arc<Service>,
    stop: impl Future<Output = ()>,
) -> Result<(), ServeError> {
    if let Some(address) = settings.rest_address().filter(|address| shows_token(address)) {
        let host = address.host_str();
        tracing::warn!(host, "requests go there as plain http: the token can be read on the way; use https");
    }
    let bot = Arc::new(Bot::new(service, http::past_the_limiter(settings)));
    tokio::select! {
        ended = stay_connected(settings, &bot, stop) => ended,
        never = bot.memory.forget_in_time() => match never {},
    }
}

/// The same, once there is a bot.
async fn stay_connected(settings: &Settings, bot: &Arc<Bot>, stop: impl Future<Output = ()>) -> Result<(), ServeError> {
    let in_hand = bot.service.in_hand.clone();
    tokio::pin!(stop);
    loop {
        let (client, held) = tokio::select! {
            connected = connect(settings, bot) => connected?,
            () = &mut stop => {
                finish(&in_hand).await;
                return Ok(());
            }
        };
        let (manager, http) = (Arc::clone(&client.shard_manager), Arc::clone(&client.http));
        bot.service.gateway().runs(&manager, held.ids.clone());
        let mut running = tokio::spawn(run(client, held));
        tokio::select! {
            ended = &mut running => {
                let error = ended.ok().and_then(Result::err);
                if let Some(refusal) = error.as_ref().and_then(refusal) {
                    return Err(refusal);
                }
                let error = error.map(|error| SendError::from(error).to_string());
                tracing::warn!(error, "the connection to Discord ended; connecting anew");
                tokio::select! {
                    () = tokio::time::sleep(BEFORE_CONNECTING_ANEW) => {}
                    () = &mut stop => {
                        finish(&in_hand).await;
                        return Ok(());
                    }
                }
            }
            refused = async {
                tokio::select! {
                    () = watch::refused(&bot.service, &http) => true,
                    () = &mut stop => false,
                }
            } => {
                // First, so that nothing more is heard: what is answered needs the gateway no longer.
                let closing = async {
                    manager.shutdown_all().await;
                    let _ = running.await;
                };
                // Whatever hangs now, the process ends.
                let _ = tokio::time::timeout(CLOSING, closing).await;
                finish(&in_hand).await;
                return if refused { Err(ServeError::NoSession) } else { Ok(()) };
            }
        }
    }
}

/// Waits for the questions in hand, if not for ever.
async fn finish(in_hand: &TaskTracker) {
    in_hand.close();
    if tokio::time::timeout(FINISHING, in_hand.wait()).await.is_err() {
        tracing::warn!(questions = in_hand.len(), "stopping with questions unanswered");
    }
}

async fn run(mut client: Client, held: Held) -> Result<(), Error> {
    // serenity takes the range's end for its last shard.
    client.start_shard_range(*held.ids.start()..*held.ids.end(), held.total).await
}

/// A client of Discord, once Discord can be reached, and the shards that it is to hold.
async fn connect(settings: &Settings, bot: &Arc<Bot>) -> Result<(Client, Held), ServeError> {
    let mut pauses = pauses();
    loop {
        let http = http::of_bot(settings, &bot.service);
        // serenity would take an unreachable REST API for a sign to guess the gateway's address: look first.
        let reached = bot.service.requests.send(Patience::Start, || http.get_bot_gateway()).await;
        let built = match reached {
            Ok(gateway) => {
                let held = settings.shards.held(gateway.shards);
                if let Some(pause) = must_wait(&gateway, &held) {
                    tokio::time::sleep(pause).await;
                    continue;
                }
                let mut cache = CacheSettings::default();
                cache.max_messages = 0;
                cache.cache_users = false;
                let builder = ClientBuilder::new_with_http(http, INTENTS).cache_settings(cache);
                let client = builder.event_handler_arc(Arc::clone(bot)).await.map_err(SendError::from);
                client.map(|client| (client, held))
            }
            Err(error) => Err(error),
        };
        let error = match built {
            Ok(connected) => return Ok(connected),
            Err(error) => error,
        };
        if let SendError::Discord(error) = &error
            && let Some(refusal) = refusal(error)
        {
            return Err(refusal);
        }
        let pause = pauses.next().unwrap_or(LONGEST_PAUSE);
        tracing::warn!(%error, pause = seconds(pause), "Discord cannot be reached, trying again after a pause");
        tokio::time::sleep(pause).await;
    }
}

/// How long to wait before asking again, where the sessions that Discord still allows are too few: past them, it would
/// reset the token, see <https://discord.com/developers/docs/events/gateway#session-start-limit-object>.
fn must_wait(gateway: &BotGateway, held: &Held) -> Option<Duration> {
    if held.total < gateway.shards {
        tracing::warn!(
            advised = gateway.shards,
            shards = held.total,
            "Discord advises more shards than KEMBAR_SHARDS has"
        );
    }
    let limit = &gateway.session_start_limit;
    if limit.remaining >= held.count().into() {
        return None;
    }
    let pause = Duration::from_millis(limit.reset_after).clamp(Duration::from_secs(1), LONGEST_WAIT_FOR_SESSIONS);
    let (remaining, shards) = (limit.remaining, held.count());
    tracing::error!(remaining, shards, pause = seconds(pause), "Discord allows too few new sessions for now; waiting");
    Some(pause)
}

/// After that, how many sessions Discord allows is asked anew.
const LONGEST_WAIT_FOR_SESSIONS: Duration = Duration::from_mins(10);

/// The longest pause between two tries to reach Discord.
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

fn pauses() -> impl Iterator<Item = Duration> {
    let pauses = ExponentialBuilder::default().with_min_delay(Duration::from_secs(1)).with_max_delay(LONGEST_PAUSE);
    pauses.without_max_times().with_jitter().build()
}

/// Does the token leave this machine as it stands.
fn shows_token(address: &Url) -> bool {
    let stays = match address.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        None => false,
    };
    address.scheme() == "http" && !stays
}

/// What of an error is for the operator to mend.
fn refusal(error: &Error) -> Option<ServeError> {
    match error {
        Error::Gateway(GatewayError::InvalidAuthentication) => Some(ServeError::RefusedToken),
        Error::Gateway(GatewayError::DisallowedGatewayIntents | GatewayError::InvalidGatewayIntents) => {
            Some(ServeError::DisallowedIntents)
        }
        Error::Http(HttpError::UnsuccessfulRequest(response)) if response.status_code.as_u16() == 401 => {
            Some(ServeError::RefusedToken)
        }
        _ => None,
    }
}

/// The address that invites the bot to a server, with the permissions that it needs.
pub(super) fn invite(application: ApplicationId) -> String {
    format!(
        "https://discord.com/oauth2/authorize?client_id={application}&scope=bot%20applications.commands&permissions={}",
        PERMISSIONS.bits()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_token_is_shown_by_plain_http_to_another_machine_alone() {
        let shows = |address: &str| shows_token(&Url::parse(address).unwrap());
        for address in ["http://10.0.0.7:3000", "http://proxy:3000", "http://localhost.example", "http://[2001:db8::1]"]
        {
            assert!(shows(address), "{address}");
        }
        for address in ["https://10.0.0.7", "http://127.0.0.1:3000", "http://[::1]:3000", "http://localhost:3000"] {
            assert!(!shows(address), "{address}");
        }
    }
}
