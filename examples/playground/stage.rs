//! Who and what there is when the page opens: a server with its channels, four people, and the bot.

use discord_sandbox::{Channel, Guild, Permissions, Sandbox, User};
use serde_json::{Value, json};

/// Someone who can be played: the name, and the language of their Discord.
const PEOPLE: [(&str, &str); 4] = [("Ani", "id"), ("Emma", "en-US"), ("Kenji", "ja"), ("Sari", "id")];
/// Who manages the server.
const MODERATOR: &str = "Sari";

/// A channel as people find it in the list.
struct Place {
    channel: Channel,
    label: String,
    /// Whose direct messages it is; `None` where everyone may look.
    owner: Option<&'static str>,
}

/// The sandbox, and what stands on it.
pub struct Stage {
    pub sandbox: Sandbox,
    guild: Guild,
    places: Vec<Place>,
}

impl Stage {
    /// A new sandbox with everything on it. The bot is not there yet.
    pub async fn set() -> Self {
        let sandbox = Sandbox::start().await;
        let guild = sandbox.guild("Ambon–Hamamatsu").locale("id").create().await;
        let shared = |channel: Channel, label: &str| Place { channel, label: label.to_owned(), owner: None };
        let general = guild.channel("umum").await;
        let plain = guild.channel("tanpa-embed").await;
        plain.deny(Permissions::EMBED_LINKS).await;
        let thread = general.thread("musik").await;
        let mut places =
            vec![shared(general, "# umum"), shared(plain, "# tanpa-embed"), shared(thread, "# umum › musik")];
        for (name, locale) in PEOPLE {
            let user = sandbox.user(name).locale(locale);
            let channel = user.dm().await;
            places.push(Place { channel, label: "@ Kembar".to_owned(), owner: Some(name) });
        }
        let manages = Permissions::MANAGE_MESSAGES | Permissions::MANAGE_GUILD;
        guild.grants(&sandbox.user(MODERATOR), manages).await;
        Self { sandbox, guild, places }
    }

    /// The person of this name.
    pub fn person(&self, name: &str) -> Option<User> {
        PEOPLE.iter().any(|(known, _)| *known == name).then(|| self.sandbox.user(name))
    }

    /// The channel of this id, if that person may see it.
    pub fn channel(&self, id: u64, person: &str) -> Option<&Channel> {
        let place = self.places.iter().find(|place| place.channel.id() == id)?;
        place.owner.is_none_or(|owner| owner == person).then_some(&place.channel)
    }

    /// All that the page has to know before anyone speaks.
    pub fn json(&self) -> Value {
        let people = PEOPLE.iter().map(|(name, _)| {
            let user = self.sandbox.user(name);
            json!({ "id": user.id().to_string(), "name": name, "locale": user.current_locale(),
                "permissions": self.guild.permissions_of(&user).0.to_string() })
        });
        let channels = self
            .places
            .iter()
            .map(|place| json!({ "id": place.channel.id().to_string(), "label": place.label, "owner": place.owner }));
        let bot = self.sandbox.bot();
        json!({ "guild": "Ambon–Hamamatsu", "people": people.collect::<Value>(), "channels": channels.collect::<Value>(),
            "bot": { "id": bot.user_id.to_string(), "name": bot.name } })
    }
}
