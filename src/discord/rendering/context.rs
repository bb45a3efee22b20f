//! A passage between its neighbours in its document.

use serenity::all::{CreateActionRow, CreateEmbed};

use super::parts::{line, link, other_language, plain, source};
use super::{Form, GREY, LINE, rows};
use crate::answer::{CitedPassage, Surroundings};
use crate::discord::custom_id::CustomId;
use crate::discord::limits::{self, length};
use crate::discord::reply::Reply;
use crate::language::Language;
use crate::phrases::phrase_with;

/// How many passages are shown before and after.
pub const REACH: usize = 1;
/// The most room of a passage in plain text, in code points.
const PLAIN_PASSAGE: usize = 480;

const _: () =
    assert!((2 * REACH + 1) * (limits::FIELD_NAME + limits::FIELD_VALUE) + 5 * LINE <= limits::EMBEDS_TOGETHER);

/// The passage between its neighbours, itself marked.
#[must_use]
pub fn context(around: &Surroundings, reader: Language, form: Form) -> Reply {
    let Surroundings { before, passage, after } = around;
    let beside = |beside: &CitedPassage| (heading(beside, reader, "paragraph"), beside.text.clone());
    let mut paragraphs: Vec<_> = before.iter().map(beside).collect();
    paragraphs.push((heading(passage, reader, "paragraph-marked"), passage.text.clone()));
    paragraphs.extend(after.iter().map(beside));
    let citation = link(&passage.citation, &source(&passage.citation, reader));
    let head = format!("**{}**\n-# {citation}", line(&passage.citation.title));
    let reply = match form {
        Form::Embed => {
            let embed = CreateEmbed::new().description(head).colour(GREY);
            let fields = paragraphs.into_iter().map(|(name, text)| (name, plain(&text, limits::FIELD_VALUE), false));
            Reply::embed(embed.fields(fields))
        }
        Form::Text => {
            let names: usize = paragraphs.iter().map(|(name, _)| length(&format!("\n**{name}**\n"))).sum();
            let room = (limits::CONTENT - length(&head) - names) / paragraphs.len();
            let paragraphs =
                paragraphs.iter().map(|(name, text)| format!("**{name}**\n{}", plain(text, PLAIN_PASSAGE.min(room))));
            Reply::text([head].into_iter().chain(paragraphs).collect::<Vec<_>>().join("\n"))
        }
    };
    let to = |language| CustomId::Context { passage: passage.citation.passage.clone(), language };
    let buttons = rows::source(passage, reader).into_iter().chain(rows::languages(reader, to)).collect();
    reply.with_rows(vec![CreateActionRow::Buttons(buttons)])
}

/// Which paragraph it is, in which language where that is not the reader's.
fn heading(passage: &CitedPassage, reader: Language, phrase: &str) -> String {
    let number = passage.citation.passage.number.get();
    format!("{}{}", phrase_with(reader, phrase, [("number", number.into())]), other_language(passage, reader))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answer::Citation;
    use crate::corpus::DocumentId;

    #[test]
    fn in_plain_text_too_the_passage_is_shown_with_its_source() {
        let passage = |number: usize| {
            let text = "A train runs. ".repeat(100);
            CitedPassage {
                citation: Citation {
                    passage: format!("{}#{number}", "d".repeat(DocumentId::MAX_LENGTH)).parse().unwrap(),
                    title: "T*".repeat(200),
                    publisher: "P_".repeat(200),
                    published: "2024-11-20".parse().ok(),
                    url: format!("https://example.org/{}", "a".repeat(280)),
                },
                language: Language::Id,
                matches: Vec::new(),
                sentence: 0..text.len(),
                text,
                score: 1.0,
            }
        };
        let around = Surroundings { before: vec![passage(1)], passage: passage(2), after: vec![passage(3)] };
        for reader in Language::ALL {
            let shown = serde_json::to_value(context(&around, reader, Form::Text).message()).unwrap();
            let shown = shown["content"].as_str().unwrap();
            assert!(length(shown) <= limits::CONTENT, "{shown}");
            assert!(shown.contains("d#2`\n") && shown.contains("](https://example.org/"), "{shown}");
            assert_eq!(shown.matches("\nA train runs.").count(), 3, "{shown}");
        }
    }
}
