//! A changed corpus, taken up while the bot answers.
//!
//! The new index is built beside the old one and swapped in at once. A corpus with faults is refused, and the old one
//! keeps answering.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use backon::{BackoffBuilder as _, ExponentialBackoff, ExponentialBuilder};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};
use tokio::sync::watch;
use tokio::task::JoinError;

use super::Service;
use super::health::Reloaded;
use crate::answer::Answerer;
use crate::corpus::{Faults, Source};
use crate::index::{IndexError, Keeping, Progress, Purpose};

/// How long the folder must rest before it is read: whoever copies files into it is not done after the first.
const QUIET: Duration = Duration::from_millis(500);

/// The longest pause before a corpus is read anew of which there was no index.
const LONGEST_PAUSE: Duration = Duration::from_mins(5);

fn pauses() -> ExponentialBackoff {
    let pauses = ExponentialBuilder::default().with_min_delay(Duration::from_secs(1)).with_max_delay(LONGEST_PAUSE);
    pauses.without_max_times().with_jitter().build()
}

/// Why the corpus was not replaced.
#[derive(Debug, thiserror::Error)]
pub enum ReloadError {
    /// It has faults.
    #[error("{} faults, the first: {}", .0.as_slice().len(), .0.as_slice()[0])]
    Faults(#[from] Faults),
    /// Its index cannot be built, as with no memory to be had.
    #[error("its index cannot be built: {0}")]
    Index(#[from] IndexError),
    /// Reading it ended in a panic.
    #[error("reading it ended in a panic")]
    Panic(#[from] JoinError),
}

/// Logs what happens while an index is opened or built.
pub fn log_progress(progress: Progress<'_>) {
    match progress {
        Progress::Broken(error) => tracing::warn!(%error, "the kept index cannot be used; it is built again"),
        Progress::Waiting => tracing::info!("another process builds in the index folder; it is waited for"),
        // Such is told to who asks alone.
        Progress::Passages(..) | Progress::Unkept(_) => {}
    }
}

/// Logs the faults of a corpus, which `corpus` names, an event a fault; of many the first.
pub fn log_faults(faults: &Faults, source: &Source, corpus: &str) {
    let (shown, more) = faults.first();
    for fault in shown {
        tracing::error!(%fault, hint = fault.hint, "a fault in {corpus}");
    }
    if more > 0 {
        tracing::error!(more, "further faults in {corpus}, which `{}` tells", source.check_command());
    }
}

/// Reads `source` and opens or builds its index, on a thread of its own.
async fn build(source: &Source, keeping: Option<&Keeping>) -> Result<Answerer, ReloadError> {
    let (source, keeping) = (source.clone(), keeping.cloned());
    let open = move || Ok(Answerer::open(source.read()?, keeping.as_ref(), Purpose::Serving, &mut log_progress)?);
    tokio::task::spawn_blocking(open).await?
}

impl Service {
    /// Answers from `source` as it is now, from the moment at which its index is built.
    ///
    /// # Errors
    /// Where the corpus has faults or its index cannot be built. The one before keeps answering.
    pub async fn reload(&self, source: &Source) -> Result<(), ReloadError> {
        self.replace(build(source, None).await?);
        Ok(())
    }
}

/// Reloads at each of `changes`, those that came before the first poll too. Never resolves.
pub async fn keep_up(service: Arc<Service>, keeping: Option<Keeping>, changes: Changes) {
    let Changes { source, hang_ups, folder, changed, wakes } = changes;
    tokio::join!(hang_ups.tell(&changed), reload_at(wakes, &service, &source, keeping.as_ref(), folder));
}

/// Reloads at each change; again, too, where there was no index for another reason than the corpus.
async fn reload_at(
    mut wakes: watch::Receiver<()>,
    service: &Service,
    source: &Source,
    keeping: Option<&Keeping>,
    mut folder: Option<Watched>,
) {
    if let Some(folder) = &mut folder {
        folder.watch_or_warn();
    }
    let mut pauses: Option<ExponentialBackoff> = None;
    loop {
        let woken = match &mut pauses {
            Some(pauses) => {
                let pause = pauses.next().unwrap_or(LONGEST_PAUSE);
                tokio::time::timeout(pause, wakes.changed()).await.unwrap_or(Ok(()))
            }
            None => wakes.changed().await,
        };
        if woken.is_err() {
            return;
        }
        while tokio::time::timeout(QUIET, wakes.changed()).await.is_ok() {}
        // What was moved into the folder's place is another folder. Before it is read, so that no change is missed after that.
        if let Some(folder) = &mut folder {
            folder.watch_or_warn();
        }
        let built = build(source, keeping).await;
        // A folder that changed while it was read may have been read half: it is read again.
        if wakes.has_changed().unwrap_or(false) {
            wakes.mark_changed();
            continue;
        }
        match built {
            Ok(answerer) => {
                pauses = None;
                service.replace(answerer);
                told(service);
            }
            Err(error) => {
                refused(service, source, &error);
                // Whoever mends a corpus changes it; what else was in the way may go by itself.
                let is_mended_elsewhere = !matches!(error, ReloadError::Faults(_));
                pauses = is_mended_elsewhere.then(|| pauses.unwrap_or_else(self::pauses));
            }
        }
    }
}

fn told(service: &Service) {
    let answerer = service.answerer();
    let corpus = answerer.corpus();
    tracing::info!(
        documents = corpus.documents().len(),
        passages = corpus.passage_count(),
        corpus = %corpus.hash(),
        "corpus reloaded"
    );
}

fn refused(service: &Service, source: &Source, error: &ReloadError) {
    service.health().note_reload(Reloaded::Refused);
    if let ReloadError::Faults(faults) = error {
        log_faults(faults, source, "the new corpus");
    }
    let corpus = service.answerer().corpus().hash();
    tracing::error!(%error, still = %corpus, "the new corpus is refused; the one before keeps answering");
}

/// What calls for a reload from now on, before [`keep_up`] as well: a corpus that is changed while it is loaded first may have been
/// read as it was.
pub struct Changes {
    source: Source,
    hang_ups: HangUps,
    folder: Option<Watched>,
    changed: watch::Sender<()>,
    wakes: watch::Receiver<()>,
}

impl Changes {
    /// Hears SIGHUPs, and the changes of `source` where that is a folder.
    ///
    /// # Panics
    /// Outside of a runtime.
    #[must_use]
    pub fn heard(source: Source) -> Self {
        let (changed, wakes) = watch::channel(());
        let folder = match &source {
            Source::Folder(folder) => Watched::new(folder, changed.clone()),
            Source::Embedded => None,
        };
        Self { source, hang_ups: HangUps::heard(), folder, changed, wakes }
    }
}

/// The SIGHUPs that come from now on: none ends the program any more.
struct HangUps {
    #[cfg(unix)]
    signal: Option<tokio::signal::unix::Signal>,
}

impl HangUps {
    fn heard() -> Self {
        #[cfg(unix)]
        let signal = tokio::signal::unix::signal(tokio::signal::unix::SignalKind::hangup())
            .inspect_err(|error| tracing::warn!(%error, "SIGHUP cannot be heard"))
            .ok();
        Self {
            #[cfg(unix)]
            signal,
        }
    }

    /// A change at each.
    async fn tell(self, changed: &watch::Sender<()>) {
        #[cfg(unix)]
        if let Some(mut signal) = self.signal {
            while signal.recv().await.is_some() {
                changed.send_replace(());
            }
        }
        #[cfg(not(unix))]
        let _ = changed;
    }
}

/// A folder that tells of its changes, and of those of what links in it lead to.
struct Watched {
    folder: PathBuf,
    /// Where else a change is one of the corpus: the folder under its other name, and what links lead to.
    elsewhere: Arc<Mutex<BTreeSet<PathBuf>>>,
    watcher: RecommendedWatcher,
}

impl Watched {
    fn new(folder: &Path, changed: watch::Sender<()>) -> Option<Self> {
        let folder = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let elsewhere = Arc::new(Mutex::new(BTreeSet::<PathBuf>::new()));
        let (within, without) = (folder.clone(), Arc::clone(&elsewhere));
        let is_within = move |path: &PathBuf| {
            let elsewhere = without.lock().unwrap_or_else(PoisonError::into_inner);
            path.starts_with(&within) || elsewhere.iter().any(|it| path.starts_with(it))
        };
        let watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            // An event that cannot be told says that some were missed.
            if event.is_ok_and(|event| !is_change(event.kind) || !event.paths.iter().any(&is_within)) {
                return;
            }
            changed.send_replace(());
        });
        match watcher {
            Ok(watcher) => {
                let mut it = Self { folder, elsewhere, watcher };
                // One that is not there is told where it is to be read.
                let _ = it.watch();
                Some(it)
            }
            Err(error) => {
                tracing::warn!(%error, "changes of the corpus cannot be noticed; send SIGHUP to reload it");
                None
            }
        }
    }

    /// Watches the folder, and that which holds it, for the folder itself may be replaced; and in the same way what links lead
    /// to.
    fn watch(&mut self) -> notify::Result<()> {
        let mut elsewhere: BTreeSet<_> = Source::Folder(self.folder.clone()).linked().into_iter().collect();
        elsewhere.extend(fs::canonicalize(&self.folder));
        // One that is watched under two names tells of its changes by either.
        elsewhere.extend(self.folder.parent().and_then(|parent| {
            let parent = fs::canonicalize(parent).ok()?;
            Some(parent.join(self.folder.file_name()?))
        }));
        let holders: BTreeSet<PathBuf> =
            elsewhere.iter().chain([&self.folder]).filter_map(|path| path.parent().map(Path::to_owned)).collect();
        *self.elsewhere.lock().unwrap_or_else(PoisonError::into_inner) = elsewhere;
        for holder in holders {
            // Where that is not allowed, what is replaced there needs a SIGHUP.
            let _ = self.watcher.watch(&holder, RecursiveMode::NonRecursive);
        }
        self.watcher.watch(&self.folder, RecursiveMode::Recursive)
    }

    /// The same; the operator is told where it cannot be.
    fn watch_or_warn(&mut self) {
        if let Err(error) = self.watch() {
            tracing::warn!(%error, "changes of the corpus cannot be noticed; send SIGHUP to reload it");
        }
    }
}

/// Does it change what would be read: opening and reading a file do not.
fn is_change(kind: EventKind) -> bool {
    !matches!(kind, EventKind::Access(_))
}
