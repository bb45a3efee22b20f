//! `kembar serve`: the Discord bot, its logs, and the signals that stop it.

use std::borrow::Cow;
use std::io;
use std::num::NonZero;
use std::sync::{Arc, OnceLock};

use secrecy::{ExposeSecret as _, SecretString};
use tokio::runtime::{Builder, Runtime};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::Layer as _;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt as _;
use tracing_subscriber::util::SubscriberInitExt as _;

use super::check::nothing_loaded;
use super::gaps::unopened;
use super::harmless::harmless;
use super::{AGAIN, FAULT, FOUND, NoAnswerer, answerer, output, refused};
use crate::answer::Answerer;
use crate::discord::requests::Requests;
use crate::discord::{Changes, ServeError, Service, keep_up, log_faults, log_progress, serve};
use crate::gaps::Gaps;
use crate::index::Purpose;
use crate::monitoring::{BindError, Monitor};
use crate::settings::{Environment, Settings, SettingsError};

/// Runs the bot until a signal.
pub(super) fn run(environment: &Environment) -> u8 {
    let settings = match environment.settings() {
        Ok(settings) => settings,
        Err(error) => return refused(&error),
    };
    if let Err(error) = log(environment, &settings.token) {
        return refused(&error);
    }
    let runtime = match runtime() {
        Ok(runtime) => runtime,
        Err(error) => return unstarted(&error.to_string()),
    };
    // Before all that takes its time: unheard, a SIGHUP would end the program, a change of the corpus be lost, and so would a SIGTERM in
    // a container, whose first process ends by none that it does not hear.
    let (changes, stop, stop_while_starting) = {
        let _entered = runtime.enter();
        (Changes::heard(environment.source()), stopped(), stopped())
    };
    let starting = runtime.spawn(end_at(stop_while_starting));
    let monitored = match monitored(&settings, &runtime) {
        Ok(monitored) => monitored,
        Err(error) => return ended(&error.to_string()),
    };
    let answerer = match loaded(environment) {
        Ok(answerer) => answerer,
        Err(why) => return ended(&why),
    };
    let gaps = settings.gaps.as_ref().map(|list| Gaps::open(list).map_err(|error| unopened(list, &error)));
    let gaps = match gaps.transpose() {
        Ok(gaps) => gaps,
        Err(why) => return ended(&why),
    };
    let requests = Requests::shared_by(settings.shards.processes(), settings.discord_proxy.is_some());
    let service = Service::new(answerer).limited_to(settings.person).with_gaps(gaps).sending_by(requests);
    let service = Arc::new(service.with_source_at(settings.source_url.as_ref()));
    if let Some(monitored) = monitored {
        let _ = monitored.set(Arc::clone(&service));
    }
    runtime.spawn(keep_up(Arc::clone(&service), environment.keeping(), changes));
    starting.abort();
    let status = match runtime.block_on(serve(&settings, Arc::clone(&service), stop)) {
        Ok(()) => {
            tracing::info!("stopped");
            FOUND
        }
        Err(error) => {
            let fault = ended(&error.to_string());
            if error == ServeError::NoSession { AGAIN } else { fault }
        }
    };
    // The reloading and the monitor hold the service for as long as the runtime runs, which then waits for nothing.
    if let Some(gaps) = service.gaps() {
        gaps.close();
    }
    // A request that hangs does not keep the program.
    runtime.shutdown_background();
    status
}

/// Who answers; else why nobody does, of which the log has each fault.
fn loaded(environment: &Environment) -> Result<Answerer, String> {
    let answerer = answerer(environment, Purpose::Serving, log_progress).map_err(|why| match why {
        NoAnswerer::Faults(faults) => {
            let source = environment.source();
            log_faults(&faults, &source, "the corpus");
            nothing_loaded(&faults, &source)
        }
        NoAnswerer::Index(error) => error.to_string(),
    })?;
    let corpus = answerer.corpus();
    tracing::info!(
        documents = corpus.documents().len(),
        passages = corpus.passage_count(),
        corpus = %corpus.hash(),
        "corpus loaded"
    );
    Ok(answerer)
}

/// Says in the log why the bot ends. Where the log leaves that out it is said beside it: the bot would end without a word.
fn ended(why: &str) -> u8 {
    let why = harmless(why);
    if tracing::enabled!(tracing::Level::ERROR) {
        tracing::error!("{why}");
    } else {
        output::complain(why);
    }
    FAULT
}

/// The most threads that handle events: an answer takes a millisecond, and a system service is allowed so many.
const MOST_WORKERS: usize = 8;

/// How many threads handle events on so many cores.
fn workers(cores: usize) -> usize {
    cores.clamp(1, MOST_WORKERS)
}

/// What the bot runs on. Where there is no thread to be had, tokio panics, and would then wait for those that it has: the
/// program ends instead.
fn runtime() -> io::Result<Runtime> {
    let usual = std::panic::take_hook();
    std::panic::set_hook(Box::new(|panic| {
        let reason = panic.payload_as_str().unwrap_or("a thread cannot be started");
        std::process::exit(unstarted(reason).into());
    }));
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let runtime = Builder::new_multi_thread().worker_threads(workers(cores)).enable_all().build();
    std::panic::set_hook(usual);
    runtime
}

/// Says that the system does not give what the bot runs on.
fn unstarted(reason: &str) -> u8 {
    let hint = "is the limit of threads (TasksMax, pids, ulimit -u) or of memory too low?";
    ended(&format!("The bot's threads cannot be started: {reason}; {hint}"));
    AGAIN
}

/// Answers monitors from now on, where they may ask. Gives where the bot is to be put once its corpus is loaded.
fn monitored(settings: &Settings, runtime: &Runtime) -> Result<Option<Arc<OnceLock<Arc<Service>>>>, BindError> {
    let Some(address) = settings.http else { return Ok(None) };
    let monitor = runtime.block_on(Monitor::bind(address))?;
    let address = monitor.address().map_or_else(|_| address.to_string(), |it| it.to_string());
    tracing::info!(address, "monitors may ask for /healthz and /metrics");
    let service = monitor.service();
    runtime.spawn(monitor.run());
    Ok(Some(service))
}

/// Ends the program at `stop`: as long as its corpus is loaded there is nothing to finish.
async fn end_at(stop: impl Future<Output = ()>) {
    stop.await;
    tracing::info!("stopped");
    std::process::exit(FOUND.into());
}

/// Resolves at the first SIGINT or SIGTERM from now on.
#[cfg(unix)]
fn stopped() -> impl Future<Output = ()> + Send + 'static {
    use tokio::signal::unix::{Signal, SignalKind, signal};

    async fn first(signal: io::Result<Signal>) {
        match signal {
            Ok(mut signal) => _ = signal.recv().await,
            Err(_) => std::future::pending().await,
        }
    }
    let [interrupted, terminated] = [SignalKind::interrupt(), SignalKind::terminate()].map(signal);
    async move {
        tokio::select! {
            () = first(interrupted) => {}
            () = first(terminated) => {}
        }
    }
}

/// Resolves at the first Ctrl-C.
#[cfg(not(unix))]
async fn stopped() {
    if tokio::signal::ctrl_c().await.is_err() {
        std::future::pending::<()>().await;
    }
}

/// Writes logs to standard error, as `KEMBAR_LOG` says.
fn log(environment: &Environment, token: &SecretString) -> Result<(), SettingsError> {
    let filter = filter(environment.log()?.unwrap_or("info"))?;
    let token = token.clone();
    let lines = tracing_subscriber::fmt::layer()
        .with_ansi(
            anstream::stderr().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()),
        )
        .with_writer(move || WithoutToken { token: token.clone() });
    let lines = if environment.is_log_json()? { lines.json().flatten_event(true).boxed() } else { lines.boxed() };
    std::panic::set_hook(Box::new(|panic| {
        // Where, and no more: what a panic says may hold the question.
        tracing::error!(place = panic.location().map(ToString::to_string), "panicked");
    }));
    tracing_subscriber::registry().with(lines).with(wire()).with(filter).init();
    Ok(())
}

/// What is logged: a level, or a list of levels and `target=level`. A word alone that is no level would be taken for a
/// target, and silence all others.
fn filter(directives: &str) -> Result<Targets, SettingsError> {
    let directives: Vec<&str> =
        directives.split(',').map(str::trim).filter(|directive| !directive.is_empty()).collect();
    let is_level = |directive: &str| directive.contains('=') || directive.parse::<LevelFilter>().is_ok();
    if directives.is_empty() || !directives.iter().all(|directive| is_level(directive)) {
        return Err(SettingsError::BadLog);
    }
    directives.join(",").parse().map_err(|_| SettingsError::BadLog)
}

/// What speaks with Discord's bytes never logs them: among them are the token and what people write. serenity shows whole
/// events in its spans, which are at INFO; at WARN, in `ws` a payload that it cannot read, and in `http` the path of a request, in
/// which an interaction's token stands.
fn wire() -> Targets {
    let wires = ["h2", "hyper", "hyper_util", "reqwest", "rustls", "tokio_tungstenite", "tungstenite"];
    Targets::new()
        .with_default(LevelFilter::TRACE)
        .with_targets(wires.map(|target| (target, LevelFilter::INFO)))
        .with_target("serenity", LevelFilter::WARN)
        .with_target("serenity::gateway::ws", LevelFilter::ERROR)
        .with_target("serenity::http", LevelFilter::ERROR)
}

/// A shorter token, in bytes, is none of Discord's, and may be a part of any word: blotted out, it would tear up the log
/// and hide nothing.
const SHORTEST_SECRET: usize = 8;

/// Standard error, with the token blotted out should a line hold it all the same.
struct WithoutToken {
    token: SecretString,
}

impl io::Write for WithoutToken {
    /// A line comes in one piece. One that cannot be written is lost: the bot lives on without a log.
    fn write(&mut self, line: &[u8]) -> io::Result<usize> {
        let text = String::from_utf8_lossy(line);
        let _ = io::stderr().write_all(without(self.token.expose_secret(), &text).as_bytes());
        Ok(line.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}

/// The line with the token blotted out.
fn without<'l>(token: &str, line: &'l str) -> Cow<'l, str> {
    if token.len() < SHORTEST_SECRET || !line.contains(token) {
        return Cow::Borrowed(line);
    }
    Cow::Owned(line.replace(token, "[token]"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_blotted_out_and_one_that_is_none_tears_up_no_word() {
        assert_eq!(without("MTIz.secret", "token MTIz.secret!"), "token [token]!");
        assert_eq!(without("a", "kembar::discord"), "kembar::discord");
        assert_eq!(without("", "kembar"), "kembar");
    }

    #[test]
    fn many_cores_are_no_more_threads_than_the_service_allows() {
        assert_eq!([1, 2, 8, 64, 256].map(workers), [1, 2, 8, 8, 8]);
    }

    #[test]
    fn a_word_that_is_no_level_silences_nothing() {
        for good in ["info", "WARN", "off", "kembar=debug,serenity=warn", "kembar=debug, warn", "info,"] {
            assert!(filter(good).is_ok(), "{good}");
        }
        for bad in ["loud", "verbose", "kembar", "info,verbose", "kembar=loud", ",", " "] {
            assert_eq!(filter(bad).map(drop), Err(SettingsError::BadLog), "{bad}");
        }
        let filter = filter("kembar=debug, warn").expect("a list");
        assert!(filter.would_enable("kembar", &tracing::Level::DEBUG));
        assert!(
            filter.would_enable("hyper", &tracing::Level::WARN) && !filter.would_enable("hyper", &tracing::Level::INFO)
        );
    }
}
