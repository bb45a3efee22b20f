//! Who gets which event: by shard, by intents, by what the bot may see.

use serde_json::{Value, json};

use super::intents;
use super::state::{Sent, Session};
use crate::permissions::Permissions;
use crate::world::World;

/// Something that happened.
#[derive(Clone, Debug)]
pub(crate) struct Event {
    pub(crate) name: &'static str,
    pub(crate) data: Value,
    pub(crate) guild: Option<u64>,
    /// Where it happened, if only those who see that channel are told.
    pub(crate) channel: Option<u64>,
    /// Any one of these is enough; 0 is for everyone.
    pub(crate) intents: u64,
    /// The message or interaction that begins with it, to tell later whether it was delivered.
    pub(crate) subject: Option<u64>,
}

impl World {
    /// Sends an event to every session that it is for.
    pub(crate) fn dispatch(&mut self, event: &Event) {
        if let Some(channel) = event.channel.and_then(|id| self.channels.get(&id))
            && !self.bot_permissions(channel).contains(Permissions::VIEW_CHANNEL)
        {
            return;
        }
        let for_session = |session: &Session| {
            let (shard, total) = session.shard;
            let on_shard = event.guild.map_or(0, |guild| (guild >> 22) % total) == shard;
            on_shard && (event.intents == 0 || session.intents & event.intents != 0)
        };
        let sessions = self.gateway.sessions.iter().filter(|(_, session)| for_session(session));
        let ids: Vec<String> = sessions.map(|(id, _)| id.clone()).collect();
        for id in ids {
            let mut event = event.clone();
            if event.name.starts_with("MESSAGE_") && event.data["author"].is_object() {
                let reads = self.gateway.sessions[&id].intents & intents::MESSAGE_CONTENT != 0;
                if !reads {
                    self.blank(&mut event.data);
                }
            }
            self.dispatch_to(&id, event);
        }
    }

    /// Sends an event in one session, disturbed as a test has asked for.
    fn dispatch_to(&mut self, session_id: &str, event: Event) {
        let gateway = &mut self.gateway;
        let Some(session) = gateway.sessions.get_mut(session_id) else { return };
        if let Some(held) = session.held.take() {
            self.send_in(session_id, &event);
            self.send_in(session_id, &held);
            return;
        }
        if gateway.swap_next > 0 {
            gateway.swap_next -= 1;
            session.held = Some(event);
            return;
        }
        if gateway.duplicate_next > 0 {
            gateway.duplicate_next -= 1;
            self.send_in(session_id, &event);
        }
        self.send_in(session_id, &event);
    }

    /// Gives an event its sequence, keeps it for a RESUME, and sends it where there is a connection.
    pub(crate) fn send_in(&mut self, session_id: &str, event: &Event) {
        let Some(session) = self.gateway.sessions.get_mut(session_id) else { return };
        session.sequence += 1;
        let payload = json!({ "op": 0, "t": event.name, "s": session.sequence, "d": event.data }).to_string();
        let connection = session.connection.and_then(|id| Some((id, self.gateway.connections.get(&id)?)));
        if let Some((id, connection)) = connection {
            let _ = connection.out.send(super::state::Frame::Text(payload.clone()));
            if let Some(subject) = event.subject {
                self.gateway.deliveries.written(subject, id);
            }
        }
        session.sent.push(Sent { sequence: session.sequence, payload, subject: event.subject });
    }
}
