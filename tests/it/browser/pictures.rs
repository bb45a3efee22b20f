//! Pictures of the page, to look at: written to the folder that `KEMBAR_PICTURES` names.

use std::path::{Path, PathBuf};

use super::driver::{Page, on_page};

#[tokio::test]
async fn pictures_are_taken() {
    let Some(folder) = std::env::var_os("KEMBAR_PICTURES").map(PathBuf::from) else {
        eprintln!("skipped: KEMBAR_PICTURES names no folder for the pictures");
        return;
    };
    on_page(|page| async move {
        for theme in ["dark", "light"] {
            page.resize(900, 900).await;
            page.open(&format!("?people=Ani&theme={theme}")).await;
            page.say("@Kembar Kapan Ambon menjadi kota musik UNESCO?").await;
            page.answer("2019").await;
            take(&page, &folder, &format!("found-{theme}")).await;
            page.say("@Kembar berapa harga tiket pesawat ke Tokyo?").await;
            page.see("//li[last()][.//span[@class='name bot']]").await;
            take(&page, &folder, &format!("not-found-{theme}")).await;
            page.say("@Kembar ").await;
            page.see("//li[last()][.//span[@class='name bot']]").await;
            take(&page, &folder, &format!("help-{theme}")).await;
            page.resize(390, 844).await;
            take(&page, &folder, &format!("phone-{theme}")).await;
        }
    })
    .await;
}

async fn take(page: &Page, folder: &Path, name: &str) {
    page.evaluate("document.querySelectorAll('.messages').forEach((list) => { list.scrollTop = list.scrollHeight })")
        .await;
    std::fs::create_dir_all(folder).expect("a folder");
    std::fs::write(folder.join(format!("{name}.png")), page.picture().await).expect("a picture");
}
