//! The variables of a `.env` file, and where it cannot be read: its line and the setting, never a value.

use std::cell::Cell;
use std::io::{self, Read};
use std::path::Path;

use super::{NAMES, SettingsError, TOKEN};

/// The variables of the file at `path`, in its order; none where there is no file.
pub(super) fn variables(path: &Path) -> Result<Vec<(String, String)>, SettingsError> {
    let bad = |reason: String| SettingsError::BadFile { path: path.to_owned(), reason };
    let mut text = match std::fs::read(path) {
        Ok(bytes) => String::from_utf8(bytes).map_err(|_| bad("it is not UTF-8: save it as UTF-8".to_owned()))?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(bad(error.to_string())),
    };
    // dotenvy refuses a last value with a space behind it and no line end.
    text.push('\n');
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let lines = LineByLine { rest: Cell::new(text.as_bytes()), read: Cell::new(0) };
    let mut variables = Vec::new();
    for variable in dotenvy::from_read_iter(&lines) {
        match variable {
            Ok(variable) => variables.push(variable),
            Err(dotenvy::Error::LineParse(entry, _)) => {
                // An entry that goes over several lines is told by its first.
                let further = entry.strip_suffix('\n').unwrap_or(&entry).matches('\n').count();
                let number = lines.read.get().saturating_sub(further);
                let line = text.lines().nth(number.saturating_sub(1)).unwrap_or_default();
                return Err(fault_of_token(line).unwrap_or_else(|| bad(not_written(number, line))));
            }
            Err(_) => return Err(bad("it is no list of NAME=value lines".to_owned())),
        }
    }
    Ok(variables)
}

/// What is wrong with a line that sets the token, where that is the token itself.
fn fault_of_token(line: &str) -> Option<SettingsError> {
    let (name, value) = line.split_once('=')?;
    let value = value.trim();
    if setting(name) != Some(TOKEN) || value.starts_with(['"', '\'']) {
        return None;
    }
    if value.starts_with("Bot ") {
        return Some(SettingsError::BotPrefix);
    }
    value.contains(char::is_whitespace).then_some(SettingsError::SpaceInToken)
}

fn not_written(number: usize, line: &str) -> String {
    let name = setting(line).map(|name| format!(", {name},")).unwrap_or_default();
    format!("its line {number}{name} is not written NAME=value (put a value with spaces in quotes, and close them)")
}

/// The setting that a line begins with, if it is one: what else stands there may be a value.
fn setting(line: &str) -> Option<&'static str> {
    let line = line.trim_start();
    let line = line.strip_prefix("export ").unwrap_or(line).trim_start();
    let end = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(line.len());
    NAMES.into_iter().find(|name| *name == &line[..end])
}

/// A text that is handed over a line at a time, so that it is known how many lines were read when a line is refused.
struct LineByLine<'t> {
    rest: Cell<&'t [u8]>,
    read: Cell<usize>,
}

impl Read for &LineByLine<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let rest = self.rest.get();
        let line_end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |newline| newline + 1);
        let (now, rest) = rest.split_at(line_end.min(buffer.len()));
        buffer[..now.len()].copy_from_slice(now);
        self.read.set(self.read.get() + usize::from(now.ends_with(b"\n")));
        self.rest.set(rest);
        Ok(now.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is read of a file.
    fn read(file: impl AsRef<[u8]>) -> Result<Vec<(String, String)>, String> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".env");
        std::fs::write(&path, file).unwrap();
        variables(&path).map_err(|error| error.to_string())
    }

    #[test]
    fn a_byte_order_mark_and_a_last_space_are_no_part_of_a_variable() {
        let expect = |name: &str, value: &str| Ok(vec![(name.to_owned(), value.to_owned())]);
        assert_eq!(read("\u{feff}DISCORD_TOKEN=abc\r\n"), expect("DISCORD_TOKEN", "abc"));
        assert_eq!(read("# no\n\nKEMBAR_LOG='a b' "), expect("KEMBAR_LOG", "a b"));
        assert_eq!(read(""), Ok(vec![]));
    }

    #[test]
    fn a_line_that_cannot_be_read_is_named_by_its_number_and_setting_and_never_by_its_value() {
        let check = |file: &str, expect: &str| {
            let fault = read(file).unwrap_err();
            assert!(fault.contains(expect) && !fault.contains("secret"), "{file:?}: {fault}");
        };
        check("# a comment\n\nA=b\n# another\nKEMBAR_CORPUS=/a secret\n", "its line 5, KEMBAR_CORPUS, is not");
        check("A='b\nc'\nexport KEMBAR_LOG secret\n", "its line 3, KEMBAR_LOG, is not");
        check("\u{feff}secret\n", "its line 1 is not");
        check("A=b\nsecret=x y", "its line 2 is not");
        check("A=b\n\nKEMBAR_GAPS=\"/secret\nB=c\nC=d\n", "its line 3, KEMBAR_GAPS, is not");
        check("DISCORD_TOKEN secret", "its line 1, DISCORD_TOKEN, is not");
        check(&format!("A={}\nKEMBAR_LOG=a b", "x".repeat(20_000)), "its line 2, KEMBAR_LOG, is not");
        assert!(read(b"\xff\xfeA\0").unwrap_err().contains("UTF-8"));
    }

    #[test]
    fn of_the_tokens_line_it_is_said_what_is_wrong_with_the_token() {
        let check = |line: &str, expect: &SettingsError| {
            assert_eq!(read(format!("# the token\n{line}\n")), Err(expect.to_string()), "{line}");
        };
        check("DISCORD_TOKEN=Bot secret", &SettingsError::BotPrefix);
        check("export DISCORD_TOKEN = Bot secret", &SettingsError::BotPrefix);
        check("DISCORD_TOKEN=sec ret", &SettingsError::SpaceInToken);
    }
}
