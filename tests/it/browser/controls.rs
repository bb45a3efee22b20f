//! Every control around an answer, pressed on the page.

use super::driver::Page;

const PRIVATE: &str = "//li[contains(@class, 'ephemeral')]";

/// By the asker, then by somebody else.
pub async fn around_an_answer(page: &Page) {
    page.pick("channel", "# umum › musik").await;
    page.say("@Kembar apa bidang kerja sama ambon hamamatsu").await;
    let answer = page.answer("menjajaki kemitraan").await;
    page.see(&format!("{answer}//a[contains(., 'Sumber')][starts-with(@href, 'https://ambon.antaranews.com')]")).await;
    page.press(&answer, "Lainnya").await;
    page.see(&format!("{answer}//button[. = 'Kembali']")).await;
    page.press(&answer, "Kembali").await;
    page.see(&format!("{answer}//button[. = 'Lainnya']")).await;
    page.press(&answer, "English").await;
    page.see(&format!("{answer}[contains(., 'are exploring a sister-city partnership')]")).await;
    page.press(&answer, "Bahasa Indonesia").await;
    page.see(&format!("{answer}[contains(., 'menjajaki kemitraan')]")).await;
    page.press(&answer, "Konteks").await;
    page.see(&format!("{PRIVATE}[contains(., 'Hanya kamu yang bisa melihat ini')]")).await;
    page.press(PRIVATE, "Tutup pesan").await;
    page.see_no(PRIVATE).await;
    page.press(&answer, "Tak membantu").await;
    page.see(&format!("{PRIVATE}[contains(., 'Terima kasih')]")).await;
    by_somebody_else(page, &answer).await;
    page.press(&answer, "Hapus").await;
    page.see_no(&answer).await;
}

/// Who did not ask gets a view of their own, and cannot remove the answer.
async fn by_somebody_else(page: &Page, answer: &str) {
    page.pick("person", "Emma").await;
    page.see(answer).await;
    page.see_no(PRIVATE).await;
    page.press(answer, "Lainnya").await;
    page.see(&format!("{PRIVATE}[contains(., 'Only you can see this')]")).await;
    page.press(answer, "Hapus").await;
    page.see(&format!("{PRIVATE}[contains(., 'Only the person who asked')]")).await;
    page.pick("person", "Ani").await;
    page.see(&format!("{answer}//button[. = 'Lainnya']")).await;
}

/// A private answer is shared with everyone.
pub async fn sharing(page: &Page) {
    page.pick("channel", "# umum › musik").await;
    page.write("/tanya ").await;
    page.type_into("//form//input[@name='question']", "apa bidang kerja sama Ambon dan Hamamatsu").await;
    page.see("//form//select[@name='private']").await.select_by_label("Benar").await.expect("it is chosen");
    page.press("//form", "Kirim").await;
    let private = page.see(&format!("({PRIVATE}[.//button[. = 'Bagikan']])[last()]")).await;
    let private = Page::this(&private).await;
    page.press(&private, "Bagikan").await;
    page.see_no(&format!("{private}//button[. = 'Bagikan']")).await;
    page.see("//li[last()][not(contains(@class, 'ephemeral'))][.//span[@class='name bot']]").await;
    page.pick("channel", "# umum").await;
}
