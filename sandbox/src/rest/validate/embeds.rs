//! The limits of embeds.

use serde_json::Value;
use time::OffsetDateTime;
use time::format_description::well_known::Rfc3339;

use crate::limits;
use crate::rest::form::Form;

const WEB: [&str; 2] = ["http", "https"];
const IMAGE: [&str; 3] = ["http", "https", "attachment"];

/// Notes every fault of a message's embeds.
pub(crate) fn check(form: &mut Form, embeds: &Value) {
    let embeds = form.list("embeds", embeds, limits::EMBEDS);
    for (number, embed) in embeds.iter().enumerate() {
        check_one(form, &format!("embeds.{number}"), embed);
    }
    if embeds.iter().map(text_length).sum::<usize>() > limits::EMBEDS_TOTAL_LENGTH {
        let most = limits::EMBEDS_TOTAL_LENGTH;
        form.note("embeds", "MAX_EMBED_SIZE_EXCEEDED", format!("Embed size exceeds maximum size of {most}"));
    }
}

fn check_one(form: &mut Form, place: &str, embed: &Value) {
    let at = |field: &str| format!("{place}.{field}");
    form.text(&at("title"), &embed["title"], limits::EMBED_TITLE_LENGTH);
    form.text(&at("description"), &embed["description"], limits::EMBED_DESCRIPTION_LENGTH);
    form.address(&at("url"), &embed["url"], limits::EMBED_URL_LENGTH, &WEB);
    form.text(&at("footer.text"), &embed["footer"]["text"], limits::EMBED_FOOTER_LENGTH);
    form.address(&at("footer.icon_url"), &embed["footer"]["icon_url"], limits::EMBED_URL_LENGTH, &IMAGE);
    form.text(&at("author.name"), &embed["author"]["name"], limits::EMBED_AUTHOR_LENGTH);
    form.address(&at("author.url"), &embed["author"]["url"], limits::EMBED_URL_LENGTH, &WEB);
    form.address(&at("author.icon_url"), &embed["author"]["icon_url"], limits::EMBED_URL_LENGTH, &IMAGE);
    for image in ["image", "thumbnail"] {
        form.address(&at(&format!("{image}.url")), &embed[image]["url"], limits::EMBED_URL_LENGTH, &IMAGE);
    }
    if embed["color"].as_u64().is_some_and(|color| color > limits::EMBED_COLOR) {
        let most = limits::EMBED_COLOR;
        form.note(&at("color"), "NUMBER_TYPE_MAX", format!("int value should be less than or equal to {most}."));
    }
    if embed["timestamp"].as_str().is_some_and(|text| OffsetDateTime::parse(text, &Rfc3339).is_err()) {
        form.note(&at("timestamp"), "DATETIME_TYPE_PARSE", "Could not parse timestamp. Should be ISO8601.");
    }
    for (number, field) in form.list(&at("fields"), &embed["fields"], limits::EMBED_FIELDS).iter().enumerate() {
        let at = |part: &str| format!("{place}.fields.{number}.{part}");
        required_field(form, &at("name"), &field["name"], limits::EMBED_FIELD_NAME_LENGTH);
        required_field(form, &at("value"), &field["value"], limits::EMBED_FIELD_VALUE_LENGTH);
    }
}

fn required_field(form: &mut Form, place: &str, value: &Value, most: usize) {
    if value.as_str().is_none_or(|text| text.trim().is_empty()) {
        form.required(place);
    }
    form.text(place, value, most);
}

/// The code points that count towards the limit over all embeds.
fn text_length(embed: &Value) -> usize {
    let count = |value: &Value| value.as_str().map_or(0, |text| text.chars().count());
    let fields = embed["fields"].as_array().map_or(&[][..], Vec::as_slice);
    count(&embed["title"])
        + count(&embed["description"])
        + count(&embed["footer"]["text"])
        + count(&embed["author"]["name"])
        + fields.iter().map(|field| count(&field["name"]) + count(&field["value"])).sum::<usize>()
}

/// Whether Discord would show anything of this embed.
pub(crate) fn is_shown(embed: &Value) -> bool {
    let text = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty());
    text_length(embed) > 0 || text(&embed["url"]) || text(&embed["image"]["url"]) || text(&embed["thumbnail"]["url"])
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn faults(embeds: &Value) -> Option<Value> {
        let mut form = Form::default();
        check(&mut form, embeds);
        form.finish().err().map(|error| error.body()["errors"].clone())
    }

    #[test]
    fn what_fits_is_accepted() {
        let fields: Vec<_> = (0..25).map(|_| json!({ "name": "n", "value": "v" })).collect();
        let embed = json!({ "title": "浜".repeat(256), "description": "浜".repeat(4096), "fields": fields,
            "url": "https://example.org/a", "color": 0x00FF_FFFF, "timestamp": "2024-11-20T00:00:00Z" });
        assert_eq!(faults(&json!([embed])), None);
    }

    #[test]
    fn one_code_point_too_many_is_refused_at_its_place() {
        let cases = [
            ("title", json!({ "title": "浜".repeat(257) })),
            ("description", json!({ "description": "x".repeat(4097) })),
            ("footer", json!({ "footer": { "text": "x".repeat(2049) } })),
            ("author", json!({ "author": { "name": "x".repeat(257) } })),
            ("fields", json!({ "fields": [{ "name": "x".repeat(257), "value": "v" }] })),
            ("fields", json!({ "fields": [{ "name": "n", "value": "x".repeat(1025) }] })),
            ("fields", json!({ "fields": [{ "name": "n", "value": " " }] })),
            ("url", json!({ "url": "ftp://example.org" })),
            ("url", json!({ "url": "not an address" })),
            ("timestamp", json!({ "timestamp": "yesterday" })),
        ];
        for (place, embed) in cases {
            let found = faults(&json!([embed])).expect("a fault");
            assert!(found["0"].is_null() && found["embeds"]["0"][place].is_object(), "{place}: {found}");
        }
    }

    #[test]
    fn all_embeds_together_have_6000() {
        let half = json!({ "description": "x".repeat(3000) });
        assert_eq!(faults(&json!([half, half])), None);
        let more = json!({ "description": "x".repeat(3001) });
        let found = faults(&json!([half, more])).expect("a fault");
        assert_eq!(found["embeds"]["_errors"][0]["code"], "MAX_EMBED_SIZE_EXCEEDED");
    }

    #[test]
    fn ten_embeds_and_no_more() {
        let embeds = |count| Value::from(vec![json!({ "title": "t" }); count]);
        assert_eq!(faults(&embeds(10)), None);
        assert!(faults(&embeds(11)).is_some());
    }
}
