//! The command line: what is typed, and what its commands print.
//!
//! It shows answers and decides nothing about them.

mod ask;
mod chat;
mod check;
mod evaluate;
mod gaps;
mod harmless;
mod health;
mod import;
mod json;
mod lines;
mod output;
mod serve;
mod show;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};
use indicatif::{ProgressBar, ProgressStyle};

use crate::answer::{Answerer, Question};
use crate::corpus::{Faults, Source};
use crate::index::{IndexError, Progress, Purpose};
use crate::language::Language;
use crate::settings::Environment;

/// Everything went well; for a question: it was found, or something near it.
const FOUND: u8 = 0;
/// A question was not found, or a corpus has faults.
const NOT_FOUND: u8 = 1;
/// The bot has ended, and may run when it is started anew.
const AGAIN: u8 = 1;
/// A fault of use or set-up.
const FAULT: u8 = 2;

/// Answers questions about the partnership of Ambon and Hamamatsu, each answer with its source.
#[derive(Parser)]
#[command(name = "kembar", version)]
struct Cli {
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Subcommand)]
enum Command {
    /// Ask one question; without QUESTION, one a line from standard input
    #[command(
        after_help = "Exits with 0 if each question has an answer, or perhaps one, 1 if any has none, 2 on a fault; see docs/json.md"
    )]
    Ask {
        /// Print each answer as one line of JSON
        #[arg(long)]
        json: bool,
        /// The language to answer in: id, en or ja; else that of the question, and where that tells none, of the terminal
        #[arg(long)]
        language: Option<Language>,
        /// How many passages to show at most; of several questions in one, the best of each all the same
        #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u8).range(1..=10))]
        limit: u8,
        /// The question
        question: Vec<String>,
    },
    /// Hold a conversation at the terminal
    Chat,
    /// Run the Discord bot, until it is told to stop
    Serve,
    /// Ask the running bot at `KEMBAR_HTTP` whether it is fit to answer: exit 0 if it is, 1 if not
    Health,
    /// Measure how well passages are found, on questions whose passages are known
    Evaluate {
        /// The paragraphs: a JSON object a line with id, language, title, text
        #[arg(long)]
        paragraphs: PathBuf,
        /// The questions: a JSON object a line with text, gold, answers, answerable
        #[arg(long)]
        questions: PathBuf,
        /// Put one typo into each question, at random by this seed
        #[arg(long, value_name = "SEED")]
        typos: Option<u64>,
        /// Ask only every other question: the even ones, that weights are tuned on, or the odd ones
        #[arg(long)]
        half: Option<evaluate::Half>,
        /// Print the figures as one line of JSON
        #[arg(long)]
        json: bool,
    },
    /// Read a corpus as the bot would, and report every fault with file, line and a hint
    Check {
        /// The corpus folder; else `KEMBAR_CORPUS`, else the embedded corpus
        dir: Option<PathBuf>,
    },
    /// List what was asked for in vain, the newest first, where `KEMBAR_GAPS` keeps that
    Gaps {
        /// Print it as CSV
        #[arg(long)]
        csv: bool,
    },
    /// Make a corpus file of a raw article: mends what a scraper leaves, and shows what it did
    Import(import::Options),
}

/// Runs the command line `arguments`, of which the first is the program's name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        // The help or the version, which were asked for.
        Err(error) if !error.use_stderr() => {
            return ExitCode::from(output::show(&error.render().ansi().to_string(), FOUND));
        }
        Err(error) => {
            let _ = error.print();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(FAULT));
        }
    };
    let environment = match Environment::with_file(Path::new(".env")) {
        Ok(environment) => environment,
        Err(error) => return ExitCode::from(refused(&error)),
    };
    let status = match cli.command {
        None => output::show(&Cli::command().render_help().ansi().to_string(), FOUND),
        Some(Command::Ask { json, language, limit, question }) => with_answerer(&environment, |answerer| {
            let template = Question::new("").for_reader(language).with_fallback(language_of_terminal());
            let template = template.limited_to(usize::from(limit));
            let question = (!question.is_empty()).then(|| question.join(" "));
            ask::run(&answerer, question.as_deref(), &template, json)
        }),
        Some(Command::Chat) => with_answerer(&environment, |answerer| chat::run(&answerer)),
        Some(Command::Serve) => serve::run(&environment),
        Some(Command::Evaluate { paragraphs, questions, typos, half, json }) => {
            evaluate::run(&evaluate::Options { paragraphs, questions, typos, half }, json)
        }
        Some(Command::Health) => health::run(&environment),
        Some(Command::Gaps { csv }) => gaps::run(&environment, csv),
        Some(Command::Import(options)) => import::run(options, &environment.source()),
        Some(Command::Check { dir }) => check::run(&dir.map_or_else(|| environment.source(), Source::Folder)),
    };
    ExitCode::from(status)
}

/// What is read without the byte order mark that some programs put before it.
fn without_mark(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// Says why a command cannot do its work.
fn refused(reason: &dyn std::error::Error) -> u8 {
    output::complain(harmless::harmless(&reason.to_string()));
    FAULT
}

/// The language that the environment asks programs to speak, where Kembar does, else English.
fn language_of_terminal() -> Language {
    let named = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|tag| !tag.is_empty()));
    named.and_then(|tag| Language::of_locale(&tag)).unwrap_or(Language::En)
}

fn style() -> ProgressStyle {
    let style = ProgressStyle::with_template("indexing {wide_bar} {human_pos} of {human_len} passages, {eta} to go");
    style.unwrap_or_else(|_| ProgressStyle::default_bar())
}

/// Why nothing can be answered.
enum NoAnswerer {
    /// The corpus has faults.
    Faults(Faults),
    /// There is no index of it.
    Index(IndexError),
}

/// Who answers, from the corpus that is set. `told` hears what happens meanwhile; how far it is, is drawn at a terminal alone, on
/// standard error.
fn answerer(environment: &Environment, purpose: Purpose, told: fn(Progress<'_>)) -> Result<Answerer, NoAnswerer> {
    let corpus = environment.source().read().map_err(NoAnswerer::Faults)?;
    let bar = ProgressBar::no_length().with_style(style());
    let mut heard = |progress: Progress<'_>| match progress {
        Progress::Passages(done, all) => {
            bar.set_length(all as u64);
            bar.set_position(done as u64);
        }
        other => told(other),
    };
    let answerer = Answerer::open(corpus, environment.keeping().as_ref(), purpose, &mut heard);
    bar.finish_and_clear();
    answerer.map_err(NoAnswerer::Index)
}

/// Tells who asks what happens to the kept index.
fn complain_of(progress: Progress<'_>) {
    match progress {
        Progress::Broken(error) => {
            output::complain(format_args!("{}. It is built again.", harmless::harmless(&error.to_string())));
        }
        Progress::Unkept(error) => {
            let reason = error.to_string();
            output::complain(format_args!("{}. It is built in memory, for this once.", harmless::harmless(&reason)));
        }
        Progress::Waiting => output::complain("Another process builds in the index folder; it is waited for."),
        Progress::Passages(..) => {}
    }
}

fn with_answerer(environment: &Environment, use_it: impl FnOnce(Answerer) -> u8) -> u8 {
    match answerer(environment, Purpose::Asking, complain_of) {
        Ok(answerer) => use_it(answerer),
        Err(NoAnswerer::Faults(faults)) => {
            check::report(&faults, &environment.source());
            FAULT
        }
        Err(NoAnswerer::Index(error)) => refused(&error),
    }
}
