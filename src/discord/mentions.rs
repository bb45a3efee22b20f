//! Messages to the bot: answered, answered anew when edited, and their answers gone when they are deleted or no longer for the bot.

use std::time::Instant;

use serenity::all::{ChannelId, Context, Message, MessageId, MessageType, MessageUpdateEvent, RoleId, Timestamp};

use super::addressing::{Addressed, addressed, meant};
use super::asked::{Asked, language_said};
use super::bot::Bot;
use super::commands::ask;
use super::markup::without_markup;
use super::memory::{FOLLOWED, Standing};
use super::people::{Act, Admission};
use super::reader_of;
use super::replying::Said;
use super::sending::Unseen;
use crate::language::{Language, detect};

impl Bot {
    /// A message came.
    pub(super) async fn hear(&self, ctx: &Context, message: &Message) {
        let start = Instant::now();
        let heard = heard(ctx, message);
        if heard == Addressed::No {
            return;
        }
        let standing = self.memory.follow(message.id);
        let mut standing = standing.lock().await;
        // Told twice, or its edit was sooner, or its end, which has found nothing to take along.
        if standing.heard.is_some() || standing.edited.is_some() || self.memory.is_deleted(message.id) {
            return;
        }
        if !self.admits(ctx, message, &mut standing).await {
            return;
        }
        let fingerprint = self.memory.fingerprint(&heard);
        if let Some(said) = self.said(ctx, message, heard) {
            self.say(ctx, message, &said, &mut standing).await;
            if standing.reply.is_some() && matches!(said, Said::Answer(_)) {
                self.service.health().note_reply(start.elapsed());
            }
        }
        // Not before it is answered: what panics is to be tried again when it is edited.
        standing.heard = Some(fingerprint);
    }

    /// A message was edited. Whom it mentions is told or not.
    pub(super) async fn hear_edit(&self, ctx: &Context, message: &Message, tells_mentions: bool) {
        if !is_recent(message.id, Timestamp::now()) {
            return;
        }
        let heard = heard(ctx, message);
        if heard == Addressed::No {
            if tells_mentions {
                self.withdraw(ctx, message).await;
            }
            return;
        }
        let standing = self.memory.follow(message.id);
        let mut standing = standing.lock().await;
        // Events overtake each other.
        if self.memory.is_deleted(message.id) || standing.edited > message.edited_timestamp {
            return;
        }
        standing.edited = message.edited_timestamp;
        let fingerprint = self.memory.fingerprint(&heard);
        if standing.heard == Some(fingerprint) {
            return;
        }
        if let Err(error) = self.recall(ctx, message, &mut standing).await {
            return tracing::warn!(%error, "an answer to an edited message could not be looked for");
        }
        if !self.admits(ctx, message, &mut standing).await {
            return;
        }
        if let Some(said) = self.said(ctx, message, heard) {
            self.say(ctx, message, &said, &mut standing).await;
        }
        standing.heard = Some(fingerprint);
    }

    /// Says to who wrote the message, or edited it, that dealing with it has failed.
    pub(super) async fn say_failed(&self, ctx: &Context, message: &Message, id: &'static str) {
        let known = self.memory.followed(message.id);
        if known.is_none() && meant(message, ctx.cache.current_user().id, role_of(ctx, message)).is_none() {
            return;
        }
        let standing = known.unwrap_or_else(|| self.memory.follow(message.id));
        let mut standing = standing.lock().await;
        // Deleted since, or edited again.
        if self.memory.is_deleted(message.id) || standing.edited > message.edited_timestamp {
            return;
        }
        standing.heard = None;
        self.say(ctx, message, &Said::Phrase { id, language: language_to(ctx, message) }, &mut standing).await;
    }

    /// Says something to a message, in place of the reply that stands.
    async fn say(&self, ctx: &Context, message: &Message, said: &Said, standing: &mut Standing) {
        if let Some(reply) = standing.reply {
            if self.change(ctx, message, reply, said).await {
                return;
            }
            standing.withdrawn = standing.withdrawn.saturating_add(1);
        }
        standing.reply = self.post(ctx, message, said, standing.nonce(message.id)).await;
    }

    /// Looks for the answer that a message had before a restart; of one that came later it would be known.
    async fn recall(&self, ctx: &Context, message: &Message, standing: &mut Standing) -> Result<(), Unseen> {
        let is_known = standing.heard.is_some() || standing.reply.is_some() || standing.withdrawn > 0;
        if !is_known && message.id.created_at() < self.started {
            let reply = self.reply_to(ctx, message).await?;
            standing.reply = reply.map(|reply| (message.channel_id, reply));
        }
        Ok(())
    }

    /// A message was edited, and is not for the bot: if it was, its answer goes. Of the edits of everybody's messages only those are
    /// looked into that are known to have one, or that may have had one before a restart.
    async fn withdraw(&self, ctx: &Context, message: &Message) {
        // Discord may leave out whom a reply pings when it tells of its edit.
        let replied = message.referenced_message.as_deref();
        let me = ctx.cache.current_user().id;
        if message.kind == MessageType::InlineReply && replied.is_none_or(|replied| replied.author.id == me) {
            return;
        }
        let may_be_older = !message.author.bot && message.id.created_at() < self.started;
        let standing = may_be_older.then(|| self.memory.follow(message.id));
        let Some(standing) = standing.or_else(|| self.memory.followed(message.id)) else { return };
        let mut standing = standing.lock().await;
        if standing.edited > message.edited_timestamp {
            return;
        }
        if let Err(error) = self.recall(ctx, message, &mut standing).await {
            tracing::debug!(%error, "an answer to a message that is not for the bot could not be looked for");
        }
        (standing.edited, standing.heard) = (message.edited_timestamp, None);
        if let Some((channel, reply)) = standing.reply.take() {
            standing.withdrawn = standing.withdrawn.saturating_add(1);
            self.delete(ctx, channel, reply).await;
        }
    }

    /// Messages were deleted: their answers go along.
    pub(super) async fn hear_deletions(&self, ctx: &Context, channel: ChannelId, deleted: &[MessageId]) {
        let now = Timestamp::now();
        let mut unknown = Vec::new();
        for message in deleted.iter().copied().filter(|message| is_recent(*message, now)) {
            self.memory.delete(message);
            let mut is_known = false;
            if let Some(standing) = self.memory.followed(message) {
                let mut standing = standing.lock().await;
                is_known = standing.heard.is_some() || standing.reply.is_some();
                if let Some((channel, reply)) = standing.reply.take().filter(|(_, reply)| !deleted.contains(reply)) {
                    self.delete(ctx, channel, reply).await;
                }
            }
            if !is_known && message.created_at() < self.started {
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

    /// May who wrote the message ask now. Where not, they are told so once; under an edited message the reply stays as it is, as it
    /// names the question that it answers, and an answer that is overwritten would be lost.
    async fn admits(&self, ctx: &Context, message: &Message, standing: &mut Standing) -> bool {
        let person = message.author.id.get();
        if standing.reply.is_some() {
            return self.service.lets_in(person, Act::Question);
        }
        match self.service.admit(person) {
            Admission::Admitted => return true,
            Admission::Tell => {
                let said = Said::Phrase { id: "too-often", language: language_to(ctx, message) };
                standing.reply = self.post(ctx, message, &said, standing.nonce(message.id)).await;
            }
            Admission::Told => {}
        }
        false
    }

    /// What is to be said to a message.
    fn said(&self, ctx: &Context, message: &Message, heard: Addressed) -> Option<Said> {
        match heard {
            Addressed::No => None,
            Addressed::Bare { by_role } => {
                let language = language_to(ctx, message);
                let answerer = self.service.answerer();
                let questions = answerer.sample_questions(language, 3).into_iter().map(str::to_owned).collect();
                let ask = self.service.names.of(ask::NAME, language);
                Some(Said::Help { by_role, language, ask, questions })
            }
            Addressed::Question(text) => {
                let before = replied_to(ctx, message).and_then(Asked::read);
                let question = Asked::new(&text).after(before.as_ref()).question();
                let question = question.with_fallback(language_around(ctx, message));
                Some(Said::Answer(Box::new(self.answer(&question, message.guild_id))))
            }
        }
    }
}

/// The language to reply in where it is not an answer's.
pub(super) fn language_to(ctx: &Context, message: &Message) -> Language {
    detect(&without_markup(&message.content)).unwrap_or_else(|| language_around(ctx, message))
}

/// The language to take where a message tells none: that of the bot's own which it replies to, else the server's.
fn language_around(ctx: &Context, message: &Message) -> Language {
    let said = replied_to(ctx, message).and_then(language_said);
    said.unwrap_or_else(|| language_of_server(ctx, message))
}

/// The bot's own message that this one replies to.
fn replied_to<'m>(ctx: &Context, message: &'m Message) -> Option<&'m Message> {
    let me = ctx.cache.current_user().id;
    message.referenced_message.as_deref().filter(|replied| replied.author.id == me)
}

fn heard(ctx: &Context, message: &Message) -> Addressed {
    addressed(message, ctx.cache.current_user().id, role_of(ctx, message))
}

/// The message as a person's edit left it; `None` where Discord tells of something else, as of a preview of a link.
pub(super) fn edited(event: &MessageUpdateEvent) -> Option<Message> {
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
    guild.map_or(Language::En, |guild| reader_of(&guild.preferred_locale))
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
