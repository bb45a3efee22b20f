//! The playground: the real bot on a local stand-in for Discord, and a page that looks and works like a channel of it.
//!
//! `cargo run --example playground` prints the page's address. No token, no account, no network.
//!
//! In the order in which to read it: `stage` is who and what there is; `acts` is what people do on the page; `events`
//! is how the page hears what became of it; `page` is its HTML, CSS and JavaScript. The page knows nothing of Kembar: it
//! shows the commands, messages and controls that were sent to Discord.

mod acts;
mod events;
mod page;
mod stage;

use std::error::Error;
use std::io::Write as _;
use std::net::Ipv4Addr;
use std::process::ExitCode;
use std::sync::Arc;

use axum::Router;
use clap::Parser;
use kembar::answer::Answerer;
use kembar::corpus::Source;
use kembar::discord::{Service, serve};
use kembar::settings::{DISCORD_API, Environment, TOKEN};
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use stage::Stage;

/// What is logged: the invitation that the bot gives its operator when it is there leads nowhere from here.
const LOG: &str = "kembar=info,kembar::discord::bot=warn";

/// Kembar in a browser, on a local stand-in for Discord: no token, no account, no network.
#[derive(Parser)]
struct Arguments {
    /// The page's port on 127.0.0.1; 0 is any that is free.
    #[arg(long, default_value_t = 8080)]
    port: u16,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse()).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(anstream::stderr(), "{error}");
            ExitCode::from(2)
        }
    }
}

async fn run(arguments: Arguments) -> Result<(), Box<dyn Error>> {
    let levels = std::env::var("KEMBAR_LOG").unwrap_or_else(|_| LOG.to_owned());
    let lines = tracing_subscriber::fmt::layer().with_writer(std::io::stderr).log_internal_errors(false);
    tracing_subscriber::registry().with(lines).with(levels.parse::<Targets>()?).init();
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, arguments.port)).await;
    let listener = listener.map_err(|error| {
        format!("port {} cannot be used ({error}); another is taken with `-- --port 0`", arguments.port)
    })?;
    let answerer = Answerer::new(Source::Embedded.read().map_err(|_| "the corpus cannot be read")?)?;

    let stage = Arc::new(Stage::set().await);
    let sandbox = &stage.sandbox;
    let settings = Environment::from([(TOKEN, sandbox.token()), (DISCORD_API, &sandbox.url())]).settings()?;
    let service = Arc::new(Service::new(Arc::new(answerer)));
    let page = Router::new()
        .merge(page::routes())
        .merge(events::routes())
        .merge(acts::routes())
        .with_state(Arc::clone(&stage))
        .into_make_service();
    let address = listener.local_addr()?;
    tokio::spawn(async move { axum::serve(listener, page).await });
    // It is there whether or not that can be said.
    let _ = writeln!(anstream::stdout(), "The playground is at http://{address} (Ctrl-C ends it)");

    let stop = async {
        if tokio::signal::ctrl_c().await.is_err() {
            std::future::pending::<()>().await;
        }
    };
    Ok(serve(&settings, service, stop).await?)
}
