//! `kembar import`: a raw article to a corpus file, with what was found and mended.

use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::harmless::harmless;
use super::{FAULT, FOUND, output};
use crate::corpus::importing::{Given, Imported, Noise, Report, import};
use crate::corpus::{PartialDate, Source, link_target};
use crate::language::Language;

/// The largest article that is read, in bytes.
const MAX_SIZE: u64 = 32 * 1024 * 1024;

/// How many paragraphs are shown: enough to see where an article begins and what of it is none.
const SHOWN: usize = 20;

/// How much of the prose outside of the article is shown: a page may have many comments.
const SHOWN_OUTSIDE: usize = 8;

/// What is typed behind `import`.
#[derive(clap::Args)]
pub(super) struct Options {
    /// The article, as text or as saved HTML; `-` for standard input
    file: PathBuf,
    /// The document's id, which is its file's name too: a-z, 0-9, '-', '_' and '.'
    #[arg(long)]
    id: crate::corpus::DocumentId,
    /// Its title; else what the page calls itself, its first line or its first sentence
    #[arg(long)]
    title: Option<String>,
    /// Who published it; else what the page or the copyright line says
    #[arg(long)]
    publisher: Option<String>,
    /// When: 2024, 2024-11 or 2024-11-20; else what the page, a line of its own or the copyright line says
    #[arg(long)]
    published: Option<PartialDate>,
    /// The page's address; else what the page says
    #[arg(long)]
    url: Option<String>,
    /// The language it is in: id, en or ja; else what its words tell
    #[arg(long)]
    language: Option<Language>,
    /// Write over a file that is there
    #[arg(long)]
    force: bool,
}

/// Why an article was not imported, in one sentence for whoever imports it.
#[derive(Debug, thiserror::Error)]
enum Refused {
    #[error("{0} cannot be read: {1}")]
    Unread(String, io::Error),
    #[error("{0} is larger than 32 MiB")]
    TooLarge(String),
    #[error("{0}: {1}")]
    Import(String, crate::corpus::importing::ImportError),
    #[error(
        "KEMBAR_CORPUS is {}, and there is no such folder: make it, or mend the setting", .0.display()
    )]
    NoFolder(PathBuf),
    #[error("{} is there already: --force writes over it", .0.display())]
    There(PathBuf),
    #[error("the id {0} is taken already, by {path}: choose another", path = .1.display())]
    Taken(String, PathBuf),
    #[error("{path} cannot be written: {1}", path = .0.display())]
    Unwritten(PathBuf, io::Error),
}

/// Imports into the corpus folder that is set, else into the present folder.
pub(super) fn run(options: Options, source: &Source) -> u8 {
    match imported(options, source) {
        Ok((path, imported)) => output::show(&(shown(&path, &imported, source) + "\n"), FOUND),
        Err(refused) => {
            output::complain(format_args!("Nothing was written: {}", harmless(&refused.to_string())));
            FAULT
        }
    }
}

fn imported(options: Options, source: &Source) -> Result<(PathBuf, Imported), Refused> {
    let folder = match source {
        // A folder that is not there is a slip of the finger: made here, it would hold a document that no bot reads.
        Source::Folder(folder) if !folder.is_dir() => return Err(Refused::NoFolder(folder.clone())),
        Source::Folder(folder) => folder.as_path(),
        Source::Embedded => Path::new("."),
    };
    let name = options.file.display().to_string();
    let raw = read(&options.file, &name)?;
    let path = folder.join(format!("{}.toml", options.id));
    if path.exists() && !options.force {
        return Err(Refused::There(path));
    }
    let force = options.force;
    let Options { id, title, publisher, published, url, language, .. } = options;
    if let Some(other) = Source::Folder(folder.to_owned()).file_of(&id).filter(|other| *other != path) {
        return Err(Refused::Taken(id.to_string(), other));
    }
    let given = Given { id, title, publisher, published, url, language };
    let imported = import(&raw, &given).map_err(|error| Refused::Import(name, error))?;
    write(&path, &imported.toml, force).map_err(|error| match error.kind() {
        io::ErrorKind::AlreadyExists => Refused::There(path.clone()),
        _ => Refused::Unwritten(path.clone(), error),
    })?;
    Ok((path, imported))
}

fn read(file: &Path, name: &str) -> Result<Vec<u8>, Refused> {
    let unread = |error| Refused::Unread(name.to_owned(), error);
    let mut raw = Vec::new();
    let size = if file == Path::new("-") {
        io::stdin().lock().take(MAX_SIZE + 1).read_to_end(&mut raw)
    } else {
        fs::File::open(file).map_err(unread)?.take(MAX_SIZE + 1).read_to_end(&mut raw)
    };
    let size = size.map_err(unread)?;
    if size as u64 > MAX_SIZE { Err(Refused::TooLarge(name.to_owned())) } else { Ok(raw) }
}

/// Writes the whole file or none, so that a bot that reads the folder never reads half of it. A file that is a link is written
/// where that leads.
fn write(path: &Path, toml: &str, force: bool) -> io::Result<()> {
    let linked = if force && path.is_symlink() { link_target(path) } else { None };
    let path = linked.as_deref().unwrap_or(path);
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut builder = tempfile::Builder::new();
    builder.prefix(".import-").suffix(".part");
    // As any file is made, so that the bot's own user may read it.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o644));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(toml.as_bytes())?;
    file.as_file().sync_all()?;
    if force { file.persist(path) } else { file.persist_noclobber(path) }?;
    Ok(())
}

/// What was done, for a person to look over.
fn shown(path: &Path, imported: &Imported, source: &Source) -> String {
    let Imported { document, language, report, .. } = imported;
    let mut shown = String::new();
    let count = document.passages.len();
    let written = writeln!(shown, "{}: {count} paragraphs ({language}).\n", path.display())
        .and_then(|()| details(report, &mut shown))
        .and_then(|()| mended(report, &mut shown));
    shown.push('\n');
    for passage in document.passages.iter().take(SHOWN) {
        let text = passage.text.iter().next().map_or("", |(_, text)| text.as_str());
        shown.extend([&format!("{:>3}  ", passage.number), &*harmless(&beginning(text)), "\n"]);
    }
    let written = written.and_then(|()| match count.saturating_sub(SHOWN) {
        0 => Ok(()),
        more => writeln!(shown, "     … and {more} more"),
    });
    debug_assert!(written.is_ok(), "a String takes whatever is written");
    shown.push_str("\nPlease look it over. ");
    match source {
        Source::Folder(_) => {
            shown.extend(["`", &*harmless(&source.check_command()), "` reads the whole corpus with it."]);
        }
        Source::Embedded => shown.push_str(
            "`kembar check .` reads this folder with it; the bot answers from this folder only where KEMBAR_CORPUS names it.",
        ),
    }
    shown
}

fn details(report: &Report, shown: &mut String) -> std::fmt::Result {
    for (detail, value, origin) in &report.details {
        writeln!(shown, "  {:<10} {}  ({origin})", detail.to_string(), harmless(value))?;
    }
    Ok(())
}

fn mended(report: &Report, shown: &mut String) -> std::fmt::Result {
    if let Some(no_date) = &report.no_date {
        writeln!(
            shown,
            "- `{}` is no date: please import again with --published and --force",
            harmless(&beginning(no_date))
        )?;
    }
    if let Some(encoding) = report.encoding {
        writeln!(shown, "- read as {encoding}, written as UTF-8")?;
    }
    let counts = [
        (report.garbled, "with garbled characters or entities: set right", "line", "lines"),
        (report.joined, "within paragraphs: joined", "line end", "line ends"),
        (report.readings, "beside words (ruby): left out", "reading", "readings"),
        (report.repeated, "more than once: taken once", "paragraph", "paragraphs"),
        (report.rights_lines, "kept as `rights`", "copyright line", "copyright lines"),
    ];
    for (count, what, one, many) in counts.into_iter().filter(|(count, ..)| *count > 0) {
        writeln!(shown, "- {count} {} {what}", if count == 1 { one } else { many })?;
    }
    for (number, mend) in &report.quotes {
        writeln!(shown, "- paragraph {number}: {mend}")?;
    }
    let mut left_out =
        |noise: &Noise, line: &str| writeln!(shown, "- left out ({noise}): {}", harmless(&beginning(line)));
    let (outside, within): (Vec<_>, Vec<_>) = report.left_out.iter().partition(|(noise, _)| *noise == Noise::Outside);
    for (noise, line) in within.into_iter().filter(|(noise, _)| *noise != Noise::Ornament) {
        left_out(noise, line)?;
    }
    for (noise, line) in outside.iter().take(SHOWN_OUTSIDE) {
        left_out(noise, line)?;
    }
    match outside.len().saturating_sub(SHOWN_OUTSIDE) {
        0 => Ok(()),
        more => writeln!(shown, "- left out (outside of the article): {more} more"),
    }
}

/// The first 100 code points of a text.
fn beginning(text: &str) -> String {
    let mut characters = text.chars();
    let beginning: String = characters.by_ref().take(100).collect();
    if characters.next().is_some() { beginning + "…" } else { beginning }
}
