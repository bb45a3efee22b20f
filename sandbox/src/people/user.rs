//! Someone who writes and clicks.

#![expect(clippy::unused_async, reason = "acting at Discord is async to who acts, whatever we need for it")]

use serde_json::{Value, json};

use super::channel::Channel;
use super::command::{self, COMPONENT_BUTTON};
use super::interaction::Interaction;
use super::message::Message;
use crate::sandbox::Sandbox;
use crate::world::World;
use crate::world::channel::{ChannelKind, ChannelRecord};
use crate::world::interaction::{InteractionKind, ResponseKind, Start};
use crate::world::mention::Mentions;
use crate::world::message::Reference;
use crate::world::post::Draft;
use crate::world::user::UserRecord;

/// Whether a reply pings whom it replies to.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
pub enum Ping {
    /// It does, as Discord's own interface does unless told not to.
    Yes,
    /// It does not.
    No,
}

/// A person, another bot, or a webhook.
#[derive(Clone)]
pub struct User {
    sandbox: Sandbox,
    id: u64,
}

impl User {
    pub(crate) fn named(sandbox: &Sandbox, name: &str, is_bot: bool) -> Self {
        let id = sandbox.shared.write(|world| world.user_named(name, is_bot));
        Self { sandbox: sandbox.clone(), id }
    }

    pub(crate) fn webhook(sandbox: &Sandbox, name: &str) -> Self {
        let id = sandbox.shared.write(|world| {
            let id = world.next_id();
            let record = UserRecord { is_webhook: true, ..UserRecord::new(id, name, true) };
            world.users.insert(id, record);
            id
        });
        Self { sandbox: sandbox.clone(), id }
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    /// The language of this person's Discord, which comes with interactions; `en-US` by default.
    #[must_use]
    pub fn locale(self, locale: &str) -> Self {
        self.change(|user| locale.clone_into(&mut user.locale));
        self
    }

    /// The bot can no longer write to this person.
    pub fn closes_dms(&self) {
        self.change(|user| user.dms_closed = true);
    }

    fn change(&self, change: impl FnOnce(&mut UserRecord)) {
        self.sandbox.shared.write(|world| {
            if let Some(user) = world.users.get_mut(&self.id) {
                change(user);
            }
        });
    }

    /// Direct messages with the bot.
    pub async fn dm(&self) -> Channel {
        let id = self.sandbox.shared.write(|world| world.direct_channel(self.id));
        Channel::new(&self.sandbox, id)
    }

    /// Direct messages with someone else: the bot is not there, but a command that this person installed is.
    pub async fn dm_with(&self, other: &Self) -> Channel {
        let id = self.sandbox.shared.write(|world| {
            let (id, now) = (world.next_id(), world.now());
            let mut channel = ChannelRecord::new(id, ChannelKind::Direct, "", None, now);
            channel.recipients = [self.id, other.id].into();
            world.channels.insert(id, channel);
            id
        });
        Channel::new(&self.sandbox, id)
    }

    /// Says something. `<@bot>` becomes a mention of the bot, `<@&bot>` one of its role.
    pub async fn says(&self, channel: &Channel, text: &str) -> Message {
        self.posts(channel.id(), text, None)
    }

    /// Replies to a message.
    pub async fn replies(&self, message: &Message, text: &str, ping: Ping) -> Message {
        self.posts(message.channel().id(), text, Some((message, ping)))
    }

    fn posts(&self, channel: u64, text: &str, reply: Option<(&Message, Ping)>) -> Message {
        let id = self.sandbox.shared.write(|world| {
            let guild = world.channels.get(&channel).and_then(|channel| channel.guild_id);
            let mut draft = Draft::text(channel, world.users[&self.id].clone(), &with_mentions(world, guild, text));
            if let Some((message, ping)) = reply {
                if ping == Ping::Yes && !draft.mentions.users.contains(&message.author_id()) {
                    draft.mentions.users.push(message.author_id());
                }
                let reference = Reference { message_id: message.id(), channel_id: channel, guild_id: guild };
                draft.reference = Some(reference);
            }
            world.post(draft)
        });
        Message::of_id(&self.sandbox, id)
    }

    /// Edits a message.
    pub async fn edits(&self, message: &Message, text: &str) -> Message {
        self.sandbox.shared.write(|world| {
            let guild = world.channels.get(&message.channel().id()).and_then(|channel| channel.guild_id);
            let (content, now) = (with_mentions(world, guild, text), world.now());
            if let Some(record) = world.messages.get_mut(&message.id()) {
                record.remember(now);
                record.mentions = Mentions::find(&content);
                record.content = content;
            }
            world.tell_edit(message.id());
        });
        message.now()
    }

    /// Deletes a message.
    pub async fn deletes(&self, message: &Message) {
        self.sandbox.shared.write(|world| world.delete_message(message.id()));
    }

    /// Uses a slash command of the guild's bot, with its options by name; of a subcommand, nested:
    /// `{"sub": {"option": 1}}`. In direct messages with the bot too.
    ///
    /// # Panics
    ///
    /// Where Discord's own interface would not let a person do it: no such command here, an option that the command
    /// does not have, one missing, or one over its limits.
    pub async fn slash(&self, channel: &Channel, name: &str, options: Value) -> Interaction {
        self.uses(channel, name, &options, false)
    }

    /// The same, by a command that this person has installed for themselves: anywhere, also where the bot is not.
    ///
    /// # Panics
    ///
    /// As [`User::slash`]; and where the command cannot be installed by a person.
    pub async fn slash_as_user_install(&self, channel: &Channel, name: &str, options: Value) -> Interaction {
        self.uses(channel, name, &options, true)
    }

    fn uses(&self, channel: &Channel, name: &str, options: &Value, user_install: bool) -> Interaction {
        let data = self.sandbox.shared.read(|world| {
            let known = command::find(world, command::CHAT_INPUT, name, channel.id(), user_install)?;
            command::data(known, options)
        });
        let data = data.unwrap_or_else(|fault| panic!("/{name} cannot be used so: {fault}"));
        self.interacts(InteractionKind::Command, channel.id(), user_install, name, data, None)
    }

    /// Uses a message command on a message.
    ///
    /// # Panics
    ///
    /// Where there is no such command here.
    pub async fn message_command(&self, message: &Message, name: &str) -> Interaction {
        let channel = message.channel();
        let data = self.sandbox.shared.read(|world| {
            let known = command::find(world, command::MESSAGE, name, channel.id(), false)?;
            let target = world.message(message.id()).ok_or("the message is gone")?;
            let target = world.message_json(target);
            Ok::<_, String>(json!({ "id": known["id"], "name": name, "type": command::MESSAGE,
                "target_id": message.id().to_string(),
                "resolved": { "messages": { message.id().to_string(): target } } }))
        });
        let data = data.unwrap_or_else(|fault| panic!("{name} cannot be used so: {fault}"));
        self.interacts(InteractionKind::Command, channel.id(), false, name, data, Some(message.id()))
    }

    /// Types into an option that is completed: gives the choices that the bot offers, name and value.
    ///
    /// # Panics
    ///
    /// Where the option is not completed, or there is no answer in 10 seconds.
    pub async fn autocomplete(&self, channel: &Channel, name: &str, option: &str, typed: &str) -> Vec<(String, Value)> {
        let data = self.sandbox.shared.read(|world| {
            let known = command::find(world, command::CHAT_INPUT, name, channel.id(), false)?;
            command::typing(known, option, typed)
        });
        let data = data.unwrap_or_else(|fault| panic!("/{name} cannot be typed so: {fault}"));
        let interaction = self.interacts(InteractionKind::Autocomplete, channel.id(), false, name, data, None);
        let response = interaction.response().await;
        assert_eq!(response.kind, ResponseKind::Choices, "an option that is being typed is answered with choices");
        response.choices()
    }

    /// Clicks the button of this `custom_id`.
    ///
    /// # Panics
    ///
    /// Where the message has no such button now, or it is disabled.
    pub async fn clicks(&self, message: &Message, custom_id: &str) -> Interaction {
        self.uses_control(message, |control| control["custom_id"] == custom_id, custom_id, None)
    }

    /// Clicks the button with this label.
    ///
    /// # Panics
    ///
    /// As [`User::clicks`].
    pub async fn clicks_label(&self, message: &Message, label: &str) -> Interaction {
        self.uses_control(message, |control| control["label"] == label, label, None)
    }

    /// Chooses in the select of this `custom_id`.
    ///
    /// # Panics
    ///
    /// Where the message has no such select now, it is disabled, or has no such values.
    pub async fn selects(&self, message: &Message, custom_id: &str, values: &[&str]) -> Interaction {
        self.uses_control(message, |control| control["custom_id"] == custom_id, custom_id, Some(values))
    }

    fn uses_control(
        &self,
        message: &Message,
        is_it: impl Fn(&Value) -> bool,
        name: &str,
        values: Option<&[&str]>,
    ) -> Interaction {
        let now = message.now();
        let control = now.controls().into_iter().find(is_it);
        let control = control.unwrap_or_else(|| panic!("no {name:?} among {:#?}", now.controls()));
        assert_ne!(control["disabled"], true, "{name:?} is disabled");
        assert!(control["custom_id"].is_string(), "{name:?} is a link: {control}");
        let is_button = control["type"] == COMPONENT_BUTTON;
        assert_eq!(is_button, values.is_none(), "{name:?} is not to be used so: {control}");
        let mut data =
            json!({ "custom_id": control["custom_id"], "component_type": control["type"], "id": control["id"] });
        if let Some(values) = values {
            let known = control["options"].as_array();
            let has = |value: &&str| known.is_none_or(|known| known.iter().any(|option| option["value"] == **value));
            assert!(values.iter().all(has), "{name:?} has no such values: {values:?} of {control}");
            data["values"] = json!(values);
        }
        self.interacts(InteractionKind::Component, message.channel().id(), false, "", data, Some(message.id()))
    }

    /// Fills in and sends the form that an interaction was answered with, its inputs by `custom_id`.
    ///
    /// # Panics
    ///
    /// Where it was not answered with a form, or an input is over its limits.
    pub async fn submits(&self, form: &Interaction, inputs: Value) -> Interaction {
        let response = form.response().await;
        assert_eq!(response.kind, ResponseKind::Modal, "only a form can be submitted");
        let data = command::submission(&response.data, &inputs);
        let data = data.unwrap_or_else(|fault| panic!("the form cannot be sent so: {fault}"));
        let (channel, message) = (form.channel_id(), form.message_id());
        self.interacts(InteractionKind::ModalSubmit, channel, false, "", data, message)
    }

    fn interacts(
        &self,
        kind: InteractionKind,
        channel_id: u64,
        user_install: bool,
        name: &str,
        data: Value,
        message_id: Option<u64>,
    ) -> Interaction {
        let start = Start { kind, user_id: self.id, channel_id, user_install, name: name.to_owned(), data, message_id };
        Interaction::new(&self.sandbox, self.sandbox.shared.write(|world| world.interact(start)))
    }
}

/// A text with the bot's real mentions in the place of `<@bot>` and `<@&bot>`.
fn with_mentions(world: &World, guild: Option<u64>, text: &str) -> String {
    let text = text.replace("<@bot>", &format!("<@{}>", world.bot.user_id));
    match guild.and_then(|id| world.guilds.get(&id)) {
        Some(guild) => text.replace("<@&bot>", &format!("<@&{}>", guild.bot_role_id)),
        None => text,
    }
}
