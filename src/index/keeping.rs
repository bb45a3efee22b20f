//! Where an index is kept on disk: a folder of our own, in it an index for one corpus, built anew when that changes.
//!
//! A folder that holds anything and lacks our mark is somebody else's: it is refused, and nothing in it is touched. Several
//! processes may share one: a good index is read by all of them at once, and one at a time builds.

use std::fs::{self, File, TryLockError};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use tantivy::TantivyError;
use tantivy::directory::error::{LockError, OpenDirectoryError, OpenReadError, OpenWriteError};
use tempfile::TempDir;

use crate::corpus::Corpus;

/// Where a large corpus's index is kept, and from which size on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keeping {
    /// The folder.
    pub folder: PathBuf,
    /// A corpus of more passages than these is kept there; a smaller one is indexed in memory, sooner than it is checked.
    pub beyond: usize,
}

impl Keeping {
    /// In `folder`, beyond 20,000 passages.
    #[must_use]
    pub const fn within(folder: PathBuf) -> Self {
        Self { folder, beyond: 20_000 }
    }
}

/// What is told while an index is opened or built.
#[derive(Debug, Clone, Copy)]
pub enum Progress<'a> {
    /// The kept index cannot be used, for this reason; it is built again.
    Broken(&'a IndexError),
    /// Another process builds in the folder; it is waited for.
    Waiting,
    /// The folder cannot be used, for this reason; the index is built in memory.
    Unkept(&'a IndexError),
    /// So many passages of all are indexed.
    Passages(usize, usize),
}

/// Why there is no index.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// The folder is not ours.
    #[error("KEMBAR_INDEX: {} holds files that are not Kembar's: name an empty folder, or one that is not there yet", .0.display())]
    Foreign(PathBuf),
    /// The folder cannot be used.
    #[error("KEMBAR_INDEX: the index in {} cannot be used: {}", folder.display(), words(error))]
    Folder {
        /// Which.
        folder: PathBuf,
        /// Why not.
        #[source]
        error: io::Error,
    },
    /// tantivy failed.
    #[error(transparent)]
    Search(#[from] TantivyError),
}

/// Why, in words for the operator.
fn words(error: &io::Error) -> String {
    let hint = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => " (may this user read and write there?)",
        io::ErrorKind::FileTooLarge => " (is the limit of a file's size, LimitFSIZE or ulimit -f, too low?)",
        _ => "",
    };
    let said = error.to_string();
    // The system's number says nothing more.
    let said = said.split(" (os error ").next().unwrap_or_default();
    format!("{said}{hint}")
}

/// tantivy's error as the system's, where it is that.
pub(super) fn of_search(error: TantivyError) -> io::Error {
    let of_system = match &error {
        TantivyError::IoError(io_error)
        | TantivyError::LockFailure(LockError::IoError(io_error), _)
        | TantivyError::OpenDirectoryError(OpenDirectoryError::IoError { io_error, .. })
        | TantivyError::OpenReadError(OpenReadError::IoError { io_error, .. })
        | TantivyError::OpenWriteError(OpenWriteError::IoError { io_error, .. }) => {
            Some(io::Error::new(io_error.kind(), io_error.to_string()))
        }
        _ => None,
    };
    of_system.unwrap_or_else(|| io::Error::other(error))
}

/// What the names of the files that stand beside the indexes begin with.
const OURS: &str = "KEMBAR-INDEX.";
/// The file by which a folder is known as ours, and what it says.
const MARK: (&str, &str) = ("KEMBAR-INDEX.txt", "Kembar keeps its index here, and removes what it no longer needs.\n");

/// The file that whoever builds holds locked.
const LOCK: &str = "KEMBAR-INDEX.lock";

/// Raised when files are written in another way.
const FORMAT: u32 = 1;

/// A folder of ours.
pub(super) struct Folder {
    path: PathBuf,
    fingerprint: String,
}

impl Folder {
    /// The folder at `path` for `corpus`; made where there is none, in one that is there.
    pub(super) fn claim(path: &Path, corpus: &Corpus) -> Result<Self, IndexError> {
        let unusable = |error| IndexError::Folder { folder: path.to_owned(), error };
        make(path).map_err(unusable)?;
        // Looked at before the mark: who puts something here has put the mark before.
        let holds_more = holds_more(path).map_err(unusable)?;
        let mark = path.join(MARK.0);
        let is_ours = is_mark(&mark).map_err(unusable)?
            || !holds_more && {
                put_mark(path, &mark).map_err(unusable)?;
                is_mark(&mark).map_err(unusable)?
            };
        if !is_ours {
            return Err(IndexError::Foreign(path.to_owned()));
        }
        Ok(Self { path: path.to_owned(), fingerprint: fingerprint(corpus) })
    }

    /// Waits until no other process builds here; none does before the file is closed. `told` hears if that takes time.
    pub(super) fn lock(&self, told: &mut dyn FnMut(Progress<'_>)) -> io::Result<File> {
        let file = File::options().create(true).append(true).open(self.path.join(LOCK))?;
        match file.try_lock() {
            Ok(()) => return Ok(file),
            Err(TryLockError::WouldBlock) => told(Progress::Waiting),
            // Where there are no locks, as on some network drives, builders are not kept apart.
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Unsupported => return Ok(file),
            Err(TryLockError::Error(error)) => return Err(error),
        }
        while let Err(error) = file.lock() {
            if error.kind() != io::ErrorKind::Interrupted {
                return Err(error);
            }
        }
        Ok(file)
    }

    /// What the index is known by: all that it follows from.
    pub(super) fn fingerprint(&self) -> &str {
        &self.fingerprint
    }

    /// Where the corpus's index is, once it is built.
    pub(super) fn index(&self) -> PathBuf {
        self.path.join(format!("{INDEX}{}", self.fingerprint))
    }

    /// A new folder to build in, beside what is there; gone again unless it is [put in its place](Self::place). What a build
    /// left that was killed long ago goes before.
    pub(super) fn building(&self) -> io::Result<TempDir> {
        for path in self.folders(BUILDING)? {
            // One that changes may be another process's, which builds now.
            let age = fs::metadata(&path).and_then(|data| data.modified()).ok().and_then(|time| time.elapsed().ok());
            if age.is_some_and(|age| age > ABANDONED) {
                fs::remove_dir_all(path)?;
            }
        }
        tempfile::Builder::new().prefix(BUILDING).tempdir_in(&self.path)
    }

    /// The folders within whose names begin with `prefix`.
    fn folders(&self, prefix: &str) -> io::Result<Vec<PathBuf>> {
        let mut found = Vec::new();
        for entry in fs::read_dir(&self.path)? {
            let path = entry?.path();
            let is_so = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(prefix));
            if is_so && path.is_dir() {
                found.push(path);
            }
        }
        Ok(found)
    }

    /// Puts what was built in its place, and then removes what was built before it.
    pub(super) fn place(&self, built: TempDir) -> io::Result<()> {
        let index = self.index();
        if index.exists() {
            // Out of the way at once, and removed with the folder that it goes into.
            let aside = tempfile::Builder::new().prefix(BUILDING).tempdir_in(&self.path)?;
            fs::rename(&index, aside.path().join("broken"))?;
        }
        fs::rename(built.path(), &index)?;
        let _ = built.keep();
        for path in self.folders(INDEX)?.into_iter().filter(|path| *path != index) {
            // What cannot be removed now, as where a process has it open, goes with the next build.
            let _ = fs::remove_dir_all(path);
        }
        Ok(())
    }
}

/// Makes the folder where there is none. A path of which not even the holder is there is a slip of the finger: made, it would be
/// a tree of folders that nobody looks for.
fn make(path: &Path) -> io::Result<()> {
    let refused = |kind, why: &str| Err(io::Error::new(kind, why));
    match fs::create_dir(path) {
        // So it is also where another process was first.
        Err(_) if path.is_dir() => Ok(()),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
            refused(io::ErrorKind::NotADirectory, "it is a file: name an empty folder, or one that is not there yet")
        }
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            refused(error.kind(), "the folder that is to hold it is not there: make that, or mend the setting")
        }
        made => made,
    }
}

/// Does a folder hold anything but our mark and lock, and marks that are being put.
fn holds_more(folder: &Path) -> io::Result<bool> {
    for entry in fs::read_dir(folder)? {
        if !entry?.file_name().to_string_lossy().starts_with(OURS) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Is this file our mark.
fn is_mark(path: &Path) -> io::Result<bool> {
    match fs::read(path) {
        Ok(said) => Ok(said == MARK.1.as_bytes()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Puts our mark into a folder, whole or not at all, unless one is there.
fn put_mark(folder: &Path, mark: &Path) -> io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(OURS);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(MARK.1.as_bytes())?;
    match file.persist_noclobber(mark) {
        Err(error) if error.error.kind() != io::ErrorKind::AlreadyExists => Err(error.error),
        _ => Ok(()),
    }
}

/// What the name of an index's folder begins with.
const INDEX: &str = "index-";
/// What the name of one begins with that is being built.
const BUILDING: &str = "building-";
/// After how long without a new file nobody builds there any more.
const ABANDONED: Duration = Duration::from_hours(24);

/// All that an index follows from: the corpus, how texts are analysed and files are written (`build.rs` has it from the sources),
/// and what the compiler and the machine bring.
fn fingerprint(corpus: &Corpus) -> String {
    let mut sha = Sha256::new();
    sha.update(corpus.fingerprint());
    sha.update(format!(
        "{FORMAT} {} {:?} {}",
        env!("KEMBAR_ANALYSIS"),
        char::UNICODE_VERSION,
        cfg!(target_endian = "big")
    ));
    let mut first = [0; 16];
    first.copy_from_slice(&sha.finalize()[..16]);
    format!("{:032x}", u128::from_be_bytes(first))
}

#[cfg(test)]
#[path = "../../build.rs"]
#[allow(dead_code, reason = "its `main` is cargo's to call")]
mod build;

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    /// Copies the file at `from`, or all in the folder there, to `to`.
    fn copy(from: &Path, to: &Path) -> io::Result<()> {
        if !from.is_dir() {
            return fs::copy(from, to).map(drop);
        }
        fs::create_dir_all(to)?;
        fs::read_dir(from)?.try_for_each(|entry| {
            let entry = entry?;
            copy(&entry.path(), &to.join(entry.file_name()))
        })
    }

    #[test]
    fn another_word_in_a_list_or_another_version_of_a_crate_is_another_analysis() {
        let (project, folder) = (Path::new(env!("CARGO_MANIFEST_DIR")), TempDir::new().unwrap());
        fs::create_dir(folder.path().join("src")).unwrap();
        for part in build::ANALYSIS {
            copy(&project.join(part), &folder.path().join(part)).unwrap();
        }
        let hash = || format!("{:016x}", build::hash(folder.path()).unwrap());
        assert_eq!(hash(), env!("KEMBAR_ANALYSIS"), "it is the same elsewhere and later");
        for (file, old, new) in [
            ("src/language/sentences.rs", "\"dr\"", "\"drs\""),
            ("src/language/told/dates.rs", "\"pebruari\"", "\"peb\""),
            ("src/language/words/forms/en.txt", "wrote", "writ"),
            ("src/index/schema.rs", "Term", "Word"),
            ("Cargo.lock", "name = \"tantivy\"\nversion = \"", "name = \"tantivy\"\nversion = \"1"),
        ] {
            let (path, before) = (folder.path().join(file), hash());
            let text = fs::read_to_string(&path).unwrap();
            assert!(text.contains(old), "{file}");
            fs::write(&path, text.replacen(old, new, 1)).unwrap();
            assert_ne!(hash(), before, "{file}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn what_the_system_refuses_is_told_with_the_folder_and_its_setting_and_no_internals() {
        let told = |error| IndexError::Folder { folder: "/kept".into(), error: of_search(error) }.to_string();
        let io_error = |code| Arc::new(io::Error::from_raw_os_error(code));
        let refused = told(TantivyError::LockFailure(LockError::IoError(io_error(13)), None));
        let expect =
            "KEMBAR_INDEX: the index in /kept cannot be used: Permission denied (may this user read and write there?)";
        assert_eq!(refused, expect);
        let filepath = "a.idx".into();
        let refused = told(OpenWriteError::IoError { io_error: io_error(28), filepath }.into());
        assert_eq!(refused, "KEMBAR_INDEX: the index in /kept cannot be used: No space left on device");
        let refused = told(TantivyError::IoError(io_error(27)));
        assert!(refused.ends_with("LimitFSIZE or ulimit -f, too low?)"), "{refused}");
    }

    #[test]
    fn a_folder_is_made_in_one_that_is_there_and_nowhere_else() {
        let base = TempDir::new().unwrap();
        let path = |name: &str| base.path().join(name);
        fs::write(path("file"), "a letter").unwrap();
        assert!(make(&path("index")).is_ok() && make(&path("index")).is_ok() && path("index").is_dir());
        for (name, why) in [
            ("file", "it is a file: name an empty folder"),
            ("file/index", "the folder that is to hold it is not there"),
            ("a/slip/index", "the folder that is to hold it is not there"),
        ] {
            let error = make(&path(name)).unwrap_err();
            let told = IndexError::Folder { folder: path(name), error }.to_string();
            assert!(told.starts_with("KEMBAR_INDEX: ") && told.contains(why), "{told}");
        }
        assert!(!path("a").exists());
    }

    #[test]
    fn analysis_follows_from_the_language_alone() {
        let (mut seen, mut files) = (0, Vec::new());
        build::collect(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/language"), &mut files).unwrap();
        build::collect(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/index"), &mut files).unwrap();
        for file in files.iter().filter(|file| file.extension().is_some_and(|it| it == "rs")) {
            let text = fs::read_to_string(file).unwrap();
            let (code, _) = text.split_once("#[cfg(test)]").unwrap_or((&text, ""));
            for used in code.split("crate::").skip(1).filter_map(|used| used.lines().next()) {
                seen += 1;
                let is_hashed = ["language", "index"].iter().any(|module| used.starts_with(module));
                // The corpus has a fingerprint of its own.
                assert!(is_hashed || used.starts_with("corpus"), "{}: {used}", file.display());
            }
        }
        assert!(seen > 10, "{seen}");
    }
}
