//! How each question came out.
//!
//! A question without an answer is lost, unless the sandbox's own record says why it cannot have one: its event was written
//! on no connection; or on one that ended soon after, with no word of the client since; its asker or all of its channel is
//! gone; or Discord had given the interaction up, after a late event or a fault of its own.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::time::{Duration, Instant};

use discord_sandbox::{Channel, Delivery, Interaction, Message, RecordedRequest};
use futures_util::FutureExt as _;

use super::Storm;

/// A question, when and how it was asked.
pub(super) struct Asked {
    at: Instant,
    how: How,
}

enum How {
    Message(Box<Message>),
    Command(Box<(Interaction, Channel)>),
}

impl Asked {
    pub(super) fn message(message: Message) -> Self {
        Self { at: Instant::now(), how: How::Message(Box::new(message)) }
    }

    pub(super) fn command(interaction: Interaction, channel: Channel) -> Self {
        Self { at: Instant::now(), how: How::Command(Box::new((interaction, channel))) }
    }

    fn id(&self) -> u64 {
        match &self.how {
            How::Message(message) => message.id(),
            How::Command(asked) => asked.0.id(),
        }
    }

    fn channel(&self) -> u64 {
        match &self.how {
            How::Message(message) => message.channel().id(),
            How::Command(asked) => asked.1.id(),
        }
    }

    fn delivery(&self) -> Delivery {
        match &self.how {
            How::Message(message) => message.delivery(),
            How::Command(asked) => asked.0.delivery(),
        }
    }

    /// A question that its asker has deleted needs no answer, and loses the one that it has.
    fn is_taken_back(&self) -> bool {
        matches!(&self.how, How::Message(message) if message.now().is_deleted())
    }

    /// Is there nothing to wait for any more.
    pub(super) fn is_answered(&self) -> bool {
        match &self.how {
            How::Message(message) => self.is_taken_back() || !message.replies().is_empty(),
            How::Command(asked) => has_response(&asked.0),
        }
    }
}

fn has_response(interaction: &Interaction) -> bool {
    interaction.response_within(Duration::ZERO).now_or_never().flatten().is_some()
}

/// What went wrong.
#[derive(Default)]
pub(super) struct Tally {
    /// Questions that were open when their channel was closed to the bot or deleted, or were asked while it was closed:
    /// nothing is waited for there.
    closed: HashSet<usize>,
    /// When each channel that is gone was deleted.
    deleted: HashMap<u64, Instant>,
    struck: BTreeMap<&'static str, usize>,
}

impl Tally {
    pub(super) fn strike(&mut self, kind: &'static str) {
        *self.struck.entry(kind).or_default() += 1;
    }

    /// How often each kind of fault has struck.
    pub(super) fn struck(&self) -> &BTreeMap<&'static str, usize> {
        &self.struck
    }

    /// Is it delivered, and has to be answered yet, as far as can be told quickly.
    pub(super) fn is_owed(&self, number: usize, asked: &Asked) -> bool {
        !asked.is_answered() && asked.delivery() == Delivery::Acknowledged && !self.closed.contains(&number)
    }
}

/// How a question came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Outcome {
    Answered,
    /// Its channel was deleted while its answer was tried, or so soon that none was.
    ChannelGone,
    /// Deleted by who asked.
    TakenBack,
    /// Its event was written on no connection.
    NeverSent,
    /// Its event was written on a connection that ended before the client's next word.
    CutOff,
    /// A fault took the answer's outcome from the bot, and then the channel was closed to it.
    InDoubt,
    /// Delivered, or let through by REST, after Discord had given the interaction up.
    OutOfTime,
    Lost,
    Doubled,
}

/// How many questions came out how.
#[derive(Default)]
pub(super) struct Count(BTreeMap<Outcome, usize>);

impl Count {
    pub(super) fn of(&self, outcome: Outcome) -> usize {
        self.0.get(&outcome).copied().unwrap_or(0)
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = [
            ("answered", Outcome::Answered),
            ("channel gone", Outcome::ChannelGone),
            ("taken back", Outcome::TakenBack),
            ("never sent", Outcome::NeverSent),
            ("cut off", Outcome::CutOff),
            ("in doubt", Outcome::InDoubt),
            ("out of time", Outcome::OutOfTime),
            ("lost", Outcome::Lost),
            ("doubled", Outcome::Doubled),
        ];
        write!(f, "asked {}", self.0.values().sum::<usize>())?;
        named.iter().try_for_each(|(name, outcome)| write!(f, ", {name} {}", self.of(*outcome)))
    }
}

/// How long after an event was written its connection may end, so that the client need not have read it: it says a word
/// each heartbeat, and serenity takes a moment to see that none is answered.
const UNREAD: Duration = Duration::from_secs(15);
/// How long after a question its channel's end is an excuse where no answer was tried yet.
const UNTRIED: Duration = Duration::from_secs(9);
/// Discord gives an interaction up after three seconds. An event so late leaves the bot too few of them.
const LATE: Duration = Duration::from_secs(2);

/// Did a try fail: by a fault, or since its channel was gone.
fn is_failed(request: &RecordedRequest) -> bool {
    !matches!(request.status, Some(200 | 204))
}

/// Was a try's outcome lost by a fault, and the next refused for good: the bot may not know whether an answer stands.
fn is_in_doubt(tries: &[RecordedRequest]) -> bool {
    let is_lost = |request: &RecordedRequest| request.status.is_none_or(|status| status >= 500);
    let lost = tries.iter().position(is_lost);
    lost.is_some_and(|lost| tries[lost..].iter().any(|request| request.status == Some(403)))
}

impl Storm {
    /// The channel is closed to the bot: what is open in it may stay so for long.
    pub(super) fn close(&mut self, channel: u64) {
        let is_open = |asked: &Asked| asked.channel() == channel && !asked.is_answered();
        let open = self.asked.iter().enumerate().filter(|(_, asked)| is_open(asked));
        let open: Vec<usize> = open.map(|(number, _)| number).collect();
        self.tally.closed.extend(open);
    }

    /// The channel is deleted.
    pub(super) fn gone(&mut self, channel: u64) {
        self.close(channel);
        self.tally.deleted.insert(channel, Instant::now());
    }

    /// The bot's messages that answer each question: they reply to it, or have its id as their nonce.
    fn answers(&self) -> HashMap<u64, usize> {
        let mut answers = HashMap::new();
        for message in self.sandbox.messages_from_bot() {
            let nonce = message.nonce().as_str().and_then(|nonce| nonce.parse().ok());
            if let Some(question) = message.referenced_id().or(nonce) {
                *answers.entry(question).or_default() += 1;
            }
        }
        answers
    }

    /// The requests by which each question was tried to be answered: callbacks of interactions, messages by their nonce.
    fn tries(&self) -> HashMap<u64, Vec<RecordedRequest>> {
        let mut tries: HashMap<_, Vec<_>> = HashMap::new();
        for request in self.sandbox.requests() {
            let interaction = request.path.strip_prefix("/interactions/").and_then(|path| path.split('/').next());
            let question = interaction.or(request.body["nonce"].as_str()).and_then(|id| id.parse().ok());
            if let Some(question) = question {
                tries.entry(question).or_default().push(request);
            }
        }
        tries
    }

    pub(super) fn count(&self) -> Count {
        let mut count = Count::default();
        for (_, outcome) in self.outcomes() {
            *count.0.entry(outcome).or_default() += 1;
        }
        count
    }

    fn outcomes(&self) -> Vec<(&Asked, Outcome)> {
        let (answers, tries) = (self.answers(), self.tries());
        let outcome = |asked: &Asked| {
            let times = match &asked.how {
                How::Message(_) => answers.get(&asked.id()).copied().unwrap_or(0),
                How::Command(asked) => usize::from(has_response(&asked.0)) + asked.0.followups(),
            };
            match times {
                0 => self.excuse(asked, tries.get(&asked.id()).map_or(&[], Vec::as_slice)),
                1 => Outcome::Answered,
                _ => Outcome::Doubled,
            }
        };
        self.asked.iter().map(|asked| (asked, outcome(asked))).collect()
    }

    /// Why a question needs no answer, if it needs none.
    fn excuse(&self, asked: &Asked, tries: &[RecordedRequest]) -> Outcome {
        let deleted = self.tally.deleted.get(&asked.channel());
        match asked.delivery() {
            Delivery::NeverSent => Outcome::NeverSent,
            Delivery::CutOff(after) if after < UNREAD => Outcome::CutOff,
            _ if asked.is_taken_back() => Outcome::TakenBack,
            _ if deleted.is_some_and(|at| tries.last().map_or(*at - asked.at < UNTRIED, is_failed)) => {
                Outcome::ChannelGone
            }
            _ if is_in_doubt(tries) => Outcome::InDoubt,
            _ if self.is_out_of_time(asked, tries) => Outcome::OutOfTime,
            _ => Outcome::Lost,
        }
    }

    /// Has Discord refused a callback as too late, for no fault of the bot's: the event came late, or an earlier try failed
    /// by a fault.
    fn is_out_of_time(&self, asked: &Asked, tries: &[RecordedRequest]) -> bool {
        let sent = self.sandbox.gateway().first_sent(asked.id());
        let was_late = sent.is_some_and(|sent| sent - asked.at > LATE);
        let had_a_fault = tries.iter().any(|it| !matches!(it.status, Some(200 | 204 | 404)));
        tries.iter().any(|it| it.status == Some(404)) && (was_late || had_a_fault)
    }

    /// How many of the questions that were answered came with a resumed session.
    pub(super) fn answered_after_a_resume(&self) -> usize {
        let outcomes = self.outcomes().into_iter().filter(|it| it.1 == Outcome::Answered);
        outcomes.filter(|(asked, _)| self.sandbox.gateway().was_replayed(asked.id())).count()
    }

    /// What is known of each question that was lost or doubled.
    pub(super) fn unhappy(&self) -> Vec<String> {
        let tries = self.tries();
        let outcomes = self.outcomes().into_iter().filter(|it| matches!(it.1, Outcome::Lost | Outcome::Doubled));
        let tell = |(asked, outcome): (&Asked, Outcome)| {
            let (id, age) = (asked.id(), asked.at.elapsed());
            let tries: Vec<_> = tries.get(&id).into_iter().flatten().map(|request| request.status).collect();
            let kind = if matches!(asked.how, How::Message(_)) { "message" } else { "command" };
            format!("{outcome:?}: {kind} {id}, {:?}, asked {age:?} ago, tries {tries:?}", asked.delivery())
        };
        outcomes.map(tell).collect()
    }

    /// The longest times that excuse something: for the comments on [`UNREAD`] and [`UNTRIED`] to be right.
    pub(super) fn longest_excuses(&self) -> [Duration; 2] {
        let outcomes = self.outcomes();
        let of = |outcome| outcomes.iter().filter(move |it| it.1 == outcome).map(|it| it.0);
        let cut_off = of(Outcome::CutOff).filter_map(|asked| match asked.delivery() {
            Delivery::CutOff(after) => Some(after),
            _ => None,
        });
        let gone = of(Outcome::ChannelGone).map(|asked| self.tally.deleted[&asked.channel()] - asked.at);
        [cut_off.max().unwrap_or_default(), gone.max().unwrap_or_default()]
    }
}
