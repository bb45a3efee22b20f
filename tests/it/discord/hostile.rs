//! Text that tries to do more than ask.

use super::{Scene, no_embeds};

fn hostile() -> Vec<(&'static str, String)> {
    vec![
        ("everyone", "@everyone @here <@&1> <@2> siapa".to_owned()),
        (
            "markdown",
            "**bold** __it__ ||spoiler|| `code` ```block``` ~~no~~ > quote # head [a](https://evil.example)".into(),
        ),
        ("address", "https://evil.example/a?b=c discord.gg/abc".into()),
        ("emoji", "🎵".repeat(1900)),
        ("families", "👩‍👩‍👧‍👧".repeat(150)),
        ("right to left", "\u{202e}nobmA\u{202c} مدينة الموسيقى \u{2067}x\u{2069}".into()),
        ("zero width", "\u{200b}\u{200d}\u{feff}\u{2060}".into()),
        ("zero width inside", "Am\u{200b}bon ko\u{200d}ta mu\u{2060}sik".into()),
        ("long", "Ambon dan Hamamatsu ".repeat(90)),
        ("one long word", "a".repeat(1900)),
        ("no letters", "?!?!... --- ///".into()),
        ("combining", "Z̴̡̢͇͖͚̀̊͌͝a̵͔̍l̶͙̈́g̷̘̈o̴".repeat(40)),
        ("controls", "a\u{1}b\u{7}c\u{1b}[31m".into()),
        ("lines", "\n\n\nAmbon\n\n# musik\n- x\n1. y".into()),
        ("template", "{ $words } {{x}} %s \\ \\n".into()),
    ]
}

#[tokio::test]
async fn nothing_that_is_asked_takes_effect_in_the_reply() {
    let scene = Scene::new().await;
    let plain = scene.guild.channel("polos").await;
    plain.deny(no_embeds()).await;
    for channel in [&scene.channel, &plain] {
        for (name, text) in hostile() {
            let reply = scene.ani.says(channel, &format!("<@bot> {text}")).await.reply().await;
            assert!(reply.pings().is_empty() && reply.role_pings().is_empty() && !reply.pings_everyone(), "{name}");
            let shown =
                reply.embeds().first().map_or_else(|| reply.content().to_owned(), discord_sandbox::Embed::all_text);
            assert!(!shown.is_empty(), "{name}");
            for effect in [
                "@everyone",
                "@here",
                "<@",
                "||spoiler",
                "](https://evil",
                "https://evil",
                "```",
                "\u{202e}",
                "\u{200b}",
            ] {
                assert!(!shown.contains(effect), "{name}: {effect} in {shown}");
            }
        }
    }
    scene.end().await;
}

#[tokio::test]
async fn of_a_long_message_what_it_asks_is_read_wherever_it_stands() {
    let scene = Scene::new().await;
    let told = "I study in Jakarta and write about how cities work together. I have read a lot of it. ".repeat(10);
    let ani = scene.ani.clone().locale("en-US");
    for (before, after) in [(&*told, ""), (&*told, &*told), ("", &*told)] {
        let text = format!("{before}Who is the mayor of Hamamatsu? {after}");
        let asked = ani.slash(&scene.channel, "ask", serde_json::json!({ "question": text })).await;
        let answers = [
            scene.ani.says(&scene.channel, &format!("<@bot> {text}")).await.reply().await,
            asked.response().await.message().clone(),
        ];
        for answer in answers {
            let shown = answer.embeds()[0].all_text();
            assert!(shown.contains("Nakano") && shown.contains("longer than 500 characters"), "{shown}");
            assert!(shown.contains("-# **Question** …Who is the mayor of Hamamatsu?"), "{shown}");
            // That is told in each language.
            let turned = ani.clicks_label(&answer, "日本語").await.response().await;
            let shown = turned.message().embeds()[0].all_text();
            assert!(shown.contains("中野") && shown.contains("500文字"), "{shown}");
        }
    }
    scene.end().await;
}

#[tokio::test]
async fn four_thousand_characters_are_cut_with_a_word_about_it() {
    let scene = Scene::new().await;
    let text = "Apa kerja sama Ambon dan Hamamatsu? ".repeat(110);
    let options = serde_json::json!({ "question": text });
    let asked = scene.ani.clone().locale("id").slash(&scene.channel, "ask", options).await;
    let shown = asked.response().await.message().embeds()[0].all_text();
    assert!(shown.contains("500 karakter"), "{shown}");
    scene.end().await;
}
