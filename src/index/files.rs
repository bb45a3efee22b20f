//! An index in files: each list in one of its own, and a manifest by which all of them are checked before they are trusted.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::Path;

use serde::{Deserialize, Serialize};
use tantivy::directory::{Directory as _, MmapDirectory, OwnedBytes};
use zerocopy::IntoBytes as _;

/// tantivy's own list of its files.
const MANAGED: &str = ".managed.json";
/// The manifest's name: what lacks it was not written to its end.
const MANIFEST: &str = "manifest.json";

/// Writes lists into a folder.
pub(super) struct Saver<'f>(pub(super) &'f Path);

impl Saver<'_> {
    pub(super) fn numbers(&self, name: &str, numbers: &[u32]) -> io::Result<()> {
        self.bytes(name, numbers.as_bytes())
    }

    pub(super) fn bytes(&self, name: &str, bytes: &[u8]) -> io::Result<()> {
        fs::write(self.0.join(name), bytes)
    }

    /// Writes down which files there are.
    pub(super) fn finish(&self, fingerprint: &str) -> io::Result<()> {
        let manifest = Manifest { fingerprint: fingerprint.to_owned(), files: Manifest::files(self.0)? };
        self.bytes(MANIFEST, serde_json::to_string_pretty(&manifest)?.as_bytes())
    }
}

/// Maps the files of a folder.
pub(super) struct Opener(MmapDirectory);

impl Opener {
    /// Opens a folder whose files are as they were written for this fingerprint.
    ///
    /// # Errors
    /// Where they are not, and where they cannot be read.
    pub(super) fn new(folder: &Path, fingerprint: &str) -> io::Result<Self> {
        let manifest = fs::read(folder.join(MANIFEST))
            .map_err(|error| io::Error::new(error.kind(), format!("{MANIFEST}: {error}")))?;
        let manifest: Manifest = serde_json::from_slice(&manifest).map_err(|_| changed(MANIFEST))?;
        if manifest.fingerprint != fingerprint {
            return Err(io::Error::other("it is another corpus's"));
        }
        for (name, expected) in &manifest.files {
            if Written::of(&folder.join(name))? != *expected {
                return Err(changed(name));
            }
        }
        MmapDirectory::open(folder).map(Self).map_err(io::Error::other)
    }

    pub(super) fn bytes(&self, name: &str) -> io::Result<OwnedBytes> {
        self.0.open_read(Path::new(name)).map_err(io::Error::other)?.read_bytes()
    }
}

fn changed(name: &str) -> io::Error {
    io::Error::other(format!("{name} is not as it was written"))
}

/// What a folder holds.
#[derive(Serialize, Deserialize)]
struct Manifest {
    fingerprint: String,
    files: BTreeMap<String, Written>,
}

/// A file as it was written.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Written {
    bytes: u64,
    crc32: u32,
}

impl Manifest {
    /// The files of a folder; locks, which begin with a dot and hold nothing, are left out.
    fn files(folder: &Path) -> io::Result<BTreeMap<String, Written>> {
        let mut files = BTreeMap::new();
        for entry in fs::read_dir(folder)? {
            let name = entry?.file_name().to_string_lossy().into_owned();
            if !name.starts_with('.') || name == MANAGED {
                files.insert(name.clone(), Written::of(&folder.join(&name))?);
            }
        }
        Ok(files)
    }
}

impl Written {
    fn of(path: &Path) -> io::Result<Self> {
        let mut file =
            File::open(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
        let mut hasher = crc32fast::Hasher::new();
        let mut buffer = vec![0; 1 << 20];
        let mut bytes = 0;
        loop {
            let read = file.read(&mut buffer)?;
            if read == 0 {
                return Ok(Self { bytes, crc32: hasher.finalize() });
            }
            hasher.update(&buffer[..read]);
            bytes += read as u64;
        }
    }
}
