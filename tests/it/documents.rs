//! What the documents for operators say is what there is.

use std::collections::BTreeSet;

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
