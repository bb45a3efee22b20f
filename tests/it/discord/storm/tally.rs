//! How each question came out.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::fmt;
use std::time::Duration;

use discord_sandbox::{Channel, Delivery, Interaction, Message};
use futures_util::FutureExt as _;

use super::Storm;

/// A question, and the way it was asked.
pub(super) enum Asked {
    Message(Box<Message>),
    Command(Box<(Interaction, Channel)>),
}

impl Asked {
    pub(super) fn message(message: Message) -> Self {
        Self::Message(Box::new(message))
    }

    pub(super) fn command(interaction: Interaction, channel: Channel) -> Self {
        Self::Command(Box::new((interaction, channel)))
    }

    fn id(&self) -> u64 {
        match self {
            Self::Message(message) => message.id(),
            Self::Command(asked) => asked.0.id(),
        }
    }

    fn channel(&self) -> u64 {
        match self {
            Self::Message(message) => message.channel().id(),
            Self::Command(asked) => asked.1.id(),
        }
    }

    fn was_acknowledged(&self) -> bool {
        let delivery = match self {
            Self::Message(message) => message.delivery(),
            Self::Command(asked) => asked.0.delivery(),
        };
        delivery == Delivery::Acknowledged
    }

    /// A question that its asker has deleted needs no answer, and loses the one that it has.
    fn is_taken_back(&self) -> bool {
        matches!(self, Self::Message(message) if message.now().is_deleted())
    }

    /// Is there nothing to wait for any more.
    pub(super) fn is_answered(&self) -> bool {
        match self {
            Self::Message(message) => self.is_taken_back() || !message.replies().is_empty(),
            Self::Command(asked) => has_response(&asked.0),
        }
    }
}

fn has_response(interaction: &Interaction) -> bool {
    interaction.response_within(Duration::ZERO).now_or_never().flatten().is_some()
}

/// What excuses a question, and what went wrong.
#[derive(Default)]
pub(super) struct Tally {
    /// Questions that were open when their channel was closed to the bot or deleted, or were asked while it was closed.
    excused: HashSet<usize>,
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

    /// Is it delivered, and has to be answered yet.
    pub(super) fn is_owed(&self, number: usize, asked: &Asked) -> bool {
        !asked.is_answered() && asked.was_acknowledged() && !self.excused.contains(&number)
    }
}

/// How many questions came out how.
#[derive(Debug, Default)]
pub(super) struct Count {
    pub(super) asked: usize,
    pub(super) answered: usize,
    channel_gone: usize,
    /// Deleted by who asked.
    taken_back: usize,
    never_delivered: usize,
    /// Delivered, or let through by REST, after Discord had given the interaction up.
    pub(super) out_of_time: usize,
    pub(super) lost: usize,
    pub(super) doubled: usize,
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { asked, answered, channel_gone, taken_back, never_delivered, out_of_time, lost, doubled } = self;
        write!(
            f,
            "asked {asked}, answered {answered}, channel gone {channel_gone}, taken back {taken_back}, never delivered {never_delivered}, \
             out of time {out_of_time}, lost {lost}, doubled {doubled}"
        )
    }
}

impl Storm {
    /// The channel is closed to the bot, or gone: what is open in it may stay so.
    pub(super) fn excuse(&mut self, channel: u64) {
        let is_open = |asked: &Asked| asked.channel() == channel && !asked.is_answered();
        let open = self.asked.iter().enumerate().filter(|(_, asked)| is_open(asked));
        let open: Vec<usize> = open.map(|(number, _)| number).collect();
        self.tally.excused.extend(open);
    }

    /// How often each message was answered: the nonce of an answer is the question's id.
    fn replies(&self) -> HashMap<String, usize> {
        let ids: HashSet<u64> = self.asked.iter().map(Asked::channel).collect();
        let channels = self.asked.iter().filter_map(|asked| match asked {
            Asked::Message(message) => Some(message.channel()),
            Asked::Command(..) => None,
        });
        let mut channels: HashMap<u64, Channel> = channels.map(|channel| (channel.id(), channel)).collect();
        channels.retain(|id, _| ids.contains(id));
        let mut replies = HashMap::new();
        for message in channels.values().flat_map(Channel::messages_from_bot) {
            if let Some(nonce) = message.nonce().as_str() {
                *replies.entry(nonce.to_owned()).or_default() += 1;
            }
        }
        replies
    }

    /// Interactions that Discord has refused to take an answer for, since they were too old.
    fn refused(&self) -> HashSet<String> {
        let requests = self.sandbox.requests().into_iter().filter(|request| request.status == Some(404));
        requests.filter_map(|it| Some(it.path.strip_prefix("/interactions/")?.split('/').next()?.to_owned())).collect()
    }

    pub(super) fn count(&self) -> Count {
        let (replies, refused) = (self.replies(), self.refused());
        let mut count = Count { asked: self.asked.len(), ..Count::default() };
        for (number, asked) in self.asked.iter().enumerate() {
            let id = asked.id().to_string();
            let times = match asked {
                Asked::Message(_) => replies.get(&id).copied().unwrap_or(0),
                Asked::Command(asked) => usize::from(has_response(&asked.0)) + asked.0.followups(),
            };
            let outcome = match times {
                1 => &mut count.answered,
                2.. => &mut count.doubled,
                0 if self.tally.excused.contains(&number) => &mut count.channel_gone,
                0 if asked.is_taken_back() => &mut count.taken_back,
                0 if !asked.was_acknowledged() => &mut count.never_delivered,
                0 if refused.contains(&id) => &mut count.out_of_time,
                0 => &mut count.lost,
            };
            *outcome += 1;
        }
        count
    }

    /// What is known of each question that was lost.
    pub(super) fn unhappy(&self) -> Vec<String> {
        let requests = self.sandbox.requests();
        let owed = self.asked.iter().enumerate().filter(|(number, asked)| self.tally.is_owed(*number, asked));
        let tell = |(number, asked): (usize, &Asked)| {
            let id = asked.id().to_string();
            let of_it = |request: &&discord_sandbox::RecordedRequest| {
                request.path.contains(&id) || request.body["nonce"] == id.as_str()
            };
            let tries = requests.iter().filter(of_it).map(|request| request.status).collect::<Vec<_>>();
            let kind = if matches!(asked, Asked::Message(_)) { "message" } else { "command" };
            format!("{kind} {number} ({id}): {tries:?}")
        };
        owed.map(tell).collect()
    }
}
