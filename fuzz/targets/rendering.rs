//! Any text as title, publisher, passage and question: rendered within Discord's limits, and with nothing that pings.
#![no_main]

use kembar::answer::{Answerer, Question};
use kembar::corpus::{Corpus, Document, Glossary, Kind, Passage, PassageNumber};
use kembar::discord::limits;
use kembar::discord::rendering::{self, Audience, Form, View};
use kembar::language::{ByLanguage, Language};
use libfuzzer_sys::fuzz_target;
use serde_json::Value;

fn corpus(texts: &[String; 3]) -> Option<Corpus> {
    let [title, publisher, passage] =
        texts.each_ref().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    let fits = |text: &str| text.chars().any(char::is_alphanumeric) && !text.chars().any(char::is_control);
    if ![&title, &publisher, &passage].into_iter().all(|text| fits(text)) {
        return None;
    }
    let only = |text| ByLanguage { id: Some(text), en: None, ja: None };
    let passage = Passage { number: PassageNumber::from_index(0), text: only(passage), asked: ByLanguage::default() };
    let document = Document {
        id: "a".parse().ok()?,
        title: only(title),
        publisher,
        published: None,
        url: "https://example.org/".to_owned(),
        kind: Kind::Verbatim,
        rights: None,
        passages: vec![passage],
        questions: ByLanguage::default(),
        untold: ByLanguage::default(),
    };
    Some(Corpus::new(vec![document], Glossary::default()))
}

/// The length of every string under these keys, in code points.
fn length(value: &Value, keys: &[&str]) -> usize {
    match value {
        Value::Object(object) => object
            .iter()
            .map(|(key, value)| match value {
                Value::String(text) if keys.contains(&key.as_str()) => text.chars().count(),
                _ => length(value, keys),
            })
            .sum(),
        Value::Array(values) => values.iter().map(|value| length(value, keys)).sum(),
        _ => 0,
    }
}

fuzz_target!(|texts: (String, [String; 3], Option<u8>, u8)| {
    let (question, texts, language, from) = texts;
    let Some(corpus) = corpus(&texts) else { return };
    let answerer = Answerer::new(corpus).expect("an index");
    let language = language.map(|at| Language::ALL[usize::from(at) % 3]);
    // What is asked is in the passage as often as not.
    for question in [&question, &texts[2]] {
        let answer = answerer.answer(&Question::new(question.as_str()).for_reader(language));
        for (form, audience) in [(Form::Embed, Audience::All), (Form::Text, Audience::ASKER)] {
            let view = View::new(form, 7.into(), audience).starting_at(from);
            let message =
                serde_json::to_value(rendering::answer(&answer, answerer.corpus(), &view).message()).expect("JSON");
            assert!(message["content"].as_str().unwrap_or_default().chars().count() <= limits::CONTENT);
            assert!(message["embeds"].as_array().is_none_or(|embeds| embeds.len() <= 10));
            let together = length(&message["embeds"], &["title", "description", "name", "value", "text"]);
            assert!(together <= limits::EMBEDS_TOGETHER, "{together}");
            assert_eq!(message["allowed_mentions"]["parse"], serde_json::json!([]));
        }
    }
});
