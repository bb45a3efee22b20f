//! Builds anew when a corpus file changes: what is embedded is no source file that cargo would watch. And tells the program
//! what its analysis of texts follows from, so that an index that is kept on disk is not read by another analysis.

use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::path::{Path, PathBuf};

/// All that an index follows from but the corpus: how texts are cut and read, how it is built, and the crates that take part.
pub(crate) const ANALYSIS: [&str; 3] = ["src/language", "src/index", "Cargo.lock"];

fn main() {
    println!("cargo::rerun-if-changed=corpus");
    for part in ANALYSIS {
        println!("cargo::rerun-if-changed={part}");
    }
    let hash = hash(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the sources can be read");
    println!("cargo::rustc-env=KEMBAR_ANALYSIS={hash:016x}");
}

/// A hash of the files of [`ANALYSIS`] in the project at `root`: of what they hold, in the order of their paths, so that it is the
/// same wherever and whenever it is built. It tells versions apart, and is no defence; another compiler may have another.
///
/// # Errors
/// Where a file cannot be read.
pub(crate) fn hash(root: &Path) -> io::Result<u64> {
    let mut files = Vec::new();
    for part in ANALYSIS {
        collect(root.join(part), &mut files)?;
    }
    let mut hasher = DefaultHasher::new();
    for file in files {
        fs::read(file)?.hash(&mut hasher);
    }
    Ok(hasher.finish())
}

/// Adds the file at `path`, or all files in the folder there and below it, in the order of their names.
pub(crate) fn collect(path: PathBuf, files: &mut Vec<PathBuf>) -> io::Result<()> {
    if !path.is_dir() {
        files.push(path);
        return Ok(());
    }
    let within: io::Result<Vec<PathBuf>> = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect();
    let mut within = within?;
    within.sort_unstable();
    within.into_iter().try_for_each(|path| collect(path, files))
}
