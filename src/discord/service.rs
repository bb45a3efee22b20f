//! What all handlers of the bot share: who answers, and what has been counted. It knows nothing of Discord's events.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use arc_swap::ArcSwap;
use moka::sync::Cache;
use serenity::all::GuildId;
use tokio::sync::watch;

use super::health::Health;
use super::people::{Admission, People, PersonLimit};
use super::requests::Requests;
use crate::answer::{Answer, Answerer, Outcome, Question, Reason};
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

/// Told of each answer before it is shown.
type Watcher = Box<dyn Fn(&Answered<'_>) + Send + Sync>;

/// What the bot's handlers share. It outlives connections to Discord.
pub struct Service {
    answerer: ArcSwap<Answerer>,
    watchers: Vec<Watcher>,
    reloads: watch::Sender<u64>,
    panics: AtomicU64,
    /// What was heard already: Discord may tell an event twice.
    heard: Cache<u64, ()>,
    /// The way of every request to Discord.
    pub(super) requests: Requests,
    health: Health,
    people: Option<People>,
    limited: AtomicU64,
    gaps: Option<Gaps>,
}

/// How long an event is remembered, and how many: Discord repeats one at once, or when a session is resumed.
const HEARD: (Duration, u64) = (Duration::from_hours(1), 100_000);

impl Service {
    /// Answers by `answerer`.
    #[must_use]
    pub fn new(answerer: impl Into<Arc<Answerer>>) -> Self {
        Self {
            answerer: ArcSwap::new(answerer.into()),
            watchers: vec![Box::new(log)],
            reloads: watch::Sender::new(0),
            panics: AtomicU64::new(0),
            heard: Cache::builder().time_to_live(HEARD.0).max_capacity(HEARD.1).build(),
            requests: Requests::default(),
            health: Health::default(),
            people: None,
            limited: AtomicU64::new(0),
            gaps: None,
        }
    }

    /// The same, where each person may ask so much.
    #[must_use]
    pub fn limited_to(mut self, limit: PersonLimit) -> Self {
        self.people = People::new(limit);
        self
    }

    /// The same, where what is asked for in vain is noted.
    #[must_use]
    pub fn with_gaps(mut self, gaps: Option<Gaps>) -> Self {
        self.gaps = gaps;
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
        if admission != Admission::Admitted {
            self.limited.fetch_add(1, Ordering::Relaxed);
        }
        admission
    }

    /// How many questions were one too many for a person since the start.
    #[must_use]
    pub fn limited(&self) -> u64 {
        self.limited.load(Ordering::Relaxed)
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

    /// Who answers now. Whoever makes one reply of several answers takes it once, so that all are of one corpus.
    #[must_use]
    pub fn answerer(&self) -> Arc<Answerer> {
        self.answerer.load_full()
    }

    /// From now on `answerer` answers. Questions in hand are finished by the one before.
    pub fn replace(&self, answerer: Answerer) {
        self.answerer.store(Arc::new(answerer));
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

    /// The answer; whoever watches is told of it.
    #[must_use]
    pub fn answer(&self, question: &Question, server: Option<GuildId>) -> Answer {
        let start = Instant::now();
        let answer = self.answerer().answer(question);
        self.health.note_answer(!answer.passages().is_empty(), start.elapsed());
        let answered = Answered { answer: &answer, took: start.elapsed(), server: server.map(GuildId::get) };
        if let (Some(gaps), Outcome::NotFound(nothing)) = (&self.gaps, &answer.outcome)
            && matches!(nothing.reason, Reason::UnknownWords | Reason::NothingFits)
        {
            gaps.note(Gap::new(Kind::NotFound, answer.language, &nothing.sought));
        }
        for watcher in &self.watchers {
            watcher(&answered);
        }
        answer
    }

    /// Someone says that the answer to `question` was no help.
    pub fn not_helpful(&self, language: Language, question: &str) {
        tracing::info!(%language, characters = question.chars().count(), "called not helpful");
        if let Some(gaps) = &self.gaps {
            let sought = self.answerer().sought(&Question::new(question).with_fallback(language));
            gaps.note(Gap::new(Kind::NotHelpful, language, &sought));
        }
    }

    /// Is it the first time that a message or an interaction of this id is heard of.
    pub(super) fn is_new(&self, id: u64) -> bool {
        self.heard.entry(id).or_insert(()).is_fresh()
    }

    /// The way of every request to Discord.
    #[must_use]
    pub const fn requests(&self) -> &Requests {
        &self.requests
    }

    /// A handler panicked.
    pub(super) fn note_panic(&self) {
        self.panics.fetch_add(1, Ordering::Relaxed);
    }

    /// How many handlers have panicked since the start.
    #[must_use]
    pub fn panics(&self) -> u64 {
        self.panics.load(Ordering::Relaxed)
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
