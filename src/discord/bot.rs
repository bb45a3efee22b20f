//! The bot: what it does when Discord tells it something.

use std::collections::BTreeSet;
use std::panic::AssertUnwindSafe;
use std::sync::{Arc, Mutex, PoisonError};

use futures_util::FutureExt as _;
use serenity::all::{
    ChannelId, CommandInteraction, Context, CreateInteractionResponse, EventHandler, GuildId, Http, Interaction,
    Message, MessageId, MessageUpdateEvent, Permissions, Ready, ResumedEvent, Timestamp,
};
use serenity::async_trait;
use tokio::runtime::{Handle, RuntimeFlavor};

use super::click::Click;
use super::health::Reconnect;
use super::memory::Memory;
use super::mentions::edited;
use super::people::Act;
use super::place::Place;
use super::rendering::Form;
use super::reply::Reply;
use super::sending::{Patience, SendError};
use super::service::{Given, Service};
use super::{commands, controls, reader_of};
use crate::answer::Question;
use crate::phrases::phrase;

/// Hears Discord's events and answers. It keeps nothing of who asked or what.
pub(super) struct Bot {
    /// What it shares with every connection before and after.
    pub(super) service: Arc<Service>,
    /// What it remembers for a while.
    pub(super) memory: Memory,
    /// The way of its answers to interactions.
    pub(super) interactions: Http,
    /// Since when it hears.
    pub(super) started: Timestamp,
    /// The shards that have been connected once.
    connected: Mutex<BTreeSet<u32>>,
}

/// How many events may be in hand at once: each is a few kilobytes, and one that waits for Discord takes minutes.
const IN_HAND: usize = 5_000;

/// From how many passages on an answer may take more than a millisecond.
const SLOW_FROM: usize = 10_000;

/// Discord refuses a session of a shard with more than 2,500 servers; how many shards it advises is asked for at the start.
const NEARLY_FULL: usize = 2_000;

/// What an event came from: who is to be told where it cannot be dealt with.
#[derive(Clone, Copy)]
pub(super) enum Cause<'e> {
    /// A message, as it was sent or as an edit left it.
    Message(&'e Message),
    /// A command, a button, or what else waits for an answer.
    Interaction(&'e Interaction),
    /// Something that nobody waits for.
    Event,
}

impl Bot {
    pub(super) fn new(service: Arc<Service>, interactions: Http) -> Self {
        let connected = Mutex::default();
        Self { service, memory: Memory::new(), interactions, started: Timestamp::now(), connected }
    }

    /// The answer; it is logged and counted.
    pub(super) fn answer(&self, question: &Question, server: Option<GuildId>) -> Given {
        self.asking(|| self.service.answer(question, server))
    }

    /// What `work` gives, which asks the corpus. That of a large one takes a while: the runtime's other work then goes to another
    /// thread.
    pub(super) fn asking<T>(&self, work: impl FnOnce() -> T) -> T {
        let has_threads = Handle::current().runtime_flavor() == RuntimeFlavor::MultiThread;
        let is_slow = self.service.answerer().index().len() >= SLOW_FROM;
        if has_threads && is_slow { tokio::task::block_in_place(work) } else { work() }
    }

    /// Does what an event asks for; every handler goes through here. A stop waits for it. Should it panic, that is logged,
    /// counted, and told to who waits, and the bot lives on.
    pub(super) async fn guarded(&self, ctx: &Context, cause: Cause<'_>, work: impl Future<Output = ()> + Send) {
        if self.service.in_hand() >= IN_HAND {
            self.service.health().left.inc();
            return tracing::warn!(in_hand = IN_HAND, "too much work in hand; an event is left");
        }
        let guarded = async {
            if AssertUnwindSafe(work).catch_unwind().await.is_ok() {
                return;
            }
            self.service.note_panic();
            tracing::error!(characters = cause.characters(), "a handler panicked");
            self.tell(ctx, cause, "failed").await;
        };
        self.service.in_hand.track_future(guarded).await;
    }

    /// Says the phrase of that id: to who asks alone where Discord can, else as a reply, in place of the one that stands.
    pub(super) async fn tell(&self, ctx: &Context, cause: Cause<'_>, id: &'static str) {
        match cause {
            Cause::Message(message) => self.say_failed(ctx, message, id).await,
            Cause::Interaction(Interaction::Command(command)) => {
                self.respond(command, Reply::text(phrase(reader_of(&command.locale), id)), true).await;
            }
            // Where the click has been answered already, there is nothing more to say.
            Cause::Interaction(Interaction::Component(component)) => Click { bot: self, component }.tell(id).await,
            // Where there is no room for words: left unanswered, it would be told as a failure.
            Cause::Interaction(Interaction::Autocomplete(command)) => commands::offer(self, command, Vec::new()).await,
            Cause::Interaction(_) | Cause::Event => {}
        }
    }

    /// The form that a channel takes where the bot has these permissions; with none known, as in a direct message, embeds.
    pub(super) fn form_for(permissions: Option<Permissions>) -> Form {
        if permissions.is_none_or(Permissions::embed_links) { Form::Embed } else { Form::Text }
    }

    /// Answers an interaction; `private` for its asker's eyes alone. Whether Discord has taken it.
    pub(super) async fn respond(&self, command: &CommandInteraction, reply: Reply, private: bool) -> bool {
        let response = CreateInteractionResponse::Message(reply.response().ephemeral(private));
        let requests = &self.service.requests;
        let sent = requests
            .send(Patience::Interaction, || command.create_response(&self.interactions, response.clone()))
            .await;
        let sent = sent.or_else(SendError::unless_answered);
        if let Err(error) = &sent {
            tracing::warn!(%error, "an interaction could not be answered");
        }
        sent.is_ok()
    }

    fn connected(&self, ctx: &Context, ready: &Ready) {
        tracing::info!(
            name = ready.user.name,
            servers = ready.guilds.len(),
            shard = ready.shard.map(|shard| shard.id.get()),
            "connected to Discord"
        );
        self.interactions.set_application_id(ready.application.id);
        let shard = ctx.shard_id.get();
        if ready.guilds.len() > NEARLY_FULL {
            tracing::warn!(shard, servers = ready.guilds.len(), "a shard is nearly full: start anew with more shards");
        }
        let (is_first, is_new) = {
            let mut connected = self.connected.lock().unwrap_or_else(PoisonError::into_inner);
            (connected.is_empty(), connected.insert(shard))
        };
        if !is_new {
            self.service.health().note_reconnect(Reconnect::New);
        }
        // Once a run, as every reconnect is told as ready again, and in one process; the others learn what is registered.
        let registers = shard == 0 && is_new;
        if registers {
            let invite = super::serve::invite(ready.application.id);
            tracing::info!("invite the bot to a server with {invite}");
        }
        if registers || is_first {
            let (http, service) = (Arc::clone(&ctx.http), Arc::clone(&self.service));
            // As long as it takes: a stop does not wait for it.
            tokio::spawn(async move { commands::register(&http, &service, registers).await });
        }
    }
}

#[async_trait]
impl EventHandler for Bot {
    async fn ready(&self, ctx: Context, ready: Ready) {
        self.guarded(&ctx, Cause::Event, async { self.connected(&ctx, &ready) }).await;
    }

    async fn resume(&self, ctx: Context, _: ResumedEvent) {
        self.guarded(&ctx, Cause::Event, async { self.service.health().note_reconnect(Reconnect::Resumed) }).await;
    }

    async fn message(&self, ctx: Context, message: Message) {
        if !self.service.is_new(message.id.get()) {
            return;
        }
        self.guarded(&ctx, Cause::Message(&message), Box::pin(self.hear(&ctx, &message))).await;
    }

    async fn message_update(&self, ctx: Context, _: Option<Message>, _: Option<Message>, event: MessageUpdateEvent) {
        let Some(message) = edited(&event) else { return };
        let work = Box::pin(self.hear_edit(&ctx, &message, event.mentions.is_some()));
        self.guarded(&ctx, Cause::Message(&message), work).await;
    }

    async fn message_delete(&self, ctx: Context, channel: ChannelId, message: MessageId, _: Option<GuildId>) {
        self.guarded(&ctx, Cause::Event, self.hear_deletions(&ctx, channel, &[message])).await;
    }

    async fn message_delete_bulk(
        &self,
        ctx: Context,
        channel: ChannelId,
        messages: Vec<MessageId>,
        _: Option<GuildId>,
    ) {
        self.guarded(&ctx, Cause::Event, self.hear_deletions(&ctx, channel, &messages)).await;
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        if !self.service.is_new(interaction.id().get()) {
            return;
        }
        let work = async {
            if let Some((person, act)) = act(&interaction)
                && !self.service.lets_in(person, act)
            {
                return self.tell(&ctx, Cause::Interaction(&interaction), "too-often").await;
            }
            if let Some(place) = Place::of_interaction(&ctx, &interaction) {
                // For the operator's log alone: an interaction says by itself which form it takes.
                place.form(&self.memory);
                if commands::sends_files(&interaction) {
                    place.wants_files(&self.memory);
                }
            }
            match &interaction {
                Interaction::Command(command) => commands::run(self, &ctx, command).await,
                Interaction::Autocomplete(command) => commands::complete(self, command).await,
                Interaction::Component(click) => controls::run(self, click).await,
                _ => {}
            }
        };
        self.guarded(&ctx, Cause::Interaction(&interaction), Box::pin(work)).await;
    }
}

/// Who does what by an interaction.
fn act(interaction: &Interaction) -> Option<(u64, Act)> {
    let (user, act) = match interaction {
        Interaction::Command(command) => (&command.user, commands::act(command)),
        Interaction::Autocomplete(command) => (&command.user, Act::Step),
        Interaction::Component(click) => (&click.user, Act::Step),
        _ => return None,
    };
    Some((user.id.get(), act))
}

impl Cause<'_> {
    /// How long what was asked is, in code points, where it was a message or a command's text.
    fn characters(self) -> Option<usize> {
        match self {
            Self::Message(message) => Some(message.content.chars().count()),
            Self::Interaction(Interaction::Command(command)) => {
                let texts = command.data.options.iter().filter_map(|option| option.value.as_str());
                Some(texts.map(|text| text.chars().count()).sum())
            }
            Self::Interaction(_) | Self::Event => None,
        }
    }
}
