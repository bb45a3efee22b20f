//! Someone who writes and clicks.

#![expect(clippy::unused_async, reason = "acting at Discord is async to who acts, whatever we need for it")]

use serde_json::Value;

use super::attempt::Attempt;
use super::channel::Channel;
use super::interaction::Interaction;
use super::message::Message;
use crate::rest::validate::message::SUPPRESS_EMBEDS;
use crate::sandbox::Sandbox;
use crate::world::World;
use crate::world::channel::{ChannelKind, ChannelRecord};
use crate::world::interaction::ResponseKind;
use crate::world::mention::Mentions;
use crate::world::message::Reference;
use crate::world::post::Draft;
use crate::world::user::UserRecord;

/// The flag of a message that forwards another.
const HAS_SNAPSHOT: u64 = 1 << 14;

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
    pub(crate) sandbox: Sandbox,
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

    /// The language that this person's Discord is in now.
    #[must_use]
    pub fn current_locale(&self) -> String {
        self.sandbox.shared.read(|world| world.users[&self.id].locale.clone())
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

    /// A group of this person with others: the bot is not there, but a command that this person installed is.
    pub async fn group_with(&self, others: &[&Self]) -> Channel {
        let id = self.sandbox.shared.write(|world| {
            let (id, now) = (world.next_id(), world.now());
            let mut channel = ChannelRecord::new(id, ChannelKind::Group, "", None, now);
            channel.recipients = others.iter().map(|other| other.id).chain([self.id]).collect();
            channel.owner_id = self.id;
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

    /// Forwards a message to a channel.
    pub async fn forwards(&self, message: &Message, channel: &Channel) -> Message {
        let id = self.sandbox.shared.write(|world| {
            let mut draft = Draft::text(channel.id(), world.users[&self.id].clone(), "");
            draft.flags = HAS_SNAPSHOT;
            draft.forwarded = world.message(message.id()).map(|record| {
                let guild_id = world.channels.get(&record.channel_id).and_then(|channel| channel.guild_id);
                let reference = Reference { message_id: record.id, channel_id: record.channel_id, guild_id };
                (reference, world.snapshot_json(record))
            });
            world.post(draft)
        });
        Message::of_id(&self.sandbox, id)
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

    /// Takes the embeds of a message away, as its author may and who manages messages.
    pub async fn suppresses_embeds(&self, message: &Message) {
        self.sandbox.shared.write(|world| {
            if let Some(record) = world.messages.get_mut(&message.id()) {
                record.flags |= SUPPRESS_EMBEDS;
                record.embeds.clear();
            }
            world.tell_edit(message.id());
        });
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
        self.uses(channel, name, &options, false).await
    }

    /// The same, by a command that this person has installed for themselves: anywhere, also where the bot is not.
    ///
    /// # Panics
    ///
    /// As [`User::slash`]; and where the command cannot be installed by a person.
    pub async fn slash_as_user_install(&self, channel: &Channel, name: &str, options: Value) -> Interaction {
        self.uses(channel, name, &options, true).await
    }

    async fn uses(&self, channel: &Channel, name: &str, options: &Value, user_install: bool) -> Interaction {
        let attempt = Attempt::Slash { channel, name, options, user_install };
        self.does(attempt, &format!("/{name} cannot be used so")).await
    }

    async fn does(&self, attempt: Attempt<'_>, fault: &str) -> Interaction {
        self.attempts(attempt).await.unwrap_or_else(|why| panic!("{fault}: {why}"))
    }

    /// Uses a message command on a message.
    ///
    /// # Panics
    ///
    /// Where there is no such command here.
    pub async fn message_command(&self, message: &Message, name: &str) -> Interaction {
        self.does(Attempt::MessageCommand { message, name }, &format!("{name} cannot be used so")).await
    }

    /// Types into an option that is completed: gives the choices that the bot offers, name and value.
    ///
    /// # Panics
    ///
    /// Where the option is not completed, or there is no answer in 10 seconds.
    pub async fn autocomplete(&self, channel: &Channel, name: &str, option: &str, typed: &str) -> Vec<(String, Value)> {
        let attempt = Attempt::Type { channel, name, option, typed, others: &Value::Null };
        let interaction = self.does(attempt, &format!("/{name} cannot be typed so")).await;
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
        self.does(Attempt::Press { message, custom_id }, "it cannot be pressed").await
    }

    /// Clicks the button with this label.
    ///
    /// # Panics
    ///
    /// As [`User::clicks`].
    pub async fn clicks_label(&self, message: &Message, label: &str) -> Interaction {
        let controls = message.now().controls();
        let control = controls.iter().find(|control| control["label"] == label);
        let control = control.unwrap_or_else(|| panic!("no {label:?} among {controls:#?}"));
        let custom_id = control["custom_id"].as_str().unwrap_or_else(|| panic!("{label:?} is a link: {control}"));
        self.clicks(message, custom_id).await
    }

    /// Chooses in the select of this `custom_id`.
    ///
    /// # Panics
    ///
    /// Where the message has no such select now, it is disabled, or has no such values.
    pub async fn selects(&self, message: &Message, custom_id: &str, values: &[&str]) -> Interaction {
        self.does(Attempt::Choose { message, custom_id, values }, "it cannot be chosen").await
    }

    /// Fills in and sends the form that an interaction was answered with, its inputs by `custom_id`.
    ///
    /// # Panics
    ///
    /// Where it was not answered with a form, or an input is over its limits.
    pub async fn submits(&self, form: &Interaction, inputs: Value) -> Interaction {
        self.does(Attempt::Submit { form, inputs: &inputs }, "the form cannot be sent so").await
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
