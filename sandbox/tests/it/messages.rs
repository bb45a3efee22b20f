use discord_sandbox::{Delivery, Permissions, Ping, Sandbox};
use serde_json::json;
use serenity::all::{ChannelId, CreateAllowedMentions, CreateMessage, EditMessage, GetMessages, MessageId};

use crate::bot;

#[tokio::test]
async fn a_mention_is_answered() {
    let sandbox = Sandbox::start().await;
    let guild = sandbox.guild("Ambon").locale("id").create().await;
    let channel = guild.channel("umum").await;
    let _bot = bot::start(&sandbox).await;

    let message = sandbox.user("Ani").says(&channel, "<@bot> kapan?").await;
    let reply = message.reply().await;

    assert_eq!(reply.embeds()[0].title(), "Gema");
    assert!(reply.embeds()[0].description().ends_with("kapan?"));
    assert_eq!(reply.referenced_id(), Some(message.id()));
    assert!(reply.pings().is_empty());
    assert_eq!(reply.controls()[0]["label"], "Lagi");
    sandbox.settled().await;
    assert_eq!(message.replies().len(), 1);
    assert_eq!(message.delivery(), Delivery::Acknowledged);
    sandbox.assert_clean();
}

#[tokio::test]
async fn what_is_not_for_the_bot_comes_without_its_content() {
    let sandbox = Sandbox::start().await;
    let guild = sandbox.guild("Ambon").create().await;
    let channel = guild.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let ani = sandbox.user("Ani");

    ani.says(&channel, "halo semua").await.stays_unanswered().await;
    ani.says(&channel, "<@&bot> kapan?").await.stays_unanswered().await;
    sandbox.other_bot("Lain").says(&channel, "<@bot> kapan?").await.stays_unanswered().await;
    sandbox.webhook("Kait").says(&channel, "<@bot> kapan?").await.stays_unanswered().await;

    let http = bot::http(&sandbox);
    let seen = ChannelId::new(channel.id()).messages(&http, GetMessages::new()).await.expect("messages");
    let contents: Vec<_> = seen.iter().map(|message| message.content.is_empty()).collect();
    assert_eq!(contents, [false, false, true, true]);
    assert_eq!(seen[2].mention_roles, [guild.bot_role_id()]);
}

#[tokio::test]
async fn after_a_message_the_next_are_listed_and_else_the_last_the_newest_first() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let ani = sandbox.user("Ani");
    let mut said = Vec::new();
    for number in 0..=103 {
        said.push(ani.says(&channel, &number.to_string()).await.id());
    }
    let http = bot::http(&sandbox);
    let listed = async |which: GetMessages| {
        let messages = ChannelId::new(channel.id()).messages(&http, which.limit(100)).await.expect("messages");
        messages.into_iter().rev().map(|message| message.id.get()).collect::<Vec<_>>()
    };
    assert_eq!(listed(GetMessages::new().after(said[0])).await, said[1..=100]);
    assert_eq!(listed(GetMessages::new().after(said[50])).await, said[51..]);
    assert_eq!(listed(GetMessages::new().before(said[102])).await, said[2..102]);
    assert_eq!(listed(GetMessages::new()).await, said[4..]);
}

#[tokio::test]
async fn direct_messages_and_replies_that_ping_are_heard() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let _bot = bot::start(&sandbox).await;
    let ani = sandbox.user("Ani");

    let in_private = ani.says(&ani.dm().await, "kapan?").await.reply().await;
    assert_eq!(in_private.embeds()[0].description(), "kapan?");

    let first = ani.says(&channel, "<@bot> kapan?").await.reply().await;
    let again = ani.replies(&first, "dan di mana?", Ping::Yes).await.reply().await;
    assert_eq!(again.embeds()[0].description(), "dan di mana?");
    ani.replies(&first, "terima kasih", Ping::No).await.stays_unanswered().await;
    sandbox.assert_clean();
}

#[tokio::test]
async fn the_same_nonce_sends_one_message() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let http = bot::http(&sandbox);
    let body = json!({ "content": "sekali", "nonce": "7", "enforce_nonce": true });
    let id = ChannelId::new(channel.id());

    let first = http.send_message(id, vec![], &body).await.expect("sent");
    let second = http.send_message(id, vec![], &body).await.expect("sent");
    assert_eq!(first.id, second.id);
    assert_eq!(channel.messages_from_bot().len(), 1);

    sandbox.clock().advance(std::time::Duration::from_mins(10));
    let third = http.send_message(id, vec![], &body).await.expect("sent");
    assert_ne!(first.id, third.id);
    sandbox.assert_clean();
}

#[tokio::test]
async fn messages_are_edited_and_deleted() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let http = bot::http(&sandbox);
    let id = ChannelId::new(channel.id());

    let mut sent = id.say(&http, "dulu").await.expect("sent");
    let seen = channel.messages_from_bot().remove(0);
    sent.edit(&http, EditMessage::new().content("kini")).await.expect("edited");
    let now = seen.edited().await;
    assert_eq!((now.content(), now.edits()[0].content.as_str()), ("kini", "dulu"));
    sent.delete(&http).await.expect("deleted");
    seen.deleted().await;

    let theirs = sandbox.user("Ani").says(&channel, "punyaku").await;
    let edit = id.edit_message(&http, theirs.id(), EditMessage::new().content("x")).await.unwrap_err();
    assert!(edit.to_string().contains("authored by another user"), "{edit}");
    let gone = id.message(&http, MessageId::new(seen.id())).await.unwrap_err();
    assert_eq!(gone.to_string(), "Unknown Message");
}

#[tokio::test]
async fn a_reply_to_a_deleted_message_is_refused_unless_it_may_fail() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let http = bot::http(&sandbox);
    let ani = sandbox.user("Ani");
    let message = ani.says(&channel, "<@bot> hai").await;
    ani.deletes(&message).await;
    let id = ChannelId::new(channel.id());

    let reference = json!({ "message_id": message.id().to_string() });
    let refused = http.send_message(id, vec![], &json!({ "content": "a", "message_reference": reference })).await;
    assert!(refused.unwrap_err().to_string().contains("Unknown message"));
    let reference = json!({ "message_id": message.id().to_string(), "fail_if_not_exists": false });
    let sent = http.send_message(id, vec![], &json!({ "content": "a", "message_reference": reference })).await;
    assert!(sent.expect("sent").message_reference.is_none());
    assert_eq!(sandbox.take_violations().len(), 1);
}

#[tokio::test]
async fn permissions_are_kept() {
    let sandbox = Sandbox::start().await;
    let guild = sandbox.guild("Ambon").create().await;
    let http = bot::http(&sandbox);
    let post = async |channel: &discord_sandbox::Channel, message: CreateMessage| {
        ChannelId::new(channel.id()).send_message(&http, message).await
    };
    let text = || CreateMessage::new().content("halo");

    let closed = guild.channel("tertutup").await;
    closed.deny(Permissions::SEND_MESSAGES).await;
    assert_eq!(post(&closed, text()).await.unwrap_err().to_string(), "Missing Permissions");
    let hidden = guild.channel("tersembunyi").await;
    hidden.deny(Permissions::VIEW_CHANNEL).await;
    assert_eq!(post(&hidden, text()).await.unwrap_err().to_string(), "Missing Access");
    hidden.delete().await;
    assert_eq!(post(&hidden, text()).await.unwrap_err().to_string(), "Unknown Channel");

    let plain = guild.channel("polos").await;
    plain.deny(Permissions::EMBED_LINKS | Permissions::READ_MESSAGE_HISTORY).await;
    let embed = || serenity::all::CreateEmbed::new().title("Gema");
    let sent = post(&plain, text().embed(embed())).await.expect("sent");
    assert!(sent.embeds.is_empty());
    let refused = post(&plain, CreateMessage::new().embed(embed())).await.unwrap_err();
    assert_eq!(refused.to_string(), "Cannot send an empty message");
    let refused = post(&plain, text().reference_message(&sent)).await.unwrap_err();
    assert!(refused.to_string().contains("permission to read message history"));
    // One message is refused, a list of them is empty.
    let polos = ChannelId::new(plain.id());
    assert_eq!(polos.message(&http, sent.id).await.unwrap_err().to_string(), "Missing Permissions");
    assert!(polos.messages(&http, GetMessages::new()).await.expect("a list").is_empty());

    let thread = plain.thread("benang").await;
    post(&thread, text()).await.expect("sent");
    thread.lock().await;
    assert_eq!(post(&thread, text()).await.unwrap_err().to_string(), "Thread is archived");
}

#[tokio::test]
async fn only_allowed_mentions_ping() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let http = bot::http(&sandbox);
    let ani = sandbox.user("Ani").id();
    let message = CreateMessage::new().content(format!("<@{ani}> @everyone"));
    let id = ChannelId::new(channel.id());
    id.send_message(&http, message.clone().allowed_mentions(CreateAllowedMentions::new())).await.expect("sent");
    id.send_message(&http, message).await.expect("sent");
    let sent = channel.messages_from_bot();
    assert!(sent[0].pings().is_empty() && !sent[0].pings_everyone());
    assert!(sent[1].pings() == [ani] && sent[1].pings_everyone());
    sandbox.assert_clean();
}

#[tokio::test]
async fn files_are_kept_and_served() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let http = bot::http(&sandbox);
    let file = serenity::all::CreateAttachment::bytes(b"musik".to_vec(), "kota.txt");
    let message = CreateMessage::new().add_file(file);
    let sent = ChannelId::new(channel.id()).send_message(&http, message).await.expect("sent");
    assert_eq!(sent.attachments[0].filename, "kota.txt");
    let served = reqwest::get(&sent.attachments[0].url).await.expect("served").text().await.expect("text");
    assert_eq!(served, "musik");
    sandbox.assert_clean();
}

#[tokio::test]
async fn requests_are_recorded() {
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    ChannelId::new(channel.id()).say(bot::http(&sandbox), "halo").await.expect("sent");
    let requests = sandbox.requests();
    assert_eq!(requests[0].route, "/channels/{channel_id}/messages");
    assert_eq!((requests[0].status, &requests[0].body["content"]), (Some(200), &json!("halo")));
    assert!(requests[0].headers.contains_key("authorization"));
}

#[tokio::test]
async fn a_wrong_token_is_refused() {
    let sandbox = Sandbox::start().await;
    let refused = bot::http_with(&sandbox, "wrong").get_current_user().await.unwrap_err();
    assert_eq!(refused.to_string(), "401: Unauthorized");
    assert_eq!(bot::http(&sandbox).get_current_user().await.expect("me").name, "Kembar");
    let info = bot::http(&sandbox).get_current_application_info().await.expect("the application");
    assert_eq!(info.id, sandbox.bot().application_id);
}
