//! The program under load, through the sandbox: how long from an event to the reply's request, how many answers a second,
//! how much memory; and how soon it is ready.
//!
//! `cargo bench --bench load`; with `KEMBAR_BENCH_LONG` set, memory is followed up to the 100,000th question; at 800 questions
//! a second, or as many as `KEMBAR_BENCH_RATE` says. `-- memory` measures memory alone. The sandbox shares the machine with
//! the program, so the figures are on the safe side. Questions are commands: of their answers Discord limits none.

use std::collections::HashMap;
use std::env;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use discord_sandbox::{Channel, Sandbox, User};
use serde_json::json;

/// How long all questions of a step may take to be answered.
const PATIENCE: Duration = Duration::from_mins(10);

const QUESTIONS: [&str; 6] = [
    include_str!("../tests/questions/fitted/answerable_id.txt"),
    include_str!("../tests/questions/fitted/answerable_en.txt"),
    include_str!("../tests/questions/fitted/answerable_ja.txt"),
    include_str!("../tests/questions/held_out/answerable_id.txt"),
    include_str!("../tests/questions/held_out/unanswerable_en.txt"),
    include_str!("../tests/questions/held_out/answerable_ja.txt"),
];

#[tokio::main]
async fn main() {
    // `cargo test --benches` asks for nothing to be measured.
    if env::args().any(|argument| argument == "--test") {
        return;
    }
    if !env::args().any(|argument| argument == "memory") {
        speed().await;
    }
    memory().await;
}

/// How soon the program answers, alone and under load.
async fn speed() {
    println!("`ask` as a whole process: {:.1} ms (median of 21)", ask().as_secs_f64() * 1e3);
    let mut scene = Scene::new().await;
    println!("start to READY: {:.0} ms", scene.ready.as_secs_f64() * 1e3);
    println!("| questions a second | asked | p50 | p99 | answered within |");
    println!("|---|---|---|---|---|");
    for (rate, seconds) in [(100, 20), (500, 5), (1_000, 5), (1_500, 5), (2_000, 5), (3_000, 5)] {
        let load = scene.load(rate, rate * seconds).await;
        println!("| {rate} | {} | {:.2} ms | {:.2} ms | {:.1} s |", rate * seconds, load.p50, load.p99, load.took);
        if load.p99 > 100.0 {
            break;
        }
    }
}

/// How much memory it holds after so many questions.
async fn memory() {
    let rate = env::var("KEMBAR_BENCH_RATE").ok().and_then(|rate| rate.parse().ok()).unwrap_or(800);
    let long = env::var_os("KEMBAR_BENCH_LONG").map(|_| 100_000);
    println!("| questions, {rate} a second | resident | of it files |");
    println!("|---|---|---|");
    let mut scene = Scene::new().await;
    scene.print_memory();
    for until in [1_000, 10_000].into_iter().chain(long) {
        let count = until - scene.asked;
        scene.load(rate, count).await;
        scene.print_memory();
    }
}

/// How long `kembar ask` takes from its start to its end.
fn ask() -> Duration {
    let mut times: Vec<Duration> = (0..21)
        .map(|_| {
            let start = Instant::now();
            let status = program().args(["ask", "siapa walikota hamamatsu"]).stdout(Stdio::null()).status();
            assert!(status.expect("kembar runs").success());
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[times.len() / 2]
}

fn program() -> Command {
    let mut command = match env::var_os("KEMBAR_BENCH_PROGRAM") {
        Some(program) => Command::new(program),
        None => Command::new(env!("CARGO_BIN_EXE_kembar")),
    };
    command.current_dir(env::temp_dir()).env_clear().stdin(Stdio::null()).stderr(Stdio::null());
    command
}

/// The program, connected, with a channel and somebody to ask in it.
struct Scene {
    sandbox: Sandbox,
    channel: Channel,
    person: User,
    program: Child,
    ready: Duration,
    asked: usize,
    /// How many of the sandbox's requests have been looked at.
    requests: usize,
}

/// How a number of questions was answered: times in milliseconds, but the whole in seconds.
struct Load {
    p50: f64,
    p99: f64,
    took: f64,
}

impl Scene {
    async fn new() -> Self {
        let sandbox = Sandbox::builder().openapi("/none").start().await;
        let guild = sandbox.guild("Ambon").create().await;
        let channel = guild.channel("umum").await;
        let person = sandbox.user("Ani");
        let start = Instant::now();
        let program = program()
            .arg("serve")
            .env("DISCORD_TOKEN", sandbox.token())
            .env("KEMBAR_DISCORD_API", sandbox.url())
            .env("KEMBAR_SECONDS_A_QUESTION", "0")
            .spawn();
        sandbox.gateway().wait_until_ready().await;
        let ready = start.elapsed();
        sandbox.wait_until_command("ask").await;
        Self { sandbox, channel, person, program: program.expect("kembar starts"), ready, asked: 0, requests: 0 }
    }

    /// Asks `count` questions, `rate` a second, whether those before are answered or not, and waits for the last answer.
    async fn load(&mut self, rate: usize, count: usize) -> Load {
        let questions: Vec<&str> = QUESTIONS.iter().flat_map(|set| set.lines()).collect();
        let begin = Instant::now();
        let mut sent = Vec::with_capacity(count);
        let mut ticks = tokio::time::interval(Duration::from_millis(1));
        ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Burst);
        while sent.len() < count {
            ticks.tick().await;
            let due = usize::try_from(begin.elapsed().as_micros()).unwrap_or(usize::MAX) * rate / 1_000_000 + 1;
            while sent.len() < due.min(count) {
                let text = questions[self.asked % questions.len()].split(" | ").next().unwrap_or_default();
                self.asked += 1;
                let now = Instant::now();
                let asked = self.person.slash(&self.channel, "ask", json!({ "question": text })).await;
                sent.push((asked.id(), now));
            }
        }
        let mut arrived: HashMap<u64, Instant> = HashMap::with_capacity(count);
        while arrived.len() < count {
            let requests = self.sandbox.requests_from(self.requests);
            self.requests += requests.len();
            for request in requests {
                let id =
                    request.path.strip_prefix("/interactions/").and_then(|rest| rest.split('/').next()?.parse().ok());
                arrived.extend(id.map(|id| (id, request.at)));
            }
            assert!(begin.elapsed() < PATIENCE, "{} of {count} are answered", arrived.len());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        let last = arrived.values().max().copied().unwrap_or(begin);
        let mut times: Vec<f64> = sent.iter().map(|(id, at)| (arrived[id] - *at).as_secs_f64() * 1e3).collect();
        times.sort_unstable_by(f64::total_cmp);
        let percentile = |percent: usize| times[(times.len() * percent / 100).min(times.len() - 1)];
        Load { p50: percentile(50), p99: percentile(99), took: (last - begin).as_secs_f64() }
    }

    /// The program's memory in MiB, as Linux tells it under that name; 0 where it does not.
    fn memory(&self, name: &str) -> f64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.program.id())).unwrap_or_default();
        let line = status.lines().find_map(|line| line.strip_prefix(name));
        line.and_then(|line| line.trim().strip_suffix(" kB")?.parse::<f64>().ok()).unwrap_or_default() / 1024.0
    }

    /// A line of the table on memory: all that is resident, and what of it is the binary and other files.
    fn print_memory(&self) {
        let [all, files] = ["VmRSS:", "RssFile:"].map(|name| self.memory(name));
        println!("| {} | {all:.1} MiB | {files:.1} MiB |", self.asked);
    }
}

impl Drop for Scene {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}
