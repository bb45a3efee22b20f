//! Interactions: someone used a command, a button, a select or a form, and the bot has three seconds.

use serde_json::{Value, json};

use super::World;
use crate::gateway::dispatch::Event;
use crate::limits;
use crate::permissions::Permissions;

/// What kind of interaction it is, by Discord's number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub(crate) enum InteractionKind {
    Command = 2,
    Component = 3,
    Autocomplete = 4,
    ModalSubmit = 5,
}

/// How the bot answered, by Discord's number.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum ResponseKind {
    /// A message (4).
    Message = 4,
    /// "Thinking…", a message is to come (5).
    DeferredMessage = 5,
    /// Nothing yet, the component's message may be changed (6).
    DeferredUpdate = 6,
    /// The component's message was changed (7).
    Update = 7,
    /// Choices for an option that is being typed (8).
    Choices = 8,
    /// A form (9).
    Modal = 9,
}

/// The answer to an interaction.
#[derive(Clone, Debug)]
pub(crate) struct Callback {
    pub(crate) kind: ResponseKind,
    pub(crate) data: Value,
}

/// An interaction.
#[derive(Clone, Debug)]
pub(crate) struct InteractionRecord {
    pub(crate) id: u64,
    pub(crate) token: String,
    pub(crate) kind: InteractionKind,
    pub(crate) user_id: u64,
    pub(crate) channel_id: u64,
    pub(crate) user_install: bool,
    /// The name of the command, where it is one.
    pub(crate) name: String,
    /// The message whose component was used, or that a message command is about.
    pub(crate) message_id: Option<u64>,
    pub(crate) created_ms: u64,
    pub(crate) callback: Option<Callback>,
    /// The message `@original`.
    pub(crate) original_id: Option<u64>,
    /// Whether the first follow-up becomes `@original`, since the answer was deferred; with its flags.
    pub(crate) awaits: Option<u64>,
    pub(crate) followups: Vec<u64>,
}

/// What is new in an interaction; the rest follows from who and where.
pub(crate) struct Start {
    pub(crate) kind: InteractionKind,
    pub(crate) user_id: u64,
    pub(crate) channel_id: u64,
    pub(crate) user_install: bool,
    pub(crate) name: String,
    pub(crate) data: Value,
    pub(crate) message_id: Option<u64>,
}

impl World {
    /// Starts an interaction, and tells the gateway.
    pub(crate) fn interact(&mut self, start: Start) -> u64 {
        let (id, created_ms) = (self.next_id(), self.now());
        let token = format!("aW50ZXJhY3Rpb24{id}x{}", self.bot.application_id);
        let record = InteractionRecord {
            id,
            token: token.clone(),
            kind: start.kind,
            user_id: start.user_id,
            channel_id: start.channel_id,
            user_install: start.user_install,
            name: start.name,
            message_id: start.message_id,
            created_ms,
            callback: None,
            original_id: None,
            awaits: None,
            followups: Vec::new(),
        };
        let guild = self.channels.get(&start.channel_id).and_then(|channel| channel.guild_id);
        let data = self.interaction_json(&record, &start.data);
        self.interaction_tokens.insert(token, id);
        self.interactions.insert(id, record);
        self.dispatch(&Event { name: "INTERACTION_CREATE", data, guild, channel: None, intents: 0, subject: Some(id) });
        id
    }

    fn interaction_json(&self, record: &InteractionRecord, data: &Value) -> Value {
        let mut json = json!({
            "id": record.id.to_string(), "application_id": self.bot.application_id.to_string(),
            "type": record.kind as u8, "token": record.token, "version": 1, "data": data,
            "channel_id": record.channel_id.to_string(), "entitlements": [], "attachment_size_limit": 10_485_760,
            "locale": self.users.get(&record.user_id).map(|user| user.locale.clone()),
            "authorizing_integration_owners": self.integration_owners(record),
        });
        let Some(channel) = self.channels.get(&record.channel_id) else { return json };
        json["channel"] = self.channel_json(channel);
        let permissions =
            if channel.guild_id.is_some() { self.bot_permissions(channel) } else { Permissions::OUTSIDE_GUILDS };
        json["app_permissions"] = json!(permissions.0.to_string());
        if let Some(guild) = channel.guild_id.and_then(|id| self.guilds.get(&id)) {
            let permissions = Self::member_permissions(guild, record.user_id).0.to_string();
            json["channel"]["permissions"] = json!(permissions);
            json["guild_id"] = json!(guild.id.to_string());
            json["guild_locale"] = json!(guild.locale);
            json["guild"] = json!({ "id": guild.id.to_string(), "locale": guild.locale, "features": [] });
            json["member"] = self.member_json(guild, record.user_id);
            json["member"]["permissions"] = json!(permissions);
            json["context"] = json!(0);
        } else {
            json["user"] = self.user_json(record.user_id);
            json["context"] = json!(if channel.recipients.contains(&self.bot.user_id) { 1 } else { 2 });
        }
        if record.kind == InteractionKind::Component
            && let Some(message) = record.message_id.and_then(|id| self.message(id))
        {
            json["message"] = self.message_json(message);
        }
        json
    }

    fn integration_owners(&self, record: &InteractionRecord) -> Value {
        if record.user_install {
            return json!({ "1": record.user_id.to_string() });
        }
        let guild = self.channels.get(&record.channel_id).and_then(|channel| channel.guild_id).unwrap_or(0);
        json!({ "0": guild.to_string() })
    }

    /// What a message says of the interaction that it answers.
    pub(crate) fn interaction_metadata_json(&self, record: &InteractionRecord) -> Value {
        let kind = if record.kind == InteractionKind::Autocomplete { 2 } else { record.kind as u8 };
        let mut json = json!({ "id": record.id.to_string(), "type": kind, "user": self.user_json(record.user_id),
            "authorizing_integration_owners": self.integration_owners(record) });
        match record.kind {
            InteractionKind::Component => {
                json["interacted_message_id"] = json!(record.message_id.map(|id| id.to_string()));
            }
            _ => json["name"] = json!(record.name),
        }
        json
    }

    /// Whether it is too late for a first answer.
    pub(crate) fn is_late(&self, record: &InteractionRecord) -> bool {
        self.now() > record.created_ms + limits::INTERACTION_MS
    }

    /// Whether its token has expired.
    pub(crate) fn is_token_expired(&self, record: &InteractionRecord) -> bool {
        self.now() > record.created_ms + limits::INTERACTION_TOKEN_MS
    }
}
