//! Any text at every door: what `fuzz/` tries for minutes, for seconds.

use std::ops::Range;
use std::sync::LazyLock;

use kembar::answer::{Answer, Answerer, Outcome, Question};
use kembar::corpus::importing::{Given, import, to_toml};
use kembar::corpus::{Corpus, CorpusFile, Source};
use kembar::discord::custom_id::CustomId;
use kembar::discord::limits;
use kembar::discord::rendering::{self, Audience, Form, View};
use kembar::language::Language;
use proptest::prelude::*;

static ANSWERER: LazyLock<Answerer> = LazyLock::new(|| {
    let corpus = Source::Embedded.read().expect("the embedded corpus has no fault");
    Answerer::new(corpus).expect("an index")
});

/// A corpus whose glossary has one name for two places, and a place that is written like a word.
static AMBIGUOUS: LazyLock<Answerer> = LazyLock::new(|| {
    let glossary = r#"
        [[place]]
        en = ["Valencia"]
        [[place]]
        en = ["Valencia"]
        [[place]]
        en = ["Åre"]
        [[place]]
        en = ["Ambon"]
        ja = ["アンボン"]
        [[term]]
        en = ["festival"]
    "#;
    let cities = r#"
        title = { en = "Cities", ja = "都市" }
        publisher = "P"
        url = "https://example.org/"
        kind = "digest"
        [[passage]]
        en = "Valencia and Åre joined in 2014. ㈱ヤマハ gave ½ of it."
        ja = "バレンシアは2014年に加わりました。㈱ヤマハが½を贈りました。"
        [[passage]]
        en = "Ambon joined in 2019."
        ja = "アンボンは2019年に加わりました。"
    "#;
    let file = |name: &str, content: &'static str| CorpusFile {
        name: name.to_owned(),
        content: Ok(content.as_bytes().into()),
    };
    let corpus = Corpus::read(vec![file("glossary.toml", glossary), file("cities.toml", cities)]);
    Answerer::new(corpus.expect("no fault")).expect("an index")
});

/// Words of the corpus and of questions, marks, and whatever else there is.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("Ambon".to_owned()),
        Just("siapa walikota".to_owned()),
        Just("浜松市はいつ".to_owned()),
        Just("when did".to_owned()),
        Just("2019".to_owned()),
        // A name of two places, a word like a place, and characters that are read as several.
        Just("wait, when did Valencia join".to_owned()),
        Just("which joined first, Valencia or Ambon".to_owned()),
        Just("are Ambon and Valencia the first".to_owned()),
        Just("㈱ヤマハ".to_owned()),
        Just("½".to_owned()),
        // Questions that have an answer, in each language: what is asked of one passage in two.
        Just("siapa wali kota hamamatsu?".to_owned()),
        Just("and who is the mayor of hamamatsu?".to_owned()),
        Just("浜松市長は誰？".to_owned()),
        Just("berapa penduduk ambon, ".to_owned()),
        Just("アンボンの人口は何人、".to_owned()),
        Just("Baca juga: ".to_owned()),
        Just("COPYRIGHT © ".to_owned()),
        "[\"'“”「」().,:;!?。、&<>/=\\-\n\r\t ]{1,4}",
        "\\PC{0,8}",
        any::<String>(),
    ];
    prop::collection::vec(word, 0..12).prop_map(|words| words.join(" "))
}

/// Tags with any text in them.
fn any_page() -> impl Strategy<Value = String> {
    let tag = prop::sample::select(vec![
        "<p>",
        "</p>",
        "<div class='share'>",
        "</div>",
        "<br>",
        "<br><br>",
        "<a href='/x'>",
        "</a>",
        "<article>",
        "<h1>",
        "<title>",
        "<script type='application/ld+json'>{\"@type\":\"Article\"",
        "</script>",
        "<!--",
        "-->",
        "<meta property='og:title' content='",
        "'>",
        "<table><tr><td>",
        "&quot;",
    ]);
    prop::collection::vec((tag, any_text()), 0..12)
        .prop_map(|parts| parts.into_iter().fold("<html>".to_owned(), |page, (tag, text)| page + tag + &text))
}

fn imported(raw: &[u8]) -> Result<(), TestCaseError> {
    let given = Given {
        id: "a".parse().expect("an id"),
        title: None,
        publisher: Some("P".to_owned()),
        published: None,
        url: Some("https://example.org/".to_owned()),
        language: Some(Language::Id),
    };
    if let Ok(imported) = import(raw, &given) {
        let file = CorpusFile { name: "a.toml".to_owned(), content: Ok(imported.toml.into_bytes().into()) };
        let corpus = Corpus::read(vec![file]).map_err(|faults| TestCaseError::fail(faults.to_string()))?;
        prop_assert_eq!(&corpus.documents()[0], &imported.document);
        prop_assert!(to_toml(&imported.document).parse::<toml::Table>().is_ok());
    }
    Ok(())
}

/// The code points of every text of an embed, which Discord counts together.
fn length(value: &serde_json::Value) -> usize {
    match value {
        serde_json::Value::Object(object) => {
            let counted = |key: &str| matches!(key, "title" | "description" | "name" | "value" | "text");
            let texts = object.iter().map(|(key, value)| match value.as_str() {
                Some(text) if counted(key) => text.chars().count(),
                _ => length(value),
            });
            texts.sum()
        }
        serde_json::Value::Array(values) => values.iter().map(length).sum(),
        _ => 0,
    }
}

fn rendered(answer: &Answer, corpus: &Corpus) -> Result<(), TestCaseError> {
    for form in [Form::Embed, Form::Text] {
        let view = View::new(form, 7.into(), Audience::All);
        let message = serde_json::to_value(rendering::answer(answer, corpus, &view).message()).expect("JSON");
        prop_assert!(message["content"].as_str().unwrap_or_default().chars().count() <= limits::CONTENT);
        prop_assert!(length(&message["embeds"]) <= limits::EMBEDS_TOGETHER);
        prop_assert_eq!(&message["allowed_mentions"]["parse"], &serde_json::json!([]));
    }
    Ok(())
}

#[test]
fn a_name_of_two_places_is_one_name() {
    let text = "Valencia or Ambon and who is the mayor of hamamatsu?";
    assert_eq!(AMBIGUOUS.answer(&Question::new(text)).question.text, text);
}

proptest! {
    #[test]
    fn any_text_is_a_question(text in any_text(), previous in prop::option::of(any_text())) {
        let question = Question::new(text).after(previous);
        for answerer in [&ANSWERER, &AMBIGUOUS] {
            let answer = answerer.answer(&question);
            if let Outcome::Found { passages, .. } | Outcome::Unsure { passages } = &answer.outcome {
                for passage in passages.as_slice() {
                    let is_there = |range: &Range<usize>| passage.text.get(range.clone()).is_some_and(|it| !it.is_empty());
                    prop_assert!(passage.text.contains(passage.best_sentence()));
                    prop_assert!(passage.matches.iter().all(is_there));
                }
            }
            for (headline, spans) in answer.headlines() {
                prop_assert!(spans.iter().all(|span| headline.get(span.clone()).is_some()));
            }
            rendered(&answer, answerer.corpus())?;
        }
    }

    #[test]
    fn any_text_is_imported_or_refused(text in any_text()) {
        imported(text.as_bytes())?;
    }

    #[test]
    fn any_page_is_imported_or_refused(page in any_page()) {
        imported(page.as_bytes())?;
    }

    #[test]
    fn any_bytes_are_imported_or_refused(bytes: Vec<u8>) {
        imported(&bytes)?;
    }

    #[test]
    fn any_text_is_a_control_or_none(text in "((show|near|share|remove|not-helpful):)?(id|en|ja)?:?\\PC{0,30}") {
        if let Ok(custom_id) = text.parse::<CustomId>() {
            prop_assert!(custom_id.to_string().chars().count() <= limits::CUSTOM_ID);
            prop_assert_eq!(custom_id.to_string().parse::<CustomId>(), Ok(custom_id));
        }
    }
}
