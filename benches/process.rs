//! What one process takes: memory and the time until it answers, by servers and by passages, and processor time a question.
//!
//! `cargo bench --bench process`. With `KEMBAR_BENCH_PROGRAM` the program there is measured, and this bench itself may be
//! built as is quickest: `cargo bench --profile dev --bench process`. Memory is read from `/proc`, so on Linux alone.

// Only the generator of the material is asked for here.
#[expect(dead_code, reason = "the other benches use the rest")]
mod material;

use std::env;
use std::fs;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use discord_sandbox::{Channel, Sandbox};
use futures_util::future::join_all;
use kembar::corpus::Corpus;
use kembar::corpus::importing::to_toml;
use material::generator::generated;

/// How many channels each server has.
const CHANNELS: usize = 20;
/// How many people ask at once, and how many questions each.
const PEOPLE: u32 = 20;
const QUESTIONS: u32 = 50;
const QUESTION: &str = "<@bot> siapa walikota hamamatsu";

#[tokio::main]
async fn main() {
    println!("| servers | passages | memory, MB | at most, MB | until it answers, s |\n|---|---|---|---|---|");
    for servers in [1, 1_000, 2_500] {
        measure(servers, None).await;
    }
    for passages in [10_000, 100_000] {
        let folder = tempfile::tempdir().expect("a folder");
        write(&generated(passages, 1).corpus, folder.path());
        measure(1, Some((passages, folder.path()))).await;
    }
    println!("\n| questions | processor time each, ms |\n|---|---|");
    for way in [Way::Command, Way::Mention] {
        load(way).await;
    }
}

/// How a question is asked.
#[derive(Clone, Copy, Debug)]
enum Way {
    Command,
    Mention,
}

/// People ask one question after the other, all at once; prints a line of the second table.
async fn load(way: Way) {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let start = Instant::now();
    let mut child = program(&sandbox, None);
    until_answered(&sandbox, &channel, start).await;
    sandbox.wait_until_command("ask").await;
    let before = processor_time(child.id());
    let asking = (0..PEOPLE).map(|person| {
        let (ani, channel) = (sandbox.user(&format!("Ani {person}")), channel.clone());
        async move {
            for _ in 0..QUESTIONS {
                match way {
                    Way::Command => drop(ani.slash(&channel, "ask", asked()).await.response().await),
                    Way::Mention => drop(ani.says(&channel, QUESTION).await.reply().await),
                }
            }
        }
    });
    join_all(asking).await;
    let count = f64::from(PEOPLE * QUESTIONS);
    let each = processor_time(child.id()).saturating_sub(before).as_secs_f64() * 1000.0 / count;
    println!("| {count}, {way:?} | {each:.2} |");
    child.kill().expect("it runs");
    child.wait().expect("it has ended");
}

fn asked() -> serde_json::Value {
    serde_json::json!({ "question": "siapa walikota hamamatsu" })
}

/// The time that a process has had of all processors, in steps of 10 ms.
fn processor_time(pid: u32) -> Duration {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).expect("Linux");
    let (_, after_name) = stat.rsplit_once(')').expect("a name in brackets");
    let ticks = after_name.split_ascii_whitespace().skip(11).take(2);
    Duration::from_millis(ticks.map(|ticks| ticks.parse::<u64>().expect("a number") * 10).sum())
}

/// Starts the program on so many servers with that corpus, asks it once, and prints a line of the table.
async fn measure(servers: usize, corpus: Option<(usize, &Path)>) {
    let sandbox = Sandbox::start().await;
    let mut last = None;
    for number in 0..servers {
        let guild = sandbox.guild(&format!("Kota {number}")).create().await;
        for number in 0..CHANNELS {
            last = Some(guild.channel(&format!("kanal-{number}")).await);
        }
    }
    let channel = last.expect("a server");
    let start = Instant::now();
    let mut child = program(&sandbox, corpus.map(|(_, folder)| folder));
    let took = until_answered(&sandbox, &channel, start).await;
    sandbox.settled().await;
    let passages = corpus.map_or_else(|| "shipped".to_owned(), |(count, _)| count.to_string());
    let [now, most] = ["VmRSS:", "VmHWM:"].map(|name| megabytes(child.id(), name));
    println!("| {servers} | {passages} | {now} | {most} | {:.1} |", took.as_secs_f64());
    child.kill().expect("it runs");
    child.wait().expect("it has ended");
}

fn program(sandbox: &Sandbox, corpus: Option<&Path>) -> Child {
    let binary = env::var_os("KEMBAR_BENCH_PROGRAM").unwrap_or_else(|| env!("CARGO_BIN_EXE_kembar").into());
    let mut command = Command::new(binary);
    command.arg("serve").stdin(Stdio::null()).stdout(Stdio::null());
    command.env("DISCORD_TOKEN", sandbox.token()).env("KEMBAR_DISCORD_API", sandbox.url()).env("KEMBAR_LOG", "warn");
    command.env("KEMBAR_SECONDS_A_QUESTION", "0");
    command.envs(corpus.map(|folder| ("KEMBAR_CORPUS", folder)));
    command.spawn().expect("it starts")
}

/// The time until its first answer.
async fn until_answered(sandbox: &Sandbox, channel: &Channel, start: Instant) -> Duration {
    let mut changes = sandbox.changes();
    while !sandbox.gateway().is_ready() {
        changes.changed().await.expect("the sandbox stands");
    }
    sandbox.user("Ani").says(channel, QUESTION).await.reply().await;
    start.elapsed()
}

fn megabytes(pid: u32, name: &str) -> u64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).expect("Linux");
    let line = status.lines().find_map(|line| line.strip_prefix(name)).expect("memory is told");
    line.split_ascii_whitespace().next().and_then(|it| it.parse::<u64>().ok()).expect("a number") / 1024
}

/// Writes a corpus as files.
fn write(corpus: &Corpus, folder: &Path) {
    for document in corpus.documents() {
        fs::write(folder.join(format!("{}.toml", document.id)), to_toml(document)).expect("a file");
    }
}
