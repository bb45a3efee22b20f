//! `kembar health`: is the running bot fit to answer. For a container's health check, which has no other client.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};
use std::time::Duration;

use super::harmless::harmless;
use super::{FAULT, FOUND, NOT_FOUND, output, refused};
use crate::settings::{Environment, HTTP};

/// How long the bot is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

/// Prints what the bot says of itself.
pub(super) fn run(environment: &Environment) -> u8 {
    let address = match environment.http() {
        Ok(Some(address)) => reachable(address),
        Ok(None) => {
            output::complain(format_args!("{HTTP} is not set: set it for the bot and for this command alike."));
            return FAULT;
        }
        Err(error) => return refused(&error),
    };
    let runtime = match tokio::runtime::Builder::new_current_thread().enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => return refused(&error),
    };
    let Ok((is_fit, said)) = runtime.block_on(ask(address)) else {
        output::complain(format_args!("Nothing answers at {address}: is the bot running, with the same {HTTP}?"));
        return NOT_FOUND;
    };
    let mut shown = String::new();
    for line in said.lines() {
        shown.extend([&*harmless(line), "\n"]);
    }
    output::show(&shown, if is_fit { FOUND } else { NOT_FOUND })
}

async fn ask(address: SocketAddr) -> Result<(bool, String), reqwest::Error> {
    let client = reqwest::Client::builder().no_proxy().timeout(PATIENCE).build()?;
    let answer = client.get(format!("http://{address}/healthz")).send().await?;
    Ok((answer.status().is_success(), answer.text().await?))
}

/// A bot that listens on every address is asked at this machine's own.
fn reachable(mut address: SocketAddr) -> SocketAddr {
    if address.ip().is_unspecified() {
        address.set_ip(match address.ip() {
            IpAddr::V4(_) => Ipv4Addr::LOCALHOST.into(),
            IpAddr::V6(_) => Ipv6Addr::LOCALHOST.into(),
        });
    }
    address
}
