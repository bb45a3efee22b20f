//! The commands beside `/ask`: what they show, in three languages, and their controls after a restart.

use std::sync::Arc;

use discord_sandbox::{Fault, Message, Method, Permissions, Response, ResponseKind, Sandbox};
use kembar::answer::Answerer;
use kembar::corpus::Source;
use kembar::discord::Service;
use serde_json::{Value, json};

use super::{ANSWERER, Scene, no_embeds, settings, start, start_service};

const ARTICLE: &str = "antara-2024-ambon-hamamatsu";

async fn asked(scene: &Scene, locale: &str, name: &str, options: Value) -> Response {
    let asker = scene.ani.clone().locale(locale);
    asker.slash(&scene.channel, name, options).await.response().await
}

fn text_of(response: &Response) -> String {
    text(response.message())
}

fn labels(message: &Message) -> Vec<String> {
    message.controls().iter().filter_map(|control| control["label"].as_str().map(str::to_owned)).collect()
}

fn text(message: &Message) -> String {
    message.embeds().first().map_or_else(|| message.content().to_owned(), discord_sandbox::Embed::all_text)
}

#[tokio::test]
async fn each_command_is_answered_privately_in_the_language_of_its_asker() {
    let scene = Scene::new().await;
    for (name, options, expect) in [
        ("sources", json!({}), ["Sumber (", "Sources (", "資料（"]),
        ("passage", json!({ "document": ARTICLE, "number": 9 }), ["paragraf 9", "paragraph 9", "第9段落"]),
        ("timeline", json!({}), ["Lini masa", "Timeline", "年表"]),
        ("help", json!({}), ["Cara bertanya", "How to ask", "使い方"]),
        ("about", json!({}), ["dokumen", "documents", "資料"]),
        ("privacy", json!({}), ["ID Anda dan kapan", "your ID and when", "あなたのIDと"]),
        ("doctor", json!({}), ["Sematkan Tautan: ada", "Embed Links: granted", "埋め込みリンク：あり"]),
    ] {
        for (locale, expect) in ["id", "en-US", "ja"].into_iter().zip(expect) {
            let response = asked(&scene, locale, name, options.clone()).await;
            let text = text_of(&response);
            assert!(response.ephemeral(), "/{name}");
            assert!(text.contains(expect), "/{name} {locale}: {text}");
            assert!(response.message().pings().is_empty());
        }
    }
    scene.end().await;
}

#[tokio::test]
async fn help_says_that_an_answer_can_be_replied_to_in_words_that_are_understood() {
    let scene = Scene::new().await;
    for (locale, says, question) in [
        ("id", "**Balas** sebuah jawaban", "ada lagi?"),
        ("en-US", "**Reply** to an answer", "tell me more"),
        ("ja", "答えに**返信**", "もっと教えて"),
    ] {
        let text = text_of(&asked(&scene, locale, "help", json!({})).await);
        let line = text.lines().find(|line| line.contains(says)).unwrap_or_else(|| panic!("{text}"));
        assert!(line.contains(question) && kembar::language::wishes_more(question), "{line}");
    }
    scene.end().await;
}

#[tokio::test]
async fn commands_are_named_so_that_they_can_be_pressed() {
    let scene = Scene::new().await;
    // The bot has heard their ids.
    scene.sandbox.settled().await;
    let id_of = |name: &str| {
        let commands = scene.sandbox.commands();
        let command = commands.into_iter().find(|command| command["name"] == name).expect("it is registered");
        command["id"].as_str().expect("it has an id").to_owned()
    };
    let chat = scene.ani.says(&scene.channel, "lol 🎵").await;
    for locale in ["id", "en-US", "ja"] {
        let asker = scene.ani.clone().locale(locale);
        let help = text_of(&asked(&scene, locale, "help", json!({})).await);
        let nothing = asker.message_command(&chat, "Find sources").await.response().await;
        let passage = asked(&scene, locale, "passage", json!({ "document": "?" })).await;
        let timeline = asked(&scene, locale, "timeline", json!({ "about": "火星" })).await;
        let named = [
            (help, &["ask", "sources", "passage", "timeline", "about", "privacy", "doctor"][..]),
            (text_of(&nothing), &["ask", "sources"]),
            (text_of(&passage), &["sources"]),
            (text_of(&timeline), &["timeline"]),
        ];
        for (text, names) in named {
            for name in names {
                assert!(text.contains(&format!("</{name}:{}>", id_of(name))), "{name}: {text}");
            }
            assert_eq!(text.matches("</").count(), names.len(), "{text}");
        }
    }
    let mention = scene.ani.says(&scene.channel, "<@bot>").await.reply().await;
    assert!(text(&mention).contains(&format!("</ask:{}>", id_of("ask"))), "{}", text(&mention));
    // They are known after a restart, too, where nothing is registered anew.
    let ask = format!("</ask:{}>", id_of("ask"));
    let scene = scene.restart().await;
    scene.sandbox.settled().await;
    let mention = scene.ani.says(&scene.channel, "<@bot>").await.reply().await;
    assert!(text(&mention).contains(&ask), "{}", text(&mention));
    scene.end().await;
}

#[tokio::test]
async fn about_gives_the_source_code_where_the_operator_or_the_package_does() {
    let own = url::Url::parse("https://example.org/kembar").expect("an address");
    for (url, expect) in [(Some(&own), own.as_str()), (None, env!("CARGO_PKG_REPOSITORY"))] {
        let sandbox = Sandbox::start().await;
        let guild = sandbox.guild("Ambon").create().await;
        let channel = guild.channel("umum").await;
        let service = Service::new(Arc::clone(&ANSWERER)).with_source_at(url);
        let running = start_service(settings(&sandbox, sandbox.token()), Arc::new(service));
        sandbox.wait_until_command("about").await;
        let about = sandbox.user("Ani").locale("en-US").slash(&channel, "about", json!({})).await;
        let text = text_of(&about.response().await);
        let given = text.split_once("Source code: ").map_or("", |(_, rest)| rest.lines().next().unwrap_or_default());
        assert_eq!(given, expect, "{text}");
        sandbox.settled().await;
        sandbox.assert_clean();
        assert_eq!(running.stop().await, Ok(()));
    }
}

#[tokio::test]
async fn sources_are_opened_and_turned_also_after_a_restart() {
    let scene = Scene::new().await;
    let list = asked(&scene, "en-US", "sources", json!({})).await;
    let list = list.message().clone();
    let first = text(&list);
    let turned = scene.ani.clicks_label(&list, "Next").await.response().await;
    assert_eq!(turned.kind, ResponseKind::Update);
    assert_ne!(text_of(&turned), first);
    assert!(text_of(&turned).contains("page 2 of"), "{}", text_of(&turned));
    assert_eq!(scene.running.stop().await, Ok(()));

    let again = start(&scene.sandbox).await;
    let back = scene.ani.clicks_label(&list, "Previous").await.response().await;
    assert_eq!(text_of(&back), first);
    let select = list.now().controls().into_iter().find(|control| control["type"] == 3).expect("a select");
    let (custom_id, value) = (select["custom_id"].as_str().unwrap(), select["options"][0]["value"].as_str().unwrap());
    let opened = scene.ani.selects(&list, custom_id, &[value]).await.response().await;
    assert!(opened.ephemeral() && text_of(&opened).contains(&format!("{value}#1")), "{}", text_of(&opened));
    scene.sandbox.settled().await;
    scene.sandbox.assert_clean();
    assert_eq!(again.stop().await, Ok(()));
}

#[tokio::test]
async fn a_passage_is_completed_looked_up_and_shared() {
    let scene = Scene::new().await;
    let asker = scene.ani.clone().locale("ja");
    let documents = asker.autocomplete(&scene.channel, "passage", "document", "antara-2024").await;
    assert_eq!(documents[0].1, ARTICLE);
    // By the name that a citation carries, without a number.
    let named = json!({ "document": format!("{ARTICLE}#9") });
    let response = asker.slash(&scene.channel, "passage", named).await.response().await;
    assert!(text_of(&response).contains(&format!("{ARTICLE}#9")), "{}", text_of(&response));
    let shared = asker.clicks_label(response.message(), "チャンネルに共有").await.response().await;
    assert!(!shared.ephemeral() && text_of(&shared) == text_of(&response));
    assert_eq!(labels(shared.message()), ["削除"]);
    let scene = scene.restart().await;
    scene.sandbox.user("Budi").clicks_label(shared.message(), "削除").await.response().await;
    assert!(!shared.message().now().is_deleted());
    asker.clicks_label(shared.message(), "削除").await;
    shared.message().deleted().await;
    let whole = asker.clicks_label(response.message(), "資料の全文").await.response().await;
    assert!(text_of(&whole).contains(&format!("{ARTICLE}#1")));
    for wrong in
        [json!({ "document": "no-such" }), json!({ "document": ARTICLE, "number": 99 }), json!({ "document": "?" })]
    {
        let response = asked(&scene, "en-US", "passage", wrong).await;
        assert!(response.ephemeral() && text_of(&response).contains("no such passage"), "{}", text_of(&response));
    }
    scene.end().await;
}

#[tokio::test]
async fn a_publishers_words_are_looked_up_with_their_copyright_line() {
    let document = "title = { id = \"Kereta\" }\npublisher = \"Penerbit\"\nurl = \"https://example.org\"\nkind = \"verbatim\"\n\
                    rights = \"Hak cipta © *Penerbit* 2024\"\n[[passage]]\nid = \"Kereta gantung dibuka.\"\n";
    let scene = scene_of("kereta", document).await;
    let ani = scene.ani.clone().locale("id");
    let passage = ani.slash(&scene.channel, "passage", json!({ "document": "kereta" })).await.response().await;
    let cited = " · `kereta#1`\n-# Hak cipta © \\*Penerbit\\* 2024";
    assert!(text_of(&passage).contains(cited), "{}", text_of(&passage));
    let whole = ani.clicks_label(passage.message(), "Seluruh dokumen").await.response().await;
    assert!(text_of(&whole).contains("-# `kereta#1`\n-# Hak cipta"), "{}", text_of(&whole));
    scene.end().await;
}

#[tokio::test]
async fn a_page_on_a_host_that_discord_does_not_link_is_cited_with_its_address_as_text() {
    let document = "title = { id = \"Kereta\" }\npublisher = \"Penerbit\"\nurl = \"http://wiki/x\"\nkind = \"digest\"\n\
                    [[passage]]\nid = \"Kereta gantung Ambon dibuka tahun 2024.\"\n\
                    [[passage]]\nid = \"Stasiunnya ada di bukit.\"\n";
    let scene = scene_of("kereta", document).await;
    let ani = scene.ani.clone().locale("id");
    for channel in [&scene.channel, &scene.guild.channel("polos").await] {
        if channel.id() != scene.channel.id() {
            channel.deny(no_embeds()).await;
        }
        let question = ani.says(channel, "<@bot> kapan kereta gantung dibuka?").await;
        let answer = question.reply().await;
        let passage = ani.slash(channel, "passage", json!({ "document": "kereta" })).await.response().await;
        let whole = ani.clicks_label(passage.message(), "Seluruh dokumen").await.response().await;
        let found = ani.message_command(&question, "Find sources").await.response().await;
        let sources = ani.slash(channel, "sources", json!({})).await.response().await;
        let pages = [&whole, &found, &sources].map(Response::message);
        for shown in [&answer, passage.message()].into_iter().chain(pages) {
            let (text, labels) = (text(shown), labels(shown));
            assert!(text.contains("<http://wiki/x>") && !text.contains("](http"), "{text}");
            assert!(!labels.iter().any(|label| ["Sumber", "Buka sumber"].contains(&label.as_str())), "{labels:?}");
        }
    }
    scene.end().await;
}

#[tokio::test]
async fn in_plain_text_too_every_passage_that_is_shown_has_its_name() {
    let scene = Scene::new().await;
    scene.channel.deny(no_embeds()).await;
    let claim = scene.sandbox.user("Budi").says(&scene.channel, "Ambon became a UNESCO city of music in 2015!").await;
    for locale in ["id", "en-US", "ja"] {
        let asker = scene.ani.clone().locale(locale);
        let check = |shown: &Message, least: usize| {
            let text = text(shown);
            assert!(shown.embeds().is_empty() && text.contains("\n-# Kembar · "), "{text}");
            let begun = text.lines().filter(|line| line.starts_with("**")).count() - 1;
            let named = text.lines().filter(|line| line.starts_with("-# ") && line.ends_with('`')).count();
            assert!(begun == named && named >= least, "{begun} {named}: {text}");
        };
        check(asker.message_command(&claim, "Find sources").await.response().await.message(), 4);
        check(asked(&scene, locale, "timeline", json!({})).await.message(), 4);
        let options = json!({ "document": ARTICLE, "number": 9 });
        let passage = asked(&scene, locale, "passage", options).await.message().clone();
        assert!(text(&passage).contains(&format!("`{ARTICLE}#9`")), "{}", text(&passage));
        let whole = &labels(&passage)[1];
        let whole = asker.clicks_label(&passage, whole).await.response().await.message().clone();
        check(&whole, 1);
        let next = labels(&whole)[1].clone();
        asker.clicks_label(&whole, &next).await.response().await;
        check(&whole.now(), 1);
    }
    scene.end().await;
}

/// The bot with a corpus of that document alone.
async fn scene_of(id: &str, document: &str) -> Scene {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join(id).with_extension("toml"), document).expect("a file");
    let corpus = Source::Folder(folder.path().into()).read().expect("a sound corpus");
    let service = Arc::new(Service::new(Answerer::new(corpus).expect("its index is built")));
    let sandbox = Sandbox::start().await;
    let guild = sandbox.guild("Ambon").create().await;
    let channel = guild.channel("umum").await;
    let ani = sandbox.user("Ani");
    let running = start_service(settings(&sandbox, sandbox.token()), service);
    sandbox.wait_until_command("ask").await;
    Scene { sandbox, guild, channel, ani, running }
}

#[tokio::test]
async fn a_page_is_posted_once_and_again_where_that_came_to_nothing() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("en-US");
    let passage = asked(&scene, "en-US", "passage", json!({ "document": ARTICLE })).await;
    let whole = ani.clicks_label(passage.message(), "Whole document").await.response().await.message().clone();
    scene.sandbox.faults().next(Method::POST, "/interactions/{}/{}/callback", Fault::Status(403));
    ani.clicks_label(&whole, "Share in channel").await;
    scene.sandbox.settled().await;
    assert_eq!(scene.channel.messages().len(), 0);
    let mut pages = Vec::new();
    for turn in ["Next", "Previous"] {
        pages.push(text(&whole.now()));
        let posted = ani.clicks_label(&whole, "Share in channel").await.response().await;
        assert!(!posted.ephemeral() && Some(&text_of(&posted)) == pages.last(), "{}", text_of(&posted));
        let again = ani.clicks_label(&whole, "Share in channel").await.response().await;
        assert!(again.ephemeral() && text_of(&again).contains("shared already"), "{}", text_of(&again));
        // Another page of it was not posted yet.
        ani.clicks_label(&whole, turn).await.response().await;
    }
    assert_ne!(pages[0], pages[1]);
    assert_eq!(scene.channel.messages().len(), 2);
    scene.end().await;
}

#[tokio::test]
async fn a_question_is_completed_in_the_language_of_its_asker() {
    let scene = Scene::new().await;
    for (locale, typed, expect) in [
        ("id", "sejak kapn amb", "Sejak kapan"),
        ("en-GB", "since when have", "Since when"),
        ("ja", "意向書", "意向書"),
        // A title is offered as well.
        ("en-US", "How the link of", "How the link of Vlissingen and Ambon began"),
    ] {
        let asker = scene.ani.clone().locale(locale);
        let choices = asker.autocomplete(&scene.channel, "ask", "question", typed).await;
        assert!(choices.iter().any(|(name, value)| name.contains(expect) && *value == *name), "{choices:?}");
        assert!(choices.len() <= 25);
        let choices = asker.autocomplete(&scene.channel, "ask", "question", "").await;
        assert!(!choices.is_empty());
    }
    assert!(scene.ani.autocomplete(&scene.channel, "ask", "question", "xyzzy 🎵").await.is_empty());
    scene.end().await;
}

#[tokio::test]
async fn sources_are_found_for_a_claim_and_never_judged() {
    let scene = Scene::new().await;
    let claim = scene.sandbox.user("Budi").says(&scene.channel, "Ambon became a UNESCO city of music in 2015!").await;
    for (locale, note) in [("id", "Anda nilai sendiri"), ("en-US", "for you to judge"), ("ja", "ご判断")] {
        let asker = scene.ani.clone().locale(locale);
        let response = asker.message_command(&claim, "Find sources").await.response().await;
        let text = text_of(&response);
        assert!(response.ephemeral() && text.contains(note) && text.contains("2019"), "{text}");
        let controls = response.message().controls();
        let shared = asker.clicks(response.message(), controls[0]["custom_id"].as_str().unwrap()).await;
        assert!(!shared.response().await.ephemeral());
    }
    // A question is as good as a claim.
    let question = scene.ani.says(&scene.channel, "when did Ambon become a city of music?").await;
    let asker = scene.ani.clone().locale("en-US");
    let found = asker.message_command(&question, "Find sources").await.response().await;
    assert!(text_of(&found).contains("31 October 2019"), "{}", text_of(&found));
    // Its links and its formatting are no words of it, and each of its lines is one of its sentences.
    let said = "look <:ambon:12> https://example.org/Vlissingen/Darwin/Ambon/UNESCO/city/of/music/2019";
    let link = scene.ani.says(&scene.channel, said).await;
    let nothing = asker.message_command(&link, "Find sources").await.response().await;
    assert!(text_of(&nothing).contains("have nothing on"), "{}", text_of(&nothing));
    // What is forwarded is read, and what has no text is told from what no source is on.
    let forwarded = scene.ani.forwards(&claim, &scene.guild.channel("lain").await).await;
    let found_again = asker.message_command(&forwarded, "Find sources").await.response().await;
    assert!(text_of(&found_again).contains("31 October 2019"), "{}", text_of(&found_again));
    let alone = scene.ani.forwards(&claim, &scene.ani.dm().await).await.reply().await;
    assert!(text(&alone).contains("**Question** Ambon became a UNESCO"), "{}", text(&alone));
    let wordless = scene.ani.says(&scene.channel, "https://example.org/").await;
    for (locale, says) in [("id", "tidak memuat teks"), ("ja", "文章がありません"), ("en-US", "has no text")] {
        let asker = scene.ani.clone().locale(locale);
        let nothing = asker.message_command(&wordless, "Find sources").await.response().await;
        assert!(nothing.ephemeral() && text_of(&nothing).contains(says), "{}", text_of(&nothing));
    }
    let said = "lol\n__Ambon__ became a **UNESCO** [city of music](https://a.example)";
    let lines = scene.ani.says(&scene.channel, said).await;
    let lines = asker.message_command(&lines, "Find sources").await.response().await;
    assert!(text_of(&lines).contains("31 October 2019"), "{}", text_of(&lines));
    // It can be shared after a restart too, and taken away by who shared it.
    let scene = scene.restart().await;
    let shared = asker.clicks_label(found.message(), "Share in channel").await.response().await;
    assert!(!shared.ephemeral() && text_of(&shared) == text_of(&found));
    asker.clicks_label(shared.message(), "Remove").await;
    shared.message().deleted().await;
    let chat = scene.ani.says(&scene.channel, "lol 🎵").await;
    let response = scene.ani.clone().locale("en-US").message_command(&chat, "Find sources").await.response().await;
    assert!(response.ephemeral() && text_of(&response).contains("have nothing on"), "{}", text_of(&response));
    scene.end().await;
}

#[tokio::test]
async fn the_timeline_is_filtered_turned_and_drawn() {
    let scene = Scene::new().await;
    let response = asked(&scene, "en-US", "timeline", json!({ "about": "Vlissingen" })).await;
    let message = response.message().clone();
    assert!(
        text(&message).contains("1987") && text(&message).contains("vlissingen-stedenband-ambon#1"),
        "{}",
        text(&message)
    );
    let picture = &message.attachments()[0];
    assert_eq!(picture["filename"], "timeline.png");
    assert!(picture["description"].as_str().is_some_and(|told| told.contains("1987")), "{picture}");
    assert_eq!(message.json()["embeds"][0]["image"]["url"], picture["url"], "the embed shows it");
    let next = scene.ani.clicks_label(&message, "Next").await.response().await;
    assert_eq!(next.kind, ResponseKind::Update);
    assert!(text_of(&next).contains("2021") && !text_of(&next).contains("1987"), "{}", text_of(&next));
    assert_eq!(next.message().attachments().len(), 1, "the picture of the page before is gone");
    let year = asked(&scene, "id", "timeline", json!({ "year": 2014 })).await;
    assert!(text_of(&year).contains("2014") && !text_of(&year).contains("**2019"), "{}", text_of(&year));
    let year = asked(&scene, "en-US", "timeline", json!({ "year": 1999 })).await;
    assert!(text_of(&year).contains("yacht race"), "what was stopped in 1999: {}", text_of(&year));
    let none = asked(&scene, "ja", "timeline", json!({ "about": "火星", "private": false })).await;
    assert!(none.ephemeral() && text_of(&none).contains("火星"), "{}", text_of(&none));
    scene.end().await;
}

#[tokio::test]
async fn japanese_is_punctuated_as_japanese() {
    let scene = Scene::new().await;
    let timeline = asked(&scene, "ja", "timeline", json!({ "about": "フリシンゲン" })).await;
    assert!(text_of(&timeline).contains("年表：フリシンゲン"), "{}", text_of(&timeline));
    let picture = &timeline.message().attachments()[0];
    let told = picture["description"].as_str().expect("an alternative text");
    assert!(told.starts_with("年表：フリシンゲン。1987年") && !told.contains(": "), "{told}");
    let sources = asked(&scene, "ja", "sources", json!({})).await;
    assert!(text_of(&sources).contains("、2024年 · 全"), "{}", text_of(&sources));
    let select = sources.message().controls().into_iter().find(|control| control["type"] == 3).expect("a select");
    let options = select["options"].as_array().expect("options").iter();
    let dated: Vec<&str> =
        options.filter_map(|it| it["description"].as_str()).filter(|it| it.ends_with('年')).collect();
    assert!(!dated.is_empty() && dated.iter().all(|it| it.contains('、')), "{dated:?}");
    scene.end().await;
}

#[tokio::test]
async fn somebody_elses_timeline_is_turned_for_oneself_alone() {
    let scene = Scene::new().await;
    let public = asked(&scene, "en-US", "timeline", json!({ "private": false })).await;
    assert!(!public.ephemeral());
    let other = scene.sandbox.user("Budi").clicks_label(public.message(), "Next").await.response().await;
    assert!(other.kind == ResponseKind::Message && other.ephemeral());
    assert_eq!(labels(public.message()), ["Previous", "Next", "Remove"]);
    assert_eq!(labels(other.message()), ["Previous", "Next"]);
    let scene = scene.restart().await;
    let own = scene.ani.clicks_label(public.message(), "Next").await.response().await;
    assert_eq!(own.kind, ResponseKind::Update);
    assert!(text_of(&own).contains("page 2 of"), "{}", text_of(&own));
    scene.ani.clicks_label(own.message(), "Remove").await;
    public.message().deleted().await;
    scene.end().await;
}

#[tokio::test]
async fn where_embeds_or_files_are_not_allowed_the_rest_is_shown_and_the_doctor_names_them() {
    let scene = Scene::new().await;
    scene.channel.deny(no_embeds() | Permissions::ATTACH_FILES).await;
    let response = asked(&scene, "en-US", "doctor", json!({})).await;
    let text = text_of(&response);
    assert!(response.message().embeds().is_empty());
    assert!(text.contains("**Embed Links: missing**") && text.contains("**Attach Files: missing**"), "{text}");
    assert!(text.contains("Send Messages: granted"), "{text}");
    for name in ["sources", "timeline", "help", "about", "privacy"] {
        let response = asked(&scene, "ja", name, json!({})).await;
        assert!(!response.message().content().is_empty() && response.message().embeds().is_empty(), "/{name}");
        assert!(response.message().attachments().is_empty(), "/{name}");
    }
    scene.end().await;
}

#[tokio::test]
async fn the_doctor_counts_what_was_answered() {
    let scene = Scene::new().await;
    asked(&scene, "en-US", "ask", json!({ "question": "who is the mayor of hamamatsu" })).await;
    asked(&scene, "en-US", "ask", json!({ "question": "how do I cook rice" })).await;
    scene.sandbox.gateway().drop_connections();
    scene.sandbox.gateway().wait_until_resumed().await;
    scene.ani.says(&scene.channel, "<@bot> who is the mayor of hamamatsu").await.reply().await;
    let text = text_of(&asked(&scene, "en-US", "doctor", json!({})).await);
    assert!(text.contains("answered 2, without an answer 1, reconnects 1"), "{text}");
    scene.end().await;
}
