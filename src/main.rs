//! Hands the command line over.

use std::process::ExitCode;

use mimalloc::MiMalloc;

/// Memory that many threads took and gave back stays with the C library's allocator: it grew with each burst of questions.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    kembar::terminal::run(std::env::args_os())
}
