//! What the bot says, as each of Discord's requests takes it. None of them pings anybody.

use serenity::all::{
    CreateActionRow, CreateAllowedMentions, CreateAttachment, CreateEmbed, CreateInteractionResponseFollowup,
    CreateInteractionResponseMessage, CreateMessage, EditInteractionResponse, EditMessage, InteractionResponseFlags,
    Message, MessageFlags,
};

/// What a reply says, and the controls under it.
#[derive(Debug, Clone)]
pub struct Reply {
    body: Body,
    rows: Vec<CreateActionRow>,
    /// A line above an embed.
    note: String,
    files: Vec<CreateAttachment>,
}

/// What a reply says, in the form that its channel takes.
#[derive(Debug, Clone)]
enum Body {
    Embed(Box<CreateEmbed>),
    /// Within [`limits::CONTENT`](super::limits::CONTENT).
    Text(String),
}

impl Reply {
    /// An embed.
    #[must_use]
    pub fn embed(embed: CreateEmbed) -> Self {
        Self { body: Body::Embed(Box::new(embed)), rows: Vec::new(), files: Vec::new(), note: String::new() }
    }

    /// Plain text, within [`limits::CONTENT`](super::limits::CONTENT).
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self { body: Body::Text(text.into()), rows: Vec::new(), files: Vec::new(), note: String::new() }
    }

    /// The same with controls under it.
    #[must_use]
    pub fn with_rows(mut self, rows: Vec<CreateActionRow>) -> Self {
        self.rows = rows;
        self
    }

    /// The same with a line above it, where it is an embed.
    #[must_use]
    pub fn with_note(mut self, note: String) -> Self {
        self.note = note;
        self
    }

    /// The same with files beside it; those of a message that it takes the place of are gone.
    #[must_use]
    pub fn with_files(mut self, files: Vec<CreateAttachment>) -> Self {
        self.files = files;
        self
    }

    /// Is it an embed.
    #[must_use]
    pub const fn is_embed(&self) -> bool {
        matches!(self.body, Body::Embed(_))
    }

    /// As a message of its own.
    pub fn message(&self) -> CreateMessage {
        let message = match &self.body {
            Body::Embed(embed) => CreateMessage::new().content(&self.note).embed((**embed).clone()),
            Body::Text(text) => CreateMessage::new().content(text).flags(MessageFlags::SUPPRESS_EMBEDS),
        };
        message.components(self.rows.clone()).allowed_mentions(nobody())
    }

    /// As what a message is to be instead.
    pub fn edit(&self) -> EditMessage {
        let edit = match &self.body {
            Body::Embed(embed) => {
                EditMessage::new().content(&self.note).embed((**embed).clone()).suppress_embeds(false)
            }
            Body::Text(text) => EditMessage::new().content(text).embeds(Vec::new()).suppress_embeds(true),
        };
        edit.components(self.rows.clone()).allowed_mentions(nobody())
    }

    /// As the answer to an interaction: a new message.
    pub fn response(&self) -> CreateInteractionResponseMessage {
        let response = self.respond();
        if let Body::Embed(_) = self.body { response.content(&self.note) } else { response }
    }

    /// As what the clicked message is to be instead. From embed to embed the line above stays, as it says why the message stands there.
    pub fn update(&self, clicked: &Message) -> CreateInteractionResponseMessage {
        if clicked.embeds.is_empty() { self.response() } else { self.respond() }
    }

    /// What both have in common. Whether embeds show is said either way: what was sent as text keeps them hidden until it is told
    /// otherwise, and its content is gone by then.
    fn respond(&self) -> CreateInteractionResponseMessage {
        let response = CreateInteractionResponseMessage::new();
        let response = match &self.body {
            Body::Embed(embed) => response.embed((**embed).clone()).flags(InteractionResponseFlags::empty()),
            Body::Text(text) => {
                response.content(text).embeds(Vec::new()).flags(InteractionResponseFlags::SUPPRESS_EMBEDS)
            }
        };
        response.files(self.files.clone()).components(self.rows.clone()).allowed_mentions(nobody())
    }

    /// As what the answer to an interaction is to be instead.
    pub fn response_edit(&self) -> EditInteractionResponse {
        let edit = match &self.body {
            Body::Embed(embed) => {
                let edit = EditInteractionResponse::new().content(&self.note).embed((**embed).clone());
                edit.flags(MessageFlags::empty())
            }
            Body::Text(text) => {
                let edit = EditInteractionResponse::new().content(text).embeds(Vec::new());
                edit.flags(MessageFlags::SUPPRESS_EMBEDS)
            }
        };
        edit.components(self.rows.clone()).allowed_mentions(nobody())
    }

    /// As a further message to an interaction that is answered.
    pub fn followup(&self) -> CreateInteractionResponseFollowup {
        let followup = match &self.body {
            Body::Embed(embed) => CreateInteractionResponseFollowup::new().embed((**embed).clone()),
            Body::Text(text) => {
                CreateInteractionResponseFollowup::new().content(text).flags(MessageFlags::SUPPRESS_EMBEDS)
            }
        };
        followup.components(self.rows.clone()).allowed_mentions(nobody())
    }
}

/// Nobody is pinged by what the bot says, nor by its replying.
fn nobody() -> CreateAllowedMentions {
    CreateAllowedMentions::new().replied_user(false)
}
