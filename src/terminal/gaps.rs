//! `kembar gaps`: what was asked for in vain, the newest first.

use super::harmless::harmless;
use super::{FAULT, FOUND, output, refused};
use crate::gaps::{GapsSettings, Group, OpenError, Store, today};
use crate::settings::Environment;
use std::fmt::Write as _;

/// Prints the list, as a table or as CSV.
pub(super) fn run(environment: &Environment, csv: bool) -> u8 {
    let settings = match environment.gaps() {
        Ok(Some(settings)) => settings,
        Ok(None) => {
            output::complain("No gaps list is kept: set KEMBAR_GAPS to the path of its file.");
            return FAULT;
        }
        Err(error) => return refused(&error),
    };
    let groups = Store::open_to_read(&settings).and_then(|store| Ok(store.groups(today())?));
    match groups {
        Ok(groups) => output::show(&if csv { as_csv(&groups) } else { as_table(&groups) }, FOUND),
        Err(error) => {
            output::complain(unopened(&settings, &error));
            FAULT
        }
    }
}

/// Where the list is that cannot be opened, and why.
pub(super) fn unopened(settings: &GapsSettings, error: &OpenError) -> String {
    let path = settings.path.display().to_string();
    format!("The gaps list {} (KEMBAR_GAPS) cannot be opened: {error}", harmless(&path))
}

fn as_table(groups: &[Group]) -> String {
    if groups.is_empty() {
        return "No gaps.\n".to_owned();
    }
    let mut table = "newest      language  not found  not helpful  about\n".to_owned();
    for Group { about, language, not_found, not_helpful, newest } in groups {
        let _ = writeln!(table, "{newest}  {language:<8}  {not_found:>9}  {not_helpful:>11}  {}", harmless(about));
    }
    table
}

/// As RFC 4180 has it.
fn as_csv(groups: &[Group]) -> String {
    let mut csv = "newest,language,not_found,not_helpful,about\r\n".to_owned();
    for Group { about, language, not_found, not_helpful, newest } in groups {
        let _ = write!(csv, "{newest},{language},{not_found},{not_helpful},\"{}\"\r\n", about.replace('"', "\"\""));
    }
    csv
}
