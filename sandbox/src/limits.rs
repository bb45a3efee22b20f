//! Discord's limits. Lengths are in Unicode code points unless a line says otherwise.

/// A message's content.
pub const CONTENT_LENGTH: usize = 2000;
/// Embeds of one message.
pub const EMBEDS: usize = 10;
/// All the text of all embeds of one message together.
pub const EMBEDS_TOTAL_LENGTH: usize = 6000;
/// An embed's title.
pub const EMBED_TITLE_LENGTH: usize = 256;
/// An embed's description.
pub const EMBED_DESCRIPTION_LENGTH: usize = 4096;
/// Fields of one embed.
pub const EMBED_FIELDS: usize = 25;
/// An embed field's name.
pub const EMBED_FIELD_NAME_LENGTH: usize = 256;
/// An embed field's value.
pub const EMBED_FIELD_VALUE_LENGTH: usize = 1024;
/// An embed's footer.
pub const EMBED_FOOTER_LENGTH: usize = 2048;
/// An embed's author.
pub const EMBED_AUTHOR_LENGTH: usize = 256;
/// Any address in an embed.
pub const EMBED_URL_LENGTH: usize = 2048;
/// An embed's greatest colour.
pub const EMBED_COLOR: u64 = 0x00FF_FFFF;

/// Action rows of one message.
pub const ACTION_ROWS: usize = 5;
/// Buttons of one action row.
pub const ROW_BUTTONS: usize = 5;
/// A component's `custom_id`.
pub const CUSTOM_ID_LENGTH: usize = 100;
/// A button's label.
pub const BUTTON_LABEL_LENGTH: usize = 80;
/// A link button's address.
pub const BUTTON_URL_LENGTH: usize = 512;
/// Options of a select.
pub const SELECT_OPTIONS: usize = 25;
/// A select option's label, value or description.
pub const SELECT_OPTION_LENGTH: usize = 100;
/// A select's placeholder.
pub const SELECT_PLACEHOLDER_LENGTH: usize = 150;
/// A modal's title, and a text input's label.
pub const MODAL_TITLE_LENGTH: usize = 45;
/// A text input's value.
pub const TEXT_INPUT_LENGTH: usize = 4000;
/// A text input's placeholder.
pub const TEXT_INPUT_PLACEHOLDER_LENGTH: usize = 100;

/// A command's or option's name.
pub const COMMAND_NAME_LENGTH: usize = 32;
/// A command's or option's description.
pub const COMMAND_DESCRIPTION_LENGTH: usize = 100;
/// Options of one command or subcommand.
pub const COMMAND_OPTIONS: usize = 25;
/// Choices of one option, and of one autocomplete answer.
pub const CHOICES: usize = 25;
/// A choice's name, and its value where that is text.
pub const CHOICE_LENGTH: usize = 100;
/// Names, descriptions and values of one command together. Discord is said to have raised it since; who keeps this
/// limit keeps that one too.
pub const COMMAND_TOTAL_LENGTH: usize = 4000;
/// Slash commands of one application, global ones or of one guild.
pub const CHAT_INPUT_COMMANDS: usize = 100;
/// User commands, and message commands, of one application: with 100 slash commands, the 130 of Discord's schema.
pub const CONTEXT_MENU_COMMANDS: usize = 15;
/// A string option's value, as a person can type it.
pub const STRING_OPTION_LENGTH: usize = 6000;

/// A message's nonce.
pub const NONCE_LENGTH: usize = 25;
/// Ids in each list of `allowed_mentions`.
pub const ALLOWED_MENTIONS: usize = 100;
/// Messages of one listing.
pub const LISTED_MESSAGES: usize = 100;
/// Files of one message.
pub const FILES: usize = 10;
/// A request's body, in bytes.
pub const BODY_BYTES: usize = 5 * 1024 * 1024;
/// A payload that a client sends to the gateway, in bytes.
pub const GATEWAY_PAYLOAD_BYTES: usize = 4096;

/// An interaction is acknowledged within this, in milliseconds.
pub const INTERACTION_MS: u64 = 3_000;
/// An interaction's token lives this long, in milliseconds.
pub const INTERACTION_TOKEN_MS: u64 = 15 * 60 * 1000;
/// A nonce with `enforce_nonce` is remembered this long, in milliseconds ("the past few minutes").
pub const NONCE_MS: u64 = 3 * 60 * 1000;
/// The milliseconds in which one shard of a bucket may identify. Discord says five seconds; clients keep them between
/// connections, so that the IDENTIFYs themselves may come a little closer.
pub const IDENTIFY_MS: u64 = 4_500;
/// The sessions that a bot may begin in a day.
pub const SESSION_STARTS: usize = 1000;
/// A session without a connection lives this long, in milliseconds. Discord tells no number; this is of its order.
pub const SESSION_MS: u64 = 3 * 60 * 1000;
