//! Which routes there are.

use std::collections::HashMap;

use axum::http::Method;

use super::call::{Answer, Call};
use super::{application, channels, commands, followups, guilds, interactions, messages, reactions, users};
use crate::world::World;

/// A route: how it is asked, and who answers. `is_open` routes need no token but what is in their path.
pub(crate) struct Route {
    method: Method,
    pub(crate) path: &'static str,
    pub(crate) is_open: bool,
    pub(crate) handler: fn(&mut World, &Call) -> Answer,
}

const fn route(method: Method, path: &'static str, handler: fn(&mut World, &Call) -> Answer) -> Route {
    Route { method, path, is_open: false, handler }
}

const fn open(method: Method, path: &'static str, handler: fn(&mut World, &Call) -> Answer) -> Route {
    Route { method, path, is_open: true, handler }
}

const COMMANDS: &str = "/applications/{application_id}/commands";
const COMMAND: &str = "/applications/{application_id}/commands/{command_id}";
const GUILD_COMMANDS: &str = "/applications/{application_id}/guilds/{guild_id}/commands";
const GUILD_COMMAND: &str = "/applications/{application_id}/guilds/{guild_id}/commands/{command_id}";
const MESSAGES: &str = "/channels/{channel_id}/messages";
const MESSAGE: &str = "/channels/{channel_id}/messages/{message_id}";
const OWN_REACTION: &str = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji_name}/@me";
const CALLBACK: &str = "/interactions/{interaction_id}/{interaction_token}/callback";
const WEBHOOK: &str = "/webhooks/{webhook_id}/{webhook_token}";
const ORIGINAL: &str = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
const FOLLOWUP: &str = "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}";

/// Every route; of two that match, the first is meant.
static ROUTES: [Route; 41] = [
    open(Method::GET, "/gateway", application::gateway),
    route(Method::GET, "/gateway/bot", application::gateway_bot),
    route(Method::GET, "/applications/@me", application::me),
    route(Method::GET, "/oauth2/applications/@me", application::me),
    route(Method::GET, COMMANDS, commands::list),
    route(Method::POST, COMMANDS, commands::create),
    route(Method::PUT, COMMANDS, commands::overwrite),
    route(Method::GET, COMMAND, commands::get),
    route(Method::PATCH, COMMAND, commands::edit),
    route(Method::DELETE, COMMAND, commands::delete),
    route(Method::GET, GUILD_COMMANDS, commands::list),
    route(Method::POST, GUILD_COMMANDS, commands::create),
    route(Method::PUT, GUILD_COMMANDS, commands::overwrite),
    route(Method::GET, GUILD_COMMAND, commands::get),
    route(Method::PATCH, GUILD_COMMAND, commands::edit),
    route(Method::DELETE, GUILD_COMMAND, commands::delete),
    route(Method::GET, "/channels/{channel_id}", channels::get),
    route(Method::POST, "/channels/{channel_id}/typing", channels::typing),
    route(Method::GET, MESSAGES, messages::list),
    route(Method::POST, MESSAGES, messages::create),
    route(Method::GET, MESSAGE, messages::get),
    route(Method::PATCH, MESSAGE, messages::edit),
    route(Method::DELETE, MESSAGE, messages::delete),
    route(Method::PUT, OWN_REACTION, reactions::add),
    route(Method::DELETE, OWN_REACTION, reactions::remove),
    open(Method::POST, CALLBACK, interactions::callback),
    open(Method::POST, WEBHOOK, followups::create),
    open(Method::GET, ORIGINAL, followups::get),
    open(Method::PATCH, ORIGINAL, followups::edit),
    open(Method::DELETE, ORIGINAL, followups::delete),
    open(Method::GET, FOLLOWUP, followups::get),
    open(Method::PATCH, FOLLOWUP, followups::edit),
    open(Method::DELETE, FOLLOWUP, followups::delete),
    route(Method::GET, "/guilds/{guild_id}", guilds::get),
    route(Method::GET, "/guilds/{guild_id}/channels", guilds::channels),
    route(Method::GET, "/guilds/{guild_id}/roles", guilds::roles),
    route(Method::GET, "/guilds/{guild_id}/members/{user_id}", guilds::member),
    route(Method::GET, "/users/@me/guilds", guilds::list),
    route(Method::GET, "/users/@me", users::me),
    route(Method::GET, "/users/{user_id}", users::get),
    route(Method::POST, "/users/@me/channels", users::open_direct),
];

/// The route of a path without `/api/v10` and query, and what its parameters are.
pub(crate) fn find(method: &Method, path: &str) -> Option<(&'static Route, HashMap<&'static str, String>)> {
    let mut candidates = ROUTES.iter().filter(|route| route.method == *method);
    candidates.find_map(|route| Some((route, match_path(route.path, path)?)))
}

fn match_path(template: &'static str, path: &str) -> Option<HashMap<&'static str, String>> {
    let mut parameters = HashMap::new();
    let mut parts = path.split('/');
    for wanted in template.split('/') {
        let part = parts.next()?;
        match wanted.strip_prefix('{').and_then(|name| name.strip_suffix('}')) {
            Some(name) if !part.is_empty() => {
                parameters.insert(name, part.to_owned());
            }
            None if wanted == part => {}
            _ => return None,
        }
    }
    parts.next().is_none().then_some(parameters)
}

/// Whether two routes are the same but for the names of their parameters.
pub(crate) fn is_same(one: &str, other: &str) -> bool {
    let is_parameter = |part: &str| part.starts_with('{');
    let same = |(a, b): (&str, &str)| a == b || (is_parameter(a) && is_parameter(b));
    one.split('/').count() == other.split('/').count() && one.split('/').zip(other.split('/')).all(same)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_original_is_found_before_any_message() {
        let (route, parameters) = find(&Method::PATCH, "/webhooks/1/token/messages/@original").expect("a route");
        assert_eq!(route.path, ORIGINAL);
        assert_eq!(parameters["webhook_token"], "token");
        let (route, parameters) = find(&Method::PATCH, "/webhooks/1/token/messages/5").expect("a route");
        assert_eq!(route.path, FOLLOWUP);
        assert_eq!(parameters["message_id"], "5");
    }

    #[test]
    fn unknown_paths_have_no_route() {
        assert!(find(&Method::GET, "/channels").is_none());
        assert!(find(&Method::POST, "/channels/1").is_none());
        assert!(find(&Method::GET, "/channels/1/").is_none());
    }

    #[test]
    fn names_of_parameters_do_not_matter() {
        assert!(is_same("/channels/{id}/messages", MESSAGES));
        assert!(!is_same("/channels/{id}", MESSAGES));
    }
}
