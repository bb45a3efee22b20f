//! A corpus that changes while the bot answers.

use std::fmt::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use discord_sandbox::Sandbox;
use kembar::answer::Answerer;
use kembar::corpus::Source;
use kembar::discord::{Changes, Service, keep_up};
use kembar::index::Keeping;
use tokio::sync::watch;
use tokio::task::JoinSet;

use super::monitoring::{ask, monitor, sample};
use super::{ANSWERER, settings, start_service};

/// Two documents that both answer [`QUESTION`], and say which edition of the corpus they are of.
fn write_edition(folder: &Path, edition: &str) {
    for document in ["satu", "dua"] {
        let mut text = String::from(
            "title = { id = \"Kereta\" }\npublisher = \"Penerbit\"\nurl = \"https://example.org\"\nkind = \"digest\"\n",
        );
        let _ = write!(text, "[[passage]]\nid = \"Kereta gantung {document} dibuka pada edisi {edition}.\"\n");
        std::fs::write(folder.join(document).with_extension("toml"), text).expect("a file");
    }
}

#[tokio::test]
async fn an_answer_is_shown_by_the_corpus_that_it_is_of_though_that_is_replaced_meanwhile() {
    let folder = tempfile::tempdir().expect("a folder");
    write_edition(folder.path(), "baru");
    let other = Arc::new(Mutex::new(None));
    let (service, next) = (Arc::new(OnceLock::<Arc<Service>>::new()), Arc::clone(&other));
    let bot = Arc::clone(&service);
    // Told of between the answer and its message.
    let watched = Service::new(Arc::clone(&ANSWERER)).watched_by(move |_| {
        if let (Some(answerer), Some(bot)) = (next.lock().expect("nobody panics").take(), bot.get()) {
            bot.replace(answerer);
        }
    });
    let watched = service.get_or_init(|| Arc::new(watched));
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let running = start_service(settings(&sandbox, sandbox.token()), Arc::clone(watched));
    sandbox.wait_until_command("ask").await;
    let ani = sandbox.user("Ani").locale("id");
    let labels = async |by_command: bool| {
        let answer = if by_command {
            let asked = ani.slash(&channel, "ask", serde_json::json!({ "question": ARTICLE })).await;
            asked.response().await.message().clone()
        } else {
            ani.says(&channel, &format!("<@bot> {ARTICLE}")).await.reply().await
        };
        let controls = answer.controls();
        controls.iter().filter_map(|control| control["label"].as_str().map(str::to_owned)).collect::<Vec<_>>()
    };
    for (by_command, reloads) in [(true, 2), (false, 4)] {
        let before = labels(by_command).await;
        assert!(before.iter().any(|label| label == "Konteks"), "{before:?}");
        *other.lock().expect("nobody panics") = Some(answerer(&Source::Folder(folder.path().into())));
        assert_eq!(labels(by_command).await, before);
        watched.reload(&Source::Embedded).await.expect("a sound corpus");
        assert_eq!(watched.reloads(), reloads);
    }
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}

/// Something that a document of several passages tells.
const ARTICLE: &str = "kapan ambon jadi kota musik";

const QUESTION: &str = "<@bot> kapan kereta gantung dibuka?";

fn answerer(source: &Source) -> Answerer {
    Answerer::new(source.read().expect("a sound corpus")).expect("its index is built")
}

#[tokio::test]
async fn under_load_nothing_is_lost_and_no_answer_is_of_two_corpora() {
    let folders = ["lama", "baru"].map(|edition| {
        let folder = tempfile::tempdir().expect("a folder");
        write_edition(folder.path(), edition);
        folder
    });
    let sources = [0, 1].map(|at| Source::Folder(folders[at].path().into()));
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let service = Arc::new(Service::new(answerer(&sources[0])));
    let running = start_service(settings(&sandbox, sandbox.token()), Arc::clone(&service));
    sandbox.wait_until_command("ask").await;

    let mut asking = JoinSet::new();
    for person in 0..8 {
        let (ani, channel) = (sandbox.user(&format!("Ani {person}")), channel.clone());
        asking.spawn(async move {
            let mut seen = [0, 0];
            for _ in 0..20 {
                let text = ani.says(&channel, QUESTION).await.reply().await.embeds()[0].all_text();
                let editions = ["edisi lama", "edisi baru"].map(|edition| text.matches(edition).count());
                assert!(matches!(editions, [2..=9, 0] | [0, 2..=9]), "{text}");
                seen[usize::from(editions[0] == 0)] += 1;
            }
            seen
        });
    }
    let mut seen = [0, 0];
    while !asking.is_empty() {
        let next = usize::try_from(service.reloads() + 1).expect("few") % 2;
        service.reload(&sources[next]).await.expect("a sound corpus");
        while let Some(done) = asking.try_join_next() {
            let done = done.expect("each answer is of one corpus");
            seen = [seen[0] + done[0], seen[1] + done[1]];
        }
    }
    assert_eq!(seen[0] + seen[1], 160);
    assert!(seen[0] > 0 && seen[1] > 0 && service.reloads() > 2, "{seen:?} {}", service.reloads());
    sandbox.settled().await;
    sandbox.assert_clean();
    assert_eq!(running.stop().await, Ok(()));
}

#[tokio::test]
async fn a_changed_folder_is_read_and_so_is_one_in_its_place() {
    let home = tempfile::tempdir().expect("a folder");
    let folder = home.path().join("corpus");
    std::fs::create_dir(&folder).expect("a folder");
    write_edition(&folder, "pertama");
    let source = Source::Folder(folder.clone());
    let service = Arc::new(Service::new(answerer(&source)));
    let first = service.answerer().corpus().hash();
    let mut reloads = service.watch_reloads();
    let keeping_up = tokio::spawn(keep_up(Arc::clone(&service), None, Changes::heard(source)));

    write_edition(&folder, "kedua");
    reloads.changed().await.expect("the service is there");
    let second = service.answerer().corpus().hash();
    assert_ne!(second, first);

    let next = home.path().join("next");
    std::fs::create_dir(&next).expect("a folder");
    write_edition(&next, "ketiga");
    std::fs::rename(&folder, home.path().join("before")).expect("moved");
    std::fs::rename(&next, &folder).expect("moved");
    reloads.changed().await.expect("the service is there");
    let third = service.answerer().corpus().hash();
    assert!(third != second && third != first);

    write_edition(&folder, "keempat");
    reloads.changed().await.expect("the service is there");
    assert_ne!(service.answerer().corpus().hash(), third);
    keeping_up.abort();
}

#[cfg(unix)]
#[tokio::test]
async fn the_program_refuses_a_corpus_with_faults_loudly_and_answers_from_the_old_one() {
    use super::program::{Log, serve, signal};

    let folder = tempfile::tempdir().expect("a folder");
    write_edition(folder.path(), "lama");
    let sandbox = Sandbox::start().await;
    let channel = sandbox.guild("Ambon").create().await.channel("umum").await;
    let corpus = folder.path().to_str().expect("Unicode");
    let mut child =
        serve(&[("DISCORD_TOKEN", sandbox.token()), ("KEMBAR_DISCORD_API", &sandbox.url()), ("KEMBAR_CORPUS", corpus)]);
    let mut log = Log::of(&mut child);
    log.until("commands registered").await;
    let ani = sandbox.user("Ani");
    let answered = async |edition: &str| {
        let text = ani.says(&channel, QUESTION).await.reply().await.embeds()[0].all_text();
        assert!(text.contains(&format!("edisi {edition}")), "{text}");
    };
    answered("lama").await;

    let broken = folder.path().join("tiga.toml");
    let unknown = (0..100).fold(String::new(), |keys, number| keys + &format!("key-{number} = 1\n"));
    std::fs::write(&broken, format!("publisher = 3\n{unknown}")).expect("a file");
    let line = log.until("a fault in the new corpus").await;
    assert!(line.contains("tiga.toml:1"), "{line}");
    // The first are told one by one.
    let line = log.until("further faults in the new corpus").await;
    assert!(line.contains("more=55"), "{line}");
    log.until("refused; the one before keeps answering").await;
    answered("lama").await;
    signal(&child, "HUP").await;
    log.until("refused; the one before keeps answering").await;
    answered("lama").await;

    std::fs::remove_file(broken).expect("removed");
    write_edition(folder.path(), "baru");
    log.until("corpus reloaded").await;
    answered("baru").await;
    signal(&child, "HUP").await;
    log.until("corpus reloaded").await;
    answered("baru").await;
    signal(&child, "TERM").await;
    assert_eq!(child.wait().await.expect("kembar ends").code(), Some(0));
    sandbox.assert_clean();
}

#[cfg(unix)]
#[tokio::test]
async fn the_program_outlives_a_sighup_while_its_corpus_is_loaded_and_loads_it_again() {
    use super::program::{Log, serve, signal};

    // So many that they are not read and indexed when the signal comes.
    let folder = tempfile::tempdir().expect("a folder");
    write_many(folder.path(), 2_000);
    let sandbox = Sandbox::start().await;
    let corpus = folder.path().to_str().expect("Unicode");
    let mut child = serve(&[
        ("DISCORD_TOKEN", sandbox.token()),
        ("KEMBAR_DISCORD_API", &sandbox.url()),
        ("KEMBAR_CORPUS", corpus),
        ("KEMBAR_HTTP", "127.0.0.1:0"),
    ]);
    let mut log = Log::of(&mut child);
    log.until("monitors may ask").await;
    signal(&child, "HUP").await;
    log.until("corpus reloaded").await;
    signal(&child, "TERM").await;
    assert_eq!(child.wait().await.expect("kembar ends").code(), Some(0));
}

#[tokio::test]
async fn what_changes_while_the_corpus_is_loaded_first_is_not_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    write_edition(folder.path(), "lama");
    let source = Source::Folder(folder.path().into());
    let changes = Changes::heard(source.clone());
    let service = Arc::new(Service::new(answerer(&source)));
    let mut reloads = service.watch_reloads();
    write_many(folder.path(), 100);
    let keeping_up = tokio::spawn(keep_up(Arc::clone(&service), None, changes));
    until_passages(102, &service, &mut reloads).await;
    keeping_up.abort();
}

#[cfg(unix)]
#[tokio::test]
async fn the_program_takes_up_a_corpus_that_is_changed_while_it_is_loaded() {
    use super::program::{Log, serve, signal};

    let folder = tempfile::tempdir().expect("a folder");
    write_many(folder.path(), 2_000);
    let sandbox = Sandbox::start().await;
    let corpus = folder.path().to_str().expect("Unicode");
    let mut child = serve(&[
        ("DISCORD_TOKEN", sandbox.token()),
        ("KEMBAR_DISCORD_API", &sandbox.url()),
        ("KEMBAR_CORPUS", corpus),
        ("KEMBAR_HTTP", "127.0.0.1:0"),
    ]);
    let mut log = Log::of(&mut child);
    log.until("monitors may ask").await;
    write_edition(folder.path(), "baru");
    // Two passages more, read with the others or taken up after them.
    let line = log.until("passages=2002").await;
    assert!(line.contains("corpus loaded") || line.contains("corpus reloaded"), "{line}");
    signal(&child, "TERM").await;
    assert_eq!(child.wait().await.expect("kembar ends").code(), Some(0));
}

#[cfg(unix)]
#[tokio::test]
async fn a_stop_ends_the_program_at_once_while_its_corpus_is_loaded() {
    use super::program::{Log, serve, signal};

    let folder = tempfile::tempdir().expect("a folder");
    write_many(folder.path(), 2_000);
    let sandbox = Sandbox::start().await;
    let corpus = folder.path().to_str().expect("Unicode");
    for name in ["TERM", "INT"] {
        let mut child = serve(&[
            ("DISCORD_TOKEN", sandbox.token()),
            ("KEMBAR_DISCORD_API", &sandbox.url()),
            ("KEMBAR_CORPUS", corpus),
            ("KEMBAR_HTTP", "127.0.0.1:0"),
        ]);
        let mut log = Log::of(&mut child);
        log.until("monitors may ask").await;
        signal(&child, name).await;
        log.until("stopped").await;
        assert_eq!(child.wait().await.expect("kembar ends").code(), Some(0), "{name}");
    }
}

#[tokio::test]
async fn a_reload_that_failed_for_want_of_an_index_is_tried_again() {
    let home = tempfile::tempdir().expect("a folder");
    let (corpus, index) = (home.path().join("corpus"), home.path().join("index"));
    std::fs::create_dir(&corpus).expect("a folder");
    write_edition(&corpus, "lama");
    std::fs::write(&index, "no folder").expect("a file");
    let source = Source::Folder(corpus.clone());
    let service = Arc::new(Service::new(answerer(&source)));
    let mut reloads = service.watch_reloads();
    let monitor = monitor(Some(Arc::clone(&service))).await;
    let keeping = Keeping { folder: index.clone(), beyond: 64 };
    let keeping_up = tokio::spawn(keep_up(Arc::clone(&service), Some(keeping), Changes::heard(source)));

    write_many(&corpus, 100);
    while sample(&ask(monitor, "GET /metrics").await.2, "kembar_reloads_total{result=\"refused\"}") == 0 {}
    std::fs::remove_file(&index).expect("removed");
    until_passages(102, &service, &mut reloads).await;
    keeping_up.abort();
}

#[tokio::test]
async fn what_changes_in_a_folder_that_was_moved_into_place_while_it_is_indexed_is_not_lost() {
    let home = tempfile::tempdir().expect("a folder");
    let [live, next, index] = ["live", "next", "index"].map(|name| {
        let folder = home.path().join(name);
        std::fs::create_dir(&folder).expect("a folder");
        folder
    });
    write_edition(&live, "lama");
    write_many(&next, 100);
    let source = Source::Folder(live.clone());
    let service = Arc::new(Service::new(answerer(&source)));
    let mut reloads = service.watch_reloads();
    let keeping = Keeping { folder: index.clone(), beyond: 64 };
    let keeping_up = tokio::spawn(keep_up(Arc::clone(&service), Some(keeping), Changes::heard(source)));

    // Held as by another process that builds: the corpus is read then, and its index is waited for.
    let lock = std::fs::File::create(index.join("KEMBAR-INDEX.lock")).expect("a file");
    lock.lock().expect("nobody has it");
    std::fs::rename(&live, home.path().join("before")).expect("moved");
    std::fs::rename(&next, &live).expect("moved");
    let waiting = async {
        while !index.join("KEMBAR-INDEX.txt").exists() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(PATIENCE, waiting).await.expect("it is read");
    write_edition(&live, "baru");
    drop(lock);
    until_passages(102, &service, &mut reloads).await;
    keeping_up.abort();
}

#[cfg(unix)]
#[tokio::test]
async fn a_file_that_a_link_leads_to_is_read_again_when_it_is_written_or_replaced() {
    let home = tempfile::tempdir().expect("a folder");
    let [live, checkout] = ["live", "checkout"].map(|name| {
        let folder = home.path().join(name);
        std::fs::create_dir(&folder).expect("a folder");
        folder
    });
    write_many(&checkout, 1);
    write_edition(&live, "satu");
    std::os::unix::fs::symlink("../checkout/banyak.toml", live.join("banyak.toml")).expect("a link");
    let source = Source::Folder(live);
    let service = Arc::new(Service::new(answerer(&source)));
    let mut reloads = service.watch_reloads();
    let keeping_up = tokio::spawn(keep_up(Arc::clone(&service), None, Changes::heard(source)));

    write_many(&checkout, 2);
    until_passages(4, &service, &mut reloads).await;
    let next = home.path().join("next");
    std::fs::create_dir(&next).expect("a folder");
    for passages in [3, 4] {
        write_many(&next, passages);
        std::fs::rename(next.join("banyak.toml"), checkout.join("banyak.toml")).expect("moved");
        until_passages(2 + passages, &service, &mut reloads).await;
    }
    keeping_up.abort();
}

/// Waits until so many passages are answered from.
async fn until_passages(passages: usize, service: &Service, reloads: &mut watch::Receiver<u64>) {
    let waiting = async {
        while service.answerer().corpus().passage_count() != passages {
            reloads.changed().await.expect("the service is there");
        }
    };
    tokio::time::timeout(PATIENCE, waiting).await.expect("taken up");
}

/// How long a reload is waited for.
const PATIENCE: Duration = Duration::from_secs(20);

/// A document of so many passages.
fn write_many(folder: &Path, passages: usize) {
    let mut text = String::from(
        "title = { id = \"Kereta\" }\npublisher = \"Penerbit\"\nurl = \"https://example.org\"\nkind = \"digest\"\n",
    );
    for passage in 0..passages {
        let _ = write!(text, "[[passage]]\nid = \"Kereta gantung nomor {passage} dibuka kembali di kota itu.\"\n");
    }
    std::fs::write(folder.join("banyak.toml"), text).expect("a file");
}
