//! The playground in a real browser: what is asked and clicked there, and what the page then shows.

mod commands;
mod controls;
mod driver;
mod pictures;

use driver::{Page, on_page};

#[tokio::test]
async fn the_playground_is_talked_to_and_clicked_through() {
    on_page(|page| async move {
        mentions(&page).await;
        slash_commands(&page).await;
        commands::in_english(&page).await;
        commands::in_japanese(&page).await;
        commands::for_who_manages(&page).await;
        message_menu(&page).await;
        controls::around_an_answer(&page).await;
        controls::sharing(&page).await;
        two_people(&page).await;
        connection(&page).await;
        narrow(&page).await;
    })
    .await;
}

/// The bot is mentioned by way of the picker, and answers in three languages.
async fn mentions(page: &Page) {
    page.open("?people=Ani&theme=dark").await;
    page.write("@kem").await;
    page.see("//ul[@role='listbox'][not(@hidden)]/li[1][contains(., '@Kembar')]").await;
    page.say("").await;
    page.say("siapa walikota hamamatsu").await;
    let answer = page.answer("Nakano Yusuke").await;
    page.see(&format!("{answer}//a[starts-with(@href, 'https://www.creative-hamamatsu.jp')]")).await;
    page.see(&format!("{answer}//button[@class='replied'][contains(., '@Kembar siapa walikota')]")).await;
    page.say("@Kembar who is the mayor of Hamamatsu?").await;
    page.answer("paragraph 1").await;
    page.say("@Kembar 浜松の市長は誰ですか").await;
    page.answer("第1段落").await;
    page.say("@Kembar Since when have Ambon and Vlissingen been linked?").await;
    let answer = page.answer("Our sources give more than one answer to this").await;
    page.see(&format!("{answer}[.//u[. = '1991']]//u[. = '2006']")).await;
    page.say("a__b__c snake_case_name").await;
    page.see("//li[last()]//div[@class='content'][.//u[. = 'b']][contains(., 'snake_case_name')]").await;
}

/// A command is found by its localized name, filled in, and its private answer is seen by its asker alone.
async fn slash_commands(page: &Page) {
    page.pick("language", "日本語").await;
    page.write("/質").await;
    page.see("//ul[@role='listbox'][not(@hidden)]/li[1][contains(., '/質問')]").await;
    page.say("").await;
    page.type_into("//form//input[@name='question']", "浜松の市長は誰ですか").await;
    page.see("//form//select[@name='private']").await.select_by_label("はい").await.expect("it is chosen");
    page.press("//form", "送信").await;
    let answer = page.answer("これはあなただけに表示されています").await;
    page.see(&format!("{answer}//div[@class='context'][contains(., '/質問')]")).await;
    page.press(&answer, "メッセージを閉じる").await;
    page.see_no("//li[contains(@class, 'ephemeral')]").await;
    page.pick("language", "Bahasa Indonesia").await;
}

/// A right click replies, edits and deletes.
async fn message_menu(page: &Page) {
    page.say("halo semua").await;
    page.right_click("//li[contains(., 'halo semua')]").await;
    page.press("//div[@role='menu']", "Edit pesan").await;
    page.say(" di sini").await;
    page.see("//li[contains(., 'halo semua di sini')][contains(., '(diedit)')]").await;
    page.right_click("//li[contains(., 'halo semua di sini')]").await;
    page.press("//div[@role='menu']", "Balas").await;
    page.say("halo juga").await;
    page.see("//li[contains(., 'halo juga')]//button[@class='replied'][contains(., 'halo semua di sini')]").await;
    page.right_click("(//li[contains(., 'halo semua di sini')])[1]").await;
    page.press("//div[@role='menu']", "Hapus pesan").await;
    page.see_no("//li[contains(., 'halo semua di sini')]").await;
}

/// Each of two people sees what is for everyone, in one window.
async fn two_people(page: &Page) {
    page.press("", "Second person").await;
    page.see("(//section)[2]").await;
    page.say("selamat pagi").await;
    page.see("(//section)[1]//li[contains(., 'selamat pagi')]").await;
    page.see("(//section)[2]//li[contains(., 'selamat pagi')]").await;
    page.press("", "Second person").await;
    page.see_no("(//section)[2]").await;
}

/// What is asked while the bot is cut off is answered once it is back.
async fn connection(page: &Page) {
    page.press("", "Connection").await;
    page.see("//span[@id='status'][contains(., 'offline')]").await;
    page.say("@Kembar Kapan Ambon menjadi kota musik UNESCO?").await;
    page.see("//li[contains(., 'Kapan Ambon menjadi kota musik')]").await;
    page.press("", "Connection").await;
    page.see("//span[@id='status'][contains(., 'online')]").await;
    page.answer("2019").await;
}

/// On a phone nothing is cut off at the side.
async fn narrow(page: &Page) {
    page.resize(390, 800).await;
    let hidden =
        page.evaluate("return document.documentElement.scrollWidth - document.documentElement.clientWidth").await;
    assert_eq!(hidden, 0);
}
