//! `kembar serve` as it is run: its logs, its signals, its exit status.

use std::process::Stdio;
use std::time::Duration;

use discord_sandbox::{Fault, Method, Sandbox};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, BufReader, Lines};
use tokio::net::TcpListener;
use tokio::process::{Child, ChildStderr, Command};

use super::no_embeds;

/// How long a line of the log is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

pub(super) fn serve(environment: &[(&str, &str)]) -> Child {
    let folder = std::env::temp_dir();
    let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
    command.arg("serve").current_dir(folder).env_remove("DISCORD_TOKEN").env_remove("KEMBAR_CORPUS");
    command.envs(environment.iter().copied()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped());
    command.kill_on_drop(true).spawn().expect("kembar starts")
}

/// Sends the program a signal.
#[cfg(unix)]
pub(super) async fn signal(child: &Child, name: &str) {
    let pid = child.id().expect("running").to_string();
    let killed = Command::new("kill").args([format!("-{name}"), pid]).status().await.expect("kill runs");
    assert!(killed.success());
}

/// What the program says on standard error.
pub(super) struct Log(Lines<BufReader<ChildStderr>>);

impl Log {
    pub(super) fn of(child: &mut Child) -> Self {
        Self(BufReader::new(child.stderr.take().expect("piped")).lines())
    }

    /// The next line that holds `text`.
    pub(super) async fn until(&mut self, text: &str) -> String {
        let mut seen = Vec::new();
        let found = tokio::time::timeout(PATIENCE, async {
            while let Some(line) = self.0.next_line().await.expect("UTF-8") {
                if line.contains(text) {
                    return Some(line);
                }
                seen.push(line);
            }
            None
        });
        let found = found.await.ok().flatten();
        found.unwrap_or_else(|| panic!("{text:?} was not said: {seen:#?}"))
    }

    /// Everything until the end.
    async fn rest(mut self) -> String {
        let mut rest = String::new();
        while let Some(line) = self.0.next_line().await.expect("UTF-8") {
            rest.push_str(&line);
            rest.push('\n');
        }
        rest
    }
}

pub(super) async fn fault(environment: &[(&str, &str)]) -> String {
    let mut child = serve(environment);
    let mut said = String::new();
    child.stderr.take().expect("piped").read_to_string(&mut said).await.expect("UTF-8");
    assert_eq!(child.wait().await.expect("kembar ends").code(), Some(2), "{said}");
    said
}

#[tokio::test]
async fn a_token_that_cannot_be_one_is_one_sentence() {
    for (token, expect) in [
        (None, "DISCORD_TOKEN is not set"),
        (Some(""), "DISCORD_TOKEN is empty"),
        (Some("abc def"), "white space"),
        (Some("Bot abcdef"), "\"Bot \""),
        (Some("\"abcdef\""), "quotes"),
    ] {
        let environment: Vec<_> = token.map(|token| ("DISCORD_TOKEN", token)).into_iter().collect();
        let said = fault(&environment).await;
        assert!(said.contains(expect) && said.lines().count() == 1 && !said.contains("abc"), "{said}");
    }
}

#[tokio::test]
async fn shards_addresses_and_levels_that_cannot_be_used_are_one_sentence_that_names_the_way_out() {
    for (settings, expect) in [
        (vec![("KEMBAR_SHARDS", "5-9/8")], ["KEMBAR_SHARDS is \"5-9/8\"", "0-3/8"]),
        (vec![("KEMBAR_LOG", "loud")], ["KEMBAR_LOG is no list of levels", "kembar=debug,serenity=warn"]),
        (vec![("KEMBAR_DISCORD_PROXY", "proxy:3000")], ["KEMBAR_DISCORD_PROXY", "http://127.0.0.1:8080"]),
        (
            vec![("KEMBAR_DISCORD_PROXY", "http://a"), ("KEMBAR_DISCORD_API", "http://b")],
            ["KEMBAR_DISCORD_API and KEMBAR_DISCORD_PROXY", "leave one of them out"],
        ),
    ] {
        let said = fault(&[settings, vec![("DISCORD_TOKEN", "abc")]].concat()).await;
        assert!(expect.iter().all(|part| said.contains(part)) && said.lines().count() == 1, "{said}");
    }
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn where_no_thread_can_be_had_the_program_ends_and_says_so() {
    // A stack larger than all addresses.
    let mut child = serve(&[("DISCORD_TOKEN", "MTIz.secret"), ("RUST_MIN_STACK", "4611686018427387904")]);
    let said = Log::of(&mut child).rest().await;
    assert!(said.contains("threads cannot be started") && said.lines().count() == 1, "{said}");
    assert_eq!(child.wait().await.expect("kembar ends").code(), Some(1), "{said}");
}

#[tokio::test]
async fn a_proxy_that_the_token_goes_to_in_plain_is_warned_of() {
    // An address for examples, which nobody answers at.
    let settings = [("DISCORD_TOKEN", "MTIz.secret"), ("KEMBAR_DISCORD_PROXY", "http://192.0.2.1:9/")];
    let mut child = serve(&settings);
    let line = Log::of(&mut child).until("plain http").await;
    assert!(line.contains("WARN") && line.contains("192.0.2.1") && !line.contains("secret"), "{line}");
    child.kill().await.expect("it runs");
}

#[tokio::test]
async fn where_discord_cannot_be_reached_the_log_says_why_and_for_how_long_it_waits() {
    let closed = TcpListener::bind("127.0.0.1:0").await.expect("a free port").local_addr().expect("it listens");
    let api = format!("http://{closed}");
    let mut child = serve(&[("DISCORD_TOKEN", "MTIz.secret"), ("KEMBAR_DISCORD_API", &api), ("NO_COLOR", "1")]);
    let line = Log::of(&mut child).until("trying again after a pause").await;
    assert!(line.contains("Discord cannot be reached: connection refused"), "{line}");
    let pause = line.split_once("pause=\"").and_then(|(_, rest)| rest.split_once("s\"")).expect("a pause").0;
    assert!(pause.split_once('.').is_some_and(|(_, tenths)| tenths.len() == 1), "{line}");
    assert!(!line.contains("secret"), "{line}");
    child.kill().await.expect("it runs");
}

#[tokio::test]
async fn a_refused_token_is_one_sentence_and_exit_2() {
    let sandbox = Sandbox::start().await;
    let said =
        fault(&[("DISCORD_TOKEN", "wrong-token"), ("KEMBAR_DISCORD_API", &sandbox.url()), ("KEMBAR_LOG", "error")])
            .await;
    assert!(said.contains("Discord refuses the token") && said.lines().count() == 1, "{said}");
    assert!(!said.contains("wrong-token"), "{said}");
}

#[tokio::test]
async fn what_ends_the_program_at_its_start_is_in_the_log_in_its_format() {
    let (sandbox, folder) = (Sandbox::start().await, tempfile::tempdir().expect("a folder"));
    let taken = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
    let port = taken.local_addr().expect("it listens").to_string();
    std::fs::write(folder.path().join("a.toml"), "title = 1\npublished = 3\n").expect("written");
    let (folder, api) = (folder.path().to_str().expect("Unicode"), sandbox.url());
    let gaps = format!("{folder}/nowhere/gaps");
    for (setting, expect) in [
        (("KEMBAR_CORPUS", folder), vec!["`title` does not say in which language it is", "Nothing was loaded"]),
        (("KEMBAR_GAPS", &*gaps), vec!["its folder is not there"]),
        (("KEMBAR_HTTP", &*port), vec![&*port]),
        (("KEMBAR_DISCORD_API", &*api), vec!["Discord refuses the token"]),
    ] {
        let with = |log: &[(&'static str, &'static str)]| {
            [&[("DISCORD_TOKEN", "wrong-token"), ("NO_COLOR", "1"), setting][..], log].concat()
        };
        let json = fault(&with(&[("KEMBAR_LOG_FORMAT", "json")])).await;
        let lines = json.lines().map(serde_json::from_str::<serde_json::Value>);
        let lines = lines.collect::<Result<Vec<_>, _>>().unwrap_or_else(|error| panic!("{error}: {json}"));
        let last = lines.last().expect("a line");
        assert!(last["level"] == "ERROR" && json.contains(expect[0]), "{json}");
        assert!(last["message"].as_str().is_some_and(|why| why.contains(expect[expect.len() - 1])), "{json}");
        // In whichever format, each is a line of the log; and none at all leaves why it ends.
        let human = fault(&with(&[("KEMBAR_LOG", "error")])).await;
        assert!(human.lines().all(|line| line.contains("ERROR")) && human.contains(expect[0]), "{human}");
        let silent = fault(&with(&[("KEMBAR_LOG", "off")])).await;
        assert!(silent.contains(expect[expect.len() - 1]) && silent.lines().count() == 1, "{silent}");
    }
}

#[cfg(unix)]
#[tokio::test]
async fn what_is_heard_while_the_program_stops_is_answered() {
    // The connection may be closed before the question is heard: then it is not this program's to answer.
    for _ in 0..5 {
        let sandbox = Sandbox::start().await;
        let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
        let mut child = serve(&[("DISCORD_TOKEN", sandbox.token()), ("KEMBAR_DISCORD_API", &sandbox.url())]);
        let log = Log::of(&mut child);
        sandbox.wait_until_command("ask").await;
        sandbox.settled().await;
        sandbox.faults().next(Method::POST, "/channels/{}/messages", Fault::Status(500));
        signal(&child, "TERM").await;
        let asked = sandbox.user("Ani").says(&channel, "<@bot> siapa walikota hamamatsu").await;
        let log = log.rest().await;
        assert_eq!(child.wait().await.expect("kembar ends").code(), Some(0), "{log}");
        if log.contains("outcome") {
            assert_eq!(asked.replies().len(), 1, "{log}");
            return;
        }
    }
    panic!("no question was heard");
}

#[cfg(unix)]
#[tokio::test]
async fn a_whole_run_logs_what_it_should_and_never_the_token() {
    for signal in ["TERM", "INT"] {
        let sandbox = Sandbox::builder().token("MTIz.secret-of-the.bot_token").start().await;
        let guild = sandbox.guild("Ambon").create().await;
        let channel = guild.channel("umum").await;
        let closed = guild.channel("tertutup").await;
        closed.deny(no_embeds()).await;
        let mut child = serve(&[
            ("DISCORD_TOKEN", sandbox.token()),
            ("KEMBAR_DISCORD_API", &sandbox.url()),
            ("KEMBAR_LOG", "trace"),
        ]);
        let log = Log::of(&mut child);
        sandbox.gateway().wait_until_ready().await;
        sandbox.wait_until_command("ask").await;
        sandbox.user("Ani").says(&channel, "<@bot> siapa walikota hamamatsu").await.reply().await;
        // A command's answer is taken with another status than is usual.
        sandbox.faults().next(Method::POST, "/interactions/{}/{}/callback", Fault::StatusAfter(200));
        sandbox.user("Ani").slash(&channel, "help", serde_json::json!({})).await.response().await;
        sandbox.gateway().drop_connections();
        sandbox.gateway().wait_until_resumed().await;
        sandbox.user("Budi").says(&closed, "<@bot> siapa walikota hamamatsu").await.reply().await;
        // One more question is in hand when the signal comes: Discord has refused its answer once.
        sandbox.faults().next(Method::POST, "/channels/{}/messages", Fault::Status(500));
        let last = sandbox.user("Ani").says(&channel, "<@bot> siapa walikota hamamatsu").await;
        let mut changes = sandbox.changes();
        while sandbox.faults().pending() > 0 {
            changes.changed().await.expect("the sandbox stands");
        }
        self::signal(&child, signal).await;
        let log = log.rest().await;
        assert_eq!(child.wait().await.expect("kembar ends").code(), Some(0), "{log}");
        assert_eq!(last.replies().len(), 1, "{log}");
        for expect in
            ["corpus loaded", "permissions=", "connected to Discord", "commands registered", "outcome", "stopped"]
        {
            assert!(log.contains(expect), "{expect}: {log}");
        }
        let in_hex = sandbox.token().bytes().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat();
        let requests = sandbox.requests();
        let callback =
            requests.iter().find(|request| request.route.ends_with("/callback")).expect("a command's answer");
        let interaction_token = callback.path.split('/').nth(3).expect("a token");
        assert_eq!((callback.status, interaction_token.len() > 8), (Some(200), true), "{}", callback.path);
        for secret in [sandbox.token(), &in_hex, interaction_token, "walikota", "Ani", "Budi"] {
            assert!(!log.contains(secret), "{secret}: {log}");
        }
        sandbox.assert_clean();
    }
}
