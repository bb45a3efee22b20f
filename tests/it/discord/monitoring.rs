//! What a monitor is told over HTTP, of a bot at work, of one that has lost Discord, and of one that is not there yet.

use std::collections::BTreeSet;
use std::net::SocketAddr;
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use discord_sandbox::Sandbox;
use kembar::discord::Service;
use kembar::language::Language;
use kembar::monitoring::Monitor;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::process::Command;

use super::program::{Log, serve, signal};
use super::{ANSWERER, settings, start_service};

/// How long the monitor is asked until it says what is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A monitor on a free port, and where the bot is to be put.
pub(super) async fn monitor(service: Option<Arc<Service>>) -> SocketAddr {
    let monitor = Monitor::bind(([127, 0, 0, 1], 0).into()).await.expect("a free port");
    let address = monitor.address().expect("it listens");
    if let Some(service) = service {
        assert!(monitor.service().set(service).is_ok());
    }
    tokio::spawn(monitor.run());
    address
}

/// Status, head and body of what is said to a request.
pub(super) async fn ask(address: SocketAddr, request: &str) -> (u16, String, String) {
    let mut connection = TcpStream::connect(address).await.expect("it listens");
    connection.write_all(format!("{request} HTTP/1.1\r\nHost: kembar\r\n\r\n").as_bytes()).await.expect("sent");
    let mut said = String::new();
    connection.read_to_string(&mut said).await.expect("UTF-8");
    let (head, body) = said.split_once("\r\n\r\n").unwrap_or_else(|| panic!("{said:?}"));
    (head[9..12].parse().expect("a status"), head.to_lowercase(), body.to_owned())
}

/// Asks until the bot is fit, or unfit, and gives what it says then.
async fn until_health(address: SocketAddr, status: u16) -> String {
    let asked = async {
        loop {
            let (now, _, said) = ask(address, "GET /healthz").await;
            if now == status {
                return said;
            }
        }
    };
    tokio::time::timeout(PATIENCE, asked).await.unwrap_or_else(|_| panic!("never {status}"))
}

/// The value of a sample, whole.
pub(super) fn sample(metrics: &str, name: &str) -> u64 {
    let value = metrics.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(' '));
    value.unwrap_or_else(|| panic!("no {name} in {metrics}")).parse().expect("a whole number")
}

#[tokio::test]
async fn what_is_not_there_is_said() {
    let address = monitor(None).await;
    assert_eq!(until_health(address, 503).await, "index: not loaded yet\n");
    assert_eq!(ask(address, "GET /metrics").await.0, 503);
    let (status, _, said) = ask(address, "GET /").await;
    assert_eq!((status, said.as_str()), (404, "Here are /healthz and /metrics.\n"));
    let (status, head, _) = ask(address, "POST /metrics").await;
    assert!(status == 405 && head.contains("allow: get, head"), "{status} {head}");
    let service = Arc::new(Service::new(Arc::clone(&ANSWERER)));
    let address = monitor(Some(service)).await;
    assert_eq!(until_health(address, 503).await, "gateway: not connected yet\n");
    let metrics = ask(address, "GET /metrics").await.2;
    // The alarm compares them.
    assert_eq!(["kembar_shards", "kembar_shards_connected"].map(|name| sample(&metrics, name)), [1, 0]);
    let (status, head, body) = ask(address, "HEAD /metrics").await;
    assert!(status == 200 && body.is_empty() && head.contains("openmetrics-text; version=1.0.0"), "{head} {body}");
}

#[tokio::test(start_paused = true)]
async fn who_says_nothing_is_cut_off_and_nobody_waits_for_them() {
    let address = monitor(None).await;
    let mut silent = Vec::new();
    // As many as are let in at once.
    for _ in 0..32 {
        silent.push(TcpStream::connect(address).await.expect("it listens"));
    }
    // Answered after them.
    assert_eq!(ask(address, "GET /healthz").await.0, 503);
    for mut connection in silent {
        let mut said = Vec::new();
        let _ = connection.read_to_end(&mut said).await;
        assert!(said.is_empty() || said.starts_with(b"HTTP/1.1 408"), "{}", String::from_utf8_lossy(&said));
    }
}

#[tokio::test]
async fn a_lost_connection_is_told_and_so_is_its_return() {
    let sandbox = Sandbox::start().await;
    let service = Arc::new(Service::new(Arc::clone(&ANSWERER)));
    let address = monitor(Some(Arc::clone(&service))).await;
    let running = start_service(settings(&sandbox, sandbox.token()), service);
    assert_eq!(until_health(address, 200).await, "ok\n");
    sandbox.gateway().refuse_connections(true);
    sandbox.gateway().drop_connections();
    assert_eq!(until_health(address, 503).await, "gateway: shard 0 is not connected\n");
    assert_eq!(sample(&ask(address, "GET /metrics").await.2, "kembar_shards_connected"), 0);
    sandbox.gateway().refuse_connections(false);
    assert_eq!(until_health(address, 200).await, "ok\n");
    assert_eq!(running.stop().await, Ok(()));
}

#[tokio::test]
async fn the_counts_are_those_of_what_happened_and_hold_nothing_of_it() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let service = Arc::new(Service::new(Arc::clone(&ANSWERER)));
    let address = monitor(Some(Arc::clone(&service))).await;
    let running = start_service(settings(&sandbox, sandbox.token()), service);
    sandbox.wait_until_command("ask").await;
    let ani = sandbox.user("Marlisa").locale("id");
    ani.says(&channel, "<@bot> siapa walikota hamamatsu").await.reply().await;
    ani.says(&channel, "<@bot> how tall is Mount Everest?").await.reply().await;
    ani.slash(&channel, "ask", serde_json::json!({ "question": "siapa walikota hamamatsu" })).await.response().await;
    sandbox.gateway().drop_connections();
    sandbox.gateway().wait_until_resumed().await;
    sandbox.settled().await;
    let metrics = ask(address, "GET /metrics").await.2;
    let japanese = ANSWERER.corpus().passages_in(Language::Ja).try_into().expect("not so many");
    let expect = [
        (r#"kembar_answers_total{outcome="found",language="id"}"#, 2),
        (r#"kembar_answers_total{outcome="not_found",language="en"}"#, 1),
        (r#"kembar_answers_total{outcome="unsure",language="ja"}"#, 0),
        ("kembar_answer_seconds_count", 3),
        ("kembar_reply_seconds_count", 3),
        ("kembar_shards", 1),
        (r#"kembar_reconnects_total{session="resumed"}"#, 1),
        (r#"kembar_discord_requests_total{result="refused"}"#, 0),
        ("kembar_limited_questions_total", 0),
        ("kembar_panics_total", 0),
        (r#"kembar_reloads_total{result="refused"}"#, 0),
        (r#"kembar_corpus_passages{language="ja"}"#, japanese),
    ];
    for (name, value) in expect {
        assert_eq!(sample(&metrics, name), value, "{name}");
    }
    assert!(sample(&metrics, r#"kembar_discord_requests_total{result="ok"}"#) >= 4, "{metrics}");
    assert!(sample(&metrics, r#"kembar_index_terms{field="en"}"#) > 100, "{metrics}");
    assert!(metrics.ends_with("# EOF\n"), "{metrics}");
    for hidden in ["walikota", "everest", "Marlisa", "umum", sandbox.token()] {
        assert!(!metrics.to_lowercase().contains(&hidden.to_lowercase()), "{hidden}: {metrics}");
    }
    the_dashboard_shows_only_what_there_is(&metrics);
    assert_eq!(running.stop().await, Ok(()));
}

/// Every metric of the dashboard is among those that are told.
fn the_dashboard_shows_only_what_there_is(metrics: &str) {
    let told: BTreeSet<&str> = metrics.lines().filter_map(|line| line.split(['{', ' ']).next()).collect();
    let dashboard: serde_json::Value =
        serde_json::from_str(include_str!("../../../docs/grafana.json")).expect("the dashboard is JSON");
    let panels = dashboard["panels"].as_array().expect("panels");
    let targets = panels.iter().flat_map(|panel| panel["targets"].as_array().expect("targets"));
    let mut shown = BTreeSet::new();
    for target in targets {
        let expression = target["expr"].as_str().expect("an expression");
        let words = expression.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
        shown.extend(words.filter(|word| word.starts_with("kembar_")));
    }
    assert!(shown.len() > 15 && shown.is_subset(&told), "{:?}", shown.difference(&told));
}

/// `kembar health` for a bot at `address`: its exit status and what it says.
async fn health(address: &str) -> (Option<i32>, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
    command.arg("health").current_dir(std::env::temp_dir()).env("KEMBAR_HTTP", address).stdin(Stdio::null());
    let output = command.output().await.expect("kembar runs");
    (
        output.status.code(),
        String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr),
    )
}

#[cfg(unix)]
#[tokio::test]
async fn the_program_tells_its_health_and_ends_all_the_same() {
    let sandbox = Sandbox::start().await;
    let mut child = serve(&[
        ("DISCORD_TOKEN", sandbox.token()),
        ("KEMBAR_DISCORD_API", &sandbox.url()),
        ("KEMBAR_HTTP", "127.0.0.1:0"),
        ("KEMBAR_LOG_FORMAT", "json"),
    ]);
    let mut log = Log::of(&mut child);
    let line = log.until("monitors may ask").await;
    let line: serde_json::Value = serde_json::from_str(&line).expect("a JSON object a line");
    let address = line["address"].as_str().expect("where").to_owned();
    let at = address.parse().expect("an address");
    until_health(at, 200).await;
    assert_eq!(health(&address).await, (Some(0), "ok\n".to_owned()));
    sandbox.gateway().refuse_connections(true);
    sandbox.gateway().drop_connections();
    until_health(at, 503).await;
    assert_eq!(health(&address).await, (Some(1), "gateway: shard 0 is not connected\n".to_owned()));
    signal(&child, "TERM").await;
    assert_eq!(child.wait().await.expect("it ends").code(), Some(0));
    let (status, said) = health(&address).await;
    assert!(status == Some(1) && said.contains("Nothing answers"), "{said}");
    let (status, said) = health("").await;
    assert!(status == Some(2) && said.contains("KEMBAR_HTTP is not set"), "{said}");
}

#[tokio::test]
async fn a_port_that_is_taken_is_one_sentence_and_exit_2() {
    let taken = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let address = taken.local_addr().expect("it listens").to_string();
    let said = super::program::fault(&[("DISCORD_TOKEN", "x"), ("KEMBAR_HTTP", &address)]).await;
    assert!(said.contains("KEMBAR_HTTP: ") && said.contains(&address) && said.lines().count() == 1, "{said}");
    let said = super::program::fault(&[("DISCORD_TOKEN", "x"), ("KEMBAR_HTTP", "9464")]).await;
    assert!(said.contains("KEMBAR_HTTP is no IP address with a port") && said.lines().count() == 1, "{said}");
}
