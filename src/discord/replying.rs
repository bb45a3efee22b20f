//! What the bot says to a message: sent where it was asked, or to its asker alone, changed, and taken away.

use serenity::all::{
    ChannelId, Context, CreateMessage, GetMessages, GuildId, Message, MessageId, MessageReference, Nonce,
};

use super::bot::Bot;
use super::place::Place;
use super::rendering::{self, Audience, Form, View};
use super::reply::Reply;
use super::sending::{Patience, SendError, Unseen};
use super::service::Given;
use crate::language::Language;
use crate::phrases::phrase;

/// What is said to a message, before it takes the form of its channel.
pub(super) enum Said {
    Answer(Box<Given>),
    Help { by_role: bool, language: Language, ask: String, questions: Vec<String> },
    Phrase { id: &'static str, language: Language },
}

impl Said {
    fn language(&self) -> Language {
        match self {
            Self::Answer(given) => given.answer.language,
            Self::Help { language, .. } | Self::Phrase { language, .. } => *language,
        }
    }

    fn show(&self, message: &Message, form: Form) -> Reply {
        let removal = |language| rendering::removal(language, message.author.id);
        match self {
            Self::Answer(given) => {
                let reply = given.shown(&View::new(form, message.author.id, Audience::All));
                if rendering::is_one_line(&given.answer) { reply.with_rows(Vec::new()) } else { reply }
            }
            Self::Help { by_role, language, ask, questions } => {
                let questions: Vec<&str> = questions.iter().map(String::as_str).collect();
                rendering::help(*language, *by_role, ask, &questions, form).with_rows(removal(*language))
            }
            Self::Phrase { id, language } => Reply::text(phrase(*language, id)),
        }
    }
}

impl Bot {
    /// Replies to a message, also where it has been deleted meanwhile: here, or where that is not allowed to its author
    /// alone. Gives what stands then. Of one nonce there is one reply, however often it is tried.
    pub(super) async fn post(
        &self,
        ctx: &Context,
        message: &Message,
        said: &Said,
        nonce: Nonce,
    ) -> Option<(ChannelId, MessageId)> {
        let place = Place::of(ctx, message);
        if place.may_send(&self.memory) {
            match self.post_here(ctx, message, said, place, &nonce).await {
                Ok(sent) => return Some((sent.channel_id, sent.id)),
                Err(error) if place.refuses_everything(&error, &self.memory) => {
                    match self.left_there(ctx, message, &error).await {
                        Ok(None) => {}
                        Ok(Some(reply)) => return Some((message.channel_id, reply)),
                        Err(error) => {
                            tracing::warn!(%error, "an answer may stand where it cannot be seen; it is not sent again");
                            return None;
                        }
                    }
                }
                Err(error) => {
                    let server = message.guild_id.map(GuildId::get);
                    tracing::warn!(%error, server, "a question could not be answered");
                    return None;
                }
            }
        }
        if self.memory.is_shut_out_by(message.author.id) {
            return None;
        }
        let note = phrase(said.language(), "cannot-write");
        let reply = said.show(message, Form::Embed).with_note(note);
        match self.send_alone(ctx, message, &reply.message().nonce(nonce).enforce_nonce(true)).await {
            Ok(sent) => Some((sent.channel_id, sent.id)),
            Err(error) => {
                if error.is_shut_out() {
                    self.memory.shuts_out(message.author.id);
                }
                tracing::warn!(%error, "nor could its answer be sent to the asker alone");
                None
            }
        }
    }

    /// Replies to a message where it was asked, as text where an embed does not show.
    async fn post_here(
        &self,
        ctx: &Context,
        message: &Message,
        said: &Said,
        place: Place,
        nonce: &Nonce,
    ) -> Result<Message, SendError> {
        let reply = said.show(message, place.form(&self.memory));
        let sent = self.send_here(ctx, message, &reply, place, nonce).await;
        if !place.hides_embeds(&reply, &sent) {
            return sent;
        }
        let text = said.show(message, Form::Text);
        let sent = match sent {
            Ok(bare) => {
                let edited = self.edit(ctx, (bare.channel_id, bare.id), &text).await;
                if let Err(error) = edited {
                    tracing::warn!(%error, "an answer without its embed could not be changed");
                }
                Ok(bare)
            }
            Err(_) => self.send_here(ctx, message, &text, place, nonce).await,
        };
        if sent.is_ok() {
            place.shows_no_embeds(&self.memory);
        }
        sent
    }

    /// The reply that an earlier try has left, where there may be one that went well before `refusal`: it is not said
    /// elsewhere once more.
    async fn left_there(
        &self,
        ctx: &Context,
        message: &Message,
        refusal: &SendError,
    ) -> Result<Option<MessageId>, Unseen> {
        if !refusal.may_have_been_done() {
            return Ok(None);
        }
        self.reply_to(ctx, message).await
    }

    /// The reply that stands to a message where it was asked, if there is one.
    pub(super) async fn reply_to(&self, ctx: &Context, message: &Message) -> Result<Option<MessageId>, Unseen> {
        // Discord lists no message then, as if there were none.
        if !Place::of(ctx, message).may_refer(&self.memory) {
            return Err(Unseen::NoHistory);
        }
        Ok(self.replies_to(ctx, message.channel_id, &[message.id]).await?.first().copied())
    }

    /// Makes a reply say something else. `false` where it is gone, as who asked may have removed it.
    pub(super) async fn change(
        &self,
        ctx: &Context,
        message: &Message,
        reply: (ChannelId, MessageId),
        said: &Said,
    ) -> bool {
        let changed = if reply.0 == message.channel_id {
            let place = Place::of(ctx, message);
            let shown = said.show(message, place.form(&self.memory));
            let changed = self.edit(ctx, reply, &shown).await;
            if place.hides_embeds(&shown, &changed) {
                place.shows_no_embeds(&self.memory);
                self.edit(ctx, reply, &said.show(message, Form::Text)).await
            } else {
                changed
            }
        } else {
            let note = phrase(said.language(), "cannot-write");
            self.edit(ctx, reply, &said.show(message, Form::Embed).with_note(note)).await
        };
        let Err(error) = changed else { return true };
        let is_gone = error.is_gone();
        if !is_gone {
            tracing::warn!(%error, server = message.guild_id.map(GuildId::get), "an answer could not be changed");
        }
        !is_gone
    }

    /// The bot's replies to `messages` among the hundred that came after the first of these.
    pub(super) async fn replies_to(
        &self,
        ctx: &Context,
        channel: ChannelId,
        messages: &[MessageId],
    ) -> Result<Vec<MessageId>, SendError> {
        let Some(first) = messages.iter().min() else { return Ok(Vec::new()) };
        let me = ctx.cache.current_user().id;
        let after = GetMessages::new().after(first).limit(100);
        let listed = self.service.requests.send(Patience::Lookup, || channel.messages(&ctx.http, after)).await?;
        let refers = |reply: &Message| {
            let referred = reply.message_reference.as_ref().and_then(|reference| reference.message_id);
            reply.author.id == me && referred.is_some_and(|message| messages.contains(&message))
        };
        Ok(listed.iter().filter(|reply| refers(reply)).map(|reply| reply.id).collect())
    }

    /// Sends a reply where it was asked, without the message that it refers to where that is not allowed.
    async fn send_here(
        &self,
        ctx: &Context,
        message: &Message,
        reply: &Reply,
        place: Place,
        nonce: &Nonce,
    ) -> Result<Message, SendError> {
        let alone = reply.message().nonce(nonce.clone()).enforce_nonce(true);
        if place.may_refer(&self.memory) {
            let reference = MessageReference::from(message).fail_if_not_exists(false);
            let sent = self.send_to(ctx, message.channel_id, &alone.clone().reference_message(reference)).await;
            match &sent {
                Err(error) if place.refuses_reference(error, &self.memory) => {}
                _ => return sent,
            }
        }
        self.send_to(ctx, message.channel_id, &alone).await
    }

    /// Sends a message.
    async fn send_to(&self, ctx: &Context, channel: ChannelId, message: &CreateMessage) -> Result<Message, SendError> {
        self.service.requests.send(Patience::Message, || channel.send_message(&ctx.http, message.clone())).await
    }

    /// Makes a message of the bot's say something else.
    async fn edit(
        &self,
        ctx: &Context,
        (channel, id): (ChannelId, MessageId),
        shown: &Reply,
    ) -> Result<Message, SendError> {
        let edit = shown.edit();
        self.service.requests.send(Patience::Change, || channel.edit_message(&ctx.http, id, edit.clone())).await
    }

    /// Sends a reply to who wrote the message, alone.
    async fn send_alone(&self, ctx: &Context, message: &Message, reply: &CreateMessage) -> Result<Message, SendError> {
        let alone =
            self.service.requests.send(Patience::Change, || message.author.id.create_dm_channel(&ctx.http)).await?;
        self.send_to(ctx, alone.id, reply).await
    }

    /// Takes a reply away.
    pub(super) async fn delete(&self, ctx: &Context, channel: ChannelId, reply: MessageId) {
        let deleted = self.service.requests.send(Patience::Change, || channel.delete_message(&ctx.http, reply)).await;
        if let Err(error) = deleted.or_else(SendError::unless_gone) {
            tracing::warn!(%error, "an answer could not be deleted with its question");
        }
    }
}
