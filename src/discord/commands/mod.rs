//! The commands: a file each, what their controls and their completion do, registering them, and how they are named.

mod about;
pub(super) mod ask;
mod doctor;
mod find;
mod help;
mod names;
mod page;
mod passage;
mod privacy;
mod registration;
mod sources;
mod timeline;

use serenity::all::{
    AutocompleteChoice, CommandInteraction, CommandOptionType, ComponentInteraction, ComponentInteractionDataKind,
    Context, CreateAutocompleteResponse, CreateCommand, CreateCommandOption, CreateEmbed, CreateInteractionResponse,
    InstallationContext, Interaction, InteractionContext, MessageInteractionMetadata,
};

use super::bot::Bot;
use super::click::Click;
use super::custom_id::CustomId;
use super::people::Act;
use super::reader_of;
use super::rendering::removal;
use super::reply::Reply;
use super::sending::{Patience, SendError};
use crate::corpus::DocumentId;
use crate::language::Language;
use crate::phrases::phrase;

pub(super) use names::Names;
pub(super) use registration::register;

/// Every command, as Discord is to know it.
fn all() -> Vec<CreateCommand> {
    vec![
        ask::command(),
        find::command(),
        sources::command(),
        passage::command(),
        timeline::command(),
        help::command(),
        about::command(),
        privacy::command(),
        doctor::command(),
    ]
}

/// Is it a command whose answer has a file beside it.
pub(super) fn sends_files(interaction: &Interaction) -> bool {
    matches!(interaction, Interaction::Command(command) if command.data.name == timeline::NAME)
}

/// What a command is to the limits of its asker: what tells of the bot alone is no question.
pub(super) fn act(command: &CommandInteraction) -> Act {
    if [help::NAME, about::NAME, privacy::NAME].contains(&command.data.name.as_str()) {
        Act::Step
    } else {
        Act::Question
    }
}

/// Answers a command.
pub(super) async fn run(bot: &Bot, ctx: &Context, command: &CommandInteraction) {
    match command.data.name.as_str() {
        ask::NAME => ask::run(bot, command).await,
        sources::NAME => sources::run(bot, command).await,
        passage::NAME => passage::run(bot, command).await,
        timeline::NAME => timeline::run(bot, command).await,
        help::NAME => help::run(bot, command).await,
        about::NAME => about::run(bot, command).await,
        privacy::NAME => privacy::run(bot, command).await,
        doctor::NAME => doctor::run(bot, ctx, command).await,
        name if name == find::name() => find::run(bot, command).await,
        // A command of an earlier version, in a client that has not heard of its end.
        _ => {
            bot.respond(command, Reply::text(phrase(reader_of(&command.locale), "unknown-command")), true).await;
        }
    }
}

/// Completes what is being typed into an option.
pub(super) async fn complete(bot: &Bot, command: &CommandInteraction) {
    let answerer = bot.service.answerer();
    let choices: Vec<AutocompleteChoice> = bot.asking(|| match command.data.name.as_str() {
        ask::NAME => ask::complete(&answerer, command),
        passage::NAME => passage::complete(&answerer, command),
        _ => Vec::new(),
    });
    offer(bot, command, choices).await;
}

/// Offers `choices` for what is being typed; none is an answer too.
pub(super) async fn offer(bot: &Bot, command: &CommandInteraction, choices: Vec<AutocompleteChoice>) {
    let response = CreateInteractionResponse::Autocomplete(CreateAutocompleteResponse::new().set_choices(choices));
    let requests = &bot.service.requests;
    let sent =
        requests.send(Patience::Interaction, || command.create_response(&bot.interactions, response.clone())).await;
    if let Err(error) = sent.or_else(SendError::unless_answered) {
        tracing::debug!(%error, "what is typed could not be completed");
    }
}

/// Does what a control of a command's reply asks for.
pub(super) async fn pressed(click: &Click<'_>, control: &CustomId) {
    let answerer = click.bot.service.answerer();
    let permissions = click.component.app_permissions;
    let form = Bot::form_for(permissions);
    let document =
        |id: &DocumentId, page, language| click.bot.asking(|| sources::document(&answerer, id, page, language, form));
    let reply = match control {
        CustomId::Sources { page, language } => match chosen(click.component) {
            Some(chosen) => chosen.parse().ok().and_then(|id| document(&id, 0, *language)),
            None => Some(click.bot.asking(|| sources::list(&answerer, *page, *language, form))),
        },
        CustomId::Document { document: id, page, language } => document(id, *page, *language),
        CustomId::Timeline { page, language, filter } => {
            let (page, language) = (*page, *language);
            let remover = (is_own(click) && !click.is_private()).then_some(click.component.user.id);
            let wanted = timeline::Wanted { page, language, filter: filter.clone(), permissions, remover };
            Some(timeline::shown(click.bot, wanted).await.0)
        }
        CustomId::Post => {
            post(click).await;
            return;
        }
        _ => return,
    };
    // A corpus without that document has been put in its place since.
    let Some(reply) = reply else { return click.open(&passage::unknown(click.bot, click.reader())).await };
    if is_own(click) && chosen(click.component).is_none() {
        click.change(&reply).await;
    } else {
        click.open(&reply).await;
    }
}

/// What was chosen in a select.
fn chosen(click: &ComponentInteraction) -> Option<&str> {
    match &click.data.kind {
        ComponentInteractionDataKind::StringSelect { values } => values.first().map(String::as_str),
        _ => None,
    }
}

/// Is the message one that whoever clicks asked for, and so theirs to turn.
fn is_own(click: &Click<'_>) -> bool {
    let asker = match click.component.message.interaction_metadata.as_deref() {
        Some(MessageInteractionMetadata::Command(asked)) => Some(asked.user.id),
        _ => None,
    };
    click.is_private() || asker == Some(click.component.user.id)
}

/// Posts the message as it stands for all to see, once, with no control but to take it away.
async fn post(click: &Click<'_>) {
    let message = &click.component.message;
    let embed = message.embeds.first();
    // A page that is turned stands in the same message, and may be posted too.
    let page = embed.map_or(Some(&message.content), |embed| embed.description.as_ref());
    if !click.bot.memory.shares((message.id, page)) {
        return click.tell("shared-before").await;
    }
    let reply = match embed {
        Some(embed) => Reply::embed(CreateEmbed::from(embed.clone())),
        None => Reply::text(message.content.clone()),
    };
    let reply = reply.with_rows(removal(click.reader(), click.component.user.id));
    if let Err(error) = click.respond(CreateInteractionResponse::Message(reply.response())).await
        && !error.leaves_doubt()
    {
        click.bot.memory.shares_not((message.id, page));
    }
}

fn option<'c>(command: &'c CommandInteraction, name: &str) -> Option<&'c serenity::all::CommandDataOptionValue> {
    command.data.options.iter().find(|option| option.name == name).map(|option| &option.value)
}

/// The text of an option; empty where it was left out.
fn text<'c>(command: &'c CommandInteraction, name: &str) -> &'c str {
    option(command, name).and_then(|value| value.as_str()).unwrap_or_default()
}

fn number(command: &CommandInteraction, name: &str) -> Option<i64> {
    option(command, name).and_then(serenity::all::CommandDataOptionValue::as_i64)
}

fn flag(command: &CommandInteraction, name: &str) -> Option<bool> {
    option(command, name).and_then(serenity::all::CommandDataOptionValue::as_bool)
}

/// A command with its name and description in each language: the phrases `<id>-name` and `<id>-description`. It can be
/// used on servers, in direct messages, and wherever its user has installed it.
fn localized(id: &str) -> CreateCommand {
    let mut command = unexplained(id).description(phrase(Language::En, &format!("{id}-description")));
    for (locale, language) in LOCALES {
        command = command.description_localized(locale, phrase(language, &format!("{id}-description")));
    }
    command
}

/// The same without a description: the commands of a message's menu have none.
fn unexplained(id: &str) -> CreateCommand {
    let mut command = CreateCommand::new(phrase(Language::En, &format!("{id}-name")))
        .integration_types(vec![InstallationContext::Guild, InstallationContext::User])
        .contexts(vec![InteractionContext::Guild, InteractionContext::BotDm, InteractionContext::PrivateChannel]);
    for (locale, language) in LOCALES {
        command = command.name_localized(locale, phrase(language, &format!("{id}-name")));
    }
    command
}

/// An option of a command with its name and description in each language.
fn localized_option(kind: CommandOptionType, id: &str) -> CreateCommandOption {
    let name = |language| phrase(language, &format!("{id}-name"));
    let description = |language| phrase(language, &format!("{id}-description"));
    let mut option = CreateCommandOption::new(kind, name(Language::En), description(Language::En));
    for (locale, language) in LOCALES {
        option = option.name_localized(locale, name(language)).description_localized(locale, description(language));
    }
    option
}

/// Discord's names of the locales that Kembar speaks.
const LOCALES: [(&str, Language); 4] =
    [("id", Language::Id), ("en-US", Language::En), ("en-GB", Language::En), ("ja", Language::Ja)];
