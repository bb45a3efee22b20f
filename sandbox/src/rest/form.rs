//! Reading a request's body field by field, and noting every fault at its place.

use serde_json::{Map, Value, json};

use super::error::ApiError;

/// The faults of one body. A place is written with dots: `embeds.0.title`.
#[derive(Debug, Default)]
pub(crate) struct Form {
    faults: Vec<(String, &'static str, String)>,
}

impl Form {
    pub(crate) fn note(&mut self, place: &str, code: &'static str, message: impl Into<String>) {
        self.faults.push((place.to_owned(), code, message.into()));
    }

    pub(crate) fn required(&mut self, place: &str) {
        self.note(place, "BASE_TYPE_REQUIRED", "This field is required");
    }

    /// A text of at most `most` code points, absent or null allowed.
    pub(crate) fn text<'a>(&mut self, place: &str, value: &'a Value, most: usize) -> Option<&'a str> {
        let text = self.string(place, value)?;
        if text.chars().count() > most {
            self.note(place, "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length."));
        }
        Some(text)
    }

    /// A text of 1 to `most` code points that has to be there.
    pub(crate) fn required_text<'a>(&mut self, place: &str, value: &'a Value, most: usize) -> Option<&'a str> {
        if value.is_null() {
            self.required(place);
            return None;
        }
        let text = self.string(place, value)?;
        if text.is_empty() {
            self.required(place);
        } else if text.chars().count() > most {
            self.note(place, "BASE_TYPE_BAD_LENGTH", format!("Must be between 1 and {most} in length."));
        }
        Some(text)
    }

    fn string<'a>(&mut self, place: &str, value: &'a Value) -> Option<&'a str> {
        if !value.is_null() && !value.is_string() {
            self.note(place, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
        }
        value.as_str()
    }

    /// A list of at most `most`; absent or null is an empty one.
    pub(crate) fn list<'a>(&mut self, place: &str, value: &'a Value, most: usize) -> &'a [Value] {
        let Some(list) = value.as_array() else {
            if !value.is_null() {
                self.note(place, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
            }
            return &[];
        };
        if list.len() > most {
            self.note(place, "BASE_TYPE_MAX_LENGTH", format!("Must be {most} or fewer in length."));
        }
        list
    }

    /// A list of 1 to `most`.
    pub(crate) fn filled_list<'a>(&mut self, place: &str, value: &'a Value, most: usize) -> &'a [Value] {
        let list = value.as_array().map_or(&[][..], Vec::as_slice);
        if list.is_empty() || list.len() > most {
            self.note(place, "BASE_TYPE_BAD_LENGTH", format!("Must be between 1 and {most} in length."));
        }
        list
    }

    /// An address of the schemes given; absent or null allowed.
    pub(crate) fn address(&mut self, place: &str, value: &Value, most: usize, schemes: &[&str]) {
        let Some(text) = self.text(place, value, most) else { return };
        if text.is_empty() {
            return;
        }
        match url::Url::parse(text) {
            Err(_) => self.note(place, "URL_TYPE_INVALID_URL", "Not a well formed URL."),
            Ok(address) if !schemes.contains(&address.scheme()) => {
                let known: Vec<_> = schemes.iter().map(|scheme| format!("'{scheme}'")).collect();
                let scheme = address.scheme();
                let message =
                    format!("Scheme \"{scheme}\" is not supported. Scheme must be one of ({}).", known.join(", "));
                self.note(place, "URL_TYPE_INVALID_SCHEME", message);
            }
            Ok(address) if ["http", "https"].contains(&address.scheme()) && !has_dot(&address) => {
                self.note(place, "URL_TYPE_INVALID_URL", "Not a well formed URL.");
            }
            Ok(_) => {}
        }
    }

    /// The faults as Discord's answer, or nothing where there are none.
    pub(crate) fn finish(self) -> Result<(), ApiError> {
        if self.faults.is_empty() {
            return Ok(());
        }
        let mut errors = Value::Object(Map::new());
        for (place, code, message) in self.faults {
            let mut node = &mut errors;
            for part in place.split('.').filter(|part| !part.is_empty()) {
                node = &mut node[part];
            }
            let fault = json!({ "code": code, "message": message });
            match node["_errors"].as_array_mut() {
                Some(faults) => faults.push(fault),
                None => node["_errors"] = json!([fault]),
            }
        }
        Err(ApiError::form(errors))
    }
}

/// Has the host a dot in it: Discord takes no `http://localhost/`.
fn has_dot(address: &url::Url) -> bool {
    address.host_str().is_some_and(|host| host.trim_matches('.').contains('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faults_stand_at_their_places() {
        let mut form = Form::default();
        form.text("embeds.0.title", &json!("abc"), 2);
        form.required("embeds.0.fields.1.name");
        let body = form.finish().unwrap_err().body();
        assert_eq!(body["code"], 50035);
        let embed = &body["errors"]["embeds"]["0"];
        assert_eq!(embed["title"]["_errors"][0]["code"], "BASE_TYPE_MAX_LENGTH");
        assert_eq!(embed["title"]["_errors"][0]["message"], "Must be 2 or fewer in length.");
        assert_eq!(embed["fields"]["1"]["name"]["_errors"][0]["code"], "BASE_TYPE_REQUIRED");
    }

    #[test]
    fn an_address_has_a_host_with_a_dot() {
        let is_taken = |address: &str| {
            let mut form = Form::default();
            form.address("url", &json!(address), 100, &["http", "https", "attachment"]);
            form.finish().is_ok()
        };
        for good in ["https://example.org/a", "http://127.0.0.1/", "attachment://a.png"] {
            assert!(is_taken(good), "{good}");
        }
        for bad in ["http://wiki/a.b", "http://localhost:80/", "http://[::1]/", "ftp://example.org/"] {
            assert!(!is_taken(bad), "{bad}");
        }
    }

    #[test]
    fn length_is_counted_in_code_points() {
        let mut form = Form::default();
        form.text("content", &json!("浜松"), 2);
        assert!(form.finish().is_ok());
    }
}
