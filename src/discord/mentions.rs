//! Messages to the bot: answered, answered anew when edited, and their answers gone with them when deleted.

use serenity::all::{
    ChannelId, Context, GetMessages, GuildId, Message, MessageId, MessageReference, MessageUpdateEvent, Nonce, RoleId,
    Timestamp,
};

use super::addressing::{Addressed, addressed};
use super::asked::Asked;
use super::bot::Bot;
use super::language_of;
use super::memory::FOLLOWED;
use super::place::{Place, Refused};
use super::rendering::{self, Audience, Form, View};
use super::reply::Reply;
use super::sending::{Patience, SendError};
use crate::answer::Answer;
use crate::language::{Language, detect};
use crate::phrases::phrase;

/// What is said to a message, before it takes the form of its channel.
pub(super) enum Said {
    Answer(Answer),
    Help { by_role: bool, language: Language, questions: Vec<String> },
    Phrase { id: &'static str, language: Language },
}

impl Said {
    fn language(&self) -> Language {
        match self {
            Self::Answer(answer) => answer.language,
            Self::Help { language, .. } | Self::Phrase { language, .. } => *language,
        }
    }

    fn show(&self, message: &Message, form: Form) -> Reply {
        let removal = |language| rendering::removal(language, message.author.id);
        match self {
            Self::Answer(answer) => rendering::answer(answer, &View::new(form, message.author.id, Audience::All)),
            Self::Help { by_role, language, questions } => {
                let questions: Vec<&str> = questions.iter().map(String::as_str).collect();
                rendering::help(*language, *by_role, &questions, form).with_rows(removal(*language))
            }
            Self::Phrase { id, language } => Reply::text(phrase(*language, id)),
        }
    }
}

impl Bot {
    /// A message came.
    pub(super) async fn hear(&self, ctx: &Context, message: &Message) {
        let heard = heard(ctx, message);
        if heard == Addressed::No || self.memory.is_deleted(message.id) {
            return;
        }
        let standing = self.memory.follow(message.id);
        let mut standing = standing.lock().await;
        // Told twice, or its edit was sooner.
        if standing.heard.is_some() {
            return;
        }
        standing.heard = Some(self.memory.fingerprint(&heard));
        if let Some(said) = self.said(ctx, message, heard) {
            standing.reply = self.post(ctx, message, &said).await;
        }
    }

    /// A message was edited, or Discord has added something to it.
    pub(super) async fn hear_edit(&self, ctx: &Context, event: &MessageUpdateEvent) {
        let Some(message) = edited(event).filter(|message| is_recent(message.id, Timestamp::now())) else { return };
        let heard = heard(ctx, &message);
        if heard == Addressed::No {
            return;
        }
        let standing = self.memory.follow(message.id);
        let mut standing = standing.lock().await;
        let fingerprint = self.memory.fingerprint(&heard);
        if standing.heard == Some(fingerprint) {
            return;
        }
        if standing.heard.is_none() {
            // Answered before a restart, or not meant for the bot until now.
            match self.replies_to(ctx, message.channel_id, &[message.id]).await {
                Ok(replies) => standing.reply = replies.first().map(|reply| (message.channel_id, *reply)),
                Err(error) => return tracing::warn!(%error, "an answer to an edited message could not be looked for"),
            }
        }
        standing.heard = Some(fingerprint);
        let Some(said) = self.said(ctx, &message, heard) else { return };
        match standing.reply {
            Some(reply) => self.change(ctx, &message, reply, &said).await,
            None => standing.reply = self.post(ctx, &message, &said).await,
        }
    }

    /// Messages were deleted: their answers go along.
    pub(super) async fn hear_deletions(&self, ctx: &Context, channel: ChannelId, deleted: &[MessageId]) {
        let now = Timestamp::now();
        let mut unknown = Vec::new();
        for message in deleted.iter().copied().filter(|message| is_recent(*message, now)) {
            self.memory.delete(message);
            if let Some(standing) = self.memory.followed(message) {
                let reply = standing.lock().await.reply.take();
                if let Some((channel, reply)) = reply.filter(|(_, reply)| !deleted.contains(reply)) {
                    self.delete(ctx, channel, reply).await;
                }
            } else if message.created_at() < self.started {
                unknown.push(message);
            }
        }
        if unknown.is_empty() {
            return;
        }
        match self.replies_to(ctx, channel, &unknown).await {
            Ok(replies) => {
                for reply in replies {
                    self.delete(ctx, channel, reply).await;
                }
            }
            Err(error) => tracing::debug!(%error, "the answer to a deleted message could not be looked for"),
        }
    }

    /// What is to be said to a message.
    fn said(&self, ctx: &Context, message: &Message, heard: Addressed) -> Option<Said> {
        match heard {
            Addressed::No => None,
            Addressed::Bare { by_role } => {
                let language = language_to(ctx, message);
                let answerer = self.service.answerer();
                let questions = answerer.sample_questions(language, 3).into_iter().map(str::to_owned).collect();
                Some(Said::Help { by_role, language, questions })
            }
            Addressed::Question(text) => {
                let me = ctx.cache.current_user().id;
                let replied = message.referenced_message.as_deref().filter(|replied| replied.author.id == me);
                let before = replied.and_then(Asked::read);
                let question = Asked::new(&text).after(before.as_ref()).question();
                let question = question.with_fallback(language_of_server(ctx, message));
                Some(Said::Answer(self.answer(&question, message.guild_id)))
            }
        }
    }

    /// Replies to a message, also where it has been deleted meanwhile: here, or where that is not allowed to its author
    /// alone. Gives what stands then.
    pub(super) async fn post(&self, ctx: &Context, message: &Message, said: &Said) -> Option<(ChannelId, MessageId)> {
        let place = Place::of(ctx, message);
        if place.may_send(&self.memory) {
            let reply = said.show(message, place.form(&self.memory));
            let mut sent = self.send_here(ctx, message, &reply, place.may_refer(&self.memory)).await;
            let refused = |error: &SendError| place.refused(error, &self.memory);
            if sent.as_ref().err().and_then(refused) == Some(Refused::Reference) {
                sent = self.send_here(ctx, message, &reply, false).await;
            }
            match sent {
                Ok(sent) => return Some((sent.channel_id, sent.id)),
                Err(error) if refused(&error) == Some(Refused::Everything) => {}
                Err(error) => {
                    let server = message.guild_id.map(GuildId::get);
                    tracing::warn!(%error, server, "a question could not be answered");
                    return None;
                }
            }
        }
        let note = phrase(said.language(), "cannot-write");
        match self.send_alone(ctx, message, &said.show(message, Form::Embed).with_note(note)).await {
            Ok(sent) => Some((sent.channel_id, sent.id)),
            Err(error) => {
                tracing::warn!(%error, "nor could its answer be sent to the asker alone");
                None
            }
        }
    }

    async fn change(&self, ctx: &Context, message: &Message, reply: (ChannelId, MessageId), said: &Said) {
        let (channel, id) = reply;
        let shown = if channel == message.channel_id {
            said.show(message, Place::of(ctx, message).form(&self.memory))
        } else {
            said.show(message, Form::Embed).with_note(phrase(said.language(), "cannot-write"))
        };
        let edit = shown.edit();
        let changed = self
            .service
            .requests
            .send(Patience::Message, || channel.edit_message(&ctx.http, id, edit.clone()))
            .await
            .map(drop);
        // Who asked may have removed it.
        if let Err(error) = changed.or_else(SendError::unless_gone) {
            tracing::warn!(%error, server = message.guild_id.map(GuildId::get), "an answer could not be changed");
        }
    }

    /// The bot's replies to `messages` among the hundred that came after the first of these.
    async fn replies_to(
        &self,
        ctx: &Context,
        channel: ChannelId,
        messages: &[MessageId],
    ) -> Result<Vec<MessageId>, SendError> {
        let Some(first) = messages.iter().min() else { return Ok(Vec::new()) };
        let me = ctx.cache.current_user().id;
        let after = GetMessages::new().after(first).limit(100);
        let listed = self.service.requests.send(Patience::Interaction, || channel.messages(&ctx.http, after)).await?;
        let refers = |reply: &Message| {
            let referred = reply.message_reference.as_ref().and_then(|reference| reference.message_id);
            reply.author.id == me && referred.is_some_and(|message| messages.contains(&message))
        };
        Ok(listed.iter().filter(|reply| refers(reply)).map(|reply| reply.id).collect())
    }

    /// Sends a reply where it was asked. The message's id is the nonce, so that a second try is never a second reply.
    async fn send_here(
        &self,
        ctx: &Context,
        message: &Message,
        reply: &Reply,
        refer: bool,
    ) -> Result<Message, SendError> {
        let mut builder = reply.message().nonce(Nonce::String(message.id.to_string())).enforce_nonce(true);
        if refer {
            builder = builder.reference_message(MessageReference::from(message).fail_if_not_exists(false));
        }
        self.service
            .requests
            .send(Patience::Message, || message.channel_id.send_message(&ctx.http, builder.clone()))
            .await
    }

    /// Sends a reply to who wrote the message, alone.
    async fn send_alone(&self, ctx: &Context, message: &Message, reply: &Reply) -> Result<Message, SendError> {
        let builder = reply.message().nonce(Nonce::String(message.id.to_string())).enforce_nonce(true);
        let alone =
            self.service.requests.send(Patience::Message, || message.author.id.create_dm_channel(&ctx.http)).await?;
        self.service.requests.send(Patience::Message, || alone.id.send_message(&ctx.http, builder.clone())).await
    }

    async fn delete(&self, ctx: &Context, channel: ChannelId, reply: MessageId) {
        let deleted = self.service.requests.send(Patience::Message, || channel.delete_message(&ctx.http, reply)).await;
        if let Err(error) = deleted.or_else(SendError::unless_gone) {
            tracing::warn!(%error, "the answer to a deleted message could not be deleted");
        }
    }
}

/// The language to reply in where it is not an answer's.
pub(super) fn language_to(ctx: &Context, message: &Message) -> Language {
    detect(&message.content).unwrap_or_else(|| language_of_server(ctx, message))
}

fn heard(ctx: &Context, message: &Message) -> Addressed {
    addressed(message, ctx.cache.current_user().id, role_of(ctx, message))
}

/// The message as a person's edit left it; `None` where Discord tells of something else, as of a preview of a link.
fn edited(event: &MessageUpdateEvent) -> Option<Message> {
    event.edited_timestamp?;
    event.content.as_ref()?;
    let mut message = Message::default();
    (message.id, message.channel_id) = (event.id, event.channel_id);
    message.author = event.author.clone()?;
    event.apply_to_message(&mut message);
    Some(message)
}

fn is_recent(message: MessageId, now: Timestamp) -> bool {
    now.unix_timestamp() - message.created_at().unix_timestamp() <= FOLLOWED.as_secs().cast_signed()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_followed_for_ten_minutes() {
        let message = MessageId::new(80_351_110_224_678_912);
        let created = message.created_at().unix_timestamp();
        let after = |seconds| is_recent(message, Timestamp::from_unix_timestamp(created + seconds).unwrap());
        assert!(after(-60) && after(0) && after(600));
        assert!(!after(601));
    }

    #[test]
    fn what_discord_adds_is_no_edit() {
        let event = |changes: serde_json::Value| {
            let mut event = serde_json::json!({ "id": "1", "channel_id": "2" });
            event.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
            serde_json::from_value::<MessageUpdateEvent>(event).unwrap()
        };
        let author = serde_json::json!({ "id": "9", "username": "ani", "discriminator": "0", "avatar": null });
        let (content, at) = ("kapan?", "2026-01-01T00:00:00Z");
        let preview = serde_json::json!({ "content": content, "author": author, "edited_timestamp": null });
        assert!(edited(&event(preview)).is_none());
        assert!(edited(&event(serde_json::json!({ "embeds": [] }))).is_none());
        let edit = serde_json::json!({ "content": content, "author": author, "edited_timestamp": at });
        let message = edited(&event(edit)).unwrap();
        assert_eq!((message.content.as_str(), message.author.id.get(), message.id.get()), (content, 9, 1));
    }
}
