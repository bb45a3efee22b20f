//! The bot's counts as Prometheus reads them, in the `OpenMetrics` text format,
//! <https://github.com/prometheus/OpenMetrics/blob/v1.0.0/specification/OpenMetrics.md>.

use std::sync::atomic::AtomicU64;
use std::time::UNIX_EPOCH;

use hyper::header::HeaderValue;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};

use crate::discord::Service;
use crate::discord::health::Labels;
use crate::index::Field;
use crate::language::Language;

/// What [`text`] is.
pub(super) const CONTENT: HeaderValue =
    HeaderValue::from_static("application/openmetrics-text; version=1.0.0; charset=utf-8");

/// All counts as they are now.
pub(super) async fn text(service: &Service) -> String {
    let mut registry = Registry::with_prefix("kembar");
    registry.register("build", "The version that runs", Info::new([("version", env!("CARGO_PKG_VERSION"))]));
    answering(&mut registry, service);
    discord(&mut registry, service).await;
    corpus(&mut registry, service);
    let mut text = String::new();
    // Writing to a text does not fail.
    let _ = encode(&mut text, &registry);
    text
}

fn answering(registry: &mut Registry, service: &Service) {
    let health = service.health();
    registry.register("answers", "Answers, by outcome and language", health.answers.clone());
    registry.register_with_unit("answer", "Finding an answer", Unit::Seconds, health.answer_seconds.clone());
    let reply = "From a question's arrival until Discord had its answer";
    registry.register_with_unit("reply", reply, Unit::Seconds, health.reply_seconds.clone());
    registry.register("limited_questions", "Questions that were one too many for a person", health.limited.clone());
    registry.register("not_helpful", "Answers that were called not helpful", health.not_helpful.clone());
    registry.register("gaps", "Questions in vain that went into the gaps list, by kind", health.gaps.clone());
    registry.register(
        "gaps_left_out",
        "Questions in vain that could not be written into it",
        health.gaps_left_out.clone(),
    );
    registry.register("panics", "Handlers that panicked", health.panics.clone());
    registry.register("left_events", "Events left since too many were in hand", health.left.clone());
    registry.register("events_in_hand", "Events being dealt with", gauge(service.in_hand()));
}

async fn discord(registry: &mut Registry, service: &Service) {
    let shards = service.gateway().shards().await;
    let connected = shards.iter().filter(|shard| shard.is_connected).count();
    // With none, a bot that has never been connected would look like one that has lost nothing.
    let run = "Shards that this process is to run; 1 until Discord has said how many";
    registry.register("shards", run, gauge(shards.len().max(1)));
    registry.register("shards_connected", "Those that are connected", gauge(connected));
    let reconnects = service.health().reconnects.clone();
    registry.register("reconnects", "Connections taken up again, by session: resumed or new", reconnects);
    let requests = service.requests();
    registry.register("discord_requests", "Requests to Discord, each try, by result", requests.results.clone());
    let invalid = "Those that Discord counts as invalid: at 10000 in ten minutes it shuts the bot out";
    registry.register("discord_invalid_requests", invalid, requests.invalids.clone());
}

fn corpus(registry: &mut Registry, service: &Service) {
    let answerer = service.answerer();
    let corpus = answerer.corpus();
    registry.register("corpus_documents", "Documents", gauge(corpus.documents().len()));
    let passages = Family::<Labels<1>, Gauge>::default();
    for language in Language::ALL {
        let held = answerer.index().holders(Field::Words(language));
        passages.get_or_create(&[("language", language.code())]).set(held.into());
    }
    registry.register("corpus_passages", "Passages, by a language that they have", passages);
    let terms = Family::<Labels<1>, Gauge>::default();
    for field in Field::ALL {
        let held = answerer.index().vocabulary(field).len();
        terms.get_or_create(&[("field", field.name())]).set(i64::try_from(held).unwrap_or(i64::MAX));
    }
    registry.register("index_terms", "Different terms in the index, by field", terms);
    let loaded = Gauge::<f64, AtomicU64>::default();
    loaded.set(service.loaded_at().duration_since(UNIX_EPOCH).unwrap_or_default().as_secs_f64());
    registry.register_with_unit("corpus_loaded_timestamp", "When the corpus was loaded", Unit::Seconds, loaded);
    let reloads = service.health().reloads.clone();
    registry.register("reloads", "Changed corpora, by result: loaded or refused", reloads);
}

fn gauge(value: usize) -> Gauge {
    let gauge = Gauge::default();
    gauge.set(i64::try_from(value).unwrap_or(i64::MAX));
    gauge
}
