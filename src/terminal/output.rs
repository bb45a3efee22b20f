//! Standard output and standard error, as every command writes them.

use std::fmt::Display;
use std::io::{self, ErrorKind, Write as _};

use super::FAULT;

/// Writes `text` to standard output, to its end.
///
/// # Errors
/// Where that cannot be written.
pub(super) fn write(text: &str) -> io::Result<()> {
    let mut output = anstream::stdout().lock();
    output.write_all(text.as_bytes())?;
    output.flush()
}

/// Writes `text` as all that a command says. The status is the given one, or that of a fault where it could not be said.
pub(super) fn show(text: &str, status: u8) -> u8 {
    write(text).map_or_else(|error| failed(&error, status), |()| status)
}

/// Writes a line to standard error. Where that cannot be written nobody is left to tell: the status still says it.
pub(super) fn complain(line: impl Display) {
    let _ = writeln!(anstream::stderr().lock(), "{line}");
}

/// Says that standard output cannot be written. A reader that has gone, as `head` does, is no fault: then the status is
/// the given one.
pub(super) fn failed(error: &io::Error, status: u8) -> u8 {
    if error.kind() == ErrorKind::BrokenPipe {
        return status;
    }
    complain(format_args!("Standard output cannot be written: {error}"));
    FAULT
}
