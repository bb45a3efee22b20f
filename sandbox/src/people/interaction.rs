//! An interaction that someone started, and waiting for what the bot answers.

use std::time::Duration;

use serde_json::Value;

use super::PATIENCE;
use super::message::{Message, recent_requests};
use crate::gateway::delivery::Delivery;
use crate::rest::validate::message::EPHEMERAL;
use crate::sandbox::Sandbox;
use crate::world::World;
use crate::world::interaction::{InteractionRecord, ResponseKind};

/// An interaction.
#[derive(Clone)]
pub struct Interaction {
    sandbox: Sandbox,
    id: u64,
}

impl Interaction {
    pub(crate) fn new(sandbox: &Sandbox, id: u64) -> Self {
        Self { sandbox: sandbox.clone(), id }
    }

    fn read<T>(&self, look: impl FnOnce(&InteractionRecord) -> T) -> T {
        self.sandbox.shared.read(|world| look(&world.interactions[&self.id]))
    }

    /// Its id.
    #[must_use]
    pub fn id(&self) -> u64 {
        self.id
    }

    /// Its token.
    #[must_use]
    pub fn token(&self) -> String {
        self.read(|record| record.token.clone())
    }

    pub(crate) fn channel_id(&self) -> u64 {
        self.read(|record| record.channel_id)
    }

    pub(crate) fn message_id(&self) -> Option<u64> {
        self.read(|record| record.message_id)
    }

    /// How far the event came that told of this interaction.
    #[must_use]
    pub fn delivery(&self) -> Delivery {
        self.sandbox.gateway().delivery(self.id)
    }

    /// Waits for the first answer.
    ///
    /// # Panics
    ///
    /// After 10 seconds, with the requests that were made.
    pub async fn response(&self) -> Response {
        let response = self.response_within(PATIENCE).await;
        response.unwrap_or_else(|| self.fail("it was not answered"))
    }

    /// The same, for so long; `None` where there is none by then.
    pub async fn response_within(&self, limit: Duration) -> Option<Response> {
        let answered = |world: &World| {
            let record = world.interactions.get(&self.id)?;
            let callback = record.callback.clone()?;
            let id =
                record.original_id.filter(|_| matches!(callback.kind, ResponseKind::Message | ResponseKind::Update));
            Some((callback, id.and_then(|id| world.messages.get(&id)).cloned()))
        };
        let (callback, message) = self.sandbox.shared.within(limit, answered).await?;
        let message = message.map(|record| Message::new(&self.sandbox, record));
        Some(Response { kind: callback.kind, data: callback.data, message })
    }

    /// Waits for the message `@original`: the first answer's, or the one that a deferred answer became.
    ///
    /// # Panics
    ///
    /// After 10 seconds, with the requests that were made.
    pub async fn original(&self) -> Message {
        let original = |world: &World| world.interactions.get(&self.id)?.original_id;
        let id = self.sandbox.shared.within(PATIENCE, original).await;
        let id = id.unwrap_or_else(|| self.fail("it has no message"));
        Message::of_id(&self.sandbox, id)
    }

    /// Waits for the follow-up of this number, from 0.
    ///
    /// # Panics
    ///
    /// After 10 seconds, with the requests that were made.
    pub async fn followup(&self, number: usize) -> Message {
        let followup = |world: &World| world.interactions.get(&self.id)?.followups.get(number).copied();
        let id = self.sandbox.shared.within(PATIENCE, followup).await;
        let id = id.unwrap_or_else(|| self.fail("it has no such follow-up"));
        Message::of_id(&self.sandbox, id)
    }

    /// How many follow-ups there are so far.
    #[must_use]
    pub fn followups(&self) -> usize {
        self.read(|record| record.followups.len())
    }

    fn fail(&self, what: &str) -> ! {
        let record = self.read(Clone::clone);
        panic!("{what}: {record:#?}; requests: {:#?}", recent_requests(&self.sandbox))
    }
}

/// The first answer to an interaction.
#[derive(Clone, Debug)]
pub struct Response {
    /// What kind it is.
    pub kind: ResponseKind,
    /// Its data, as it was sent.
    pub data: Value,
    message: Option<Message>,
}

impl Response {
    /// The message that it is, or that it changed.
    ///
    /// # Panics
    ///
    /// Where it is none: deferred, choices or a form.
    #[must_use]
    pub fn message(&self) -> &Message {
        self.message.as_ref().unwrap_or_else(|| panic!("no message: {:?} {}", self.kind, self.data))
    }

    /// Whether only who asked sees it; of a deferred answer, will see it.
    #[must_use]
    pub fn ephemeral(&self) -> bool {
        match &self.message {
            Some(message) => message.is_ephemeral(),
            None => self.data["flags"].as_u64().unwrap_or_default() & EPHEMERAL != 0,
        }
    }

    /// The choices that it offers, name and value.
    #[must_use]
    pub fn choices(&self) -> Vec<(String, Value)> {
        let choices = self.data["choices"].as_array().into_iter().flatten();
        choices.map(|it| (it["name"].as_str().unwrap_or_default().to_owned(), it["value"].clone())).collect()
    }
}
