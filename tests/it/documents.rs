//! What the documents for operators say is what there is.

use std::collections::BTreeSet;

use kembar::language::Language;
use kembar::phrases::phrase;

/// The settings of `.env.example`.
fn settings() -> BTreeSet<&'static str> {
    let lines = include_str!("../../.env.example").lines();
    let names = lines.filter_map(|line| Some(line.trim_start_matches("# ").split_once('=')?.0));
    names.filter(|name| !name.contains(' ')).collect()
}

#[test]
fn the_operating_documents_have_every_setting_and_no_other() {
    for document in OPERATING {
        let rows = document.lines().filter_map(|line| line.strip_prefix("| `")?.split_once('`'));
        let named = rows.map(|(name, _)| name).filter(|name| name.starts_with("KEMBAR_") || *name == "DISCORD_TOKEN");
        assert_eq!(named.collect::<BTreeSet<_>>(), settings(), "{}", document.lines().next().unwrap_or_default());
    }
}

#[test]
fn the_operating_documents_have_the_same_sections_and_commands() {
    let outline = |document: &str| {
        let headings = document.lines().filter(|line| line.starts_with("## ")).count();
        let commands: Vec<String> = document.split("```").skip(1).step_by(2).map(str::to_owned).collect();
        (headings, commands)
    };
    let english = outline(include_str!("../../docs/operating.md"));
    assert!(english.0 > 4 && !english.1.is_empty());
    assert_eq!(outline(include_str!("../../docs/operating.id.md")), english);
    assert_eq!(outline(include_str!("../../docs/operating.ja.md")), english);
}

#[test]
fn the_document_on_privacy_has_the_days_of_the_gaps_list() {
    let document = include_str!("../../docs/privacy.md");
    let days = kembar::gaps::USUAL_DAYS;
    assert!(document.contains(&format!("{days} days (`KEMBAR_GAPS_DAYS`)")));
    assert!(include_str!("../../.env.example").contains(&format!("KEMBAR_GAPS_DAYS={days}")));
}

#[test]
fn the_memory_that_the_unit_allows_is_told_where_memory_is_measured() {
    let unit = include_str!("../../deploy/kembar.service");
    let allowed = unit.lines().find_map(|line| line.strip_prefix("MemoryMax=")?.strip_suffix('M')).expect("its limit");
    for document in OPERATING.into_iter().chain([include_str!("../../docs/scaling.md")]) {
        assert!(document.contains(&format!("{allowed} MB")) && document.contains("`MemoryMax`"), "{allowed}");
    }
}

/// The documents for operators, one a language.
const OPERATING: [&str; 3] = [
    include_str!("../../docs/operating.md"),
    include_str!("../../docs/operating.id.md"),
    include_str!("../../docs/operating.ja.md"),
];

#[test]
fn the_operating_documents_give_a_typed_command_the_services_settings() {
    for document in OPERATING {
        for expect in ["env KEMBAR_CORPUS=/etc/kembar/corpus kembar import", "env KEMBAR_GAPS=", "env KEMBAR_HTTP="] {
            assert!(document.contains(expect), "{expect}");
        }
        let row = document.lines().find(|line| line.starts_with("| `DISCORD_TOKEN is not set`")).expect("its row");
        assert!(row.contains("/etc/kembar/kembar.env"), "{row}");
    }
}

#[test]
fn the_operating_documents_know_why_discord_cannot_be_reached() {
    let causes = ["its name is not resolved", "connection refused", "timed out", "its certificate is not accepted"];
    for document in OPERATING {
        let row = document.lines().find(|line| line.starts_with("| `Discord cannot be reached`")).expect("its row");
        assert!(causes.iter().all(|cause| row.contains(&format!("`{cause}`"))), "{row}");
    }
}

#[test]
fn the_operating_documents_quote_what_is_said_in_their_language() {
    for (document, language) in OPERATING.into_iter().zip([Language::En, Language::Id, Language::Ja]) {
        let rows: Vec<&str> = document.lines().filter(|line| line.starts_with("| ")).collect();
        let ask = format!("`/{}`", phrase(language, "ask-name"));
        for quoted in [&*phrase(language, "nothing-found"), &ask, "`Discord refuses the token`", "`Nothing was loaded`"]
        {
            assert!(rows.iter().any(|row| row.contains(quoted)), "{quoted}");
        }
        assert!(language == Language::En || !rows.iter().any(|row| row.contains("`/ask`")), "{language}");
    }
}

#[test]
fn the_first_steps_name_the_program_where_the_build_puts_it() {
    for document in OPERATING {
        for command in ["check", "ask", "serve"] {
            let step = document.lines().find(|line| line.contains(&format!("`target/release/kembar {command}")));
            assert!(step.is_some_and(|step| step.starts_with(['6', '7'])), "{command}");
        }
        assert!(document.contains("podman build --format docker"), "else podman has no health check");
    }
}

#[test]
fn the_service_is_not_started_again_where_its_operator_has_to_mend() {
    let unit = include_str!("../../deploy/kembar.service");
    assert!(unit.lines().any(|line| line == "RestartPreventExitStatus=2"));
}
