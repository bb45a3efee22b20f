//! The bot: what it does when Discord tells it something.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use serenity::all::{
    CommandInteraction, Context, CreateAllowedMentions, CreateInteractionResponse, CreateInteractionResponseMessage,
    CreateMessage, EventHandler, GuildId, Interaction, Message, MessageFlags, MessageReference, Nonce, Permissions,
    Ready, RoleId,
};
use serenity::async_trait;
use tokio_util::task::TaskTracker;

use super::addressing::{Addressed, addressed};
use super::rendering::{self, Form, Reply};
use super::sending::{Patience, SendError, send};
use super::{commands, language_of};
use crate::answer::{Answer, Answerer, Question};
use crate::language::{Language, detect};

/// Hears Discord's events and answers. It keeps nothing of who asked or what.
pub(super) struct Bot {
    answerer: Arc<Answerer>,
    /// The questions in hand, which a stop waits for.
    in_hand: TaskTracker,
    registering: AtomicBool,
}

impl Bot {
    pub(super) fn new(answerer: Arc<Answerer>, in_hand: TaskTracker) -> Self {
        Self { answerer, in_hand, registering: AtomicBool::new(false) }
    }

    /// The answer, with a line in the log that tells neither the question nor who asked.
    pub(super) fn answer(&self, question: &Question, server: Option<GuildId>) -> Answer {
        let start = Instant::now();
        let answer = self.answerer.answer(question);
        tracing::info!(
            outcome = answer.outcome.as_str(),
            language = %answer.language,
            document = answer.passages().first().map(|passage| passage.citation.passage.to_string()),
            server = server.map(GuildId::get),
            microseconds = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX),
            "answered"
        );
        answer
    }

    /// The form that a channel takes where the bot has these permissions; with none known, as in a direct message, embeds.
    pub(super) fn form_for(permissions: Option<Permissions>) -> Form {
        if permissions.is_none_or(Permissions::embed_links) { Form::Embed } else { Form::Text }
    }

    /// Answers an interaction; `private` for its asker's eyes alone.
    pub(super) async fn respond(&self, ctx: &Context, command: &CommandInteraction, reply: Reply, private: bool) {
        let response = match reply {
            Reply::Embed(embed) => CreateInteractionResponseMessage::new().embed(*embed),
            Reply::Text(text) => CreateInteractionResponseMessage::new().content(text),
        };
        let response = response.ephemeral(private).allowed_mentions(nobody());
        let response = CreateInteractionResponse::Message(response);
        let sent = send(Patience::Interaction, || command.create_response(&ctx.http, response.clone())).await;
        if let Err(error) = sent.or_else(SendError::unless_answered) {
            tracing::warn!(%error, "an interaction could not be answered");
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
        reply_to(ctx, message, rendering::answer(&answer, form_in(ctx, message))).await;
    }

    async fn help(&self, ctx: &Context, message: &Message, by_role: bool) {
        let language = detect(&message.content).unwrap_or_else(|| language_of_server(ctx, message));
        let questions = self.answerer.sample_questions(language, 3);
        reply_to(ctx, message, rendering::help(language, by_role, &questions, form_in(ctx, message))).await;
    }
}

#[async_trait]
impl EventHandler for Bot {
    async fn ready(&self, ctx: Context, ready: Ready) {
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
            commands::register(&ctx.http).await;
        }
    }

    async fn message(&self, ctx: Context, message: Message) {
        self.in_hand.track_future(self.hear(&ctx, &message)).await;
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        if let Interaction::Command(command) = interaction {
            self.in_hand.track_future(commands::run(self, &ctx, &command)).await;
        }
    }
}

/// Replies to a message, also where it has been deleted meanwhile, and pings nobody. The message's id is the nonce, so that
/// a second try is never a second reply.
async fn reply_to(ctx: &Context, message: &Message, reply: Reply) {
    let builder = match reply {
        Reply::Embed(embed) => CreateMessage::new().embed(*embed),
        Reply::Text(text) => CreateMessage::new().content(text).flags(MessageFlags::SUPPRESS_EMBEDS),
    };
    let builder = builder
        .reference_message(MessageReference::from(message).fail_if_not_exists(false))
        .allowed_mentions(nobody())
        .nonce(Nonce::String(message.id.to_string()))
        .enforce_nonce(true);
    let sent = send(Patience::Message, || message.channel_id.send_message(&ctx.http, builder.clone())).await;
    if let Err(error) = sent {
        tracing::warn!(%error, server = message.guild_id.map(GuildId::get), "a question could not be answered");
    }
}

/// Nobody is pinged by what the bot says, nor by its replying.
fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new().replied_user(false)
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
