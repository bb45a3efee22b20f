//! The gaps list: what was asked for in vain, for who keeps the corpus. Off unless a path is set.
//!
//! It must never know who asked or where, and keeps no question's sentence: of a question it keeps the words that were
//! looked for, its language and the day.

mod personal;
mod store;

pub use store::{Group, OpenError, Store};

use std::path::PathBuf;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, SyncSender, TrySendError, channel, sync_channel};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use rusqlite::ErrorCode;
use time::{Date, OffsetDateTime};

use self::personal::Personal;
use crate::answer::Question;
use crate::language::Language;

/// For how many days a gap is kept unless told otherwise.
pub const USUAL_DAYS: u32 = 30;
/// How many gaps may wait to be written; one more is left out.
const WAITING: usize = 1_000;
/// How often old ones are looked for where nothing is written.
const FORGETTING: Duration = Duration::from_hours(1);
/// How long what waits is waited for when the list is closed: another process may hold the file.
const CLOSING: Duration = Duration::from_secs(5);
/// The most words that are kept of a question.
const WORDS: usize = 12;

/// Where the list is, and for how long.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GapsSettings {
    /// The `SQLite` file.
    pub path: PathBuf,
    /// For how many days a gap is kept, 1 or more.
    pub days: u32,
}

/// Why a question stands in the list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing was found.
    NotFound,
    /// Someone called its answer no help.
    NotHelpful,
}

/// A question that was asked in vain, as far as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    kind: Kind,
    language: Language,
    about: String,
}

impl Gap {
    /// A gap about the words that were looked for in `asked`, in any order, without its addresses and long numbers; `None` where
    /// there are none to keep.
    #[must_use]
    pub fn new(kind: Kind, language: Language, sought: &[String], asked: &Question) -> Option<Self> {
        // A number does not go on from one question into the next.
        let before = asked.previous.as_deref().unwrap_or_default();
        let personal = Personal::of(&[before, &asked.text].join(";"));
        let words = sought.iter().filter(|word| !personal.is_in(word));
        let mut words: Vec<_> = words.map(|word| word.to_lowercase()).collect();
        words.sort_unstable();
        words.dedup();
        words.truncate(WORDS);
        let about = words.join(" ");
        (!about.is_empty()).then_some(Self { kind, language, about })
    }
}

/// The list as the bot fills it: written on a thread of its own.
pub struct Gaps {
    days: u32,
    /// `None` once it is closed.
    writer: Mutex<Option<Writer>>,
}

struct Writer {
    waiting: SyncSender<Noted>,
    /// Nothing comes here; its other end goes when all is written.
    ended: Receiver<()>,
}

/// A gap that waits to be written.
struct Noted {
    gap: Gap,
    /// Told whether it was.
    told: Box<dyn FnOnce(bool) + Send>,
}

impl Gaps {
    /// Fills the list that `settings` name.
    ///
    /// # Errors
    /// Where the file cannot be opened or made.
    pub fn open(settings: &GapsSettings) -> Result<Self, OpenError> {
        let store = Store::open(settings)?;
        store.forget(today())?;
        let (waiting, gaps) = sync_channel(WAITING);
        let (ends, ended) = channel();
        let list = settings.clone();
        std::thread::spawn(move || write(store, &list, &gaps, ends));
        Ok(Self { days: settings.days, writer: Mutex::new(Some(Writer { waiting, ended })) })
    }

    /// For how many days a gap is kept.
    #[must_use]
    pub const fn days(&self) -> u32 {
        self.days
    }

    /// Notes a gap and does not wait until it is written. `told` hears whether it was; it is not where too many wait
    /// already.
    pub fn note(&self, gap: Gap, told: impl FnOnce(bool) + Send + 'static) {
        let noted = Noted { gap, told: Box::new(told) };
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let waits = match &*writer {
            Some(writer) => writer.waiting.try_send(noted),
            None => Err(TrySendError::Disconnected(noted)),
        };
        if let Err(TrySendError::Full(noted) | TrySendError::Disconnected(noted)) = waits {
            tracing::warn!("a gap is left out: the list cannot be written fast enough");
            (noted.told)(false);
        }
    }

    /// Writes what waits; from then on nothing is noted. Gives up after five seconds.
    pub fn close(&self) {
        let writer = self.writer.lock().unwrap_or_else(PoisonError::into_inner).take();
        let Some(Writer { waiting, ended }) = writer else { return };
        drop(waiting);
        if ended.recv_timeout(CLOSING) == Err(RecvTimeoutError::Timeout) {
            tracing::warn!("the gaps list cannot be written; what waits is left out");
        }
    }
}

impl Drop for Gaps {
    /// What waits is written first.
    fn drop(&mut self) {
        self.close();
    }
}

/// Writes each gap until there can be no more; `ends` goes then.
fn write(mut store: Store, list: &GapsSettings, gaps: &Receiver<Noted>, ends: Sender<()>) {
    loop {
        let noted = match gaps.recv_timeout(FORGETTING) {
            Ok(noted) => Some(noted),
            Err(RecvTimeoutError::Timeout) => None,
            Err(RecvTimeoutError::Disconnected) => return drop(ends),
        };
        let written = written(&mut store, list, noted.as_ref().map(|noted| &noted.gap));
        if let Err(error) = &written {
            tracing::error!(%error, "the gaps list cannot be written");
        }
        if let Some(Noted { told, .. }) = noted {
            told(written.is_ok());
        }
    }
}

/// Writes a gap where there is one, and forgets what is too old. Who keeps the list may delete the file at any time: where
/// it cannot be written it is opened anew, once.
fn written(store: &mut Store, list: &GapsSettings, gap: Option<&Gap>) -> Result<(), OpenError> {
    let write = |store: &Store| gap.map_or_else(|| store.forget(today()), |gap| store.add(gap, today()));
    match write(store) {
        // Another process writes, and was waited for.
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Err(error.into()),
        Err(error) => {
            tracing::warn!(%error, "the gaps list is opened anew");
            *store = Store::open(list)?;
            Ok(write(store)?)
        }
        Ok(()) => Ok(()),
    }
}

/// The day, in UTC.
#[must_use]
pub fn today() -> Date {
    OffsetDateTime::now_utc().date()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kept_in_one_order_and_nothing_that_may_name_a_person() {
        let about = |asked: &str, words: &[&str]| {
            let words: Vec<_> = words.iter().map(|word| (*word).to_owned()).collect();
            let asked = Question::new(asked).after(Some("telepon 0812 3456".to_owned()));
            Gap::new(Kind::NotFound, Language::Id, &words, &asked).map(|gap| gap.about)
        };
        assert_eq!(about("Pantai Ambon, pantai", &["Pantai", "Ambon", "pantai"]).as_deref(), Some("ambon pantai"));
        assert_eq!(about("2024, a@b.id", &["2024", "a", "b.id"]).as_deref(), Some("2024"));
        assert_eq!(about("<@80351110224678912>", &["80351110224678912"]), None);
        assert_eq!(about("kapan?", &["0812", "3456"]), None);
        assert_eq!(about("", &[]), None);
    }

    #[test]
    fn a_list_that_is_deleted_is_made_anew_and_what_cannot_be_written_is_told() {
        let folder = tempfile::tempdir().unwrap();
        let list = GapsSettings { path: folder.path().join("gaps"), days: 2 };
        let gaps = Gaps::open(&list).unwrap();
        let is_written = |gaps: &Gaps| {
            let (told, heard) = channel();
            let gap = Gap::new(Kind::NotFound, Language::Id, &["pantai".to_owned()], &Question::new("pantai")).unwrap();
            gaps.note(gap, move |written| told.send(written).unwrap());
            heard.recv_timeout(Duration::from_mins(1))
        };
        assert_eq!(is_written(&gaps), Ok(true));
        std::fs::remove_file(&list.path).unwrap();
        assert_eq!([is_written(&gaps), is_written(&gaps)], [Ok(true), Ok(true)]);
        let groups = Store::open_to_read(&list).unwrap().groups(today()).unwrap();
        assert_eq!(groups.iter().map(|group| group.not_found).collect::<Vec<_>>(), [2]);
        std::fs::remove_file(&list.path).unwrap();
        std::fs::create_dir(&list.path).unwrap();
        assert_eq!(is_written(&gaps), Ok(false));
        gaps.close();
        std::fs::remove_dir(&list.path).unwrap();
        assert_eq!(is_written(&gaps), Ok(false));
    }
}
