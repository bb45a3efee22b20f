//! The slash commands: a file each, and registering them.

mod ask;
mod registration;

use serenity::all::{CommandInteraction, Context, CreateCommand, InstallationContext, InteractionContext};

use super::bot::Bot;
use super::language_of;
use super::reply::Reply;
use crate::language::Language;
use crate::phrases::phrase;

pub(super) use registration::register;

/// Every command, as Discord is to know it.
fn all() -> Vec<CreateCommand> {
    vec![ask::command()]
}

/// Answers a command.
pub(super) async fn run(bot: &Bot, ctx: &Context, command: &CommandInteraction) {
    if command.data.name == ask::NAME {
        return ask::run(bot, ctx, command).await;
    }
    // A command of an earlier version, in a client that has not heard of its end.
    let language = language_of(&command.locale).unwrap_or(Language::En);
    bot.respond(ctx, command, Reply::text(phrase(language, "unknown-command")), true).await;
}

/// A command with its name and description in each language: the phrases `<id>-name` and `<id>-description`. It can be
/// used on servers, in direct messages, and wherever its user has installed it.
fn localized(id: &str) -> CreateCommand {
    let mut command = CreateCommand::new(phrase(Language::En, &format!("{id}-name")))
        .description(phrase(Language::En, &format!("{id}-description")))
        .integration_types(vec![InstallationContext::Guild, InstallationContext::User])
        .contexts(vec![InteractionContext::Guild, InteractionContext::BotDm, InteractionContext::PrivateChannel]);
    for (locale, language) in LOCALES {
        command = command
            .name_localized(locale, phrase(language, &format!("{id}-name")))
            .description_localized(locale, phrase(language, &format!("{id}-description")));
    }
    command
}

/// An option of a command with its name and description in each language.
fn localized_option(kind: serenity::all::CommandOptionType, id: &str) -> serenity::all::CreateCommandOption {
    let name = |language| phrase(language, &format!("{id}-name"));
    let description = |language| phrase(language, &format!("{id}-description"));
    let mut option = serenity::all::CreateCommandOption::new(kind, name(Language::En), description(Language::En));
    for (locale, language) in LOCALES {
        option = option.name_localized(locale, name(language)).description_localized(locale, description(language));
    }
    option
}

/// Discord's names of the locales that Kembar speaks.
const LOCALES: [(&str, Language); 4] =
    [("id", Language::Id), ("en-US", Language::En), ("en-GB", Language::En), ("ja", Language::Ja)];
