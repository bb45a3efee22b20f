//! The controls around an answer: what each does, for who asked and for others, before and after a restart.

use discord_sandbox::{Channel, Interaction, Message, Permissions, ResponseKind, User};
use serde_json::{Value, json};

use super::{Scene, no_embeds};

/// Answered by the fifth of eleven paragraphs.
const LETTER: &str = "isi surat ambon ke kemlu";
/// Ten passages bear on it: four pages.
const WIDE: &str = "kerja sama ambon hamamatsu musik";
const MAYOR: &str = "siapa walikota hamamatsu";

/// The labels of the controls in each language: More, Back, Context, Source, Share, Remove, Not helpful, and the two other
/// languages.
const LABELS: [(&str, [&str; 9]); 3] = [
    ("id", ["Lainnya", "Kembali", "Konteks", "Sumber", "Bagikan", "Hapus", "Tak membantu", "English", "日本語"]),
    ("en-US", ["More", "Back", "Context", "Source", "Share", "Remove", "Not helpful", "Bahasa Indonesia", "日本語"]),
    ("ja", ["次へ", "前へ", "前後の段落", "出典", "共有", "削除", "役に立たなかった", "Bahasa Indonesia", "English"]),
];

fn labels(message: &Message) -> Vec<String> {
    message.controls().iter().map(|control| control["label"].as_str().expect("a label").to_owned()).collect()
}

/// All that a message says, embed or text.
fn text(message: &Message) -> String {
    message.embeds().first().map_or_else(|| message.content().to_owned(), discord_sandbox::Embed::all_text)
}

/// The numbers of the passages that an answer shows, embed or text.
fn numbers(message: &Message) -> Vec<String> {
    let heads: Vec<String> = match message.embeds().first() {
        Some(embed) => embed.fields().into_iter().map(|(name, _)| name).collect(),
        None => message.content().lines().map(str::to_owned).collect(),
    };
    let numbers = heads.iter().filter_map(|head| head.split_once(". ")).map(|(number, _)| number);
    numbers.filter(|number| number.parse::<u32>().is_ok()).map(str::to_owned).collect()
}

async fn asks(user: &User, channel: &Channel, question: &str, private: bool) -> Message {
    let asked = user.slash(channel, "ask", json!({ "question": question, "private": private })).await;
    asked.response().await.message().clone()
}

/// What a click was answered with: the message itself, changed.
async fn changed(click: &Interaction, message: &Message) -> Message {
    let response = click.response().await;
    assert_eq!(response.kind, ResponseKind::Update, "{:?}", response.data);
    assert_eq!(response.message().id(), message.id());
    response.message().clone()
}

/// What a click was answered with: a message for who clicked alone.
async fn opened(click: &Interaction) -> Message {
    let response = click.response().await;
    assert_eq!(response.kind, ResponseKind::Message);
    assert!(response.ephemeral(), "{:?}", response.data);
    response.message().clone()
}

#[tokio::test]
async fn the_controls_are_named_in_each_language_and_fit_a_phone() {
    let scene = Scene::new().await;
    for (locale, [more, back, context, source, share, remove, not_helpful, first, second]) in LABELS {
        let ani = scene.ani.clone().locale(locale);
        let public = asks(&ani, &scene.channel, WIDE, false).await;
        assert_eq!(labels(&public), [more, context, source, first, second, remove, not_helpful]);
        let further = changed(&ani.clicks_label(&public, more).await, &public).await;
        assert_eq!(labels(&further), [back, more, context, source, first, second, remove, not_helpful]);
        let private = asks(&ani, &scene.channel, WIDE, true).await;
        assert_eq!(labels(&private), [more, context, source, first, second, share, not_helpful]);
        for label in labels(&further) {
            assert!(label.chars().count() <= 16, "{label}");
        }
        let link = public.controls().into_iter().find(|control| control["label"] == source).expect("a source");
        assert!(link["url"].as_str().is_some_and(|url| url.starts_with("https://")) && link["custom_id"].is_null());
    }
    scene.end().await;
}

#[tokio::test]
async fn more_and_back_turn_the_pages_of_who_asked_also_after_a_restart() {
    let mut scene = Scene::new().await;
    for question in [WIDE.to_owned(), format!("<@bot> {WIDE}")] {
        let answer = if question.starts_with('<') {
            scene.ani.says(&scene.channel, &question).await.reply().await
        } else {
            asks(&scene.ani.clone().locale("id"), &scene.channel, &question, false).await
        };
        assert_eq!(numbers(&answer), ["1", "2", "3"]);
        let second = changed(&scene.ani.clicks_label(&answer, "Lainnya").await, &answer).await;
        assert_eq!(numbers(&second), ["4", "5", "6"]);
        scene = scene.restart().await;
        let third = changed(&scene.ani.clicks_label(&answer, "Lainnya").await, &answer).await;
        assert_eq!(numbers(&third), ["7", "8", "9"]);
        let last = changed(&scene.ani.clicks_label(&answer, "Lainnya").await, &answer).await;
        assert_eq!(numbers(&last), ["10"]);
        assert!(!labels(&last).contains(&"Lainnya".to_owned()));
        let back = changed(&scene.ani.clicks_label(&answer, "Kembali").await, &answer).await;
        assert_eq!(numbers(&back), ["7", "8", "9"]);
        // The answer stays on top, and its question under it.
        for page in [&answer, &second, &third, &last, &back] {
            assert_eq!(page.embeds()[0].description(), answer.embeds()[0].description());
            assert!(page.embeds()[0].description().contains(&format!("-# **Pertanyaan** {WIDE}")));
        }
    }
    scene.end().await;
}

#[tokio::test]
async fn without_embeds_the_pages_follow_each_other_without_a_gap() {
    let scene = Scene::new().await;
    scene.channel.deny(no_embeds()).await;
    let ani = scene.ani.clone().locale("id");
    let mut page = asks(&ani, &scene.channel, WIDE, false).await;
    let mut seen = Vec::new();
    loop {
        assert!(page.embeds().is_empty());
        seen.extend(numbers(&page));
        if !labels(&page).contains(&"Lainnya".to_owned()) {
            break;
        }
        page = changed(&ani.clicks_label(&page, "Lainnya").await, &page).await;
    }
    assert_eq!(seen, (1..=10).map(|number: u32| number.to_string()).collect::<Vec<_>>());
    scene.end().await;
}

#[tokio::test]
async fn an_answer_as_text_takes_the_form_that_is_allowed_when_it_is_clicked() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("id");
    for mentioned in [true, false] {
        scene.channel.deny(no_embeds()).await;
        let answer = if mentioned {
            ani.says(&scene.channel, &format!("<@bot> {WIDE}")).await.reply().await
        } else {
            asks(&ani, &scene.channel, WIDE, false).await
        };
        assert!(answer.embeds().is_empty() && answer.flags() == SUPPRESS_EMBEDS, "{}", answer.flags());
        scene.channel.allow(no_embeds()).await;
        let embed = changed(&ani.clicks_label(&answer, "English").await, &answer).await;
        assert!(embed.content().is_empty() && embed.flags() == 0 && numbers(&embed) == ["1", "2", "3"]);
        scene.channel.deny(no_embeds()).await;
        let plain = changed(&ani.clicks_label(&embed, "More").await, &answer).await;
        assert!(plain.embeds().is_empty() && plain.flags() == SUPPRESS_EMBEDS && numbers(&plain) == ["4", "5", "6"]);
    }
    scene.end().await;
}

/// The flag of a message whose embeds are hidden.
const SUPPRESS_EMBEDS: u64 = 1 << 2;

#[tokio::test]
async fn another_language_shows_the_same_answer_in_it_also_after_a_restart() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("id");
    let answer = asks(&ani, &scene.channel, MAYOR, false).await;
    let english = changed(&ani.clicks_label(&answer, "English").await, &answer).await;
    assert!(text(&english).contains("Nakano") && text(&english).contains("paragraph"), "{}", text(&english));
    let scene = scene.restart().await;
    let japanese = changed(&ani.clicks_label(&answer, "日本語").await, &answer).await;
    assert!(text(&japanese).contains("段落") && text(&japanese).contains("-# **質問** siapa walikota hamamatsu"));
    let indonesian = changed(&ani.clicks_label(&answer, "Bahasa Indonesia").await, &answer).await;
    assert_eq!(text(&indonesian), text(&answer));
    // What is not found, too.
    let nothing = asks(&ani, &scene.channel, "how do I cook rice", false).await;
    assert_eq!(labels(&nothing), ["English", "日本語", "Hapus", "Tak membantu"]);
    let english = changed(&ani.clicks_label(&nothing, "English").await, &nothing).await;
    assert!(text(&english).contains("Sorry, our sources have no answer"), "{}", text(&english));
    scene.end().await;
}

#[tokio::test]
async fn who_clicks_on_anothers_answer_gets_a_view_of_their_own() {
    let scene = Scene::new().await;
    let budi = scene.sandbox.user("Budi").locale("ja");
    let answer = asks(&scene.ani.clone().locale("id"), &scene.channel, WIDE, false).await;
    let scene = scene.restart().await;
    let theirs = opened(&budi.clicks_label(&answer, "Lainnya").await).await;
    assert_eq!(numbers(&theirs), ["4", "5", "6"]);
    assert!(labels(&theirs).contains(&"Bagikan".to_owned()) && !labels(&theirs).contains(&"Hapus".to_owned()));
    let english = opened(&budi.clicks_label(&answer, "English").await).await;
    assert!(text(&english).contains("paragraph"));
    // In their own view, clicks change that.
    let further = changed(&budi.clicks_label(&theirs, "Lainnya").await, &theirs).await;
    assert_eq!(numbers(&further), ["7", "8", "9"]);
    assert_eq!(answer.now().edits().len(), 0);
    scene.end().await;
}

#[tokio::test]
async fn context_shows_the_passage_between_its_neighbours_to_who_clicked() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("id");
    let answer = asks(&ani, &scene.channel, LETTER, false).await;
    let scene = scene.restart().await;
    let context = opened(&ani.clicks_label(&answer, "Konteks").await).await;
    let names: Vec<String> = context.embeds()[0].fields().into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["paragraf 4", "▸ paragraf 5 (yang ditemukan)", "paragraf 6"]);
    assert_eq!(labels(&context), ["Sumber", "English", "日本語"]);
    let english = changed(&ani.clicks_label(&context, "English").await, &context).await;
    assert!(text(&english).contains("▸ paragraph 5 (the passage found)"), "{}", text(&english));
    // From a private answer it opens beside it.
    let private = asks(&ani, &scene.channel, LETTER, true).await;
    let beside = opened(&ani.clicks_label(&private, "Konteks").await).await;
    assert_ne!(beside.id(), private.id());
    // As text, where embeds are not allowed.
    scene.channel.deny(no_embeds()).await;
    let plain = opened(&ani.clicks_label(&answer, "Konteks").await).await;
    assert!(plain.embeds().is_empty() && plain.content().contains("**▸ paragraf 5 (yang ditemukan)**"));
    scene.end().await;
}

#[tokio::test]
async fn a_passage_that_stands_alone_in_its_document_has_no_context() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("id");
    let answer = asks(&ani, &scene.channel, MAYOR, false).await;
    assert!(text(&answer).contains("`creative-hamamatsu-about#1`"), "{}", text(&answer));
    assert!(!labels(&answer).contains(&"Konteks".to_owned()), "{:?}", labels(&answer));
    scene.end().await;
}

#[tokio::test]
async fn a_private_answer_is_shared_once() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("id");
    let private = asks(&ani, &scene.channel, MAYOR, true).await;
    let scene = scene.restart().await;
    let click = ani.clicks_label(&private, "Bagikan").await;
    let after = changed(&click, &private).await;
    assert!(!labels(&after).contains(&"Bagikan".to_owned()), "{:?}", labels(&after));
    let shared = click.followup(0).await;
    assert!(!shared.is_ephemeral() && text(&shared).contains("Nakano"));
    assert!(shared.pings().is_empty());
    assert!(labels(&shared).contains(&"Hapus".to_owned()));
    // It stays away, whatever else the private answer is made to show.
    let english = changed(&ani.clicks_label(&private, "English").await, &private).await;
    assert!(!labels(&english).contains(&"Share".to_owned()), "{:?}", labels(&english));
    scene.sandbox.settled().await;
    assert_eq!(scene.channel.messages().len(), 1);
    // The shared one is its asker's.
    ani.clicks_label(&shared, "Hapus").await;
    shared.deleted().await;
    scene.end().await;
}

#[tokio::test]
async fn an_answer_that_cannot_be_shared_can_be_tried_again() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("id");
    let private = asks(&ani, &scene.channel, MAYOR, true).await;
    let webhook = "/webhooks/{}/{}";
    scene.sandbox.faults().next(discord_sandbox::Method::POST, webhook, discord_sandbox::Fault::Status(500));
    let click = ani.clicks_label(&private, "Bagikan").await;
    changed(&click, &private).await;
    scene.sandbox.settled().await;
    assert_eq!(scene.channel.messages().len(), 0);
    assert!(labels(&private.now()).contains(&"Bagikan".to_owned()));
    ani.clicks_label(&private, "Bagikan").await.followup(0).await;
    assert_eq!(scene.channel.messages().len(), 1);
    scene.end().await;
}

#[tokio::test]
async fn an_answer_that_may_have_been_shared_is_not_shared_again() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("id");
    let private = asks(&ani, &scene.channel, MAYOR, true).await;
    let webhook = "/webhooks/{}/{}";
    scene.sandbox.faults().next(discord_sandbox::Method::POST, webhook, discord_sandbox::Fault::DropAfter);
    ani.clicks_label(&private, "Bagikan").await;
    scene.sandbox.settled().await;
    assert_eq!(scene.channel.messages().len(), 1);
    assert!(!labels(&private.now()).contains(&"Bagikan".to_owned()));
    scene.end().await;
}

#[tokio::test]
async fn an_answer_is_removed_by_its_asker_or_who_manages_messages_and_nobody_else() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("id");
    let budi = scene.sandbox.user("Budi").locale("en-US");
    let answer = asks(&ani, &scene.channel, MAYOR, false).await;
    let mentioned = scene.ani.says(&scene.channel, &format!("<@bot> {MAYOR}")).await.reply().await;
    let helped = scene.ani.says(&scene.channel, "<@bot>").await.reply().await;
    let scene = scene.restart().await;
    let refused = opened(&budi.clicks_label(&answer, "Hapus").await).await;
    assert!(refused.content().contains("Only the person who asked"), "{}", refused.content());
    assert!(!answer.now().is_deleted());
    ani.clicks_label(&answer, "Hapus").await;
    answer.deleted().await;
    scene.guild.grants(&budi, Permissions::MANAGE_MESSAGES).await;
    budi.clicks_label(&mentioned, "Hapus").await;
    mentioned.deleted().await;
    ani.clicks_label(&helped, "Remove").await;
    helped.deleted().await;
    scene.end().await;
}

#[tokio::test]
async fn not_helpful_is_thanked_for_once_a_person() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("id");
    let budi = scene.sandbox.user("Budi").locale("ja");
    let answer = asks(&ani, &scene.channel, MAYOR, false).await;
    let said = |message: Message| message.content().to_owned();
    assert_eq!(said(opened(&ani.clicks_label(&answer, "Tak membantu").await).await), "Terima kasih, sudah dicatat.");
    let again = said(opened(&ani.clicks_label(&answer, "Tak membantu").await).await);
    assert!(again.contains("sudah memberi tahu"), "{again}");
    let theirs = said(opened(&budi.clicks_label(&answer, "Tak membantu").await).await);
    assert!(theirs.contains("記録しました"), "{theirs}");
    // A private answer loses the control, also after a restart.
    let private = asks(&ani, &scene.channel, MAYOR, true).await;
    let click = ani.clicks_label(&private, "Tak membantu").await;
    let after = changed(&click, &private).await;
    let followup = click.followup(0).await;
    assert!(followup.is_ephemeral() && followup.content().contains("Terima kasih"));
    let scene = scene.restart().await;
    let english = changed(&ani.clicks_label(&private, "English").await, &private).await;
    for page in [after, english] {
        assert!(!labels(&page).iter().any(|label| label == "Tak membantu" || label == "Not helpful"));
    }
    scene.end().await;
}

#[tokio::test]
async fn a_click_that_leads_nowhere_is_answered_courteously_in_the_language_of_who_clicked() {
    let scene = Scene::new().await;
    for (locale, unknown, gone) in [
        ("id", "Tombol ini tidak saya kenal", "tidak terbaca lagi"),
        ("en-GB", "do not know this button", "can no longer read the question"),
        ("ja", "このボタンには対応していません", "読み取れなくなりました"),
    ] {
        let ani = scene.ani.clone().locale(locale);
        let answer = scene.ani.says(&scene.channel, &format!("<@bot> {WIDE}")).await.reply().await;
        scene.ani.suppresses_embeds(&answer).await;
        let lost = opened(&ani.clicks_label(&answer, "Lainnya").await).await;
        assert!(lost.content().contains(gone), "{}", lost.content());
        let stale = scene.channel.holds_of_bot("a", &[row("old:1")]).await;
        let stale = opened(&ani.clicks(&stale, "old:1").await).await;
        assert!(stale.content().contains(unknown), "{}", stale.content());
    }
    scene.end().await;
}

fn row(custom_id: &str) -> Value {
    json!({ "type": 1, "components": [{ "type": 2, "style": 2, "label": "Old", "custom_id": custom_id }] })
}

#[tokio::test]
async fn what_is_no_question_has_no_more_controls_than_it_needs() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("en-US");
    assert_eq!(labels(&asks(&ani, &scene.channel, "hello", false).await), ["Remove"]);
    assert!(labels(&asks(&ani, &scene.channel, "hello", true).await).is_empty());
    scene.end().await;
}

#[tokio::test]
async fn controls_work_wherever_a_command_can_be_used() {
    let scene = Scene::new().await;
    let ani = scene.ani.clone().locale("id");
    let budi = scene.sandbox.user("Budi").locale("id");
    let chika = scene.sandbox.user("Chika");
    let elsewhere = scene.sandbox.guild("Lain").without_bot().create().await;
    let places = [
        (elsewhere.channel("umum").await, true),
        (ani.dm().await, false),
        (ani.dm_with(&budi).await, true),
        (ani.group_with(&[&budi, &chika]).await, true),
        (scene.channel.thread("benang").await, false),
        (scene.guild.voice("suara").await, false),
        (scene.guild.announcement("warta").await, false),
        (scene.guild.forum("forum").await.forum_post("tanya").await, false),
    ];
    for (place, user_install) in places {
        let options = json!({ "question": WIDE });
        let asked = if user_install {
            ani.slash_as_user_install(&place, "ask", options).await
        } else {
            ani.slash(&place, "ask", options).await
        };
        let answer = asked.response().await.message().clone();
        let second = changed(&ani.clicks_label(&answer, "Lainnya").await, &answer).await;
        assert_eq!(numbers(&second), ["4", "5", "6"]);
        opened(&ani.clicks_label(&answer, "Konteks").await).await;
        ani.clicks_label(&answer, "Hapus").await;
        answer.deleted().await;
    }
    scene.end().await;
}
