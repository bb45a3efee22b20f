//! Pictures of the page, to look at: written to the folder that `KEMBAR_PICTURES` names.

use std::path::{Path, PathBuf};

use super::driver::{Page, on_page};

/// What somebody looks at on a phone: the person, and for each of [`NAMES`] what they ask, or behind `!` the button they press.
const READERS: [(&str, [&str; 8]); 3] = [
    (
        "Ani",
        [
            "Kapan Ambon menjadi kota musik UNESCO?",
            "!Konteks",
            "hamamatsu kota musik ke berapa di dunia",
            "berapa harga tiket pesawat ke Tokyo?",
            "sejak kapan ambon kembaran sama vlissingen",
            "/bantuan ",
            "/linimasa ",
            "/sumber ",
        ],
    ),
    (
        "Emma",
        [
            "Which fields do Ambon and Hamamatsu work on?",
            "!Context",
            "how many music cities does unesco have",
            "how much is a flight to Tokyo?",
            "Since when have Ambon and Vlissingen been linked?",
            "/help ",
            "/timeline ",
            "/sources ",
        ],
    ),
    (
        "Kenji",
        [
            "アンボンがユネスコの音楽都市になったのはいつですか",
            "!前後の段落",
            "2021年ってアンボンとフリシンゲンの何周年？",
            "東京行きの航空券はいくらですか",
            "アンボン市とフリシンゲン市の関係はいつからですか。",
            "/ヘルプ ",
            "/年表 ",
            "/資料 ",
        ],
    ),
];

/// What is seen where something is found, around what is found, in doubt, where nothing is found, where sources differ; then
/// three commands.
const NAMES: [&str; 8] = ["found", "context", "unsure", "not-found", "differing", "help", "timeline", "sources"];

/// The last message, where the bot wrote it.
const LAST: &str = "//li[last()][.//span[@class='name bot']]";

#[tokio::test]
async fn pictures_are_taken() {
    let Some(folder) = std::env::var_os("KEMBAR_PICTURES").map(PathBuf::from) else {
        eprintln!("skipped: KEMBAR_PICTURES names no folder for the pictures");
        return;
    };
    on_page(|page| async move {
        page.resize(900, 900).await;
        page.open("?people=Sari&theme=dark").await;
        page.say("@Kembar Kapan Ambon menjadi kota musik UNESCO?").await;
        page.answer("2019").await;
        take(&page, &folder, "playground").await;
        for (person, asked) in READERS {
            page.open(&format!("?people={person}&theme=dark")).await;
            seen_by(&page, &folder, person, asked).await;
        }
    })
    .await;
}

async fn seen_by(page: &Page, folder: &Path, person: &str, asked: [&str; 8]) {
    for (name, text) in NAMES.into_iter().zip(asked) {
        if let Some(button) = text.strip_prefix('!') {
            page.press("//li[.//span[@class='name bot']][last()]", button).await;
            page.see(&format!("{LAST}[contains(@class, 'ephemeral')]")).await;
        } else if text.starts_with('/') {
            page.write(text).await;
            page.click("//form//button[contains(@class, 'primary')]").await;
            page.see(&format!("{LAST}[contains(@class, 'ephemeral')]")).await;
        } else {
            page.say(&format!("@Kembar {text}")).await;
            page.see(LAST).await;
        }
        for theme in ["dark", "light"] {
            for (width, height, screen) in [(390, 1250, "phone"), (900, 900, "desk")] {
                page.resize(width, height).await;
                take(page, folder, &format!("{person}-{name}-{screen}-{theme}")).await;
            }
            page.press("", "Light").await;
        }
        // The next is waited for as the last, so this one is not taken for it.
        page.say("…").await;
        page.see("//li[last()][not(.//span[@class='name bot'])]").await;
    }
}

async fn take(page: &Page, folder: &Path, name: &str) {
    let settle = "return Promise.all([...document.images].map((image) => image.decode().catch(() => {}))).then(() => \
        document.querySelectorAll('.messages').forEach((list) => { list.scrollTop = list.scrollHeight }))";
    page.evaluate(settle).await;
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(folder.join(format!("{name}.png")), page.picture().await).expect("a picture");
}
