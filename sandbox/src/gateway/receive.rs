//! What a client says to the gateway, and what follows.

use axum::http::Method;
use serde_json::{Value, json};

use super::dispatch::Event;
use super::intents;
use super::starts::TooMany;
use super::state::{Frame, Identify, Resume, Session};
use crate::limits;
use crate::world::World;
use crate::world::record::Violation;

const HEARTBEAT: u64 = 1;
const IDENTIFY: u64 = 2;
const PRESENCE_UPDATE: u64 = 3;
const VOICE_STATE_UPDATE: u64 = 4;
const RESUME: u64 = 6;
const REQUEST_GUILD_MEMBERS: u64 = 8;
const REQUEST_SOUNDBOARD_SOUNDS: u64 = 31;

impl World {
    /// Understands one payload of a connection.
    pub(crate) fn receive(&mut self, connection: u64, text: &str) {
        let Ok(payload) = serde_json::from_str::<Value>(text) else {
            return self.close(connection, 4002, "Error while decoding payload.");
        };
        if text.len() > limits::GATEWAY_PAYLOAD_BYTES {
            return self.close(connection, 4002, "Payload is too large.");
        }
        let has_session = self.gateway.connections.get(&connection).is_some_and(|it| it.session.is_some());
        match payload["op"].as_u64() {
            Some(HEARTBEAT) => self.heartbeat(connection, &payload["d"]),
            Some(IDENTIFY | RESUME) if has_session => self.close(connection, 4005, "Already authenticated."),
            Some(IDENTIFY) => self.identify(connection, &payload["d"]),
            Some(RESUME) => self.resume(connection, &payload["d"]),
            Some(PRESENCE_UPDATE | VOICE_STATE_UPDATE | REQUEST_GUILD_MEMBERS | REQUEST_SOUNDBOARD_SOUNDS) => {
                if !has_session {
                    self.close(connection, 4003, "Not authenticated.");
                }
            }
            _ => self.close(connection, 4001, "Unknown opcode."),
        }
    }

    fn close(&self, connection: u64, code: u16, reason: &'static str) {
        if let Some(connection) = self.gateway.connections.get(&connection) {
            connection.close(code, reason);
        }
    }

    fn heartbeat(&mut self, connection: u64, seen: &Value) {
        self.gateway.heartbeats += 1;
        let Some(link) = self.gateway.connections.get(&connection) else { return };
        let session = link.session.as_ref().and_then(|id| self.gateway.sessions.get_mut(id));
        if let (Some(session), Some(seen)) = (session, seen.as_u64()) {
            session.acknowledge(seen, &mut self.gateway.deliveries);
        }
        if self.gateway.acknowledges {
            link.send(&json!({ "op": 11, "t": null, "s": null, "d": null }));
        }
    }

    fn identify(&mut self, connection: u64, data: &Value) {
        let intents = data["intents"].as_u64();
        let shard = shard_of(&data["shard"]);
        let refusal = if !self.is_token(&data["token"]) {
            Some((4004, "Authentication failed."))
        } else if shard.is_none_or(|(id, total)| id >= total) {
            Some((4010, "Invalid shard."))
        } else if intents.is_none_or(|asked| asked & !intents::KNOWN != 0) {
            Some((4013, "Invalid intent(s)."))
        } else if intents.unwrap_or(0) & intents::PRIVILEGED & !self.settings.privileged_intents != 0 {
            Some((4014, "Disallowed intent(s)."))
        } else {
            None
        };
        let (intents, shard) = (intents.unwrap_or(0), shard.unwrap_or_default());
        let refusal = refusal.map_or_else(|| self.begin(shard.0), |(code, reason)| Some(Frame::Close(code, reason)));
        let mut payload = data.clone();
        payload["token"] = json!("…");
        self.gateway.identifies.push(Identify { shard, intents, payload, accepted: refusal.is_none() });
        match (refusal, self.gateway.connections.get(&connection)) {
            (Some(refusal), Some(link)) => _ = link.out.send(refusal),
            (Some(_), None) => {}
            (None, _) => self.begin_session(connection, shard, intents),
        }
    }

    /// Counts the start of a session, or gives what is said where none may begin now.
    fn begin(&mut self, shard: u64) -> Option<Frame> {
        let now = self.now();
        match self.gateway.starts.begin(now, shard, self.settings.max_concurrency) {
            Ok(()) => None,
            Err(TooMany::AtOnce) => Some(Frame::Text(invalid_session(false).to_string())),
            Err(TooMany::InAll) => {
                let what = "IDENTIFY past the session start limit: Discord resets the token".to_owned();
                let path = self.gateway_url();
                self.violations.push(Violation { method: Method::GET, path, what, body: Value::Null });
                Some(Frame::Close(4004, "Authentication failed."))
            }
        }
    }

    /// Whether this is the bot's token, with or without its prefix.
    pub(crate) fn is_token(&self, token: &Value) -> bool {
        token.as_str().is_some_and(|token| token.strip_prefix("Bot ").unwrap_or(token) == self.settings.token)
    }

    fn begin_session(&mut self, connection: u64, shard: (u64, u64), intents: u64) {
        let session_id = format!("{:032x}", self.next_id());
        let session = Session {
            shard,
            intents,
            sequence: 0,
            acknowledged: 0,
            sent: Vec::new(),
            connection: Some(connection),
            alone_since: None,
            held: None,
        };
        self.gateway.sessions.insert(session_id.clone(), session);
        if let Some(link) = self.gateway.connections.get_mut(&connection) {
            link.session = Some(session_id.clone());
        }
        let mine = self.guilds.values().filter(|guild| guild.has_bot && (guild.id >> 22) % shard.1 == shard.0);
        let mine: Vec<_> = mine.cloned().collect();
        let ready = json!({
            "v": 10, "user": self.own_user_json(), "session_id": session_id, "session_type": "normal",
            "guilds": mine.iter().map(|guild| json!({ "id": guild.id.to_string(), "unavailable": true }))
                .collect::<Vec<_>>(),
            "resume_gateway_url": self.gateway_url(), "shard": [shard.0, shard.1],
            "application": { "id": self.bot.application_id.to_string(), "flags": self.application_flags() },
            "private_channels": [], "presences": [], "relationships": [], "guild_join_requests": [],
            "user_settings": {}, "_trace": ["discord-sandbox"],
        });
        self.send_in(&session_id, &Event::own("READY", ready));
        if intents & intents::GUILDS != 0 {
            for guild in mine {
                let data = self.guild_create_json(&guild);
                self.send_in(&session_id, &Event::own("GUILD_CREATE", data));
            }
        }
        self.gateway.readies += 1;
    }

    fn resume(&mut self, connection: u64, data: &Value) {
        let session_id = data["session_id"].as_str().unwrap_or_default().to_owned();
        let sequence = data["seq"].as_u64().unwrap_or_default();
        let now = self.now();
        let is_alive = |session: &Session| session.alone_since.is_none_or(|since| now <= since + limits::SESSION_MS);
        let session = self.gateway.sessions.get(&session_id).filter(|session| is_alive(session));
        let refusal = if !self.is_token(&data["token"]) {
            Some(Frame::Close(4004, "Authentication failed."))
        } else if session.is_none() {
            Some(Frame::Text(invalid_session(false).to_string()))
        } else if session.is_some_and(|session| sequence > session.sequence) {
            Some(Frame::Close(4007, "Invalid seq."))
        } else {
            None
        };
        let accepted = refusal.is_none();
        self.gateway.resumes.push(Resume { session_id: session_id.clone(), sequence, accepted });
        let Some(link) = self.gateway.connections.get_mut(&connection) else { return };
        if let Some(refusal) = refusal {
            let _ = link.out.send(refusal);
            self.gateway.sessions.retain(|_, session| is_alive(session));
            return;
        }
        link.session = Some(session_id.clone());
        if let Some(session) = self.gateway.sessions.get_mut(&session_id) {
            session.acknowledge(sequence, &mut self.gateway.deliveries);
            for missed in session.sent.iter().filter(|sent| sent.sequence > sequence) {
                let _ = link.out.send(Frame::Text(missed.payload.clone()));
                if let Some(subject) = missed.subject {
                    self.gateway.deliveries.replayed(subject, connection);
                }
            }
            // A client may come back before its old connection is seen to have ended.
            let old = session.connection.replace(connection);
            session.alone_since = None;
            if let Some(old) = old.and_then(|id| self.gateway.connections.get_mut(&id)) {
                old.session = None;
                let _ = old.out.send(Frame::Drop);
            }
        }
        self.send_in(&session_id, &Event::own("RESUMED", json!({ "_trace": ["discord-sandbox"] })));
    }

    /// The web socket's address.
    pub(crate) fn gateway_url(&self) -> String {
        self.base_url.replacen("http", "ws", 1)
    }

    /// The application's flags: which privileged intents it has been granted, as for a bot in few guilds.
    pub(crate) fn application_flags(&self) -> u64 {
        let granted = [(intents::GUILD_PRESENCES, 13), (intents::GUILD_MEMBERS, 15), (intents::MESSAGE_CONTENT, 19)];
        let has = |intent: u64| self.settings.privileged_intents & intent != 0;
        granted.iter().filter(|(intent, _)| has(*intent)).map(|(_, bit)| 1u64 << bit).sum()
    }
}

/// The shard of an IDENTIFY, and of how many: exactly two numbers, or nothing for the only one.
fn shard_of(asked: &Value) -> Option<(u64, u64)> {
    match asked {
        Value::Null => Some((0, 1)),
        Value::Array(numbers) => match numbers.as_slice() {
            [id, total] => id.as_u64().zip(total.as_u64()),
            _ => None,
        },
        _ => None,
    }
}

/// `INVALID_SESSION`.
pub(crate) fn invalid_session(resumable: bool) -> Value {
    json!({ "op": 9, "t": null, "s": null, "d": resumable })
}

impl Event {
    /// An event for the session that it is sent in, and no other.
    pub(crate) fn own(name: &'static str, data: Value) -> Self {
        Self { name, data, guild: None, channel: None, intents: 0, subject: None }
    }
}
