//! What a person tries to do in Discord's own interface, of which the bot is then told by an interaction. What that
//! interface would not allow is an error here, and told to no one.

use serde_json::{Value, json};

use super::channel::Channel;
use super::command::{self, COMPONENT_BUTTON};
use super::interaction::Interaction;
use super::message::Message;
use super::user::User;
use crate::world::interaction::{InteractionKind, ResponseKind, Start};

/// Something that someone tries to do.
#[derive(Clone, Copy)]
pub enum Attempt<'a> {
    /// Use a slash command.
    Slash {
        /// Where.
        channel: &'a Channel,
        /// The command's name, not localized.
        name: &'a str,
        /// Its options by name; of a subcommand, nested: `{"sub": {"option": 1}}`.
        options: &'a Value,
        /// By a command that this person has installed for themselves.
        user_install: bool,
    },
    /// Type into an option that is completed.
    Type {
        /// Where.
        channel: &'a Channel,
        /// The command's name, not localized.
        name: &'a str,
        /// The option that is being typed.
        option: &'a str,
        /// What of it is typed so far.
        typed: &'a str,
        /// The other options that are filled in so far, by name; null for none.
        others: &'a Value,
    },
    /// Use a message command.
    MessageCommand {
        /// The message that it is about.
        message: &'a Message,
        /// The command's name, not localized.
        name: &'a str,
    },
    /// Press a button.
    Press {
        /// The message that has it.
        message: &'a Message,
        /// Its `custom_id`.
        custom_id: &'a str,
    },
    /// Choose in a select menu.
    Choose {
        /// The message that has it.
        message: &'a Message,
        /// Its `custom_id`.
        custom_id: &'a str,
        /// The values chosen.
        values: &'a [&'a str],
    },
    /// Send the form that an interaction was answered with.
    Submit {
        /// That interaction.
        form: &'a Interaction,
        /// What was typed, by the inputs' `custom_id`.
        inputs: &'a Value,
    },
}

impl User {
    /// Tries to do something.
    ///
    /// # Errors
    ///
    /// Where Discord's own interface would not let a person do it, with a sentence that says why.
    pub async fn attempts(&self, attempt: Attempt<'_>) -> Result<Interaction, String> {
        let mut start = match attempt {
            Attempt::Slash { channel, name, options, user_install } => Start {
                user_install,
                ..self.command(channel, name, |world| {
                    command::data(command::find(world, command::CHAT_INPUT, name, channel.id(), user_install)?, options)
                })?
            },
            Attempt::Type { channel, name, option, typed, others } => Start {
                kind: InteractionKind::Autocomplete,
                ..self.command(channel, name, |world| {
                    let known = command::find(world, command::CHAT_INPUT, name, channel.id(), false)?;
                    command::typing(known, option, typed, others)
                })?
            },
            Attempt::MessageCommand { message, name } => Start {
                message_id: Some(message.id()),
                ..self.command(&message.channel(), name, |world| {
                    let known = command::find(world, command::MESSAGE, name, message.channel().id(), false)?;
                    let target = world.message(message.id()).ok_or("the message is gone")?;
                    Ok(json!({ "id": known["id"], "name": name, "type": command::MESSAGE,
                        "target_id": message.id().to_string(),
                        "resolved": { "messages": { message.id().to_string(): world.message_json(target) } } }))
                })?
            },
            Attempt::Press { message, custom_id } => self.control(message, custom_id, None)?,
            Attempt::Choose { message, custom_id, values } => self.control(message, custom_id, Some(values))?,
            Attempt::Submit { form, inputs } => {
                let response = form.response().await;
                if response.kind != ResponseKind::Modal {
                    return Err("only a form can be sent".to_owned());
                }
                let data = command::submission(&response.data, inputs)?;
                let message_id = form.message_id();
                Start { message_id, ..self.start(InteractionKind::ModalSubmit, form.channel_id(), data) }
            }
        };
        start.user_id = self.id();
        Ok(Interaction::new(&self.sandbox, self.sandbox.shared.write(|world| world.interact(start))))
    }

    fn start(&self, kind: InteractionKind, channel_id: u64, data: Value) -> Start {
        let user_id = self.id();
        Start { kind, user_id, channel_id, user_install: false, name: String::new(), data, message_id: None }
    }

    fn command(
        &self,
        channel: &Channel,
        name: &str,
        data: impl FnOnce(&crate::world::World) -> Result<Value, String>,
    ) -> Result<Start, String> {
        let data = self.sandbox.shared.read(data)?;
        Ok(Start { name: name.to_owned(), ..self.start(InteractionKind::Command, channel.id(), data) })
    }

    /// Uses a button, or a select where values are given.
    fn control(&self, message: &Message, custom_id: &str, values: Option<&[&str]>) -> Result<Start, String> {
        let now = message.now();
        if now.is_deleted() {
            return Err("the message is gone".to_owned());
        }
        let control = now.controls().into_iter().find(|control| control["custom_id"] == custom_id);
        let control = control.ok_or_else(|| format!("no {custom_id:?} among {:#?}", now.controls()))?;
        if control["disabled"] == true {
            return Err(format!("{custom_id:?} is disabled"));
        }
        if (control["type"] == COMPONENT_BUTTON) != values.is_none() {
            return Err(format!("{custom_id:?} is not to be used so: {control}"));
        }
        let mut data =
            json!({ "custom_id": control["custom_id"], "component_type": control["type"], "id": control["id"] });
        if let Some(values) = values {
            let known = control["options"].as_array();
            let has = |value: &&str| known.is_none_or(|known| known.iter().any(|option| option["value"] == **value));
            if !values.iter().all(has) {
                return Err(format!("{custom_id:?} has no such values: {values:?} of {control}"));
            }
            data["values"] = json!(values);
        }
        let start = self.start(InteractionKind::Component, message.channel().id(), data);
        Ok(Start { message_id: Some(message.id()), ..start })
    }
}
