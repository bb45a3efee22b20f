//! The bot: what it does when Discord tells it something.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use futures_util::FutureExt as _;
use serenity::all::{
    CommandInteraction, Context, CreateInteractionResponse, EventHandler, GuildId, Interaction, Message,
    MessageReference, Nonce, Permissions, Ready, RoleId,
};
use serenity::async_trait;
use tokio_util::task::TaskTracker;

use super::addressing::{Addressed, addressed};
use super::rendering::{self, Form};
use super::reply::Reply;
use super::sending::{Patience, SendError};
use super::service::Service;
use super::{commands, language_of};
use crate::answer::{Answer, Question};
use crate::language::{Language, detect};
use crate::phrases::phrase;

/// Hears Discord's events and answers. It keeps nothing of who asked or what.
pub(super) struct Bot {
    /// What it shares with every connection before and after.
    pub(super) service: Arc<Service>,
    /// The questions in hand, which a stop waits for.
    in_hand: TaskTracker,
    registering: AtomicBool,
}

/// What an event came from: who is to be told where it cannot be dealt with.
#[derive(Clone, Copy)]
pub(super) enum Cause<'e> {
    /// A message to the bot.
    Message(&'e Message),
    /// A command, a button, or what else waits for an answer.
    Interaction(&'e Interaction),
    /// Something that nobody waits for.
    Event,
}

impl Bot {
    pub(super) fn new(service: Arc<Service>, in_hand: TaskTracker) -> Self {
        Self { service, in_hand, registering: AtomicBool::new(false) }
    }

    /// The answer; it is logged and counted.
    pub(super) fn answer(&self, question: &Question, server: Option<GuildId>) -> Answer {
        self.service.answer(question, server)
    }

    /// Does what an event asks for; every handler goes through here. A stop waits for it. Should it panic, that is logged,
    /// counted, and told to who waits, and the bot lives on.
    pub(super) async fn guarded(&self, ctx: &Context, cause: Cause<'_>, work: impl Future<Output = ()> + Send) {
        let guarded = async {
            if AssertUnwindSafe(work).catch_unwind().await.is_ok() {
                return;
            }
            self.service.note_panic();
            tracing::error!(characters = cause.characters(), "a handler panicked");
            self.apologize(ctx, cause).await;
        };
        self.in_hand.track_future(guarded).await;
    }

    /// Says that it did not work: to its asker alone where Discord can, else as a reply.
    async fn apologize(&self, ctx: &Context, cause: Cause<'_>) {
        match cause {
            Cause::Message(message) => {
                let language = detect(&message.content).unwrap_or_else(|| language_of_server(ctx, message));
                self.reply(ctx, message, Reply::text(phrase(language, "failed"))).await;
            }
            Cause::Interaction(Interaction::Command(command)) => {
                let language = language_of(&command.locale).unwrap_or(Language::En);
                self.respond(ctx, command, Reply::text(phrase(language, "failed")), true).await;
            }
            Cause::Interaction(_) | Cause::Event => {}
        }
    }

    /// The form that a channel takes where the bot has these permissions; with none known, as in a direct message, embeds.
    pub(super) fn form_for(permissions: Option<Permissions>) -> Form {
        if permissions.is_none_or(Permissions::embed_links) { Form::Embed } else { Form::Text }
    }

    /// Answers an interaction; `private` for its asker's eyes alone.
    pub(super) async fn respond(&self, ctx: &Context, command: &CommandInteraction, reply: Reply, private: bool) {
        let response = CreateInteractionResponse::Message(reply.response().ephemeral(private));
        let requests = &self.service.requests;
        let sent = requests.send(Patience::Interaction, || command.create_response(&ctx.http, response.clone())).await;
        if let Err(error) = sent.or_else(SendError::unless_answered) {
            tracing::warn!(%error, "an interaction could not be answered");
        }
    }

    /// Replies to a message, also where it has been deleted meanwhile, and pings nobody. The message's id is the nonce,
    /// so that a second try is never a second reply.
    pub(super) async fn reply(&self, ctx: &Context, message: &Message, reply: Reply) {
        let builder = reply
            .message()
            .reference_message(MessageReference::from(message).fail_if_not_exists(false))
            .nonce(Nonce::String(message.id.to_string()))
            .enforce_nonce(true);
        let requests = &self.service.requests;
        let sent =
            requests.send(Patience::Message, || message.channel_id.send_message(&ctx.http, builder.clone())).await;
        if let Err(error) = sent {
            tracing::warn!(%error, server = message.guild_id.map(GuildId::get), "a question could not be answered");
        }
    }

    fn connected(&self, ctx: &Context, ready: &Ready) {
        tracing::info!(
            name = ready.user.name,
            servers = ready.guilds.len(),
            shard = ready.shard.map(|shard| shard.id.get()),
            "connected to Discord"
        );
        // Once a run: every reconnect is told as ready again.
        if !self.registering.swap(true, Ordering::Relaxed) {
            let invite = super::serve::invite(ready.application.id);
            tracing::info!("invite the bot to a server with {invite}");
            let (http, service) = (Arc::clone(&ctx.http), Arc::clone(&self.service));
            // As long as it takes: a stop does not wait for it.
            tokio::spawn(async move { commands::register(&http, &service.requests).await });
        }
    }

    async fn hear(&self, ctx: &Context, message: &Message) {
        let me = ctx.cache.current_user().id;
        let question = match addressed(message, me, role_of(ctx, message)) {
            Addressed::No => return,
            Addressed::Bare { by_role } => return self.help(ctx, message, by_role).await,
            Addressed::Question(question) => question,
        };
        let question =
            Question::new(question).with_fallback(language_of_server(ctx, message)).limited_to(rendering::PASSAGES);
        let answer = self.answer(&question, message.guild_id);
        self.reply(ctx, message, rendering::answer(&answer, form_in(ctx, message))).await;
    }

    async fn help(&self, ctx: &Context, message: &Message, by_role: bool) {
        let language = detect(&message.content).unwrap_or_else(|| language_of_server(ctx, message));
        let answerer = self.service.answerer();
        let questions = answerer.sample_questions(language, 3);
        self.reply(ctx, message, rendering::help(language, by_role, &questions, form_in(ctx, message))).await;
    }
}

#[async_trait]
impl EventHandler for Bot {
    async fn ready(&self, ctx: Context, ready: Ready) {
        self.guarded(&ctx, Cause::Event, async { self.connected(&ctx, &ready) }).await;
    }

    async fn message(&self, ctx: Context, message: Message) {
        if !self.service.is_new(message.id.get()) {
            return;
        }
        self.guarded(&ctx, Cause::Message(&message), self.hear(&ctx, &message)).await;
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        if !self.service.is_new(interaction.id().get()) {
            return;
        }
        let work = async {
            if let Interaction::Command(command) = &interaction {
                commands::run(self, &ctx, command).await;
            }
        };
        self.guarded(&ctx, Cause::Interaction(&interaction), work).await;
    }
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

/// The role that Discord made for the bot on the message's server.
fn role_of(ctx: &Context, message: &Message) -> Option<RoleId> {
    let me = ctx.cache.current_user().id;
    let guild = ctx.cache.guild(message.guild_id?)?;
    guild.roles.values().find(|role| role.tags.bot_id == Some(me)).map(|role| role.id)
}

/// The language that the message's server prefers; English where none is known.
fn language_of_server(ctx: &Context, message: &Message) -> Language {
    let guild = message.guild_id.and_then(|id| ctx.cache.guild(id));
    guild.and_then(|guild| language_of(&guild.preferred_locale)).unwrap_or(Language::En)
}

/// The form that the message's channel takes.
fn form_in(ctx: &Context, message: &Message) -> Form {
    Bot::form_for(permissions_in(ctx, message))
}

/// What the bot may do in the message's channel, or in the channel that its thread belongs to; `None` where that is not
/// known.
fn permissions_in(ctx: &Context, message: &Message) -> Option<Permissions> {
    let me = ctx.cache.current_user().id;
    let guild = ctx.cache.guild(message.guild_id?)?;
    let thread = guild.threads.iter().find(|thread| thread.id == message.channel_id);
    let channel = thread.and_then(|thread| thread.parent_id).unwrap_or(message.channel_id);
    Some(guild.user_permissions_in(guild.channels.get(&channel)?, guild.members.get(&me)?))
}
