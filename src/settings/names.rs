//! The names of the settings, and what is meant by one that is nearly a setting's.

use super::SettingsError;
use crate::language::nearest;

/// The bot's token.
pub const TOKEN: &str = "DISCORD_TOKEN";
/// The base address of a server that speaks Discord's protocol, in place of Discord's own.
pub const DISCORD_API: &str = "KEMBAR_DISCORD_API";
/// The base address of a proxy that keeps Discord's rate limits for several processes.
pub const DISCORD_PROXY: &str = "KEMBAR_DISCORD_PROXY";
/// Which shards this process holds: a count, or some of a count.
pub const SHARDS: &str = "KEMBAR_SHARDS";
/// A corpus folder, in place of the embedded corpus.
pub const CORPUS: &str = "KEMBAR_CORPUS";
/// The folder that a large corpus's index is kept in.
pub const INDEX: &str = "KEMBAR_INDEX";
/// What to log, as `tracing_subscriber` filters are written.
pub const LOG: &str = "KEMBAR_LOG";
/// `json` for a JSON object a line in place of lines for a person.
pub const LOG_FORMAT: &str = "KEMBAR_LOG_FORMAT";
/// How many questions a person may ask at once.
pub const AT_ONCE: &str = "KEMBAR_QUESTIONS_AT_ONCE";
/// The seconds in which a person may ask one more; 0 is no limit.
pub const SECONDS: &str = "KEMBAR_SECONDS_A_QUESTION";
/// The gaps list's file; none is kept without it.
pub const GAPS: &str = "KEMBAR_GAPS";
/// For how many days a gap is kept.
pub const GAPS_DAYS: &str = "KEMBAR_GAPS_DAYS";
/// The address of the source code, which `/about` gives.
pub const SOURCE_URL: &str = "KEMBAR_SOURCE_URL";
/// The address and port at which monitors may ask how the bot is; none without it.
pub const HTTP: &str = "KEMBAR_HTTP";

/// The name of every setting.
pub const NAMES: [&str; 14] = [
    TOKEN,
    DISCORD_API,
    DISCORD_PROXY,
    SHARDS,
    CORPUS,
    INDEX,
    LOG,
    LOG_FORMAT,
    AT_ONCE,
    SECONDS,
    GAPS,
    GAPS_DAYS,
    SOURCE_URL,
    HTTP,
];

/// Variables with such a name that are no settings: of the build, which `cargo run` hands on, of tests and of benches.
const OTHERS: [&str; 7] = [
    "KEMBAR_ANALYSIS",
    "KEMBAR_BENCH_LONG",
    "KEMBAR_BENCH_MILLION",
    "KEMBAR_BENCH_PROGRAM",
    "KEMBAR_BENCH_RATE",
    "KEMBAR_PICTURES",
    "KEMBAR_TEST_SEED",
];

/// How the variables begin that Kubernetes and Docker set beside a service or a container that is named kembar.
const LINKS: [&str; 2] = ["KEMBAR_PORT", "KEMBAR_SERVICE_"];

/// The place of the variables that may be somebody else's, too.
pub(super) const ENVIRONMENT: &str = "the environment";

/// Refuses a name that looks like one of a setting and is none: what was to be set would not be. In the environment a name that is
/// near to none may be another program's, as `KEMBAR_VERSION` of a container.
pub(super) fn known<'n>(names: impl Iterator<Item = &'n str>, place: &str) -> Result<(), SettingsError> {
    let is_unknown = |name: &&str| {
        name.to_ascii_uppercase().starts_with("KEMBAR_")
            && !NAMES.contains(name)
            && !OTHERS.contains(name)
            && !LINKS.iter().any(|link| name.starts_with(link))
    };
    let refused = names.filter(is_unknown).filter_map(|name| {
        let near = nearest(&name.to_ascii_uppercase(), &NAMES);
        (near.is_some() || place != ENVIRONMENT).then_some((name, near))
    });
    let Some((name, near)) = refused.min() else { return Ok(()) };
    Err(SettingsError::Unknown { name: name.to_owned(), place: place.to_owned(), near })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_none_is_refused_with_the_one_that_was_meant() {
        let check = |name: &str, near: Option<Option<&'static str>>| {
            let expect = near.map_or(Ok(()), |near| {
                Err(SettingsError::Unknown { name: name.to_owned(), place: ".env".to_owned(), near })
            });
            assert_eq!(known(["PATH", name].into_iter(), ".env"), expect, "{name}");
        };
        check("KEMBAR_CORPU", Some(Some(CORPUS)));
        check("KEMBAR_CORPSU", Some(Some(CORPUS)));
        check("kembar_gaps", Some(Some(GAPS)));
        check("KEMBAR_SECONDS", Some(None));
        check("KEMBAR_", Some(None));
        NAMES.into_iter().chain(OTHERS).for_each(|name| check(name, None));
        check("KEMBAR_PORT_9464_TCP_ADDR", None);
        check("KEMBARA_X", None);
        assert_eq!(known(["KEMBAR_VERSION"].into_iter(), ENVIRONMENT), Ok(()));
        assert!(known(["KEMBAR_CORPU"].into_iter(), ENVIRONMENT).is_err());
    }

    #[test]
    fn the_example_names_every_setting_and_no_other() {
        let example = include_str!("../../.env.example");
        let settings = example.lines().filter_map(|line| line.trim_start_matches("# ").split_once('='));
        let mut named: Vec<_> = settings.map(|(name, _)| name).filter(|name| !name.contains(' ')).collect();
        named.sort_unstable();
        let mut expect = NAMES;
        expect.sort_unstable();
        assert_eq!(named, expect);
    }
}
