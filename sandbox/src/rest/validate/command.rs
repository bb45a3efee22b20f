//! The limits of application commands.

use std::collections::HashSet;

use serde_json::Value;

use crate::limits;
use crate::rest::form::Form;

const CHAT_INPUT: u64 = 1;
const SUBCOMMAND: u64 = 1;
const SUBCOMMAND_GROUP: u64 = 2;
const STRING: u64 = 3;

/// The locales that Discord knows.
const LOCALES: [&str; 34] = [
    "ar", "bg", "cs", "da", "de", "el", "en-GB", "en-US", "es-419", "es-ES", "fi", "fr", "he", "hi", "hr", "hu", "id",
    "it", "ja", "ko", "lt", "nl", "no", "pl", "pt-BR", "ro", "ru", "sv-SE", "th", "tr", "uk", "vi", "zh-CN", "zh-TW",
];

/// Notes every fault of one command, whose fields stand under `place` (empty for the body itself).
pub(crate) fn check(form: &mut Form, place: &str, command: &Value) {
    let at = |field: &str| join(place, field);
    let kind = command["type"].as_u64().unwrap_or(CHAT_INPUT);
    check_name(form, &at("name"), &command["name"], kind == CHAT_INPUT);
    check_localizations(form, &at("name_localizations"), &command["name_localizations"], |form, place, value| {
        check_name(form, place, value, kind == CHAT_INPUT);
    });
    if kind == CHAT_INPUT {
        check_description(form, place, command);
        check_options(form, place, command, 0);
        if text_length(command) > limits::COMMAND_TOTAL_LENGTH {
            let most = limits::COMMAND_TOTAL_LENGTH;
            let message = format!("Command exceeds maximum size ({most})");
            form.note(place, "APPLICATION_COMMAND_TOO_LARGE", message);
        }
    } else {
        if command["description"].as_str().is_some_and(|text| !text.is_empty()) {
            let message = "Context menu commands cannot have description";
            form.note(&at("description"), "APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID", message);
        }
        if command["options"].as_array().is_some_and(|options| !options.is_empty()) {
            let message = "Context menu commands cannot have options";
            form.note(&at("options"), "APPLICATION_COMMAND_CONTEXT_MENU_OPTIONS_INVALID", message);
        }
    }
    check_numbers(form, &at("contexts"), &command["contexts"], 2);
    check_numbers(form, &at("integration_types"), &command["integration_types"], 1);
}

/// Notes what is wrong with a whole list of commands: names twice, or too many.
pub(crate) fn check_list(form: &mut Form, commands: &[Value]) {
    let mut seen = HashSet::new();
    let mut counts = [0usize; 5];
    for command in commands {
        let kind = command["type"].as_u64().unwrap_or(CHAT_INPUT);
        if !seen.insert((kind, command["name"].as_str())) {
            form.note("", "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique");
        }
        counts[usize::try_from(kind).unwrap_or(0).min(4)] += 1;
    }
    for (kind, count) in counts.into_iter().enumerate().skip(1) {
        let most = if kind == 1 { limits::CHAT_INPUT_COMMANDS } else { limits::CONTEXT_MENU_COMMANDS };
        if count > most {
            let message = format!("Maximum number of application commands reached ({most}).");
            form.note("", "APPLICATION_COMMANDS_MAX", message);
        }
    }
}

fn join(place: &str, field: &str) -> String {
    if place.is_empty() { field.to_owned() } else { format!("{place}.{field}") }
}

fn check_name(form: &mut Form, place: &str, value: &Value, is_slash: bool) {
    let Some(name) = form.required_text(place, value, limits::COMMAND_NAME_LENGTH) else { return };
    // Discord's rule is ^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$ and lower case where there is one. Marks of
    // scripts that need them (Devanagari, Thai) are no letters to Rust; other marks are let through with them.
    let fits = |c: char| c.is_alphanumeric() || "-_'".contains(c) || ('\u{900}'..='\u{E7F}').contains(&c);
    let lower = name.chars().all(|c| !c.is_uppercase());
    if is_slash && !name.is_empty() && !(name.chars().all(fits) && lower) {
        form.note(place, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");
    }
}

fn check_description(form: &mut Form, place: &str, owner: &Value) {
    let most = limits::COMMAND_DESCRIPTION_LENGTH;
    form.required_text(&join(place, "description"), &owner["description"], most);
    let localized = join(place, "description_localizations");
    check_localizations(form, &localized, &owner["description_localizations"], |form, place, value| {
        form.required_text(place, value, most);
    });
}

fn check_localizations(form: &mut Form, place: &str, value: &Value, check: impl Fn(&mut Form, &str, &Value)) {
    for (locale, text) in value.as_object().into_iter().flatten() {
        let place = format!("{place}.{locale}");
        if !LOCALES.contains(&locale.as_str()) {
            form.note(&place, "ENUM_TYPE_COERCE", format!("Value \"{locale}\" is not a valid enum value."));
        }
        check(form, &place, text);
    }
}

fn check_options(form: &mut Form, place: &str, owner: &Value, depth: u8) {
    let inside = join(place, "options");
    let options = form.list(&inside, &owner["options"], limits::COMMAND_OPTIONS);
    let mut seen = HashSet::new();
    let mut optional_before = false;
    for (number, option) in options.iter().enumerate() {
        let place = format!("{inside}.{number}");
        let at = |field: &str| join(&place, field);
        check_name(form, &at("name"), &option["name"], true);
        check_localizations(form, &at("name_localizations"), &option["name_localizations"], |form, place, value| {
            check_name(form, place, value, true);
        });
        check_description(form, &place, option);
        if !seen.insert(option["name"].as_str()) {
            form.note(&place, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists");
        }
        match option["type"].as_u64() {
            Some(SUBCOMMAND) if depth < 2 => check_options(form, &place, option, 2),
            Some(SUBCOMMAND_GROUP) if depth < 1 => check_options(form, &place, option, 1),
            Some(3..=11) => {
                let required = option["required"] == true;
                if required && optional_before {
                    let message = "Required options must be placed before non-required options";
                    form.note(&place, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message);
                }
                optional_before |= !required;
                check_value(form, &place, option);
            }
            _ => {
                let message = "Sub-command option type is invalid";
                form.note(&at("type"), "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID", message);
            }
        }
    }
}

fn check_value(form: &mut Form, place: &str, option: &Value) {
    let at = |field: &str| join(place, field);
    let choices = form.list(&at("choices"), &option["choices"], limits::CHOICES);
    for (number, choice) in choices.iter().enumerate() {
        check_choice(form, &at(&format!("choices.{number}")), choice, option["type"] == STRING);
    }
    if option["autocomplete"] == true && !choices.is_empty() {
        let message = "Choices cannot be present when autocomplete is set";
        form.note(place, "APPLICATION_COMMAND_AUTOCOMPLETE_AND_CHOICES", message);
    }
    for bound in ["min_length", "max_length"] {
        if option[bound].as_u64().is_some_and(|length| length > 6000) {
            form.note(&at(bound), "NUMBER_TYPE_MAX", "int value should be less than or equal to 6000.");
        }
    }
}

/// Notes every fault of one choice, of an option or of an autocomplete answer.
pub(crate) fn check_choice(form: &mut Form, place: &str, choice: &Value, is_string: bool) {
    form.required_text(&join(place, "name"), &choice["name"], limits::CHOICE_LENGTH);
    let localized = join(place, "name_localizations");
    check_localizations(form, &localized, &choice["name_localizations"], |form, place, value| {
        form.required_text(place, value, limits::CHOICE_LENGTH);
    });
    if is_string {
        form.required_text(&join(place, "value"), &choice["value"], limits::CHOICE_LENGTH);
    } else if choice["value"].is_null() {
        form.required(&join(place, "value"));
    }
}

fn check_numbers(form: &mut Form, place: &str, value: &Value, greatest: u64) {
    let Some(numbers) = value.as_array() else { return };
    if numbers.is_empty() {
        form.note(place, "BASE_TYPE_MIN_LENGTH", "Must be 1 or more in length.");
    }
    let mut seen = HashSet::new();
    for (at, number) in numbers.iter().enumerate() {
        if number.as_u64().is_none_or(|number| number > greatest || !seen.insert(number)) {
            form.note(&format!("{place}.{at}"), "ENUM_TYPE_COERCE", format!("Value {number} is not valid."));
        }
    }
}

/// Names, descriptions and values together, each counted in its longest localization.
fn text_length(owner: &Value) -> usize {
    let longest = |field: &str| {
        let own = owner[field].as_str().map_or(0, |text| text.chars().count());
        let localized = owner[format!("{field}_localizations")].as_object().into_iter().flatten();
        localized.map(|(_, text)| text.as_str().map_or(0, |text| text.chars().count())).max().unwrap_or(0).max(own)
    };
    let inside = ["options", "choices"].iter().flat_map(|list| owner[*list].as_array().into_iter().flatten());
    longest("name") + longest("description") + longest("value") + inside.map(text_length).sum::<usize>()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn faults(command: &Value) -> String {
        let mut form = Form::default();
        check(&mut form, "", command);
        form.finish().err().map(|error| error.body()["errors"].to_string()).unwrap_or_default()
    }

    fn ask() -> Value {
        json!({ "name": "ask", "description": "Ask a question",
            "name_localizations": { "ja": "質問", "id": "tanya" },
            "contexts": [0, 1, 2], "integration_types": [0, 1],
            "options": [
                { "type": 3, "name": "question", "description": "What to ask", "required": true, "autocomplete": true },
                { "type": 5, "name": "private", "description": "Only for me" } ] })
    }

    #[test]
    fn a_localized_command_is_accepted() {
        assert_eq!(faults(&ask()), "");
        assert_eq!(faults(&json!({ "type": 3, "name": "Find sources" })), "");
    }

    #[test]
    fn each_fault_has_its_code() {
        let with = |pointer: &str, value: Value| {
            let mut command = ask();
            *command.pointer_mut(pointer).expect("the place is there") = value;
            command
        };
        let cases = [
            ("APPLICATION_COMMAND_INVALID_NAME", with("/name", json!("Ask"))),
            ("APPLICATION_COMMAND_INVALID_NAME", with("/name", json!("ask me"))),
            ("BASE_TYPE_BAD_LENGTH", with("/name", json!("a".repeat(33)))),
            ("BASE_TYPE_BAD_LENGTH", with("/description", json!("a".repeat(101)))),
            ("BASE_TYPE_REQUIRED", with("/description", json!(""))),
            ("ENUM_TYPE_COERCE", with("/name_localizations", json!({ "en": "ask" }))),
            ("APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", with("/options/0/required", json!(false)).tap(1)),
            ("APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", with("/options/1/name", json!("question"))),
            ("BASE_TYPE_MIN_LENGTH", with("/contexts", json!([]))),
            ("ENUM_TYPE_COERCE", with("/integration_types", json!([0, 0]))),
        ];
        for (code, command) in cases {
            let found = faults(&command);
            assert!(found.contains(code), "{code}: {found}");
        }
    }

    trait Require {
        fn tap(self, option: usize) -> Self;
    }

    impl Require for Value {
        fn tap(mut self, option: usize) -> Self {
            self["options"][option]["required"] = json!(true);
            self
        }
    }

    #[test]
    fn names_are_unique_among_their_kind() {
        let mut form = Form::default();
        check_list(&mut form, &[ask(), ask()]);
        assert!(form.finish().is_err());
        let mut form = Form::default();
        check_list(&mut form, &[ask(), json!({ "type": 3, "name": "ask" })]);
        assert!(form.finish().is_ok());
    }
}
