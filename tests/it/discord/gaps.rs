//! The gaps list: what the bot notes there, what `/privacy` says of it, and `kembar gaps`.

use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use discord_sandbox::{Embed, Ping, Sandbox};
use kembar::answer::Question;
use kembar::discord::Service;
use kembar::gaps::{Gaps, GapsSettings, Group, Store, today};

use super::program::{Log, fault, serve, signal};
use super::{ANSWERER, Running, settings, start_service};

/// The bot, which fills this list.
async fn start(sandbox: &Sandbox, list: &GapsSettings) -> Running {
    let gaps = Gaps::open(list).expect("it is made");
    let service = Arc::new(Service::new(Arc::clone(&ANSWERER)).with_gaps(Some(gaps)));
    let running = start_service(settings(sandbox, sandbox.token()), service);
    sandbox.wait_until_command("ask").await;
    running
}

/// What stands in the list, once the bot has ended: with its end everything is written.
async fn listed(sandbox: &Sandbox, running: Running, list: &GapsSettings, count: usize) -> Vec<Group> {
    sandbox.settled().await;
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
    sandbox.gateway().wait_until_disconnected().await;
    let written = async {
        loop {
            let groups = Store::open(list).expect("it is there").groups(today()).expect("it is read");
            if groups.len() == count {
                return groups;
            }
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), written).await.expect("it is written")
}

#[tokio::test]
async fn what_is_asked_in_vain_is_noted_without_person_place_or_sentence() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = GapsSettings { path: folder.path().join("gaps.sqlite"), days: 7 };
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let running = start(&sandbox, &list).await;
    let ani = sandbox.user("Ani").locale("id");
    let asks = async |text: &str| ani.says(&channel, &format!("<@bot> {text}")).await.reply().await;
    asks("how tall is Mount Everest?").await;
    asks("HOW tall is mount everest").await;
    asks("hello").await;
    let answered = asks("siapa walikota hamamatsu").await;
    ani.clicks_label(&answered, "Tak membantu").await;
    sandbox.settled().await;
    let privacy = ani.slash(&channel, "privacy", serde_json::json!({})).await.response().await;
    let said: String = privacy.message().embeds().iter().map(Embed::all_text).collect();
    assert!(said.contains("selama 7 hari"), "{said}");

    let groups = listed(&sandbox, running, &list, 2).await;
    let everest = groups.iter().find(|group| group.about.contains("everest")).expect("noted");
    assert_eq!((everest.language.as_str(), everest.not_found, everest.not_helpful), ("en", 2, 0));
    let mayor = groups.iter().find(|group| group.about.contains("hamamatsu")).expect("noted");
    assert_eq!((mayor.language.as_str(), mayor.not_found, mayor.not_helpful), ("id", 0, 1));
    let bytes = std::fs::read(&list.path).expect("it is there");
    for hidden in ["Ani", "umum", "how tall", "siapa"] {
        assert!(!bytes.windows(hidden.len()).any(|window| window == hidden.as_bytes()), "{hidden}");
    }

    let printed = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
        command.args(arguments).current_dir(folder.path()).env("KEMBAR_GAPS", &list.path);
        let output = command.output().expect("kembar runs");
        assert!(output.status.success());
        String::from_utf8(output.stdout).expect("UTF-8")
    };
    let csv = printed(&["gaps", "--csv"]);
    assert!(csv.starts_with("newest,language,not_found,not_helpful,about\r\n"), "{csv}");
    assert!(csv.lines().nth(1).is_some_and(|line| line.contains(",en,2,0,\"") && line.contains("everest")), "{csv}");
    let table = printed(&["gaps"]);
    assert_eq!(table.lines().count(), 3, "{table}");
}

#[cfg(unix)]
#[tokio::test]
async fn what_waits_to_be_written_is_written_before_the_program_ends() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = GapsSettings { path: folder.path().join("gaps.sqlite"), days: 7 };
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let path = list.path.to_str().expect("UTF-8");
    let mut child =
        serve(&[("DISCORD_TOKEN", sandbox.token()), ("KEMBAR_DISCORD_API", &sandbox.url()), ("KEMBAR_GAPS", path)]);
    let mut log = Log::of(&mut child);
    sandbox.wait_until_command("ask").await;
    // Another process holds the file.
    let other = rusqlite::Connection::open(&list.path).expect("it is there");
    other.execute_batch("BEGIN EXCLUSIVE").expect("nobody writes");
    sandbox.user("Ani").says(&channel, "<@bot> how tall is Mount Everest?").await.reply().await;
    signal(&child, "TERM").await;
    log.until("stopped").await;
    other.execute_batch("COMMIT").expect("it is held");
    assert_eq!(child.wait().await.expect("kembar ends").code(), Some(0));
    let groups = Store::open(&list).expect("it is there").groups(today()).expect("it is read");
    assert!(groups.len() == 1 && groups[0].about.contains("everest"), "{groups:?}");
}

#[tokio::test]
async fn a_follow_up_that_was_no_help_is_noted_with_what_it_goes_on_from() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = GapsSettings { path: folder.path().join("gaps.sqlite"), days: 7 };
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let running = start(&sandbox, &list).await;
    let ani = sandbox.user("Ani").locale("en-US");
    let answer = ani.says(&channel, "<@bot> siapa walikota hamamatsu").await.reply().await;
    let answer = ani.replies(&answer, "and when? in English please", Ping::Yes).await.reply().await;
    ani.clicks_label(&answer, "Not helpful").await.response().await;

    let groups = listed(&sandbox, running, &list, 1).await;
    let Group { about, language, not_helpful, .. } = &groups[0];
    assert_eq!((language.as_str(), *not_helpful), ("en", 1));
    assert!(about.contains("hamamatsu") && !about.contains("english"), "{about}");
}

#[test]
fn addresses_and_phone_numbers_are_not_noted_and_years_are() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = GapsSettings { path: folder.path().join("gaps.sqlite"), days: 7 };
    let service = Service::new(Arc::clone(&ANSWERER)).with_gaps(Some(Gaps::open(&list).expect("it is made")));
    let asked = [
        "berapa tinggi menara paris ani.wijaya@gmail.com",
        "berapa tinggi menara roma 0812 3456 7890",
        "how tall is the tower of London, +62 (812) 3456-7890 or https://citra.example/dewi?",
        "パリの塔の高さは090-1234-5678、eka@example.jpまで",
        "berapa tinggi menara tokyo 31-10-2017",
    ];
    for text in asked {
        let answer = service.answer(&Question::new(text), None).answer;
        assert!(answer.passages().is_empty(), "{text}");
        service.not_helpful(answer.language, &Question::new(text).after(Some("siapa fajar@example.id".to_owned())));
    }
    // What waits is written first.
    drop(service);
    let groups = Store::open(&list).expect("it is there").groups(today()).expect("it is read");
    let about: Vec<&str> = groups.iter().flat_map(|group| group.about.split(' ')).collect();
    for kept in ["paris", "roma", "london", "パリ", "31-10-2017"] {
        assert!(about.iter().any(|word| word.contains(kept)), "{kept}: {about:?}");
    }
    let digits = |word: &&&str| word.contains(|it: char| it.is_ascii_digit()) && !word.contains("2017");
    assert_eq!(about.iter().find(digits), None, "{about:?}");
    for hidden in ["ani", "wijaya", "gmail", "citra", "dewi", "eka", "fajar", "example"] {
        assert!(!about.iter().any(|word| word.contains(hidden)), "{hidden}: {about:?}");
    }
}

#[test]
fn without_a_list_the_command_says_how_to_keep_one() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
    let output = command.arg("gaps").current_dir(std::env::temp_dir()).env_remove("KEMBAR_GAPS").output();
    let output = output.expect("kembar runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("KEMBAR_GAPS"));
}

#[test]
fn the_command_deletes_nothing_and_writes_into_no_other_database() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = GapsSettings { path: folder.path().join("gaps.sqlite"), days: 365 };
    let service = Service::new(Arc::clone(&ANSWERER)).with_gaps(Some(Gaps::open(&list).expect("it is made")));
    for text in ["how tall is Mount Everest?", "berapa tinggi menara paris"] {
        assert!(service.answer(&Question::new(text), None).answer.passages().is_empty(), "{text}");
    }
    drop(service);
    let aged = rusqlite::Connection::open(&list.path).expect("it is there");
    let old = today().saturating_sub(time::Duration::days(100)).to_string();
    assert_eq!(aged.execute("UPDATE gap SET day = ?1 WHERE about LIKE '%everest%'", [old]), Ok(1));
    drop(aged);
    let listed = |path: &std::path::Path, days: &str| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
        command.args(["gaps", "--csv"]).current_dir(folder.path()).env("KEMBAR_GAPS", path);
        let output = command.env("KEMBAR_GAPS_DAYS", days).output().expect("kembar runs");
        (output.status.code(), String::from_utf8(if output.stdout.is_empty() { output.stderr } else { output.stdout }))
    };
    let before = std::fs::read(&list.path).expect("it is there");
    for (days, shown) in [("", 1), ("365", 2)] {
        let (status, said) = listed(&list.path, days);
        assert_eq!((status, said.expect("UTF-8").lines().count()), (Some(0), 1 + shown));
    }
    assert!(std::fs::read(&list.path).expect("it is there") == before, "the list is as it was");

    let other = GapsSettings { path: folder.path().join("other.sqlite"), days: 30 };
    let database = rusqlite::Connection::open(&other.path).expect("it is made");
    database.execute_batch("CREATE TABLE gap (width INTEGER)").expect("it is made");
    drop(database);
    let before = std::fs::read(&other.path).expect("it is there");
    let (status, said) = listed(&other.path, "");
    let said = said.expect("UTF-8");
    assert!(status == Some(2) && said.contains("a database without a list of gaps"), "{said}");
    assert!(Gaps::open(&other).is_err(), "the bot refuses it too");
    assert!(std::fs::read(&other.path).expect("it is there") == before, "it is as it was");
}

#[cfg(unix)]
#[tokio::test]
async fn a_list_that_cannot_be_opened_is_named_with_the_cause_and_the_command_makes_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    std::fs::write(
        path("text"),
        "no list, however long this text may be, and it is longer than a header of SQLite's is",
    )
    .expect("written");
    std::fs::create_dir(path("folder")).expect("made");
    let cases = [
        ("missing", "there is no such file yet: the bot makes it at its start"),
        ("nowhere/gaps", "its folder is not there"),
        ("folder", "directory"),
        ("text", "file is not a database"),
    ];
    for (name, cause) in cases {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
        let output = command.arg("gaps").current_dir(folder.path()).env("KEMBAR_GAPS", path(name)).output();
        let output = output.expect("kembar runs");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(&path(name)) && said.contains(cause) && said.lines().count() == 1, "{said}");
    }
    assert!(!folder.path().join("missing").exists());
    for (name, cause) in
        [("nowhere/gaps", "its folder is not there"), ("folder", "directory"), ("text", "file is not a database")]
    {
        let settings = [("DISCORD_TOKEN", "x"), ("KEMBAR_GAPS", &*path(name)), ("KEMBAR_LOG", "error")];
        let said = fault(&settings).await;
        assert!(said.contains(&path(name)) && said.contains(cause) && said.lines().count() == 1, "{said}");
    }
}
