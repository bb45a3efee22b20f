//! Where a corpus comes from: the one embedded in the binary, or a folder.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::fault::{Faults, FileText};
use super::reading::{self, Read};
use super::{Corpus, DocumentId, Fault};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/corpus");

/// The glossary's file name, at the top of the folder.
const GLOSSARY: &str = "glossary.toml";

/// The largest corpus file that is read, in bytes.
const MAX_FILE_SIZE: u64 = 32 * 1024 * 1024;

/// How many folders deep a corpus may lie.
const MAX_DEPTH: usize = 16;

/// Where a corpus comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// The corpus that the binary was built with.
    Embedded,
    /// Every `*.toml`, in capitals or not, in this folder and the folders below it, hidden ones left out.
    Folder(PathBuf),
}

/// A file of a corpus, before it is read as TOML.
#[derive(Debug, Clone)]
pub struct CorpusFile {
    /// Its name for people: the path below the folder, with the folder.
    pub name: String,
    /// Its content, or why there is none, in a few words, and the way out.
    pub content: Result<Cow<'static, [u8]>, (String, &'static str)>,
}

impl CorpusFile {
    fn unread(path: &Path, why: String, hint: &'static str) -> Self {
        Self { name: path.display().to_string(), content: Err((why, hint)) }
    }
}

impl Source {
    /// Reads and checks the whole corpus. A folder without a glossary of its own gets the embedded one.
    ///
    /// # Errors
    /// Every fault in every file, where there is one.
    pub fn read(&self) -> Result<Corpus, Faults> {
        let mut files = self.files();
        if !files.iter().any(is_glossary) {
            files.extend(embedded_glossary());
        }
        read_files(files)
    }

    /// The file in the folder, or below it, that the document of that id is read from.
    #[must_use]
    pub fn file_of(&self, id: &DocumentId) -> Option<PathBuf> {
        let Self::Folder(folder) = self else { return None };
        let mut files = Vec::new();
        paths(folder, 0, &mut |path| files.extend(path.ok()));
        files.into_iter().find(|path| path.file_stem() == Some(OsStr::new(id.as_str())))
    }

    /// Where the links in the folder lead that a corpus is read through, whether or not something is there now.
    #[must_use]
    pub fn linked(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        if let Self::Folder(folder) = self {
            links(folder, 0, &mut found);
        }
        found
    }

    fn files(&self) -> Vec<CorpusFile> {
        match self {
            Self::Embedded => EMBEDDED
                .files()
                .map(|file| CorpusFile {
                    name: file.path().to_string_lossy().into_owned(),
                    content: Ok(file.contents().into()),
                })
                .collect(),
            Self::Folder(folder) => {
                let mut files = Vec::new();
                paths(folder, 0, &mut |path| {
                    files.push(match path {
                        // Of two glossaries one would silently stand for both.
                        Ok(path) if is_named_glossary(&path) && path.parent() != Some(folder) => CorpusFile::unread(
                            &path,
                            "a glossary is read at the top of the corpus folder alone".to_owned(),
                            TO_TOP,
                        ),
                        Ok(path) => CorpusFile {
                            name: path.display().to_string(),
                            content: read_file(&path).map(Cow::Owned).map_err(|why| (why, OTHER_FILE)),
                        },
                        Err(unread) => unread,
                    });
                });
                // A glossary alone answers nothing; so looks a folder whose documents are still on their way.
                if files.iter().all(is_glossary) {
                    files.push(CorpusFile::unread(
                        folder,
                        "there is no document in this folder".to_owned(),
                        OTHER_FOLDER,
                    ));
                }
                files
            }
        }
    }
}

/// The way out where a file cannot be read, and where a folder cannot.
const OTHER_FILE: &str = "mend it, or take it out of the corpus";
const OTHER_FOLDER: &str =
    "name a folder of corpus files, readable for this user, or none for the corpus that is built in";

/// The way out where a glossary lies below the top of the folder.
const TO_TOP: &str = "move what it names into the `glossary.toml` at the top, or take it out of the corpus";

fn is_glossary(file: &CorpusFile) -> bool {
    is_named_glossary(Path::new(&file.name))
}

fn is_named_glossary(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(GLOSSARY))
}

fn is_toml(path: &Path) -> bool {
    path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("toml"))
}

fn embedded_glossary() -> Option<CorpusFile> {
    let file = EMBEDDED.get_file(GLOSSARY)?;
    Some(CorpusFile { name: GLOSSARY.to_owned(), content: Ok(file.contents().into()) })
}

/// Hands over the paths of the corpus files of `folder` and the folders below it, in the order of their names; and what
/// cannot be read, with why.
fn paths(folder: &Path, depth: usize, take: &mut impl FnMut(Result<PathBuf, CorpusFile>)) {
    let unread = |why: String| Err(CorpusFile::unread(folder, why, OTHER_FOLDER));
    if depth > MAX_DEPTH {
        return take(unread(format!("the folder lies more than {MAX_DEPTH} deep")));
    }
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => return take(unread(format!("the folder cannot be read: {error}"))),
    };
    let mut found = Vec::new();
    for entry in entries {
        match entry {
            Ok(entry) => found.push(entry.path()),
            Err(error) => take(unread(format!("the folder cannot be read to its end: {error}"))),
        }
    }
    found.sort();
    for path in found {
        if is_hidden(&path) {
            continue;
        }
        match fs::metadata(&path) {
            Ok(metadata) if metadata.is_dir() => paths(&path, depth + 1, take),
            // Whoever reads the file says why it cannot be read.
            _ if is_toml(&path) => take(Ok(path)),
            // It may be a folder of documents.
            Err(error) if error.kind() != ErrorKind::NotFound => {
                take(Err(CorpusFile::unread(&path, format!("this cannot be read: {error}"), OTHER_FILE)));
            }
            Err(_) if path.is_symlink() && path.extension().is_none() => {
                take(Err(CorpusFile::unread(&path, "this link leads nowhere".to_owned(), OTHER_FILE)));
            }
            _ => {}
        }
    }
}

fn is_hidden(path: &Path) -> bool {
    path.file_name().is_none_or(|name| name.to_string_lossy().starts_with('.'))
}

/// Gathers where the links of `folder` and the folders below it lead.
fn links(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    if depth > MAX_DEPTH {
        return;
    }
    // What cannot be read is told by who reads it.
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if is_hidden(&path) {
            continue;
        }
        let is_folder = path.is_dir();
        if path.is_symlink() && (is_folder || is_toml(&path)) {
            found.extend(target(&path));
        }
        if is_folder {
            links(&path, depth + 1, found);
        }
    }
}

/// Where a link leads to at last; where nothing is there, which place that would be.
fn target(link: &Path) -> Option<PathBuf> {
    fs::canonicalize(link).ok().or_else(|| {
        let target = link.parent()?.join(fs::read_link(link).ok()?);
        Some(fs::canonicalize(target.parent()?).ok()?.join(target.file_name()?))
    })
}

fn read_file(path: &Path) -> Result<Vec<u8>, String> {
    let metadata = fs::metadata(path).map_err(|error| format!("the file cannot be read: {error}"))?;
    if !metadata.is_file() {
        return Err("this is not a regular file".to_owned());
    }
    if metadata.len() > MAX_FILE_SIZE {
        return Err(format!("the file is larger than {} MiB", MAX_FILE_SIZE / 1024 / 1024));
    }
    fs::read(path).map_err(|error| format!("the file cannot be read: {error}"))
}

/// Reads the files as one corpus: see [`Corpus::read`].
pub(super) fn read_files(files: Vec<CorpusFile>) -> Result<Corpus, Faults> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut documents: Vec<super::Document> = Vec::new();
    // A file that has faults holds its id all the same; a folder that cannot be read holds none.
    let mut ids: Vec<(DocumentId, String)> = Vec::new();
    let mut glossary = super::Glossary::default();
    let mut glossary_read = None;
    for file in files {
        let is_glossary = is_glossary(&file);
        if !is_glossary && is_toml(Path::new(&file.name)) {
            ids.extend(reading::document_id(&file.name).ok().map(|id| (id, file.name.clone())));
        }
        let content = match file.content {
            Ok(content) => content,
            Err((why, hint)) => {
                faults.push(Fault::new(&FileText::new(&file.name, ""), 0..0, why, hint));
                continue;
            }
        };
        if is_glossary {
            if let Some(first) = glossary_read.replace(file.name.clone()) {
                let message = format!("there are two glossaries, this one and {first}");
                faults.push(Fault::new(
                    &FileText::new(&file.name, ""),
                    0..0,
                    message,
                    "put all terms into one of them",
                ));
            }
            let Read { value, faults: found } = reading::glossary(&file.name, &content);
            glossary = value.unwrap_or_default();
            faults.extend(found);
        } else {
            let Read { value, faults: found } = reading::document(&file.name, &content);
            faults.extend(found);
            documents.extend(value);
        }
    }
    ids.sort_unstable();
    for pair in ids.windows(2) {
        let ((a, first), (b, second)) = (&pair[0], &pair[1]);
        if a == b {
            let message = format!("the document id {a} is used twice, here and in {first}");
            faults.push(Fault::new(&FileText::new(second, ""), 0..0, message, "rename one of the two files"));
        }
    }
    match Faults::new(faults) {
        Some(faults) => Err(faults),
        None => Ok(Corpus::new(documents, glossary)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCUMENT: &str = "title.id = \"J\"\npublisher = \"P\"\nurl = \"https://example.org/\"\nkind = \"digest\"\n\
        [[passage]]\nid = \"S\"\n";

    #[test]
    fn an_ending_in_capitals_is_an_ending() {
        let folder = tempfile::tempdir().unwrap();
        let source = Source::Folder(folder.path().to_owned());
        std::fs::write(folder.path().join("creative.TOML"), DOCUMENT).unwrap();
        std::fs::write(folder.path().join("Glossary.Toml"), "[[term]]\nid = [\"kota\"]\n").unwrap();
        std::fs::write(folder.path().join("notes.txt"), "no document").unwrap();
        let corpus = source.read().unwrap();
        let ids: Vec<_> = corpus.documents().iter().map(|document| document.id.as_str()).collect();
        assert_eq!((ids, corpus.glossary().terms().len()), (vec!["creative"], 1));
        assert_eq!(source.file_of(&"creative".parse().unwrap()), Some(folder.path().join("creative.TOML")));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_second_glossary_is_a_fault() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.toml"), DOCUMENT).unwrap();
        for name in ["glossary.toml", "GLOSSARY.TOML"] {
            std::fs::write(folder.path().join(name), "[[term]]\nid = [\"kota\"]\n").unwrap();
        }
        let faults = Source::Folder(folder.path().to_owned()).read().unwrap_err();
        assert_eq!(faults.as_slice().len(), 1, "{faults}");
        assert!(faults.as_slice()[0].message.starts_with("there are two glossaries"), "{faults}");
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_read_is_a_fault_and_not_skipped() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("a.toml"), DOCUMENT).unwrap();
        let linked = |name: &str, to: &str| symlink(to, folder.path().join(name)).unwrap();
        linked("articles", "/nowhere/articles");
        linked("b.toml", "/nowhere/b.toml");
        linked("notes.txt", "/nowhere/notes.txt");
        linked(".hidden", "/nowhere/hidden");
        // What leads to itself stands for a folder within one that may be listed and not entered.
        linked("loop.d", "loop.d");
        let faults = Source::Folder(folder.path().to_owned()).read().unwrap_err();
        let told = faults.as_slice().iter().map(|fault| {
            let name = Path::new(fault.file()).file_name().unwrap().to_str().unwrap();
            (name, fault.message.split(": ").next().unwrap(), &*fault.hint)
        });
        let expect = [
            ("articles", "this link leads nowhere", OTHER_FILE),
            ("b.toml", "the file cannot be read", OTHER_FILE),
            ("loop.d", "this cannot be read", OTHER_FILE),
        ];
        assert_eq!(told.collect::<Vec<_>>(), expect);
    }
}
