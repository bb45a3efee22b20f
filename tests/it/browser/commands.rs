//! The commands, with what they complete, choose, turn and draw. Each part is another person's, so that none asks too often.

use serde_json::Value;

use super::driver::Page;

/// The first suggestion for what is typed into a command's option.
const FIRST: &str = "//form//ul[@role='listbox'][not(@hidden)]/li[@role='option'][1]";

/// `/ask` completes a question; `/sources` is turned, and opens a document.
pub async fn in_english(page: &Page) {
    page.pick("person", "Emma").await;
    page.write("/ask ").await;
    page.type_into("//form//input[@name='question']", "mayor").await;
    page.click(&format!("{FIRST}[contains(., 'mayor')]")).await;
    let question = page.evaluate("return document.querySelector('form input[name=question]').value").await;
    assert!(question.as_str().is_some_and(|question| question.len() > "mayor".len()), "{question}");
    page.press("//form", "Send").await;
    page.answer("Nakano Yusuke").await;
    page.write("/sources ").await;
    page.press("//form", "Send").await;
    let list = page.answer("page 1 of").await;
    page.press(&list, "Next").await;
    page.see(&format!("{list}[contains(., 'page 2 of')]")).await;
    page.click(&format!("{list}//button[@aria-haspopup='listbox']")).await;
    page.click("//div[@role='listbox']/button[1]").await;
    page.see("//li[last()][contains(., '#1')]//a[contains(., 'Source')]").await;
}

/// `/passage` completes the document and the number; `/timeline` shows a picture, which opens large.
pub async fn in_japanese(page: &Page) {
    page.pick("person", "Kenji").await;
    page.write("/引用 ").await;
    page.type_into("//form//input[@name='document']", "antara-2024").await;
    page.click(&format!("{FIRST}[contains(., '姉妹都市提携を検討')]")).await;
    page.type_into("//form//input[@name='number']", "2").await;
    page.click(&format!("{FIRST}[starts-with(., '2.')]")).await;
    page.press("//form", "送信").await;
    let passage = page.answer("antara-2024-ambon-hamamatsu#2").await;
    page.press(&passage, "資料の全文").await;
    page.see(&format!("{passage}[contains(., 'antara-2024-ambon-hamamatsu#1')]")).await;
    page.write("/年表 ").await;
    page.press("//form", "送信").await;
    let timeline = page.answer("1／").await;
    page.click(&format!("{timeline}//button[@class='picture'][starts-with(@aria-label, '年表')]")).await;
    page.see("//dialog[@open]").await;
    let width =
        "const image = document.querySelector('dialog img'); return image.decode().then(() => image.naturalWidth)";
    assert_eq!(page.evaluate(width).await, Value::from(1080));
    page.press("//dialog", "閉じる").await;
    page.see_no("//dialog").await;
    page.press(&timeline, "次へ").await;
    page.see(&format!("{timeline}[contains(., '2／')]//img")).await;
}

/// `/doctor`, `/about`, `/privacy`; the sources of somebody's message, for all to see.
pub async fn for_who_manages(page: &Page) {
    page.pick("person", "Sari").await;
    for (command, says) in [
        ("/diagnosis ", "Sematkan Tautan: ada"),
        ("/tentang ", "mencarikan kutipan"),
        ("/privasi ", "ID Anda dan kapan"),
    ] {
        page.write(command).await;
        page.press("//form", "Kirim").await;
        page.see(&format!("//li[last()][contains(@class, 'ephemeral')][contains(., '{says}')]")).await;
    }
    page.say("Ambon menjadi kota musik UNESCO pada 2019").await;
    page.right_click("//li[contains(., 'kota musik UNESCO pada 2019')]").await;
    page.click("//div[@role='menu']/button[contains(., 'Cari sumber')]").await;
    let found = page.answer("Benar tidaknya silakan Anda nilai sendiri").await;
    page.press(&found, "Bagikan di kanal").await;
    page.pick("person", "Ani").await;
    page.see("//li[last()][not(contains(@class, 'ephemeral'))][contains(., 'Benar tidaknya')]").await;
    page.write("/diag").await;
    page.see_no("//ul[@role='listbox'][not(@hidden)]").await;
    page.evaluate("document.querySelector('textarea').value = ''").await;
}
