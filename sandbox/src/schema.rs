//! Discord's own description of its API (`OpenAPI` 3.1), to check against what clients send.
//!
//! The file is large: it is read once a process, and a route's schema is compiled when the route is first used.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use axum::http::Method;
use jsonschema::Validator;
use serde_json::{Map, Value, json};

use crate::rest::routes::is_same;

/// As much of a fault as is told.
const SHOWN_LENGTH: usize = 600;
/// Fields that are described as numbers and documented, and accepted, as texts of digits.
const NUMBERS_IN_TEXT: [&str; 1] = ["default_member_permissions"];
/// Lists whose items' `id` is described as a text and documented, and accepted, as the number of a file.
const LISTS_OF_FILES: [&str; 1] = ["attachments"];

/// The description, and what has been compiled of it.
pub(crate) struct Schema {
    document: Value,
    compiled: Mutex<HashMap<(Method, String), Arc<Operation>>>,
}

/// One method of one path.
enum Operation {
    Unknown,
    WithoutBody,
    WithBody { validator: Box<Validator>, required: bool },
}

static READ: Mutex<Option<HashMap<PathBuf, &'static Schema>>> = Mutex::new(None);

impl Schema {
    /// The description in a file; `None` where there is no such file.
    ///
    /// # Panics
    ///
    /// Where the file is there, and no JSON.
    pub(crate) fn read(path: &Path) -> Option<&'static Self> {
        let mut read = READ.lock().unwrap_or_else(PoisonError::into_inner);
        let known = read.get_or_insert_default();
        if let Some(schema) = known.get(path) {
            return Some(schema);
        }
        let text = std::fs::read(path).ok()?;
        let document = serde_json::from_slice(&text);
        let document = document.unwrap_or_else(|error| panic!("{} is no JSON: {error}", path.display()));
        let schema: &'static Self = Box::leak(Box::new(Self { document, compiled: Mutex::default() }));
        known.insert(path.to_owned(), schema);
        Some(schema)
    }

    /// Whether a route is described, and a body fits its description.
    pub(crate) fn check(&self, method: &Method, route: &str, body: &Value) -> Result<(), String> {
        match &*self.operation(method, route) {
            Operation::Unknown => Err(format!("Discord has no {method} {route}")),
            Operation::WithoutBody | Operation::WithBody { required: false, .. } if body.is_null() => Ok(()),
            Operation::WithoutBody => Err(format!("Discord's {method} {route} takes no body")),
            Operation::WithBody { validator, .. } => {
                let body = as_described(body);
                let faults = validator.iter_errors(&body).map(|fault| {
                    let place = fault.instance_path().to_string();
                    format!("Discord's schema, at `{place}`: {fault}")
                });
                let faults: Vec<String> = faults.collect();
                if faults.is_empty() { Ok(()) } else { Err(faults.join("; ").chars().take(SHOWN_LENGTH).collect()) }
            }
        }
    }

    fn operation(&self, method: &Method, route: &str) -> Arc<Operation> {
        let key = (method.clone(), route.to_owned());
        let mut compiled = self.compiled.lock().unwrap_or_else(PoisonError::into_inner);
        let operation = compiled.entry(key).or_insert_with(|| Arc::new(self.compile(method, route)));
        Arc::clone(operation)
    }

    fn compile(&self, method: &Method, route: &str) -> Operation {
        let paths = self.document["paths"].as_object();
        let exact = paths.and_then(|paths| paths.get(route));
        let path = exact.or_else(|| paths.into_iter().flatten().find(|(path, _)| is_same(path, route)).map(|it| it.1));
        let Some(operation) = path.and_then(|path| path.get(method.as_str().to_lowercase())) else {
            return Operation::Unknown;
        };
        let body = &operation["requestBody"];
        let schema = &body["content"]["application/json"]["schema"];
        if schema.is_null() {
            return Operation::WithoutBody;
        }
        let mut schema = schema.clone();
        schema["components"] = json!({ "schemas": self.reachable(&schema) });
        let validator = jsonschema::draft202012::new(&schema);
        let validator = validator.unwrap_or_else(|fault| panic!("the schema of {method} {route}: {fault}"));
        Operation::WithBody { validator: Box::new(validator), required: body["required"] == true }
    }

    /// The components that a schema refers to, and those that they refer to.
    fn reachable(&self, schema: &Value) -> Map<String, Value> {
        let mut wanted = BTreeSet::new();
        references(schema, &mut wanted);
        let mut found = Map::new();
        while let Some(name) = wanted.pop_first() {
            if found.contains_key(&name) {
                continue;
            }
            let component = &self.document["components"]["schemas"][&name];
            references(component, &mut wanted);
            found.insert(name, component.clone());
        }
        found
    }
}

fn references(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let target = fields.get("$ref").and_then(Value::as_str);
            names.extend(target.and_then(|path| path.strip_prefix("#/components/schemas/")).map(str::to_owned));
            fields.values().for_each(|field| references(field, names));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, names)),
        _ => {}
    }
}

fn as_described(body: &Value) -> Value {
    match body {
        Value::Object(fields) => {
            let described = fields.iter().map(|(name, value)| {
                let number = NUMBERS_IN_TEXT.contains(&name.as_str()).then(|| value.as_str()?.parse::<u64>().ok());
                let mut value = number.flatten().map_or_else(|| as_described(value), Value::from);
                for file in
                    value.as_array_mut().filter(|_| LISTS_OF_FILES.contains(&name.as_str())).into_iter().flatten()
                {
                    if let Some(id) = file["id"].as_u64() {
                        file["id"] = json!(id.to_string());
                    }
                }
                (name.clone(), value)
            });
            Value::Object(described.collect())
        }
        Value::Array(items) => items.iter().map(as_described).collect(),
        other => other.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn schema() -> Schema {
        let document = json!({
            "paths": { "/things/{id}": { "post": { "requestBody": { "required": true, "content": {
                "application/json": { "schema": { "$ref": "#/components/schemas/Thing" } } } } }, "get": {} } },
            "components": { "schemas": {
                "Thing": { "type": "object", "required": ["name"],
                    "properties": { "name": { "$ref": "#/components/schemas/Name" } } },
                "Name": { "type": "string", "maxLength": 3 } } } });
        Schema { document, compiled: Mutex::default() }
    }

    #[test]
    fn a_body_is_checked_through_references() {
        let schema = schema();
        assert_eq!(schema.check(&Method::POST, "/things/{thing_id}", &json!({ "name": "浜松市" })), Ok(()));
        let fault = schema.check(&Method::POST, "/things/{id}", &json!({ "name": "Ambon" })).unwrap_err();
        assert!(fault.contains("/name"), "{fault}");
        assert!(schema.check(&Method::POST, "/things/{id}", &Value::Null).is_err());
    }

    #[test]
    fn routes_that_are_not_described_are_told() {
        let schema = schema();
        assert!(schema.check(&Method::GET, "/others/{id}", &Value::Null).is_err());
        assert!(schema.check(&Method::GET, "/things/{id}", &Value::Null).is_ok());
        assert!(schema.check(&Method::GET, "/things/{id}", &json!({})).is_err());
    }
}
