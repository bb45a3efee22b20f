//! The limits of buttons, selects and modals. Components V2 are passed through unchecked.

use std::collections::HashSet;

use serde_json::Value;

use crate::limits;
use crate::rest::form::Form;

const ACTION_ROW: u64 = 1;
const BUTTON: u64 = 2;
const STRING_SELECT: u64 = 3;
const TEXT_INPUT: u64 = 4;
const LINK_STYLE: u64 = 5;
const PREMIUM_STYLE: u64 = 6;

/// Notes every fault of a message's components.
pub(crate) fn check(form: &mut Form, components: &Value) {
    let mut seen = HashSet::new();
    let rows = form.list("components", components, limits::ACTION_ROWS);
    for (number, row) in rows.iter().enumerate() {
        let place = format!("components.{number}");
        if row["type"] != ACTION_ROW {
            form.note(&format!("{place}.type"), "BASE_TYPE_CHOICES", "Value must be one of (1,).");
            continue;
        }
        check_row(form, &place, row, &mut seen);
    }
}

fn check_row(form: &mut Form, place: &str, row: &Value, seen: &mut HashSet<String>) {
    let inside = format!("{place}.components");
    let children = form.filled_list(&inside, &row["components"], limits::ROW_BUTTONS);
    let selects = children.iter().filter(|child| child["type"] != BUTTON).count();
    if selects > 0 && children.len() > 1 {
        form.note(&inside, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 1 in length.");
    }
    for (number, child) in children.iter().enumerate() {
        let place = format!("{inside}.{number}");
        match child["type"].as_u64() {
            Some(BUTTON) => check_button(form, &place, child),
            Some(STRING_SELECT) => check_string_select(form, &place, child),
            Some(5..=8) => check_select(form, &place, child),
            _ => form.note(&format!("{place}.type"), "BASE_TYPE_CHOICES", "Value must be one of (2, 3, 5, 6, 7, 8)."),
        }
        if let Some(custom_id) = child["custom_id"].as_str()
            && !seen.insert(custom_id.to_owned())
        {
            let place = format!("{place}.custom_id");
            form.note(&place, "COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
        }
    }
}

fn check_button(form: &mut Form, place: &str, button: &Value) {
    let at = |field: &str| format!("{place}.{field}");
    form.text(&at("label"), &button["label"], limits::BUTTON_LABEL_LENGTH);
    let style = button["style"].as_u64();
    match style {
        None => form.required(&at("style")),
        Some(LINK_STYLE) => {
            if button["url"].is_null() {
                form.note(place, "BUTTON_COMPONENT_URL_REQUIRED", "A url is required");
            }
            form.address(&at("url"), &button["url"], limits::BUTTON_URL_LENGTH, &["http", "https", "discord"]);
            if !button["custom_id"].is_null() {
                let message = "A custom id and url cannot both be specified";
                form.note(place, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
            }
        }
        Some(PREMIUM_STYLE) => {}
        Some(1..=4) => {
            if button["custom_id"].is_null() {
                form.note(place, "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
            } else {
                form.required_text(&at("custom_id"), &button["custom_id"], limits::CUSTOM_ID_LENGTH);
            }
        }
        Some(_) => form.note(&at("style"), "BASE_TYPE_CHOICES", "Value must be one of (1, 2, 3, 4, 5, 6)."),
    }
    let labelled = button["label"].as_str().is_some_and(|label| !label.is_empty());
    if !labelled && button["emoji"].is_null() && style != Some(PREMIUM_STYLE) {
        form.note(place, "BUTTON_COMPONENT_INVALID_EMPTY", "A label or emoji is required");
    }
}

fn check_select(form: &mut Form, place: &str, select: &Value) {
    let at = |field: &str| format!("{place}.{field}");
    form.required_text(&at("custom_id"), &select["custom_id"], limits::CUSTOM_ID_LENGTH);
    form.text(&at("placeholder"), &select["placeholder"], limits::SELECT_PLACEHOLDER_LENGTH);
}

fn check_string_select(form: &mut Form, place: &str, select: &Value) {
    check_select(form, place, select);
    let inside = format!("{place}.options");
    let mut seen = HashSet::new();
    let options = form.filled_list(&inside, &select["options"], limits::SELECT_OPTIONS);
    for (number, option) in options.iter().enumerate() {
        let at = |field: &str| format!("{inside}.{number}.{field}");
        form.required_text(&at("label"), &option["label"], limits::SELECT_OPTION_LENGTH);
        form.required_text(&at("value"), &option["value"], limits::SELECT_OPTION_LENGTH);
        form.text(&at("description"), &option["description"], limits::SELECT_OPTION_LENGTH);
        if !seen.insert(option["value"].as_str()) {
            let message = "The specified option value is already used";
            form.note(&at("value"), "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message);
        }
    }
}

/// Notes every fault of a modal.
pub(crate) fn check_modal(form: &mut Form, modal: &Value) {
    form.required_text("data.custom_id", &modal["custom_id"], limits::CUSTOM_ID_LENGTH);
    form.required_text("data.title", &modal["title"], limits::MODAL_TITLE_LENGTH);
    let rows = form.filled_list("data.components", &modal["components"], limits::ACTION_ROWS);
    for (number, row) in rows.iter().enumerate() {
        for (inner, input) in row["components"].as_array().into_iter().flatten().enumerate() {
            let at = |field: &str| format!("data.components.{number}.components.{inner}.{field}");
            if input["type"] != TEXT_INPUT {
                form.note(&at("type"), "BASE_TYPE_CHOICES", "Value must be one of (4,).");
            }
            form.required_text(&at("custom_id"), &input["custom_id"], limits::CUSTOM_ID_LENGTH);
            form.required_text(&at("label"), &input["label"], limits::MODAL_TITLE_LENGTH);
            form.text(&at("placeholder"), &input["placeholder"], limits::TEXT_INPUT_PLACEHOLDER_LENGTH);
            form.text(&at("value"), &input["value"], limits::TEXT_INPUT_LENGTH);
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn fault_codes(rows: &Value) -> String {
        let mut form = Form::default();
        check(&mut form, rows);
        form.finish().err().map(|error| error.body()["errors"].to_string()).unwrap_or_default()
    }

    fn row(children: &[Value]) -> Value {
        json!({ "type": 1, "components": children })
    }

    fn button(custom_id: &str) -> Value {
        json!({ "type": 2, "style": 1, "label": "Sumber", "custom_id": custom_id })
    }

    #[test]
    fn five_rows_of_five_buttons_fit() {
        let rows: Vec<_> =
            (0..5).map(|r| row(&(0..5).map(|b| button(&format!("{r}-{b}"))).collect::<Vec<_>>())).collect();
        assert_eq!(fault_codes(&Value::from(rows)), "");
    }

    #[test]
    fn each_fault_has_its_code() {
        let cases = [
            ("BASE_TYPE_MAX_LENGTH", json!(vec![row(&[button("a")]); 6])),
            ("BASE_TYPE_BAD_LENGTH", json!([row(&(0..6).map(|b| button(&b.to_string())).collect::<Vec<_>>())])),
            ("BASE_TYPE_BAD_LENGTH", json!([row(&[])])),
            ("COMPONENT_CUSTOM_ID_DUPLICATED", json!([row(&[button("a"), button("a")])])),
            ("BASE_TYPE_BAD_LENGTH", json!([row(&[button(&"x".repeat(101))])])),
            ("BUTTON_COMPONENT_INVALID_EMPTY", json!([row(&[json!({ "type": 2, "style": 1, "custom_id": "a" })])])),
            ("BUTTON_COMPONENT_URL_REQUIRED", json!([row(&[json!({ "type": 2, "style": 5, "label": "a" })])])),
            ("BASE_TYPE_CHOICES", json!([button("a")])),
        ];
        for (code, rows) in cases {
            let found = fault_codes(&rows);
            assert!(found.contains(code), "{code}: {found}");
        }
    }

    #[test]
    fn a_select_has_25_options_and_a_row_of_its_own() {
        let options = |count| (0..count).map(|n| json!({ "label": "l", "value": n.to_string() })).collect::<Vec<_>>();
        let select = |count| json!({ "type": 3, "custom_id": "s", "options": options(count) });
        assert_eq!(fault_codes(&json!([row(&[select(25)])])), "");
        assert!(fault_codes(&json!([row(&[select(26)])])).contains("between 1 and 25"));
        assert!(fault_codes(&json!([row(&[select(1), button("b")])])).contains("between 1 and 1"));
    }
}
