//! Lines that are read from a file or another program, whatever bytes they hold.

use std::io::{self, BufRead};

use super::without_mark;

/// The lines of `input`, without their ends and without a byte order mark. Bytes that are no UTF-8 are read as U+FFFD: one of them in
/// a line is no reason to leave the others unread. After a fault of reading there is nothing more to ask for.
pub(super) struct Lines<R> {
    input: R,
    is_first: bool,
}

impl<R: BufRead> Lines<R> {
    pub(super) const fn new(input: R) -> Self {
        Self { input, is_first: true }
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = io::Result<String>;

    fn next(&mut self) -> Option<Self::Item> {
        let mut line = Vec::new();
        match self.input.read_until(b'\n', &mut line) {
            Ok(0) => None,
            Ok(_) => {
                let line = String::from_utf8_lossy(&line);
                let line = if std::mem::take(&mut self.is_first) { without_mark(&line) } else { &line };
                Some(Ok(line.trim_end_matches(['\r', '\n']).to_owned()))
            }
            Err(error) => Some(Err(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_that_is_no_utf_8_ends_nothing() {
        let input = b"\xef\xbb\xbfkapan\r\n\xff\xfe\n\nsiapa \xff walikota";
        let lines: Vec<String> = Lines::new(&input[..]).map(|line| line.expect("it is read")).collect();
        assert_eq!(lines, ["kapan", "\u{fffd}\u{fffd}", "", "siapa \u{fffd} walikota"]);
    }
}
