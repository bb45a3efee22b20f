//! Where a corpus comes from: the one embedded in the binary, or a folder.

use std::borrow::Cow;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use include_dir::{Dir, include_dir};

use super::fault::{Faults, FileText};
use super::reading::{self, Read};
use super::walk::{Found, OTHER_FILE, OTHER_FOLDER, is_toml, link_target, walk};
use super::{Corpus, DocumentId, Fault};

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/corpus");

/// The glossary's file name, at the top of the folder.
const GLOSSARY: &str = "glossary.toml";

/// The largest corpus file that is read, in bytes.
const MAX_FILE_SIZE: u64 = 32 * 1024 * 1024;

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

    /// The command that reads this corpus and tells its faults, as it is typed at a shell that has no setting for it.
    #[must_use]
    pub fn check_command(&self) -> String {
        match self {
            Self::Embedded => "kembar check".to_owned(),
            Self::Folder(folder) => format!("kembar check {}", shell_word(folder)),
        }
    }

    /// The file in the folder, or below it, that the document of that id is read from.
    #[must_use]
    pub fn file_of(&self, id: &DocumentId) -> Option<PathBuf> {
        let Self::Folder(folder) = self else { return None };
        let mut found = None;
        walk(folder, &mut |it| match it {
            Found::File(path) if path.file_stem() == Some(OsStr::new(id.as_str())) => _ = found.get_or_insert(path),
            _ => {}
        });
        found
    }

    /// Where the links in the folder lead that a corpus is read through, whether or not something is there now.
    #[must_use]
    pub fn linked(&self) -> Vec<PathBuf> {
        let Self::Folder(folder) = self else { return Vec::new() };
        let mut targets = Vec::new();
        walk(folder, &mut |it| match it {
            Found::Link(link) => targets.extend(link_target(&link)),
            Found::File(_) | Found::Unread(..) => {}
        });
        targets
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
                walk(folder, &mut |it| {
                    files.push(match it {
                        // Of two glossaries one would silently stand for both.
                        Found::File(path) if is_named_glossary(&path) && path.parent() != Some(folder) => {
                            CorpusFile::unread(
                                &path,
                                "a glossary is read at the top of the corpus folder alone".to_owned(),
                                TO_TOP,
                            )
                        }
                        Found::File(path) => CorpusFile {
                            name: path.display().to_string(),
                            content: read_file(&path).map(Cow::Owned).map_err(|why| (why, OTHER_FILE)),
                        },
                        Found::Unread(path, why, hint) => CorpusFile::unread(&path, why, hint),
                        Found::Link(_) => return,
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

/// The way out where a glossary lies below the top of the folder.
const TO_TOP: &str = "move what it names into the `glossary.toml` at the top, or take it out of the corpus";

/// A path as one word of a shell's command: in quotes where it holds what a shell reads otherwise, and no option.
fn shell_word(path: &Path) -> String {
    let path = path.display().to_string();
    let path = if path.starts_with('-') { format!("./{path}") } else { path };
    let is_plain = |sign: char| sign.is_alphanumeric() || "/._-+,:@%".contains(sign);
    if !path.is_empty() && path.chars().all(is_plain) { path } else { format!("'{}'", path.replace('\'', r"'\''")) }
}

fn is_glossary(file: &CorpusFile) -> bool {
    is_named_glossary(Path::new(&file.name))
}

fn is_named_glossary(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.eq_ignore_ascii_case(GLOSSARY))
}

fn embedded_glossary() -> Option<CorpusFile> {
    let file = EMBEDDED.get_file(GLOSSARY)?;
    Some(CorpusFile { name: GLOSSARY.to_owned(), content: Ok(file.contents().into()) })
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

    #[test]
    fn the_command_that_checks_a_folder_names_it_as_a_shell_takes_it() {
        let check = |folder: &str, expect: &str| {
            assert_eq!(Source::Folder(folder.into()).check_command(), format!("kembar check {expect}"));
        };
        assert_eq!(Source::Embedded.check_command(), "kembar check");
        check("/etc/kembar/corpus", "/etc/kembar/corpus");
        check("korpus/浜松", "korpus/浜松");
        check("my corpus", "'my corpus'");
        check("Ani's $HOME", r"'Ani'\''s $HOME'");
        check("~ani", "'~ani'");
        check("-corpus", "./-corpus");
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
    fn a_link_back_is_the_only_fault_and_what_links_lead_to_is_told_once() {
        use std::os::unix::fs::symlink;

        let folder = tempfile::tempdir().unwrap();
        let source = Source::Folder(folder.path().to_owned());
        std::fs::write(folder.path().join("a.toml"), DOCUMENT).unwrap();
        for link in ["l1", "l2", "l3"] {
            symlink(".", folder.path().join(link)).unwrap();
        }
        let faults = source.read().unwrap_err();
        let told = faults.as_slice().iter().map(|fault| fault.message.as_str());
        assert_eq!(told.collect::<Vec<_>>(), ["this link leads back into the corpus"; 3]);
        assert_eq!(source.linked(), [(); 3].map(|()| folder.path().canonicalize().unwrap()));
        assert_eq!(source.file_of(&"a".parse().unwrap()), Some(folder.path().join("a.toml")));
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
