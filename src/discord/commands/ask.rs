//! `/ask`: a question, answered to all or to the asker alone.

use serenity::all::{CommandInteraction, CommandOptionType, Context, CreateCommand};

use super::{localized, localized_option};
use crate::discord::asked::Asked;
use crate::discord::bot::Bot;
use crate::discord::language_of;
use crate::discord::rendering::{self, Audience, View};

pub(super) const NAME: &str = "ask";
const QUESTION: &str = "question";
const PRIVATE: &str = "private";

pub(super) fn command() -> CreateCommand {
    let question = localized_option(CommandOptionType::String, "ask-question").required(true);
    localized(NAME).add_option(question).add_option(localized_option(CommandOptionType::Boolean, "ask-private"))
}

pub(super) async fn run(bot: &Bot, ctx: &Context, command: &CommandInteraction) {
    let option = |name| command.data.options.iter().find(|option| option.name == name);
    let text = option(QUESTION).and_then(|option| option.value.as_str()).unwrap_or_default();
    let private = option(PRIVATE).and_then(|option| option.value.as_bool()).unwrap_or(false);
    let question = Asked::new(text).question().for_reader(language_of(&command.locale));
    let answer = bot.answer(&question, command.guild_id);
    let form = Bot::form_for(command.app_permissions);
    let reply = rendering::answer(&answer, &View::new(form, command.user.id, Audience::of(private)));
    bot.respond(ctx, command, reply, private).await;
}
