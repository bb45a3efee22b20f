//! The list's `SQLite` file.

use std::path::Path;
use std::time::Duration as Patience;
use std::{fs, io};

use rusqlite::{Connection, OpenFlags, Row, params};
use time::{Date, Duration};

use super::{Gap, GapsSettings, Kind};

/// How long another process that writes is waited for.
const BUSY: Patience = Patience::from_secs(5);

/// Gaps about the same words in the same language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The words, in alphabetical order.
    pub about: String,
    /// The language's code: id, en or ja.
    pub language: String,
    /// How often nothing was found.
    pub not_found: u32,
    /// How often an answer was called no help.
    pub not_helpful: u32,
    /// The day of the newest, as 2026-11-25.
    pub newest: String,
}

/// The open file.
pub struct Store {
    connection: Connection,
    days: u32,
}

/// Why the file cannot be opened: `SQLite` itself does not tell.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is no file, and none was to be made.
    #[error("there is no such file yet: the bot makes it at its start (`kembar serve` with the same KEMBAR_GAPS)")]
    Missing,
    /// There is no folder to make it in.
    #[error("its folder is not there: make it, writable for the user that the bot runs as")]
    NoFolder,
    /// The system does not open it.
    #[error("{0}")]
    File(io::Error),
    /// It is `SQLite`, and no list of gaps.
    #[error("it is a database without a list of gaps: KEMBAR_GAPS names a file of its own, which the bot makes")]
    NoList,
    /// It is no list of gaps.
    #[error("{0}")]
    List(#[from] rusqlite::Error),
}

impl OpenError {
    fn of(error: io::Error, path: &Path) -> Self {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        match error.kind() {
            io::ErrorKind::NotFound if folder.is_some_and(|folder| !folder.is_dir()) => Self::NoFolder,
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::File(error),
        }
    }
}

impl Store {
    /// Opens the file, or makes it, readable for its owner alone.
    ///
    /// # Errors
    /// Where that is not possible, or the file is something else.
    pub fn open(settings: &GapsSettings) -> Result<Self, OpenError> {
        own(&settings.path)?;
        let store = Self::connected(settings, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        // What is deleted is overwritten, so that it cannot be read from the file either.
        store.connection.pragma_update(None, "secure_delete", true)?;
        if !store.is_list()? {
            let tables = store.connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0));
            if tables != Ok(0) {
                return Err(tables.map_or_else(OpenError::from, |_: u32| OpenError::NoList));
            }
        }
        store.connection.execute_batch(
            "CREATE TABLE IF NOT EXISTS gap (
                day TEXT NOT NULL, language TEXT NOT NULL, not_helpful INTEGER NOT NULL, about TEXT NOT NULL
            ) STRICT;
            CREATE INDEX IF NOT EXISTS gap_day ON gap (day);",
        )?;
        Ok(store)
    }

    /// Opens the file to be read where there is one: nothing is made, written or deleted.
    ///
    /// # Errors
    /// Where there is none, or it cannot be opened, or holds no list of gaps.
    pub fn open_to_read(settings: &GapsSettings) -> Result<Self, OpenError> {
        let path = &settings.path;
        let metadata = fs::File::open(path).and_then(|file| file.metadata());
        if metadata.map_err(|error| OpenError::of(error, path))?.is_dir() {
            return Err(OpenError::File(io::ErrorKind::IsADirectory.into()));
        }
        let store = Self::connected(settings, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        if store.is_list()? { Ok(store) } else { Err(OpenError::NoList) }
    }

    fn connected(settings: &GapsSettings, how: OpenFlags) -> rusqlite::Result<Self> {
        let connection = Connection::open_with_flags(&settings.path, how | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
        connection.busy_timeout(BUSY)?;
        Ok(Self { connection, days: settings.days })
    }

    /// Does the file hold the list's table.
    fn is_list(&self) -> rusqlite::Result<bool> {
        let columns = "SELECT count(*) FROM pragma_table_info('gap')
            WHERE name IN ('day', 'language', 'not_helpful', 'about')";
        self.connection.query_row(columns, [], |row| Ok(row.get::<_, u32>(0)? == 4))
    }

    /// Adds a gap of `today`, and forgets what is too old.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn add(&self, gap: &Gap, today: Date) -> rusqlite::Result<()> {
        let both = self.connection.unchecked_transaction()?;
        both.execute(
            "INSERT INTO gap (day, language, not_helpful, about) VALUES (?1, ?2, ?3, ?4)",
            params![today.to_string(), gap.language.code(), gap.kind == Kind::NotHelpful, gap.about],
        )?;
        self.forget(today)?;
        both.commit()
    }

    /// Deletes what has been kept for its days.
    ///
    /// # Errors
    /// Where the file cannot be written.
    pub fn forget(&self, today: Date) -> rusqlite::Result<()> {
        self.connection.execute("DELETE FROM gap WHERE day < ?1", [self.first_kept(today)])?;
        Ok(())
    }

    /// The first day of those that a gap is kept for, as it is written in the file.
    fn first_kept(&self, today: Date) -> String {
        today.saturating_sub(Duration::days(i64::from(self.days) - 1)).to_string()
    }

    /// The gaps that have not been kept for their days by what they were about, the newest first, then the most frequent.
    ///
    /// # Errors
    /// Where the file cannot be read.
    pub fn groups(&self, today: Date) -> rusqlite::Result<Vec<Group>> {
        let mut statement = self.connection.prepare(
            "SELECT about, language, sum(1 - not_helpful), sum(not_helpful), max(day) FROM gap WHERE day >= ?1
             GROUP BY about, language ORDER BY max(day) DESC, count(*) DESC, about, language",
        )?;
        statement.query_map([self.first_kept(today)], group)?.collect()
    }
}

fn group(row: &Row<'_>) -> rusqlite::Result<Group> {
    Ok(Group {
        about: row.get(0)?,
        language: row.get(1)?,
        not_found: row.get(2)?,
        not_helpful: row.get(3)?,
        newest: row.get(4)?,
    })
}

/// Makes the file for its owner alone, where it is not there yet.
fn own(path: &Path) -> Result<(), OpenError> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop).map_err(|error| OpenError::of(error, path))
}

#[cfg(test)]
mod tests {
    use time::Month;

    use super::*;
    use crate::answer::Question;
    use crate::language::Language;

    #[test]
    fn gaps_are_grouped_the_newest_first_and_forgotten_after_their_days() {
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(&GapsSettings { path: folder.path().join("gaps"), days: 2 }).unwrap();
        let day = |day| Date::from_calendar_date(2026, Month::March, day).unwrap();
        let add = |kind, word: &str, on| {
            store
                .add(&Gap::new(kind, Language::Id, &[word.to_owned()], &Question::new(word)).unwrap(), day(on))
                .unwrap();
        };
        let groups_at = |today| {
            let groups = store.groups(day(today)).unwrap().into_iter();
            groups.map(|it| (it.about, it.not_found, it.not_helpful, it.newest)).collect::<Vec<_>>()
        };
        let row = |about: &str, not_found, not_helpful, day: &str| {
            (about.to_owned(), not_found, not_helpful, format!("2026-03-{day}"))
        };
        add(Kind::NotFound, "pantai", 1);
        add(Kind::NotFound, "Pantai", 1);
        add(Kind::NotHelpful, "pantai", 1);
        add(Kind::NotFound, "kopi", 2);
        assert_eq!(groups_at(2), [row("kopi", 1, 0, "02"), row("pantai", 2, 1, "01")]);
        assert_eq!(groups_at(3), [row("kopi", 1, 0, "02")]);
        store.forget(day(3)).unwrap();
        assert_eq!(groups_at(2), [row("kopi", 1, 0, "02")]);
        store.forget(day(4)).unwrap();
        assert_eq!(groups_at(2), []);
        let bytes = std::fs::read(folder.path().join("gaps")).unwrap();
        assert!(!bytes.windows(6).any(|window| window == b"pantai"), "what is deleted cannot be read from the file");
    }
}
