//! A message, as a test holds it: what it was when it was looked at, and waiting for what follows.

use std::time::Duration;

use serde_json::Value;

use super::PATIENCE;
use super::channel::Channel;
use crate::gateway::delivery::Delivery;
use crate::sandbox::Sandbox;
use crate::world::World;
use crate::world::message::{Edit, MessageRecord};

/// A message as it was when it was looked at.
#[derive(Clone)]
pub struct Message {
    sandbox: Sandbox,
    record: MessageRecord,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.record.fmt(f)
    }
}

impl Message {
    pub(crate) fn new(sandbox: &Sandbox, record: MessageRecord) -> Self {
        Self { sandbox: sandbox.clone(), record }
    }

    pub(crate) fn of_id(sandbox: &Sandbox, id: u64) -> Self {
        Self::new(sandbox, sandbox.shared.read(|world| world.messages[&id].clone()))
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.record.id
    }

    /// Where it is.
    #[must_use]
    pub fn channel(&self) -> Channel {
        Channel::new(&self.sandbox, self.record.channel_id)
    }

    /// Who wrote it.
    #[must_use]
    pub fn author_id(&self) -> u64 {
        self.record.author.id
    }

    /// Its author's name.
    #[must_use]
    pub fn author_name(&self) -> &str {
        &self.record.author.name
    }

    /// Its text.
    #[must_use]
    pub fn content(&self) -> &str {
        &self.record.content
    }

    /// Its embeds.
    #[must_use]
    pub fn embeds(&self) -> Vec<Embed> {
        self.record.embeds.iter().cloned().map(Embed).collect()
    }

    /// Its action rows.
    #[must_use]
    pub fn components(&self) -> &[Value] {
        &self.record.components
    }

    /// Its buttons and selects, out of their rows.
    #[must_use]
    pub fn controls(&self) -> Vec<Value> {
        let rows = self.record.components.iter().filter_map(|row| row["components"].as_array());
        rows.flatten().cloned().collect()
    }

    /// Its attachments: name, size, and `url` where they can be fetched.
    #[must_use]
    pub fn attachments(&self) -> &[Value] {
        &self.record.attachments
    }

    /// The nonce it was sent with; null without.
    #[must_use]
    pub fn nonce(&self) -> &Value {
        &self.record.nonce
    }

    /// The users that it pinged: those mentioned as far as `allowed_mentions` let it, and the author of the message that
    /// it replies to where that was pinged.
    #[must_use]
    pub fn pings(&self) -> &[u64] {
        &self.record.mentions.users
    }

    /// The roles that it pinged.
    #[must_use]
    pub fn role_pings(&self) -> &[u64] {
        &self.record.mentions.roles
    }

    /// Whether it pinged everyone.
    #[must_use]
    pub fn pings_everyone(&self) -> bool {
        self.record.mentions.everyone
    }

    /// Its flags.
    #[must_use]
    pub fn flags(&self) -> u64 {
        self.record.flags
    }

    /// Whether it is shown to one person alone.
    #[must_use]
    pub fn is_ephemeral(&self) -> bool {
        self.record.is_ephemeral()
    }

    /// Whose interaction it answers; `None` where it answers none.
    #[must_use]
    pub fn asker_id(&self) -> Option<u64> {
        let interaction = self.record.interaction_id?;
        self.sandbox.shared.read(|world| world.interactions.get(&interaction).map(|record| record.user_id))
    }

    /// The message that it replies to.
    #[must_use]
    pub fn referenced_id(&self) -> Option<u64> {
        self.record.reference.as_ref().map(|reference| reference.message_id)
    }

    /// What it was before each edit, the first edit first.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.record.edits
    }

    /// Whether it was deleted.
    #[must_use]
    pub fn is_deleted(&self) -> bool {
        self.record.is_deleted
    }

    /// Who reacted, by emoji.
    #[must_use]
    pub fn reactions(&self) -> Vec<(String, Vec<u64>)> {
        let reactions = self.record.reactions.iter();
        reactions.map(|(emoji, users)| (emoji.clone(), users.iter().copied().collect())).collect()
    }

    /// The message object as Discord gives it to someone who may read everything.
    #[must_use]
    pub fn json(&self) -> Value {
        self.sandbox.shared.read(|world| world.message_json(&self.record))
    }

    /// The message as it is now.
    #[must_use]
    pub fn now(&self) -> Self {
        Self::of_id(&self.sandbox, self.record.id)
    }

    /// How far the event came that told of this message.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        self.sandbox.gateway().delivery(self.record.id)
    }

    /// Discord adds a preview of an address in it, as it does by itself a moment later: an update that is no edit.
    pub fn unfurls(&self, url: &str) {
        self.sandbox.shared.write(|world| {
            if let Some(record) = world.messages.get_mut(&self.record.id) {
                record.embeds.push(serde_json::json!({ "type": "link", "url": url, "title": url }));
            }
            world.tell_edit(self.record.id);
        });
    }

    /// Waits for the bot's message that replies to this one.
    ///
    /// # Panics
    ///
    /// After 10 seconds, with the requests that were made.
    pub async fn reply(&self) -> Self {
        let reply = self.reply_within(PATIENCE).await;
        reply.unwrap_or_else(|| panic!("no reply to {self:?} after {PATIENCE:?}; requests: {:#?}", self.recent()))
    }

    /// The same, for so long; `None` where there is none by then.
    pub async fn reply_within(&self, limit: Duration) -> Option<Self> {
        let first = |world: &World| world.replies.get(&self.record.id)?.first().copied();
        let id = self.sandbox.shared.within(limit, first).await?;
        Some(Self::of_id(&self.sandbox, id))
    }

    /// The bot's replies to this message so far, deleted ones too: to count that there is one and no more.
    #[must_use]
    pub fn replies(&self) -> Vec<Self> {
        let ids = self.sandbox.shared.read(|world| world.replies.get(&self.record.id).cloned().unwrap_or_default());
        ids.into_iter().map(|id| Self::of_id(&self.sandbox, id)).collect()
    }

    /// Waits until it has been edited since it was looked at, and gives what it is then.
    ///
    /// # Panics
    ///
    /// After 10 seconds, with the requests that were made.
    pub async fn edited(&self) -> Self {
        let before = self.record.edits.len();
        let newer = |world: &World| world.messages.get(&self.record.id).filter(|it| it.edits.len() > before).cloned();
        let record = self.sandbox.shared.within(PATIENCE, newer).await;
        let record = record.unwrap_or_else(|| panic!("not edited: {self:?}; requests: {:#?}", self.recent()));
        Self::new(&self.sandbox, record)
    }

    /// Waits until it has been deleted.
    ///
    /// # Panics
    ///
    /// After 10 seconds, with the requests that were made.
    pub async fn deleted(&self) {
        let is_gone = |world: &World| world.message(self.record.id).is_none().then_some(());
        let gone = self.sandbox.shared.within(PATIENCE, is_gone).await;
        assert!(gone.is_some(), "not deleted: {self:?}; requests: {:#?}", self.recent());
    }

    /// Asserts that there is no reply once clients are idle; see [`Sandbox::settled`] for what that proves.
    ///
    /// # Panics
    ///
    /// Where there is a reply.
    pub async fn stays_unanswered(&self) {
        self.sandbox.settled().await;
        let replies = self.replies();
        assert!(replies.is_empty(), "answered, and should not have been: {replies:#?}");
    }

    fn recent(&self) -> Vec<String> {
        recent_requests(&self.sandbox)
    }
}

/// The last requests, one a line, for a test that fails.
pub(crate) fn recent_requests(sandbox: &Sandbox) -> Vec<String> {
    let requests = sandbox.requests();
    let last = requests.iter().rev().take(12).rev();
    last.map(|it| format!("{} {} {:?} {}", it.method, it.path, it.status, it.body)).collect()
}

/// An embed.
#[derive(Clone, Debug, PartialEq)]
pub struct Embed(pub Value);

impl Embed {
    fn text(&self, pointer: &str) -> &str {
        self.0.pointer(pointer).and_then(Value::as_str).unwrap_or_default()
    }

    /// Its title; empty without. So are the others.
    #[must_use]
    pub fn title(&self) -> &str {
        self.text("/title")
    }

    /// Its description.
    #[must_use]
    pub fn description(&self) -> &str {
        self.text("/description")
    }

    /// Its address.
    #[must_use]
    pub fn url(&self) -> &str {
        self.text("/url")
    }

    /// Its footer's text.
    #[must_use]
    pub fn footer(&self) -> &str {
        self.text("/footer/text")
    }

    /// Its author's name.
    #[must_use]
    pub fn author(&self) -> &str {
        self.text("/author/name")
    }

    /// Its colour.
    #[must_use]
    pub fn color(&self) -> Option<u64> {
        self.0["color"].as_u64()
    }

    /// Its fields: name and value.
    #[must_use]
    pub fn fields(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        let fields = self.0["fields"].as_array().into_iter().flatten();
        fields.map(|field| (text(&field["name"]), text(&field["value"]))).collect()
    }

    /// All its text, a line each: title, author, description, fields, footer.
    #[must_use]
    pub fn all_text(&self) -> String {
        let mut lines = vec![self.title().to_owned(), self.author().to_owned(), self.description().to_owned()];
        lines.extend(self.fields().into_iter().flat_map(|(name, value)| [name, value]));
        lines.push(self.footer().to_owned());
        lines.retain(|line| !line.is_empty());
        lines.join("\n")
    }
}
