//! The files of a corpus folder and of the folders below it, through links too: each folder is read once.
//!
//! A link may lead back to what holds it. Followed as deep as folders may lie, a few of them would make a corpus without end.

use std::collections::VecDeque;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use rustc_hash::FxHashSet;

/// How many folders deep a corpus may lie.
const MAX_DEPTH: usize = 16;

/// The way out where a file cannot be read, where a folder cannot, and where one would be read twice.
pub(super) const OTHER_FILE: &str = "mend it, or take it out of the corpus";
pub(super) const OTHER_FOLDER: &str =
    "name a folder of corpus files, readable for this user, or none for the corpus that is built in";
const ONE_WAY: &str = "take this link out of the corpus: each folder is read once";
const ONE_LINK: &str = "leave one link to it, and take the other out of the corpus: each folder is read once";

/// What a folder holds.
#[derive(Debug)]
pub(super) enum Found {
    /// A corpus file, by its name; whoever reads it says why it cannot be read.
    File(PathBuf),
    /// A link that the corpus is read through, to a folder or a file.
    Link(PathBuf),
    /// What cannot be read, or not once more: why, in a few words, and the way out.
    Unread(PathBuf, String, &'static str),
}

/// Hands over what `folder` and the folders below it hold, hidden files left out: in the order of their names, and what links
/// to folders lead to after all that needs none.
pub(super) fn walk(folder: &Path, take: &mut dyn FnMut(Found)) {
    let mut walk = Walk { root: itself(folder), met: FxHashSet::default(), links: VecDeque::new(), take };
    walk.met.insert(walk.root.clone());
    walk.folder(folder, 0);
    while let Some((link, depth)) = walk.links.pop_front() {
        walk.linked(&link, depth);
    }
}

struct Walk<'t> {
    /// The corpus folder, by its own name.
    root: PathBuf,
    /// The folders that were met, each by its own name.
    met: FxHashSet<PathBuf>,
    /// The links to folders that are still to be followed, and how deep they lie.
    links: VecDeque<(PathBuf, usize)>,
    take: &'t mut dyn FnMut(Found),
}

impl Walk<'_> {
    fn unread(&mut self, path: &Path, why: impl Into<String>, hint: &'static str) {
        (self.take)(Found::Unread(path.to_owned(), why.into(), hint));
    }

    /// Reads a folder that was not met before.
    fn folder(&mut self, folder: &Path, depth: usize) {
        if depth > MAX_DEPTH {
            return self.unread(folder, format!("the folder lies more than {MAX_DEPTH} deep"), OTHER_FOLDER);
        }
        let entries = match fs::read_dir(folder) {
            Ok(entries) => entries,
            Err(error) => return self.unread(folder, format!("the folder cannot be read: {error}"), OTHER_FOLDER),
        };
        let mut found = Vec::new();
        for entry in entries {
            match entry {
                Ok(entry) => found.push((entry.path(), entry.file_type().is_ok_and(|it| it.is_symlink()))),
                Err(error) => {
                    self.unread(folder, format!("the folder cannot be read to its end: {error}"), OTHER_FOLDER);
                }
            }
        }
        found.sort_unstable();
        for (path, is_link) in found.into_iter().filter(|(path, _)| !is_hidden(path)) {
            self.entry(path, is_link, depth);
        }
    }

    fn entry(&mut self, path: PathBuf, is_link: bool, depth: usize) {
        let metadata = fs::metadata(&path);
        let is_folder = metadata.as_ref().is_ok_and(fs::Metadata::is_dir);
        if is_link && (is_folder || is_toml(&path)) {
            (self.take)(Found::Link(path.clone()));
        }
        match metadata {
            _ if is_folder && is_link => self.links.push_back((path, depth + 1)),
            _ if is_folder && !self.met.insert(itself(&path)) => {
                self.unread(&path, "this folder is read already, by a link to it", ONE_LINK);
            }
            _ if is_folder => self.folder(&path, depth + 1),
            _ if is_toml(&path) => (self.take)(Found::File(path)),
            // It may be a folder of documents.
            Err(error) if error.kind() != ErrorKind::NotFound => {
                self.unread(&path, format!("this cannot be read: {error}"), OTHER_FILE);
            }
            Err(_) if is_link && path.extension().is_none() => {
                self.unread(&path, "this link leads nowhere", OTHER_FILE);
            }
            _ => {}
        }
    }

    /// Reads the folder that a link leads to, unless it is read anyway. One that holds the corpus folder would be read down to
    /// that again.
    fn linked(&mut self, link: &Path, depth: usize) {
        let folder = itself(link);
        let leads_back = self.root.starts_with(&folder);
        if !leads_back && self.met.insert(folder.clone()) {
            self.folder(link, depth);
        } else if leads_back || folder.starts_with(&self.root) {
            self.unread(link, "this link leads back into the corpus", ONE_WAY);
        } else {
            self.unread(link, "this link leads to a folder that is read already, by another link", ONE_LINK);
        }
    }
}

/// A folder by its own name, whichever links lead to it.
fn itself(folder: &Path) -> PathBuf {
    fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned())
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'))
}

pub(super) fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

/// Where a link leads to at last; where nothing is there, which place that would be.
#[must_use]
pub fn link_target(link: &Path) -> Option<PathBuf> {
    fs::canonicalize(link).ok().or_else(|| {
        let target = link.parent()?.join(fs::read_link(link).ok()?);
        Some(fs::canonicalize(target.parent()?).ok()?.join(target.file_name()?))
    })
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::symlink;

    use super::*;

    /// The files that are read of a folder, and what is said of the others, by their names below it.
    fn read(folder: &Path) -> (Vec<String>, Vec<(String, String)>) {
        let (mut files, mut unread) = (Vec::new(), Vec::new());
        let name = |path: PathBuf| path.strip_prefix(folder).unwrap().display().to_string();
        walk(folder, &mut |found| match found {
            Found::File(path) => files.push(name(path)),
            Found::Unread(path, why, hint) => {
                assert!(!hint.is_empty());
                unread.push((name(path), why));
            }
            Found::Link(_) => {}
        });
        (files, unread)
    }

    fn told(names: &[&str], why: &str) -> Vec<(String, String)> {
        names.iter().map(|name| ((*name).to_owned(), why.to_owned())).collect()
    }

    #[test]
    fn links_that_lead_back_are_a_fault_each_and_nothing_is_read_twice() {
        let base = tempfile::tempdir().unwrap();
        let corpus = base.path().join("corpus");
        fs::create_dir_all(corpus.join("sub")).unwrap();
        for name in ["a.toml", "sub/b.toml"] {
            fs::write(corpus.join(name), "").unwrap();
        }
        // Before and behind the folder in the order of names, to itself, to what it holds and to what holds it.
        for (link, to) in [("l1", "."), ("l2", "."), ("l3", "sub"), ("t", "sub"), ("up", ".."), ("sub/top", "..")] {
            symlink(to, corpus.join(link)).unwrap();
        }
        let (files, unread) = read(&corpus);
        assert_eq!(files, ["a.toml", "sub/b.toml"]);
        assert_eq!(unread, told(&["l1", "l2", "l3", "sub/top", "t", "up"], "this link leads back into the corpus"));
    }

    #[test]
    fn what_lies_elsewhere_or_hidden_is_read_through_one_link() {
        let base = tempfile::tempdir().unwrap();
        let (corpus, elsewhere) = (base.path().join("corpus"), base.path().join("elsewhere"));
        fs::create_dir_all(corpus.join(".data/sub")).unwrap();
        fs::create_dir_all(elsewhere.join("within")).unwrap();
        for path in [corpus.join(".data/sub/a.toml"), elsewhere.join("b.toml"), elsewhere.join("within/c.toml")] {
            fs::write(path, "").unwrap();
        }
        symlink(".data/sub", corpus.join("sub")).unwrap();
        symlink("../elsewhere", corpus.join("one")).unwrap();
        // Elsewhere, too, a link may lead back.
        symlink("../corpus", elsewhere.join("back")).unwrap();
        let (files, unread) = read(&corpus);
        assert_eq!(files, ["one/b.toml", "one/within/c.toml", "sub/a.toml"]);
        assert_eq!(unread, told(&["one/back"], "this link leads back into the corpus"));
        fs::remove_file(elsewhere.join("back")).unwrap();
        symlink("../elsewhere", corpus.join("two")).unwrap();
        let (files, unread) = read(&corpus);
        assert_eq!(files.len(), 3);
        assert_eq!(unread, told(&["two"], "this link leads to a folder that is read already, by another link"));
        // A link to a part of what another link leads to.
        fs::remove_file(corpus.join("two")).unwrap();
        symlink("../elsewhere/within", corpus.join("more")).unwrap();
        let (files, unread) = read(&corpus);
        assert_eq!(files, ["more/c.toml", "one/b.toml", "sub/a.toml"]);
        assert_eq!(unread, told(&["one/within"], "this folder is read already, by a link to it"));
    }
}
