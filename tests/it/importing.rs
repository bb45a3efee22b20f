//! `kembar import`: raw articles, as scrapers and browsers leave them, to corpus files.

use std::path::Path;
use std::process::{Command, Output};

/// Runs `kembar` with `folder` as its corpus and its working directory.
fn kembar(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
    command.args(arguments).current_dir(folder).env("KEMBAR_CORPUS", folder.join("corpus")).env("NO_COLOR", "1");
    command.output().expect("kembar runs")
}

/// What was imported: the folder, the corpus file as TOML, and what was shown.
struct Import {
    folder: tempfile::TempDir,
    file: toml::Table,
    shown: String,
}

impl Import {
    /// Imports `article` as document `a`; `kembar check` finds no fault in what was written.
    fn of(article: impl AsRef<[u8]>, options: &[&str]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::write(folder.path().join("raw"), article).expect("written");
        std::fs::create_dir(folder.path().join("corpus")).expect("made");
        let output = kembar(folder.path(), &[&["import", "raw", "--id", "a"], options].concat());
        let shown = String::from_utf8([output.stdout, output.stderr].concat()).expect("UTF-8");
        assert_eq!(output.status.code(), Some(0), "{shown}");
        let file = std::fs::read_to_string(folder.path().join("corpus/a.toml")).expect("a corpus file");
        let checked = kembar(folder.path(), &["check"]);
        assert_eq!(checked.status.code(), Some(0), "{}", String::from_utf8_lossy(&checked.stderr));
        Self { folder, file: file.parse().expect("TOML"), shown }
    }

    fn paragraphs(&self, language: &str) -> Vec<&str> {
        let passages = self.file["passage"].as_array().expect("passages");
        passages.iter().map(|passage| passage[language].as_str().expect("a text")).collect()
    }

    fn detail(&self, key: &str) -> Option<&str> {
        self.file.get(key)?.as_str()
    }
}

const URL: &str = "https://example.org/berita/1";

#[test]
fn the_article_as_it_was_supplied_gives_its_eleven_paragraphs_once_each() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/article-as-supplied.txt");
    let Ok(supplied) = std::fs::read_to_string(path) else {
        println!("skipped: the article is not beside the project");
        return;
    };
    let expect: Vec<&str> = supplied.lines().take(11).collect();
    let import = Import::of(&supplied, &["--url", URL]);
    assert_eq!(import.paragraphs("id"), expect);
    assert_eq!(import.detail("rights"), Some("COPYRIGHT © ANTARA News Ambon, Maluku 2024"));
    assert_eq!(import.detail("publisher"), Some("ANTARA News Ambon, Maluku"));
    assert_eq!(import.detail("published"), Some("2024"));
    assert_eq!(import.detail("kind"), Some("verbatim"));
    assert!(import.shown.contains("10 paragraphs more than once: taken once"), "{}", import.shown);
    assert_eq!(expect.iter().filter(|paragraph| paragraph.contains("Rico Hayat")).count(), 1);
    let answer = kembar(import.folder.path(), &["ask", "--json", "siapa rico hayat"]);
    let answer: serde_json::Value = serde_json::from_slice(&answer.stdout).expect("JSON");
    assert_eq!(answer["passages"][0]["document"], "a", "{answer}");
}

#[test]
fn indonesian_text_with_all_that_a_scraper_leaves() {
    let import = Import::of(
        "Museum pelabuhan membuka ruang bambu\r\n\
         Rabu, 20 November 2024 14:05 WIT\r\n\
         Bagikan: Facebook | WhatsApp | X\r\n\
         Museum pelabuhan di kota itu membuka ruang baru untuk alat musik bambu.\r\n\
         Baca juga: Kota itu bangun dermaga baru\r\n\
         \"Kami sudah lama menunggu ruang ini, kata kepala museum Ani Latu di kota itu, Rabu.\r\n\
         Ruang itu memuat 120 alat musik (Baca juga: Daftar alat musik bambu) dari enam pulau.\r\n\
         Baca selengkapnya\r\n\
         Daftar alat musik dari enam pulau\r\n\
         Pengunjung datang dengan feri &amp; perahu dari pulau lain.\r\n\
         Pewarta: Budi Sopacua\r\n\
         Editor : Citra\r\n\
         COPYRIGHT © Kabar Pulau 2024\r\n\
         \"Kami sudah lama menunggu ruang ini, kata kepala museum Ani Latu di kota itu, Rabu.\r\n\
         Ruang itu memuat 120 alat musik dari enam pulau.\r\n\
         Pengunjung datang dengan feri &amp; perahu dari pulau lain.\r\n\
         COPYRIGHT © Kabar Pulau 2024\r\n",
        &["--url", URL],
    );
    assert_eq!(
        import.paragraphs("id"),
        [
            "Museum pelabuhan di kota itu membuka ruang baru untuk alat musik bambu.",
            "\"Kami sudah lama menunggu ruang ini,\" kata kepala museum Ani Latu di kota itu, Rabu.",
            "Ruang itu memuat 120 alat musik dari enam pulau.",
            "Pengunjung datang dengan feri & perahu dari pulau lain.",
        ]
    );
    assert_eq!(import.file["title"]["id"].as_str(), Some("Museum pelabuhan membuka ruang bambu"));
    assert_eq!(import.detail("published"), Some("2024-11-20"));
    assert_eq!(import.detail("publisher"), Some("Kabar Pulau"));
    assert_eq!(import.detail("rights"), Some("COPYRIGHT © Kabar Pulau 2024"));
    for told in ["Baca juga: Kota itu bangun dermaga baru", "Pewarta: Budi Sopacua", "its quote is closed"] {
        assert!(import.shown.contains(told), "{told} is missing in {}", import.shown);
    }
}

#[test]
fn hard_wrapped_english_text() {
    let import = Import::of(
        "Harbour museum opens a bamboo hall\n\
         By Ani Latuconsina\n\n\
         The harbour museum has opened a hall for\n\
         instruments made of bamboo, which the city\n\
         will pay for until the end of next year.\n\n\
         \u{201c}We have waited for this hall,\u{201d} said the\n\
         director. Visitors come by ferry from six\n\
         islands.\n\n\
         Read also: A new pier for the old harbour\n\n\
         Share this article\n\n\
         \u{a9} 2023 Island Courier. All rights reserved.\n",
        &["--url", URL],
    );
    assert_eq!(
        import.paragraphs("en"),
        [
            "The harbour museum has opened a hall for instruments made of bamboo, which the city will pay for until the end of next year.",
            "“We have waited for this hall,” said the director. Visitors come by ferry from six islands.",
        ]
    );
    assert_eq!(import.file["title"]["en"].as_str(), Some("Harbour museum opens a bamboo hall"));
    assert_eq!(import.detail("publisher"), Some("Island Courier"));
    assert_eq!(import.detail("published"), Some("2023"));
}

/// A page as a Japanese publisher might write it; `head` goes into its head.
fn japanese_page(charset: &str, head: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"ja\"><head><meta charset=\"{charset}\">\n<title>竹の楽器の部屋を開く | 島の新聞</title>{head}\n\
         </head><body><nav><a href=\"/\">ホーム</a></nav><div class=\"main\"><h1>竹の楽器の部屋を開く</h1>\
         <p>2024年11月20日(水) 14時05分</p><ul class=\"sns-share\"><li>シェア</li></ul>\
         <div class=\"body\"><p>港の博物館は、竹で作った楽器を集めた新しい部屋を開いた。市が来年末まで費用を出し、毎日開いている。</p>\
         <p>関連記事：<a href=\"/2\">新しい桟橋</a></p><div class=\"ad ads\"><p>広告です。買ってください。</p></div>\
         <p>「この部屋を長く待っていた」と館長は話した。<br><br>客は六つの島から船で来る。子どもは無料で入ることができる。</p>\
         <script>var a = '<p>no</p>';</script></div></div>\
         <footer><p>Copyright © 島の新聞社 All rights reserved.</p></footer></body></html>"
    )
}

const JAPANESE: [&str; 3] = [
    "港の博物館は、竹で作った楽器を集めた新しい部屋を開いた。市が来年末まで費用を出し、毎日開いている。",
    "「この部屋を長く待っていた」と館長は話した。",
    "客は六つの島から船で来る。子どもは無料で入ることができる。",
];

#[test]
fn a_saved_page_says_who_published_it_when_and_where() {
    let head = "<meta property=\"og:site_name\" content=\"島の新聞\"><meta property=\"og:title\" content=\"竹の楽器の部屋を開く - 島の新聞\">\
                <meta property=\"article:published_time\" content=\"2024-11-20T14:05:00+09:00\">\
                <link rel=\"canonical\" href=\"https://example.jp/news/1\">";
    let import = Import::of(japanese_page("utf-8", head), &[]);
    assert_eq!(import.paragraphs("ja"), JAPANESE);
    assert_eq!(import.file["title"]["ja"].as_str(), Some("竹の楽器の部屋を開く"));
    assert_eq!(import.detail("publisher"), Some("島の新聞"));
    assert_eq!(import.detail("published"), Some("2024-11-20"));
    assert_eq!(import.detail("url"), Some("https://example.jp/news/1"));
    assert_eq!(import.detail("rights"), Some("Copyright © 島の新聞社 All rights reserved."));
    for told in ["marked by the page as none of the article): 広告です。買ってください。", "関連記事：新しい桟橋"]
    {
        assert!(import.shown.contains(told), "{told} is missing in {}", import.shown);
    }
}

#[test]
fn a_page_may_say_it_in_json_ld_and_in_an_older_encoding() {
    let head = "<script type=\"application/ld+json\">{\"@graph\":[{\"@type\":\"WebSite\",\"name\":\"x\"},{\"@type\":\"NewsArticle\",\
                \"headline\":\"竹の楽器\",\"datePublished\":\"2024-11-19T23:00:00Z\",\"publisher\":{\"name\":\"島の新聞社\"},\
                \"mainEntityOfPage\":{\"@id\":\"https://example.jp/news/2\"}}]}</script>";
    let page = japanese_page("Shift_JIS", head).replace('©', "(c)");
    // Shift_JIS has no copyright sign.
    let (bytes, _, unmappable) = encoding_rs::SHIFT_JIS.encode(&page);
    assert!(!unmappable);
    let import = Import::of(bytes, &["--publisher", "Shima"]);
    assert_eq!(import.paragraphs("ja"), JAPANESE);
    assert_eq!(import.file["title"]["ja"].as_str(), Some("竹の楽器"));
    assert_eq!(import.detail("publisher"), Some("Shima"), "what is given wins");
    assert_eq!(import.detail("published"), Some("2024-11-19"));
    assert_eq!(import.detail("url"), Some("https://example.jp/news/2"));
    assert!(import.shown.contains("read as Shift_JIS"), "{}", import.shown);
}

/// Three paragraphs of an article, and one of something else.
const HALL: &str =
    "The harbour museum opened a hall for bamboo instruments on Monday, and the city pays for it in full.";
const DIRECTOR: &str = "Its director said that visitors come from six islands every single week of the year to see it.";
const MAYOR: &str = "The mayor of the other city will visit the hall in May 2025 with eighteen people.";
const ABOUT: &str = "The Island Courier is a newspaper of record, published since 1950 in Ambon.";

/// Imports a page with that body: its paragraphs are `expect`, and what is left out is told.
#[track_caller]
fn check_page(body: &str, expect: &[&str], left_out: &[&str]) {
    let page = format!("<!DOCTYPE html><html lang=\"en\"><head><title>A hall</title></head><body>{body}</body></html>");
    let import = Import::of(page, &["--url", URL, "--publisher", "P"]);
    assert_eq!(import.paragraphs("en"), expect, "{body}");
    for told in left_out {
        let told = format!("- left out (outside of the article): {told}");
        assert!(import.shown.contains(&told), "{told} is missing in {}", import.shown);
    }
    if left_out.is_empty() {
        assert!(!import.shown.contains("outside of the article"), "{}", import.shown);
    }
}

#[test]
fn an_article_in_several_parts_is_taken_whole() {
    let (hall, director, mayor) = (format!("<p>{HALL}</p>"), format!("<p>{DIRECTOR}</p>"), format!("<p>{MAYOR}</p>"));
    let whole = [HALL, DIRECTOR, MAYOR];
    check_page(
        &format!("<article><div class=\"lead\">{hall}</div><div class=\"body\">{director}{mayor}</div></article>"),
        &whole,
        &[],
    );
    check_page(
        &format!("<div class=\"text\"><div class=\"lead\">{hall}</div><div>{director}{mayor}</div></div>"),
        &whole,
        &[],
    );
    check_page(&format!("<main><section>{hall}{director}</section><section>{mayor}</section></main>"), &whole, &[]);
    check_page(
        &format!(
            "<article><div itemprop=\"articleBody\">{hall}{director}{hall}</div><div class=\"picture\"></div>\
             <div itemprop=\"articleBody\">{mayor}</div></article>\
             <article><p itemprop=\"articleBody\">{ABOUT}</p></article>"
        ),
        &whole,
        &[ABOUT],
    );
}

#[test]
fn what_stands_outside_of_the_article_is_told() {
    let article = format!("<p>{HALL}</p><p>{DIRECTOR}</p>");
    check_page(
        &format!("<article>{article}</article><div class=\"about\"><p>{ABOUT}</p></div><footer>{MAYOR}</footer>"),
        &[HALL, DIRECTOR],
        &[ABOUT, MAYOR],
    );
    let comments: Vec<_> = (1..=20).map(|number| format!("<p>Comment {number}: {ABOUT}</p>")).collect();
    let comments = comments.concat();
    let page = format!("<article>{article}<p>{MAYOR}</p></article><div class=\"comments\">{comments}</div>");
    check_page(&page, &[HALL, DIRECTOR, MAYOR], &["Comment 8: The Island", "12 more"]);
}

#[test]
fn what_holds_most_of_the_prose_is_the_article_whatever_it_is_called() {
    let article = format!("<p>{HALL}</p><p>{DIRECTOR}</p>");
    let about = format!("<div class=\"about\"><p>{ABOUT}</p></div>");
    for attributes in
        ["id=\"content\" class=\"site-content has-sidebar\"", "class=\"page sidebar\"", "class=\"comment\""]
    {
        check_page(&format!("<div {attributes}>{article}</div>"), &[HALL, DIRECTOR], &[]);
        check_page(&format!("<div {attributes}>{article}</div>{about}"), &[HALL, DIRECTOR], &[ABOUT]);
    }
    check_page(&format!("<form action=\"/\"><div>{article}</div></form>"), &[HALL, DIRECTOR], &[]);
}

#[test]
fn how_a_word_is_read_is_none_of_the_text() {
    let import = Import::of(
        "<!DOCTYPE html><html lang=\"ja\"><head><title>島の新聞</title></head><body><article>\
         <h1><ruby>楽器<rt>がっき</rt></ruby>の部屋</h1>\
         <p><ruby>浜松<rp>(</rp><rt>はままつ</rt><rp>)</rp></ruby>市は<ruby>音楽<rt>おんがく</ruby>の街です。</p>\
         <p>アンボンとの交流は<ruby><rb>昔</rb><rtc><rt>むかし</rt></rtc></ruby>に始まりました。</p></article></body></html>",
        &["--url", URL, "--publisher", "P"],
    );
    assert_eq!(import.file["title"]["ja"].as_str(), Some("楽器の部屋"));
    assert_eq!(import.paragraphs("ja"), ["浜松市は音楽の街です。", "アンボンとの交流は昔に始まりました。"]);
    assert!(import.shown.contains("4 readings beside words (ruby): left out"), "{}", import.shown);
}

#[test]
fn nothing_is_overwritten_unless_it_is_meant() {
    let import = Import::of("Satu kalimat yang panjang tentang kota itu.", &["--url", URL, "--publisher", "P"]);
    let folder = import.folder.path();
    std::fs::write(folder.join("raw"), "Kalimat lain yang panjang tentang kota itu.").expect("written");
    let again = ["import", "raw", "--id", "a", "--url", URL, "--publisher", "P"];
    let before = std::fs::read(folder.join("corpus/a.toml")).expect("there");
    let refused = kembar(folder, &again);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("--force"));
    assert_eq!(std::fs::read(folder.join("corpus/a.toml")).expect("there"), before);
    assert_eq!(kembar(folder, &[&again[..], &["--force"]].concat()).status.code(), Some(0));
    assert_ne!(std::fs::read(folder.join("corpus/a.toml")).expect("there"), before);
    let left: Vec<_> = std::fs::read_dir(folder.join("corpus")).expect("a folder").collect();
    assert_eq!(left.len(), 1, "no half file is left: {left:?}");
    std::fs::create_dir(folder.join("corpus/sub")).expect("made");
    std::fs::rename(folder.join("corpus/a.toml"), folder.join("corpus/sub/a.toml")).expect("moved");
    let taken = kembar(folder, &again);
    assert!(String::from_utf8_lossy(&taken.stderr).contains("is taken already"));
}

#[test]
fn what_only_a_person_can_tell_is_asked_for_all_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    let corpus = folder.path().join("corpus");
    std::fs::create_dir(&corpus).expect("made");
    let refused = |raw: &[u8], id: &str| {
        std::fs::write(folder.path().join("raw"), raw).expect("written");
        let output = kembar(folder.path(), &["import", "raw", "--id", id]);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(std::fs::read_dir(&corpus).expect("a folder").count(), 0, "nothing is written");
        String::from_utf8(output.stderr).expect("UTF-8")
    };
    for (other, kind) in [
        ("%PDF-1.4\n1 0 obj\n<< >>\n", "is a PDF"),
        ("{\\rtf1\\ansi Kota itu kecil.\\par Kota itu tua.}", "is an RTF document"),
        ("PK\u{3}\u{4}\u{14}", "is a packed document"),
        (
            "From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n--b\r\n\r\n<html><p>Kota itu kecil.</p></html>",
            "(MHTML)",
        ),
        (
            "title = { id = \"Kota\" }\npublisher = \"P\"\n\n[[passage]]\nid = \"Kota itu kecil.\"\n",
            "a corpus file already",
        ),
        ("# Names\napart = []\n[[term]]\nid = [\"kota\"]\n", "a corpus file already"),
    ] {
        let said = refused(other.as_bytes(), "a");
        assert!(said.contains(kind) && said.contains("save the page as HTML or text"), "{said}");
    }
    let said = refused(b"Satu kalimat yang panjang tentang kota itu.", "a");
    assert!(said.contains("--publisher, --url"), "{said}");
    let said = refused(b"Zxqv 123.\n\n45678 90.\n", "a");
    assert!(said.contains("--language, --publisher, --url"), "{said}");
    assert!(refused(b"", "a").contains("no paragraph"));
    assert!(refused(b"a\xff\xfe", "a").contains("UTF-8"));
    assert!(refused(b"x", "A B").contains("document id"));
    assert!(refused(b"x", "glossary").contains("the glossary's own name"));
}

#[cfg(unix)]
#[test]
fn a_linked_file_is_written_where_its_link_leads() {
    use std::os::unix::fs::symlink;

    let import = Import::of("Satu kalimat yang panjang tentang kota itu.", &["--url", URL, "--publisher", "P"]);
    let folder = import.folder.path();
    let (link, kept) = (folder.join("corpus/a.toml"), folder.join("kept.toml"));
    std::fs::rename(&link, &kept).expect("moved");
    symlink("../kept.toml", &link).expect("linked");
    std::fs::write(folder.join("raw"), "Kalimat lain yang panjang tentang kota itu.").expect("written");
    let again = ["import", "raw", "--id", "a", "--url", URL, "--publisher", "P", "--force"];
    for _ in 0..2 {
        assert_eq!(kembar(folder, &again).status.code(), Some(0));
        assert!(link.is_symlink() && std::fs::read_to_string(&kept).expect("there").contains("Kalimat lain"));
        // So it is also where nothing is there yet.
        std::fs::remove_file(&kept).expect("removed");
    }
}

#[test]
fn a_corpus_folder_that_is_not_there_is_named_and_not_made() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("raw"), "Satu kalimat yang panjang tentang kota itu.").expect("written");
    let output = kembar(folder.path(), &["import", "raw", "--id", "a", "--url", URL, "--publisher", "P"]);
    let (said, corpus) = (String::from_utf8_lossy(&output.stderr), folder.path().join("corpus"));
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains(&format!("KEMBAR_CORPUS is {}", corpus.display())), "{said}");
    assert!(!corpus.exists());
}

#[test]
fn what_reads_the_imported_file_is_told_for_either_place() {
    let options = ["--url", URL, "--publisher", "P"];
    let import = Import::of("Satu kalimat yang panjang tentang kota itu.", &options);
    let check = format!("`kembar check {}` reads the whole corpus", import.folder.path().join("corpus").display());
    assert!(import.shown.contains(&check), "{}", import.shown);
    let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
    command.args(["import", "raw", "--id", "b"]).args(options).current_dir(import.folder.path());
    let output = command.env_remove("KEMBAR_CORPUS").output().expect("kembar runs");
    let shown = String::from_utf8_lossy(&output.stdout);
    assert!(shown.contains("`kembar check .`") && shown.contains("only where KEMBAR_CORPUS names it"), "{shown}");
    assert!(import.folder.path().join("b.toml").is_file());
}

#[test]
fn a_date_that_does_not_exist_is_told_and_asked_for() {
    let body = "Museum pelabuhan di kota itu membuka ruang baru untuk alat musik bambu.";
    let page = format!(
        "<!DOCTYPE html><html lang=\"id\"><head><title>Museum</title>\
         <meta property=\"article:published_time\" content=\"2025-02-31T10:00:00+09:00\"></head><body><p>{body}</p></body></html>"
    );
    let text = format!("Museum pelabuhan\nRabu, 31 Februari 2025\n{body}\n© Kabar Pulau 2025\n");
    for (article, told) in [(page, "2025-02-31T10:00:00+09:00"), (text, "Rabu, 31 Februari 2025")] {
        let import = Import::of(&article, &["--url", URL, "--publisher", "P"]);
        assert_eq!(import.paragraphs("id"), [body]);
        let expect = format!("- `{told}` is no date: please import again with --published and --force");
        assert!(import.shown.contains(&expect), "{}", import.shown);
        let import = Import::of(&article, &["--url", URL, "--publisher", "P", "--published", "2025-03-01"]);
        assert!(!import.shown.contains("is no date"), "{}", import.shown);
    }
}

#[test]
fn of_many_paragraphs_the_first_are_shown_and_the_rest_counted() {
    let article = |count: usize| {
        let paragraphs = (1..=count).map(|number| format!("Kalimat nomor {number} yang panjang tentang kota itu.\n\n"));
        Import::of(paragraphs.collect::<String>(), &["--url", URL, "--publisher", "P", "--language", "id"]).shown
    };
    let shown = article(23);
    assert!(shown.contains(" 20  Kalimat nomor 20 ") && shown.contains("… and 3 more\n"), "{shown}");
    assert!(!shown.contains("nomor 21"), "{shown}");
    let shown = article(20);
    assert!(shown.contains("nomor 20") && !shown.contains("… and"), "{shown}");
}

#[test]
fn a_page_that_is_nested_without_end_is_refused_at_once() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("corpus")).expect("made");
    let page = format!("<!DOCTYPE html>{}<p>Satu kalimat yang panjang tentang kota itu.", "<div>".repeat(100_000));
    std::fs::write(folder.path().join("raw"), page).expect("written");
    let begun = std::time::Instant::now();
    let output = kembar(folder.path(), &["import", "raw", "--id", "a", "--url", URL, "--publisher", "P"]);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(said.contains("lie too deep in each other") && begun.elapsed().as_secs() < 10, "{said}");
}

#[test]
fn an_address_without_a_host_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("corpus")).expect("made");
    std::fs::write(folder.path().join("raw"), "Satu kalimat yang panjang tentang kota itu.").expect("written");
    let import = |url: &str| kembar(folder.path(), &["import", "raw", "--id", "a", "--publisher", "P", "--url", url]);
    let refused = import("http:kabarmaluku.example/konser");
    let said = String::from_utf8_lossy(&refused.stderr);
    assert!(refused.status.code() == Some(2) && said.contains("no http or https address"), "{said}");
    assert_eq!(import(" https://kabarmaluku.example/konser ").status.code(), Some(0));
}
