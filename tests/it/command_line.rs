//! The program as a script or a person starts it.

use std::io::Write as _;
use std::process::{Command, Output, Stdio};

fn kembar(arguments: &[&str], input: &str, corpus: Option<&std::path::Path>) -> Output {
    kembar_in("en_GB.UTF-8", arguments, input.as_bytes(), corpus)
}

/// The same at a terminal of that locale.
fn kembar_in(locale: &str, arguments: &[&str], input: &[u8], corpus: Option<&std::path::Path>) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
    command.args(arguments).env_remove("KEMBAR_CORPUS").env("NO_COLOR", "1").env("LC_ALL", locale);
    if let Some(corpus) = corpus {
        command.env("KEMBAR_CORPUS", corpus);
    }
    given(&mut command, input)
}

/// What `command` says, given `input`.
fn given(command: &mut Command, input: &[u8]) -> Output {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("kembar starts");
    // A program that needs no input may have ended before it is written.
    let _ = child.stdin.take().expect("piped").write_all(input);
    child.wait_with_output().expect("kembar ends")
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).expect("UTF-8")
}

#[test]
fn the_same_fact_is_found_in_three_languages() {
    for question in [
        "Kapan Ambon menjadi kota musik UNESCO?",
        "When did Ambon become a UNESCO City of Music?",
        "アンボンはいつユネスコの音楽都市になりましたか",
    ] {
        let output = kembar(&["ask", "--json", question], "", None);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(output.status.code(), Some(0), "{answer}");
        assert!(answer["sentence"].as_str().is_some_and(|sentence| sentence.contains("2019")), "{answer}");
        assert_eq!(answer["found"], true, "{answer}");
    }
}

#[test]
fn the_json_has_the_keys_of_the_contract() {
    let output = kembar(&["ask", "--json", "--limit", "1", "siapa rico hayat"], "", None);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let keys: Vec<&str> = answer.as_object().expect("an object").keys().map(String::as_str).collect();
    let mut expect =
        ["question", "language", "outcome", "found", "confidence", "corpus", "sentence", "span", "passages"];
    expect.sort_unstable();
    let mut keys = keys;
    keys.sort_unstable();
    assert_eq!(keys, expect);
    assert_eq!(answer["passages"].as_array().map(Vec::len), Some(1));
    assert_eq!(answer["passages"][0]["citation"]["published"], "2024");
}

#[test]
fn no_more_passages_than_the_limit_are_shown_but_one_for_each_question() {
    let shown = |limit: &str, question: &str| {
        let output = kembar(&["ask", "--json", "--limit", limit, question], "", None);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        answer["passages"].as_array().map(Vec::len)
    };
    let of_each = "siapa walikota hamamatsu? kapan ambon jadi kota musik?";
    assert_eq!([shown("1", of_each), shown("10", of_each)], [Some(2), Some(2)]);
    assert_eq!([shown("1", "siapa walikota hamamatsu"), shown("3", "siapa walikota hamamatsu")], [Some(1), Some(3)]);
    let help = text(&kembar(&["ask", "--help"], "", None).stdout);
    assert!(help.contains("at most; of several questions in one, the best of each all the same"), "{help}");
    assert!(help.contains("Exits with 0") && help.contains("docs/json.md"), "{help}");
}

#[test]
fn a_passage_is_looked_up_by_its_name() {
    let output = kembar(&["ask", "--json", "--language", "ja", "antara-2024-ambon-hamamatsu#9"], "", None);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(output.status.code(), Some(0), "{answer}");
    assert_eq!(answer["passages"].as_array().map(Vec::len), Some(1));
    assert_eq!(answer["passages"][0]["document"], "antara-2024-ambon-hamamatsu");
    assert_eq!((&answer["passages"][0]["paragraph"], &answer["passages"][0]["language"]), (&9.into(), &"ja".into()));
    let output = kembar(&["ask", "--json", "antara-2024-ambon-hamamatsu#99"], "", None);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!((output.status.code(), &answer["reason"]), (Some(1), &"no_such_passage".into()), "{answer}");
}

#[test]
fn sources_that_differ_are_shown_side_by_side() {
    for (question, heading) in [
        ("Sejak kapan Ambon kembaran sama Vlissingen?", "Sumber-sumber kami memberi lebih dari satu jawaban:"),
        ("Since when have Ambon and Vlissingen been linked?", "Our sources give more than one answer to this:"),
        ("アンボン市とフリシンゲン市の関係はいつからですか。", "資料によって答えが異なります。"),
    ] {
        let shown = text(&kembar(&["ask", question], "", None).stdout);
        assert!(shown.starts_with(heading), "{shown}");
        let output = kembar(&["ask", "--json", question], "", None);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let differing = answer["differing"].as_array().expect("a list");
        assert_eq!(differing[0]["sentence"], answer["sentence"], "{answer}");
        for (passage, publisher, year) in [
            ("antara-2019-ambon-vlissingen#1", "ANTARA News Ambon, Maluku", "2006"),
            ("vlissingen-stedenband-ambon#2", "Gemeente Vlissingen", "1991"),
        ] {
            let statement = differing.iter().find(|told| told["passage"] == passage).expect("each is told");
            assert!(statement["value"].as_str().is_some_and(|value| value.contains(year)), "{statement}");
            assert_eq!(statement["publisher"], publisher, "{statement}");
            let sentence = statement["sentence"].as_str().expect("a sentence");
            let source = shown.split_once(&format!("{sentence}\n    {publisher}")).map(|(_, rest)| rest);
            let end = source.and_then(|rest| rest.lines().next()).expect("the sentence, then its source");
            assert!(end.ends_with(&format!("({passage})")), "{shown}");
        }
        // One of them has no room among the passages.
        let output = kembar(&["ask", "--json", "--limit", "1", question], "", None);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let shown = text(&kembar(&["ask", "--limit", "1", question], "", None).stdout);
        for statement in answer["differing"].as_array().expect("a list") {
            let (sentence, url) = (statement["sentence"].as_str(), statement["url"].as_str().expect("an address"));
            let (_, behind) = shown.split_once(sentence.expect("a sentence")).expect("it is shown");
            assert_eq!(behind.lines().nth(2).map(str::trim), Some(url), "{shown}");
        }
    }
    let output = kembar(&["ask", "--json", "Kapan Ambon menjadi kota musik UNESCO?"], "", None);
    assert!(!text(&output.stdout).contains("differing"));
}

#[test]
fn of_two_places_that_are_compared_both_are_told() {
    // What was earlier stands first, in whichever order they are named.
    let years = ["2014", "2019"];
    for question in [
        "which joined unesco first, ambon or hamamatsu?",
        "duluan mana jadi kota musik unesco, hamamatsu atau ambon",
        "アンボンと浜松、どっちが先に音楽都市になった？",
    ] {
        let output = kembar(&["ask", "--json", question], "", None);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let shown = text(&kembar(&["ask", question], "", None).stdout);
        let mut lines = shown.lines();
        for (place, year) in years.into_iter().enumerate() {
            let sentence = answer["parts"][place]["sentence"].as_str().expect("a sentence");
            assert!(sentence.contains(year), "{answer}");
            assert_eq!((lines.next(), lines.next()), (Some(sentence), Some("")), "{shown}");
        }
        assert_eq!(answer["parts"][0]["sentence"], answer["sentence"]);
    }
    let output = kembar(&["ask", "--json", "when did hamamatsu join unesco"], "", None);
    assert!(!text(&output.stdout).contains("parts"));
}

#[test]
fn a_bare_name_is_asked_back_and_what_was_looked_for_is_said_as_typed() {
    for (question, reason, first_lines) in [
        ("hamamatsu", "topic", "What would you like to know about “Hamamatsu”?\n\nWhat our sources do cover:"),
        ("浜松", "topic", "「浜松」について、何をお調べしましょうか。\n\n資料にある内容："),
        ("vlisingen", "topic", "What would you like to know about “Vlissingen”?\n"),
        ("qwert", "unknown_words", "Sorry, our sources have no answer to this.\nLooked for: qwert\n"),
        ("lol", "understood", "Just ask if you would like to know more.\n"),
        (
            "price PRICE price tickets",
            "nothing_fits",
            "Sorry, our sources have no answer to this.\nLooked for: price, tickets\n",
        ),
        ("oke makasih infonya kak", "thanks", "Sama-sama.\n"),
        ("bye", "farewell", "Goodbye!\n"),
        ("", "empty", "I could not find a question there.\n"),
        ("wi-fi price", "nothing_fits", "Sorry, our sources have no answer to this.\nLooked for: wi-fi, price\n"),
        (
            "優勝者の身長",
            "nothing_fits",
            "申し訳ありません。手元の資料には答えがありません。\n検索した言葉：優勝者、身長\n",
        ),
        (
            "tiket festval jaz",
            "nothing_fits",
            "Maaf, sumber kami tidak memuat jawabannya.\nYang dicari: tiket, festval, jaz\nMaksud Anda “festival”, bukan “festval”?",
        ),
        (
            "who embroiders it",
            "unknown_words",
            "Sorry, our sources have no answer to this.\nLooked for: embroiders\n\n",
        ),
    ] {
        let shown = text(&kembar(&["ask", question], "", None).stdout);
        assert!(shown.starts_with(first_lines), "{shown}");
        let output = kembar(&["ask", "--json", question], "", None);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!((output.status.code(), &answer["reason"]), (Some(1), &reason.into()), "{answer}");
    }
}

#[test]
fn the_answer_stands_first_with_what_it_leans_on_and_is_not_said_twice() {
    let shown = text(&kembar(&["ask", "was the yacht race ever stopped"], "", None).stdout);
    let first = "The Darwin–Ambon yacht race was first sailed in 1976. It was stopped by the unrest of 1999 and resumed in 2007.";
    assert!(shown.starts_with(&format!("{first}\n\n[1] The sister cities Darwin and Ambon")), "{shown}");
    assert_eq!(shown.matches("It was stopped").count(), 1, "{shown}");
}

#[test]
fn two_documents_beside_the_shipped_ones_name_one_office_and_are_shown_side_by_side() {
    let folder = tempfile::tempdir().expect("a folder");
    for file in std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/corpus")).expect("the shipped corpus") {
        let file = file.expect("a file");
        std::fs::copy(file.path(), folder.path().join(file.file_name())).expect("copied");
    }
    for (paper, id, en, ja) in [
        (
            "Siwalima",
            "Wali Kota Ambon adalah Rico Hayat.",
            "The mayor of Ambon is Rico Hayat.",
            "アンボン市長は早戸力男氏です。",
        ),
        (
            "Kompas",
            "Dewi Sahetapy menjadi Wali Kota Ambon.",
            "Dewi Sahetapy is the mayor of Ambon.",
            "佐平出美氏がアンボン市長に就任しました。",
        ),
    ] {
        let document = format!(
            "title = {{ en = \"Visit\" }}\npublisher = \"{paper}\"\npublished = \"2026\"\nurl = \"https://example.org/\"\n\
             kind = \"digest\"\n[[passage]]\nid = \"{id}\"\nen = \"{en}\"\nja = \"{ja}\"\n"
        );
        std::fs::write(folder.path().join(format!("{}.toml", paper.to_lowercase())), document).expect("written");
    }
    for (question, names) in [
        ("siapa wali kota ambon", ["Rico Hayat", "Dewi Sahetapy"]),
        ("who is the mayor of ambon?", ["Rico Hayat", "Dewi Sahetapy"]),
        ("アンボン市長は誰ですか", ["早戸力男", "佐平出美"]),
    ] {
        let output = kembar(&["ask", "--json", question], "", Some(folder.path()));
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let told = answer["differing"].as_array().unwrap_or_else(|| panic!("{answer}"));
        for (paper, name) in ["Siwalima", "Kompas"].into_iter().zip(names) {
            let statement = told.iter().find(|statement| statement["publisher"] == paper).expect("each is told");
            assert_eq!((&statement["value"], &statement["published"]), (&name.into(), &"2026".into()), "{statement}");
        }
    }
}

#[test]
fn what_the_corpus_does_not_hold_is_not_found() {
    for question in ["How do I cook rice?", "cara masak rendang", "富士山の高さは", "???", "🎵🎵"] {
        let output = kembar(&["ask", "--json", question], "", None);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!((output.status.code(), &answer["outcome"]), (Some(1), &"not_found".into()), "{answer}");
        assert!(answer["reason"].is_string(), "{answer}");
    }
}

#[test]
fn standard_input_is_asked_line_by_line() {
    let output = kembar(&["ask", "--json"], "siapa rico hayat\n\n\u{ff}berapa kota musik unesco", None);
    assert_eq!(text(&output.stdout).lines().count(), 2);
    // As Windows programs begin what they write.
    let output = kembar(&["ask", "--json"], "\u{feff}siapa rico hayat\n", None);
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(answer["question"], "siapa rico hayat");
}

#[test]
fn of_a_long_text_what_asks_is_read_and_it_is_said_that_not_all_was() {
    let told = "Halo, saya menulis skripsi tentang musik dan membaca banyak hal setiap hari. ".repeat(8);
    let notice = "Pertanyaan Anda lebih dari 500 karakter; hanya sebagian yang dibaca.";
    for (question, answer) in [("Siapa wali kota Hamamatsu?", "Nakano Yusuke"), ("Siapa wali kota Ambon?", "Maaf")] {
        let asked = format!("{told}{question}");
        let output = kembar(&["ask", "--json", &asked], "", None);
        let json: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!((&json["question"], &json["read"]), (&asked.into(), &format!("…{question}").into()));
        for shown in [
            text(&kembar(&["ask", &format!("{told}{question}")], "", None).stdout),
            text(&kembar(&["chat"], &format!("{told}{question}\n"), None).stdout),
        ] {
            assert!(shown.contains(answer) && shown.contains(notice), "{shown}");
        }
        assert!(!text(&kembar(&["ask", question], "", None).stdout).contains(notice), "{question}");
    }
}

#[test]
fn where_a_question_tells_no_language_the_terminals_is_spoken() {
    for (locale, language) in [("id_ID.UTF-8", "id"), ("ja_JP.UTF-8", "ja"), ("de_DE.UTF-8", "en"), ("C", "en")] {
        let output = kembar_in(locale, &["ask", "--json", "UNESCO 2019"], b"", None);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(answer["language"], language, "{locale}");
    }
    let output = kembar_in("id_ID.UTF-8", &["ask", "--json", "who is the mayor of Hamamatsu"], b"", None);
    assert!(text(&output.stdout).contains(r#""language":"en""#));
}

#[test]
fn a_byte_that_is_no_utf_8_ends_no_talk() {
    for command in ["ask", "chat"] {
        let output = kembar_in("id_ID.UTF-8", &[command], b"\xff\xfe\nsiapa walikota hamamatsu\n", None);
        assert!(text(&output.stdout).contains("Nakano Yusuke"), "{command}");
        assert_eq!(text(&output.stderr), "", "{command}");
    }
    let output = kembar_in("id_ID.UTF-8", &["chat"], b"siapa \xff walikota hamamatsu\n", None);
    assert!(text(&output.stdout).contains("Nakano Yusuke") && output.status.success());
}

#[test]
fn no_control_character_reaches_the_terminal() {
    let output = kembar(&["ask", "\u{1b}[31mkota\u{202e} xyzzy\u{7}"], "", None);
    let shown = text(&output.stdout);
    assert!(!shown.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{shown:?}");
    let folder = tempfile::tempdir().expect("a folder");
    let file = "title = \"\u{1b}[31mkota\u{202e}\"\n\"\u{1b}]0;x\u{9b}\" = 1\n";
    std::fs::write(folder.path().join("a\u{202e}.toml"), file).expect("written");
    let shown = text(&kembar(&["check", folder.path().to_str().expect("UTF-8")], "", None).stderr);
    assert!(shown.contains("kota") && !shown.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{shown:?}");
}

#[test]
fn a_wrong_use_is_a_fault() {
    for arguments in [&["ask", "--language", "nl", "x"][..], &["ask", "--limit", "0", "x"], &["sing"]] {
        assert_eq!(kembar(arguments, "", None).status.code(), Some(2), "{arguments:?}");
    }
    assert!(text(&kembar(&[], "", None).stdout).contains("Usage"));
}

#[test]
fn a_mistyped_setting_is_refused_wherever_it_is_set() {
    let folder = tempfile::tempdir().expect("a folder");
    let check = |name: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
        command
            .arg("check")
            .current_dir(folder.path())
            .env_remove("KEMBAR_CORPUS")
            .envs(name.map(|it| (it, "/secret")));
        let output = command.output().expect("kembar runs");
        (output.status.code(), text(&output.stderr))
    };
    let said = |start: &str| (Some(2), format!("{start} is no setting: did you mean KEMBAR_CORPUS?\n"));
    assert_eq!(check(None), (Some(0), String::new()));
    assert_eq!(check(Some("KEMBAR_CORPSU")), said("KEMBAR_CORPSU, set in the environment,"));
    std::fs::write(folder.path().join(".env"), "KEMBAR_CORPU=/secret\n").expect("written");
    assert_eq!(check(None), said("KEMBAR_CORPU, set in .env,"));
}

#[test]
fn a_bad_line_of_what_is_measured_on_is_told_by_file_line_and_key() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = |name: &str| folder.path().join(name).to_str().expect("UTF-8").to_owned();
    let (paragraphs, questions) = (path("paragraphs.jsonl"), path("questions.jsonl"));
    let paragraph = r#"{"id": 1, "language": "id", "title": "J", "text": "Satu kalimat tentang kota."}"#;
    std::fs::write(&paragraphs, paragraph).expect("written");
    let question = r#"{"text": "satu?", "gold": 1, "answers": ["kota"], "answerable": true}"#;
    let evaluate = |second: &str| {
        std::fs::write(&questions, format!("{question}\n{second}\n")).expect("written");
        kembar(&["evaluate", "--json", "--paragraphs", &paragraphs, "--questions", &questions], "", None)
    };
    assert_eq!(evaluate("").status.code(), Some(0));
    for (bad, fault) in [
        (question.replace('1', "\"1\""), "`gold` has to be a whole number"),
        (question.replace("answerable", "known"), "`answerable` is missing, which has to be true or false"),
        (question.replace('1', "9"), "`gold` is 9, which is the id of no paragraph"),
        ("satu?".to_owned(), "this line is no JSON object; its keys are text, gold, answers and answerable"),
    ] {
        let output = evaluate(&bad);
        assert_eq!((output.status.code(), text(&output.stderr)), (Some(2), format!("{questions}:2: {fault}\n")));
    }
    std::fs::write(&paragraphs, format!("\u{feff}{paragraph}\n\n{paragraph}\n")).expect("written");
    let output = evaluate("");
    let fault = format!("{paragraphs}:3: the `id` 1 is that of line 1 too; each paragraph has to have its own\n");
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(2), fault));
}

/// Linux alone has a device that is always full.
#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_one_sentence_and_a_reader_that_has_gone_is_none() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("raw"), "Satu kalimat yang panjang tentang kota itu.").expect("written");
    let gaps = folder.path().join("gaps.sqlite");
    let list = kembar::gaps::GapsSettings { path: gaps.clone(), days: 1 };
    drop(kembar::gaps::Store::open(&list).expect("it is made"));
    let ended = |arguments: &[&str], output: Stdio| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
        command.args(arguments).current_dir(folder.path()).env_remove("KEMBAR_CORPUS").env("KEMBAR_GAPS", &gaps);
        let child = command.stdin(Stdio::null()).stdout(output).stderr(Stdio::piped()).spawn().expect("kembar starts");
        let output = child.wait_with_output().expect("kembar ends");
        (output.status.code(), text(&output.stderr))
    };
    let import = ["import", "raw", "--force", "--id", "a", "--url", "https://example.org/", "--publisher", "P"];
    let commands: [&[&str]; 8] =
        [&["check"], &["gaps"], &["gaps", "--csv"], &import, &["ask", "siapa rico hayat"], &["chat"], &["--help"], &[]];
    for arguments in commands {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there");
        let (status, said) = ended(arguments, full.into());
        assert_eq!(status, Some(2), "{arguments:?}: {said}");
        assert!(said.starts_with("Standard output cannot be written: ") && said.lines().count() == 1, "{said}");
        let (reader, writer) = std::io::pipe().expect("a pipe");
        drop(reader);
        assert_eq!(ended(arguments, writer.into()), (Some(0), String::new()), "{arguments:?}");
    }
}

/// Linux alone has a device that is always full.
#[cfg(target_os = "linux")]
#[test]
fn what_cannot_be_said_on_standard_error_leaves_the_status_as_it_is() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("bad")).expect("made");
    std::fs::write(folder.path().join("bad/a.toml"), "title = 1\n").expect("written");
    let commands: [(&[&str], i32); 6] = [
        (&["check", "bad"], 1),
        (&["ask", "x"], 2),
        (&["serve"], 2),
        (&["gaps"], 2),
        (&["health"], 2),
        (&["evaluate", "--paragraphs", "none", "--questions", "none"], 2),
    ];
    for (arguments, status) in commands {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("it is there");
        let mut command = Command::new(env!("CARGO_BIN_EXE_kembar"));
        command.args(arguments).current_dir(folder.path()).env("KEMBAR_CORPUS", "bad").env("DISCORD_TOKEN", "x");
        command.env("KEMBAR_HTTP", if arguments == ["serve"] { "127.0.0.1:0" } else { "" }).env("KEMBAR_LOG", "trace");
        let ended = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(full).status().expect("kembar runs");
        assert_eq!(ended.code(), Some(status), "{arguments:?}");
    }
}

#[test]
fn every_fault_of_a_corpus_is_reported_with_file_and_line() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("a.toml"), "title = 1\n").expect("written");
    std::fs::write(folder.path().join("b.toml"), b"\xff").expect("written");
    let output = kembar(&["check", folder.path().to_str().expect("UTF-8")], "", None);
    let shown = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{shown}");
    for part in ["a.toml:1", "has no `publisher`", "b.toml:1", "not UTF-8"] {
        assert!(shown.contains(part), "{part} is missing in {shown}");
    }
    let again = format!("Nothing was loaded; `kembar check {}` tells when they are mended.", folder.path().display());
    assert!(shown.contains(&again), "{shown}");
    let refused = kembar(&["ask", "x"], "", Some(folder.path()));
    assert_eq!(refused.status.code(), Some(2));
    assert!(text(&refused.stderr).contains(&again), "{}", text(&refused.stderr));
    let output = kembar(&["check"], "", None);
    assert_eq!(output.status.code(), Some(0));
    assert!(text(&output.stdout).ends_with(": no faults in the embedded corpus.\n"), "{}", text(&output.stdout));
    let (missing, empty) = (folder.path().join("missing"), tempfile::tempdir().expect("a folder"));
    let only_names = tempfile::tempdir().expect("a folder");
    std::fs::write(only_names.path().join("glossary.toml"), "[[term]]\nid = [\"kota\"]\n").expect("written");
    for (folder, why) in
        [(&*missing, "cannot be read"), (empty.path(), "no document"), (only_names.path(), "no document")]
    {
        let output = kembar(&["check", folder.to_str().expect("UTF-8")], "", None);
        let shown = text(&output.stderr).split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(output.status.code(), Some(1), "{shown}");
        assert!(shown.contains(why) && shown.contains("name a folder of corpus files"), "{shown}");
        assert!(shown.contains(folder.file_name().and_then(std::ffi::OsStr::to_str).expect("UTF-8")), "{shown}");
    }
}

#[test]
fn of_thousands_of_faults_a_check_shows_all_and_who_cannot_start_the_first() {
    let folder = tempfile::tempdir().expect("a folder");
    let good = "title.id = \"J\"\npublisher = \"P\"\nurl = \"https://example.org/\"\nkind = \"digest\"\n";
    let file = format!("{good}[[passage]]\nid = \"S\"\n[questions]\nid = [{}]\n", "1, 1,\n".repeat(2_000));
    std::fs::write(folder.path().join("a.toml"), file).expect("written");
    let output = kembar(&["check", folder.path().to_str().expect("UTF-8")], "", None);
    let shown = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(shown.contains("\n4000 faults. ") && !shown.contains("more."), "{}", &shown[shown.len() - 300..]);
    assert_eq!(shown.matches("is of type integer").count(), 4_000);
    let output = kembar(&["ask", "x"], "", Some(folder.path()));
    let shown = text(&output.stderr);
    assert_eq!(output.status.code(), Some(2));
    assert!(shown.contains("… and 3950 more.\n4000 faults. "), "{}", &shown[shown.len() - 300..]);
    assert_eq!(shown.matches("is of type integer").count(), 50);
    assert!(shown.len() < 50_000, "{}", shown.len());
}

#[test]
fn an_id_that_is_used_twice_is_reported_beside_other_faults() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("new")).expect("made");
    let good = "title.id = \"J\"\npublisher = \"P\"\nurl = \"https://example.org/\"\nkind = \"digest\"\n[[passage]]\nid = \"S\"\n";
    std::fs::write(folder.path().join("a.toml"), good).expect("written");
    for bad in [good.replace("\"digest\"", "\"novel\""), good.replace("title.id", "title.id ="), "\u{1}".to_owned()] {
        std::fs::write(folder.path().join("new/a.toml"), bad).expect("written");
        let shown = text(&kembar(&["check", folder.path().to_str().expect("UTF-8")], "", None).stderr);
        assert!(shown.contains("document id a is used twice") && shown.contains("2 faults"), "{shown}");
    }
}

#[test]
fn a_glossary_below_the_top_of_a_corpus_is_a_fault_that_names_it() {
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::create_dir(folder.path().join("new")).expect("made");
    let document = "title.id = \"J\"\npublisher = \"P\"\nurl = \"https://example.org/\"\nkind = \"digest\"\n[[passage]]\nid = \"S\"\n";
    let glossary = "[[term]]\nid = [\"kota\"]\nen = [\"city\"]\n";
    for (name, content) in [("a.toml", document), ("glossary.toml", glossary), ("new/glossary.toml", glossary)] {
        std::fs::write(folder.path().join(name), content).expect("written");
    }
    // With a slash behind it a folder is the same one.
    let path = format!("{}/", folder.path().to_str().expect("UTF-8"));
    let output = kembar(&["check", &path], "", None);
    let shown = text(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{shown}");
    assert!(
        shown.contains("new/glossary.toml") && shown.contains("at the top") && shown.contains("1 fault"),
        "{shown}"
    );
    std::fs::remove_file(folder.path().join("new/glossary.toml")).expect("removed");
    assert_eq!(kembar(&["check", &path], "", None).status.code(), Some(0));
}

#[test]
fn a_corpus_of_thousands_of_documents_is_checked_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    for number in 0..3000 {
        let below = folder.path().join(format!("{}", number % 7));
        std::fs::create_dir_all(&below).expect("made");
        let file = format!(
            "title.id = \"Judul {number}\"\npublisher = \"P\"\nurl = \"https://example.org/{number}\"\nkind = \"verbatim\"\n\
             [[passage]]\nid = \"Paragraf {number}.\"\n"
        );
        let file = if number % 500 == 7 { file.replace("https:", "htps:") } else { file };
        std::fs::write(below.join(format!("document-{number}.toml")), file).expect("written");
    }
    let check = || kembar(&["check", folder.path().to_str().expect("UTF-8")], "", None);
    let shown = text(&check().stderr);
    for bad in [7, 507, 1007, 1507, 2007, 2507] {
        assert!(shown.contains(&format!("document-{bad}.toml:3")), "{shown}");
        let path = folder.path().join(format!("{}/document-{bad}.toml", bad % 7));
        let mended = std::fs::read_to_string(&path).expect("there").replace("htps:", "https:");
        std::fs::write(path, mended).expect("written");
    }
    assert!(shown.contains("6 faults"), "{shown}");
    let output = check();
    assert_eq!(output.status.code(), Some(0));
    let shown = text(&output.stdout);
    assert!(shown.starts_with("3000 documents, 3000 passages (id 3000, en 0, ja 0)"), "{shown}");
    assert!(shown.ends_with(&format!(": no faults in {}.\n", folder.path().display())), "{shown}");
}

#[test]
fn a_fact_of_something_else_is_not_told_as_found() {
    for question in
        ["berapa penduduk hamamatsu", "kapan indonesia merdeka", "how many people live in vlissingen", "浜松市の人口は"]
    {
        let output = kembar(&["ask", "--json", question], "", None);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(answer["found"], false, "{answer}");
    }
}

#[test]
fn a_question_the_corpus_offers_is_answered_from_its_corpus() {
    for (question, part) in [
        ("siapa walikota hamamatsu", "Nakano Yusuke"),
        ("how many instruments in the museum", "3,300"),
        ("浜松のピアノコンクールはいつから", "1991"),
        ("did kyoto help ambon", "fire-fighting"),
        ("アンボンの人口は何人", "394,415"),
    ] {
        let output = kembar(&["ask", "--json", question], "", None);
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert!(answer["sentence"].as_str().is_some_and(|sentence| sentence.contains(part)), "{answer}");
    }
}

/// The paragraphs of the article as it was handed over, each once; `None` where the file is not beside the project.
fn article() -> Option<Vec<String>> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/corpus/article-as-supplied.txt");
    let supplied = std::fs::read_to_string(path).ok()?;
    let paragraphs = supplied.lines().take_while(|line| !line.starts_with("COPYRIGHT"));
    Some(paragraphs.map(str::to_owned).collect())
}

#[test]
fn a_publishers_own_words_are_found_in_one_language() {
    let Some(paragraphs) = article() else {
        println!("skipped: the article is not beside the project");
        return;
    };
    assert_eq!(paragraphs.len(), 11);
    let mut file =
        "title = { id = \"Ambon dan Hamamatsu jajaki kerja sama\" }\npublisher = \"ANTARA\"\npublished = \"2024\"\n\
                    url = \"https://ambon.antaranews.com/berita/239561\"\nkind = \"verbatim\"\n"
            .to_owned();
    for paragraph in &paragraphs {
        let text = toml::Value::String(paragraph.clone()).to_string();
        file.extend(["\n[[passage]]\nid = ", &text, "\n"]);
    }
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("antara-2024.toml"), file).expect("written");
    assert_eq!(kembar(&["check"], "", Some(folder.path())).status.code(), Some(0));
    for (question, paragraph) in [
        ("kapan ambon jadi kota musik unesco", 9),
        ("siapa rico hayat", 2),
        ("ada berapa kota kreatif musik di bawah unesco", 7),
        ("pabrik alat musik apa saja di hamamatsu", 10),
        ("ambon kerja sama apa dengan darwin", 11),
        ("surat untuk kemlu kapan disampaikan", 5),
        ("When did UNESCO name Ambon a city of music?", 9),
        ("アンボンとフリッシンゲンの協力", 11),
    ] {
        let output = kembar(&["ask", "--json", "--limit", "3", question], "", Some(folder.path()));
        let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        let best = &answer["passages"][0];
        assert_eq!((&best["paragraph"], &best["language"]), (&paragraph.into(), &"id".into()), "{question}: {answer}");
        assert_eq!(best["text"], paragraphs[paragraph - 1].as_str());
    }
}

#[cfg(unix)]
mod chat {
    //! A person at a terminal.

    use rexpect::session::{PtySession, spawn_command};

    fn chat() -> PtySession {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_kembar"));
        command.arg("chat").env("NO_COLOR", "1").env("LC_ALL", "en_GB.UTF-8").env("TERM", "xterm");
        command.env_remove("KEMBAR_CORPUS");
        let mut session = spawn_command(command, Some(20_000)).expect("kembar starts");
        session.exp_string("Ctrl-D").expect("the help");
        prompted(&mut session);
        session
    }

    /// Waits for the prompt: what is typed before it meets a terminal that still reads whole lines, where Ctrl-D ends
    /// none and is lost.
    fn prompted(session: &mut PtySession) {
        session.exp_string("> ").expect("a prompt");
    }

    #[test]
    fn questions_are_answered_until_the_end_of_input() {
        let mut session = chat();
        session.send_line("siapa walikota hamamatsu").expect("sent");
        session.exp_string("Nakano Yusuke").expect("an answer");
        session.exp_string("https://www.creative-hamamatsu.jp").expect("its source");
        prompted(&mut session);
        for line in ["/help", "/ask siapa walikota"] {
            session.send_line(line).expect("sent");
            session.exp_string("Ctrl-D").expect("the help again");
            prompted(&mut session);
        }
        session.send_control('d').expect("sent");
        session.exp_eof().expect("the end");
        assert!(matches!(session.process().wait(), Ok(rexpect::process::WaitStatus::Exited(_, 0))));
    }

    #[test]
    fn a_question_that_says_nothing_by_itself_goes_on_from_the_last_answer() {
        let mut session = chat();
        session.send_line("kapan lomba layar darwin ambon dimulai").expect("sent");
        session.exp_string("pertama kali diadakan").expect("an answer");
        prompted(&mut session);
        session.send_line("dan kenapa?").expect("sent");
        session.exp_string("Sebelumnya: kapan lomba layar darwin ambon dimulai").expect("what it goes on from");
        session.exp_string("kerusuhan tahun 1999").expect("an answer");
        prompted(&mut session);
        session.send_line("siapa pemenangnya").expect("sent");
        session.exp_string("Maaf, sumber kami tidak memuat jawabannya").expect("no answer, in the chat's language");
        prompted(&mut session);
        session.send_line("xyzzy").expect("sent");
        session.exp_string("Yang dicari: xyzzy").expect("no answer, in the chat's language");
        prompted(&mut session);
        session.send_line("selesai").expect("sent");
        session.exp_eof().expect("the end");
    }

    #[test]
    fn control_c_takes_back_the_line_and_history_brings_back_the_last() {
        let mut session = chat();
        session.send("half a ques").expect("sent");
        session.flush().expect("sent");
        session.exp_string("half a ques").expect("what was typed");
        session.send_control('c').expect("sent");
        prompted(&mut session);
        session.send_line("who is the mayor of hamamatsu").expect("sent");
        session.exp_string("Nakano Yusuke").expect("an answer");
        prompted(&mut session);
        // The arrow up.
        session.send_line("\u{1b}[A").expect("sent");
        session.exp_string("Nakano Yusuke").expect("the answer again");
        prompted(&mut session);
        session.send_line("/quit").expect("sent");
        session.exp_eof().expect("the end");
    }
}
