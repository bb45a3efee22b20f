//! What all handlers of the bot share: who answers, and what has been counted. It knows nothing of Discord's events.

use std::sync::Arc;
use std::time::{Duration, Instant, SystemTime};

use arc_swap::ArcSwap;
use serenity::all::GuildId;
use tokio::sync::watch;
use tokio_util::task::TaskTracker;
use url::Url;

use super::commands::Names;
use super::gateway::Gateway;
use super::health::{Health, Reloaded};
use super::heard::Heard;
use super::people::{Act, Admission, People, PersonLimit};
use super::rendering::{self, View};
use super::reply::Reply;
use super::requests::Requests;
use crate::answer::{Answer, Answerer, Outcome, Question};
use crate::gaps::{Gap, Gaps, Kind};
use crate::language::Language;

/// An answer as those who watch are told of it.
#[derive(Debug)]
pub struct Answered<'a> {
    /// The answer, with its question.
    pub answer: &'a Answer,
    /// How long finding it took.
    pub took: Duration,
    /// On which server it was asked; `None` in direct messages.
    pub server: Option<u64>,
}

/// An answer, and who gave it: a reload may come before it is shown, and all that is shown is to be of one corpus.
pub struct Given {
    /// The answer.
    pub answer: Answer,
    answerer: Arc<Answerer>,
}

impl Given {
    /// The answer as it is to be shown.
    #[must_use]
    pub fn shown(&self, view: &View) -> Reply {
        rendering::answer(&self.answer, self.answerer.corpus(), view)
    }
}

/// Told of each answer before it is shown.
type Watcher = Box<dyn Fn(&Answered<'_>) + Send + Sync>;

/// What the bot's handlers share. It outlives connections to Discord.
pub struct Service {
    answerer: ArcSwap<Loaded>,
    watchers: Vec<Watcher>,
    reloads: watch::Sender<u64>,
    heard: Heard,
    /// The way of every request to Discord.
    pub(super) requests: Requests,
    health: Health,
    people: Option<People>,
    gaps: Option<Gaps>,
    /// Where the source code can be had, where that is known.
    pub(super) source_url: Option<String>,
    gateway: Gateway,
    /// How its commands are named.
    pub(super) names: Names,
    /// The events in hand, which a stop waits for.
    pub(super) in_hand: TaskTracker,
}

/// Who answers, and since when.
struct Loaded {
    answerer: Arc<Answerer>,
    at: SystemTime,
}

impl Loaded {
    fn now(answerer: Arc<Answerer>) -> Arc<Self> {
        Arc::new(Self { answerer, at: SystemTime::now() })
    }
}

/// Where the source code can be had, as the package says; empty where it does not.
const REPOSITORY: &str = env!("CARGO_PKG_REPOSITORY");

impl Service {
    /// Answers by `answerer`.
    #[must_use]
    pub fn new(answerer: impl Into<Arc<Answerer>>) -> Self {
        Self {
            answerer: ArcSwap::new(Loaded::now(answerer.into())),
            watchers: vec![Box::new(log)],
            reloads: watch::Sender::new(0),
            heard: Heard::default(),
            requests: Requests::default(),
            health: Health::default(),
            people: None,
            gaps: None,
            source_url: Some(REPOSITORY).filter(|url| !url.is_empty()).map(str::to_owned),
            gateway: Gateway::default(),
            names: Names::default(),
            in_hand: TaskTracker::new(),
        }
    }

    /// The same, where each person may ask so much.
    #[must_use]
    pub fn limited_to(mut self, limit: PersonLimit) -> Self {
        self.people = People::new(limit);
        self
    }

    /// The same, whose requests take this way.
    #[must_use]
    pub fn sending_by(mut self, requests: Requests) -> Self {
        self.requests = requests;
        self
    }

    /// The same, where what is asked for in vain is noted.
    #[must_use]
    pub fn with_gaps(mut self, gaps: Option<Gaps>) -> Self {
        self.gaps = gaps;
        self
    }

    /// The same, whose source code is at this address; without one, where the package says.
    #[must_use]
    pub fn with_source_at(mut self, url: Option<&Url>) -> Self {
        self.source_url = url.map(Url::to_string).or(self.source_url);
        self
    }

    /// The gaps list, where one is kept.
    #[must_use]
    pub const fn gaps(&self) -> Option<&Gaps> {
        self.gaps.as_ref()
    }

    /// Is the next question of `person` let in; those that are not are counted.
    pub(super) fn admit(&self, person: u64) -> Admission {
        let admission = self.people.as_ref().map_or(Admission::Admitted, |people| people.admit(person));
        self.note_admission(admission == Admission::Admitted);
        admission
    }

    /// Is what `person` does next let in; questions that are not are counted.
    pub(super) fn lets_in(&self, person: u64, act: Act) -> bool {
        let is_let_in = self.people.as_ref().is_none_or(|people| people.lets_in(person, act));
        self.note_admission(is_let_in || act == Act::Step);
        is_let_in
    }

    fn note_admission(&self, is_admitted: bool) {
        if !is_admitted {
            self.health.limited.inc();
        }
    }

    /// How many questions were one too many for a person since the start.
    #[must_use]
    pub fn limited(&self) -> u64 {
        self.health.limited.get()
    }

    /// The same, with someone who is told of each answer before it is shown. What watches must not wait.
    #[must_use]
    pub fn watched_by(mut self, watcher: impl Fn(&Answered<'_>) + Send + Sync + 'static) -> Self {
        self.watchers.push(Box::new(watcher));
        self
    }

    /// How the bot fares.
    #[must_use]
    pub const fn health(&self) -> &Health {
        &self.health
    }

    /// Who answers now. Whoever makes one reply of several things takes it once, so that all are of one corpus.
    #[must_use]
    pub fn answerer(&self) -> Arc<Answerer> {
        Arc::clone(&self.answerer.load().answerer)
    }

    /// Since when it does.
    #[must_use]
    pub fn loaded_at(&self) -> SystemTime {
        self.answerer.load().at
    }

    /// The bot's connections to Discord's gateway.
    #[must_use]
    pub const fn gateway(&self) -> &Gateway {
        &self.gateway
    }

    /// How many events are being dealt with.
    #[must_use]
    pub fn in_hand(&self) -> usize {
        self.in_hand.len()
    }

    /// From now on `answerer` answers. Questions in hand are finished by the one before.
    pub fn replace(&self, answerer: Answerer) {
        self.answerer.store(Loaded::now(Arc::new(answerer)));
        self.health.note_reload(Reloaded::Loaded);
        self.reloads.send_modify(|count| *count += 1);
    }

    /// How often the corpus was replaced since the start.
    #[must_use]
    pub fn reloads(&self) -> u64 {
        *self.reloads.borrow()
    }

    /// The same, to wait for the next.
    #[must_use]
    pub fn watch_reloads(&self) -> watch::Receiver<u64> {
        self.reloads.subscribe()
    }

    /// The answer, to be shown anew: nobody is told of it.
    #[must_use]
    pub fn answer_again(&self, question: &Question) -> Given {
        let answerer = self.answerer();
        Given { answer: answerer.answer(question), answerer }
    }

    /// The answer; whoever watches is told of it.
    #[must_use]
    pub fn answer(&self, question: &Question, server: Option<GuildId>) -> Given {
        let start = Instant::now();
        let given = self.answer_again(question);
        let answer = &given.answer;
        let answered = Answered { answer, took: start.elapsed(), server: server.map(GuildId::get) };
        self.health.note_answer(answer, answered.took);
        if let Outcome::NotFound(nothing) = &answer.outcome
            && nothing.reason.is_silence()
        {
            self.note_gap(Kind::NotFound, answer.language, &nothing.sought, question);
        }
        if self.gaps.is_some() {
            for part in &answer.unanswered {
                let sought = given.answerer.sought(&Question::new(part));
                self.note_gap(Kind::NotFound, answer.language, &sought, question);
            }
        }
        for watcher in &self.watchers {
            watcher(&answered);
        }
        given
    }

    /// Someone says that the answer to `question`, as it is meant, was no help in `language`.
    pub fn not_helpful(&self, language: Language, question: &Question) {
        tracing::info!(%language, characters = question.text.chars().count(), "called not helpful");
        self.health.not_helpful.inc();
        if self.gaps.is_some() {
            self.note_gap(Kind::NotHelpful, language, &self.answerer().sought(question), question);
        }
    }

    /// Notes what was asked in vain where a list is kept and there is something to keep.
    fn note_gap(&self, kind: Kind, language: Language, sought: &[String], asked: &Question) {
        if let (Some(gaps), Some(gap)) = (&self.gaps, Gap::new(kind, language, sought, asked)) {
            gaps.note(gap, self.health.gap(kind));
        }
    }

    /// Is it the first time that a message or an interaction of this id is heard of.
    pub(super) fn is_new(&self, id: u64) -> bool {
        self.heard.is_new(id)
    }

    /// The way of every request to Discord.
    #[must_use]
    pub const fn requests(&self) -> &Requests {
        &self.requests
    }

    /// A handler panicked.
    pub(super) fn note_panic(&self) {
        self.health.panics.inc();
    }

    /// How many handlers have panicked since the start.
    #[must_use]
    pub fn panics(&self) -> u64 {
        self.health.panics.get()
    }
}

/// One line in the log, which tells neither the question nor who asked.
fn log(answered: &Answered<'_>) {
    let answer = answered.answer;
    tracing::info!(
        outcome = answer.outcome.as_str(),
        language = %answer.language,
        document = answer.passages().first().map(|passage| passage.citation.passage.to_string()),
        server = answered.server,
        microseconds = u64::try_from(answered.took.as_micros()).unwrap_or(u64::MAX),
        "answered"
    );
}
