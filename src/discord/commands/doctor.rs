//! `/doctor`, for server managers: why is it silent? What the bot may hear and do here, and how it fares.

use std::time::Duration;

use serenity::all::{CommandInteraction, Context, CreateCommand, InteractionContext, Permissions};

use super::about::passages_by_language;
use super::localized;
use super::page::Page;
use crate::discord::bot::Bot;
use crate::discord::health::Health;
use crate::discord::reader_of;
use crate::language::Language;
use crate::phrases::{date, phrase, phrase_with};

pub(super) const NAME: &str = "doctor";

/// What the bot needs in a channel, by the phrase that names it as Discord's settings do.
const NEEDED: [(Permissions, &str); 6] = [
    (Permissions::VIEW_CHANNEL, "permission-view"),
    (Permissions::SEND_MESSAGES, "permission-send"),
    (Permissions::SEND_MESSAGES_IN_THREADS, "permission-send-in-threads"),
    (Permissions::EMBED_LINKS, "permission-embed"),
    (Permissions::ATTACH_FILES, "permission-attach"),
    (Permissions::READ_MESSAGE_HISTORY, "permission-history"),
];

pub(super) fn command() -> CreateCommand {
    localized(NAME)
        .contexts(vec![InteractionContext::Guild])
        .integration_types(vec![serenity::all::InstallationContext::Guild])
        .default_member_permissions(Permissions::MANAGE_GUILD)
}

pub(super) async fn run(bot: &Bot, ctx: &Context, command: &CommandInteraction) {
    let language = reader_of(&command.locale);
    let answerer = bot.service.answerer();
    let corpus = answerer.corpus();
    let newest = corpus.documents().iter().filter_map(|document| document.published).max();
    let newest = newest.map_or_else(|| "–".to_owned(), |newest| date(language, newest));
    let facts = [("corpus", corpus.hash().to_string().into()), ("newest", newest.into())];
    let said = [
        permissions(command.app_permissions.unwrap_or_default(), language),
        phrase(language, "doctor-intents"),
        phrase_with(language, "doctor-corpus", facts),
        passages_by_language(corpus, language),
        shards(bot, ctx, language).await,
        fares(bot.service.health(), language),
    ];
    let page = Page::new(phrase(language, "doctor-heading"), said.join("\n"), corpus.hash());
    bot.respond(command, page.reply(Bot::form_for(command.app_permissions)), true).await;
}

/// Each permission, granted or missing, in words.
fn permissions(granted: Permissions, language: Language) -> String {
    let lines = NEEDED.map(|(needed, name)| {
        let state = if granted.contains(needed) { "granted" } else { "missing" };
        phrase_with(language, &format!("permission-{state}"), [("name", phrase(language, name).into())])
    });
    let missing = !NEEDED.iter().all(|(needed, _)| granted.contains(*needed));
    let advice = if missing { "doctor-permissions-missing" } else { "doctor-permissions-fine" };
    let lines: Vec<String> = lines.iter().map(|line| format!("- {line}")).collect();
    format!("{}\n{}", phrase(language, advice), lines.join("\n"))
}

/// Which shard this server is on, and which this process holds.
async fn shards(bot: &Bot, ctx: &Context, language: Language) -> String {
    let held = bot.service.gateway().shards().await;
    let held = match (held.first(), held.last()) {
        (Some(first), Some(last)) if first.id < last.id => format!("{}–{}", first.id, last.id),
        _ => ctx.shard_id.to_string(),
    };
    let facts = [
        ("shard", ctx.shard_id.to_string().into()),
        ("shards", ctx.cache.shard_count().to_string().into()),
        ("held", held.into()),
    ];
    phrase_with(language, "doctor-shards", facts)
}

fn fares(health: &Health, language: Language) -> String {
    let figures = health.figures();
    let point = if language == Language::Id { "," } else { "." };
    let milliseconds = |taken: Duration| format!("{:.1}", taken.as_secs_f64() * 1000.0).replace('.', point);
    let facts = [
        ("answered", figures.answered.into()),
        ("unanswered", figures.unanswered.into()),
        ("median", milliseconds(figures.median).into()),
        ("slow", milliseconds(figures.slow).into()),
        ("reconnects", figures.reconnects.into()),
    ];
    phrase_with(language, "doctor-figures", facts)
}
