//! A small bot on serenity, and its REST client: what the tests look at the sandbox with.

use discord_sandbox::Sandbox;
use serenity::all::{
    Client, CommandDataOptionValue, CommandInteraction, ComponentInteraction, Context, CreateActionRow,
    CreateAllowedMentions, CreateAutocompleteResponse, CreateButton, CreateCommand, CreateCommandOption, CreateEmbed,
    CreateInteractionResponse, CreateInteractionResponseFollowup, CreateInteractionResponseMessage, CreateMessage,
    EditInteractionResponse, EventHandler, GatewayIntents, Http, HttpBuilder, Interaction, Message, Ready,
};
use serenity::async_trait;
use tokio::task::JoinHandle;

/// REST alone.
pub fn http(sandbox: &Sandbox) -> Http {
    http_with(sandbox, sandbox.token())
}

pub fn http_with(sandbox: &Sandbox, token: &str) -> Http {
    let http = HttpBuilder::new(token).proxy(sandbox.url()).ratelimiter_disabled(true).build();
    http.set_application_id(sandbox.bot().application_id.into());
    http
}

pub const INTENTS: GatewayIntents =
    GatewayIntents::GUILDS.union(GatewayIntents::GUILD_MESSAGES).union(GatewayIntents::DIRECT_MESSAGES);

pub async fn client(sandbox: &Sandbox, token: &str, intents: GatewayIntents) -> Client {
    let builder = serenity::client::ClientBuilder::new_with_http(http_with(sandbox, token), intents);
    builder.event_handler(Echo).await.expect("a client")
}

/// The bot, connected and ready, its commands registered. It ends with the test's runtime.
pub async fn start(sandbox: &Sandbox) -> JoinHandle<()> {
    start_shards(sandbox, 1).await
}

pub async fn start_shards(sandbox: &Sandbox, shards: u32) -> JoinHandle<()> {
    let mut client = client(sandbox, sandbox.token(), INTENTS).await;
    let running = tokio::spawn(async move {
        client.start_shards(shards).await.expect("the bot runs");
    });
    sandbox.gateway().wait_until_ready().await;
    sandbox.wait_until_command("Find sources").await;
    running
}

/// Says back what it is told where it is mentioned, or alone with someone.
pub struct Echo;

#[async_trait]
impl EventHandler for Echo {
    async fn ready(&self, ctx: Context, _: Ready) {
        let question = CreateCommandOption::new(serenity::all::CommandOptionType::String, "question", "What to ask")
            .name_localized("id", "pertanyaan")
            .required(true)
            .max_length(500)
            .set_autocomplete(true);
        let private = CreateCommandOption::new(serenity::all::CommandOptionType::Boolean, "private", "Only for me");
        let ask = CreateCommand::new("ask")
            .description("Ask a question")
            .name_localized("ja", "質問")
            .description_localized("id", "Tanyakan sesuatu")
            .contexts(vec![
                serenity::all::InteractionContext::Guild,
                serenity::all::InteractionContext::BotDm,
                serenity::all::InteractionContext::PrivateChannel,
            ])
            .integration_types(vec![
                serenity::all::InstallationContext::Guild,
                serenity::all::InstallationContext::User,
            ])
            .add_option(question)
            .add_option(private);
        let find = CreateCommand::new("Find sources").kind(serenity::all::CommandType::Message);
        serenity::all::Command::set_global_commands(&ctx.http, vec![ask, find]).await.expect("commands");
    }

    async fn message(&self, ctx: Context, message: Message) {
        let me = ctx.cache.current_user().id;
        let for_me = message.guild_id.is_none() || message.mentions.iter().any(|user| user.id == me);
        if message.author.bot || !for_me {
            return;
        }
        let button = CreateButton::new("more").label("Lagi");
        let builder = CreateMessage::new()
            .embed(CreateEmbed::new().title("Gema").description(&message.content))
            .components(vec![CreateActionRow::Buttons(vec![button])])
            .reference_message(&message)
            .allowed_mentions(CreateAllowedMentions::new().replied_user(false))
            .enforce_nonce(true)
            .nonce(serenity::all::Nonce::String(message.id.to_string()));
        // A reply that a test makes fail is the test's business.
        let _ = message.channel_id.send_message(&ctx.http, builder).await;
    }

    async fn interaction_create(&self, ctx: Context, interaction: Interaction) {
        match interaction {
            Interaction::Command(command) => answer(&ctx, &command).await,
            Interaction::Autocomplete(command) => {
                let typed = command.data.autocomplete().expect("a focused option").value.to_owned();
                let choices = CreateAutocompleteResponse::new().add_string_choice(format!("{typed}?"), typed);
                let response = CreateInteractionResponse::Autocomplete(choices);
                command.create_response(&ctx.http, response).await.expect("choices");
            }
            Interaction::Component(component) => change(&ctx, &component).await,
            _ => {}
        }
    }
}

async fn answer(ctx: &Context, command: &CommandInteraction) {
    let option = |name: &str| command.data.options.iter().find(|it| it.name == name).map(|it| &it.value);
    let text = match (option("question"), command.data.resolved.messages.values().next()) {
        (Some(CommandDataOptionValue::String(text)), _) => text.clone(),
        (_, Some(message)) => message.content.clone(),
        _ => String::new(),
    };
    let private = matches!(option("private"), Some(CommandDataOptionValue::Boolean(true)));
    let message = CreateInteractionResponseMessage::new().content(&text).ephemeral(private);
    if text == "later" {
        command.defer_ephemeral(&ctx.http).await.expect("deferred");
        let edit = EditInteractionResponse::new().content("at last");
        command.edit_response(&ctx.http, edit).await.expect("edited");
        let followup = CreateInteractionResponseFollowup::new().content("and more");
        command.create_followup(&ctx.http, followup).await.expect("followed up");
        return;
    }
    let _ = command.create_response(&ctx.http, CreateInteractionResponse::Message(message)).await;
}

async fn change(ctx: &Context, component: &ComponentInteraction) {
    let message = CreateInteractionResponseMessage::new().content("changed").components(vec![]);
    let response = CreateInteractionResponse::UpdateMessage(message);
    component.create_response(&ctx.http, response).await.expect("changed");
}
