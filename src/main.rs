//! Hands the command line over.

use std::process::ExitCode;

fn main() -> ExitCode {
    kembar::terminal::run(std::env::args_os())
}
