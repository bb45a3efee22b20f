//! A large corpus's index on disk: reused while it is good, built again when it is not, and never in somebody else's folder.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Barrier;
use std::thread;
use std::time::{Duration, SystemTime};

use kembar::answer::{Answerer, Question};
use kembar::corpus::{Corpus, Document, Glossary, Kind, Passage, PassageNumber};
use kembar::index::{IndexError, Keeping, Progress, Purpose};
use kembar::language::{ByLanguage, Language};
use tempfile::TempDir;

/// A hundred passages in three languages; the last one tells `news`.
fn corpus(news: &str) -> Corpus {
    let text = |place: usize| match place % 3 {
        0 => {
            (Language::Id, format!("Kota nomor {place} punya {place} alat musik. Dibuka pada tahun {}.", 1900 + place))
        }
        1 => (Language::En, format!("City number {place} keeps {place} instruments. It opened in {}.", 1900 + place)),
        _ => (Language::Ja, format!("第{place}の都市には楽器が{place}点あります。{}年に開館しました。", 1900 + place)),
    };
    let document = |place: usize, (language, text): (Language, String)| {
        let only = |text: String| [(language, text)].into_iter().collect::<ByLanguage<String>>();
        Document {
            id: format!("d{place:03}").parse().expect("an id"),
            title: only(format!("Museum {place}")),
            publisher: "Test".to_owned(),
            published: None,
            url: "https://example.org/".to_owned(),
            kind: Kind::Verbatim,
            rights: None,
            passages: vec![Passage {
                number: PassageNumber::from_index(0),
                text: only(text),
                asked: [(language, vec![format!("museum {place} kapan when いつ")])].into_iter().collect(),
            }],
            questions: ByLanguage::default(),
            untold: ByLanguage::default(),
        }
    };
    let told = (0..99).map(|place| document(place, text(place))).chain([document(99, (Language::En, news.to_owned()))]);
    Corpus::new(told.collect(), Glossary::default())
}

const NEWS: &str = "The carillon of Vlissingen rings at noon.";

/// Something that befalls the files of an index.
type Break<'b> = (&'static str, &'b dyn Fn(&Path));

/// How an index came about.
#[derive(Debug, PartialEq, Eq)]
enum Came {
    Kept,
    Built,
    /// Built, since the one that was there could not be used.
    Mended,
}

fn open(folder: &Path, corpus: Corpus) -> Result<(Answerer, Came), IndexError> {
    let keeping = Keeping { folder: folder.to_owned(), beyond: 99 };
    let mut came = Came::Kept;
    let answerer = Answerer::open(corpus, Some(&keeping), Purpose::Serving, &mut |progress| match (progress, &came) {
        (Progress::Broken(_), _) | (Progress::Passages(..), Came::Mended) => came = Came::Mended,
        (Progress::Passages(..), _) => came = Came::Built,
        (Progress::Waiting | Progress::Unkept(_), _) => {}
    })?;
    Ok((answerer, came))
}

fn ask(answerer: &Answerer, text: &str) -> String {
    let answer = answerer.answer(&Question::new(text));
    answer.passages().first().map(|passage| passage.text.clone()).unwrap_or_default()
}

/// The folder of the index within the one that is named in the settings.
fn index(folder: &Path) -> PathBuf {
    let mut all = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let found = all.find(|path| path.is_dir()).expect("an index");
    assert!(all.all(|path| !path.is_dir()), "one index alone is kept");
    found
}

fn file(folder: &Path, extension: &str) -> PathBuf {
    let mut all = fs::read_dir(index(folder)).expect("a folder").map(|entry| entry.expect("an entry").path());
    all.find(|path| path.extension().is_some_and(|it| it == extension)).expect("a file of that kind")
}

#[test]
fn an_index_is_built_once_and_answers_as_one_in_memory() {
    let folder = TempDir::new().unwrap();
    let (_, came) = open(folder.path(), corpus(NEWS)).unwrap();
    assert_eq!(came, Came::Built);
    let (kept, came) = open(folder.path(), corpus(NEWS)).unwrap();
    assert_eq!(came, Came::Kept);
    let in_memory = Answerer::new(corpus(NEWS)).unwrap();
    for place in 0..99 {
        for text in [
            format!("when did city number {place} open"),
            format!("kapan kota nomor {place} dibuka"),
            format!("第{place}の都市の楽器"),
            format!("museeum {place}"),
        ] {
            let question = Question::new(text.as_str());
            assert_eq!(kept.answer(&question), in_memory.answer(&question), "{text}");
            assert_eq!(kept.rank(&question), in_memory.rank(&question), "{text}");
        }
    }
    assert_eq!(ask(&kept, "the carillon of Vlissingen rings"), NEWS);
}

#[test]
fn a_changed_corpus_is_indexed_anew_and_the_old_index_is_gone() {
    let folder = TempDir::new().unwrap();
    open(folder.path(), corpus(NEWS)).unwrap();
    let before = index(folder.path());
    let news = "The carillon of Vlissingen rings at dusk.";
    let (answerer, came) = open(folder.path(), corpus(news)).unwrap();
    assert_eq!((ask(&answerer, "the carillon of Vlissingen rings").as_str(), came), (news, Came::Built));
    assert_ne!(index(folder.path()), before);
}

#[test]
fn what_a_killed_build_left_goes_with_the_next_one_but_not_what_is_being_built() {
    let folder = TempDir::new().unwrap();
    open(folder.path(), corpus(NEWS)).unwrap();
    let [old, new] = ["building-old", "building-new"].map(|name| folder.path().join(name));
    for path in [&old, &new] {
        fs::create_dir(path).unwrap();
        fs::write(path.join("part.idx"), "half").unwrap();
    }
    let two_days_ago = SystemTime::now() - Duration::from_hours(48);
    fs::File::open(&old).unwrap().set_modified(two_days_ago).unwrap();
    open(folder.path(), corpus("The carillon of Vlissingen rings at dusk.")).unwrap();
    assert_eq!((old.exists(), new.exists()), (false, true));
}

#[test]
fn of_many_at_once_one_builds_and_none_is_refused() {
    for _ in 0..3 {
        let home = TempDir::new().unwrap();
        let folder = home.path().join("index");
        let together = Barrier::new(6);
        let came = thread::scope(|scope| {
            let opening = [(); 6].map(|()| {
                scope.spawn(|| {
                    let corpus = corpus(NEWS);
                    together.wait();
                    let (answerer, came) = open(&folder, corpus).unwrap();
                    assert_eq!(ask(&answerer, "the carillon of Vlissingen rings"), NEWS);
                    came
                })
            });
            opening.map(|opened| opened.join().unwrap())
        });
        assert_eq!(came.iter().filter(|came| **came == Came::Built).count(), 1, "{came:?}");
        assert!(!came.contains(&Came::Mended), "{came:?}");
    }
}

#[test]
fn two_corpora_in_one_folder_take_turns() {
    let folder = TempDir::new().unwrap();
    let together = Barrier::new(6);
    thread::scope(|scope| {
        for place in 0..6 {
            let (folder, together) = (folder.path(), &together);
            scope.spawn(move || {
                let news = format!("The carillon of Vlissingen rings {} times.", place % 2);
                together.wait();
                for _ in 0..3 {
                    let (answerer, _) = open(folder, corpus(&news)).unwrap();
                    assert_eq!(ask(&answerer, "the carillon of Vlissingen rings"), news);
                }
            });
        }
    });
}

#[test]
fn a_mark_that_is_half_put_makes_a_folder_nobody_elses() {
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("KEMBAR-INDEX.a1B2c3"), "Kembar ke").unwrap();
    assert_eq!(open(folder.path(), corpus(NEWS)).unwrap().1, Came::Built);
}

#[test]
fn what_is_broken_is_said_and_built_again() {
    let folder = TempDir::new().unwrap();
    open(folder.path(), corpus(NEWS)).unwrap();
    let meta = |folder: &Path| index(folder).join("meta.json");
    let cut = |path: PathBuf| {
        let bytes = fs::read(&path).unwrap();
        fs::write(path, &bytes[..bytes.len() / 2]).unwrap();
    };
    let change = |path: PathBuf| {
        let mut bytes = fs::read(&path).unwrap();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(path, bytes).unwrap();
    };
    let breaks: [Break<'_>; 6] = [
        ("meta.json is no JSON", &|folder| fs::write(meta(folder), "{").unwrap()),
        ("meta.json is gone", &|folder| fs::remove_file(meta(folder)).unwrap()),
        ("a segment is cut", &|folder| cut(file(folder, "idx"))),
        ("a bit has changed", &|folder| change(file(folder, "terms"))),
        ("a list is gone", &|folder| fs::remove_file(file(folder, "spans")).unwrap()),
        ("the manifest is gone", &|folder| fs::remove_file(index(folder).join("manifest.json")).unwrap()),
    ];
    for (what, breaking) in breaks {
        breaking(folder.path());
        let (answerer, came) = open(folder.path(), corpus(NEWS)).unwrap();
        assert_eq!((ask(&answerer, "the carillon of Vlissingen rings").as_str(), came), (NEWS, Came::Mended), "{what}");
        assert_eq!(open(folder.path(), corpus(NEWS)).unwrap().1, Came::Kept, "{what}");
    }
}

#[test]
fn a_folder_of_somebody_else_is_refused_and_left_as_it_is() {
    let folder = TempDir::new().unwrap();
    let letter = folder.path().join("letter.txt");
    fs::write(&letter, "Dear Ani").unwrap();
    let refused = open(folder.path(), corpus(NEWS)).map(drop);
    assert!(matches!(refused, Err(IndexError::Foreign(_))), "{refused:?}");
    assert_eq!(fs::read_to_string(&letter).unwrap(), "Dear Ani");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    let refused = open(&letter, corpus(NEWS)).map(drop);
    assert!(matches!(refused, Err(IndexError::Folder { .. })), "{refused:?}");
}

#[test]
fn what_is_broken_is_told_with_the_folder_and_its_setting() {
    let folder = TempDir::new().unwrap();
    open(folder.path(), corpus(NEWS)).unwrap();
    fs::write(index(folder.path()).join("manifest.json"), "garbage").unwrap();
    let mut said = Vec::new();
    let keeping = Keeping { folder: folder.path().to_owned(), beyond: 99 };
    let opened = Answerer::open(corpus(NEWS), Some(&keeping), Purpose::Serving, &mut |progress| {
        if let Progress::Broken(error) = progress {
            said.push(error.to_string());
        }
    });
    assert!(opened.is_ok());
    let shown = folder.path().display();
    let expect = format!("KEMBAR_INDEX: the index in {shown} cannot be used: manifest.json is not as it was written");
    assert_eq!(said, [expect]);
}

#[test]
fn reading_a_kept_index_writes_nothing() {
    let folder = TempDir::new().unwrap();
    open(folder.path(), corpus(NEWS)).unwrap();
    fs::remove_file(folder.path().join("KEMBAR-INDEX.lock")).unwrap();
    let files = || {
        let names = |folder: &Path| {
            let entries = fs::read_dir(folder).unwrap();
            entries.map(|entry| entry.unwrap().file_name()).collect::<BTreeSet<_>>()
        };
        [names(folder.path()), names(&index(folder.path()))]
    };
    for lock in files()[1].iter().filter(|name| name.to_string_lossy().ends_with(".lock")) {
        fs::remove_file(index(folder.path()).join(lock)).unwrap();
    }
    let before = files();
    assert_eq!(open(folder.path(), corpus(NEWS)).unwrap().1, Came::Kept);
    assert_eq!(files(), before);
}

#[test]
fn who_asks_is_answered_though_the_folder_cannot_be_used() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("file");
    fs::write(&file, "no folder").unwrap();
    let keeping = Keeping { folder: file.clone(), beyond: 99 };
    let mut said = Vec::new();
    let answerer = Answerer::open(corpus(NEWS), Some(&keeping), Purpose::Asking, &mut |progress| {
        if let Progress::Unkept(error) = progress {
            said.push(error.to_string());
        }
    });
    assert_eq!(ask(&answerer.unwrap(), "the carillon of Vlissingen rings"), NEWS);
    assert!(said.len() == 1 && said[0].contains("KEMBAR_INDEX") && said[0].contains("file"), "{said:?}");
    assert!(open(&file, corpus(NEWS)).is_err(), "the bot would take twice the memory without a word");
}

#[test]
fn a_small_corpus_needs_no_folder() {
    let folder = TempDir::new().unwrap();
    let keeping = Keeping { folder: folder.path().to_owned(), beyond: 100 };
    let answerer = Answerer::open(corpus(NEWS), Some(&keeping), Purpose::Serving, &mut |_| {}).unwrap();
    assert_eq!(ask(&answerer, "the carillon of Vlissingen rings"), NEWS);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
}
