//! Settings, from the environment and a `.env` file, as typed values.
//!
//! What the environment holds wins over the file. Each setting stands in `.env.example`, which a test compares with
//! [`NAMES`].

mod env_file;
mod error;
mod names;

use std::collections::HashMap;
use std::ffi::OsString;
use std::net::SocketAddr;
use std::num::NonZeroU32;
use std::path::Path;
use std::time::Duration;

use secrecy::SecretString;
use url::Url;

use crate::corpus::Source;
use crate::discord::people::PersonLimit;
use crate::discord::shards::{NoShards, Shards};
use crate::gaps::{GapsSettings, USUAL_DAYS};
use crate::index::Keeping;

use error::MAX_SOURCE_URL;
use names::{ENVIRONMENT, known};

pub use error::SettingsError;
pub use names::{
    AT_ONCE, CORPUS, DISCORD_API, DISCORD_PROXY, GAPS, GAPS_DAYS, HTTP, INDEX, LOG, LOG_FORMAT, NAMES, SECONDS, SHARDS,
    SOURCE_URL, TOKEN,
};

/// What the bot runs with.
#[derive(Debug)]
pub struct Settings {
    /// The bot's token, never empty.
    pub token: SecretString,
    /// Where Discord's protocol is spoken, where that is not Discord itself.
    pub discord_api: Option<Url>,
    /// The proxy that requests go through, if they do; then `discord_api` is not set.
    pub discord_proxy: Option<Url>,
    /// Which shards this process holds.
    pub shards: Shards,
    /// How much a person may ask.
    pub person: PersonLimit,
    /// Where the gaps list is kept, if it is.
    pub gaps: Option<GapsSettings>,
    /// Where the source code of what runs can be had, where that is not the package's own repository.
    pub source_url: Option<Url>,
    /// Where monitors may ask, if they may.
    pub http: Option<SocketAddr>,
}

impl Settings {
    /// Where REST requests go, where that is not Discord itself.
    #[must_use]
    pub fn rest_address(&self) -> Option<&Url> {
        self.discord_proxy.as_ref().or(self.discord_api.as_ref())
    }
}

/// The variables that settings are read from.
#[derive(Default)]
pub struct Environment {
    variables: HashMap<String, OsString>,
}

impl Environment {
    /// The process's own variables, and beneath them those of the file at `path` where there is one.
    ///
    /// # Errors
    /// Where the file is there and cannot be read as variables, or one of either is named as settings are and is none.
    pub fn with_file(path: &Path) -> Result<Self, SettingsError> {
        let file = env_file::variables(path)?;
        known(file.iter().map(|(name, _)| &**name), &path.display().to_string())?;
        let mut variables: HashMap<String, OsString> =
            file.into_iter().map(|(name, value)| (name, value.into())).collect();
        let own = std::env::vars_os().filter_map(|(name, value)| Some((name.into_string().ok()?, value)));
        let own: Vec<(String, OsString)> = own.collect();
        known(own.iter().map(|(name, _)| &**name), ENVIRONMENT)?;
        variables.extend(own);
        Ok(Self { variables })
    }

    /// The text of a setting, or `None` where it is not set.
    fn text(&self, name: &'static str) -> Result<Option<&str>, SettingsError> {
        let value = self.variables.get(name);
        value.map(|value| value.to_str().ok_or(SettingsError::NotUnicode(name))).transpose()
    }

    /// The text of a setting, or `None` where it is not set or empty.
    fn text_if_any(&self, name: &'static str) -> Result<Option<&str>, SettingsError> {
        Ok(self.text(name)?.filter(|text| !text.is_empty()))
    }

    /// The corpus to answer from.
    #[must_use]
    pub fn source(&self) -> Source {
        match self.variables.get(CORPUS) {
            Some(folder) if !folder.is_empty() => Source::Folder(folder.into()),
            _ => Source::Embedded,
        }
    }

    /// What to log.
    ///
    /// # Errors
    /// Where it is not Unicode.
    pub fn log(&self) -> Result<Option<&str>, SettingsError> {
        self.text_if_any(LOG)
    }

    /// Is the log to be JSON.
    ///
    /// # Errors
    /// Where the setting names no format.
    pub fn is_log_json(&self) -> Result<bool, SettingsError> {
        match self.text_if_any(LOG_FORMAT)? {
            None | Some("human") => Ok(false),
            Some("json") => Ok(true),
            Some(_) => Err(SettingsError::BadLogFormat),
        }
    }

    /// A whole number from `least` to 3600.
    fn number(&self, name: &'static str, least: u32) -> Result<Option<u32>, SettingsError> {
        let number = |text: &str| text.parse().ok().filter(|number| (least..=3600).contains(number));
        self.text_if_any(name)?.map(|text| number(text).ok_or(SettingsError::BadNumber(name, least))).transpose()
    }

    /// An address that HTTP can reach, or `None` where it is not set or empty.
    fn address(&self, name: &'static str) -> Result<Option<Url>, SettingsError> {
        self.text_if_any(name)?.map(|text| address(text).ok_or(SettingsError::BadAddress(name))).transpose()
    }

    fn source_url(&self) -> Result<Option<Url>, SettingsError> {
        let short = |url: &Url| url.as_str().len() <= MAX_SOURCE_URL;
        let url = |text| address(text).filter(short).ok_or(SettingsError::BadSourceUrl);
        self.text_if_any(SOURCE_URL)?.map(url).transpose()
    }

    /// Where a large corpus's index is kept, if it is.
    #[must_use]
    pub fn keeping(&self) -> Option<Keeping> {
        let folder = self.variables.get(INDEX).filter(|folder| !folder.is_empty())?;
        Some(Keeping::within(folder.into()))
    }

    /// Where the gaps list is kept, if it is.
    ///
    /// # Errors
    /// Where the days are no number.
    pub fn gaps(&self) -> Result<Option<GapsSettings>, SettingsError> {
        let days = self.number(GAPS_DAYS, 1)?.unwrap_or(USUAL_DAYS);
        let path = self.variables.get(GAPS).filter(|path| !path.is_empty());
        Ok(path.map(|path| GapsSettings { path: path.into(), days }))
    }

    /// Where monitors may ask how the bot is, if they may.
    ///
    /// # Errors
    /// Where it is no IP address with a port.
    pub fn http(&self) -> Result<Option<SocketAddr>, SettingsError> {
        self.text_if_any(HTTP)?.map(|text| text.parse().map_err(|_| SettingsError::BadHttp)).transpose()
    }

    /// What the bot runs with.
    ///
    /// # Errors
    /// With the first setting that cannot be used.
    pub fn settings(&self) -> Result<Settings, SettingsError> {
        let token = match self.text(TOKEN)?.ok_or(SettingsError::NoToken)? {
            "" => return Err(SettingsError::EmptyToken),
            token if token.trim().is_empty() => return Err(SettingsError::EmptyToken),
            token if token.trim_start().starts_with("Bot ") => return Err(SettingsError::BotPrefix),
            token if token.contains(['"', '\'', '“', '”', '‘', '’']) => {
                return Err(SettingsError::QuotesInToken);
            }
            token if token.contains(|c: char| c.is_whitespace() || c.is_control()) => {
                return Err(SettingsError::SpaceInToken);
            }
            token => token.into(),
        };
        let (discord_api, discord_proxy) = (self.address(DISCORD_API)?, self.address(DISCORD_PROXY)?);
        if discord_api.is_some() && discord_proxy.is_some() {
            return Err(SettingsError::TwoAddresses);
        }
        let shards = self.text_if_any(SHARDS)?.map(shards).transpose()?.unwrap_or_default();
        let usual = PersonLimit::default();
        let at_once = self.number(AT_ONCE, 1)?.and_then(NonZeroU32::new).unwrap_or(usual.at_once);
        let then_one_in = self.number(SECONDS, 0)?.map_or(usual.then_one_in, |it| Duration::from_secs(it.into()));
        let person = PersonLimit { at_once, then_one_in };
        let (gaps, source_url, http) = (self.gaps()?, self.source_url()?, self.http()?);
        Ok(Settings { token, discord_api, discord_proxy, shards, person, gaps, source_url, http })
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Environment {
    fn from(variables: [(&str, &str); N]) -> Self {
        Self { variables: variables.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect() }
    }
}

fn address(text: &str) -> Option<Url> {
    Url::parse(text).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

fn shards(text: &str) -> Result<Shards, SettingsError> {
    text.trim().parse().map_err(|NoShards| SettingsError::BadShards(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret as _;

    use super::*;

    #[test]
    fn the_address_of_the_source_code_can_be_shown() {
        let check = |address: &str, expect: Result<Option<&str>, SettingsError>| {
            let settings = Environment::from([(TOKEN, "x"), (SOURCE_URL, address)]).settings();
            let read = settings.map(|settings| settings.source_url.map(String::from));
            assert_eq!(read, expect.map(|url| url.map(str::to_owned)), "{address}");
        };
        check("", Ok(None));
        check("https://example.org/kembar", Ok(Some("https://example.org/kembar")));
        check("example.org/kembar", Err(SettingsError::BadSourceUrl));
        check("ssh://example.org/kembar", Err(SettingsError::BadSourceUrl));
        check(&format!("https://example.org/{}", "a".repeat(300)), Err(SettingsError::BadSourceUrl));
    }

    #[test]
    fn a_token_is_one_word_of_any_shape() {
        let check = |token: &str, expect: Result<(), SettingsError>| {
            let settings = Environment::from([(TOKEN, token)]).settings();
            if expect.is_ok() {
                assert_eq!(settings.as_ref().map(|settings| settings.token.expose_secret()), Ok(token));
            }
            assert_eq!(settings.map(drop), expect, "{token:?}");
        };
        check("MTIz.abc.def-_", Ok(()));
        check("x", Ok(()));
        check("Bot", Ok(()));
        check("トークン", Ok(()));
        check("", Err(SettingsError::EmptyToken));
        check("  ", Err(SettingsError::EmptyToken));
        check("Bot abc", Err(SettingsError::BotPrefix));
        check(" Bot abc", Err(SettingsError::BotPrefix));
        check("\"MTIz.abc\"", Err(SettingsError::QuotesInToken));
        check("'Bot abc'", Err(SettingsError::QuotesInToken));
        check("“abc”", Err(SettingsError::QuotesInToken));
        check("abc ", Err(SettingsError::SpaceInToken));
        check("a\tb", Err(SettingsError::SpaceInToken));
        check("a\u{0}b", Err(SettingsError::SpaceInToken));
        check("a\u{3000}b", Err(SettingsError::SpaceInToken));
        assert_eq!(Environment::from([]).settings().map(drop), Err(SettingsError::NoToken));
    }

    #[test]
    fn the_address_of_a_server_is_http() {
        let check = |address: &str, expect: Result<Option<&str>, fn(&'static str) -> SettingsError>| {
            for name in [DISCORD_API, DISCORD_PROXY] {
                let settings = Environment::from([(TOKEN, "x"), (name, address)]).settings();
                let expect =
                    expect.map(|expect| expect.map(|url| Url::parse(url).unwrap())).map_err(|fault| fault(name));
                assert_eq!(settings.map(|settings| settings.rest_address().cloned()), expect, "{address}");
            }
        };
        check("", Ok(None));
        check("http://127.0.0.1:8080", Ok(Some("http://127.0.0.1:8080/")));
        check("https://discord.example/proxy", Ok(Some("https://discord.example/proxy")));
        check("ftp://a", Err(SettingsError::BadAddress));
        check("127.0.0.1", Err(SettingsError::BadAddress));
        let both = Environment::from([(TOKEN, "x"), (DISCORD_API, "http://a"), (DISCORD_PROXY, "http://b")]);
        assert_eq!(both.settings().map(drop), Err(SettingsError::TwoAddresses));
    }

    #[test]
    fn shards_are_named_or_the_fault_says_what_was_written_and_how_to_write_it() {
        let shards = |value: &str| Environment::from([(TOKEN, "x"), (SHARDS, value)]).settings().map(|it| it.shards);
        assert_eq!(shards(""), Ok(Shards::Automatic));
        assert_eq!(shards(" 0-3/8 ").map(|it| it.held(1).count()), Ok(4));
        let fault = shards("5-9/8").unwrap_err().to_string();
        assert!(["KEMBAR_SHARDS", "\"5-9/8\"", "0-3/8"].iter().all(|it| fault.contains(it)), "{fault}");
    }

    #[test]
    fn a_persons_limit_and_the_logs_format_are_checked() {
        let settings = |name: &str, value: &str| {
            Environment::from([(TOKEN, "x"), (name, value)]).settings().map(|settings| settings.person)
        };
        let usual = PersonLimit::default();
        assert_eq!(settings(AT_ONCE, ""), Ok(usual));
        assert_eq!(settings(AT_ONCE, "9").map(|limit| limit.at_once.get()), Ok(9));
        assert_eq!(settings(SECONDS, "0").map(|limit| limit.then_one_in), Ok(Duration::ZERO));
        for (name, value) in [(AT_ONCE, "0"), (AT_ONCE, "x"), (SECONDS, "-1"), (SECONDS, "3601"), (GAPS_DAYS, "0")] {
            assert!(matches!(settings(name, value), Err(SettingsError::BadNumber(..))), "{name} {value}");
        }
        let json = |value: &str| Environment::from([(LOG_FORMAT, value)]).is_log_json();
        assert_eq!((json(""), json("json"), json("xml")), (Ok(false), Ok(true), Err(SettingsError::BadLogFormat)));
    }

    #[test]
    fn monitors_ask_at_an_ip_address_with_a_port() {
        let http = |value: &str| Environment::from([(HTTP, value)]).http();
        assert_eq!(http(""), Ok(None));
        assert_eq!(http("127.0.0.1:9464"), Ok(Some(([127, 0, 0, 1], 9464).into())));
        assert_eq!(http("[::1]:80").map(|it| it.map(|it| it.port())), Ok(Some(80)));
        for bad in ["9464", ":9464", "localhost:9464", "127.0.0.1", "127.0.0.1:99999", "http://127.0.0.1:9464"] {
            assert_eq!(http(bad), Err(SettingsError::BadHttp), "{bad}");
        }
    }

    #[test]
    fn a_fault_never_holds_the_token() {
        for token in ["Bot secret", "sec ret", "\"secret\"", " "] {
            let fault = Environment::from([(TOKEN, token)]).settings().unwrap_err();
            assert!(!format!("{fault} {fault:?}").contains("sec"), "{fault}");
        }
        let settings = Environment::from([(TOKEN, "secret")]).settings().unwrap();
        assert!(!format!("{settings:?}").contains("secret"));
    }

    #[test]
    fn the_environment_wins_over_the_file_and_a_broken_file_is_named_without_its_content() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".env");
        assert!(Environment::with_file(&path).is_ok(), "no file is no fault");
        std::fs::write(&path, "PATH=/from/the/file\nA_SETTINGS_TEST='a b'\n").unwrap();
        let environment = Environment::with_file(&path).unwrap();
        assert_ne!(environment.variables["PATH"], "/from/the/file");
        assert_eq!(environment.variables["A_SETTINGS_TEST"], "a b");
        std::fs::write(&path, "A=b\nKEMBAR_CORPUS=secret word\n").unwrap();
        let fault = Environment::with_file(&path).map(drop).unwrap_err().to_string();
        assert!(fault.contains("its line 2") && !fault.contains("secret"), "{fault}");
    }
}
